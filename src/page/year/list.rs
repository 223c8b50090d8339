//! The list under the strip: the months, in each its duties by day, many of a kind on a day behind one line.

use chrono::Datelike;
use leptos::prelude::*;

use crate::engine::lens::TrainingFilter;
use crate::engine::view::{DueRow, DutyGroup, DutyView, MonthView, YearView};
use crate::organisation::ListName;
use crate::organisation::sort;
use crate::organisation::value::{Date, Language};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::Empty;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::draft::named;
use crate::text::numbers;
use crate::text::year as said;

/// The most duties of a kind that a day shows without being asked.
const FEW: usize = 3;

/// The duties of the year, or of one month of it.
pub(super) fn list(year: &YearView, chosen: Option<u32>, on: Date, language: Language) -> AnyView {
    let months = year.months.iter().enumerate().map(|(at, month)| (said::month_at(year, at), month));
    let wanted = |(first, month): &(Date, &MonthView)| match chosen {
        Some(chosen) => first.month() == chosen,
        None => !month.groups.is_empty(),
    };
    let months: Vec<_> = months.filter(wanted).collect();
    if months.is_empty() {
        return view! { <Empty text=said::nothing_due(Session::current().within().is_some(), language)/> }.into_any();
    }
    let one = |(first, month)| month_section(first, month, chosen.is_some(), on, language);
    view! { <div class="months">{months.into_iter().map(one).collect_view()}</div> }.into_any()
}

/// A month. Alone it is shown in full.
fn month_section(first: Date, month: &MonthView, alone: bool, on: Date, language: Language) -> impl IntoView + use<> {
    let name = numbers::capital(&numbers::month_and_year(first, language));
    let number = numbers::integer(said::count_all(month).into(), language);
    let days = by_day(month).iter().map(|each| group(each, alone, on, language)).collect_view();
    let more = month.groups.iter().filter_map(|group| {
        let counted: u32 = group.rows.iter().map(DueRow::count).sum();
        let hidden = group.total.saturating_sub(counted);
        (hidden > 0).then(
            || view! { <li class="muted">{said::group(group, language)} ": " {said::more(hidden, language)}</li> },
        )
    });
    let is_empty = month.groups.is_empty();
    view! {
        <section class="month">
            <h3>{name} " " <span class="muted">{number}</span></h3>
            {is_empty.then(|| view! { <Empty text=said::nothing(language)/> })}
            <ul class="duties" role="list">{days} {more.collect_view()}</ul>
        </section>
    }
}

/// The duties of a month by day, and of a day by kind.
fn by_day(month: &MonthView) -> Vec<DutyGroup> {
    let mut days: Vec<DutyGroup> = Vec::new();
    let rows = month.groups.iter().flat_map(|group| group.rows.iter().map(|row| (group.kind, row)));
    for (kind, row) in rows {
        let day = |group: &DutyGroup| group.rows.first().map(|row| row.by);
        match days.iter_mut().find(|group| group.kind == kind && day(group) == Some(row.by)) {
            Some(group) => {
                group.total += row.count();
                group.rows.push(row.clone());
            }
            None => days.push(DutyGroup { kind, total: row.count(), rows: vec![row.clone()] }),
        }
    }
    sort::by_key(&mut days, |group| (group.rows.first().map(|row| row.by), group.kind));
    days
}

/// The duties of one kind on a day: few are listed, many are behind a line that counts them.
fn group(group: &DutyGroup, alone: bool, on: Date, language: Language) -> AnyView {
    let rows = group.rows.iter().map(|row| line(row, on, language)).collect_view();
    let Some(first) = group.rows.first().filter(|_| group.rows.len() > FEW) else { return rows.into_any() };
    view! {
        <li class="duty-day-many" class:past=first.by < on>
            <span class="duty-day">{numbers::day_and_month(first.by, language)}</span>
            <details class="fold" open=alone>
                <summary>{said::group(group, language)}</summary>
                <ul class="duties" role="list">{rows}</ul>
            </details>
        </li>
    }
    .into_any()
}

/// A duty: its day, what it is, where that leads, and a way to change it.
fn line(row: &DueRow, on: Date, language: Language) -> AnyView {
    let session = Session::current();
    let text = said::duty(&row.duty, language);
    // The list of a training course has all who should have it, not only those for whom it expires then.
    let (linked, rest) = match &row.duty {
        DutyView::Lapse { name, people, .. } => {
            (name.say(language).to_owned(), Some(format!(": {}", said::lapses_for(*people, language))))
        }
        _ => (text.clone(), None),
    };
    let what = match leads_to(row) {
        Some(route) => view! { <span><a href=session.link(route)>{linked}</a> {rest}</span> }.into_any(),
        None => view! { <span>{text.clone()}</span> }.into_any(),
    };
    let beside = said::beside(row, language).map(|beside| view! { <span class="muted">{beside}</span> });
    let past = (row.by < on).then(|| view! { <span class="muted">{said::past(language)}</span> });
    let edit = item(&row.duty).map(|(list, key)| {
        let editing = OpenForm::Item { list, key };
        view! { <span class="no-print"><EditButton label=said::edit(language).to_owned() named=named(said::edit(language), &text) editing/></span> }
    });
    let is_past = row.by < on;
    view! {
        <li class="duty" class:past=is_past>
            <span class="duty-day">{numbers::day_and_month(row.by, language)}</span>
            <span class="duty-what">{what} {beside} {past}</span>
            {edit}
        </li>
    }
    .into_any()
}

/// Where a duty is told in full: what a rule finds about it, else the page of what it is about.
fn leads_to(row: &DueRow) -> Option<Route> {
    let unit = |unit: &crate::engine::view::UnitRef| Some(Route::Unit { id: unit.id.clone() });
    if let Some(id) = row.finding.clone() {
        return Some(Route::Finding { id });
    }
    match &row.duty {
        DutyView::Statutory { .. } => None,
        DutyView::Review { .. } => Some(Route::SecurityUnit),
        DutyView::Lapse { id, .. } => {
            let filter = TrainingFilter { training: Some(id.clone()), ..TrainingFilter::default() };
            Some(Route::Training { filter, from: 0 })
        }
        DutyView::End { unit: at, .. } | DutyView::Done { unit: at, .. } | DutyView::Inventory { unit: at } => unit(at),
        DutyView::Planned { unit: at, .. } => at.as_ref().and_then(unit),
        DutyView::Measure { risk, .. } => risk.clone().map(|id| Route::Risk { id }),
        DutyView::Exception { finding, .. } => Some(Route::Finding { id: finding.clone() }),
    }
}

/// The item that says a duty, where one does: its list, and its id or line.
fn item(duty: &DutyView) -> Option<(ListName, String)> {
    match duty {
        DutyView::Review { id, .. } => Some((ListName::Documents, id.clone())),
        DutyView::End { key, .. } => Some((ListName::Assignments, key.clone())),
        DutyView::Planned { key, .. } => Some((ListName::Activities, key.clone())),
        DutyView::Measure { id, .. } => Some((ListName::Measures, id.clone())),
        _ => None,
    }
}
