//! The drawing of the map: what is on it, how it is seen, and what of it changes with a frame.

use std::sync::Arc;

use super::names::BlockNames;
use super::stamp::Palette;
use super::tiles::{SIDE, TileScene, Tiles};
use crate::browser::canvas::{Canvas, PixelRect, density};
use crate::browser::frames;
use crate::coverage::State;
use crate::engine::view::MapView;
use crate::organisation::value::Language;
use crate::page::plan::{CellMove, MapPlan, MapRoom, MapSection, MapWindow};

/// How long a frame may spend on making pictures, in milliseconds: the browser needs the rest of its sixteen.
const BUDGET: f64 = 6.0;

/// Fewest pixels for a CSS pixel on paper.
const PAPER: f64 = 2.0;

/// The map on its canvas.
pub(super) struct Chart {
    canvas: Canvas,
    map: Arc<MapView>,
    names: BlockNames,
    plan: MapPlan,
    view: MapWindow,
    palette: Palette,
    tiles: Tiles,
    pointed: Option<State>,
    ringed: Option<i32>,
    /// Width of the canvas, in CSS pixels.
    width: i32,
    /// Whether the colours are to be read anew.
    repaint: bool,
}

impl Chart {
    pub(super) fn new(canvas: Canvas, map: Arc<MapView>, pointed: Option<State>, language: Language) -> Self {
        let palette = Palette::of(&canvas);
        let mut chart = Self {
            names: BlockNames::new(&map, language),
            canvas,
            map,
            plan: MapPlan::default(),
            view: MapWindow::default(),
            palette,
            tiles: Tiles::default(),
            pointed,
            ringed: None,
            width: 0,
            repaint: false,
        };
        chart.measure();
        chart
    }

    /// Takes what the map holds now; how it is seen stays where it can.
    pub(super) fn take(&mut self, map: Arc<MapView>, language: Language) {
        let names = BlockNames::new(&map, language);
        let is_named = names.same_names(&self.names);
        self.names = names;
        let cells = |map: &MapView| map.parts.iter().map(|part| part.cells).collect::<Vec<_>>();
        let is_same = cells(&map) == cells(&self.map);
        self.map = map;
        self.tiles.renew();
        if !(is_same && is_named) {
            self.ringed = None;
            self.lay_out(self.width, density());
        }
    }

    /// Points one state out, or none.
    pub(super) fn point_out(&mut self, pointed: Option<State>) {
        self.pointed = pointed;
        self.tiles.renew();
    }

    /// Draws in the colours of the page as they are when the next frame is drawn.
    pub(super) fn repaint(&mut self) {
        self.repaint = true;
    }

    /// Takes the size that the page gives the canvas.
    pub(super) fn measure(&mut self) {
        let width = self.canvas.element().client_width();
        if width != self.width || (self.view.ratio - density()).abs() > 0.001 {
            self.lay_out(width, density());
        }
    }

    /// Draws at once what will be printed, or again what is on the screen. What is not seen whole is not printed.
    pub(super) fn print(&mut self, on_paper: bool) {
        if !self.plan.whole {
            return;
        }
        self.canvas.class("paper", on_paper);
        self.repaint = true;
        self.lay_out(self.width, if on_paper { density().max(PAPER) } else { density() });
        self.draw(&|| true);
    }

    fn lay_out(&mut self, width: i32, ratio: f64) {
        self.width = width;
        let room = match width {
            ..640 => MapRoom { width, most: 1000, window: 420 },
            _ => MapRoom { width, most: 720, window: 600 },
        };
        self.plan = MapPlan::new(&sections(&self.map, &self.names.widths(&self.canvas, &self.palette)), room);
        self.view = MapWindow::new(&self.plan, width, ratio);
        self.canvas.resize(self.view.width, self.view.height);
        self.tiles.forget();
    }

    /// Draws a frame; says whether the next is needed to complete it.
    pub(super) fn frame(&mut self) -> bool {
        let start = frames::time();
        self.draw(&|| frames::time() - start < BUDGET)
    }

    fn draw(&mut self, has_time: &dyn Fn() -> bool) -> bool {
        if std::mem::take(&mut self.repaint) {
            self.palette = Palette::of(&self.canvas);
            self.tiles.renew();
        }
        let Self { canvas, map, names, plan, view, palette, tiles, pointed, .. } = self;
        let whole = PixelRect { x: 0.0, y: 0.0, width: view.width.into(), height: view.height.into() };
        canvas.fill(&palette.surface, whole);
        let scene = TileScene {
            plan,
            view: *view,
            cells: &map.cells,
            palette,
            pointed: *pointed,
            names: &|picture, place| names.write(picture, plan, view, palette, place, SIDE),
        };
        let lacking = tiles.draw(&scene, canvas, has_time);
        if let Some((x, y)) = self.ringed.and_then(|cell| self.view.corner(&self.plan, cell)) {
            self.ring(x, y);
        }
        lacking
    }

