//! Between a cell and a value of the format: each form both ways, so that what is written is read as it was.

use super::book::{Books, NameMatch};
use super::day::{self, End};
use super::directory::Directory;
use super::field::{CellForm, CellReference, SheetColumn};
use super::import::NoteKind;
use super::names::{bare, normal, same_text};
use super::number::{number, whole};
use super::reach;
use super::sheet::SheetCell;
use super::words::{MARKINGS, NOT_ASSESSABLE, YES, said, word_of};
use crate::exchange::object::json;
use crate::organisation::value::{Language, parse_date};

/// What the values of a file rest on.
pub(super) struct CellContext<'d> {
    pub(super) directory: &'d Directory,
    pub(super) books: Books,
    /// The scale of likelihood of the matrix that the row at hand is judged by.
    pub(super) likelihood: Option<String>,
    /// The scales of consequence of that matrix.
    pub(super) dimensions: Vec<String>,
    /// Whether the sheet at hand comes from a program that keeps figures as they are.
    pub(super) keeps_figures: bool,
}

impl<'d> CellContext<'d> {
    pub(super) fn new(directory: &'d Directory) -> Self {
        Self {
            directory,
            books: Books::new(directory),
            likelihood: directory.likelihood.clone(),
            dimensions: directory.dimensions.clone(),
            keeps_figures: false,
        }
    }

    /// The cell of a value, which is JSON.
    pub(super) fn cell(&self, column: &SheetColumn, raw: &str, language: Language) -> SheetCell {
        let text = || serde_json::from_str::<String>(raw).unwrap_or_default();
        match column.field.form {
            CellForm::Special => SheetCell::Empty,
            CellForm::Id | CellForm::Plain => SheetCell::text(text()),
            CellForm::Said => SheetCell::text(by_language(raw).0),
            CellForm::SaidEn => SheetCell::text(by_language(raw).1),
            CellForm::Whole | CellForm::Number | CellForm::Steps => {
                raw.parse().map_or(SheetCell::Empty, SheetCell::Number)
            }
            CellForm::Day => parse_date(&text()).map_or(SheetCell::Empty, SheetCell::Date),
            CellForm::Yes => match raw {
                "true" => SheetCell::Text(said(YES, "true", language)),
                "false" => SheetCell::Text(said(YES, "false", language)),
                _ => SheetCell::Empty,
            },
            CellForm::Word(words) => SheetCell::text(said(words, &text(), language)),
            CellForm::Marking => SheetCell::text(said(MARKINGS, &text(), language)),
            CellForm::Plains => joined(&serde_json::from_str::<Vec<String>>(raw).unwrap_or_default()),
            CellForm::Saids => joined(&each_said(raw).into_iter().map(|(said, _)| said).collect::<Vec<_>>()),
            CellForm::One(of) => match &*text() {
                "" => SheetCell::Empty,
                id => SheetCell::text(self.books.of(of).say(id, language)),
            },
            CellForm::Many(of) => {
                let ids = serde_json::from_str::<Vec<String>>(raw).unwrap_or_default();
                let names: Vec<_> = ids.iter().map(|id| self.books.of(of).say(id, language)).collect();
                joined(&names)
            }
            CellForm::Likelihood | CellForm::Level => match serde_json::from_str::<Vec<i32>>(raw).as_deref() {
                Ok([low, high]) => SheetCell::Text(format!("{low}–{high}")),
                _ if raw.starts_with('"') => SheetCell::text(said(NOT_ASSESSABLE, &text(), language)),
                _ => raw.parse().map_or(SheetCell::Empty, SheetCell::Number),
            },
        }
    }

