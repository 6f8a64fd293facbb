//! The coverage file.

use crate::TerritoryKey;
use crate::coverage::TerritoryCoverage;
use std::collections::BTreeMap;

/// `couverture.json`: the coverage of every territory of which something is known.
pub type CoverageFile = BTreeMap<TerritoryKey, TerritoryCoverage>;
