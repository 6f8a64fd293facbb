//! The static server: one site over HTTP, and nothing else. It knows nothing of maps.
//!
//! [`serve`] reads the site, and refuses a folder that holds none; listens, and prints the addresses on
//! standard output; adds the compressed variants, and from then on follows the folder; answers until
//! SIGINT or SIGTERM; and lets running downloads finish for a while.

// What the program does.
mod commands;
mod serve;

// From a connection to an answer. connection → request → site → headers: no arrow turns back.
mod connection;
mod headers;
mod request;
mod site;

// What they all need.
mod date;
mod error;
mod log;
mod notify;
mod options;
mod signals;

pub use commands::{export, pack};
pub use error::ServeError;
pub use options::{Command, Host, LogFormat, Options};
pub use serve::serve;
