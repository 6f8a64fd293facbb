//! The palettes: the colours of the map, and the fill of each combination of layers and statuses.
//!
//! An area says two things at once, as a bivariate choropleth does: its colour which layers are here
//! (CLS blue, CPTS green, both their mixture, darker on a light page and lighter on a dark one), its
//! texture and lightness in which state. The two layers mix as inks on paper do, so that a reader who
//! knows the two pure colours can read the third; there are four colours and not nine, since
//! readers confuse finer squares. The state is the same texture in both layers, and leans as its
//! layer does.
//!
//! | state | colour | texture |
//! | --- | --- | --- |
//! | active | full | none |
//! | presumed | full | small points |
//! | in preparation | light | hatch |
//! | not established, not stated | light | large points, points |
//! | over | grey | straight lines |
//! | former state | grey | hatch far apart |
//! | hidden by a filter | that of the backdrop | crosses |
//!
//! # The choice of the colours
//! A search over 10⁶ triples of blue, green and teal kept those that hold these bounds, and took
//! the one with the largest smallest distance (CIE 1976), then less saturated:
//!
//! | bound | light | dark |
//! | --- | --- | --- |
//! | luminance of neighbours in the row absent, facts, undocumented, CPTS, CLS, both (dark: undocumented, facts, absent, CLS, CPTS, both) | ≥ 1.30 : 1 | ≥ 1.30 : 1 |
//! | distance of any of the three colours from any other of the six, under normal vision, protanopia, deuteranopia and tritanopia | ≥ 13 | ≥ 13 |
//! | lines, symbols and inks on every fill | ≥ 3 : 1 | ≥ 3 : 1 |
//!
//! So every two plain fills differ on grey paper too; all others differ in texture. The hairlines
//! between intercommunalities may be fainter.
//!
//! # Shares
//! The second reading has one hue for each layer, in four classes. Each is 1.30 : 1 or more from the next,
//! and the first from the darkest of what is no class (on a dark page, the lightest), so that grey paper
//! keeps their order; the last leaves 3 : 1 to the borders. That is as many classes as fit in between. A
//! lower bound has plus signs in a tone of its class, 3 : 1; an uncertain status small points.
//!
//! # Source
//! B. E. Trumbo, *A Theory for Coloring Bivariate Statistical Maps*, The American Statistician 35(4),
//! 1981; J. Stevens, *Bivariate Choropleth Maps: A How-to Guide*, 2015 (mixing by multiplication);
//! M. Okabe and K. Ito, *Color Universal Design*, 2008.

mod named;
mod situation;

pub use situation::{Backdrop, Overlay};

use crate::served::{LayerShares, SHARE_CLASSES, Share, ShareRow};
use crate::{Color, Fill, Layer, Pattern, Slant, Status, Stroke};

/// A set of colours for one background.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// The sea and foreign countries.
    pub outside: Color,
    /// Land of which the map says nothing, because no layer is shown.
    pub silent: Color,
    /// Land in no scheme, where a list of every visible layer says so.
    pub absent: Color,
    /// Land in no scheme that is known, where schemes are known one by one.
    pub facts: Color,
    /// Land where nothing is known.
    pub undocumented: Color,
    /// The texture of land where nothing is known, of lists of some layers only, and of what a filter
    /// hides.
    backdrop_inks: [Color; 3],
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
    /// The three strengths of blue, full, light and grey; then the three of green.
    tints: [[Color; 3]; 2],
    /// Both layers, active.
    both: Color,
    /// The dark tones of blue and green, for perimeters, and for textures on a full tint.
    inks: [Color; 2],
    /// The middle tones, for textures on a light tint.
    soft_inks: [Color; 2],
    /// The colours of the classes of shares, the lowest first: four of blue, four of green.
    shares: [[Color; SHARE_CLASSES]; 2],
    /// The plus signs on each of them.
    share_inks: [[Color; SHARE_CLASSES]; 2],
    /// The vermilion of symbols.
    pub project: Color,
    /// The fill of hollow symbols, and the numbers of full ones.
    pub project_background: Color,
    mixing: Mixing,
}

/// The way two tints mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mixing {
    /// As inks on paper: each takes light away.
    Darken,
    /// As lamps: each adds light.
    Lighten,
}

/// The strength of a tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    Full,
    Light,
    Grey,
}

