//! Between a cell and a value of the format: each form both ways, so that what is written is read as it was.

use super::book::{Books, Found};
use super::directory::Directory;
use super::field::{Column, Form, Of};
use super::import::NoteKind;
use super::names::{normal, same_text};
use super::sheet::Cell;
use super::words::{MARKINGS, NOT_ASSESSABLE, YES, said, word_of};
use crate::exchange::object::json;
use crate::organisation::value::{Date, Language, parse_date};

/// What the values of a file rest on.
pub(super) struct Ground<'d> {
    pub(super) directory: &'d Directory,
    pub(super) books: Books,
}

impl<'d> Ground<'d> {
    pub(super) fn new(directory: &'d Directory) -> Self {
        Self { directory, books: Books::new(directory) }
    }

    /// The cell of a value, which is JSON.
    pub(super) fn cell(&self, column: &Column, raw: &str, language: Language) -> Cell {
        let text = || serde_json::from_str::<String>(raw).unwrap_or_default();
        match column.field.form {
            Form::Special => Cell::Empty,
            Form::Id | Form::Plain => Cell::text(text()),
            Form::Said => Cell::text(by_language(raw).0),
            Form::SaidEn => Cell::text(by_language(raw).1),
            Form::Whole | Form::Number | Form::Steps => raw.parse().map_or(Cell::Empty, Cell::Number),
            Form::Day => parse_date(&text()).map_or(Cell::Empty, Cell::Date),
            Form::Yes => match raw {
                "true" => Cell::Text(said(YES, "true", language)),
                "false" => Cell::Text(said(YES, "false", language)),
                _ => Cell::Empty,
            },
            Form::Word(words) => Cell::text(said(words, &text(), language)),
            Form::Marking => Cell::text(said(MARKINGS, &text(), language)),
            Form::Plains => joined(&serde_json::from_str::<Vec<String>>(raw).unwrap_or_default()),
            Form::Saids => joined(&each_said(raw).into_iter().map(|(said, _)| said).collect::<Vec<_>>()),
            Form::One(of) => match &*text() {
                "" => Cell::Empty,
                id => Cell::text(self.books.of(of).say(id, language)),
            },
            Form::Many(of) => {
                let ids = serde_json::from_str::<Vec<String>>(raw).unwrap_or_default();
                let names: Vec<_> = ids.iter().map(|id| self.books.of(of).say(id, language)).collect();
                joined(&names)
            }
            Form::Likelihood | Form::Level => match serde_json::from_str::<Vec<i32>>(raw).as_deref() {
                Ok([low, high]) => Cell::Text(format!("{low}–{high}")),
                _ if raw.starts_with('"') => Cell::text(said(NOT_ASSESSABLE, &text(), language)),
                _ => raw.parse().map_or(Cell::Empty, Cell::Number),
            },
        }
    }

    /// The value of a cell, as JSON; `None` where it says nothing. `old` is the value that is there.
    pub(super) fn value(&self, column: &Column, cell: &Cell, old: Option<&str>) -> Result<Option<String>, NoteKind> {
        if cell.is_empty() {
            return Ok(None);
        }
        let text = cell.plain().trim().to_owned();
        let value = match column.field.form {
            Form::Special => return Ok(None),
            Form::Id | Form::Plain => json(&text),
            Form::Said => with_language(old, Some(&text), None),
            Form::SaidEn => with_language(old, None, Some(&text)),
            Form::Whole => whole(number(cell)?, 0.0, f64::from(u32::MAX))?,
            Form::Steps => whole(number(cell)?, f64::from(i32::MIN), f64::from(i32::MAX))?,
            Form::Number => json(&number(cell)?),
            Form::Day => json(&day(cell)?.to_string()),
            Form::Yes => match cell {
                Cell::Yes(yes) => yes.to_string(),
                _ => word_of(YES, &text).ok_or(NoteKind::NotYesOrNo)?.to_owned(),
            },
            Form::Word(words) => json(word_of(words, &text).ok_or(NoteKind::NotAWord)?),
            Form::Marking => match word_of(MARKINGS, &text) {
                Some(word) => json(word),
                None if text.starts_with("secret:") => json(&text),
                None => return Err(NoteKind::NotAWord),
            },
            Form::Plains => json(&parts(&cell.plain())),
            Form::Saids => saids(&parts(&cell.plain()), old),
            Form::One(of) => json(&self.pointed(of, &text, old)?),
            Form::Many(of) => {
                let ids: Result<Vec<_>, _> =
                    parts(&cell.plain()).iter().map(|part| self.pointed(of, part, old)).collect();
                json(&ids?)
            }
            Form::Likelihood if word_of(NOT_ASSESSABLE, &text).is_some() => json("not_assessable"),
            Form::Likelihood => return self.levels(self.directory.likelihood.as_deref(), &text),
            Form::Level => return self.levels(column.dimension.as_deref(), &text),
        };
        Ok(Some(value))
    }

