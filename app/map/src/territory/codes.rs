//! The codes of territories, as text: `"01"`, `"2A"`, `"200046977"`. One type per kind, so that they never mix.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A text that is not a code of the expected kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("«\u{a0}{found}\u{a0}» n’est pas un {expected}")]
pub struct CodeError {
    /// The text found.
    pub found: String,
    /// The kind of code expected, with its form, in French.
    pub expected: &'static str,
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $expected:literal, $is_valid:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The kind and the form of the code, in French, for error messages.
            pub const EXPECTED: &'static str = $expected;

            /// Checks the form of a code; whether it exists is for the tables to say.
            ///
            /// # Errors
            /// [`CodeError`] when `text` does not have the form of the code.
            pub fn new(text: &str) -> Result<Self, CodeError> {
                let is_valid: fn(&[u8]) -> bool = $is_valid;
                if is_valid(text.as_bytes()) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(CodeError { found: text.to_owned(), expected: Self::EXPECTED })
                }
            }

            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;
            fn try_from(text: String) -> Result<Self, CodeError> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

code!(
    /// A region of the COG, two digits: `"84"`.
    RegionCode,
    "code de région (2 chiffres)",
    |code| code.len() == 2 && code.iter().all(u8::is_ascii_digit)
);
code!(
    /// A department of the COG: `"01"`, `"2A"`, `"974"`.
    DepartmentCode,
    "code de département (2 ou 3 caractères, par exemple 01, 2A ou 974)",
    |code| matches!(code.len(), 2 | 3) && is_insee(code)
);
code!(
    /// A commune or a municipal arrondissement of the COG, five characters: `"01004"`, `"2A004"`.
    CommuneCode,
    "code INSEE de commune (5 caractères)",
    |code| code.len() == 5 && is_insee(code)
);
code!(
    /// The SIREN number of an intercommunality, nine digits: `"200046977"`.
    EpciSiren,
    "numéro SIREN d’EPCI (9 chiffres)",
    |code| code.len() == 9 && code.iter().all(u8::is_ascii_digit)
);

impl CommuneCode {
    /// The code of the department that the commune belongs to.
    pub fn department(&self) -> &str {
        let length = if self.as_str().starts_with("97") { 3 } else { 2 };
        &self.as_str()[..length]
    }
}

/// Digits only, but for the second character, which is A or B in Corsica.
fn is_insee(code: &[u8]) -> bool {
    let is_corsican = code[0] == b'2' && matches!(code[1], b'A' | b'B');
    code.iter().enumerate().all(|(i, c)| c.is_ascii_digit() || (i == 1 && is_corsican))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_cog_are_accepted_as_text() {
        assert_eq!(DepartmentCode::new("2A").unwrap().as_str(), "2A");
        assert_eq!(CommuneCode::new("01004").unwrap().as_str(), "01004");
        assert!(CommuneCode::new("2B033").is_ok());
        assert!(DepartmentCode::new("974").is_ok());
        assert!(EpciSiren::new("200046977").is_ok());
    }

    #[test]
    fn other_texts_are_refused_with_what_was_expected() {
        for text in ["", "1004", "é1004", "A2004", "2C004", "010041"] {
            let error = CommuneCode::new(text).unwrap_err();
            assert_eq!(error.found, text);
            assert_eq!(error.expected, CommuneCode::EXPECTED);
        }
        assert!(EpciSiren::new("20004697x").is_err());
        assert!(DepartmentCode::new("2").is_err());
    }
}
