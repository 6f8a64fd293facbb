//! A configuration for nginx.

use super::text::{ORIGIN, ROOT, internal};
use crate::headers::names;
use crate::headers::table::{A_YEAR, CACHE, EVERYWHERE, POLICY, REVALIDATE, Table};
use std::fmt::Write as _;

/// The types of the site's files, without the charset, which nginx adds itself.
const TYPES: [(&str, &str); 17] = [
    ("application/geo+json", "geojson"),
    ("application/json", "json map topojson"),
    ("application/ld+json", "jsonld"),
    ("application/manifest+json", "webmanifest"),
    ("application/pdf", "pdf"),
    ("application/wasm", "wasm"),
    ("application/xml", "xml"),
    ("application/zip", "zip"),
    ("font/woff2", "woff2"),
    ("image/jpeg", "jpg jpeg"),
    ("image/png", "png"),
    ("image/svg+xml", "svg"),
    ("image/x-icon", "ico"),
    ("text/css", "css"),
    ("text/csv", "csv"),
    ("text/html", "html htm"),
    ("text/javascript", "js mjs"),
];

pub(super) fn rules(table: &Table) -> String {
    let mut text = format!(
        "{ORIGIN}# Goes inside http {{ }}. Precompressed files need `gzip_static`, and for brotli\n\
         # libnginx-mod-http-brotli-static (Debian).\n\n\
         map $status$uri $carte_cache {{\n    default \"{REVALIDATE}\";\n    \
         \"~^(200|206|304).*{}\" \"{A_YEAR}\";\n}}\n\n\
         map $status $carte_allow {{\n    default \"\";\n    405 \"GET, HEAD\";\n}}\n\n\
         server {{\n    listen 8080;\n    root {ROOT};\n    index index.html;\n    \
         server_tokens off;\n    absolute_redirect off;\n    disable_symlinks on;\n    \
         gzip_static on;\n    gzip_vary on;\n    # brotli_static on;\n    \
         charset utf-8;\n    charset_types text/css text/javascript text/csv text/plain;\n    \
         {}    error_page 404 /404.html;\n\n",
        names::REGEX,
        types()
    );
    // Writing to a String cannot fail.
    _ = writeln!(text, "    add_header {CACHE} $carte_cache always;");
    _ = writeln!(text, "    add_header {POLICY} \"{}\" always;", table.policy_of_all());
    for (name, value) in EVERYWHERE {
        _ = writeln!(text, "    add_header {name} \"{value}\" always;");
    }
    text.push_str(
        "    add_header Allow $carte_allow always;\n\n    \
         if ($request_method !~ ^(GET|HEAD)$) {\n        return 405;\n    }\n    \
         location ~ /\\.(?!well-known/) {\n        return 404;\n    }\n    \
         # What is no address: the rules of other hosts, and compressed files.\n    ",
    );
    _ = writeln!(text, "location ~ \"{}\" {{\n        return 404;\n    }}", internal());
    text.push_str(
        "    location = /healthz {\n        default_type text/plain;\n        return 200 ok;\n    }\n}\n",
    );
    text
}

/// The block of media types, and the type of all other files.
fn types() -> String {
    let mut text = "types {\n".to_owned();
    for (kind, extensions) in TYPES.into_iter().chain([("text/plain", "txt")]) {
        _ = writeln!(text, "        {kind} {extensions};");
    }
    text + "    }\n    default_type application/octet-stream;\n"
}
