//! The report of an import, in French: which territories were recognised, and how.

use super::read::Origin;
use super::request::Examples;
use super::resolve::{Found, MatchedBy, TerritoryRef};
use crate::territories::Territories;
use std::collections::{BTreeMap, HashSet};

/// The communes that a drawn perimeter became.
#[derive(Clone, Copy, Debug)]
pub(super) struct Overlaid {
    /// The number of communes taken.
    pub communes: usize,
    /// The part of the least covered of them that is inside, from 0 to 1.
    pub least: f64,
    /// The part of the perimeter that lies in them, from 0 to 1.
    pub of_perimeter: f64,
}

/// The territories recognised so far, counted by how.
pub(super) struct Report<'a> {
    territories: &'a Territories,
    counts: BTreeMap<MatchedBy, usize>,
    /// Each territory that was not given by its code or its exact name, and each overlay.
    details: Vec<(MatchedBy, String)>,
    seen: HashSet<(String, String)>,
}

impl<'a> Report<'a> {
    /// An empty report.
    pub(super) fn new(territories: &'a Territories) -> Self {
        Self { territories, counts: BTreeMap::new(), details: Vec::new(), seen: HashSet::new() }
    }

    /// Counts `item`, and records how it was read unless it was exact; the same reading once.
    pub(super) fn count(&mut self, origin: &Origin, item: &str, found: Found) {
        *self.counts.entry(found.matched_by).or_default() += 1;
        let is_whole = matches!(found.territory, TerritoryRef::Epci(_));
        if matches!(found.matched_by, MatchedBy::Code | MatchedBy::Name) && !is_whole {
            return;
        }
        let named = self.named(found.territory);
        if self.seen.insert((item.to_owned(), named.clone())) {
            let position = origin.short();
            let detail = format!("  {position}\u{a0}: «\u{a0}{item}\u{a0}» est {named}");
            self.details.push((found.matched_by, detail));
        }
    }

    /// Counts a commune that a drawn perimeter covers.
    pub(super) fn count_overlay(&mut self) {
        *self.counts.entry(MatchedBy::Overlay).or_default() += 1;
    }

    /// Records which communes a drawn perimeter became.
    pub(super) fn record_overlay(&mut self, origin: &Origin, scheme: &str, overlaid: Overlaid) {
        let (least, part) = (percent(overlaid.least), percent(overlaid.of_perimeter));
        let communes = match overlaid.communes {
            // That is a problem, reported with the others.
            0 => return,
            1 => format!("1 commune, couverte à {least}\u{a0}%"),
            count => format!("{count} communes, couvertes à {least}\u{a0}% au moins"),
        };
        let position = origin.short();
        let detail = format!(
            "  {position}\u{a0}: {scheme}, {communes}\u{a0}; {part}\u{a0}% de son périmètre s’y trouvent"
        );
        self.details.push((MatchedBy::Overlay, detail));
    }

    /// The lines of the report: how many territories were recognised in which way, then the first
    /// examples of each way, or all.
    pub(super) fn lines(self, examples: Examples) -> Vec<String> {
        let shown = match examples {
            Examples::Some => 10,
            Examples::All => usize::MAX,
        };
        let mut lines = Vec::new();
        for (matched_by, count) in &self.counts {
            lines.push(format!(
                "{} {}.",
                counted(*count, "territoire reconnu", "territoires reconnus"),
                matched_by.words()
            ));
            let details: Vec<&String> = self
                .details
                .iter()
                .filter(|(of, _)| of == matched_by)
                .map(|(_, detail)| detail)
                .collect();
            lines.extend(details.iter().take(shown).map(|detail| (*detail).clone()));
            if let Some(others) = details.len().checked_sub(shown).filter(|others| *others > 0) {
                lines.push(format!("  et {others} autres (--detail les donne tous)"));
            }
        }
        lines
    }

    fn named(&self, territory: TerritoryRef) -> String {
        match territory {
            TerritoryRef::Commune(index) => {
                let one = &self.territories.communes[index];
                format!("{}, {}", one.code, one.nom)
            }
            TerritoryRef::Arrondissement(index) => {
                let one = &self.territories.arrondissements[index];
                format!("{}, {}", one.code, one.nom)
            }
            TerritoryRef::Epci(index) => {
                let one = &self.territories.epci[index];
                format!("l’EPCI {}, {}", one.code, one.nom)
            }
        }
    }
}

/// « 1 commune », « 2 communes ».
pub(super) fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count < 2 { one } else { several })
}

/// A share from 0 to 1 as a whole percentage.
pub(super) fn percent(share: f64) -> f64 {
    (share * 100.0).round()
}
