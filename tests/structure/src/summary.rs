//! The figures of the crates, one row each.

use std::fmt;
use std::path::PathBuf;

/// The figures of a crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its modules: files that a program or library of the crate consists of, without unit tests.
    pub modules: usize,
    /// The arrows between its modules.
    pub arrows: usize,
    /// The cycles between its modules.
    pub cycles: usize,
    /// The modules that lie in such a cycle.
    pub modules_in_cycles: usize,
    /// The cycles between its rooms.
    pub room_cycles: usize,
    /// Its Rust files, tests included.
    pub files: usize,
    /// The folders that hold them.
    pub folders: usize,
    /// The largest folder, and how many files it holds.
    pub largest: Option<(PathBuf, usize)>,
}

/// The rows of all crates, which are shown as a table in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// One row a crate, in name order.
    pub rows: Vec<Row>,
}

const HEADINGS: [&str; 10] = [
    "crate",
    "modules",
    "arrows",
    "cycles",
    "modules in cycles",
    "room cycles",
    "files",
    "folders",
    "most in one folder",
    "which",
];

impl Row {
    fn cells(&self) -> [String; 10] {
        let (largest, most) = match &self.largest {
            Some((path, files)) => (path.display().to_string(), *files),
            None => (String::new(), 0),
        };
        [
            self.name.clone(),
            self.modules.to_string(),
            self.arrows.to_string(),
            self.cycles.to_string(),
            self.modules_in_cycles.to_string(),
            self.room_cycles.to_string(),
            self.files.to_string(),
            self.folders.to_string(),
            most.to_string(),
            largest,
        ]
    }
}

impl Summary {
    fn total(&self) -> Row {
        let sum = |figure: fn(&Row) -> usize| self.rows.iter().map(figure).sum();
        Row {
            name: "all".to_owned(),
            modules: sum(|row| row.modules),
            arrows: sum(|row| row.arrows),
            cycles: sum(|row| row.cycles),
            modules_in_cycles: sum(|row| row.modules_in_cycles),
            room_cycles: sum(|row| row.room_cycles),
            files: sum(|row| row.files),
            folders: sum(|row| row.folders),
            largest: self.rows.iter().filter_map(|row| row.largest.clone()).max_by_key(|it| it.1),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<_> = self.rows.iter().chain([&self.total()]).map(Row::cells).collect();
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].chars().count());
            cells.chain([HEADINGS[column].len()]).max().unwrap_or(0)
        };
        let widths: [usize; 10] = std::array::from_fn(width);
        // Names to the left, figures to the right.
        let is_text = |column: usize| column == 0 || column == HEADINGS.len() - 1;
        let cell = |column: usize, text: &str| {
            let width = widths[column];
            if is_text(column) { format!("{text:width$}") } else { format!("{text:>width$}") }
        };
        let line = |cells: [String; 10]| format!("| {} |", cells.join(" | "));
        writeln!(formatter, "{}", line(std::array::from_fn(|it| cell(it, HEADINGS[it]))))?;
        let rule = |column: usize| {
            let dashes = "-".repeat(widths[column] - 1);
            if is_text(column) { format!("{dashes}-") } else { format!("{dashes}:") }
        };
        writeln!(formatter, "{}", line(std::array::from_fn(rule)))?;
        for row in &rows {
            writeln!(formatter, "{}", line(std::array::from_fn(|it| cell(it, &row[it]))))?;
        }
        Ok(())
    }
}
