//! The answer for one labelled project: all that is known of it.

use crate::context::Context;
use crate::facts::{label, statements};
use crate::link::in_a_row;
use crate::projects::about;
use crate::schemes::kind;
use crate::sources::source_link;
use leptos::prelude::*;
use map::text::{purpose, typographic};
use map::{Layer, Records, SchemeIndex, Subject};

/// The answer for a project; none for an index that leads nowhere.
pub(crate) fn project_card(
    records: &Records,
    index: SchemeIndex,
    context: Context,
    controls: AnyView,
) -> Option<AnyView> {
    let project = records.project_at(index)?;
    let territories = records.extent(&Subject::Scheme(index)).into_iter();
    let links: Vec<AnyView> = territories
        .map(|one| context.link(one.into(), typographic(&records.properties(one).nom)))
        .collect();
    let holder = project
        .porteur
        .as_deref()
        .map_or_else(|| "non précisé par la source".to_owned(), typographic);
    let objectives = project.objectifs.as_deref().map(typographic);
    Some(
        view! {
            <div class="answer-head">
                <h2>{typographic(&project.nom)}</h2>
                {controls}
            </div>
            <p class="lead">{about(records, project)}</p>
            <p class="kind"><span>{kind(Layer::Projects)}</span></p>
            <p>"Département\u{a0}: " {in_a_row(links)}</p>
            <p>"Porteur\u{a0}: " {holder}</p>
            {objectives.map(|text| view! { <p class="fact-label">"Objectifs"</p> <p>{text}</p> })}
            {twins(records, index, context)}
            {source_link(records, &project.source)}
            {context.report(records, &project.id, &project.source)}
            {statements(records, &project.id)}
            <section class="layer-answer">
                <p class="note">{purpose(Layer::Projects)}</p>
                {label(records, context.explained)}
            </section>
        }
        .into_any(),
    )
}

/// The departments where the same scheme is labelled too; none where it is alone.
fn twins(records: &Records, index: SchemeIndex, context: Context) -> Option<impl IntoView + use<>> {
    let others = records.twins_of(index).into_iter().filter(|one| *one != index);
    let links: Vec<AnyView> = others
        .filter_map(|twin| {
            let territory = *records.extent(&Subject::Scheme(twin)).first()?;
            let name = typographic(&records.properties(territory).nom);
            Some(context.link(twin.into(), name))
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! { <p>"Le même dispositif est labellisé aussi\u{a0}: " {in_a_row(links)}</p> }
    })
}
