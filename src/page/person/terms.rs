//! A person's posts along the years: a bar each, filled while it is held, hatched where it soon ends, an outline where it is
//! over or to come. The list under it says the same in words.

use chrono::{Datelike, Months};
use leptos::prelude::*;

use crate::engine::view::{PersonPost, PostState};
use crate::organisation::value::{Date, Language};
use crate::text::{numbers, people as said, words};

/// Months before the day and after it that are shown, at most.
const SPAN: (u32, u32) = (36, 36);

/// Months after the day that are shown at least.
const AHEAD: u32 = 12;

/// Posts drawn, at most.
const MOST: usize = 8;

/// From which day to which the bars are drawn.
#[derive(Clone, Copy)]
struct Span {
    from: Date,
    last: Date,
}

impl Span {
    fn of(posts: &[&PersonPost], on: Date) -> Option<Self> {
        let (before, after) =
            (on.checked_sub_months(Months::new(SPAN.0))?, on.checked_add_months(Months::new(SPAN.1))?);
        let from = posts.iter().filter_map(|it| it.post.from).min().unwrap_or(before);
        let last = posts.iter().filter_map(|it| it.post.until).max().unwrap_or(on);
        let shown = on.checked_add_months(Months::new(AHEAD))?;
        let from = from.clamp(before, on);
        Some(Self { from: from.with_day(1)?, last: last.max(shown).min(after) })
    }

    /// How far from the left a day is, in hundredths of the whole, as CSS writes a share.
    fn at(self, day: Date) -> String {
        percent(self.parts(day))
    }

    fn parts(self, day: Date) -> i64 {
        let all = (self.last - self.from).num_days().max(1);
        ((day - self.from).num_days() * 10_000 / all).clamp(0, 10_000)
    }
}

fn percent(parts: i64) -> String {
    format!("{}.{:02}%", parts / 100, parts % 100)
}

/// The bars of the posts that are not long past; nothing where there are none.
pub(super) fn terms(posts: &[PersonPost], on: Date, language: Language) -> Option<AnyView> {
    let before = on.checked_sub_months(Months::new(SPAN.0))?;
    let shown: Vec<&PersonPost> =
        posts.iter().filter(|it| it.post.until.is_none_or(|until| until > before)).take(MOST).collect();
    let span = Span::of(&shown, on).filter(|_| !shown.is_empty())?;
    let years = (span.from.year() + 1..=span.last.year()).filter_map(|year| Date::from_ymd_opt(year, 1, 1));
    let years: Vec<Date> = years.collect();
    let marks = years.iter().map(|day| view! { <span style:left=span.at(*day)>{day.year().to_string()}</span> });
    let lines = || years.iter().map(|day| view! { <i style:left=span.at(*day)></i> }).collect_view();
    let rows = shown.iter().map(|it| row(it, span, on, lines().into_any(), language)).collect_view();
    let label = said::terms_picture(shown.len(), posts.len(), language);
    // What is drawn is told where it is not all there is.
    let not_drawn = (shown.len() < posts.len())
        .then(|| view! { <p class="muted">{said::terms_drawn(shown.len(), posts.len(), language)}</p> });
    Some(
        view! {
            <div class="terms" role="img" aria-label=label>
                <div class="terms-years">{marks.collect_view()}</div>
                {rows}
                <div class="terms-today">
                    <span style:left=span.at(on)>{said::today(language)}</span>
                </div>
            </div>
            {not_drawn}
        }
        .into_any(),
    )
}

/// One post: what it is called, its bar, and the day it ends.
fn row(it: &PersonPost, span: Span, on: Date, lines: AnyView, language: Language) -> impl IntoView + use<> {
    let post = &it.post;
    let role = numbers::capital(&words::role(&post.role, post.role_name.as_ref(), Some(it.unit.kind), language));
    let from = span.parts(post.from.unwrap_or(span.from));
    let until = span.parts(post.until.unwrap_or(span.last));
    let state = match post.state {
        PostState::Current if said::ends_soon(post, on) => "expiring",
        PostState::Current => "met",
        PostState::Coming | PostState::Ended | PostState::Vacant => "idle",
    };
    let ends = post.until.map(|until| numbers::short_date(until, language));
    // Beside its bar where there is room, else on it.
    let is_late = until > 7_000;
    view! {
        <div class="terms-row">
            <span class="terms-what">{role} <span class="muted">{it.unit.name.say(language).to_owned()}</span></span>
            <span class="terms-track">
                {lines}
                <span class="terms-bar" data-term=state style:left=percent(from) style:width=percent((until - from).max(100))></span>
                <span class="terms-end" class:late=is_late style:left=percent(until)>{ends}</span>
                <b style:left=span.at(on)></b>
            </span>
        </div>
    }
}
