//! The picture of the year ahead and, as far as the file remembers, of the year that has been: the gaps, day by day, from
//! zero, in bands that lie on each other, with the days on which most falls named at the line.

use chrono::{Datelike, Days, Months};
use leptos::prelude::*;

use super::Year;
use super::bands::{Bands, LargeFall, largest};
use crate::organisation::value::{Date, Language};
use crate::page::parts::plot::{days, share};
use crate::text::{forecast, numbers};

/// Room between two words beside the chart, in hundredths of its height.
const KEY_ROOM: u32 = 13;

/// Days in which every month has room for its name.
const LONG: u32 = 400;

/// Where days and counts are.
#[derive(Clone, Copy)]
struct Plot {
    from: Date,
    days: u32,
    top: u32,
    line: u32,
}

impl Plot {
    fn of(from: Date, last: Date, most: u32) -> Self {
        let sizes = (0..9).flat_map(|power| [1, 2, 5].map(|unit| unit * 10_u32.pow(power)));
        // The words of what falls stand over the line.
        let most = most + most.div_ceil(8).max(1);
        let line = sizes.into_iter().find(|size| most.div_ceil(*size) <= 4).unwrap_or(most);
        Self { from, days: days(from, last).max(1), top: most.div_ceil(line) * line, line }
    }

    fn across(self, day: Date) -> String {
        share(days(self.from, day), self.days)
    }

    fn down(self, count: u32) -> String {
        share(self.top - count.min(self.top), self.top)
    }

    /// Whether the words of a day do not fit to the left of it.
    fn is_early(self, day: Date) -> bool {
        days(self.from, day) * 6 < self.days
    }

    /// Whether the words of a day have room. Where the days that have been are drawn, those of a day close after today
    /// would stand over them: the list under the picture names it.
    fn is_clear(self, day: Date, today: Date) -> bool {
        self.from == today || days(today, day) * 24 > self.days
    }

    /// The day over whose count the words of a day stand.
    fn beside(self, day: Date) -> Date {
        if !self.is_early(day) {
            return day;
        }
        day.checked_add_days(Days::new((self.days / 5).into())).unwrap_or(day)
    }

    /// The edge through counts of days, from the left to the right.
    fn edge(self, counts: &[(Date, u32)]) -> String {
        let point = |(day, count): &(Date, u32)| {
            let (x, y) = (days(self.from, *day), self.top - count.min(&self.top));
            if x == 0 { format!("M0 {y}") } else { format!("H{x}V{y}") }
        };
        let drawn: String = counts.iter().map(point).collect();
        format!("{drawn}H{}", self.days)
    }
}

