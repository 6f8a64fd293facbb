//! Schemes and places as things: pointed at, chosen, linked, by mouse, finger and keyboard.
//!
//! | file | scenario |
//! | --- | --- |
//! | `list` | the links of the panel, what they outline, where they lead |
//! | `symbols` | discs, pins, seats and places on the map |
//! | `communes` | an address that names a commune alone |

mod communes;
mod list;
mod symbols;

/// The key of the Métropole de Lyon.
const LYON: &str = "epci-200046977";
