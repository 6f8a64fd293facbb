//! The headers of files, made once for all files that share them: those of the site's [`Rules`],
//! and for what these do not say, safe ones.
//!
//! | header | without a rule | meaning |
//! | --- | --- | --- |
//! | Cache-Control | `no-cache` | kept, but asked for again at each use (RFC 9111 §5.2.2.4) |
//! | Content-Security-Policy | `frame-ancestors 'self'` | no other site may frame a page |
//! | Referrer-Policy | `no-referrer` | other sites do not learn where a reader comes from |
//! | X-Content-Type-Options | `nosniff` | browsers do not guess types |

use std::collections::HashMap;
use std::sync::Arc;

use http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::rules::Rules;

/// An address that is that of no file: rules for all addresses count for it.
const NO_FILE: &str = "/healthz";

const DEFAULTS: [(HeaderName, &str); 4] = [
    (CACHE_CONTROL, "no-cache"),
    (CONTENT_SECURITY_POLICY, "frame-ancestors 'self'"),
    (REFERRER_POLICY, "no-referrer"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// Headers that no rule can set. `Vary` is also on files with a single variant, because the next
/// build may have two (RFC 9110 §12.5.5).
const FIXED: [(HeaderName, &str); 2] = [(VARY, "accept-encoding"), (ACCEPT_RANGES, "bytes")];

/// Headers in the form of each version of HTTP.
#[derive(Debug)]
pub struct Block {
    /// For HTTP/1: complete lines.
    pub lines: Vec<u8>,
    /// For HTTP/2.
    pub map: HeaderMap,
    /// Whether caches may keep the file without ever asking again (RFC 8246): another content has
    /// another name.
    pub is_immutable: bool,
}

/// The traits of an answer that its headers depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Subject {
    File,
    /// The next build may have the file, whatever its name: the answer is never kept.
    Missing,
}

/// The blocks of one site.
#[derive(Debug)]
pub struct Blocks<'a> {
    rules: &'a Rules,
    made: HashMap<(Subject, Vec<usize>), Arc<Block>>,
}

impl<'a> Blocks<'a> {
    pub fn new(rules: &'a Rules) -> Self {
        Self { rules, made: HashMap::new() }
    }

    /// Returns the headers of the file at `path` below the root.
    pub fn of(&mut self, path: &str) -> Arc<Block> {
        self.block(Subject::File, &format!("/{path}"))
    }

    /// Returns the headers of the answer 404 with the page `name`.
    pub fn of_missing(&mut self, name: &str) -> Arc<Block> {
        self.block(Subject::Missing, &format!("/{name}"))
    }

    /// Returns the headers of answers without a file.
    pub fn of_no_file(&mut self) -> Arc<Block> {
        self.block(Subject::Missing, NO_FILE)
    }

    fn block(&mut self, subject: Subject, path: &str) -> Arc<Block> {
        let indices = self.rules.matching(path);
        let headers = || self.rules.headers(&indices);
        let key = (subject, indices.clone());
        let block =
            self.made.entry(key).or_insert_with(|| Arc::new(Block::new(subject, headers())));
        Arc::clone(block)
    }
}

impl Block {
    fn new(subject: Subject, mut headers: Vec<(HeaderName, HeaderValue)>) -> Self {
        if subject == Subject::Missing {
            headers.retain(|(name, _)| name != CACHE_CONTROL);
        }
        for (name, value) in DEFAULTS {
            if headers.iter().all(|(known, _)| *known != name) {
                headers.push((name, HeaderValue::from_static(value)));
            }
        }
        headers.extend(FIXED.map(|(name, value)| (name, HeaderValue::from_static(value))));
        let mut block = Self { lines: Vec::new(), map: HeaderMap::new(), is_immutable: false };
        for (name, value) in headers {
            for part in [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"] {
                block.lines.extend_from_slice(part);
            }
            let is_kept = value.to_str().is_ok_and(|value| value.contains("immutable"));
            block.is_immutable |= name == CACHE_CONTROL && is_kept;
            block.map.insert(name, value);
        }
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = "/*\n  Referrer-Policy: same-origin\n/a.js\n  Cache-Control: max-age=60, immutable\n\
                         /404.html\n  Cache-Control: max-age=60\n";

    #[test]
    fn a_rule_takes_the_place_of_a_default_and_missing_files_are_never_kept() {
        let (rules, _) = Rules::parse(RULES);
        let mut blocks = Blocks::new(&rules);
        let caching = |block: &Block| block.map[CACHE_CONTROL].to_str().unwrap().to_owned();
        let file = blocks.of("a.js");
        assert_eq!((caching(&file), file.is_immutable), ("max-age=60, immutable".to_owned(), true));
        assert_eq!(file.map[REFERRER_POLICY], "same-origin");
        assert_eq!(file.map[X_CONTENT_TYPE_OPTIONS], "nosniff");
        for missing in [blocks.of_missing("404.html"), blocks.of_no_file(), blocks.of("b.js")] {
            assert_eq!((caching(&missing), missing.is_immutable), ("no-cache".to_owned(), false));
            assert_eq!(missing.map[REFERRER_POLICY], "same-origin");
        }
        assert!(Arc::ptr_eq(&blocks.of("c.js"), &blocks.of("d/e.js")), "made once");
    }
}
