//! The addresses of folders.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::support::{Site, eventually, folder, without_rights};

#[test]
fn a_folder_is_served_as_its_index_page() {
    let site = Site::with(&[("territoire/departement-74/index.html", "Haute-Savoie")]);
    assert!(site.get("/", &[]).text().contains("Carte"));
    assert!(site.get("/?vue=carte", &[]).text().contains("Carte"));
    assert_eq!(site.get("/territoire/departement-74/?vue=carte", &[]).text(), "Haute-Savoie");
    assert_eq!(site.get("/territoire/departement-74/index.html", &[]).text(), "Haute-Savoie");
}

#[test]
fn a_missing_slash_is_added_relative_to_where_the_client_is() {
    let site = Site::with(&[("territoire/departement-74/index.html", "Haute-Savoie")]);
    for (path, location) in [
        ("/territoire/departement-74", "./departement-74/"),
        ("/territoire/departement-74?couches=cls,cpts", "./departement-74/?couches=cls,cpts"),
        ("/territoire/departement%2D74", "./departement%2D74/"),
    ] {
        let answer = site.get(path, &[]);
        assert_eq!((answer.status, answer.header("location")), (301, location), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    }
}

#[test]
fn no_redirect_leads_to_another_host() {
    let site = Site::with(&[("sub/index.html", "page"), ("sub/a/index.html", "page")]);
    for path in ["//sub", "//sub/", "/\\sub", "//sub/a", "/sub//a", "//example.org/%2e%2e/sub"] {
        let answer = site.get(path, &[]);
        assert_eq!((answer.status, answer.header("location")), (404, ""), "{path}");
    }
}

#[test]
fn a_folder_without_a_page_is_not_listed() {
    let site = Site::with(&[("data/epci.geojson", "{}")]);
    for path in ["/data", "/data/", "/data/."] {
        let answer = site.get(path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("epci"), "{path}");
    }
    assert_eq!(site.get("/index.html/", &[]).status, 404, "a file is no folder");
}

#[test]
fn a_folder_that_may_not_be_read_is_left_out_with_a_warning() {
    let folder = folder(&[("lost+found/a.txt", "perdu"), ("data/a.txt", "contenu")]);
    let (root, log) = (folder.path().join("dist"), folder.path().join("log"));
    fs::set_permissions(root.join("lost+found"), fs::Permissions::from_mode(0o000)).unwrap();
    let mut command = without_rights(&root, "127.0.0.1:0");
    let site = Site::start(folder, command.stderr(fs::File::create(&log).unwrap()));
    assert_eq!(site.get("/data/a.txt", &[]).text(), "contenu");
    assert_eq!(site.get("/lost+found/a.txt", &[]).status, 404);
    eventually("its name in the log", || {
        fs::read_to_string(&log).unwrap().contains("not served file=\"lost+found/: ")
    });
    fs::set_permissions(root.join("lost+found"), fs::Permissions::from_mode(0o755)).unwrap();
}
