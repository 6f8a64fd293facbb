//! A server of our own on a free port, a site in a temporary folder, and a client that sends
//! exactly the bytes it is given.

pub mod frames;
mod large;
mod server;
mod site;
mod wait;
mod wire;

pub use large::{PAGES, large_folder, page_path, page_text};
pub use server::{Server, command, memory, without_rights};
pub use site::{RULES, Site, coded, folder, long_text, write, write_sibling};
pub use wait::eventually;
pub use wire::{Answer, Wire};
