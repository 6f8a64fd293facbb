//! An example of a Caddyfile.

use std::fmt::Write as _;

use super::text::{ROOT, internal, title};
use crate::headers::names;
use crate::headers::table::{A_YEAR, Class, POLICY, REVALIDATE, Table};

pub(super) fn rules(table: &Table) -> String {
    let folders: Vec<String> =
        table.framing.folders.iter().map(|folder| format!("/{folder}*")).collect();
    let folders = folders.join(" ");
    let mut text = format!(
        "# Written by `server export caddy`; the table is in server/src/headers.\n\
         :8080 {{\n\troot * {ROOT}\n\n\
         \t@hashed {{\n\t\tpath_regexp {hexadecimal}\n\t\tnot path_regexp {numbers}\n\t}}\n\
         \t@named not path_regexp {hexadecimal}\n\t@numbered path_regexp {numbers}\n\
         \t@framed path {folders}\n\t@own not path {folders}\n\
         \t@hidden {{\n\t\tpath_regexp /\\.\n\t\tnot path /.well-known/*\n\t}}\n\
         \t@internal path_regexp {internal}\n\t@other not method GET HEAD\n\n\
         \theader @hashed Cache-Control \"{A_YEAR}\"\n\theader @named Cache-Control \"{REVALIDATE}\"\n\
         \theader @numbered Cache-Control \"{REVALIDATE}\"\n",
        internal = internal(),
        hexadecimal = names::REGEX_OF_HEXADECIMAL,
        numbers = names::REGEX_OF_NUMBERS,
    );
    let inline = table.inline_of_all();
    for (matcher, embeddable) in [("@framed", true), ("@own", false)] {
        for (name, value) in table.headers(Class { immutable: false, embeddable }, &inline) {
            if name == POLICY {
                // Writing to a String cannot fail.
                _ = writeln!(text, "\theader {matcher} {} \"{value}\"", title(name));
            }
        }
    }
    for (name, value) in table.headers_of("") {
        if name != "cache-control" && name != POLICY {
            _ = writeln!(text, "\theader {} \"{value}\"", title(name));
        }
    }
    text.push_str(
        "\theader >Vary Accept-Encoding\n\theader @other Allow \"GET, HEAD\"\n\n\
         \trespond /healthz ok\n\trespond @hidden 404\n\trespond @internal 404\n\
         \trespond @other 405\n\tfile_server {\n\t\tprecompressed br zstd gzip\n\t}\n\
         \thandle_errors {\n\t\theader Cache-Control \"no-cache\"\n\t\trewrite * /404.html\n\
         \t\tfile_server\n\t}\n}\n",
    );
    text
}
