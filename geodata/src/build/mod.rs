//! `geodata build`: from the committed contours and the tables to the served files.
//!
//! 1. read and check everything; stop with all problems if there are any;
//! 2. merge communes into cells: the ground that no territory and no scheme divides;
//! 3. simplify the cells once, then dissolve every territory and perimeter from them, so that
//!    all borders coincide to the last digit;
//! 4. compute coverage;
//! 5. write aside, then put in place as a whole.

mod cells;
mod compress;
mod coverage;
mod detail;
mod exports;
mod features;
mod origins;
mod output;
mod search_index;
mod territories;

pub use cells::Cells;
pub use compress::{Effort, compress_folder};

use crate::contours::Contours;
use crate::error::Error;
use crate::tables::{Atoms, TABLE_NAMES, Tables, facts, rewritten};
use crate::territories::Territories;
use geojson::Feature;
use map::Layer;
use map::served::Manifest;
use output::Output;
use std::path::{Path, PathBuf};

/// What the overview leaves out, in metres.
pub const OVERVIEW_TOLERANCE_M: f32 = 1000.0;

/// What `geodata build` reads.
pub struct Inputs {
    /// Folder of the committed topology and tables of territories.
    pub contours: PathBuf,
    /// Folder of the stewards' tables.
    pub sources: PathBuf,
}

/// Everything read and checked.
pub struct Ground {
    /// The communes' topology.
    pub contours: Contours,
    /// The territories.
    pub territories: Territories,
    /// The units of coverage.
    pub atoms: Atoms,
    /// The stewards' tables.
    pub tables: Tables,
    /// The folder that they came from.
    pub sources: PathBuf,
}

impl Ground {
    /// Reads and checks the inputs, the tables first: their mistakes are the likely ones.
    ///
    /// # Errors
    /// [`Error`] when a file is missing or damaged, or with every problem of the tables.
    pub fn read(inputs: &Inputs) -> Result<Self, Error> {
        let territories = Territories::read(&inputs.contours)?;
        let atoms = Atoms::new(&territories);
        let tables = Tables::read(&inputs.sources, &territories, &atoms)?;
        let contours = Contours::read(&inputs.contours)?;
        let places = territories.places();
        let faces = &contours.header.communes;
        if let Some(stranger) = faces.iter().find(|code| !places.contains_key(code.as_str())) {
            let detail = format!("la commune {stranger} a un contour, mais aucune ligne");
            return Err(Error::form(inputs.contours.join("communes.csv"), &detail));
        }
        Ok(Self { contours, territories, atoms, tables, sources: inputs.sources.clone() })
    }
}

/// Runs the command and says what it wrote on standard output.
///
/// # Errors
/// [`Error`]; the folder `out` is then as it was before.
pub fn run(inputs: &Inputs, out: &Path) -> Result<(), Error> {
    let ground = Ground::read(inputs)?;
    write_files(&ground, || overview(&ground, &Cells::new(&ground)), out, Effort::Smallest)
}

/// Writes the served files and says so on standard output.
///
/// # Errors
/// [`Error`]; the folder `out` is then as it was before.
pub fn write(ground: &Ground, cells: &Cells, out: &Path, effort: Effort) -> Result<(), Error> {
    write_files(ground, || overview(ground, cells), out, effort)
}

/// The overview: departments, intercommunalities, then every layer.
struct Overview {
    departments: Vec<Feature>,
    epci: Vec<Feature>,
    layers: Vec<(Layer, Vec<Feature>)>,
}

fn overview(ground: &Ground, cells: &Cells) -> Overview {
    let of_layer = |layer| features::of_layer(layer, ground, cells, OVERVIEW_TOLERANCE_M);
    Overview {
        departments: territories::departments(ground, cells, OVERVIEW_TOLERANCE_M),
        epci: territories::epci(ground, cells, OVERVIEW_TOLERANCE_M),
        layers: Layer::ALL.into_iter().map(|layer| (layer, of_layer(layer))).collect(),
    }
}

/// The overview, which has its borders weighed anew, takes one core; the rest takes the other.
fn write_files(
    ground: &Ground,
    overview: impl FnOnce() -> Overview + Send,
    out: &Path,
    effort: Effort,
) -> Result<(), Error> {
    let mut output = Output::new(out, effort)?;
    let overview = std::thread::scope(|scope| {
        let overview = scope.spawn(overview);
        write_coverage(ground, &mut output)?;
        output.json("faits", "Chiffres publiés, lieux, compléments", &facts(&ground.tables))?;
        write_tables(ground, &mut output)?;
        output.json(
            "communes",
            "Index de recherche des communes",
            &search_index::communes(ground),
        )?;
        let details = detail::Details::new(ground);
        for department in &ground.territories.departements {
            let name = format!("detail/{}", department.code);
            let holds = format!("Communes et EPCI\u{a0}: {}", department.nom);
            output.geojson(&name, &holds, details.of(department))?;
        }
        let overview = overview.join();
        Ok::<_, Error>(overview.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    output.geojson("departements", "Les 101 départements", overview.departments)?;
    output.geojson(
        "epci",
        "Les 1\u{a0}255 intercommunalités (EPCI à fiscalité propre)",
        overview.epci,
    )?;
    for (layer, features) in overview.layers {
        output.geojson(layer.code(), layer.title(), features)?;
    }
    let manifest = manifest(ground, origins::with_sources(output.files(), ground));
    output.finish(&manifest)
}

fn write_coverage(ground: &Ground, output: &mut Output) -> Result<(), Error> {
    let coverage = coverage::of_territories(ground);
    output.json(
        "couverture",
        "Part de chaque région, département et EPCI dans les périmètres",
        &coverage::file(&coverage),
    )?;
    output.json(
        "couverture-communes",
        "Part de chaque commune dans les périmètres, là où une liste existe",
        &coverage::communes_file(&coverage),
    )?;
    output.export(
        "couverture",
        "Couverture de tous les territoires",
        &exports::coverage(&coverage)?,
    )
}

/// Every table of the stewards, with the schema that describes it.
fn write_tables(ground: &Ground, output: &mut Output) -> Result<(), Error> {
    for name in TABLE_NAMES {
        let holds = format!("Table tenue à la main\u{a0}: {name}");
        output.export(name, &holds, &rewritten(&ground.sources.join(format!("{name}.csv")))?)?;
        output.copy_schema(name, &ground.sources.join(format!("{name}.schema.json")))?;
    }
    Ok(())
}

fn manifest(
    ground: &Ground,
    fichiers: std::collections::BTreeMap<String, map::served::ServedFile>,
) -> Manifest {
    let regions = ground.territories.regions.iter();
    Manifest {
        cog: ground.contours.header.vintage.clone(),
        date: output::today(),
        fichiers,
        regions: regions.map(|region| (region.code.clone(), region.nom.clone())).collect(),
        couches: ground.tables.documentation.clone(),
        sources: ground.tables.sources.clone(),
    }
}
