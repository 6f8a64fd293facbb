//! The names that are written at a resolution: departments, prefectures, intercommunalities and
//! communes, as far as there is space for them.

mod covered;
mod labels;

pub(crate) use covered::{Sign, cover};
pub(crate) use labels::{Label, LabelKind};

use crate::mesh::LabelSpace;
use crate::scene::symbols::{Disc, RING, Scope, Symbol, disc_radius};
use crate::text::typographic;
use crate::{Atlas, Detail, MapPoint, Territory};
use labels::choose_labels;
use std::borrow::Cow;

/// The resolutions, metres per CSS pixel, between which departments are named. Closer, the names of their
/// parts need the space.
const DEPARTMENT_NAMES_BETWEEN: (f64, f64) = (110.0, 1_050.0);

/// The resolution below which towns with a prefecture are named.
const PREFECTURE_NAMES_BELOW: f64 = 750.0;

/// The resolution below which intercommunalities are named.
const EPCI_NAMES_BELOW: f64 = 330.0;

/// The resolution below which communes are named.
const COMMUNE_NAMES_BELOW: f64 = 75.0;

/// The distance between a name and the symbol at the same point, CSS pixels.
const ABOVE_SYMBOL: f64 = 24.0;

/// The distance between the tip of a pin and its middle, CSS pixels.
const PIN_MIDDLE: f64 = 9.0;

/// The share of its label space that the name of a commune may take: a town with a long name is often
/// narrower than that name.
const COMMUNE_OVERHANG: f64 = 1.6;

/// The prominence from which the name of a commune may reach beyond it: 20,000 inhabitants
/// ([`DetailFile::prominence`](crate::served::DetailFile)).
const TOWN: u8 = 114;

/// Half the width of a letter, in its sizes, on the average.
const HALF_LETTER: f64 = 0.3;

/// The distance between the name of a commune and a disc in it, middle to middle, CSS pixels.
const BELOW_DISC: f64 = 22.0;

/// The resolution below which regional discs have a caption.
const CAPTIONS_BELOW: f64 = 2_500.0;

/// The distance between the edge of a regional disc and the middle of its caption, CSS pixels.
const BELOW_REGIONAL: f64 = 16.0;

/// The distance between the name of a town and a symbol at its dot, middle to middle, CSS pixels.
const BELOW_SIGN: f64 = 18.0;

/// The distance within which a symbol takes the place of the dot of a town, CSS pixels.
const AT_DOT: f64 = 8.0;

/// The distance between the name of a town and its dot, CSS pixels.
const BELOW_DOT: f64 = 9.0;

/// The names that are written at `resolution` on `atlas`, without overlap and clear
/// of the symbols that are shown; the more important first. `width_of` as for
/// [`choose_labels`].
pub(crate) fn names(
    atlas: &Atlas,
    resolution: f64,
    symbols: &[Symbol],
    width_of: impl Fn(&str, f64) -> f64,
) -> Vec<Label> {
    let mut labels: Vec<Label> =
        symbols.iter().map(|symbol| space_of(symbol, resolution)).collect();
    captions(resolution, symbols, &mut labels);
    if (DEPARTMENT_NAMES_BETWEEN.0..DEPARTMENT_NAMES_BETWEEN.1).contains(&resolution) {
        departments(atlas, resolution, symbols, &mut labels);
    }
    if resolution < PREFECTURE_NAMES_BELOW {
        prefectures(atlas, resolution, symbols, &mut labels);
    }
    if resolution < EPCI_NAMES_BELOW {
        epci(atlas, &mut labels);
    }
    if resolution < COMMUNE_NAMES_BELOW {
        for detail in atlas.details() {
            communes(atlas, detail, resolution, symbols, &mut labels);
        }
    }
    // Typography last, for the few that are written: it changes no width.
    choose_labels(&labels, resolution, &width_of)
        .into_iter()
        .map(|index| &labels[index])
        .filter(|label| !label.text.is_empty())
        .map(|label| Label {
            width_px: width_of(&label.text, label.size_px),
            text: typographic(&label.text),
            ..label.clone()
        })
        .collect()
}

fn departments(atlas: &Atlas, resolution: f64, symbols: &[Symbol], labels: &mut Vec<Label>) {
    let model = &atlas.model;
    for (index, department) in model.departments.iter().enumerate() {
        let mut at = model.anchor(Territory::Department(index));
        let own = Scope::Department(index);
        let is_own = |symbol: &Symbol| matches!(symbol, Symbol::Disc(disc) if disc.scope == own);
        if symbols.iter().any(is_own) {
            at.y += ABOVE_SYMBOL * resolution;
        }
        labels.push(label(&department.nom, at, LabelKind::Department));
    }
}

/// The towns with a prefecture: below their dot, or below the symbol that takes its place.
fn prefectures(atlas: &Atlas, resolution: f64, symbols: &[Symbol], labels: &mut Vec<Label>) {
    for town in atlas.model.departments.iter().filter_map(|it| it.prefecture.as_ref()) {
        let mut at = MapPoint::from(town.at);
        let reach_m = AT_DOT * resolution;
        let is_marked = symbols.iter().any(|symbol| match symbol {
            Symbol::Sign(sign) => {
                !sign.is_pin() && sign.at.squared_distance(at) < reach_m * reach_m
            }
            Symbol::Disc(_) => false,
        });
        at.y -= if is_marked { BELOW_SIGN } else { BELOW_DOT } * resolution;
        let label = label(&town.commune, at, LabelKind::Prefecture);
        let kind = if is_marked { LabelKind::Commune } else { LabelKind::Prefecture };
        labels.push(Label { kind, ..label });
    }
}

