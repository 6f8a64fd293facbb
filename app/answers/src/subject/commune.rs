//! The answer for a commune or a municipal arrondissement.

use super::signs::{Counts, signs};
use crate::context::Context;
use crate::facts::commune_facts;
use crate::link::in_a_row;
use crate::projects::{count_in_commune, projects_of_commune};
use crate::schemes::{Row, StatusShown, explanation, list_source, scheme_item, unknown};
use leptos::prelude::*;
use map::served::CommuneRow;
use map::text::{
    LayerHere, ProjectsHere, capital, commune_answer, count, no_scheme_here, part_of, purpose,
    status_day, typographic,
};
use map::{CommuneCode, Degree, EpciSiren, Layer, Membership, Records, SchemeCount, Territory};

/// The answer for the commune of that code; none while the communes of its department are not at hand.
pub(crate) fn commune(
    records: &Records,
    code: &CommuneCode,
    context: Context,
    controls: AnyView,
) -> Option<AnyView> {
    let row = records.commune(code)?;
    let department = department_of(records, code)?;
    let kind = if code.city().is_some() { "Arrondissement municipal" } else { "Commune" };
    let postal = (!row.codes_postaux.is_empty()).then(|| {
        let label = if row.codes_postaux.contains(' ') { "codes postaux" } else { "code postal" };
        format!("{label} {}", row.codes_postaux)
    });
    let people = row.population.map(|people| count(people, "habitant", "habitants"));
    Some(
        view! {
            <div class="answer-head">
                <h2>{typographic(&row.nom)}</h2>
                {controls}
            </div>
            {signs(counts(records, row, department))}
            <p class="lead">{sentence(records, row, department)}</p>
            <div class="answer-about">
                <p class="kind"><span>{kind}</span> <span>{postal}</span> <span>{people}</span></p>
                {containing(records, row, department, context)}
            </div>
            {[Layer::Cls, Layer::Cpts].map(|layer| schemes(layer, records, row, department, context))}
            {projects_of_commune(records, department, code, context)}
            {commune_facts(records, code.as_str())}
            {status_day(&records.file.manifest).map(|day| view! { <p class="note">{day} "."</p> })}
        }
        .into_any(),
    )
}

/// The answer in one sentence; none while the communes of its department are not at hand.
pub(crate) fn commune_sentence(records: &Records, code: &CommuneCode) -> Option<String> {
    Some(sentence(records, records.commune(code)?, department_of(records, code)?))
}

fn department_of(records: &Records, code: &CommuneCode) -> Option<Territory> {
    let mut departments = records.file.departments.iter();
    departments.position(|one| one.code == code.department()).map(Territory::Department)
}

fn counts(records: &Records, row: &CommuneRow, department: Territory) -> Counts {
    let schemes = |layer| {
        let count = records.memberships(layer, &row.code).len() as u32;
        SchemeCount::new(count, records.degree(layer, department))
    };
    Counts {
        cls: schemes(Layer::Cls),
        cpts: schemes(Layer::Cpts),
        projects: count_in_commune(records, department, &row.code),
    }
}

fn sentence(records: &Records, row: &CommuneRow, department: Territory) -> String {
    let here = |layer| LayerHere {
        layer,
        degree: records.degree(layer, department),
        memberships: records.memberships(layer, &row.code),
    };
    let projects = match count_in_commune(records, department, &row.code) {
        Some(all) => ProjectsHere::Listed(all),
        None => ProjectsHere::NotDocumented,
    };
    commune_answer(&row.nom, &[here(Layer::Cls), here(Layer::Cpts)], projects)
}

/// The territories that contain a commune; an island without an intercommunality is said to have none.
fn containing(
    records: &Records,
    row: &CommuneRow,
    department: Territory,
    context: Context,
) -> impl IntoView + use<> {
    let epci = row.epci.as_ref().and_then(|code| epci_of(records, code));
    let own = records.properties(department);
    let mut regions = records.file.regions.iter();
    let region = regions.position(|one| one.code == own.region.as_str()).map(Territory::Region);
    let around = [epci, Some(department), region].into_iter().flatten();
    let links = around
        .map(|one| context.link(one.into(), typographic(&records.properties(one).nom)))
        .collect();
    let island = row.epci.is_none().then(|| {
        view! { <p class="note">"Cette commune n’appartient à aucune intercommunalité."</p> }
    });
    view! { <p class="containing">{in_a_row(links)}</p> {island} }
}

fn epci_of(records: &Records, code: &EpciSiren) -> Option<Territory> {
    let index = records.file.epci.iter().position(|one| one.code == code.as_str());
    index.map(Territory::Epci)
}

/// The schemes of a layer that a commune is in; or on what their absence rests.
fn schemes(
    layer: Layer,
    records: &Records,
    row: &CommuneRow,
    department: Territory,
    context: Context,
) -> impl IntoView + use<> {
    let memberships = records.memberships(layer, &row.code);
    let list = records.documentation(layer, department).map(|one| one.source.as_str());
    let view = Row { layer, list, status: StatusShown::Here };
    let items: Vec<AnyView> = memberships
        .iter()
        .map(|Membership { scheme, part }| {
            let extent = part_of(*part, &row.nom).map(|text| capital(&text));
            scheme_item(view, records, scheme, extent, context)
        })
        .collect();
    let none = || match records.degree(layer, department) {
        Some(Degree::List) => view! { <p class="none">{no_scheme_here(layer)}</p> }.into_any(),
        _ => unknown(layer, records, department),
    };
    let content = match items.is_empty() {
        true => none(),
        false => view! { <ul class="schemes">{items}</ul> }.into_any(),
    };
    let region = records.properties(department).region.clone();
    view! {
        <section class=format!("layer-answer layer-answer-{}", layer.code())>
            <h3>{layer.title()}</h3>
            <p class="note">{purpose(layer)}</p>
            {content}
            {list_source(layer, records, department)}
            {explanation(layer, records, Some(region.as_str()), context.explained)}
        </section>
    }
}
