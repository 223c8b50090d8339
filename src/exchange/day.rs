//! The day that a cell says, where it can be read in one way only.
//!
//! A date such as `3/4/2027` is the third of April to one reader and the fourth of March to another: neither is taken. A part
//! of a year, a week or a season is no day.

use super::import::NoteKind;
use super::names::seen;
use super::sheet::SheetCell;
use crate::organisation::value::{Date, parse_date};

/// What a cell of days says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing: a dash.
    Nothing,
    /// One day. It may be said to be the first or the last of something.
    On(Date, Option<End>),
    /// From one day to another, or without an end.
    Between(Date, Option<Date>),
    /// There is no last day.
    NoEnd,
}

/// An end of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The first day of the term.
    First,
    /// The last day of the term.
    Last,
}

/// Words for "until further notice", as letters alone.
const NO_END: &[&str] = &[
    "tillsvidare",
    "tv",
    "tillsv",
    "untilfurthernotice",
    "ufn",
    "löpande",
    "permanent",
    "indtilvidere",
    "inntilvidere",
    "indefinite",
    "indefinitely",
    "ongoing",
    "openended",
    "tillsvidareanställd",
    "tillsvidareförordnad",
    "ingetslut",
    "utanslut",
    "noend",
    "noenddate",
    "utanslutdatum",
    "ingetslutdatum",
    "ejtidsbegränsat",
    "ejtidsbegränsad",
    "obegränsat",
    "obegränsad",
    "ikketidsbegrænset",
    "ikketidsbegrenset",
];

/// Words before a first day.
const FROM: &[&str] = &[
    "fr.o.m.",
    "fr.o.m",
    "f.r.o.m.",
    "from",
    "from.",
    "fr o m",
    "från och med",
    "från",
    "fom",
    "f.o.m.",
    "fra og med",
    "fra",
    "sedan",
    "since",
];

/// Words before a last day.
const UNTIL: &[&str] =
    &["t.o.m.", "t.o.m", "tom", "t o m", "till och med", "till", "until", "through", "til og med", "til", "to"];

/// Months, by the letters their names begin with in Swedish, English, Danish and Norwegian.
const MONTHS: &[(&str, u32)] = &[
    ("januari", 1),
    ("january", 1),
    ("januar", 1),
    ("februari", 2),
    ("february", 2),
    ("februar", 2),
    ("mars", 3),
    ("march", 3),
    ("marts", 3),
    ("april", 4),
    ("maj", 5),
    ("may", 5),
    ("mai", 5),
    ("juni", 6),
    ("june", 6),
    ("juli", 7),
    ("july", 7),
    ("augusti", 8),
    ("august", 8),
    ("september", 9),
    ("oktober", 10),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("desember", 12),
    ("sept", 9),
];

/// Words that a date can have beside its day, month and year.
const BESIDE: &[&str] = &[
    "den",
    "the",
    "of",
    "e",
    "a",
    "st",
    "nd",
    "rd",
    "th",
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lördag",
    "söndag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mån",
    "tis",
    "ons",
    "tors",
    "fre",
    "lör",
    "sön",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "mandag",
    "tirsdag",
    "torsdag",
    "lørdag",
    "søndag",
    "d",
    "år",
];

/// What a cell says of days. The day that spreadsheets show for nothing, and all before it, are none.
pub(super) fn read(cell: &SheetCell) -> Result<Said, NoteKind> {
    let said = said(cell)?;
    let (Said::On(day, _) | Said::Between(day, _)) = said else { return Ok(said) };
    if is_blank(day) { Err(NoteKind::NotADay) } else { Ok(said) }
}

/// Whether a day is one that spreadsheets and data bases have where there is none: 1900-01-01 or earlier.
fn is_blank(day: Date) -> bool {
    use chrono::Datelike;
    day.year() < 1900 || (day.year(), day.ordinal()) == (1900, 1)
}

