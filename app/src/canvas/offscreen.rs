//! Where pictures are painted, and how they come on screen.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmapRenderingContext, OffscreenCanvas,
};

/// A canvas of the page.
///
/// It is painted out of sight, and the picture then handed over whole: a browser copies a canvas
/// that is painted on for each of its frames, whether or not anything was painted, and does not copy
/// a picture. Where there are no canvases out of sight, it is painted on.
pub(crate) struct BufferedCanvas {
    pub(crate) element: HtmlCanvasElement,
    /// What paints, wherever that is.
    pub(crate) context: CanvasRenderingContext2d,
    out_of_sight: Option<(OffscreenCanvas, ImageBitmapRenderingContext)>,
}

/// Whether something lies under a canvas that is to be seen through it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backing {
    /// The canvas hides what is under it: cheaper to put on screen.
    Opaque,
    /// The canvas is clear where nothing is drawn.
    Clear,
}

impl BufferedCanvas {
    /// What is seen in `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement, backing: Backing) -> Option<Self> {
        let options = options(backing);
        if let Some((canvas, context)) = hidden_canvas(&options) {
            let shown = element.get_context_with_context_options("bitmaprenderer", &options);
            let shown = shown.ok().flatten()?.dyn_into().ok()?;
            return Some(Self { element, context, out_of_sight: Some((canvas, shown)) });
        }
        let context = element.get_context_with_context_options("2d", &options).ok().flatten()?;
        Some(Self { element, context: context.dyn_into().ok()?, out_of_sight: None })
    }

    /// Width and height of what is seen, device pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        (self.element.width(), self.element.height())
    }

    /// Whether what is seen stays while something else is painted.
    pub(crate) fn is_out_of_sight(&self) -> bool {
        self.out_of_sight.is_some()
    }

    /// Gets ready for a picture of that size, device pixels, on which nothing is yet.
    pub(crate) fn prepare(&self, (width, height): (u32, u32)) {
        // Even the same size clears a canvas.
        match &self.out_of_sight {
            Some((canvas, _)) => {
                canvas.set_width(width);
                canvas.set_height(height);
            }
            None => self.resize(width, height),
        }
    }

    /// Gets ready to paint on a copy of what is seen: makes the room that [`Self::close`] gave up.
    pub(crate) fn open(&self) {
        let is_open = self
            .out_of_sight
            .as_ref()
            .is_none_or(|(canvas, _)| (canvas.width(), canvas.height()) == self.size());
        if !is_open {
            self.prepare(self.size());
        }
    }

    fn resize(&self, width: u32, height: u32) {
        self.element.set_width(width);
        self.element.set_height(height);
    }

    /// Gives up the room to paint in, for as long as nothing is painted: what is seen stays.
    pub(crate) fn close(&self) {
        if let Some((canvas, _)) = &self.out_of_sight {
            canvas.set_width(0);
            canvas.set_height(0);
        }
    }

    /// Shows what was painted since it was last shown. Nothing of it is left to paint upon, other
    /// than what the element shows.
    pub(crate) fn show(&self) {
        let Some((canvas, shown)) = &self.out_of_sight else { return };
        // Fails only for a canvas without a size, which shows nothing.
        let Ok(picture) = canvas.transfer_to_image_bitmap() else { return };
        if self.size() != (picture.width(), picture.height()) {
            self.resize(picture.width(), picture.height());
        }
        shown.transfer_from_image_bitmap(&picture);
    }
}

fn options(backing: Backing) -> Object {
    let options = Object::new();
    // Fails only for frozen objects.
    let _ = Reflect::set(&options, &"alpha".into(), &JsValue::from_bool(backing == Backing::Clear));
    options
}

/// A canvas out of sight and its context, where the browser has such: Safari from 16.4 on, Firefox
/// from 105 on.
fn hidden_canvas(options: &Object) -> Option<(OffscreenCanvas, CanvasRenderingContext2d)> {
    if !Reflect::has(&js_sys::global(), &"OffscreenCanvas".into()).ok()? {
        return None;
    }
    let canvas = OffscreenCanvas::new(1, 1).ok()?;
    let context = canvas.get_context_with_context_options("2d", options).ok().flatten()?;
    // Another type with the same methods.
    Some((canvas, context.unchecked_into()))
}
