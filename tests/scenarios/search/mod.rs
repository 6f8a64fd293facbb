//! The search box: what it finds, by mouse, finger and keyboard, on good lines and poor ones.
//!
//! | file | scenario |
//! | --- | --- |
//! | `finding` | codes, former names, errors, homonyms, and what a result leads to |
//! | `keyboard` | from « / » to the answer without a mouse |
//! | `phone` | a telephone of 360 × 740 |
//! | `network` | missing files, no line, bytes |
//! | `speed` | the time of a key |

mod finding;
mod keyboard;
mod network;
mod phone;
mod speed;
