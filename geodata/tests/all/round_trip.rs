//! A steward's round trip, with the real commands: the committed table out of a spreadsheet, one
//! status changed, checked, built, served.

use crate::real_data::committed::{SERVED, manifest};
use crate::scratch;
use geojson::FeatureCollection;
use map::served::{CoverageFile, Manifest};
use map::{Amount, Class, Layer, TerritoryKey};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The contract of the city of Lyon, active in the committed table; no other one covers the city.
const CHANGED: &str = "cls-lyon";
const METROPOLIS: &str = "epci-200046977";

/// A table as a French spreadsheet saves it: semicolons, Windows-1252, Windows line ends.
fn saved_by_a_spreadsheet(table: &Path, change: impl Fn(&str, &str, &str) -> String) -> Vec<u8> {
    let mut reader = csv::Reader::from_path(table).unwrap();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let headers = reader.headers().unwrap().clone();
    writer.write_record(&headers).unwrap();
    for record in reader.records().map(Result::unwrap) {
        let cells = headers.iter().zip(&record);
        writer.write_record(cells.map(|(name, cell)| change(&record[0], name, cell))).unwrap();
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let (bytes, _, is_damaged) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!is_damaged, "every letter of the table is in Windows-1252");
    bytes.into_owned()
}

/// A copy of a folder with all that it holds.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for path in scratch::entries(from) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

fn geodata(command: &str, sources: &Path, more: &[&Path]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args([Path::new(command), Path::new("--sources"), sources])
        .args([Path::new("--contours"), &scratch::crate_folder("contours")])
        .args(more)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    output
}

/// The committed tables, with `cls.csv` as the spreadsheet saved it.
fn changed_tables() -> PathBuf {
    let committed = scratch::crate_folder("sources");
    let folder = scratch::empty_folder("round-trip").join("sources");
    copy(&committed, &folder);
    let table = saved_by_a_spreadsheet(&committed.join("cls.csv"), |id, column, cell| {
        let is_changed = id == CHANGED && column == "statut";
        assert!(!is_changed || cell == "actif", "the committed table has changed: {cell}");
        if is_changed { "en_preparation".to_owned() } else { cell.to_owned() }
    });
    std::fs::write(folder.join("cls.csv"), table).unwrap();
    folder
}

/// What a built folder serves.
struct Built {
    folder: PathBuf,
    manifest: Manifest,
}

impl Built {
    fn of(folder: &Path) -> Self {
        let manifest = std::fs::read(folder.join("manifest.json")).unwrap();
        let manifest = serde_json::from_slice(&manifest).unwrap();
        Self { folder: folder.to_owned(), manifest }
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.join(&self.manifest.fichiers[name].url)).unwrap()
    }

    /// The status of the contract in the served layer.
    fn status(&self) -> String {
        let layer: FeatureCollection = self.text("cls").parse().unwrap();
        let is_changed = |feature: &&geojson::Feature| {
            feature.property("id").and_then(|id| id.as_str()) == Some(CHANGED)
        };
        let feature = layer.features.iter().find(is_changed).unwrap();
        feature.property("statut").unwrap().as_str().unwrap().to_owned()
    }

    /// How much of the metropolis is in a class.
    fn amount(&self, class: Class) -> Amount {
        let coverage: CoverageFile = serde_json::from_str(&self.text("couverture")).unwrap();
        let classes = &coverage[&METROPOLIS.parse::<TerritoryKey>().unwrap()].couches[&Layer::Cls];
        classes.get(&class).copied().unwrap_or_default()
    }
}

#[test]
fn a_status_changed_in_a_spreadsheet_is_served_and_moves_the_coverage() {
    let before = Built::of(&SERVED);
    let sources = changed_tables();
    let check = geodata("check", &sources, &[]);
    let report = String::from_utf8(check.stdout).unwrap();
    assert!(report.trim_end().lines().last().unwrap().starts_with("aucune erreur"), "{report}");

    // Over what was served before, as `make build` does.
    let out = sources.with_file_name("data");
    copy(&SERVED, &out);
    geodata("build", &sources, &[Path::new("--out"), &out]);
    let after = Built::of(&out);

    assert_eq!((before.status().as_str(), after.status().as_str()), ("actif", "en_preparation"));
    let (active, prepared) = (before.amount(Class::Active), before.amount(Class::InPreparation));
    let moved = after.amount(Class::InPreparation).population - prepared.population;
    assert_eq!(moved, 519_127, "the inhabitants of Lyon");
    assert_eq!(after.amount(Class::Active).population, active.population - moved);
    assert_eq!(after.amount(Class::Active).communes, active.communes - 1);
    assert_eq!(after.amount(Class::InPreparation).communes, prepared.communes + 1);

    // What is published of the table is again comma-separated UTF-8, and differs in that cell only.
    let [was, is] = [&before, &after].map(|built| built.text("export/cls"));
    let of_lyon = |table: &str| {
        let row = table.lines().find(|line| line.starts_with("cls-lyon,")).unwrap();
        row.to_owned()
    };
    assert_eq!(
        is,
        was.replace(&of_lyon(&was), &of_lyon(&was).replace(",actif,", ",en_preparation,"))
    );
    assert_eq!(manifest().fichiers["epci"].url, after.manifest.fichiers["epci"].url);
}
