//! The white zone of a territory: the communes and inhabitants that are in neither a CLS nor a CPTS.

use super::Class;
use serde::{Deserialize, Serialize};

/// The people of a white zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    /// Communes of which every part is outside.
    pub communes: u32,
    /// Inhabitants.
    pub population: u32,
}

/// The white zone, as far as it is known. A scheme of any status leaves its communes out of it.
///
/// # Example
/// ```
/// use map::{Class, Outside, WhiteZone};
///
/// let village = Outside { communes: 1, population: 300 };
/// let of = |cls, cpts| WhiteZone::of_classes(cls, cpts, village);
/// assert_eq!(of(Class::None, Class::None), WhiteZone::Exactly(village));
/// assert_eq!(of(Class::Active, Class::Undocumented), WhiteZone::Exactly(Outside::default()));
/// assert_eq!(of(Class::None, Class::NotKnown), WhiteZone::AtMost(village));
/// assert_eq!(of(Class::None, Class::Undocumented), WhiteZone::Undocumented);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhiteZone {
    /// That much: where no scheme is known, lists say of both layers that there is none.
    Exactly(Outside),
    /// That much, and perhaps less: schemes of a layer are known one by one.
    AtMost(Outside),
    /// Nothing is known of a layer in a part of it.
    Undocumented,
}

impl WhiteZone {
    /// No white zone.
    pub const NONE: Self = Self::Exactly(Outside { communes: 0, population: 0 });

    /// The white zone of an area that has one class in each layer. `all` are its people.
    pub fn of_classes(cls: Class, cpts: Class, all: Outside) -> Self {
        let classes = [cls, cpts];
        match classes {
            _ if !classes.into_iter().all(Class::is_outside) => Self::NONE,
            [Class::None, Class::None] => Self::Exactly(all),
            _ if classes.contains(&Class::Undocumented) => Self::Undocumented,
            _ => Self::AtMost(all),
        }
    }

    /// The white zone of this area and another one together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Undocumented, _) | (_, Self::Undocumented) => Self::Undocumented,
            (Self::Exactly(one), Self::Exactly(other)) => Self::Exactly(one.and(other)),
            (
                Self::Exactly(one) | Self::AtMost(one),
                Self::Exactly(other) | Self::AtMost(other),
            ) => Self::AtMost(one.and(other)),
        }
    }
}

impl Outside {
    const fn and(self, other: Self) -> Self {
        Self {
            communes: self.communes + other.communes,
            population: self.population + other.population,
        }
    }
}

impl std::iter::Sum for WhiteZone {
    fn sum<I: Iterator<Item = Self>>(zones: I) -> Self {
        zones.fold(Self::NONE, Self::and)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_documented_makes_the_whole_unknown_and_facts_make_it_a_bound() {
        let outside = |communes, population| Outside { communes, population };
        let exact = WhiteZone::Exactly(outside(2, 500));
        let bound = WhiteZone::AtMost(outside(1, 70));
        let sum = |zones: &[WhiteZone]| zones.iter().copied().sum::<WhiteZone>();
        assert_eq!(sum(&[]), WhiteZone::NONE);
        assert_eq!(sum(&[exact, exact]), WhiteZone::Exactly(outside(4, 1000)));
        assert_eq!(sum(&[exact, bound]), WhiteZone::AtMost(outside(3, 570)));
        assert_eq!(sum(&[exact, WhiteZone::Undocumented, bound]), WhiteZone::Undocumented);
    }

    #[test]
    fn a_scheme_of_any_status_is_no_white_zone() {
        let all = Outside { communes: 1, population: 9 };
        for class in [Class::Expired, Class::InPreparation, Class::Unknown, Class::FormerState] {
            assert_eq!(WhiteZone::of_classes(Class::None, class, all), WhiteZone::NONE);
        }
    }
}
