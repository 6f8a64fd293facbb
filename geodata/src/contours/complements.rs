//! Outlines that complete the published contours: communes re-established since, and municipal
//! arrondissements. Both fit the published contours to the last digit.

use super::areas::polygon_ha;
use super::read::{PartOfContour, PublishedContour, parts};
use crate::error::Error;
use map::CommuneCode;
use std::collections::BTreeSet;
use std::path::Path;

/// The outlines of a folder.
pub(super) struct Complements {
    /// Communes in force on the ground of one published contour: re-established ones, and the rest.
    restored: Vec<PartOfContour>,
    /// Municipal arrondissements, each with its commune.
    pub(super) arrondissements: Vec<PartOfContour>,
}

impl Complements {
    /// Reads the two files of `folder`.
    ///
    /// # Errors
    /// [`Error`] with the file's name when one is missing or of another form.
    pub(super) fn read(folder: &Path) -> Result<Self, Error> {
        Ok(Self {
            restored: parts(&folder.join("communes-retablies.geojson"), "commune_2018")?,
            arrondissements: parts(&folder.join("arrondissements-municipaux.geojson"), "commune")?,
        })
    }

    /// The published contours, those that were divided since replaced by their parts.
    pub(super) fn restored_into<'a>(
        &'a self,
        published: &'a [PublishedContour],
    ) -> Vec<&'a PublishedContour> {
        let divided: BTreeSet<&str> = self.restored.iter().map(|one| one.whole.as_str()).collect();
        let whole = published.iter().filter(|one| !divided.contains(one.code.as_str()));
        whole.chain(self.restored.iter().map(|one| &one.contour)).collect()
    }

    /// Whether a commune was re-established since the contours were published.
    pub(super) fn restores(&self, commune: &CommuneCode) -> bool {
        let is_it = |one: &PartOfContour| one.contour.code == commune.as_str();
        self.restored.iter().any(|one| is_it(one) && one.contour.code != one.whole)
    }

    /// The surface of each arrondissement in hectares, by code.
    pub(super) fn surfaces_ha(&self) -> impl Iterator<Item = (&str, f64)> {
        self.arrondissements.iter().map(|one| {
            let polygons = one.contour.polygons.iter();
            (one.contour.code.as_str(), polygons.map(polygon_ha).sum())
        })
    }
}

#[cfg(test)]
impl Complements {
    /// Arrondissements only.
    pub(super) fn of_arrondissements(arrondissements: Vec<PartOfContour>) -> Self {
        Self { restored: Vec::new(), arrondissements }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contour(code: &str) -> PublishedContour {
        PublishedContour { code: code.into(), name: String::new(), polygons: Vec::new() }
    }

    #[test]
    fn parts_take_the_place_of_the_contour_that_they_divide() {
        let part = |code: &str| PartOfContour { contour: contour(code), whole: "15141".into() };
        let restored = vec![part("15031"), part("15141")];
        let complements = Complements { restored, arrondissements: Vec::new() };
        let published = [contour("15138"), contour("15141")];
        let contours = complements.restored_into(&published);
        let codes: Vec<&str> = contours.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["15138", "15031", "15141"]);
        let restores = |code| complements.restores(&CommuneCode::new(code).unwrap());
        assert_eq!(["15031", "15141", "15138"].map(restores), [true, false, false]);
    }
}
