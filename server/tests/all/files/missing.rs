//! Missing files.

use crate::support::{Site, long_text};

#[test]
fn a_missing_file_has_a_french_page() {
    let site = Site::with(&[]);
    let answer = site.get("/data/epci.1a2b3c4d.geojson", &[]);
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-cache");
    assert_eq!((answer.header("etag"), answer.header("last-modified")), ("", ""));
    assert!(answer.text().contains(r#"<html lang="fr">"#));
    assert!(answer.text().contains("Page introuvable"));
}

#[test]
fn the_page_for_missing_files_is_the_sites_own_when_it_has_one() {
    let page = long_text(4000);
    let site = Site::compressed(&[("404.html", &page)]);
    let answer = site.get("/absent", &[]);
    assert_eq!((answer.status, answer.text()), (404, &*page));
    let head = site.send("HEAD", "/absent", &[]);
    assert_eq!((head.status, head.header("content-length")), (404, &*page.len().to_string()));
    let accepts = ["Accept-Encoding: br"];
    let coded = site.until("/absent", &accepts, |answer| answer.header("content-encoding") == "br");
    assert_eq!((coded.status, coded.header("vary")), (404, "accept-encoding"));
    let part = site.get("/absent", &["Range: bytes=0-1", "If-None-Match: *"]);
    assert_eq!((part.status, part.text()), (404, &*page), "a 404 is never a part or a 304");
}

#[test]
fn the_link_of_the_built_in_page_stays_in_the_site_below_any_path_of_a_proxy() {
    let site = Site::with(&[]);
    for (path, root) in
        [("/absent", "./"), ("/a/absent?b/c", "./../"), ("/a/b/", "./../../"), ("//a", "./../")]
    {
        let answer = site.get(path, &[]);
        assert!(
            answer.text().contains(&format!("<a href=\"{root}\">")),
            "{path}: {}",
            answer.text()
        );
        assert_eq!(answer.header("content-length"), answer.body.len().to_string(), "{path}");
    }
}
