//! What falls on which day, the rules beside each other, and the chart's twin as a table.

use leptos::prelude::*;

use super::Year;
use crate::coverage::forecast::GapStep;
use crate::engine::view::{CourseView, DropView, ForecastView, PastView};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::page::parts::{Empty, MoreRows, StepLine};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{finding, forecast, numbers};

/// Days shown of what falls, before the reader asks for more, and how many more then.
const DAYS: (u32, u32) = (10, 1000);

/// What falls, by day. A day can be stood on.
#[component]
pub(super) fn Drops(
    /// The year that is foreseen, once it is known.
    year: Memo<Option<Year>>,
    /// How many drops are asked for.
    drops: RwSignal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let count = RwSignal::new(DAYS.0);
    let drawn = move || {
        let (Year { view, .. }, language) = (year.get()?, session.language());
        if view.drops.is_empty() {
            return Some(view! { <Empty text=forecast::nothing(language) /> }.into_any());
        }
        let from = view.from;
        let days: Vec<&[DropView]> = view.drops.chunk_by(|a, b| a.on == b.on).collect();
        let end = days.len().min(count.get() as usize);
        let (shown, total) = (saturating(end), saturating(days.len()));
        let left_out = (end == days.len()).then(|| left_out(&view, Some(drops), language));
        let days = days[..end].iter().map(|drops| day(session, drops, from, language));
        Some(
            view! {
                <ol class="rows drops" role="list">{days.collect_view()}</ol>
                <MoreRows count shown total step=DAYS.1 language />
                {left_out}
            }
            .into_any(),
        )
    };
    view! {
        <section class="card wide">
            <h2>{move || forecast::drops(session.language())}</h2>
            <p class="lead">{move || forecast::drops_lead(session.language())}</p>
            {drawn}
        </section>
    }
}

/// Says that what falls is named of the largest days only, where that is so, and the way to name the rest.
fn left_out(view: &ForecastView, drops: Option<RwSignal<u32>>, language: Language) -> Option<AnyView> {
    let shown = saturating(view.drops.len());
    let more = drops.map(|drops| {
        view! {
            <button type="button" class="button no-print" on:click=move |_| drops.set(u32::MAX)>
                {forecast::name_all(view.drop_count, language)}
            </button>
        }
    });
    (shown < view.drop_count).then(|| {
        view! { <p class="muted">{forecast::left_out(shown, view.drop_count, language)} " " {more}</p> }.into_any()
    })
}

/// A day with what stops being met on it.
fn day(session: Session, drops: &[DropView], from: Date, language: Language) -> impl IntoView + use<> {
    let on = drops[0].on;
    let here = move || (session.on() == on).then_some("true");
    let rule = |drop: &DropView| {
        view! {
            <li>
                {forecast::drop(drop, language)} " "
                <span class="muted">{forecast::named(drop, language)}</span>
            </li>
        }
    };
    view! {
        <li class="drop" aria-current=here>
            <button type="button" class="drop-day" on:click=move |_| session.look_at(Some(on))>
                {numbers::date_near(on, from, language)}
            </button>
            <ul role="list">{drops.iter().map(rule).collect_view()}</ul>
        </li>
    }
}

/// Every rule with a small chart; the one chosen is the one that is large.
#[component]
pub(super) fn RuleCourses(
    /// The year that is foreseen, once it is known.
    year: Memo<Option<Year>>,
    /// Id of the rule at hand.
    rule: Signal<Option<String>>,
) -> impl IntoView {
    let session = Session::current();
    let rows = move || {
        let (Year { view, .. }, language) = (year.get()?, session.language());
        let last = view.last;
        let row = |course: &&CourseView| {
            let (id, text) = (course.rule.id.clone(), finding::rule_text(&course.rule, language));
            let (first, end) = (*course.steps.first()?, *course.steps.last()?);
            let route = Route::Forecast { rule: Some(id.clone()) };
            let current = move || (rule.get().as_ref() == Some(&id)).then_some("true");
            Some(view! {
                <li class="rule course">
                    <a class="rule-text" href=move || session.href(route.clone()) aria-current=current>
                        {text}
                    </a>
                    <span class="rule-count">{forecast::course(first, end, language)}</span>
                    <StepLine steps=&course.steps last />
                </li>
            })
        };
        // Those that stay as they are lie folded, unless one of them is chosen.
        let changes = |course: &&CourseView| course.steps.windows(2).any(|two| figures(two[0]) != figures(two[1]));
        let (changing, same): (Vec<&CourseView>, Vec<_>) = view.rules.iter().partition(changes);
        let chosen = rule.get();
        let open = same.iter().any(|course| Some(&course.rule.id) == chosen.as_ref());
        let folded = (!same.is_empty()).then(|| {
            view! {
                <details class="fold courses-same" open=open>
                    <summary>{forecast::unchanged(saturating(same.len()), language)}</summary>
                    <ul role="list">{same.iter().filter_map(row).collect_view()}</ul>
                </details>
            }
        });
        Some(view! { <ul role="list">{changing.iter().filter_map(row).collect_view()}</ul> {folded} })
    };
    let all = move || {
        rule.get().map(|_| {
            let href = move || session.href(Route::Forecast { rule: None });
            view! {
                <p>
                    <a href=href>{forecast::all_rules(session.language())}</a>
                </p>
            }
        })
    };
    view! {
        <section class="card narrow">
            <h2>{move || forecast::by_rule(session.language())}</h2>
            <p class="lead">{move || forecast::by_rule_lead(session.language())}</p>
            {all}
            {rows}
        </section>
    }
}