fn epci(atlas: &Atlas, labels: &mut Vec<Label>) {
    let model = &atlas.model;
    let label_spaces = model.epci_label_spaces();
    for (epci, space) in model.epci.iter().zip(label_spaces) {
        if let Some(LabelSpace { at, width }) = *space {
            let label = label(&epci.nom, at, LabelKind::Epci);
            labels.push(Label { max_width_m: Some(width), ..label });
        }
    }
}

/// The communes of a department, but for the town that is named as its prefecture. Of two that have
/// no space for both, the one with more inhabitants is named.
fn communes(
    atlas: &Atlas,
    detail: &Detail,
    resolution: f64,
    symbols: &[Symbol],
    labels: &mut Vec<Label>,
) {
    let town = atlas.model.departments[detail.department].prefecture.as_ref();
    let spaces = detail.label_spaces().iter().zip(&detail.prominence);
    for (name, (space, &prominence)) in detail.names.iter().zip(spaces) {
        let is_town = town.is_some_and(|town| town.commune == *name);
        if let Some(LabelSpace { at, width }) = *space
            && !is_town
        {
            let name = short(name);
            let label = label(&name, MapPoint::default(), LabelKind::Commune);
            let half_px = name.chars().count() as f64 * label.size_px * HALF_LETTER;
            let at = clear_of(symbols, at, half_px, resolution);
            let rank = label.rank + u32::from(u8::MAX - prominence);
            let max_width_m = (prominence < TOWN).then_some(width * COMMUNE_OVERHANG);
            labels.push(Label { at, rank, max_width_m, ..label });
        }
    }
}

/// The name of a commune as it is written on the map: « 13e arr. » is in its city anyway.
fn short(name: &str) -> Cow<'_, str> {
    let number = name.strip_suffix(" arrondissement").and_then(|city| city.rsplit(' ').next());
    number.map_or(Cow::Borrowed(name), |number| Cow::Owned(format!("{number}\u{a0}arr.")))
}

/// The point for a name of so many CSS pixels to each side that is to be written at `at`: below a disc
/// that it would touch.
fn clear_of(symbols: &[Symbol], at: MapPoint, half_px: f64, resolution: f64) -> MapPoint {
    let (aside, near) = ((half_px + BELOW_DISC) * resolution, BELOW_DISC * resolution);
    let disc = symbols.iter().find_map(|symbol| match symbol {
        Symbol::Disc(disc) => {
            let is_near = (disc.at.x - at.x).abs() < aside && (disc.at.y - at.y).abs() < near;
            is_near.then_some(disc.at)
        }
        Symbol::Sign(_) => None,
    });
    disc.map_or(at, |disc| MapPoint::new(at.x, disc.y - near))
}

/// The captions of regional discs, below them.
fn captions(resolution: f64, symbols: &[Symbol], labels: &mut Vec<Label>) {
    for symbol in symbols {
        if let Symbol::Disc(disc) = symbol
            && matches!(disc.scope, Scope::Region(_))
            && resolution < CAPTIONS_BELOW
        {
            let below = (disc_radius(resolution) + BELOW_REGIONAL) * resolution;
            let at = MapPoint::new(disc.at.x, disc.at.y - below);
            labels.push(label("régionaux", at, LabelKind::Caption));
        }
    }
}

/// A label without a text, which keeps the space of a symbol.
fn space_of(symbol: &Symbol, resolution: f64) -> Label {
    let (at, size_px) = match symbol {
        Symbol::Disc(Disc { at, scope: Scope::Region(_), .. }) => {
            (*at, 2.0 * (disc_radius(resolution) + RING))
        }
        Symbol::Disc(disc) => (disc.at, 2.0 * disc_radius(resolution)),
        Symbol::Sign(sign) if sign.is_pin() => {
            (MapPoint::new(sign.at.x, sign.at.y + PIN_MIDDLE * resolution), 14.0)
        }
        Symbol::Sign(sign) => (sign.at, 10.0),
    };
    Label { rank: 0, size_px, ..label("", at, LabelKind::Department) }
}

/// A label of the rank and size of its kind, which may reach beyond its territory.
fn label(text: &str, at: MapPoint, kind: LabelKind) -> Label {
    let (rank, size_px) = match kind {
        LabelKind::Caption => (0, 11.0),
        LabelKind::Department => (1, 13.0),
        LabelKind::Prefecture => (2, 11.0),
        LabelKind::Epci => (3, 11.0),
        LabelKind::Commune => (4, 10.5),
    };
    Label { text: text.to_owned(), at, rank, size_px, kind, max_width_m: None, width_px: 0.0 }
}

/// The dot of a town's label, map metres.
pub(crate) fn dot_of(label: &Label, resolution: f64) -> MapPoint {
    MapPoint::new(label.at.x, label.at.y + BELOW_DOT * resolution)
}

#[cfg(test)]
mod tests;
