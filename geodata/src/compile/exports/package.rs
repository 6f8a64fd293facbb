//! `datapackage.json`: every table with its schema, its keys, its sources and its licence
//! (Frictionless Data Package 1).

use crate::error::Error;
use map::served::{Manifest, ServedFile, Source};
use serde_json::{Value, json};

/// The licence that the project publishes under.
pub(super) const LICENCE: &str = "Licence Ouverte 2.0";
/// Its text.
pub(super) const LICENCE_ADDRESS: &str =
    "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf";

/// The text of the licence of files with outlines from OpenStreetMap.
const ODBL_ADDRESS: &str = "https://opendatacommons.org/licenses/odbl/1-0/";

/// The address of the licence of a file: that of OpenStreetMap where it has outlines from there.
pub(super) fn licence_address(file: &ServedFile, manifest: &Manifest) -> &'static str {
    let known = file.sources.iter().filter_map(|id| manifest.sources.get(id));
    let is_odbl =
        |one: &Source| one.licence.as_ref().is_some_and(|licence| licence.starts_with("ODbL"));
    let has_outlines = file.url.ends_with("json");
    if has_outlines && known.into_iter().any(is_odbl) { ODBL_ADDRESS } else { LICENCE_ADDRESS }
}

/// The bytes of the file; `manifest` lists the tables with their sources.
pub(super) fn datapackage(manifest: &Manifest) -> Result<Vec<u8>, Error> {
    let tables = manifest.fichiers.values().filter_map(|file| {
        let table = file_of(file)?.strip_suffix(".csv")?;
        let is_for_programs = !table.ends_with(".excel");
        is_for_programs.then_some((table, file))
    });
    let resources: Vec<Value> =
        tables.map(|(table, file)| resource(table, file, manifest)).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "sante-des-territoires",
        "title": "Santé des territoires\u{a0}: dispositifs de santé et couverture",
        "description": "Les tables du projet, normalisées\u{a0}: dates ISO\u{a0}8601, territoires \
                        par code, nombres sans séparateur. À côté de chaque CSV, nom.excel.csv \
                        est la même table pour qui l’ouvre d’un double clic.",
        "created": format!("{}T00:00:00Z", manifest.date),
        "version": manifest.date,
        "licenses": [licence()],
        "sources": sources(manifest.sources.values()),
        "resources": resources,
    });
    serde_json::to_vec_pretty(&package).map_err(|error| Error::form("datapackage.json", &error))
}

fn licence() -> Value {
    json!({ "name": "etalab-2.0", "title": LICENCE, "path": LICENCE_ADDRESS })
}

fn resource(table: &str, file: &ServedFile, manifest: &Manifest) -> Value {
    let mut resource = json!({
        "name": table.replace('/', "-").to_lowercase(),
        "path": format!("{table}.csv"),
        "profile": "tabular-data-resource",
        "title": file.contenu,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.octets,
        "licenses": [licence()],
        "schema": format!("{}.schema.json", schema_of(table)),
    });
    // A hundred parts with forty sources each would be most of the file: they have those of the
    // package.
    if !table.contains('/') {
        let known = file.sources.iter().filter_map(|id| manifest.sources.get(id));
        resource["sources"] = json!(sources(known));
    }
    resource
}

/// The table whose schema a table has: the parts of the coverage share one.
fn schema_of(table: &str) -> &str {
    if table.starts_with("couverture") { "couverture" } else { table }
}

/// The path of a file in `export/`; none for other files.
pub(super) fn file_of(file: &ServedFile) -> Option<&str> {
    file.url.strip_prefix("export/")
}

/// The sources of a file, in words.
pub(super) fn sources_of(file: &ServedFile, manifest: &Manifest) -> Vec<String> {
    let known = file.sources.iter().filter_map(|id| manifest.sources.get(id));
    known.map(in_words).collect()
}

fn in_words(source: &Source) -> String {
    let licence = source.licence.as_deref().unwrap_or("licence non précisée");
    format!("{} — {}, {licence}", source.titre, source.editeur)
}

/// The sources with their own licences, where they say one.
fn sources<'a>(sources: impl Iterator<Item = &'a Source>) -> Vec<Value> {
    let source = |one: &Source| {
        let title = in_words(one);
        match one.adresse.as_ref().filter(|address| address.starts_with("http")) {
            Some(address) => json!({ "title": title, "path": address }),
            None => json!({ "title": title }),
        }
    };
    sources.map(source).collect()
}
