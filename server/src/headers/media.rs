//! The value of `Content-Type`, by the extension of a name.

use http::HeaderValue;

/// Extensions and their types. Texts name their charset (RFC 9110 §8.3.1). JSON and GeoJSON are
/// always UTF-8 (RFC 8259 §8.1), and XML names its own.
const TYPES: [(&str, &str); 40] = [
    ("html", "text/html; charset=utf-8"),
    ("htm", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("map", "application/json"),
    ("geojson", "application/geo+json"),
    ("topojson", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("xml", "application/xml"),
    ("rss", "application/rss+xml"),
    ("atom", "application/atom+xml"),
    ("ico", "image/x-icon"),
    ("ttf", "font/ttf"),
    ("otf", "font/otf"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("gif", "image/gif"),
    ("pdf", "application/pdf"),
    ("gz", "application/gzip"),
    ("zip", "application/zip"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("pbf", "application/x-protobuf"),
    ("pmtiles", "application/vnd.pmtiles"),
];

/// Returns the type of the file `name`. A file of unknown extension is a download.
pub(crate) fn media_type(name: &str) -> HeaderValue {
    let (_, extension) = name.rsplit_once('.').unwrap_or_default();
    let known = TYPES.iter().find(|(known, _)| extension.eq_ignore_ascii_case(known));
    HeaderValue::from_static(known.map_or("application/octet-stream", |(_, kind)| kind))
}