    /// The id that a text points to. One that nothing has is kept where the file has it already.
    fn pointed(&self, of: Of, text: &str, old: Option<&str>) -> Result<String, NoteKind> {
        let in_brackets = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
        match (self.books.of(of).find(text), in_brackets) {
            (Found::One(id), _) => Ok(id),
            // Roles are free to invent.
            (Found::Nothing, Some(id)) if of == Of::Role || old.is_some_and(|old| old.contains(&json(id))) => {
                Ok(id.to_owned())
            }
            (Found::Nothing, _) => Err(NoteKind::NotFound { of }),
            (Found::Several(ids), _) => Err(NoteKind::Ambiguous { of, count: ids.len() }),
        }
    }

    /// A level by its number or its name, or a range of numbers. Signs that other programs write for "not rated" say
    /// nothing.
    fn levels(&self, scale: Option<&str>, text: &str) -> Result<Option<String>, NoteKind> {
        if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '?')) {
            return Ok(None);
        }
        if let Ok(level) = text.parse::<i32>() {
            return Ok(Some(level.to_string()));
        }
        if let Some((low, high)) = range(text) {
            return Ok(Some(json(&[low, high])));
        }
        let scale = self.directory.scales.iter().find(|known| Some(known.id.as_str()) == scale);
        let wanted = normal(text);
        let named = |language| {
            let levels = scale.into_iter().flat_map(|scale| &scale.levels);
            levels.clone().position(|level| normal(level.say(language)) == wanted)
        };
        let level = named(Language::Swedish).or_else(|| named(Language::English)).ok_or(NoteKind::NotALevel)?;
        Ok(Some((level + 1).to_string()))
    }
}

/// Whether two values of a column say the same.
pub(super) fn same(form: Form, one: &str, other: &str) -> bool {
    let number = |raw: &str| raw.parse::<f64>().ok();
    let texts = |raw: &str| serde_json::from_str::<Vec<String>>(raw).unwrap_or_default();
    match form {
        Form::Whole | Form::Number | Form::Steps => number(one) == number(other),
        Form::Plain => same_text(&plain(one), &plain(other)),
        Form::Said | Form::SaidEn => {
            let ((a, b), (c, d)) = (by_language(one), by_language(other));
            same_text(&a, &c) && same_text(&b, &d)
        }
        Form::Plains => {
            let (one, other) = (texts(one), texts(other));
            one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| same_text(a, b))
        }
        Form::Many(_) => {
            let sorted = |raw| {
                let mut texts = texts(raw);
                texts.sort();
                texts
            };
            sorted(one) == sorted(other)
        }
        _ => one == other,
    }
}

fn plain(raw: &str) -> String {
    serde_json::from_str(raw).unwrap_or_default()
}

/// A text for people: the Swedish or only one, and the English one where it stands apart.
fn by_language(raw: &str) -> (String, String) {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Text {
        Plain(String),
        Languages { sv: Option<String>, en: Option<String> },
    }
    match serde_json::from_str(raw) {
        Ok(Text::Plain(text)) => (text, String::new()),
        Ok(Text::Languages { sv, en }) => (sv.unwrap_or_default(), en.unwrap_or_default()),
        Err(_) => (String::new(), String::new()),
    }
}

/// The text for people that is there, with another Swedish or English one.
fn with_language(old: Option<&str>, sv: Option<&str>, en: Option<&str>) -> String {
    let (old_sv, old_en) = old.map(by_language).unwrap_or_default();
    let (sv, en) = (sv.unwrap_or(&old_sv), en.unwrap_or(&old_en));
    match (sv, en) {
        (sv, "") => json(sv),
        ("", en) => format!("{{\"en\":{}}}", json(en)),
        (sv, en) => format!("{{\"sv\":{},\"en\":{}}}", json(sv), json(en)),
    }
}

/// Of each of several texts for people what it says and how it is written.
fn each_said(raw: &str) -> Vec<(String, String)> {
    let texts: Vec<Box<serde_json::value::RawValue>> = serde_json::from_str(raw).unwrap_or_default();
    let said = |raw: &str| match by_language(raw) {
        (sv, en) if sv.is_empty() => en,
        (sv, _) => sv,
    };
    texts.iter().map(|text| (said(text.get()), text.get().to_owned())).collect()
}

/// Several texts for people; those that are there already keep their other language.
fn saids(texts: &[String], old: Option<&str>) -> String {
    let known = old.map(each_said).unwrap_or_default();
    let written = texts.iter().map(|text| {
        known.iter().find(|(said, _)| same_text(said, text)).map_or_else(|| json(text), |(_, raw)| raw.clone())
    });
    format!("[{}]", written.collect::<Vec<_>>().join(","))
}

