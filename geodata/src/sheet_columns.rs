//! The columns of a sheet: they say in which cell of a workbook a problem is.

use crate::problem::Problem;

/// The columns of a sheet that was read.
#[derive(Clone, Debug)]
pub(crate) struct SheetColumns {
    /// Its file as problems name it: « cls.xlsx, feuille « CLS » ».
    pub(crate) file: String,
    /// The names of its columns, from the first one on.
    pub(crate) names: Vec<String>,
}

impl SheetColumns {
    /// Says the cell of each of the problems that is in one of this sheet.
    pub(crate) fn locate(&self, problems: &mut [Problem]) {
        let own = problems.iter_mut().filter(|one| one.file == self.file && one.line > 0);
        for problem in own.filter(|one| !one.column.is_empty()) {
            let mut same = (0..self.names.len()).filter(|at| self.names[*at] == problem.column);
            // Of two columns of one name, either may be meant.
            let index = same.next().filter(|_| same.next().is_none());
            problem.cell = index.map(|index| cell(index, problem.line));
        }
    }
}

/// `C12` for the third column of the twelfth row.
pub(crate) fn cell(index: usize, line: u64) -> String {
    const LETTERS: usize = 26;
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % LETTERS) as u8));
        rest = (rest - 1) / LETTERS;
    }
    letters.iter().rev().collect::<String>() + &line.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        for (index, name) in [(0, "A7"), (25, "Z7"), (26, "AA7"), (51, "AZ7"), (52, "BA7")] {
            assert_eq!(cell(index, 7), name);
        }
        assert_eq!(cell(701, 1), "ZZ1");
        assert_eq!(cell(702, 1), "AAA1");
    }

    #[test]
    fn a_problem_of_a_sheet_says_its_cell_and_others_stay() {
        let sheet =
            SheetColumns { file: "cls.xlsx".into(), names: vec!["id".into(), "nom".into()] };
        let problem = |file: &str, line, column: &str| Problem {
            file: file.into(),
            line,
            column: column.into(),
            ..Problem::default()
        };
        let mut problems = [
            problem("cls.xlsx", 3, "nom"),
            problem("cls.xlsx", 0, "nom"),
            problem("cls.xlsx", 3, ""),
            problem("cpts.csv", 3, "nom"),
        ];
        sheet.locate(&mut problems);
        let cells: Vec<_> = problems.iter().map(|one| one.cell.as_deref()).collect();
        assert_eq!(cells, [Some("B3"), None, None, None]);
    }
}
