//! The strip: twelve months beside each other, under each how many duties of every kind it has, and over it how many in all
//! as a bar from zero. Everything in it is in the list as well.

use chrono::Datelike;
use leptos::prelude::*;

use crate::engine::view::YearView;
use crate::organisation::value::{Date, Language};
use crate::text::numbers;
use crate::text::year as said;

/// The strip. `chosen` is the month that is opened, from 1; `href` where each month leads.
pub(super) fn strip(
    year: &YearView,
    on: Date,
    chosen: Option<u32>,
    language: Language,
    href: &dyn Fn(u32) -> String,
) -> AnyView {
    let most = year.months.iter().map(said::count_all).max().unwrap_or_default().max(1);
    let head = |at: usize| {
        let (first, month) = (said::month_at(year, at), &year.months[at]);
        let is_now = (first.year(), first.month()) == (on.year(), on.month());
        let count = said::count_all(month);
        let height = format!("{}%", count * 100 / most);
        let year_of = (at == 0 || first.month() == 1).then(|| first.year().to_string());
        view! {
            <th role="columnheader" scope="col">
                <a
                    class="year-month"
                    class:year-now=is_now
                    href=href(first.month())
                    aria-current=(chosen == Some(first.month())).then_some("true")
                >
                    <span class="visually-hidden">{said::month_said(year, at, language)}</span>
                    <span class="year-bar" aria-hidden="true">
                        <strong>{numbers::integer(count.into(), language)}</strong>
                        <span style:block-size=height></span>
                    </span>
                    <span aria-hidden="true">{numbers::short_month(first, language)}</span>
                    <span class="year-of" aria-hidden="true">{year_of}</span>
                </a>
            </th>
        }
    };
    let heads = (0..year.months.len()).map(head).collect_view();
    let row = |(kinds, names): &(&[crate::engine::view::DutyKind], [&'static str; 2])| {
        let counts: Vec<u32> = year.months.iter().map(|month| said::count(month, kinds)).collect();
        let all: u32 = counts.iter().sum();
        let cell = |count: &u32| {
            let level = match count {
                0 => "none",
                1..=4 => "few",
                5..=9 => "some",
                _ => "many",
            };
            let number = (*count > 0).then(|| numbers::integer((*count).into(), language));
            view! { <td role="cell" data-level=level>{number.unwrap_or_else(|| "–".to_owned())}</td> }
        };
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">
                    {said::ring(*names, language)} " " <span class="muted">{numbers::integer(all.into(), language)}</span>
                </th>
                {counts.iter().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <table class="year-strip" role="table" aria-label=said::strip(language)>
            <thead role="rowgroup">
                <tr role="row"><td role="cell"></td> {heads}</tr>
            </thead>
            <tbody role="rowgroup">{said::RINGS.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
