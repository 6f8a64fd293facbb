//! The caption below a map in a frame of another page.

use super::{count, enumerated, status, typographic};
use crate::{Layer, Status};

/// More publishers than these are counted.
const NAMED: usize = 2;

/// The publishers of what a map shows: « Source : ARS Bretagne », « Sources : ARS Bretagne, CPAM du Finistère
/// et 3 autres ». None without any.
pub fn publishers(names: &[&str]) -> Option<String> {
    let label = if names.len() > 1 { "Sources" } else { "Source" };
    let (named, others) = names.split_at(names.len().min(NAMED));
    let mut parts: Vec<String> = named.iter().map(|name| typographic(name)).collect();
    if !others.is_empty() {
        parts.push(count(others.len() as u32, "autre", "autres"));
    }
    (!parts.is_empty()).then(|| format!("{label}\u{a0}: {}", enumerated(&parts)))
}

/// A scheme and where it stands: « CLS de Lyon : actif. »
pub fn scheme_caption(layer: Layer, name: &str, standing: Option<Status>) -> String {
    let standing = match standing {
        Some(standing) => status(layer, standing),
        None => "projet labellisé «\u{a0}CNR\u{a0}Santé\u{a0}»",
    };
    format!("{}\u{a0}: {standing}.", typographic(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_two_publishers_are_named_and_the_others_counted() {
        assert_eq!(publishers(&[]), None);
        assert_eq!(publishers(&["ARS"]).unwrap(), "Source\u{a0}: ARS");
        assert_eq!(publishers(&["ARS", "CPAM"]).unwrap(), "Sources\u{a0}: ARS et CPAM");
        let three = publishers(&["ARS", "CPAM", "Ville"]).unwrap();
        assert_eq!(three, "Sources\u{a0}: ARS, CPAM et 1\u{a0}autre");
        let four = publishers(&["ARS", "CPAM", "Ville", "L'État"]).unwrap();
        assert_eq!(four, "Sources\u{a0}: ARS, CPAM et 2\u{a0}autres");
    }

    #[test]
    fn a_scheme_is_captioned_with_its_status_and_a_project_as_one() {
        let cpts = scheme_caption(Layer::Cpts, "CPTS de l'Ain", Some(Status::Active));
        assert_eq!(cpts, "CPTS de l’Ain\u{a0}: active.");
        let project = scheme_caption(Layer::Projects, "Télémédecine", None);
        assert!(project.starts_with("Télémédecine\u{a0}: projet labellisé"), "{project}");
    }
}
