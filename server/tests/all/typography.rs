//! French wants a no-break space before double punctuation and inside quotation marks, so that no
//! line break tears them apart, and an apostrophe that is not straight.

use std::fs;
use std::path::{Path, PathBuf};

/// ` ?` and ` !` are left out: they are Rust too.
const WRONG: [&str; 4] = [" :", " ;", "« ", " »"];

#[test]
fn messages_and_pages_are_written_as_french_is() {
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        let (text, _tests) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
        // The help is made of the doc comments of the options.
        let is_help = path.ends_with("options.rs");
        let is_shown = |line: &str| !line.starts_with("//") || is_help && line.starts_with("///");
        for (number, line) in (1..).zip(text.lines().map(str::trim)) {
            let line_of_file = format!("{}:{number}", path.display());
            assert!(!is_shown(line) || is_right(line), "{line_of_file}: {line}");
        }
    }
}

#[test]
fn what_is_wrong_is_found() {
    for wrong in ["Adresse : {}", "absent ; lancez", "« {} »", "«\u{a0}{} »", "l'adresse", "d'É"]
    {
        assert!(!is_right(wrong), "{wrong}");
    }
    for right in ["Adresse\u{a0}: {}", "l’adresse", "script-src 'self' 'a'", "b'a'", "Head<'a>"] {
        assert!(is_right(right), "{right}");
    }
}

fn is_right(line: &str) -> bool {
    let has_space = WRONG.iter().any(|wrong| line.contains(wrong));
    let padded: Vec<char> = line.chars().chain([' ']).collect();
    // A letter in quotes is a byte of Rust.
    let is_straight = |four: &[char]| {
        four[0].is_alphabetic() && four[1] == '\'' && four[2].is_alphabetic() && four[3] != '\''
    };
    !has_space && !padded.windows(4).any(is_straight)
}

/// The files under `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
