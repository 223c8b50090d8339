//! Drawing: a canvas of the page, or one that is never shown, and the colours of the style sheets. Lengths are pixels
//! of the canvas.

use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ImageData};

use super::{document, window};

/// A pixel: red, green, blue and how opaque.
pub type Pixel = [u8; 4];

/// Something to draw on.
#[derive(Debug, Clone)]
pub struct Canvas {
    element: HtmlCanvasElement,
    pen: CanvasRenderingContext2d,
}

/// A place and a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelRect {
    /// Pixels from the left edge.
    pub x: f64,
    /// Pixels from the top edge.
    pub y: f64,
    /// The width of the rectangle, in CSS pixels of the canvas.
    pub width: f64,
    /// The height of the rectangle, in CSS pixels of the canvas.
    pub height: f64,
}

impl PixelRect {
    /// A square with its upper left corner at `x` and `y`.
    pub const fn square(x: f64, y: f64, side: f64) -> Self {
        Self { x, y, width: side, height: side }
    }

    /// A rectangle with its edges so much farther in on all sides.
    #[must_use]
    pub fn inset(self, by: f64) -> Self {
        Self { x: self.x + by, y: self.y + by, width: self.width - 2.0 * by, height: self.height - 2.0 * by }
    }
}

impl Canvas {
    /// A canvas of the page.
    pub fn of(element: HtmlCanvasElement) -> Option<Self> {
        let pen = element.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { element, pen })
    }

    /// A canvas that is never shown, of so many pixels.
    pub fn hidden(width: i32, height: i32) -> Option<Self> {
        let canvas = Self::of(document().create_element("canvas").ok()?.dyn_into().ok()?)?;
        canvas.resize(width, height);
        Some(canvas)
    }

    /// Takes another size; what was drawn is gone.
    pub fn resize(&self, width: i32, height: i32) {
        self.element.set_width(width.unsigned_abs());
        self.element.set_height(height.unsigned_abs());
    }

    /// Fills a rectangle.
    pub fn fill(&self, colour: &str, at: PixelRect) {
        self.pen.set_fill_style_str(colour);
        self.pen.fill_rect(at.x, at.y, at.width, at.height);
    }

    /// Fills a rectangle with round corners.
    pub fn fill_round(&self, colour: &str, at: PixelRect, radius: f64) {
        self.pen.set_fill_style_str(colour);
        self.round(at, radius);
        self.pen.fill();
    }

    /// Draws the edge of a rectangle with round corners, its dashes and the gaps between them of one length, or without
    /// gaps for 0.
    pub fn edge(&self, colour: &str, at: PixelRect, radius: f64, width: f64, dash: f64) {
        self.pen.save();
        if dash > 0.0 {
            // A canvas that knows no dashes draws a whole line.
            let _ = self.pen.set_line_dash(&js_sys::Array::of2(&dash.into(), &dash.into()));
        }
        self.pen.set_line_width(width);
        self.pen.set_stroke_style_str(colour);
        self.round(at, radius);
        self.pen.stroke();
        self.pen.restore();
    }

    /// Draws lines, each from point to point.
    pub fn lines(&self, colour: &str, width: f64, lines: &[[(f64, f64); 2]]) {
        self.pen.set_line_width(width);
        self.pen.set_stroke_style_str(colour);
        self.pen.begin_path();
        for [from, to] in lines {
            self.pen.move_to(from.0, from.1);
            self.pen.line_to(to.0, to.1);
        }
        self.pen.stroke();
    }

    /// Draws so opaquely from now on, from 0 to 1.
    pub fn opacity(&self, opacity: f64) {
        self.pen.set_global_alpha(opacity);
    }

    /// Draws inside a rectangle with round corners only.
    pub fn inside(&self, at: PixelRect, radius: f64, draw: impl FnOnce(&Self)) {
        self.pen.save();
        self.round(at, radius);
        self.pen.clip();
        draw(self);
        self.pen.restore();
    }

    fn round(&self, at: PixelRect, radius: f64) {
        self.pen.begin_path();
        if self.pen.round_rect_with_f64(at.x, at.y, at.width, at.height, radius).is_err() {
            self.pen.rect(at.x, at.y, at.width, at.height);
        }
    }

    /// Writes in this font from now on, as CSS says it.
    pub fn font(&self, font: &str) {
        self.pen.set_font(font);
        self.pen.set_text_baseline("middle");
    }

    /// Writes a text, its middle at a height, and its beginning, end or middle at a place.
    pub fn write(&self, colour: &str, text: &str, (x, y): (f64, f64), align: &str) {
        self.pen.set_text_align(align);
        self.pen.set_fill_style_str(colour);
        // There is nothing to do about a text that cannot be written.
        let _ = self.pen.fill_text(text, x, y);
    }

    /// How wide a text is.
    pub fn width_of(&self, text: &str) -> f64 {
        self.pen.measure_text(text).map_or(0.0, |measured| measured.width())
    }

    /// Draws another canvas with its corner at a place.
    pub fn draw(&self, other: &Self, x: i32, y: i32) {
        // A canvas without any pixels cannot be drawn, nor need it.
        let _ = self.pen.draw_image_with_html_canvas_element(&other.element, x.into(), y.into());
    }

    /// Puts pixels from the upper left corner on, in rows of a width.
    pub fn put(&self, pixels: &[Pixel], width: u32) {
        let height = u32::try_from(pixels.len()).unwrap_or_default() / width.max(1);
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(pixels.as_flattened()), width, height);
        if let Ok(image) = image {
            let _ = self.pen.put_image_data(&image, 0.0, 0.0);
        }
    }

    /// The pixels from the upper left corner on.
    pub fn pixels(&self, width: i32, height: i32) -> Vec<Pixel> {
        let image = self.pen.get_image_data(0.0, 0.0, width.into(), height.into());
        let data = image.map(|image| image.data().0).unwrap_or_default();
        data.as_chunks().0.to_vec()
    }

    /// A colour of the style sheets as it is here and now, `--ink` as `rgb(29, 39, 51)`.
    pub fn colour(&self, token: &str) -> String {
        colour(&self.element, token)
    }

    /// The page's font.
    pub fn family(&self) -> String {
        let computed = window().get_computed_style(&self.element).ok().flatten();
        computed.and_then(|computed| computed.get_property_value("font-family").ok()).unwrap_or_default()
    }

    /// The canvas hears of the pointer until it is let go of, wherever that is.
    pub fn hold_pointer(&self, pointer: i32) {
        // One that has been let go of already is not held.
        let _ = self.element.set_pointer_capture(pointer);
    }

    /// Whether the canvas has the focus.
    pub fn has_focus(&self) -> bool {
        self.element.matches(":focus").unwrap_or(false)
    }

    /// Whether it has the focus and the reader should see that, as when it came by keyboard.
    pub fn shows_focus(&self) -> bool {
        self.element.matches(":focus-visible").unwrap_or(false)
    }

    /// Puts a class on it, or takes it off.
    pub fn class(&self, class: &str, on: bool) {
        // One that cannot be set leaves the canvas as it looks usually.
        let _ = self.element.class_list().toggle_with_force(class, on);
    }

    /// The element that is drawn on.
    pub fn element(&self) -> &HtmlCanvasElement {
        &self.element
    }
}

/// A colour of the style sheets as an element of the page has it here and now, `--ink` as `rgb(29, 39, 51)`.
pub fn colour(element: &HtmlElement, token: &str) -> String {
    let style = element.style();
    let _ = style.set_property("color", &format!("var({token})"));
    let computed = window().get_computed_style(element).ok().flatten();
    let colour = computed.and_then(|computed| computed.get_property_value("color").ok()).unwrap_or_default();
    let _ = style.remove_property("color");
    colour
}

/// Pixels of the device for a CSS pixel.
pub fn density() -> f64 {
    window().device_pixel_ratio()
}
