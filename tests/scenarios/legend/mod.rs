//! The legend.
//!
//! | file | scenario |
//! | --- | --- |
//! | `frame` | its box: what it covers, and how it is closed |
//! | `layer_switches` | a switch for each layer |
//! | `shares` | the second reading: the share that schemes cover |
//! | `status_filters` | a row for each status, which hides and shows it |

mod frame;
mod layer_switches;
mod shares;
mod status_filters;
