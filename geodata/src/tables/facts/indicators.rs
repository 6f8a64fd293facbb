//! `indicateurs.csv`: figures as published.

use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{Row, Table};
use map::Level;
use map::served::Indicator;
use std::collections::BTreeMap;

pub(super) const COLUMNS: &[&str] = &[
    "id",
    "libelle",
    "valeur",
    "unite",
    "precision",
    "nature",
    "denominateur",
    "niveau",
    "code",
    "date",
    "desaccord",
    "source",
    "note",
    "page",
    "editeur",
    "lue",
];
/// Those of figures whose source is many pages.
pub(super) const OPTIONAL_COLUMNS: &[&str] = &["page", "editeur", "lue"];

const PRECISIONS: &[&str] = &["exact", "plus_de", "pres_de", "de_l_ordre_de"];
const NATURES: &[&str] = &["constat", "objectif", "plafond"];
const LEVELS: &[&str] = &["pays", "region", "departement", "epci", "commune"];

/// The code of the country.
const FRANCE: &str = "FR";
const FRANCE_EXPECTED: &str = "FR, pour la France entière";

/// The figures of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<Indicator> {
    let rows = checker.rows(table);
    check_disagreements(&rows, checker);
    rows.iter().filter_map(|row| indicator(row, checker)).collect()
}

fn indicator(row: &Row, checker: &mut Checker) -> Option<Indicator> {
    let niveau = cells::choice(row, "niveau", LEVELS, checker);
    let code = niveau.and_then(|level| code(row, level, checker));
    let libelle = cells::text(row, "libelle", checker);
    let unite = cells::text(row, "unite", checker);
    let valeur = value(row, checker);
    let precision = cells::choice(row, "precision", PRECISIONS, checker);
    let nature = cells::choice(row, "nature", NATURES, checker);
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    Some(Indicator {
        id: row.text("id").to_owned(),
        libelle,
        valeur: valeur?,
        unite,
        precision: precision?,
        nature: nature?,
        denominateur: row.optional("denominateur"),
        niveau: niveau?,
        code: code?,
        date,
        desaccord: row.optional("desaccord"),
        source,
        note: row.optional("note"),
        page: row.optional("page"),
        editeur: row.optional("editeur"),
        lue: row.date("lue", &mut checker.problems),
    })
}

/// The number, written with a point or a comma, its thousands apart or not.
fn value(row: &Row, checker: &mut Checker) -> Option<f64> {
    let text = row.text("valeur").replace([' ', '\u{a0}', '\u{202f}'], "").replace(',', ".");
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value = text.parse().ok().filter(|_| is_plain);
    if is_maybe_thousands(row.text("valeur")) {
        let oddity = "lu avec des décimales\u{a0}; un millier s’écrit sans point ni virgule";
        row.warn(&mut checker.problems, "valeur", row.text("valeur"), oddity);
    }
    if value.is_none() {
        row.report(&mut checker.problems, "valeur", "un nombre positif ou nul, sans unité");
    } else if row.text("unite") == "%" && value > Some(100.0) {
        row.report(&mut checker.problems, "valeur", "une part de 0 à 100");
    }
    value
}

/// Whether a number may be in thousands or have three decimals: `30.000`.
fn is_maybe_thousands(text: &str) -> bool {
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(['.', ',']).is_some_and(|(whole, rest)| {
        matches!(whole.len(), 1..=3) && rest.len() == 3 && is_digits(whole) && is_digits(rest)
    })
}

/// The code of the territory, which may be given by its name.
fn code(row: &Row, level: Level, checker: &mut Checker) -> Option<String> {
    let (item, all) = (row.text("code"), checker.territories);
    let code = match level {
        Level::Country => Some(FRANCE.to_owned())
            .filter(|code| code == item)
            .ok_or_else(|| FRANCE_EXPECTED.into()),
        Level::Region => cells::region_of(item, all)
            .map(String::from)
            .ok_or_else(|| cells::REGION_EXPECTED.into()),
        Level::Department => cells::department_of(item, all)
            .map(String::from)
            .ok_or_else(|| cells::DEPARTMENT_EXPECTED.into()),
        Level::Epci => checker.epci_of(item).map(|index| all.epci[index].code.to_string()),
        Level::Commune => {
            checker.commune_of(item).map(|one| all.communes[one.index].code.to_string())
        }
        Level::Arrondissement => {
            let index = checker.arrondissement_of(item);
            index.map(|index| all.arrondissements[index].code.to_string())
        }
    };
    code.map_err(|found| row.report_unresolved(&mut checker.problems, "code", item, found)).ok()
}

/// A disagreement needs two figures.
fn check_disagreements(rows: &[Row], checker: &mut Checker) {
    let mut groups: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.text("desaccord").is_empty()) {
        groups.entry(row.text("desaccord")).or_default().push(row);
    }
    for group in groups.values() {
        if let [alone] = group.as_slice() {
            let expected = "rien, ou le même mot que la ligne avec laquelle celle-ci est en \
                            désaccord";
            alone.report(&mut checker.problems, "desaccord", expected);
        }
    }
}
