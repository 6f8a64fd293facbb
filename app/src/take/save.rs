//! Handing a file to the browser, and drawing an image in pixels.

use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url};

/// The pixels of an image for each CSS pixel: sharp on a slide.
const SHARPNESS: u32 = 2;

/// Saves a text as a file of that name and media type.
pub(super) fn save_text(name: &str, media: &str, text: &str) -> Result<(), JsValue> {
    save(name, &blob(media, text)?)
}

/// Draws an SVG and saves its pixels.
///
/// # Errors
/// A value of the browser where it cannot draw it.
pub(super) async fn save_pixels(name: &str, svg: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob("image/svg+xml", svg)?)?;
    let pixels = pixels(&url).await;
    Url::revoke_object_url(&url)?;
    save(name, &pixels?)
}

async fn pixels(url: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (image.natural_width(), image.natural_height());
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let [columns, rows] = [width, height].map(|length| length * SHARPNESS);
    canvas.set_width(columns);
    canvas.set_height(rows);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: web_sys::CanvasRenderingContext2d = context.unchecked_into();
    let [columns, rows] = [columns, rows].map(f64::from);
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, columns, rows)?;
    let encoded = Promise::new(&mut |resolve, reject| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            // Neither fails: both end a promise.
            let _ = if blob.is_null() {
                reject.call1(&JsValue::NULL, &blob)
            } else {
                resolve.call1(&JsValue::NULL, &blob)
            };
        });
        // Fails only for a canvas that others have drawn on.
        let _ = canvas.to_blob(take.unchecked_ref());
    });
    JsFuture::from(encoded).await?.dyn_into()
}

fn blob(media: &str, text: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)
}

fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // By then the browser has begun to read it.
    set_timeout(
        move || {
            // Fails for no address of its own.
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(1),
    );
    Ok(())
}
