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
mod map_files;
mod origins;
mod output;
mod records;
mod search_index;
mod territories;

pub use cells::{CELL_TOLERANCE_M, Cells};
pub use compress::{Effort, compress_folder};
pub use map_files::MAP_TOLERANCE_M;

use crate::contours::Contours;
use crate::error::Error;
use crate::tables::{Atoms, TABLE_NAMES, Tables, facts, rewritten};
use crate::territories::Territories;
use crate::topology::Polygon;
use map::Layer;
use map::served::{DetailFile, Manifest, RecordsFile, TerritoryProperties};
use output::{Output, without_nothing};
use std::borrow::Borrow;
use std::path::{Path, PathBuf};

/// What the served overview leaves out, in metres: about a pixel of a screen that shows the country.
/// Every surface stays within 2 %.
pub const OVERVIEW_TOLERANCE_M: f32 = 3500.0;

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
        // The contours take as long as all the rest.
        let (tables, contours) = std::thread::scope(|scope| {
            let contours = scope.spawn(|| Contours::read(&inputs.contours));
            let tables = Territories::read(&inputs.contours).and_then(|territories| {
                let atoms = Atoms::new(&territories);
                let tables = Tables::read(&inputs.sources, &territories, &atoms)?;
                Ok((territories, atoms, tables))
            });
            (tables, contours.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let (territories, atoms, tables) = tables?;
        let contours = contours?;
        let places = territories.places();
        let faces = &contours.header.communes;
        if let Some(stranger) = faces.iter().find(|code| !places.contains_key(code.as_str())) {
            let detail = format!("la commune {stranger} a un contour, mais aucune ligne");
            return Err(Error::form(inputs.contours.join("communes.csv"), &detail));
        }
        Ok(Self { contours, territories, atoms, tables, sources: inputs.sources.clone() })
    }

    /// The face of a commune, by its place; none without a contour of its own.
    pub fn face_of(&self, commune: usize) -> Option<u32> {
        let code = &self.territories.communes[commune].code;
        Some(self.contours.header.communes.binary_search(code).ok()? as u32)
    }

    /// The outline of communes, given by their places, at a tolerance in metres. A commune without
    /// a contour adds nothing: its ground belongs to a neighbour.
    pub fn outline(
        &self,
        communes: impl IntoIterator<Item = usize>,
        tolerance_m: f32,
    ) -> Vec<Polygon> {
        let mut is_inside = vec![false; self.contours.header.communes.len()];
        for face in communes.into_iter().filter_map(|commune| self.face_of(commune)) {
            is_inside[face as usize] = true;
        }
        self.contours.topology.dissolve(|face| is_inside[face as usize], tolerance_m)
    }
}

/// Runs the command and says what it wrote on standard output.
///
/// # Errors
/// [`Error`]; the folder `out` is then as it was before.
pub fn run(inputs: &Inputs, out: &Path) -> Result<(), Error> {
    let ground = Ground::read(inputs)?;
    write_files(&ground, || Cells::new(&ground), out, Effort::Smallest)
}

/// Writes the served files and says so on standard output.
///
/// # Errors
/// [`Error`]; the folder `out` is then as it was before.
pub fn write(ground: &Ground, cells: &Cells, out: &Path, effort: Effort) -> Result<(), Error> {
    write_files(ground, || cells, out, effort)
}

/// The cells, which have their borders weighed anew, and what is packed from them take one core; the
/// rest takes the other.
fn write_files<C: Borrow<Cells> + Send>(
    ground: &Ground,
    cells: impl FnOnce() -> C + Send,
    out: &Path,
    effort: Effort,
) -> Result<(), Error> {
    let mut output = Output::new(out, effort)?;
    let details = detail::Details::new(ground);
    let coverage = coverage::of_territories(ground);
    let (cells, packed) = std::thread::scope(|scope| {
        let cells = scope.spawn(|| {
            let cells = cells();
            let departments = ground.territories.departements.iter();
            let detail = |one| map_files::detail(ground, cells.borrow(), &details, one);
            let packed: Vec<DetailFile> = departments.map(detail).collect();
            (cells, packed)
        });
        write_coverage(&coverage, &mut output)?;
        write_facts(ground, &mut output)?;
        write_tables(ground, &mut output)?;
        output.json(
            "communes",
            "Index de recherche des communes",
            &search_index::communes(ground),
        )?;
        write_details(ground, &details, &mut output)?;
        Ok::<_, Error>(cells.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    let departments = territories::departments(ground);
    let epci = territories::epci(ground);
    write_overview(ground, cells.borrow(), [&departments, &epci], &mut output)?;
    let manifest = || manifest(ground, origins::with_sources(output.files(), ground));
    let records = records::records(ground, manifest(), [departments, epci], &coverage);
    write_map(ground, cells.borrow(), &packed, &records, &mut output)?;
    let manifest = self::manifest(ground, origins::with_sources(output.files(), ground));
    output.finish(&manifest)
}

/// The communes and intercommunalities of every department, closely.
fn write_details(
    ground: &Ground,
    details: &detail::Details<'_>,
    output: &mut Output,
) -> Result<(), Error> {
    for department in &ground.territories.departements {
        let name = format!("detail/{}", department.code);
        let holds = format!("Communes et EPCI\u{a0}: {}", department.nom);
        output.geojson(&name, &holds, details.of(department))?;
    }
    Ok(())
}

/// The overview as GeoJSON: departments, intercommunalities, then every layer.
fn write_overview(
    ground: &Ground,
    cells: &Cells,
    [departments, epci]: [&[(TerritoryProperties, Vec<usize>)]; 2],
    output: &mut Output,
) -> Result<(), Error> {
    let departments = territories::features(departments, cells);
    output.geojson("departements", "Les 101 départements", departments)?;
    let holds = "Les 1\u{a0}255 intercommunalités (EPCI à fiscalité propre)";
    output.geojson("epci", holds, territories::features(epci, cells))?;
    for layer in Layer::ALL {
        let features = features::of_layer(layer, ground, cells);
        output.geojson(layer.code(), layer.title(), features)?;
    }
    Ok(())
}

/// What the page draws and says, in the compact form that it downloads.
fn write_map(
    ground: &Ground,
    cells: &Cells,
    details: &[DetailFile],
    records: &RecordsFile,
    output: &mut Output,
) -> Result<(), Error> {
    let mut addresses = Vec::new();
    for (department, file) in ground.territories.departements.iter().zip(details) {
        let holds = format!("Communes, pour la carte\u{a0}: {}", department.nom);
        addresses.push(output.packed(&format!("carte/{}", department.code), &holds, file)?);
    }
    let overview = map_files::overview(ground, cells, addresses);
    output.packed("carte", "Ce que la page dessine", &overview)?;
    output.packed("fiches", "Ce que la page dit", records)?;
    Ok(())
}

fn write_coverage(coverage: &[coverage::Covered], output: &mut Output) -> Result<(), Error> {
    output.json(
        "couverture",
        "Part de chaque région, département et EPCI dans les périmètres",
        &coverage::file(coverage),
    )?;
    output.json(
        "couverture-communes",
        "Part de chaque commune dans les périmètres, là où une liste existe",
        &coverage::communes_file(coverage),
    )?;
    output.export("couverture", "Couverture de tous les territoires", &exports::coverage(coverage)?)
}

fn write_facts(ground: &Ground, output: &mut Output) -> Result<(), Error> {
    let facts = serde_json::to_value(facts(&ground.tables));
    let facts = facts.map_err(|error| Error::form("faits", &error))?;
    output.json("faits", "Chiffres publiés, lieux, compléments", &without_nothing(facts))
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
