//! The year as a calendar file. What the list folds is one event there too: nobody wants a hundred of them on one day.

use chrono::Datelike;
use leptos::prelude::*;

use crate::browser::files;
use crate::engine::view::{DueRow, DutyGroup, YearView};
use crate::exchange::export::calendar::{Event, calendar};
use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::letters;
use crate::text::{shell, year as said};

/// Offers the year to be saved, as true on the day at hand.
pub(super) fn save(session: Session, year: &YearView, language: Language) {
    let summary = untrack(|| session.summary());
    let owner = summary.map(|summary| summary.name.sv.clone()).unwrap_or_default();
    let groups = year.months.iter().flat_map(|month| &month.groups);
    let events: Vec<Event> = groups.flat_map(|group| events(group, &owner, language)).collect();
    let name = format!("{} – {owner}", shell::year(language));
    let text = calendar(&name, untrack(|| session.on()), &events);
    files::save(
        &format!("{}.ics", shell::year(language).chars().map(letters::small).collect::<String>()),
        "text/calendar",
        &text,
    );
}

/// The duties of one kind in a month, each an event; all of them one where they are too many.
fn events(group: &DutyGroup, owner: &str, language: Language) -> Vec<Event> {
    let event = |row: &DueRow, summary: String, key: &str| Event {
        uid: format!("{key}/{owner}@ombud"),
        on: row.by,
        summary,
        description: said::beside(row, language).unwrap_or_default(),
        category: said::category(group.kind, language).to_owned(),
    };
    let people: u32 = group.rows.iter().map(DueRow::count).sum();
    match group.rows.first() {
        Some(first) if people < group.total => {
            let key = format!("{:?}/{}-{}", group.kind, first.by.year(), first.by.month());
            vec![event(first, said::group(group, language), &key)]
        }
        _ => group.rows.iter().map(|row| event(row, said::duty(&row.duty, language), &row.key)).collect(),
    }
}
