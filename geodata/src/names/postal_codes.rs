//! Postal codes, half of which are also the INSEE code of another commune.

use crate::territories::Territories;
use std::collections::HashMap;

/// The communes of each postal code.
pub struct PostalCodes<'a> {
    communes: HashMap<&'a str, Vec<usize>>,
}

impl<'a> PostalCodes<'a> {
    /// Indexes the postal codes of `territories`.
    pub fn new(territories: &'a Territories) -> Self {
        let mut communes: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, commune) in territories.communes.iter().enumerate() {
            for code in commune.codes_postaux.split(' ').filter(|code| !code.is_empty()) {
                communes.entry(code).or_default().push(index);
            }
        }
        Self { communes }
    }

    /// The communes that share `code`, by their indices in the table; none if it is no postal code.
    pub fn communes_of(&self, code: &str) -> &[usize] {
        self.communes.get(code).map_or(&[], Vec::as_slice)
    }
}
