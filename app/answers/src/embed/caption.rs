//! The caption below a map in a frame.

use super::attribution::attributions;
use crate::subject::announcement;
use leptos::prelude::*;
use map::text::{self, scheme_caption};
use map::{Layer, Records, SchemeCount, Subject, Territory};

/// The caption below a map in a frame: the answer, its day and its sources, and the link to the page that
/// says all, at the address `whole`.
pub fn caption(records: &Records, subject: Option<&Subject>, whole: &str) -> impl IntoView + use<> {
    let names = publishers_of(records, subject);
    view! {
        <div class="caption">
            <p class="caption-answer">{caption_sentence(records, subject)}</p>
            {attributions(&records.file.manifest, &names, whole)}
        </div>
    }
}

/// The answer for a caption, in one sentence.
fn caption_sentence(records: &Records, subject: Option<&Subject>) -> String {
    match subject {
        None => {
            let known = |layer| SchemeCount::AtLeast(records.schemes(layer).len() as u32);
            let projects = records.file.projects.len() as u32;
            text::announcement("France", known(Layer::Cls), known(Layer::Cpts), Some(projects))
        }
        Some(Subject::Scheme(index)) => {
            let status = records.scheme_at(*index).map(|scheme| scheme.statut);
            let name = records.name_of(&Subject::Scheme(*index));
            scheme_caption(index.layer, name, status)
        }
        Some(subject) => announcement(records, subject),
    }
}

/// The publishers of what is said of a subject, each once, lists first.
fn publishers_of<'a>(records: &'a Records, subject: Option<&Subject>) -> Vec<&'a str> {
    let known = &records.file.manifest.sources;
    let mut names = Vec::new();
    for id in sources_of(records, subject) {
        if let Some(source) = known.get(id)
            && !names.contains(&source.editeur.as_str())
        {
            names.push(&source.editeur);
        }
    }
    names
}

/// The identifiers of the sources of what is said of a subject.
fn sources_of<'a>(records: &'a Records, subject: Option<&Subject>) -> Vec<&'a str> {
    let list = |list: &'a map::served::Documentation| list.source.as_str();
    match subject {
        None => records.file.manifest.couches.iter().map(list).collect(),
        Some(Subject::Territory(within) | Subject::Commune { within, .. }) => {
            sources_around(records, *within)
        }
        Some(Subject::Scheme(index)) => {
            let scheme = records.scheme_at(*index).map(|scheme| scheme.source.as_str());
            let project = || records.project_at(*index).map(|project| project.source.as_str());
            scheme.or_else(project).into_iter().collect()
        }
        Some(Subject::Venue(index)) => {
            records.venue_at(*index).map(|venue| venue.source.as_str()).into_iter().collect()
        }
    }
}

/// The identifiers of the lists and the sources of the schemes of a territory.
fn sources_around(records: &Records, territory: Territory) -> Vec<&str> {
    let lists = Layer::ALL
        .into_iter()
        .filter_map(|layer| Some(records.documentation(layer, territory)?.source.as_str()));
    let schemes = [Layer::Cls, Layer::Cpts]
        .into_iter()
        .flat_map(|layer| records.covering(layer, territory))
        .map(|one| one.scheme.source.as_str());
    lists.chain(schemes).collect()
}
