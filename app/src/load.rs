//! The files that the page needs: what it draws, then what it says.

use crate::said;
use crate::state::{Load, State};
use gloo_net::http::{Request, Response};
use js_sys::{Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::text::bytes;
use map::{Atlas, Model};
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
    #[error("Le fichier qui contient {0} est illisible\u{a0}: {why}. Rechargez la page.", why = reason(*.1))]
    Form(&'static str, map::DataError),
}

/// The reason why a file is unreadable, in French.
fn reason(error: map::DataError) -> &'static str {
    match error {
        map::DataError::Mesh(_) => "les colonnes des tracés n’ont pas la même longueur",
        _ => "il n’est pas de la version de cette page",
    }
}

/// Loads the map; the state says how far it is.
pub(crate) fn start(state: State) {
    // While the page still has the address that its links are relative to.
    for file in [MAP, RECORDS] {
        address_of(file);
    }
    spawn_local(async move {
        let decoded = fetch_named(MAP, state.load).await.and_then(|bytes| {
            Model::decode(&bytes).map_err(|detail| LoadError::Form(MAP.called, detail))
        });
        match decoded {
            Ok(model) => {
                state.atlas.set(Some(Atlas::new(Arc::new(model))));
                state.load.set(Load::Done);
            }
            Err(error) => state.load.set(Load::Failed(error)),
        }
    });
}

/// Loads the answers and what writes them: once the map is drawn, and again after a failure.
pub(crate) fn start_said(state: State) {
    // Both are on their way at the same time; whether this one arrives is asked below.
    spawn_local(async {
        let _ = said::fetch_writer().await;
    });
    spawn_local(async move {
        let written = match fetch_named(RECORDS, state.said_load).await {
            Ok(bytes) => said::written(bytes).await,
            Err(error) => Err(error),
        };
        match written {
            Ok(said) => {
                state.said.set(Some(said));
                state.said_load.set(Load::Done);
            }
            Err(error) => state.said_load.set(Load::Failed(error)),
        }
    });
}

/// The bytes of a file that the page names; `report` says how far it is.
async fn fetch_named(file: Named, report: RwSignal<Load>) -> Result<Vec<u8>, LoadError> {
    let (url, total) = address_of(file);
    let progress = Progress { called: file.called, received: 0, total };
    report.set(Load::Running(progress));
    let received = |received| report.set(Load::Running(Progress { received, ..progress }));
    fetch(&url, file.called, None, received).await
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
    let response = match asked_before(url) {
        Some(answer) => {
            let answer = JsFuture::from(answer).await.ok();
            answer.map(|answer| Response::from(answer.unchecked_into::<web_sys::Response>()))
        }
        None => Request::get(url).abort_signal(signal).send().await.ok(),
    };
    let response = response.ok_or(LoadError::Network(called))?;
    if !response.ok() {
        return Err(LoadError::Status(called, response.status()));
    }
    read(&response, report).await.map_err(|_| LoadError::Network(called))
}

/// The answer that the page's own script has asked for before the program ran; it is taken once.
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
