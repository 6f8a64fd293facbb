//! The legend.
//!
//! | file | scenario |
//! | --- | --- |
//! | `frame` | its box: what it covers, and how it is closed |
//! | `layer_switches` | a switch for each layer |
//! | `status_filters` | a row for each status, which hides and shows it |

mod frame;
mod layer_switches;
mod status_filters;
