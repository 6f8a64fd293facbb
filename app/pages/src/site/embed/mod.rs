//! The embed form of pages: the map and a caption, for frames of other sites.
//!
//! | file | holds |
//! | --- | --- |
//! | `page` | the embed of a page |
//! | `lines` | the lines that put it into another site |
//! | `oembed` | the answer to sites that turn a link into a frame |
//! | `scripts` | the scripts, as they are served |
//! | `versions` | the versions of the script for pages of others, which stay for good |

mod lines;
mod oembed;
mod page;
mod scripts;
mod versions;

pub(super) use lines::{addresses, embedding};
pub(super) use oembed::{discovery, oembed};
pub(super) use page::Embed;
pub(super) use scripts::{Script, Scripts};
pub(super) use versions::{LATEST, VERSIONS};
