//! Requests and answers, in any version of HTTP.

use std::borrow::Cow;
use std::sync::Arc;

use http::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_REQUEST_METHOD, CONTENT_TYPE, IF_MATCH, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, RANGE,
};
use http::{HeaderName, HeaderValue, Method, StatusCode};

use crate::headers::Block;
use crate::site::{Blob, Site};

/// A request in any version of HTTP.
#[derive(Debug)]
pub struct Request<'a> {
    /// GET and HEAD are answered, other methods are refused.
    pub method: Method,
    /// The path of its target, still percent-encoded.
    pub path: &'a str,
    /// The query, without the question mark.
    pub query: Option<&'a str>,
    /// Whether a body follows, or is announced.
    pub has_body: bool,
    /// The header fields that change the answer.
    pub fields: Fields<'a>,
}

/// The header fields that change an answer. A field that is not UTF-8 counts as absent.
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
    /// Whether a browser asks for another site (Fetch §4.8), by `Access-Control-Request-Method`.
    pub is_preflight: bool,
}

impl<'a> Request<'a> {
    /// A GET of `path` without header fields.
    pub fn get(path: &'a str) -> Self {
        let (method, fields) = (Method::GET, Fields::default());
        Self { method, path, query: None, has_body: false, fields }
    }
}

impl<'a> Fields<'a> {
    /// Adds one header line. Lines of one name are joined to a list (RFC 9110 §5.3). A field that
    /// is no list becomes invalid by that, and is ignored.
    pub fn add(&mut self, name: &HeaderName, value: &'a [u8]) {
        let field = match *name {
            ACCEPT_ENCODING => &mut self.accept_encoding,
            IF_MATCH => &mut self.if_match,
            IF_NONE_MATCH => &mut self.if_none_match,
            IF_MODIFIED_SINCE => &mut self.if_modified_since,
            IF_UNMODIFIED_SINCE => &mut self.if_unmodified_since,
            IF_RANGE => &mut self.if_range,
            RANGE => &mut self.range,
            ACCESS_CONTROL_REQUEST_METHOD => {
                self.is_preflight = true;
                return;
            }
            _ => return,
        };
        let Ok(value) = str::from_utf8(value) else { return };
        *field = Some(match field.take() {
            None => Cow::Borrowed(value),
            Some(before) => Cow::Owned(format!("{before}, {value}")),
        });
    }
}

/// An answer in any version of HTTP.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: StatusCode,
    /// The headers that depend on the name of the file, made once for all answers.
    pub(crate) block: Arc<Block>,
    /// The headers of this answer, which come first.
    pub fields: Vec<(HeaderName, HeaderValue)>,
    /// The body in parts; empty for HEAD.
    pub(crate) body: Vec<Blob>,
    /// The value of `Content-Length`, in bytes; `None` if the answer has no such header.
    pub length: Option<u64>,
}

impl Answer {
    /// An answer whose body is the name of its status.
    pub(crate) fn text(site: &Site, status: StatusCode) -> Self {
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

    pub(super) fn add(&mut self, name: HeaderName, value: &str) {
        // Our values are valid, and those of a client were checked when they were read.
        if let Ok(value) = HeaderValue::from_str(value) {
            self.fields.push((name, value));
        }
    }
}
