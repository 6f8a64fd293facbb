//! The legibility of the map: seeded points of every situation, at three zooms, in light and dark,
//! in grey and under three colour-vision deficiencies. A crop around each is given to a reader who
//! knows the samples of the legend only, and who must find the right row.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

mod classifier;
mod country;
mod raster;
mod vision;

use classifier::{CROP, Classifier};
use country::{BLOCK, Block, CELL, REGIONS, blocks, model};
use fastrand::Rng;
use map::{
    Atlas, Backdrop, Degree, Fill, Layer, MapPoint, MapStyle, Overlay, Palette, Pattern, Scene,
    Slant, Status, Viewport,
};
use std::collections::BTreeMap;
use std::sync::Arc;
use vision::{COLOR, GREY, Vision};

/// The zooms, metres per CSS pixel: the country, a region, a city; and the points of each situation.
const ZOOMS: [(f64, usize); 3] = [(1_500.0, 8), (400.0, 50), (60.0, 8)];

/// The least share of points whose row is found.
const LEAST: f64 = 0.98;

/// The filters: all statuses; without schemes in preparation or past their end.
const FILTERS: [&[Status]; 2] = [&[], &[Status::InPreparation, Status::Expired]];

#[test]
#[ignore = "twenty seconds: make unit runs it"]
fn the_legend_alone_tells_what_every_area_of_the_light_map_says() {
    let visions: Vec<&Vision> = COLOR.iter().chain([&GREY]).collect();
    assert_legible(Palette::LIGHT, &visions);
}

#[test]
#[ignore = "twenty seconds: make unit runs it"]
fn the_legend_alone_tells_what_every_area_of_the_dark_map_says() {
    assert_legible(Palette::DARK, &COLOR.iter().collect::<Vec<_>>());
}

/// The rows of the legend: every combination of what is shown of the two layers, and the areas
/// without a scheme.
struct Legend {
    rows: Vec<(String, Fill)>,
}

fn assert_legible(palette: Palette, visions: &[&Vision]) {
    let legend = Legend::of(&palette);
    let crops = crops(palette, &legend);
    assert!(crops.len() > 50 * legend.rows.len(), "only {} points", crops.len());
    for vision in visions {
        let mut classifier = Classifier::new(vision, &legend.samples(&palette));
        let mut wrong: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        // Every point by those who see all colours, every fourth by the others.
        let step = if vision.name == "normal" { 1 } else { 4 };
        let seen = crops.iter().step_by(step);
        let total = seen.len();
        for (row, crop) in seen {
            let found = classifier.row_of(crop);
            if found != *row {
                *wrong.entry((*row, found)).or_default() += 1;
            }
        }
        let many: usize = wrong.values().sum();
        let share = 1.0 - many as f64 / total as f64;
        println!("{}: {:.2} % of {}", vision.name, 100.0 * share, total);
        let name = |row: usize| legend.rows[row].0.as_str();
        let mut worst: Vec<_> =
            wrong.iter().map(|(&(of, as_), many)| (many, name(of), name(as_))).collect();
        worst.sort_by(|a, b| b.cmp(a));
        assert!(
            share >= LEAST,
            "{}: {:.2} %: {:#?}",
            vision.name,
            100.0 * share,
            &worst[..worst.len().min(12)]
        );
    }
}

impl Legend {
    fn of(palette: &Palette) -> Self {
        let overlays = || {
            let schemes = country::statuses().map(|it| it.map_or(Overlay::None, Overlay::Scheme));
            schemes.chain([Overlay::Hidden])
        };
        let pairs = overlays().flat_map(|cls| overlays().map(move |cpts| [cls, cpts]));
        let is_shown = |pair: &[Overlay; 2]| pair.iter().any(|it| matches!(it, Overlay::Scheme(_)));
        let areas = pairs
            .filter(is_shown)
            .map(|pair| (format!("{pair:?}"), palette.area(pair, Backdrop::Absent)));
        let backdrops = [
            Backdrop::Absent,
            Backdrop::Partly,
            Backdrop::Facts,
            Backdrop::Undocumented,
            Backdrop::Hidden,
        ]
        .map(|backdrop| (format!("{backdrop:?}"), palette.backdrop(backdrop)));
        Self { rows: backdrops.into_iter().chain(areas).collect() }
    }