fn said(cell: &SheetCell) -> Result<Said, NoteKind> {
    let text = match cell {
        SheetCell::Date(day) if is_no_end(*day) => return Ok(Said::NoEnd),
        SheetCell::Date(day) => return Ok(Said::On(*day, None)),
        SheetCell::Number(number) => return of_number(*number).map(|day| Said::On(day, None)).ok_or(NoteKind::NotADay),
        _ => seen(&cell.plain()).to_lowercase(),
    };
    // Dashes of every kind, but for the long ones between words, and the mark that keeps a text from being a number.
    let text = text.trim_start_matches(['\'', '’']).replace(['\u{2010}', '\u{2011}', '\u{2012}', '−'], "-");
    let text = if is_dashed(&text) { text.replace('–', "-") } else { text };
    if text.chars().all(|letter| matches!(letter, '-' | '–' | '—')) {
        return Ok(Said::Nothing);
    }
    let letters: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if NO_END.contains(&&*letters) {
        return Ok(Said::NoEnd);
    }
    if parse_date(&text).or_else(|| in_one_piece(&text)).is_some_and(is_no_end) || says_no_end(&text) {
        return Ok(Said::NoEnd);
    }
    of_text(&text).ok_or(NoteKind::NotADay)
}

/// Whether a text is one date with long dashes between its figures.
fn is_dashed(text: &str) -> bool {
    text.chars().filter(|letter| *letter == '–').count() == 2
        && text.chars().all(|letter| letter.is_ascii_digit() || letter == '–')
}

/// Whether a day is the one that systems keep where there is no last one.
fn is_no_end(day: Date) -> bool {
    use chrono::Datelike;
    day.year() >= 2900 && (day.month(), day.day()) == (12, 31)
}

/// Whether a text is such a day in another order, or with a time behind it: `31/12/9999`.
fn says_no_end(text: &str) -> bool {
    let text = without_time(text);
    let mut parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    parts.sort_unstable();
    parts == ["12", "31", "9999"] || parts == ["12", "2999", "31"]
}

fn of_text(text: &str) -> Option<Said> {
    if let Some(day) = one(text) {
        return Some(Said::On(day, None));
    }
    if let Some(said) = between(text) {
        return Some(said);
    }
    let behind = |words: &[&str]| {
        words
            .iter()
            .find_map(|word| text.strip_prefix(word).filter(|rest| rest.starts_with([' ', ':']) || word.ends_with('.')))
    };
    let trimmed = |rest: &str| one(rest.trim_matches([' ', ':']));
    if let Some(day) = behind(FROM).and_then(trimmed) {
        return Some(Said::On(day, Some(End::First)));
    }
    behind(UNTIL).and_then(trimmed).map(|day| Said::On(day, Some(End::Last)))
}

/// Two days with a dash or a word between, or one with a dash or "until further notice" behind it.
fn between(text: &str) -> Option<Said> {
    let text = FROM.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' ')).unwrap_or(text).trim();
    let signs = [
        " – ",
        " - ",
        " — ",
        "–",
        "—",
        "--",
        " till och med ",
        " t.o.m. ",
        " tom ",
        " till ",
        " to ",
        " until ",
        " til ",
        "-",
    ];
    let mut found: Vec<Said> = Vec::new();
    for sign in signs {
        for (at, _) in text.match_indices(sign) {
            let (start, end) = (text[..at].trim(), text[at + sign.len()..].trim());
            let letters: String = end.chars().filter(|letter| letter.is_alphanumeric()).collect();
            let said = match (one(start), one(end)) {
                (Some(start), Some(end)) if start <= end => Said::Between(start, Some(end)),
                (Some(start), None) if end.is_empty() || NO_END.contains(&&*letters) => Said::Between(start, None),
                _ => continue,
            };
            if !found.contains(&said) {
                found.push(said);
            }
        }
    }
    if let [said] = found[..] { Some(said) } else { None }
}

