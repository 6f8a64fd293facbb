//! The row of a scheme, from its fact and the decisions on it.

use super::common::{READ, SOURCE, readable};
use super::decisions::{Fact, FactsOfScheme};
use super::table::{self, Row};
use crate::error::Error;
use crate::inputs::Context;
use crate::tables::resolve::{Checker, is_code};
use crate::tables::{ALL_CLS_COLUMNS, ALL_CPTS_COLUMNS};
use map::Layer;
use map::served::SAINT_MARTIN;
use std::collections::BTreeMap;
use std::path::Path;

/// The columns of a table of schemes.
pub(super) fn columns(layer: Layer) -> &'static [&'static str] {
    match layer {
        Layer::Cls => ALL_CLS_COLUMNS,
        _ => ALL_CPTS_COLUMNS,
    }
}

/// The seats of CPTS by FINESS number: longitude and latitude as written.
pub(super) struct Seats(BTreeMap<String, [String; 2]>);

impl Seats {
    /// Reads the extract of FINESS, if the folder of facts has one.
    pub(super) fn read(facts: &Path) -> Result<Self, Error> {
        let path = facts.join("finess-occitanie-2026/cpts.csv");
        if !path.exists() {
            return Ok(Self(BTreeMap::new()));
        }
        let rows = table::read(&path)?.rows.into_iter();
        let point = |row: &Row| ["longitude", "latitude"].map(|one| row.text(one).to_owned());
        Ok(Self(rows.map(|row| (row.text("finess").to_owned(), point(&row))).collect()))
    }
}

/// The row of a scheme. `row` is that of a list, which it completes, or an empty one.
pub(super) fn row(
    layer: Layer,
    scheme: &FactsOfScheme,
    mut row: Row,
    context: &Context,
    seats: &Seats,
) -> Row {
    let fact = scheme.main;
    if row.text("id").is_empty() {
        row.set("id", scheme.id());
        row.set("nom", readable(fact.text("nom")));
        row.set("source", SOURCE);
    }
    match layer {
        Layer::Cls => cls(fact, &mut row),
        _ => cpts(fact, &mut row, seats),
    }
    perimeter(layer, fact, &mut row, context);
    row.set("signature_entre", fact.decided("date", Some("signature_entre")).unwrap_or_default());
    let deduced: Vec<String> = scheme.all().flat_map(|one| deduced(one, &row)).collect();
    row.set("deduit", deduced.join(" "));
    row.set("suite", fact.decided("suite", None).unwrap_or_default());
    row.set("voir", fact.decided("rapprochement", None).unwrap_or_default());
    let reservations: Vec<&str> =
        scheme.all().filter_map(|one| one.decided("note", None)).collect();
    row.set("reserve", reservations.join(" "));
    pages(scheme, &mut row);
    if let Some(code) = fact.decided("commune-fusionnee", None) {
        let communes = &context.territories.communes;
        let name = communes.iter().find(|one| one.code.as_str() == code).map(|one| &one.nom);
        let note = name.map(|name| {
            format!("La commune de {name} est aujourd’hui plus étendue que celle du contrat.")
        });
        row.set("note", note.unwrap_or_default());
    }
    row
}

fn pages(scheme: &FactsOfScheme, row: &mut Row) {
    let page = |fact: &Fact| {
        let page = fact.decided("adresse", None).unwrap_or_else(|| fact.text("source"));
        page.replace(' ', "%20")
    };
    row.set("page", page(scheme.main));
    row.set("editeur", readable(scheme.main.text("editeur")));
    row.set("lue", READ);
    let second = scheme.main.decided("seconde-source", None).map(ToOwned::to_owned);
    let second = second.or_else(|| scheme.others.first().map(|one| page(one)));
    row.set("seconde_page", second.unwrap_or_default());
}

