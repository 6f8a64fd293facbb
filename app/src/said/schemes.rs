//! The lists of the panel: schemes of a layer with what they cover, and projects.

use super::facts::statements;
use crate::legend::{swatch_cls, swatch_cpts};
use leptos::prelude::*;
use map::served::{ProjectProperties, Reach, SchemeProperties};
use map::text::{
    ProjectScope, arrondissements, extent, no_project, none_here, number, period, project_counts,
    publisher_and_date, status, times_labelled, typographic, undocumented,
};
use map::{Class, Covering, Layer, Records, Territory, coverage_lines};

/// The CLS or the CPTS of a territory: the coverage, then each scheme.
pub(crate) fn scheme_list(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> impl IntoView + use<> {
    let covering = records.covering(layer, territory);
    // Where nothing is known, a zero would be an answer.
    let is_known = records.coverage(layer, territory).is_some();
    let schemes: Vec<_> =
        covering.iter().map(|one| scheme(layer, records, territory, one)).collect();
    view! {
        <section class=format!("layer-answer layer-answer-{}", layer.code())>
            <h3>
                {layer.title()} " "
                {is_known.then(|| view! { <span class="count">{number(covering.len() as u32)}</span> })}
            </h3>
            {coverage(layer, records, territory)}
            <ul class="schemes">{schemes}</ul>
        </section>
    }
}

/// The bar and its sentences, or what is to be said where nothing is known.
fn coverage(layer: Layer, records: &Records, territory: Territory) -> AnyView {
    let Some(classes) = records.coverage(layer, territory) else {
        let region = records.region_name(&records.properties(territory).region);
        let lists = records.file.manifest.couches.iter().filter(|one| one.couche == layer);
        let known: Vec<&str> = lists.map(|one| records.region_name(&one.region)).collect();
        return view! {
            <p class="undocumented">
                <strong>"Non documenté."</strong>
                " "
                {undocumented(layer, region, &known)}
            </p>
        }
        .into_any();
    };
    let lines = coverage_lines(layer, classes, records.properties(territory));
    let only_none = lines.len() == 1 && lines[0].class == Class::None;
    let part = |line: &map::CoverageLine| {
        // By whole numbers, see `pixels`.
        let tenths = (line.population_share * 1000.0).round() as u32;
        let width = format!("{}.{}%", tenths / 10, tenths % 10);
        view! { <span class=format!("part part-{}", class_name(line.class)) style:width=width></span> }
    };
    let bar: Vec<_> = lines.iter().map(part).collect();
    let sentence = |line: map::CoverageLine| {
        view! {
            <li>
                <span class=format!("key part-{}", class_name(line.class)) aria-hidden="true"></span>
                {line.text}
            </li>
        }
    };
    view! {
        {only_none.then(|| view! { <p class="none">{none_here(layer)}</p> })}
        <div class="bar" aria-hidden="true">{bar}</div>
        <ul class="sentences">{lines.into_iter().map(sentence).collect::<Vec<_>>()}</ul>
    }
    .into_any()
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Active => "active",
        Class::InPreparation => "preparation",
        Class::Unknown => "unknown",
        Class::None => "none",
        Class::Undocumented => "undocumented",
    }
}

fn scheme(
    layer: Layer,
    records: &Records,
    territory: Territory,
    covering: &Covering,
) -> impl IntoView + use<> {
    let scheme = covering.scheme;
    let swatch =
        if layer == Layer::Cls { swatch_cls(scheme.statut) } else { swatch_cpts(scheme.statut) };
    let site = scheme.site.clone();
    view! {
        <li class="scheme">
            <p class="scheme-name">{swatch} <strong>{typographic(&scheme.nom)}</strong></p>
            <p><span class="status">{status(layer, scheme.statut)}</span> {dates(scheme)} " · " {extent(covering.amount, records.properties(territory))}</p>
            {arrondissements(&scheme.arrondissements).map(|text| view! { <p class="note">{text}</p> })}
            {scheme.note.clone().map(|note| view! { <p class="caution">{note}</p> })}
            {site.map(|site| {
                let shown = site.trim_start_matches("https://").trim_start_matches("http://").to_owned();
                view! { <p><a href=site.clone() rel="external noreferrer">{shown}</a></p> }
            })}
            {source(records, &scheme.source)}
            {statements(records, &scheme.id)}
        </li>
    }
}

