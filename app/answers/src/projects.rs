//! The labelled projects of a territory, by where they are in it.

use crate::context::{Context, Explained};
use crate::facts::{label, located};
use crate::sources::source_link;
use leptos::prelude::*;
use map::served::{NamedCommune, ProjectProperties, Reach};
use map::text::{
    ProjectScope, ProjectsOfTerritory, no_project, number, project_counts, projects_in_detail,
    purpose, times_labelled, typographic,
};
use map::{CommuneCode, Layer, Records, Territory};

/// More projects than these are folded away.
const SHOWN: usize = 6;

/// The whereabouts of a project, seen from an intercommunality or a commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whereabouts {
    /// In a commune of it.
    Here,
    /// In the whole department.
    Throughout,
    /// In a part of the department that its source does not delimit.
    SomePart,
    /// In another commune of the department.
    Elsewhere,
}

impl Whereabouts {
    const ALL: [Self; 4] = [Self::Here, Self::Throughout, Self::SomePart, Self::Elsewhere];

    const fn title(self) -> &'static str {
        match self {
            Self::Here => "Ici",
            Self::Throughout => "Dans tout le département",
            Self::SomePart => "Dans une partie du département que la source ne délimite pas",
            Self::Elsewhere => "Ailleurs dans le département",
        }
    }
}

fn whereabouts(
    records: &Records,
    project: &ProjectProperties,
    is_here: impl Fn(&NamedCommune) -> bool,
) -> Whereabouts {
    match project.lieux.as_slice() {
        [] if located(records, &project.id).is_some() => Whereabouts::SomePart,
        [] => Whereabouts::Throughout,
        communes if communes.iter().any(is_here) => Whereabouts::Here,
        _ => Whereabouts::Elsewhere,
    }
}

/// The projects of a territory, for its sentence.
pub(crate) fn projects_of(records: &Records, territory: Territory) -> ProjectsOfTerritory {
    let projects = records.projects_of(territory);
    let is_known = records.documentation(Layer::Projects, territory).is_some();
    let all = projects.len() as u32;
    match territory {
        _ if !is_known && projects.is_empty() => ProjectsOfTerritory::NotDocumented,
        Territory::Region(_) | Territory::Department(_) => ProjectsOfTerritory::Listed(all),
        Territory::Epci(_) => {
            let here = grouped(records, &projects, in_epci(records, territory))[0].1.len() as u32;
            ProjectsOfTerritory::Near { here, department: all - here }
        }
    }
}

/// Whether a commune is one of an intercommunality.
fn in_epci(records: &Records, territory: Territory) -> impl Fn(&NamedCommune) -> bool {
    let code = records.properties(territory).code.clone();
    move |commune| commune.epci.as_ref().is_some_and(|epci| epci.as_str() == code)
}

fn grouped<'a>(
    records: &Records,
    projects: &[&'a ProjectProperties],
    is_here: impl Fn(&NamedCommune) -> bool,
) -> [(Whereabouts, Vec<&'a ProjectProperties>); 4] {
    Whereabouts::ALL.map(|wanted| {
        let own = projects.iter().copied();
        (wanted, own.filter(|one| whereabouts(records, one, &is_here) == wanted).collect())
    })
}

/// The projects of a territory; those of an intercommunality by where they are.
pub(crate) fn project_list(
    records: &Records,
    territory: Territory,
    context: Context,
) -> impl IntoView + use<> {
    let projects = records.projects_of(territory);
    let content = match territory {
        Territory::Epci(_) => groups(records, &projects, in_epci(records, territory), context),
        _ => view! {
            {introduction(records, territory, &projects)}
            {folded(projects.iter().map(|one| item(records, one, context)).collect())}
        }
        .into_any(),
    };
    let count = match territory {
        Territory::Epci(_) => Count::Hidden,
        _ => Count::Shown,
    };
    section(records, territory, &projects, count, content, context.explained)
}

/// The projects seen from one commune.
pub(crate) fn projects_of_commune(
    records: &Records,
    department: Territory,
    code: &CommuneCode,
    context: Context,
) -> impl IntoView + use<> {
    let projects = records.projects_of(department);
    let content = groups(records, &projects, |one| one.code == *code, context);
    section(records, department, &projects, Count::Hidden, content, context.explained)
}

/// The number of projects whose title names a commune; none where no list is known.
pub(crate) fn count_in_commune(
    records: &Records,
    department: Territory,
    code: &CommuneCode,
) -> Option<u32> {
    let projects = records.projects_of(department);
    let is_known = records.documentation(Layer::Projects, department).is_some();
    let here = projects.iter().filter(|one| one.lieux.iter().any(|commune| commune.code == *code));
    (is_known || !projects.is_empty()).then(|| here.count() as u32)
}

/// Whether the heading has the number of projects: not where some of them are elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    Shown,
    Hidden,
}