impl Palette {
    /// For a light page and for paper.
    pub const LIGHT: Self = Self {
        outside: Color(0xe9ee_f0ff),
        silent: Color(0xf6f4_efff),
        absent: Color(0xffff_ffff),
        facts: Color(0xe6e1_d6ff),
        undocumented: Color(0xcbc4_b6ff),
        backdrop_inks: [Color(0xb5ad_9dff), Color(0xb9b2_a4ff), Color(0x7d86_8eff)],
        commune_border: Color(0x5a62_6a38),
        epci_border: Color(0x4a52_5a66),
        department_border: Color(0x1f27_2eff),
        region_border: Color(0x1116_1cff),
        text: Color(0x2a33_3aff),
        halo: Color(0xffff_fff2),
        selection: Color(0x1116_1cff),
        tints: [
            [Color(0x3392_e2ff), Color(0xc3dc_f2ff), Color(0xcfd6_dfff)],
            [Color(0x45bd_7aff), Color(0xc5e8_d3ff), Color(0xd5dd_d8ff)],
        ],
        both: Color(0x2e7d_97ff),
        inks: [Color(0x0022_4cff), Color(0x002a_18ff)],
        soft_inks: [Color(0x1a62_a6ff), Color(0x006f_44ff)],
        shares: [
            [Color(0x74b2_ebff), Color(0x529b_e3ff), Color(0x3b85_d3ff), Color(0x3071_bcff)],
            [Color(0x6bbd_90ff), Color(0x37aa_70ff), Color(0x1c95_5aff), Color(0x1280_4aff)],
        ],
        share_inks: [
            [Color(0x2a5b_96ff), Color(0x1949_83ff), Color(0x0237_6fff), Color(0x0024_50ff)],
            [Color(0x2165_42ff), Color(0x0754_31ff), Color(0x0041_24ff), Color(0x012c_17ff)],
        ],
        project: Color(0x9635_00ff),
        project_background: Color(0xffff_ffff),
        mixing: Mixing::Darken,
    };

    /// For a dark page.
    pub const DARK: Self = Self {
        outside: Color(0x1217_1cff),
        silent: Color(0x2629_2dff),
        absent: Color(0x3a42_49ff),
        facts: Color(0x302f_2dff),
        undocumented: Color(0x1a19_17ff),
        backdrop_inks: [Color(0x322f_2bff), Color(0x5f68_70ff), Color(0x9aa4_adff)],
        commune_border: Color(0xb8c2_cb2b),
        epci_border: Color(0xb8c2_cb4d),
        department_border: Color(0xecf1_f4ff),
        region_border: Color(0xffff_ffff),
        text: Color(0xe6eb_efff),
        halo: Color(0x1217_1cf2),
        selection: Color(0xffff_ffff),
        tints: [
            [Color(0x1d4d_aeff), Color(0x2440_66ff), Color(0x3c46_53ff)],
            [Color(0x2774_39ff), Color(0x234c_36ff), Color(0x3e4b_44ff)],
        ],
        both: Color(0x518c_a2ff),
        inks: [Color(0xe6f0_ffff), Color(0xd4fb_e3ff)],
        soft_inks: [Color(0xb4d0_fbff), Color(0xabea_c4ff)],
        shares: [
            [Color(0x1e51_99ff), Color(0x2b64_acff), Color(0x3f78_bbff), Color(0x588d_c7ff)],
            [Color(0x215d_36ff), Color(0x1f72_41ff), Color(0x2287_4fff), Color(0x339c_62ff)],
        ],
        share_inks: [
            [Color(0x8aa5_c5ff), Color(0x9fbd_e0ff), Color(0xbdd7_f5ff), Color(0xebf2_fcff)],
            [Color(0x7fad_8fff), Color(0x94c6_a6ff), Color(0xaee1_bfff), Color(0xcafe_dbff)],
        ],
        project: Color(0xffb0_84ff),
        project_background: Color(0x1b20_26ff),
        mixing: Mixing::Lighten,
    };

    /// The fill of an area: what lies on it of each layer, over its backdrop.
    pub fn area(&self, overlays: [Overlay; 2], backdrop: Backdrop) -> Fill {
        let [cls, cpts] = overlays;
        let color = match [cls, cpts].map(strength) {
            [Some(Strength::Full), Some(Strength::Full)] => self.both,
            [Some(cls), Some(cpts)] => {
                self.mixed(self.tints[0][cls as usize], self.tints[1][cpts as usize])
            }
            [Some(cls), None] => self.tints[0][cls as usize],
            [None, Some(cpts)] => self.tints[1][cpts as usize],
            [None, None] if [cls, cpts] == [Overlay::None; 2] => return self.backdrop(backdrop),
            [None, None] => self.backdrop(backdrop).color,
        };
        let is_full = [cls, cpts].map(strength).contains(&Some(Strength::Full));
        let inks = if is_full { self.inks } else { self.soft_inks };
        let patterns = [
            self.texture(cls, Slant::Rising, inks[0]),
            self.texture(cpts, Slant::Falling, inks[1]),
        ];
        Fill { color, patterns }
    }

    /// The fill of an area with a scheme of one layer only, for the legend.
    pub fn scheme(&self, layer: Layer, status: Status) -> Fill {
        let overlay = Overlay::Scheme(status);
        match layer {
            Layer::Cls => self.area([overlay, Overlay::None], Backdrop::Absent),
            Layer::Cpts => self.area([Overlay::None, overlay], Backdrop::Absent),
            Layer::Projects => Fill::plain(self.project),
        }
    }

