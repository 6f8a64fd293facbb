//! One figure of a table, and its rank among those of its column.

use crate::served::Share;
use crate::{Layer, SchemeCount, Status, WhiteZone};

/// A figure, with how well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Inhabitants or communes; none where they are not known.
    Number(Option<u32>),
    /// Schemes.
    Schemes(SchemeCount),
    /// A share of the population in an active scheme.
    Share(Share),
    /// The white zone of a territory of so many inhabitants.
    WhiteZone(WhiteZone, u32),
    /// The layer of a scheme.
    Layer(Layer),
    /// The status of a scheme of that layer.
    Status(Layer, Status),
}

/// The rank of a cell in its column. Bounds come after what is known, whatever the direction, and what
/// is not known after these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A figure, or one that is known to be at least so much.
    Known(u32),
    /// A figure that is known to be at most so much.
    AtMost(u32),
    /// No figure.
    Unknown,
}

/// The parts of a whole that ranks of shares tell apart.
const PARTS: u64 = 10_000;

impl Cell {
    /// The rank, by which a column is sorted.
    pub(super) fn rank(self) -> Rank {
        match self {
            Self::Number(number) => number.map_or(Rank::Unknown, Rank::Known),
            Self::Schemes(SchemeCount::NotDocumented | SchemeCount::AtLeast(0)) => Rank::Unknown,
            Self::Schemes(SchemeCount::Listed(all) | SchemeCount::AtLeast(all)) => Rank::Known(all),
            Self::Share(share) => match share {
                Share::Zero => Rank::Known(0),
                // Less than half of one is more than nothing.
                Share::Exactly(percent) | Share::AtLeast(percent) => {
                    Rank::Known(u32::from(percent) + 1)
                }
                Share::Uncertain | Share::NotKnown | Share::Undocumented => Rank::Unknown,
            },
            Self::WhiteZone(zone, whole) => {
                let part =
                    |people: u32| (u64::from(people) * PARTS / u64::from(whole.max(1))) as u32;
                match zone {
                    WhiteZone::Exactly(outside) => Rank::Known(part(outside.population)),
                    WhiteZone::AtMost(outside) => Rank::AtMost(part(outside.population)),
                    WhiteZone::Undocumented => Rank::Unknown,
                }
            }
            Self::Layer(layer) => Rank::Known(layer as u32),
            Self::Status(_, status) => Rank::Known(status as u32),
        }
    }
}
