//! No path leaves the root, and nothing hidden is served.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::support::{Site, folder, write};

#[test]
fn no_path_leaves_the_root() {
    let site = Site::with(&[("a/b.txt", "contenu")]);
    for path in [
        "/../secret.txt",
        "/a/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/a/..%2f..%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt",
        "/./../secret.txt",
        "//../secret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%2e%2e%00/secret.txt",
        "/../secret.txt%00.html",
        "/../dist/../secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/%c0%ae%c0%ae%c0%afsecret.txt",
        "/%e0%80%ae%e0%80%ae/secret.txt",
        "/%uff0e%uff0e/secret.txt",
        "/....//secret.txt",
        "/..;/secret.txt",
        "/C:/secret.txt",
        "/C:%5csecret.txt",
        "/file:///etc/passwd",
        "/CON",
        "/a/b.txt::$DATA",
        "/a/b.txt.",
        "/a/b.txt%20",
        "/A/B.TXT",
        "/a//b.txt",
        "/a/./b.txt",
    ] {
        let answer = site.get(path, &[]);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("secret"), "{path}");
    }
    let absolute = format!("/{}", site.folder.path().join("secret.txt").display());
    assert_eq!(site.get(&absolute, &[]).status, 404);
    assert_eq!(site.get("/a/b.txt", &[]).text(), "contenu");
}

#[test]
fn a_name_is_found_in_any_spelling_of_its_escapes() {
    let site = Site::with(&[("données libres.csv", "a"), ("a+b&c.txt", "b"), ("%41.txt", "c")]);
    for (path, content) in [
        ("/donn%C3%A9es%20libres.csv", "a"),
        ("/donn%c3%a9es%20libres%2ecsv", "a"),
        ("/a+b&c.txt", "b"),
        ("/a%2bb%26c.txt", "b"),
        ("/%2541.txt", "c"),
    ] {
        assert_eq!(site.get(path, &[]).text(), content, "{path}");
    }
}

#[test]
fn hidden_files_are_refused_but_for_the_well_known_ones() {
    let site = Site::with(&[
        (".env", "secret"),
        (".git/config", "secret"),
        ("a/.htaccess", "secret"),
        ("_headers", "secret"),
        (".well-known/security.txt", "Contact: mailto:a@example.org"),
    ]);
    for path in ["/.env", "/%2eenv", "/.git/config", "/.git/", "/a/.htaccess", "/_headers"] {
        assert_eq!(site.get(path, &[]).status, 404, "{path}");
    }
    assert_eq!(site.get("/.well-known/security.txt", &[]).status, 200);
}

#[test]
fn a_link_is_followed_to_a_file_inside_and_nowhere_else() {
    let folder = folder(&[("a/b.txt", "contenu")]);
    let root = folder.path().join("dist");
    symlink("a/b.txt", root.join("dedans.txt")).unwrap();
    symlink("../secret.txt", root.join("dehors.txt")).unwrap();
    symlink("/etc/passwd", root.join("absolu.txt")).unwrap();
    symlink("..", root.join("dossier")).unwrap();
    symlink("a", root.join("boucle")).unwrap();
    symlink("absent", root.join("mort.txt")).unwrap();
    let site = Site::of(folder, &[]);
    assert_eq!(site.get("/dedans.txt", &[]).text(), "contenu");
    for path in ["/dehors.txt", "/absolu.txt", "/dossier/secret.txt", "/boucle/b.txt", "/mort.txt"]
    {
        assert_eq!(site.get(path, &[]).status, 404, "{path}");
    }
}

#[test]
fn what_is_no_regular_file_does_not_stop_the_server() {
    let folder = folder(&[]);
    let pipe = folder.path().join("dist/tube");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let site = Site::of(folder, &[]);
    assert_eq!(site.get("/tube", &[]).status, 404);
    assert_eq!(site.get("/", &[]).status, 200);
}

#[test]
fn a_root_that_is_a_link_is_served_and_may_be_pointed_elsewhere() {
    let folder = folder(&[]);
    fs::rename(folder.path().join("dist"), folder.path().join("un")).unwrap();
    write(&folder.path().join("deux/index.html"), "deux");
    symlink("un", folder.path().join("dist")).unwrap();
    let site = Site::of(folder, &[]);
    assert!(site.get("/", &[]).text().contains("Carte"));
    symlink("deux", site.folder.path().join("autre")).unwrap();
    fs::rename(site.folder.path().join("autre"), site.folder.path().join("dist")).unwrap();
    site.until("/", &[], |answer| answer.text() == "deux");
}
