//! Answers to requests, computed without any I/O. [`respond`] asks these questions in their order:
//!
//! | module | question |
//! | --- | --- |
//! | `path` | which file is asked for |
//! | `negotiate` | which coding the client prefers |
//! | `condition` | whether the client has it already |
//! | `range` | which part of it the client wants |

mod message;
mod respond;

// The questions that an answer depends on.
mod condition;
mod negotiate;
mod path;
mod range;

pub use message::{Answer, Fields, Request};
pub use respond::respond;
