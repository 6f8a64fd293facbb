//! The file `_headers` of Netlify, Cloudflare Pages, our server and others: patterns, each with its
//! header lines.
//!
//! A header that two matching patterns set is sent twice. So headers that are the same everywhere
//! stand under `/*`, and the patterns of every other header are disjoint.

use crate::headers::table::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

pub(super) fn rules(table: &Table) -> String {
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (index, (header, _)) in table.headers_of("").iter().enumerate() {
        let value_of = |file: &str| table.headers_of(file).swap_remove(index).1;
        let names: Vec<(&str, String)> =
            table.files.iter().map(|name| (name.as_str(), value_of(name))).collect();
        for (pattern, value) in patterns("", &names) {
            rules.entry(pattern).or_default().push(format!("  {header}: {value}"));
        }
    }
    let mut text =
        "# Written by `pages headers`; the table is in app/pages/src/headers.\n".to_owned();
    for (pattern, lines) in rules {
        // Writing to a String cannot fail.
        _ = write!(text, "\n{pattern}\n{}\n", lines.join("\n"));
    }
    text
}

/// Disjoint patterns for the files in `folder`, which is empty or ends in a slash, each with its
/// value. A folder whose files all have the same value gets a single one.
fn patterns(folder: &str, files: &[(&str, String)]) -> Vec<(String, String)> {
    let inside =
        || files.iter().filter_map(|(name, value)| Some((name.strip_prefix(folder)?, value)));
    let values: BTreeSet<&String> = inside().map(|(_, value)| value).collect();
    if let (Some(value), 1) = (values.first(), values.len()) {
        return vec![(format!("/{folder}*"), (*value).clone())];
    }
    let mut patterns = Vec::new();
    let mut folders = BTreeSet::new();
    for (rest, value) in inside() {
        if let Some((deeper, _)) = rest.split_once('/') {
            folders.insert(format!("{folder}{deeper}/"));
            continue;
        }
        patterns.push((format!("/{folder}{rest}"), value.clone()));
        if rest == "index.html" {
            patterns.push((format!("/{folder}"), value.clone()));
        }
    }
    for deeper in folders {
        patterns.extend(self::patterns(&deeper, files));
    }
    patterns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers::csp::Inline;

    #[test]
    fn each_file_has_each_header_once_and_as_the_table_says() {
        let names = [
            "404.html",
            "app-0123456789abcdef.js",
            "data/detail/01.1a2b3c4d.geojson",
            "data/detail/02.1a2b3c4d.geojson",
            "data/epci.1a2b3c4d.geojson",
            "data/manifest.json",
            "embed/index.html",
            "index.html",
            "territoire/departement-74/index.html",
        ];
        let inline = |page: &[u8]| Inline::of_page(page);
        let table = Table {
            files: names.map(str::to_owned).to_vec(),
            inline: [
                ("index.html".to_owned(), inline(b"<script>start();</script>")),
                ("404.html".to_owned(), inline(b"<script>stop();</script>")),
            ]
            .into(),
            ..Table::default()
        };
        let text = rules(&table);
        for name in names {
            let mut expected: Vec<_> = table.headers_of(name);
            let mut found = lines_for(&text, &format!("/{name}"));
            expected.sort();
            found.sort();
            let expected: Vec<_> =
                expected.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            assert_eq!(found, expected, "{name}");
        }
        assert!(text.contains("\n/data/detail/*\n"), "one rule for a whole folder: {text}");
    }

    /// The lines of all patterns that match `path`, as a host reads them.
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
