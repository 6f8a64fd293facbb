//! Tests of the running server, over its sockets. They are one binary, so that it links once.
//!
//! | attack or mishap | file |
//! | --- | --- |
//! | a path out of the root, a link out of it, hidden files, pipes | `files/paths` |
//! | a redirect to another host | `files/folders` |
//! | a request that two servers read in two ways, heads that are too long | `messages/malformed` |
//! | bodies, other methods | `messages/methods` |
//! | random and mutated bytes, for a minute | `messages/fuzz` |
//! | clients that send or read slowly, or nothing | `limits/time_outs` |
//! | thousands of clients, many of one peer | `limits/crowds` |
//! | clients of HTTP/2 that open wide windows and read nothing | `limits/memory` |
//! | half-copied, broken, unreadable and restless builds | `life/reload` |
//! | a file that is overwritten while it is sent | `life/reload`, `files/large` |
//! | dates before 1970 or kept by a build, tags of other content | `files/validators` |
//! | a compressed file that is not that of its neighbour | `files/encodings` |
//! | headers that the site may not set | `files/policies` |
//! | a file in the place of a socket | `life/sockets` |
//! | a device in the place of a program, a full disk | `life/pack` |
//! | a log that nobody reads, clients that stay, a flood at the end | `life/stop` |
//! | all of it at once | `life/soak` |

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

mod files;
mod life;
mod limits;
mod messages;
mod support;
mod typography;
