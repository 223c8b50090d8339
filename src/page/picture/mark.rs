//! What all parts of the picture share: its measures, its marks and its writing.

use super::{Anchor, DrawnShape, Paint, Pixels, Point, Token};
use crate::organisation::number::saturating;
use crate::organisation::risk::Uncertainty;

/// How much of each risk is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// How many there are in each cell.
    Counts,
    /// A numbered bubble for each, and arrows.
    Bubbles,
    /// The name of each, and arrows.
    Names,
}

/// Size of most of the writing.
pub(super) const SIZE: Pixels = 13.0;
/// From one line of it to the next.
pub(super) const LINE: Pixels = 17.0;
/// Radius of a bubble.
pub(super) const BUBBLE: Pixels = 13.0;
/// Radius of the mark before a name.
pub(super) const MARK: Pixels = 5.0;

/// Writing of the usual size.
pub(super) fn text(at: Point, text: String, anchor: Anchor, colour: Token) -> DrawnShape {
    DrawnShape::Text { at, size: SIZE, bold: false, anchor, colour, text }
}

/// A small count as a length's factor.
pub(super) fn count(number: usize) -> Pixels {
    f64::from(saturating(number))
}

/// A mark whose shade and outline tell the uncertainty, on a ground of its own that is seen on every class.
pub(super) fn mark(at: Point, radius: Pixels, uncertainty: Option<Uncertainty>) -> Vec<DrawnShape> {
    let edge = |width| Some((Token::Ink, width));
    let paint = match uncertainty {
        Some(Uncertainty::Low) => Paint { stroke: edge(1.5), ..Paint::fill(Token::Ink) },
        Some(Uncertainty::Medium) => Paint { stroke: edge(1.5), ..Paint::fill(Token::Half) },
        Some(Uncertainty::High) => Paint { stroke: edge(2.0), dash: 3.0, ..Paint::fill(Token::Surface) },
        None => Paint { stroke: Some((Token::Muted, 1.0)), ..Paint::fill(Token::Surface) },
    };
    let ground = DrawnShape::Circle { at, radius: radius + 1.5, paint: Paint::fill(Token::Surface) };
    vec![ground, DrawnShape::Circle { at, radius, paint }]
}
