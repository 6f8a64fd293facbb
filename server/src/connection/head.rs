//! The head of a request in HTTP/1 (RFC 9112). `httparse` splits it into lines; this module
//! validates them, and refuses whatever can be read in two ways.

use http::header::{CONNECTION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING};
use http::{HeaderName, Method, StatusCode};

use crate::request::{Fields, Request};

/// The longest head, in bytes. Browsers send about one thousand.
const LONGEST: usize = 16 << 10;
/// The longest request line, in bytes.
const LONGEST_LINE: usize = 8 << 10;
/// The most header lines of one request.
const MOST_LINES: usize = 64;

/// A head that was read and found valid.
#[derive(Debug)]
pub(super) struct Head<'a> {
    pub request: Request<'a>,
    /// Whether the connection stays open after the answer, if the client decides (RFC 9112 §9.3).
    pub keeps_alive: bool,
    pub version: Version,
    /// Its length, in bytes.
    pub length: usize,
}

/// The versions of HTTP/1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// The connection ends with the answer, unless the client asked for `keep-alive`.
    Http10,
    /// The connection stays open, unless one side says `close`.
    Http11,
}

/// Reads the head at the start of `bytes`. Returns `None` while it is incomplete.
///
/// # Errors
/// The status to answer with, before the connection is closed.
pub(super) fn read(bytes: &[u8]) -> Result<Option<Head<'_>>, StatusCode> {
    let mut lines = [httparse::EMPTY_HEADER; MOST_LINES];
    let mut parsed = httparse::Request::new(&mut lines);
    match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) if length > LONGEST => {
            Err(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
        }
        Ok(httparse::Status::Complete(length)) => validate(&parsed, length).map(Some),
        Ok(httparse::Status::Partial) => check_limits(bytes).map(|()| None),
        Err(httparse::Error::TooManyHeaders) => Err(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE),
        Err(httparse::Error::Version) if names_version(bytes) => {
            Err(StatusCode::HTTP_VERSION_NOT_SUPPORTED)
        }
        Err(_) => Err(StatusCode::BAD_REQUEST),
    }
}

/// Whether the request line is valid apart from the number of its version.
fn names_version(bytes: &[u8]) -> bool {
    bytes.split(|byte| *byte == b' ').nth(2).is_some_and(|version| version.starts_with(b"HTTP/"))
}

/// Checks an incomplete head against the limits of length (RFC 9112 §3, RFC 6585 §5).
fn check_limits(bytes: &[u8]) -> Result<(), StatusCode> {
    let line = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    if line > LONGEST_LINE {
        Err(StatusCode::URI_TOO_LONG)
    } else if bytes.len() >= LONGEST {
        Err(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
    } else {
        Ok(())
    }
}

/// Checks a complete head, and takes from it all that an answer depends on.
fn validate<'a>(parsed: &httparse::Request<'_, 'a>, length: usize) -> Result<Head<'a>, StatusCode> {
    let (Some(method), Some(target)) = (parsed.method, parsed.path) else {
        return Err(StatusCode::BAD_REQUEST);
    };
    if target.len() > LONGEST_LINE {
        return Err(StatusCode::URI_TOO_LONG);
    }
    let method = Method::from_bytes(method.as_bytes()).map_err(|_| StatusCode::BAD_REQUEST)?;
    let version = if parsed.version == Some(0) { Version::Http10 } else { Version::Http11 };
    let lines = Lines::read(parsed.headers, version)?;
    let (path, query) = split(target, &method)?;
    let request = Request { method, path, query, has_body: lines.has_body, fields: lines.fields };
    let keeps_alive = match version {
        Version::Http10 => lines.keeps_alive,
        Version::Http11 => !lines.closes,
    };
    Ok(Head { request, keeps_alive, version, length })
}

/// The header lines of a request, as far as an answer depends on them.
#[derive(Default)]
struct Lines<'a> {
    fields: Fields<'a>,
    has_body: bool,
    closes: bool,
    keeps_alive: bool,
}

impl<'a> Lines<'a> {
    fn read(lines: &[httparse::Header<'a>], version: Version) -> Result<Self, StatusCode> {
        let mut read = Self::default();
        let (mut hosts, mut length, mut is_coded) = (0, None, false);
        for line in lines {
            let name = HeaderName::from_bytes(line.name.as_bytes())
                .map_err(|_| StatusCode::BAD_REQUEST)?;
            match name {
                HOST if !is_host(line.value) => return Err(StatusCode::BAD_REQUEST),
                HOST => hosts += 1,
                CONTENT_LENGTH if length.is_some() => return Err(StatusCode::BAD_REQUEST),
                CONTENT_LENGTH => length = Some(number(line.value)?),
                TRANSFER_ENCODING => is_coded = true,
                CONNECTION => read.connection(line.value),
                name => read.fields.add(&name, line.value),
            }
        }
        // RFC 9112 §3.2: exactly one Host; HTTP/1.0 did not know it. §6.1 and §6.3: two lengths, or
        // a coded body in HTTP/1.0, are how requests are smuggled past a proxy.
        let smuggles = is_coded && (length.is_some() || version == Version::Http10);
        if hosts > 1 || (hosts == 0 && version == Version::Http11) || smuggles {
            return Err(StatusCode::BAD_REQUEST);
        }
        read.has_body = is_coded || length.is_some_and(|length| length > 0);
        Ok(read)
    }

    /// Reads the options of the field Connection (RFC 9110 §7.6.1).
    fn connection(&mut self, value: &[u8]) {
        for option in value.split(|byte| *byte == b',').map(<[u8]>::trim_ascii) {
            self.closes |= option.eq_ignore_ascii_case(b"close");
            self.keeps_alive |= option.eq_ignore_ascii_case(b"keep-alive");
        }
    }
}

/// Splits a target into path and query (RFC 9112 §3.2).
fn split<'a>(target: &'a str, method: &Method) -> Result<(&'a str, Option<&'a str>), StatusCode> {
    if !target.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#') {
        return Err(StatusCode::BAD_REQUEST);
    }
    let origin = if target.starts_with('/') {
        target
    } else if let Some(rest) = after_scheme(target) {
        // The absolute form. The authority ends where the path or the query begins.
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        if end == 0 || !is_host(&rest.as_bytes()[..end]) {
            return Err(StatusCode::BAD_REQUEST);
        }
        if rest[end..].starts_with('/') {
            &rest[end..]
        } else {
            return Ok(("/", rest[end..].strip_prefix('?')));
        }
    } else if *method == Method::CONNECT || (*method == Method::OPTIONS && target == "*") {
        "/"
    } else {
        return Err(StatusCode::BAD_REQUEST);
    };
    let (path, query) =
        origin.split_once('?').map_or((origin, None), |(path, query)| (path, Some(query)));
    Ok((path, query))
}

