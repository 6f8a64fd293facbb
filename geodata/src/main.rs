//! The data compiler.
fn main() {}
