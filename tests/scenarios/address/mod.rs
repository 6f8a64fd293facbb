//! The address bar.
//!
//! | file | scenario |
//! | --- | --- |
//! | `sharing` | an address opens the view that it was copied from |
//! | `history` | back and forward |

mod history;
mod sharing;
