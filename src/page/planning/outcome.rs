//! What a plan does: the findings that it mends and makes, and how coverage goes without it and with it.

use std::sync::Arc;

use chrono::Months;
use leptos::prelude::*;

use crate::coverage::forecast::GapStep;
use crate::engine::lens::{FindingFilter, Lens};
use crate::engine::request::{AskForecast, AskInPlan};
use crate::engine::view::{DROPS, FindingRow, PlanView};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::page::parts::{Empty, MoreRows, StateMark};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::travel::plan as said;
use crate::text::travel::review::finding_said;
use crate::text::{forecast, numbers};

/// How many months ahead one sees, and how many lie between two rows.
const MONTHS: u32 = 12;
const BETWEEN: usize = 3;

/// The findings that a plan mends, or that it makes.
#[component]
pub(super) fn PlannedFindings(
    /// What the plan does.
    open: Memo<Option<Arc<PlanView>>>,
    /// How many are shown.
    count: RwSignal<u32>,
    /// Whether it is those that it mends.
    mends: bool,
) -> impl IntoView {
    let session = Session::current();
    let list = move || {
        let (view, language) = (open.get()?, session.language());
        let findings = if mends { &view.gone } else { &view.come };
        if findings.total == 0 {
            return Some(view! { <Empty text=said::no_findings(mends, language)/> }.into_any());
        }
        let line = |(row, unit): &(FindingRow, Option<String>)| {
            let text = finding_said(row, session.on(), language);
            let href = session.link(page_of(row, unit.as_ref(), mends));
            view! {
                <li class="finding">
                    <StateMark state=row.state language sign_only=true/>
                    <span class="finding-what"><a href=href>{text}</a></span>
                </li>
            }
        };
        let (shown, total) = (saturating(findings.rows.len()), findings.total);
        Some(
            view! {
                <ul class="rows" role="list">{findings.rows.iter().map(line).collect_view()}</ul>
                <MoreRows count shown total step=super::STEP language/>
            }
            .into_any(),
        )
    };
    let heading = move || {
        let total = open.get().map_or(0, |view| if mends { view.gone.total } else { view.come.total });
        said::findings(mends, total, session.language())
    };
    view! {
        <section class="card half" id=if mends { "plan-mends" } else { "plan-makes" }>
            <h2>{heading}</h2>
            {list}
        </section>
    }
    .into_any()
}

/// Where a finding leads: one that there is to its page. One that there is with the plan alone has none: it leads to the
/// unit that it is about, or where the plan makes that as well to its rule.
fn page_of(row: &FindingRow, unit: Option<&String>, mends: bool) -> Route {
    match unit {
        _ if mends => Route::Finding { id: row.id.clone() },
        Some(unit) => Route::Unit { id: unit.clone() },
        None => {
            let filter = FindingFilter { rule: Some(row.rule.clone()), ..FindingFilter::default() };
            Route::Coverage { filter, from: 0 }
        }
    }
}

/// What is missing in the months ahead, without the plan and with it.
#[component]
pub(super) fn Ahead(
    /// The text of the plan.
    text: Signal<String>,
) -> impl IntoView {
    let session = Session::current();
    let question = move || AskForecast { lens: Lens::whole(session.on()), months: MONTHS, rule: None, drops: DROPS };
    let without = use_answer(question);
    let with = use_answer(move || AskInPlan { text: text.get(), question: question() });
    let drawn = move || {
        let (without, with, language) = (without.get()?, with.get()?, session.language());
        let from = without.from;
        let days = (0..=MONTHS).step_by(BETWEEN).filter_map(|months| from.checked_add_months(Months::new(months)));
        let rows: Vec<(Date, u32, u32)> =
            days.map(|day| (day, gaps(&without.gaps, day), gaps(&with.gaps, day))).collect();
        let (last, before, after) = *rows.last()?;
        Some(view! {
            <p class="lead">{said::ahead_said(last, before, after, language)}</p>
            {table(&rows, language)}
        })
    };
    view! {
        <section class="card half" id="plan-ahead">
            <h2>{move || said::ahead(session.language())}</h2>
            {drawn}
        </section>
    }
    .into_any()
}

/// How many gaps there are on a day.
fn gaps(steps: &[GapStep], day: Date) -> u32 {
    let after = steps.partition_point(|step| step.on <= day);
    steps.get(after.saturating_sub(1)).map_or(0, |step| step.gaps)
}

fn table(rows: &[(Date, u32, u32)], language: Language) -> AnyView {
    let row = |(day, before, after): &(Date, u32, u32)| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{numbers::short_date(*day, language)}</th>
                <td role="cell" class="number" data-label=said::without(language)>{numbers::integer((*before).into(), language)}</td>
                <td role="cell" class="number" data-label=said::with(language)>{numbers::integer((*after).into(), language)}</td>
            </tr>
        }
    };
    view! {
        <table class="list" role="table" aria-label=said::ahead(language)>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{forecast::day(language)}</th>
                    <th role="columnheader" scope="col" class="number">{said::without(language)}</th>
                    <th role="columnheader" scope="col" class="number">{said::with(language)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
