//! The Content-Security-Policy. It allows files of the site itself, WebAssembly, and the scripts
//! and styles that stand inside a page, by their hashes.
//!
//! # Source
//! W3C, Content Security Policy Level 3, §6.7.3 (hashes of inline elements).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The hashes of the scripts and styles inside a page.
#[derive(Clone, Debug, Default)]
pub struct Inline {
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
}

/// Returns the policy for pages that contain `inline` and that `ancestors` may show in a frame.
pub(super) fn policy(inline: &Inline, ancestors: &str) -> String {
    let mut policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'".to_owned();
    // Writing to a String cannot fail.
    for hash in &inline.scripts {
        _ = write!(policy, " {hash}");
    }
    policy.push_str("; style-src 'self'");
    for hash in &inline.styles {
        _ = write!(policy, " {hash}");
    }
    // Pictures that a page draws itself have addresses of these two kinds.
    policy.push_str("; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'");
    _ = write!(policy, "; form-action 'self'; frame-ancestors {ancestors}");
    policy
}

impl Inline {
    /// Those of a page. Event handlers (`onclick="…"`) and `style="…"` are left out: the policy forbids
    /// them.
    pub fn of_page(html: &[u8]) -> Self {
        let mut inline = Self::default();
        inline.add_page(html);
        inline
    }

    /// Adds those of another page.
    pub fn add(&mut self, other: &Self) {
        self.scripts.extend(other.scripts.iter().cloned());
        self.styles.extend(other.styles.iter().cloned());
    }

    fn add_page(&mut self, html: &[u8]) {
        // A browser turns line ends into LF before it computes a hash.
        let html = String::from_utf8_lossy(html).replace("\r\n", "\n");
        let lower = html.to_ascii_lowercase();
        let mut at = 0;
        while let Some(start) = lower[at..].find('<').map(|found| at + found) {
            at = start + 1;
            if lower[start..].starts_with("<!--") {
                at = lower[start..].find("-->").map_or(html.len(), |end| start + end + 3);
            } else if let Some(element) = Element::at(&lower, start, "script") {
                if element.is_inline_script(&lower) {
                    self.scripts.insert(hash(&html[element.content.clone()]));
                }
                at = element.content.end;
            } else if let Some(element) = Element::at(&lower, start, "style") {
                self.styles.insert(hash(&html[element.content.clone()]));
                at = element.content.end;
            }
        }
    }
}

/// A script or style element.
struct Element {
    attributes: std::ops::Range<usize>,
    content: std::ops::Range<usize>,
}

impl Element {
    /// Returns the element `name` that starts at `start`. Its content ends at its end tag, or at
    /// the end of the page.
    fn at(lower: &str, start: usize, name: &str) -> Option<Self> {
        let rest = lower[start..].strip_prefix('<')?.strip_prefix(name)?;
        if !rest.starts_with([' ', '\n', '\t', '/', '>']) {
            return None;
        }
        let attributes = start + 1 + name.len();
        let opened = attributes + end_of_tag(rest)?;
        let end = lower[opened..].find(&format!("</{name}"));
        let content = opened..end.map_or(lower.len(), |end| opened + end);
        Some(Self { attributes: attributes..opened - 1, content })
    }

    /// Whether a browser runs the content. It does not if the script has a `src`, or a type for
    /// data.
    fn is_inline_script(&self, lower: &str) -> bool {
        let attributes = &lower[self.attributes.clone()];
        let kind = attribute(attributes, "type").unwrap_or("");
        let runs = ["", "module", "importmap", "speculationrules"].contains(&kind)
            || kind.ends_with("/javascript");
        runs && attribute(attributes, "src").is_none() && !self.content.is_empty()
    }
}

/// Returns the length of a tag's rest, with the first `>` outside of quotes.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Returns the value of an attribute; empty if it has none.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut at = 0;
    loop {
        let start = at + attributes[at..].find(name)?;
        at = start + name.len();
        let stands_alone = attributes[..start].ends_with([' ', '\n', '\t', '"', '\'', '/']);
        let rest = attributes[at..].trim_start();
        let Some(value) = rest.strip_prefix('=') else {
            if stands_alone && (rest.is_empty() || attributes[at..].starts_with([' ', '\n', '\t']))
            {
                return Some("");
            }
            continue;
        };
        if stands_alone {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|first| ['"', '\''].contains(first));
            let end = |text: &'a str, stop: &[char]| text.split(stop).next().unwrap_or_default();
            return Some(match quote {
                Some(quote) => end(&value[1..], &[quote]),
                None => end(value, &[' ', '\n', '\t']),
            });
        }
    }
}

fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of `alert('Hello, world.');`, the example of the specification.
    const HELLO: &str = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";

    fn scripts(html: &str) -> Vec<String> {
        Inline::of_page(html.as_bytes()).scripts.into_iter().collect()
    }

    #[test]
    fn an_inline_script_has_the_hash_of_the_specification() {
        for html in [
            "<script>alert('Hello, world.');</script>",
            "<p>é</p><SCRIPT type=\"module\" nonce='a>b'>alert('Hello, world.');</Script >",
            "<script type=text/javascript data-src=\"x\">alert('Hello, world.');</script>",
        ] {
            assert_eq!(scripts(html), [HELLO], "{html}");
        }
    }

    #[test]
    fn what_does_not_run_inside_the_page_has_no_hash() {
        for html in [
            "<script src=\"a.js\"></script>",
            "<script type=module src=a.js>alert('Hello, world.');</script>",
            "<script type=\"application/ld+json\">{}</script>",
            "<!-- <script>alert('Hello, world.');</script> -->",
            "<scripture>alert('Hello, world.');</scripture>",
            "<script",
            "<",
        ] {
            assert!(scripts(html).is_empty(), "{html}");
        }
    }

    #[test]
    fn line_ends_are_read_as_a_browser_reads_them() {
        assert_eq!(scripts("<script>\r\na\r\n</script>"), scripts("<script>\na\n</script>"));
    }

    #[test]
    fn a_style_is_hashed_too() {
        let inline = Inline::of_page(b"<style>p { color: red }</style>");
        let policy = policy(&inline, "'self'");
        assert!(policy.contains("style-src 'self' 'sha256-"), "{policy}");
    }
}
