//! The static server.
fn main() {}
