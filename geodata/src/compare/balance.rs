//! A figure before and after, with what came and what went.

use serde::Serialize;

/// A number before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// The number before.
    #[serde(rename = "avant")]
    pub before: u64,
    /// The part of the number after that was not there before.
    #[serde(rename = "gagnes")]
    pub gained: u64,
    /// The part of the number before that is no more.
    #[serde(rename = "perdus")]
    pub lost: u64,
    /// The number after.
    #[serde(rename = "apres")]
    pub after: u64,
}

impl Balance {
    /// Whether before + gained − lost = after.
    pub fn is_balanced(&self) -> bool {
        self.before + self.gained == self.after + self.lost
    }
}
