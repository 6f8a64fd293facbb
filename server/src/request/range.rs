//! Ranges: parts of a file (RFC 9110 §14).

use std::fmt::Write as _;
use std::ops::Range;

use http::HeaderValue;

use crate::site::Blob;

/// The most parts of one answer. A request for more gets the whole file, since many small ranges
/// are a known attack (§14.2).
const MOST_PARTS: usize = 16;

/// The text between the parts of one answer: 128 random bits, drawn once, which no file contains by
/// chance.
const BOUNDARY: &str = "7b1f0c8e5ad94c37a2e6f3d1905bc84e";

/// The content that a `Range` field asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The whole file, because the field is absent or ignored.
    Whole,
    /// Parts that exist and are not empty.
    Parts(Vec<Range<u64>>),
    /// Parts that do not exist.
    Unsatisfiable,
}

/// Reads a `Range` field for a file of `length` bytes.
pub fn wanted(field: Option<&str>, length: u64) -> Wanted {
    // An unknown unit or an invalid field is ignored (§14.2).
    let Some(set) = field.and_then(|field| field.trim().strip_prefix("bytes=")) else {
        return Wanted::Whole;
    };
    let mut parts = Vec::new();
    for member in set.split(',').map(str::trim).filter(|member| !member.is_empty()) {
        match part(member, length) {
            Some(part) if !part.is_empty() => parts.push(part),
            Some(_) => {}
            None => return Wanted::Whole,
        }
        if parts.len() > MOST_PARTS {
            return Wanted::Whole;
        }
    }
    let asked: u64 = parts.iter().map(|part| part.end - part.start).sum();
    match parts.len() {
        0 if set.trim().is_empty() => Wanted::Whole,
        0 => Wanted::Unsatisfiable,
        1 => Wanted::Parts(parts),
        // The whole is smaller than parts that overlap, or that are as long together.
        _ if asked >= length || overlap(&parts) => Wanted::Whole,
        _ => Wanted::Parts(parts),
    }
}

/// Reads one `first-last`, `first-` or `-suffix` (§14.1.1), cut to the length of the file. Returns
/// an empty range if it lies outside, `None` if it is invalid.
fn part(member: &str, length: u64) -> Option<Range<u64>> {
    let (first, last) = member.split_once('-')?;
    if first.is_empty() {
        let suffix = number(last)?;
        return Some(length.saturating_sub(suffix)..length);
    }
    let first = number(first)?;
    let last = if last.is_empty() { u64::MAX } else { number(last)? };
    if last < first {
        return None;
    }
    Some(first.min(length)..last.saturating_add(1).min(length))
}

/// Reads digits. A number of more than 64 bits counts as the largest one.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

fn overlap(parts: &[Range<u64>]) -> bool {
    let mut sorted: Vec<_> = parts.iter().map(|part| (part.start, part.end)).collect();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[1].0 < pair[0].1)
}

/// Returns the value of `Content-Range` for a part (§14.4).
pub fn content_range(part: &Range<u64>, length: u64) -> String {
    format!("bytes {}-{}/{length}", part.start, part.end - 1)
}

/// Returns the value of `Content-Type` for several parts (§14.6).
pub fn multipart_type() -> HeaderValue {
    let text = format!("multipart/byteranges; boundary={BOUNDARY}");
    // ASCII letters and digits are always a valid value.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("multipart/byteranges"))
}

/// Returns the body of several parts: heads in memory, and slices of `whole` between them.
pub fn multipart(whole: &Blob, parts: &[Range<u64>], content_type: &HeaderValue) -> Vec<Blob> {
    let content_type = content_type.to_str().unwrap_or_default();
    let mut body = Vec::with_capacity(2 * parts.len() + 1);
    let mut head = String::new();
    for part in parts {
        // Writing to a String cannot fail.
        _ = write!(head, "--{BOUNDARY}\r\nContent-Type: {content_type}\r\nContent-Range: ");
        _ = write!(head, "{}\r\n\r\n", content_range(part, whole.len()));
        body.push(Blob::Memory(std::mem::take(&mut head).into()));
        body.push(whole.slice(part.clone()));
        head.push_str("\r\n");
    }
    body.push(Blob::Memory(format!("\r\n--{BOUNDARY}--\r\n").into()));
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        use Wanted::{Parts, Unsatisfiable, Whole};
        let one = |part| Parts(std::iter::once(part).collect());
        for (field, expected) in [
            ("bytes=0-0", one(0..1)),
            ("bytes=10-19", one(10..20)),
            ("bytes=90-", one(90..100)),
            ("bytes=90-1000", one(90..100)),
            ("bytes=90-99999999999999999999999", one(90..100)),
            ("bytes=-10", one(90..100)),
            ("bytes=-1000", one(0..100)),
            ("bytes=0-9, 20-29,-5", Parts(vec![0..10, 20..30, 95..100])),
            ("bytes=20-29,0-9", Parts(vec![20..30, 0..10])),
            ("bytes=200-, 5-6", one(5..7)),
            ("bytes=100-", Unsatisfiable),
            ("bytes=-0", Unsatisfiable),
            ("bytes=200-300,400-", Unsatisfiable),
            ("bytes=0-49,25-74", Whole),
            ("bytes=0-89,90-99", Whole),
            ("bytes=5-4", Whole),
            ("bytes=a-b", Whole),
            ("bytes=--1", Whole),
            ("bytes=1", Whole),
            ("bytes=", Whole),
            ("bytes=+1-2", Whole),
            ("octets=0-1", Whole),
        ] {
            assert_eq!(wanted(Some(field), 100), expected, "{field}");
        }
        assert_eq!(wanted(None, 100), Whole);
        assert_eq!(wanted(Some("bytes=0-"), 0), Unsatisfiable);
        let many = format!(
            "bytes={}",
            (0..40).map(|at| format!("{at}-{at}")).collect::<Vec<_>>().join(",")
        );
        assert_eq!(wanted(Some(&many), 100), Whole);
    }
}
