//! `geodata build`: from the committed contours and the tables to the served files.
//!
//! 1. read and check everything; stop with all problems if there are any;
//! 2. merge communes into cells: the areas that no territory and no scheme divides;
//! 3. simplify the cells once, then dissolve every territory and perimeter from them, so that
//!    all borders coincide to the last digit;
//! 4. compute coverage;
//! 5. write aside, then put in place as a whole.

mod cells;
mod coverage;
mod degrees;
mod detail;
mod exports;
mod features;
mod file_sources;
mod map_files;
mod output;
mod records;
mod search;
mod site_url;
mod territories;

pub use cells::{CELL_TOLERANCE_M, Cells};
pub use map_files::MAP_TOLERANCE_M;
pub use search::{search_file, search_file_of_towns};
pub use site_url::SiteUrl;

use crate::error::Error;
use crate::inputs::{Folders, Inputs};
use crate::territories::Department;
use cells::OVERVIEW_PRECISION_M;
use detail::DETAIL_PRECISION_M;
use map::served::{DetailFile, Manifest, PackedRecords, RecordsFile, RecordsRest};
use map_files::DepartmentFiles;
use output::{Layer, Output, without_empty_members};
use std::borrow::Borrow;
use std::path::Path;
use territories::Territory;

/// Runs the command and prints the files written. `site` is the address that the site will have.
///
/// # Errors
/// [`Error`]; the folder `out` is then as it was before.
pub fn run(folders: &Folders, out: &Path, site: Option<&SiteUrl>) -> Result<(), Error> {
    let inputs = Inputs::read(folders)?;
    write_files(&inputs, || Cells::new(&inputs), out, site)
}

/// Writes the served files and prints their sizes.
///
/// # Errors
/// [`Error`]; the folder `out` is then as it was before.
pub fn write(inputs: &Inputs, cells: &Cells, out: &Path) -> Result<(), Error> {
    write_files(inputs, || cells, out, None)
}

