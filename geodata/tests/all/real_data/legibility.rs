//! The legibility of the real map: seeded points of every situation that occurs, at three zooms, in
//! light and dark, in grey and under three colour-vision deficiencies, read by someone who knows the
//! samples of the legend only.

use super::committed::{SERVED, manifest};
use fastrand::Rng;
use legibility::{
    BOUNDS, COLOR, CROP, GREY, Legend, Picture, Vision, assert_legible, fill_of_cell, paint,
    readable_points,
};
use map::served::{Share, ShareRow, SharesFile};
use map::{
    Atlas, Backdrop, Choropleth, EPCI_SHARES_BELOW, Fill, Layer, MapStyle, Model, Palette, Scene,
    Territory, Viewport,
};
use std::sync::{Arc, LazyLock};

/// The zooms of the overview, metres per CSS pixel: closer, departments are drawn in detail.
const ZOOMS: [f64; 3] = [1_500.0, 550.0, 360.0];

/// The most points of a situation at one zoom.
const POINTS: usize = 200;

/// A situation with fewer points at every zoom is too rare to be read.
const FEWEST: usize = 50;

/// The map that the page draws, without symbols: their pixels are left out.
static MODEL: LazyLock<Arc<Model>> = LazyLock::new(|| {
    let bytes = std::fs::read(SERVED.join(&manifest().fichiers["carte"].url)).unwrap();
    let mut model = Model::decode(&bytes).unwrap();
    model.signs.clear();
    Arc::new(model)
});

static SHARES: LazyLock<Arc<SharesFile>> = LazyLock::new(|| {
    let bytes = std::fs::read(SERVED.join(&manifest().fichiers["parts"].url)).unwrap();
    Arc::new(SharesFile::decode(&bytes).unwrap())
});

#[test]
#[ignore = "half a minute: make unit runs it"]
fn the_legend_alone_tells_the_schemes_on_the_light_map_of_france() {
    assert_schemes_legible("light", Palette::LIGHT, &of_light());
}

#[test]
#[ignore = "half a minute: make unit runs it"]
fn the_legend_alone_tells_the_schemes_on_the_dark_map_of_france() {
    assert_schemes_legible("dark", Palette::DARK, &of_dark());
}

#[test]
#[ignore = "half a minute: make unit runs it"]
fn the_legend_alone_tells_the_shares_on_the_light_map_of_france() {
    assert_shares_legible("light", Palette::LIGHT, &of_light());
}

#[test]
#[ignore = "half a minute: make unit runs it"]
fn the_legend_alone_tells_the_shares_on_the_dark_map_of_france() {
    assert_shares_legible("dark", Palette::DARK, &of_dark());
}

/// The ways in which the light map is seen: paper is grey.
fn of_light() -> Vec<&'static Vision> {
    COLOR.iter().chain([&GREY]).collect()
}

fn of_dark() -> Vec<&'static Vision> {
    COLOR.iter().collect()
}

fn assert_schemes_legible(theme: &str, palette: Palette, visions: &[&Vision]) {
    // Without a filter no row of the legend is switched off.
    let mut schemes = Legend::of_schemes(&palette);
    schemes.rows.retain(|(name, _)| !name.contains("Hidden"));
    let fills: Vec<Fill> =
        (0..MODEL.cells.len() as u32).map(|cell| fill_of_cell(&MODEL, &palette, cell)).collect();
    let crops = crops(&palette, None, &schemes, |cell, _| fills[cell]);
    assert_legible(&format!("{theme}, France"), &schemes, &crops, visions);
}

fn assert_shares_legible(theme: &str, palette: Palette, visions: &[&Vision]) {
    for layer in [Layer::Cls, Layer::Cpts] {
        let legend = Legend::of_shares(&palette, layer);
        let shares = Choropleth { layer, shares: Arc::clone(&SHARES) };
        let of_share = |cell: usize, resolution: f64| of_share(&palette, layer, cell, resolution);
        let crops = self::crops(&palette, Some(shares), &legend, of_share);
        assert_legible(&format!("{theme}, France, shares of {layer:?}"), &legend, &crops, visions);
    }
}

/// The fill of a cell in the reading of shares: as that of the legend, whose bounds are others.
fn of_share(palette: &Palette, layer: Layer, cell: usize, resolution: f64) -> Fill {
    let cell = MODEL.cells[cell];
    let territory = if resolution < EPCI_SHARES_BELOW {
        cell.epci.map(|epci| Territory::Epci(epci as usize))
    } else {
        Some(Territory::Department(cell.department as usize))
    };
    let Some(territory) = territory else { return palette.backdrop(Backdrop::Silent) };
    let shares = SHARES.of(layer).unwrap();
    let share = shares.share(territory);
    let class = |make: fn(u8) -> Share| match shares.row(share) {
        ShareRow::Class(class) => make(BOUNDS[class]),
        _ => share,
    };
    let share = match share {
        Share::Exactly(_) => class(Share::Exactly),
        Share::AtLeast(_) => class(Share::AtLeast),
        other => other,
    };
    let legend = map::served::LayerShares { bounds: BOUNDS, ..Default::default() };
    palette.share(layer, &legend, share)
}

/// Crops of every situation at every zoom, each with its row; `fill_of` a cell at a resolution.
fn crops(
    palette: &Palette,
    choropleth: Option<Choropleth>,
    legend: &Legend,
    fill_of: impl Fn(usize, f64) -> Fill,
) -> Vec<(usize, Picture)> {
    let layers = choropleth.as_ref().map_or(vec![Layer::Cls, Layer::Cpts], |one| vec![one.layer]);
    let style = MapStyle { layers, hidden: Vec::new(), choropleth, palette: *palette };
    let scene = Scene::new(Atlas::new(Arc::clone(&MODEL)), style);
    let mut random = Rng::with_seed(15);
    let mut crops = Vec::new();
    for (row, (name, fill)) in legend.rows.iter().enumerate() {
        let mut most = 0;
        let mut occurs = false;
        for resolution in ZOOMS {
            let is_own = |cell: usize| fill_of(cell, resolution) == *fill;
            occurs |= (0..MODEL.cells.len()).any(is_own);
            let points =
                readable_points(&MODEL, CROP as f64 * resolution, POINTS, is_own, &mut random);
            most = most.max(points.len());
            crops.extend(points.into_iter().map(|center| {
                let view = Viewport { center, resolution, size: (CROP as f64, CROP as f64) };
                (row, paint(&scene, &view))
            }));
        }
        if occurs && most < FEWEST {
            println!("too rare: {name}, {most} points");
        }
    }
    crops
}
