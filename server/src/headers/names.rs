//! Names with a hash of the content, which never name another content.

/// The fewest hexadecimal digits of a hash after a dot.
const AFTER_DOT: usize = 8;
/// The fewest after a dash: more than the nine digits of a French company number
/// (`epci-200046977.json`), and fewer than the sixteen of Trunk, which drops leading zeros.
const AFTER_DASH: usize = 12;

/// The rule of [`carries_hash`], for servers that read regular expressions.
pub(super) const REGEX: &str = r"/[^/]*(\.[0-9a-fA-F]{8,}|-[0-9a-fA-F]{12,})(_bg)?\.[^./]+$";

/// Whether the last segment of `path` carries a hash of the content, after a dot
/// (`epci.1a2b3c4d.geojson`) or after a dash (`app-0123456789abcdef_bg.wasm`, as Trunk names
/// files).
pub(super) fn carries_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _extension)) = name.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let ends_with_hash = |separator, fewest| {
        stem.rsplit_once(separator).is_some_and(|(_, hash)| is_hexadecimal(hash, fewest))
    };
    ends_with_hash('.', AFTER_DOT) || ends_with_hash('-', AFTER_DASH)
}

fn is_hexadecimal(text: &str, fewest: usize) -> bool {
    text.len() >= fewest && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_found_as_the_data_compiler_and_trunk_write_it() {
        for path in [
            "data/epci.1a2b3c4d.geojson",
            "data/detail/2A.0011223344556677.geojson",
            "app-0123456789abcdef.js",
            "app-0123456789abcdef_bg.wasm",
            "sous/dossier/main-123456789abcdef.css",
        ] {
            assert!(carries_hash(path), "{path}");
        }
    }

    #[test]
    fn a_code_a_word_or_a_folder_is_not_a_hash() {
        for path in [
            "",
            "index.html",
            "data/manifest.json",
            "data/epci.geojson",
            "data/epci.1a2b3c4.geojson",
            "data/epci.deadbeer.geojson",
            "territoire/epci-200046977/",
            "data/detail/epci-200046977.geojson",
            "app-0123456789abcdef.js/manifest.json",
        ] {
            assert!(!carries_hash(path), "{path}");
        }
    }
}
