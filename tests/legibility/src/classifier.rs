//! A reader who knows the samples of the legend and nothing else: finds the sample that a crop of the
//! map is most like.

use crate::raster::{Picture, Rgb, swatch};
use crate::vision::{Lab, Vision};
use map::{Fill, TILE};
use std::collections::HashMap;

/// The side of a crop, pixels.
pub const CROP: usize = 24;

/// The side of the tile of every texture, pixels.
const SIDE: usize = TILE as usize;

/// The samples that are compared closely: those with the nearest colour; more in grey, where many are
/// equally dark.
const NEAREST: usize = 18;
const NEAREST_IN_GREY: usize = 45;

/// The most that one pixel counts, as a distance of colours: a line through the crop is no texture.
const MOST: f32 = 30.0;

/// Samples of the legend, seen in one way.
pub struct Classifier<'a> {
    vision: &'a Vision,
    samples: Vec<Sample>,
    labs: HashMap<Rgb, Lab>,
}

struct Sample {
    row: usize,
    tile: Vec<Lab>,
    middle: Lab,
}

impl<'a> Classifier<'a> {
    /// Knows samples, each with the row of the legend that it stands for.
    pub fn new(vision: &'a Vision, samples: &[(usize, Fill)]) -> Self {
        let mut own = Self { vision, samples: Vec::new(), labs: HashMap::new() };
        for &(row, fill) in samples {
            let tile = own.seen(&swatch(fill, SIDE as u32));
            let middle = middle(&tile);
            own.samples.push(Sample { row, tile, middle });
        }
        own
    }

    /// The row whose sample is most like a crop.
    pub fn row_of(&mut self, crop: &Picture) -> usize {
        assert_eq!(crop.width, CROP);
        let crop = self.seen(crop);
        let middle = middle(&crop);
        let mut near: Vec<&Sample> = self.samples.iter().collect();
        near.sort_by(|a, b| distance(a.middle, middle).total_cmp(&distance(b.middle, middle)));
        let is_grey = self.vision.name == "grey";
        near.truncate(if is_grey { NEAREST_IN_GREY } else { NEAREST });
        let mut least = (f32::INFINITY, 0);
        for sample in near {
            let unlike = unlikeness(&crop, &sample.tile, least.0);
            if unlike < least.0 {
                least = (unlike, sample.row);
            }
        }
        least.1
    }

    /// The rows whose sample has the colour that most of a picture, of any size, is most like.
    pub fn rows_by_color(&mut self, picture: &Picture) -> Vec<usize> {
        let pixels = self.seen(picture);
        let color = middle(&pixels);
        let far = |sample: &Sample| distance(sample.middle, color);
        let least = self.samples.iter().map(far).fold(f32::INFINITY, f32::min);
        let nearest = self.samples.iter().filter(|sample| far(sample) <= least);
        nearest.map(|sample| sample.row).collect()
    }

    fn seen(&mut self, picture: &Picture) -> Vec<Lab> {
        let vision = self.vision;
        let lab = |&pixel: &Rgb| *self.labs.entry(pixel).or_insert_with(|| vision.lab(pixel));
        picture.pixels.iter().map(lab).collect()
    }
}

/// The colour of most of a picture.
fn middle(pixels: &[Lab]) -> Lab {
    [0, 1, 2].map(|channel| {
        let mut values: Vec<f32> = pixels.iter().map(|pixel| pixel[channel]).collect();
        values.sort_by(f32::total_cmp);
        values[values.len() / 2]
    })
}

fn distance(one: Lab, other: Lab) -> f32 {
    let squares = [0, 1, 2].map(|index| (one[index] - other[index]).powi(2));
    squares.into_iter().sum::<f32>().sqrt()
}

/// The difference between a crop and a texture, wherever that lies best: a few pixels for all positions, all
/// pixels for the best of these. Counting ends at `least`, which is returned for anything above.
fn unlikeness(crop: &[Lab], tile: &[Lab], least: f32) -> f32 {
    let at = |(right, down): (usize, usize), step: usize, limit: f32| {
        let mut sum = 0.0;
        for index in (0..crop.len()).step_by(step) {
            let (x, y) = (index % CROP + right, index / CROP + down);
            sum += distance(crop[index], tile[y % SIDE * SIDE + x % SIDE]).min(MOST);
            if sum >= limit {
                return limit;
            }
        }
        sum
    };
    let mut best = vec![(f32::INFINITY, (0, 0)); 6];
    for shift in (0..SIDE).flat_map(|right| (0..SIDE).map(move |down| (right, down))) {
        // Eleven is prime to the side of the tile, so that all of its pixels have their turn.
        let sum = at(shift, 11, best[5].0);
        if sum < best[5].0 {
            best.insert(best.partition_point(|it| it.0 <= sum), (sum, shift));
            best.pop();
        }
    }
    best.into_iter().fold(least, |least, (_, shift)| at(shift, 1, least))
}
