//! Statements of further sources on a scheme, a project, or a set of roadmaps.

use crate::sources::sources_once;
use leptos::prelude::*;
use map::Records;
use map::served::{Field, Statement};
use map::text::{date, on, stated, typographic};

/// The statements on a scheme, beside its own row, with their sources; none where there are none.
pub(crate) fn statements(records: &Records, scheme: &str) -> Option<impl IntoView + use<>> {
    let list = statement_list(records, scheme)?;
    let statements = records.file.facts.on_scheme(scheme);
    let sources: Vec<&str> = statements.iter().map(|one| one.source.as_str()).collect();
    Some(view! {
        <section class="layer-answer statements">
            <h3>"D’après d’autres sources"</h3>
            {list}
            {sources_once(records, &sources)}
        </section>
    })
}

/// Where a project is, in the words of its source, which draws no perimeter.
pub(crate) fn located(records: &Records, project: &str) -> Option<String> {
    let statements = records.file.facts.on_scheme(project);
    statements.iter().find(|one| one.champ == Field::Lieu).map(|one| typographic(&one.valeur))
}

/// The statements by subject, each with its values, their dates and notes; without sources.
pub(super) fn statement_list(records: &Records, about: &str) -> Option<impl IntoView + use<>> {
    let all = records.file.facts.on_scheme(about);
    let mut fields: Vec<Field> = all.iter().map(|one| one.champ).collect();
    fields.dedup();
    let first = all.first()?.date.as_deref();
    let is_shared = all.len() > 1 && all.iter().all(|one| one.date.as_deref() == first);
    let dates = if is_shared { Dates::Shared } else { Dates::OfEach };
    let shared = first.filter(|_| is_shared).map(|day| format!("Dit {}.", on(day)));
    let groups: Vec<_> = fields
        .into_iter()
        .map(|field| {
            let own = all.iter().filter(|one| one.champ == field);
            let values: Vec<_> = own.map(|one| value(one, dates)).collect();
            view! { <dt class="fact-label">{field.label()}</dt> {values} }
        })
        .collect();
    Some(view! {
        <dl class="statement-list">{groups}</dl>
        {shared.map(|day| view! { <p class="note">{day}</p> })}
    })
}

/// One value; its date is left out where all statements share it.
fn value(statement: &Statement, dates: Dates) -> impl IntoView + use<> {
    // A perimeter is told by its note already, a signature is its date.
    let note = statement.note.as_deref().filter(|_| statement.champ != Field::Perimetre);
    let has_own = dates == Dates::OfEach && statement.champ != Field::Signature;
    let day = statement.date.as_deref().filter(|_| has_own);
    let day = day.map(|day| format!(" ({})", date(day)));
    view! {
        <dd>
            {stated(statement)} {day}
            {note.map(|note| view! { <p class="note">{typographic(note)}</p> })}
        </dd>
    }
}

/// Where the dates of statements are said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dates {
    /// Once, for all.
    Shared,
    /// Beside each.
    OfEach,
}
