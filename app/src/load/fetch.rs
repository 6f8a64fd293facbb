//! Files over the network, chunk by chunk.

use super::status::{LATE_AFTER, Load, LoadError, Progress};
use gloo_net::http::{Request, Response};
use js_sys::{Object, Promise, Reflect, Uint8Array};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

/// A file to which a link of the page leads.
#[derive(Clone, Copy)]
pub(super) struct LinkedFile {
    /// The `id` of the link.
    id: &'static str,
    /// The French name of the content.
    pub(super) title: &'static str,
}

/// `carte.bin`, from which the map is drawn.
pub(super) const MAP: LinkedFile = LinkedFile { id: "donnees-carte", title: "la carte" };

/// `fiches.bin`, which holds the answers.
pub(super) const RECORDS: LinkedFile = LinkedFile { id: "donnees-fiches", title: "les fiches" };

/// `fiches-suite.bin`, the rest of the answers.
pub(super) const FURTHER_RECORDS: LinkedFile =
    LinkedFile { id: "donnees-fiches-suite", title: "la suite des fiches" };

/// The target of a link.
#[derive(Clone, Default)]
struct Target {
    /// Absolute.
    url: String,
    /// Bytes, uncompressed; zero when the link does not say.
    size: usize,
}

impl LinkedFile {
    /// The target of the link. It is read once: links are relative, and the page's own address
    /// changes with every choice.
    fn target(self) -> Target {
        type Known = Vec<(&'static str, Target)>;
        thread_local!(static KNOWN: RefCell<Known> = const { RefCell::new(Vec::new()) });
        KNOWN.with_borrow_mut(|known| {
            if let Some((_, target)) = known.iter().find(|(id, _)| *id == self.id) {
                return target.clone();
            }
            let target = linked(self.id).unwrap_or_default();
            known.push((self.id, target.clone()));
            target
        })
    }
}

fn linked(id: &str) -> Option<Target> {
    let link = document().get_element_by_id(id)?;
    let size = link.get_attribute("data-octets").and_then(|size| size.parse().ok()).unwrap_or(0);
    let link: web_sys::HtmlLinkElement = link.dyn_into().ok()?;
    Some(Target { url: link.href(), size })
}

/// Reads the links of the page, while it still has the address that they are relative to.
pub(crate) fn read_links() {
    for file in [MAP, RECORDS, FURTHER_RECORDS] {
        file.target();
    }
}

/// The absolute address of a file in the folder of the served files.
pub(crate) fn served_url(name: &str) -> String {
    let map = MAP.target().url;
    let folder = map.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{name}")
}

/// The bytes of a linked file, without a word of its progress.
pub(super) async fn fetch_quietly(file: LinkedFile) -> Result<Vec<u8>, LoadError> {
    fetch_silently(&file.target().url, file.title, None).await
}

/// The bytes of a linked file; `load` follows its progress.
pub(super) async fn fetch_linked(
    file: LinkedFile,
    load: RwSignal<Load>,
) -> Result<Vec<u8>, LoadError> {
    let Target { url, size } = file.target();
    let timer = Cell::new(None::<TimeoutHandle>);
    let report = |received| {
        let progress = Progress { title: file.title, received, total: size, is_late: false };
        load.set(Load::Running(progress));
        let late = move || load.set(Load::Running(Progress { is_late: true, ..progress }));
        stop(timer.replace(set_timeout_with_handle(late, LATE_AFTER).ok()));
    };
    report(0);
    let bytes = fetch(&url, file.title, None, report).await;
    stop(timer.take());
    bytes
}

fn stop(timer: Option<TimeoutHandle>) {
    if let Some(timer) = timer {
        timer.clear();
    }
}

/// The bytes of a file. One function for all that nobody waits for: each `report` of the one below makes
/// the program larger.
pub(crate) async fn fetch_silently(
    url: &str,
    title: &'static str,
    signal: Option<&AbortSignal>,
) -> Result<Vec<u8>, LoadError> {
    fetch(url, title, signal, |_| ()).await
}

/// The bytes of a file. `report` gets the number of those that are here, as they come.
async fn fetch(
    url: &str,
    title: &'static str,
    signal: Option<&AbortSignal>,
    report: impl Fn(usize),
) -> Result<Vec<u8>, LoadError> {
    let response = match asked_before(url) {
        Some(answer) => {
            let answer = JsFuture::from(answer).await.ok();
            answer.map(|answer| Response::from(answer.unchecked_into::<web_sys::Response>()))
        }
        None => Request::get(url).abort_signal(signal).send().await.ok(),
    };
    let response = response.ok_or(LoadError::Network(title))?;
    if !response.ok() {
        return Err(LoadError::of_code(title, response.status()));
    }
    read(&response, report).await.map_err(|_| LoadError::Network(title))
}

/// The answer to a request that the page's own script made before the program ran; it is taken once.
fn asked_before(url: &str) -> Option<Promise> {
    let asked = Reflect::get(&window(), &"asked".into()).ok()?.dyn_into::<Object>().ok()?;
    let url = JsValue::from_str(url);
    let answer = Reflect::get(&asked, &url).ok().filter(JsValue::is_truthy)?;
    let _ = Reflect::delete_property(&asked, &url);
    Some(answer.unchecked_into())
}

/// The body of a response, chunk by chunk.
async fn read(response: &Response, report: impl Fn(usize)) -> Result<Vec<u8>, JsValue> {
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into()?;
    let mut bytes = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok(bytes);
        }
        let part: Uint8Array = Reflect::get(&chunk, &"value".into())?.dyn_into()?;
        let start = bytes.len();
        bytes.resize(start + part.length() as usize, 0);
        part.copy_to(&mut bytes[start..]);
        report(bytes.len());
    }
}
