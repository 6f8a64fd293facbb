//! The pictures of the map: what is painted when, and where it lies.
//!
//! | picture | shows | is painted anew |
//! | --- | --- | --- |
//! | `base` | the whole country, small | when the look changes; seen only where `raster` does not reach |
//! | `raster` | the view and some more around it | when the look changes, and when a zoom rests; its edges while it is dragged |
//! | `selection` | an outline | when it is another one, or `raster` is |
//! | `hover` | an outline, as SVG: it changes too often for a canvas | the same |
//!
//! Between two paintings the pictures are moved and scaled, which costs next to nothing. A sheet that is
//! painted anew while there is one to be seen is painted band by band, a few milliseconds of each
//! frame, and shown when it is whole: the hand is never kept waiting.

use crate::picture::{Highlight, Outline, Picture};
use crate::state::now_ms;
use crate::surface::Backing;
use leptos::prelude::window;
use map::{
    Atlas, MapStyle, PixelRect, Raster, Repaint, Scene, Territory, Viewport, country_bounds,
};
use web_sys::{HtmlCanvasElement, SvgElement};

/// How far the sheet reaches beyond the screen, CSS pixels. The very first one does not: what is on
/// screen comes before what may come there.
const MARGIN: f64 = 104.0;

/// How long a zoom must rest before it is painted anew, milliseconds.
pub(crate) const REST_MS: f64 = 110.0;

/// How high the bands are in which a sheet is painted, CSS pixels.
const BAND: f64 = 120.0;

/// How long a frame may paint while there is something to be seen, milliseconds.
const PATIENCE_MS: f64 = 6.0;

/// The width of the picture of the whole country, CSS pixels.
const BASE_WIDTH: f64 = 560.0;

/// The pictures, in the order in which they lie on each other.
pub(crate) struct Stage {
    base: Picture,
    raster: Picture,
    selection: Outline,
    hover: Highlight,
    scene: Option<Scene>,
    /// Whether the sheet shows another scene.
    is_stale: bool,
    /// The next sheet, while it is being painted.
    work: Option<Work>,
    /// When the view last changed its resolution, and to which.
    zoomed: (f64, f64),
    margin: f64,
}

/// A sheet of which a part is painted.
struct Work {
    raster: Raster,
    /// What is not painted yet, the next one last.
    left: Vec<PixelRect>,
}

/// What a frame left undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Nothing: the picture is sharp.
    Sharp,
    /// The picture is scaled: it is to be painted when the zoom rests.
    Scaled,
    /// A part of the next picture is painted; the rest comes with the next frames.
    UnderWay,
}

impl Stage {
    /// The stage on its canvases, lowest first, and the element of the highlight; none where the
    /// browser gives no 2D context.
    pub(crate) fn new(
        [base, raster, selection]: [HtmlCanvasElement; 3],
        svg: SvgElement,
    ) -> Option<Self> {
        Some(Self {
            base: Picture::new(base, Backing::Opaque)?,
            raster: Picture::new(raster, Backing::Opaque)?,
            selection: Outline::new(selection)?,
            hover: Highlight::new(svg)?,
            scene: None,
            is_stale: false,
            work: None,
            zoomed: (0.0, 0.0),
            margin: 0.0,
        })
    }

    /// Nothing moves: gives up what it takes to paint; from now on paints a little more than what is
    /// on screen.
    pub(crate) fn rest(&mut self) {
        self.margin = MARGIN;
        if self.work.is_none() {
            self.raster.canvas.rest();
        }
    }

    /// What to draw from now on; painted with the next frame.
    pub(crate) fn set_scene(&mut self, atlas: &Atlas, style: MapStyle) {
        let is_same_look = self.scene.as_ref().is_some_and(|scene| scene.style == style);
        if !is_same_look {
            self.base.shows = None;
        }
        self.scene = Some(Scene::new(atlas.clone(), style));
        self.is_stale = true;
        self.work = None;
    }

    /// Brings everything to where it should be for `view` at a time, and paints what has to be.
    pub(crate) fn frame(
        &mut self,
        view: &Viewport,
        [selection, hover]: [Option<Territory>; 2],
        now_ms: f64,
    ) -> Rest {
        if self.scene.is_none() {
            return Rest::Sharp;
        }
        if (self.zoomed.1 / view.resolution - 1.0).abs() > 1e-9 {
            self.zoomed = (now_ms, view.resolution);
        }
        let is_at_rest = now_ms - self.zoomed.0 >= REST_MS;
        let is_painted = self.paint(view, is_at_rest);
        self.place_base(view);
        self.raster.place(view);
        if let (Some(scene), Some(raster)) = (&self.scene, &self.raster.shows) {
            self.selection.show(scene, raster, selection, is_painted);
            self.hover.show(scene, raster, hover, is_painted);
            self.hover.place(raster, view);
        }
        self.selection.picture.place(view);
        if self.work.is_some() {
            return Rest::UnderWay;
        }
        let is_sharp = self.raster.shows.is_some_and(|raster| raster.is_sharp_in(view));
        if is_sharp { Rest::Sharp } else { Rest::Scaled }
    }

