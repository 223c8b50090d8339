//! Arrows between places: a slight bow, so that one there and one back are told apart, and a head.

use super::{DrawnShape, Paint, Pixels, Point, Token, tenth};

/// How far an arrow bows out, as a part of its length.
const BOW: Pixels = 0.14;

/// Length of the head, and half its breadth.
const HEAD: (Pixels, Pixels) = (8.0, 4.0);

/// An arrow from the edge of one circle to that of another, over a wider one in the colour of the ground, so that it is
/// seen on every class. None where the circles touch.
pub(super) fn arrow(from: (Point, Pixels), to: (Point, Pixels), dash: Pixels) -> Vec<DrawnShape> {
    let ((a, radius_a), (b, radius_b)) = (from, to);
    let length = distance(a, b);
    if length <= radius_a + radius_b + HEAD.0 {
        return Vec::new();
    }
    let across = Point { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
    let middle = Point {
        x: f64::midpoint(a.x, b.x) + across.x * length * BOW,
        y: f64::midpoint(a.y, b.y) + across.y * length * BOW,
    };
    // Both ends leave towards the middle of the bow, and the line ends where the head begins.
    let start = towards(a, middle, radius_a);
    let tip = towards(b, middle, radius_b + 1.0);
    let neck = towards(b, middle, radius_b + 1.0 + HEAD.0);
    let line = format!("M{}Q{} {}", start.said(), middle.said(), neck.said());
    let along = Point { x: (tip.x - neck.x) / HEAD.0, y: (tip.y - neck.y) / HEAD.0 };
    let wing = |side: Pixels| Point { x: neck.x - along.y * HEAD.1 * side, y: neck.y + along.x * HEAD.1 * side };
    let head = format!("M{}L{}L{}z", tip.said(), wing(1.0).said(), wing(-1.0).said());
    let edge = Paint { fill: Some(Token::Ink), stroke: Some((Token::Surface, 1.0)), dash: 0.0 };
    vec![
        DrawnShape::Path { d: line.clone(), paint: Paint::stroke(Token::Surface, 4.0) },
        DrawnShape::Path { d: line, paint: Paint { dash, ..Paint::stroke(Token::Ink, 1.75) } },
        DrawnShape::Path { d: head, paint: edge },
    ]
}

pub(super) fn distance(a: Point, b: Point) -> Pixels {
    (b.x - a.x).hypot(b.y - a.y)
}

/// The place so far from one towards another.
fn towards(from: Point, to: Point, by: Pixels) -> Point {
    let length = distance(from, to).max(1.0);
    Point { x: from.x + (to.x - from.x) * by / length, y: from.y + (to.y - from.y) * by / length }
}

/// A cross of two lines through a place.
pub(super) fn cross(at: Point, half: Pixels) -> String {
    let (x, y) = (|by: Pixels| tenth(at.x + by), |by: Pixels| tenth(at.y + by));
    format!("M{} {}L{} {}M{} {}L{} {}", x(-half), y(0.0), x(half), y(0.0), x(0.0), y(-half), x(0.0), y(half))
}
