//! A rule's course as a small line, for a rule among others: the share that is met, from none to all, a unit a day.

use leptos::prelude::*;

use crate::coverage::forecast::ForecastStep;
use crate::organisation::value::Date;
use crate::text::forecast;

/// The height of the drawing in its own units; the width is a unit a day.
const HEIGHT: u32 = 1000;

/// A small line without words, for a rule among others.
#[component]
pub fn StepLine<'a>(
    /// The steps; at least one.
    steps: &'a [ForecastStep],
    /// The last day of the line.
    last: Date,
) -> impl IntoView + use<> {
    let from = steps.first().map(|step| step.on).unwrap_or_default();
    let days = |day: Date| u32::try_from((day - from).num_days()).unwrap_or_default();
    let width = days(last).max(1);
    let height = |step: &ForecastStep| forecast::parts(*step, HEIGHT);
    let part = |step: &ForecastStep| format!("H{}V{}", days(step.on), HEIGHT - height(step).unwrap_or_default());
    let area = format!("M0 {HEIGHT}{}H{width}V{HEIGHT}Z", steps.iter().map(part).collect::<String>());
    // While nothing is asked, there is no share to draw.
    let ends = steps.iter().skip(1).map(|step| days(step.on)).chain([width]);
    let drawn = steps.iter().zip(ends).filter_map(|(step, end)| Some((days(step.on), HEIGHT - height(step)?, end)));
    let mut at = None;
    let run = |(from, y, end)| {
        let begin = if at.replace(end) == Some(from) { format!("V{y}") } else { format!("M{from} {y}") };
        format!("{begin}H{end}")
    };
    let line = drawn.map(run).collect::<String>();
    view! {
        <svg class="stair-small" aria-hidden="true" viewBox=format!("0 0 {width} {HEIGHT}") preserveAspectRatio="none">
            <path class="stair-area" d=area />
            <path class="stair-line" d=line />
        </svg>
    }
}
