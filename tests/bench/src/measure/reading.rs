//! A reader of the country: whether a picture shows every department, and in each area the layers that
//! the legend says, by their colours.

use fastrand::Rng;
use legibility::{COLOR, Classifier, Legend, Picture, fill_of_cell, readable_points, statuses};
use map::{Backdrop, Fill, Model, Overlay, Palette, ScreenPoint, Viewport};

use crate::contestants::Contestant;
use crate::page::{Layout, SEA, Screenshot, WindowPoint};

/// The side of a crop, CSS pixels: few areas of the whole country are large enough for the texture of a status,
/// so that layers are told by their colours.
const CROP: usize = 5;

/// The most points of each row of the legend.
const POINTS: usize = 40;

/// The least share of the points that are read when the page has rested.
const LEAST: f64 = 0.98;

/// Tries to find a point in a department.
const TRIES: usize = 20_000;

/// Points of the window, and what is there on the map of schemes.
pub struct Reading {
    legend: Legend,
    sea: WindowPoint,
    /// A point in each department of the mainland.
    departments: Vec<WindowPoint>,
    /// The middle of each crop, and the area layers that have a scheme there.
    crops: Vec<(WindowPoint, [bool; 2])>,
    /// The same of each row of the legend.
    layers: Vec<[bool; 2]>,
}

impl Reading {
    /// The reading of `model` where our page shows the country at first.
    pub fn of(model: &Model, layout: &Layout) -> Self {
        let legend = Legend::of_schemes(&Palette::LIGHT);
        let view = Viewport::country((layout.map.width, layout.map.height));
        let window = |at| {
            let ScreenPoint { x, y } = view.screen_from_map(at);
            WindowPoint::new(layout.map.left + x, layout.map.top + y)
        };
        let mut random = Rng::with_seed(17);
        let fills: Vec<_> = (0..model.cells.len() as u32)
            .map(|cell| fill_of_cell(model, &Palette::LIGHT, cell))
            .collect();
        let layers: Vec<[bool; 2]> = legend.rows.iter().map(|(_, fill)| layers_of(*fill)).collect();
        let mut crops = Vec::new();
        for (row, (_, fill)) in legend.rows.iter().enumerate() {
            // What is known where there is no scheme is no layer.
            if layers[row] == [false; 2] {
                continue;
            }
            let is_own = |cell: usize| fills[cell] == *fill;
            let side_m = CROP as f64 * view.resolution;
            let points = readable_points(model, side_m, POINTS, is_own, &mut random);
            crops.extend(points.into_iter().map(|at| (window(at), layers[row])));
        }
        let mainland = layout.mainland_in_window();
        let departments = (0..model.departments.len()).filter_map(|department| {
            if model.departments[department].code.to_string().starts_with("97") {
                return None;
            }
            (0..TRIES).find_map(|_| {
                let at = mainland.at(random.f64(), random.f64());
                let point = ScreenPoint::new(at.x - layout.map.left, at.y - layout.map.top);
                let cell = model.cell_at(view.map_from_screen(point))?;
                (model.cells[cell as usize].department as usize == department).then_some(at)
            })
        });
        let departments = departments.collect();
        Self { legend, sea: layout.window_from_landmark(SEA), departments, crops, layers }
    }

    /// A check whether a picture of `contestant` shows the country as the `last` one does. A peer has another
    /// projection, and no layers to be read: its departments have the colours that they have at last.
    pub fn against(
        &self,
        contestant: Contestant,
        last: &Screenshot,
    ) -> impl Fn(&Screenshot) -> bool {
        let colors: Vec<_> = self.departments.iter().map(|at| last.color(*at)).collect();
        let at_last = if contestant.is_peer() { Vec::new() } else { self.reads(last) };
        move |picture| {
            if contestant.is_peer() {
                let now = self.departments.iter().map(|at| picture.color(*at));
                return now.eq(colors.iter().copied());
            }
            self.shows_departments(picture) && self.reads_as(&at_last, picture)
        }
    }

    /// Whether nearly all of the crops that are read at last are read in a picture.
    fn reads_as(&self, at_last: &[bool], picture: &Screenshot) -> bool {
        let now = self.reads(picture);
        let both = now.iter().zip(at_last).filter(|(now, at_last)| **now && **at_last).count();
        let legible = at_last.iter().filter(|is_read| **is_read).count();
        both as f64 >= LEAST * legible as f64
    }

    fn shows_departments(&self, picture: &Screenshot) -> bool {
        let sea = picture.color(self.sea);
        self.departments.iter().all(|at| picture.color(*at) != sea)
    }

    /// Whether the layers of each crop are read.
    fn reads(&self, picture: &Screenshot) -> Vec<bool> {
        let mut reader = Classifier::new(&COLOR[0], &self.legend.samples());
        let mut is_read = |at: WindowPoint, layers: [bool; 2]| {
            let crop = crop(picture, at)?;
            Some(reader.rows_by_color(&crop).iter().any(|&row| self.layers[row] == layers))
        };
        let read = self.crops.iter().map(|(at, layers)| is_read(*at, *layers));
        read.map(Option::unwrap_or_default).collect()
    }
}

/// The area layers that have a scheme where an area has that fill.
fn layers_of(fill: Fill) -> [bool; 2] {
    let overlays = || statuses().map(|status| status.map_or(Overlay::None, Overlay::Scheme));
    let pairs = overlays().flat_map(|cls| overlays().map(move |cpts| [cls, cpts]));
    let is_own = |pair: &[Overlay; 2]| Palette::LIGHT.area(*pair, Backdrop::Absent) == fill;
    let pair = pairs.into_iter().skip(1).find(is_own);
    pair.map_or([false; 2], |pair| pair.map(|overlay| overlay != Overlay::None))
}

/// The square of a picture around a point; none where it reaches beyond the window.
fn crop(picture: &Screenshot, middle: WindowPoint) -> Option<Picture> {
    let half = (CROP / 2) as f64;
    let pixel = |index: usize| {
        let (x, y) = ((index % CROP) as f64, (index / CROP) as f64);
        picture.color(WindowPoint::new(middle.x - half + x, middle.y - half + y))
    };
    let pixels = (0..CROP * CROP).map(pixel).collect::<Option<_>>()?;
    Some(Picture { width: CROP, pixels })
}
