//! Canvases that are painted out of sight and shown whole.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmapRenderingContext, OffscreenCanvas,
};

/// A double-buffered canvas of the page.
///
/// A browser copies a canvas that is painted on for each of its frames, whether or not anything was
/// painted. It does not copy a finished bitmap: so a buffer out of sight is painted, and its bitmap
/// handed over whole. Where the browser has no such buffers, the element itself is painted.
pub(crate) struct BufferedCanvas {
    pub(crate) element: HtmlCanvasElement,
    /// The context that paints, on the buffer or on the element.
    pub(crate) context: CanvasRenderingContext2d,
    buffer: Option<Buffer>,
}

/// A canvas out of sight, and the context of the element that shows its pictures.
struct Buffer {
    canvas: OffscreenCanvas,
    shown: ImageBitmapRenderingContext,
}

/// Whether the page is to be seen through a canvas where nothing is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backing {
    /// Cheaper to put on screen.
    Opaque,
    Clear,
}

/// Width and height in device pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DeviceSize {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl BufferedCanvas {
    /// A canvas that shows its pictures in `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement, backing: Backing) -> Option<Self> {
        let options = options(backing);
        if let Some((canvas, context)) = offscreen_canvas(&options) {
            let shown = element.get_context_with_context_options("bitmaprenderer", &options);
            let shown = shown.ok().flatten()?.dyn_into().ok()?;
            return Some(Self { element, context, buffer: Some(Buffer { canvas, shown }) });
        }
        let context = element.get_context_with_context_options("2d", &options).ok().flatten()?;
        Some(Self { element, context: context.dyn_into().ok()?, buffer: None })
    }

    /// The size of the bitmap that is shown.
    pub(crate) fn size(&self) -> DeviceSize {
        DeviceSize { width: self.element.width(), height: self.element.height() }
    }

    /// Whether the bitmap that is shown stays while another is painted.
    pub(crate) fn is_buffered(&self) -> bool {
        self.buffer.is_some()
    }

    /// Makes an empty canvas of that size to paint on.
    pub(crate) fn prepare(&self, size: DeviceSize) {
        // Even the same size clears a canvas.
        match &self.buffer {
            Some(Buffer { canvas, .. }) => {
                canvas.set_width(size.width);
                canvas.set_height(size.height);
            }
            None => self.resize(size),
        }
    }

    /// Takes the memory to paint again that [`Self::release`] gave up.
    pub(crate) fn reopen(&self) {
        let is_open = self.buffer.as_ref().is_none_or(|Buffer { canvas, .. }| {
            self.size() == DeviceSize { width: canvas.width(), height: canvas.height() }
        });
        if !is_open {
            self.prepare(self.size());
        }
    }

    /// Gives up the memory to paint, while nothing is painted. The bitmap that is shown stays.
    pub(crate) fn release(&self) {
        if let Some(Buffer { canvas, .. }) = &self.buffer {
            canvas.set_width(0);
            canvas.set_height(0);
        }
    }

    /// Shows the bitmap that was painted. The buffer is empty afterwards.
    pub(crate) fn show(&self) {
        let Some(Buffer { canvas, shown }) = &self.buffer else { return };
        // Fails only for a canvas without a size, which shows nothing.
        let Ok(bitmap) = canvas.transfer_to_image_bitmap() else { return };
        let size = DeviceSize { width: bitmap.width(), height: bitmap.height() };
        if self.size() != size {
            self.resize(size);
        }
        shown.transfer_from_image_bitmap(&bitmap);
    }

    fn resize(&self, size: DeviceSize) {
        self.element.set_width(size.width);
        self.element.set_height(size.height);
    }
}

fn options(backing: Backing) -> Object {
    let options = Object::new();
    // Fails only for frozen objects.
    let _ = Reflect::set(&options, &"alpha".into(), &JsValue::from_bool(backing == Backing::Clear));
    options
}

/// A canvas out of sight and its context, where the browser has them: Safari from 16.4 on, Firefox
/// from 105 on.
fn offscreen_canvas(options: &Object) -> Option<(OffscreenCanvas, CanvasRenderingContext2d)> {
    if !Reflect::has(&js_sys::global(), &"OffscreenCanvas".into()).ok()? {
        return None;
    }
    let canvas = OffscreenCanvas::new(1, 1).ok()?;
    let context = canvas.get_context_with_context_options("2d", options).ok().flatten()?;
    // Another type with the same methods.
    Some((canvas, context.unchecked_into()))
}
