//! The log in words, on the page and in sheets.

use super::reasons;
use crate::engine::view::CallView;
use crate::event::{Log, LogEntry, LoggedAct, Tick};
use crate::exchange::sheet::{SheetCell, SheetTable};
use crate::organisation::value::{Date, Language};
use crate::text::keep::Moment;
use crate::text::{numbers, say, word};

/// A time of the log: `14.32`, on another day than today with its day.
pub fn time((day, hour, minute): Moment, today: Date, language: Language) -> String {
    let day = if day == today { String::new() } else { format!("{} ", numbers::date_near(day, today, language)) };
    say!(language; "{day}{hour:02}.{minute:02}", "{day}{hour:02}:{minute:02}")
}

/// What an entry says.
pub fn entry(entry: &LogEntry, log: &Log, language: Language) -> String {
    match &entry.what {
        LoggedAct::Tick { name, tick, .. } => format!("{}: {name}", super::tick(*tick, language)),
        LoggedAct::Note { text } => log.note(entry).map_or(text.as_str(), |(text, _)| text).to_owned(),
        LoggedAct::Edit { of, text } => say!(language; "Rad {of} ändrad till: {text}", "Line {of} changed to: {text}"),
    }
}

fn headings(words: &[(&'static str, &'static str)], language: Language) -> Vec<SheetCell> {
    words.iter().map(|(sv, en)| SheetCell::text(word(language, sv, en))).collect()
}

/// A log as a sheet, in order; a note that was changed stands as it was written, and its change as a line of its own.
/// `when` gives the day, hour and minute of a time, and how many minutes that is ahead of universal time: in the night
/// when the clocks are set back the same hour comes twice.
pub fn log_table(log: &Log, when: impl Fn(u64) -> (Moment, i32), language: Language) -> SheetTable {
    let mut rows = vec![headings(
        &[("Nr", "No."), ("Datum", "Date"), ("Tid", "Time"), ("Före UTC", "Ahead of UTC"), ("Vad", "What")],
        language,
    )];
    for each in &log.entries {
        let ((day, hour, minute), ahead) = when(each.at);
        let sign = if ahead < 0 { '-' } else { '+' };
        let said = match &each.what {
            LoggedAct::Note { text } => text.clone(),
            _ => entry(each, log, language),
        };
        rows.push(vec![
            SheetCell::Number(each.number.into()),
            SheetCell::Date(day),
            SheetCell::text(format!("{hour:02}:{minute:02}")),
            SheetCell::text(format!("UTC{sign}{:02}:{:02}", ahead.abs() / 60, ahead.abs() % 60)),
            SheetCell::text(said),
        ]);
    }
    SheetTable::new(word(language, "Logg", "Log"), rows)
}

/// The calls as a sheet, in order: whom, how, why, and whether they were reached.
pub fn call_table<'c>(
    calls: impl Iterator<Item = &'c CallView>,
    log: &Log,
    when: impl Fn(u64) -> Moment,
    language: Language,
) -> SheetTable {
    let words = [
        ("Nr", "No."),
        ("Namn", "Name"),
        ("Telefon", "Phone"),
        ("E-post", "Email"),
        ("Varför", "Why"),
        ("Nådd", "Reached"),
        ("När", "When"),
    ];
    let mut rows = vec![headings(&words, language)];
    for (number, call) in (1_u32..).zip(calls) {
        let ticked = log.ticked(&call.key);
        let said = |tick: Tick| SheetCell::text(super::tick(tick, language));
        let at = |at: u64| {
            let (day, hour, minute) = when(at);
            SheetCell::text(format!("{day} {hour:02}:{minute:02}"))
        };
        let way = |text: &Option<String>| text.as_ref().map_or(SheetCell::Empty, SheetCell::text);
        let why: Vec<String> =
            reasons(call, language).into_iter().chain(super::doubt(call, language).map(str::to_owned)).collect();
        rows.push(vec![
            SheetCell::Number(number.into()),
            SheetCell::text(call.name.say(language)),
            way(&call.phone),
            way(&call.email),
            SheetCell::text(why.join("; ")),
            ticked.map_or(SheetCell::Empty, |(tick, _)| said(tick)),
            ticked.map_or(SheetCell::Empty, |(_, time)| at(time)),
        ]);
    }
    SheetTable::new(word(language, "Lista", "List"), rows)
}
