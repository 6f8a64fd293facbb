//! `recherche.bin`: the communes to be found, column by column, in the order of their codes.
//!
//! Neighbours in that order have much in common: their names are in the order of the alphabet but for
//! articles, and they share an intercommunality and a postal code. So a name is written without the
//! beginning that it shares with the one before and with its article at the end, and a code as its
//! rank among those used last (« move to front »). After brotli that is half of the plain lists.

use super::index::{NamedArrondissement, NamedCommune};
use super::recent::Recent;
use crate::served::{delta_decode, delta_encode};
use crate::{CommuneCode, DataError, DepartmentCode};
use serde::{Deserialize, Serialize};

/// The articles that a name can begin with, in the order of their marks.
const ARTICLES: [&str; 6] = ["Le ", "La ", "Les ", "L'", "L’", "Las "];

/// Frequent parts of names, each written as one control character, which no name has: 1.3 KB less of 220.
const PARTS: [(&str, char); 12] = [
    ("Saint-", '\u{e}'),
    ("Sainte-", '\u{f}'),
    ("-sur-", '\u{10}'),
    ("-en-", '\u{11}'),
    ("-de-", '\u{12}'),
    ("-la-", '\u{13}'),
    ("-les-", '\u{14}'),
    ("-le-", '\u{15}'),
    ("-lès-", '\u{16}'),
    ("-d'", '\u{17}'),
    ("-du-", '\u{18}'),
    ("-sous-", '\u{19}'),
];

/// Separates the name of a commune from those of former ones.
const FORMER: char = '\t';

/// `recherche.bin`, or the part of it that comes first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchFile {
    /// By department, the number of its communes.
    communes: Vec<u32>,
    /// By department in a row, the differences of the last figures of the INSEE codes.
    code_deltas: Vec<u32>,
    /// By line of `names`, how many bytes it shares with the one before.
    shared: Vec<u8>,
    /// A line for each commune: what it does not share, then after tabs the names of former communes.
    names: String,
    /// By department, its postal codes, delta-encoded.
    postal_codes: Vec<Vec<u32>>,
    /// By postal code of a commune, twice its rank among those used last in the intercommunality, one
    /// more where another follows; a rank of zero for one that is new there.
    postal_ranks: Vec<u32>,
    /// The index of each new one among the codes of the department.
    new_postal_codes: Vec<u32>,
    /// By commune, the rank of its intercommunality among those used last in the department; zero for
    /// one that is new there.
    epci_ranks: Vec<u32>,
    /// The index of each new one plus one; zero for none.
    new_epci: Vec<u32>,
    /// By commune, the number of binary digits of its inhabitants; zero where they are not known.
    magnitudes: Vec<u8>,
    /// The municipal arrondissements.
    pub arrondissements: Vec<NamedArrondissement>,
}

