//! Names with a hash of the content, which never name another content.

/// The fewest hexadecimal digits of a hash after a dot.
const AFTER_DOT: usize = 8;
/// The fewest after a dash: more than the nine digits of a French company number
/// (`epci-200046977.json`), and fewer than the sixteen of Trunk, which drops leading zeros.
const AFTER_DASH: usize = 12;

/// The fewest decimal digits of a hash without a letter: more than those of a date with its time
/// or of a French establishment number.
const WITHOUT_LETTER: usize = 16;

/// The rule of [`carries_hash`], for servers that read regular expressions as Perl does.
pub(super) const REGEX: &str = concat!(
    r"/[^/]*(\.(?=[0-9]*[a-fA-F]|[0-9]{16})[0-9a-fA-F]{8,}",
    r"|-(?=[0-9]*[a-fA-F]|[0-9]{16})[0-9a-fA-F]{12,})(_bg)?\.[^./]+$"
);
/// The rule of [`may_carry_hash`], for servers whose regular expressions cannot look ahead.
pub(super) const REGEX_OF_HEXADECIMAL: &str =
    r"/[^/]*(\.[0-9a-fA-F]{8,}|-[0-9a-fA-F]{12,})(_bg)?\.[^./]+$";
/// What of it carries no hash.
pub(super) const REGEX_OF_NUMBERS: &str = r"/[^/]*(\.[0-9]{8,15}|-[0-9]{12,15})(_bg)?\.[^./]+$";

/// Whether the last segment of `path` carries a hash of the content, after a dot
/// (`epci.1a2b3c4d.geojson`) or after a dash (`app-0123456789abcdef_bg.wasm`, as Trunk names
/// files). A short one without a letter may as well be a date or a company number.
pub(crate) fn carries_hash(path: &str) -> bool {
    let has_letter = |hash: &str| hash.contains(|digit: char| digit.is_ascii_alphabetic());
    hash_of(path).is_some_and(|hash| hash.len() >= WITHOUT_LETTER || has_letter(hash))
}

/// Whether the last segment of `path` carries a hash, or a number that may be one.
pub(super) fn may_carry_hash(path: &str) -> bool {
    hash_of(path).is_some()
}

fn hash_of(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let (stem, _extension) = name.rsplit_once('.')?;
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let after = |separator, fewest| {
        let (_, hash) = stem.rsplit_once(separator)?;
        is_hexadecimal(hash, fewest).then_some(hash)
    };
    after('.', AFTER_DOT).or_else(|| after('-', AFTER_DASH))
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
            "export.20260101.csv",
            "siren.200046977.json",
            "releve-202601011200.csv",
            "data-123456789012.json",
            "IMG-20260101123000.jpg",
        ] {
            assert!(!carries_hash(path), "{path}");
        }
    }
}
