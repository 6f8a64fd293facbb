//! The compositor: it paints, moves and scales the layers of the map for each frame.
//!
//! | layer | shows | is repainted |
//! | --- | --- | --- |
//! | `base` | the whole country, small; seen only where `main` does not reach | when the style changes |
//! | `main` | the view with a margin around it | when the scene changes, and when a zoom has settled; its edges during a drag |
//! | `selection` | an outline | when it is another one, or `main` is repainted |
//! | `hover` | an outline | the same |
//!
//! Between two paintings the layers are moved and scaled, which costs next to nothing. A raster that is
//! repainted while another is shown is painted band by band, a few milliseconds of each frame, and
//! shown when it is whole: the hand never has to wait.

use super::boxes::{ScreenBox, on_map};
use super::layers::{CanvasLayer, HoverLayer, OutlineRequest, RasterChange, SelectionLayer};
use super::offscreen::Backing;
use crate::browser::now_ms;
use leptos::prelude::window;
use map::{Atlas, PixelRect, Raster, Repaint, Scene, Subject, Viewport, country_bounds};
use web_sys::{HtmlCanvasElement, SvgElement};

/// How far the main raster reaches beyond the screen, CSS pixels. The very first one does not: what is
/// on screen comes before what may come there.
const MARGIN: f64 = 104.0;

/// The time without a zoom after which one has settled, milliseconds.
pub(crate) const SETTLE_MS: f64 = 110.0;

/// The height of the bands in which a raster is painted, CSS pixels.
const BAND: f64 = 120.0;

/// How long a frame may paint while another raster is shown, milliseconds.
const PAINT_BUDGET_MS: f64 = 6.0;

/// The width of the base raster, CSS pixels.
const BASE_WIDTH: f64 = 560.0;

/// The layers, in the order in which they lie on each other.
pub(crate) struct Compositor {
    base: CanvasLayer,
    main: CanvasLayer,
    selection: SelectionLayer,
    hover: HoverLayer,
    scene: Option<Scene>,
    /// Whether the main raster shows another scene.
    is_stale: bool,
    pending: Option<PendingRaster>,
    last_zoom: Zoom,
    margin: f64,
    /// The boxes of the page over the map, which no name lies under while the map is at rest.
    boxes: Vec<ScreenBox>,
    /// Whether the map has just come to rest.
    has_settled: bool,
}

/// The next main raster, of which a part is painted.
struct PendingRaster {
    raster: Raster,
    /// The parts that are not painted yet, the next one last: bands are painted from the lowest up.
    left: Vec<PixelRect>,
}

/// A change of resolution, and its time.
#[derive(Clone, Copy, Default)]
struct Zoom {
    at_ms: f64,
    resolution: f64,
}

/// Whether a raster may be painted over several frames.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deadline {
    ThisFrame,
    AnyFrame,
}

/// The subjects that are outlined.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlines {
    pub(crate) selection: Vec<Subject>,
    pub(crate) hover: Vec<Subject>,
}

/// The state of the picture after a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrameOutcome {
    Sharp,
    /// The raster is scaled: it is to be repainted when the zoom has settled.
    Scaled,
    /// A part of the next raster is painted; the rest comes with the next frames.
    UnderWay,
}

impl Compositor {
    /// A compositor of these elements, lowest first; none where the browser gives no 2D context.
    pub(crate) fn new(
        [base, main, selection]: [HtmlCanvasElement; 3],
        hover: &SvgElement,
    ) -> Option<Self> {
        Some(Self {
            base: CanvasLayer::new(base, Backing::Opaque)?,
            main: CanvasLayer::new(main, Backing::Opaque)?,
            selection: SelectionLayer::new(selection)?,
            hover: HoverLayer::new(hover)?,
            scene: None,
            is_stale: false,
            pending: None,
            last_zoom: Zoom::default(),
            margin: 0.0,
            boxes: Vec::new(),
            has_settled: false,
        })
    }

    /// The element of the main raster.
    pub(super) fn element(&self) -> &HtmlCanvasElement {
        self.main.canvas.element()
    }

