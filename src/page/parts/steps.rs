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
    let point = |step: &ForecastStep| {
        let (x, y) = (days(step.on), HEIGHT - forecast::parts(*step, HEIGHT));
        if x == 0 { format!("M0 {y}") } else { format!("H{x}V{y}") }
    };
    let line = format!("{}H{width}", steps.iter().map(point).collect::<String>());
    let area = format!("{line}V{HEIGHT}H0Z");
    view! {
        <svg class="stair-small" aria-hidden="true" viewBox=format!("0 0 {width} {HEIGHT}") preserveAspectRatio="none">
            <path class="stair-area" d=area />
            <path class="stair-line" d=line />
        </svg>
    }
}