fn cls(fact: &Fact, row: &mut Row) {
    const PREPARATION: [&str; 2] = ["elaboration", "charte"];
    for (column, field) in [("signature", "date_signature"), ("debut", "debut"), ("fin", "fin")] {
        match fact.decided("date", Some(field)) {
            Some(decided) => row.set(column, decided),
            None => row.complete(column, fact.text(field)),
        }
    }
    row.set("signature_annoncee", fact.date("signature_annoncee"));
    row.set("etat_du", fact.date("etat"));
    row.complete("generation", fact.text("generation"));
    row.complete("axes", readable(fact.text("axes")).replace("\u{20};\u{20}", " | "));
    let stated = fact.text("statut");
    let has_date = ["signature", "debut", "fin"].iter().any(|one| !row.text(one).is_empty())
        || fact.decided("date", Some("signature_entre")).is_some();
    let status = match fact.decided("statut", None) {
        // The compiler tells how old it is.
        Some("etat_ancien") => "en_preparation",
        Some(decided) => decided,
        None if PREPARATION.contains(&stated) => "en_preparation",
        None if stated == "echu" => "echu",
        None if stated == "inconnu" && !has_date => "non_etabli",
        None => "signe",
    };
    row.set("statut", status);
}

fn cpts(fact: &Fact, row: &mut Row, seats: &Seats) {
    const PREPARATION: [&str; 2] = ["projet", "lettre-intention"];
    let stated = fact.text("statut");
    let status = match fact.decided("statut", None) {
        Some(decided) => decided,
        None if PREPARATION.contains(&stated) => "en_preparation",
        None if stated == "aci-signe" => "actif",
        None => "non_etabli",
    };
    row.set("statut", status);
    let nature = fact.decided("date", Some("nature"));
    let is_signature = status == "actif" && nature.is_none();
    let date = fact.text("date");
    row.set("signature", if is_signature { date } else { "" });
    let seen = if is_signature { "" } else { date };
    row.set("etat_du", fact.decided("date", Some("etat")).unwrap_or(seen));
    row.set("nature", nature.unwrap_or_default());
    row.set("population_annoncee", fact.text("population_annoncee"));
    row.set("communes_annoncees", fact.text("communes_annoncees"));
    row.set("en_partie", fact.decided("infra-communal", None).unwrap_or_default());
    if let Some(number) = fact.decided("siege", None) {
        row.set("finess", number);
        let [lon, lat] = seats.0.get(number).cloned().unwrap_or_default();
        row.set("siege_lon", lon);
        row.set("siege_lat", lat);
    }
}

/// The perimeter: that of the fact, or of the list where the row is in one, then the decisions.
fn perimeter(layer: Layer, fact: &Fact, row: &mut Row, context: &Context) {
    let mut known = known_at_first(layer, fact, row);
    if !is_listed(row) {
        given(layer, fact, row);
    }
    for column in ["epci", "communes"] {
        if let Some(codes) = fact.decided("remplace-perimetre", Some(column)) {
            known = column;
            row.set("epci", "");
            row.set("communes", "");
            row.set(column, codes);
        }
    }
    if let Some(removed) = fact.decided("retire-communes", None) {
        let removed: Vec<&str> = removed.split_whitespace().collect();
        let kept = communes_of(row, context);
        let kept: Vec<&str> =
            kept.iter().map(String::as_str).filter(|one| !removed.contains(one)).collect();
        row.set("communes", kept.join(" "));
        row.set("epci", "");
    }
    if fact.decided("partiel", None).is_some() {
        known = "partiel";
        if layer == Layer::Cls {
            row.set("epci", fact.decided("partiel", Some("epci")).unwrap_or_default());
            row.set("communes", fact.decided("partiel", Some("communes")).unwrap_or_default());
        }
    }
    if fact.decided("non-dessine", Some("connu_par")) == Some("inconnu") {
        known = "inconnu";
        for column in ["epci", "communes", "arrondissements"] {
            row.set(column, "");
        }
    }
    known = fact.decided("perimetre-deduit", None).unwrap_or(known);
    row.set("perimetre", known);
    name_doubtful_codes(row, context);
    row.set("dessine", fact.decided("non-dessine", Some("dessine")).unwrap_or_default());
    located(fact, known, row);
}

/// Whether the row is that of a list or a post, which gives the perimeter.
fn is_listed(row: &Row) -> bool {
    !row.text("source").is_empty() && row.text("source") != SOURCE
}

