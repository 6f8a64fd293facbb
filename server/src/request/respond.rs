//! The pipeline that turns a request into an answer.

use std::sync::Arc;

use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, ALLOW,
    CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, ETAG, LAST_MODIFIED, LOCATION,
};
use http::{HeaderValue, Method, StatusCode};

use super::condition::{self, Condition};
use super::message::{Answer, Request};
use super::negotiate;
use super::path::{self, PathError};
use super::range::{self, Wanted};
use crate::site::{Blob, File, Lookup, Site, Variant};

/// The address at which monitors ask whether the server is alive.
const HEALTH: &str = "/healthz";
/// The methods that are answered.
const METHODS: &str = "GET, HEAD";
/// The page for missing files of a site that has none.
const NOT_FOUND: &str = include_str!("not_found.html");

/// Answers `request` from `site`.
///
/// # Example
/// ```
/// use clap::Parser;
/// use server::{Options, Request, read_site, respond};
///
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("index.html"), "<!doctype html>Carte")?;
/// let options = Options::parse_from(["server", "--root", &folder.path().to_string_lossy()]);
/// let site = read_site(&options)?;
///
/// let mut request = Request::get("/");
/// let answer = respond(&site, &request);
/// assert_eq!((answer.status.as_u16(), answer.length), (200, Some(20)));
///
/// let tag = answer.fields.iter().find(|(name, _)| name == "etag").unwrap();
/// request.fields.if_none_match = Some(tag.1.to_str()?.into());
/// assert_eq!(respond(&site, &request).status, 304);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn respond(site: &Site, request: &Request) -> Answer {
    let mut answer = answer(site, request);
    // The same as for GET, without the body (RFC 9110 §9.3.2).
    if request.method == Method::HEAD {
        answer.body.clear();
    }
    answer
}

fn answer(site: &Site, request: &Request) -> Answer {
    if request.method != Method::GET && request.method != Method::HEAD {
        if request.method == Method::OPTIONS && request.fields.is_preflight {
            return preflight(site);
        }
        // The answer lists the allowed methods (RFC 9110 §15.5.6).
        let mut answer = Answer::text(site, StatusCode::METHOD_NOT_ALLOWED);
        answer.add(ALLOW, METHODS);
        return answer;
    }
    if request.has_body {
        return Answer::text(site, StatusCode::PAYLOAD_TOO_LARGE);
    }
    if request.path == HEALTH {
        return health(site);
    }
    let path = match path::below_root(request.path) {
        Ok(path) => path,
        Err(PathError::Malformed) => return Answer::text(site, StatusCode::BAD_REQUEST),
        Err(PathError::Outside) => return missing(site, request),
    };
    match site.find(&path) {
        Lookup::File(file) => select_representation(site, request, file),
        Lookup::Folder => redirect(site, request),
        Lookup::Missing => missing(site, request),
    }
}

/// Answers that the server is alive, with what is served and the last attempt to replace it.
fn health(site: &Site) -> Answer {
    let mut answer = Answer::text(site, StatusCode::OK);
    let text = format!("ok\n{}", site.status());
    answer.length = Some(text.len() as u64);
    answer.body = vec![Blob::Memory(text.into())];
    answer
}

/// Answers with a variant of `file`, or with a part of one, or that the client has it already.
fn select_representation(site: &Site, request: &Request, file: &File) -> Answer {
    let fields = &request.fields;
    let accepted = fields.accept_encoding.as_deref();
    let Some(variant) = negotiate::choose(file.variants(), accepted) else {
        return Answer::text(site, StatusCode::NOT_ACCEPTABLE);
    };
    match condition::evaluate(fields, file, variant) {
        Condition::Failed => Answer::text(site, StatusCode::PRECONDITION_FAILED),
        Condition::NotModified => not_modified(file, variant),
        // Range is defined for GET alone (RFC 9110 §14.2).
        Condition::Proceed
            if request.method == Method::GET && condition::allows_range(fields, variant) =>
        {
            match range::wanted(fields.range.as_deref(), variant.blob.len()) {
                Wanted::Whole => whole(StatusCode::OK, file, variant),
                Wanted::Parts(parts) => partial(file, variant, &parts),
                Wanted::Unsatisfiable => unsatisfiable(site, variant),
            }
        }
        Condition::Proceed => whole(StatusCode::OK, file, variant),
    }
}