/// The only day that a text can be.
fn one(text: &str) -> Option<Date> {
    let text = without_time(text.trim().trim_end_matches('.'));
    let mut found = by_word(text).or_else(|| in_one_piece(text)).map_or_else(|| by_figures(text), |day| vec![day]);
    found.sort_unstable();
    found.dedup();
    if let [day] = found[..] { Some(day) } else { None }
}

/// The text without a time of day behind it.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        let mut parts = rest.trim_end_matches('z').split(['+', '.']).next().unwrap_or_default().split(':');
        let two = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
        rest.contains(':') && parts.all(two)
    };
    let cut = text.rfind(['t', ' ']).filter(|at| *at >= 8 && is_time(text[at + 1..].trim()));
    cut.map_or(text, |at| text[..at].trim())
}

fn date(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::from_ymd_opt(year, month, day).filter(|_| (1900..2200).contains(&year))
}

/// A year in two figures: of this century up to 69.
const fn whole_year(short: i32) -> i32 {
    if short < 70 { 2000 + short } else { 1900 + short }
}

/// `20270630`. Six figures in one piece can begin with the year or with the day, and are no one day.
fn in_one_piece(text: &str) -> Option<Date> {
    let is_whole = text.len() == 8 && text.bytes().all(|digit| digit.is_ascii_digit());
    is_whole.then(|| parse_date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])))?
}

/// A date that names its month: `den 30 juni 2028`, `June 30th, 2028`, `30-jun-28`.
fn by_word(text: &str) -> Option<Date> {
    let mut month = None;
    let mut figures: Vec<(&str, bool)> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    // Figures and letters are divided even where nothing stands between: `30th`.
    let mut start = 0;
    let class = |letter: char| if letter.is_ascii_digit() { 1 } else { i32::from(letter.is_alphabetic()) * 2 };
    let mut last = 0;
    for (at, letter) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        let now = class(letter);
        if now != last {
            if last != 0 {
                words.push(&text[start..at]);
            }
            start = at;
            last = now;
        }
    }
    for word in words {
        if word.bytes().all(|digit| digit.is_ascii_digit()) {
            figures.push((word, month.is_some()));
        } else if let Some(found) = month_of(word) {
            if month.replace(found).is_some() {
                return None;
            }
        } else if !BESIDE.contains(&word) {
            return None;
        }
    }
    let month = month?;
    let short = |text: &str| text.len() <= 2;
    let (day, year) = match figures[..] {
        [(day, false | true), (year, true)] if short(day) => (day, year),
        [(year, false | true), (day, true)] if year.len() == 4 && short(day) => (day, year),
        _ => return None,
    };
    let year = match year.len() {
        4 => year.parse().ok()?,
        2 => whole_year(year.parse().ok()?),
        _ => return None,
    };
    date(year, month, day.parse().ok()?)
}

/// The month that a word is: its name, or at least its first three letters.
fn month_of(word: &str) -> Option<u32> {
    let is = |name: &str| name == word || (word.chars().count() == 3 && name.starts_with(word));
    MONTHS.iter().find(|(name, _)| is(name)).map(|(_, month)| *month)
}

