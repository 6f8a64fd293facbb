//! A film of a page while it opens: the pictures that were on screen, and when.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::device::Device;
use super::screenshot::Screenshot;
use super::visit::{evaluate, metric, number, prepare};
use crate::browser::{Browser, Event, bytes_complete};
use crate::error::Error;

/// The time for which a page is filmed after its map is ready.
const AFTER_READY: Duration = Duration::from_secs(1);

/// The time between two looks for new pictures: the browser sends the next one when it is told that
/// the last has come.
const PACE: Duration = Duration::from_millis(10);

/// The pictures of a window, one pixel per CSS pixel, in the order in which they were shown.
pub struct Film {
    frames: Vec<Frame>,
    /// What the browser said meanwhile, and its clock at the navigation, in seconds.
    events: Vec<Event>,
    start_s: f64,
}

struct Frame {
    /// Milliseconds from the navigation.
    ms: f64,
    picture: Screenshot,
}

impl Film {
    /// Opens `url` in a new browser and films it until its map is ready and it has rested.
    ///
    /// # Errors
    /// [`Error`] when the browser fails or the page never marks `map-ready`.
    pub fn of(url: &str, device: Device) -> Result<Self, Error> {
        let mut browser = Browser::start()?;
        let cdp = &mut browser.cdp;
        prepare(cdp, device)?;
        let (width, height) = device.size();
        let size = json!({ "format": "png", "maxWidth": width, "maxHeight": height });
        cdp.call("Page.startScreencast", size)?;
        cdp.call("Page.navigate", json!({ "url": url }))?;
        cdp.event("Runtime.bindingCalled")?;
        let until = Instant::now() + AFTER_READY;
        while Instant::now() < until {
            evaluate(cdp, "0")?;
            thread::sleep(PACE);
        }
        let origin_ms = number(&evaluate(cdp, "performance.timeOrigin")?)?;
        let start_s = metric(cdp, "NavigationStart")?;
        let events = cdp.take_events();
        let frames = events.iter().filter(|event| event.method == "Page.screencastFrame");
        let frame = |event: &Event| {
            let shown_ms = 1000.0 * number(&event.params["metadata"]["timestamp"])?;
            let picture = Screenshot::read(&event.params["data"])?;
            Ok(Frame { ms: shown_ms - origin_ms, picture })
        };
        let frames: Vec<Frame> = frames.map(frame).collect::<Result<_, Error>>()?;
        // Those before the navigation show another page.
        let frames = frames.into_iter().filter(|frame| frame.ms > 0.0).collect();
        Ok(Self { frames, events, start_s })
    }

    /// The number of pictures.
    #[cfg(test)]
    pub const fn len(&self) -> usize {
        self.frames.len()
    }

    /// The last picture; none when there is none.
    pub fn last(&self) -> Option<&Screenshot> {
        self.frames.last().map(|frame| &frame.picture)
    }

    /// Milliseconds from the navigation to the first picture for which `is_met` holds.
    pub fn first_ms(&self, is_met: impl Fn(&Screenshot) -> bool) -> Option<f64> {
        let first = self.frames.iter().find(|frame| is_met(&frame.picture));
        first.map(|frame| frame.ms)
    }

    /// The bytes of the files that were complete so many milliseconds after the navigation.
    pub fn bytes_until(&self, ms: f64) -> u64 {
        bytes_complete(&self.events, self.start_s + ms / 1000.0)
    }
}
