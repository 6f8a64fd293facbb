//! The page of a territory: its answer, its communes, what surrounds it.

use super::communes;
use crate::site::content::Content;
use crate::site::legend::legend;
use crate::site::page::{Page, Program, html};
use crate::site::{around, head, picture};
use answers::{Context, Explained, Report};
use leptos::prelude::*;
use map::served::CommuneRow;
use map::text::typographic;
use map::{Subject, Territory};

/// The page of a territory.
pub(in crate::site) fn page(content: &Content, territory: Territory) -> Page {
    let subject = Subject::Territory(territory);
    let name = &content.records.properties(territory).nom;
    let sentence = answers::sentence(&content.records, &subject);
    let answer = answer(content, &subject);
    let crumbs = around::crumbs(content, territory);
    Page {
        folder: content.folder(&subject),
        title: format!(
            "{}\u{a0}: contrats locaux de santé, CPTS et projets",
            content.names.of(&subject)
        ),
        description: described(&content.names.of(&subject), &typographic(name), sentence),
        map: Some(picture::subject(content, &subject)),
        content: format!(
            "{answer}{}{}{}{}",
            legend(content, Some(&subject)),
            communes::table(content, territory, own_communes(content, territory)),
            around::lists(content, territory),
            around::downloads(content, territory),
        ),
        data: vec![head::area(content, territory, &crumbs)],
        crumbs,
        program: Program::TakesOver,
        style: None,
    }
}

/// A description that tells two territories of one name apart, as their titles do.
fn described(title: &str, name: &str, description: String) -> String {
    if title == name { description } else { description.replacen(name, title, 1) }
}

/// The answer of the application, with links.
pub(in crate::site) fn answer(content: &Content, subject: &Subject) -> String {
    let link = |to: Subject, name: String| {
        let href = format!("../../{}", content.folder(&to));
        view! { <a class="link" href=href>{name}</a> }.into_any()
    };
    let folder = content.folder(subject);
    let page = content.options.url.of(&folder).unwrap_or(folder);
    let contact = content.options.contact.as_deref();
    let report = contact.map(|contact| Report { contact, page: &page });
    let explained = Explained::At("../../");
    let context = Context { link: &link, report, explained };
    html(|| answers::answer(&content.records, subject, context, ().into_any()))
}

/// The communes and arrondissements of an intercommunality; of a department, the communes without one.
fn own_communes(content: &Content, territory: Territory) -> Vec<&CommuneRow> {
    let code = content.model.key(territory).code;
    let is_own = |row: &&CommuneRow| match (territory, &row.epci) {
        (Territory::Epci(_), Some(epci)) => epci.as_str() == code,
        (Territory::Department(_), None) => row.code.department() == code,
        _ => false,
    };
    content.communes.iter().filter(is_own).collect()
}