/// Every day that three figures can be. Four figures are a year. With two figures for the year it stands last, and where
/// the signs between are dashes or points it may stand first as well.
fn by_figures(text: &str) -> Vec<Date> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let signs: Vec<char> = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let ends =
        text.starts_with(|first: char| first.is_ascii_digit()) && text.ends_with(|last: char| last.is_ascii_digit());
    let well = ends && signs.iter().all(|sign| matches!(sign, '-' | '/' | '.' | ' '));
    let [a, b, c] = parts[..] else { return Vec::new() };
    let figures = |part: &str| {
        part.parse::<u32>().ok().filter(|_| part.len() <= 4 && part.bytes().all(|digit| digit.is_ascii_digit()))
    };
    let (true, Some(one), Some(two), Some(three)) = (well, figures(a), figures(b), figures(c)) else {
        return Vec::new();
    };
    let year = |text: &str, figures: u32| {
        i32::try_from(figures).ok().map(|year| if text.len() == 4 { year } else { whole_year(year) })
    };
    let short = |text: &str| text.len() <= 2;
    let days: Vec<Option<Date>> = match (a.len(), c.len()) {
        (4, _) if short(b) && short(c) => vec![year(a, one).and_then(|year| date(year, two, three))],
        (_, 4) if short(a) && short(b) => {
            let year = year(c, three);
            vec![year.and_then(|year| date(year, two, one)), year.and_then(|year| date(year, one, two))]
        }
        (_, 2) if short(a) && short(b) => {
            let last = year(c, three);
            let mut days = vec![last.and_then(|year| date(year, two, one)), last.and_then(|year| date(year, one, two))];
            let is_uniform = signs.iter().all(|sign| *sign == '-') || signs.iter().all(|sign| *sign == '.');
            if a.len() == 2 && is_uniform {
                days.push(year(a, one).and_then(|year| date(year, two, three)));
            }
            days
        }
        _ => Vec::new(),
    };
    days.into_iter().flatten().collect()
}

/// Whether a text is written as a date with a whole year, however many days it could be.
pub(super) fn is_dated(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let mut figures = text.split(|letter: char| !letter.is_ascii_digit());
    let has_year = figures.any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    // With a stroke it is written as one even where there is no such day: `31/2 2027`.
    has_year && (text.contains('/') || !by_figures(&text).is_empty() || by_word(&text).is_some())
}

