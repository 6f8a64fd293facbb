//! The legend.
//!
//! | file | scenario |
//! | --- | --- |
//! | `layer_switches` | a switch for each layer |
//! | `status_filters` | a row for each status, which hides and shows it |

mod layer_switches;
mod status_filters;
