//! A Caddyfile.

use super::text::{ORIGIN, ROOT, internal};
use crate::headers::names;
use crate::headers::table::{A_YEAR, CACHE, EVERYWHERE, POLICY, REVALIDATE, Table};
use std::fmt::Write as _;

pub(super) fn rules(table: &Table) -> String {
    let hexadecimal = names::REGEX_OF_HEXADECIMAL;
    let numbers = names::REGEX_OF_NUMBERS;
    let internal = internal();
    let mut text = format!(
        "{ORIGIN}:8080 {{\n\troot * {ROOT}\n\n\
         \t@hashed {{\n\t\tmethod GET HEAD\n\t\tpath_regexp {hexadecimal}\n\
         \t\tnot path_regexp {numbers}\n\t}}\n\
         \t@named not path_regexp {hexadecimal}\n\t@numbered path_regexp {numbers}\n\
         \t@hidden {{\n\t\tpath_regexp /\\.\n\t\tnot path /.well-known/*\n\t}}\n\
         \t@internal path_regexp {internal}\n\t@other not method GET HEAD\n\n\
         \theader @hashed {CACHE} \"{A_YEAR}\"\n\theader @named {CACHE} \"{REVALIDATE}\"\n\
         \theader @numbered {CACHE} \"{REVALIDATE}\"\n\theader @other {CACHE} \"{REVALIDATE}\"\n\
         \theader {POLICY} \"{}\"\n",
        table.policy_of_all(),
    );
    for (name, value) in EVERYWHERE {
        // Writing to a String cannot fail.
        _ = writeln!(text, "\theader {name} \"{value}\"");
    }
    text.push_str(
        "\theader >Vary Accept-Encoding\n\theader @other Allow \"GET, HEAD\"\n\n\
         \trespond /healthz ok\n\trespond @hidden 404\n\trespond @internal 404\n\
         \trespond @other 405\n\tfile_server {\n\t\tprecompressed br gzip\n\t}\n\
         \thandle_errors {\n\t\theader Cache-Control \"no-cache\"\n\t\trewrite * /404.html\n\
         \t\tfile_server\n\t}\n}\n",
    );
    text
}
