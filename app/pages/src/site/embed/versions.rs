//! The versions of the script for pages of others, each under an address of its own.
//!
//! The lines to copy name a version with the hash of its bytes; a browser runs no other bytes there. So a
//! version never changes, and none is ever taken away: pages of others name it for years. After a change of
//! `integration.js`, what is served of it becomes a further file in `integration/` and a further row here.

/// A version of the script.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Version {
    /// Its file, at the root of the site.
    pub(in crate::site) name: &'static str,
    /// Its bytes.
    pub(in crate::site) text: &'static str,
    /// Their hash, as the attribute `integrity` has it.
    ///
    /// # Source
    /// W3C, Subresource Integrity, §3.1.
    pub(in crate::site) integrity: &'static str,
}

/// All versions, the latest last.
pub(in crate::site) const VERSIONS: [Version; 1] = [Version {
    name: "integration-1.js",
    text: include_str!("integration/1.js"),
    integrity: "sha384-+iAgQc5+HLZR745K9IIepfNgzZ3X6mjg/+2aZvC6i2V010ks3cSPsiaoveGUDoSZ",
}];

/// The version that new lines name.
pub(in crate::site) const LATEST: Version = VERSIONS[VERSIONS.len() - 1];

#[cfg(test)]
mod tests {
    use super::super::scripts::Scripts;
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha384};

    #[test]
    fn the_bytes_of_a_version_are_those_of_its_hash() {
        for version in VERSIONS {
            let hash = STANDARD.encode(Sha384::digest(version.text));
            assert_eq!(version.integrity, format!("sha384-{hash}"), "{}", version.name);
        }
    }

    #[test]
    fn every_file_of_the_folder_is_a_version() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/site/embed/integration");
        let files = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name());
        let mut names: Vec<String> =
            files.map(|it| format!("integration-{}", it.to_str().unwrap())).collect();
        names.sort();
        assert_eq!(names, VERSIONS.map(|version| version.name.to_owned()));
    }

    #[test]
    fn the_latest_version_is_the_script_without_a_version() {
        assert_eq!(LATEST.text.trim_end(), Scripts::new().integration.text);
    }
}
