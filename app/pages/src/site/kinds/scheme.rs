//! The page of a CLS, a CPTS or a labelled project.

use super::territory;
use crate::site::content::Content;
use crate::site::legend::legend;
use crate::site::page::{Crumb, Page, Program, link, list};
use crate::site::{around, picture};
use map::served::CommuneRow;
use map::text::{count, sort_key, status, typographic};
use map::{Layer, SchemeIndex, Subject};

/// The page of a scheme.
pub(in crate::site) fn page(content: &Content, scheme: SchemeIndex) -> Page {
    let subject = Subject::Scheme(scheme);
    let name = content.names.of(&subject);
    let communes = communes(content, scheme);
    let known = content.records.scheme_at(scheme);
    let standing = known.map(|known| format!(", {}", status(scheme.layer, known.statut)));
    let extent = match communes.len() as u32 {
        0 => String::new(),
        all => format!(" {}.", count(all, "commune", "communes")),
    };
    let folder = content.folder(&subject);
    let description = format!(
        "{name}\u{a0}: {}{}.{extent} Territoire, dates et statut, selon quelle source.",
        kind(scheme.layer),
        standing.unwrap_or_default(),
    );
    let answer = territory::answer(content, &subject);
    Page {
        crumbs: crumbs(content, &subject, &folder),
        title: format!("{name}, {}", kind(scheme.layer)),
        description,
        map: Some(picture::subject(content, &subject)),
        content: format!(
            "{answer}{}{}",
            legend(content, Some(&subject)),
            list("Communes du périmètre", &communes)
        ),
        data: Vec::new(),
        folder,
        program: Program::TakesOver,
        style: None,
    }
}

fn kind(layer: Layer) -> &'static str {
    match layer {
        Layer::Cls => "contrat local de santé",
        Layer::Cpts => "communauté professionnelle territoriale de santé",
        Layer::Projects => "projet labellisé «\u{a0}CNR\u{a0}Santé\u{a0}»",
    }
}

/// The way to a scheme: the smallest territory around it.
fn crumbs(content: &Content, subject: &Subject, folder: &str) -> Vec<Crumb> {
    let around =
        content.model.within(subject).or_else(|| content.records.extent(subject).first().copied());
    let mut crumbs = match around {
        Some(territory) => around::crumbs(content, territory),
        None => vec![Crumb { name: "France".to_owned(), folder: String::new() }],
    };
    let name = typographic(content.records.name_of(subject));
    crumbs.push(Crumb { name, folder: folder.to_owned() });
    crumbs
}

/// Links to the communes of the perimeter, by name.
fn communes(content: &Content, scheme: SchemeIndex) -> Vec<String> {
    let Some(known) = content.records.scheme_at(scheme) else { return Vec::new() };
    let mut communes: Vec<_> =
        known.communes.iter().filter_map(|code| content.commune(code)).collect();
    communes.sort_by_key(|commune| sort_key(&commune.nom));
    let row = |commune: &CommuneRow| {
        let page = match &commune.epci {
            Some(epci) => format!("epci-{epci}"),
            None => format!("departement-{}", commune.code.department()),
        };
        link(
            &format!("../../territoire/{page}/#commune-{}", commune.code),
            &typographic(&commune.nom),
        )
    };
    communes.into_iter().map(row).collect()
}
