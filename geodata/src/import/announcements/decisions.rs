//! The facts of a layer, each with the decisions on it.

use super::common::{Announcements, readable};
use super::table::{self, Row};
use crate::error::Error;
use crate::problem::Problem;
use map::Layer;
use std::collections::{BTreeMap, BTreeSet};

/// A fact with its decisions.
pub(super) struct Fact {
    row: Row,
    decisions: Vec<Row>,
}

impl Fact {
    /// The row of the fact.
    pub(super) fn text(&self, column: &str) -> &str {
        self.row.text(column)
    }

    /// The value of a decision on `field`, or on any; none where there is no such decision.
    pub(super) fn decided<'a>(&'a self, decision: &str, field: Option<&str>) -> Option<&'a str> {
        let of_kind = self.decisions.iter().filter(|row| row.text("decision") == decision);
        let mut on_field =
            of_kind.filter(|row| field.is_none_or(|field| row.text("champ") == field));
        on_field.next().map(|row| row.text("valeur"))
    }

    /// The decisions of one kind.
    pub(super) fn all<'a>(&'a self, decision: &'a str) -> impl Iterator<Item = &'a Row> {
        self.decisions.iter().filter(move |row| row.text("decision") == decision)
    }

    /// The date of a field: that of the decision, even none, or else that of the fact.
    pub(super) fn date(&self, field: &str) -> &str {
        self.decided("date", Some(field)).unwrap_or_else(|| self.text(field))
    }

    fn id(&self) -> &str {
        self.decisions.first().map(|row| row.text("id")).unwrap_or_default()
    }

    fn is_merged(&self) -> bool {
        self.decided("fusion", None).is_some()
    }
}

/// The facts of one scheme: the one that counts, and those that say the same.
pub(super) struct FactsOfScheme<'a> {
    pub(super) main: &'a Fact,
    pub(super) others: Vec<&'a Fact>,
}

impl<'a> FactsOfScheme<'a> {
    /// The identifier of the scheme.
    pub(super) fn id(&self) -> &'a str {
        self.main.id()
    }

    /// All of them, the one that counts first.
    pub(super) fn all(&self) -> impl Iterator<Item = &'a Fact> {
        std::iter::once(self.main).chain(self.others.iter().copied())
    }
}

/// The facts of a layer, in the order of their file.
pub(super) struct Facts(Vec<Fact>);

impl Facts {
    /// Reads both files. What one has and the other lacks is a problem.
    pub(super) fn read(
        from: &Announcements,
        layer: Layer,
        problems: &mut Vec<Problem>,
    ) -> Result<Self, Error> {
        let (facts, decisions) =
            (format!("{}-faits.csv", layer.code()), format!("decisions-{}.csv", layer.code()));
        let mut by_fact: BTreeMap<(String, String), Vec<Row>> = BTreeMap::new();
        for row in table::read(&from.decisions.join(&decisions))?.rows {
            by_fact.entry(key(&row)).or_default().push(row);
        }
        let mut all = Vec::new();
        for (index, row) in table::read(&from.facts.join(&facts))?.rows.into_iter().enumerate() {
            match by_fact.remove(&key(&row)) {
                Some(decisions) => all.push(Fact { row, decisions }),
                None => problems.push(Problem {
                    file: facts.clone(),
                    line: index as u64 + 2,
                    column: "nom".to_owned(),
                    value: row.text("nom").to_owned(),
                    expected: format!("un fait sur lequel {decisions} décide"),
                    ..Problem::default()
                }),
            }
        }
        problems.extend(by_fact.into_keys().map(|(_, name)| Problem {
            file: decisions.clone(),
            column: "nom".to_owned(),
            value: name,
            expected: format!("un fait de {facts}"),
            ..Problem::default()
        }));
        Ok(Self(all))
    }

    /// The facts of each scheme: of several, the first that is not merged into another fact counts.
    pub(super) fn by_scheme(&self) -> Vec<FactsOfScheme<'_>> {
        let mut seen = BTreeSet::new();
        let mut schemes = Vec::new();
        for first in &self.0 {
            if !seen.insert(first.id()) {
                continue;
            }
            let of_scheme: Vec<&Fact> =
                self.0.iter().filter(|one| one.id() == first.id()).collect();
            let own = of_scheme.iter().position(|one| !one.is_merged()).unwrap_or_default();
            let mut others = of_scheme;
            let main = others.remove(own);
            schemes.push(FactsOfScheme { main, others });
        }
        schemes
    }
}

/// A fact is known by its region and its name.
fn key(row: &Row) -> (String, String) {
    (row.text("region").to_owned(), readable(row.text("nom")))
}
