//! The rules for each kind of host.

use super::{caddy, netlify, nginx};
use crate::headers::table::Table;
use crate::options::Host;

/// Returns the rules for `host` and a site with the files `names`.
pub(crate) fn rules(host: Host, table: &Table, names: &[&str]) -> String {
    match host {
        Host::Headers => netlify::rules(table, names),
        Host::Nginx => nginx::rules(table),
        Host::Caddy => caddy::rules(table),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::headers::table::Framing;

    /// The committed examples are for a site that any other site may show in a frame, and that has
    /// no inline script.
    #[test]
    fn the_committed_examples_are_what_the_table_says() {
        let table = Table { inline: HashMap::new(), framing: Framing::example("*") };
        for (host, committed) in [
            (Host::Nginx, include_str!("../../../examples/nginx.conf")),
            (Host::Caddy, include_str!("../../../examples/Caddyfile")),
        ] {
            let written = rules(host, &table, &[]);
            assert_eq!(written, committed, "{host:?}: write server/examples anew");
        }
    }
}