/// Several texts in one cell: `a; b`, or a line each where one of them holds a semicolon.
fn joined(texts: &[String]) -> Cell {
    let texts: Vec<String> = texts.iter().map(|text| text.replace(['\r', '\n'], " ")).collect();
    if texts.iter().any(|text| text.contains(';')) {
        Cell::text(texts.join("\n") + "\n")
    } else {
        Cell::text(texts.join("; "))
    }
}

/// The texts of a cell: its lines, or what stands between semicolons.
pub(super) fn parts(text: &str) -> Vec<String> {
    let separator = if text.contains('\n') { '\n' } else { ';' };
    text.split(separator).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The number in a cell. Spaces between thousands, a decimal comma and a currency behind it are understood.
fn number(cell: &Cell) -> Result<f64, NoteKind> {
    if let Cell::Number(number) = cell {
        return Ok(*number);
    }
    let text = cell.plain().replace('−', "-");
    let text = text.trim().trim_end_matches("kr").trim_end_matches(":-").trim_end_matches("SEK");
    let mut digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if digits.contains('.') && digits.contains(',') {
        let decimal = if digits.rfind(',') > digits.rfind('.') { ',' } else { '.' };
        digits.retain(|letter| letter == decimal || !matches!(letter, '.' | ','));
    }
    let looks = digits.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.' | ','));
    let number = digits.replace(',', ".").parse::<f64>().ok().filter(|number| looks && number.is_finite());
    number.ok_or(NoteKind::NotANumber)
}

fn whole(number: f64, least: f64, most: f64) -> Result<String, NoteKind> {
    let fits = number.fract() == 0.0 && (least..=most).contains(&number);
    if fits { Ok(format!("{number:.0}")) } else { Err(NoteKind::NotWhole) }
}

/// The day in a cell: as a date, or as text with the year first. Others could be read in two ways.
fn day(cell: &Cell) -> Result<Date, NoteKind> {
    if let Cell::Date(day) = cell {
        return Ok(*day);
    }
    let text = cell.plain().trim().replace(['/', '.'], "-");
    let digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    let day = match text.get(..10) {
        // A time of day may follow.
        Some(day) if !digits(&text) && (text.len() == 10 || text[10..].starts_with([' ', 'T'])) => parse_date(day),
        _ if text.len() == 8 && digits(&text) => parse_date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])),
        _ => None,
    };
    day.ok_or(NoteKind::NotADay)
}

/// `1–3`, with any dash; the ends may be negative.
fn range(text: &str) -> Option<(i32, i32)> {
    let dashes = text.char_indices().skip(1).filter(|(_, letter)| matches!(letter, '-' | '–' | '—' | '−'));
    dashes.into_iter().find_map(|(at, dash)| {
        let end = text[at + dash.len_utf8()..].trim().replace('−', "-");
        Some((text[..at].trim().parse().ok()?, end.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fault_09_numbers_are_read_as_swedish_and_english_sheets_write_them() {
        for (text, expected) in [
            ("2,5", 2.5),
            ("2.5", 2.5),
            ("1 234,5", 1234.5),
            ("85\u{a0}000 kr", 85_000.0),
            ("-5", -5.0),
            ("1,234.5", 1234.5),
        ] {
            assert_eq!(number(&Cell::Text(text.into())), Ok(expected), "{text}");
        }
        for text in ["många", "inf", "nan", "1e999", "2026-07-01"] {
            assert_eq!(number(&Cell::Text(text.into())), Err(NoteKind::NotANumber), "{text}");
        }
    }

    #[test]
    fn a_day_is_read_where_it_can_be_read_in_one_way_only() {
        let expected = Date::from_ymd_opt(2026, 7, 1).unwrap();
        for text in ["2026-07-01", "20260701", "2026/07/01", "2026-07-01 00:00", "2026-07-01T12:00:00Z"] {
            assert_eq!(day(&Cell::Text(text.into())), Ok(expected), "{text}");
        }
        assert_eq!(day(&Cell::Number(20_260_701.0)), Ok(expected));
        for text in ["07/01/2026", "2026-02-30", "snart", "2026-07-010", "12345"] {
            assert_eq!(day(&Cell::Text(text.into())), Err(NoteKind::NotADay), "{text}");
        }
    }

    #[test]
    fn ranges_have_two_ends_whatever_their_signs() {
        assert_eq!([range("1–3"), range("-2–-1"), range("2 - 4")], [Some((1, 3)), Some((-2, -1)), Some((2, 4))]);
        assert_eq!([range("-2"), range("hög-låg")], [None, None]);
    }

    #[test]
    fn texts_with_semicolons_stand_on_lines() {
        for texts in
            [vec!["a".to_owned(), "b".to_owned()], vec!["a; b".to_owned()], vec!["x".to_owned(), "a;b".to_owned()]]
        {
            assert_eq!(parts(&joined(&texts).plain()), texts);
        }
    }
}
