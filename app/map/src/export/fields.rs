//! The values of a row of a table, and those of a scheme.

use super::field::{Field, Value};
use crate::served::Share;
use crate::table::{Cell, Column, Row, Table};
use crate::text::{page_read, publisher_and_date, status, typographic};
use crate::{Layer, Outside, Records, SchemeCount, SchemeIndex, Subject, SubjectKey, WhiteZone};

/// The value of a cell, with how well it is known.
struct Known {
    number: Option<u32>,
    precision: &'static str,
}

/// The fields of a row: its code, its name, then its figures in the order of the columns. A figure that may
/// be a bound is followed by what it is.
pub(super) fn fields_of_row(records: &Records, table: &Table, row: &Row) -> Vec<Field> {
    let mut fields = vec![
        Field::new("code", "Code", Value::Code(code_of(records, &row.subject))),
        Field::new("nom", "Nom", Value::Text(typographic(&row.name))),
    ];
    if table.rows.iter().any(|row| !row.within.is_empty()) {
        fields.push(Field::new("departements", "Départements", Value::Code(row.within.clone())));
    }
    for (&column, &cell) in table.columns().iter().skip(1).zip(&row.cells) {
        push_cell(&mut fields, column, cell);
    }
    if let Subject::Scheme(scheme) = row.subject {
        fields.push(source_of(records, scheme));
    }
    fields
}

/// The fields of a scheme or a project.
pub(super) fn fields_of_scheme(records: &Records, scheme: SchemeIndex) -> Vec<Field> {
    let subject = Subject::Scheme(scheme);
    let own = records.scheme_at(scheme);
    let project = records.project_at(scheme);
    let standing = own.map(|one| one.statut).or(project.map(|one| one.statut));
    let text = |text: Option<&String>| text.map_or(Value::Missing, |text| Value::text(text));
    let departments: Vec<String> = match (own, project) {
        (Some(own), _) => own.departements.iter().map(ToString::to_string).collect(),
        (None, Some(project)) => vec![project.departement.to_string()],
        (None, None) => Vec::new(),
    };
    let communes = own.filter(|one| one.has_perimeter()).map(|one| one.communes.len() as u32);
    vec![
        Field::new("id", "Identifiant", Value::Code(code_of(records, &subject))),
        Field::new("nom", "Nom", Value::Text(typographic(records.name_of(&subject)))),
        Field::new("type", "Type", Value::Text(noun(scheme.layer).to_owned())),
        Field::new(
            "statut",
            "Statut",
            standing.map_or(Value::Missing, |one| Value::text(status(scheme.layer, one))),
        ),
        Field::new("debut", "Début", text(own.and_then(|one| one.debut.as_ref()))),
        Field::new("fin", "Fin", text(own.and_then(|one| one.fin.as_ref()))),
        Field::new("signature", "Signature", text(own.and_then(|one| one.signature.as_ref()))),
        Field::new("departements", "Départements", code(departments.join(", "))),
        Field::new("communes", "Communes", Value::number(communes)),
        source_of(records, scheme),
        Field::new("page", "Page", text(own.and_then(|one| one.page.as_ref()))),
    ]
}

fn code(text: String) -> Value {
    if text.is_empty() { Value::Missing } else { Value::Code(text) }
}

/// The code of a territory or a commune; the identifier of a scheme.
pub(super) fn code_of(records: &Records, subject: &Subject) -> String {
    match records.key_of(subject) {
        Some(SubjectKey::Territory(key)) => key.code,
        Some(SubjectKey::Commune { code, .. }) => code.to_string(),
        Some(SubjectKey::Scheme(id) | SubjectKey::Venue(id)) => id,
        None => String::new(),
    }
}

/// The publisher of what is known of a scheme, and the date.
fn source_of(records: &Records, scheme: SchemeIndex) -> Field {
    let own = records.scheme_at(scheme);
    let page = own.and_then(|one| Some(page_read(one.editeur.as_deref()?, one.lue.as_deref())));
    let id = own.map(|one| &one.source).or(records.project_at(scheme).map(|one| &one.source));
    let listed = id.and_then(|id| records.file.manifest.sources.get(id)).map(publisher_and_date);
    let text = page.or(listed).unwrap_or_default();
    Field::new("source", "Source", Value::text(&typographic(&text)))
}

const fn noun(layer: Layer) -> &'static str {
    match layer {
        Layer::Projects => "Projet",
        Layer::Cls | Layer::Cpts => layer.short_title(),
    }
}