    /// Sets the scene that the next frames paint.
    pub(crate) fn set_scene(&mut self, scene: Scene) {
        let is_same_style = self.scene.as_ref().is_some_and(|before| before.style == scene.style);
        if !is_same_style {
            self.base.raster = None;
        }
        self.scene = Some(scene);
        self.is_stale = true;
        self.pending = None;
    }

    /// Sets the boxes of the page that lie over the map.
    pub(super) fn set_boxes(&mut self, boxes: Vec<ScreenBox>) {
        self.boxes = boxes;
    }

    /// Notes that nothing moves: gives up the memory to paint. The next raster has its margin, and the
    /// next frame no name under a box.
    pub(crate) fn settle(&mut self) {
        self.margin = MARGIN;
        self.has_settled = true;
        if self.pending.is_none() {
            self.main.canvas.release();
        }
    }

    /// Brings every layer to where it lies in `view`, and paints what is due.
    pub(crate) fn frame(
        &mut self,
        view: &Viewport,
        outlines: &Outlines,
        now_ms: f64,
    ) -> FrameOutcome {
        if self.scene.is_none() {
            return FrameOutcome::Sharp;
        }
        if (self.last_zoom.resolution / view.resolution - 1.0).abs() > 1e-9 {
            self.last_zoom = Zoom { at_ms: now_ms, resolution: view.resolution };
        }
        let mut change = self.paint(view, now_ms);
        if std::mem::take(&mut self.has_settled) && change == RasterChange::Kept {
            change = self.leave_out_covered(view);
        }
        self.show_base(view);
        self.main.follow(view);
        if let (Some(scene), Some(raster)) = (&self.scene, &self.main.raster) {
            let outline = |subjects| OutlineRequest { scene, raster, subjects, change };
            self.selection.show(&outline(&outlines.selection));
            self.hover.show(&outline(&outlines.hover), view);
        }
        self.selection.follow(view);
        if self.pending.is_some() {
            return FrameOutcome::UnderWay;
        }
        let is_sharp = self.main.raster.is_some_and(|raster| raster.is_sharp_in(view));
        if is_sharp { FrameOutcome::Sharp } else { FrameOutcome::Scaled }
    }

    /// Outlines what is under the pointer on the raster that is shown.
    pub(crate) fn show_hover(&mut self, view: &Viewport, subjects: &[Subject]) {
        if let (Some(scene), Some(raster)) = (&self.scene, &self.main.raster) {
            let outline = OutlineRequest { scene, raster, subjects, change: RasterChange::Kept };
            self.hover.show(&outline, view);
        }
    }

    /// Paints what is due of the main raster.
    fn paint(&mut self, view: &Viewport, now_ms: f64) -> RasterChange {
        let Some(scene) = &self.scene else { return RasterChange::Kept };
        // Goes on only where it still fits.
        let pending = self.pending.take().filter(|pending| pending.raster.covers(view));
        let ratio = window().device_pixel_ratio();
        let known = self.main.raster.filter(|raster| (raster.ratio - ratio).abs() < 1e-9);
        let repaint = match known {
            Some(raster) if !self.is_stale => raster.repaint(view, self.margin),
            _ => Repaint::All,
        };
        match repaint {
            Repaint::None => RasterChange::Kept,
            Repaint::Strips { raster: moved, shift, strips } => {
                self.main.canvas.shift(&moved, shift);
                self.main.raster = Some(moved);
                for rect in strips {
                    self.main.canvas.paint(scene, &moved, rect);
                }
                // In a drag the next part is not far: the memory to paint it stays.
                self.main.canvas.show();
                RasterChange::Repainted
            }
            Repaint::All => {
                let is_settled = now_ms - self.last_zoom.at_ms >= SETTLE_MS;
                // While a zoom goes on, the raster at hand is scaled.
                if !is_settled && known.is_some_and(|raster| !raster.is_sharp_in(view)) {
                    return RasterChange::Kept;
                }
                let wanted = Raster::around(view, self.margin, ratio);
                let can_wait = self.main.canvas.is_buffered()
                    && known.is_some_and(|raster| raster.may_stay(view));
                let deadline = if can_wait { Deadline::AnyFrame } else { Deadline::ThisFrame };
                self.repaint(view, pending, wanted, deadline)
            }
        }
    }

