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
pub(super) const TYPES: [(&str, &str, bool); 30] = [
    ("html", "text/html; charset=utf-8", true),
    ("css", "text/css; charset=utf-8", true),
    ("js", "text/javascript; charset=utf-8", true),
    ("mjs", "text/javascript; charset=utf-8", true),
    ("csv", "text/csv; charset=utf-8", true),
    ("txt", "text/plain; charset=utf-8", true),
    ("md", "text/markdown; charset=utf-8", true),
    ("json", "application/json", true),
    ("map", "application/json", true),
    ("geojson", "application/geo+json", true),
    ("topojson", "application/json", true),
    ("webmanifest", "application/manifest+json", true),
    ("wasm", "application/wasm", true),
    ("svg", "image/svg+xml", true),
    ("xml", "application/xml", true),
    ("rss", "application/rss+xml", true),
    ("atom", "application/atom+xml", true),
    ("ico", "image/x-icon", true),
    ("ttf", "font/ttf", true),
    ("otf", "font/otf", true),
    ("woff", "font/woff", false),
    ("woff2", "font/woff2", false),
    ("png", "image/png", false),
    ("jpg", "image/jpeg", false),
    ("jpeg", "image/jpeg", false),
    ("webp", "image/webp", false),
    ("avif", "image/avif", false),
    ("gif", "image/gif", false),
    ("pdf", "application/pdf", false),
    ("gz", "application/gzip", false),
];

impl Media {
    /// The type of the file `name`; one of unknown extension is a download, not compressed.
    pub fn of(name: &str) -> Self {
        let (_, extension) = name.rsplit_once('.').unwrap_or_default();
        let known = TYPES.iter().find(|(known, ..)| extension.eq_ignore_ascii_case(known));
        let (kind, compresses) = known
            .map_or(("application/octet-stream", false), |&(_, kind, compresses)| {
                (kind, compresses)
            });
        Self {
            content_type: HeaderValue::from_static(kind),
            compresses,
            is_page: kind.starts_with("text/html"),
        }
    }
}
