//! The one table of headers.
//!
//! | header | files | value |
//! | --- | --- | --- |
//! | Cache-Control | with a hash in the name, see the module `names` | a year, immutable |
//! | | all others | kept, but revalidated each time |
//! | Content-Security-Policy | pages | the scripts and styles inside the page, see the module `csp` |
//! | | all others | that of the start page |
//! | the six of [`EVERYWHERE`] | all | fixed |
//!
//! Never `X-Frame-Options`: it has no way to say "anyone", and browsers that know `frame-ancestors`
//! ignore it.

use super::ancestors::FrameAncestors;
use super::csp::{self, Inline};
use super::names;
use crate::error::Error;
use crate::manifest;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Kept for a year, and never asked for again (RFC 9111 §5.2.2.1, §5.2.2.9 and RFC 8246).
pub(super) const A_YEAR: &str = "public, max-age=31536000, immutable";
/// Kept, but revalidated with its tag at each use (RFC 9111 §5.2.2.4).
pub(super) const REVALIDATE: &str = "no-cache";

pub(super) const CACHE: &str = "Cache-Control";
pub(super) const POLICY: &str = "Content-Security-Policy";

/// The page that every visitor may open, and that stands for the files that are no pages.
const START: &str = "index.html";

/// The headers that are the same for all files.
pub(super) const EVERYWHERE: [(&str, &str); 6] = [
    // Browsers must not guess types.
    ("X-Content-Type-Options", "nosniff"),
    // Other sites do not learn where a reader comes from.
    ("Referrer-Policy", "no-referrer"),
    // The search box asks for the position, on our own pages only. The pages need none of the others: an
    // injected script must not get them either.
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), serial=(), hid=(), \
         midi=(), display-capture=()",
    ),
    // Any site may show and reuse the files.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    // A sandboxed frame has the origin `null`, which only `*` allows to read the data.
    ("Access-Control-Allow-Origin", "*"),
    // The scripts of other sites do not see these unless they are named.
    ("Access-Control-Expose-Headers", "etag, content-range"),
];

/// The table of one site.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The files by their path below the root, without compressed variants.
    pub(super) files: Vec<String>,
    /// The files of the manifest: a number in one of their names may be a hash, and no date.
    pub(super) hashed: BTreeSet<String>,
    /// The scripts and styles inside each page.
    pub(super) inline: BTreeMap<String, Inline>,
    /// The sites that may show the pages in a frame.
    pub(super) ancestors: FrameAncestors,
}

impl Table {
    /// The table of the site in `folder`.
    ///
    /// # Errors
    /// [`Error`] when a file cannot be read.
    pub fn of(folder: &Path, ancestors: FrameAncestors) -> Result<Self, Error> {
        let hashed = manifest::addresses(folder)?;
        let mut table = Self { ancestors, hashed, ..Self::default() };
        table.add_folder(folder, "")?;
        table.files.sort();
        Ok(table)
    }

    fn add_folder(&mut self, folder: &Path, prefix: &str) -> Result<(), Error> {
        for entry in std::fs::read_dir(folder).map_err(Error::file(folder))? {
            let entry = entry.map_err(Error::file(folder))?;
            let (path, name) = (entry.path(), entry.file_name());
            let Some(name) = name.to_str().filter(|name| !is_left_out(name)) else { continue };
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                self.add_folder(&path, &format!("{name}/"))?;
                continue;
            }
            if name.ends_with(".html") {
                let page = std::fs::read(&path).map_err(Error::file(&path))?;
                self.inline.insert(name.clone(), Inline::of_page(&page));
            }
            self.files.push(name);
        }
        Ok(())
    }

    /// The headers of the file `name`.
    pub(super) fn headers_of(&self, name: &str) -> Vec<(&'static str, String)> {
        let is_hashed = names::carries_hash(name)
            || (names::may_carry_hash(name) && self.hashed.contains(name));
        let cache = if is_hashed { A_YEAR } else { REVALIDATE };
        let own = [(CACHE, cache.to_owned()), (POLICY, self.policy_of(name))];
        let everywhere = EVERYWHERE.map(|(name, value)| (name, value.to_owned()));
        own.into_iter().chain(everywhere).collect()
    }

    fn policy_of(&self, name: &str) -> String {
        let none = Inline::default();
        let inline = self.inline.get(name).or_else(|| self.inline.get(START)).unwrap_or(&none);
        csp::policy(inline, self.ancestors.as_str())
    }

    /// One policy for all pages, for hosts that have a single one.
    pub(super) fn policy_of_all(&self) -> String {
        let mut all = Inline::default();
        self.inline.values().for_each(|inline| all.add(inline));
        csp::policy(&all, self.ancestors.as_str())
    }

    /// The longest policy, with the page that has it.
    pub(super) fn longest_policy(&self) -> Option<(&str, usize)> {
        let sizes = self.inline.keys().map(|name| (name.as_str(), self.policy_of(name).len()));
        sizes.max_by_key(|(_, size)| *size)
    }
}

