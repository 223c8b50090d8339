//! Telephone numbers and e-mail addresses as they were before a spreadsheet reshaped them.

use super::day;
use super::import::NoteKind;
use super::names::seen;
use super::sheet::SheetCell;
use super::who::is_address;

/// The e-mail addresses of a cell, without marks, brackets and `mailto:` around them; `Err` where something in it is none.
pub(super) fn addresses(cell: &SheetCell) -> Result<Vec<String>, NoteKind> {
    let text = seen(&cell.plain());
    let bare = |part: &str| part.trim_matches(['<', '>', '(', ')', '"', '\'']).trim_start_matches("mailto:").to_owned();
    let parts = text.split([';', ',', ' ', '\n', '/', '|']).map(bare).filter(|part| !part.is_empty());
    let (found, others): (Vec<String>, Vec<String>) = parts.partition(|part| is_address(part));
    // A name may stand before the address in brackets.
    let is_named = text.contains('<') && found.len() == 1;
    if others.is_empty() || is_named { Ok(found) } else { Err(NoteKind::NotAnAddress) }
}

/// The one address of a cell, where `old` is the one there is; `Ok(None)` where the cell says nothing.
pub(super) fn address(cell: &SheetCell) -> Result<Option<String>, NoteKind> {
    let text = cell.plain();
    if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | ' ')) {
        return Ok(None);
    }
    match &addresses(cell)?[..] {
        [one] => Ok(Some(one.clone())),
        _ => Err(NoteKind::NotAnAddress),
    }
}

/// Whether a cell holds more than one e-mail address.
pub(super) fn has_several(cell: &SheetCell) -> bool {
    addresses(cell).is_ok_and(|found| found.len() > 1)
}

/// The telephone number of a cell. A number that has lost the zero or the plus it began with gets it back where that is
/// sure; where the one there is has the same figures, that one stays as it is written.
pub(super) fn telephone(cell: &SheetCell, old: Option<&str>) -> Result<Option<String>, NoteKind> {
    let text = match cell {
        SheetCell::Number(number) if number.fract() == 0.0 && (1.0..1e15).contains(number) => format!("{number:.0}"),
        SheetCell::Text(text) => without_fraction(without_mark(as_written(text))),
        _ => return Err(NoteKind::NotAPhone),
    };
    if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | ' ')) {
        return Ok(None);
    }
    if day::is_dated(&text) || is_something_else(&text) {
        return Err(NoteKind::NotAPhone);
    }
    if numbers(&text).len() > 1 {
        return Err(NoteKind::Several);
    }
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let compact: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    let is_bare = compact.bytes().all(|digit| digit.is_ascii_digit()) && !compact.starts_with('0');
    // With signs between its figures a number may be whole all the same, unless it is plain what it has lost.
    let is_reshaped = is_bare && (text == compact || lost(&compact).is_some() || is_same(&compact, old));
    if !is_reshaped {
        let lower = text.to_lowercase();
        let is_power = lower.split_once('e').is_some_and(|(head, tail)| {
            let tail = tail.strip_prefix('+').unwrap_or(tail);
            !tail.is_empty()
                && tail.bytes().all(|digit| digit.is_ascii_digit())
                && head.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        });
        return if figures(&text).len() < 2 || compact == "+46" || is_power || lower.contains("xx") {
            Err(NoteKind::NotAPhone)
        } else {
            Ok(Some(text))
        };
    }
    if let Some(old) = old.filter(|_| is_same(&compact, old)) {
        return Ok(Some(old.to_owned()));
    }
    match (compact.len(), lost(&compact)) {
        // Numbers within a house.
        (..=6, _) => Ok(Some(text)),
        (_, Some(head)) => Ok(Some(format!("{head}{text}"))),
        _ => Err(NoteKind::NotAPhone),
    }
}

