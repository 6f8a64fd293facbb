//! Keys of territories, as served files write them: `region-84`, `departement-69`,
//! `epci-200046977`, `commune-69123`.

use map::served::Level;

/// The key of the territory of a level and a code.
pub(super) fn territory_key(level: Level, code: &str) -> String {
    format!("{}-{code}", level_name(level))
}

/// A level in one French word, as in the column `niveau` of our tables.
pub(super) fn level_name(level: Level) -> &'static str {
    match level {
        Level::Country => "pays",
        Level::Region => "region",
        Level::Department => "departement",
        Level::Epci => "epci",
        Level::Commune => "commune",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_the_word_of_the_column_niveau() {
        let levels =
            [Level::Country, Level::Region, Level::Department, Level::Epci, Level::Commune];
        for level in levels {
            assert_eq!(serde_json::to_value(level).unwrap(), level_name(level));
        }
        assert_eq!(territory_key(Level::Department, "69"), "departement-69");
        assert_eq!(territory_key(Level::Commune, "69123"), "commune-69123");
    }
}
