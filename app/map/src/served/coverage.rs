//! The coverage file.

use crate::coverage::TerritoryCoverage;
use std::collections::BTreeMap;

/// `couverture.json`: by territory, `dep-69` or `epci-200046977`.
pub type CoverageFile = BTreeMap<String, TerritoryCoverage>;
