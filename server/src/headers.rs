//! The headers that every answer carries: how to keep it, how to read it, who may use it.
//!
//! | answer | Cache-Control |
//! | --- | --- |
//! | a file whose name carries a hash of its content | a year, immutable |
//! | everything else, what is missing included | kept, but asked again each time |

use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

const A_YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");

/// The fewest hexadecimal digits that make a content hash after a dot.
const AFTER_DOT: usize = 8;
/// The fewest after a dash: more than the nine digits of a SIREN (`epci-200046977.json`), and less
/// than Trunk's sixteen, of which it drops the leading zeros.
const AFTER_DASH: usize = 12;

/// Answers `request` and completes the headers of the answer.
pub(crate) async fn complete(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let cache = cache_control(&path, response.status());
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, cache);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A reader who leaves for a source tells it nothing.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    // Embeds in a sandbox have the origin `null`: only `*` lets them read the data.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    // RFC 9110 §15.4.5: a 304 carries the Vary that the 200 would have had.
    headers.entry(VARY).or_insert(HeaderValue::from_static("accept-encoding"));
    declare_utf8(headers);
    response
}

/// An answer may be kept for ever only if it is the file itself: not a 404 that the next build
/// turns into a file.
fn cache_control(path: &str, status: StatusCode) -> HeaderValue {
    let is_the_file = status.is_success() || status == StatusCode::NOT_MODIFIED;
    if is_the_file && carries_hash(path) { A_YEAR } else { REVALIDATE }
}

/// Whether the last segment of `path` carries a content hash: `epci.1a2b3c4d.geojson` as the data
/// compiler names files, `app-0123456789abcdef_bg.wasm` as Trunk does.
fn carries_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _extension)) = name.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let ends_with_hash = |separator, fewest| {
        stem.rsplit_once(separator).is_some_and(|(_, hash)| is_hexadecimal(hash, fewest))
    };
    ends_with_hash('.', AFTER_DOT) || ends_with_hash('-', AFTER_DASH)
}

fn is_hexadecimal(text: &str, fewest: usize) -> bool {
    text.len() >= fewest && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Every text of ours is UTF-8; types outside `text/` either say so by definition (JSON, SVG) or
/// are not text.
fn declare_utf8(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return;
    };
    if kind.starts_with("text/") && !kind.contains("charset") {
        // A visible ASCII string with more of the same is always a valid value.
        if let Ok(value) = HeaderValue::from_str(&format!("{kind}; charset=utf-8")) {
            headers.insert(CONTENT_TYPE, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_found_as_the_data_compiler_and_trunk_write_it() {
        for path in [
            "/data/epci.1a2b3c4d.geojson",
            "/data/detail/2A.0011223344556677.geojson",
            "/app-0123456789abcdef.js",
            "/app-0123456789abcdef_bg.wasm",
            "/sous/dossier/main-123456789abcdef.css",
        ] {
            assert!(carries_hash(path), "{path}");
        }
    }

    #[test]
    fn a_code_a_word_or_a_folder_is_not_a_hash() {
        for path in [
            "/",
            "/index.html",
            "/data/manifest.json",
            "/data/epci.geojson",
            "/data/epci.1a2b3c4.geojson",
            "/data/epci.deadbeer.geojson",
            "/territoire/epci-200046977/",
            "/data/detail/epci-200046977.geojson",
            "/app-0123456789abcdef.js/manifest.json",
        ] {
            assert!(!carries_hash(path), "{path}");
        }
    }

    #[test]
    fn a_missing_file_is_asked_for_again_whatever_its_name() {
        assert_eq!(cache_control("/epci.1a2b3c4d.geojson", StatusCode::NOT_FOUND), REVALIDATE);
        assert_eq!(cache_control("/epci.1a2b3c4d.geojson", StatusCode::NOT_MODIFIED), A_YEAR);
    }
}
