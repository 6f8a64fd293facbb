//! The values of territories side by side.

use super::field::{Field, Value};
use super::fields::fields_of_row;
use crate::table::{Comparison, Side};
use crate::text::table::signed;
use crate::text::{publisher_and_date, standing, typographic};
use crate::{Layer, Records, SchemeIndex, Subject};

/// The names of the fields that name the schemes of a layer.
const NAMES: [(Layer, &str, &str); 3] = [
    (Layer::Cls, "cls_noms", "CLS (noms)"),
    (Layer::Cpts, "cpts_noms", "CPTS (noms)"),
    (Layer::Projects, "projets_noms", "Projets (noms)"),
];

/// The fields of each territory: its level, those of its row in a list, the names of its schemes, its
/// departments, its sources.
pub(super) fn fields_of_comparison(records: &Records, comparison: &Comparison) -> Vec<Vec<Field>> {
    let table = &comparison.table;
    let sides = table.rows.iter().zip(&comparison.sides);
    sides
        .map(|(row, side)| {
            let level = Value::text(side.key.level.code());
            let mut fields = vec![Field::new("niveau", "Niveau", level)];
            fields.extend(fields_of_row(records, table, row));
            let names = NAMES.map(|(layer, code, title)| {
                Field::new(code, title, Value::text(&names(records, side, layer)))
            });
            fields.extend(names);
            fields.push(Field::new("sources", "Sources", Value::text(&sources(records, side))));
            fields
        })
        .collect()
}

/// « CLS de Lyon (actif, signé le 8 mars 2024) ; … ».
fn names(records: &Records, side: &Side, layer: Layer) -> String {
    let own = side.schemes.iter().filter(|scheme| scheme.layer == layer);
    own.map(|scheme| named(records, *scheme)).collect::<Vec<_>>().join("\u{a0}; ")
}

fn named(records: &Records, scheme: SchemeIndex) -> String {
    let name = typographic(records.name_of(&Subject::Scheme(scheme)));
    let Some(own) = records.scheme_at(scheme) else { return name };
    let successor = own.suite.as_deref().and_then(|id| records.scheme(id));
    let standing = standing(scheme.layer, own, successor.map(|one| one.nom.as_str()));
    let facts: Vec<String> =
        [Some(standing), signed(scheme.layer, own)].into_iter().flatten().collect();
    format!("{name} ({})", facts.join(", "))
}

fn sources(records: &Records, side: &Side) -> String {
    let all = &records.file.manifest.sources;
    let known = side.sources.iter().filter_map(|id| all.get(id));
    let named: Vec<String> = known.map(|one| typographic(&publisher_and_date(one))).collect();
    named.join("\u{a0}; ")
}
