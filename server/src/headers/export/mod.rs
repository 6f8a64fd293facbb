//! The table of headers as configuration of other hosts.

mod rules;

// The hosts.
mod caddy;
mod netlify;
mod nginx;
mod text;

pub(crate) use rules::rules;
