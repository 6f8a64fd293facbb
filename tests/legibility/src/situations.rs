//! The situation of each cell of a map, and points around which nothing else is.

use fastrand::Rng;
use map::{Backdrop, Degree, Fill, Layer, MapPoint, Model, Overlay, Palette, Status};

/// Tries to find points at one zoom.
const TRIES: usize = 3_000;

/// The fill of a cell in the reading of schemes, by the words of the legend; `index` is its place in
/// [`Model::cells`].
#[must_use]
pub fn fill_of_cell(model: &Model, palette: &Palette, index: u32) -> Fill {
    let strongest = |layer: Layer| -> Option<Status> {
        let schemes = model.schemes.iter().filter(|scheme| scheme.index.layer == layer);
        schemes.filter(|scheme| scheme.cells.contains(&index)).map(|scheme| scheme.status).min()
    };
    let overlays = [Layer::Cls, Layer::Cpts]
        .map(|layer| strongest(layer).map_or(Overlay::None, Overlay::Scheme));
    if overlays != [Overlay::None; 2] {
        return palette.area(overlays, Backdrop::Absent);
    }
    let department = model.cells[index as usize].department as usize;
    let region = model.departments[department].region;
    let degrees = [Layer::Cls, Layer::Cpts].map(|layer| model.degree(layer, region));
    palette.backdrop(match degrees {
        [Some(Degree::List), Some(Degree::List)] => Backdrop::Absent,
        _ if degrees.contains(&Some(Degree::List)) => Backdrop::Partly,
        _ if degrees.contains(&Some(Degree::Facts)) => Backdrop::Facts,
        _ => Backdrop::Undocumented,
    })
}

/// At most `most` points, in map metres, around which a whole square of the side `side_m`, in metres, is in cells
/// for which `is_own` holds.
pub fn readable_points(
    model: &Model,
    side_m: f64,
    most: usize,
    is_own: impl Fn(usize) -> bool,
    random: &mut Rng,
) -> Vec<MapPoint> {
    let own: Vec<usize> = (0..model.cells.len()).filter(|&cell| is_own(cell)).collect();
    let mut points = Vec::new();
    let reach = side_m / 2.0;
    let steps = || [-1.0, -0.5, 0.0, 0.5, 1.0].map(|step| step * reach);
    for _ in 0..TRIES {
        let Some(&cell) = random.choice(&own) else { break };
        let point = point_near(model, cell, random);
        let around = steps().into_iter().flat_map(|x| steps().map(|y| (x, y)));
        let mut around = around.map(|(x, y)| MapPoint::new(point.x + x, point.y + y));
        if around.all(|at| model.cell_at(at).is_some_and(|cell| is_own(cell as usize))) {
            points.push(point);
        }
        if points.len() == most {
            break;
        }
    }
    points
}

/// A point in the bounds of the intercommunality of a cell, or of its department.
fn point_near(model: &Model, cell: usize, random: &mut Rng) -> MapPoint {
    let bounds = model.bounds(model.territory_of(cell as u32));
    let mut between = |low: f64, high: f64| low + random.f64() * (high - low);
    MapPoint::new(between(bounds.min.x, bounds.max.x), between(bounds.min.y, bounds.max.y))
}
