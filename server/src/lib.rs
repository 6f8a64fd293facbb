//! A static server: it serves one folder over HTTP, and does nothing else.
//!
//! [`serve`] reads the folder into a site, listens, prints its addresses, and answers until a
//! signal asks it to stop. Meanwhile it reads the folder again whenever it changes. A single
//! request is answered by [`respond`], which needs no connection.

// The commands.
mod commands;
mod serve;

// From a connection to an answer: connection → request → site → headers. No arrow turns back.
mod connection;
mod headers;
mod request;
mod site;

// Shared by all of them.
mod arguments;
mod date;
mod error;
mod log;
mod notify;
mod open_files;
mod options;
mod signals;

pub use arguments::Refusal;
pub use commands::{pack, read_site};
pub use error::ServeError;
pub use options::{Command, LogFormat, Options};
pub use request::{Answer, Fields, Request, respond};
pub use serve::serve;
pub use site::Site;