    /// The value of a cell, as JSON; `None` where it says nothing. `old` is the value that is there.
    pub(super) fn value(
        &self,
        column: &SheetColumn,
        cell: &SheetCell,
        old: Option<&str>,
    ) -> Result<Option<String>, NoteKind> {
        if cell.is_empty() {
            return Ok(None);
        }
        let text = bare(&cell.plain());
        let value = match column.field.form {
            CellForm::Special => return Ok(None),
            CellForm::Plain if column.field.path.last() == Some(&"phone") => {
                return Ok(
                    reach::telephone(cell, old.map(plain).as_deref(), self.keeps_figures)?.map(|text| json(&text))
                );
            }
            // What is there already stays, whatever it is.
            CellForm::Plain if old.is_some_and(|old| plain(old) == text) => json(&text),
            CellForm::Plain if column.field.path == ["email"] => {
                return Ok(reach::address(cell)?.map(|text| json(&text)));
            }
            CellForm::Plain if column.field.path.last() == Some(&"email") && reach::has_several(cell) => {
                return Err(NoteKind::Several);
            }
            CellForm::Plain if column.field.path.last() == Some(&"email") => {
                return Ok(reach::address(cell)?.map(|text| json(&text)));
            }
            CellForm::Plain if column.field.path.last() == Some(&"web") => {
                return Ok(reach::web(cell)?.map(|text| json(&text)));
            }
            CellForm::Id | CellForm::Plain => json(&text),
            CellForm::Said => with_language(old, Some(&text), None),
            CellForm::SaidEn => with_language(old, None, Some(&text)),
            CellForm::Whole | CellForm::Steps | CellForm::Number if is_dash(&text) => return Ok(None),
            CellForm::Whole => whole(number(cell)?, 0.0, f64::from(u32::MAX))?,
            CellForm::Steps => whole(number(cell)?, f64::from(i32::MIN), f64::from(i32::MAX))?,
            CellForm::Number => json(&number(cell)?),
            CellForm::Day => return day_of(column, cell),
            CellForm::Yes => match cell {
                SheetCell::Yes(yes) => yes.to_string(),
                _ => word_of(YES, &text).ok_or(NoteKind::NotYesOrNo)?.to_owned(),
            },
            CellForm::Word(words) => json(word_of(words, &text).ok_or(NoteKind::NotAWord)?),
            CellForm::Marking => match word_of(MARKINGS, &text) {
                Some(word) => json(word),
                None if text.starts_with("secret:") => json(&text),
                None => return Err(NoteKind::NotAWord),
            },
            CellForm::Plains => json(&parts(&cell.plain())),
            CellForm::Saids => saids(&parts(&cell.plain()), old),
            CellForm::One(of) => json(&self.pointed(of, &text, old).map_err(|what| match what {
                NoteKind::NotFound { .. } if parts(&cell.plain()).len() > 1 => NoteKind::Several,
                what => what,
            })?),
            CellForm::Many(of) => {
                let ids: Result<Vec<_>, _> =
                    parts(&cell.plain()).iter().map(|part| self.pointed(of, part, old)).collect();
                json(&ids?)
            }
            CellForm::Likelihood if word_of(NOT_ASSESSABLE, &text).is_some() => json("not_assessable"),
            CellForm::Likelihood => return self.level_of(self.likelihood.as_deref(), cell, &text, old),
            // Steps up and down are no levels.
            CellForm::Level if column.field.path.first() == Some(&"effect") => {
                return self.levels(column.dimension.as_deref(), cell, &text);
            }
            CellForm::Level => return self.level_of(column.dimension.as_deref(), cell, &text, old),
        };
        Ok(Some(value))
    }

    /// The id that a text points to. One that nothing has is kept where the file has it already.
    fn pointed(&self, of: CellReference, text: &str, old: Option<&str>) -> Result<String, NoteKind> {
        let in_brackets = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
        match (self.books.of(of).find(text), in_brackets) {
            (NameMatch::One(id), _) => Ok(id),
            // Roles are free to invent.
            (NameMatch::Nothing, Some(id))
                if of == CellReference::Role || old.is_some_and(|old| old.contains(&json(id))) =>
            {
                Ok(id.to_owned())
            }
            (NameMatch::Nothing, _) => Err(NoteKind::NotFound { of }),
            (NameMatch::Several(ids), _) => Err(NoteKind::Ambiguous { of, count: ids.len() }),
        }
    }

    /// A level that the scale has, or the one that is there.
    fn level_of(
        &self,
        scale: Option<&str>,
        cell: &SheetCell,
        text: &str,
        old: Option<&str>,
    ) -> Result<Option<String>, NoteKind> {
        let level = self.levels(scale, cell, text)?;
        let count = self.directory.scales.iter().find(|known| Some(known.id.as_str()) == scale);
        let count = count.map(|scale| scale.levels.len()).filter(|count| *count > 0);
        let (Some(said), Some(count)) = (&level, count) else { return Ok(level) };
        let ends: Vec<i32> =
            serde_json::from_str(said).or_else(|_| said.parse().map(|one| vec![one])).unwrap_or_default();
        let is_on = |level: &i32| usize::try_from(*level).is_ok_and(|level| (1..=count).contains(&level));
        if ends.iter().all(is_on) || old == Some(said) { Ok(level) } else { Err(NoteKind::NotALevel) }
    }

