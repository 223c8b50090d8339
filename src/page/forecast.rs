//! The forecast: how coverage goes if nobody does anything, a day to stand on, and what falls as a list to work from.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod bands;
mod course;
mod picture;
mod prolong;
mod scrub;
mod work;

use std::sync::Arc;

use chrono::Months;
use leptos::prelude::*;

use self::course::{RuleCourses, Twin};
use self::picture::{NamedFalls, YearPicture};
use self::scrub::Scrub;
use self::work::Work;
use super::code::fetched;
use super::parts::{Hero, Reminders, SelectField, for_each_file};
use super::route::Route;
use super::session::{Session, use_answer, use_part, use_title};
use crate::coverage::forecast::{ForecastStep, GapStep};
use crate::engine::lens::Lens;
use crate::engine::request::{AskForecast, AskPast};
use crate::engine::view::{DROPS, ForecastView, PastView, RemindedOf};
use crate::organisation::value::Date;
use crate::text::{finding, forecast};

fetched!(forecast, |_| {
    let rule = use_part(|route| match route {
        Route::Forecast { rule } => Some(rule),
        _ => None,
    });
    view! { <Forecast rule /> }.into_any()
});

/// How many months ahead one sees.
const MONTHS: u32 = 12;

/// The page of the forecast: what stops being met in the months ahead.
#[component]
fn Forecast(
    /// Id of the rule it is about; absent for all.
    rule: Signal<Option<String>>,
) -> impl IntoView {
    let session = Session::current();
    use_title(move || forecast::title(session.language()).to_owned());
    // The year begins on the file's day, and stays there while one stands on a day of it.
    let from = Memo::new(move |_| {
        let (file, on) = (session.default_day(), session.on());
        let last = file.checked_add_months(Months::new(MONTHS)).unwrap_or(Date::MAX);
        if (file..=last).contains(&on) { file } else { on }
    });
    // How much of what falls is named: the largest at first.
    let drops = RwSignal::new(DROPS);
    let reply = use_answer(move || {
        let lens = Lens { on: from.get(), within: session.within() };
        AskForecast { lens, months: MONTHS, rule: rule.get(), drops: drops.get() }
    });
    let past = use_answer(move || {
        let lens = Lens { on: from.get(), within: session.within() };
        AskPast { lens, rule: rule.get() }
    });
    let year = Memo::new(move |_| {
        let past = past.get();
        reply.get().map(|view: Arc<ForecastView>| Year::new(&view, past, rule.get().as_deref()))
    });
    // Where the scrubber is while it is being moved; then the day of the page follows.
    let moved = RwSignal::new(None::<Date>);
    let on = Signal::derive(move || moved.get().unwrap_or_else(|| session.on()));
    let hero = move || {
        let (year, language) = (year.get()?, session.language());
        let verdict = forecast::verdict(&year.view, language);
        let after = forecast::summary(&year.view, language);
        Some(view! { <Hero over=forecast::over(&year.view, language) verdict after /> })
    };
    let choices = Signal::derive(move || {
        let language = session.language();
        let rules = year.get().map(|year| year.view.rules.clone()).unwrap_or_default();
        let all = (String::new(), forecast::all_rules(language).to_owned());
        let one = rules.into_iter().map(|of| (of.rule.id.clone(), finding::rule_text(&of.rule, language)));
        std::iter::once(all).chain(one).collect()
    });
    let drawn = move || year.get().filter(|year| year.view.is_asked).map(|year| (year, session.language()));
    let chart = move || drawn().map(|(year, language)| view! { <YearPicture year rule=rule.get() on language /> });
    let falls = move || drawn().map(|(year, language)| view! { <NamedFalls year language /> });
    view! {
        {hero}
        <div class="grid">
            <section class="card">
                <h2>{move || forecast::heading(session.language())}</h2>
                <p class="lead">{move || forecast::lead(session.language())}</p>
                <div class="fields">
                    <SelectField
                        label=Signal::derive(move || forecast::rule(session.language()).to_owned())
                        choices
                        chosen=Signal::derive(move || rule.get().unwrap_or_default())
                        choose=move |id| session.go(Route::Forecast { rule: Some(id).filter(|id| !id.is_empty()) })
                    />
                </div>
                {chart}
                <Scrub year on moved />
                {falls}
            </section>
            {for_each_file(move || view! { <Work rule /> }.into_any())}
            <RuleCourses year rule />
            <Reminders of=RemindedOf::Posts />
            <Twin year drops />
        </div>
    }
}

/// The year as the page shows it.
#[derive(Debug, Clone, PartialEq)]
struct Year {
    view: Arc<ForecastView>,
    /// The year before, once it is known.
    past: Option<Arc<PastView>>,
    /// The steps of the rule at hand, or of all.
    steps: Vec<ForecastStep>,
}

impl Year {
    fn new(view: &Arc<ForecastView>, past: Option<Arc<PastView>>, rule: Option<&str>) -> Self {
        // What is looked back at from another day is not of this year.
        let past = past.filter(|past| past.on == view.from);
        let course = view.rules.iter().find(|course| Some(course.rule.id.as_str()) == rule);
        Self { view: Arc::clone(view), past, steps: course.map_or(&view.total, |course| &course.steps).clone() }
    }

    /// The first day of the picture.
    fn first(&self) -> Date {
        self.past.as_ref().map_or(self.view.from, |past| past.from)
    }

    /// The figures on a day of the year.
    fn on(&self, day: Date) -> ForecastStep {
        let after = self.steps.partition_point(|step| step.on <= day);
        let step = self.steps.get(after.saturating_sub(1)).copied();
        step.map_or(ForecastStep { on: day, applicable: 0, met: 0 }, |step| ForecastStep { on: day, ..step })
    }

    /// What is not met on a day of the year.
    fn gaps_on(&self, day: Date) -> GapStep {
        let after = self.view.gaps.partition_point(|step| step.on <= day);
        let step = self.view.gaps.get(after.saturating_sub(1)).copied();
        GapStep { on: day, ..step.unwrap_or(GapStep { on: day, gaps: 0, unknown: 0, accepted: 0 }) }
    }
}
