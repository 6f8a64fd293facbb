//! Two hundred seeded months: whatever a list says, the update balances and loses nothing of others.

use super::{request, updated};
use crate::{fixtures, scratch};
use fastrand::Rng;
use geodata::compare::{Balance, Kind};
use geodata::files::Files;
use geodata::inputs::Context;
use map::Layer;
use std::collections::{BTreeMap, BTreeSet};

const MONTHS: usize = 200;
/// Of four tables, each through fifty months.
const SEEDS: [u64; 4] = [19, 20, 21, 22];

/// The table at first: rows of a list, with sites and notes, and rows of another source.
const TABLE: &str = "id,nom,statut,debut,fin,communes,arrondissements,site,source,note\n\
    cpts-a,CPTS A,actif,2009-01-01,,01004,,https://a.example,liste-cpts,Note de A.\n\
    cpts-ailleurs,CPTS Ailleurs,inconnu,,2030,,13204 13205,,liste-cls,\"Dite, par d’autres.\"\n\
    cpts-b,CPTS B,en_preparation,,2029-12-31,01007 01008,,https://b.example,liste-cpts,\n\
    cpts-nuit,Nuit et Jour,actif,,,06004,,https://nuit.example,liste-cls,Garde sa ligne.\n";

/// A scheme as a list names it.
#[derive(Clone)]
struct Listed {
    communes: BTreeSet<String>,
    status: &'static str,
    end: &'static str,
}

/// A month’s list, changed at random from that of the month before.
struct Month<'a> {
    rng: Rng,
    communes: &'a [String],
    schemes: BTreeMap<String, Listed>,
}

impl Month<'_> {
    /// One of so many.
    fn one_of(&mut self, count: usize) -> usize {
        self.rng.usize(0..count)
    }

    fn scheme(&mut self) -> Listed {
        let first = self.one_of(self.communes.len() - 6);
        let count = 1 + self.one_of(5);
        let status = ["actif", "en préparation", "", "échu"][self.one_of(4)];
        let end = ["", "", "2031-01-01", "2012"][self.one_of(4)];
        let communes = self.communes[first..first + count].iter().cloned().collect();
        Listed { communes, status, end }
    }

    /// Adds, removes and changes some schemes.
    fn go_by(&mut self) {
        for _ in 0..self.one_of(4) {
            let name = format!("CPTS {}", ["Val", "Mont", "Rive", "Nord", "Sud"][self.one_of(5)]);
            let name = format!("{name} {}", self.one_of(9));
            let scheme = self.scheme();
            self.schemes.insert(name, scheme);
        }
        let names: Vec<String> = self.schemes.keys().cloned().collect();
        for name in names {
            match self.one_of(8) {
                0 if self.schemes.len() > 1 => {
                    self.schemes.remove(&name);
                }
                1 => {
                    let scheme = self.scheme();
                    self.schemes.insert(name, scheme);
                }
                _ => {}
            }
        }
    }

    /// The list as a spreadsheet saves it.
    fn csv(&self) -> String {
        let mut list = "Nom CPTS;Statut;Fin;Code INSEE\r\n".to_owned();
        for (name, Listed { communes, status, end }) in &self.schemes {
            let communes = communes.iter().cloned().collect::<Vec<_>>().join(" ");
            list += &format!("{};{status};{end};{communes}\r\n", name.to_uppercase());
        }
        list
    }
}

/// The rows of a table by identifier, as text by column.
fn rows(bytes: &[u8]) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let headers: Vec<String> = reader.headers().unwrap().iter().map(ToOwned::to_owned).collect();
    let row = |record: csv::StringRecord| -> BTreeMap<String, String> {
        headers.iter().cloned().zip(record.iter().map(ToOwned::to_owned)).collect()
    };
    reader
        .records()
        .map(|record| row(record.unwrap()))
        .map(|row| (row["id"].clone(), row))
        .collect()
}

