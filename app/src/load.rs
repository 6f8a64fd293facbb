//! The files that the page needs: what it draws, then what it says.

use crate::state::{Load, State};
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::text::bytes;
use map::{Atlas, Model, Records};
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

/// A file that the page itself names, with its address and its size.
#[derive(Clone, Copy)]
pub(crate) struct Named {
    /// The `id` of the link in the page.
    id: &'static str,
    /// What it is called to people.
    called: &'static str,
}

/// What is drawn.
pub(crate) const MAP: Named = Named { id: "donnees-carte", called: "la carte" };

/// What is said.
pub(crate) const RECORDS: Named = Named { id: "donnees-fiches", called: "les fiches" };

/// How far the loading of a file is, in bytes, uncompressed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Progress {
    called: &'static str,
    /// Bytes here.
    pub(crate) received: usize,
    /// Bytes in all; zero when that is not known.
    pub(crate) total: usize,
}

impl Progress {
    /// The sentence of the progress line.
    pub(crate) fn sentence(&self) -> String {
        if self.total == 0 {
            return "Chargement de la carte…".to_owned();
        }
        format!(
            "Chargement\u{a0}: {}… {} sur {}",
            self.called,
            bytes(self.received),
            bytes(self.total)
        )
    }
}

/// Why a file cannot be had.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum LoadError {
    /// The network did not answer.
    #[error(
        "Le serveur n’a pas répondu pour {0}. Vérifiez votre connexion à Internet, puis réessayez."
    )]
    Network(&'static str),
    /// The server answered, but not with the file.
    #[error(
        "Le serveur n’a pas fourni {0} (code\u{a0}{1}). Réessayez dans un moment\u{a0}; si cela dure, \
         le site est peut-être en cours de mise à jour."
    )]
    Status(&'static str, u16),
    /// The file is not what was expected.
    #[error("Le fichier qui contient {0} est illisible\u{a0}: {1}. Rechargez la page.")]
    Form(&'static str, String),
}

/// Loads the map; the state says how far it is.
pub(crate) fn start(state: State) {
    // While the page still has the address that its links are relative to.
    for file in [MAP, RECORDS] {
        address_of(file);
    }
    spawn_local(async move {
        let model = load(MAP, state.load, Model::decode).await;
        if let Some(model) = model {
            state.atlas.set(Some(Atlas::new(Arc::new(model))));
            state.load.set(Load::Done);
        }
    });
}

/// Loads the answers: once the map is drawn, and again after a failure.
pub(crate) fn start_records(state: State) {
    spawn_local(load_records(state));
}

async fn load_records(state: State) {
    if let Some(records) = load(RECORDS, state.records_load, Records::decode).await {
        state.records.set(Some(Arc::new(records)));
        state.records_load.set(Load::Done);
    }
}

/// Loads and decodes a file; `report` says how far it is, or what went wrong.
async fn load<T>(
    file: Named,
    report: RwSignal<Load>,
    decode: impl FnOnce(&[u8]) -> Result<T, String>,
) -> Option<T> {
    let (url, total) = address_of(file);
    let progress = Progress { called: file.called, received: 0, total };
    report.set(Load::Running(progress));
    let received = |received| report.set(Load::Running(Progress { received, ..progress }));
    let loaded = fetch(&url, file.called, None, received).await;
    let decoded = loaded
        .and_then(|bytes| decode(&bytes).map_err(|detail| LoadError::Form(file.called, detail)));
    decoded.map_err(|error| report.set(Load::Failed(error))).ok()
}

/// The absolute address of a file that the page names, and its size. They are read once: the links
/// are relative, and the page's own address changes with every choice.
pub(crate) fn address_of(file: Named) -> (String, usize) {
    type Known = Vec<(&'static str, (String, usize))>;
    thread_local!(static KNOWN: RefCell<Known> = const { RefCell::new(Vec::new()) });
    KNOWN.with_borrow_mut(|known| {
        if let Some((_, address)) = known.iter().find(|(id, _)| *id == file.id) {
            return address.clone();
        }
        let address = linked(file.id);
        known.push((file.id, address.clone()));
        address
    })
}

/// The folder of the served files, with neither a slash at its end nor anything relative.
pub(crate) fn folder() -> String {
    let (map, _) = address_of(MAP);
    map.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
}

fn linked(id: &str) -> (String, usize) {
    let link = document().get_element_by_id(id);
    let size = link.as_ref().and_then(|link| link.get_attribute("data-octets"));
    let size = size.and_then(|size| size.parse().ok()).unwrap_or(0);
    let link = link.and_then(|link| link.dyn_into::<web_sys::HtmlLinkElement>().ok());
    (link.map(|link| link.href()).unwrap_or_default(), size)
}

/// The bytes of a file; `report` hears how many are here, as they come.
pub(crate) async fn fetch(
    url: &str,
    called: &'static str,
    signal: Option<&AbortSignal>,
    report: impl Fn(usize),
) -> Result<Vec<u8>, LoadError> {
    let request = Request::get(url).abort_signal(signal);
    let response = request.send().await.map_err(|_| LoadError::Network(called))?;
    if !response.ok() {
        return Err(LoadError::Status(called, response.status()));
    }
    read(&response, report).await.map_err(|_| LoadError::Network(called))
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
