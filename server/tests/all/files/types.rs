//! The type of a file.

use crate::support::Site;

#[test]
fn each_file_has_its_type_and_texts_say_utf_8() {
    let kinds = [
        ("index.html", "text/html; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8"),
        ("table.csv", "text/csv; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("epci.geojson", "application/geo+json"),
        ("manifest.json", "application/json"),
        ("app_bg.wasm", "application/wasm"),
        ("favicon.svg", "image/svg+xml"),
        ("apercu.png", "image/png"),
        ("texte.woff2", "font/woff2"),
        ("archive.tar.gz", "application/gzip"),
        ("MAJUSCULES.CSS", "text/css; charset=utf-8"),
        ("page.htm", "text/html; charset=utf-8"),
        ("film.mp4", "video/mp4"),
        ("film.webm", "video/webm"),
        ("tout.zip", "application/zip"),
        ("table.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("table.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("tuile.pbf", "application/x-protobuf"),
        ("fond.pmtiles", "application/vnd.pmtiles"),
        ("agenda.ics", "text/calendar; charset=utf-8"),
        ("liste.jsonld", "application/ld+json"),
        ("sans-extension", "application/octet-stream"),
        ("inconnu.xyz", "application/octet-stream"),
    ];
    let site = Site::with(&kinds.map(|(name, _)| (name, "contenu")));
    for (name, kind) in kinds {
        let answer = site.get(&format!("/{name}"), &[]);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{name}");
        assert_eq!(answer.text(), "contenu", "{name}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{name}");
    }
}
