//! The year as a calendar file. What the list folds is one event there too: nobody wants a hundred of them on one day.

use chrono::Datelike;

use super::shell::labels;
use super::{say, shell, word, year as said};
use crate::engine::view::{DueRow, DutyGroup, YearView};
use crate::exchange::export::calendar::{Alarm, Event, calendar};
use crate::organisation::value::{Date, Language};

labels! {
    /// Label of the choice of when a calendar program reminds of its events.
    alarm: "Påminn i kalendern", "Remind in the calendar";
}

/// How long before an event a calendar program reminds of it.
pub fn alarm_said(alarm: Alarm, language: Language) -> String {
    match alarm {
        Alarm::Silent => word(language, "Nej", "No").to_owned(),
        Alarm::DaysBefore(0) => word(language, "Samma dag", "On the day").to_owned(),
        Alarm::DaysBefore(days) => say!(language; "{days} dagar före", "{days} days before"),
    }
}

/// The duties of a year as iCalendar, as true on a day, with an alarm before each. `owner` is what the municipality is
/// called.
pub fn year(year: &YearView, owner: &str, on: Date, alarm: Alarm, language: Language) -> String {
    let groups = year.months.iter().flat_map(|month| &month.groups);
    let events: Vec<Event> = groups.flat_map(|group| events(group, owner, language)).collect();
    calendar(&format!("{} – {owner}", shell::year(language)), on, alarm, &events)
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
