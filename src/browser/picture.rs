//! A picture that the page has drawn, as a file of pixels.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::{document, files};

/// Draws an SVG file at a size and offers it to be saved as PNG. `failed` is called where the browser cannot.
pub fn save_png(name: String, svg: &str, (width, height): (u32, u32), failed: impl Fn() + Clone + 'static) {
    let properties = BlobPropertyBag::new();
    properties.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &properties);
    let (Some(url), Ok(image)) =
        (blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()), HtmlImageElement::new())
    else {
        return failed();
    };
    let (drawn, let_go) = (image.clone(), url.clone());
    let not_drawn = failed.clone();
    let loaded = Closure::once_into_js(move || {
        let offered = offer(&name, &drawn, (width, height), not_drawn.clone());
        let _ = Url::revoke_object_url(&let_go);
        if offered.is_none() {
            not_drawn();
        }
    });
    let refused = Closure::once_into_js(failed);
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_onerror(Some(refused.unchecked_ref()));
    image.set_src(&url);
}

fn offer(name: &str, image: &HtmlImageElement, (width, height): (u32, u32), failed: impl Fn() + 'static) -> Option<()> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into()).ok()?;
    let name = name.to_owned();
    let made = Closure::once_into_js(move |blob: Option<Blob>| match blob {
        Some(blob) => {
            files::offer(&name, &blob);
        }
        None => failed(),
    });
    canvas.to_blob(made.unchecked_ref()).ok()
}
