//! The rules beside each other, and the chart's twin as a table.

use leptos::prelude::*;

use super::Year;
use crate::coverage::forecast::{ForecastStep, GapStep};
use crate::engine::view::{CourseView, ForecastView, PastView};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::page::parts::StepLine;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{finding, forecast, numbers};

/// Says that what falls is named of the largest days only, where that is so, and the way to name the rest.
fn left_out(view: &ForecastView, drops: RwSignal<u32>, language: Language) -> Option<AnyView> {
    let shown = saturating(view.drops.len());
    (shown < view.drop_count).then(|| {
        view! {
            <p class="muted">
                {forecast::left_out(shown, view.drop_count, language)} " "
                <button type="button" class="button no-print" on:click=move |_| drops.set(u32::MAX)>
                    {forecast::name_all(view.drop_count, language)}
                </button>
            </p>
        }
        .into_any()
    })
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
const fn figures(step: ForecastStep) -> (u32, u32) {
    (step.met, step.applicable)
}

/// The chart as a table.
#[component]
pub(super) fn Twin(
    /// The year that is foreseen, once it is known.
    year: Memo<Option<Year>>,
    /// How many drops are named.
    drops: RwSignal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let table = move || {
        let (year, language) = (year.get()?, session.language());
        let (view, steps) = (&year.view, &year.steps);
        let row = |step: &ForecastStep| {
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
            {left_out(view, drops, language)}
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
