//! The rows of every table as they are published: the values that were understood, not the text
//! that the steward typed.

use super::{Atoms, Details, Drawn, Project, Scheme, Tables};
use crate::territories::Territories;
use map::served::Source;
use map::{CommuneCode, Layer};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The tables, by file name without extension.
pub const TABLE_NAMES: [&str; 13] = [
    "appels",
    "cls",
    "complements",
    "couches",
    "cpts",
    "feuilles_de_route",
    "indicateurs",
    "label",
    "lieux",
    "mentions",
    "projets",
    "reperes",
    "sources",
];

/// A row, by column: dates in ISO 8601, territories by code, numbers as numbers.
pub(crate) type Record = Map<String, Value>;

/// The rows of every table of [`TABLE_NAMES`], sorted by their identifier where they have one.
///
/// # Errors
/// The error of the serializer; rows of text, numbers and lists have none to give.
pub(crate) fn normalized(
    tables: &Tables,
    territories: &Territories,
    atoms: &Atoms,
) -> serde_json::Result<BTreeMap<&'static str, Vec<Record>>> {
    let facts = &tables.facts;
    let schemes = |layer| {
        let rows = tables.schemes.iter().filter(move |one| one.layer == layer);
        rows.map(|one| scheme(one, territories, atoms)).collect::<Vec<Value>>()
    };
    let projects: Vec<Value> =
        tables.projects.iter().map(|one| project(one, territories)).collect();
    Ok(BTreeMap::from([
        ("appels", records(&facts.appels)?),
        ("cls", records(&schemes(Layer::Cls))?),
        ("complements", records(&facts.complements)?),
        ("couches", records(&tables.documentation)?),
        ("cpts", records(&schemes(Layer::Cpts))?),
        ("feuilles_de_route", records(&facts.feuilles_de_route)?),
        ("indicateurs", records(&facts.indicateurs)?),
        ("label", records(&facts.label)?),
        ("lieux", records(&facts.lieux)?),
        ("mentions", records(&facts.mentions)?),
        ("projets", records(&projects)?),
        ("reperes", records(&facts.reperes)?),
        ("sources", sources(tables)?),
    ]))
}

/// Rows whose members have the names of the columns.
fn records<T: Serialize>(rows: &[T]) -> serde_json::Result<Vec<Record>> {
    let record = |row: &T| Ok(members(serde_json::to_value(row)?));
    let mut records = rows.iter().map(record).collect::<serde_json::Result<Vec<Record>>>()?;
    // Stable: rows without an identifier keep their order, which the page shows.
    records.sort_by(|one, other| id(one).cmp(id(other)));
    Ok(records)
}

fn members(value: Value) -> Record {
    match value {
        Value::Object(members) => members,
        _ => Record::new(),
    }
}

fn id(record: &Record) -> &str {
    record.get("id").and_then(Value::as_str).unwrap_or_default()
}

fn sources(tables: &Tables) -> serde_json::Result<Vec<Record>> {
    let record = |(id, source): (&String, &Source)| {
        let mut record = members(serde_json::to_value(source)?);
        record.insert("id".to_owned(), json!(id));
        Ok(record)
    };
    tables.sources.iter().map(record).collect()
}

fn scheme(scheme: &Scheme, territories: &Territories, atoms: &Atoms) -> Value {
    let communes = communes_beyond(scheme, territories, atoms);
    let perimeter = scheme.given_perimeter();
    let mut row = json!({
        "id": scheme.id,
        "nom": scheme.name,
        "statut": scheme.stated.code(),
        "debut": scheme.start,
        "fin": scheme.end,
        "epci": perimeter.epci,
        "communes": communes,
        "arrondissements": perimeter.arrondissements,
        "site": scheme.site,
        "note": scheme.note,
        "source": scheme.source,
    });
    if let (Some(row), Value::Object(details)) = (row.as_object_mut(), details(&scheme.details)) {
        row.extend(details);
    }
    row
}

fn details(details: &Details) -> Value {
    let [lon, lat] = details.seat.map_or([None; 2], |[lon, lat]| [Some(lon), Some(lat)]);
    let deduced = Some(details.deduced.join(" ")).filter(|text| !text.is_empty());
    json!({
        "en_partie": details.in_part,
        "perimetre": details.known_by,
        "dessine": (details.drawn == Drawn::No).then_some("non"),
        "departements": details.departments,
        "region": details.region,
        "signature": details.signature,
        "signature_entre": details.signed_between,
        "signature_annoncee": details.announced,
        "etat_du": details.seen,
        "nature": details.nature,
        "generation": details.generation,
        "axes": details.axes,
        "population_annoncee": details.population,
        "communes_annoncees": details.communes,
        "finess": details.finess,
        "siege_lon": lon,
        "siege_lat": lat,
        "page": details.page,
        "editeur": details.publisher,
        "lue": details.read,
        "seconde_page": details.second_page,
        "suite": details.successor,
        "voir": details.see,
        "deduit": deduced,
        "reserve": details.reservation,
    })
}

