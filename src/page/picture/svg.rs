//! The picture as an SVG file that needs nothing else: colours as they are shown, a font that every program has, a title
//! and a description for those who do not see it.

use std::fmt::Write as _;

use super::scene::PictureLayout;
use super::{Anchor, DrawnShape, Paint, Point, Token, tenth};
use crate::organisation::value::Language;
use crate::report::escape::escape;

/// Room around the picture.
const MARGIN: f64 = 16.0;

/// The room that the title takes above the picture.
const TITLE: f64 = 34.0;

/// What a file says besides what is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SvgCaption {
    /// The title of the picture, which stands above it.
    pub title: String,
    /// What the picture shows, in words.
    pub description: String,
    /// The language of both.
    pub language: Language,
}

/// How wide and how high the file is.
pub fn size(drawing: &PictureLayout) -> (f64, f64) {
    (drawing.width + 2.0 * MARGIN, drawing.height + 2.0 * MARGIN + TITLE)
}

/// Writes the file. `colour` gives each token as the page shows it.
pub fn write(drawing: &PictureLayout, said: &SvgCaption, colour: &dyn Fn(Token) -> String) -> String {
    let (width, height) = size(drawing);
    let (w, h) = (tenth(width), tenth(height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         lang=\"{}\" font-family=\"sans-serif\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n",
        said.language.word(),
        escape(&said.title),
        escape(&said.description),
    );
    let ground = super::Rect { x: 0.0, y: 0.0, width, height };
    let mut pen = Pen { out: &mut out, colour };
    pen.shape(&DrawnShape::Rect { at: ground, radius: 0.0, paint: Paint::fill(Token::Surface) });
    pen.shape(&DrawnShape::Text {
        at: Point { x: MARGIN, y: MARGIN + 18.0 },
        size: 19.0,
        bold: true,
        anchor: Anchor::Start,
        colour: Token::Ink,
        text: said.title.clone(),
    });
    pen.group(Point { x: MARGIN, y: MARGIN + TITLE }, |pen| {
        pen.shapes(&drawing.back);
        for (_, shapes) in &drawing.arrows {
            pen.shapes(shapes);
        }
        for seat in &drawing.seats {
            pen.group(seat.at, |pen| pen.shapes(&seat.shapes));
        }
        for door in &drawing.doors {
            pen.shapes(&door.shapes);
        }
    });
    out.push_str("</svg>\n");
    out
}

struct Pen<'p> {
    out: &'p mut String,
    colour: &'p dyn Fn(Token) -> String,
}

impl Pen<'_> {
    fn group(&mut self, at: Point, draw: impl FnOnce(&mut Self)) {
        let _ = writeln!(self.out, "<g transform=\"translate({})\">", at.said());
        draw(self);
        self.out.push_str("</g>\n");
    }

    fn shapes(&mut self, shapes: &[DrawnShape]) {
        for shape in shapes {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &DrawnShape) {
        let written = match shape {
            // Letters and lightness tell the classes in a file; the patterns are for what the reader prints from the page.
            DrawnShape::Hatch { .. } => return,
            DrawnShape::Rect { at, radius, paint } => format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{}/>\n",
                tenth(at.x),
                tenth(at.y),
                tenth(at.width),
                tenth(at.height),
                tenth(*radius),
                self.paint(paint),
            ),
            DrawnShape::Circle { at, radius, paint } => format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n",
                tenth(at.x),
                tenth(at.y),
                tenth(*radius),
                self.paint(paint),
            ),
            DrawnShape::Path { d, paint } => format!("<path d=\"{d}\"{}/>\n", self.paint(paint)),
            DrawnShape::Text { at, size, bold, anchor, colour, text } => format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{} fill=\"{}\">{}</text>\n",
                tenth(at.x),
                tenth(at.y),
                tenth(*size),
                if *bold { " font-weight=\"600\"" } else { "" },
                match anchor {
                    Anchor::Start => "",
                    Anchor::Middle => " text-anchor=\"middle\"",
                    Anchor::End => " text-anchor=\"end\"",
                },
                escape(&(self.colour)(*colour)),
                escape(text),
            ),
        };
        self.out.push_str(&written);
    }

    fn paint(&self, paint: &Paint) -> String {
        let colour = |token| escape(&(self.colour)(token));
        let mut out = format!(" fill=\"{}\"", paint.fill.map_or_else(|| "none".to_owned(), colour));
        if let Some((token, width)) = paint.stroke {
            let _ = write!(out, " stroke=\"{}\" stroke-width=\"{}\"", colour(token), tenth(width));
        }
        if paint.dash > 0.0 {
            let _ = write!(out, " stroke-dasharray=\"{}\"", tenth(paint.dash));
        }
        out
    }
}
