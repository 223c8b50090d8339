//! The plan of the map: where each cell lies, whatever their number, and which of it is seen. Plain arithmetic, without
//! a browser.
//!
//! Cells are squares of one size, by department; departments stand on shelves beside each other, those of one
//! municipality together. Where all can be seen at a size that can be pointed at, the page shows all; else the map is
//! a window that is moved and brought closer.

mod view;

pub use self::view::{CellMove, MapWindow};

/// Lengths of the plan are counted in quarters of a cell.
const QUARTERS: i32 = 4;

/// How large a cell can be with the gap after it, in CSS pixels.
const SIZES: [i32; 20] = [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 44, 56];

/// The smallest cell that is pointed at with ease, and the largest that a map begins with, as places in [`SIZES`].
const POINTED_AT: std::ops::RangeInclusive<usize> = 9..=17;

/// From this size on a cell shows the sign of its state, in CSS pixels.
pub const SIGNED: i32 = 14;

/// The height of a line over the cells, in CSS pixels, and the most lines that a name is given.
pub const LINE: i32 = 17;
const MOST_LINES: i32 = 4;

/// Departments of one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapSection {
    /// Whether the name of the municipality stands over the section.
    pub titled: bool,
    /// Workplaces of each of its departments.
    pub parts: Vec<i32>,
    /// How wide the name of each department is in one line, in CSS pixels.
    pub names: Vec<i32>,
}

/// The room that the map has, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapRoom {
    /// The width of the room of the map.
    pub width: i32,
    /// The height that it may take to show all at once.
    pub most: i32,
    /// The height of the window where it cannot.
    pub window: i32,
}

/// The cells of a department, in rows under its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapBlock {
    /// The first of its cells.
    pub first: i32,
    /// Cells of the department.
    pub cells: i32,
    /// Cells that stand beside each other.
    pub columns: i32,
    /// Distance from the left, in quarters.
    pub x: i32,
    /// Distance of its first row from the top, in quarters.
    pub y: i32,
}

impl MapBlock {
    /// The rows of the block; the last may be shorter.
    pub const fn rows(&self) -> i32 {
        (self.cells + self.columns - 1) / self.columns
    }
}

/// The name of a municipality over its departments: distances from the left and from the top, and width, in quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// Which section it is of.
    pub section: usize,
    /// Distance from the left.
    pub x: i32,
    /// Distance from the top.
    pub y: i32,
    /// The width of the title.
    pub width: i32,
}

/// The plan of the map: where sections, departments and cells lie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapPlan {
    /// The departments, in the order of their cells.
    pub blocks: Vec<MapBlock>,
    /// The names of municipalities.
    pub titles: Vec<Title>,
    /// Height over a block in which its name stands, in quarters.
    pub header: i32,
    /// Lines that a name has to itself there; none where it shares one with its figure.
    pub lines: i32,
    /// The whole width, in quarters.
    pub width: i32,
    /// The whole height, in quarters.
    pub height: i32,
    /// The place in the sizes at which all of it is seen.
    pub smallest: usize,
    /// Whether all of it is seen at once at a size that can be pointed at.
    pub whole: bool,
    /// The height of the window onto it, in CSS pixels.
    pub window: i32,
}

impl MapPlan {
    /// The plan with the largest cells for the room there is.
    pub fn new(sections: &[MapSection], room: MapRoom) -> Self {
        let cells: i32 = sections.iter().flat_map(|section| &section.parts).sum();
        let pointed = POINTED_AT.rev().map(|size| (size, room.most, true));
        let small = (0..*POINTED_AT.start()).rev().map(|size| (size, room.window, false));
        let fits = |(size, most, whole): (usize, i32, bool)| {
            // Where the cells alone take more room than there is, nothing need be laid out.
            let is_hopeless =
                i64::from(cells) * i64::from(SIZES[size].pow(2)) > i64::from(room.width) * i64::from(most);
            if is_hopeless && size > 0 {
                return None;
            }
            let plan = Self::of_size(sections, room.width, size, whole);
            let height = plan.height * SIZES[size] / QUARTERS + 1;
            (height <= most || size == 0).then_some(Self { window: if whole { height } else { room.window }, ..plan })
        };
        pointed.chain(small).find_map(fits).unwrap_or_default()
    }

