//! The file `_headers` of Netlify, Cloudflare Pages and others: patterns, each with its header
//! lines.
//!
//! A header that two matching patterns set is sent twice. So headers that are the same everywhere
//! stand under `/*`, and the patterns of every other header are disjoint.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::text::title;
use crate::headers::table::Table;

pub(super) fn rules(table: &Table, names: &[&str]) -> String {
    let mut rules: Vec<(String, Vec<String>)> = Vec::new();
    for (index, (name, _)) in table.headers_of("").iter().enumerate() {
        let value_of = |file: &str| table.headers_of(file).swap_remove(index).1;
        for (pattern, value) in patterns("", names, &value_of) {
            let line = format!("  {}: {value}", title(name));
            match rules.iter_mut().find(|(known, _)| *known == pattern) {
                Some((_, lines)) => lines.push(line),
                None => rules.push((pattern, vec![line])),
            }
        }
    }
    rules.sort();
    let mut text =
        "# Written by `server export headers`; the table is in server/src/headers.\n".to_owned();
    for (pattern, lines) in rules {
        // Writing to a String cannot fail.
        _ = write!(text, "\n{pattern}\n{}\n", lines.join("\n"));
    }
    text
}

/// Returns disjoint patterns for the files in `folder`, which is empty or ends in a slash. A folder
/// whose files all have the same value gets a single one.
fn patterns(
    folder: &str,
    names: &[&str],
    value_of: &impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    let inside = || names.iter().filter_map(|name| Some((*name, name.strip_prefix(folder)?)));
    let values: BTreeSet<String> = inside().map(|(name, _)| value_of(name)).collect();
    if let (Some(value), 1) = (values.first(), values.len()) {
        return vec![(format!("/{folder}*"), value.clone())];
    }
    let mut patterns = Vec::new();
    let mut folders = BTreeSet::new();
    for (name, rest) in inside() {
        if let Some((deeper, _)) = rest.split_once('/') {
            folders.insert(format!("{folder}{deeper}/"));
            continue;
        }
        patterns.push((format!("/{name}"), value_of(name)));
        if rest == "index.html" {
            patterns.push((format!("/{folder}"), value_of(name)));
        }
    }
    for deeper in folders {
        patterns.extend(self::patterns(&deeper, names, value_of));
    }
    patterns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers::csp::Inline;
    use crate::headers::table::Framing;

    #[test]
    fn each_file_has_each_header_once_and_as_the_table_says() {
        let names = [
            "index.html",
            "app-0123456789abcdef.js",
            "data/manifest.json",
            "data/epci.1a2b3c4d.geojson",
            "data/detail/01.1a2b3c4d.geojson",
            "data/detail/02.1a2b3c4d.geojson",
            "embed/index.html",
            "territoire/departement-74/index.html",
        ];
        let mut inline = Inline::default();
        inline.add_page(b"<script>start();</script>");
        let inline = [("index.html".to_owned(), inline)].into();
        let table = Table { inline, framing: Framing::example("*") };
        let text = rules(&table, &names);
        for name in names {
            let mut expected = table.headers_of(name);
            let mut found = lines_for(&text, &format!("/{name}"));
            expected.sort();
            found.sort();
            let expected: Vec<_> =
                expected.iter().map(|(name, value)| format!("{}: {value}", title(name))).collect();
            assert_eq!(found, expected, "{name}");
        }
        assert!(text.contains("\n/data/detail/*\n"), "one rule for a whole folder: {text}");
    }

    /// Returns the lines of all patterns that match `path`, as a host reads them.
    fn lines_for(text: &str, path: &str) -> Vec<String> {
        let mut matches = false;
        let mut found = Vec::new();
        for line in text.lines() {
            if line.starts_with('/') {
                matches = match line.strip_suffix('*') {
                    Some(prefix) => path.starts_with(prefix),
                    None => path == line,
                };
            } else if let Some(header) = line.strip_prefix("  ")
                && matches
            {
                found.push(header.to_owned());
            }
        }
        found
    }
}
