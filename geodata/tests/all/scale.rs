//! Many more schemes than today: 500 CLS and 800 CPTS over the whole country, and a list of
//! hundreds of thousands of rows. Times are printed; the bounds are five times the promised ones,
//! for a slow and busy machine.

use crate::real_data::committed::INPUTS;
use crate::scratch;
use map::served::Manifest;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Bounds of `check` and `build`, five times those of a release build.
const CHECK: Duration = Duration::from_secs(5);
const BUILD: Duration = Duration::from_secs(50);

/// How many schemes each table has in all.
const CLS: usize = 500;
const CPTS: usize = 800;

/// The bytes of the map after brotli, with as many schemes.
const MAP_BYTES: usize = 140_000;

/// Perimeters made by rule: of three, two are whole intercommunalities, and one is a group of
/// neighbouring communes that cuts several of them, as the CPTS of Provence-Alpes-Côte d’Azur do.
/// Those of one layer overlap as little as the lists at hand do.
struct Perimeters {
    random: fastrand::Rng,
    /// The SIREN number and the members of every intercommunality.
    epci: Vec<(String, Vec<usize>)>,
    /// By commune, its neighbours.
    neighbours: Vec<Vec<usize>>,
    /// The communes that are in a perimeter already.
    taken: HashSet<usize>,
}

/// A perimeter, as a table gives it.
enum Perimeter {
    Epci(String, Vec<usize>),
    Communes(Vec<usize>),
}

impl Perimeters {
    fn new(seed: u64) -> Self {
        let communes = &INPUTS.territories.communes;
        let mut neighbours = vec![BTreeSet::new(); communes.len()];
        for arc in &INPUTS.contours.topology.arcs {
            if let (Some(left), Some(right)) = (arc.left, arc.right) {
                let sides = [left, right].map(|face| INPUTS.commune_of_face(face));
                neighbours[sides[0]].insert(sides[1]);
                neighbours[sides[1]].insert(sides[0]);
            }
        }
        // Overseas, codes are also postal codes: a table of codes alone is asked which is meant.
        let members = INPUTS.territories.members().into_iter();
        let mainland = members
            .filter(|(_, members)| !communes[members[0]].departement.as_str().starts_with("97"));
        Self {
            random: fastrand::Rng::with_seed(seed),
            epci: mainland.map(|(siren, members)| (siren.to_string(), members)).collect(),
            neighbours: neighbours.into_iter().map(|own| own.into_iter().collect()).collect(),
            taken: HashSet::new(),
        }
    }

    fn next(&mut self, number: usize) -> Perimeter {
        const TRIES: usize = 200;
        if number.is_multiple_of(3) {
            return Perimeter::Communes(self.group());
        }
        let mut index = 0;
        for _ in 0..TRIES {
            index = self.random.usize(..self.epci.len());
            if self.epci[index].1.iter().all(|one| !self.taken.contains(one)) {
                break;
            }
        }
        let (siren, members) = self.epci[index].clone();
        self.taken.extend(&members);
        Perimeter::Epci(siren, members)
    }

    /// Eight to sixty communes around one, whatever their intercommunality.
    fn group(&mut self) -> Vec<usize> {
        let first = loop {
            let (_, members) = &self.epci[self.random.usize(..self.epci.len())];
            let first = members[self.random.usize(..members.len())];
            if !self.taken.contains(&first) {
                break first;
            }
        };
        let size = self.random.usize(8..60);
        let mut group = vec![first];
        self.taken.insert(first);
        let mut next = 0;
        while next < group.len() && group.len() < size {
            for &neighbour in &self.neighbours[group[next]] {
                if group.len() < size && self.taken.insert(neighbour) {
                    group.push(neighbour);
                }
            }
            next += 1;
        }
        group.sort_unstable();
        group
    }
}

/// Codes of communes, separated by spaces.
fn codes(communes: &[usize]) -> String {
    let code = |&index: &usize| INPUTS.territories.communes[index].code.as_str();
    communes.iter().map(code).collect::<Vec<_>>().join(" ")
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
    for (name, count, seed) in [("cls", CLS, 13), ("cpts", CPTS, 14)] {
        fill(&folder.join(format!("{name}.csv")), name, count, seed);
    }
    folder
}

/// Adds schemes to a table until it has `count`.
fn fill(table: &Path, name: &str, count: usize, seed: u64) {
    let columns = csv::Reader::from_path(table).unwrap().headers().unwrap().clone();
    let has_epci = columns.iter().any(|column| column == "epci");
    let mut text = std::fs::read_to_string(table).unwrap();
    let mut perimeters = Perimeters::new(seed);
    for number in rows(table)..count {
        let (epci, communes) = match perimeters.next(number) {
            Perimeter::Epci(siren, _) if has_epci => (siren, String::new()),
            Perimeter::Epci(_, communes) | Perimeter::Communes(communes) => {
                (String::new(), codes(&communes))
            }
        };
        let cells = columns.iter().map(|column| match column {
            "id" => format!("{name}-secteur-{number}"),
            "nom" => format!("{} du secteur {number}", name.to_uppercase()),
            "statut" => "actif".to_owned(),
            "epci" => epci.clone(),
            "communes" => communes.clone(),
            "source" => "insee-cog-2026".to_owned(),
            _ => String::new(),
        });
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    std::fs::write(table, text).unwrap();
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
    let map = compressed(&out, "carte");
    println!("carte.bin: {map} bytes after brotli");
    assert!(map <= MAP_BYTES, "{map} bytes for {MAP_BYTES}");
}

/// The bytes of a served file after brotli.
fn compressed(out: &Path, name: &str) -> usize {
    let manifest = std::fs::read(out.join("manifest.json")).unwrap();
    let manifest: Manifest = serde_json::from_slice(&manifest).unwrap();
    let bytes = std::fs::read(out.join(&manifest.fichiers[name].url)).unwrap();
    let mut compressed = Vec::new();
    brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 22).write_all(&bytes).unwrap();
    compressed.len()
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
