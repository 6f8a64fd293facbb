//! The status of a scheme: from the phrases of published lists to our four words.

use crate::names::{nearest_texts, normalized};
use map::Status;

/// The phrases of lists, normalized, with their meanings. « En cours » alone is not among them: it
/// is said of contracts in force and of contracts being written.
const PHRASES: [(&str, Status); 38] = [
    ("actif", Status::Active),
    ("active", Status::Active),
    ("signe", Status::Active),
    ("signee", Status::Active),
    ("aci signe", Status::Active),
    ("aci signee", Status::Active),
    ("aci", Status::Active),
    ("en vigueur", Status::Active),
    ("en fonctionnement", Status::Active),
    ("en activite", Status::Active),
    ("operationnel", Status::Active),
    ("operationnelle", Status::Active),
    ("en preparation", Status::InPreparation),
    ("en projet", Status::InPreparation),
    ("projet", Status::InPreparation),
    ("projet de sante", Status::InPreparation),
    ("projet de sante valide", Status::InPreparation),
    ("lettre d intention", Status::InPreparation),
    ("lettre d intention validee", Status::InPreparation),
    ("en elaboration", Status::InPreparation),
    ("en cours d elaboration", Status::InPreparation),
    ("en cours de signature", Status::InPreparation),
    ("en construction", Status::InPreparation),
    ("prefiguration", Status::InPreparation),
    ("en prefiguration", Status::InPreparation),
    ("en emergence", Status::InPreparation),
    ("expire", Status::Expired),
    ("echu", Status::Expired),
    ("termine", Status::Expired),
    ("clos", Status::Expired),
    ("inconnu", Status::Unknown),
    ("non precise", Status::Unknown),
    // Those of our own layers that a list of today does not state.
    ("presume", Status::Unknown),
    ("presume actif", Status::Unknown),
    ("presumee active", Status::Unknown),
    ("non etabli", Status::Unknown),
    ("statut non etabli", Status::Unknown),
    ("etat ancien", Status::Unknown),
];

/// A phrase with the status that a steward gives it.
pub(crate) struct OwnStatus {
    phrase: String,
    status: Status,
}

/// The status that a phrase means, by the steward’s own words and then by those that lists use.
pub(crate) fn meaning(phrase: &str, own: &[OwnStatus]) -> Option<Status> {
    let phrase = normalized(phrase);
    let own = own.iter().map(|one| (one.phrase.as_str(), one.status));
    let mut known = own.chain(PHRASES);
    known.find(|(words, _)| *words == phrase).map(|(_, status)| status)
}

/// The meaning of the known phrase that is nearest.
pub(crate) fn nearest(phrase: &str) -> Option<Status> {
    let phrase = normalized(phrase);
    let near = nearest_texts(&phrase, PHRASES.into_iter());
    near.first().map(|(_, status)| *status)
}

/// `En cours=actif`, as the command line gives it.
pub(crate) fn own(text: &str) -> Option<OwnStatus> {
    let (phrase, status) = text.split_once('=')?;
    let status = meaning(status, &[])?;
    Some(OwnStatus { phrase: normalized(phrase), status })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_of_lists_are_one_of_four_words() {
        assert_eq!(meaning("ACI signé", &[]), Some(Status::Active));
        assert_eq!(meaning("en_preparation", &[]), Some(Status::InPreparation));
        assert_eq!(meaning("En cours d’élaboration", &[]), Some(Status::InPreparation));
        assert_eq!(meaning("En cours", &[]), None);
        assert_eq!(nearest("signés"), Some(Status::Active));
    }

    #[test]
    fn a_steward_says_what_a_phrase_means() {
        let own = own("En cours = actif").unwrap();
        assert_eq!(meaning("EN COURS", &[own]), Some(Status::Active));
        assert!(super::own("En cours=oui").is_none());
        assert!(super::own("En cours").is_none());
    }
}