/// Whether a file or folder has no address: hidden ones, `_headers`, and compressed variants.
fn is_left_out(name: &str) -> bool {
    let is_variant = [".br", ".gz"].iter().any(|end| name.ends_with(end));
    (name.starts_with('.') && name != ".well-known") || name == "_headers" || is_variant
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(pages: &[(&str, &str)], ancestors: &str) -> Table {
        let inline =
            |(name, page): &(&str, &str)| ((*name).to_owned(), Inline::of_page(page.as_bytes()));
        Table {
            files: pages.iter().map(|(name, _)| (*name).to_owned()).collect(),
            inline: pages.iter().map(inline).collect(),
            hashed: BTreeSet::new(),
            ancestors: ancestors.parse().unwrap(),
        }
    }

    fn header(table: &Table, name: &str, wanted: &str) -> String {
        let headers = table.headers_of(name);
        headers.into_iter().find(|(header, _)| *header == wanted).unwrap().1
    }

    #[test]
    fn every_page_may_be_framed_by_whom_the_host_chose() {
        for ancestors in ["*", "https://ville.fr", "'self'"] {
            let table = table(&[("index.html", ""), ("territoire/a/index.html", "")], ancestors);
            for name in ["index.html", "territoire/a/index.html", "data/a.json"] {
                let policy = header(&table, name, POLICY);
                assert!(policy.ends_with(&format!("; frame-ancestors {ancestors}")), "{policy}");
            }
        }
    }

    #[test]
    fn no_header_forbids_frames_in_the_old_way_and_no_policy_allows_inline_scripts() {
        let table = table(&[("index.html", "<script>a()</script>")], "*");
        for file in ["a.1a2b3c4d.js", "a.12345678.js", "index.html", "data/a.svg"] {
            for (name, value) in table.headers_of(file) {
                assert_ne!(name, "X-Frame-Options");
                for never in ["unsafe-inline", "'unsafe-eval'", "unsafe-hashes", "http:", "https:"]
                {
                    assert!(!value.contains(never), "{name}: {value}");
                }
            }
        }
    }

    #[test]
    fn each_page_allows_its_own_scripts_and_those_of_no_other() {
        let pages = [
            ("index.html", "<script>start();</script>"),
            ("404.html", "<script>stop();</script>"),
            ("a/index.html", "<p>sans"),
        ];
        let table = table(&pages, "*");
        let hashes = |name: &str| header(&table, name, POLICY).matches("'sha256-").count();
        assert_eq!(pages.map(|(name, _)| hashes(name)), [1, 1, 0]);
        assert_ne!(header(&table, "index.html", POLICY), header(&table, "404.html", POLICY));
        assert_eq!(table.policy_of_all().matches("'sha256-").count(), 2);
    }

    #[test]
    fn a_hashed_name_is_kept_a_year() {
        let hashed =
            ["data/carte.1234567890.bin".to_owned(), "data/export/a.csv".to_owned()].into();
        let table = Table { hashed, ..Table::default() };
        for (name, value) in [
            ("data/epci.1a2b3c4d.geojson", A_YEAR),
            ("data/manifest.json", REVALIDATE),
            ("data/carte.1234567890.bin", A_YEAR),
            ("data/releve.1234567890.bin", REVALIDATE),
            ("data/export/a.csv", REVALIDATE),
        ] {
            assert_eq!(header(&table, name, CACHE), value, "{name}");
        }
    }
}
