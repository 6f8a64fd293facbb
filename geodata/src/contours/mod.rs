//! `geodata contours`: from published commune contours to the committed topology.
//!
//! 1. read the COG, the table of merged communes and every contour file;
//! 2. resolve each published commune to its commune in force, re-established ones in the place of
//!    what they were cut from;
//! 3. build one topology of all of them, weigh its vertices, keep the vertices that the tolerance
//!    needs;
//! 4. cut Paris, Lyon and Marseille by arrondissement, in a file of its own;
//! 5. compare surfaces with the official ones;
//! 6. write the topologies and the tables.

mod areas;
mod arrondissements;
mod cog;
mod committed;
mod complements;
mod former;
mod read;
pub mod surfaces;
mod tables;

pub use committed::{Contours, Header};

use crate::contours::complements::Complements;
use crate::error::Error;
use crate::territories;
use crate::topology::{Polygon, Topology};
use map::CommuneCode;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Files that others publish, from which `geodata contours` derives ours.
pub struct PublishedFiles {
    /// Folder of GeoJSON files, one feature per commune with the properties `code` and `nom`.
    pub communes: PathBuf,
    /// Folder of the COG as JSON.
    pub cog: PathBuf,
    /// CSV of merged communes.
    pub passage: PathBuf,
    /// Folder with the outlines of arrondissements and of re-established communes.
    pub complements: PathBuf,
    /// Folder of GeoJSON files with official surfaces and contours of the reference edition.
    pub surfaces: Option<PathBuf>,
}

/// Runs the command and prints its steps. `tolerance_m` is the tolerance of the simplified
/// contours, in metres.
///
/// # Errors
/// [`Error`] when an input is missing, of another form, or inconsistent; nothing is written then.
pub fn run(files: &PublishedFiles, tolerance_m: f32, output: &Path) -> Result<(), Error> {
    let cog = cog::Cog::read(&files.cog)?;
    let successors = cog.successors(&cog::read_passage(&files.passage)?);
    let published = read::published_contours(&files.communes)?;
    let complements = Complements::read(&files.complements)?;
    println!("{} contours publiés", published.len());
    let contours = complements.restored_into(&published);
    let (communes, polygons) = resolve(&contours, &successors, &files.communes)?;
    let full = weighed(&polygons)?;
    let topology = full.simplified(tolerance_m);
    println!("{} arcs, {} sommets gardés", topology.arcs.len(), topology.vertex_count());
    let mut surfaces_ha: HashMap<&str, f64> = communes
        .iter()
        .map(CommuneCode::as_str)
        .zip(areas::of_faces(communes.len(), &polygons))
        .collect();
    surfaces_ha.extend(complements.surfaces_ha());
    let reference =
        files.surfaces.as_deref().map(read::reference_surfaces).transpose()?.unwrap_or_default();
    let mut territories = tables::territories(&cog, &surfaces_ha, &reference)
        .map_err(|detail| Error::form(&files.cog, &detail))?;
    territories.anciennes = former::communes(&cog, &published, &successors, &territories.communes)
        .map_err(|detail| Error::form(&files.cog, &detail))?;
    let known = surfaces::Known { topology: &topology, faces: &communes, restored: &complements };
    let exceptions = surfaces::exceptions(&territories, &reference, &known);
    let parts = arrondissements::cut(&complements, &full, &communes, &polygons, tolerance_m)?;
    let contours = Contours::new(Header::new(tolerance_m, communes), topology);
    std::fs::create_dir_all(output).map_err(Error::file(output))?;
    territories.write(output)?;
    territories::write_table(&output.join("surfaces.csv"), &exceptions)?;
    for (path, bytes) in [contours.write(output)?, parts.write(output)?] {
        println!("{}\u{a0}: {bytes} octets", path.display());
    }
    Ok(())
}

/// The topology of polygons with every vertex, weighed.
fn weighed(polygons: &Faces<'_>) -> Result<Topology, Error> {
    let mut full = Topology::from_polygons(polygons.iter().copied())?;
    report_borders(&full);
    full.weigh();
    Ok(full)
}

/// Polygons, each with the number of its face.
type Faces<'a> = Vec<(u32, &'a Polygon)>;

/// Gives every published polygon the number of its commune in force; numbers follow code order.
fn resolve<'a>(
    published: &[&'a read::PublishedContour],
    successors: &HashMap<String, String>,
    folder: &Path,
) -> Result<(Vec<CommuneCode>, Faces<'a>), Error> {
    let mut resolved = Vec::new();
    for &contour in published {
        let successor = successors.get(&contour.code).ok_or_else(|| {
            let detail = format!(
                "la commune {} ({}) ne mène à aucune commune en vigueur",
                contour.code, contour.name
            );
            Error::form(folder, &detail)
        })?;
        let code = CommuneCode::new(successor).map_err(|error| Error::form(folder, &error))?;
        resolved.push((code, contour));
    }
    let mut communes: Vec<CommuneCode> = resolved.iter().map(|(code, _)| code.clone()).collect();
    communes.sort();
    communes.dedup();
    let polygons = resolved
        .iter()
        .flat_map(|(code, contour)| {
            let face = communes.partition_point(|known| known < code) as u32;
            contour.polygons.iter().map(move |polygon| (face, polygon))
        })
        .collect();
    Ok((communes, polygons))
}

/// Prints how much border is shared: if neighbours did not share vertices, coasts would grow.
fn report_borders(topology: &Topology) {
    let (mut shared, mut outer) = (0, 0);
    for arc in &topology.arcs {
        let both = arc.left.is_some() && arc.right.is_some();
        *if both { &mut shared } else { &mut outer } += arc.points.len() - 1;
    }
    println!("{shared} segments entre deux communes, {outer} sur les côtes et les frontières");
}
