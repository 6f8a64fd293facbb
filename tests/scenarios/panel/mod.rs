//! The panel: the answer for a territory.
//!
//! | file | scenario |
//! | --- | --- |
//! | `answers` | its sentences and counts |
//! | `announcements` | one sentence for screen readers |
//! | `steward` | a table that was changed |

mod announcements;
mod answers;
mod steward;
