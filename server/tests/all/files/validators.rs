//! Entity tags, dates, and the conditions that name them.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::support::{Site, folder, long_text};

/// The time before 1970 of a file's date: ten years and half a second.
const BEFORE_1970: Duration = Duration::from_millis(315_619_199_500);

#[test]
fn a_tag_is_strong_and_each_coding_has_its_own() {
    let site = Site::compressed(&[("a.css", &long_text(5000))]);
    site.until("/a.css", &["Accept-Encoding: br"], |answer| {
        answer.header("content-encoding") == "br"
    });
    let tag = |coding: &str| {
        let answer = site.get("/a.css", &[&format!("Accept-Encoding: {coding}")]);
        assert_eq!(answer.header("content-encoding"), coding.replace("identity", ""));
        answer.header("etag").to_owned()
    };
    let tags = ["identity", "br", "gzip"].map(tag);
    assert!(tags.iter().all(|tag| tag.starts_with('"') && tag.ends_with('"')), "{tags:?}");
    let different: std::collections::BTreeSet<_> = tags.iter().collect();
    assert_eq!(different.len(), 3, "{tags:?}");
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let site = Site::with(&[]);
    let tag = site.get("/", &[]).header("etag").to_owned();
    for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", W/\"y,z\" , {tag}"), "*".into()]
    {
        for method in ["GET", "HEAD"] {
            let answer = site.send(method, "/", &[&format!("If-None-Match: {known}")]);
            assert_eq!((answer.status, answer.text()), (304, ""), "{method} {known}");
            assert_eq!(answer.header("etag"), tag, "{known}");
            assert_eq!(answer.header("cache-control"), "no-cache", "{known}");
            assert_eq!(answer.header("vary"), "accept-encoding", "{known}");
            assert!(!answer.header("date").is_empty(), "{known}");
        }
    }
    for unknown in ["\"x\"", "W/\"x\"", &tag[1..tag.len() - 1], ""] {
        let answer = site.get("/", &[&format!("If-None-Match: {unknown}")]);
        assert_eq!(answer.status, 200, "{unknown}");
    }
    let lines = [&*format!("If-None-Match: {tag}"), "If-None-Match: \"x\""];
    assert_eq!(site.get("/", &lines).status, 304, "two lines are one list");
}

#[test]
fn an_edit_of_the_same_size_within_the_same_second_changes_the_tag() {
    let site = Site::with(&[("a.txt", "ancien")]);
    let old = site.get("/a.txt", &[]);
    let modified = fs::metadata(site.path("a.txt")).unwrap().modified().unwrap();
    site.write("a.txt", "nouvea");
    set_modified(&site.path("a.txt"), modified);
    let new = site.until("/a.txt", &[], |answer| answer.text() == "nouvea");
    assert_ne!(new.header("etag"), old.header("etag"));
    let since = format!("If-Modified-Since: {}", old.header("last-modified"));
    assert_eq!(site.get("/a.txt", &[&since]).status, 200, "the date of the file lies");
    let known = format!("If-None-Match: {}", old.header("etag"));
    assert_eq!(site.get("/a.txt", &[&known]).status, 200);
}

#[test]
fn a_date_says_since_when_the_content_is_there_though_a_build_keeps_the_dates_of_files() {
    let folder = folder(&[("a.txt", "ancien"), ("b.txt", "ancien")]);
    let root = folder.path().join("dist");
    let a_day_ago = SystemTime::now() - Duration::from_secs(86_400);
    for name in ["a.txt", "b.txt"] {
        set_modified(&root.join(name), a_day_ago);
    }
    let site = Site::of(folder, &[]);
    let date = |name: &str| site.get(name, &[]).header("last-modified").to_owned();
    let (old, kept) = (date("/a.txt"), date("/b.txt"));
    assert!(httpdate::parse_http_date(&old).unwrap() > a_day_ago + Duration::from_secs(60));
    let since = format!("If-Modified-Since: {old}");
    for content in ["nouvea", "ancien"] {
        // Builds follow each other within one second, or in different ones.
        std::thread::sleep(Duration::from_millis(1100));
        site.write("a.txt", content);
        set_modified(&site.path("a.txt"), a_day_ago);
        site.until("/a.txt", &[], |answer| answer.text() == content);
        assert_eq!(site.get("/a.txt", &[&since]).status, 200, "{content}");
        let part = ["Range: bytes=0-1", &format!("If-Range: {}", date("/a.txt"))];
        assert_eq!(site.get("/a.txt", &part).status, 200, "a date names no content for sure");
    }
    assert_eq!(date("/b.txt"), kept, "what did not change keeps its date");
}

