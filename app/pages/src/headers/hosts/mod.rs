//! The table of headers in the language of each kind of host.

// The hosts.
mod caddy;
mod headers_file;
mod nginx;

// Parts of several of them.
mod text;

use super::table::Table;
use clap::ValueEnum;

/// A kind of host that serves the site by its own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Host {
    /// Fichier _headers (notre serveur, Netlify, Cloudflare Pages et d’autres)
    Headers,
    /// Configuration nginx
    Nginx,
    /// Caddyfile
    Caddy,
}

/// The rules of a site for `host`.
pub fn rules(host: Host, table: &Table) -> String {
    match host {
        Host::Headers => headers_file::rules(table),
        Host::Nginx => nginx::rules(table),
        Host::Caddy => caddy::rules(table),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The committed examples are for a site that any other site may show in a frame, and that has
    /// no inline script.
    #[test]
    fn the_committed_examples_are_what_the_table_says() {
        for (host, committed) in [
            (Host::Nginx, include_str!("../../../../../server/examples/nginx.conf")),
            (Host::Caddy, include_str!("../../../../../server/examples/Caddyfile")),
        ] {
            let written = rules(host, &Table::default());
            assert_eq!(written, committed, "write it anew: pages rules {host:?} EMPTY_FOLDER");
        }
    }
}