/// The figures of a table counted a second time, from its text: schemes, communes, inhabitants.
fn counted(table: &[u8], source: &str, population: &BTreeMap<&str, u64>) -> [u64; 3] {
    let rows = rows(table);
    let own = rows.values().filter(|row| row["source"] == source && row["statut"] != "echu");
    let (mut schemes, mut communes) = (0, BTreeSet::new());
    for row in own {
        schemes += 1;
        // A code that could be a postal code is followed by its name.
        let words = row["communes"].split_whitespace();
        communes.extend(words.filter(|word| population.contains_key(word)).map(ToOwned::to_owned));
    }
    let inhabitants = communes.iter().map(|code: &String| population[code.as_str()]).sum();
    [schemes, communes.len() as u64, inhabitants]
}

/// Nothing of another source, no site, no note and no identifier is lost from one table to the next.
fn assert_nothing_is_lost(before: &[u8], after: &[u8]) {
    let after = rows(after);
    for (id, row) in rows(before) {
        let now = after.get(&id).unwrap_or_else(|| panic!("{id} is lost"));
        for column in ["nom", "site", "note", "source"] {
            assert_eq!(now[column], row[column], "{id}");
        }
        if row["source"] != "liste-cpts" {
            assert!(row.iter().all(|(column, text)| now[column] == *text), "{id}");
        }
    }
}

#[test]
fn two_hundred_months_balance_and_lose_nothing_of_others() {
    let (territories, _) = fixtures::territories();
    let ain = territories.communes.iter().filter(|one| one.departement.as_str() == "01");
    let communes: Vec<String> = ain.map(|one| one.code.to_string()).collect();
    let population = territories.communes.iter();
    let population: BTreeMap<&str, u64> =
        population.map(|one| (one.code.as_str(), u64::from(one.population.unwrap_or(0)))).collect();
    let seen = std::thread::scope(|scope| {
        let (communes, population) = (&communes, &population);
        let runs = SEEDS.map(|seed| scope.spawn(move || go_through(seed, communes, population)));
        runs.map(|run| run.join().unwrap())
    });
    let all = [Kind::New, Kind::Reopened, Kind::Closed, Kind::Changed];
    assert_eq!(BTreeSet::from_iter(seen.concat()), all.into());
}

/// Goes through the months of one seed; the kinds of changes that came.
fn go_through(seed: u64, communes: &[String], population: &BTreeMap<&str, u64>) -> Vec<Kind> {
    let folder = scratch::crate_folder("fixtures/valid");
    let mut tables = Files::of_folder(&folder).with("cpts.csv", TABLE);
    let contours = Files::of_folder(scratch::crate_folder("contours"));
    let mut context = Context::of_files(contours, &tables, None).unwrap();
    let mut month = Month { rng: Rng::with_seed(seed), communes, schemes: BTreeMap::new() };
    let first = month.scheme();
    month.schemes.insert("CPTS A".to_owned(), first.clone());
    month.schemes.insert("Nuit et jour".to_owned(), first);
    let request = request(Layer::Cpts, "liste.csv");
    let mut seen = Vec::new();
    for index in 0..MONTHS / SEEDS.len() {
        month.go_by();
        let date = format!("{:04}-{:02}-01", 2027 + index / 12, 1 + index % 12);
        let before = tables.bytes("cpts.csv").unwrap().into_owned();
        let list = month.csv();
        let update = updated(&request, &date, list.as_bytes(), &tables, &context);
        let comparison = &update.comparison;
        assert!(comparison.is_balanced(), "{date}: {comparison:?}");
        for file in &update.files {
            tables = tables.with(&file.name, &*file.content);
        }
        let after = tables.bytes("cpts.csv").unwrap().into_owned();
        assert_nothing_is_lost(&before, &after);
        context = context.with_tables(&tables, None).unwrap();
        let ends = [comparison.schemes, comparison.communes, comparison.inhabitants];
        let counts = |table| counted(table, "liste-cpts", population);
        assert_eq!(ends.map(|Balance { before, .. }| before), counts(&before), "{date}");
        assert_eq!(ends.map(|Balance { after, .. }| after), counts(&after), "{date}");
        seen.extend(comparison.changes.iter().map(|one| one.kind));
        let again = updated(&request, &date, list.as_bytes(), &tables, &context);
        assert!(again.files.is_empty() && again.comparison.changes.is_empty(), "{date}: twice");
    }
    seen
}
