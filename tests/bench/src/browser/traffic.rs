//! The traffic of a page: bytes on the wire, by kind.
//!
//! # Source
//! Chrome DevTools Protocol, domain Network: `encodedDataLength` counts headers and compressed
//! bodies; but of a worker's script, which the browser itself fetches, only the headers, so that
//! what the server declares as `content-length` is the least that counts.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::cdp::Event;

/// The kinds, in the order of the report.
pub const KINDS: [&str; 6] = ["html", "js", "wasm", "css", "data", "other"];

/// The bytes of each kind that were asked for until `ready_s`, in seconds of the browser's clock.
pub fn bytes_by_kind(events: &[Event], ready_s: f64) -> BTreeMap<&'static str, u64> {
    let mut kinds: HashMap<&str, &'static str> = HashMap::new();
    let mut declared: HashMap<&str, u64> = HashMap::new();
    let mut bytes: BTreeMap<&'static str, u64> = KINDS.map(|kind| (kind, 0)).into();
    for Event { method, params } in events {
        let Some(request) = params["requestId"].as_str() else { continue };
        match method.as_str() {
            "Network.requestWillBeSent" => {
                let url = params["request"]["url"].as_str().unwrap_or_default();
                let is_needed = params["timestamp"].as_f64().is_some_and(|at| at <= ready_s);
                if is_needed && url.starts_with("http") {
                    kinds.insert(request, kind_of(url));
                }
            }
            "Network.responseReceived" => {
                declared.insert(request, declared_length(&params["response"]));
            }
            "Network.loadingFinished" => {
                if let Some(kind) = kinds.get(request) {
                    let least = declared.get(request).copied().unwrap_or_default();
                    *bytes.entry(kind).or_default() += length(params).max(least);
                }
            }
            _ => {}
        }
    }
    bytes
}

/// The bytes of the files that were complete at `until_s`, in seconds of the browser's clock.
pub fn bytes_complete(events: &[Event], until_s: f64) -> u64 {
    let is_complete = |event: &&Event| {
        event.method == "Network.loadingFinished"
            && event.params["timestamp"].as_f64().is_some_and(|at| at <= until_s)
    };
    events.iter().filter(is_complete).map(|event| length(&event.params)).sum()
}

fn length(params: &Value) -> u64 {
    params["encodedDataLength"].as_f64().unwrap_or_default() as u64
}

/// The headers, and the body as the server declares it.
fn declared_length(response: &Value) -> u64 {
    let headers = response["headers"].as_object().into_iter().flatten();
    let body = headers
        .filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .find_map(|(_, value)| value.as_str()?.parse::<u64>().ok());
    body.map_or(0, |body| body + length(response))
}

fn kind_of(url: &str) -> &'static str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        None | Some("html") => "html",
        Some("js" | "mjs") => "js",
        Some("wasm") => "wasm",
        Some("css") => "css",
        Some("svg" | "png" | "ico" | "woff2") => "other",
        Some(_) => "data",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_asked_for_after_the_map_is_ready_does_not_count() {
        let sent = |id: &str, url: &str, at: f64| Event {
            method: "Network.requestWillBeSent".to_owned(),
            params: json!({ "requestId": id, "timestamp": at, "request": { "url": url } }),
        };
        let done = |id: &str, bytes: u32| Event {
            method: "Network.loadingFinished".to_owned(),
            params: json!({ "requestId": id, "encodedDataLength": bytes }),
        };
        let events = [
            sent("1", "http://localhost/", 1.0),
            sent("2", "http://localhost/data/epci.0a1b.geojson", 2.0),
            done("1", 10),
            sent("3", "http://localhost/data/detail.json", 9.0),
            done("2", 20),
            done("3", 40),
        ];
        let bytes = bytes_by_kind(&events, 5.0);
        assert_eq!((bytes["html"], bytes["data"], bytes["wasm"]), (10, 20, 0));
    }

    #[test]
    fn a_workers_script_counts_with_the_length_that_the_server_declares() {
        let event = |method: &str, params: Value| Event { method: method.to_owned(), params };
        let url = "http://localhost/worker.js";
        let headers = json!({ "Content-Length": "1000" });
        let response = json!({ "encodedDataLength": 392, "headers": headers });
        let events = [
            event(
                "Network.requestWillBeSent",
                json!({ "requestId": "1", "timestamp": 1.0, "request": { "url": url } }),
            ),
            event("Network.responseReceived", json!({ "requestId": "1", "response": response })),
            event("Network.loadingFinished", json!({ "requestId": "1", "encodedDataLength": 392 })),
        ];
        assert_eq!(bytes_by_kind(&events, 5.0)["js"], 1392);
    }
}
