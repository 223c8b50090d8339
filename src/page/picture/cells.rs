//! What is in each cell and how large the cells have to be for it.

use super::fit::{lines, width};
use super::mark::{BUBBLE, Detail, LINE, MARK, SIZE, count};
use super::{Pixels, Point, Rect};
use crate::engine::view::PictureView;
use crate::organisation::value::Language;

/// The space between cells, in CSS pixels.
const GAP: Pixels = 4.0;
/// Between the edge of a cell and what is in it.
const PAD: Pixels = 6.0;
/// What the letter of a cell takes from its top.
const LETTER: Pixels = 20.0;
/// The least height of a cell.
const LEAST: Pixels = 52.0;
/// The least side of what can be pressed (WCAG 2.2, 2.5.8).
const PRESSED: Pixels = 24.0;
/// Lines that a name may take.
const NAME_LINES: usize = 3;

/// Something in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PictureItem {
    /// The kind of the piece.
    pub(super) kind: PictureItemKind,
    /// The upper left corner of the piece, from that of its cell.
    pub(super) at: Point,
    /// How wide it is.
    pub(super) width: Pixels,
    /// How high it is.
    pub(super) height: Pixels,
}

/// What can be in a cell. Risks are named by their place among the spots.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PictureItemKind {
    /// A risk as a bubble.
    Bubble(usize),
    /// A risk by its name, in these lines.
    Name(usize, Vec<String>),
    /// Risks that are not drawn, by their number.
    More(u32),
    /// Where a risk was before.
    Was(usize),
    /// Where the risk stands with what has been done.
    Current(usize),
    /// Where the risk should come to stand.
    Target(usize),
}

/// Where the cells are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid {
    /// Where the first column begins.
    pub(super) left: Pixels,
    /// Where the last row ends.
    pub(super) bottom: Pixels,
    cell_width: Pixels,
    columns: u8,
    /// Top and height of each row, the lowest likelihood first.
    rows: Vec<(Pixels, Pixels)>,
}

impl Grid {
    /// How wide a cell is.
    pub(super) fn cell_width(picture: &PictureView, gutter: Pixels, room: Pixels) -> Pixels {
        let columns = count(picture.matrix.consequence.len().max(1));
        ((room - gutter - GAP * (columns - 1.0)) / columns).max(PRESSED)
    }

    /// Where a column begins, counted from 0.
    pub(super) fn left_of(gutter: Pixels, cell_width: Pixels, column: usize) -> Pixels {
        gutter + count(column) * (cell_width + GAP)
    }

    /// How high each row has to be for what is in it, the lowest likelihood first.
    pub(super) fn heights(picture: &PictureView, contents: &[Vec<PictureItem>], detail: Detail) -> Vec<Pixels> {
        let columns = picture.matrix.consequence.len().max(1);
        let least = if detail == Detail::Counts { LEAST + 4.0 } else { LEAST };
        let ends =
            |items: &Vec<PictureItem>| items.iter().map(|item| item.at.y + item.height + PAD).fold(least, f64::max);
        contents.chunks(columns).map(|row| row.iter().map(ends).fold(least, f64::max)).collect()
    }

    /// The grid with rows of these heights.
    pub(super) fn new(
        picture: &PictureView,
        heights: Vec<Pixels>,
        (left, top): (Pixels, Pixels),
        room: Pixels,
    ) -> Self {
        let columns = picture.matrix.consequence.len().max(1);
        let mut y = top;
        let mut rows: Vec<_> = heights
            .into_iter()
            .rev()
            .map(|height| {
                let row = (y, height);
                y += height + GAP;
                row
            })
            .collect();
        rows.reverse();
        Self {
            left,
            bottom: y - GAP,
            cell_width: Self::cell_width(picture, left, room),
            columns: u8::try_from(columns).unwrap_or(u8::MAX),
            rows,
        }
    }

