//! What is on its way and what cannot be had.
//!
//! | file | scenario |
//! | --- | --- |
//! | `gone` | files of before a deployment |
//! | `line` | a line that is cut and comes back, a download that hangs |
//! | `deep_link` | the sentence of a page before its map |

mod deep_link;
mod gone;
mod line;
