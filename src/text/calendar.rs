//! The year as a calendar file. What the list folds is one event there too: nobody wants a hundred of them on one day.

use chrono::Datelike;

use super::{shell, year as said};
use crate::engine::view::{DueRow, DutyGroup, YearView};
use crate::exchange::export::calendar::{Event, calendar};
use crate::organisation::value::{Date, Language};

/// The duties of a year as iCalendar, as true on a day. `owner` is what the municipality is called.
pub fn year(year: &YearView, owner: &str, on: Date, language: Language) -> String {
    let groups = year.months.iter().flat_map(|month| &month.groups);
    let events: Vec<Event> = groups.flat_map(|group| events(group, owner, language)).collect();
    calendar(&format!("{} – {owner}", shell::year(language)), on, &events)
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
