//! From a request to its answer, without a byte of I/O. The steps, in this order:
//!
//! 4. the method and what it brings along: only GET and HEAD, and without a body;
//! 5. [`path`]: the path below the root;
//! 6. [`negotiate`]: the variant that the client accepts;
//! 7. [`condition`]: whether the client already has it;
//! 8. [`range`]: which part of it;
//! 9. [`crate::headers`]: what the headers say.

pub(crate) mod condition;
pub(crate) mod negotiate;
pub(crate) mod path;
pub(crate) mod range;

use std::borrow::Cow;
use std::sync::Arc;

use http::header::{
    ACCEPT_ENCODING, ALLOW, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_MATCH,
    IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, LAST_MODIFIED, LOCATION,
    RANGE,
};
use http::{HeaderName, HeaderValue, Method, StatusCode};

use crate::headers::Block;
use crate::site::blob::Blob;
use crate::site::draft::Variant;
use crate::site::{File, Found, Site};
use condition::Condition;
use path::NoPath;
use range::Wanted;

/// Where monitors ask whether the server lives.
const HEALTH: &str = "/healthz";

/// A request, whatever the version of HTTP in which it came.
#[derive(Debug)]
pub struct Request<'a> {
    /// Its method.
    pub method: Method,
    /// The path of its target, still encoded.
    pub path: &'a str,
    /// The query, without the question mark.
    pub query: Option<&'a str>,
    /// Whether a body follows, or is said to.
    pub has_body: bool,
    /// Those header fields that change the answer.
    pub fields: Fields<'a>,
}

/// The header fields that change the answer. A field that is not text counts as absent.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "named as RFC 9110 names them")]
pub struct Fields<'a> {
    pub accept_encoding: Option<Cow<'a, str>>,
    pub if_match: Option<Cow<'a, str>>,
    pub if_none_match: Option<Cow<'a, str>>,
    pub if_modified_since: Option<Cow<'a, str>>,
    pub if_unmodified_since: Option<Cow<'a, str>>,
    pub if_range: Option<Cow<'a, str>>,
    pub range: Option<Cow<'a, str>>,
}

impl<'a> Fields<'a> {
    /// Adds one line. RFC 9110 §5.3: lines of one name are one list; those that are no lists then
    /// become something that is not valid, and ignored.
    pub fn add(&mut self, name: &HeaderName, value: &'a [u8]) {
        let field = match *name {
            ACCEPT_ENCODING => &mut self.accept_encoding,
            IF_MATCH => &mut self.if_match,
            IF_NONE_MATCH => &mut self.if_none_match,
            IF_MODIFIED_SINCE => &mut self.if_modified_since,
            IF_UNMODIFIED_SINCE => &mut self.if_unmodified_since,
            IF_RANGE => &mut self.if_range,
            RANGE => &mut self.range,
            _ => return,
        };
        let Ok(value) = str::from_utf8(value) else { return };
        *field = Some(match field.take() {
            None => Cow::Borrowed(value),
            Some(before) => Cow::Owned(format!("{before}, {value}")),
        });
    }
}

/// What goes back, whatever the version of HTTP.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// The headers of the place.
    pub block: Arc<Block>,
    /// The headers of this answer, which come before those of the place.
    pub fields: Vec<(HeaderName, HeaderValue)>,
    /// The body, in parts; empty for HEAD.
    pub body: Vec<Blob>,
    /// The size that `Content-Length` names, in bytes; `None` where there is to be none.
    pub length: Option<u64>,
}

/// Answers `request` from `site`.
pub fn respond(site: &Site, request: &Request) -> Answer {
    let mut answer = answer(site, request);
    // RFC 9110 §9.3.2: all that GET would have had, but the body.
    if request.method == Method::HEAD {
        answer.body.clear();
    }
    answer
}

fn answer(site: &Site, request: &Request) -> Answer {
    if request.method != Method::GET && request.method != Method::HEAD {
        // RFC 9110 §15.5.6: with the methods that would do.
        let mut answer = Answer::text(site, StatusCode::METHOD_NOT_ALLOWED);
        answer.add(ALLOW, "GET, HEAD");
        return answer;
    }
    if request.has_body {
        return Answer::text(site, StatusCode::PAYLOAD_TOO_LARGE);
    }
    if request.path == HEALTH {
        return Answer::text(site, StatusCode::OK);
    }
    let path = match path::below_root(request.path) {
        Ok(path) => path,
        Err(NoPath::Malformed) => return Answer::text(site, StatusCode::BAD_REQUEST),
        Err(NoPath::Outside) => return missing(site, request),
    };
    match site.find(&path) {
        Found::File(file) => represent(site, request, file),
        Found::Folder => redirect(site, request),
        Found::Missing => missing(site, request),
    }
}

/// A variant of `file`, part of it, or the news that the client has it.
fn represent(site: &Site, request: &Request, file: &File) -> Answer {
    let fields = &request.fields;
    let Some(variant) = negotiate::choose(&file.variants, fields.accept_encoding.as_deref()) else {
        return Answer::text(site, StatusCode::NOT_ACCEPTABLE);
    };
    match condition::evaluate(fields, file, variant) {
        Condition::Failed => Answer::text(site, StatusCode::PRECONDITION_FAILED),
        Condition::NotModified => not_modified(file, variant),
        // RFC 9110 §14.2: Range is defined for GET alone.
        Condition::Proceed
            if request.method == Method::GET && condition::allows_range(fields, file, variant) =>
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

/// RFC 9110 §15.4.5: the headers that the 200 would have had, but for those of its content.
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

/// To the same address with a slash at its end, said relative to it: right behind any proxy and in any
/// folder, and never another host (`//elsewhere` is no path of ours to begin with).
fn redirect(site: &Site, request: &Request) -> Answer {
    let last = request.path.rsplit('/').next().unwrap_or_default();
    let query = request.query.map(|query| format!("?{query}")).unwrap_or_default();
    let mut answer = Answer::text(site, StatusCode::MOVED_PERMANENTLY);
    answer.add(LOCATION, &format!("./{last}/{query}"));
    answer
}

/// The page for what is missing, in the coding that the client accepts.
fn missing(site: &Site, request: &Request) -> Answer {
    let page = site.not_found();
    let accepted = request.fields.accept_encoding.as_deref();
    let variant = negotiate::choose(&page.variants, accepted).unwrap_or(page.identity());
    let mut answer = whole(StatusCode::NOT_FOUND, page, variant);
    // They are those of the page, not of what is missing.
    answer.fields.retain(|(name, _)| *name != ETAG && *name != LAST_MODIFIED);
    answer.block = Arc::clone(site.missing());
    answer
}

impl Answer {
    /// An answer of one line that says its status.
    pub fn text(site: &Site, status: StatusCode) -> Self {
        let reason = match status {
            StatusCode::OK => "ok",
            status => status.canonical_reason().unwrap_or_default(),
        };
        Self {
            status,
            block: Arc::clone(site.missing()),
            fields: vec![(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))],
            length: Some(reason.len() as u64),
            body: vec![Blob::Memory(reason.as_bytes().into())],
        }
    }

    fn add(&mut self, name: HeaderName, value: &str) {
        // What we write is valid; what a client wrote was checked when it was read.
        if let Ok(value) = HeaderValue::from_str(value) {
            self.fields.push((name, value));
        }
    }
}
