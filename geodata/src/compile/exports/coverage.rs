//! `couverture.csv` and its parts: one file for each level, and for the communes of each department;
//! `classes.csv`: the classes of the map.

use super::csv_table::CsvTable;
use super::tables::{title, write_schema, write_table};
use crate::compile::coverage::{TerritoryClasses, class_rows, export_rows};
use crate::compile::output::Output;
use crate::error::Error;
use crate::inputs::Inputs;
use map::Level;
use map::served::SharesFile;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// The schema of all of them.
const SCHEMA: &str = include_str!("couverture.schema.json");

const CLASSES: &str = include_str!("classes.schema.json");

/// The name of the whole table.
const WHOLE: &str = "couverture";

/// Writes the whole table and its parts, with their schema.
pub(super) fn write(
    inputs: &Inputs,
    territories: &[TerritoryClasses],
    shares: &SharesFile,
    output: &mut Output,
) -> Result<(), Error> {
    let schema: Value =
        serde_json::from_str(SCHEMA).map_err(|error| Error::form("couverture", &error))?;
    let names = Names::new(inputs);
    let mut whole = CsvTable::new(&schema);
    let mut parts: BTreeMap<String, (String, CsvTable)> = BTreeMap::new();
    for territory in territories {
        let Some((part, title)) = names.part_of(territory) else { continue };
        let (_, table) = parts.entry(part).or_insert_with(|| (title, CsvTable::new(&schema)));
        for row in export_rows(territory, names.of(territory)) {
            table.push(row.clone());
            whole.push(row);
        }
    }
    // Too long for a spreadsheet: only its parts have a form for one.
    let (file, title) = (format!("{WHOLE}.csv"), "Couverture de tous les territoires");
    output.export(&format!("export/{WHOLE}"), &file, title, &whole.csv(&file)?)?;
    for (name, (title, table)) in &parts {
        write_table(name, title, table, output)?;
    }
    write_schema(WHOLE, &schema, output)?;
    write_classes(&names, territories, shares, output)
}

/// Writes the classes of the map.
fn write_classes(
    names: &Names,
    territories: &[TerritoryClasses],
    shares: &SharesFile,
    output: &mut Output,
) -> Result<(), Error> {
    let schema: Value =
        serde_json::from_str(CLASSES).map_err(|error| Error::form("classes", &error))?;
    let mut table = CsvTable::new(&schema);
    let rows = territories.iter().flat_map(|one| class_rows(one, names.of(one), shares));
    rows.for_each(|row| table.push(row));
    write_table("classes", title(&schema), &table, output)?;
    write_schema("classes", &schema, output)
}

/// The names of all territories, and the department of each commune and arrondissement.
struct Names<'a> {
    names: HashMap<(Level, &'a str), &'a str>,
    departments: HashMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    fn new(inputs: &'a Inputs) -> Self {
        let all = &inputs.territories;
        let regions = all.regions.iter().map(|one| (Level::Region, one.code.as_str(), &one.nom));
        let departments =
            all.departements.iter().map(|one| (Level::Department, one.code.as_str(), &one.nom));
        let epci = all.epci.iter().map(|one| (Level::Epci, one.code.as_str(), &one.nom));
        let communes = all.communes.iter().map(|one| (Level::Commune, one.code.as_str(), &one.nom));
        let parts = all.arrondissements.iter();
        let parts = parts.map(|one| (Level::Arrondissement, one.code.as_str(), &one.nom));
        let named = regions.chain(departments).chain(epci).chain(communes).chain(parts);
        let departments =
            all.communes.iter().map(|one| (one.code.as_str(), one.departement.as_str()));
        let parts = all.arrondissements.iter();
        let parts = parts.map(|one| (one.code.as_str(), one.code.department()));
        let departments = departments.chain(parts);
        Self {
            names: named.map(|(level, code, name)| ((level, code), name.as_str())).collect(),
            departments: departments.collect(),
        }
    }

    fn of(&self, territory: &TerritoryClasses) -> &'a str {
        self.name(territory.level, &territory.code)
    }

    fn name(&self, level: Level, code: &str) -> &'a str {
        self.names.get(&(level, code)).copied().unwrap_or_default()
    }

    /// The file, without extension, that a territory belongs to, and its title.
    fn part_of(&self, territory: &TerritoryClasses) -> Option<(String, String)> {
        let of_level = |level: &str, title: &str| {
            Some((format!("{WHOLE}-{level}"), format!("Couverture des {title}")))
        };
        match territory.level {
            Level::Region => of_level("regions", "régions"),
            Level::Department => of_level("departements", "départements"),
            Level::Epci => of_level("epci", "intercommunalités"),
            Level::Commune | Level::Arrondissement => {
                let department = self.departments.get(territory.code.as_str())?;
                let name = self.name(Level::Department, department);
                let title = format!("Couverture des communes\u{a0}: {name}");
                Some((format!("{WHOLE}/communes-{department}"), title))
            }
            Level::Country => None,
        }
    }
}
