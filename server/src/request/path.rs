//! Step 5: from the path of a request to a path below the root.
//!
//! Nothing here opens a file: the result is looked up among the names of a build, so that no path
//! can lead out of it. What has two spellings is refused all the same, because caches and proxies
//! on the way may see the other one.

use std::borrow::Cow;

/// Why there is no path below the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPath {
    /// Not a path (RFC 3986 §2.1 and §3.3).
    Malformed,
    /// A path that names no file of ours, whatever lies in the folder.
    Outside,
}

/// The path below the root, decoded once, without the slash at its start.
///
/// # Errors
/// [`NoPath`] for an escape that is none, and for empty, dot and hidden segments, encoded slashes,
/// backslashes, control characters and what is not UTF-8.
pub fn below_root(path: &str) -> Result<Cow<'_, str>, NoPath> {
    let path = path.strip_prefix('/').ok_or(NoPath::Malformed)?;
    let decoded = if path.contains('%') { Cow::Owned(decode(path)?) } else { Cow::Borrowed(path) };
    let is_plain = |byte: u8| byte != b'\\' && !byte.is_ascii_control();
    // The last segment is empty in the address of a folder, and only there.
    let folders = decoded.strip_suffix('/').unwrap_or(&decoded);
    if !decoded.bytes().all(is_plain) || !(decoded.is_empty() || folders.split('/').all(is_name)) {
        return Err(NoPath::Outside);
    }
    Ok(decoded)
}

/// No empty segment, no `.` or `..`, nothing hidden but the folder of RFC 8615.
fn is_name(segment: &str) -> bool {
    !segment.is_empty() && (!segment.starts_with('.') || segment == ".well-known")
}

fn decode(path: &str) -> Result<String, NoPath> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        let (Some(high), Some(low)) = (digit(), digit()) else { return Err(NoPath::Malformed) };
        let decoded = (high << 4 | low) as u8;
        if decoded == b'/' {
            return Err(NoPath::Outside);
        }
        bytes.push(decoded);
    }
    String::from_utf8(bytes).map_err(|_| NoPath::Outside)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_is_decoded_once() {
        for (path, below) in [
            ("/", ""),
            ("/index.html", "index.html"),
            ("/territoire/departement-74/", "territoire/departement-74/"),
            ("/donn%C3%A9es%20libres.csv", "données libres.csv"),
            ("/a%2520b", "a%20b"),
            ("/.well-known/security.txt", ".well-known/security.txt"),
        ] {
            assert_eq!(below_root(path).as_deref(), Ok(below), "{path}");
        }
    }

    #[test]
    fn what_could_mean_something_else_is_outside() {
        for path in [
            "//",
            "//a",
            "/a//b",
            "/.",
            "/..",
            "/../a",
            "/a/..",
            "/a/../b",
            "/a/./b",
            "/%2e%2e/a",
            "/%2E%2E%2Fa",
            "/a%2fb",
            "/..%5ca",
            "/a\\b",
            "/a%00",
            "/a%0ab",
            "/.git/config",
            "/a/.b",
            "/%c0%ae%c0%ae/a",
            "/%ff",
            "/a//",
            "/...",
        ] {
            assert_eq!(below_root(path), Err(NoPath::Outside), "{path}");
        }
    }

    #[test]
    fn what_is_no_path_is_malformed() {
        for path in ["", "a", "/%", "/%2", "/%zz", "/a%2"] {
            assert_eq!(below_root(path), Err(NoPath::Malformed), "{path}");
        }
    }

    proptest! {
        #[test]
        fn no_path_leaves_the_root(path in "(/|\\.|%2e|%2F|%5c|\\\\|%00|%25|[a-c]|é){0,12}") {
            if let Ok(below) = below_root(&format!("/{path}")) {
                let joined = std::path::Path::new("/srv").join(&*below);
                let leaves = joined.components().any(|part| part == std::path::Component::ParentDir);
                prop_assert!(joined.starts_with("/srv") && !leaves, "{}", joined.display());
            }
        }
    }
}
