//! The legibility of the real map: seeded points of every situation that occurs, at three zooms, in
//! light and dark, in grey and under three colour-vision deficiencies, read by someone who knows the
//! samples of the legend only. The reader is that of `app/map/tests/legibility`.

#[path = "../../../../app/map/tests/legibility/classifier.rs"]
mod classifier;
#[path = "../../../../app/map/tests/legibility/legend.rs"]
mod legend;
#[path = "../../../../app/map/tests/legibility/raster.rs"]
mod raster;
#[path = "../../../../app/map/tests/legibility/reader.rs"]
mod reader;
#[path = "../../../../app/map/tests/legibility/vision.rs"]
mod vision;

use super::committed::{SERVED, manifest};
use classifier::CROP;
use fastrand::Rng;
use legend::{BOUNDS, Legend};
use map::served::{Share, ShareRow, SharesFile};
use map::{
    Atlas, Backdrop, Cell, Choropleth, Degree, EPCI_SHARES_BELOW, Fill, Layer, MapPoint, MapStyle,
    Model, Overlay, Palette, Scene, Status, Territory, Viewport,
};
use reader::assert_legible;
use std::sync::{Arc, LazyLock};
use vision::{COLOR, GREY, Vision};

/// The zooms of the overview, metres per CSS pixel: closer, departments are drawn in detail.
const ZOOMS: [f64; 3] = [1_500.0, 550.0, 360.0];

/// The most points of a situation at one zoom, and the tries to find them.
const POINTS: usize = 200;
const TRIES: usize = 3_000;

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
        (0..).zip(&MODEL.cells).map(|(index, cell)| of_schemes(&palette, index, cell)).collect();
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

/// The fill of a cell in the reading of schemes, by the words of the legend.
fn of_schemes(palette: &Palette, index: u32, cell: &Cell) -> Fill {
    let strongest = |layer: Layer| -> Option<Status> {
        let schemes = MODEL.schemes.iter().filter(|scheme| scheme.index.layer == layer);
        schemes.filter(|scheme| scheme.cells.contains(&index)).map(|scheme| scheme.status).min()
    };
    let overlays = [Layer::Cls, Layer::Cpts]
        .map(|layer| strongest(layer).map_or(Overlay::None, Overlay::Scheme));
    let region = MODEL.departments[cell.department as usize].region;
    let degrees = [Layer::Cls, Layer::Cpts].map(|layer| MODEL.degree(layer, region));
    if overlays != [Overlay::None; 2] {
        return palette.area(overlays, Backdrop::Absent);
    }
    palette.backdrop(match degrees {
        [Some(Degree::List), Some(Degree::List)] => Backdrop::Absent,
        _ if degrees.contains(&Some(Degree::List)) => Backdrop::Partly,
        _ if degrees.contains(&Some(Degree::Facts)) => Backdrop::Facts,
        _ => Backdrop::Undocumented,
    })
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
) -> Vec<(usize, raster::Picture)> {
    let layers = choropleth.as_ref().map_or(vec![Layer::Cls, Layer::Cpts], |one| vec![one.layer]);
    let style = MapStyle { layers, hidden: Vec::new(), choropleth, palette: *palette };
    let scene = Scene::new(Atlas::new(Arc::clone(&MODEL)), style);
    let mut random = Rng::with_seed(15);
    let mut crops = Vec::new();
    for (row, (name, fill)) in legend.rows.iter().enumerate() {
        let mut most = 0;
        let mut occurs = false;
        for resolution in ZOOMS {
            let own: Vec<usize> =
                (0..MODEL.cells.len()).filter(|&cell| fill_of(cell, resolution) == *fill).collect();
            occurs |= !own.is_empty();
            let is_own = |cell: usize| fill_of(cell, resolution) == *fill;
            let points = points(&own, resolution, is_own, &mut random);
            most = most.max(points.len());
            crops.extend(points.into_iter().map(|center| {
                let view = Viewport { center, resolution, size: (CROP as f64, CROP as f64) };
                (row, raster::paint(&scene, &view))
            }));
        }
        if occurs && most < FEWEST {
            println!("too rare: {name}, {most} points");
        }
    }
    crops
}

/// Points around which the whole crop is of one situation; `own` are its cells.
fn points(
    own: &[usize],
    resolution: f64,
    is_own: impl Fn(usize) -> bool,
    random: &mut Rng,
) -> Vec<MapPoint> {
    let mut points = Vec::new();
    let reach = (CROP / 2) as f64 * resolution;
    let steps = || [-1.0, -0.5, 0.0, 0.5, 1.0].map(|step| step * reach);
    for _ in 0..TRIES {
        let Some(&cell) = random.choice(own) else { break };
        let point = point_near(cell, random);
        let around = steps().into_iter().flat_map(|x| steps().map(|y| (x, y)));
        let mut around = around.map(|(x, y)| MapPoint::new(point.x + x, point.y + y));
        if around.all(|at| MODEL.cell_at(at).is_some_and(|cell| is_own(cell as usize))) {
            points.push(point);
        }
        if points.len() == POINTS {
            break;
        }
    }
    points
}

/// A point in the bounds of the intercommunality of a cell, or of its department.
fn point_near(cell: usize, random: &mut Rng) -> MapPoint {
    let bounds = MODEL.bounds(MODEL.territory_of(cell as u32));
    let mut between = |low: f64, high: f64| low + random.f64() * (high - low);
    MapPoint::new(between(bounds.min.x, bounds.max.x), between(bounds.min.y, bounds.max.y))
}
