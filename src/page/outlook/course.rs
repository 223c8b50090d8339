//! How it goes if nobody does anything: how many gaps there are, day by day, from zero, with the
//! days on which most falls named at the line.

use chrono::{Datelike, Months};
use leptos::prelude::*;

use crate::coverage::forecast::GapStep;
use crate::engine::view::{DropView, ForecastView};
use crate::organisation::sort;
use crate::organisation::value::{Date, Language};
use crate::page::parts::Empty;
use crate::page::parts::plot::{days, share};
use crate::page::route::Route;
use crate::page::session::{AnswerSignal, Session};
use crate::text::{forecast, numbers};

/// Days that the course names, at most.
const NAMED: usize = 2;

/// Days between two that are named, so that their words stand apart.
const APART: i64 = 75;

/// The year ahead, once it is known.
#[component]
pub(super) fn Ahead(
    /// The forecast as the engine answered it.
    ahead: AnswerSignal<ForecastView>,
) -> impl IntoView {
    let session = Session::current();
    let drawn = move || {
        let (view, language) = (ahead.get()?, session.language());
        Some(drawn(&view, language))
    };
    view! {
        <section class="card overview-ahead">
            <div class="card-head">
                <h2>{move || forecast::heading(session.language())}</h2>
                <a href=move || session.href(Route::Forecast { rule: None })>{move || forecast::more(session.language())}</a>
            </div>
            {drawn}
        </section>
    }
}

fn drawn(view: &ForecastView, language: Language) -> AnyView {
    if view.turns.appear == 0 {
        return view! { <Empty text=forecast::nothing_falls(view, language) /> }.into_any();
    }
    let steps = largest(view);
    let item = |step: &LargeStep<'_>| {
        view! {
            <li>
                <strong>{step.head(view.from, language)}</strong>
                " "
                {forecast::drop(step.largest, language)}
            </li>
        }
    };
    view! {
        <p class="lead">{forecast::gaps_lead(view, language)}</p>
        {chart(view, &steps, language)}
        <ol class="ahead-steps" role="list">{steps.iter().map(item).collect_view()}</ol>
    }
    .into_any()
}

/// A day on which much falls.
struct LargeStep<'v> {
    on: Date,
    falls: u32,
    largest: &'v DropView,
}

impl LargeStep<'_> {
    /// The day and how much falls: `1 juli 2027: 15`.
    fn head(&self, from: Date, language: Language) -> String {
        let number = numbers::integer(self.falls.into(), language);
        format!("{}: {number}", numbers::date_near(self.on, from, language))
    }
}

/// The days on which most falls, those that stand apart, by day.
fn largest(view: &ForecastView) -> Vec<LargeStep<'_>> {
    let of_day = |drops: &'_ [DropView]| drops.iter().map(|drop| drop.rule.tally.gaps()).sum::<u32>();
    let days = view.drops.chunk_by(|a, b| a.on == b.on);
    let mut steps: Vec<LargeStep<'_>> = days
        .filter_map(|drops| {
            let largest = drops.iter().max_by_key(|drop| drop.rule.tally.gaps())?;
            Some(LargeStep { on: largest.on, falls: of_day(drops), largest })
        })
        .filter(|step| step.falls > 0)
        .collect();
    sort::by_key(&mut steps, |step| (std::cmp::Reverse(step.falls), step.on));
    let mut named: Vec<LargeStep<'_>> = Vec::new();
    for step in steps {
        let stands_apart = named.iter().all(|other| (other.on - step.on).num_days().abs() >= APART);
        if named.len() < NAMED && stands_apart {
            named.push(step);
        }
    }
    sort::by_key(&mut named, |step| step.on);
    named
}

/// Where days and counts are in the chart.
#[derive(Clone, Copy)]
struct Plot {
    from: Date,
    days: u32,
    top: u32,
    line: u32,
}

impl Plot {
    fn of(view: &ForecastView) -> Self {
        let most = view.gaps.iter().map(|step| step.gaps).max().unwrap_or_default().max(1);
        let sizes = (0..9).flat_map(|power| [1, 2, 5].map(|unit| unit * 10_u32.pow(power)));
        let line = sizes.into_iter().find(|size| most.div_ceil(*size) <= 4).unwrap_or(most);
        Self { from: view.from, days: days(view.from, view.last).max(1), top: most.div_ceil(line) * line, line }
    }

