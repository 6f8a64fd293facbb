//! Text that the rules of several hosts share.

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
