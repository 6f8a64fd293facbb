//! Taps on a page that is still loading, until one leads to an answer.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::device::Device;
use super::events::touch;
use super::geometry::WindowPoint;
use super::visit::{number, prepare};
use crate::browser::Browser;
use crate::error::Error;

/// The time from tap to tap.
const PACE: Duration = Duration::from_millis(50);

/// The time after which nothing will answer any more.
const TIME_OUT: Duration = Duration::from_secs(20);

/// Opens `url` in a new browser of a phone, taps at `at` again and again, and gives the milliseconds from
/// the navigation to the tap that an answer follows: a place is selected, or its page opens.
///
/// # Errors
/// [`Error`] when the browser fails or no tap is answered.
pub fn first_answered_tap_ms(url: &str, at: WindowPoint) -> Result<f64, Error> {
    let mut browser = Browser::start()?;
    let cdp = &mut browser.cdp;
    prepare(cdp, Device::Phone)?;
    cdp.call("Runtime.addBinding", json!({ "name": "benchTapped" }))?;
    let script = json!({ "source": include_str!("scripts/taps.js") });
    cdp.call("Page.addScriptToEvaluateOnNewDocument", script)?;
    cdp.call("Page.navigate", json!({ "url": url }))?;
    let until = Instant::now() + TIME_OUT;
    while Instant::now() < until {
        for event in
            [touch(Duration::ZERO, "touchStart", Some(at)), touch(Duration::ZERO, "touchEnd", None)]
        {
            event.post(cdp)?;
        }
        thread::sleep(PACE);
        cdp.call("Browser.getVersion", json!({}))?;
        let events = cdp.take_events();
        let answered = events.iter().find(|event| {
            event.method == "Runtime.bindingCalled" && event.params["name"] == "benchTapped"
        });
        if let Some(event) = answered {
            let payload = event.params["payload"].as_str().unwrap_or_default();
            return number(&serde_json::from_str::<Value>(payload)?);
        }
    }
    Err(Error::Late { what: "an answer to a tap".to_owned(), seconds: TIME_OUT.as_secs() })
}
