//! The map as pictures of one size each, made once and then only shown: moving the map is putting them elsewhere.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::stamp::{Palette, Stamps};
use crate::browser::canvas::{Canvas, Pixel};
use crate::coverage::State;
use crate::page::plan::{MapPlan, MapWindow};

/// The side of a picture, in pixels of the device.
pub(super) const SIDE: i32 = 512;

/// Pictures kept at most.
const MOST: usize = 96;

/// Which picture: the size of its cells, how many are to the left of it, and above it.
type TileKey = (usize, i32, i32);

/// The pictures made so far.
#[derive(Default)]
pub(super) struct Tiles {
    made: HashMap<TileKey, Tile>,
    stamps: HashMap<usize, Stamps>,
    /// Raised when what is to be seen has changed.
    edition: u32,
    pixels: Vec<Pixel>,
}

struct Tile {
    canvas: Canvas,
    edition: u32,
}

/// What pictures are made of.
pub(super) struct TileScene<'s> {
    pub(super) plan: &'s MapPlan,
    pub(super) view: MapWindow,
    pub(super) cells: &'s [u8],
    pub(super) palette: &'s Palette,
    pub(super) pointed: Option<State>,
    /// Writes the names of the blocks on a picture with its corner at a place of the plan.
    pub(super) names: &'s dyn Fn(&Canvas, (i32, i32)),
}

impl Tiles {
    /// What was made no longer tells the truth. It is shown until there is something newer.
    pub(super) fn renew(&mut self) {
        self.edition += 1;
        self.stamps.clear();
    }

    /// What was made lies elsewhere now.
    pub(super) fn forget(&mut self) {
        *self = Self { edition: self.edition, ..Self::default() };
    }

    /// Draws what is seen, and makes what is lacking for as long as there is time. Says whether anything still lacks.
    pub(super) fn draw(&mut self, scene: &TileScene<'_>, on: &Canvas, has_time: impl Fn() -> bool) -> bool {
        let view = scene.view;
        let range = |from: i32, seen: i32| from.div_euclid(SIDE)..=(from + seen - 1).div_euclid(SIDE);
        let places = range(view.y, view.height).flat_map(|row| range(view.x, view.width).map(move |at| (at, row)));
        let mut lacking = false;
        for (column, row) in places {
            let place = (view.size, column, row);
            let is_new = self.made.get(&place).is_some_and(|tile| tile.edition == self.edition);
            if !is_new {
                if has_time() {
                    self.make(scene, place);
                } else {
                    lacking = true;
                }
            }
            if let Some(tile) = self.made.get(&place) {
                on.draw(&tile.canvas, column * SIDE - view.x, row * SIDE - view.y);
            }
        }
        lacking
    }

    fn make(&mut self, scene: &TileScene<'_>, place: TileKey) {
        let (size, column, row) = place;
        let corner = (column * SIDE, row * SIDE);
        let view = scene.view;
        let stamps = match self.stamps.entry(size) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => match Stamps::new(scene.palette, view.pitch(), view.ratio, scene.pointed) {
                Some(stamps) => free.insert(stamps),
                None => return,
            },
        };
        if self.made.len() >= MOST {
            // Those that are farthest from being seen: of another size, or out of the window.
            let (across, down) = (view.x.div_euclid(SIDE), view.y.div_euclid(SIDE));
            self.made.retain(|(of, x, y), _| *of == size && (x - across).abs() <= 4 && (y - down).abs() <= 4);
        }
        let canvas = match self.made.remove(&place) {
            Some(tile) => tile.canvas,
            None => match Canvas::hidden(SIDE, SIDE) {
                Some(canvas) => canvas,
                None => return,
            },
        };
        let width = SIDE.unsigned_abs();
        self.pixels.clear();
        self.pixels.resize((width * width) as usize, stamps.ground());
        copy_cells(&mut self.pixels, scene, stamps, corner);
        canvas.put(&self.pixels, width);
        (scene.names)(&canvas, corner);
        self.made.insert(place, Tile { canvas, edition: self.edition });
    }
}

/// Copies every cell of which anything is on a picture to its place there.
fn copy_cells(pixels: &mut [Pixel], scene: &TileScene<'_>, stamps: &Stamps, (left, top): (i32, i32)) {
    let (plan, view) = (scene.plan, &scene.view);
    let pitch = view.pitch();
    for at in view.blocks_in(plan, (left, top), SIDE) {
        let block = plan.blocks[at];
        let (x, y) = (view.length(block.x) - left, view.length(block.y) - top);
        // The columns and lines of the block that are on the picture.
        let columns = (-x).div_euclid(pitch).max(0)..((SIDE - x + pitch - 1).div_euclid(pitch)).min(block.columns);
        for line in y.max(0)..(y + block.rows() * pitch).min(SIDE) {
            let (row, within) = ((line - y) / pitch, (line - y) % pitch);
            let first = block.first + row * block.columns;
            let end = (block.columns * (row + 1)).min(block.cells) - block.columns * row;
            let cells = slice(scene.cells, first + columns.start, first + columns.end.min(end));
            let (Ok(from), Ok(to)) = (usize::try_from(line * SIDE), usize::try_from((line + 1) * SIDE)) else {
                continue;
            };
            let mut here = x + columns.start * pitch;
            for cell in cells {
                copy(&mut pixels[from..to], here, stamps.line(*cell, within));
                here += pitch;
            }
        }
    }
}

/// Copies pixels into a line from a place on, as far as they are within it.
fn copy(line: &mut [Pixel], at: i32, pixels: &[Pixel]) {
    let before = usize::try_from(-at).unwrap_or_default().min(pixels.len());
    let start = usize::try_from(at).unwrap_or_default().min(line.len());
    for (to, from) in line[start..].iter_mut().zip(&pixels[before..]) {
        *to = *from;
    }
}

/// A part of a list; nothing where it is turned around.
fn slice(cells: &[u8], from: i32, to: i32) -> &[u8] {
    let bound = |at: i32| usize::try_from(at).unwrap_or_default().min(cells.len());
    cells.get(bound(from)..bound(to)).unwrap_or_default()
}
