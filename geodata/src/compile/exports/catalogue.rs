//! `catalogue.jsonld`: the open data for catalogues such as data.gouv.fr (DCAT 2, JSON-LD 1.1).
//! The context is in the file: nothing is loaded from elsewhere to read it.

use super::package::{LICENCE_ADDRESS, file_of, licence_address, sources_of};
use crate::compile::site_url::SiteUrl;
use crate::error::Error;
use map::served::{Manifest, ServedFile};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The bytes of the file. Addresses are absolute where that of the site is known, else relative to
/// the file.
pub(super) fn catalogue(manifest: &Manifest, site: Option<&SiteUrl>) -> Result<Vec<u8>, Error> {
    let base = site.map_or_else(String::new, |site| format!("{site}data/export/"));
    let mut groups: BTreeMap<&str, Vec<&ServedFile>> = BTreeMap::new();
    for file in manifest.fichiers.values() {
        if let Some(group) = group_of(file) {
            groups.entry(group).or_default().push(file);
        }
    }
    let datasets: Vec<Value> =
        groups.iter().map(|(name, files)| dataset(name, files, manifest, &base)).collect();
    let mut catalogue = json!({
        "@context": context(),
        "@id": format!("{base}catalogue.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": text("Santé des territoires"),
        "dct:description": text("Dispositifs de santé des territoires de France, et leur couverture."),
        "dct:language": "fr",
        "dct:license": { "@id": LICENCE_ADDRESS },
        "dct:modified": day(&manifest.date),
        "dct:publisher": publisher(),
        "dcat:dataset": datasets,
    });
    if let Some(site) = site {
        catalogue["foaf:homepage"] = json!({ "@id": site.to_string() });
    }
    serde_json::to_vec_pretty(&catalogue).map_err(|error| Error::form("catalogue.jsonld", &error))
}

fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// The data set that a file of the open data belongs to; none for other files, and for those that
/// describe all.
fn group_of(file: &ServedFile) -> Option<&str> {
    let path = file_of(file)?;
    let (stem, end) = path.split_once('.')?;
    let is_data = ["csv", "excel.csv", "geojson", "topojson"].contains(&end);
    let group = if stem.starts_with("couverture") { "couverture" } else { stem };
    is_data.then(|| group.trim_end_matches("-detail"))
}

fn dataset(name: &str, files: &[&ServedFile], manifest: &Manifest, base: &str) -> Value {
    let main = files.iter().find(|file| file.url == format!("export/{name}.csv")).or(files.first());
    let title = main.map_or(name, |file| file.contenu.as_str());
    let known = main.map(|file| sources_of(file, manifest)).unwrap_or_default();
    let distributions: Vec<Value> =
        files.iter().map(|file| distribution(file, manifest, base)).collect();
    json!({
        "@id": format!("{base}catalogue.jsonld#{name}"),
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": text(title),
        "dct:description": text(&format!("{title}. Sources\u{a0}: {}.", known.join("\u{a0}; "))),
        "dct:language": "fr",
        "dct:license": { "@id": LICENCE_ADDRESS },
        "dct:modified": day(&manifest.date),
        "dct:publisher": publisher(),
        "dcat:keyword": [text("santé"), text("territoires")],
        "dcat:distribution": distributions,
    })
}

fn distribution(file: &ServedFile, manifest: &Manifest, base: &str) -> Value {
    let path = file_of(file).unwrap_or_default();
    let (format, media) = match path.rsplit('.').next() {
        Some("geojson") => ("GeoJSON", "application/geo+json"),
        Some("topojson") => ("TopoJSON", "application/json"),
        _ => ("CSV", "text/csv"),
    };
    let title = match file.precision_m {
        Some(metres) => format!("{} (tolérance\u{a0}: {metres}\u{a0}m)", file.contenu),
        None => file.contenu.clone(),
    };
    let address = json!({ "@id": format!("{base}{path}") });
    let size = json!({ "@type": "xsd:nonNegativeInteger", "@value": file.octets.to_string() });
    json!({
        "@id": format!("{base}catalogue.jsonld#{path}"),
        "@type": "dcat:Distribution",
        "dct:title": text(&title),
        "dct:format": format,
        "dct:license": { "@id": licence_address(file, manifest) },
        "dcat:mediaType": media,
        "dcat:byteSize": size,
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
    })
}

fn publisher() -> Value {
    json!({ "@type": "foaf:Organization", "foaf:name": "Santé des territoires" })
}

fn text(text: &str) -> Value {
    json!({ "@language": "fr", "@value": text })
}

fn day(date: &str) -> Value {
    json!({ "@type": "xsd:date", "@value": date })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(site: Option<&str>) -> Value {
        let file = |url: &str| ServedFile {
            url: url.into(),
            octets: 42,
            contenu: "CLS".into(),
            sources: Vec::new(),
            precision_m: None,
        };
        let urls = ["export/cls.csv", "export/cls-detail.geojson", "cls.0a.geojson"];
        let manifest = Manifest {
            cog: String::new(),
            etat: None,
            degres: Vec::new(),
            date: "2026-03-08".into(),
            fichiers: urls.map(|url| (url.to_owned(), file(url))).into(),
            regions: BTreeMap::new(),
            couches: Vec::new(),
            sources: BTreeMap::new(),
        };
        let site = site.map(|site| site.parse().unwrap());
        serde_json::from_slice(&catalogue(&manifest, site.as_ref()).unwrap()).unwrap()
    }

    #[test]
    fn the_forms_of_a_table_are_distributions_of_one_data_set() {
        let catalogue = written(None);
        let datasets = catalogue["dcat:dataset"].as_array().unwrap();
        assert_eq!(datasets.len(), 1);
        assert_eq!(datasets[0]["dcat:distribution"].as_array().unwrap().len(), 2);
        assert!(catalogue["@context"].is_object(), "no remote context");
    }

    #[test]
    fn addresses_are_absolute_where_the_site_has_one() {
        let address = |catalogue: Value| {
            let dataset = &catalogue["dcat:dataset"][0];
            dataset["dcat:distribution"][1]["dcat:downloadURL"]["@id"].clone()
        };
        assert_eq!(address(written(None)), "cls.csv");
        let expected = "https://carte.example/sante/data/export/cls.csv";
        assert_eq!(address(written(Some("https://carte.example/sante"))), expected);
        assert_eq!(address(written(Some("https://carte.example/sante/"))), expected);
    }
}
