//! `parts.bin`: the share of each territory's population in an active CLS or CPTS, for the second
//! reading of the map, and its white zone, for tables. The page fetches it when one of them is chosen.

use crate::{Class, CoverageByClass, Layer, WhiteZone};
use serde::{Deserialize, Serialize};

/// The number of classes that shares are sorted into.
pub const SHARE_CLASSES: usize = 4;

/// The shares of both area layers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SharesFile {
    /// Those of CLS.
    pub cls: LayerShares,
    /// Those of CPTS.
    pub cpts: LayerShares,
    /// The white zones.
    pub white_zones: WhiteZones,
}

/// The white zones of territories, in the order of the records.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WhiteZones {
    /// By region.
    pub regions: Vec<WhiteZone>,
    /// By department.
    pub departments: Vec<WhiteZone>,
    /// By intercommunality.
    pub epci: Vec<WhiteZone>,
}

/// The shares of one layer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LayerShares {
    /// The lowest percentage of each class, rising; the first is 0.
    pub bounds: [u8; SHARE_CLASSES],
    /// By department, in code order.
    pub departments: Vec<Share>,
    /// By intercommunality, in code order.
    pub epci: Vec<Share>,
}

/// The share of a population in active perimeters of one layer. Percentages are whole: 0 is less than
/// half of one, yet not nothing; 100 is everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Share {
    /// That percentage.
    Exactly(u8),
    /// That percentage, and perhaps more: schemes are known one by one.
    AtLeast(u8),
    /// Nobody: no perimeter is active.
    Zero,
    /// No perimeter is said to be active, and some may be: presumed, not established, not stated, over
    /// without a known successor.
    Uncertain,
    /// No perimeter is known to be active; schemes are known one by one.
    NotKnown,
    /// Nothing is known.
    Undocumented,
}

/// The row of the legend that a share is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareRow {
    /// The class of that index.
    Class(usize),
    /// [`Share::Zero`].
    Zero,
    /// [`Share::Uncertain`].
    Uncertain,
    /// [`Share::NotKnown`].
    NotKnown,
    /// [`Share::Undocumented`].
    Undocumented,
}

impl Share {
    /// The share of a territory of so many inhabitants.
    pub fn of(coverage: &CoverageByClass, population: u32) -> Self {
        let has = |wanted: &[Class]| coverage.keys().any(|class| wanted.contains(class));
        if coverage.keys().all(|class| *class == Class::Undocumented) {
            return Self::Undocumented;
        }
        let is_open = has(&[Class::NotKnown, Class::Undocumented]);
        let covered = coverage.get(&Class::Active).map_or(0, |active| active.population);
        if covered > 0 {
            let percent = percent(covered, population);
            return if is_open { Self::AtLeast(percent) } else { Self::Exactly(percent) };
        }
        let uncertain = [
            Class::Presumed,
            Class::NotEstablished,
            Class::Unknown,
            Class::Expired,
            Class::FormerState,
        ];
        match is_open {
            _ if has(&uncertain) => Self::Uncertain,
            true => Self::NotKnown,
            false => Self::Zero,
        }
    }

    /// The percentage; none where no share is known.
    pub const fn percent(self) -> Option<u8> {
        match self {
            Self::Exactly(percent) | Self::AtLeast(percent) => Some(percent),
            _ => None,
        }
    }
}

/// A whole percentage: 100 for everybody only.
fn percent(part: u32, whole: u32) -> u8 {
    let (part, whole) = (u64::from(part), u64::from(whole.max(1)));
    let rounded = (part * 200 + whole) / (2 * whole);
    if part < whole { rounded.min(99) as u8 } else { 100 }
}

impl SharesFile {
    /// The shares of a layer; none for projects, which have no share.
    pub const fn of(&self, layer: Layer) -> Option<&LayerShares> {
        match layer {
            Layer::Cls => Some(&self.cls),
            Layer::Cpts => Some(&self.cpts),
            Layer::Projects => None,
        }
    }
}

impl LayerShares {
    /// The row of a share in the legend.
    pub fn row(&self, share: Share) -> ShareRow {
        match share {
            Share::Exactly(percent) | Share::AtLeast(percent) => {
                let above = self.bounds.iter().filter(|bound| **bound <= percent).count();
                ShareRow::Class(above.saturating_sub(1))
            }
            Share::Zero => ShareRow::Zero,
            Share::Uncertain => ShareRow::Uncertain,
            Share::NotKnown => ShareRow::NotKnown,
            Share::Undocumented => ShareRow::Undocumented,
        }
    }

    /// The lowest and the highest percentage of a class.
    pub fn class_bounds(&self, class: usize) -> (u8, u8) {
        let next = self.bounds.get(class + 1);
        (
            self.bounds.get(class).copied().unwrap_or(0),
            next.map_or(100, |next| next.saturating_sub(1)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Amount;

    fn share(classes: &[(Class, u32)]) -> Share {
        let amount = |&(class, population): &(Class, u32)| {
            (class, Amount { communes: 1, population, ..Amount::default() })
        };
        let whole = classes.iter().map(|(_, population)| population).sum();
        Share::of(&classes.iter().map(amount).collect(), whole)
    }

    #[test]
    fn a_share_is_a_lower_bound_where_schemes_are_known_one_by_one() {
        assert_eq!(share(&[(Class::Active, 240), (Class::None, 760)]), Share::Exactly(24));
        assert_eq!(share(&[(Class::Active, 240), (Class::NotKnown, 760)]), Share::AtLeast(24));
        assert_eq!(share(&[(Class::Active, 10)]), Share::Exactly(100), "there is no more to know");
    }

    #[test]
    fn no_data_is_never_zero() {
        assert_eq!(share(&[(Class::Undocumented, 5)]), Share::Undocumented);
        assert_eq!(share(&[(Class::NotKnown, 5)]), Share::NotKnown);
        assert_eq!(share(&[(Class::None, 4), (Class::Unknown, 5)]), Share::Uncertain);
        assert_eq!(share(&[(Class::Expired, 4), (Class::NotKnown, 5)]), Share::Uncertain);
        assert_eq!(share(&[(Class::None, 5), (Class::InPreparation, 4)]), Share::Zero);
    }

    #[test]
    fn a_percentage_never_pretends_to_be_everybody() {
        assert_eq!(share(&[(Class::Active, 999), (Class::None, 1)]), Share::Exactly(99));
        assert_eq!(share(&[(Class::Active, 1), (Class::None, 999)]), Share::Exactly(0));
    }

    #[test]
    fn every_percentage_is_in_one_class_between_its_bounds() {
        let shares = LayerShares { bounds: [0, 22, 46, 76], ..LayerShares::default() };
        for percent in 0..=100 {
            let ShareRow::Class(class) = shares.row(Share::AtLeast(percent)) else { panic!() };
            let (low, high) = shares.class_bounds(class);
            assert!((low..=high).contains(&percent), "{percent}: {low}–{high}");
        }
        assert_eq!(shares.class_bounds(3), (76, 100));
    }
}
