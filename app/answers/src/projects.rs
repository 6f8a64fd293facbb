//! The labelled projects of a territory.

use crate::sources::source_link;
use leptos::prelude::*;
use map::served::{ProjectProperties, Reach};
use map::text::{ProjectScope, no_project, number, project_counts, times_labelled, typographic};
use map::{Layer, Records, Territory};

/// The projects, those that name a commune of the territory first.
pub(crate) fn project_list(records: &Records, territory: Territory) -> impl IntoView + use<> {
    let projects = records.projects_of(territory);
    let documentation = records.documentation(Layer::Projects, territory);
    let is_known = documentation.is_some() || !projects.is_empty();
    let count = is_known.then(|| number(projects.len() as u32));
    let items: Vec<_> = projects.iter().map(|project| item(records, project)).collect();
    view! {
        <section class="layer-answer layer-answer-projets">
            <h3>
                {Layer::Projects.title()} " "
                {count.map(|count| view! { <span class="count">{count}</span> })}
            </h3>
            {introduction(records, territory, &projects)}
            <ul class="schemes">{items}</ul>
            {documentation.and_then(|documentation| source_link(records, &documentation.source))}
        </section>
    }
}

fn introduction(
    records: &Records,
    territory: Territory,
    projects: &[&ProjectProperties],
) -> AnyView {
    let scope = match territory {
        Territory::Region(_) | Territory::Department(_) => ProjectScope::Territory,
        Territory::Epci(_) => ProjectScope::Department,
    };
    if !projects.is_empty() {
        let regional = projects.iter().filter(|one| one.portee == Reach::Regional).count();
        let departmental = projects.len() - regional;
        let text = project_counts(departmental as u32, regional as u32, scope);
        return view! { <p>{text}</p> }.into_any();
    }
    if records.documentation(Layer::Projects, territory).is_some() {
        return view! { <p class="none">{no_project(scope)}</p> }.into_any();
    }
    view! {
        <p class="undocumented"><strong>"Non documenté."</strong> " Nous ne disposons d’aucune liste de projets pour cette région."</p>
    }
    .into_any()
}

pub(crate) fn item(records: &Records, project: &ProjectProperties) -> impl IntoView + use<> {
    let reach = match project.portee {
        Reach::Regional => "régional",
        Reach::Departmental => "départemental",
    };
    let same = |other: &&ProjectProperties| other.dispositif == project.dispositif;
    let times = records.file.projects.iter().filter(same).count();
    let times = times_labelled(times as u32).map(|text| format!(" · {text}"));
    let communes: Vec<&str> = project.lieux.iter().map(|commune| commune.nom.as_str()).collect();
    let communes = (!communes.is_empty()).then(|| format!(" · {}", communes.join(", ")));
    let theme = project.theme.clone().unwrap_or_else(|| "thème non précisé".to_owned());
    view! {
        <li class="scheme">
            <p class="scheme-name"><strong>{typographic(&project.nom)}</strong></p>
            <p><span class="status">{reach}</span> {communes} {times} " · " {theme}</p>
            {project.porteur.clone().map(|holder| view! { <p>"Porteur\u{a0}: " {holder}</p> })}
            {project.objectifs.clone().map(|text| view! {
                <details class="objectives"><summary>"Objectifs"</summary><p>{text}</p></details>
            })}
        </li>
    }
}