    /// The lowest plan with cells of one size.
    fn of_size(sections: &[MapSection], width: i32, size: usize, whole: bool) -> Self {
        let columns = (width / SIZES[size]).max(1);
        // The name of a department is read at any size that is pointed at, and wants room to the right.
        let least = if whole { 230 / SIZES[size] } else { 2 };
        let most = sections.iter().flat_map(|section| &section.parts).copied().max().unwrap_or(1);
        let highest = (most + columns - 1) / columns;
        // Taller blocks stand closer together, until they leave more empty than they save.
        let heights = std::iter::successors(Some(highest), |rows| Some(rows + (rows / 6).max(1)));
        let plans = heights.take_while(|rows| *rows <= most).map(|rows| {
            let shape = PlanShape { columns, rows, least: least.clamp(1, columns), lines: 0, header: 5 };
            let lines = if whole { shape.lines(sections, SIZES[size]) } else { 0 };
            let header = if whole { (lines + 1) * LINE * QUARTERS / SIZES[size] + 2 } else { shape.header };
            let shape = PlanShape { lines, header, ..shape };
            Self { smallest: size, whole, ..shape.lay_out(sections) }
        });
        plans.min_by_key(|plan| plan.height).unwrap_or_default()
    }

    /// How many cells all blocks have together.
    pub fn cells(&self) -> i32 {
        self.blocks.last().map_or(0, |last| last.first + last.cells)
    }

    /// The block that a cell is in.
    pub fn block(&self, cell: i32) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.first <= cell);
        after.checked_sub(1).filter(|_| (0..self.cells()).contains(&cell))
    }
}

/// What a plan is laid out by: how wide it is, how many rows a block has and how few columns, and the room over it.
struct PlanShape {
    columns: i32,
    rows: i32,
    least: i32,
    lines: i32,
    header: i32,
}

impl PlanShape {
    /// Lines that the longest name takes over its cells. What is left of a line where a word does not fit is little.
    fn lines(&self, sections: &[MapSection], pitch: i32) -> i32 {
        let parts = sections.iter().flat_map(|section| section.parts.iter().zip(&section.names));
        let lines = parts.map(|(cells, name)| match (self.columns_of(*cells) * pitch).max(1) {
            // A little is left free beside the name.
            width if name + 8 <= width => 1,
            width => (name * 5 / 4) / width + 1,
        });
        lines.max().unwrap_or(1).min(MOST_LINES)
    }

    fn lay_out(&self, sections: &[MapSection]) -> MapPlan {
        let limit = self.columns * QUARTERS;
        let mut plan = MapPlan { header: self.header, lines: self.lines, ..MapPlan::default() };
        let inside: Vec<Shelves> = sections.iter().map(|section| self.section(section, limit)).collect();
        let outside = Shelves::new(inside.iter().map(|inner| inner.size), limit, (2 * QUARTERS, QUARTERS));
        let mut first = 0;
        for (at, (section, inner)) in sections.iter().zip(&inside).enumerate() {
            let (x, y) = outside.places[at];
            let over = section.over();
            if section.titled {
                plan.titles.push(Title { section: at, x, y, width: inner.size.0 });
            }
            for (cells, (within, below)) in section.parts.iter().zip(&inner.places) {
                let (x, y) = (x + within, y + over + below + self.header);
                plan.blocks.push(MapBlock { first, cells: *cells, columns: self.columns_of(*cells), x, y });
                first += cells;
            }
        }
        MapPlan { width: outside.size.0, height: outside.size.1, ..plan }
    }

    /// The departments of a section on shelves of their own.
    fn section(&self, section: &MapSection, limit: i32) -> Shelves {
        let size = |cells: &i32| {
            let columns = self.columns_of(*cells);
            (columns * QUARTERS, (cells + columns - 1) / columns * QUARTERS + self.header)
        };
        let mut shelves = Shelves::new(section.parts.iter().map(size), limit, (3, 2));
        shelves.size.1 += section.over();
        shelves
    }

    fn columns_of(&self, cells: i32) -> i32 {
        ((cells + self.rows - 1) / self.rows).clamp(self.least, self.columns)
    }
}

impl MapSection {
    /// The height over its departments in which its name stands, in quarters.
    const fn over(&self) -> i32 {
        if self.titled { 6 } else { 0 }
    }
}

/// Boxes in rows, a new row begun where the next does not fit.
struct Shelves {
    places: Vec<(i32, i32)>,
    size: (i32, i32),
}

impl Shelves {
    fn new(boxes: impl Iterator<Item = (i32, i32)>, limit: i32, gap: (i32, i32)) -> Self {
        let (mut x, mut y, mut height, mut size) = (0, 0, 0, (0, 0));
        let mut place = |(wide, high): (i32, i32)| {
            if x > 0 && x + wide > limit {
                (x, y, height) = (0, y + height + gap.1, 0);
            }
            let here = (x, y);
            size = (size.0.max(x + wide), size.1.max(y + high));
            (x, height) = (x + wide + gap.0, height.max(high));
            here
        };
        Self { places: boxes.map(&mut place).collect(), size }
    }
}

#[cfg(test)]
mod tests;
