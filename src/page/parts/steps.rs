//! Coverage as a step function of the day, drawn. Lines are stretched to the width there is, words and marks are not:
//! their places are shares of the width.

use chrono::{Datelike, Months};
use leptos::prelude::*;

use crate::coverage::forecast::ForecastStep;
use crate::organisation::value::{Date, Language};
use crate::text::forecast;

/// The height of the drawing in its own units; the width is a unit a day.
const HEIGHT: u32 = 1000;

/// Where days and shares are in a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    from: Date,
    days: u32,
    /// Hundredths at the bottom, and from line to line; at the top there are a hundred.
    low: u32,
    line: u32,
}

impl Frame {
    /// From the first step through a day, with room below the lowest of them.
    pub fn of(steps: &[ForecastStep], from: Date, last: Date) -> Self {
        let lowest = steps.iter().map(|step| forecast::parts(*step, 100)).min().unwrap_or_default();
        let line = if lowest >= 65 { 10 } else { 20 };
        let low = lowest.saturating_sub(line / 4) / line * line;
        Self { from, days: days(from, last).max(1), low, line }
    }

    /// Where a day is, in ten thousandths of the width.
    fn across(self, day: Date) -> u32 {
        days(self.from, day) * 10_000 / self.days
    }

    /// How far below the top a number of hundredths is.
    fn down(self, hundredths: u32) -> u32 {
        (100 - hundredths) * HEIGHT / (100 - self.low)
    }

    /// How far below the top a step is; a single subject of many still makes a step.
    fn depth(self, step: &ForecastStep) -> u32 {
        (10_000 - forecast::parts(*step, 10_000)) * HEIGHT / (10_000 - self.low * 100)
    }

    /// The line through the steps, from the left edge to the right.
    fn path(self, steps: &[ForecastStep]) -> String {
        let point = |step: &ForecastStep| {
            let (x, y) = (days(self.from, step.on), self.depth(step));
            if x == 0 { format!("M0 {y}") } else { format!("H{x}V{y}") }
        };
        let drawn: String = steps.iter().map(point).collect();
        format!("{drawn}H{}", self.days)
    }
}

fn days(from: Date, day: Date) -> u32 {
    u32::try_from((day - from).num_days()).unwrap_or_default()
}

/// Hundredths of something as CSS and SVG write a share: `12.34%`.
fn part(ten_thousandths: u32) -> String {
    format!("{}.{:02}%", ten_thousandths / 100, ten_thousandths % 100)
}

/// A day pointed out on the line.
pub type DayMark = (Date, String);

/// The chart: the line, the months, the shares, and marks where something falls.
#[component]
pub fn StepChart<'a>(
    /// The steps; at least one.
    steps: &'a [ForecastStep],
    /// The last day of the chart.
    last: Date,
    /// Days pointed out, with what stands in their mark, if anything.
    #[prop(optional)]
    marks: Vec<DayMark>,
    /// The day one stands on.
    #[prop(optional_no_strip)]
    cursor: Option<Signal<Date>>,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let from = steps.first().map(|step| step.on).unwrap_or_default();
    let frame = Frame::of(steps, from, last);
    let line = frame.path(steps);
    let area = format!("{line}V{HEIGHT}H0Z");
    let on = {
        let steps = steps.to_vec();
        move |day: Date| {
            let after = steps.partition_point(|step| step.on <= day);
            steps.get(after.saturating_sub(1)).map_or(0, |step| frame.depth(step))
        }
    };
    let mark = |(day, label): DayMark| {
        let (x, y) = (part(frame.across(day)), part(on(day) * 10));
        let wide = if label.is_empty() { "4" } else { "10" };
        let circle = view! { <circle class="stair-mark" cx=x.clone() cy=y.clone() r=wide /> };
        let number =
            (!label.is_empty()).then(|| view! { <text class="stair-number" x=x y=y dy="0.35em">{label}</text> });
        (circle, number)
    };
    let marks = marks.into_iter().map(mark).collect_view();
    let lines = (0..).map(|at| 100 - at * frame.line).take_while(|share| *share > frame.low && *share <= 100);
    let lines: Vec<u32> = lines.chain([frame.low]).collect();
    let rules = lines.iter().map(|share| {
        let y = part(frame.down(*share) * 10);
        view! { <line class="stair-rule" x1="0" x2="100%" y1=y.clone() y2=y.clone() /> }
    });
    let shares = lines.iter().map(|share| {
        view! { <span style:top=part(frame.down(*share) * 10)>{forecast::hundredths(*share, language)}</span> }
    });
    let months = (0..=12).filter_map(|at| from.with_day(1)?.checked_add_months(Months::new(at)));
    let months = months.filter(|month| *month >= from && *month <= last).map(|month| {
        let minor = (month.month0() % 3 != 0).then_some("minor");
        view! { <span class=minor style:left=part(frame.across(month))>{forecast::month(month, language)}</span> }
    });
    let standing = cursor.map(|cursor| {
        let x = move || part(frame.across(cursor.get()));
        let y = move || part(on(cursor.get()) * 10);
        view! {
            <line class="stair-cursor" x1=x x2=x y1="0" y2="100%" />
            <circle class="stair-here" cx=x cy=y r="6" />
        }
    });
    view! {
        <div class="stair">
            <div class="stair-shares" aria-hidden="true">{shares.collect_view()}</div>
            <svg class="stair-plot" role="img" aria-label=forecast::chart(steps, last, language)>
                {rules.collect_view()}
                <svg viewBox=format!("0 0 {} {HEIGHT}", frame.days) preserveAspectRatio="none" width="100%" height="100%">
                    <path class="stair-area" d=area />
                    <path class="stair-line" d=line />
                </svg>
                {standing}
                {marks}
            </svg>
            <div class="stair-months" aria-hidden="true">{months.collect_view()}</div>
        </div>
    }
}

/// A small line without words, for a rule among others.
#[component]
pub fn StepLine<'a>(
    /// The steps; at least one.
    steps: &'a [ForecastStep],
    /// The last day of the step.
    last: Date,
) -> impl IntoView + use<> {
    let from = steps.first().map(|step| step.on).unwrap_or_default();
    let frame = Frame { low: 0, ..Frame::of(steps, from, last) };
    let line = frame.path(steps);
    let area = format!("{line}V{HEIGHT}H0Z");
    view! {
        <svg class="stair-small" aria-hidden="true" viewBox=format!("0 0 {} {HEIGHT}", frame.days) preserveAspectRatio="none">
            <path class="stair-area" d=area />
            <path class="stair-line" d=line />
        </svg>
    }
}
