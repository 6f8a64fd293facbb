//! The scripts of embeds as they are served: without comments and margins, under a name with their hash but
//! for the one that stands in pages that others wrote.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

const FRAME: &str = include_str!("frame.js");
const HEIGHT: &str = include_str!("height.js");
const INTEGRATION: &str = include_str!("integration.js");
const CHOICES: &str = include_str!("choices.js");
const SETUP: &str = include_str!("setup.js");

/// The bytes of a hash in a name.
const HASH: usize = 8;

/// The scripts of embeds, each with its name.
pub(in crate::site) struct Scripts {
    /// Inside frames, before anything is drawn.
    pub(in crate::site) frame: Script,
    /// Inside frames: their height.
    pub(in crate::site) height: Script,
    /// In pages around frames; it keeps its name, which stands in pages that others wrote, and follows the site.
    pub(in crate::site) integration: Script,
    /// In the page that sets up an embed: its form.
    pub(in crate::site) choices: Script,
    /// In that page: the lines and the preview.
    pub(in crate::site) setup: Script,
}

/// A script as a file of the site.
pub(in crate::site) struct Script {
    pub(in crate::site) name: String,
    pub(in crate::site) text: String,
}

impl Scripts {
    pub(in crate::site) fn new() -> Self {
        let integration = Script { name: "integration.js".to_owned(), text: lean(INTEGRATION) };
        Self {
            frame: Script::hashed("cadre", FRAME),
            height: Script::hashed("hauteur", HEIGHT),
            integration,
            choices: Script::hashed("choix", CHOICES),
            setup: Script::hashed("reglages", SETUP),
        }
    }

    /// The files of all scripts but those that are kept as versions.
    pub(in crate::site) fn files(&self) -> [&Script; 5] {
        [&self.frame, &self.height, &self.integration, &self.choices, &self.setup]
    }
}

impl Script {
    /// A script whose name has a hash of its text.
    pub(in crate::site) fn hashed(name: &str, script: &str) -> Self {
        let text = lean(script);
        let digest = Sha256::digest(&text);
        let mut name = format!("{name}.");
        for byte in digest.iter().take(HASH) {
            // Writing to a String cannot fail.
            _ = write!(name, "{byte:02x}");
        }
        Self { name: name + ".js", text }
    }
}

/// A script without the lines that are comments, and without margins.
fn lean(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_as_small_as_pages_of_others_want_them() {
        for (script, most) in
            [(INTEGRATION, 1500), (FRAME, 3000), (HEIGHT, 3000), (CHOICES, 3000), (SETUP, 3000)]
        {
            let bytes = lean(script).len();
            assert!(bytes <= most, "{bytes} bytes for {most}: {}", script.lines().next().unwrap());
        }
    }

    #[test]
    fn a_script_loses_its_comments_and_margins_only() {
        assert_eq!(
            lean("// Says.\n(() => {\n  say('//');\n})();\n"),
            "(() => {\nsay('//');\n})();"
        );
    }

    #[test]
    fn a_name_changes_with_the_content() {
        let (one, other) = (Script::hashed("a", "1"), Script::hashed("a", "2"));
        assert_ne!(one.name, other.name);
        assert_eq!(one.name.len(), "a..js".len() + 2 * HASH);
    }
}
