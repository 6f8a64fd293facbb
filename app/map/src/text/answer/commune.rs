//! The answer for a commune or a municipal arrondissement, in one sentence.

use crate::text::french::{Gender, enumerated};
use crate::text::{count, date, on, status, typographic};
use crate::{CoveredPart, Degree, Layer, Membership, Status};

/// The schemes of one layer in a commune, and how well the layer is known there.
#[derive(Clone, Debug)]
pub struct LayerHere<'a> {
    /// CLS or CPTS.
    pub layer: Layer,
    /// How well it is known in the region; none where nothing is.
    pub degree: Option<Degree>,
    /// Those that the commune lies in.
    pub memberships: Vec<Membership<'a>>,
}

/// The labelled projects of a commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectsHere {
    /// So many whose title names the commune, says the list.
    Listed(u32),
    /// No list is known.
    NotDocumented,
}

/// « Saint-Martin-d’Hères est dans le CLS … (actif) et dans la CPTS … ; aucun projet labellisé n’y
/// est situé. » An absence is said with what it rests on: a list, facts or nothing.
pub fn commune_answer(name: &str, layers: &[LayerHere], projects: ProjectsHere) -> String {
    let name = typographic(name);
    let inside: Vec<String> = layers.iter().filter_map(|one| inside(one, &name)).collect();
    let mut clauses: Vec<String> = layers.iter().flat_map(others).collect();
    clauses.push(projects_here(projects));
    let rest = clauses.join("\u{a0}; ");
    match inside.is_empty() {
        true => format!("{name}\u{a0}: {rest}."),
        false => format!("{name} est {}\u{a0}; {rest}.", enumerated(&inside)),
    }
}

/// The schemes that a commune is in today, after « est »: « dans le CLS de Lyon (actif) ». Those that
/// say the same of themselves share their parenthesis.
fn inside(here: &LayerHere, name: &str) -> Option<String> {
    let own = here.memberships.iter().filter(|one| is_in_force(one.scheme.statut));
    let mut groups: Vec<(CoveredPart, String, Vec<String>)> = Vec::new();
    for one in own {
        let (standing, scheme) = (standing(here.layer, one), named(here.layer, &one.scheme.nom));
        let same = |group: &&mut (CoveredPart, String, Vec<String>)| {
            (group.0, &group.1) == (one.part, &standing)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.2.push(scheme),
            None => groups.push((one.part, standing, vec![scheme])),
        }
    }
    let all: Vec<String> = groups
        .iter()
        .map(|(part, standing, schemes)| {
            let (partly, which) = extent(*part, name, schemes.len());
            format!("{partly}dans {} ({standing}{which})", enumerated(schemes))
        })
        .collect();
    (!all.is_empty()).then(|| enumerated(&all))
}

/// The words before and after schemes that do not cover a commune whole.
fn extent(part: CoveredPart, name: &str, schemes: usize) -> (&'static str, String) {
    let each = if schemes > 1 { "chacune " } else { "" };
    let partly = if matches!(part, CoveredPart::NotDelimited | CoveredPart::Arrondissements) {
        "en partie "
    } else {
        ""
    };
    let each = if part == CoveredPart::NotDelimited { each } else { "" };
    let which = part_of(part, name).map(|text| format!("\u{a0}; {each}{text}"));
    (partly, which.unwrap_or_default())
}

/// The clauses on schemes that are not in force; or on the absence of any.
fn others(here: &LayerHere) -> Vec<String> {
    if here.memberships.is_empty() {
        return vec![absence(here.layer, here.degree)];
    }
    let is_inside = here.memberships.iter().any(|one| is_in_force(one.scheme.statut));
    let past = [Status::Expired, Status::FormerState];
    let not_in_force = here.memberships.iter().filter(|one| !is_in_force(one.scheme.statut));
    // Beside a scheme in force, one that is over says nothing of today.
    let shown = not_in_force.filter(|one| !is_inside || !past.contains(&one.scheme.statut));
    shown.map(|one| clause(here.layer, one)).collect()
}

