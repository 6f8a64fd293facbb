//! The second reading: every row of its legend on blocks of intercommunalities, and from afar on
//! departments.

use super::country::{Block, blocks, model, point_in, row_of};
use fastrand::Rng;
use legibility::{
    BOUNDS, CROP, Legend, Picture, Vision, assert_legible, paint, shares_of_all_rows,
};
use map::served::{LayerShares, Share, SharesFile};
use map::{
    Atlas, Choropleth, EPCI_SHARES_BELOW, Layer, MapStyle, Palette, Scene, Territory, Viewport,
};
use std::sync::Arc;

/// The zooms, metres per CSS pixel: those of departments, of intercommunalities, of a city; and the
/// points of each block.
const ZOOMS: [(f64, usize); 3] = [(1_500.0, 3), (400.0, 9), (60.0, 3)];

/// Asserts that the shares of either layer are told by their legend.
pub fn assert_shares_legible(theme: &str, palette: Palette, visions: &[&Vision]) {
    for layer in [Layer::Cls, Layer::Cpts] {
        let legend = Legend::of_shares(&palette, layer);
        let crops = crops(palette, layer, &legend);
        assert!(crops.len() > 50 * legend.rows.len(), "only {} points", crops.len());
        assert_legible(&format!("{theme}, shares of {layer:?}"), &legend, &crops, visions);
    }
}

fn crops(palette: Palette, layer: Layer, legend: &Legend) -> Vec<(usize, Picture)> {
    let blocks = blocks();
    let atlas = Atlas::new(Arc::new(model(&blocks)));
    let all: Vec<Share> = shares_of_all_rows().collect();
    let mut random = Rng::with_seed(15);
    let mut crops = Vec::new();
    // The four departments take the twelve rows in three turns, the blocks in other orders.
    for turn in 0..3 {
        let of_block = |index: usize| all[(index * 5 + turn) % all.len()];
        let shares = LayerShares {
            bounds: BOUNDS,
            departments: (0..4).map(|index| all[turn * 4 + index]).collect(),
            epci: (0..atlas.model.epci.len())
                .map(|epci| of_block(block_of(&atlas, &blocks, epci)))
                .collect(),
        };
        let file = Arc::new(SharesFile {
            cls: shares.clone(),
            cpts: shares.clone(),
            ..SharesFile::default()
        });
        let style = MapStyle {
            layers: vec![layer],
            hidden: Vec::new(),
            choropleth: Some(Choropleth { layer, shares: file }),
            palette,
        };
        let scene = Scene::new(atlas.clone(), style);
        for (index, block) in blocks.iter().enumerate() {
            for (resolution, many) in ZOOMS {
                let is_far = resolution >= EPCI_SHARES_BELOW;
                let share = if is_far { shares.departments[block.region] } else { of_block(index) };
                let row = row_of(legend, palette.share(layer, &shares, share));
                for _ in 0..many {
                    let center = point_in(block, resolution, &mut random);
                    let view = Viewport { center, resolution, size: (CROP as f64, CROP as f64) };
                    crops.push((row, paint(&scene, &view)));
                }
            }
        }
    }
    crops
}

/// The block that an intercommunality lies in.
fn block_of(atlas: &Atlas, blocks: &[Block], epci: usize) -> usize {
    let at = atlas.model.anchor(Territory::Epci(epci));
    let distance = |block: &Block| block.center().squared_distance(at);
    let all = blocks.iter().map(distance).enumerate();
    all.min_by(|a, b| a.1.total_cmp(&b.1)).unwrap().0
}
