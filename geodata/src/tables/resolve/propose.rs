//! Proposals for an item that designates no territory, for messages.

use super::items::is_like_a_code;
use crate::names::{Names, nearest_codes, nearest_texts, normalized, without_type};
use crate::territories::{Commune, Territories};

/// The largest number of homonyms in a message.
const HOMONYMS: usize = 12;

/// The communes whose code or name is near `item`.
pub(super) fn communes(territories: &Territories, names: &Names, item: &str) -> Option<String> {
    let indices: Vec<usize> = if is_like_a_code(item) {
        let codes = nearest_codes(item, territories.communes.iter().map(|one| one.code.as_str()));
        let communes = territories.communes.iter().enumerate();
        let near = communes.filter(|(_, one)| codes.contains(&one.code.as_str()));
        near.map(|(index, _)| index).collect()
    } else {
        let near = nearest_texts(&normalized(item), names.communes.normalized_names());
        near.iter().flat_map(|(_, indices)| indices.iter().copied()).take(3).collect()
    };
    let near = indices.iter().map(|&index| &territories.communes[index]);
    one_of(near.map(|commune| format!("{}, {}", commune.code, commune.nom)).collect())
}

/// Communes of one name, each by a spelling that designates it alone.
pub(crate) fn homonyms(territories: &Territories, indices: &[usize]) -> Option<String> {
    let communes: Vec<&Commune> =
        indices.iter().map(|&index| &territories.communes[index]).collect();
    let spelling = |commune: &&Commune| {
        let same = communes.iter().filter(|one| one.departement == commune.departement).count();
        match same {
            1 => format!("{} ({})", commune.nom, commune.departement),
            _ => format!("{}, {} ({})", commune.code, commune.nom, commune.departement),
        }
    };
    let mut spellings: Vec<String> = communes.iter().map(spelling).collect();
    if spellings.len() > HOMONYMS {
        let others = spellings.len() - HOMONYMS;
        spellings.truncate(HOMONYMS);
        spellings.push(format!("l’une des {others} autres"));
    }
    one_of(spellings)
}

/// The intercommunalities whose code or name is near `item`.
pub(super) fn epci(territories: &Territories, names: &Names, item: &str) -> Option<String> {
    let indices: Vec<usize> = if is_like_a_code(item) {
        let codes = nearest_codes(item, territories.epci.iter().map(|one| one.code.as_str()));
        let epci = territories.epci.iter().enumerate();
        let near = epci.filter(|(_, one)| codes.contains(&one.code.as_str()));
        near.map(|(index, _)| index).collect()
    } else {
        // Of another type first: « CC » for what has become a « CA ».
        let near = nearest_texts(&without_type(item), names.epci.normalized_names());
        near.iter().flat_map(|(_, indices)| indices.iter().copied()).take(3).collect()
    };
    epci_at(territories, &indices)
}

/// Intercommunalities by code and name.
pub(super) fn epci_at(territories: &Territories, indices: &[usize]) -> Option<String> {
    let epci = indices.iter().map(|&index| &territories.epci[index]);
    one_of(epci.map(|epci| format!("{}, {}", epci.code, epci.nom)).collect())
}

/// The arrondissements whose code or name is near `item`.
pub(super) fn arrondissements(territories: &Territories, item: &str) -> Option<String> {
    let rows = &territories.arrondissements;
    let codes = nearest_codes(item, rows.iter().map(|one| one.code.as_str()));
    let near = rows.iter().filter(|one| codes.contains(&one.code.as_str()));
    one_of(near.map(|one| format!("{}, {}", one.code, one.nom)).collect())
}

/// « A ; B ou C »; none of an empty list.
pub(super) fn one_of(mut proposals: Vec<String>) -> Option<String> {
    let last = proposals.pop()?;
    if proposals.is_empty() {
        return Some(last);
    }
    Some(format!("{} ou {last}", proposals.join("\u{a0}; ")))
}
