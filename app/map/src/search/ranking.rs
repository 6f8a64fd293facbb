//! The results of a query, the best first.

use super::index::{CodeEntry, Entry, NameForm, SearchIndex, Target};
use super::query::{CODE_LENGTH, Query};
use super::walk::Found;

/// The most names of one thing that one query finds: with and without its article, and former ones. More are
/// rare, and cost one result at most.
const FORMS: usize = 4;

/// The way in which a result answers the query, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Its postal or INSEE code.
    Code,
    /// Its whole name.
    Name,
    /// The whole name of a former commune.
    FormerName,
    /// The beginning of its name, or of a word of it.
    Beginning,
    /// The beginning of the name of a former commune.
    FormerBeginning,
    /// Its name with one error.
    OneError,
    /// The beginning of its name with one error.
    BeginningWithOneError,
    /// Its name with two errors.
    TwoErrors,
    /// The beginning of its name with two errors.
    BeginningWithTwoErrors,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The thing found.
    pub target: Target,
    /// The way in which it answers the query.
    pub matched: Match,
}

/// A result with what orders it.
type Ranked = (Match, NameForm, std::cmp::Reverse<u8>, Target);

impl SearchIndex {
    /// The best results for what is typed, `most` at most.
    ///
    /// # Example
    /// ```
    /// use map::search::{NamedCommune, SearchIndex, SearchNames, Target};
    /// use map::{CommuneCode, DepartmentCode};
    ///
    /// let commune = |code: &str, name: &str| NamedCommune {
    ///     code: CommuneCode::new(code).unwrap(),
    ///     name: name.to_owned(),
    ///     department: 0,
    ///     epci: None,
    ///     magnitude: 1,
    ///     postal_codes: "38400".to_owned(),
    ///     former_names: Vec::new(),
    /// };
    /// let index = SearchIndex::new(SearchNames {
    ///     communes: vec![commune("38185", "Grenoble"), commune("38421", "Saint-Martin-d'Hères")],
    ///     departments: vec![(DepartmentCode::new("38").unwrap(), "Isère".to_owned())],
    ///     ..SearchNames::default()
    /// });
    /// for text in ["st martin d heres", "Saint-Marttin", "saint martin 38", "38421"] {
    ///     assert_eq!(index.find(text, 5)[0].target, Target::Commune(1), "{text}");
    /// }
    /// ```
    pub fn find(&self, text: &str, most: usize) -> Vec<Suggestion> {
        let mut found: Vec<Suggestion> = Vec::new();
        for reading in Query::readings(text, &self.departments) {
            // The likelier reading has answered: no other is sought with errors.
            let errors = if found.is_empty() { errors_allowed(&reading.name) } else { 0 };
            let ranked = self.ranked(&reading, most, errors);
            for (matched, .., target) in best(ranked, FORMS * most) {
                let is_new = found.iter().all(|one| one.target != target);
                if is_new && found.len() < most {
                    found.push(Suggestion { target, matched });
                }
            }
        }
        found
    }

    fn ranked(&self, query: &Query, most: usize, errors: u8) -> Vec<Ranked> {
        if let Some(code) = &query.code {
            return self.by_code(code, &query.name, most);
        }
        let mut ranked = self.exactly(query, most);
        // A misspelt name comes after every name that is not: where there are enough, none is sought.
        // Two errors are one too many where something is found without any.
        let errors = if ranked.is_empty() { errors } else { errors.min(1) };
        if ranked.len() < most && errors > 0 {
            let near = self.names.within(&query.name, errors);
            ranked.extend(near.iter().filter_map(|found| self.misspelt(found, query)));
        }
        ranked
    }

    /// The names that are the query, or begin with it; where these are few, those with a word that does.
    fn exactly(&self, query: &Query, most: usize) -> Vec<Ranked> {
        let beginning = self.names.beginning_with(&query.name);
        let by_beginning = beginning.clone().filter_map(|index| {
            let is_whole = self.names.name(index).len() == query.name.len();
            let is_former = self.entries[index].form == NameForm::Former;
            let matched = match (is_whole, is_former) {
                (true, false) => Match::Name,
                (true, true) => Match::FormerName,
                (false, false) => Match::Beginning,
                (false, true) => Match::FormerBeginning,
            };
            self.result(index, matched, query)
        });
        let mut ranked: Vec<Ranked> = by_beginning.collect();
        if query.name.len() > 2 && ranked.len() < most {
            let others = (0..self.names.len()).filter(|index| !beginning.contains(index));
            let with_word = others.filter(|&index| self.has_word(index, &query.name));
            ranked.extend(
                with_word.filter_map(|index| self.result(index, Match::FormerBeginning, query)),
            );
        }
        ranked
    }

