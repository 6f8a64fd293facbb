//! The table for other hosts: what a static host reads from `_headers`, and examples of configurations
//! for nginx and Caddy.

mod rules;

// One host each.
mod caddy;
mod netlify;
mod nginx;
mod text;

pub(crate) use rules::rules;
