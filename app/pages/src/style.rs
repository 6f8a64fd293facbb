//! Style styles joined into one file, without comments and margins: the rest is little after brotli.

use crate::error::Error;
use std::path::{Path, PathBuf};

/// Writes the style sheets `files`, one after the other, into the file `out`; all of them for `media` only where
/// that is given: `print`.
///
/// # Errors
/// [`Error`] when one cannot be read, or `out` cannot be written.
pub fn join_style(files: &[PathBuf], media: Option<&str>, out: &Path) -> Result<(), Error> {
    let mut style = String::new();
    for file in files {
        let text = std::fs::read_to_string(file).map_err(Error::file(file))?;
        style += &lean(&text);
    }
    if let Some(media) = media {
        style = format!("@media {media}{{{style}}}");
    }
    std::fs::write(out, style).map_err(Error::file(out))
}

/// A style without its comments, and without the spaces around its lines.
fn lean(style: &str) -> String {
    let mut parts = style.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    text.extend(parts.filter_map(|part| part.split_once("*/")).map(|(_, rest)| rest));
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_joined_without_their_comments() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let styles = [
            file("one.css", "/* One. */\n.a {\n  color: red;\n}\n"),
            file("two.css", ".b > c {\n  top: 0; /* Two\n lines. */\n}\n"),
        ];
        let out = folder.path().join("out.css");
        let joined = |media| {
            join_style(&styles, media, &out).unwrap();
            std::fs::read_to_string(&out).unwrap()
        };
        assert_eq!(joined(None), ".a {\ncolor: red;\n}\n.b > c {\ntop: 0;\n}\n");
        assert!(
            joined(Some("print")).starts_with("@media print{.a {"),
            "{}",
            joined(Some("print"))
        );
    }
}
