//! Former communes: the codes and names that lead to a commune in force.

use super::cog::Cog;
use super::read::PublishedContour;
use crate::names::{normalized, without_article};
use crate::territories::{Commune, FormerCommune};
use map::CommuneCode;
use std::collections::{BTreeSet, HashMap};

/// Delegated and associated communes (COG), merged ones (`successors`), and the names under which
/// communes were published before; in code order, each once.
///
/// A name is that of the COG or of the published contours; it is empty for a commune that was
/// merged before both. A name that only differs by accents, hyphens or an article from the one in
/// force is left out: it is understood anyway.
pub fn communes(
    cog: &Cog,
    published: &[PublishedContour],
    successors: &HashMap<String, String>,
    in_force: &[Commune],
) -> Result<Vec<FormerCommune>, String> {
    let names: HashMap<&str, &str> =
        in_force.iter().map(|commune| (commune.code.as_str(), commune.nom.as_str())).collect();
    let parts = cog.communes.iter().filter(|part| part.kind.ends_with("ee"));
    let named: BTreeSet<(&str, &str, &str)> = parts
        .filter_map(|part| {
            Some((part.code.as_str(), part.nom.as_str(), part.chef_lieu.as_deref()?))
        })
        .chain(published.iter().filter_map(|contour| {
            Some((
                contour.code.as_str(),
                contour.name.as_str(),
                successors.get(&contour.code)?.as_str(),
            ))
        }))
        .collect();
    let codes: BTreeSet<&str> = named.iter().map(|(code, ..)| *code).collect();
    let nameless = successors
        .iter()
        .filter(|(code, commune)| code != commune && !codes.contains(code.as_str()))
        .map(|(code, commune)| (code.as_str(), "", commune.as_str()));
    let mut former = Vec::new();
    for (code, name, commune) in named.iter().copied().chain(nameless) {
        let is_news = |current: &&str| code != commune || !is_same_name(current, name);
        if names.get(commune).is_some_and(is_news) {
            former.push(FormerCommune {
                code: CommuneCode::new(code).map_err(|error| error.to_string())?,
                nom: name.to_owned(),
                commune: CommuneCode::new(commune).map_err(|error| error.to_string())?,
            });
        }
    }
    former.sort();
    former.dedup_by(|next, kept| {
        (&next.code, &next.commune) == (&kept.code, &kept.commune)
            && is_same_name(&next.nom, &kept.nom)
    });
    Ok(former)
}

fn is_same_name(one: &str, other: &str) -> bool {
    without_article(&normalized(one)) == without_article(&normalized(other))
}
