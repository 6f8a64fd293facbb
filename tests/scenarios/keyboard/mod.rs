//! The page without a mouse.
//!
//! | file | scenario |
//! | --- | --- |
//! | `focus` | Tab, Escape, and where the keyboard is after a button |
//! | `arrow_keys` | from neighbour to neighbour on the map |

mod arrow_keys;
mod focus;
