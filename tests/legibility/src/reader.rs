//! The verdict: the share of crops in which a reader finds the right row of the legend.

use crate::classifier::Classifier;
use crate::legend::Legend;
use crate::raster::Picture;
use crate::vision::Vision;
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
    let mut short = Vec::new();
    for vision in visions {
        let (share, wrong) = found(legend, crops, vision);
        let line = format!("{title}, {}: {:.2} %", vision.name, 100.0 * share);
        println!("{line} of {} points", crops.len().div_ceil(step(vision)));
        if share < LEAST {
            short.push(format!("{line}: {wrong:#?}"));
        }
    }
    assert!(short.is_empty(), "{}", short.join("\n"));
}

/// Every point is read by those who see all colours, every fourth by the others.
fn step(vision: &Vision) -> usize {
    if vision.name == "normal" { 1 } else { 4 }
}

/// The share of crops whose row is found, and the twelve most frequent errors.
fn found(legend: &Legend, crops: &[(usize, Picture)], vision: &Vision) -> (f64, Vec<String>) {
    let mut classifier = Classifier::new(vision, &legend.samples());
    let mut wrong: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let seen = crops.iter().step_by(step(vision));
    let total = seen.len();
    for (row, crop) in seen {
        let found = classifier.row_of(crop);
        if found != *row {
            *wrong.entry((*row, found)).or_default() += 1;
        }
    }
    let many: usize = wrong.values().sum();
    let name = |row: usize| legend.rows[row].0.as_str();
    let mut worst: Vec<_> = wrong.into_iter().map(|(pair, many)| (many, pair)).collect();
    worst.sort_by(|a, b| b.cmp(a));
    let line = |(many, (of, as_))| format!("{many} × {} as {}", name(of), name(as_));
    let worst = worst.into_iter().take(12).map(line).collect();
    (1.0 - many as f64 / total as f64, worst)
}
