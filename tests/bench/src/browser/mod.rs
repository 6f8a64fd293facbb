//! The browser: its protocol, what it loads and what it costs.
//!
//! | file | content |
//! | --- | --- |
//! | `chromium` | a browser with one page |
//! | `cdp` | the connection to that page |
//! | `traffic` | bytes on the wire, by kind |
//! | `processes` | processor time and memory, from `/proc` |

mod cdp;
mod chromium;
mod processes;
mod traffic;

pub use cdp::{Cdp, Command, Event};
pub use chromium::Browser;
pub use processes::{cpu_seconds, renderer_megabytes};
pub use traffic::{bytes_by_kind, bytes_complete};
