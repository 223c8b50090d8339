//! What of the plan is seen: how close it is, and where the window stands.

use super::{MapBlock, MapPlan, QUARTERS, SIZES};

/// The window onto a plan, in the pixels of the device.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct MapWindow {
    /// Pixels of the device for a CSS pixel.
    pub ratio: f64,
    /// Width of the window.
    pub width: i32,
    /// Height of the window.
    pub height: i32,
    /// How close it is: a place in the sizes of a cell.
    pub size: usize,
    /// How much of the plan lies to the left of the window.
    pub x: i32,
    /// How much of the plan lies above the window.
    pub y: i32,
}

/// Where to go from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellMove {
    /// The next cell.
    Next,
    /// The cell before.
    Before,
    /// The cell in the row below.
    Below,
    /// The cell in the row above.
    Above,
    /// The first of the department.
    First,
    /// The last of the department.
    Last,
    /// The first of the next department.
    NextPart,
    /// The first of the department before.
    PartBefore,
}

impl MapWindow {
    /// The whole plan, in a window of so many CSS pixels.
    pub fn new(plan: &MapPlan, width: i32, ratio: f64) -> Self {
        let mut view = Self { ratio, size: plan.smallest, ..Self::default() };
        (view.width, view.height) = (view.device(width), view.device(plan.window));
        view
    }

    /// CSS pixels in pixels of the device.
    #[allow(clippy::cast_possible_truncation, reason = "far fewer pixels than there are numbers")]
    pub fn device(&self, css: i32) -> i32 {
        (f64::from(css) * self.ratio).round() as i32
    }

    /// A cell with the gap after it, in pixels of the device.
    pub fn pitch(&self) -> i32 {
        self.device(self.size()).max(1)
    }

    /// The size of a cell in CSS pixels.
    pub fn size(&self) -> i32 {
        SIZES[self.size]
    }

    /// A length of the plan in pixels.
    pub fn length(&self, quarters: i32) -> i32 {
        quarters * self.pitch() / QUARTERS
    }

    /// Whether there is more of the plan than is seen.
    pub fn is_part(&self, plan: &MapPlan) -> bool {
        self.length(plan.width) > self.width || self.length(plan.height) > self.height
    }

    /// Whether the map can come closer, and whether it can go farther away.
    pub fn steps(&self, plan: &MapPlan) -> (bool, bool) {
        (self.size + 1 < SIZES.len(), self.size > plan.smallest)
    }

    /// Moved by so many pixels, as far as there is anything to see.
    #[must_use]
    pub fn moved(self, plan: &MapPlan, right: i32, down: i32) -> Self {
        let most = |whole: i32, seen: i32| (self.length(whole) - seen).max(0);
        Self {
            x: (self.x + right).clamp(0, most(plan.width, self.width)),
            y: (self.y + down).clamp(0, most(plan.height, self.height)),
            ..self
        }
    }

    /// So many sizes closer, or farther away, what is at one point of the window staying there.
    #[must_use]
    pub fn closer(self, plan: &MapPlan, steps: isize, (right, down): (i32, i32)) -> Self {
        let size = self.size.saturating_add_signed(steps).clamp(plan.smallest, SIZES.len() - 1);
        let to = Self { size, ..self };
        let (before, after) = (i64::from(self.pitch()), i64::from(to.pitch()));
        let scaled = |length: i32| i32::try_from(i64::from(length) * after / before).unwrap_or_default();
        let (x, y) = (scaled(self.x + right) - right, scaled(self.y + down) - down);
        Self { x: 0, y: 0, ..to }.moved(plan, x, y)
    }

    /// Moved no more than it takes to see a cell.
    #[must_use]
    pub fn seeing(self, plan: &MapPlan, cell: i32) -> Self {
        let Some((x, y)) = self.corner(plan, cell) else { return self };
        let pitch = self.pitch();
        let beyond = |at: i32, seen: i32| (at - pitch).min(0) + (at + 2 * pitch - seen).max(0);
        self.moved(plan, beyond(x, self.width), beyond(y, self.height))
    }

