//! Media types, by the extension of a name.

use http::HeaderValue;

/// The media type of a file, and what follows from it.
#[derive(Debug)]
pub struct Media {
    /// The value of `Content-Type`.
    pub content_type: HeaderValue,
    /// Whether compression makes such files smaller.
    pub compresses: bool,
    /// Whether it is an HTML page, which may contain scripts and styles.
    pub is_page: bool,
}

/// Extensions and their types. Texts name their charset (RFC 9110 §8.3.1). JSON and GeoJSON are
/// always UTF-8 (RFC 8259 §8.1), and XML names its own.
pub(super) const TYPES: [(&str, &str); 40] = [
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

/// Extensions of formats that are compressed already.
const COMPRESSED: [&str; 17] = [
    "woff", "woff2", "png", "jpg", "jpeg", "webp", "avif", "gif", "pdf", "gz", "zip", "xlsx",
    "ods", "mp4", "webm", "pbf", "pmtiles",
];

impl Media {
    /// Returns the type of the file `name`. A file of unknown extension is a download, not
    /// compressed.
    pub fn of(name: &str) -> Self {
        let (_, extension) = name.rsplit_once('.').unwrap_or_default();
        let is = |known: &str| extension.eq_ignore_ascii_case(known);
        let known = TYPES.iter().find(|(known, _)| is(known));
        let kind = known.map_or("application/octet-stream", |(_, kind)| kind);
        Self {
            content_type: HeaderValue::from_static(kind),
            compresses: known.is_some() && !COMPRESSED.into_iter().any(is),
            is_page: kind.starts_with("text/html"),
        }
    }
}
