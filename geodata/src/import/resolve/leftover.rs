//! Columns that nothing is read from, although they look as if they gave a territory, a date or a
//! status.

use super::finder::Finder;
use super::gather::PublishedScheme;
use super::matched::TerritoryRef;
use super::spelling::items;
use super::status::{self, OwnStatus};
use crate::import::perimeter::Perimeter;
use crate::import::read::{Guess, OtherColumn, Record, guess, problem_of_form};
use crate::names::Match;
use crate::problem::{Finding, Problem};
use crate::tables::resolve::is_code;
use crate::tables::rows;
use std::collections::{BTreeMap, BTreeSet};

/// The schemes that were read, to tell what a column adds to them.
pub(crate) struct Leftovers<'a, 'f> {
    pub finder: &'a Finder<'f>,
    pub schemes: &'a [(PublishedScheme, Perimeter)],
    pub statuses: &'a [OwnStatus],
    /// The name of the file, and the line of its header.
    pub file: &'a str,
    pub line: u64,
}

/// The loss that a column left aside would be.
struct Loss {
    /// Ends « elle semble donner … ».
    what: &'static str,
    /// The option that would read it.
    field: &'static str,
    cells: Vec<String>,
}

impl Leftovers<'_, '_> {
    /// One problem for each of `others` with which something is lost.
    pub(crate) fn problems(&self, others: &[OtherColumn]) -> Vec<Problem> {
        if others.is_empty() {
            return Vec::new();
        }
        let mut of_line = BTreeMap::new();
        let covered: Vec<BTreeSet<usize>> =
            self.schemes.iter().map(|(_, perimeter)| self.communes(perimeter)).collect();
        for (index, (scheme, _)) in self.schemes.iter().enumerate() {
            of_line.extend(scheme.records.iter().map(|record| (record.origin.line, index)));
        }
        let scheme = |line: u64| of_line.get(&line).copied();
        let problem = |column: &OtherColumn| -> Option<(&'static str, Problem)> {
            let guessed = if column.is_named { guess(&column.name) } else { Guess::Unknown };
            let loss = match guessed {
                Guess::Harmless => None,
                Guess::Date => self.lost_dates(column, &scheme),
                Guess::Status => self.lost_statuses(column, &scheme),
                Guess::Territory => self.lost_territories(column, &scheme, &covered),
                Guess::Unknown => self
                    .lost_territories(column, &scheme, &covered)
                    .or_else(|| self.lost_dates(column, &scheme))
                    .or_else(|| self.lost_statuses(column, &scheme)),
            };
            loss.map(|loss| (loss.what, self.problem(column, &loss)))
        };
        let mut by_guess: BTreeMap<&str, Vec<Problem>> = BTreeMap::new();
        for (what, problem) in others.iter().filter_map(problem) {
            by_guess.entry(what).or_default().push(problem);
        }
        by_guess.into_values().flat_map(|problems| rows::few(problems, "colonnes")).collect()
    }

    fn problem(&self, column: &OtherColumn, loss: &Loss) -> Problem {
        let name = &column.name;
        let Loss { what, field, cells } = loss;
        let expected = format!(
            "une colonne lue, ou laissée de côté exprès\u{a0}: elle semble donner {what} (--champ \
             \"{field}={name}\" la lit, --ignorer \"{name}\" la laisse de côté)"
        );
        let first = cells.first().map_or("", String::as_str);
        let value = match cells.len() {
            0 | 1 => first.to_owned(),
            count => format!("{first}… ({count} cellules)"),
        };
        let problem = problem_of_form(self.file, self.line, &value, Finding::from(expected));
        Problem { column: name.clone(), ..problem }
    }

    /// The communes of a perimeter, those that it covers in part included.
    fn communes(&self, perimeter: &Perimeter) -> BTreeSet<usize> {
        let territories = self.finder.checker.territories;
        let wholes: BTreeSet<&str> = perimeter
            .arrondissements
            .iter()
            .map(|part| territories.arrondissements[*part].commune.as_str())
            .collect();
        let epci: BTreeSet<_> =
            perimeter.epci.iter().map(|index| &territories.epci[*index].code).collect();
        let is_inside = |(index, commune): &(usize, &crate::territories::Commune)| {
            perimeter.communes.contains(index)
                || commune.epci.as_ref().is_some_and(|code| epci.contains(code))
                || wholes.contains(commune.code.as_str())
        };
        let communes = territories.communes.iter().enumerate();
        communes.filter(is_inside).map(|(index, _)| index).collect()
    }

    /// The cells that name territories outside the perimeters of their schemes.
    fn lost_territories(
        &self,
        column: &OtherColumn,
        scheme: &impl Fn(u64) -> Option<usize>,
        covered: &[BTreeSet<usize>],
    ) -> Option<Loss> {
        let is_expected = !column.is_named || guess(&column.name) == Guess::Territory;
        let (mut named, mut lost) = (0, Vec::new());
        for (line, text) in &column.cells {
            let found: Vec<TerritoryRef> =
                items(text).into_iter().filter_map(|item| self.named(item, is_expected)).collect();
            named += usize::from(!found.is_empty());
            let inside = scheme(*line).map(|index| &covered[index]);
            let is_new = |territory: &TerritoryRef| match inside {
                Some(inside) => !self.is_inside(*territory, inside),
                None => true,
            };
            if found.iter().any(is_new) {
                lost.push(text.clone());
            }
        }
        let is_likely = is_expected || named * 2 >= column.cells.len();
        let loss = Loss { what: "des territoires", field: "communes", cells: lost };
        (is_likely && !loss.cells.is_empty()).then_some(loss)
    }

