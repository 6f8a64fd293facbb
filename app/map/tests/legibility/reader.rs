//! The verdict: the share of crops in which a reader finds the right row of the legend.

use super::classifier::Classifier;
use super::legend::Legend;
use super::raster::Picture;
use super::vision::Vision;
use std::collections::BTreeMap;

/// The least share of points whose row is found.
const LEAST: f64 = 0.98;

/// Asserts that the rows of nearly all crops are found, under each vision. `title` names the picture.
pub fn assert_legible(
    title: &str,
    legend: &Legend,
    crops: &[(usize, Picture)],
    visions: &[&Vision],
) {
    for vision in visions {
        let mut classifier = Classifier::new(vision, &legend.samples());
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
        println!("{title}, {}: {:.2} % of {total}", vision.name, 100.0 * share);
        let name = |row: usize| legend.rows[row].0.as_str();
        let mut worst: Vec<_> =
            wrong.iter().map(|(&(of, as_), many)| (many, name(of), name(as_))).collect();
        worst.sort_by(|a, b| b.cmp(a));
        let worst = &worst[..worst.len().min(12)];
        assert!(share >= LEAST, "{title}, {}: {:.2} %: {worst:#?}", vision.name, 100.0 * share);
    }
}
