//! The inputs of every command: two folders, and their content once read.

use crate::contours::Contours;
use crate::error::Error;
use crate::files::Files;
use crate::problem::Problem;
use crate::tables::{Atoms, Examined, ReferenceDay, Tables};
use crate::territories::Territories;
use crate::topology::Polygon;
use map::CommuneCode;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The folders that a command reads.
pub struct Folders {
    /// The committed topology and tables of territories.
    pub contours: PathBuf,
    /// The stewards' tables.
    pub sources: PathBuf,
    /// The day that statuses refer to, instead of that of the tables.
    pub day: Option<ReferenceDay>,
}

/// The inputs of a compile, read whole and checked.
pub struct Inputs {
    /// The topology of communes, and of arrondissements where they have some.
    pub contours: Contours,
    /// The territories.
    pub territories: Territories,
    /// The units of coverage.
    pub atoms: Atoms,
    /// The stewards' tables.
    pub tables: Tables,
    /// The folder that they came from.
    pub sources: PathBuf,
    /// By atom, its face; none without a contour of its own.
    face_of_atom: Vec<Option<u32>>,
    /// By face, its atom.
    atom_of_face: Vec<usize>,
}

impl Inputs {
    /// Reads and checks the inputs, the tables first: their mistakes are the likely ones.
    ///
    /// # Errors
    /// [`Error`] when a file is missing or damaged, or with every problem of the tables.
    pub fn read(folders: &Folders) -> Result<Self, Error> {
        // The contours take as long as all the rest.
        let (tables, contours) = std::thread::scope(|scope| {
            let contours = scope.spawn(|| Contours::read_with_arrondissements(&folders.contours));
            let tables = Territories::read(&folders.contours).and_then(|territories| {
                let atoms = Atoms::new(&territories);
                let day = folders.day.as_ref();
                let files = Files::of_folder(&folders.sources);
                let tables = Tables::read(&files, &territories, &atoms, day)?;
                Ok((territories, atoms, tables))
            });
            (tables, contours.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let (territories, atoms, tables) = tables?;
        let contours = contours?;
        let atom_of_face = atoms_of_faces(&contours, &territories, &atoms)
            .map_err(|detail| Error::form(folders.contours.join("communes.csv"), &detail))?;
        let mut face_of_atom = vec![None; atoms.list.len()];
        for arc in &contours.topology.arcs {
            for face in [arc.left, arc.right].into_iter().flatten() {
                face_of_atom[atom_of_face[face as usize]] = Some(face);
            }
        }
        let sources = folders.sources.clone();
        Ok(Self { contours, territories, atoms, tables, sources, face_of_atom, atom_of_face })
    }

    /// The faces of a commune, by its index: one, or one for each of its arrondissements; none
    /// without a contour of its own.
    pub fn faces_of(&self, commune: usize) -> impl Iterator<Item = u32> {
        self.atoms.of_commune[commune].iter().filter_map(|atom| self.face_of_atom[atom])
    }

    /// The face of an atom; none without a contour of its own.
    pub fn face_of_atom(&self, atom: usize) -> Option<u32> {
        self.face_of_atom[atom]
    }

    /// The atom of a face.
    pub fn atom_of_face(&self, face: u32) -> usize {
        self.atom_of_face[face as usize]
    }

    /// The index of the commune that a face is or is a part of.
    pub fn commune_of_face(&self, face: u32) -> usize {
        self.atoms.list[self.atom_of_face(face)].commune
    }

    /// The outline of communes, given by their indices, at a tolerance in metres. A commune without
    /// a contour adds nothing: its area belongs to a neighbour.
    pub fn outline(
        &self,
        communes: impl IntoIterator<Item = usize>,
        tolerance_m: f32,
    ) -> Vec<Polygon> {
        self.outline_of_atoms(self.atoms.of_communes(communes).iter(), tolerance_m)
    }

    /// The outline of atoms, at a tolerance in metres.
    pub fn outline_of_atoms(
        &self,
        atoms: impl IntoIterator<Item = usize>,
        tolerance_m: f32,
    ) -> Vec<Polygon> {
        let mut is_inside = vec![false; self.atom_of_face.len()];
        for face in atoms.into_iter().filter_map(|atom| self.face_of_atom[atom]) {
            is_inside[face as usize] = true;
        }
        self.contours.topology.dissolve(|face| is_inside[face as usize], tolerance_m)
    }
}

/// By face, its atom. The face of a commune that is cut by arrondissement has no border; it counts
/// as its first arrondissement.
fn atoms_of_faces(
    contours: &Contours,
    territories: &Territories,
    atoms: &Atoms,
) -> Result<Vec<usize>, String> {
    let indices = territories.commune_indices();
    let atom = |code: &CommuneCode| {
        let of_commune = || {
            let index = indices.get(code.as_str())?;
            atoms.of_commune[*index].iter().next()
        };
        let found = atoms.of_arrondissement(code).or_else(of_commune);
        found.ok_or_else(|| format!("la commune {code} a un contour, mais aucune ligne"))
    };
    contours.faces().map(atom).collect()
}

/// The tables as they are, with their problems: `check` reports on them, `import` looks names up.
///
/// # Example
/// ```
/// use geodata::inputs::{Context, Folders};
///
/// let sources = "fixtures/unknown-epci".into();
/// let folders = Folders { contours: "contours".into(), sources, day: None };
/// let context = Context::read(&folders).unwrap();
/// // That folder holds one table, with one row amiss; the other tables are missing.
/// let amiss = context.problems.iter().find(|problem| problem.column == "epci").unwrap();
/// assert_eq!((amiss.file.as_str(), amiss.line), ("cls.csv", 4));
/// let row = context.tables.schemes.iter().find(|scheme| scheme.line == amiss.line).unwrap();
/// println!("{}: {amiss}", row.name);
/// ```
pub struct Context {
    /// The territories.
    pub territories: Territories,
    /// The units of coverage.
    pub atoms: Atoms,
    /// The stewards' tables, as far as they can be read.
    pub tables: Tables,
    /// The problems of the tables.
    pub problems: Vec<Problem>,
    /// The files of the contours, which are read when first asked for.
    files: Files,
    contours: OnceLock<Contours>,
}

impl Context {
    /// Reads the territories and the tables from folders.
    ///
    /// # Errors
    /// [`Error`] when a file is missing or of another form.
    pub fn read(folders: &Folders) -> Result<Self, Error> {
        let contours = Files::of_folder(&folders.contours);
        Self::of_files(contours, &Files::of_folder(&folders.sources), folders.day.as_ref())
    }

    /// Reads the territories and the tables from files, with statuses on `day`, or on that of the tables.
    ///
    /// # Errors
    /// [`Error`] when a file is missing or of another form.
    pub fn of_files(
        contours: Files,
        sources: &Files,
        day: Option<&ReferenceDay>,
    ) -> Result<Self, Error> {
        let territories = Territories::of_files(&contours)?;
        let atoms = Atoms::new(&territories);
        let Examined { tables, problems } = Tables::examine(sources, &territories, &atoms, day)?;
        let (files, contours) = (contours, OnceLock::new());
        Ok(Self { territories, atoms, tables, problems, files, contours })
    }

    /// The same territories with other tables.
    ///
    /// # Errors
    /// [`Error`] when a file cannot be read.
    pub fn with_tables(self, sources: &Files, day: Option<&ReferenceDay>) -> Result<Self, Error> {
        let Examined { tables, problems } =
            Tables::examine(sources, &self.territories, &self.atoms, day)?;
        Ok(Self { tables, problems, ..self })
    }

    /// The communes' topology.
    ///
    /// # Errors
    /// [`Error`] when the file is missing or damaged.
    pub fn contours(&self) -> Result<&Contours, Error> {
        if let Some(contours) = self.contours.get() {
            return Ok(contours);
        }
        let contours = Contours::of_files(&self.files)?;
        Ok(self.contours.get_or_init(|| contours))
    }
}