    /// The territory that an item of an unread cell names. A number is one only where codes are
    /// expected; a name that several communes bear may be a person’s.
    fn named(&self, item: &str, is_expected: bool) -> Option<TerritoryRef> {
        let names = self.finder.checker.names();
        if item.starts_with(|char: char| char.is_ascii_digit()) && !is_expected {
            return None;
        }
        if is_expected && is_code(item) || !item.starts_with(|char: char| char.is_ascii_digit()) {
            match names.communes.find(item) {
                Match::One(index) | Match::Former(index) => {
                    return Some(TerritoryRef::Commune(index));
                }
                Match::Several(indices) if is_expected => {
                    return indices.first().map(|index| TerritoryRef::Commune(*index));
                }
                _ => {}
            }
        }
        match (names.arrondissements.find(item), names.epci.find(item)) {
            (Match::One(index), _) => Some(TerritoryRef::Arrondissement(index)),
            (_, Match::One(index)) => Some(TerritoryRef::Epci(index)),
            _ => None,
        }
    }

    /// Whether a territory lies in a perimeter, or touches it if it is an intercommunality.
    fn is_inside(&self, territory: TerritoryRef, inside: &BTreeSet<usize>) -> bool {
        let territories = self.finder.checker.territories;
        match territory {
            TerritoryRef::Commune(index) => {
                let name = &territories.communes[index].nom;
                inside.contains(&index)
                    || inside.iter().any(|one| territories.communes[*one].nom == *name)
            }
            TerritoryRef::Arrondissement(part) => {
                let whole = &territories.arrondissements[part].commune;
                inside.iter().any(|index| territories.communes[*index].code == *whole)
            }
            TerritoryRef::Epci(epci) => {
                let code = Some(&territories.epci[epci].code);
                inside.iter().any(|index| territories.communes[*index].epci.as_ref() == code)
            }
        }
    }

    /// The cells that are dates which their schemes do not have.
    fn lost_dates(
        &self,
        column: &OtherColumn,
        scheme: &impl Fn(u64) -> Option<usize>,
    ) -> Option<Loss> {
        const SHORTEST: usize = 7;
        let is_expected = column.is_named && guess(&column.name) == Guess::Date;
        let read = |text: &String| {
            let day = text.split(['T', ' ']).next().unwrap_or_default();
            rows::iso_date(text).or_else(|| rows::iso_date(day))
        };
        let is_date = |date: &Option<String>| {
            date.as_ref().is_some_and(|date| is_expected || date.len() >= SHORTEST)
        };
        let dates = column.cells.iter().filter(|(_, text)| is_date(&read(text)));
        let is_new = |(line, text): &&(u64, String)| {
            let one = scheme(*line).map(|index| &self.schemes[index].0);
            one.is_none_or(|one| read(text) != one.start && read(text) != one.end)
        };
        let is_likely = is_expected
            || !column.is_named
            || dates.clone().count() * 2 >= column.cells.len().max(1);
        let lost = column.cells.iter().filter(|cell| is_expected || is_date(&read(&cell.1)));
        let cells: Vec<String> = lost.filter(is_new).map(|(_, text)| text.clone()).collect();
        (is_likely && !cells.is_empty()).then_some(Loss { what: "une date", field: "debut", cells })
    }

    /// The cells that are statuses which their schemes do not have.
    fn lost_statuses(
        &self,
        column: &OtherColumn,
        scheme: &impl Fn(u64) -> Option<usize>,
    ) -> Option<Loss> {
        let is_expected = column.is_named && guess(&column.name) == Guess::Status;
        let meaning = |text: &str| status::meaning(text, self.statuses);
        let known = column.cells.iter().filter(|(_, text)| meaning(text).is_some());
        let is_new = |(line, text): &&(u64, String)| {
            let one = scheme(*line).map(|index| &self.schemes[index].0);
            one.is_none_or(|one| meaning(text) != Some(one.status))
        };
        let is_likely = is_expected
            || !column.is_named
            || known.clone().count() * 2 >= column.cells.len().max(1);
        let lost = column.cells.iter().filter(|cell| is_expected || meaning(&cell.1).is_some());
        let cells: Vec<String> = lost.filter(is_new).map(|(_, text)| text.clone()).collect();
        (is_likely && !cells.is_empty()).then_some(Loss {
            what: "un statut",
            field: "statut",
            cells,
        })
    }
}

/// Whether no row of a list gives a status.
pub(crate) fn no_status(schemes: &[(PublishedScheme, Perimeter)]) -> bool {
    use crate::import::read::Field;
    let mut records = schemes.iter().flat_map(|(scheme, _)| &scheme.records);
    let is_row = |record: &Record| record.origin.line > 0;
    records.clone().any(is_row) && records.all(|record| record.text(Field::Status).is_none())
}