    /// A ring around a cell, seen around the smallest as well.
    fn ring(&self, x: i32, y: i32) {
        let (pitch, ratio) = (f64::from(self.view.pitch()), self.view.ratio);
        let side = pitch.max(8.0 * ratio);
        let off = (side - pitch) / 2.0;
        let cell = PixelRect::square(f64::from(x) - off, f64::from(y) - off, side - pitch / 7.0);
        let radius = (5.0 * ratio).min(side * 0.25);
        self.canvas.edge(&self.palette.surface, cell.inset(-1.5 * ratio), radius, 4.0 * ratio, 0.0);
        self.canvas.edge(&self.palette.ink, cell.inset(-1.5 * ratio), radius, 2.0 * ratio, 0.0);
    }

    /// Rings a cell, or none; brings it into view where it should be seen.
    pub(super) fn ring_at(&mut self, cell: Option<i32>, into_view: bool) {
        self.ringed = cell;
        if let Some(cell) = cell.filter(|_| into_view) {
            self.view = self.view.seeing(&self.plan, cell);
        }
    }

    /// The cell a step from the ringed one, or the first in view where none is.
    pub(super) fn step(&self, step: CellMove) -> Option<i32> {
        match self.ringed {
            Some(cell) => self.plan.step(cell, step),
            None => self.first_in_view(),
        }
    }

    /// The first cell that is in view.
    pub(super) fn first_in_view(&self) -> Option<i32> {
        let at = self.view.blocks_in(&self.plan, (self.view.x, self.view.y), self.view.width.max(1)).next();
        at.map(|at| self.plan.blocks[at].first)
    }

    /// Moves the map by CSS pixels.
    pub(super) fn pan(&mut self, right: i32, down: i32) {
        let (right, down) = (self.view.device(right), self.view.device(down));
        self.view = self.view.moved(&self.plan, right, down);
    }

    /// So many sizes closer, around a point in CSS pixels, else around the ringed cell, else around the middle.
    pub(super) fn closer(&mut self, steps: isize, point: Option<(i32, i32)>) {
        let device = |(x, y)| (self.view.device(x), self.view.device(y));
        let ringed = || self.ringed.and_then(|cell| self.view.corner(&self.plan, cell));
        let around = point.map(device).or_else(ringed).unwrap_or((self.view.width / 2, self.view.height / 2));
        self.view = self.view.closer(&self.plan, steps, around);
    }

    /// Shows all of the map.
    pub(super) fn whole(&mut self) {
        self.view = MapWindow::new(&self.plan, self.width, self.view.ratio);
    }

    /// The cell at a point in CSS pixels.
    pub(super) fn cell_at(&self, (x, y): (i32, i32)) -> Option<i32> {
        self.view.cell_at(&self.plan, (self.view.device(x), self.view.device(y)))
    }

    /// The part whose name is at a point in CSS pixels.
    pub(super) fn name_at(&self, (x, y): (i32, i32)) -> Option<usize> {
        self.view.header_at(&self.plan, (self.view.device(x), self.view.device(y)))
    }

    /// Where a cell is, in CSS pixels: its middle from the left, its upper edge, its lower edge.
    #[allow(clippy::cast_possible_truncation, reason = "a place within the window")]
    pub(super) fn place(&self, cell: i32) -> Option<(i32, i32, i32)> {
        let (x, y) = self.view.corner(&self.plan, cell)?;
        let css = |device: i32| (f64::from(device) / self.view.ratio).round() as i32;
        Some((css(x + self.view.pitch() / 2), css(y), css(y + self.view.pitch())))
    }

    /// What can be done with the map.
    pub(super) fn reach(&self) -> ChartControls {
        ChartControls {
            whole: self.plan.whole,
            steps: self.view.steps(&self.plan),
            moves: self.view.is_part(&self.plan),
            width: self.width,
        }
    }

    /// The canvas that it is drawn on.
    pub(super) fn canvas(&self) -> &Canvas {
        &self.canvas
    }
}

/// What can be done with the map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ChartControls {
    /// All of it was seen at once to begin with, at a size that can be pointed at.
    pub(super) whole: bool,
    /// Whether the map can come closer, and whether it can go farther away.
    pub(super) steps: (bool, bool),
    /// There is more than is seen.
    pub(super) moves: bool,
    /// The width of the map, in CSS pixels.
    pub(super) width: i32,
}

fn sections(map: &MapView, names: &[i32]) -> Vec<MapSection> {
    let mut names = names.iter().copied();
    let sections = map.parts.chunk_by(|a, b| a.municipality == b.municipality);
    let cells = |part: &crate::engine::view::MapPart| part.cells.cast_signed();
    let mut section = |parts: &[_]| MapSection {
        titled: parts.first().is_some_and(|part: &crate::engine::view::MapPart| part.municipality.is_some()),
        parts: parts.iter().map(cells).collect(),
        names: names.by_ref().take(parts.len()).collect(),
    };
    sections.map(&mut section).collect()
}
