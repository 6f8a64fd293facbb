//! The question whether a new build is complete, or still being copied.
//!
//! | the folder | is read |
//! | --- | --- |
//! | has a marker, written after all else | at once |
//! | has a marker, but something was written after it | when the marker is written again |
//! | has no marker, and its start page names a missing file | when that file is there |
//! | is otherwise | when nothing has changed for [`SETTLE_TIME`] |
//!
//! Nothing is waited for longer than [`LONGEST_WAIT`] after the last change.

use std::fs;
use std::time::Duration;

use super::scan::{Listing, TICK};
use crate::error::ServeError;

/// The time for which a changed folder must not change again before it is read. Copying a build
/// file by file hardly pauses for so long.
const SETTLE_TIME: Duration = Duration::from_millis(400);
/// The longest that a build is waited for after its last change.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Returns the time for which the folder must not have changed before it is read.
///
/// # Errors
/// When more of the build is to come.
pub fn settle_time(listing: &Listing) -> Result<Duration, ServeError> {
    let is_marked = listing.marker_ns.map(|marker| marker >= listing.newest_ns());
    if is_marked == Some(true) {
        return Ok(TICK);
    }
    if listing.age().is_none_or(|age| age >= LONGEST_WAIT) {
        return Ok(SETTLE_TIME);
    }
    let awaited = if is_marked.is_some() { Some(".complet".to_owned()) } else { missing(listing) };
    awaited.map_or(Ok(SETTLE_TIME), |name| Err(ServeError::Incomplete(name)))
}

/// Returns the first file that the start page names and that is not there.
fn missing(listing: &Listing) -> Option<String> {
    let index = listing.find("index.html")?;
    // If it cannot be read, reading the build gives the error.
    let page = fs::read(&index.path).ok()?;
    let page = String::from_utf8_lossy(&page);
    let found = references(&page).find(|name| listing.find(name).is_none())?;
    Some(found.to_owned())
}

/// Returns the files that a page names in `href` and `src`, relative to itself.
fn references(html: &str) -> impl Iterator<Item = &str> {
    ["href=", "src="].into_iter().flat_map(move |name| {
        html.match_indices(name).filter_map(move |(at, _)| {
            let stands_alone = html[..at].ends_with(|before: char| before.is_ascii_whitespace());
            file_of(value(&html[at + name.len()..])).filter(|_| stands_alone)
        })
    })
}

/// Returns the value of an attribute, at the start of `rest`.
fn value(rest: &str) -> &str {
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next().unwrap_or_default(),
        _ => rest.split([' ', '\n', '\t', '>']).next().unwrap_or_default(),
    }
}

/// Returns the file in the folder of the page that an address names. Others are of no concern:
/// addresses of other sites, of pages, from the root, or with an escape.
fn file_of(address: &str) -> Option<&str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix("./").unwrap_or(path);
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_plain = !path.starts_with(['/', '.']) && !path.contains([':', '%', '&', '{', '\\']);
    (is_plain && last.contains('.') && !path.contains("/.")).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_files_beside_itself() {
        let page = "<link rel=icon href=\"data:image/svg+xml,a.b\"><link href=\"./site-1.css\">\
                    <script src='app.js?v=1'></script><img src=b/c.png alt=x><a href=\"#a.b\">\
                    <a href=\"territoire/\"><a href=/a.css><a href=https://a.fr/b.c><a \n\
                    href=\"../d.csv\"><p data-href=\"e.csv\"><a href=\"f%20g.csv\"><a href>";
        let mut found: Vec<_> = references(page).collect();
        found.sort_unstable();
        assert_eq!(found, ["app.js", "b/c.png", "site-1.css"]);
    }

    #[test]
    fn a_build_is_waited_for_but_not_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            // Later than what was written before, also in ticks of the file system.
            std::thread::sleep(TICK);
            fs::write(folder.path().join(name), text).unwrap();
        };
        let listed = || Listing::of(folder.path()).unwrap();
        write("index.html", "<link href=a.css>");
        let error = settle_time(&listed()).unwrap_err().to_string();
        assert!(error.contains("«\u{a0}a.css\u{a0}»"), "{error}");
        let mut old = listed();
        for entry in &mut old.entries {
            entry.stamp.changed_ns -= LONGEST_WAIT.as_nanos() as i128;
        }
        assert_eq!(settle_time(&old).unwrap(), SETTLE_TIME);
        write(".complet", "");
        assert_eq!(settle_time(&listed()).unwrap(), TICK, "the build says so");
        write("a.css", "");
        let error = settle_time(&listed()).unwrap_err().to_string();
        assert!(error.contains(".complet"), "{error}");
        fs::remove_file(folder.path().join(".complet")).unwrap();
        assert_eq!(settle_time(&listed()).unwrap(), SETTLE_TIME);
    }
}
