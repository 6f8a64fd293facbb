//! wasm-bindgen
fn main() {}
