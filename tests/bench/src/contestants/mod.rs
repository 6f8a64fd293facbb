//! The pages that are measured.
//!
//! | file | content |
//! | --- | --- |
//! | `contestant` | their list: ours, nine peers, a bare picture, a blank page |
//! | `drawn` | the map that ours draws |
//! | `peer_site` | the folder of the peers' pages, ready to be served |
//! | `peer_data` | the two files that they load |

mod contestant;
mod drawn;
mod peer_data;
mod peer_site;

pub use contestant::Contestant;
pub use drawn::drawn_model;
pub use peer_site::complete;
