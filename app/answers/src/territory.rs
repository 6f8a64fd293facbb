//! The answer for one territory: what it is, its schemes, its projects, what else is published.

use crate::facts::territory_facts;
use crate::link::{Link, in_a_row, territory_link};
use crate::projects::project_list;
use crate::schemes::scheme_list;
use leptos::prelude::*;
use map::served::TerritoryKind;
use map::text::{self, SchemeCount, count, number, status_day, typographic};
use map::{Degree, Layer, Records, Territory};

/// The answer in one sentence: « Rhône : 11 CLS, CPTS non documentées, 6 projets. »
pub(crate) fn announcement(records: &Records, territory: Territory) -> String {
    let schemes = |layer| {
        let count = records.covering(layer, territory).len() as u32;
        match (records.degree(layer, territory), records.coverage(layer, territory)) {
            (Some(Degree::Facts), _) => SchemeCount::AtLeast(count),
            (None, None) => SchemeCount::NotDocumented,
            _ => SchemeCount::Listed(count),
        }
    };
    let projects = records.projects_of(territory).len() as u32;
    let is_known = records.documentation(Layer::Projects, territory).is_some() || projects > 0;
    text::announcement(
        &records.properties(territory).nom,
        schemes(Layer::Cls),
        schemes(Layer::Cpts),
        is_known.then_some(projects),
    )
}

/// The answer for a territory.
///
/// `link` makes the link to another subject, of which it gets the name; `controls` stand at the
/// end of the heading.
pub(crate) fn territory(
    records: &Records,
    territory: Territory,
    link: Link,
    controls: AnyView,
) -> impl IntoView + use<> {
    let properties = records.properties(territory);
    let facts = [
        count(properties.communes, "commune", "communes"),
        count(properties.population, "habitant", "habitants"),
        format!("{}\u{a0}km²", number(properties.surface_ha / 100)),
    ];
    view! {
        <div class="answer-head">
            <p class="kind">{kind(records, territory).map(|part| view! { <span>{part}</span> })}</p>
            <h2>{typographic(&properties.nom)}</h2>
            <p class="facts">{facts.map(|fact| view! { <span>{fact}</span> })}</p>
            {containing(records, territory, link)}
            {controls}
        </div>
        {scheme_list(Layer::Cls, records, territory)}
        {scheme_list(Layer::Cpts, records, territory)}
        {project_list(records, territory)}
        {territory_facts(records, territory)}
        {status_day(&records.file.manifest).map(|day| view! { <p class="note">{day} "."</p> })}
    }
}

/// The kind of a territory, and its region.
fn kind(records: &Records, territory: Territory) -> [String; 2] {
    let properties = records.properties(territory);
    let kind = match properties.kind {
        TerritoryKind::Region => "Région".to_owned(),
        TerritoryKind::Department => format!("Département {}", properties.code),
        TerritoryKind::Epci(kind) => kind.label().to_owned(),
    };
    [kind, typographic(records.region_name(&properties.region))]
}

/// The departments that an intercommunality lies in.
fn containing(
    records: &Records,
    territory: Territory,
    link: Link,
) -> Option<impl IntoView + use<>> {
    if !matches!(territory, Territory::Epci(_)) {
        return None;
    }
    let departments = &records.file.departments;
    let codes = &records.properties(territory).departements;
    let links: Vec<AnyView> = codes
        .iter()
        .filter_map(|code| departments.iter().position(|one| one.code == code.as_str()))
        .map(|index| territory_link(records, Territory::Department(index), link))
        .collect();
    let label = if codes.len() > 1 { "Départements\u{a0}: " } else { "Département\u{a0}: " };
    Some(view! { <p class="containing">{label} {in_a_row(links)}</p> })
}
