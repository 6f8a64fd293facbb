//! A data steward: changes a table in a spreadsheet, then checks and builds the data.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::Site;
use crate::site::{from_environment, repository};

/// Someone with a copy of the committed tables.
pub struct Steward {
    tables: TempDir,
}

/// A cell of a table.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// The file.
    pub table: &'a str,
    /// The first cell of the row.
    pub id: &'a str,
    /// The name of the column.
    pub column: &'a str,
}

impl Steward {
    /// Takes a copy of the tables.
    pub fn with_the_committed_tables() -> Self {
        let tables = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(repository().join("geodata/sources")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), tables.path().join(entry.file_name())).unwrap();
        }
        Self { tables }
    }

    /// Changes one cell of a table, and saves it as French spreadsheets do: semicolons,
    /// Windows-1252, Windows line ends.
    pub fn saves(&self, cell: Cell<'_>, value: &str) {
        let Cell { table, id, column } = cell;
        let path = self.tables.path().join(table);
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let columns = reader.headers().unwrap().clone();
        let index = columns.iter().position(|name| name == column).unwrap();
        writer.write_record(&columns).unwrap();
        for record in reader.records() {
            let mut cells: Vec<String> = record.unwrap().iter().map(ToOwned::to_owned).collect();
            if cells[0] == id {
                value.clone_into(&mut cells[index]);
            }
            writer.write_record(&cells).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        fs::write(&path, encoding_rs::WINDOWS_1252.encode(&text).0).unwrap();
    }

    /// Checks the tables, then builds the data of `site` from them and puts it on its pages.
    pub fn checks_and_builds(&self, site: &Site) {
        let data = site.root().join("data");
        let contours = repository().join("geodata/contours");
        let inputs =
            [Path::new("--sources"), self.tables.path(), Path::new("--contours"), &contours];
        let geodata = from_environment("GEODATA_BIN", "../target/release/geodata");
        run(&geodata, &["check"], &inputs);
        run(&geodata, &["build"], &[&inputs[..], &[Path::new("--out"), &data]].concat());
        let pages = from_environment("PAGES_BIN", "../target/release/pages");
        run(&pages, &["assemble"], &[site.root()]);
        run(&pages, &["headers"], &[site.root()]);
        let built = Site::built();
        run(&pages, &["compress"], &[site.root(), Path::new("--previous"), built.root()]);
    }
}

fn run(program: &Path, words: &[&str], paths: &[&Path]) {
    let output = Command::new(program).args(words).args(paths).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}