/// The basis of the perimeter before any decision.
fn known_at_first<'a>(layer: Layer, fact: &'a Fact, row: &Row) -> &'a str {
    match (layer, is_listed(row)) {
        (Layer::Cls, true) if row.text("source") == "ars-ara-cls" => "liste",
        (Layer::Cls, true) if !row.text("epci").is_empty() => "epci",
        (Layer::Cls, true) => "communes",
        (Layer::Cls, false) => match fact.text("maille") {
            "commune" => "communes",
            "mixte" => "epci",
            other => other,
        },
        _ => fact.text("perimetre"),
    }
}

/// The departments and the region of a scheme whose perimeter does not say them.
fn located(fact: &Fact, known: &str, row: &mut Row) {
    let is_off_the_map = fact.text("region") == SAINT_MARTIN;
    if is_off_the_map {
        row.set("communes", "");
    }
    let is_whole = !matches!(known, "partiel" | "inconnu") && !is_off_the_map;
    let departments =
        fact.decided("departement", None).unwrap_or_else(|| fact.text("departements"));
    let mut departments: Vec<&str> = departments.split_whitespace().collect();
    departments.sort_unstable();
    let departments =
        if is_whole || is_off_the_map { String::new() } else { departments.join(" ") };
    row.set("departements", departments);
    row.set("region", if is_whole { "" } else { fact.text("region") });
}

/// Writes the names of communes behind their codes where all of these are postal codes too.
fn name_doubtful_codes(row: &mut Row, context: &Context) {
    let checker = Checker::new(&context.territories, &context.atoms, &context.tables.sources);
    let cell = row.text("communes").to_owned();
    let codes: Vec<&str> = cell.split_whitespace().collect();
    if codes.iter().all(|code| is_code(code))
        && checker.postal_doubt(&codes, row.text("nom")).is_some()
    {
        let communes = context.territories.communes.iter();
        let named = communes.filter(|one| codes.contains(&one.code.as_str()));
        let named: Vec<String> = named.map(|one| format!("{} {}", one.code, one.nom)).collect();
        row.set("communes", named.join(" | "));
    }
}

/// The codes of the fact, sorted into their columns.
fn given(layer: Layer, fact: &Fact, row: &mut Row) {
    const SIREN_DIGITS: usize = 9;
    let sorted = |text: &str, holds: &dyn Fn(&str) -> bool| {
        let mut codes: Vec<&str> = text.split_whitespace().filter(|code| holds(code)).collect();
        codes.sort_unstable();
        codes.join(" ")
    };
    if layer == Layer::Cls {
        let territories = fact.text("territoires");
        row.set("epci", sorted(territories, &|code| code.len() == SIREN_DIGITS));
        row.set("communes", sorted(territories, &|code| code.len() != SIREN_DIGITS));
        return;
    }
    row.set("communes", sorted(fact.text("communes"), &|_| true));
    row.set("arrondissements", sorted(fact.text("arrondissements"), &|_| true));
}

/// The communes of a row, those of its intercommunalities included, in code order.
fn communes_of(row: &Row, context: &Context) -> Vec<String> {
    let listed =
        |column: &str, code: &str| row.text(column).split_whitespace().any(|one| one == code);
    let communes = context.territories.communes.iter();
    let inside = communes.filter(|one| {
        listed("communes", one.code.as_str())
            || one.epci.as_ref().is_some_and(|epci| listed("epci", epci.as_str()))
    });
    inside.map(|one| one.code.to_string()).collect()
}

/// The deduced fields of a fact, by the names of our columns.
fn deduced(fact: &Fact, row: &Row) -> Vec<String> {
    let column = |field: &str| match field {
        "date_signature" => "signature".to_owned(),
        "date" if !row.text("signature").is_empty() => "signature".to_owned(),
        "date" | "etat" => "etat_du".to_owned(),
        other => other.to_owned(),
    };
    let fields = fact.all("deduit").flat_map(|one| {
        let field = column(one.text("champ"));
        let parts = one.text("valeur").split_whitespace();
        let tokens: Vec<String> = parts.map(|part| format!("{field}:{part}")).collect();
        if tokens.is_empty() { vec![field] } else { tokens }
    });
    // Over by age alone.
    let status = fact.all("echeance-deduite").map(|_| "statut".to_owned());
    fields.chain(status).collect()
}
