//! The table of headers that depend on the name of a file, not on its content. The answers of this
//! server and the rules for other hosts (the module `export`) are both made from it.
//!
//! | header | files | value |
//! | --- | --- | --- |
//! | Cache-Control | with a hash in the name | a year, immutable |
//! | | all others, and 404 | kept, but revalidated each time |
//! | Content-Security-Policy | all | see the module `csp` |
//! | `frame-ancestors` in it | in the folders of [`Framing`] | its sites |
//! | | all others | the site itself |
//! | the six of [`EVERYWHERE`] | all | fixed |
//!
//! Never `X-Frame-Options`: it has no way to say "anyone", and browsers that know `frame-ancestors`
//! ignore it.

use std::collections::HashMap;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::csp::{self, Inline};
use super::names;

/// Kept for a year, and never asked for again (RFC 9111 §5.2.2.1, §5.2.2.9 and RFC 8246).
pub(super) const A_YEAR: &str = "public, max-age=31536000, immutable";
/// Kept, but revalidated with its tag at each use (RFC 9111 §5.2.2.4).
pub(super) const REVALIDATE: &str = "no-cache";

/// The policy has parts of its own for each page.
pub(super) const POLICY: &str = "content-security-policy";
/// The size above which a policy is worth a warning, in bytes: some proxies take no more than 4 KB
/// of headers.
const LONG_POLICY: usize = 2 << 10;

/// The headers of every answer.
const EVERYWHERE: [(&str, &str); 6] = [
    // Browsers must not guess types.
    ("x-content-type-options", "nosniff"),
    // Other sites do not learn where a reader comes from.
    ("referrer-policy", "no-referrer"),
    // The pages need none of these. An injected script must not get them either.
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), \
         midi=(), display-capture=()",
    ),
    // Any site may show and reuse the files.
    ("cross-origin-resource-policy", "cross-origin"),
    // A sandboxed frame has the origin `null`, which only `*` allows to read the data.
    ("access-control-allow-origin", "*"),
    // The scripts of other sites do not see these unless they are named.
    ("access-control-expose-headers", "etag, content-range"),
];

/// Headers that only this server sends, since other hosts add theirs. `Vary` is also on files with
/// a single variant, because the next build may have two (RFC 9110 §12.5.5).
const OURS: [(&str, &str); 2] = [("vary", "accept-encoding"), ("accept-ranges", "bytes")];

/// A class of files that have the same headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Class {
    /// Whether the name changes with the content, so that a cache never needs to ask again.
    pub immutable: bool,
    /// Whether other sites may show the file in a frame.
    pub embeddable: bool,
}

impl Class {
    /// The class of missing files, whatever their name: the next build may have them.
    pub const MISSING: Self = Self { immutable: false, embeddable: false };
}

/// The table for one site on one host.
#[derive(Clone, Debug)]
pub struct Table {
    /// The scripts and styles inside its pages, for those that have any.
    pub inline: HashMap<String, Inline>,
    /// The pages that other sites may show in a frame.
    pub framing: Framing,
}

/// The pages that other sites may show in a frame, and those sites.
#[derive(Clone, Debug, Default)]
pub struct Framing {
    /// The folders of these pages: paths below the root, with a slash at their end.
    pub folders: Vec<String>,
    /// The sites, as sources of `frame-ancestors`.
    pub ancestors: String,
}

impl Table {
    /// Returns the class of a file by its path below the root.
    pub fn class_of(&self, name: &str) -> Class {
        let embeddable = self.framing.folders.iter().any(|folder| name.starts_with(folder));
        Class { immutable: names::carries_hash(name), embeddable }
    }

    /// Returns the headers of the file `name`, for any host.
    pub fn headers_of(&self, name: &str) -> Vec<(&'static str, String)> {
        self.headers(self.class_of(name), self.inline.get(name).unwrap_or(&Inline::default()))
    }

    /// Returns the headers of files of `class` that contain `inline`, for any host.
    pub fn headers(&self, class: Class, inline: &Inline) -> Vec<(&'static str, String)> {
        let ancestors = if class.embeddable { self.framing.ancestors.as_str() } else { "'self'" };
        let cache = if class.immutable { A_YEAR } else { REVALIDATE };
        let mut headers =
            vec![("cache-control", cache.to_owned()), (POLICY, csp::policy(inline, ancestors))];
        headers.extend(EVERYWHERE.map(|(name, value)| (name, value.to_owned())));
        headers
    }

