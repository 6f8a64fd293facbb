//! Many more schemes than today: 500 CLS and 800 CPTS over the whole country, and a list of
//! hundreds of thousands of rows. Times are printed; the bounds are five times the promised ones,
//! for a slow and busy machine.

use crate::real_data::committed::INPUTS;
use crate::scratch;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Bounds of `check` and `build`, five times those of a release build.
const CHECK: Duration = Duration::from_secs(5);
const BUILD: Duration = Duration::from_secs(50);

/// How many schemes each table has in all.
const CLS: usize = 500;
const CPTS: usize = 800;

/// Perimeters made by rule: of three, two are whole intercommunalities and one is half of one.
struct Perimeters {
    random: fastrand::Rng,
    /// The SIREN numbers and the codes of the members of every intercommunality.
    epci: Vec<(String, Vec<String>)>,
}

impl Perimeters {
    fn new() -> Self {
        let communes = &INPUTS.territories.communes;
        let members = INPUTS.territories.members().into_iter();
        let with_a_contour = |index: &usize| communes[*index].surface_ha.is_some();
        let epci = members.map(|(siren, members)| {
            let members = members.into_iter().filter(with_a_contour);
            (siren.to_string(), members.map(|index| communes[index].code.to_string()).collect())
        });
        Self { random: fastrand::Rng::with_seed(13), epci: epci.collect() }
    }

    /// The SIREN number of one intercommunality, or the codes of half of its members.
    fn next(&mut self, number: usize) -> Result<String, Vec<String>> {
        let (siren, members) = &self.epci[self.random.usize(..self.epci.len())];
        match number % 3 {
            // A single code may be a postal one too.
            0 if members.len() > 3 => Err(members[..members.len() / 2].to_vec()),
            _ => Ok(siren.clone()),
        }
    }

    fn members(&self, siren: &str) -> &[String] {
        &self.epci.iter().find(|(code, _)| code == siren).unwrap().1
    }
}

fn rows(table: &Path) -> usize {
    csv::Reader::from_path(table).unwrap().records().count()
}

/// The committed tables with schemes added to them.
fn tables() -> PathBuf {
    let folder = scratch::empty_folder("scale").join("sources");
    std::fs::create_dir_all(&folder).unwrap();
    for path in scratch::entries(&scratch::crate_folder("sources")) {
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let mut perimeters = Perimeters::new();
    let mut cls = std::fs::read_to_string(folder.join("cls.csv")).unwrap();
    let columns = cls.lines().next().unwrap().split(',').count();
    // After the note, which is the ninth column.
    let rest = ",".repeat(columns - 9);
    for number in rows(&folder.join("cls.csv"))..CLS {
        let (epci, communes) = match perimeters.next(number) {
            Ok(siren) => (siren, String::new()),
            Err(communes) => (String::new(), communes.join(" ")),
        };
        writeln!(cls, "cls-secteur-{number},CLS du secteur {number},actif,2024,,{epci},{communes},insee-cog-2026,{rest}").unwrap();
    }
    let mut cpts = csv::Reader::from_path(folder.join("cpts.csv")).unwrap();
    let columns = cpts.headers().unwrap().clone();
    let mut text = std::fs::read_to_string(folder.join("cpts.csv")).unwrap();
    for number in rows(&folder.join("cpts.csv"))..CPTS {
        let communes = match perimeters.next(number) {
            Ok(siren) => perimeters.members(&siren).to_vec(),
            Err(communes) => communes,
        };
        let cells = columns.iter().map(|column| match column {
            "id" => format!("cpts-secteur-{number}"),
            "nom" => format!("CPTS du secteur {number}"),
            "statut" => "actif".to_owned(),
            "communes" => communes.join(" "),
            "source" => "insee-cog-2026".to_owned(),
            _ => String::new(),
        });
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    std::fs::write(folder.join("cls.csv"), cls).unwrap();
    std::fs::write(folder.join("cpts.csv"), text).unwrap();
    folder
}

/// Runs a command, prints how long it took, and returns that.
fn timed(command: &str, sources: &Path, more: &[&Path]) -> Duration {
    let start = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args([Path::new(command), Path::new("--sources"), sources])
        .args([Path::new("--contours"), &scratch::crate_folder("contours")])
        .args(more)
        .output()
        .unwrap();
    let took = start.elapsed();
    assert!(output.status.success(), "{output:?}");
    println!("geodata {command}: {took:?}");
    took
}

#[test]
fn five_hundred_cls_and_eight_hundred_cpts_are_checked_and_built_in_seconds() {
    let sources = tables();
    assert_eq!(rows(&sources.join("cls.csv")), CLS);
    assert_eq!(rows(&sources.join("cpts.csv")), CPTS);
    // The fastest of three, for other tests run beside this one.
    let checks = (0..3).map(|_| timed("check", &sources, &[]));
    assert!(checks.min().unwrap() < CHECK);
    let out = sources.with_file_name("data");
    assert!(timed("build", &sources, &[Path::new("--out"), &out]) < BUILD);
}

/// A list with that many rows, which names every commune again and again.
fn list(rows: usize) -> String {
    let communes: Vec<_> =
        INPUTS.territories.communes.iter().filter(|one| one.surface_ha.is_some()).collect();
    let mut list = "CPTS;Code INSEE;Commune\n".to_owned();
    for row in 0..rows {
        let commune = communes[row % communes.len()];
        // A commune stands in a few schemes, and several times in each.
        let scheme = row % communes.len() / 50 + row / communes.len() % 2 * 1000;
        writeln!(list, "CPTS {scheme};{};{}", commune.code, commune.nom).unwrap();
    }
    list
}

#[test]
fn the_time_of_a_list_of_336_000_rows_grows_with_its_rows() {
    let folder = scratch::empty_folder("scale-list");
    let mut times = Vec::new();
    for rows in [84_000, 336_000] {
        let file = folder.join(format!("liste-{rows}.csv"));
        std::fs::write(&file, list(rows)).unwrap();
        let start = Instant::now();
        let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
            .args(["import", "cpts", "--source", "insee-cog-2026"])
            .args([Path::new("--out"), &folder.join("cpts.csv")])
            .args([Path::new("--sources"), &scratch::crate_folder("sources")])
            .args([Path::new("--contours"), &scratch::crate_folder("contours"), &file])
            .output()
            .unwrap();
        times.push(start.elapsed());
        assert!(output.status.success(), "{:.2000}", String::from_utf8_lossy(&output.stderr));
        println!("geodata import, {rows} rows: {:?}", start.elapsed());
    }
    // Four times the rows: quadratic would be sixteen times the time.
    let ratio = times[1].as_secs_f64() / times[0].as_secs_f64();
    assert!(ratio < 8.0, "{times:?}");
}