    /// Every cell, by likelihood and then by consequence, from the lowest.
    pub(super) fn all(&self) -> impl Iterator<Item = (u8, u8)> + use<> {
        let (rows, columns) = (u8::try_from(self.rows.len()).unwrap_or(u8::MAX), self.columns);
        (1..=rows).flat_map(move |row| (1..=columns).map(move |column| (row, column)))
    }

    /// Where a cell is.
    pub(super) fn rect(&self, (likelihood, consequence): (u8, u8)) -> Rect {
        let (y, height) = self.rows[usize::from(likelihood - 1)];
        let x = Self::left_of(self.left, self.cell_width, usize::from(consequence - 1));
        Rect { x, y, width: self.cell_width, height }
    }
}

/// What is in each cell, by likelihood and then by consequence, each thing at its place. With counts nothing is.
pub(super) fn contents(
    picture: &PictureView,
    detail: Detail,
    cell_width: Pixels,
    language: Language,
) -> Vec<Vec<PictureItem>> {
    let matrix = &picture.matrix;
    let columns = matrix.consequence.len();
    let mut cells: Vec<Vec<PictureItem>> = vec![Vec::new(); matrix.likelihood.len() * columns];
    let place = |(likelihood, consequence): (u8, u8)| {
        let (row, column) = (usize::from(likelihood).checked_sub(1)?, usize::from(consequence).checked_sub(1)?);
        (row < matrix.likelihood.len() && column < columns).then_some(row * columns + column)
    };
    if detail == Detail::Counts {
        return cells;
    }
    let room = cell_width - 2.0 * PAD;
    let mut shown = vec![0_u32; cells.len()];
    for (spot, item) in picture.spots.iter().enumerate() {
        let Some(cell) = place(item.cell) else { continue };
        shown[cell] += 1;
        cells[cell].push(match detail {
            Detail::Names => {
                let beside = 2.0 * MARK + 7.0;
                let said = lines(item.title.say(language), SIZE, room - beside, NAME_LINES);
                let height = (LINE * count(said.len()) + 6.0).max(PRESSED);
                PictureItem::new(PictureItemKind::Name(spot, said), room, height)
            }
            _ => PictureItem::new(PictureItemKind::Bubble(spot), 2.0 * BUBBLE + 3.0, 2.0 * BUBBLE + 3.0),
        });
    }
    for (cell, number) in matrix.cells.iter().flatten().enumerate() {
        let more = number.saturating_sub(*shown.get(cell).unwrap_or(&0));
        if more > 0 {
            let wide = (width(&format!("+{more}"), SIZE) + 8.0).max(PRESSED);
            cells[cell].push(PictureItem::new(PictureItemKind::More(more), wide, PRESSED));
        }
    }
    for (spot, item) in picture.spots.iter().enumerate() {
        let marks = [
            (item.was, PictureItemKind::Was(spot)),
            (item.current, PictureItemKind::Current(spot)),
            (item.target, PictureItemKind::Target(spot)),
        ];
        for (cell, kind) in marks {
            if let Some(cell) = cell.and_then(place) {
                cells[cell].push(PictureItem::new(kind, 18.0, PRESSED));
            }
        }
    }
    for items in &mut cells {
        flow(items, room);
    }
    cells
}

/// Puts things beside each other as far as they fit, and then below, like words.
fn flow(items: &mut [PictureItem], room: Pixels) {
    let (mut x, mut y, mut height): (Pixels, Pixels, Pixels) = (0.0, LETTER, 0.0);
    for item in items {
        if x > 0.0 && x + item.width > room {
            (x, y, height) = (0.0, y + height + 2.0, 0.0);
        }
        item.at = Point { x: PAD + x, y };
        x += item.width + 2.0;
        height = height.max(item.height);
    }
}

impl PictureItem {
    fn new(kind: PictureItemKind, width: Pixels, height: Pixels) -> Self {
        Self { kind, at: Point { x: 0.0, y: 0.0 }, width, height }
    }
}
