//! What a cell looks like in each state, drawn once for each size: cells are then copied, not drawn.

use crate::browser::canvas::{Canvas, Pixel, PixelRect};
use crate::coverage::State;
use crate::page::plan::SIGNED;
use crate::text::words;

/// The colours of the page, as a canvas takes them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Palette {
    pub(super) surface: String,
    pub(super) ink: String,
    pub(super) muted: String,
    pub(super) accent: String,
    pub(super) font: String,
    line: String,
    missing: String,
    accepted: String,
    stripe: String,
    /// Of those states whose cells are filled: what with, and the ink of their sign.
    fills: [(State, String, String); 4],
}

impl Palette {
    /// The colours as they are on a canvas now.
    pub(super) fn of(canvas: &Canvas) -> Self {
        let filled = |state: State| {
            let token = format!("--{}", state.word());
            (state, canvas.colour(&token), canvas.colour(&format!("{token}-ink")))
        };
        Self {
            surface: canvas.colour("--surface"),
            ink: canvas.colour("--ink"),
            muted: canvas.colour("--muted"),
            accent: canvas.colour("--accent"),
            font: canvas.family(),
            line: canvas.colour("--line"),
            missing: canvas.colour("--missing"),
            accepted: canvas.colour("--accepted"),
            stripe: canvas.colour("--expiring-stripe"),
            fills: [State::Met, State::Expiring, State::Broken, State::Unknown].map(filled),
        }
    }
}

/// Cells of one size in every state.
pub(super) struct Stamps {
    /// The side of a cell in pixels, with the gap after it.
    side: usize,
    /// A cell for each byte of the map, and after them the same faintly.
    pixels: Vec<Pixel>,
    /// How many states there are, the one that no rule is about among them.
    states: usize,
    /// The states that are shown faintly.
    faint: Vec<bool>,
    ground: Pixel,
}

impl Stamps {
    /// Cells with a side of so many pixels, `ratio` of them to a CSS pixel; all but one state faint where one is
    /// pointed out.
    pub(super) fn new(palette: &Palette, side: i32, ratio: f64, pointed: Option<State>) -> Option<Self> {
        let states: Vec<Option<State>> = State::ALL.iter().copied().map(Some).chain([None]).collect();
        let faint = states.iter().map(|state| pointed.is_some() && *state != pointed).collect();
        let count = i32::try_from(states.len()).ok()?;
        // Below each other, so that each is one run of pixels.
        let canvas = Canvas::hidden(side, 2 * count * side)?;
        canvas.fill(
            &palette.surface,
            PixelRect { x: 0.0, y: 0.0, width: side.into(), height: (2 * count * side).into() },
        );
        let ground = *canvas.pixels(1, 1).first()?;
        for (at, state) in (0..).zip(states.iter().chain(&states)) {
            canvas.opacity(if at < count { 1.0 } else { 0.2 });
            let brush = Brush { canvas: &canvas, palette, top: at * side, side, ratio };
            brush.draw(*state);
        }
        let pixels = canvas.pixels(side, 2 * count * side);
        Some(Self { side: usize::try_from(side).ok()?, pixels, states: states.len(), faint, ground })
    }

    /// A line of pixels of a cell, by its byte.
    pub(super) fn line(&self, byte: u8, line: i32) -> &[Pixel] {
        let state = usize::from(byte).min(self.states - 1);
        let at = if self.faint[state] { self.states + state } else { state };
        let from = (at * self.side + usize::try_from(line).unwrap_or_default()) * self.side;
        &self.pixels[from..from + self.side]
    }

    /// What lies between cells.
    pub(super) fn ground(&self) -> Pixel {
        self.ground
    }
}

/// Draws one cell.
struct Brush<'b> {
    canvas: &'b Canvas,
    palette: &'b Palette,
    top: i32,
    side: i32,
    ratio: f64,
}

impl Brush<'_> {
    fn draw(&self, state: Option<State>) {
        let gap = match self.side {
            ..3 => 0,
            3..8 => 1,
            side => (side + 3) / 7,
        };
        let cell = PixelRect::square(0.0, self.top.into(), (self.side - gap).into());
        let size = cell.width / self.ratio;
        match state {
            Some(State::Missing) => self.hole(cell, &self.palette.missing, 2.0, false),
            Some(State::Accepted) => self.hole(cell, &self.palette.accepted, 1.5, size > 9.0),
            Some(state) => self.filled(cell, state),
            // Hardly there.
            None => self.canvas.fill(&self.palette.line, cell.inset((cell.width * 0.36).floor())),
        }
        if size >= f64::from(SIGNED - 3) {
            self.sign(cell, state);
        }
    }

    fn radius(&self, cell: PixelRect) -> f64 {
        if cell.width < 6.0 { 0.0 } else { (4.0 * self.ratio).min(cell.width * 0.18) }
    }

    /// An edge with nothing in it; too small for that, the colour of the edge.
    fn hole(&self, cell: PixelRect, colour: &str, width: f64, dashed: bool) {
        if cell.width < 4.0 {
            return self.canvas.fill(colour, cell);
        }
        let width = (width * self.ratio).min(cell.width / 5.0).max(1.0);
        let dash = if dashed { width * 1.3 } else { 0.0 };
        self.canvas.edge(colour, cell.inset(width / 2.0), self.radius(cell), width, dash);
    }

    fn filled(&self, cell: PixelRect, state: State) {
        let Some((_, fill, _)) = self.palette.fills.iter().find(|(of, ..)| *of == state) else { return };
        self.canvas.fill_round(fill, cell, self.radius(cell));
        if state == State::Expiring && cell.width >= 5.0 {
            let step = (7.0 * self.ratio).min(cell.width * 0.45);
            let stripes: Vec<[(f64, f64); 2]> = std::iter::successors(Some(step * 0.6), |at| Some(at + step * 1.4))
                .take_while(|at| *at < 2.0 * cell.width)
                .map(|at| [(cell.x + at, cell.y), (cell.x, cell.y + at)])
                .collect();
            let width = (2.0 * self.ratio).min(cell.width * 0.16);
            self.canvas.inside(cell, self.radius(cell), |canvas| canvas.lines(&self.palette.stripe, width, &stripes));
        }
    }

    /// The sign of a state, where it has one that is not its pattern alone.
    fn sign(&self, cell: PixelRect, state: Option<State>) {
        let ink = |state| {
            let fill = self.palette.fills.iter().find(|(of, ..)| *of == state);
            fill.map_or(&self.palette.muted, |(_, _, ink)| ink)
        };
        match state {
            Some(state @ State::Broken) => {
                // As in the marks of lists, on a field of twelve.
                let unit = cell.width / 18.0;
                let at = |x: f64, y: f64| (cell.x + (x + 3.0) * unit, cell.y + (y + 3.0) * unit);
                let strokes =
                    [[at(2.0, 4.5), at(10.0, 4.5)], [at(2.0, 7.5), at(10.0, 7.5)], [at(8.0, 1.5), at(4.0, 10.5)]];
                self.canvas.lines(ink(state), (1.75 * unit).max(1.0), &strokes);
            }
            Some(state @ (State::Unknown | State::Accepted)) => {
                self.canvas.font(&format!("700 {}px {}", (cell.width * 0.62).round(), self.palette.font));
                let middle = (cell.x + cell.width / 2.0, cell.y + cell.width * 0.53);
                self.canvas.write(ink(state), words::state_sign(state), middle, "center");
            }
            _ => {}
        }
    }
}