fn after_scheme(target: &str) -> Option<&str> {
    let (scheme, rest) = target.split_once("://")?;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(rest)
}

/// Whether `value` can be a host with a port (RFC 3986 §3.2.2). It may be empty (RFC 9112 §3.2).
fn is_host(value: &[u8]) -> bool {
    value.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:[]%!$&'()*+,;=".contains(byte))
}

/// Reads a Content-Length (RFC 9110 §8.6), which has digits only.
fn number(value: &[u8]) -> Result<u64, StatusCode> {
    let digits =
        str::from_utf8(value).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|digits| digits.parse().ok()).ok_or(StatusCode::BAD_REQUEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The status with which a GET with these lines is refused.
    fn status(lines: &str) -> Option<u16> {
        match read(format!("GET / HTTP/1.1\r\n{lines}\r\n").as_bytes()) {
            Ok(Some(_)) => None,
            Ok(None) => panic!("not whole: {lines:?}"),
            Err(status) => Some(status.as_u16()),
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for (lines, expected) in [
            ("Host: a\r\n", None),
            ("Host: a:80\r\nContent-Length: 0\r\n", None),
            ("Host:\r\n", None),
            ("", Some(400)),
            ("Host: a\r\nHost: a\r\n", Some(400)),
            ("Host: a/b\r\n", Some(400)),
            ("Host: user@a\r\n", Some(400)),
            ("Host: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n", Some(400)),
            ("Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n", Some(400)),
            ("Host: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n", Some(400)),
            ("Host: a\r\nContent-Length: +1\r\n", Some(400)),
            ("Host: a\r\nContent-Length: 1, 1\r\n", Some(400)),
            ("Host : a\r\n", Some(400)),
            ("Host: a\r\n folded\r\n", Some(400)),
            ("Host: a\r\nX: a\0b\r\n", Some(400)),
            ("Host: a\r\nX\r\n", Some(400)),
        ] {
            assert_eq!(status(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn what_is_too_long_is_refused_before_it_ends() {
        let refused = |bytes: String| read(bytes.as_bytes()).unwrap_err().as_u16();
        assert_eq!(refused(format!("GET /{}", "a".repeat(LONGEST_LINE))), 414);
        assert_eq!(refused(format!("GET / HTTP/1.1\r\nX: {}", "a".repeat(LONGEST))), 431);
        assert_eq!(
            refused(format!("GET / HTTP/1.1\r\n{}", "X: a\r\n".repeat(MOST_LINES + 1))),
            431
        );
        assert_eq!(refused("GET / HTTP/3.0\r\n\r\n".to_owned()), 505);
    }

    #[test]
    fn a_target_has_four_forms_and_only_a_path_is_answered() {
        let get = |target| split(target, &Method::GET);
        assert_eq!(get("/a?b?c"), Ok(("/a", Some("b?c"))));
        assert_eq!(get("http://a.fr/b?c"), Ok(("/b", Some("c"))));
        assert_eq!(get("HTTP://a.fr"), Ok(("/", None)));
        assert_eq!(get("http://a.fr?c"), Ok(("/", Some("c"))));
        for target in ["*", "a.fr:80", "http:///b", "http://u@a.fr/", "ftp://a.fr/", "/a#b", "a"] {
            assert_eq!(get(target), Err(StatusCode::BAD_REQUEST), "{target}");
        }
        assert!(split("*", &Method::OPTIONS).is_ok());
        assert!(split("a.fr:80", &Method::CONNECT).is_ok());
    }

    #[test]
    fn a_connection_stays_as_its_version_and_its_options_say() {
        for (head, expected) in [
            ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", true),
            ("GET / HTTP/1.1\r\nHost: a\r\nConnection: TE, Close\r\n\r\n", false),
            ("GET / HTTP/1.0\r\n\r\n", false),
            ("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true),
        ] {
            let read = read(head.as_bytes()).unwrap().unwrap();
            assert_eq!(read.keeps_alive, expected, "{head}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let before = [&b""[..], b"GET /", b"GET / HTTP/1.1\r\nHost: a\r\n"];
            for before in before {
                // Any result is right.
                _ = read(&[before, &bytes, b"\r\n\r\n"].concat());
            }
        }
    }
}
