//! What the panel says of a territory, and of the country.

use super::facts::territory_facts;
use super::schemes::{project_list, scheme_list};
use crate::state::State;
use leptos::prelude::*;
use map::served::{Reach, SchemeProperties, TerritoryKind};
use map::text::{count, number, typographic};
use map::{Layer, Records, Territory};
use std::collections::HashSet;
use wasm_bindgen::JsCast;

/// « Rhône : 11 CLS, CPTS non documentées, 6 projets. »
pub(crate) fn announcement(records: &Records, territory: Territory) -> String {
    let schemes = |layer: Layer, unknown: &str| match records.coverage(layer, territory) {
        None => unknown.to_owned(),
        Some(_) => format!("{} {}", records.covering(layer, territory).len(), layer.short_title()),
    };
    let projects = records.projects_of(territory).len() as u32;
    let is_known = records.documentation(Layer::Projects, territory).is_some() || projects > 0;
    format!(
        "{}\u{a0}: {}, {}, {}.",
        records.properties(territory).nom,
        schemes(Layer::Cls, "CLS non documentés"),
        schemes(Layer::Cpts, "CPTS non documentées"),
        if is_known {
            count(projects, "projet", "projets")
        } else {
            "projets non documentés".to_owned()
        },
    )
}

/// Closes the answer and goes back to the map, so that the keyboard does not lose its place.
fn close(state: State) {
    state.select(None);
    let map = document().get_element_by_id("carte");
    if let Some(map) = map.and_then(|map| map.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what is not in the page.
        let _ = map.focus();
    }
}

/// Before anything is selected: what the map knows, and what it does not.
pub(crate) fn country(records: &Records) -> impl IntoView + use<> {
    let regional = records.file.projects.iter().filter(|one| one.portee == Reach::Regional).count();
    let distinct: HashSet<&str> =
        records.file.projects.iter().map(|project| project.dispositif.as_str()).collect();
    let known = Layer::ALL.map(|layer| {
        let lists = records.file.manifest.couches.iter().filter(|one| one.couche == layer);
        let regions: Vec<&str> = lists.map(|one| records.region_name(&one.region)).collect();
        typographic(&regions.join(", "))
    });
    let [cls_region, cpts_region, projects_region] = known;
    let cls_where = listed_and_others(records, &records.file.cls, Layer::Cls, &cls_region);
    let cpts_where = listed_and_others(records, &records.file.cpts, Layer::Cpts, &cpts_region);
    view! {
        <h2>"Ce que montre la carte"</h2>
        <p class="lead">
            "Touchez une intercommunalité ou choisissez un département\u{a0}: sa fiche dit quels dispositifs y existent, quelle part du territoire ils couvrent, selon qui et à quelle date."
        </p>
        <dl class="figures">
            <div class="figure figure-cls">
                <dt>"contrats locaux de santé (CLS)"</dt>
                <dd>{number(records.file.cls.len() as u32)}</dd>
                <dd class="where">{cls_where}</dd>
            </div>
            <div class="figure figure-cpts">
                <dt>"communautés professionnelles territoriales de santé (CPTS)"</dt>
                <dd>{number(records.file.cpts.len() as u32)}</dd>
                <dd class="where">{cpts_where}</dd>
            </div>
            <div class="figure figure-projects">
                <dt>"projets labellisés «\u{a0}CNR\u{a0}Santé\u{a0}»"</dt>
                <dd>{number(records.file.projects.len() as u32)}</dd>
                <dd class="where">{projects_region}</dd>
            </div>
        </dl>
        <p>
            {format!(
                "Ces {} projets, dont {} régionaux et {} départementaux, sont {} dispositifs distincts\u{a0}: un même dispositif labellisé dans plusieurs départements compte une fois par département.",
                records.file.projects.len(),
                regional,
                records.file.projects.len() - regional,
                distinct.len(),
            )}
        </p>
        <p class="caution">
            <strong>"Une région «\u{a0}non documentée\u{a0}» n’est pas une région sans dispositif\u{a0}:"</strong>
            " aucune liste ne nous y est connue. La carte ne suppose rien."
        </p>
    }
}

/// « 57 dans la liste d’Auvergne-Rhône-Alpes, 5 d’après d’autres sources », or the region alone
/// where every scheme is from the list.
fn listed_and_others(
    records: &Records,
    schemes: &[SchemeProperties],
    layer: Layer,
    region: &str,
) -> String {
    let lists = records.file.manifest.couches.iter().filter(|one| one.couche == layer);
    let lists: HashSet<&str> = lists.map(|one| one.source.as_str()).collect();
    let others = schemes.iter().filter(|one| !lists.contains(one.source.as_str())).count();
    match others {
        0 => region.to_owned(),
        others => format!(
            "{} dans la liste\u{a0}: {region}\u{a0}; {others} d’après d’autres sources",
            schemes.len() - others
        ),
    }
}

/// The answer for one territory.
pub(crate) fn answer(
    state: State,
    records: &Records,
    territory: Territory,
) -> impl IntoView + use<> {
    let properties = records.properties(territory).clone();
    let surface = number(properties.surface_ha / 100);
    let facts = [
        count(properties.communes, "commune", "communes"),
        count(properties.population, "habitant", "habitants"),
        format!("{surface}\u{a0}km²"),
    ]
    .map(|fact| view! { <span>{fact}</span> });
    view! {
        <div class="answer-head">
            <p class="kind">{kind(records, territory).map(|part| view! { <span>{part}</span> })}</p>
            <h2>{typographic(&properties.nom)}</h2>
            <p class="facts">{facts}</p>
            {containing(state, records, territory)}
            <button type="button" class="close" aria-label="Fermer la fiche" title="Fermer la fiche" on:click=move |_| close(state)>"×"</button>
        </div>
        {scheme_list(Layer::Cls, records, territory)}
        {scheme_list(Layer::Cpts, records, territory)}
        {project_list(records, territory)}
        {territory_facts(records, territory)}
    }
}

/// What kind of territory it is, and its region.
fn kind(records: &Records, territory: Territory) -> [String; 2] {
    let properties = records.properties(territory);
    let kind = match properties.kind {
        TerritoryKind::Department => format!("Département {}", properties.code),
        TerritoryKind::Epci(kind) => kind.label().to_owned(),
    };
    [kind, typographic(records.region_name(&properties.region))]
}

/// The departments that an intercommunality lies in, each a way there.
fn containing(
    state: State,
    records: &Records,
    territory: Territory,
) -> Option<impl IntoView + use<>> {
    if matches!(territory, Territory::Department(_)) {
        return None;
    }
    let model = state.atlas.get_untracked()?.model;
    let departments = records.properties(territory).departements.clone();
    let links = departments.iter().filter_map(|code| {
        let place = model.department(code)?;
        let name = model.departments[place].nom.clone();
        Some(view! {
            <button type="button" class="link" on:click=move |_| state.go_to(Some(Territory::Department(place)))>
                {name}
            </button>
        })
    });
    let label =
        if departments.len() > 1 { "Départements\u{a0}: " } else { "Département\u{a0}: " };
    Some(view! { <p class="containing">{label} {links.collect::<Vec<_>>()}</p> })
}
