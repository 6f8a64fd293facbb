//! From a request to its answer, without a byte of I/O. [`respond`] asks in this order:
//!
//! | module | question |
//! | --- | --- |
//! | `path` | which path below the root |
//! | `negotiate` | in which coding |
//! | `condition` | whether the client has it already |
//! | `range` | which part of it |

mod message;
mod respond;

// The questions.
mod condition;
mod negotiate;
mod path;
mod range;

pub(crate) use message::{Answer, Fields, Request};
pub(crate) use respond::respond;