/// What a rule counts on a day.
const fn figures(step: crate::coverage::forecast::ForecastStep) -> (u32, u32) {
    (step.met, step.applicable)
}

/// The chart as a table.
#[component]
pub(super) fn Twin(
    /// The year that is foreseen, once it is known.
    year: Memo<Option<Year>>,
) -> impl IntoView {
    let session = Session::current();
    let table = move || {
        let (year, language) = (year.get()?, session.language());
        let (view, steps) = (&year.view, &year.steps);
        let row = |step: &crate::coverage::forecast::ForecastStep| {
            let falls: Vec<_> = view.drops.iter().filter(|drop| drop.on == step.on).collect();
            let falls: Vec<_> = falls.into_iter().map(|drop| forecast::drop(drop, language)).collect();
            view! {
                <tr>
                    <th scope="row">{numbers::short_date(step.on, language)}</th>
                    <td data-label=forecast::met(language)>{numbers::of(step.met, step.applicable, language)}</td>
                    <td data-label=forecast::share_column(language)>{forecast::share(*step, language)}</td>
                    <td data-label=forecast::gaps_column(language)>
                        {numbers::integer(year.gaps_on(step.on).gaps.into(), language)}
                    </td>
                    <td data-label=forecast::falls(language)>{falls.join(" ")}</td>
                </tr>
            }
        };
        let rows = steps.iter().map(row).collect_view();
        Some(view! {
            <table class="list" aria-label=forecast::table(language)>
                <thead>
                    <tr>
                        <th scope="col">{forecast::day(language)}</th>
                        <th scope="col">{forecast::met(language)}</th>
                        <th scope="col">{forecast::share_column(language)}</th>
                        <th scope="col">{forecast::gaps_column(language)}</th>
                        <th scope="col">{forecast::falls(language)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {left_out(view, None, language)}
        })
    };
    let been = move || {
        let (year, language) = (year.get()?, session.language());
        let past = year.past.filter(|past| past.is_any())?;
        Some(view! {
            <details class="twin-past">
                <summary>{forecast::past_table(language)}</summary>
                {past_table(&past, language)}
            </details>
        })
    };
    view! {
        <section class="card">
            {been}
            <details class="twin">
                <summary>{move || forecast::table(session.language())}</summary>
                {table}
            </details>
        </section>
    }
}

/// The days that have been, as a table.
fn past_table(past: &PastView, language: Language) -> AnyView {
    let met = |day: Date| {
        let after = past.steps.partition_point(|step| step.on <= day);
        past.steps.get(after.saturating_sub(1)).map(|step| numbers::of(step.met, step.applicable, language))
    };
    let row = |step: &GapStep| {
        view! {
            <tr>
                <th scope="row">{numbers::short_date(step.on, language)}</th>
                <td data-label=forecast::met(language)>{met(step.on)}</td>
                <td data-label=forecast::gaps_column(language)>{numbers::integer(step.gaps.into(), language)}</td>
            </tr>
        }
    };
    view! {
        <table class="list" aria-label=forecast::past_table(language)>
            <thead>
                <tr>
                    <th scope="col">{forecast::day(language)}</th>
                    <th scope="col">{forecast::met(language)}</th>
                    <th scope="col">{forecast::gaps_column(language)}</th>
                </tr>
            </thead>
            <tbody>{past.gaps.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
