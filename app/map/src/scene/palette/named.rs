//! The names of colours: what a style sheet calls each of them, so that a picture in HTML follows the
//! theme of its reader.

use super::{Palette, Strength};
use crate::Color;

/// The strengths of a tint, with their part of a name.
const STRENGTHS: [(Strength, &str); 3] =
    [(Strength::Full, "full"), (Strength::Light, "light"), (Strength::Grey, "grey")];

impl Palette {
    /// The light palette with another colour for each role, so that a colour tells its name.
    pub const NAMED: Self = Self {
        project_background: Color(0xffff_feff),
        selection: Color(0x1116_1dff),
        ..Self::LIGHT
    };

    /// The colours with the names of their tokens in `style/tokens.css`.
    pub fn named(&self) -> Vec<(Color, String)> {
        let [[cls, cls_light, cls_grey], [cpts, cpts_light, cpts_grey]] = self.tints;
        let [undocumented_ink, partly_ink, hidden_ink] = self.backdrop_inks;
        let plain = [
            (self.outside, "sea"),
            (self.silent, "silent"),
            (self.absent, "absent"),
            (self.facts, "facts"),
            (self.undocumented, "undocumented"),
            (undocumented_ink, "undocumented-ink"),
            (partly_ink, "partly-ink"),
            (hidden_ink, "hidden-ink"),
            (cls, "cls"),
            (cls_light, "cls-light"),
            (cls_grey, "cls-grey"),
            (self.soft_inks[0], "cls-ink"),
            (self.inks[0], "cls-dark"),
            (cpts, "cpts"),
            (cpts_light, "cpts-light"),
            (cpts_grey, "cpts-grey"),
            (self.soft_inks[1], "cpts-ink"),
            (self.inks[1], "cpts-dark"),
            (self.both, "both"),
            (self.project, "project"),
            (self.project_background, "sign"),
            (self.commune_border, "commune-border"),
            (self.epci_border, "epci-border"),
            (self.department_border, "department-border"),
            (self.region_border, "region-border"),
            (self.text, "name"),
            (self.halo, "halo"),
            (self.selection, "selection"),
        ];
        let plain = plain.map(|(color, name)| (color, name.to_owned()));
        plain.into_iter().chain(self.mixtures()).chain(self.classes()).collect()
    }

    /// The classes of shares: `cls-1` is the lowest of CLS, `cls-1-ink` the plus signs on it.
    fn classes(&self) -> impl Iterator<Item = (Color, String)> {
        let layers = ["cls", "cpts"].into_iter().zip(self.shares.into_iter().zip(self.share_inks));
        layers.flat_map(|(layer, (colors, inks))| {
            (1..).zip(colors.into_iter().zip(inks)).flat_map(move |(class, (color, ink))| {
                [(color, format!("{layer}-{class}")), (ink, format!("{layer}-{class}-ink"))]
            })
        })
    }

    /// The mixtures of a tint of each layer: `mix-full-light` is a full CLS and a light CPTS.
    fn mixtures(&self) -> impl Iterator<Item = (Color, String)> {
        let pairs = STRENGTHS.into_iter().flat_map(|cls| STRENGTHS.map(|cpts| (cls, cpts)));
        let is_mixed = |(cls, cpts): &((Strength, &str), (Strength, &str))| {
            [cls.0, cpts.0] != [Strength::Full; 2]
        };
        pairs.filter(is_mixed).map(|((cls, cls_name), (cpts, cpts_name))| {
            let color = self.mixed(self.tints[0][cls as usize], self.tints[1][cpts as usize]);
            (color, format!("mix-{cls_name}-{cpts_name}"))
        })
    }
}
