//! Preconditions (RFC 9110 §13), in the order of its §13.2.2.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::message::Fields;
use crate::site::{File, Variant};

/// The result of the preconditions of a GET or HEAD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The request is answered.
    Proceed,
    /// 304: the client has the variant already.
    NotModified,
    /// 412: the variant is not the one that the client expects.
    Failed,
}

/// Evaluates the preconditions of a request for `variant` of `file`.
pub fn evaluate(fields: &Fields, file: &File, variant: &Variant) -> Condition {
    // First If-Match, or else If-Unmodified-Since.
    let is_expected = match (&fields.if_match, date(fields.if_unmodified_since.as_deref())) {
        (Some(tags), _) => lists(tags, &variant.etag, Comparison::Strong),
        (None, Some(date)) => is_unmodified_since(file, date).unwrap_or(true),
        (None, None) => true,
    };
    if !is_expected {
        return Condition::Failed;
    }
    // Then If-None-Match, or else If-Modified-Since.
    let is_known = match (&fields.if_none_match, date(fields.if_modified_since.as_deref())) {
        (Some(tags), _) => lists(tags, &variant.etag, Comparison::Weak),
        (None, Some(date)) => is_unmodified_since(file, date).unwrap_or(false),
        (None, None) => false,
    };
    if is_known { Condition::NotModified } else { Condition::Proceed }
}

/// Whether a part may be sent: `If-Range` must name the content that the client has a part of. Only
/// a strong tag does. A date never does (RFC 9110 §13.1.5 allows to take it for another): a build
/// may have the date of the build before.
pub fn allows_range(fields: &Fields, variant: &Variant) -> bool {
    fields.if_range.as_deref().is_none_or(|tag| variant.etag == tag.trim())
}

/// Whether `file` has had no other content since `date`. Returns `None` if the file has no date:
/// conditions on it are then ignored (§13.1.3 and §13.1.4).
fn is_unmodified_since(file: &File, date: SystemTime) -> Option<bool> {
    Some(seconds(file.last_modified.as_ref()?.time) <= seconds(date))
}

/// The two ways to compare tags (RFC 9110 §8.8.3.2). All tags of this server are strong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Strong,
    Weak,
}

/// Whether `tag` is in a list of entity tags. `*` lists all tags.
fn lists(list: &str, tag: &http::HeaderValue, comparison: Comparison) -> bool {
    let mut rest = list.trim();
    if rest == "*" {
        return true;
    }
    // Not split at commas, which a tag may contain.
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        let opaque = rest.strip_prefix("W/").unwrap_or(rest);
        let is_weak = opaque.len() < rest.len();
        let Some(end) = opaque.strip_prefix('"').and_then(|inside| inside.find('"')) else {
            return false;
        };
        let (found, after) = opaque.split_at(end + 2);
        if tag == found && !(is_weak && comparison == Comparison::Strong) {
            return true;
        }
        rest = after;
    }
}

/// Reads a date. An invalid one counts as absent (§13.1.3 and §13.1.4).
fn date(text: Option<&str>) -> Option<SystemTime> {
    httpdate::parse_http_date(text?).ok()
}

/// Seconds since 1970: dates of HTTP have no fractions.
fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_in_a_list_as_the_comparison_says() {
        let tag = http::HeaderValue::from_static("\"a,b\"");
        for (list, strong, weak) in [
            ("\"a,b\"", true, true),
            ("W/\"a,b\"", false, true),
            ("\"x\", W/\"y\" ,\"a,b\"", true, true),
            ("\"x\",W/\"a,b\"", false, true),
            ("*", true, true),
            ("\"a\", \"b\"", false, false),
            ("a,b", false, false),
            ("\"a,b", false, false),
            ("", false, false),
            (",,", false, false),
        ] {
            assert_eq!(lists(list, &tag, Comparison::Strong), strong, "strong: {list}");
            assert_eq!(lists(list, &tag, Comparison::Weak), weak, "weak: {list}");
        }
    }
}
