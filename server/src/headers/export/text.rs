//! Text that the rules of several hosts share.

use crate::headers::media::{Media, TYPES};

/// The folder of the site in the examples.
pub(super) const ROOT: &str = "/srv/carte";

/// Returns `Cache-Control` for `cache-control`, which is easier to read.
pub(super) fn title(name: &str) -> String {
    let parts = name.split('-').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    parts.collect::<Vec<_>>().join("-")
}

/// Returns a regular expression for files that have no address: the rules for other hosts, and the
/// compressed siblings of files.
pub(super) fn internal() -> String {
    let compress = TYPES.iter().map(|(extension, _)| *extension).filter(|extension| {
        let media = Media::of(&format!("a.{extension}"));
        media.compresses
    });
    let extensions: Vec<_> = compress.collect();
    format!(r"(^/_headers|\.({})\.(br|zst|gz))$", extensions.join("|"))
}
