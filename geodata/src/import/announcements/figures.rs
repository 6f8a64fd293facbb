//! The published figures of coverage, as rows of `indicateurs.csv`.

use super::common::{READ, SOURCE, readable};
use super::table::{self, Row};
use crate::error::Error;
use crate::inputs::Context;
use crate::names::normalized;
use std::collections::BTreeMap;
use std::path::Path;

/// The rows of the figures in the folder of facts.
pub(super) fn rows(facts: &Path, context: &Context) -> Result<Vec<Row>, Error> {
    let mut used: BTreeMap<String, u32> = BTreeMap::new();
    let figures = table::read(&facts.join("indicateurs-couverture.csv"))?.rows;
    Ok(figures.iter().map(|figure| row(figure, context, &mut used)).collect())
}

fn row(figure: &Row, context: &Context, used: &mut BTreeMap<String, u32>) -> Row {
    let (level, code, zone) = territory(figure, context);
    let label = capital(&readable(figure.text("indicateur")));
    let plain = normalized(&format!("publie {code} {label} {}", figure.text("date")));
    let id: String = plain.replace(' ', "-");
    let count = used.entry(id.clone()).or_default();
    *count += 1;
    let id = if *count > 1 { format!("{id}-{count}") } else { id };
    let (unit, whole) = match figure.text("unite") {
        "cls" => ("CLS", ""),
        "cpts" => ("CPTS", ""),
        whole if whole.starts_with("sur ") => ("intercommunalités", &whole["sur ".len()..]),
        unit => (unit, ""),
    };
    let label = if zone.is_empty() { label } else { format!("{label}\u{20}: {zone}") };
    let mut row = Row::default();
    for (column, text) in [
        ("id", id.as_str()),
        ("libelle", &label),
        ("valeur", figure.text("valeur")),
        ("unite", unit),
        ("precision", precision(figure.text("remarque"))),
        ("nature", "constat"),
        ("denominateur", whole),
        ("niveau", level),
        ("code", &code),
        ("date", figure.text("date")),
        ("source", SOURCE),
        ("note", &note(figure.text("remarque"))),
        ("page", figure.text("source")),
        ("editeur", &readable(figure.text("editeur"))),
        ("lue", READ),
    ] {
        row.set(column, text);
    }
    row
}

/// The level and the code of a figure. One of another kind of zone is filed under the region, and its
/// label says the zone.
fn territory(figure: &Row, context: &Context) -> (&'static str, String, String) {
    let code = figure.text("code");
    match figure.text("maille") {
        "pays" => ("pays", code.to_owned(), String::new()),
        "region" => ("region", code.to_owned(), String::new()),
        "departement" => ("departement", code.to_owned(), String::new()),
        _ => {
            let mut departments = context.territories.departements.iter();
            let region = departments.find(|one| one.code.as_str() == code);
            let region = region.map(|one| one.region.to_string()).unwrap_or_default();
            ("region", region, readable(figure.text("territoire")))
        }
    }
}

/// The precision that the words of the source give.
fn precision(remark: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|word| remark.contains(word));
    match () {
        () if says(&["plus de", "borne inférieure"]) => "plus_de",
        () if says(&["presque", "près d"]) => "pres_de",
        () if remark.starts_with("environ") || says(&["arrondi"]) => "de_l_ordre_de",
        () => "exact",
    }
}

/// A remark as a sentence, without the words of our reading.
fn note(remark: &str) -> String {
    let remark = readable(remark).replace(" dans l’extrait", "");
    match remark.as_str() {
        "" => String::new(),
        text if text.ends_with(['.', '»']) => capital(text),
        text => format!("{}.", capital(text)),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
