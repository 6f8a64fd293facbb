//! What is not served: files that are missing, methods that change things, all that lies outside.

mod support;

use support::Site;

#[test]
fn a_missing_file_has_a_french_page() {
    let site = Site::with(&[]);
    let answer = site.get("/data/epci.1a2b3c4d.geojson", &[]);
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-cache");
    assert!(answer.text().contains(r#"<html lang="fr">"#));
    assert!(answer.text().contains("Page introuvable"));
}

#[test]
fn the_page_for_missing_files_is_the_sites_own_when_it_has_one() {
    let site = Site::with(&[("404.html", "Égaré")]);
    let answer = site.get("/absent", &[]);
    assert_eq!((answer.status, answer.text()), (404, "Égaré"));
}

#[test]
fn only_get_and_head_are_answered() {
    let site = Site::with(&[]);
    let answer = site.send("POST", "/", &["Content-Length: 0"]);
    assert_eq!((answer.status, answer.header("allow")), (405, "GET,HEAD"));
}

#[test]
fn no_path_leaves_the_root() {
    let site = Site::with(&[("a/b.txt", "contenu")]);
    for path in [
        "/../secret.txt",
        "/a/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/a/..%2f..%2fsecret.txt",
        "/./../secret.txt",
        "//../secret.txt",
        "/..%5csecret.txt",
        "/%2e%2e%00/secret.txt",
        "/../dist/../secret.txt",
    ] {
        let answer = site.get(path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("secret"), "{path}");
    }
    let absolute = format!("/{}", site.folder.path().join("secret.txt").display());
    assert_eq!(site.get(&absolute, &[]).status, 404);
}

#[test]
fn a_request_that_is_not_http_is_refused() {
    let site = Site::with(&[]);
    assert_eq!(site.send("GET", "../secret.txt", &[]).status, 400);
}
