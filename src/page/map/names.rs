//! The names on the map: of departments over their cells, of municipalities over their departments.

use super::stamp::Palette;
use crate::browser::canvas::Canvas;
use crate::engine::view::{MapPart, MapView};
use crate::organisation::value::Language;
use crate::page::plan::{MapPlan, MapWindow};
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
        // First all figures, then all names: changing the font takes time.
        on.font(&format!("400 {letters:.0}px {}", palette.font));
        let mut rooms = Vec::new();
        for at in view.blocks_in(plan, place, side) {
            let (block, (_, held)) = (plan.blocks[at], &self.parts[at]);
            let (x, y) = (f64::from(view.length(block.x) - left), f64::from(view.length(block.y) - top));
            let (y, width) = (y - letters * 0.9, f64::from(block.columns * view.pitch()) - apart / 2.0);
            let taken = on.width_of(held) + apart;
            let both = width > taken + 6.0 * letters;
            if both {
                on.write(&palette.muted, held, (x + width, y), "right");
            }
            rooms.push((at, (x, y), if both { width - taken } else { width }));
        }
        on.font(&format!("600 {letters:.0}px {}", palette.font));
        for (at, place, width) in rooms {
            on.write(&palette.ink, &fitted(on, &self.parts[at].0, width), place, "left");
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
