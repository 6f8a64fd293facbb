//! Pieces of text that several hosts read.

/// Where the files lie on a machine of one's own.
pub(super) const ROOT: &str = "/srv/carte";

/// `Cache-Control` for `cache-control`: nothing reads the case but people.
pub(super) fn title(name: &str) -> String {
    let parts = name.split('-').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    parts.collect::<Vec<_>>().join("-")
}