    /// The samples with their rows. What is not known is flat from afar.
    fn samples(&self, palette: &Palette) -> Vec<(usize, Fill)> {
        let rows = self.rows.iter().enumerate().map(|(row, (_, fill))| (row, *fill));
        let undocumented = self.row(palette.backdrop(Backdrop::Undocumented));
        rows.chain([(undocumented, Fill::plain(palette.undocumented))]).collect()
    }

    fn row(&self, fill: Fill) -> usize {
        self.rows.iter().position(|(_, own)| *own == fill).unwrap()
    }
}

/// Crops of every situation at every zoom, each with its row.
fn crops(palette: Palette, legend: &Legend) -> Vec<(usize, raster::Picture)> {
    let blocks = blocks();
    let atlas = Atlas::new(Arc::new(model(&blocks)));
    let mut random = Rng::with_seed(15);
    let mut crops = Vec::new();
    for hidden in FILTERS {
        let layers = vec![Layer::Cls, Layer::Cpts];
        let of = |layer: Layer| hidden.iter().map(move |&status| (layer, status));
        let hidden_of_both = of(Layer::Cls).chain(of(Layer::Cpts)).collect();
        let scene = Scene::new(atlas.clone(), MapStyle { layers, hidden: hidden_of_both, palette });
        let is_filtered = |block: &&Block| {
            block.statuses.into_iter().flatten().any(|status| hidden.contains(&status))
        };
        for block in blocks.iter().filter(|block| hidden.is_empty() || is_filtered(block)) {
            let row = legend.row(expected(&palette, block, hidden));
            for (resolution, many) in ZOOMS {
                for _ in 0..many {
                    let size = (CROP as f64, CROP as f64);
                    let center = point_in(block, resolution, &mut random);
                    let view = Viewport { center, resolution, size };
                    crops.push((row, raster::paint(&scene, &view)));
                }
            }
        }
    }
    crops
}

/// A point of a block whose crop is within that block.
fn point_in(block: &Block, resolution: f64, random: &mut Rng) -> MapPoint {
    let reach = CELL * BLOCK as f64 / 2.0 - (CROP / 2 + 1) as f64 * resolution;
    let mut shift = || (random.f64() * 2.0 - 1.0) * reach;
    let center = block.center();
    MapPoint::new(center.x + shift(), center.y + shift())
}

/// The fill of a block, by the words of the legend.
fn expected(palette: &Palette, block: &Block, hidden: &[Status]) -> Fill {
    let overlays = block.statuses.map(|status| match status {
        None => Overlay::None,
        Some(status) if hidden.contains(&status) => Overlay::Hidden,
        Some(status) => Overlay::Scheme(status),
    });
    if overlays.iter().any(|it| matches!(it, Overlay::Scheme(_))) {
        return palette.area(overlays, Backdrop::Absent);
    }
    if overlays.contains(&Overlay::Hidden) {
        return palette.backdrop(Backdrop::Hidden);
    }
    palette.backdrop(match REGIONS[block.region].0 {
        [Some(Degree::List), Some(Degree::List)] => Backdrop::Absent,
        degrees if degrees.contains(&Some(Degree::List)) => Backdrop::Partly,
        degrees if degrees.contains(&Some(Degree::Facts)) => Backdrop::Facts,
        _ => Backdrop::Undocumented,
    })
}

#[test]
fn a_reader_takes_the_picture_of_another_sample_for_that_sample() {
    let fill = Palette::LIGHT.area(
        [Overlay::Scheme(Status::InPreparation), Overlay::Scheme(Status::Unknown)],
        Backdrop::Absent,
    );
    assert!(fill.patterns[0].is_some_and(|(pattern, _)| pattern == Pattern::Hatch(Slant::Rising)));
    let legend = Legend::of(&Palette::LIGHT);
    let mut reader = Classifier::new(&COLOR[0], &legend.samples(&Palette::LIGHT));
    let picture = raster::swatch(fill, CROP as u32);
    assert_eq!(reader.row_of(&picture), legend.row(fill));
}
