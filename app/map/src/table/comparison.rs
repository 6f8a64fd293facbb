//! Territories side by side: the rows that lists have of them, with the schemes that these count.

use super::listed::Listed;
use super::listing::Table;
use super::rows;
use crate::served::WhiteZones;
use crate::{CommuneCode, Layer, Level, Records, SchemeIndex, Subject, Territory, TerritoryKey};

/// The most territories that are compared.
pub const MOST_COMPARED: usize = 4;

/// A comparison of territories, of any levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The territories as rows of a table, in the order in which they were asked for.
    pub table: Table,
    /// The schemes and the sources of each row.
    pub sides: Vec<Side>,
    /// The texts that are the key of no territory of the data.
    pub unknown: Vec<String>,
    /// The departments, by index, whose communes are wanted and not at hand.
    pub awaited: Vec<usize>,
}

/// A territory of a comparison, beyond its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its key in addresses.
    pub key: TerritoryKey,
    /// The territory that is asked how well a layer is known: itself; of a commune its department.
    pub around: Territory,
    /// The schemes that its figures count, CLS first: those that cover most of it first.
    pub schemes: Vec<SchemeIndex>,
    /// The schemes of CLS and of CPTS that are known to exist in it, without their perimeter.
    pub without_perimeter: [u32; 2],
    /// The identifiers of the sources, each once.
    pub sources: Vec<String>,
}

impl Comparison {
    /// The territories with these keys side by side, each once, the first [`MOST_COMPARED`] of them. Without
    /// the white zones their rows end before that column.
    pub fn new(records: &Records, zones: Option<&WhiteZones>, keys: &[String]) -> Self {
        let table = Table { scope: None, listed: Listed::Epci, rows: Vec::new() };
        let (unknown, awaited) = (Vec::new(), Vec::new());
        let mut comparison = Self { table, sides: Vec::new(), unknown, awaited };
        let none = WhiteZones::default();
        for key in keys {
            comparison.add(records, zones.unwrap_or(&none), key);
        }
        if zones.is_none() {
            for row in &mut comparison.table.rows {
                row.cells.pop();
            }
        }
        comparison
    }

    fn add(&mut self, records: &Records, zones: &WhiteZones, text: &str) {
        let Ok(key) = &text.parse::<TerritoryKey>() else {
            return self.unknown.push(text.to_owned());
        };
        let is_there = self.sides.iter().any(|side| side.key == *key);
        if is_there || self.sides.len() == MOST_COMPARED {
            return;
        }
        if let Some(department) = not_at_hand(records, key) {
            self.awaited.push(department);
            return;
        }
        let subject = records.compared(key);
        let row = subject.as_ref().and_then(|subject| rows::of(records, zones, subject));
        match row.zip(subject.and_then(|subject| side(records, key, &subject))) {
            Some((row, side)) => {
                self.table.rows.push(row);
                self.sides.push(side);
            }
            None => self.unknown.push(text.to_owned()),
        }
    }

    /// The territories themselves.
    pub fn subjects(&self) -> Vec<Subject> {
        self.table.rows.iter().map(|row| row.subject.clone()).collect()
    }

    /// Whether they are of more than one level.
    pub fn is_mixed(&self) -> bool {
        let mut levels = self.sides.iter().map(|side| side.key.level);
        let first = levels.next();
        levels.any(|level| Some(level) != first)
    }
}

impl Records {
    /// The territory with that key; of communes, those whose department is at hand. None for a municipal
    /// arrondissement, whose shares nobody counts.
    pub fn compared(&self, key: &TerritoryKey) -> Option<Subject> {
        if key.level != Level::Commune {
            return self.territory(key).map(Subject::Territory);
        }
        let row = self.commune(&CommuneCode::new(&key.code).ok()?)?;
        let epci = row.epci.as_ref().and_then(|code| {
            self.file.epci.iter().position(|one| one.code == code.as_str()).map(Territory::Epci)
        });
        let within = epci.or(department_of(self, &row.code).map(Territory::Department))?;
        let is_whole = row.code.city().is_none();
        is_whole.then(|| Subject::Commune { within, code: row.code.clone() })
    }
}

/// The department of a commune whose communes are not at hand.
fn not_at_hand(records: &Records, key: &TerritoryKey) -> Option<usize> {
    let code = CommuneCode::new(&key.code).ok().filter(|_| key.level == Level::Commune)?;
    department_of(records, &code).filter(|index| !records.communes.contains_key(index))
}

fn department_of(records: &Records, code: &CommuneCode) -> Option<usize> {
    records.file.departments.iter().position(|one| one.code == code.department())
}

fn side(records: &Records, key: &TerritoryKey, subject: &Subject) -> Option<Side> {
    let around = match subject {
        Subject::Territory(territory) => *territory,
        Subject::Commune { code, .. } => Territory::Department(department_of(records, code)?),
        Subject::Scheme(_) | Subject::Venue(_) => return None,
    };
    let own = |layer| -> Vec<&String> {
        match subject {
            Subject::Commune { code, .. } => {
                records.memberships(layer, code).into_iter().map(|one| &one.scheme.id).collect()
            }
            _ => records.covering(layer, around).into_iter().map(|one| &one.scheme.id).collect(),
        }
    };
    let ids = [Layer::Cls, Layer::Cpts].into_iter().flat_map(own);
    let mut schemes: Vec<SchemeIndex> = ids.filter_map(|id| records.scheme_index(id)).collect();
    schemes.extend(rows::projects_of(records, subject));
    // In a commune or an intercommunality nobody says that they are.
    let is_counted =
        matches!(subject, Subject::Territory(Territory::Region(_) | Territory::Department(_)));
    let without_perimeter = [Layer::Cls, Layer::Cpts].map(|layer| match is_counted {
        true => records.without_perimeter(layer, around).len() as u32,
        false => 0,
    });
    let sources = sources(records, around, &schemes);
    Some(Side { key: key.clone(), around, schemes, without_perimeter, sources })
}

/// The lists that know the layers there, then what names the schemes.
fn sources(records: &Records, around: Territory, schemes: &[SchemeIndex]) -> Vec<String> {
    let lists = Layer::ALL.into_iter().filter_map(|layer| records.documentation(layer, around));
    let named = schemes.iter().filter_map(|one| {
        let scheme = records.scheme_at(*one).map(|scheme| &scheme.source);
        scheme.or(records.project_at(*one).map(|project| &project.source))
    });
    let mut once: Vec<String> = Vec::new();
    for id in lists.map(|list| &list.source).chain(named) {
        if !once.contains(id) {
            once.push(id.clone());
        }
    }
    once
}
