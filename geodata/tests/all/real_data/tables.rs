//! The tables of the page agree, for every territory, with figures that are found another way: text
//! tables, sets of codes, plain sums.

use super::committed::{INPUTS, SERVED, manifest, text};
use super::recount::{Country, inside_any};
use map::served::{CoverageFile, Share, SharesFile};
use map::table::{Cell, Column, Listed, Order, Row, RowFilter, Sort, Table};
use map::{
    CoverageByClass, Degree, Layer, Level, Records, SchemeCount, Subject, Territory, TerritoryKey,
    WhiteZone,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static RECORDS: LazyLock<Records> = LazyLock::new(|| {
    let files = manifest().fichiers;
    let bytes = |url: &str| std::fs::read(SERVED.join(url)).unwrap();
    let mut records = Records::decode(&bytes(&files["fiches"].url)).unwrap();
    for (index, url) in records.file.communes.clone().iter().enumerate() {
        records.add_communes(index, &bytes(url)).unwrap();
    }
    records
});

static SHARES: LazyLock<SharesFile> = LazyLock::new(|| {
    let bytes = std::fs::read(SERVED.join(&manifest().fichiers["parts"].url)).unwrap();
    SharesFile::decode(&bytes).unwrap()
});

/// Regions, departments, intercommunalities and communes of the COG in force.
const TERRITORIES: usize = 36_249;

/// The rows of all territories, by key.
fn rows() -> BTreeMap<String, Row> {
    let levels = [Listed::Regions, Listed::Departments, Listed::Epci, Listed::Communes];
    let table = |listed| Table::new(&RECORDS, &SHARES.white_zones, None, listed);
    let rows = levels.into_iter().flat_map(|listed| table(listed).rows);
    rows.map(|row| (key(&row.subject), row)).collect()
}

fn key(subject: &Subject) -> String {
    match subject {
        Subject::Territory(territory) => RECORDS.key(*territory).to_string(),
        Subject::Commune { code, .. } => format!("commune-{code}"),
        other => panic!("{other:?} is no territory"),
    }
}

fn cell(row: &Row, column: Column) -> Cell {
    let index = Column::OF_TERRITORIES.iter().position(|one| *one == column).unwrap();
    row.cells[index - 1]
}

#[test]
fn every_territory_has_its_row_with_the_shares_and_schemes_of_the_open_data() {
    let rows = rows();
    assert_eq!(rows.len(), TERRITORIES);
    let mut coverage: CoverageFile = serde_json::from_str(&text("couverture")).unwrap();
    let communes: CoverageFile = serde_json::from_str(&text("couverture-communes")).unwrap();
    coverage.extend(communes);
    for (name, row) in &rows {
        let key: TerritoryKey = name.parse().unwrap();
        let known = coverage.get(&key);
        for (layer, count, share) in [
            (Layer::Cls, Column::Cls, Column::ShareOfCls),
            (Layer::Cpts, Column::Cpts, Column::ShareOfCpts),
        ] {
            let prefix = layer.code();
            let schemes = known.into_iter().flat_map(|one| one.dispositifs.keys());
            let schemes = schemes.filter(|id| is_of(layer, id)).count() as u32;
            // A commune may be known to be in a scheme whose whole perimeter is not.
            let at_least_so_many = match cell(row, count) {
                Cell::Schemes(SchemeCount::Listed(all) | SchemeCount::AtLeast(all)) => {
                    all == schemes || key.level == Level::Commune && all > schemes
                }
                Cell::Schemes(SchemeCount::NotDocumented) => schemes == 0,
                _ => false,
            };
            assert!(at_least_so_many, "{name}: {schemes} {prefix} for {:?}", cell(row, count));
            let classes = known.and_then(|one| one.couches.get(&layer));
            assert_share(name, row, cell(row, share), classes);
        }
    }
}

fn is_of(layer: Layer, id: &str) -> bool {
    RECORDS.schemes(layer).iter().any(|one| one.id == id)
}

/// A share is that of its classes; of a territory without an answer, that nothing is known.
fn assert_share(name: &str, row: &Row, found: Cell, classes: Option<&CoverageByClass>) {
    let Cell::Number(population) = row.cells[0] else { panic!("{name}: {row:?}") };
    let expected = classes.map(|classes| Share::of(classes, population.unwrap_or(0)));
    match (found, expected) {
        (Cell::Share(found), Some(expected)) => assert_eq!(found, expected, "{name}"),
        (Cell::Share(Share::NotKnown | Share::Undocumented), None) => {}
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn every_white_zone_agrees_with_a_naive_recount_for_every_territory() {
    let rows = rows();
    let country = Country::read();
    let inside: BTreeSet<String> =
        ["cls.csv", "cpts.csv"].into_iter().flat_map(|name| inside_any(name, &country)).collect();
    let mut counted = [0; 3];
    for (key, expected) in naive_zones(&country, &inside) {
        let Cell::WhiteZone(found, _) = cell(&rows[&key], Column::WhiteZone) else {
            panic!("{key}: no white zone");
        };
        assert_eq!(found, expected, "{key}");
        let kind = match found {
            WhiteZone::Exactly(_) => 0,
            WhiteZone::AtMost(_) => 1,
            WhiteZone::Undocumented => 2,
        };
        counted[kind] += 1;
    }
    println!(
        "white zones: {} exact, {} at most, {} not documented",
        counted[0], counted[1], counted[2]
    );
    assert_eq!(counted.iter().sum::<usize>(), TERRITORIES);
}

/// The parts of a white zone, summed up one by one.
#[derive(Default)]
struct Naive {
    /// Population of the codes outside; by commune, the codes outside and all of its codes.
    population: u32,
    communes: BTreeMap<String, (usize, usize)>,
    has_open: bool,
    has_unknown: bool,
}

fn naive_zones(country: &Country, inside: &BTreeSet<String>) -> BTreeMap<String, WhiteZone> {
    let mut sums: BTreeMap<String, Naive> = BTreeMap::new();
    for (code, population) in &country.inhabitants {
        let degrees = country.degrees_of(code);
        for territory in country.territories_of(code) {
            let sum = sums.entry(territory).or_default();
            let commune = sum.communes.entry(country.commune_of(code)).or_default();
            commune.1 += 1;
            if inside.contains(code) {
                continue;
            }
            commune.0 += 1;
            sum.population += population;
            sum.has_unknown |= degrees.contains(&None);
            sum.has_open |= degrees.contains(&Some(Degree::Facts));
        }
    }
    let zone = |naive: Naive| {
        let whole = naive.communes.values().filter(|(outside, all)| outside == all);
        let outside = map::Outside { communes: whole.count() as u32, population: naive.population };
        match (naive.has_unknown, naive.has_open) {
            (true, _) => WhiteZone::Undocumented,
            (_, true) => WhiteZone::AtMost(outside),
            _ => WhiteZone::Exactly(outside),
        }
    };
    sums.into_iter().map(|(key, naive)| (key, zone(naive))).collect()
}

#[test]
fn every_column_is_sorted_with_what_is_unknown_last_in_both_directions() {
    for listed in [Listed::Epci, Listed::Communes] {
        let table = Table::new(&RECORDS, &SHARES.white_zones, None, listed);
        for &column in table.columns() {
            for order in [Order::Rising, Order::Falling] {
                let shown = table.shown(Sort { column, order }, &RowFilter::default());
                assert_eq!(shown.len(), table.rows.len());
                let rows: Vec<&Row> = shown.iter().map(|index| &table.rows[*index]).collect();
                assert_sorted(&rows, column, order);
            }
        }
    }
}

/// Figures rise or fall, and behind the first unknown one there is no other.
fn assert_sorted(rows: &[&Row], column: Column, order: Order) {
    if column == Column::Name {
        return;
    }
    let figure = |row: &&Row| match cell(row, column) {
        Cell::Number(number) => number,
        Cell::Schemes(SchemeCount::Listed(all)) => Some(all),
        Cell::Schemes(SchemeCount::AtLeast(all)) => (all > 0).then_some(all),
        Cell::Share(Share::Zero) => Some(0),
        Cell::Share(share) => share.percent().map(u32::from),
        _ => None,
    };
    let figures: Vec<Option<u32>> = rows.iter().map(figure).collect();
    let known: Vec<u32> = figures.iter().map_while(|figure| *figure).collect();
    assert!(figures[known.len()..].iter().all(Option::is_none), "{column:?} {order:?}");
    match order {
        Order::Rising => assert!(known.is_sorted(), "{column:?}"),
        Order::Falling => assert!(known.iter().rev().is_sorted(), "{column:?}"),
    }
}

#[test]
fn the_parts_of_a_territory_are_its_own() {
    let isere = INPUTS.territories.departements.iter().position(|one| one.code.as_str() == "38");
    let isere = Some(Territory::Department(isere.unwrap()));
    let table = |listed| Table::new(&RECORDS, &SHARES.white_zones, isere, listed);
    let communes = table(Listed::Communes);
    let own = INPUTS.territories.communes.iter().filter(|one| one.departement.as_str() == "38");
    assert_eq!(communes.rows.len(), own.count());
    let epci: BTreeSet<_> = INPUTS
        .territories
        .communes
        .iter()
        .filter(|one| one.departement.as_str() == "38")
        .filter_map(|one| one.epci.clone())
        .collect();
    assert_eq!(table(Listed::Epci).rows.len(), epci.len());
    assert_eq!(Table::new(&RECORDS, &SHARES.white_zones, None, Listed::Schemes).rows.len(), {
        let file = &RECORDS.file;
        file.cls.len() + file.cpts.len() + file.projects.len()
    });
}
