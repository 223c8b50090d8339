//! The whole picture: its heading, the axes, the cells with what is in them, the arrows, and what stands below.

use super::arrow::arrow;
use super::cells::{Grid, PictureItem, PictureItemKind, contents};
use super::fit::{lines, width};
use super::mark::{BUBBLE, Detail, LINE, MARK, SIZE, count, mark, text};
use super::{Anchor, DrawnShape, Paint, Pixels, Point, Rect, Token, foot};
use crate::engine::view::{ClassView, LevelView, PictureView};
use crate::organisation::risk::Uncertainty;
use crate::organisation::value::Language;
use crate::text::{pages, risk};

/// The picture laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureLayout {
    /// The width of the picture.
    pub width: Pixels,
    /// The height of the picture.
    pub height: Pixels,
    /// What is never pressed: axes, cells, legend, notes.
    pub back: Vec<DrawnShape>,
    /// The arrows of each risk that goes somewhere, by its place among the spots of the picture.
    pub arrows: Vec<(usize, Vec<DrawnShape>)>,
    /// Each risk that is drawn.
    pub seats: Vec<PlacedRisk>,
    /// Cells whose number is drawn: of all its risks, or of those beyond the ones that are drawn.
    pub doors: Vec<Door>,
}

/// A risk in its cell.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedRisk {
    /// The place of the risk among the spots of the picture.
    pub spot: usize,
    /// Where the risk is; its shapes are drawn from there.
    pub at: Point,
    /// What can be pressed, from there.
    pub room: Rect,
    /// The shapes that the risk is drawn with, from its place.
    pub shapes: Vec<DrawnShape>,
}

/// A number in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Door {
    /// The cell: likelihood and consequence, from 1.
    pub cell: (u8, u8),
    /// What can be pressed.
    pub room: Rect,
    /// The shapes that the cell's link is drawn with.
    pub shapes: Vec<DrawnShape>,
}

/// Below this width levels are called by their numbers, and by their names under the picture.
const NARROW: Pixels = 480.0;

/// Lays a picture out at a width. `notes` stand below it, the first of them in heavy type. Rows are as high as those of
/// the picture it stands `beside`, so that a risk is looked for at one height in both.
pub fn scene(
    picture: &PictureView,
    beside: Option<&PictureView>,
    detail: Detail,
    room: Pixels,
    notes: &[String],
    language: Language,
) -> PictureLayout {
    let narrow = room < NARROW;
    let mut back = Vec::new();
    let gutter = gutter(picture, room, narrow, language);
    let mut top = head(&mut back, picture, (gutter, room), narrow, language);
    let within = |of: &PictureView| contents(of, detail, Grid::cell_width(of, gutter, room), language);
    let contents = within(picture);
    let mut heights = Grid::heights(picture, &contents, detail);
    let size = |of: &PictureView| (of.matrix.likelihood.len(), of.matrix.consequence.len());
    if let Some(other) = beside.filter(|other| size(other) == size(picture)) {
        top = top.max(head(&mut Vec::new(), other, (gutter, room), narrow, language));
        for (height, its) in heights.iter_mut().zip(Grid::heights(other, &within(other), detail)) {
            *height = height.max(its);
        }
    }
    let grid = Grid::new(picture, heights, (gutter, top), room);
    cells(&mut back, picture, &grid);
    sides(&mut back, picture, &grid, narrow, language);
    let mut drawing =
        PictureLayout { width: room, height: 0.0, back, arrows: Vec::new(), seats: Vec::new(), doors: Vec::new() };
    match detail {
        Detail::Counts => counts(&mut drawing, picture, &grid),
        Detail::Bubbles | Detail::Names => fill(&mut drawing, picture, &contents, &grid),
    }
    let mut below = foot::Foot::new(grid.bottom + 20.0, room);
    if narrow {
        below.levels(pages::consequence(language), &picture.matrix.consequence, language);
        below.levels(pages::likelihood(language), &picture.matrix.likelihood, language);
    }
    below.legend(picture, detail, language);
    below.notes(notes);
    drawing.height = below.end();
    drawing.back.append(&mut below.shapes);
    drawing
}

/// The class of a cell.
pub fn class_at(picture: &PictureView, cell: (u8, u8)) -> Option<&ClassView> {
    let row = picture.matrix.grid.get(usize::from(cell.0).checked_sub(1)?)?;
    picture.matrix.classes.get(usize::from(*row.get(usize::from(cell.1).checked_sub(1)?)?))
}

/// The shade of a cell.
pub(super) fn shade_at(picture: &PictureView, cell: (u8, u8)) -> u8 {
    class_at(picture, cell).map_or(1, ClassView::shade)
}

/// A level by its number and its name.
fn named(level: &LevelView, language: Language) -> String {
    format!("{} {}", level.level, level.name.say(language))
}

