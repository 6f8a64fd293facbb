//! The colours of the map, and how each status of each layer is drawn.
//!
//! The three families are blue, green and vermilion of the palette of Okabe and Ito, which people
//! with a colour-vision deficiency tell apart; each layer has, besides, its own visual variable:
//! areas for CLS, lines for CPTS, symbols for projects.
//!
//! # Source
//! M. Okabe and K. Ito, *Color Universal Design*, 2008.

use crate::{Color, Fill, Pattern, Status, Stroke};

/// A set of colours for one background.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// The sea and foreign countries.
    pub outside: Color,
    /// Ground of regions that a visible layer documents.
    pub documented: Color,
    /// Ground of regions that some visible layers document and some do not.
    pub partly_documented: Fill,
    /// Ground of the other regions: the fill and its light hatch.
    pub undocumented: Fill,
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
    /// The outline of what is selected or under the pointer.
    pub selection: Color,
    /// The three strengths of blue: full, light, grey.
    cls: [Color; 3],
    /// The green of lines.
    pub cpts: Color,
    /// The soft green inside them.
    pub cpts_band: Color,
    /// The vermilion of symbols.
    pub project: Color,
    /// The ground of hollow symbols and of numbers.
    pub project_ground: Color,
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
            color: Color(0xf1ed_e6ff),
            pattern: Some((Pattern::SparseHatch, Color(0xd9d2_c6ff))),
        },
        epci_border: Color(0x5a62_6a66),
        department_border: Color(0x4a52_5aff),
        region_border: Color(0x1f27_2eff),
        text: Color(0x2a33_3aff),
        halo: Color(0xffff_fff2),
        selection: Color(0x1116_1cff),
        cls: [Color(0x3b8f_c6ff), Color(0xb9d9_ecff), Color(0xa9b7_c4ff)],
        cpts: Color(0x0076_56ff),
        cpts_band: Color(0x0098_7047),
        project: Color(0xc44a_00ff),
        project_ground: Color(0xffff_ffff),
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
        epci_border: Color(0xb8c2_cb4d),
        department_border: Color(0x8995_a0ff),
        region_border: Color(0xd5dd_e4ff),
        text: Color(0xe6eb_efff),
        halo: Color(0x1217_1cf2),
        selection: Color(0xffff_ffff),
        cls: [Color(0x2f86_c1ff), Color(0x1f4d_6dff), Color(0x5866_72ff)],
        cpts: Color(0x3ccf_a0ff),
        cpts_band: Color(0x3ccf_a03d),
        project: Color(0xff8a_4dff),
        project_ground: Color(0x1b20_26ff),
    };

    /// How the area of a CLS is filled.
    pub const fn cls(&self, status: Status) -> Fill {
        let [full, light, grey] = self.cls;
        match status {
            Status::Active | Status::Labelled => Fill { color: full, pattern: None },
            Status::InPreparation => Fill { color: light, pattern: Some((Pattern::Hatch, full)) },
            Status::Expired => Fill { color: grey, pattern: None },
            Status::Unknown => Fill { color: light, pattern: Some((Pattern::Dots, full)) },
        }
    }

    /// How the perimeter of a CPTS is drawn, over its soft inner band.
    pub const fn cpts(&self, status: Status) -> Stroke {
        let dash = match status {
            Status::Active | Status::Labelled => [0.0, 0.0],
            Status::InPreparation => [7.0, 4.0],
            Status::Expired | Status::Unknown => [2.0, 2.5],
        };
        Stroke { color: self.cpts, width: 1.8, dash }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The style sheet that the legend takes its colours from.
    const TOKENS: &str = include_str!("../../../style/tokens.css");

    fn token<'a>(sheet: &'a str, name: &str) -> &'a str {
        let start = format!("--{name}: ");
        let value = sheet.split(&start).nth(1).unwrap_or_else(|| panic!("no {name}"));
        value.split(';').next().unwrap()
    }

    #[test]
    fn the_legend_has_the_colours_of_the_map() {
        let (light, dark) = TOKENS.split_once("@media (prefers-color-scheme: dark)").unwrap();
        for (sheet, palette) in [(light, Palette::LIGHT), (dark, Palette::DARK)] {
            let pairs = [
                ("sea", palette.outside),
                ("documented", palette.documented),
                ("undocumented", palette.undocumented.color),
                ("cls", palette.cls[0]),
                ("cls-light", palette.cls[1]),
                ("cls-grey", palette.cls[2]),
                ("cpts", palette.cpts),
                ("cpts-band", palette.cpts_band),
                ("project", palette.project),
            ];
            for (name, color) in pairs {
                let css = color.css();
                let opaque = css.strip_suffix("ff").unwrap_or(&css);
                assert_eq!(token(sheet, name), opaque, "{name}");
            }
        }
    }

    #[test]
    fn every_status_of_a_layer_looks_different() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            let areas = [Status::Active, Status::InPreparation, Status::Expired, Status::Unknown];
            let fills: std::collections::HashSet<_> =
                areas.map(|status| palette.cls(status)).into();
            assert_eq!(fills.len(), areas.len());
            let lines = [Status::Active, Status::InPreparation, Status::Unknown];
            let dashes = lines.map(|status| palette.cpts(status).dash);
            assert!(dashes[0] != dashes[1] && dashes[1] != dashes[2] && dashes[0] != dashes[2]);
        }
    }
}