/// Writes every file. Cells and the files packed from them take one core, for their borders are
/// weighed anew; the other files take the other core.
fn write_files<C: Borrow<Cells> + Send>(
    inputs: &Inputs,
    cells: impl FnOnce() -> C + Send,
    out: &Path,
    site: Option<&SiteUrl>,
) -> Result<(), Error> {
    let mut output = Output::new(out)?;
    let details = detail::Details::new(inputs);
    let coverage = coverage::of_territories(inputs);
    let shares = coverage::shares(&coverage, inputs);
    let (cells, packed) = std::thread::scope(|scope| {
        let cells = scope.spawn(|| {
            let cells = cells();
            let departments = inputs.territories.departements.iter();
            let files = |one| map_files::of_department(inputs, cells.borrow(), &details, one);
            let packed: Vec<DepartmentFiles> = departments.map(files).collect();
            (cells, packed)
        });
        write_coverage(&coverage, &mut output)?;
        write_facts(inputs, &mut output)?;
        exports::write_tables(inputs, &coverage, &shares, &mut output)?;
        output.packed(
            "parts",
            "Part de la population couverte et zones blanches, pour la carte et les tableaux",
            &shares,
        )?;
        output.json("communes", "Index de recherche des communes", &search::communes(inputs))?;
        write_search_files(inputs, &mut output)?;
        write_details(inputs, &details, &mut output)?;
        Ok::<_, Error>(cells.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    let departments = territories::departments(inputs);
    let epci = territories::epci(inputs);
    write_layers(inputs, cells.borrow(), &departments, &epci, &mut output)?;
    exports::write_descriptions(&manifest(inputs, &output), site, &mut output)?;
    // The records list what can be downloaded, and are not in their own list.
    let downloads = manifest(inputs, &output);
    let communes = write_communes(inputs, &mut output)?;
    let records = records::records(inputs, downloads, departments, epci, &coverage, communes);
    write_map(inputs, cells.borrow(), packed, &mut output)?;
    write_records(records, &mut output)?;
    let all = manifest(inputs, &output);
    output.finish(&all)
}

/// The communes and intercommunalities of every department, in detail.
fn write_details(
    inputs: &Inputs,
    details: &detail::Details<'_>,
    output: &mut Output,
) -> Result<(), Error> {
    for department in &inputs.territories.departements {
        let name = format!("detail/{}", department.code);
        let description = format!("Communes et EPCI\u{a0}: {}", department.nom);
        let layer = Layer {
            features: details.of(department),
            precision_m: DETAIL_PRECISION_M,
            attribution: file_sources::attribution(&name, inputs),
        };
        output.geojson(&name, &description, layer)?;
    }
    Ok(())
}

/// The communes that the search box finds: the towns, then all.
fn write_search_files(inputs: &Inputs, output: &mut Output) -> Result<(), Error> {
    let towns = search_file_of_towns(inputs);
    output.packed("recherche-villes", "Villes que la page sait chercher d’abord", &towns)?;
    output.packed("recherche", "Communes que la page sait chercher", &search_file(inputs))?;
    Ok(())
}

/// The layers as GeoJSON: departments, intercommunalities, then schemes.
fn write_layers(
    inputs: &Inputs,
    cells: &Cells,
    departments: &[Territory],
    epci: &[Territory],
    output: &mut Output,
) -> Result<(), Error> {
    let overview = |communes: &[usize]| cells.overview_of(communes.iter().copied());
    let mut layers = vec![
        ("departements", "Les 101 départements", territories::features(departments, overview)),
        (
            "epci",
            "Les 1\u{a0}255 intercommunalités (EPCI à fiscalité propre)",
            territories::features(epci, overview),
        ),
    ];
    for layer in map::Layer::ALL {
        let overview = |atoms: &[usize]| cells.overview_of_atoms(atoms.iter().copied());
        let features = features::of_layer(layer, inputs, overview);
        layers.push((layer.code(), layer.title(), features));
    }
    for (name, title, features) in layers {
        let attribution = file_sources::attribution(name, inputs);
        let layer = Layer { features, precision_m: OVERVIEW_PRECISION_M, attribution };
        exports::write_layer(name, title, &layer, output)?;
        output.geojson(name, title, layer)?;
    }
    exports::write_detailed_layers(inputs, cells, epci, output)
}

/// The communes of every department, for the answers; returns the addresses.
fn write_communes(inputs: &Inputs, output: &mut Output) -> Result<Vec<String>, Error> {
    let file = |department: &Department| {
        let description = format!("Communes, pour les fiches\u{a0}: {}", department.nom);
        let communes = records::communes(inputs, department);
        output.packed(&format!("fiches/{}", department.code), &description, &communes)
    };
    inputs.territories.departements.iter().map(file).collect()
}

/// The records, and the rest of them, which is read rarely.
fn write_records(mut records: RecordsFile, output: &mut Output) -> Result<(), Error> {
    let rest = RecordsRest::taken_from(&mut records);
    output.packed("fiches", "Ce que la page dit", &PackedRecords::pack(records))?;
    output.packed("fiches-suite", "Ce que la page dit ensuite", &rest)?;
    Ok(())
}

/// The map, in the compact form that the page downloads.
fn write_map(
    inputs: &Inputs,
    cells: &Cells,
    files: Vec<DepartmentFiles>,
    output: &mut Output,
) -> Result<(), Error> {
    let mut addresses = Vec::new();
    for (department, files) in inputs.territories.departements.iter().zip(files) {
        let name = format!("carte/{}", department.code);
        let description = format!("Communes, pour la carte vue de près\u{a0}: {}", department.nom);
        let city = output.packed(&format!("{name}-ville"), &description, &files.city)?;
        let description = format!("Communes, pour la carte\u{a0}: {}", department.nom);
        let detail = DetailFile { city, ..files.detail };
        addresses.push(output.packed(&name, &description, &detail)?);
    }
    let overview = map_files::overview(inputs, cells, addresses);
    output.packed("carte", "Ce que la page dessine", &overview)?;
    Ok(())
}

fn write_coverage(
    coverage: &[coverage::TerritoryClasses],
    output: &mut Output,
) -> Result<(), Error> {
    output.json(
        "couverture",
        "Part de chaque région, département et EPCI dans les périmètres",
        &coverage::file(coverage),
    )?;
    output.json(
        "couverture-communes",
        "Part de chaque commune et arrondissement dans les périmètres, là où il y en a ou qu’une liste dit qu’il n’y en a pas",
        &coverage::communes_file(coverage),
    )
}

fn write_facts(inputs: &Inputs, output: &mut Output) -> Result<(), Error> {
    let facts = serde_json::to_value(&inputs.tables.facts);
    let facts = facts.map_err(|error| Error::form("faits", &error))?;
    output.json("faits", "Chiffres publiés, lieux, compléments", &without_empty_members(facts))
}

/// The manifest of the files written so far.
fn manifest(inputs: &Inputs, output: &Output) -> Manifest {
    let regions = inputs.territories.regions.iter();
    Manifest {
        cog: inputs.contours.header.vintage.clone(),
        date: output::today(),
        etat: inputs.tables.day.as_ref().map(|day| day.as_str().to_owned()),
        fichiers: file_sources::with_sources(output.files(), inputs),
        regions: regions.map(|region| (region.code.clone(), region.nom.clone())).collect(),
        couches: inputs.tables.documentation.clone(),
        degres: degrees::rows(inputs),
        sources: inputs.tables.sources.clone(),
    }
}