    /// A level by its number or its name, or a range of numbers. Signs that other programs write for "not rated" say
    /// nothing.
    fn levels(&self, scale: Option<&str>, cell: &SheetCell, text: &str) -> Result<Option<String>, NoteKind> {
        if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '?')) {
            return Ok(None);
        }
        if let Ok(level) = text.parse::<i32>() {
            return Ok(Some(level.to_string()));
        }
        if let SheetCell::Number(_) = cell {
            return whole(number(cell)?, f64::from(i32::MIN), f64::from(i32::MAX))
                .map(Some)
                .map_err(|_| NoteKind::NotALevel);
        }
        if let Some((low, high)) = range(text) {
            return Ok(Some(json(&[low, high])));
        }
        let scale = self.directory.scales.iter().find(|known| Some(known.id.as_str()) == scale);
        let wanted = normal(text);
        let named = |wanted: &str| {
            let called = |language| {
                let mut levels = scale.into_iter().flat_map(|scale| &scale.levels);
                levels.position(|level| normal(level.say(language)) == wanted)
            };
            called(Language::Swedish).or_else(|| called(Language::English))
        };
        // "4 – high": a number and the name of that level.
        let figures = wanted.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(0);
        let (figure, name) = wanted.split_at(figures);
        let name = name.trim_matches([' ', '-', '–', '.', ':', '(', ')']);
        let level = named(&wanted).or_else(|| named(name).filter(|level| figure.parse() == Ok(level + 1)));
        Ok(Some((level.ok_or(NoteKind::NotALevel)? + 1).to_string()))
    }
}

/// Whether a text is nothing but a dash, which says nothing.
fn is_dash(text: &str) -> bool {
    text.chars().all(|letter| matches!(letter, '-' | '–' | '—'))
}

/// Whether two values of a column say the same.
pub(super) fn same(form: CellForm, one: &str, other: &str) -> bool {
    let number = |raw: &str| raw.parse::<f64>().ok();
    let texts = |raw: &str| serde_json::from_str::<Vec<String>>(raw).unwrap_or_default();
    match form {
        CellForm::Whole | CellForm::Number | CellForm::Steps => number(one) == number(other),
        CellForm::Plain => same_text(&plain(one), &plain(other)),
        CellForm::Said | CellForm::SaidEn => {
            let ((a, b), (c, d)) = (by_language(one), by_language(other));
            same_text(&a, &c) && same_text(&b, &d)
        }
        CellForm::Plains => {
            let (one, other) = (texts(one), texts(other));
            one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| same_text(a, b))
        }
        CellForm::Many(_) => {
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
    enum CellText {
        Plain(String),
        Languages { sv: Option<String>, en: Option<String> },
    }
    match serde_json::from_str(raw) {
        Ok(CellText::Plain(text)) => (text, String::new()),
        Ok(CellText::Languages { sv, en }) => (sv.unwrap_or_default(), en.unwrap_or_default()),
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
fn joined(texts: &[String]) -> SheetCell {
    let texts: Vec<String> = texts.iter().map(|text| text.replace(['\r', '\n'], " ")).collect();
    if texts.iter().any(|text| text.contains(';')) {
        SheetCell::text(texts.join("\n") + "\n")
    } else {
        SheetCell::text(texts.join("; "))
    }
}

/// The texts of a cell: its lines, or what stands between semicolons.
pub(super) fn parts(text: &str) -> Vec<String> {
    let separator = if text.contains('\n') { '\n' } else { ';' };
    text.split(separator).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The day of a cell, as JSON. Of a term in one cell a first day is its beginning and a last day its end.
fn day_of(column: &SheetColumn, cell: &SheetCell) -> Result<Option<String>, NoteKind> {
    let day = match (day::read(cell)?, column.field.id) {
        (day::Said::Nothing, _) | (day::Said::NoEnd, "until") => None,
        (day::Said::On(day, None), _)
        | (day::Said::On(day, Some(End::First)), "from")
        | (day::Said::On(day, Some(End::Last)), "until" | "due") => Some(day),
        (day::Said::Between(first, _), "from") => Some(first),
        (day::Said::Between(_, last), "until") => last,
        _ => return Err(NoteKind::NotADay),
    };
    Ok(day.map(|day| json(&day.to_string())))
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
