//! What stands below the cells: what the classes and marks mean, and what must be minded.

use super::arrow::cross;
use super::fit::{lines, width};
use super::mark::{Detail, LINE, MARK, SIZE, mark, text};
use super::{Anchor, DrawnShape, Paint, Pixels, Point, Rect, Token};
use crate::engine::view::{LevelView, PictureView};
use crate::organisation::risk::Uncertainty;
use crate::organisation::value::Language;
use crate::text::{picture as words, words as common};

/// Draws a sample of a mark at a place.
type Sample = fn(Point) -> Vec<DrawnShape>;

/// Radius of the marks that arrows lead to or come from.
pub(super) const GHOST: Pixels = 6.0;
/// From one row of the legend to the next.
const ROW: Pixels = 24.0;

/// Where a risk was before: an empty ring.
pub(super) fn was(at: Point) -> Vec<DrawnShape> {
    let paint = Paint { stroke: Some((Token::Ink, 1.5)), dash: 2.0, ..Paint::fill(Token::Surface) };
    vec![DrawnShape::Circle { at, radius: GHOST - 1.0, paint }]
}

/// The mark of where a risk stands with what has been done: a full point.
pub(super) fn current(at: Point) -> Vec<DrawnShape> {
    let paint = Paint { stroke: Some((Token::Surface, 1.5)), ..Paint::fill(Token::Ink) };
    vec![DrawnShape::Circle { at, radius: GHOST - 0.5, paint }]
}

/// The mark of where a risk should come to stand: a ring with a cross.
pub(super) fn target(at: Point) -> Vec<DrawnShape> {
    let paint = Paint { stroke: Some((Token::Ink, 1.5)), ..Paint::fill(Token::Surface) };
    vec![
        DrawnShape::Circle { at, radius: GHOST, paint },
        DrawnShape::Path { d: cross(at, GHOST - 2.0), paint: Paint::stroke(Token::Ink, 1.5) },
    ]
}

/// What stands below, row by row.
pub(super) struct Foot {
    pub(super) shapes: Vec<DrawnShape>,
    x: Pixels,
    y: Pixels,
    room: Pixels,
}

impl Foot {
    pub(super) fn new(y: Pixels, room: Pixels) -> Self {
        Self { shapes: Vec::new(), x: 0.0, y, room }
    }

    /// Where the foot of the picture ends, from the top.
    pub(super) fn end(&self) -> Pixels {
        self.y
    }

    /// The names of levels that are called by their numbers in the picture.
    pub(super) fn levels(&mut self, axis: &str, levels: &[LevelView], language: Language) {
        let named: Vec<_> =
            levels.iter().map(|level| format!("{} {}", level.level, level.name.say(language))).collect();
        self.note(&format!("{axis}: {}", named.join(", ")), false);
        self.y += 4.0;
    }

    /// What the classes and the marks mean.
    pub(super) fn legend(&mut self, picture: &PictureView, detail: Detail, language: Language) {
        for class in &picture.matrix.classes {
            let name = class.name.say(language).to_owned();
            let (shade, letter) = (class.shade(), class.letter.clone());
            let wide = (width(&letter, SIZE) + 8.0).max(20.0);
            self.key(wide, &name, |at| {
                let at_box = Rect { x: at.x, y: at.y - 10.0, width: wide, height: 20.0 };
                let paint = Paint { stroke: Some((Token::Line, 1.0)), ..Paint::fill(Token::Class(shade)) };
                let middle = Point { x: at.x + wide / 2.0, y: at.y + 4.5 };
                vec![
                    DrawnShape::Rect { at: at_box, radius: 4.0, paint },
                    DrawnShape::Hatch { at: at_box, shade },
                    text(middle, letter, Anchor::Middle, Token::OnClass(shade)),
                ]
            });
        }
        self.wrap();
        if detail == Detail::Counts || picture.spots.is_empty() {
            return;
        }
        let stated = [Some(Uncertainty::Low), Some(Uncertainty::Medium), Some(Uncertainty::High), None];
        for uncertainty in stated {
            if !picture.spots.iter().any(|spot| spot.uncertainty == uncertainty) {
                continue;
            }
            let said = match uncertainty {
                Some(level) => words::uncertainty(common::uncertainty(level, language), language),
                None => words::no_uncertainty(language).to_owned(),
            };
            self.key(16.0, &said, |at| mark(Point { x: at.x + 8.0, y: at.y }, MARK + 2.0, uncertainty));
        }
        self.wrap();
        let marks: [(bool, &str, Sample); 3] = [
            (picture.spots.iter().any(|spot| spot.was.is_some()), words::was(language), was),
            (picture.spots.iter().any(|spot| spot.current.is_some()), words::current(language), current),
            (picture.spots.iter().any(|spot| spot.target.is_some()), words::target(language), target),
        ];
        for (is_there, said, drawn) in marks {
            if is_there {
                self.key(16.0, said, |at| drawn(Point { x: at.x + 8.0, y: at.y }));
            }
        }
        self.wrap();
    }

    /// Sentences, the first in heavy type.
    pub(super) fn notes(&mut self, notes: &[String]) {
        self.y += 4.0;
        for (place, note) in notes.iter().enumerate() {
            self.note(note, place == 0);
        }
        self.y -= LINE - 8.0;
    }

    fn note(&mut self, note: &str, bold: bool) {
        // Heavy letters are wider.
        let room = if bold { self.room * 0.9 } else { self.room };
        for line in lines(note, SIZE, room, usize::MAX) {
            let (at, colour) = (Point { x: 0.0, y: self.y }, if bold { Token::Ink } else { Token::Muted });
            self.shapes.push(DrawnShape::Text { at, size: SIZE, bold, anchor: Anchor::Start, colour, text: line });
            self.y += LINE;
        }
    }

    /// A sample so wide, and what it means; in a new row where it does not fit in this one.
    fn key(&mut self, sample: Pixels, said: &str, drawn: impl FnOnce(Point) -> Vec<DrawnShape>) {
        let said = lines(said, SIZE, self.room - sample - 6.0, 1).concat();
        let wide = sample + 6.0 + width(&said, SIZE) + 14.0;
        if self.x > 0.0 && self.x + wide - 14.0 > self.room {
            self.wrap();
        }
        let middle = Point { x: self.x, y: self.y };
        self.shapes.extend(drawn(middle));
        let at = Point { x: self.x + sample + 6.0, y: self.y + 4.5 };
        self.shapes.push(text(at, said, Anchor::Start, Token::Ink));
        self.x += wide;
    }

    /// Ends the row at hand, if there is anything in it.
    fn wrap(&mut self) {
        if self.x > 0.0 {
            (self.x, self.y) = (0.0, self.y + ROW);
        }
    }
}
