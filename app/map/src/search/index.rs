//! The index: names sorted once, and the codes that lead to communes.

use super::normal::normalized;
use super::query::DepartmentName;
use super::walk::SortedNames;
use crate::lean::{argsort, sorted_by_key};
use crate::{CommuneCode, DepartmentCode, SchemeIndex};
use serde::{Deserialize, Serialize};

/// The thing that a name leads to, by its index in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A commune.
    Commune(u32),
    /// A municipal arrondissement.
    Arrondissement(u32),
    /// An intercommunality.
    Epci(u32),
    /// A department.
    Department(u32),
    /// A region.
    Region(u32),
    /// A CLS, a CPTS or a project.
    Scheme(SchemeIndex),
}

/// A commune to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedCommune {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub name: String,
    /// The index of its department.
    pub department: u32,
    /// The index of its intercommunality; none for four islands.
    pub epci: Option<u32>,
    /// The number of binary digits of its inhabitants, zero where they are not known: of equal matches
    /// the larger comes first.
    pub magnitude: u8,
    /// Its postal codes, separated by spaces.
    pub postal_codes: String,
    /// Names of former communes that are a part of it today.
    pub former_names: Vec<String>,
}

/// A municipal arrondissement to be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedArrondissement {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub name: String,
    /// The commune that it is a part of.
    pub commune: CommuneCode,
    /// As that of a commune.
    pub magnitude: u8,
}

/// Another thing to be found.
#[derive(Clone, Debug)]
pub struct NamedOther {
    /// The thing.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// Its kind, and where it is: « Intercommunalité · Isère ».
    pub detail: String,
    /// Of equal matches the larger comes first.
    pub magnitude: u8,
}

/// Everything to be found.
#[derive(Clone, Debug, Default)]
pub struct SearchNames {
    /// The communes; their order is that of [`Target::Commune`].
    pub communes: Vec<NamedCommune>,
    /// The municipal arrondissements; their order is that of [`Target::Arrondissement`].
    pub arrondissements: Vec<NamedArrondissement>,
    /// The departments by code and name; they are found by [`SearchNames::others`].
    pub departments: Vec<(DepartmentCode, String)>,
    /// Intercommunalities, departments, regions, schemes.
    pub others: Vec<NamedOther>,
}

/// The names to be found, sorted, with the codes of the communes.
#[derive(Debug)]
pub struct SearchIndex {
    pub(super) names: SortedNames,
    /// By sorted name.
    pub(super) entries: Vec<Entry>,
    pub(super) departments: Vec<DepartmentName>,
    /// Everything that can be found.
    pub(super) all: SearchNames,
    /// Postal and INSEE codes with the commune or the arrondissement, sorted.
    pub(super) codes: Vec<CodeEntry>,
}

/// One name of a thing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) target: Target,
    pub(super) magnitude: u8,
    pub(super) form: NameForm,
    /// A bit for each byte of the name at which a word begins.
    pub(super) word_starts: u64,
}

/// The form in which a name is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameForm {
    /// As it is.
    Whole,
    /// Without the article that it begins with.
    WithoutArticle,
    /// The name of a former commune.
    Former,
}

/// A code that leads to a commune or an arrondissement.
#[derive(Clone, Debug)]
pub(super) struct CodeEntry {
    pub(super) code: [u8; 5],
    pub(super) is_postal: bool,
    pub(super) target: Target,
}

impl CodeEntry {
    fn sort_key(&self) -> u128 {
        self.code.iter().fold(0, |key, byte| key << 8 | u128::from(*byte))
    }
}

impl NamedArrondissement {
    /// Its postal code, which is made from that of the city: 75116 has 75016, 69383 has 69003.
    pub fn postal_code(&self) -> String {
        let (city, number) = self.code.as_str().split_at(3);
        match city {
            "751" => format!("750{number}"),
            "132" => format!("130{number}"),
            _ => format!("6900{}", &number[1..]),
        }
    }
}

/// The number of communes that one step enters.
const STEP: usize = 500;

/// An index in the making, step by step: a phone has other things to do meanwhile.
#[derive(Debug)]
pub struct SearchIndexBuilder {
    names: SearchNames,
    /// The communes that are entered.
    entered: usize,
    /// The names so far, by their first byte.
    buckets: Vec<Vec<(String, Entry)>>,
    /// The buckets that are sorted.
    sorted: usize,
    codes: Vec<CodeEntry>,
}

