//! Differences between our surfaces and the official ones, and why as far as the figures tell.
//!
//! Three surfaces of an intercommunality are at hand: that of our contours (edition 2018, full
//! detail), the official one, and that of the contours of the reference edition (2025, simplified
//! so coarsely that half of them are off by more than 0.2 %). The third one says which of the
//! other two is the odd one out; it cannot say more.

use super::complements::Complements;
use super::read::Reference;
use crate::territories::{Epci, Territories};
use crate::topology::{Arc, Topology};
use map::{CommuneCode, EpciSiren};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// The share of the official surface beyond which a difference is listed, be it in full detail or
/// in the committed contours.
pub const LISTED_FROM: f64 = 0.005;

/// Two contours agree when their surfaces differ by less than this share: nearly four standard
/// deviations of the coarse simplification of the reference edition (0.4 %).
const AGREEMENT: f64 = 0.015;

/// The intercommunalities on the estuary of the Gironde. Laid over each other, the contours of
/// 2018 reach into the estuary in one piece of 1 300 to 11 700 ha each, and those of 2025 end at
/// its banks.
const ON_THE_GIRONDE: [&str; 7] = [
    "200023794", // CC de Blaye
    "200041523", // CC de la Haute Saintonge
    "200069995", // CC Médoc Cœur de Presqu’île
    "200070720", // CC Médoc Atlantique
    "241700640", // CA Royan Atlantique
    "243300811", // CC de l’Estuaire
    "243301447", // CC Médoc Estuaire
];

/// An intercommunality whose surface is not the official one: a row of `surfaces.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exception {
    /// SIREN number.
    pub code: EpciSiren,
    /// Name.
    pub nom: String,
    /// Surface of our contours in full detail, hectares.
    pub surface_ha: f64,
    /// Official surface, hectares.
    pub surface_officielle_ha: f64,
    /// Ours less the official one, as a share of the official one.
    pub ecart: f64,
    /// The same for the committed, simplified contours.
    pub ecart_simplifie: f64,
    /// Surface of the contours of the reference edition, hectares.
    pub surface_contour_2025_ha: f64,
    /// Why.
    pub cause: Cause,
}

/// Why our surface is not the official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cause {
    /// Both contours agree and the official surface is smaller: it is a cadastral one, without
    /// large lakes, glaciers and estuaries.
    #[serde(rename = "surface cadastrale")]
    Cadastral,
    /// Our contours reach into the estuary of the Gironde.
    #[serde(rename = "estuaire de la Gironde")]
    Estuary,
    /// Both contours agree and the official surface is larger, where communes were re-established
    /// since 2018: it seems to count their area twice.
    #[serde(rename = "commune rétablie")]
    Restored,
    /// The contours differ, and a part of them borders on no other commune.
    #[serde(rename = "trait de côte ou frontière")]
    OuterBorder,
    /// Both contours agree and the official surface is larger; we cannot tell why.
    #[serde(rename = "écart non expliqué (les deux contours sont d’accord)")]
    OfficialIsLarger,
    /// The contours of the reference edition support neither surface.
    #[serde(rename = "écart non expliqué (le contour de 2025 ne tranche pas)")]
    Undecided,
}

/// The contours at hand.
pub(super) struct Known<'a> {
    /// The topology of the committed contours.
    pub(super) topology: &'a Topology,
    /// Its communes, in order.
    pub(super) faces: &'a [CommuneCode],
    /// The communes re-established since.
    pub(super) restored: &'a Complements,
}

/// The intercommunalities whose surface differs by more than [`LISTED_FROM`], in code order.
pub(super) fn exceptions(
    territories: &Territories,
    reference: &HashMap<String, Reference>,
    known: &Known<'_>,
) -> Vec<Exception> {
    let members = territories.members();
    let committed = Committed::new(territories, known.topology, known.faces);
    let exception = |epci: &Epci| {
        let reference = reference.get(epci.code.as_str())?;
        let communes = members.get(&epci.code)?;
        let communes = || communes.iter().map(|&index| &territories.communes[index]);
        let evidence = Evidence {
            ours: communes().filter_map(|one| one.surface_ha).sum(),
            official: reference.official_ha,
            contour: reference.contour_ha,
            is_on_the_gironde: ON_THE_GIRONDE.contains(&epci.code.as_str()),
            has_outer_border: committed.with_outer_border.contains(&epci.code),
            has_restored_commune: communes().any(|one| known.restored.restores(&one.code)),
        };
        let committed_ha = committed.surfaces_ha.get(&epci.code)?;
        let [share, committed_share] =
            [evidence.ours, *committed_ha].map(|ours| ours / reference.official_ha - 1.0);
        let is_listed = share.abs() > LISTED_FROM || committed_share.abs() > LISTED_FROM;
        is_listed.then(|| Exception {
            code: epci.code.clone(),
            nom: epci.nom.clone(),
            surface_ha: rounded(evidence.ours, 10.0),
            surface_officielle_ha: reference.official_ha,
            ecart: rounded(share, 1e4),
            ecart_simplifie: rounded(committed_share, 1e4),
            surface_contour_2025_ha: rounded(reference.contour_ha, 10.0),
            cause: evidence.cause(),
        })
    };
    territories.epci.iter().filter_map(exception).collect()
}