/// Whether a text has so few figures, with words or signs beside them, that they are no number to be called: `våren 2027`.
fn is_something_else(text: &str) -> bool {
    const FEWEST: usize = 5;
    const BESIDE: &[&str] =
        &["tel", "tfn", "telefon", "mob", "mobil", "ankn", "anknytning", "ank", "ext", "vx", "växel", "kort"];
    let low = text.to_lowercase();
    let mut words = low.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let figures = text.chars().filter(char::is_ascii_digit).count();
    // "40-50" is a range, "85.000" an amount.
    let is_amount = (figures < FEWEST && text.contains('-')) || (figures <= FEWEST + 1 && text.contains(['.', ',']));
    (is_amount && !text.starts_with(['0', '+'])) || (figures < FEWEST && words.any(|word| !BESIDE.contains(&word)))
}

/// The telephone numbers of a text: what signs or words divide it into, where that has figures enough and is no extension.
/// More figures than any number has are two numbers with nothing but a space between them.
pub(super) fn numbers(text: &str) -> Vec<String> {
    const FEWEST: usize = 4;
    const MOST: usize = 15;
    const WITHIN: &[&str] = &["ank", "ext", "kort", "int", "vx", "växel", "x"];
    let figures = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let is_number = |part: &str| figures(part) >= FEWEST && !WITHIN.iter().any(|word| part.starts_with(word));
    let low = text.to_lowercase();
    let low = [
        " och ", " eller ", " alt ", " alt. ", " el ", " el. ", " resp ", " resp. ", " samt ", " and ", " or ", " og ",
    ]
    .iter()
    .fold(low, |low, word| low.replace(word, ";"));
    let parts = low.split([';', ',', '/', '|', '&', '\n', '\t']).map(str::trim);
    let parts: Vec<String> = parts.filter(|part| is_number(part)).map(str::to_owned).collect();
    match parts[..] {
        [ref one] if figures(one) > MOST => vec![one.clone(), one.clone()],
        _ => parts,
    }
}

/// What a number of figures alone has lost, where that is sure: the zero of a mobile number, or the plus of Sweden's.
fn lost(figures: &str) -> Option<char> {
    let is_mobile =
        |rest: &str| rest.len() == 9 && ["70", "72", "73", "76", "79"].iter().any(|head| rest.starts_with(head));
    match figures.strip_prefix("46") {
        _ if is_mobile(figures) => Some('0'),
        Some(rest) if is_mobile(rest) => Some('+'),
        _ => None,
    }
}

/// Whether a number that may have lost its zero or its plus is the one there is.
fn is_same(figures: &str, old: Option<&str>) -> bool {
    let bare = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let whole = |text: &str| {
        let bare = bare(text);
        bare.strip_prefix("0046")
            .or_else(|| bare.strip_prefix("46").filter(|_| text.starts_with('+')))
            .map_or(bare.clone(), |rest| format!("0{}", rest.trim_start_matches('0')))
    };
    let written = [figures.to_owned(), format!("0{figures}"), format!("+{figures}")];
    old.is_some_and(|old| written.iter().any(|new| whole(old) == whole(new) || bare(old) == bare(new)))
}

/// A number without the mark that keeps a spreadsheet from reshaping it, or the sign that makes it a formula: `'0701234567`.
fn without_mark(text: String) -> String {
    let bare = text.trim_start_matches(['\'', '’', '=']).trim_matches('"');
    if bare.starts_with(['0', '+']) && bare != text { bare.to_owned() } else { text }
}

/// A number without the nothing behind its decimal sign: `701234567,0`.
fn without_fraction(text: String) -> String {
    let whole = [".0", ",0", ".00", ",00"].iter().find_map(|nothing| text.strip_suffix(nothing));
    let whole = whole.filter(|whole| whole.len() > 6 && whole.bytes().all(|digit| digit.is_ascii_digit()));
    whole.map(str::to_owned).unwrap_or(text)
}