    /// The fill of an area with an active scheme of both layers.
    pub const fn both(&self) -> Fill {
        Fill::plain(self.both)
    }

    /// The fill of an area without a scheme.
    pub const fn backdrop(&self, backdrop: Backdrop) -> Fill {
        let [undocumented, partly, hidden] = self.backdrop_inks;
        match backdrop {
            Backdrop::Silent => Fill::plain(self.silent),
            Backdrop::Absent => Fill::plain(self.absent),
            Backdrop::Partly => {
                Fill::textured(self.absent, Pattern::Pinholes(Slant::Falling), partly)
            }
            Backdrop::Facts => Fill::plain(self.facts),
            Backdrop::Undocumented => {
                let hatch = Pattern::SparseHatch(Slant::Falling);
                Fill::textured(self.undocumented, hatch, undocumented)
            }
            Backdrop::Hidden => Fill::textured(self.facts, Pattern::Crosses(Slant::Rising), hidden),
        }
    }

    /// The fill of a territory by its share in a layer: a class has its colour, a lower bound plus
    /// signs over it.
    pub fn share(&self, layer: Layer, shares: &LayerShares, share: Share) -> Fill {
        let index = usize::from(layer != Layer::Cls);
        let pinholes = Fill::textured(
            self.tints[index][Strength::Light as usize],
            Pattern::Pinholes(Slant::Rising),
            self.soft_inks[index],
        );
        match shares.row(share) {
            ShareRow::Class(class) => {
                let class = class.min(SHARE_CLASSES - 1);
                let color = self.shares[index][class];
                let pluses = (Pattern::Pluses(Slant::Rising), self.share_inks[index][class]);
                let is_bound = matches!(share, Share::AtLeast(_));
                Fill { color, patterns: [is_bound.then_some(pluses), None] }
            }
            ShareRow::Zero => self.backdrop(Backdrop::Absent),
            ShareRow::Uncertain => pinholes,
            ShareRow::NotKnown => self.backdrop(Backdrop::Facts),
            ShareRow::Undocumented => self.backdrop(Backdrop::Undocumented),
        }
    }

    /// A fill as it is drawn where the whole country is in sight: what is not known is flat there, and
    /// does not outshout what is.
    pub(crate) fn calm(&self, fill: Fill) -> Fill {
        let undocumented = self.backdrop(Backdrop::Undocumented);
        if fill == undocumented { Fill::plain(fill.color) } else { fill }
    }

    /// The stroke around each scheme of a layer: in its dark tone.
    pub const fn perimeter(&self, layer: Layer) -> Stroke {
        let [cls, cpts] = self.inks;
        match layer {
            Layer::Cls => Stroke::full(cls, 1.4),
            Layer::Cpts | Layer::Projects => Stroke::full(cpts, 1.4),
        }
    }

    fn texture(&self, overlay: Overlay, slant: Slant, ink: Color) -> Option<(Pattern, Color)> {
        match overlay {
            Overlay::None => None,
            Overlay::Hidden => Some((Pattern::Crosses(slant), self.backdrop_inks[2])),
            Overlay::Scheme(status) => pattern(status, slant).map(|pattern| (pattern, ink)),
        }
    }

    /// The colour of two tints on each other.
    fn mixed(&self, one: Color, other: Color) -> Color {
        let channel = |shift: u32| {
            let [one, other] = [one, other].map(|color| color.0 >> shift & 0xff);
            let mixed = match self.mixing {
                Mixing::Darken => one * other / 0xff,
                Mixing::Lighten => (one.max(other) + one.min(other) / 2).min(0xff),
            };
            mixed << shift
        };
        Color(channel(24) | channel(16) | channel(8) | 0xff)
    }
}

/// The strength of the tint of a layer; none where it has no scheme that is shown.
const fn strength(overlay: Overlay) -> Option<Strength> {
    let Overlay::Scheme(status) = overlay else { return None };
    Some(match status {
        Status::Active | Status::Presumed | Status::Labelled => Strength::Full,
        Status::InPreparation | Status::NotEstablished | Status::Unknown => Strength::Light,
        Status::Expired | Status::FormerState => Strength::Grey,
    })
}

const fn pattern(status: Status, slant: Slant) -> Option<Pattern> {
    Some(match status {
        Status::Active | Status::Labelled => return None,
        Status::Presumed => Pattern::Pinholes(slant),
        Status::InPreparation => Pattern::Hatch(slant),
        Status::NotEstablished => Pattern::Drops(slant),
        Status::Unknown => Pattern::Dots(slant),
        Status::Expired => Pattern::Bars(slant),
        Status::FormerState => Pattern::SparseHatch(slant),
    })
}

#[cfg(test)]
mod tests;
