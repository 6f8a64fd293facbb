//! Input events with their times.
//!
//! They are sent whether or not the page keeps up: a page that is late gets them together, as from a
//! real mouse.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::geometry::WindowPoint;
use crate::browser::Cdp;
use crate::error::Error;

/// An event of a mouse or a finger, at its time.
#[derive(Clone, Debug)]
pub struct InputEvent {
    /// The time from the beginning of the gesture.
    pub at: Duration,
    command: &'static str,
    params: Value,
}

impl InputEvent {
    /// Sends it at once, and does not wait until the page has taken it.
    ///
    /// # Errors
    /// [`Error`] when the browser is gone.
    pub fn post(&self, cdp: &mut Cdp) -> Result<u64, Error> {
        cdp.post(self.command, self.params.clone())
    }
}

/// Sends the events of a gesture at their times and waits until the page has taken the last.
///
/// # Errors
/// [`Error`] when the browser refuses one or the page is stuck.
pub fn play(cdp: &mut Cdp, events: &[InputEvent]) -> Result<(), Error> {
    let start = Instant::now();
    let mut sent = Vec::new();
    for event in events {
        thread::sleep((start + event.at).saturating_duration_since(Instant::now()));
        sent.push((event.post(cdp)?, event.command));
    }
    for (id, command) in sent {
        cdp.answer(id, command)?;
    }
    Ok(())
}

/// A mouse that moves, or whose left button is pressed or released; `buttons` counts those held.
pub fn mouse(at: Duration, kind: &str, point: WindowPoint, buttons: u32) -> InputEvent {
    let WindowPoint { x, y } = point.rounded();
    let is_press = kind != "mouseMoved";
    let button = if is_press || buttons > 0 { "left" } else { "none" };
    let params = json!({
        "type": kind, "x": x, "y": y, "button": button, "buttons": buttons,
        "clickCount": u32::from(is_press),
    });
    InputEvent { at, command: "Input.dispatchMouseEvent", params }
}

/// A wheel that turns, by CSS pixels down.
pub fn wheel(at: Duration, point: WindowPoint, delta_y: f64) -> InputEvent {
    let WindowPoint { x, y } = point.rounded();
    let params = json!({
        "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": delta_y,
    });
    InputEvent { at, command: "Input.dispatchMouseEvent", params }
}

/// A finger that comes, moves, or goes: then there is none.
pub fn touch(at: Duration, kind: &str, finger: Option<WindowPoint>) -> InputEvent {
    let points: Vec<Value> =
        finger.iter().map(|at| at.rounded()).map(|at| json!({ "x": at.x, "y": at.y })).collect();
    let params = json!({ "type": kind, "touchPoints": points });
    InputEvent { at, command: "Input.dispatchTouchEvent", params }
}