    /// How far from the left a day is, as CSS and SVG write a share.
    fn across(self, day: Date) -> String {
        share(days(self.from, day), self.days)
    }

    /// How far from the top a count is.
    fn down(self, count: u32) -> String {
        share(self.top - count.min(self.top), self.top)
    }

    /// The line through the steps, from the left edge to the right: a unit a day, a unit a count.
    fn path(self, steps: &[GapStep]) -> String {
        let point = |step: &GapStep| {
            let (x, y) = (days(self.from, step.on), self.top - step.gaps);
            if x == 0 { format!("M0 {y}") } else { format!("H{x}V{y}") }
        };
        let drawn: String = steps.iter().map(point).collect();
        format!("{drawn}H{}", self.days)
    }
}

/// The chart with its words.
fn chart(view: &ForecastView, named: &[LargeStep<'_>], language: Language) -> impl IntoView + use<> {
    let plot = Plot::of(view);
    let line = plot.path(&view.gaps);
    let area = format!("{line}V{0}H0Z", plot.top);
    let on = |day: Date| {
        let after = view.gaps.partition_point(|step| step.on <= day);
        view.gaps.get(after.saturating_sub(1)).map_or(0, |step| step.gaps)
    };
    let counts: Vec<u32> = (0..=plot.top / plot.line).map(|at| at * plot.line).collect();
    let rules = counts.iter().map(|count| {
        let y = plot.down(*count);
        view! { <line class="ahead-rule" x1="0" x2="100%" y1=y.clone() y2=y /> }
    });
    let scale = counts.iter().map(|count| {
        let at = plot.down(*count);
        view! { <span style:top=at>{numbers::integer((*count).into(), language)}</span> }
    });
    let months = (0..=12).filter_map(|at| view.from.with_day(1)?.checked_add_months(Months::new(at)));
    let months =
        months.filter(|month| *month >= view.from && *month <= view.last && month.month0() % 2 == 1).map(|month| {
            view! { <span style:left=plot.across(month)>{numbers::short_month(month, language)}</span> }
        });
    let circles = named.iter().map(|step| {
        view! { <circle class="ahead-mark" cx=plot.across(step.on) cy=plot.down(on(step.on)) r="4" /> }
    });
    // The line rises, so there is room over what comes late and under what comes early.
    let words = named.iter().map(|step| {
        let late = days(view.from, step.on) * 2 > plot.days;
        let head = view! { <strong>{step.head(view.from, language)}</strong> };
        view! {
            <span class="ahead-said" class:late=late style:left=plot.across(step.on) style:top=plot.down(on(step.on))>
                {head}
            </span>
        }
    });
    // The line leaves its first count upwards, so there is room under it, but for what is near the foot of the chart.
    let (now, then) = (forecast::gaps_now(view), forecast::gaps_then(view));
    let low = now * 5 < plot.top;
    view! {
        <div class="ahead">
            <div class="ahead-scale" aria-hidden="true">{scale.collect_view()}</div>
            <div class="ahead-plot">
                <svg role="img" aria-label=forecast::gaps_chart(view, language)>
                    {rules.collect_view()}
                    <svg viewBox=format!("0 0 {} {}", plot.days, plot.top) preserveAspectRatio="none" width="100%" height="100%">
                        <path class="ahead-area" d=area />
                        <path class="ahead-line" d=line />
                    </svg>
                    {circles.collect_view()}
                </svg>
                <span class="ahead-now" class:low=low aria-hidden="true" style:top=plot.down(now)>
                    <strong>{numbers::integer(now.into(), language)}</strong>
                    " "
                    {forecast::today(language)}
                </span>
                <div aria-hidden="true">{words.collect_view()}</div>
            </div>
            <div class="ahead-then" aria-hidden="true">
                <strong style:top=plot.down(then)>{numbers::integer(then.into(), language)}</strong>
            </div>
            <div class="ahead-months" aria-hidden="true">{months.collect_view()}</div>
        </div>
    }
}
