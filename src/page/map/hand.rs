//! What fingers, a mouse or a wheel do with the map.

/// How far a pointer may tremble and still mean a click, in CSS pixels.
const TREMBLE: i32 = 4;

/// How far apart two fingers go for one size closer, as a factor.
const SPREAD: f64 = 1.2;

/// How far the wheel turns for one size, in its pixels.
const TURN: f64 = 50.0;

/// The pointers that are down, and how far the wheel has turned.
#[derive(Debug, Default)]
pub(super) struct Hand {
    down: Vec<(i32, (i32, i32))>,
    moved: bool,
    apart: f64,
    turned: f64,
}

/// What a movement means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Gesture {
    /// Nothing is down: the pointer hovers.
    Hover,
    /// The map is moved by so much, to the right and down.
    Move(i32, i32),
    /// The map comes so many sizes closer, around a point.
    Closer(isize, (i32, i32)),
    /// The movement means nothing yet.
    Nothing,
}

impl Hand {
    /// A pointer comes down at a point.
    pub(super) fn press(&mut self, pointer: i32, at: (i32, i32)) {
        self.moved = !self.down.is_empty();
        self.down.retain(|(known, _)| *known != pointer);
        self.down.push((pointer, at));
        self.apart = self.distance();
    }

    /// A pointer is at another point.
    pub(super) fn drag(&mut self, pointer: i32, at: (i32, i32)) -> Gesture {
        let Some((_, place)) = self.down.iter_mut().find(|(known, _)| *known == pointer) else {
            return Gesture::Hover;
        };
        let (right, down) = (at.0 - place.0, at.1 - place.1);
        if !self.moved && right.abs().max(down.abs()) < TREMBLE {
            return Gesture::Nothing;
        }
        *place = at;
        self.moved = true;
        let [(_, a), (_, b)] = self.down[..] else { return Gesture::Move(-right, -down) };
        let apart = self.distance();
        let steps = match apart / self.apart.max(1.0) {
            factor if factor > SPREAD => 1,
            factor if factor < 1.0 / SPREAD => -1,
            _ => return Gesture::Move(-right / 2, -down / 2),
        };
        self.apart = apart;
        Gesture::Closer(steps, (i32::midpoint(a.0, b.0), i32::midpoint(a.1, b.1)))
    }

    /// A pointer goes up; says whether it clicked.
    pub(super) fn release(&mut self, pointer: i32) -> bool {
        let was_down = self.down.iter().any(|(known, _)| *known == pointer);
        self.down.retain(|(known, _)| *known != pointer);
        was_down && !self.moved
    }

    /// The wheel turns; says how many sizes closer that is.
    pub(super) fn turn(&mut self, by: f64) -> isize {
        self.turned += by;
        if self.turned.abs() < TURN {
            return 0;
        }
        let steps = if self.turned > 0.0 { -1 } else { 1 };
        self.turned = 0.0;
        steps
    }

    /// Whether the map is being moved.
    pub(super) fn is_dragging(&self) -> bool {
        self.moved && !self.down.is_empty()
    }

    fn distance(&self) -> f64 {
        match self.down[..] {
            [(_, a), (_, b)] => f64::from(a.0 - b.0).hypot(f64::from(a.1 - b.1)),
            _ => 0.0,
        }
    }
}
