//! The page of a territory: its answer, its communes, what surrounds it.

use super::communes;
use crate::html::escaped;
use crate::site::content::{Commune, Content};
use crate::site::page::{Page, Program, html};
use crate::site::{around, head, picture};
use leptos::prelude::*;
use map::text::{capital, count, typographic};
use map::{Subject, Territory};

/// The page of a territory.
pub(in crate::site) fn page(content: &Content, territory: Territory) -> Page {
    let subject = Subject::Territory(territory);
    let summary = answers::announcement(&content.records, &subject);
    let properties = content.records.properties(territory);
    let description = format!(
        "{summary} {}, {}\u{a0}: quels dispositifs, sur quelles communes, selon quelle source et à quelle date.",
        count(properties.communes, "commune", "communes"),
        count(properties.population, "habitant", "habitants"),
    );
    let answer = answer(content, &subject);
    let crumbs = around::crumbs(content, territory);
    Page {
        folder: content.folder(&subject),
        title: format!(
            "{}\u{a0}: contrats locaux de santé, CPTS et projets",
            content.names.of(&subject)
        ),
        description: describe(
            &content.names.of(&subject),
            &typographic(&properties.nom),
            description,
        ),
        map: Some(picture::territory(content, territory)),
        content: format!(
            "<p class=\"summary\">{}</p>{answer}{}{}{}",
            escaped(&capital(&summary)),
            communes::table(content, territory, own_communes(content, territory)),
            around::lists(content, territory),
            around::downloads(content, territory),
        ),
        data: vec![head::area(content, territory, &crumbs)],
        crumbs,
        program: Program::TakesOver,
    }
}

/// A description that tells two territories of one name apart, as their titles do.
fn describe(title: &str, name: &str, description: String) -> String {
    if title == name { description } else { description.replacen(name, title, 1) }
}

/// The answer of the application, with links.
pub(in crate::site) fn answer(content: &Content, subject: &Subject) -> String {
    let link = |to: Subject, name: String| {
        let href = format!("../../{}", content.folder(&to));
        view! { <a class="link" href=href>{name}</a> }.into_any()
    };
    html(|| answers::answer(&content.records, subject, &link, ().into_any()))
}

/// The communes of an intercommunality; of a department, those without one.
fn own_communes(content: &Content, territory: Territory) -> Vec<&Commune> {
    let code = content.model.key(territory).code;
    let is_own = |commune: &&Commune| match territory {
        Territory::Region(_) => false,
        Territory::Epci(_) => commune.epci.as_deref() == Some(&code),
        Territory::Department(_) => commune.epci.is_none() && commune.code.starts_with(&code),
    };
    content.communes.iter().filter(is_own).collect()
}
