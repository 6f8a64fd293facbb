//! What a file becomes on the wire: its type, its encoding, how long it may be kept.

mod support;

use support::Site;

const A_YEAR: &str = "public, max-age=31536000, immutable";

#[test]
fn each_file_has_its_type_and_texts_say_utf_8() {
    let kinds = [
        ("index.html", "text/html; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8"),
        ("table.csv", "text/csv; charset=utf-8"),
        ("epci.geojson", "application/geo+json"),
        ("manifest.json", "application/json"),
        ("app_bg.wasm", "application/wasm"),
        ("favicon.svg", "image/svg+xml"),
        ("texte.woff2", "font/woff2"),
    ];
    let site = Site::with(&kinds.map(|(name, _)| (name, "contenu")));
    for (name, kind) in kinds {
        let answer = site.get(&format!("/{name}"), &[]);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{name}");
        assert_eq!(answer.text(), "contenu", "{name}");
    }
}

#[test]
fn a_folder_is_served_as_its_index_page() {
    let site = Site::with(&[("territoire/dep-74/index.html", "Haute-Savoie")]);
    assert!(site.get("/", &[]).text().contains("Carte"));
    assert_eq!(site.get("/territoire/dep-74/?vue=carte", &[]).text(), "Haute-Savoie");
    assert_eq!(site.get("/territoire/dep-74", &[]).header("location"), "/territoire/dep-74/");
}

#[test]
fn the_best_accepted_encoding_that_exists_is_sent() {
    let site = Site::with(&[
        ("epci.geojson", "entier"),
        ("epci.geojson.br", "brotli"),
        ("epci.geojson.gz", "gzip"),
    ]);
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", "br", "brotli"),
        ("br;q=1.0, gzip;q=0.5", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip", "gzip", "gzip"),
        ("identity", "", "entier"),
    ] {
        let answer = site.get("/epci.geojson", &[&format!("Accept-Encoding: {accepted}")]);
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(answer.text(), body, "{accepted}");
        assert_eq!(answer.header("content-type"), "application/geo+json", "{accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{accepted}");
    }
}

#[test]
fn a_client_that_names_no_encoding_gets_the_file_as_it_is() {
    let site = Site::with(&[("a.css", "entier"), ("a.css.br", "brotli")]);
    let answer = site.get("/a.css", &[]);
    assert_eq!((answer.header("content-encoding"), answer.text()), ("", "entier"));
    assert_eq!(answer.header("vary"), "accept-encoding");
}

#[test]
fn a_file_without_precompressed_neighbour_is_sent_as_it_is() {
    let site = Site::with(&[("a.txt", "entier")]);
    let answer = site.get("/a.txt", &["Accept-Encoding: br, gzip"]);
    assert_eq!((answer.header("content-encoding"), answer.text()), ("", "entier"));
}

#[test]
fn hashed_names_are_kept_a_year_and_the_others_asked_for_again() {
    let hashed = ["data/epci.1a2b3c4d.geojson", "app-0123456789abcdef.js"];
    let others = ["data/manifest.json", "data/epci-200046977.geojson"];
    let site = Site::with(
        &[hashed, others].concat().into_iter().map(|name| (name, "")).collect::<Vec<_>>(),
    );
    for name in hashed {
        assert_eq!(site.get(&format!("/{name}"), &[]).header("cache-control"), A_YEAR, "{name}");
    }
    for name in others.into_iter().chain([""]) {
        assert_eq!(
            site.get(&format!("/{name}"), &[]).header("cache-control"),
            "no-cache",
            "{name}"
        );
    }
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let site = Site::with(&[]);
    let etag = site.get("/", &[]).header("etag").to_owned();
    let answer = site.get("/", &[&format!("If-None-Match: {etag}")]);
    assert_eq!((answer.status, answer.text()), (304, ""));
    assert_eq!(answer.header("cache-control"), "no-cache");
    assert_eq!(answer.header("vary"), "accept-encoding");
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let site = Site::with(&[("a.css", "entier")]);
    let answer = site.send("HEAD", "/a.css", &[]);
    assert_eq!((answer.status, answer.text()), (200, ""));
    assert_eq!(answer.header("content-length"), "6");
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
}

#[test]
fn any_page_may_read_the_files_and_no_browser_guesses_their_type() {
    let site = Site::with(&[]);
    for path in ["/", "/absent"] {
        let answer = site.get(path, &["Origin: null"]);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
}