#[test]
fn dates_count_when_there_is_no_tag() {
    let site = dated();
    let date = site.get("/a.txt", &[]).header("last-modified").to_owned();
    let since = |date: &str| site.get("/a.txt", &[&format!("If-Modified-Since: {date}")]).status;
    assert_eq!(since(&date), 304);
    assert_eq!(since("Sun, 06 Nov 2050 08:49:37 GMT"), 304);
    assert_eq!(since("Sun, 06 Nov 1994 08:49:37 GMT"), 200);
    assert_eq!(since("yesterday"), 200, "a date that is none is ignored");
    let both = [&*format!("If-Modified-Since: {date}"), "If-None-Match: \"x\""];
    assert_eq!(site.get("/a.txt", &both).status, 200, "the tag goes before the date");
}

#[test]
fn what_a_client_expects_and_is_not_so_is_refused() {
    let site = dated();
    let answer = site.get("/a.txt", &[]);
    let (tag, date) = (answer.header("etag"), answer.header("last-modified"));
    for (header, status) in [
        (format!("If-Match: {tag}"), 200),
        ("If-Match: *".to_owned(), 200),
        (format!("If-Match: W/{tag}"), 412),
        ("If-Match: \"x\"".to_owned(), 412),
        (format!("If-Unmodified-Since: {date}"), 200),
        ("If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT".to_owned(), 412),
    ] {
        assert_eq!(site.get("/a.txt", &[&header]).status, status, "{header}");
    }
    let both = [&*format!("If-Match: {tag}"), "If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT"];
    assert_eq!(site.get("/a.txt", &both).status, 200, "the tag goes before the date");
    let known = [&*format!("If-Match: {tag}"), &*format!("If-None-Match: {tag}")];
    assert_eq!(site.get("/a.txt", &known).status, 304);
}

#[test]
fn a_date_that_http_cannot_write_is_left_out_and_stops_nothing() {
    let folder = folder(&[("a.txt", "a"), ("b.txt", "b"), ("c.txt", "ancien")]);
    let root = folder.path().join("dist");
    let ten_thousand_years = Duration::from_secs(10_000 * 366 * 86_400);
    set_modified(&root.join("a.txt"), UNIX_EPOCH - BEFORE_1970);
    set_modified(&root.join("b.txt"), UNIX_EPOCH + ten_thousand_years);
    let site = Site::of(folder, &[]);
    let (old, late) = (site.get("/a.txt", &[]), site.get("/b.txt", &[]));
    assert_eq!((old.status, old.text(), old.header("last-modified")), (200, "a", ""));
    assert_eq!((late.status, late.text()), (200, "b"));
    let since = "Sun, 06 Nov 1994 08:49:37 GMT";
    for (header, status) in [
        (format!("If-Modified-Since: {since}"), 200),
        (format!("If-Unmodified-Since: {since}"), 200),
        (format!("If-None-Match: {}", old.header("etag")), 304),
    ] {
        assert_eq!(site.get("/a.txt", &[&header]).status, status, "{header}");
    }
    let part = ["Range: bytes=0-0", &*format!("If-Range: {since}")];
    assert_eq!(site.get("/a.txt", &part).status, 200);
}

#[test]
fn a_date_before_1970_that_comes_later_does_not_end_reloading() {
    let site = Site::with(&[("a.txt", "ancien"), ("b.txt", "ancien")]);
    site.write("a.txt", "nouveau");
    set_modified(&site.path("a.txt"), UNIX_EPOCH - BEFORE_1970);
    let answer = site.until("/a.txt", &[], |answer| answer.text() == "nouveau");
    assert_eq!(answer.header("last-modified"), "");
    site.write("b.txt", "nouveau");
    site.until("/b.txt", &[], |answer| answer.text() == "nouveau");
}

/// A site whose `a.txt` was written an hour ago.
fn dated() -> Site {
    let folder = folder(&[("a.txt", "contenu")]);
    let an_hour_ago = SystemTime::now() - Duration::from_secs(3600);
    set_modified(&folder.path().join("dist/a.txt"), an_hour_ago);
    Site::of(folder, &[])
}

fn set_modified(path: &Path, time: SystemTime) {
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}
