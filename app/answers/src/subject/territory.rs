//! The answer for a region, a department or an intercommunality: one sentence, its schemes, its
//! projects, what else is published.

use super::signs::{Counts, signs};
use crate::context::Context;
use crate::facts::{comparison, territory_facts};
use crate::link::in_a_row;
use crate::projects::{project_list, projects_of};
use crate::schemes::scheme_list;
use leptos::prelude::*;
use map::served::{CommuneRow, TerritoryKind, TerritoryProperties};
use map::text::{
    self, LayerOfTerritory, ProjectsOfTerritory, count, number, status_day, territory_answer,
    typographic,
};
use map::{Degree, Layer, Records, SchemeCount, Subject, Territory};

/// The answer in one short sentence, to be read aloud: « Rhône : 11 CLS, CPTS non documentées,
/// 6 projets. »
pub(crate) fn announcement(records: &Records, territory: Territory) -> String {
    let Counts { cls, cpts, projects } = counts(records, territory);
    text::announcement(&records.properties(territory).nom, cls, cpts, projects)
}

fn counts(records: &Records, territory: Territory) -> Counts {
    let schemes = |layer| {
        let count = records.covering(layer, territory).len() as u32;
        match (records.degree(layer, territory), records.coverage(layer, territory)) {
            (Some(Degree::Facts), _) => SchemeCount::AtLeast(count),
            (None, None) => SchemeCount::NotDocumented,
            _ => SchemeCount::Listed(count),
        }
    };
    let projects = match projects_of(records, territory) {
        ProjectsOfTerritory::NotDocumented => None,
        ProjectsOfTerritory::Listed(all) | ProjectsOfTerritory::Near { here: all, .. } => Some(all),
    };
    Counts { cls: schemes(Layer::Cls), cpts: schemes(Layer::Cpts), projects }
}

/// The answer in one sentence, with the shares in force.
pub(crate) fn sentence(records: &Records, territory: Territory) -> String {
    let properties = records.properties(territory);
    let layers = [Layer::Cls, Layer::Cpts].map(|layer| LayerOfTerritory {
        layer,
        degree: records.degree(layer, territory),
        schemes: records.covering(layer, territory).len() as u32,
        coverage: records.coverage(layer, territory),
    });
    let projects = projects_of(records, territory);
    territory_answer(&properties.nom, properties.population, &layers, projects)
}

/// The answer for a territory; `controls` stand at the end of the heading.
pub(crate) fn territory(
    records: &Records,
    territory: Territory,
    context: Context,
    controls: AnyView,
) -> impl IntoView + use<> {
    let properties = records.properties(territory);
    let facts = [
        count(properties.communes, "commune", "communes"),
        count(properties.population, "habitant", "habitants"),
        format!("{}\u{a0}km²", number(properties.surface_ha / 100)),
    ];
    let comparison = match territory {
        Territory::Region(index) => Some(comparison(records, Some(index))),
        _ => None,
    };
    let kind = kind(records, territory).into_iter();
    let kind: Vec<_> = kind.map(|part| view! { <span>{part}</span> }).collect();
    view! {
        <div class="answer-head">
            <h2>{typographic(&properties.nom)}</h2>
            {controls}
        </div>
        {signs(counts(records, territory))}
        <p class="lead">{sentence(records, territory)}</p>
        <div class="answer-about">
            <p class="kind">{kind}</p>
            <p class="facts">{facts.map(|fact| view! { <span>{fact}</span> })}</p>
            {containing(records, territory, context)}
        </div>
        {comparison}
        {scheme_list(Layer::Cls, records, territory, context)}
        {scheme_list(Layer::Cpts, records, territory, context)}
        {project_list(records, territory, context)}
        {territory_facts(records, territory)}
        {communes(records, territory, context)}
        {status_day(&records.file.manifest).map(|day| view! { <p class="note">{day} "."</p> })}
    }
}

/// The kind of a territory, and its region; the region itself has no other.
fn kind(records: &Records, territory: Territory) -> Vec<String> {
    let properties = records.properties(territory);
    let region = typographic(records.region_name(&properties.region));
    match properties.kind {
        TerritoryKind::Region => vec!["Région".to_owned()],
        TerritoryKind::Department => vec![format!("Département {}", properties.code), region],
        TerritoryKind::Epci(kind) => vec![kind.label().to_owned(), region],
    }
}

/// « Métropole · Isère », « Commune · Isère », « Département 38 · Auvergne-Rhône-Alpes ». `around` is the
/// territory itself; of a commune its department.
pub(crate) fn kind_and_departments(
    records: &Records,
    subject: &Subject,
    around: Territory,
) -> String {
    let own = records.properties(around);
    let kinds = match (subject, around) {
        (Subject::Commune { .. }, _) => vec!["Commune".to_owned(), typographic(&own.nom)],
        (_, Territory::Epci(_)) => {
            let kind = kind(records, around).into_iter().next();
            let names: Vec<String> =
                departments_of(records, own).map(|(_, one)| typographic(&one.nom)).collect();
            kind.into_iter().chain([names.join(", ")]).collect()
        }
        _ => kind(records, around),
    };
    kinds.join(" · ")
}

/// The departments of a territory, with their indexes.
fn departments_of<'a>(
    records: &'a Records,
    own: &'a TerritoryProperties,
) -> impl Iterator<Item = (usize, &'a TerritoryProperties)> {
    own.departements.iter().filter_map(|code| {
        records.file.departments.iter().enumerate().find(|(_, one)| one.code == code.as_str())
    })
}

/// The departments that an intercommunality lies in.
fn containing(
    records: &Records,
    territory: Territory,
    context: Context,
) -> Option<impl IntoView + use<>> {
    if !matches!(territory, Territory::Epci(_)) {
        return None;
    }
    let own = records.properties(territory);
    let links: Vec<AnyView> = departments_of(records, own)
        .map(|(index, one)| {
            context.link(Territory::Department(index).into(), typographic(&one.nom))
        })
        .collect();
    let label =
        if own.departements.len() > 1 { "Départements\u{a0}: " } else { "Département\u{a0}: " };
    Some(view! { <p class="containing">{label} {in_a_row(links)}</p> })
}

/// The communes of an intercommunality, folded away; none while they are not at hand.
fn communes(
    records: &Records,
    territory: Territory,
    context: Context,
) -> Option<impl IntoView + use<>> {
    if !matches!(territory, Territory::Epci(_)) {
        return None;
    }
    let code = &records.properties(territory).code;
    let is_own = |row: &&CommuneRow| {
        row.code.city().is_none() && row.epci.as_ref().is_some_and(|epci| epci.as_str() == code)
    };
    let items: Vec<AnyView> = records
        .communes
        .values()
        .flatten()
        .filter(is_own)
        .map(|row| {
            let to = Subject::Commune { within: territory, code: row.code.clone() };
            let people = row.population.map(|people| count(people, "habitant", "habitants"));
            view! { <li>{context.link(to, typographic(&row.nom))} " " <span class="note">{people}</span></li> }
                .into_any()
        })
        .collect();
    let title = count(items.len() as u32, "commune", "communes");
    (!items.is_empty()).then(|| {
        view! {
            <details class="layer-answer communes">
                <summary><h3>{title}</h3></summary>
                <ul>{items}</ul>
            </details>
        }
    })
}
