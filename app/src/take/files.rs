//! The files: what is shown, as text.

use super::taken::{FileKind, Taken, TextFile};
use crate::load::{AnswerViews, Shares};
use crate::page::subject_name;
use crate::state::State;
use answers::{CaptionedMap, image_sources};
use leptos::prelude::*;
use map::export::{Colophon, Shown};
use map::table::Comparison;
use map::text::table::{comparison_title, listed_title};
use map::text::{status_day, typographic};
use map::{Atlas, MapImage, Palette, Records, Scene, Subject, SubjectKey, Viewport};

/// The beginning of the names of files.
const SITE: &str = "sante-des-territoires";

/// The state that a file is made from.
struct Inputs<'a> {
    records: &'a Records,
    scene: Scene,
    view: Viewport,
    selection: Option<Subject>,
    about: Colophon,
}

/// Makes a file of what is shown, with the outlines of `atlas`; none before there is an answer.
pub(super) fn make(state: State, taken: Taken, kind: FileKind, atlas: Atlas) -> Option<TextFile> {
    untrack(|| {
        let answers = state.answers.get()?;
        let inputs = inputs(state, answers.as_ref(), taken, atlas)?;
        let text = match kind {
            FileKind::Svg => svg(&inputs),
            FileKind::Csv(form) => shown(&inputs, taken, |shown| shown.csv(inputs.records, form))?,
            FileKind::GeoJson => {
                let zones = state.shares.with(|shares| match shares {
                    Shares::Here(shares) => Some(shares.white_zones.clone()),
                    Shares::Absent | Shares::Failed(_) => None,
                });
                let Inputs { records, scene, about, .. } = &inputs;
                shown(&inputs, taken, |it| {
                    it.geojson(records, zones.as_ref(), &scene.atlas, about)
                })?
            }
        };
        Some(TextFile { name: name(&inputs, taken), text })
    })
}

fn inputs<'a>(
    state: State,
    answers: &'a dyn AnswerViews,
    taken: Taken,
    atlas: Atlas,
) -> Option<Inputs<'a>> {
    let records = answers.records();
    let view = state.viewport.get()?;
    let selection = state.choice.with(|choice| choice.selection.clone());
    let mut scene = Scene::new(atlas, state.map_style(Palette::LIGHT));
    scene.write_names_unmeasured(view.resolution);
    let name = selection.as_ref().map(|subject| subject_name(records, subject));
    let name = name.unwrap_or_else(|| "France".to_owned());
    let title = match taken {
        Taken::Answer => name,
        Taken::Rows(rows) => {
            let listed = rows.table.with(|table| table.as_ref().map(|table| table.listed))?;
            [&name, "\u{a0}: ", &listed_title(listed).to_lowercase()].concat()
        }
        Taken::Sides(sides) => {
            let names = sides.with(|sides| Some(names_of(sides.as_ref()?)));
            comparison_title(&names.unwrap_or_default())
        }
    };
    let about = Colophon {
        title,
        day: status_day(&records.file.manifest).unwrap_or_default(),
        sources: image_sources(records, &scene, &view),
        address: window().location().href().unwrap_or_default(),
    };
    Some(Inputs { records, scene, view, selection, about })
}

fn names_of(comparison: &Comparison) -> Vec<String> {
    comparison.table.rows.iter().map(|row| typographic(&row.name)).collect()
}

/// The file of what is shown; none before the rows of a list are here.
fn shown(inputs: &Inputs, taken: Taken, file: impl Fn(Shown) -> String) -> Option<String> {
    match taken {
        Taken::Answer => {
            let (subject, style) = (inputs.selection.as_ref(), &inputs.scene.style);
            Some(file(Shown::Answer { subject, style }))
        }
        Taken::Rows(rows) => {
            let table = rows.table.get()?;
            rows.shown.with(|shown| Some(file(Shown::Rows { table: &table, shown })))
        }
        Taken::Sides(sides) => sides.with(|sides| Some(file(Shown::Compared(sides.as_ref()?)))),
    }
}

fn svg(inputs: &Inputs) -> String {
    let Inputs { records, scene, view, selection, about } = inputs;
    let sentence = selection.as_ref().map(|subject| answers::sentence(records, subject));
    let map = MapImage { scene, viewport: view, selection: selection.as_ref() };
    let sentence = sentence.unwrap_or_default();
    CaptionedMap { map, sentence: &sentence, about }.svg()
}

/// The name of a file: « sante-des-territoires-epci-200046977-communes ».
fn name(inputs: &Inputs, taken: Taken) -> String {
    if let Taken::Sides(sides) = taken {
        let keys = sides.with_untracked(|sides| {
            let sides = sides.iter().flat_map(|one| &one.sides);
            sides.map(|side| ["-", &side.key.to_string()].concat()).collect::<String>()
        });
        return [SITE, "-comparaison", &keys].concat();
    }
    let key = inputs.selection.as_ref().and_then(|subject| inputs.records.key_of(subject));
    let key = match key {
        Some(SubjectKey::Territory(key)) => key.to_string(),
        Some(SubjectKey::Commune { code, .. }) => ["commune-", code.as_str()].concat(),
        Some(SubjectKey::Scheme(id) | SubjectKey::Venue(id)) => id,
        None => "france".to_owned(),
    };
    let listed = match taken {
        Taken::Answer | Taken::Sides(_) => None,
        Taken::Rows(rows) => {
            rows.table.with_untracked(|table| table.as_ref().map(|it| listed_title(it.listed)))
        }
    };
    let listed = listed.map(|title| ["-", &title.to_lowercase().replace('é', "e")].concat());
    [SITE, "-", &key, &listed.unwrap_or_default()].concat()
}
