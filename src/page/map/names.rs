//! The names on the map: of departments over their cells, of municipalities over their departments.

use super::stamp::Palette;
use crate::browser::canvas::Canvas;
use crate::engine::view::{MapPart, MapView};
use crate::organisation::value::Language;
use crate::page::plan::{LINE, MapPlan, MapWindow};
use crate::text::{map, numbers};

/// The smallest letters that are written, and the largest, in CSS pixels.
const SMALLEST: f64 = 9.0;
const LARGEST: f64 = 13.0;

/// What is written over the blocks of a plan, and over its sections.
pub(super) struct BlockNames {
    parts: Vec<(String, String)>,
    municipalities: Vec<String>,
}

impl BlockNames {
    pub(super) fn new(view: &MapView, language: Language) -> Self {
        let part = |part: &MapPart| {
            let held = part.tally.held();
            (map::department(part, language), numbers::of(held, part.tally.applicable, language))
        };
        let sections = view.parts.chunk_by(|a, b| a.municipality == b.municipality);
        let name = |section: &[MapPart]| {
            let unit = section.first().and_then(|part| part.municipality.as_ref());
            unit.map_or_else(String::new, |unit| unit.name.say(language).to_owned())
        };
        Self { parts: view.parts.iter().map(part).collect(), municipalities: sections.map(name).collect() }
    }

    /// How wide each name of a department is in one line, in CSS pixels.
    #[allow(clippy::cast_possible_truncation, reason = "the width of a name")]
    pub(super) fn widths(&self, on: &Canvas, palette: &Palette) -> Vec<i32> {
        on.font(&format!("600 {LARGEST:.0}px {}", palette.font));
        self.parts.iter().map(|(name, _)| on.width_of(name).ceil() as i32).collect()
    }

    /// Whether the names are the same, whatever the figures.
    pub(super) fn same_names(&self, other: &Self) -> bool {
        self.parts.iter().map(|(name, _)| name).eq(other.parts.iter().map(|(name, _)| name))
    }

    /// Writes those that are on a picture of a side, its corner at a place of the plan, where they can be read.
    pub(super) fn write(
        &self,
        on: &Canvas,
        plan: &MapPlan,
        view: &MapWindow,
        palette: &Palette,
        place: (i32, i32),
        side: i32,
    ) {
        let (left, top) = place;
        let header = f64::from(view.length(plan.header));
        let letters = (header * 0.62 / view.ratio).min(LARGEST) * view.ratio;
        if letters < SMALLEST * view.ratio {
            return;
        }
        let apart = 8.0 * view.ratio;
        let line = f64::from(LINE) * view.ratio;
        // First all figures, then all names: changing the font takes time.
        on.font(&format!("400 {letters:.0}px {}", palette.font));
        let mut rooms = Vec::new();
        for at in view.blocks_in(plan, place, side) {
            let (block, (_, held)) = (plan.blocks[at], &self.parts[at]);
            let (x, y) = (f64::from(view.length(block.x) - left), f64::from(view.length(block.y) - top));
            let (y, width) = (y - letters * 0.9, f64::from(block.columns * view.pitch()) - apart / 2.0);
            if plan.lines > 0 {
                on.write(&palette.muted, held, (x, y), "left");
                rooms.push((at, (x, y - line), width));
                continue;
            }
            let taken = on.width_of(held) + apart;
            let both = width > taken + 6.0 * letters;
            if both {
                on.write(&palette.muted, held, (x + width, y), "right");
            }
            rooms.push((at, (x, y), if both { width - taken } else { width }));
        }
        on.font(&format!("600 {letters:.0}px {}", palette.font));
        for (at, (x, y), width) in rooms {
            let name = &self.parts[at].0;
            // The last line stands over the figure, those before it over that.
            let lines =
                if plan.lines > 0 { wrapped(on, name, width, plan.lines) } else { vec![fitted(on, name, width)] };
            for (above, text) in lines.iter().rev().enumerate() {
                let up = line * f64::from(u32::try_from(above).unwrap_or_default());
                on.write(&palette.ink, text, (x, y - up), "left");
            }
        }
        let letters = f64::from(view.pitch()).min(16.0 * view.ratio);
        on.font(&format!("640 {letters:.0}px {}", palette.font));
        for title in &plan.titles {
            let (x, y) = (view.length(title.x) - left, view.length(title.y) - top);
            let width = f64::from(view.length(title.width));
            if x < side && y < side && f64::from(x) + width > 0.0 && f64::from(y) + 2.0 * letters > 0.0 {
                let name = fitted(on, &self.municipalities[title.section], width);
                on.write(&palette.ink, &name, (x.into(), f64::from(y) + letters * 0.7), "left");
            }
        }
    }
}

/// A text in as many lines as it takes, broken between words; the last of the lines there is room for holds the rest.
fn wrapped(on: &Canvas, text: &str, width: f64, most: i32) -> Vec<String> {
    let most = usize::try_from(most).unwrap_or(1);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let joined = if lines[last].is_empty() { word.to_owned() } else { format!("{} {word}", lines[last]) };
        if lines[last].is_empty() || lines.len() == most || on.width_of(&joined) <= width {
            lines[last] = joined;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.into_iter().map(|line| fitted(on, &line, width)).collect()
}

/// A text cut so that it is no wider.
fn fitted(on: &Canvas, text: &str, width: f64) -> String {
    if on.width_of(text) <= width {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |count: usize| letters[..count].iter().collect::<String>().trim_end().to_owned() + "…";
    let counts: Vec<usize> = (0..letters.len()).collect();
    let fitting = counts.partition_point(|count| on.width_of(&cut(*count)) <= width);
    if fitting < 2 { String::new() } else { cut(fitting - 1) }
}
