//! iCalendar ([RFC 5545](https://www.rfc-editor.org/rfc/rfc5545)): days to keep in mind, for any calendar program.

use super::lines::{escaped, line};
use crate::organisation::value::Date;

/// A whole day in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The key of the event: the same whenever the same event is exported, so that a calendar moves it and has it once.
    pub uid: String,
    /// The day that is looked at.
    pub on: Date,
    /// What the entry is about.
    pub summary: String,
    /// What there is to say besides; empty for nothing.
    pub description: String,
    /// What sort of event it is, in a word.
    pub category: String,
}

/// Whether a calendar program is to remind of its events.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Alarm {
    /// No reminder.
    #[default]
    Silent,
    /// A reminder so many days before each event; 0 on the day itself.
    DaysBefore(u16),
}

impl Alarm {
    /// The lead times that are offered.
    pub const ALL: [Self; 5] =
        [Self::Silent, Self::DaysBefore(0), Self::DaysBefore(7), Self::DaysBefore(30), Self::DaysBefore(90)];
}

/// A calendar of this name. `stamp` is the day on which it is true.
pub fn calendar(name: &str, stamp: Date, alarm: Alarm, events: &[Event]) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//Ombud//Ombud//SV");
    line(&mut out, "X-WR-CALNAME", &escaped(name));
    for event in events {
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &escaped(&event.uid));
        line(&mut out, "DTSTAMP", &format!("{}T000000Z", basic(stamp)));
        line(&mut out, "DTSTART;VALUE=DATE", &basic(event.on));
        line(&mut out, "SUMMARY", &escaped(&event.summary));
        if !event.description.is_empty() {
            line(&mut out, "DESCRIPTION", &escaped(&event.description));
        }
        line(&mut out, "CATEGORIES", &escaped(&event.category));
        // It fills nobody's day.
        line(&mut out, "TRANSP", "TRANSPARENT");
        if let Alarm::DaysBefore(days) = alarm {
            line(&mut out, "BEGIN", "VALARM");
            line(&mut out, "ACTION", "DISPLAY");
            line(&mut out, "DESCRIPTION", &escaped(&event.summary));
            line(&mut out, "TRIGGER", &format!("-P{days}D"));
            line(&mut out, "END", "VALARM");
        }
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

/// A day as `20270215`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::export::lines::LONGEST;
    use crate::organisation::value::parse_date;

    fn event(uid: &str, summary: &str, description: &str) -> Event {
        Event {
            uid: uid.to_owned(),
            on: parse_date("2027-02-15").unwrap(),
            summary: summary.to_owned(),
            description: description.to_owned(),
            category: "Lag, och mer".to_owned(),
        }
    }

    #[test]
    fn an_event_is_a_whole_day_with_a_name_that_stays() {
        let text = calendar(
            "Årshjul",
            parse_date("2026-11-22").unwrap(),
            Alarm::Silent,
            &[event("a/b@ombud", "Följ upp", "")],
        );
        let lines: Vec<&str> = text.split_terminator("\r\n").collect();
        assert_eq!(
            lines,
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Ombud//Ombud//SV",
                "X-WR-CALNAME:Årshjul",
                "BEGIN:VEVENT",
                "UID:a/b@ombud",
                "DTSTAMP:20261122T000000Z",
                "DTSTART;VALUE=DATE:20270215",
                "SUMMARY:Följ upp",
                "CATEGORIES:Lag\\, och mer",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }

    #[test]
    fn an_alarm_comes_so_many_days_before_and_another_program_reads_it() {
        let text = calendar("x", Date::default(), Alarm::DaysBefore(30), &[event("u", "Följ upp", "")]);
        assert!(
            text.contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Följ upp\r\nTRIGGER:-P30D\r\nEND:VALARM"),
            "{text}"
        );
        let read: Calendar = text.parse().expect("it is a calendar");
        assert!(read.components.iter().any(|part| part.as_event().is_some()));
        let silent = calendar("x", Date::default(), Alarm::Silent, &[event("u", "Följ upp", "")]);
        assert!(!silent.contains("VALARM"), "{silent}");
    }

    #[test]
    fn a_line_is_folded_at_seventy_five_octets_and_no_letter_is_cut() {
        let text = calendar("x", Date::default(), Alarm::Silent, &[event("u", &"å".repeat(80), "")]);
        let folded: Vec<&str> = text.split("\r\n").skip_while(|line| !line.starts_with("SUMMARY")).take(3).collect();
        assert_eq!(folded[0], format!("SUMMARY:{}", "å".repeat(33)));
        assert_eq!(folded[1], format!(" {}", "å".repeat(37)));
        assert_eq!(folded[2], format!(" {}", "å".repeat(10)));
    }

    proptest! {
        /// Another program's reader finds every event as it was written, whatever the texts hold.
        #[test]
        fn what_is_written_is_read_back(texts in prop::collection::vec(("[a-zåäö/,;\\\\: 0-9\n\u{1F600}]{0,120}", "[ -~åäö\n]{0,200}"), 1..5)) {
            let events: Vec<Event> =
                texts.iter().enumerate().map(|(at, (one, other))| event(&format!("u{at}"), one, other)).collect();
            let text = calendar("Namn", Date::default(), Alarm::Silent, &events);
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{line}");
            }
            let read: Calendar = text.parse().map_err(TestCaseError::fail)?;
            let read: Vec<_> = read.components.iter().filter_map(CalendarComponent::as_event).collect();
            prop_assert_eq!(read.len(), events.len());
            for (read, wrote) in read.iter().zip(&events) {
                prop_assert_eq!(read.get_uid(), Some(&*wrote.uid));
                prop_assert_eq!(read.get_start(), Some(DatePerhapsTime::Date(wrote.on)));
                prop_assert_eq!(read.get_summary().unwrap_or_default(), &wrote.summary);
                prop_assert_eq!(read.get_description().unwrap_or_default(), &wrote.description);
            }
        }
    }
}