    /// Outlines what is under the pointer, as it lies on the picture that is there.
    pub(crate) fn point(&mut self, view: &Viewport, hover: Option<Territory>) {
        if let (Some(scene), Some(raster)) = (&self.scene, &self.raster.shows) {
            self.hover.show(scene, raster, hover, false);
            self.hover.place(raster, view);
        }
    }

    /// Paints what of the sheet has to be; says whether what is seen is another.
    fn paint(&mut self, view: &Viewport, is_at_rest: bool) -> bool {
        let Some(scene) = &self.scene else { return false };
        // Goes on only where it still fits.
        let work = self.work.take().filter(|work| work.raster.covers(view));
        let ratio = window().device_pixel_ratio();
        let known = self.raster.shows.filter(|raster| (raster.ratio - ratio).abs() < 1e-9);
        let repaint = match known {
            Some(raster) if !self.is_stale => raster.repaint(view, self.margin),
            _ => Repaint::All,
        };
        match repaint {
            Repaint::None => false,
            Repaint::Strips { raster, shift, strips } => {
                self.raster.canvas.shift(&raster, shift);
                self.raster.shows = Some(raster);
                for rect in strips {
                    self.raster.canvas.paint(scene, &raster, rect);
                }
                // In a drag, the next part is not far.
                self.raster.canvas.show();
                true
            }
            // While a zoom goes on, the picture at hand is scaled.
            Repaint::All if !is_at_rest && known.is_some_and(|it| !it.is_sharp_in(view)) => false,
            Repaint::All => {
                let wanted = Raster::around(view, self.margin, ratio);
                let can_wait = self.raster.canvas.is_out_of_sight()
                    && known.is_some_and(|raster| raster.may_stay(view));
                self.paint_anew(work, wanted, can_wait)
            }
        }
    }

    /// Paints a sheet like `wanted`, going on with `work` if that is one, or some of it if that can
    /// wait; says whether it is seen now.
    fn paint_anew(&mut self, work: Option<Work>, wanted: Raster, can_wait: bool) -> bool {
        let Some(scene) = &mut self.scene else { return false };
        let start_ms = now_ms();
        let canvas = &mut self.raster.canvas;
        let mut work = match work {
            Some(work) if work.raster.is_like(&wanted) => work,
            _ => {
                canvas.prepare(&wanted);
                let width_of = |text: &str, size| canvas.width_of(text, size);
                scene.write_names(wanted.view.resolution, width_of);
                // Bands wherever a picture is seen, waiting or not: the same in every browser.
                let is_first = self.raster.shows.is_none();
                let left = if is_first { vec![wanted.whole()] } else { wanted.bands(BAND) };
                Work { raster: wanted, left }
            }
        };
        while let Some(rect) = work.left.pop() {
            canvas.paint(scene, &work.raster, rect);
            if can_wait && !work.left.is_empty() && now_ms() - start_ms > PATIENCE_MS {
                self.work = Some(work);
                return false;
            }
        }
        canvas.finish();
        self.raster.shows = Some(work.raster);
        self.is_stale = false;
        true
    }

    /// The whole country is seen where the sheet does not reach: in the midst of a zoom.
    fn place_base(&mut self, view: &Viewport) {
        let is_covered = self.raster.shows.is_some_and(|raster| raster.covers(view));
        if is_covered {
            self.base.hide();
            return;
        }
        self.paint_base();
        self.base.place(view);
    }

    /// Paints the whole country, if it is not there already.
    pub(crate) fn paint_base(&mut self) {
        let (Some(scene), None) = (&self.scene, &self.base.shows) else { return };
        let bounds = country_bounds().grown(20_000.0);
        let resolution = bounds.width() / BASE_WIDTH;
        let size = (BASE_WIDTH, (bounds.height() / resolution).ceil());
        let raster =
            Raster { view: Viewport { center: bounds.center(), resolution, size }, ratio: 1.0 };
        self.base.canvas.prepare(&raster);
        let plain = Scene::new(Atlas::new(scene.atlas.model.clone()), scene.style.clone());
        self.base.canvas.paint(&plain, &raster, raster.whole());
        self.base.canvas.finish();
        self.base.shows = Some(raster);
    }
}
