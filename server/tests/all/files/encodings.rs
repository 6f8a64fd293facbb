//! Content codings: the choice of one, and the siblings that a build has written.

use std::fs;
use std::io::Read;

use crate::support::{Answer, Site, coded, folder, long_text, write_sibling};

fn decoded(coding: &str, body: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    match coding {
        "br" => brotli::Decompressor::new(body, 4096).read_to_end(&mut content).unwrap(),
        "gzip" => flate2::read::GzDecoder::new(body).read_to_end(&mut content).unwrap(),
        _ => body.to_vec().as_slice().read_to_end(&mut content).unwrap(),
    };
    content
}

#[test]
fn a_file_with_siblings_is_sent_in_each_coding() {
    let text = long_text(20_000);
    let site = Site::compressed(&[("epci.geojson", &text)]);
    for coding in ["br", "gzip"] {
        let accepts = [&*format!("Accept-Encoding: {coding}")];
        let answer = site.until("/epci.geojson", &accepts, |answer| {
            !answer.header("content-encoding").is_empty()
        });
        assert_eq!(answer.header("content-encoding"), coding);
        assert!(answer.body.len() < text.len() / 4, "{coding}: {} bytes", answer.body.len());
        assert_eq!(decoded(coding, &answer.body), text.as_bytes(), "{coding}");
        assert_eq!(answer.header("content-type"), "application/geo+json", "{coding}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{coding}");
    }
}

#[test]
fn weights_decide_and_of_equals_the_smallest_is_sent() {
    let site = Site::compressed(&[("epci.geojson", &long_text(20_000))]);
    let length = |coding: &str| {
        let accepts = [&*format!("Accept-Encoding: {coding}")];
        let is_coded = |answer: &Answer| answer.header("content-encoding") == coding;
        site.until("/epci.geojson", &accepts, is_coded).body.len()
    };
    let smallest = ["br", "gzip"].into_iter().min_by_key(|coding| length(coding)).unwrap();
    for (accepted, coding) in [
        ("gzip, deflate, br, zstd", smallest),
        ("br;q=0.5, gzip;q=1.0", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity;q=0, gzip", "gzip"),
        ("identity;q=0, *", smallest),
        ("*;q=0, gzip;q=0.1", "gzip"),
        ("identity", ""),
        ("identity, gzip;q=0.9", ""),
        ("deflate", ""),
    ] {
        let answer = site.get("/epci.geojson", &[&format!("Accept-Encoding: {accepted}")]);
        assert_eq!((answer.status, answer.header("content-encoding")), (200, coding), "{accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{accepted}");
    }
    let two_lines = ["Accept-Encoding: gzip;q=0.5", "Accept-Encoding: br"];
    assert_eq!(site.get("/epci.geojson", &two_lines).header("content-encoding"), "br");
}

#[test]
fn a_client_that_accepts_nothing_that_there_is_learns_so() {
    let site = Site::with(&[("apercu.png", "image"), ("a.css", &long_text(5000))]);
    for (path, accepted) in
        [("/apercu.png", "identity;q=0"), ("/apercu.png", "br, *;q=0"), ("/a.css", "*;q=0")]
    {
        let answer = site.get(path, &[&format!("Accept-Encoding: {accepted}")]);
        assert_eq!((answer.status, answer.header("vary")), (406, "accept-encoding"), "{path}");
    }
}

#[test]
fn a_client_that_names_no_coding_gets_the_file_as_it_is() {
    let site = Site::compressed(&[("a.css", &long_text(5000))]);
    site.until("/a.css", &["Accept-Encoding: br"], |answer| {
        answer.header("content-encoding") == "br"
    });
    for accepts in [&[][..], &["Accept-Encoding:"][..]] {
        let answer = site.get("/a.css", accepts);
        assert_eq!(
            (answer.header("content-encoding"), answer.body.len()),
            ("", long_text(5000).len())
        );
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
}

#[test]
fn a_sibling_is_taken_and_is_no_file_of_its_own() {
    let folder = folder(&[("a.css", &long_text(5000))]);
    let sibling = coded(long_text(5000).as_bytes(), "gzip");
    fs::write(folder.path().join("dist/a.css.gz"), &sibling).unwrap();
    let site = Site::of(folder, &[]);
    let answer = site.until("/a.css", &["Accept-Encoding: gzip"], |answer| {
        answer.header("content-encoding") == "gzip"
    });
    assert_eq!(answer.body, sibling);
    assert_eq!(site.get("/a.css.gz", &[]).status, 404);
}

#[test]
fn a_stale_sibling_is_never_served_whatever_its_date() {
    let folder = folder(&[("a.css", &long_text(5000)), ("b.css", &long_text(5000))]);
    let path = |name: &str| folder.path().join("dist").join(name);
    let other = long_text(5000).replace("santé", "école");
    assert_eq!(other.len(), long_text(5000).len(), "an edit of the same size");
    // Written after the file: by its date it is fresh.
    write_sibling(&path("a.css"), &other, "gzip");
    fs::write(path("a.css.br"), "no brotli at all").unwrap();
    write_sibling(&path("b.css"), &long_text(5000), "gzip");
    let site = Site::of(folder, &[]);
    // Once the right one is served, those before it in the alphabet have been looked at.
    site.until("/b.css", &["Accept-Encoding: gzip"], |answer| {
        answer.header("content-encoding") == "gzip"
    });
    for coding in ["gzip", "br"] {
        let answer = site.get("/a.css", &[&format!("Accept-Encoding: {coding}")]);
        assert_eq!(answer.header("content-encoding"), "", "{coding}");
        assert_eq!(answer.text(), long_text(5000), "{coding}");
    }
}

#[test]
fn what_has_no_smaller_sibling_is_sent_as_it_is() {
    let site = Site::compressed(&[("court.txt", "a"), ("long.txt", &long_text(5000))]);
    let all = ["Accept-Encoding: br, gzip, zstd"];
    site.until("/long.txt", &all, |answer| !answer.header("content-encoding").is_empty());
    site.write("apercu.png", &long_text(5000));
    site.until("/apercu.png", &all, |answer| answer.status == 200);
    for path in ["/apercu.png", "/court.txt"] {
        assert_eq!(site.get(path, &all).header("content-encoding"), "", "{path}");
    }
}