/// A day as a number: `20270630`, or how many days a spreadsheet counts from the end of 1899.
fn of_number(number: f64) -> Option<Date> {
    #[allow(clippy::cast_possible_truncation, reason = "the bounds are checked")]
    let whole = number.floor() as i64;
    match whole {
        20_000..80_000 => {
            Date::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(u64::try_from(whole).ok()?))
        }
        _ if number.fract() == 0.0 => in_one_piece(&whole.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        match read(&SheetCell::Text(text.into())) {
            Ok(Said::On(day, _)) => Some(day.to_string()),
            _ => None,
        }
    }

    #[test]
    fn a_day_is_read_where_it_can_be_read_in_one_way_only() {
        for (text, expected) in [
            ("2027-06-30", "2027-06-30"),
            ("20270630", "2027-06-30"),
            ("2027/06/30", "2027-06-30"),
            ("2027.06.30", "2027-06-30"),
            ("2027-6-3", "2027-06-03"),
            ("2027-06-30 00:00", "2027-06-30"),
            ("2027-06-30T12:00:00Z", "2027-06-30"),
            ("2027-06-30 00:00:00.000", "2027-06-30"),
            ("30 juni 2028", "2028-06-30"),
            ("30 June 2028", "2028-06-30"),
            ("den 1 mars 2027", "2027-03-01"),
            ("1 jan. 2027", "2027-01-01"),
            ("30:e juni 2028", "2028-06-30"),
            ("1:a mars 2027", "2027-03-01"),
            ("June 30, 2028", "2028-06-30"),
            ("June 30th 2028", "2028-06-30"),
            ("the 30th of June 2028", "2028-06-30"),
            ("30. juni 2028", "2028-06-30"),
            ("1. marts 2027", "2027-03-01"),
            ("fredag 30 juni 2028", "2028-06-30"),
            ("30-jun-28", "2028-06-30"),
            ("30 JUNI 28", "2028-06-30"),
            ("2028 juni 30", "2028-06-30"),
            ("31/12 2027", "2027-12-31"),
            ("31/12/2027", "2027-12-31"),
            ("12/31/2027", "2027-12-31"),
            ("31/12-27", "2027-12-31"),
            ("1/1-27", "2027-01-01"),
            ("1/1 2027", "2027-01-01"),
            ("31.12.2027", "2027-12-31"),
            ("30-06-2027", "2027-06-30"),
            ("31/12/27", "2027-12-31"),
            ("t.o.m. 2027-06-30", "2027-06-30"),
            ("tom 30 juni 2028", "2028-06-30"),
            ("fr.o.m. 2027-01-01", "2027-01-01"),
            ("31/12/2027 00:00", "2027-12-31"),
            ("\u{200e}2027-06-30", "2027-06-30"),
            ("2027–06–30", "2027-06-30"),
            ("2027\u{2011}06\u{2011}30", "2027-06-30"),
            ("'2027-06-30", "2027-06-30"),
            ("d. 30. juni 2027", "2027-06-30"),
            ("sedan 1 mars 2027", "2027-03-01"),
        ] {
            assert_eq!(day(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_one_day_is_none() {
        for text in [
            "3/4/2027",
            "07/01/2026",
            "1/7 2026",
            "03-04-2027",
            "27-06-30",
            "3.4.2027",
            "270630",
            "2027-02-30",
            "30 februari 2027",
            "våren 2027",
            "2027",
            "mars 2027",
            "v. 12",
            "Q1 2027",
            "HT 2026",
            "30 juni",
            "snart",
            "12345",
            "2026-07-010",
            "2027-06-30 (prel.)",
            "31/13/2027",
            "1 2 3",
            "??",
            "maj 5",
            "30 juni 2028 1 juli 2029",
        ] {
            assert_eq!(read(&SheetCell::Text(text.into())), Err(NoteKind::NotADay), "{text}");
        }
    }

    #[test]
    fn until_further_notice_is_no_last_day_and_a_dash_says_nothing() {
        for text in [
            "tills vidare",
            "Tillsvidare",
            "tv",
            "t.v.",
            "T v",
            "until further notice",
            "indtil videre",
            "9999-12-31",
            "31/12/9999",
            "9999-12-31 00:00:00",
            "29991231",
        ] {
            assert_eq!(read(&SheetCell::Text(text.into())), Ok(Said::NoEnd), "{text}");
        }
        assert_eq!(read(&SheetCell::Text("–".into())), Ok(Said::Nothing));
    }

    #[test]
    fn a_term_in_one_cell_has_two_ends() {
        let days = |one: &str, other: &str| Said::Between(parse_date(one).unwrap(), parse_date(other));
        for text in [
            "2025-01-01 – 2027-12-31",
            "2025-01-01 - 2027-12-31",
            "2025-01-01–2027-12-31",
            "2025-01-01-2027-12-31",
            "1 januari 2025 till 31 december 2027",
            "1/1 2025 - 31/12 2027",
            "fr.o.m. 2025-01-01 t.o.m. 2027-12-31",
            "20250101-20271231",
        ] {
            assert_eq!(read(&SheetCell::Text(text.into())), Ok(days("2025-01-01", "2027-12-31")), "{text}");
        }
        for text in ["2025-01-01 –", "2025-01-01 - tills vidare", "2025-01-01-"] {
            assert_eq!(read(&SheetCell::Text(text.into())), Ok(days("2025-01-01", "")), "{text}");
        }
        for text in ["2027-12-31 – 2025-01-01", "2025–2027", "jan–mars 2027"] {
            assert_eq!(read(&SheetCell::Text(text.into())), Err(NoteKind::NotADay), "{text}");
        }
    }

    #[test]
    fn a_number_is_a_day_in_eight_figures_or_as_spreadsheets_count() {
        let of = |number| read(&SheetCell::Number(number));
        let day = |text| Ok(Said::On(parse_date(text).unwrap(), None));
        assert_eq!(
            [of(20_260_701.0), of(46_752.0), of(46_752.5)],
            [day("2026-07-01"), day("2027-12-31"), day("2027-12-31")]
        );
        for number in [2027.0, 270_630.0, 12.0, 1e12] {
            assert_eq!(of(number), Err(NoteKind::NotADay), "{number}");
        }
    }
}
