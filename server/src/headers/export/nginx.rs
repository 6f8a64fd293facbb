//! An example of a configuration for nginx.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::text::{ROOT, internal, title};
use crate::headers::media::TYPES;
use crate::headers::names;
use crate::headers::table::{A_YEAR, Class, POLICY, REVALIDATE, Table};

pub(super) fn rules(table: &Table) -> String {
    let folders: Vec<String> = table.framing.folders.iter().map(|folder| pattern(folder)).collect();
    let folders = folders.join("|");
    let mut text = format!(
        "# Written by `server export nginx`; the table is in server/src/headers.\n\
         # Goes inside http {{ }}. Precompressed files need `gzip_static`, and for brotli\n\
         # libnginx-mod-http-brotli-static (Debian).\n\n\
         map $status$uri $carte_cache {{\n    default \"{REVALIDATE}\";\n    \
         \"~^(200|206|304).*{}\" \"{A_YEAR}\";\n}}\n\n\
         map $uri $carte_policy {{\n    default \"{}\";\n    \"~^/({folders})/\" \"{}\";\n}}\n\n\
         map $status $carte_allow {{\n    default \"\";\n    405 \"GET, HEAD\";\n}}\n\n",
        names::REGEX,
        policy(table, Class { immutable: false, embeddable: false }),
        policy(table, Class { immutable: false, embeddable: true }),
    );
    // Writing to a String cannot fail.
    _ = write!(
        text,
        "server {{\n    listen 8080;\n    root {ROOT};\n    index index.html;\n    \
         server_tokens off;\n    absolute_redirect off;\n    disable_symlinks on;\n    \
         gzip_static on;\n    gzip_vary on;\n    # brotli_static on;\n    \
         charset utf-8;\n    charset_types text/css text/javascript text/csv text/plain;\n    \
         {}    error_page 404 /404.html;\n\n",
        types()
    );
    for (name, value) in table.headers_of("") {
        let value = match name {
            "cache-control" => "$carte_cache".to_owned(),
            POLICY => "$carte_policy".to_owned(),
            _ => format!("\"{value}\""),
        };
        _ = writeln!(text, "    add_header {} {value} always;", title(name));
    }
    text.push_str(
        "    add_header Allow $carte_allow always;\n\n    \
         if ($request_method !~ ^(GET|HEAD)$) {\n        return 405;\n    }\n    \
         location ~ /\\.(?!well-known/) {\n        return 404;\n    }\n    \
         # What is no address: the rules for other hosts, and siblings of files.\n    ",
    );
    _ = writeln!(text, "location ~ \"{}\" {{\n        return 404;\n    }}", internal());
    text.push_str(
        "    location = /healthz {\n        default_type text/plain;\n        return 200 ok;\n    }\n}\n",
    );
    text
}

/// Returns the regular expression for a folder, without the slash at its end.
fn pattern(folder: &str) -> String {
    folder.trim_end_matches('/').replace('.', "\\.")
}

fn policy(table: &Table, class: Class) -> String {
    let headers = table.headers(class, &table.inline_of_all());
    let policy = headers.into_iter().find(|(name, _)| *name == POLICY);
    policy.map(|(_, value)| value).unwrap_or_default()
}

/// Writes the block of media types. nginx adds the charset itself.
fn types() -> String {
    let mut extensions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (extension, kind) in TYPES {
        let (kind, _charset) = kind.split_once(';').unwrap_or((kind, ""));
        extensions.entry(kind).or_default().push(extension);
    }
    let mut text = "types {\n".to_owned();
    for (kind, extensions) in extensions {
        _ = writeln!(text, "        {kind} {};", extensions.join(" "));
    }
    text + "    }\n"
}