/// The names of a column, and those of what its figures are where they may be bounds.
const fn names(column: Column) -> [&'static str; 4] {
    match column {
        Column::Name => ["nom", "Nom", "", ""],
        Column::Population => ["habitants", "Habitants", "", ""],
        Column::Cls => ["cls", "CLS", "cls_precision", "CLS (précision)"],
        Column::Cpts => ["cpts", "CPTS", "cpts_precision", "CPTS (précision)"],
        Column::Projects => ["projets", "Projets", "projets_precision", "Projets (précision)"],
        Column::ShareOfCls => [
            "part_cls",
            "Part en CLS actif (%)",
            "part_cls_precision",
            "Part en CLS actif (précision)",
        ],
        Column::ShareOfCpts => [
            "part_cpts",
            "Part en CPTS active (%)",
            "part_cpts_precision",
            "Part en CPTS active (précision)",
        ],
        Column::WhiteZone => [
            "part_hors_des_deux",
            "Part hors des deux (%)",
            "part_hors_des_deux_precision",
            "Part hors des deux (précision)",
        ],
        Column::Layer => ["type", "Type", "", ""],
        Column::Status => ["statut", "Statut", "", ""],
        Column::Communes => ["communes", "Communes", "", ""],
    }
}

fn push_cell(fields: &mut Vec<Field>, column: Column, cell: Cell) {
    let [code, title, precision_code, precision_title] = names(column);
    let known = match cell {
        Cell::Number(number) => {
            return fields.push(Field::new(code, title, Value::number(number)));
        }
        Cell::Layer(layer) => {
            return fields.push(Field::new(code, title, Value::text(noun(layer))));
        }
        Cell::Status(layer, of) => {
            return fields.push(Field::new(code, title, Value::text(status(layer, of))));
        }
        Cell::Schemes(count) => schemes(count),
        Cell::Share(share) => share_known(share),
        Cell::WhiteZone(zone, whole) => white_zone(zone, whole),
    };
    fields.push(Field::new(code, title, Value::number(known.number)));
    fields.push(Field::new(precision_code, precision_title, Value::text(known.precision)));
}

impl Known {
    const fn of(number: u32, precision: &'static str) -> Self {
        Self { number: Some(number), precision }
    }

    const fn nothing(precision: &'static str) -> Self {
        Self { number: None, precision }
    }
}

const EXACT: &str = "exact";
const AT_LEAST: &str = "au moins";
const AT_MOST: &str = "au plus";
const NOT_KNOWN: &str = "non connu";
const NOT_DOCUMENTED: &str = "non documenté";

const fn schemes(count: SchemeCount) -> Known {
    match count {
        SchemeCount::Listed(all) => Known::of(all, EXACT),
        SchemeCount::AtLeast(0) => Known::nothing(NOT_KNOWN),
        SchemeCount::AtLeast(all) => Known::of(all, AT_LEAST),
        SchemeCount::NotDocumented => Known::nothing(NOT_DOCUMENTED),
    }
}

fn share_known(share: Share) -> Known {
    match share {
        Share::Zero => Known::of(0, EXACT),
        Share::Exactly(0) => Known::of(1, "moins de"),
        Share::AtLeast(0) => Known::of(0, "plus de"),
        Share::Exactly(percent) | Share::AtLeast(percent @ 100) => {
            Known::of(u32::from(percent), EXACT)
        }
        Share::AtLeast(percent) => Known::of(u32::from(percent), AT_LEAST),
        Share::Uncertain => Known::nothing("statut incertain"),
        Share::NotKnown => Known::nothing(NOT_KNOWN),
        Share::Undocumented => Known::nothing(NOT_DOCUMENTED),
    }
}

fn white_zone(zone: WhiteZone, whole: u32) -> Known {
    match zone {
        WhiteZone::Undocumented => Known::nothing(NOT_DOCUMENTED),
        _ if whole == 0 => Known::nothing("aucun habitant"),
        WhiteZone::AtMost(outside) if outside.population >= whole => Known::nothing(NOT_KNOWN),
        WhiteZone::AtMost(outside) => Known { precision: AT_MOST, ..part(outside, whole) },
        WhiteZone::Exactly(outside) => part(outside, whole),
    }
}

/// The share of what is outside, in whole percent; never 0 for some, never 100 for less than all.
fn part(outside: Outside, whole: u32) -> Known {
    let people = u64::from(outside.population);
    let percent = ((people * 200 + u64::from(whole)) / (2 * u64::from(whole))) as u32;
    match percent {
        0 if people > 0 => Known::of(1, "moins de"),
        100 if people < u64::from(whole) => Known::of(99, "plus de"),
        _ => Known::of(percent, EXACT),
    }
}
