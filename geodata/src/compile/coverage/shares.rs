//! `parts.bin` and `classes.csv`: the share of every department and intercommunality, in the classes
//! of the map.

use super::breaks::natural_breaks;
use super::classes::TerritoryClasses;
use super::white_zones::white_zones;
use crate::inputs::Inputs;
use map::served::{LayerShares, SHARE_CLASSES, Share, ShareRow, SharesFile};
use map::{Layer, Level};

/// The shares of both area layers, and white zones. Departments and intercommunalities have the same classes, so that
/// a colour says the same from afar and near by.
pub(crate) fn shares(territories: &[TerritoryClasses], inputs: &Inputs) -> SharesFile {
    let of_layer = |layer: Layer| {
        let of_level = |level: Level| -> Vec<Share> {
            let own = territories.iter().filter(|one| one.level == level);
            own.map(|one| share(one, layer)).collect()
        };
        let (departments, epci) = (of_level(Level::Department), of_level(Level::Epci));
        let known = departments.iter().chain(&epci).filter_map(|share| share.percent());
        let breaks = natural_breaks(&known.collect::<Vec<u8>>(), SHARE_CLASSES);
        let mut bounds = [0; SHARE_CLASSES];
        bounds.iter_mut().zip(breaks).for_each(|(bound, found)| *bound = found);
        LayerShares { bounds, departments, epci }
    };
    SharesFile {
        cls: of_layer(Layer::Cls),
        cpts: of_layer(Layer::Cpts),
        white_zones: white_zones(territories, inputs),
    }
}

fn share(territory: &TerritoryClasses, layer: Layer) -> Share {
    let classes = territory.classes.get(&layer);
    let population = territory.whole.population;
    classes.map_or(Share::Undocumented, |classes| Share::of(classes, population))
}

/// The rows of a territory in `classes.csv`, one for each layer; none for levels without a colour.
/// The cells are in the order of the fields of `classes.schema.json`.
pub(crate) fn class_rows(
    territory: &TerritoryClasses,
    name: &str,
    shares: &SharesFile,
) -> Vec<Vec<String>> {
    if !matches!(territory.level, Level::Department | Level::Epci) {
        return Vec::new();
    }
    let row = |(layer, shares): (Layer, &LayerShares)| {
        let share = share(territory, layer);
        let class = match shares.row(share) {
            ShareRow::Class(class) => {
                let (low, high) = shares.class_bounds(class);
                [class as u8 + 1, low, high].map(|number| number.to_string())
            }
            _ => [const { String::new() }; 3],
        };
        let percent = share.percent().map_or_else(String::new, |percent| percent.to_string());
        let known = [territory.level.code(), &territory.code, name, layer.code(), kind(share)];
        known.map(ToOwned::to_owned).into_iter().chain([percent]).chain(class).collect()
    };
    [(Layer::Cls, &shares.cls), (Layer::Cpts, &shares.cpts)].map(row).into()
}

const fn kind(share: Share) -> &'static str {
    match share {
        Share::Exactly(_) => "exacte",
        Share::AtLeast(_) => "au_moins",
        Share::Zero => "nulle",
        Share::Uncertain => "incertaine",
        Share::NotKnown => "non_connue",
        Share::Undocumented => "non_documentee",
    }
}