/// How wide the names of the likelihoods may be.
fn gutter(picture: &PictureView, room: Pixels, narrow: bool, language: Language) -> Pixels {
    if narrow {
        return 20.0;
    }
    let widest = picture.matrix.likelihood.iter().map(|level| width(&named(level, language), SIZE)).fold(0.0, f64::max);
    (widest + 12.0).clamp(60.0, room * 0.16)
}

/// The name of the consequence axis and those of its levels; gives where the cells begin.
fn head(
    back: &mut Vec<DrawnShape>,
    picture: &PictureView,
    (gutter, room): (Pixels, Pixels),
    narrow: bool,
    language: Language,
) -> Pixels {
    let matrix = &picture.matrix;
    let axis = risk::axis(&matrix.dimensions, language);
    let mut y = 14.0;
    // On a phone the four dimensions of the example take three lines in English.
    let titled = lines(&axis, SIZE, room - gutter, 3);
    for line in titled {
        let at = Point { x: f64::midpoint(gutter, room), y };
        back.push(text(at, line, Anchor::Middle, Token::Ink));
        y += LINE;
    }
    let cell = Grid::cell_width(picture, gutter, room);
    let levels: Vec<Vec<String>> =
        matrix
            .consequence
            .iter()
            .map(|level| {
                if narrow { vec![level.level.to_string()] } else { lines(&named(level, language), SIZE, cell - 4.0, 3) }
            })
            .collect();
    let most = levels.iter().map(Vec::len).max().unwrap_or(1);
    y += 4.0;
    for (column, level) in levels.into_iter().enumerate() {
        // The last line of each stands just above its column.
        let mut line_at = y + LINE * count(most - level.len());
        for line in level {
            let at = Point { x: Grid::left_of(gutter, cell, column) + cell / 2.0, y: line_at };
            back.push(text(at, line, Anchor::Middle, Token::Muted));
            line_at += LINE;
        }
    }
    let likelihood = pages::likelihood(language).to_owned();
    let y_last = y + LINE * count(most.saturating_sub(1));
    if !narrow {
        let said = lines(&likelihood, SIZE, gutter - 4.0, 1).concat();
        back.push(text(Point { x: 0.0, y: y_last }, said, Anchor::Start, Token::Ink));
    }
    y_last + 8.0
}

/// The cells with their letters.
fn cells(back: &mut Vec<DrawnShape>, picture: &PictureView, grid: &Grid) {
    for cell in grid.all() {
        let (at, shade) = (grid.rect(cell), shade_at(picture, cell));
        let paint = Paint { stroke: Some((Token::Line, 1.0)), ..Paint::fill(Token::Class(shade)) };
        back.push(DrawnShape::Rect { at, radius: 6.0, paint });
        back.push(DrawnShape::Hatch { at, shade });
        let letter = class_at(picture, cell).map(|class| class.letter.clone()).unwrap_or_default();
        let place = Point { x: at.x + 7.0, y: at.y + 15.0 };
        back.push(text(place, letter, Anchor::Start, Token::OnClass(shade)));
    }
}

/// The names of the likelihoods, each beside its row.
fn sides(back: &mut Vec<DrawnShape>, picture: &PictureView, grid: &Grid, narrow: bool, language: Language) {
    for level in &picture.matrix.likelihood {
        let row = grid.rect((level.level, 1));
        let said = if narrow {
            vec![level.level.to_string()]
        } else {
            lines(&named(level, language), SIZE, grid.left - 10.0, 3)
        };
        let mut y = row.y + row.height / 2.0 + 4.5 - LINE * count(said.len() - 1) / 2.0;
        for line in said {
            back.push(text(Point { x: grid.left - 8.0, y }, line, Anchor::End, Token::Muted));
            y += LINE;
        }
    }
}

/// How many risks are in each cell.
fn counts(drawing: &mut PictureLayout, picture: &PictureView, grid: &Grid) {
    for cell in grid.all() {
        let number = picture.matrix.cells[usize::from(cell.0 - 1)][usize::from(cell.1 - 1)];
        if number > 0 {
            let room = grid.rect(cell);
            let at = Point { x: room.x + room.width / 2.0, y: room.y + room.height / 2.0 + 7.0 };
            let colour = Token::OnClass(shade_at(picture, cell));
            let shape = DrawnShape::Text {
                at,
                size: 19.0,
                bold: true,
                anchor: Anchor::Middle,
                colour,
                text: number.to_string(),
            };
            drawing.doors.push(Door { cell, room, shapes: vec![shape] });
        }
    }
}

