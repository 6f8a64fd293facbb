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

/// The distance between the tip of a pin and its middle, CSS pixels.
const PIN_MIDDLE: f64 = 9.0;

/// The share of its label space that the name of a commune may take: a town with a long name is often
/// narrower than that name.
const COMMUNE_OVERHANG: f64 = 1.6;

/// The width of a commune that comes before all others, map metres.
const WIDEST_COMMUNE: f64 = 100_000.0;

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
        atlas.details().iter().for_each(|detail| communes(atlas, detail, &mut labels));
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

/// The communes of a department, but for the town that is named as its prefecture. The wider comes
/// first: of two neighbours, it is mostly the one that more people know.
fn communes(atlas: &Atlas, detail: &Detail, labels: &mut Vec<Label>) {
    let town = atlas.model.departments[detail.department].prefecture.as_ref();
    for (name, space) in detail.names.iter().zip(detail.label_spaces()) {
        let is_town = town.is_some_and(|town| town.commune == *name);
        if let Some(LabelSpace { at, width }) = *space
            && !is_town
        {
            let label = label(name, at, LabelKind::Commune);
            let rank = label.rank + (WIDEST_COMMUNE - width.min(WIDEST_COMMUNE)) as u32;
            let max_width_m = Some(width * COMMUNE_OVERHANG);
            labels.push(Label { rank, max_width_m, ..label });
        }
    }
}

/// A label without a text, which keeps the space of a symbol.
fn space_of(symbol: &Symbol, resolution: f64) -> Label {
    let (at, size_px) = match *symbol {
        Symbol::Disc(disc) => (disc.at, 20.0),
        Symbol::Seat(_, at) => (at, 10.0),
        Symbol::Pin(tip) => (MapPoint::new(tip.x, tip.y + PIN_MIDDLE * resolution), 14.0),
    };
    Label { rank: 0, size_px, ..label("", at, LabelKind::Department) }
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
    use crate::Model;
    use crate::data::model::tests::model;
    use crate::scene::style::MapStyle;
    use crate::scene::symbols::symbols;
    use std::sync::Arc;

    fn written(resolution: f64, symbols: &[Symbol]) -> Vec<Label> {
        let atlas = Atlas::new(Arc::new(model()));
        names(&atlas, resolution, symbols, |text, size| text.len() as f64 * size * 0.5)
    }

    fn style() -> MapStyle {
        let palette = crate::Palette::LIGHT;
        MapStyle { layers: vec![crate::Layer::Projects], hidden: Vec::new(), palette }
    }

    fn discs() -> Vec<Symbol> {
        symbols(&model(), &style())
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

    /// A department in detail with two communes, the second of which is the town of its prefecture.
    fn in_detail() -> Atlas {
        use crate::data::model::tests::{arc, file};
        use crate::mesh::PackedMesh;
        use crate::served::{DetailFile, Prefecture, RoundedPoint};
        let mut file = file();
        let at = RoundedPoint { x: 625_000, y: 6_525_000 };
        file.departments[0].prefecture = Some(Prefecture { commune: "Bourg".into(), at });
        let arcs = [
            arc(&[(600., 6550.), (650., 6550.), (650., 6500.)], Some(0), Some(1)),
            arc(&[(600., 6550.), (600., 6500.), (650., 6500.)], Some(1), None),
            arc(
                &[(650., 6500.), (700., 6500.), (700., 6600.), (600., 6600.), (600., 6550.)],
                Some(0),
                None,
            ),
        ];
        let detail = DetailFile {
            communes: 2,
            noms: vec!["Autour".into(), "Bourg".into()],
            code_deltas: vec![1, 1],
            cells: vec![0, 1],
            mesh: PackedMesh::pack(2, 100, &arcs),
        };
        let model = Arc::new(Model::new(file).unwrap());
        let bytes = postcard::to_allocvec(&detail).unwrap();
        let detail = Detail::decode(&bytes, 0, &model).unwrap();
        Atlas::new(model).with_details(&[Arc::new(detail)])
    }

    #[test]
    fn a_town_is_named_once_as_prefecture_or_as_commune() {
        let labels = names(&in_detail(), 70.0, &[], |text, size| text.len() as f64 * size * 0.5);
        let towns = texts(&labels).into_iter().filter(|text| *text == "Bourg");
        assert_eq!(towns.count(), 1, "{labels:#?}");
    }

    #[test]
    fn no_name_lies_on_a_disc_at_any_resolution() {
        let at = model().anchor(Territory::Department(0));
        for resolution in [50.0, 200.0, 600.0] {
            for label in written(resolution, &discs()) {
                let (x, y) = ((label.at.x - at.x).abs(), (label.at.y - at.y).abs());
                let half = label.text.len() as f64 * label.size_px * 0.25;
                let is_clear = x > (half + 10.0) * resolution || y > 12.0 * resolution;
                assert!(is_clear, "{} at {resolution}", label.text);
            }
        }
    }
}