/// The chart with its words.
#[component]
pub(super) fn YearPicture(
    /// The year.
    year: Year,
    /// Id of the rule at hand.
    rule: Option<String>,
    /// The day one stands on.
    on: Signal<Date>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let view = &year.view;
    let past = year.past.as_deref().filter(|past| past.is_any());
    let bands = StoredValue::new(Bands::of(view, past, rule.as_deref()));
    let plot = Plot::of(year.first(), view.last, bands.with_value(Bands::most));
    let named = largest(view);
    let counts = (0..=plot.top / plot.line).map(|at| at * plot.line).collect::<Vec<_>>();
    let rules = counts.iter().map(|count| {
        let y = plot.down(*count);
        view! { <line class="ahead-rule" x1="0" x2="100%" y1=y.clone() y2=y /> }
    });
    let scale = counts.iter().map(|count| {
        view! { <span style:top=plot.down(*count)>{numbers::integer((*count).into(), language)}</span> }
    });
    // The highest is drawn first, and those below it over it.
    let areas = bands.with_value(|bands| {
        let area = |band: usize| {
            let edge = plot.edge(&bands.stacked(band));
            view! { <path class="band" data-band=band d=format!("{edge}V{}H0Z", plot.top) /> }
        };
        bands.drawn().iter().rev().map(|band| area(*band)).collect_view()
    });
    let line = plot.edge(&bands.with_value(Bands::total));
    // Of two years every third month has room for its name.
    let step = if plot.days > LONG { 3 } else { 1 };
    let months = (0..=24).filter_map(|at| plot.from.with_day(1)?.checked_add_months(Months::new(at)));
    let months = months.filter(|month| *month >= plot.from && *month <= view.last && month.month0() % step == 0);
    let months = months.enumerate().map(|(at, month)| {
        let minor = (at % 3 != 0).then_some("minor");
        view! { <span class=minor style:left=plot.across(month)>{forecast::month(month, language)}</span> }
    });
    let mut ticks: Vec<Date> = view.drops.iter().map(|drop| drop.on).collect();
    ticks.dedup();
    let ticks = ticks.into_iter().map(|day| {
        let x = plot.across(day);
        view! { <line class="fall-tick" x1=x.clone() x2=x y1="100%" y2="98%" /> }
    });
    let count_on = move |day: Date| bands.with_value(|bands| bands.on(day));
    let marks = named.iter().map(|fall| {
        view! { <circle class="ahead-mark" cx=plot.across(fall.on) cy=plot.down(count_on(fall.on)) r="4" /> }
    });
    let leaders = named.iter().filter(|fall| plot.is_early(fall.on)).map(|fall| {
        let (x, from, to) =
            (plot.across(fall.on), plot.down(count_on(fall.on)), plot.down(count_on(plot.beside(fall.on))));
        view! { <line class="fall-leader" x1=x.clone() x2=x y1=from y2=to /> }
    });
    let words = named.iter().map(|fall| said(plot, fall, &count_on, view.from, language));
    let here = move || {
        let (x, y) = (plot.across(on.get()), plot.down(count_on(on.get())));
        view! {
            <line class="stair-cursor" x1=x.clone() x2=x.clone() y1="0" y2="100%" />
            <circle class="stair-here" cx=x cy=y r="5" />
        }
    };
    let keys = bands.with_value(|bands| keys(bands, plot, view.from, language));
    let veil = past.map(|_| {
        let x = plot.across(view.from);
        view! {
            <rect class="past-veil" x="0" y="0" width=x.clone() height="100%" />
            <line class="today-line" x1=x.clone() x2=x y1="0" y2="100%" />
        }
    });
    let today = past.map(|_| {
        view! { <span class="today-said" style:left=plot.across(view.from)>{forecast::today(language)}</span> }
    });
    let chart = match past {
        Some(past) => format!("{} {}", forecast::gaps_chart(view, language), forecast::past_chart(past, language)),
        None => forecast::gaps_chart(view, language),
    };
    view! {
        <div class="year-ahead">
            <div class="ahead-scale" aria-hidden="true">{scale.collect_view()}</div>
            <div class="ahead-plot">
                <svg role="img" aria-label=chart>
                    <svg viewBox=format!("0 0 {} {}", plot.days, plot.top) preserveAspectRatio="none" width="100%" height="100%">
                        {areas}
                        <path class="band-line" d=line />
                    </svg>
                    {veil}
                    {rules.collect_view()}
                    {ticks.collect_view()}
                    {here}
                    {leaders.collect_view()}
                    {marks.collect_view()}
                </svg>
                <div class="falls-said" aria-hidden="true">{today} {words.collect_view()}</div>
            </div>
            {keys}
            <div class="ahead-months" aria-hidden="true">{months.collect_view()}</div>
        </div>
    }
}

/// The days that are named as a list, and what the days that have been are worth: under the chart and what moves along it.
#[component]
pub(super) fn NamedFalls(
    /// The year.
    year: Year,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let view = &year.view;
    let back = year.past.as_deref().map(|past| forecast::looking_back(past, forecast::gaps_now(view), language));
    let named = largest(view);
    let steps = named.iter().map(|fall| {
        view! {
            <li>
                <strong>{head(fall, view.from, language)}</strong>
                " "
                {forecast::drop(fall.largest, language)}
            </li>
        }
    });
    view! {
        <ol class="falls-named" role="list">{steps.collect_view()}</ol>
        {back.map(|back| view! { <p class="muted look-back">{back}</p> })}
    }
}

/// The day and how much falls: `1 juli 2027: 15`.
fn head(fall: &LargeFall<'_>, from: Date, language: Language) -> String {
    let number = numbers::integer(fall.falls.into(), language);
    format!("{}: {number}", numbers::date_near(fall.on, from, language))
}

/// What stands at the line where much falls. The line rises, so there is room to the left over it; at the left edge the
/// words stand over what the line has become where they end. Where there is no room for words, none.
fn said(
    plot: Plot,
    fall: &LargeFall<'_>,
    count_on: &dyn Fn(Date) -> u32,
    from: Date,
    language: Language,
) -> impl IntoView + use<> {
    let at = plot.down(count_on(plot.beside(fall.on)));
    plot.is_clear(fall.on, from).then(|| {
        view! {
            <span class="fall-said" class:early=plot.is_early(fall.on) style:left=plot.across(fall.on) style:top=at>
                {head(fall, from, language)}
            </span>
        }
    })
}

/// The bands by name, beside where they end: how much each is today and then.
fn keys(bands: &Bands, plot: Plot, today: Date, language: Language) -> impl IntoView + use<> {
    let whole = plot.top.max(1);
    let mut least = 0;
    let place = |band: &usize| {
        let (low, high) = bands.ends(*band);
        let middle = (plot.top - u32::midpoint(low, high)) * 100 / whole;
        let at = middle.max(least);
        least = at + KEY_ROOM;
        let (now, then) = bands.figures(*band, today);
        let figures = forecast::now_and_then(now, then, language);
        view! {
            <li style:top=format!("{at}%") data-band=*band>
                <strong>{forecast::band(*band, language)}</strong>
                <span>{figures}</span>
            </li>
        }
    };
    let rows = bands.drawn().iter().rev().map(place).collect_view();
    view! { <ul class="bands" role="list">{rows}</ul> }
}