fn clause(layer: Layer, one: &Membership) -> String {
    let name = named(layer, &one.scheme.nom);
    match one.scheme.statut {
        Status::InPreparation => format!("{name} y est en préparation"),
        Status::FormerState => {
            let seen = one.scheme.etat_du.as_deref().map(|day| format!(" {}", on(day)));
            format!("{name} y était en préparation{}", seen.unwrap_or_default())
        }
        _ => format!("{name} y est {}", status(layer, one.scheme.statut)),
    }
}

/// The words beside a scheme that does not cover a commune whole: « une partie de Nice, la source ne
/// dit pas laquelle ». None for one that does.
pub fn part_of(part: CoveredPart, name: &str) -> Option<String> {
    match part {
        CoveredPart::Whole => None,
        CoveredPart::NotDelimited => {
            Some(format!("une partie de {}, la source ne dit pas laquelle", typographic(name)))
        }
        CoveredPart::Arrondissements => Some("certains arrondissements".to_owned()),
        CoveredPart::OfKnownPart => Some("périmètre connu en partie".to_owned()),
    }
}

/// The zero of a commune, under a list: « Hors de tout CLS de la liste de la région. »
pub fn no_scheme_here(layer: Layer) -> String {
    let any = Gender::of(layer).pick("tout", "toute");
    format!("Hors de {any} {} de la liste de la région.", layer.short_title())
}

/// The absence of any scheme of a layer, with what it rests on; never « hors » without a list.
pub(super) fn absence(layer: Layer, degree: Option<Degree>) -> String {
    let gender = Gender::of(layer);
    let (none, title) = (gender.pick("aucun", "aucune"), layer.short_title());
    match degree {
        Some(Degree::List) => format!("{none} {title}, selon la liste de la région"),
        Some(Degree::Facts) => {
            let known = gender.pick("connu", "connue");
            format!("{none} {title} n’y est {known}, sans liste entière")
        }
        None => {
            let documented = gender.pick("documentés", "documentées");
            format!("les {title} n’y sont pas {documented}")
        }
    }
}

fn projects_here(projects: ProjectsHere) -> String {
    match projects {
        ProjectsHere::NotDocumented => "les projets labellisés n’y sont pas documentés".to_owned(),
        ProjectsHere::Listed(0) => "aucun projet labellisé n’y est situé".to_owned(),
        ProjectsHere::Listed(1) => "un projet labellisé y est situé".to_owned(),
        ProjectsHere::Listed(all) => {
            format!("{} y sont situés", count(all, "projet labellisé", "projets labellisés"))
        }
    }
}

/// Whether a scheme of that status is counted as one that a commune is in.
fn is_in_force(status: Status) -> bool {
    matches!(status, Status::Active | Status::Presumed | Status::NotEstablished | Status::Unknown)
}

/// « actif, signé le 8 mars 2024 »; of one whose status is not established, the signature alone.
fn standing(layer: Layer, one: &Membership) -> String {
    let signed = Gender::of(layer).pick("signé", "ACI signé");
    let signed = one.scheme.signature.as_deref().map(|day| format!("{signed} {}", on(day)));
    let seen = one.scheme.etat_du.as_deref().map(|day| format!("état de {}", date(day)));
    let words = status(layer, one.scheme.statut);
    match (one.scheme.statut, signed.or(seen)) {
        (Status::NotEstablished, Some(when)) => when,
        (_, Some(when)) => format!("{words}, {when}"),
        (_, None) => words.to_owned(),
    }
}

/// The name of a scheme with its article: « le CLS de Lyon », « la CPTS «\u{a0}Actes\u{a0}» ».
pub fn named(layer: Layer, name: &str) -> String {
    let name = typographic(name);
    let article = Gender::of(layer).pick("le", "la");
    let nouns: &[&str] = match layer {
        Layer::Cls => &["CLS", "Contrat"],
        Layer::Cpts => &["CPTS", "Communauté"],
        Layer::Projects => &["Projet"],
    };
    match nouns.iter().any(|noun| name.starts_with(noun)) {
        true => format!("{article} {name}"),
        false => format!("{article} {} «\u{a0}{name}\u{a0}»", layer.short_title()),
    }
}

#[cfg(test)]
#[path = "commune_tests.rs"]
mod tests;
