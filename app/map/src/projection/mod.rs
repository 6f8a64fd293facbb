//! The projections: from longitude and latitude to metres by closed formulae, and from there to the
//! map plane, where overseas departments lie in insets.
//!
//! | projection | territory | system | EPSG | datum | method |
//! | --- | --- | --- | --- | --- | --- |
//! | [`Projection::Mainland`] | mainland and Corsica | Lambert-93 | 2154 | RGF93 | 9802 |
//! | [`Projection::Guadeloupe`] | 971 | UTM zone 20 north | 5490 | RGAF09 | 9807 |
//! | [`Projection::Martinique`] | 972 | UTM zone 20 north | 5490 | RGAF09 | 9807 |
//! | [`Projection::Guyane`] | 973 | UTM zone 22 north | 2972 | RGFG95 | 9807 |
//! | [`Projection::LaReunion`] | 974 | UTM zone 40 south | 2975 | RGR92 | 9807 |
//! | [`Projection::Mayotte`] | 976 | UTM zone 38 south | 4471 | RGM04 | 9807 |
//!
//! Every datum is on GRS80 and nothing here shifts one datum to another. Every projection is
//! conformal, and so is the map: an inset is scaled and moved, never bent.
//!
//! # Source
//! IOGP Publication 373-7-2 (EPSG Guidance Note 7, part 2), methods 9802 and 9807.

// The projections of the map, and the insets in its plane.
mod composite;
mod layout;

// The coordinate systems and their formulae.
mod conic;
mod ellipsoid;
mod mercator;
mod point;
mod system;

#[cfg(test)]
mod tests;

pub use composite::{Projection, country_bounds};
pub use layout::MAINLAND;
pub(crate) use layout::{INSET_LABEL_HEIGHT, INSET_SCALE_BAR_HEIGHT};
