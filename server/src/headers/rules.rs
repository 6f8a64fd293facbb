//! The rules of a site: the file `_headers` at its root, as Netlify, Cloudflare Pages and other
//! hosts read it. Patterns stand at the start of a line, each above its indented headers:
//!
//! ```text
//! # a comment
//! /*
//!   X-Content-Type-Options: nosniff
//! /data/*
//!   Cache-Control: no-cache
//! ```
//!
//! `*` stands for any text. All patterns that match an address count; a header that several of them
//! set has the values of all, separated by commas. A line that is none of these is left out, with a
//! warning.

use std::collections::HashMap;

use http::{HeaderName, HeaderValue};

/// Headers that the server alone can know.
const RESERVED: [&str; 16] = [
    "accept-ranges",
    "allow",
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "content-type",
    "date",
    "etag",
    "keep-alive",
    "last-modified",
    "location",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "vary",
];

/// The rules of a site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    headers: Vec<Vec<(HeaderName, HeaderValue)>>,
    /// The indices of the rules for a single address.
    exact: HashMap<String, Vec<usize>>,
    /// The others, with their indices.
    patterns: Vec<(Pattern, usize)>,
}

/// A pattern with a `*`: the texts before, between and after them.
#[derive(Clone, Debug)]
struct Pattern {
    start: String,
    middle: Vec<String>,
    end: String,
}

impl Rules {
    /// Reads `text`. Returns the rules and what is wrong, each with the number of its line.
    pub fn parse(text: &str) -> (Self, Vec<String>) {
        let (mut rules, mut problems) = (Self::default(), Vec::new());
        for (index, line) in text.lines().enumerate() {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let added = if line.starts_with([' ', '\t']) {
                rules.add_header(content)
            } else {
                rules.add_pattern(content)
            };
            if let Err(problem) = added {
                problems.push(format!("line {}: {problem}", index + 1));
            }
        }
        (rules, problems)
    }

    fn add_pattern(&mut self, text: &str) -> Result<(), &'static str> {
        let index = self.headers.len();
        self.headers.push(Vec::new());
        if !text.starts_with('/') || text.contains("/:") {
            // Its headers then belong to no address.
            return Err("a pattern begins with a slash, and has no placeholder but *");
        }
        match Pattern::parse(text) {
            Some(pattern) => self.patterns.push((pattern, index)),
            None => self.exact.entry(text.to_owned()).or_default().push(index),
        }
        Ok(())
    }

    fn add_header(&mut self, text: &str) -> Result<(), &'static str> {
        let headers = self.headers.last_mut().ok_or("a header has no pattern above it")?;
        let (name, value) = text.split_once(':').ok_or("a header has no colon")?;
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "no name of a header")?;
        if RESERVED.contains(&name.as_str()) {
            return Err("the server sets this header itself");
        }
        let value = HeaderValue::from_str(value.trim()).map_err(|_| "no value of a header")?;
        headers.push((name, value));
        Ok(())
    }

    /// Returns the indices of the rules for the address `path`, in their order. It begins with a
    /// slash.
    pub(super) fn matching(&self, path: &str) -> Vec<usize> {
        let exact = self.exact.get(path).into_iter().flatten().copied();
        let others = self.patterns.iter().filter(|(pattern, _)| pattern.matches(path));
        let mut matching: Vec<usize> = exact.chain(others.map(|(_, index)| *index)).collect();
        matching.sort_unstable();
        matching
    }

    /// Returns the headers of the rules `indices`.
    pub(super) fn headers(&self, indices: &[usize]) -> Vec<(HeaderName, HeaderValue)> {
        let mut joined: Vec<(HeaderName, HeaderValue)> = Vec::new();
        for (name, value) in indices.iter().flat_map(|&index| &self.headers[index]) {
            match joined.iter_mut().find(|(known, _)| known == name) {
                None => joined.push((name.clone(), value.clone())),
                Some((_, known)) => {
                    let both = [known.as_bytes(), b", ", value.as_bytes()].concat();
                    // Two valid values with a comma are one.
                    *known = HeaderValue::from_bytes(&both).unwrap_or_else(|_| value.clone());
                }
            }
        }
        joined
    }
}

impl Pattern {
    /// Returns `None` for a text without a `*`.
    fn parse(text: &str) -> Option<Self> {
        let (start, rest) = text.split_once('*')?;
        let mut middle: Vec<String> = rest.split('*').map(str::to_owned).collect();
        let end = middle.pop().unwrap_or_default();
        Some(Self { start: start.to_owned(), middle, end })
    }

    fn matches(&self, path: &str) -> bool {
        let inside = path.strip_prefix(&*self.start).and_then(|rest| rest.strip_suffix(&*self.end));
        let follow = |rest: &'_ str, part: &String| rest.find(&**part).map(|at| at + part.len());
        let Some(mut rest) = inside else { return false };
        for part in &self.middle {
            let Some(end) = follow(rest, part) else { return false };
            rest = &rest[end..];
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headers of an address, as a host would send them.
    fn headers(rules: &str, path: &str) -> String {
        let (rules, problems) = Rules::parse(rules);
        assert_eq!(problems, [""; 0]);
        let found = rules.headers(&rules.matching(path));
        let line = |(name, value): &(HeaderName, HeaderValue)| {
            format!("{name}: {}", value.to_str().unwrap())
        };
        found.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_pattern_matches_as_static_hosts_match_it() {
        let rule = |pattern: &str| format!("{pattern}\n  A: b\n");
        for (pattern, path, matches) in [
            ("/*", "/", true),
            ("/*", "/a/b.html", true),
            ("/a", "/a", true),
            ("/a", "/a/", false),
            ("/a/*", "/a/", true),
            ("/a/*", "/a", false),
            ("/a/*", "/b/a/c", false),
            ("/*.js", "/a/b.js", true),
            ("/*.js", "/a/b.js.map", false),
            ("/a/*/c/*.js", "/a/b/c/d.js", true),
            ("/a/*/c/*.js", "/a/b/d.js", false),
            ("/aa*a", "/aa", false),
        ] {
            let found = headers(&rule(pattern), path);
            assert_eq!(found == "a: b", matches, "{pattern} {path}");
        }
    }

    #[test]
    fn all_matching_rules_count_in_their_order() {
        let rules = "# rules\n/*\n  A: 1\n  B: 2\n\n/a/*\n\tA: 3\r\n/a/b\n  C: x:y\n/a/b\n  D: 4\n";
        assert_eq!(headers(rules, "/a/b"), "a: 1, 3\nb: 2\nc: x:y\nd: 4");
        assert_eq!(headers(rules, "/c"), "a: 1\nb: 2");
    }

    #[test]
    fn what_is_no_rule_is_left_out_with_its_line() {
        let text = "  A: 1\nhttps://a.fr/*\n  A: 2\n/:a/b\n  A: 3\n/*\n  A b\n  É: 1\n  ETag: \"a\"\n  B: \u{7f}\n  C: 5";
        let (rules, problems) = Rules::parse(text);
        let lines: Vec<&str> =
            problems.iter().map(|problem| problem.split_once(':').unwrap().0).collect();
        assert_eq!(lines, ["line 1", "line 2", "line 4", "line 7", "line 8", "line 9", "line 10"]);
        assert_eq!(rules.headers(&rules.matching("/x/b")).len(), 1);
    }
}
