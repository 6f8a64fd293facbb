//! The path of a request, decoded to a path below the root.
//!
//! No file is opened by such a path. It is looked up among the names of a build, so it cannot lead
//! out of the folder. Paths with two spellings are refused all the same, because a cache or a proxy
//! on the way may read them differently.

use std::borrow::Cow;

/// The reason why a path is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathError {
    /// It is no valid path (RFC 3986 §2.1 and §3.3).
    Malformed,
    /// It cannot name a file of any site.
    Outside,
}

/// Returns `path` decoded once, without the slash at its start.
///
/// # Errors
/// [`PathError`] for invalid escapes, and for empty, dot and hidden segments, encoded slashes,
/// backslashes, control characters and bytes that are not UTF-8.
pub fn below_root(path: &str) -> Result<Cow<'_, str>, PathError> {
    let path = path.strip_prefix('/').ok_or(PathError::Malformed)?;
    let decoded = if path.contains('%') { Cow::Owned(decode(path)?) } else { Cow::Borrowed(path) };
    let is_plain = |byte: u8| byte != b'\\' && !byte.is_ascii_control();
    // Only in the address of a folder, the last segment is empty.
    let folders = decoded.strip_suffix('/').unwrap_or(&decoded);
    if !decoded.bytes().all(is_plain) || !(decoded.is_empty() || folders.split('/').all(is_name)) {
        return Err(PathError::Outside);
    }
    Ok(decoded)
}

/// Whether `segment` may name a file or a folder: it is not empty, `.`, `..` or hidden. The folder
/// of RFC 8615 is the exception.
fn is_name(segment: &str) -> bool {
    !segment.is_empty() && (!segment.starts_with('.') || segment == ".well-known")
}

fn decode(path: &str) -> Result<String, PathError> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        let (Some(high), Some(low)) = (digit(), digit()) else { return Err(PathError::Malformed) };
        let decoded = (high << 4 | low) as u8;
        if decoded == b'/' {
            return Err(PathError::Outside);
        }
        bytes.push(decoded);
    }
    String::from_utf8(bytes).map_err(|_| PathError::Outside)
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
            assert_eq!(below_root(path), Err(PathError::Outside), "{path}");
        }
    }

    #[test]
    fn what_is_no_path_is_malformed() {
        for path in ["", "a", "/%", "/%2", "/%zz", "/a%2"] {
            assert_eq!(below_root(path), Err(PathError::Malformed), "{path}");
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