impl SearchIndexBuilder {
    /// An index of these names, nothing of which is done yet.
    pub fn new(names: SearchNames) -> Self {
        let buckets = vec![Vec::new(); usize::from(u8::MAX) + 1];
        let mut builder = Self { names, entered: 0, buckets, sorted: 0, codes: Vec::new() };
        let others = std::mem::take(&mut builder.names.others);
        for other in &others {
            builder.enter(&other.name, other.target, other.magnitude);
        }
        builder.names.others = others;
        let parts = std::mem::take(&mut builder.names.arrondissements);
        for (index, part) in (0..).zip(&parts) {
            let target = Target::Arrondissement(index);
            builder.enter(&part.name, target, part.magnitude);
            builder.enter_codes(&part.postal_code(), part.code.as_str(), target);
        }
        builder.names.arrondissements = parts;
        builder
    }

    /// Does one step of about a millisecond. Returns whether there is more to do.
    pub fn step(&mut self) -> bool {
        let end = self.names.communes.len().min(self.entered + STEP);
        if self.entered < end {
            for index in self.entered..end {
                self.enter_commune(index);
            }
            self.entered = end;
            return true;
        }
        if let Some(bucket) = self.buckets.get_mut(self.sorted) {
            sort_names(bucket);
            self.sorted += 1;
        }
        self.sorted < self.buckets.len()
    }

    /// The index, with what is left to do done at once.
    pub fn finish(mut self) -> SearchIndex {
        while self.step() {}
        let codes = sorted_by_key(&self.codes, CodeEntry::sort_key);
        let department = |(code, name): &(DepartmentCode, String)| DepartmentName {
            code: code.clone(),
            name: normalized(name),
        };
        let named = || self.buckets.iter().flatten();
        SearchIndex {
            names: SortedNames::new(named().map(|(name, _)| name.as_str())),
            entries: named().map(|(_, entry)| *entry).collect(),
            departments: self.names.departments.iter().map(department).collect(),
            codes,
            all: self.names,
        }
    }

    fn enter_commune(&mut self, index: usize) {
        let commune = self.names.communes[index].clone();
        let target = Target::Commune(index as u32);
        self.enter(&commune.name, target, commune.magnitude);
        for former in &commune.former_names {
            self.push(former, target, commune.magnitude, NameForm::Former);
        }
        self.enter_codes(&commune.postal_codes, commune.code.as_str(), target);
    }

    fn enter_codes(&mut self, postal: &str, insee: &str, target: Target) {
        let postal = postal.split(' ').map(|code| (code, true));
        self.codes.extend(postal.chain([(insee, false)]).filter_map(|(code, is_postal)| {
            let code = code.as_bytes().try_into().ok()?;
            Some(CodeEntry { code, is_postal, target })
        }));
    }

    /// Enters a name as it is and, where it begins with an article, without it.
    fn enter(&mut self, name: &str, target: Target, magnitude: u8) {
        self.push(name, target, magnitude, NameForm::Whole);
        let normal = normalized(name);
        if let Some((article, rest)) = normal.split_once(' ')
            && matches!(article, "le" | "la" | "les" | "l")
        {
            self.push(rest, target, magnitude, NameForm::WithoutArticle);
        }
    }

    fn push(&mut self, name: &str, target: Target, magnitude: u8, form: NameForm) {
        let Some(named) = entry(name, target, magnitude, form) else { return };
        let first = named.0.bytes().next().map_or(0, usize::from);
        self.buckets[first].push(named);
    }
}

impl SearchIndex {
    /// Sorts the names: O(n log n); some tens of milliseconds for all communes of France.
    pub fn new(all: SearchNames) -> Self {
        SearchIndexBuilder::new(all).finish()
    }
}

/// Sorts names by their bytes: by sixteen at a time, the last ones first.
fn sort_names(names: &mut Vec<(String, Entry)>) {
    const CHUNK: usize = 16;
    let longest = names.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    for start in (0..=longest / CHUNK).rev().map(|chunk| chunk * CHUNK) {
        let key = |(name, _): &(String, Entry)| {
            let bytes = name.as_bytes().get(start..).unwrap_or_default();
            let bytes = bytes.iter().copied().chain(std::iter::repeat(0)).take(CHUNK);
            bytes.fold(0, |key, byte| key << 8 | u128::from(byte))
        };
        let order = argsort(names.iter().map(key));
        *names =
            order.into_iter().map(|at| (std::mem::take(&mut names[at].0), names[at].1)).collect();
    }
}

/// The normalized name without spaces; none where nothing is left of it.
fn entry(name: &str, target: Target, magnitude: u8, form: NameForm) -> Option<(String, Entry)> {
    let normal = normalized(name);
    let (mut text, mut word_starts) = (String::with_capacity(normal.len()), 0);
    for word in normal.split(' ') {
        if text.len() < 64 {
            word_starts |= 1 << text.len();
        }
        text.push_str(word);
    }
    (!text.is_empty()).then_some((text, Entry { target, magnitude, form, word_starts }))
}
