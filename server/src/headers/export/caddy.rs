//! An example of a Caddyfile.

use std::fmt::Write as _;

use super::text::{ROOT, title};
use crate::headers::names;
use crate::headers::table::{A_YEAR, Class, REVALIDATE, Table};

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
         \t@hidden path_regexp /\\.\n\t@other not method GET HEAD\n\n\
         \theader @hashed Cache-Control \"{A_YEAR}\"\n\theader @named Cache-Control \"{REVALIDATE}\"\n\
         \theader @numbered Cache-Control \"{REVALIDATE}\"\n",
        hexadecimal = names::REGEX_OF_HEXADECIMAL,
        numbers = names::REGEX_OF_NUMBERS,
    );
    for (matcher, embeddable) in [("@framed", true), ("@own", false)] {
        for (name, value) in table.headers(Class { immutable: false, embeddable }) {
            if name == "content-security-policy" {
                // Writing to a String cannot fail.
                _ = writeln!(text, "\theader {matcher} {} \"{value}\"", title(name));
            }
        }
    }
    for (name, value) in table.headers(Class::MISSING) {
        if name != "cache-control" && name != "content-security-policy" {
            _ = writeln!(text, "\theader {} \"{value}\"", title(name));
        }
    }
    text.push_str(
        "\theader >Vary Accept-Encoding\n\theader @other Allow \"GET, HEAD\"\n\n\
         \trespond /healthz ok\n\trespond @hidden 404\n\
         \trespond @other 405\n\tfile_server {\n\t\tprecompressed br zstd gzip\n\t}\n\
         \thandle_errors {\n\t\theader Cache-Control \"no-cache\"\n\t\trewrite * /404.html\n\
         \t\tfile_server\n\t}\n}\n",
    );
    text
}
