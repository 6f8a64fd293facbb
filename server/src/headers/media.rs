//! Media types by extension.

use http::HeaderValue;

/// What a file is.
#[derive(Debug)]
pub struct Media {
    /// The value of `Content-Type`.
    pub content_type: HeaderValue,
    /// Whether compression makes such files smaller; pictures and fonts already are compressed.
    pub compresses: bool,
    /// Whether it is a page, which may hold scripts and styles of its own.
    pub is_page: bool,
}

/// RFC 9110 §8.3.1: texts say their charset. JSON (RFC 8259 §8.1), GeoJSON and XML have none to say:
/// the first two are UTF-8 by definition, the last says so itself.
pub(super) const TYPES: [(&str, &str); 30] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("json", "application/json"),
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
];

/// Extensions of formats that are compressed already.
const COMPRESSED: [&str; 10] =
    ["woff", "woff2", "png", "jpg", "jpeg", "webp", "avif", "gif", "pdf", "gz"];

impl Media {
    /// The type of the file `name`; one of unknown extension is a download, not compressed.
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
