//! The headers that depend on where a file is, not on what is in it. This is the one table:
//! our answers are made from it, and so are the rules for other hosts (the module `export`).
//!
//! | header | files | value |
//! | --- | --- | --- |
//! | Cache-Control | whose name carries a hash of their content | a year, immutable |
//! | | all others, and what is missing | kept, but asked for again each time |
//! | Content-Security-Policy | all | see the module `csp` |
//! | `frame-ancestors` in it | in the folders of [`Framing`] | its sites |
//! | | all others | our own pages |
//! | the five of [`EVERYWHERE`] | all | fixed |
//!
//! Never `X-Frame-Options`: it has no way to say "anyone", and browsers that know `frame-ancestors`
//! ignore it.

use std::collections::HashMap;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::csp::{self, Inline};
use super::names;

/// RFC 9111 §5.2.2.9 and RFC 8246: never asked for again.
pub(super) const A_YEAR: &str = "public, max-age=31536000, immutable";
/// RFC 9111 §5.2.2.4: kept, and asked for again with its tag.
pub(super) const REVALIDATE: &str = "no-cache";

/// On every answer.
const EVERYWHERE: [(&str, &str); 5] = [
    // No browser guesses a type.
    ("x-content-type-options", "nosniff"),
    // A reader who leaves for a source tells it nothing.
    ("referrer-policy", "no-referrer"),
    // The page asks for none of these, and whoever manages to run a script in it shall not either.
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), \
         midi=(), display-capture=()",
    ),
    // Anyone may show and reuse the files.
    ("cross-origin-resource-policy", "cross-origin"),
    // Embeds in a sandbox have the origin `null`: only `*` lets them read the data.
    ("access-control-allow-origin", "*"),
];

/// What only a server that negotiates and cuts can promise; other hosts say it for themselves.
/// RFC 9110 §12.5.5: also where there is one variant only, since the next build may have two.
const OURS: [(&str, &str); 2] = [("vary", "accept-encoding"), ("accept-ranges", "bytes")];

/// The rows of the table that apply to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Class {
    /// Whether the name changes with the content.
    pub immutable: bool,
    /// Whether other sites may show it in a frame.
    pub embeddable: bool,
}

impl Class {
    /// For what is missing: a 404 may be a file in the next build, whatever its name.
    pub const MISSING: Self = Self { immutable: false, embeddable: false };

    const ALL: [Self; 4] = [
        Self::MISSING,
        Self { immutable: false, embeddable: true },
        Self { immutable: true, embeddable: false },
        Self { immutable: true, embeddable: true },
    ];
}

/// The table, filled in for one site and one host.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the pages hold inside.
    pub inline: Inline,
    /// Which of them others may show in a frame.
    pub framing: Framing,
}

/// Which pages other sites may show in a frame, and which sites.
#[derive(Clone, Debug)]
pub struct Framing {
    /// The folders of the pages, as paths below the root that end in a slash.
    pub folders: Vec<String>,
    /// The sites: the sources of `frame-ancestors`.
    pub ancestors: String,
}

impl Table {
    /// The class of the file `name`, a path below the root.
    pub fn class_of(&self, name: &str) -> Class {
        let embeddable = self.framing.folders.iter().any(|folder| name.starts_with(folder));
        Class { immutable: names::carries_hash(name), embeddable }
    }

    /// The headers of `class`, for any host.
    pub fn headers(&self, class: Class) -> Vec<(&'static str, String)> {
        let ancestors = if class.embeddable { self.framing.ancestors.as_str() } else { "'self'" };
        let cache = if class.immutable { A_YEAR } else { REVALIDATE };
        let mut headers = vec![
            ("cache-control", cache.to_owned()),
            ("content-security-policy", csp::policy(&self.inline, ancestors)),
        ];
        headers.extend(EVERYWHERE.map(|(name, value)| (name, value.to_owned())));
        headers
    }

    /// The blocks of our own answers, one for each class.
    pub fn blocks(&self) -> HashMap<Class, Arc<Block>> {
        let block = |class| {
            let ours = OURS.map(|(name, value)| (name, value.to_owned()));
            (class, Arc::new(Block::new(self.headers(class).into_iter().chain(ours))))
        };
        Class::ALL.into_iter().map(block).collect()
    }
}

/// Headers in the two forms in which they go out, made once.
#[derive(Debug)]
pub struct Block {
    /// For HTTP/1.1: lines, each with its end.
    pub lines: Vec<u8>,
    /// For HTTP/2.
    pub map: HeaderMap,
}

impl Block {
    fn new(headers: impl Iterator<Item = (&'static str, String)>) -> Self {
        let mut block = Self { lines: Vec::new(), map: HeaderMap::new() };
        for (name, value) in headers {
            // The table holds no value that is none; what the host chose was checked when read.
            let Ok(checked) = HeaderValue::from_str(&value) else { continue };
            block.lines.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
            block.map.insert(HeaderName::from_static(name), checked);
        }
        block
    }
}

#[cfg(test)]
impl Framing {
    /// The framing by `ancestors` of the pages in `embed/` and `territoire/`.
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
        let table = Table { inline: Inline::default(), framing };
        table.headers(table.class_of(name)).into_iter().collect()
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
        for class in Class::ALL {
            let table = Table { inline: Inline::default(), framing: Framing::example("*") };
            for (name, value) in table.headers(class) {
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