    /// Where the corner of a cell is in the window, from the left and from the top.
    pub fn corner(&self, plan: &MapPlan, cell: i32) -> Option<(i32, i32)> {
        let block = plan.blocks[plan.block(cell)?];
        let (row, column) = ((cell - block.first) / block.columns, (cell - block.first) % block.columns);
        let (x, y) = (self.length(block.x) + column * self.pitch(), self.length(block.y) + row * self.pitch());
        Some((x - self.x, y - self.y))
    }

    /// The cell at a point of the window.
    pub fn cell_at(&self, plan: &MapPlan, (right, down): (i32, i32)) -> Option<i32> {
        let pitch = self.pitch();
        plan.blocks.iter().find_map(|block| {
            let (x, y) = (right + self.x - self.length(block.x), down + self.y - self.length(block.y));
            let (column, row) = (x.div_euclid(pitch), y.div_euclid(pitch));
            let within = (0..block.columns).contains(&column) && row >= 0;
            let at = row * block.columns + column;
            (within && at < block.cells).then_some(block.first + at)
        })
    }

    /// The block whose name is at a point of the window.
    pub fn header_at(&self, plan: &MapPlan, (right, down): (i32, i32)) -> Option<usize> {
        plan.blocks.iter().position(|block| {
            let (x, y) = (right + self.x - self.length(block.x), down + self.y - self.length(block.y));
            (0..block.columns * self.pitch()).contains(&x) && (-self.length(plan.header)..0).contains(&y)
        })
    }

    /// The blocks of which anything is within so many pixels of the plan, from a corner on.
    pub fn blocks_in<'p>(&self, plan: &'p MapPlan, (x, y): (i32, i32), side: i32) -> impl Iterator<Item = usize> + 'p {
        let (pitch, view) = (self.pitch(), *self);
        let header = self.length(plan.header);
        plan.blocks.iter().enumerate().filter_map(move |(at, block)| {
            let (left, top) = (view.length(block.x), view.length(block.y) - header);
            let (right, bottom) = (left + block.columns * pitch, top + header + block.rows() * pitch);
            (left < x + side && right > x && top < y + side && bottom > y).then_some(at)
        })
    }
}

impl MapPlan {
    /// The cell a step away from another, if there is any.
    pub fn step(&self, from: i32, step: CellMove) -> Option<i32> {
        let at = self.block(from)?;
        let block = self.blocks[at];
        let last = block.first + block.cells - 1;
        let there = match step {
            CellMove::Next => from + 1,
            CellMove::Before => from - 1,
            CellMove::First => block.first,
            CellMove::Last => last,
            CellMove::NextPart => self.blocks.get(at + 1)?.first,
            CellMove::PartBefore => self.blocks[at.checked_sub(1)?].first,
            CellMove::Below if from + block.columns <= last => from + block.columns,
            CellMove::Above if from - block.columns >= block.first => from - block.columns,
            CellMove::Below => self.beyond(&block, from, |other| other.y - block.y, |_| 0)?,
            CellMove::Above => self.beyond(&block, from, |other| block.y - other.y, |other| other.rows() - 1)?,
        };
        (0..self.cells()).contains(&there).then_some(there)
    }

    /// The cell under or over another in the block nearest to it: `away` is how far a block is, `row` the row gone to.
    fn beyond(
        &self,
        block: &MapBlock,
        from: i32,
        away: impl Fn(&MapBlock) -> i32,
        row: impl Fn(&MapBlock) -> i32,
    ) -> Option<i32> {
        let x = block.x + (from - block.first) % block.columns * QUARTERS;
        let aside = |other: &MapBlock| (other.x - x).max(x - (other.x + (other.columns - 1) * QUARTERS)).max(0);
        let there = self.blocks.iter().filter(|other| away(other) > 0);
        let there = there.min_by_key(|other| (aside(other), away(other)))?;
        let column = ((x - there.x + QUARTERS / 2) / QUARTERS).clamp(0, there.columns - 1);
        Some((there.first + row(there) * there.columns + column).min(there.first + there.cells - 1))
    }
}