    /// Returns the scripts and styles of all pages, for hosts that have one policy for all.
    pub fn inline_of_all(&self) -> Inline {
        let mut all = Inline::default();
        self.inline.values().for_each(|inline| all.add(inline));
        all
    }

    /// Returns a page with a policy that proxies may find too long, and the size of the policy.
    pub fn longest_policy(&self) -> Option<(&str, usize)> {
        let sizes = self.inline.iter().map(|(name, inline)| {
            (name.as_str(), csp::policy(inline, &self.framing.ancestors).len())
        });
        sizes.filter(|(_, size)| *size > LONG_POLICY).max_by_key(|(_, size)| *size)
    }
}

/// The headers of the answers of this server, made once for all files that share them.
#[derive(Debug)]
pub struct Blocks<'a> {
    table: &'a Table,
    made: HashMap<(Class, Inline), Arc<Block>>,
}

impl<'a> Blocks<'a> {
    pub fn new(table: &'a Table) -> Self {
        Self { table, made: HashMap::new() }
    }

    /// Returns the headers of the file `name`.
    pub fn of(&mut self, name: &str) -> Arc<Block> {
        self.of_class(self.table.class_of(name), name)
    }

    /// Returns the headers of the answer 404 with the file `name`, or without one.
    pub fn of_missing(&mut self, name: &str) -> Arc<Block> {
        self.of_class(Class::MISSING, name)
    }

    fn of_class(&mut self, class: Class, name: &str) -> Arc<Block> {
        let inline = self.table.inline.get(name).cloned().unwrap_or_default();
        let ours = OURS.map(|(name, value)| (name, value.to_owned()));
        let headers = || self.table.headers(class, &inline).into_iter().chain(ours);
        let key = (class, inline.clone());
        Arc::clone(self.made.entry(key).or_insert_with(|| Arc::new(Block::new(headers()))))
    }
}

/// Headers in the form of each version of HTTP, made once.
#[derive(Debug)]
pub struct Block {
    /// For HTTP/1: complete lines.
    pub lines: Vec<u8>,
    /// For HTTP/2.
    pub map: HeaderMap,
}

impl Block {
    fn new(headers: impl Iterator<Item = (&'static str, String)>) -> Self {
        let mut block = Self { lines: Vec::new(), map: HeaderMap::new() };
        for (name, value) in headers {
            // The values of the table are valid, and those of the host were checked as options.
            let Ok(checked) = HeaderValue::from_str(&value) else { continue };
            block.lines.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
            block.map.insert(HeaderName::from_static(name), checked);
        }
        block
    }
}

#[cfg(test)]
impl Framing {
    /// Lets `ancestors` show the pages in two folders.
    pub fn example(ancestors: &str) -> Self {
        let folders = ["embed/", "territoire/"].map(str::to_owned).to_vec();
        Self { folders, ancestors: ancestors.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &str) -> HashMap<&'static str, String> {
        let framing = Framing::example("https://ville.fr");
        let table = Table { inline: HashMap::new(), framing };
        table.headers_of(name).into_iter().collect()
    }

    #[test]
    fn only_pages_in_certain_folders_may_be_framed_by_others() {
        for (name, ancestors) in [
            ("embed/index.html", "frame-ancestors https://ville.fr"),
            ("territoire/epci-200046977/index.html", "frame-ancestors https://ville.fr"),
            ("index.html", "frame-ancestors 'self'"),
            ("embedded/index.html", "frame-ancestors 'self'"),
            ("data/territoire/index.html", "frame-ancestors 'self'"),
        ] {
            let policy = &headers(name)["content-security-policy"];
            assert!(policy.ends_with(ancestors), "{name}: {policy}");
        }
    }

    #[test]
    fn no_header_forbids_frames_in_the_old_way_and_no_policy_allows_inline_scripts() {
        let table = Table { inline: HashMap::new(), framing: Framing::example("*") };
        let (asset, number) = ("a.1a2b3c4d.js", "a.12345678.js");
        for file in [asset, number, "embed/index.html", "embed/a.1a2b3c4d.js", "index.html"] {
            for (name, value) in table.headers_of(file) {
                assert_ne!(name, "x-frame-options");
                assert!(!value.contains("unsafe-inline"), "{name}: {value}");
            }
        }
    }

    #[test]
    fn a_hashed_name_is_kept_a_year() {
        assert_eq!(headers("data/epci.1a2b3c4d.geojson")["cache-control"], A_YEAR);
        assert_eq!(headers("data/manifest.json")["cache-control"], REVALIDATE);
    }
}
