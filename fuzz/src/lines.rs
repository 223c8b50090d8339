//! Cards and calendars read back, strictly and apart from what writes them: lines of at most 75 octets, folded and
//! escaped as RFC 6350 and RFC 5545 have it.

use ombud::exchange::export::calendar::{Alarm, Event, calendar};
use ombud::organisation::value::Date;

/// The lines of a file, unfolded: what each is called, with its parameters, and what it says, as it is written.
pub(crate) fn read(text: &str) -> Vec<(String, String)> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split_inclusive("\r\n") {
        let line = line.strip_suffix("\r\n").expect("every line ends");
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        let is_odd = |letter: char| {
            (letter.is_control() && letter != '\t')
                || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
        };
        assert!(!line.contains(is_odd), "{line:?}");
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().expect("the first line is not folded").push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    let line = |line: String| {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("a line has a name: {line}"));
        let is_name = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || ";=-".contains(letter);
        assert!(name.starts_with(|letter: char| letter.is_ascii_uppercase()), "{name}");
        assert!(name.split(';').next().is_some_and(|name| name.chars().all(is_name)), "{name}");
        (name.to_owned(), value.to_owned())
    };
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    let mut open: Vec<&str> = Vec::new();
    for (name, value) in &lines {
        match &**name {
            "BEGIN" => open.push(value),
            "END" => assert_eq!(open.pop(), Some(&**value), "what ends has begun"),
            _ => assert!(!open.is_empty(), "{name} stands in nothing"),
        }
    }
    assert_eq!(open, [""; 0], "what begins ends");
    lines
}

/// What a value says, its parts divided by semicolons.
pub(crate) fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        let said = match letter {
            ';' => {
                parts.push(String::new());
                continue;
            }
            ',' => panic!("a list where none is: {value}"),
            '\\' => match letters.next() {
                Some('n') => '\n',
                Some(meant @ ('\\' | ';' | ',')) => meant,
                other => panic!("{other:?} needs no backslash: {value}"),
            },
            letter => letter,
        };
        parts.last_mut().expect("there is one").push(said);
    }
    parts
}

/// What a value says that is one text.
pub(crate) fn text(value: &str) -> String {
    let mut parts = parts(value);
    assert_eq!(parts.len(), 1, "one text: {value}");
    parts.remove(0)
}

/// What is to be read of a text. Of line breaks there is one kind; other control characters but the tab, and what programs
/// take for the end of a line or for no character, are left out.
pub(crate) fn kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_left_out = |letter: char| {
        (letter.is_control() && !matches!(letter, '\t' | '\n'))
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(|letter| !is_left_out(*letter)).collect()
}

/// A calendar of these words, as another program gets it.
pub fn calendar_of(words: [&str; 4], on: Date) -> String {
    let [name, uid, summary, description] = words.map(str::to_owned);
    let event = Event { uid, on, summary: summary.clone(), description, category: summary };
    calendar(&name, on, Alarm::DaysBefore(7), &[event])
}

/// Asserts that a calendar says these words.
pub(crate) fn says(words: [&str; 4], on: Date) {
    let lines = read(&calendar_of(words, on));
    let values = |wanted: &str| -> Vec<String> {
        lines.iter().filter(|(name, _)| name == wanted).map(|(_, value)| text(value)).collect()
    };
    let [name, uid, summary, description] = words.map(kept);
    // What is empty before anything is left out of it has no line; that of the alarm says what the event is called.
    let described = (!words[3].is_empty()).then_some(description).into_iter().chain([summary.clone()]);
    let wanted: [(&str, Vec<String>); 5] = [
        ("X-WR-CALNAME", vec![name]),
        ("UID", vec![uid]),
        ("SUMMARY", vec![summary.clone()]),
        ("DESCRIPTION", described.collect()),
        ("CATEGORIES", vec![summary]),
    ];
    for (called, wanted) in wanted {
        assert_eq!(values(called), wanted, "{called}");
    }
    let day = on.to_string().replace('-', "");
    assert!(lines.contains(&("DTSTART;VALUE=DATE".to_owned(), day)));
}