fn dates(scheme: &SchemeProperties) -> Option<String> {
    let period = period(scheme.debut.as_deref(), scheme.fin.as_deref())?;
    Some(format!(", {period}"))
}

pub(crate) fn source(records: &Records, id: &str) -> Option<impl IntoView + use<>> {
    let source = records.file.manifest.sources.get(id)?;
    let text = publisher_and_date(source);
    Some(
        view! { <p class="source">"Source\u{a0}: " <a href=format!("#source-{id}")>{text}</a></p> },
    )
}

/// The labelled projects of a territory.
pub(crate) fn project_list(records: &Records, territory: Territory) -> impl IntoView + use<> {
    let projects = records.projects_of(territory);
    let is_known =
        records.documentation(Layer::Projects, territory).is_some() || !projects.is_empty();
    let items: Vec<_> = projects.iter().map(|project| project_item(records, project)).collect();
    let intro = introduction(records, territory, &projects);
    let source = records
        .documentation(Layer::Projects, territory)
        .and_then(|documentation| source(records, &documentation.source));
    view! {
        <section class="layer-answer layer-answer-projets">
            <h3>
                {Layer::Projects.title()} " "
                {is_known.then(|| view! { <span class="count">{number(projects.len() as u32)}</span> })}
            </h3>
            {intro}
            <ul class="schemes">{items}</ul>
            {source}
        </section>
    }
}

fn introduction(
    records: &Records,
    territory: Territory,
    projects: &[&ProjectProperties],
) -> AnyView {
    let scope = match territory {
        Territory::Department(_) => ProjectScope::Territory,
        Territory::Epci(_) => ProjectScope::Department,
    };
    if projects.is_empty() && records.documentation(Layer::Projects, territory).is_some() {
        return view! { <p class="none">{no_project(scope)}</p> }.into_any();
    }
    if projects.is_empty() {
        return view! {
            <p class="undocumented"><strong>"Non documenté."</strong> " Nous ne disposons d’aucune liste de projets pour cette région."</p>
        }
        .into_any();
    }
    let regional = projects.iter().filter(|one| one.portee == Reach::Regional).count() as u32;
    let own = projects.len() as u32 - regional;
    view! { <p>{project_counts(own, regional, scope)}</p> }.into_any()
}

fn project_item(records: &Records, project: &ProjectProperties) -> impl IntoView + use<> {
    let reach = match project.portee {
        Reach::Regional => "régional",
        Reach::Departmental => "départemental",
    };
    let same =
        records.file.projects.iter().filter(|one| one.dispositif == project.dispositif).count();
    let twins = times_labelled(same as u32).map(|text| format!(" · {text}"));
    let places: Vec<&str> = project.lieux.iter().map(|place| place.nom.as_str()).collect();
    let places = (!places.is_empty()).then(|| format!(" · {}", places.join(", ")));
    let theme = project.theme.clone().unwrap_or_else(|| "thème non précisé".to_owned());
    view! {
        <li class="scheme">
            <p class="scheme-name"><strong>{typographic(&project.nom)}</strong></p>
            <p><span class="status">{reach}</span> {places} {twins} " · " {theme}</p>
            {project.porteur.clone().map(|holder| view! { <p>"Porteur\u{a0}: " {holder}</p> })}
            {project.objectifs.clone().map(|text| view! {
                <details class="objectives"><summary>"Objectifs"</summary><p>{text}</p></details>
            })}
        </li>
    }
}
