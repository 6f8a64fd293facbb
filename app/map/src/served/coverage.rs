//! The coverage files.

use crate::{Amount, CoverageByClass, Layer, TerritoryKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `couverture.json`: the coverage of every territory of which something is known.
pub type CoverageFile = BTreeMap<TerritoryKey, TerritoryCoverage>;

/// The coverage of one territory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TerritoryCoverage {
    /// By layer, the amounts by class; a layer of which nothing is known here is left out.
    pub couches: BTreeMap<Layer, CoverageByClass>,
    /// By scheme id, how much of the territory lies inside its perimeter.
    pub dispositifs: BTreeMap<String, Amount>,
}