/// The risks in their cells, and where they go.
fn fill(drawing: &mut PictureLayout, picture: &PictureView, contents: &[Vec<PictureItem>], grid: &Grid) {
    // Where each risk's own mark is, and where the marks are that its arrows lead to.
    let mut own: Vec<Option<(Point, Pixels)>> = vec![None; picture.spots.len()];
    let mut marks: Vec<(usize, PictureItemKind, Point)> = Vec::new();
    for (cell, items) in grid.all().zip(contents) {
        let (room, shade) = (grid.rect(cell), shade_at(picture, cell));
        for item in items {
            let corner = Point { x: room.x + item.at.x, y: room.y + item.at.y };
            match &item.kind {
                PictureItemKind::Bubble(spot) => {
                    let at = Point { x: corner.x + BUBBLE + 1.0, y: corner.y + BUBBLE + 1.0 };
                    own[*spot] = Some((at, BUBBLE));
                    drawing.seats.push(bubble(picture, *spot, at));
                }
                PictureItemKind::Name(spot, said) => {
                    own[*spot] = Some((Point { x: corner.x + MARK + 1.0, y: corner.y + 12.0 }, MARK));
                    drawing.seats.push(name(picture, (*spot, said), (corner, item), shade));
                }
                PictureItemKind::More(number) => {
                    let at = Point { x: corner.x + 4.0, y: corner.y + 16.0 };
                    let text = DrawnShape::Text {
                        at,
                        size: SIZE,
                        bold: true,
                        anchor: Anchor::Start,
                        colour: Token::OnClass(shade),
                        text: format!("+{number}"),
                    };
                    let room = Rect { x: corner.x, y: corner.y, width: item.width, height: item.height };
                    drawing.doors.push(Door { cell, room, shapes: vec![text] });
                }
                PictureItemKind::Was(spot) | PictureItemKind::Current(spot) | PictureItemKind::Target(spot) => {
                    marks.push((*spot, item.kind.clone(), Point { x: corner.x + 9.0, y: corner.y + 12.0 }));
                }
            }
        }
    }
    for (spot, own) in own.iter().enumerate() {
        let Some(own) = *own else { continue };
        let mine = |wanted: &dyn Fn(&PictureItemKind) -> bool| {
            marks.iter().find(|(of, kind, _)| *of == spot && wanted(kind)).map(|(_, _, at)| (*at, foot::GHOST))
        };
        let was = mine(&|kind| matches!(kind, PictureItemKind::Was(_)));
        let current = mine(&|kind| matches!(kind, PictureItemKind::Current(_)));
        let target = mine(&|kind| matches!(kind, PictureItemKind::Target(_)));
        let mut shapes = Vec::new();
        if let Some(was) = was {
            shapes.extend(arrow(was, own, 0.0));
            shapes.extend(foot::was(was.0));
        }
        if let Some(current) = current {
            shapes.extend(arrow(own, current, 0.0));
            shapes.extend(foot::current(current.0));
        }
        if let Some(target) = target {
            // Back to where it was judged, where measures undone since have made it worse.
            shapes.extend(arrow(current.unwrap_or(own), target, 4.0));
            shapes.extend(foot::target(target.0));
        }
        if !shapes.is_empty() {
            drawing.arrows.push((spot, shapes));
        }
    }
}

/// A risk as a numbered bubble, drawn from its middle.
fn bubble(picture: &PictureView, spot: usize, at: Point) -> PlacedRisk {
    let middle = Point { x: 0.0, y: 0.0 };
    let item = &picture.spots[spot];
    let mut shapes = mark(middle, BUBBLE, item.uncertainty);
    let size = if item.number < 100 { SIZE } else { 11.0 };
    let (at_text, colour) = (Point { x: 0.0, y: 4.5 }, on_mark(item.uncertainty));
    let text = item.number.to_string();
    shapes.push(DrawnShape::Text { at: at_text, size, bold: true, anchor: Anchor::Middle, colour, text });
    let room = Rect { x: -BUBBLE - 1.0, y: -BUBBLE - 1.0, width: 2.0 * BUBBLE + 2.0, height: 2.0 * BUBBLE + 2.0 };
    PlacedRisk { spot, at, room, shapes }
}

/// A risk by its name, drawn from its upper left corner.
fn name(
    picture: &PictureView,
    (spot, said): (usize, &[String]),
    (at, item): (Point, &PictureItem),
    shade: u8,
) -> PlacedRisk {
    let mut shapes = mark(Point { x: MARK + 1.0, y: 12.0 }, MARK, picture.spots[spot].uncertainty);
    let mut y = 16.5;
    for line in said {
        shapes.push(text(Point { x: 2.0 * MARK + 7.0, y }, line.clone(), Anchor::Start, Token::OnClass(shade)));
        y += LINE;
    }
    PlacedRisk { spot, at, room: Rect { x: 0.0, y: 0.0, width: item.width, height: item.height }, shapes }
}

/// The colour of what is written on such a mark.
fn on_mark(uncertainty: Option<Uncertainty>) -> Token {
    match uncertainty {
        Some(Uncertainty::Low) => Token::Surface,
        Some(Uncertainty::Medium) => Token::OnHalf,
        Some(Uncertainty::High) | None => Token::Ink,
    }
}
