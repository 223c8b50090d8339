//! A log as the text it is kept as in the browser: a line for the event, then one for each entry, their fields apart.
//!
//! Lines end and fields are parted by the ASCII separators made for it, which no text of the log can hold. It is no JSON
//! because the page, which keeps it, has no reader of JSON in its program: that is the engine's. A log that was kept must
//! open for ever, so a second way would be one more, not another.

use super::log::{Log, LogEntry, LoggedAct, Tick};
use crate::organisation::sort;
use crate::organisation::value::Label;

/// The way it is written; another is another program's, and left alone.
const VERSION: &str = "1";
const LINE: char = '\u{1E}';
const FIELD: char = '\u{1F}';

/// The log as a text.
pub fn write(log: &Log) -> String {
    let mut out = line(&[VERSION, &log.owner, &log.address, &log.name.sv, log.name.en.as_deref().unwrap_or_default()]);
    for LogEntry { number, at, what } in &log.entries {
        let (number, at) = (number.to_string(), at.to_string());
        out += &match what {
            LoggedAct::Tick { key, name, tick } => line(&[&number, &at, word(*tick), key, name]),
            LoggedAct::Note { text } => line(&[&number, &at, "note", text]),
            LoggedAct::Edit { of, text } => line(&[&number, &at, "edit", &of.to_string(), text]),
        };
    }
    out
}

/// The log that a text holds; none where it is not one of this version. A line that cannot be read is left out.
pub fn read(text: &str) -> Option<Log> {
    let mut lines = text.split(LINE).map(|line| line.split(FIELD).collect::<Vec<_>>());
    let [VERSION, owner, address, sv, en] = lines.next()?[..] else { return None };
    let mut entries: Vec<LogEntry> = lines.filter_map(|fields| entry(&fields)).collect();
    sort::by_key(&mut entries, |entry| entry.number);
    let name = Label { sv: sv.into(), en: Some(en.to_owned()).filter(|en| !en.is_empty()) };
    Some(Log { owner: owner.into(), address: address.into(), name, entries })
}

fn entry(fields: &[&str]) -> Option<LogEntry> {
    let (number, at) = (fields.first()?.parse().ok()?, fields.get(1)?.parse().ok()?);
    let what = match fields[2..] {
        ["note", text] => LoggedAct::Note { text: text.into() },
        ["edit", of, text] => LoggedAct::Edit { of: of.parse().ok()?, text: text.into() },
        [ticked, key, name] => {
            let tick =
                [Tick::Reached, Tick::NotReached, Tick::Cleared].into_iter().find(|tick| word(*tick) == ticked)?;
            LoggedAct::Tick { key: key.into(), name: name.into(), tick }
        }
        _ => return None,
    };
    Some(LogEntry { number, at, what })
}

const fn word(tick: Tick) -> &'static str {
    match tick {
        Tick::Reached => "reached",
        Tick::NotReached => "not_reached",
        Tick::Cleared => "cleared",
    }
}

fn line(fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| field.replace([LINE, FIELD], " ")).collect();
    format!("{}{LINE}", fields.join("\u{1F}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn what() -> impl Strategy<Value = LoggedAct> {
        let text = "[^\u{1E}\u{1F}]{0,12}";
        let tick = prop_oneof![Just(Tick::Reached), Just(Tick::NotReached), Just(Tick::Cleared)];
        prop_oneof![
            (text, text, tick).prop_map(|(key, name, tick)| LoggedAct::Tick { key, name, tick }),
            text.prop_map(|text| LoggedAct::Note { text }),
            (any::<u32>(), text).prop_map(|(of, text)| LoggedAct::Edit { of, text }),
        ]
    }

    proptest! {
        #[test]
        fn a_log_survives_being_kept(all in proptest::collection::vec((any::<u64>(), what()), 0..8), sv in "[^\u{1E}\u{1F}]{0,9}", en in proptest::option::of("[^\u{1E}\u{1F}]{1,9}")) {
            let name = Label { sv, en };
            let mut log = Log { owner: "Eken".into(), address: "#/event?risk=r".into(), name, entries: Vec::new() };
            for (at, what) in all {
                log.add(at, what);
            }
            prop_assert_eq!(read(&write(&log)), Some(log));
        }

        #[test]
        fn any_text_can_be_read(text in ".{0,60}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn a_line_that_is_damaged_costs_that_line_only() {
        let mut log = Log::default();
        log.add(1, LoggedAct::Note { text: "a".into() });
        log.add(2, LoggedAct::Note { text: "b".into() });
        let damaged = write(&log).replace("note\u{1F}a", "nte\u{1F}a");
        assert_eq!(read(&damaged).unwrap().entries, log.entries[1..]);
        assert_eq!(read(&write(&log).replacen('1', "2", 1)), None, "another version is left alone");
    }

    #[test]
    fn a_note_cannot_pass_for_two_lines() {
        let mut log = Log::default();
        log.add(1, LoggedAct::Note { text: "a\u{1E}2\u{1F}2\u{1F}note\u{1F}b".into() });
        assert_eq!(read(&write(&log)).unwrap().entries.len(), 1);
    }
}
