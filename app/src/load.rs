//! The served files: asked for side by side, decoded, put together.

use crate::decode;
use crate::state::{Load, State};
use futures::future::try_join_all;
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::Model;
use map::served::Manifest;
use map::text::bytes;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// The files that the map needs, and what they are called to people.
const FILES: [(&str, &str); 7] = [
    ("departements", "les départements"),
    ("epci", "les intercommunalités"),
    ("cls", "les contrats locaux de santé"),
    ("cpts", "les CPTS"),
    ("projets", "les projets labellisés"),
    ("couverture", "la couverture des territoires"),
    ("faits", "les chiffres publiés"),
];

/// How far the loading is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Progress {
    /// Each file: what it is called, its bytes here and in all, uncompressed.
    files: Vec<(&'static str, usize, usize)>,
}

impl Progress {
    /// Bytes here, uncompressed.
    pub(crate) fn received(&self) -> usize {
        self.files.iter().map(|(_, received, _)| received).sum()
    }

    /// Bytes in all, uncompressed; zero before the manifest is here.
    pub(crate) fn total(&self) -> usize {
        self.files.iter().map(|(_, _, total)| total).sum()
    }

    /// The sentence of the progress line: what is missing most, and the amount of it all.
    pub(crate) fn sentence(&self) -> String {
        let missing = self.files.iter().filter(|(_, received, total)| received < total);
        match missing.max_by_key(|(_, received, total)| total - received) {
            None => "Chargement de la carte…".to_owned(),
            Some((called, ..)) => format!(
                "Chargement\u{a0}: {called}… {} sur {}",
                bytes(self.received()),
                bytes(self.total())
            ),
        }
    }
}

/// Why the data cannot be had.
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

/// Loads everything; the state says how far it is, and in the end holds the model.
pub(crate) fn start(state: State) {
    state.load.set(Load::Running(Progress::default()));
    spawn_local(async move {
        match load(state).await {
            Ok(model) => {
                state.model.set(Some(Arc::new(model)));
                state.load.set(Load::Done);
            }
            Err(error) => state.load.set(Load::Failed(error)),
        }
    });
}

async fn load(state: State) -> Result<Model, LoadError> {
    const MANIFEST: &str = "la liste des fichiers";
    let manifest = fetch("data/manifest.json", MANIFEST, |_| ()).await?;
    let manifest: Manifest = serde_json::from_str(&manifest)
        .map_err(|error| LoadError::Form(MANIFEST, error.to_string()))?;
    let size = |name: &str| manifest.fichiers.get(name).map_or(0, |file| file.octets);
    let files = FILES.iter().map(|&(name, called)| (called, 0, size(name))).collect();
    state.load.set(Load::Running(Progress { files }));
    let texts = try_join_all(FILES.iter().map(|&(name, called)| {
        let manifest = &manifest;
        async move {
            let Some(file) = manifest.fichiers.get(name) else {
                let detail = format!("«\u{a0}{name}\u{a0}» manque");
                return Err(LoadError::Form(MANIFEST, detail));
            };
            let report = |received: usize| {
                state.load.update(|load| {
                    if let Load::Running(progress) = load {
                        let files = progress.files.iter_mut();
                        files.filter(|file| file.0 == called).for_each(|file| file.1 = received);
                    }
                });
            };
            let text = fetch(&format!("data/{}", file.url), called, report).await?;
            Ok((name, text))
        }
    }))
    .await?;
    decode_all(manifest, &texts.into_iter().collect())
}

fn decode_all(manifest: Manifest, texts: &BTreeMap<&str, String>) -> Result<Model, LoadError> {
    let text = |name: &str| texts.get(name).map_or("", String::as_str);
    let called = |name: &str| {
        FILES.iter().find(|(known, _)| *known == name).map_or("les données", |(_, called)| called)
    };
    let wrong = |name| move |detail: String| LoadError::Form(called(name), detail);
    Ok(Model::new(
        manifest,
        [
            decode::territories(text("departements")).map_err(wrong("departements"))?,
            decode::territories(text("epci")).map_err(wrong("epci"))?,
        ],
        [
            decode::schemes(text("cls")).map_err(wrong("cls"))?,
            decode::schemes(text("cpts")).map_err(wrong("cpts"))?,
        ],
        decode::projects(text("projets")).map_err(wrong("projets"))?,
        (
            json(text("couverture")).map_err(wrong("couverture"))?,
            json(text("faits")).map_err(wrong("faits"))?,
        ),
    ))
}

fn json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The text of a file; `report` hears how many bytes are here, as they come.
async fn fetch(
    url: &str,
    called: &'static str,
    report: impl Fn(usize),
) -> Result<String, LoadError> {
    let response = Request::get(url).send().await.map_err(|_| LoadError::Network(called))?;
    if !response.ok() {
        return Err(LoadError::Status(called, response.status()));
    }
    let bytes = read(&response, report).await.map_err(|_| LoadError::Network(called))?;
    String::from_utf8(bytes).map_err(|error| LoadError::Form(called, error.to_string()))
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
        bytes.extend_from_slice(&part.to_vec());
        report(bytes.len());
    }
}
