//! `projets.csv`: the labelled « CNR Santé » projects.

use super::resolve::{Checker, communes_with_contours};
use super::rows::{Row, Table};
use map::DepartmentCode;
use map::served::Reach;

pub(super) const COLUMNS: &[&str] = &[
    "id",
    "titre",
    "portee",
    "departement",
    "dispositif",
    "theme",
    "porteur",
    "objectifs",
    "communes",
    "source",
];

/// The four themes of the national consultation.
pub(super) const THEMES: [&str; 4] = [
    "Le rôle et l’accès au médecin traitant",
    "L’attractivité des métiers de la santé",
    "La permanence et l’accès aux soins",
    "Les politiques de prévention",
];

/// The two ways in which the list counts a project.
pub(super) const REACHES: [&str; 2] = ["regional", "departemental"];

/// A labelled project, as its row gives it.
#[derive(Debug)]
pub struct Project {
    /// Stable identifier.
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Whether the list counts it as regional.
    pub reach: Reach,
    /// Its department.
    pub department: DepartmentCode,
    /// The scheme that identical projects belong to.
    pub scheme: String,
    /// One of the four themes.
    pub theme: Option<String>,
    /// The organisation that carries it.
    pub holder: Option<String>,
    /// Its objectives.
    pub objectives: Option<String>,
    /// The communes that its title names, by their indices in the table.
    pub communes: Vec<usize>,
    /// Identifier of the source.
    pub source: String,
}

/// The projects of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<Project> {
    let rows = checker.rows(table);
    rows.iter().filter_map(|row| project(row, checker)).collect()
}

fn project(row: &Row, checker: &mut Checker) -> Option<Project> {
    let reach = match row.text("portee") {
        word if word == REACHES[0] => Some(Reach::Regional),
        word if word == REACHES[1] => Some(Reach::Departmental),
        _ => None,
    };
    if reach.is_none() {
        let expected = "regional ou departemental";
        row.report_choice(&mut checker.problems, "portee", expected, &REACHES);
    }
    let departments = &checker.territories.departements;
    let department = departments.iter().find(|one| one.code.as_str() == row.text("departement"));
    if department.is_none() {
        row.report(&mut checker.problems, "departement", "un code de département du COG 2026");
    }
    for column in ["titre", "dispositif"] {
        if row.text(column).is_empty() {
            row.report(&mut checker.problems, column, "un texte");
        }
    }
    let theme = row.optional("theme");
    if theme.as_deref().is_some_and(|theme| !THEMES.contains(&theme)) {
        row.report(
            &mut checker.problems,
            "theme",
            format!("rien, ou\u{a0}: {}", THEMES.join("\u{a0}; ")),
        );
    }
    Some(Project {
        id: row.text("id").to_owned(),
        title: row.text("titre").to_owned(),
        communes: communes_with_contours(row, row.text("titre"), checker),
        source: checker.source_of(row),
        reach: reach?,
        department: department?.code.clone(),
        scheme: row.text("dispositif").to_owned(),
        theme,
        holder: row.optional("porteur"),
        objectives: row.optional("objectifs"),
    })
}