fn whole(status: StatusCode, file: &File, variant: &Variant) -> Answer {
    let mut fields = Vec::with_capacity(4);
    fields.push((CONTENT_TYPE, file.content_type.clone()));
    fields.push((ETAG, variant.etag.clone()));
    fields.extend(file.last_modified.as_ref().map(|date| (LAST_MODIFIED, date.header.clone())));
    fields.extend(variant.coding.header().map(|coding| (CONTENT_ENCODING, coding)));
    Answer {
        status,
        block: Arc::clone(&file.block),
        fields,
        length: Some(variant.blob.len()),
        body: vec![variant.blob.clone()],
    }
}

/// A 304 has the headers of the 200, without those of its content (RFC 9110 §15.4.5).
fn not_modified(file: &File, variant: &Variant) -> Answer {
    Answer {
        status: StatusCode::NOT_MODIFIED,
        block: Arc::clone(&file.block),
        fields: vec![(ETAG, variant.etag.clone())],
        length: None,
        body: Vec::new(),
    }
}

fn partial(file: &File, variant: &Variant, parts: &[std::ops::Range<u64>]) -> Answer {
    let mut answer = whole(StatusCode::PARTIAL_CONTENT, file, variant);
    if let [part] = parts {
        answer.body = vec![variant.blob.slice(part.clone())];
        answer.add(CONTENT_RANGE, &range::content_range(part, variant.blob.len()));
    } else {
        answer.body = range::multipart(&variant.blob, parts, &file.content_type);
        answer.fields[0].1 = range::multipart_type();
    }
    answer.length = Some(answer.body.iter().map(Blob::len).sum());
    answer
}

fn unsatisfiable(site: &Site, variant: &Variant) -> Answer {
    let mut answer = Answer::text(site, StatusCode::RANGE_NOT_SATISFIABLE);
    answer.add(CONTENT_RANGE, &format!("bytes */{}", variant.blob.len()));
    answer
}

/// Redirects to the same address with a slash at its end. The new address is relative, so it is
/// right behind any proxy, and never names another host.
fn redirect(site: &Site, request: &Request) -> Answer {
    let last = request.path.rsplit('/').next().unwrap_or_default();
    let query = request.query.map(|query| format!("?{query}")).unwrap_or_default();
    let mut answer = Answer::text(site, StatusCode::MOVED_PERMANENTLY);
    answer.add(LOCATION, &format!("./{last}/{query}"));
    answer
}

/// Answers 404 with the page for it, in a coding that the client accepts.
fn missing(site: &Site, request: &Request) -> Answer {
    let Some(page) = site.not_found() else { return built_in_missing(site, request) };
    let accepted = request.fields.accept_encoding.as_deref();
    let variant = negotiate::choose(page.variants(), accepted).unwrap_or(&page.identity);
    let mut answer = whole(StatusCode::NOT_FOUND, page, variant);
    // These headers describe the page, not the missing file.
    answer.fields.retain(|(name, _)| *name != ETAG && *name != LAST_MODIFIED);
    answer
}

/// Answers 404 for a site that has no page for it. The link is relative: the site may be below a
/// path of the host that only a proxy knows.
fn built_in_missing(site: &Site, request: &Request) -> Answer {
    let depth = request.path.matches('/').count().saturating_sub(1);
    let page = NOT_FOUND.replace("{root}", &format!("./{}", "../".repeat(depth)));
    let mut answer = Answer::text(site, StatusCode::NOT_FOUND);
    answer.fields = vec![(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))];
    answer.length = Some(page.len() as u64);
    answer.body = vec![Blob::Memory(page.into())];
    answer
}

/// Answers the question of a browser whether a page of another site may send fields (Fetch §4.8).
fn preflight(site: &Site) -> Answer {
    let mut answer = Answer::text(site, StatusCode::NO_CONTENT);
    answer.fields.clear();
    answer.add(ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    answer.add(ACCESS_CONTROL_ALLOW_HEADERS, "if-match, if-none-match, if-range, range");
    answer.add(ACCESS_CONTROL_MAX_AGE, "86400");
    answer.length = None;
    answer.body.clear();
    answer
}