/// The evidence on one intercommunality; surfaces in hectares.
struct Evidence {
    ours: f64,
    official: f64,
    contour: f64,
    is_on_the_gironde: bool,
    has_outer_border: bool,
    has_restored_commune: bool,
}

impl Evidence {
    fn cause(&self) -> Cause {
        if self.is_on_the_gironde {
            return Cause::Estuary;
        }
        let contours_agree = (self.ours / self.contour - 1.0).abs() <= AGREEMENT;
        let official_is_odd =
            (self.contour - self.ours).abs() < (self.contour - self.official).abs();
        match (contours_agree, official_is_odd) {
            (true, true) if self.official < self.ours => Cause::Cadastral,
            (true, true) if self.has_restored_commune => Cause::Restored,
            (true, true) => Cause::OfficialIsLarger,
            (false, _) if self.has_outer_border => Cause::OuterBorder,
            _ => Cause::Undecided,
        }
    }
}

/// The intercommunalities in the committed contours.
struct Committed<'a> {
    surfaces_ha: HashMap<&'a EpciSiren, f64>,
    /// Those with a border that no commune of ours shares.
    with_outer_border: HashSet<&'a EpciSiren>,
}

impl<'a> Committed<'a> {
    fn new(territories: &'a Territories, topology: &Topology, faces: &[CommuneCode]) -> Self {
        const M2_PER_HA: f64 = 1e4;
        let indices = territories.commune_indices();
        let epci_of = |face: u32| {
            let index = *indices.get(faces[face as usize].as_str())?;
            territories.communes[index].epci.as_ref()
        };
        let mut surfaces_ha: HashMap<&EpciSiren, f64> = HashMap::new();
        for (face, area_m2) in topology.face_areas_m2() {
            if let Some(epci) = epci_of(face) {
                *surfaces_ha.entry(epci).or_default() += area_m2 / M2_PER_HA;
            }
        }
        let is_outer = |arc: &&Arc| arc.left.is_none() || arc.right.is_none();
        let outer = topology.arcs.iter().filter(is_outer);
        let with_outer_border =
            outer.filter_map(|arc| arc.left.or(arc.right)).filter_map(epci_of).collect();
        Self { surfaces_ha, with_outer_border }
    }
}

fn rounded(value: f64, parts_of_one: f64) -> f64 {
    (value * parts_of_one).round() / parts_of_one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(ours: f64, official: f64, contour: f64) -> Evidence {
        Evidence {
            ours,
            official,
            contour,
            is_on_the_gironde: false,
            has_outer_border: false,
            has_restored_commune: false,
        }
    }

    #[test]
    fn two_contours_that_agree_outweigh_the_official_surface() {
        let chamonix = evidence(35_084.0, 21_764.0, 35_024.0);
        assert_eq!(chamonix.cause(), Cause::Cadastral);
        let larger = evidence(21_700.0, 22_500.0, 21_650.0);
        assert_eq!(larger.cause(), Cause::OfficialIsLarger);
        let restored = Evidence { has_restored_commune: true, ..larger };
        assert_eq!(restored.cause(), Cause::Restored);
    }

    #[test]
    fn a_contour_between_the_two_surfaces_decides_nothing() {
        assert_eq!(evidence(1007.0, 1000.0, 1001.0).cause(), Cause::Undecided);
        assert_eq!(evidence(1007.0, 1000.0, 980.0).cause(), Cause::Undecided);
        let coastal = Evidence { has_outer_border: true, ..evidence(1007.0, 1000.0, 980.0) };
        assert_eq!(coastal.cause(), Cause::OuterBorder);
    }
}