    /// Takes names from under the boxes of the page, and brings others back: paints only there.
    fn leave_out_covered(&mut self, view: &Viewport) -> RasterChange {
        let (Some(scene), Some(raster)) = (&mut self.scene, self.main.raster) else {
            return RasterChange::Kept;
        };
        if self.is_stale || self.pending.is_some() || !raster.is_sharp_in(view) {
            return RasterChange::Kept;
        }
        let changed = scene.leave_out_covered(view, &on_map(&self.boxes, view));
        let parts: Vec<PixelRect> =
            changed.into_iter().filter_map(|bounds| raster.pixels_of(bounds)).collect();
        if parts.is_empty() {
            return RasterChange::Kept;
        }
        let canvas = &mut self.main.canvas;
        // The picture that is shown, to be painted on.
        canvas.shift(&raster, (0, 0));
        parts.into_iter().for_each(|part| canvas.paint(scene, &raster, part));
        canvas.finish();
        RasterChange::Repainted
    }

    /// Paints a raster like `wanted`, going on with `pending` if it is one, as far as the deadline wants.
    fn repaint(
        &mut self,
        view: &Viewport,
        pending: Option<PendingRaster>,
        wanted: Raster,
        deadline: Deadline,
    ) -> RasterChange {
        let Some(scene) = &mut self.scene else { return RasterChange::Kept };
        let start_ms = now_ms();
        let canvas = &mut self.main.canvas;
        let mut pending = match pending {
            Some(pending) if pending.raster.is_like(&wanted) => pending,
            _ => {
                canvas.prepare(&wanted);
                let width_of = |text: &str, size| canvas.width_of(text, size);
                scene.write_names(wanted.view.resolution, width_of);
                scene.leave_out_covered(view, &on_map(&self.boxes, view));
                // Bands wherever a raster is shown, whatever the deadline: the same in every browser.
                let is_first = self.main.raster.is_none();
                let left = if is_first { vec![wanted.whole()] } else { wanted.bands(BAND) };
                PendingRaster { raster: wanted, left }
            }
        };
        while let Some(rect) = pending.left.pop() {
            canvas.paint(scene, &pending.raster, rect);
            let is_over = deadline == Deadline::AnyFrame && now_ms() - start_ms > PAINT_BUDGET_MS;
            if is_over && !pending.left.is_empty() {
                self.pending = Some(pending);
                return RasterChange::Kept;
            }
        }
        // The hand may have moved the map since the first band.
        for bounds in scene.leave_out_covered(view, &on_map(&self.boxes, view)) {
            if let Some(part) = pending.raster.pixels_of(bounds) {
                canvas.paint(scene, &pending.raster, part);
            }
        }
        canvas.finish();
        self.main.raster = Some(pending.raster);
        self.is_stale = false;
        RasterChange::Repainted
    }

    /// Shows the whole country where the main raster does not reach, as in the midst of a zoom.
    fn show_base(&mut self, view: &Viewport) {
        let is_covered = self.main.raster.is_some_and(|raster| raster.covers(view));
        if is_covered {
            self.base.hide();
        } else {
            self.paint_base();
            self.base.follow(view);
        }
    }

    /// Paints the whole country, unless it is there already.
    fn paint_base(&mut self) {
        let (Some(scene), None) = (&self.scene, &self.base.raster) else { return };
        let bounds = country_bounds().grown(20_000.0);
        let resolution = bounds.width() / BASE_WIDTH;
        let size = (BASE_WIDTH, (bounds.height() / resolution).ceil());
        let view = Viewport { center: bounds.center(), resolution, size };
        let raster = Raster { view, ratio: 1.0 };
        self.base.canvas.prepare(&raster);
        let plain = Scene::new(Atlas::new(scene.atlas.model.clone()), scene.style.clone());
        self.base.canvas.paint(&plain, &raster, raster.whole());
        self.base.canvas.finish();
        self.base.raster = Some(raster);
    }
}
