//! Caching: the time for which an answer may be kept.

use crate::support::Site;

const A_YEAR: &str = "public, max-age=31536000, immutable";

#[test]
fn hashed_names_are_kept_a_year_and_the_others_asked_for_again() {
    let hashed = ["data/epci.1a2b3c4d.geojson", "app-0123456789abcdef.js"];
    let others = ["data/manifest.json", "data/epci-200046977.geojson"];
    let site = Site::with(
        &[hashed, others].concat().into_iter().map(|name| (name, "contenu")).collect::<Vec<_>>(),
    );
    for name in hashed {
        let answer = site.get(&format!("/{name}"), &[]);
        assert_eq!(answer.header("cache-control"), A_YEAR, "{name}");
        let known = format!("If-None-Match: {}", answer.header("etag"));
        assert_eq!(site.get(&format!("/{name}"), &[&known]).header("cache-control"), A_YEAR, "304");
        let part = site.get(&format!("/{name}"), &["Range: bytes=0-0"]);
        assert_eq!(part.header("cache-control"), A_YEAR, "206");
    }
    for path in others.into_iter().chain(["", "healthz"]) {
        let answer = site.get(&format!("/{path}"), &[]);
        assert_eq!((answer.status, answer.header("cache-control")), (200, "no-cache"), "{path}");
    }
}

#[test]
fn what_is_not_the_file_is_asked_for_again_whatever_its_name() {
    let site = Site::with(&[("data/epci.1a2b3c4d.geojson", "contenu")]);
    for (status, method, path, header) in [
        (404, "GET", "/data/cls.1a2b3c4d.geojson", "Accept: */*"),
        (405, "POST", "/data/epci.1a2b3c4d.geojson", "Accept: */*"),
        (406, "GET", "/data/epci.1a2b3c4d.geojson", "Accept-Encoding: *;q=0"),
        (412, "GET", "/data/epci.1a2b3c4d.geojson", "If-Match: \"x\""),
        (416, "GET", "/data/epci.1a2b3c4d.geojson", "Range: bytes=99-"),
    ] {
        let answer = site.send(method, path, &[header]);
        assert_eq!((answer.status, answer.header("cache-control")), (status, "no-cache"));
    }
}