    /// Whether a word of the name, but the first, begins with `text`.
    fn has_word(&self, index: usize, text: &str) -> bool {
        let mut starts = self.entries[index].word_starts & !1;
        let (name, text) = (self.names.bytes(index), text.as_bytes());
        while starts != 0 {
            let at = starts.trailing_zeros() as usize;
            if name[at] == text[0] && name[at..].starts_with(text) {
                return true;
            }
            starts &= starts - 1;
        }
        false
    }

    fn misspelt(&self, found: &Found, query: &Query) -> Option<Ranked> {
        let matched = match (found.whole, found.beginning) {
            (1, _) => Match::OneError,
            (_, 1) => Match::BeginningWithOneError,
            (2, _) => Match::TwoErrors,
            (_, 2) => Match::BeginningWithTwoErrors,
            _ => return None,
        };
        self.result(found.index, matched, query)
    }

    fn result(&self, index: usize, matched: Match, query: &Query) -> Option<Ranked> {
        let Entry { target, magnitude, form, .. } = self.entries[index];
        let is_there = query.department.is_none_or(|wanted| match target {
            Target::Commune(commune) => self.all.communes[commune as usize].department == wanted,
            _ => false,
        });
        is_there.then_some((matched, form, std::cmp::Reverse(magnitude), target))
    }

    /// The communes and arrondissements with a postal or INSEE code that begins with `code`, and a name
    /// that begins with `name`; the department whose code it is. Five figures that are both codes lead to
    /// the commune with the INSEE code too, however many share the postal code.
    fn by_code(&self, code: &str, name: &str, most: usize) -> Vec<Ranked> {
        let entries = self.beginning_with_code(code);
        let is_named = self.bears(name);
        let targets = entries.iter().map(|one| one.target).filter(&is_named);
        let mut ranked = best(targets.map(|one| self.with_code(one)), most);
        let is_insee = |one: &&CodeEntry| code.len() == CODE_LENGTH && !one.is_postal;
        let of_insee = entries.iter().find(is_insee).filter(|one| is_named(&one.target));
        let of_insee = of_insee.map(|one| self.with_code(one.target));
        if let Some(of_insee) = of_insee.filter(|one| !ranked.contains(one)) {
            ranked.truncate(most.saturating_sub(1));
            ranked.push(of_insee);
        }
        let mut departments = self.departments.iter();
        let department = departments.position(|one| one.code.as_str() == code && name.is_empty());
        ranked.extend(department.map(|index| self.with_code(Target::Department(index as u32))));
        ranked
    }

    /// Whether a commune or an arrondissement bears a name that begins with `name`.
    fn bears(&self, name: &str) -> impl Fn(&Target) -> bool {
        let is_any = name.is_empty();
        let mut communes = vec![is_any; self.all.communes.len()];
        let mut parts = vec![is_any; self.all.arrondissements.len()];
        let named = if is_any { 0..0 } else { self.names.beginning_with(name) };
        for index in named {
            match self.entries[index].target {
                Target::Commune(index) => communes[index as usize] = true,
                Target::Arrondissement(index) => parts[index as usize] = true,
                _ => {}
            }
        }
        move |target| match *target {
            Target::Commune(index) => communes[index as usize],
            Target::Arrondissement(index) => parts[index as usize],
            _ => false,
        }
    }

    /// The codes that begin with `code`.
    fn beginning_with_code(&self, code: &str) -> &[CodeEntry] {
        let start = self.codes.partition_point(|one| one.code[..code.len()] < *code.as_bytes());
        let others = &self.codes[start..];
        let count = others.partition_point(|one| one.code.starts_with(code.as_bytes()));
        &others[..count]
    }

    fn with_code(&self, target: Target) -> Ranked {
        let magnitude = match target {
            Target::Commune(index) => self.all.communes[index as usize].magnitude,
            Target::Arrondissement(index) => self.all.arrondissements[index as usize].magnitude,
            _ => u8::MAX,
        };
        (Match::Code, NameForm::Whole, std::cmp::Reverse(magnitude), target)
    }
}

/// The best of some results in their order, each once: O(n) for a few of many.
fn best(ranked: impl IntoIterator<Item = Ranked>, most: usize) -> Vec<Ranked> {
    let mut best: Vec<Ranked> = Vec::with_capacity(most + 1);
    for one in ranked {
        let at = best.partition_point(|other| *other < one);
        if at < most && best.get(at) != Some(&one) {
            best.insert(at, one);
            best.truncate(most);
        }
    }
    best
}

/// The number of errors that a name of that length may have.
fn errors_allowed(name: &str) -> u8 {
    match name.len() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}