impl SearchFile {
    /// Decodes a file.
    ///
    /// # Errors
    /// [`DataError::Format`] when the bytes are of another version, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, DataError> {
        postcard::from_bytes(bytes).map_err(|_| DataError::Format)
    }

    /// The file of communes in the order of their codes; `departments` are all of them, in theirs.
    pub fn new(
        departments: &[DepartmentCode],
        communes: &[NamedCommune],
        arrondissements: Vec<NamedArrondissement>,
    ) -> Self {
        let mut file = Self { arrondissements, ..Self::default() };
        let mut last_name = String::new();
        let mut postal_used: Vec<(Option<u32>, Recent)> = Vec::new();
        for (index, department) in (0..).zip(departments) {
            let own: Vec<&NamedCommune> =
                communes.iter().filter(|one| one.department == index).collect();
            let number = |one: &&NamedCommune| {
                one.code.as_str()[department.as_str().len()..].parse().unwrap_or(0)
            };
            file.communes.push(own.len() as u32);
            file.code_deltas.extend(delta_encode(own.iter().map(number)));
            let codes = postal_codes(&own);
            let mut epci_used = Recent::default();
            for commune in own {
                file.push_name(commune, &mut last_name);
                file.push_epci(commune.epci, &mut epci_used);
                let used = used_in(&mut postal_used, commune.epci);
                file.push_postal_codes(commune, &codes, used);
                file.magnitudes.push(commune.magnitude);
            }
            file.postal_codes.push(delta_encode(codes));
        }
        file
    }

    fn push_name(&mut self, commune: &NamedCommune, last: &mut String) {
        let all = std::iter::once(&commune.name).chain(&commune.former_names);
        let line: Vec<String> = all.map(|name| with_marks(name)).collect();
        let line = line.join(&FORMER.to_string());
        let mut shared = line.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        shared = shared.min(usize::from(u8::MAX));
        while !line.is_char_boundary(shared) {
            shared -= 1;
        }
        self.shared.push(shared as u8);
        self.names.push_str(&line[shared..]);
        self.names.push('\n');
        *last = line;
    }

    fn push_epci(&mut self, epci: Option<u32>, used: &mut Recent) {
        let value = epci.map_or(0, |epci| epci + 1);
        let rank = used.use_value(value);
        self.epci_ranks.push(rank);
        if rank == 0 {
            self.new_epci.push(value);
        }
    }

    fn push_postal_codes(&mut self, commune: &NamedCommune, codes: &[u32], used: &mut Recent) {
        let own: Vec<u32> = numbers(commune).collect();
        for (at, code) in own.iter().enumerate() {
            let rank = used.use_value(*code);
            self.postal_ranks.push(2 * rank + u32::from(at + 1 < own.len()));
            if rank == 0 {
                let index = codes.binary_search(code).unwrap_or(0);
                self.new_postal_codes.push(index as u32);
            }
        }
    }

    /// The communes; none for a damaged file. O(n) but for the search in short lists.
    pub fn named(&self, departments: &[DepartmentCode]) -> Option<Vec<NamedCommune>> {
        let mut named = Vec::with_capacity(self.magnitudes.len());
        let mut lines =
            Lines { shared: self.shared.iter(), rests: self.names.lines(), last: String::new() };
        let mut columns = Columns {
            epci_ranks: self.epci_ranks.iter(),
            new_epci: self.new_epci.iter(),
            postal_ranks: self.postal_ranks.iter(),
            new_postal_codes: self.new_postal_codes.iter(),
            postal_used: Vec::new(),
        };
        let mut magnitudes = self.magnitudes.iter();
        let mut deltas = self.code_deltas.as_slice();
        for (index, department) in departments.iter().enumerate() {
            let (own, others) = deltas.split_at_checked(*self.communes.get(index)? as usize)?;
            deltas = others;
            let postal_codes = delta_decode(self.postal_codes.get(index)?);
            let mut epci_used = Recent::default();
            for number in delta_decode(own) {
                let mut names = lines.next()?.into_iter();
                let epci = columns.epci(&mut epci_used)?;
                named.push(NamedCommune {
                    code: insee_code(department, number)?,
                    name: names.next()?,
                    department: index as u32,
                    epci,
                    magnitude: *magnitudes.next()?,
                    postal_codes: columns.postal_codes(epci, &postal_codes)?,
                    former_names: names.collect(),
                });
            }
        }
        Some(named)
    }
}

/// The lines of the names, made whole again.
struct Lines<'a> {
    shared: std::slice::Iter<'a, u8>,
    rests: std::str::Lines<'a>,
    last: String,
}

impl Lines<'_> {
    /// The next name, and those of former communes.
    fn next(&mut self) -> Option<Vec<String>> {
        let shared = self.last.get(..usize::from(*self.shared.next()?))?;
        self.last = format!("{shared}{}", self.rests.next()?);
        Some(self.last.split(FORMER).map(without_marks).collect())
    }
}

/// The columns of codes, read along the communes.
struct Columns<'a> {
    epci_ranks: std::slice::Iter<'a, u32>,
    new_epci: std::slice::Iter<'a, u32>,
    postal_ranks: std::slice::Iter<'a, u32>,
    new_postal_codes: std::slice::Iter<'a, u32>,
    postal_used: Vec<(Option<u32>, Recent)>,
}

impl Columns<'_> {
    fn epci(&mut self, used: &mut Recent) -> Option<Option<u32>> {
        let rank = *self.epci_ranks.next()?;
        let value = match rank {
            0 => used.add(*self.new_epci.next()?),
            rank => used.take(rank)?,
        };
        Some(value.checked_sub(1))
    }

    /// The postal codes of the next commune, separated by spaces.
    fn postal_codes(&mut self, epci: Option<u32>, codes: &[u32]) -> Option<String> {
        let used = used_in(&mut self.postal_used, epci);
        let mut own = String::new();
        loop {
            let entry = *self.postal_ranks.next()?;
            let code = match entry / 2 {
                0 => used.add(*codes.get(*self.new_postal_codes.next()? as usize)?),
                rank => used.take(rank)?,
            };
            own.push_str(&format!("{code:05}"));
            if entry % 2 == 0 {
                return Some(own);
            }
            own.push(' ');
        }
    }
}

