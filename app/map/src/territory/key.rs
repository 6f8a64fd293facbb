//! Territory keys: the level and the code of a territory as one text.

use super::Level;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A territory by its level and its code, as files and addresses name it: `departement-69`.
///
/// # Example
/// ```
/// use map::{KeyError, Level, TerritoryKey};
///
/// let key: TerritoryKey = "epci-200046977".parse()?;
/// assert_eq!((key.level, key.code.as_str()), (Level::Epci, "200046977"));
/// let rhone = TerritoryKey { level: Level::Department, code: "69".to_owned() };
/// assert_eq!(rhone.to_string(), "departement-69");
/// assert!("dep-69".parse::<TerritoryKey>().is_err());
/// # Ok::<(), KeyError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TerritoryKey {
    /// The level, below the whole country.
    pub level: Level,
    /// The code of the COG, or the SIREN number.
    pub code: String,
}

/// The reason why a text is no territory key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text does not begin with a level and a hyphen.
    #[error("expected a level (region, departement, epci, commune, arrondissement) and a hyphen")]
    Level,
    /// The rest is not a code of that level.
    #[error("expected a code of level {}", .0.code())]
    Code(Level),
}

impl FromStr for TerritoryKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (level, code) = text.split_once('-').ok_or(KeyError::Level)?;
        let level = Level::from_code(level).filter(|&level| level != Level::Country);
        let level = level.ok_or(KeyError::Level)?;
        if !level.has_code_like(code) {
            return Err(KeyError::Code(level));
        }
        Ok(Self { level, code: code.to_owned() })
    }
}

impl fmt::Display for TerritoryKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.level.code(), self.code)
    }
}

impl Serialize for TerritoryKey {
    /// A text where people read it, and in the files of the page the level as a number: the name of
    /// each level would stand in them hundreds of times.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        (self.level, &self.code).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for TerritoryKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return String::deserialize(deserializer)?.parse().map_err(D::Error::custom);
        }
        let (level, code) = <(Level, String)>::deserialize(deserializer)?;
        if level == Level::Country || !level.has_code_like(&code) {
            return Err(D::Error::custom(KeyError::Code(level)));
        }
        Ok(Self { level, code })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_every_level_survives_its_text() {
        for text in [
            "region-84",
            "departement-2A",
            "epci-200046977",
            "commune-69123",
            "arrondissement-13213",
        ] {
            assert_eq!(
                text.parse::<TerritoryKey>().map(|key| key.to_string()).as_deref(),
                Ok(text)
            );
        }
    }

    #[test]
    fn the_files_of_the_page_have_levels_as_numbers_and_json_has_texts() {
        let key: TerritoryKey = "departement-69".parse().unwrap();
        let mut bytes = [0; 16];
        let bytes = postcard::to_slice(&key, &mut bytes).unwrap();
        assert_eq!(bytes, [2, 2, b'6', b'9']);
        assert_eq!(postcard::from_bytes::<TerritoryKey>(bytes).as_ref(), Ok(&key));
        assert!(postcard::from_bytes::<TerritoryKey>(&[2, 2, b'6', b'x']).is_err());
        assert!(postcard::from_bytes::<TerritoryKey>(&[0, 2, b'F', b'R']).is_err());
        let text = serde_json::to_string(&key).unwrap();
        assert_eq!(text, "\"departement-69\"");
        assert_eq!(serde_json::from_str::<TerritoryKey>(&text).unwrap(), key);
        assert!(serde_json::from_str::<TerritoryKey>("\"dep-69\"").is_err());
    }

    #[test]
    fn other_texts_are_refused_with_what_was_expected() {
        for text in ["", "69", "dep-69", "reg-84", "com-69123", "pays-FR", "-69"] {
            assert_eq!(text.parse::<TerritoryKey>(), Err(KeyError::Level), "{text}");
        }
        for text in ["departement-", "departement-6", "departement-69-", "departement-6é"] {
            let expected = Err(KeyError::Code(Level::Department));
            assert_eq!(text.parse::<TerritoryKey>(), expected, "{text}");
        }
    }
}
