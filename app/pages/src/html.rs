//! Changes to the text of a page: links, title, description.

use map::text::escaped;

/// The beginning of the page's link to the program.
const PROGRAM: &str = "id=\"programme\" href=\"";

/// The page with the e-mail address that errors are reported to; without the element for it where there is none.
pub fn with_contact(page: &str, contact: &str) -> String {
    if contact.is_empty() {
        return page.replace("<meta name=\"contact\" content=\"\">", "");
    }
    replaced_between(page, "name=\"contact\" content=\"", "\"", &escaped(contact))
}

/// The address of the program that the page names; none without a link.
pub fn program_of(page: &str) -> Option<&str> {
    page.split_once(PROGRAM)?.1.split_once('"').map(|(address, _)| address)
}

/// The page with the size of its program, in bytes.
pub fn with_program_size(page: &str, address: &str, bytes: u64) -> String {
    replaced_between(page, PROGRAM, "\">", &format!("{address}\" data-octets=\"{bytes}"))
}

/// `text` with something else between `start` and the next `end`.
pub(crate) fn replaced_between(text: &str, start: &str, end: &str, new: &str) -> String {
    let around = text
        .split_once(start)
        .and_then(|(before, rest)| rest.split_once(end).map(|(_, after)| (before, after)));
    match around {
        Some((before, after)) => format!("{before}{start}{new}{end}{after}"),
        None => text.to_owned(),
    }
}

/// A page without comments and without the spaces that begin its lines, but for the comments in `kept`.
/// Comments of its script are whole lines.
pub(crate) fn without_comments(page: &str, kept: &[&str]) -> String {
    let mut rest = page;
    let mut text = String::with_capacity(page.len());
    while let Some((before, after)) = rest.split_once("<!--") {
        let (comment, after) = after.split_once("-->").unwrap_or((after, ""));
        text += before;
        let comment = format!("<!--{comment}-->");
        if kept.contains(&&*comment) {
            text += &comment;
        }
        rest = after;
    }
    text += rest;
    let lines = text.lines().map(str::trim_start);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_the_kept_ones_stay() {
        let page = "<p>\n  <!-- one\n line -->\n  <!-- head -->\n<script>\n    // why\n    f('a // b');\n</script>";
        let expected = "<p>\n<!-- head -->\n<script>\nf('a // b');\n</script>\n";
        assert_eq!(without_comments(page, &["<!-- head -->"]), expected);
    }
}