/// The postal codes used last in an intercommunality.
fn used_in(all: &mut Vec<(Option<u32>, Recent)>, epci: Option<u32>) -> &mut Recent {
    let at = all.binary_search_by_key(&epci, |(epci, _)| *epci).unwrap_or_else(|at| {
        all.insert(at, (epci, Recent::default()));
        at
    });
    &mut all[at].1
}

fn numbers(commune: &NamedCommune) -> impl Iterator<Item = u32> {
    commune.postal_codes.split(' ').filter_map(|code| code.parse().ok())
}

/// The postal codes of some communes, rising, each once.
fn postal_codes(communes: &[&NamedCommune]) -> Vec<u32> {
    let mut codes: Vec<u32> = communes.iter().flat_map(|one| numbers(one)).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn insee_code(department: &DepartmentCode, number: u32) -> Option<CommuneCode> {
    let width = 5 - department.as_str().len();
    CommuneCode::new(&format!("{department}{number:0width$}")).ok()
}

/// The name with its article as a mark at its end, and marks for frequent parts.
fn with_marks(name: &str) -> String {
    let marked = ARTICLES.iter().zip(1..).find_map(|(article, mark): (_, u8)| {
        Some(format!("{}{}", name.strip_prefix(article)?, char::from(mark)))
    });
    let marked = marked.unwrap_or_else(|| name.to_owned());
    PARTS.iter().fold(marked, |name, (part, mark)| name.replace(part, &mark.to_string()))
}

fn without_marks(name: &str) -> String {
    let mark = name.bytes().next_back().map_or(0, usize::from);
    let mut whole = String::new();
    let article = mark.checked_sub(1).and_then(|index| ARTICLES.get(index));
    whole.push_str(article.unwrap_or(&""));
    for char in name[..name.len() - usize::from(article.is_some())].chars() {
        match PARTS.iter().find(|(_, mark)| *mark == char) {
            Some((part, _)) => whole.push_str(part),
            None => whole.push(char),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn departments() -> Vec<DepartmentCode> {
        ["2A", "38", "974"].map(|code| DepartmentCode::new(code).unwrap()).into()
    }

    fn commune(code: &str, name: &str, epci: Option<u32>, postal: &str) -> NamedCommune {
        let department = departments().iter().position(|one| code.starts_with(one.as_str()));
        NamedCommune {
            code: CommuneCode::new(code).unwrap(),
            name: name.to_owned(),
            department: department.unwrap() as u32,
            epci,
            magnitude: 9,
            postal_codes: postal.to_owned(),
            former_names: Vec::new(),
        }
    }

    fn communes() -> Vec<NamedCommune> {
        let mut all = vec![
            commune("2A004", "Ajaccio", Some(3), "20000 20090 20167"),
            commune("38001", "Les Abrets en Dauphiné", Some(0), "38490"),
            commune("38002", "Les Adrets", Some(7), "38190"),
            commune("38185", "Grenoble", Some(7), "38000 38100"),
            commune("38421", "Saint-Martin-d'Hères", Some(7), "38400"),
            commune("38422", "Saint-Martin-d’Uriage", None, "38410"),
            commune("97411", "Saint-Denis", Some(1254), "97400 97417"),
        ];
        all[1].former_names = vec!["Fitilieu".to_owned(), "La Bâtie-Divisin".to_owned()];
        all[6].magnitude = 0;
        all
    }

    #[test]
    fn a_file_leads_back_to_its_communes() {
        let file = SearchFile::new(&departments(), &communes(), Vec::new());
        let named = file.named(&departments()).unwrap();
        assert_eq!(named, communes());
        assert!(file.names.contains("brets en Dauphiné\u{3}\tFitilieu\tBâtie-Divisin\u{2}\n"));
    }

    #[test]
    fn a_damaged_file_has_no_communes() {
        let whole = SearchFile::new(&departments(), &communes(), Vec::new());
        let damages: [fn(&mut SearchFile); 6] = [
            |file| file.communes[1] = 9,
            |file| file.shared[1] = 200,
            |file| file.names.clear(),
            |file| file.postal_ranks[0] = 90,
            |file| file.new_postal_codes[0] = 90,
            |file| file.magnitudes.truncate(2),
        ];
        for damage in damages {
            let mut file = whole.clone();
            damage(&mut file);
            assert_eq!(file.named(&departments()), None);
        }
    }
}
