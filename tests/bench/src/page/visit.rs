//! One page in one new browser: opened, driven, measured.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::device::Device;
use super::geometry::Rect;
use crate::browser::{Browser, Cdp, Command, bytes_by_kind, cpu_seconds, renderer_megabytes};
use crate::error::Error;

/// The time for which a page is left alone after its map is ready.
const SETTLE: Duration = Duration::from_secs(1);

/// A page whose map is ready.
pub struct Visit {
    browser: Browser,
    /// Its loading.
    pub arrival: Arrival,
}

/// The loading of a page until its map is ready.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Milliseconds from the navigation to the page's own mark.
    pub ready_ms: f64,
    /// Milliseconds to the frame after the one with the map in it, because a page may mark too early.
    pub shown_ms: f64,
    /// Bytes on the wire until then.
    pub bytes: BTreeMap<&'static str, u64>,
}

/// Processor time that a page has used so far.
#[derive(Clone, Copy, Debug)]
pub struct ProcessorTime {
    /// CPU seconds of the whole browser.
    pub cpu_s: f64,
    /// Milliseconds in tasks of the main thread.
    pub tasks_ms: f64,
}

/// Memory of a page now, in megabytes (10⁶).
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// The JavaScript heap after a collection, and WebAssembly's memories.
    pub heap_mb: f64,
    /// The renderer process.
    pub process_mb: f64,
}

impl Visit {
    /// Opens `url` in a new browser and waits until its map is ready and it has come to rest.
    ///
    /// # Errors
    /// [`Error`] when the browser fails or the page never marks `map-ready`.
    pub fn open(url: &str, device: Device) -> Result<Self, Error> {
        let mut browser = Browser::start()?;
        let cdp = &mut browser.cdp;
        prepare(cdp, device)?;
        cdp.call("Page.navigate", json!({ "url": url }))?;
        let ready = loop {
            let called = cdp.event("Runtime.bindingCalled")?;
            if called["name"] == "benchReady" {
                break serde_json::from_str::<Value>(called["payload"].as_str().unwrap_or("null"))?;
            }
        };
        thread::sleep(SETTLE);
        // The answer comes after every event until now.
        let start_s = metric(cdp, "NavigationStart")?;
        let ready_ms = number(&ready["ready"])?;
        let events = cdp.take_events();
        cdp.call("Network.disable", json!({}))?;
        let bytes = bytes_by_kind(&events, start_s + ready_ms / 1000.0);
        let arrival = Arrival { ready_ms, shown_ms: number(&ready["shown"])?, bytes };
        Ok(Self { browser, arrival })
    }

    /// The connection to the page.
    pub fn cdp(&mut self) -> &mut Cdp {
        &mut self.browser.cdp
    }

    /// The value of an expression in the page.
    ///
    /// # Errors
    /// [`Error`] when it throws.
    pub fn evaluate(&mut self, script: &str) -> Result<Value, Error> {
        evaluate(&mut self.browser.cdp, script)
    }

    /// The rectangle of our map.
    ///
    /// # Errors
    /// [`Error`] when the page has none.
    pub fn canvas(&mut self) -> Result<Rect, Error> {
        let rect = self.evaluate(include_str!("scripts/canvas.js"))?;
        Ok(serde_json::from_value(rect)?)
    }

    /// The processor time that it has used so far.
    ///
    /// # Errors
    /// [`Error`] when the browser does not answer.
    pub fn processor_time(&mut self) -> Result<ProcessorTime, Error> {
        let tasks_ms = 1000.0 * metric(&mut self.browser.cdp, "TaskDuration")?;
        Ok(ProcessorTime { cpu_s: cpu_seconds(self.browser.process_id()), tasks_ms })
    }

    /// The memory that it takes now.
    ///
    /// # Errors
    /// [`Error`] when the browser does not answer.
    pub fn memory(&mut self) -> Result<Memory, Error> {
        let process = self.browser.process_id();
        let cdp = &mut self.browser.cdp;
        cdp.call("HeapProfiler.collectGarbage", json!({}))?;
        let wasm = number(&evaluate(cdp, "benchWasmBytes()")?)?;
        let heap = metric(cdp, "JSHeapUsedSize")? + wasm;
        let process_mb = renderer_megabytes(process)
            .ok_or(Error::Form { expected: "a renderer process", found: "none".to_owned() })?;
        Ok(Memory { heap_mb: heap / 1e6, process_mb })
    }

    /// A length that halves when the page shows everything twice as large; ours does not tell.
    ///
    /// # Errors
    /// [`Error`] when the page is gone.
    pub fn resolution(&mut self) -> Result<Option<f64>, Error> {
        Ok(self.evaluate("window.bench?.resolution() ?? null")?.as_f64())
    }

    /// Begins to watch the frames.
    ///
    /// # Errors
    /// [`Error`] when the page is gone.
    pub fn watch_frames(&mut self) -> Result<(), Error> {
        self.evaluate("benchFrames.start()").map(drop)
    }

    /// The times of the frames since then, in milliseconds.
    ///
    /// # Errors
    /// [`Error`] when the page is gone.
    pub fn frame_times(&mut self) -> Result<Vec<f64>, Error> {
        Ok(serde_json::from_value(self.evaluate("benchFrames.stop()")?)?)
    }
}

pub(super) fn prepare(cdp: &mut Cdp, device: Device) -> Result<(), Error> {
    cdp.greet_workers(device.line_commands());
    let attach = json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true });
    cdp.call("Target.setAutoAttach", attach)?;
    for domain in ["Page.enable", "Runtime.enable", "Performance.enable"] {
        cdp.call(domain, json!({}))?;
    }
    for Command { method, params } in device.commands().into_iter().chain(device.line_commands()) {
        cdp.call(method, params)?;
    }
    cdp.call("Runtime.addBinding", json!({ "name": "benchReady" }))?;
    let script = json!({ "source": include_str!("scripts/instruments.js") });
    cdp.call("Page.addScriptToEvaluateOnNewDocument", script)?;
    Ok(())
}

pub(super) fn evaluate(cdp: &mut Cdp, script: &str) -> Result<Value, Error> {
    let params = json!({ "expression": script, "returnByValue": true, "awaitPromise": true });
    let mut answer = cdp.call("Runtime.evaluate", params)?;
    let exception = &answer["exceptionDetails"];
    if exception.is_object() {
        let message = exception["exception"]["description"].as_str().unwrap_or("no message");
        let script = script.chars().take(80).collect();
        return Err(Error::Script { script, message: message.to_owned() });
    }
    Ok(answer["result"]["value"].take())
}

pub(super) fn metric(cdp: &mut Cdp, name: &str) -> Result<f64, Error> {
    let answer = cdp.call("Performance.getMetrics", json!({}))?;
    let metrics = answer["metrics"].as_array().into_iter().flatten();
    let found = metrics.into_iter().find(|metric| metric["name"] == name);
    found.map_or_else(|| number(&Value::Null), |metric| number(&metric["value"]))
}

pub(super) fn number(value: &Value) -> Result<f64, Error> {
    value.as_f64().ok_or_else(|| Error::Form { expected: "a number", found: value.to_string() })
}