/// The communes of a perimeter that neither its intercommunalities nor its arrondissements give.
fn communes_beyond<'a>(
    scheme: &Scheme,
    territories: &'a Territories,
    atoms: &Atoms,
) -> Vec<&'a CommuneCode> {
    let perimeter = scheme.given_perimeter();
    let is_beyond = |&index: &usize| {
        let commune = &territories.communes[index];
        let is_in_epci = commune.epci.as_ref().is_some_and(|epci| perimeter.epci.contains(epci));
        let parts = territories.arrondissements.iter().filter(|one| one.commune == commune.code);
        let listed = parts.filter(|one| perimeter.arrondissements.contains(&one.code)).count();
        let inside = perimeter.atoms.intersection(&atoms.of_commune[index]);
        let is_whole = inside == atoms.of_commune[index] && inside.iter().count() > listed;
        !is_in_epci && (listed == 0 || is_whole)
    };
    let communes = perimeter.communes.iter().copied().filter(is_beyond);
    communes.map(|index| &territories.communes[index].code).collect()
}

fn project(project: &Project, territories: &Territories) -> Value {
    let communes: Vec<&CommuneCode> =
        project.communes.iter().map(|&index| &territories.communes[index].code).collect();
    json!({
        "id": project.id,
        "titre": project.title,
        "portee": project.reach,
        "departement": project.department,
        "dispositif": project.scheme,
        "theme": project.theme,
        "porteur": project.holder,
        "objectifs": project.objectives,
        "communes": communes,
        "source": project.source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::{Context, Folders};
    use std::path::Path;

    /// The published rows of a folder with those tables; others are missing.
    fn published(test: &str, tables: &[(&str, &str)]) -> BTreeMap<&'static str, Vec<Record>> {
        let name = format!("geodata-normalized-{test}-{}", std::process::id());
        let sources = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&sources).unwrap();
        for (table, text) in tables {
            std::fs::write(sources.join(format!("{table}.csv")), text).unwrap();
        }
        let contours = Path::new(env!("CARGO_MANIFEST_DIR")).join("contours");
        let folders = Folders { contours, sources: sources.clone(), day: None };
        let context = Context::read(&folders).unwrap();
        std::fs::remove_dir_all(&sources).unwrap();
        normalized(&context.tables, &context.territories, &context.atoms).unwrap()
    }

    #[test]
    fn dates_are_iso_and_territories_are_codes_whatever_was_typed() {
        let cls = "id;nom;statut;debut;fin;epci;communes;source;note\n\
                   cls-b;B;actif;08/03/2024;2028;CC du Diois;Arbent | 01031;s;\n\
                   cls-a;A;inconnu;;;;Die;s;sans date\n";
        let rows = &published("codes", &[("cls", cls)])["cls"];
        let [a, b] = rows.as_slice() else { panic!("two rows, sorted") };
        assert_eq!((&a["id"], &a["debut"]), (&json!("cls-a"), &Value::Null));
        assert_eq!((&b["debut"], &b["fin"]), (&json!("2024-03-08"), &json!("2028")));
        assert_eq!(b["epci"], json!(["242600534"]));
        assert_eq!(b["communes"], json!(["01014", "01031"]), "not those of the EPCI");
    }

    #[test]
    fn communes_and_arrondissements_of_a_cpts_are_told_apart() {
        let cpts = "id,nom,statut,communes,arrondissements,site,source\n\
                    a,A,actif,La Garde (83),Marseille 14ème | 13215,,s\n\
                    b,B,actif,Marseille,,,s\n";
        let rows = &published("arrondissements", &[("cpts", cpts)])["cpts"];
        assert_eq!(rows[0]["communes"], json!(["83062"]));
        assert_eq!(rows[0]["arrondissements"], json!(["13214", "13215"]));
        assert_eq!(rows[1]["communes"], json!(["13055"]), "a whole city is a commune");
    }

    #[test]
    fn numbers_are_plain() {
        let figures = "id;libelle;valeur;unite;precision;nature;denominateur;niveau;code;date;\
                       desaccord;source;note\n\
                       a;A;57,5;%;exact;constat;;region;Auvergne-Rhône-Alpes;;;s;\n\
                       b;B;30 000;places;exact;constat;;region;84;;;s;\n";
        let rows = &published("numbers", &[("indicateurs", figures)])["indicateurs"];
        let values: Vec<_> = rows.iter().map(|row| (&row["valeur"], &row["code"])).collect();
        assert_eq!(values, [(&json!(57.5), &json!("84")), (&json!(30000.0), &json!("84"))]);
    }

    #[test]
    fn every_table_has_its_rows() {
        let names: Vec<&str> = published("names", &[]).into_keys().collect();
        assert_eq!(names, TABLE_NAMES);
    }
}
