//! The matrix as a picture: where its cells, bubbles, names and arrows go at a width, whatever is drawn with them.
//! Plain arithmetic, without a browser.
//!
//! [`scene`] lays a [`PictureView`] out as shapes whose colours are named by the tokens of the style sheets; the page
//! draws them as elements, and [`svg`] writes them as a file of its own. Texts are broken and cut by an estimate of
//! their widths that errs on the wide side ([`fit`]), so that they fit in any of the fonts.
//!
//! [`PictureView`]: crate::engine::view::PictureView

mod arrow;
mod cells;
pub mod fit;
mod foot;
mod mark;
mod scene;
pub mod svg;
#[cfg(test)]
mod tests;

pub use self::mark::Detail;
pub use self::scene::{Door, PictureLayout, PlacedRisk, class_at, scene};

/// A length or a place, in CSS pixels.
pub type Pixels = f64;

/// A shape that a picture is drawn of.
#[derive(Debug, Clone, PartialEq)]
pub enum DrawnShape {
    /// A rectangle with round corners.
    Rect {
        /// Where, and how large.
        at: Rect,
        /// The radius of its corners.
        radius: Pixels,
        /// The colours of the rectangle.
        paint: Paint,
    },
    /// The pattern of a class over a cell, for paper and forced colours.
    Hatch {
        /// Where, and how large.
        at: Rect,
        /// The shade of the class, from 1.
        shade: u8,
    },
    /// A circle with its middle and radius.
    Circle {
        /// The middle of the circle.
        at: Point,
        /// The radius of the circle.
        radius: Pixels,
        /// The colours of the circle.
        paint: Paint,
    },
    /// A line or an area, as the `d` of SVG's path.
    Path {
        /// The commands of the path.
        d: String,
        /// The colours of the path.
        paint: Paint,
    },
    /// A line of text.
    Text {
        /// Where its baseline begins, has its middle, or ends.
        at: Point,
        /// The size of the text.
        size: Pixels,
        /// Whether the text is heavy.
        bold: bool,
        /// Which part of it is at the place.
        anchor: Anchor,
        /// The colour of the text.
        colour: Token,
        /// What the text says.
        text: String,
    },
}

/// A place on the picture, from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// CSS pixels from the left edge.
    pub x: Pixels,
    /// CSS pixels from the top edge.
    pub y: Pixels,
}

/// A place and a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// CSS pixels from the left edge.
    pub x: Pixels,
    /// CSS pixels from the top edge.
    pub y: Pixels,
    /// The width of the rectangle, in CSS pixels.
    pub width: Pixels,
    /// The height of the rectangle, in CSS pixels.
    pub height: Pixels,
}

/// The colours of a shape.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Paint {
    /// The colour inside the shape.
    pub fill: Option<Token>,
    /// The colour of the edge, with its width.
    pub stroke: Option<(Token, Pixels)>,
    /// The length of the dashes of its edge and of the gaps between them; 0 for none.
    pub dash: Pixels,
}

/// Which part of a text is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning of the text.
    Start,
    /// The middle of the text.
    Middle,
    /// The end of the text.
    End,
}

/// A colour by the name that the style sheets have for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// Text and lines.
    Ink,
    /// Text that stands back.
    Muted,
    /// What everything is drawn on.
    Surface,
    /// Hairlines between cells.
    Line,
    /// Half shade: the inside of marks of medium uncertainty.
    Half,
    /// Text on half shade.
    OnHalf,
    /// The inside of a class, by its shade from 1.
    Class(u8),
    /// Text on the inside of a class, by its shade from 1.
    OnClass(u8),
}

impl Token {
    /// All colours by name.
    pub const ALL: [Self; 16] = [
        Self::Ink,
        Self::Muted,
        Self::Surface,
        Self::Line,
        Self::Half,
        Self::OnHalf,
        Self::Class(1),
        Self::Class(2),
        Self::Class(3),
        Self::Class(4),
        Self::Class(5),
        Self::OnClass(1),
        Self::OnClass(2),
        Self::OnClass(3),
        Self::OnClass(4),
        Self::OnClass(5),
    ];

    /// The property of the style sheets that holds the colour.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ink => "--ink",
            Self::Muted => "--muted",
            Self::Surface => "--surface",
            Self::Line => "--line",
            Self::Half => "--unknown",
            Self::OnHalf => "--unknown-ink",
            Self::Class(1) => "--c1",
            Self::Class(2) => "--c2",
            Self::Class(3) => "--c3",
            Self::Class(4) => "--c4",
            Self::Class(_) => "--c5",
            Self::OnClass(1) => "--c1-ink",
            Self::OnClass(2) => "--c2-ink",
            Self::OnClass(3) => "--c3-ink",
            Self::OnClass(4) => "--c4-ink",
            Self::OnClass(_) => "--c5-ink",
        }
    }
}

impl Point {
    /// The coordinates of the point, to a tenth.
    fn said(self) -> String {
        format!("{} {}", tenth(self.x), tenth(self.y))
    }
}

impl Paint {
    /// An inside and no edge.
    pub const fn fill(token: Token) -> Self {
        Self { fill: Some(token), stroke: None, dash: 0.0 }
    }

    /// An edge and no inside.
    pub const fn stroke(token: Token, width: Pixels) -> Self {
        Self { fill: None, stroke: Some((token, width)), dash: 0.0 }
    }
}

/// A number to a tenth, as short as it can be written.
pub fn tenth(number: Pixels) -> String {
    let tenths = (number * 10.0).round();
    #[allow(clippy::cast_possible_truncation, reason = "coordinates are small")]
    let tenths = tenths as i64;
    let (sign, whole, rest) = (if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}
