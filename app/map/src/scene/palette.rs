//! The palettes: the colours of the map, and the fill or stroke of each status.
//!
//! The three families are blue, green and vermilion of the palette of Okabe and Ito, which people
//! with a colour-vision deficiency tell apart; each layer has, besides, its own visual variable:
//! areas for CLS, lines for CPTS, symbols for projects.
//!
//! By tests, every line and symbol has a contrast of 3:1 with every background, and fills with the same
//! texture, or none, keep a distance under each of the three deficiencies. The hairlines between
//! intercommunalities may be fainter.
//!
//! # Source
//! M. Okabe and K. Ito, *Color Universal Design*, 2008.

use crate::{Color, Fill, Pattern, Status, Stroke};

/// A set of colours for one background.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// The sea and foreign countries.
    pub outside: Color,
    /// Regions that the visible layers document.
    pub documented: Color,
    /// Regions that some visible layers document and some do not.
    pub partly_documented: Fill,
    /// The other regions: the fill and its light hatch.
    pub undocumented: Fill,
    /// Borders between communes.
    pub commune_border: Color,
    /// Borders between intercommunalities.
    pub epci_border: Color,
    /// Borders between departments.
    pub department_border: Color,
    /// Borders between regions, coasts and frontiers.
    pub region_border: Color,
    /// Names and scale bars.
    pub text: Color,
    /// The light edge around texts and the selection.
    pub halo: Color,
    /// The outline of the selected and of the hovered territory.
    pub selection: Color,
    /// The three strengths of blue: full, light, grey.
    cls: [Color; 3],
    /// The blue of hatches and dots on the light one.
    cls_ink: Color,
    /// The green of lines.
    pub cpts: Color,
    /// The soft green inside them.
    pub cpts_band: Color,
    /// The vermilion of symbols.
    pub project: Color,
    /// The fill of hollow symbols, and the numbers of full ones.
    pub project_background: Color,
}

impl Palette {
    /// For a light page and for paper.
    pub const LIGHT: Self = Self {
        outside: Color(0xe9ee_f0ff),
        documented: Color(0xffff_ffff),
        partly_documented: Fill {
            color: Color(0xffff_ffff),
            pattern: Some((Pattern::SparseHatch, Color(0xe6e0_d6ff))),
        },
        undocumented: Fill {
            color: Color(0xe4de_d1ff),
            pattern: Some((Pattern::SparseHatch, Color(0xccc4_b4ff))),
        },
        commune_border: Color(0x5a62_6a38),
        epci_border: Color(0x5a62_6a66),
        department_border: Color(0x3c44_4cff),
        region_border: Color(0x1f27_2eff),
        text: Color(0x2a33_3aff),
        halo: Color(0xffff_fff2),
        selection: Color(0x1116_1cff),
        cls: [Color(0x4c9b_d0ff), Color(0xbcdb_eeff), Color(0xc5ce_d6ff)],
        cls_ink: Color(0x2a78_aeff),
        cpts: Color(0x004e_39ff),
        cpts_band: Color(0x0098_7030),
        project: Color(0xb341_00ff),
        project_background: Color(0xffff_ffff),
    };

    /// For a dark page.
    pub const DARK: Self = Self {
        outside: Color(0x1217_1cff),
        documented: Color(0x333c_44ff),
        partly_documented: Fill {
            color: Color(0x333c_44ff),
            pattern: Some((Pattern::SparseHatch, Color(0x2529_2dff))),
        },
        undocumented: Fill {
            color: Color(0x2320_1dff),
            pattern: Some((Pattern::SparseHatch, Color(0x3733_2dff))),
        },
        commune_border: Color(0xb8c2_cb2b),
        epci_border: Color(0xb8c2_cb4d),
        department_border: Color(0xbcc6_ceff),
        region_border: Color(0xeef2_f5ff),
        text: Color(0xe6eb_efff),
        halo: Color(0x1217_1cf2),
        selection: Color(0xffff_ffff),
        cls: [Color(0x2465_9aff), Color(0x1b45_62ff), Color(0x4c59_64ff)],
        cls_ink: Color(0x5ea8_dcff),
        cpts: Color(0x5fe0_b5ff),
        cpts_band: Color(0x3ccf_a01f),
        project: Color(0xffa0_6bff),
        project_background: Color(0x1b20_26ff),
    };

    /// The fill of a CLS.
    pub const fn cls(&self, status: Status) -> Fill {
        let [full, light, grey] = self.cls;
        match status {
            Status::Active | Status::Presumed | Status::Labelled => {
                Fill { color: full, pattern: None }
            }
            Status::InPreparation => {
                Fill { color: light, pattern: Some((Pattern::Hatch, self.cls_ink)) }
            }
            Status::Expired | Status::FormerState => Fill { color: grey, pattern: None },
            Status::NotEstablished | Status::Unknown => {
                Fill { color: light, pattern: Some((Pattern::Dots, self.cls_ink)) }
            }
        }
    }

    /// The stroke around a CPTS, over its soft inner band.
    pub const fn cpts(&self, status: Status) -> Stroke {
        let dash = match status {
            Status::Active | Status::Presumed | Status::Labelled => [0.0, 0.0],
            Status::InPreparation => [7.0, 4.0],
            Status::Expired | Status::FormerState | Status::NotEstablished | Status::Unknown => {
                [2.0, 2.5]
            }
        };
        Stroke { color: self.cpts, width: 1.8, dash }
    }
}

#[cfg(test)]
#[path = "palette_tests.rs"]
mod tests;
