//! The legibility of the map: seeded points of every situation, at three zooms, in light and dark,
//! in grey and under three colour-vision deficiencies. A crop around each is given to a reader who
//! knows the samples of the legend only, and who must find the right row. Here the map is that of an
//! invented country, where every situation is in many places; `geodata` reads the real one.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

mod country;
mod shares;

use country::{Block, REGIONS, blocks, model, point_in, row_of};
use fastrand::Rng;
use legibility::{
    COLOR, CROP, Classifier, GREY, Legend, Picture, Vision, assert_legible, paint, swatch,
};
use map::{
    Atlas, Backdrop, Degree, Fill, Layer, MapStyle, Overlay, Palette, Pattern, Scene, Slant,
    Status, Viewport,
};
use std::sync::Arc;

/// The zooms, metres per CSS pixel: the country, a region, a city; and the points of each situation.
const ZOOMS: [(f64, usize); 3] = [(1_500.0, 8), (400.0, 50), (60.0, 8)];

/// The filters: all statuses; without schemes in preparation or past their end.
const FILTERS: [&[Status]; 2] = [&[], &[Status::InPreparation, Status::Expired]];

/// The ways in which the light map is seen: paper is grey.
fn of_light() -> Vec<&'static Vision> {
    COLOR.iter().chain([&GREY]).collect()
}

fn of_dark() -> Vec<&'static Vision> {
    COLOR.iter().collect()
}

#[test]
#[ignore = "twenty seconds: make unit runs it"]
fn the_legend_alone_tells_what_every_area_of_the_light_map_says() {
    assert_schemes_legible("light", Palette::LIGHT, &of_light());
}

#[test]
#[ignore = "twenty seconds: make unit runs it"]
fn the_legend_alone_tells_what_every_area_of_the_dark_map_says() {
    assert_schemes_legible("dark", Palette::DARK, &of_dark());
}

#[test]
#[ignore = "ten seconds: make unit runs it"]
fn the_legend_alone_tells_every_share_of_the_light_map() {
    shares::assert_shares_legible("light", Palette::LIGHT, &of_light());
}

#[test]
#[ignore = "ten seconds: make unit runs it"]
fn the_legend_alone_tells_every_share_of_the_dark_map() {
    shares::assert_shares_legible("dark", Palette::DARK, &of_dark());
}

fn assert_schemes_legible(theme: &str, palette: Palette, visions: &[&Vision]) {
    let legend = Legend::of_schemes(&palette);
    let crops = crops(palette, &legend);
    assert!(crops.len() > 50 * legend.rows.len(), "only {} points", crops.len());
    assert_legible(theme, &legend, &crops, visions);
}

/// Crops of every situation at every zoom, each with its row.
fn crops(palette: Palette, legend: &Legend) -> Vec<(usize, Picture)> {
    let blocks = blocks();
    let atlas = Atlas::new(Arc::new(model(&blocks)));
    let mut random = Rng::with_seed(15);
    let mut crops = Vec::new();
    for hidden in FILTERS {
        let layers = vec![Layer::Cls, Layer::Cpts];
        let of = |layer: Layer| hidden.iter().map(move |&status| (layer, status));
        let hidden_of_both = of(Layer::Cls).chain(of(Layer::Cpts)).collect();
        let scene = Scene::new(
            atlas.clone(),
            MapStyle { layers, hidden: hidden_of_both, choropleth: None, palette },
        );
        let is_filtered = |block: &&Block| {
            block.statuses.into_iter().flatten().any(|status| hidden.contains(&status))
        };
        for block in blocks.iter().filter(|block| hidden.is_empty() || is_filtered(block)) {
            let row = row_of(legend, expected(&palette, block, hidden));
            for (resolution, many) in ZOOMS {
                for _ in 0..many {
                    let size = (CROP as f64, CROP as f64);
                    let center = point_in(block, resolution, &mut random);
                    let view = Viewport { center, resolution, size };
                    crops.push((row, paint(&scene, &view)));
                }
            }
        }
    }
    crops
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
    let legend = Legend::of_schemes(&Palette::LIGHT);
    let mut reader = Classifier::new(&COLOR[0], &legend.samples());
    let picture = swatch(fill, CROP as u32);
    assert_eq!(reader.row_of(&picture), row_of(&legend, fill));
}