/// A text with its spaces as they are, unless there is something in it that nobody sees.
fn as_written(text: &str) -> String {
    let clean = seen(text);
    if text.split_whitespace().eq(clean.split_whitespace()) { text.trim().to_owned() } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(text: &str) -> Result<Option<String>, NoteKind> {
        telephone(&SheetCell::Text(text.into()), None)
    }

    #[test]
    fn a_number_gets_back_the_zero_it_has_lost_where_that_is_sure() {
        let said = |text: &str| Ok(Some(text.to_owned()));
        assert_eq!(phone("701234567"), said("0701234567"));
        assert_eq!(telephone(&SheetCell::Number(701_234_567.0), None), said("0701234567"));
        assert_eq!(phone("701234567,0"), said("0701234567"));
        assert_eq!(
            [phone("7.01234567E8"), phone("070-XXX XX XX")],
            [Err(NoteKind::NotAPhone), Err(NoteKind::NotAPhone)]
        );
        assert_eq!(phone("46701234567"), said("+46701234567"));
        for (text, expected) in [
            ("701 234 567", "0701 234 567"),
            ("70-123 45 67", "070-123 45 67"),
            ("46 70 123 45 67", "+46 70 123 45 67"),
            ("'0701234567", "0701234567"),
            ("=0701234567", "0701234567"),
        ] {
            assert_eq!(phone(text), said(expected), "{text}");
        }
        for text in ["070-123 45 67", "0701234567", "+46 70 123 45 67", "12345", "08-123 45 01 (vx)", "12 34 56 78"] {
            assert_eq!(phone(text), said(text), "{text}");
        }
        assert_eq!(phone("-"), Ok(None));
    }

    #[test]
    fn a_number_that_is_not_whole_is_none() {
        let none = ["81234501", "7,01234567E+08", "none", "?", "123456789012"];
        for text in none.into_iter().chain([
            "våren 2027",
            "A-12",
            "40-50",
            "85.000",
            "+46",
            "3/4/2027",
            "2027-06-30",
            "30 juni 2027",
        ]) {
            assert_eq!(phone(text), Err(NoteKind::NotAPhone), "{text}");
        }
        assert_eq!(telephone(&SheetCell::Number(0.5), None), Err(NoteKind::NotAPhone));
    }

    #[test]
    fn two_numbers_in_one_cell_are_told_from_one() {
        for text in [
            "070-123 45 67, 08-123 45 67",
            "070-123 45 67 / 08-123 45 67",
            "070-1234567 08-12345678",
            "0701234567;0701234568",
            "08-123 45 67 eller 070-123 45 67",
            "070-123 45 67\n08-123 45 67",
            "12345, 12346",
        ] {
            assert_eq!(phone(text), Err(NoteKind::Several), "{text}");
        }
        for text in
            ["08-123 45 01/02", "08-123 45 01, ankn 1234", "+46 (0)70-123 45 67", "0046 70 123 45 67", "08/123 45 67"]
        {
            assert_eq!(phone(text), Ok(Some(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_number_with_the_figures_of_the_one_there_is_changes_nothing() {
        for old in ["0701234567", "070-123 45 67", "+46 70 123 45 67"] {
            assert_eq!(telephone(&SheetCell::Number(701_234_567.0), Some(old)), Ok(Some(old.to_owned())), "{old}");
        }
        let stockholm = telephone(&SheetCell::Number(81_234_501.0), Some("08-123 45 01"));
        assert_eq!(stockholm, Ok(Some("08-123 45 01".to_owned())));
        assert_eq!(telephone(&SheetCell::Number(701_234_568.0), Some("0701234567")), Ok(Some("0701234568".to_owned())));
    }

    #[test]
    fn an_address_is_taken_out_of_what_programs_put_around_it() {
        let said = |text: &str| address(&SheetCell::Text(text.into()));
        for text in [
            "eva@example.se",
            " mailto:eva@example.se",
            "\u{202a}eva@example.se\u{202c}",
            "Eva Al <eva@example.se>",
            "<eva@example.se>",
        ] {
            assert_eq!(said(text), Ok(Some("eva@example.se".to_owned())), "{text}");
        }
        for text in ["none", "eva@example.se; bo@example.se", "eva(at)example.se", "?"] {
            assert_eq!(said(text), Err(NoteKind::NotAnAddress), "{text}");
        }
        assert_eq!(said("-"), Ok(None));
    }
}