fn section(
    records: &Records,
    territory: Territory,
    projects: &[&ProjectProperties],
    count: Count,
    content: AnyView,
    explained: Explained<'_>,
) -> impl IntoView + use<> {
    let documentation = records.documentation(Layer::Projects, territory);
    let is_known = documentation.is_some() || !projects.is_empty();
    let count = (is_known && count == Count::Shown).then(|| number(projects.len() as u32));
    let in_detail = projects.iter().filter(|one| one.porteur.is_some()).count();
    let note = projects_in_detail(in_detail as u32, projects.len() as u32);
    let content = match is_known {
        true => content,
        false => view! {
            <p class="undocumented"><strong>"Non documenté."</strong> " Nous ne disposons d’aucune liste de projets pour cette région."</p>
        }
        .into_any(),
    };
    view! {
        <section class="layer-answer layer-answer-projets">
            <h3>
                {Layer::Projects.title()} " "
                {count.map(|count| view! { <span class="count">{count}</span> })}
            </h3>
            <p class="note">{purpose(Layer::Projects)}</p>
            {content}
            {note.map(|note| view! { <p class="note">{note}</p> })}
            {documentation.and_then(|documentation| source_link(records, &documentation.source))}
            {is_known.then(|| label(records, explained))}
        </section>
    }
}

/// The projects by where they are; those of elsewhere are folded away.
fn groups(
    records: &Records,
    projects: &[&ProjectProperties],
    is_here: impl Fn(&NamedCommune) -> bool,
    context: Context,
) -> AnyView {
    let groups = grouped(records, projects, is_here);
    let none_here = groups[0].1.is_empty();
    let groups: Vec<AnyView> = groups
        .into_iter()
        .filter(|(_, own)| !own.is_empty())
        .map(|(whereabouts, own)| group(records, whereabouts, &own, context))
        .collect();
    view! {
        {none_here.then(|| view! { <p class="none">"Aucun projet labellisé n’y est situé."</p> })}
        {groups}
    }
    .into_any()
}

fn group(
    records: &Records,
    whereabouts: Whereabouts,
    projects: &[&ProjectProperties],
    context: Context,
) -> AnyView {
    let title = format!("{}\u{a0}: {}", whereabouts.title(), number(projects.len() as u32));
    let items: Vec<AnyView> = projects.iter().map(|one| item(records, one, context)).collect();
    let list = view! { <ul class="schemes">{items}</ul> };
    match whereabouts {
        Whereabouts::Here => view! { <p class="fact-label">{title}</p> {list} }.into_any(),
        _ => view! { <details class="more"><summary>{title}</summary> {list}</details> }.into_any(),
    }
}

/// A list whose end is folded away where it is long.
fn folded(mut items: Vec<AnyView>) -> impl IntoView + use<> {
    let more = if items.len() > SHOWN + 1 { items.split_off(SHOWN) } else { Vec::new() };
    let title = format!("{} autres projets", number(more.len() as u32));
    view! {
        <ul class="schemes">{items}</ul>
        {(!more.is_empty()).then(|| view! {
            <details class="more"><summary>{title}</summary><ul class="schemes">{more}</ul></details>
        })}
    }
}

fn introduction(
    records: &Records,
    territory: Territory,
    projects: &[&ProjectProperties],
) -> Option<AnyView> {
    if !projects.is_empty() {
        let regional = projects.iter().filter(|one| one.portee == Reach::Regional).count();
        let departmental = projects.len() - regional;
        let text = project_counts(departmental as u32, regional as u32, ProjectScope::Territory);
        return Some(view! { <p>{text}</p> }.into_any());
    }
    records.documentation(Layer::Projects, territory)?;
    Some(view! { <p class="none">{no_project(ProjectScope::Territory)}</p> }.into_any())
}

fn item(records: &Records, project: &ProjectProperties, context: Context) -> AnyView {
    let name = typographic(&project.nom);
    let name = match records.scheme_index(&project.id) {
        Some(index) => context.link(index.into(), name),
        None => name.into_any(),
    };
    view! {
        <li class="scheme">
            <p class="scheme-name"><strong>{name}</strong></p>
            <p>{about(records, project)}</p>
            {holder(project)}
            {context.report(records, &project.id, &project.source)}
        </li>
    }
    .into_any()
}

/// « régional · Privas · dispositif labellisé 3 fois dans la région ».
pub(crate) fn about(records: &Records, project: &ProjectProperties) -> impl IntoView + use<> {
    let reach = match project.portee {
        Reach::Regional => "régional",
        Reach::Departmental => "départemental",
    };
    let same = |other: &&ProjectProperties| other.dispositif == project.dispositif;
    let times = records.file.projects.iter().filter(same).count();
    let communes: Vec<String> = project.lieux.iter().map(|one| typographic(&one.nom)).collect();
    let communes = (!communes.is_empty()).then(|| communes.join(", "));
    let parts = [
        communes,
        located(records, &project.id),
        times_labelled(times as u32),
        project.theme.as_deref().map(typographic),
    ];
    let parts: String = parts.into_iter().flatten().map(|part| format!(" · {part}")).collect();
    view! { <span class="status">{reach}</span> {parts} }
}

/// The holder and the objectives, where the source gives them.
pub(crate) fn holder(project: &ProjectProperties) -> impl IntoView + use<> {
    let holder = project.porteur.as_deref().map(typographic);
    let objectives = project.objectifs.as_deref().map(typographic);
    view! {
        {holder.map(|holder| view! { <p>"Porteur\u{a0}: " {holder}</p> })}
        {objectives.map(|text| view! {
            <details class="objectives"><summary>"Objectifs"</summary><p>{text}</p></details>
        })}
    }
}
