//! The index of the search box: first the towns, then every commune.

use super::suggestions::Suggestions;
use crate::load::{COMMUNES, LinkedFile, LoadError, TOWNS, fetch_linked};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::search::{NamedOther, SearchFile, SearchIndex, SearchIndexBuilder, SearchNames, Target};
use map::{DepartmentCode, Model};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// Work between two frames, milliseconds at full speed.
const SLICE_MS: f64 = 4.0;

/// Brings the files one after the other, and makes an index of each.
pub(super) fn start(of: Suggestions) {
    spawn_local(async move {
        for file in [TOWNS, COMMUNES] {
            of.this.note.set("Les autres communes arrivent…".to_owned());
            let schemes = of.schemes();
            let named: Vec<&str> = schemes.iter().map(|(_, name)| name.as_str()).collect();
            match index_of(&of, file, &named).await {
                Ok(index) => of.take(index, schemes.into_iter().map(|(index, _)| index).collect()),
                Err(error) => return of.this.note.set(error.to_string()),
            }
        }
        of.this.note.set(String::new());
    });
}

async fn index_of(
    of: &Suggestions,
    file: LinkedFile,
    schemes: &[&str],
) -> Result<SearchIndex, LoadError> {
    let bytes = fetch_linked(file, of.this.load).await?;
    let form = LoadError::Form(file.title, map::DataError::Format);
    let packed = SearchFile::decode(&bytes).map_err(|_| form.clone())?;
    let Some(model) =
        of.state.atlas.with_untracked(|atlas| Some(Arc::clone(&atlas.as_ref()?.model)))
    else {
        return Err(form);
    };
    let names = names(schemes, &model, &packed).ok_or(form)?;
    let mut builder = SearchIndexBuilder::new(names);
    let mut began = crate::browser::now_ms();
    while builder.step() {
        if crate::browser::now_ms() - began > SLICE_MS {
            frame().await;
            began = crate::browser::now_ms();
        }
    }
    Ok(builder.finish())
}

/// Everything to be found: the communes of the file, and what the map and the answers name.
fn names(schemes: &[&str], model: &Model, file: &SearchFile) -> Option<SearchNames> {
    let departments: Vec<(DepartmentCode, String)> =
        model.departments.iter().map(|one| (one.code.clone(), one.nom.clone())).collect();
    let codes: Vec<DepartmentCode> = model.departments.iter().map(|one| one.code.clone()).collect();
    let communes = file.named(&codes)?;
    let other =
        |target, name: &str, magnitude| NamedOther { target, name: name.to_owned(), magnitude };
    let epci = (0..).zip(&model.epci).map(|(at, one)| other(Target::Epci(at), &one.nom, 0));
    let above =
        (0..).zip(&departments).map(|(at, (_, name))| other(Target::Department(at), name, 0));
    let regions = (0..).zip(&model.regions).map(|(at, one)| other(Target::Region(at), &one.nom, 0));
    let mut others: Vec<NamedOther> = epci.chain(above).chain(regions).collect();
    others.extend((0..).zip(schemes).map(|(at, name)| other(Target::Scheme(at), name, 0)));
    let arrondissements = file.arrondissements.clone();
    Some(SearchNames { communes, arrondissements, departments, others })
}

/// Waits until the browser has drawn.
async fn frame() {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL)), Duration::ZERO);
    });
    // A timer does not fail.
    let _ = JsFuture::from(waited).await;
}
