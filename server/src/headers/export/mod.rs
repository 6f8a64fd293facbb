//! The same table for other hosts: what a static host reads from `_headers`, and examples of
//! configurations for nginx and Caddy.

mod caddy;
mod netlify;
mod nginx;

use super::{FRAMEABLE, Table};
use crate::options::Host;

/// Where the files lie on a machine of one's own.
const ROOT: &str = "/srv/carte";

/// The rules for `host`, for a site of the files `names`.
pub(crate) fn rules(host: Host, table: &Table, names: &[&str]) -> String {
    match host {
        Host::Headers => netlify::rules(table, names),
        Host::Nginx => nginx::rules(table),
        Host::Caddy => caddy::rules(table),
    }
}

/// `Cache-Control` for `cache-control`: nothing reads the case but people.
fn title(name: &str) -> String {
    let parts = name.split('-').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    parts.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headers::Inline;

    /// The examples beside this crate's README are for a site that allows frames everywhere and has
    /// no inline script.
    #[test]
    fn the_committed_examples_are_what_the_table_says() {
        let table = Table { inline: Inline::default(), frame_ancestors: "*".to_owned() };
        for (host, committed) in [
            (Host::Nginx, include_str!("../../../examples/nginx.conf")),
            (Host::Caddy, include_str!("../../../examples/Caddyfile")),
        ] {
            let written = rules(host, &table, &[]);
            assert_eq!(written, committed, "{host:?}: write server/examples anew");
        }
    }
}
