//! The title of the document, which follows what is shown.

use crate::state::State;
use leptos::prelude::*;
use map::text::table::comparison_title;
use map::text::typographic;
use map::{Records, Subject};

/// The end of every title.
const SITE: &str = "Santé des territoires";

/// Names the document after what is selected or compared; the first one has the title of its file.
pub(crate) fn follow_title(state: State) {
    let shown = Memo::new(move |_| {
        let selection = state.choice.with(|choice| choice.selection.clone());
        let side_by_side = state.side_by_side.get();
        if side_by_side.is_empty() {
            (selection.into_iter().collect(), false)
        } else {
            (side_by_side, true)
        }
    });
    Effect::new(move |before: Option<(Vec<Subject>, bool)>| {
        let now = shown.get();
        let is_other = match &before {
            Some(before) => *before != now,
            None => now.1,
        };
        let title = state.answers.with(|answers| Some(title(answers.as_ref()?.records(), &now)));
        if let Some(title) = title.filter(|_| is_other) {
            document().set_title(&title);
        }
        now
    });
}

fn title(records: &Records, (subjects, are_compared): &(Vec<Subject>, bool)) -> String {
    let names: Vec<String> = subjects.iter().map(|one| subject_name(records, one)).collect();
    match (are_compared, names.first()) {
        (true, _) => format!("{} — {SITE}", comparison_title(&names)),
        (false, Some(name)) => {
            format!("{name}\u{a0}: contrats locaux de santé, CPTS et projets — {SITE}")
        }
        (false, None) => SITE.to_owned(),
    }
}

/// The name of a subject; that of the territory around a commune whose department is not at hand.
pub(crate) fn subject_name(records: &Records, subject: &Subject) -> String {
    let commune = match subject {
        Subject::Commune { code, .. } => records.commune(code).map(|one| one.nom.as_str()),
        _ => None,
    };
    typographic(commune.unwrap_or_else(|| records.name_of(subject)))
}
