//! French wants a no-break space before double punctuation and inside quotation marks.

use crate::scratch;
use std::path::{Path, PathBuf};

/// What a line break could tear apart. ` ?` and ` !` are left out: they are Rust too.
const WRONG: [&str; 4] = [" :", " ;", "« ", " »"];

/// The files under `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = scratch::entries(folder).into_iter();
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn assert_no_break_spaces(path: &Path, is_checked: impl Fn(&str) -> bool) {
    let text = std::fs::read_to_string(path).unwrap();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| is_checked(line)) {
        let wrong = WRONG.iter().find(|wrong| line.contains(**wrong));
        assert!(wrong.is_none(), "{}:{number}: {wrong:?} in {line}", path.display());
    }
}

#[test]
fn messages_have_no_break_spaces() {
    let sources = ["src", "../app/pages/src"].map(scratch::crate_folder);
    // Scripts have ` : ` in their conditions.
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|it| it == "rs");
    for path in sources.iter().flat_map(|folder| files(folder)).filter(is_rust) {
        let is_code = |line: &str| !line.trim_start().starts_with("//");
        assert_no_break_spaces(&path, |line| is_code(line));
    }
    for path in files(&scratch::crate_folder("fixtures")) {
        if path.ends_with("attendu.txt") {
            assert_no_break_spaces(&path, |_| true);
        }
    }
}

#[test]
fn the_help_has_no_break_spaces() {
    // Its texts are the doc comments of the arguments.
    let mut sources = files(&scratch::crate_folder("src/cli"));
    sources.push(scratch::crate_folder("../app/pages/src/main.rs"));
    for path in sources {
        assert_no_break_spaces(&path, |line| line.trim_start().starts_with("///"));
    }
}
