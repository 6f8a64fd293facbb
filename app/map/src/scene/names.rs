//! The names that are written at a resolution: departments, prefectures, intercommunalities and
//! communes, as far as there is space for them.

use crate::mesh::LabelSpace;
use crate::scene::labels::{Label, LabelKind, choose_labels};
use crate::scene::symbols::{Scope, Symbol};
use crate::text::typographic;
use crate::{Atlas, Detail, MapPoint, Territory};

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
    let mut labels = Vec::new();
    if (DEPARTMENT_NAMES_BETWEEN.0..DEPARTMENT_NAMES_BETWEEN.1).contains(&resolution) {
        departments(atlas, resolution, symbols, &mut labels);
    }
    if resolution < PREFECTURE_NAMES_BELOW {
        prefectures(atlas, resolution, &mut labels);
    }
    if resolution < EPCI_NAMES_BELOW {
        epci(atlas, &mut labels);
    }
    if resolution < COMMUNE_NAMES_BELOW {
        atlas.details().iter().for_each(|detail| communes(detail, &mut labels));
    }
    // Typography last, for the few that are written: it changes no width.
    choose_labels(&labels, resolution, width_of)
        .into_iter()
        .map(|index| &labels[index])
        .filter(|label| !label.text.is_empty())
        .map(|label| Label { text: typographic(&label.text), ..label.clone() })
        .collect()
}

fn departments(atlas: &Atlas, resolution: f64, symbols: &[Symbol], labels: &mut Vec<Label>) {
    let model = &atlas.model;
    for (index, department) in model.departments.iter().enumerate() {
        let mut at = model.anchor(Territory::Department(index));
        let own = Scope::Department(index);
        let is_own = |symbol: &Symbol| matches!(symbol, Symbol::Disc(disc) if disc.scope == own);
        if symbols.iter().any(is_own) {
            // A label without a text keeps the space of the disc.
            labels.push(Label { rank: 0, size_px: 20.0, ..label("", at, LabelKind::Department) });
            at.y += ABOVE_SYMBOL * resolution;
        }
        labels.push(label(&department.nom, at, LabelKind::Department));
    }
}

fn prefectures(atlas: &Atlas, resolution: f64, labels: &mut Vec<Label>) {
    for town in atlas.model.departments.iter().filter_map(|it| it.prefecture.as_ref()) {
        let mut at = MapPoint::from(town.at);
        at.y -= BELOW_DOT * resolution;
        labels.push(label(&town.commune, at, LabelKind::Prefecture));
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

fn communes(detail: &Detail, labels: &mut Vec<Label>) {
    for (name, space) in detail.names.iter().zip(detail.label_spaces()) {
        if let Some(LabelSpace { at, width }) = *space {
            let label = label(name, at, LabelKind::Commune);
            labels.push(Label { max_width_m: Some(width), ..label });
        }
    }
}

/// A label of the rank and size of its kind, which may reach beyond its territory.
fn label(text: &str, at: MapPoint, kind: LabelKind) -> Label {
    let (rank, size_px) = match kind {
        LabelKind::Department => (1, 13.0),
        LabelKind::Prefecture => (2, 11.0),
        LabelKind::Epci => (3, 11.0),
        LabelKind::Commune => (4, 10.5),
    };
    Label { text: text.to_owned(), at, rank, size_px, kind, max_width_m: None }
}

/// The dot of a town's label, map metres.
pub(crate) fn dot_of(label: &Label, resolution: f64) -> MapPoint {
    MapPoint::new(label.at.x, label.at.y + BELOW_DOT * resolution)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::model;
    use crate::scene::symbols::symbols;
    use std::sync::Arc;

    fn written(resolution: f64, symbols: &[Symbol]) -> Vec<Label> {
        let atlas = Atlas::new(Arc::new(model()));
        names(&atlas, resolution, symbols, |text, size| text.len() as f64 * size * 0.5)
    }

    fn discs() -> Vec<Symbol> {
        symbols(&model())
    }

    fn texts(labels: &[Label]) -> Vec<&str> {
        labels.iter().map(|label| label.text.as_str()).collect()
    }

    #[test]
    fn the_whole_country_has_no_names_and_a_region_those_of_its_departments() {
        assert!(written(1_400.0, &discs()).is_empty());
        assert_eq!(texts(&written(800.0, &[])), ["Département 01", "Département 39"]);
    }

    #[test]
    fn intercommunalities_are_named_where_there_is_room() {
        assert_eq!(texts(&written(100.0, &[])), ["Un", "Trente-neuf"]);
        let atlas = Atlas::new(Arc::new(model()));
        let wide = names(&atlas, 100.0, &[], |text, _| text.len() as f64 * 100.0);
        assert_eq!(texts(&wide), ["Un"], "1,100 pixels are 110 km, and there are 100");
    }

    #[test]
    fn a_name_makes_way_for_the_disc_of_its_department() {
        let of = |symbols: &[Symbol]| {
            let labels = written(400.0, symbols);
            labels.into_iter().find(|label| label.text == "Département 01").unwrap().at
        };
        let (with, without) = (of(&discs()), of(&[]));
        assert!((with.y - without.y - ABOVE_SYMBOL * 400.0).abs() < 1e-6);
    }
}
