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
/// sure; where the one there is has the same figures, that one stays as it is written. `is_kept` says that the cell comes
/// from a program that keeps figures as they are.
pub(super) fn telephone(cell: &SheetCell, old: Option<&str>, is_kept: bool) -> Result<Option<String>, NoteKind> {
    let text = match cell {
        SheetCell::Number(number) if number.fract() == 0.0 && (1.0..1e15).contains(number) => format!("{number:.0}"),
        SheetCell::Text(text) => without_fraction(without_mark(as_written(text))),
        _ => return Err(NoteKind::NotAPhone),
    };
    if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | ' ')) {
        return Ok(None);
    }
    if old == Some(&*text) {
        return Ok(Some(text));
    }
    if day::is_dated(&text) || is_something_else(&text) {
        return Err(NoteKind::NotAPhone);
    }
    if numbers(&text).len() > 1 {
        return Err(NoteKind::Several);
    }
    let (head, number, tail) = apart(&text);
    let mended = mended(number);
    let number = mended.as_deref().unwrap_or(number);
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let compact: String = number.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    let is_bare = !compact.is_empty() && compact.bytes().all(|digit| digit.is_ascii_digit());
    if let Some(old) = old.filter(|_| is_bare && (mended.is_some() || !head.is_empty() || !compact.starts_with('0')))
        && is_same(&compact, Some(old))
    {
        return Ok(Some(old.to_owned()));
    }
    if is_cut(&compact, old) {
        return Err(NoteKind::NotAPhone);
    }
    let whole = |begun: &str| Ok(Some(format!("{head}{begun}{number}{tail}")));
    // With signs between its figures a number may be whole all the same, unless it is plain what it has lost.
    let is_reshaped = is_bare && !compact.starts_with('0') && (number == compact || lost(&compact).is_some());
    if !is_reshaped {
        let lower = text.to_lowercase();
        let is_power = lower.split_once('e').is_some_and(|(head, tail)| {
            let tail = tail.strip_prefix('+').unwrap_or(tail);
            !tail.is_empty()
                && tail.bytes().all(|digit| digit.is_ascii_digit())
                && head.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        });
        let is_none = figures(&text).len() < 2 || compact == "+46" || is_power || lower.contains("xx");
        return if is_none { Err(NoteKind::NotAPhone) } else { whole("") };
    }
    match (compact.len(), lost(&compact)) {
        // Numbers within a house.
        (..=6, _) => whole(""),
        (_, Some(head)) => whole(&head.to_string()),
        (..=15, None) if is_kept => whole(""),
        _ => Err(NoteKind::NotAPhone),
    }
}

/// A text in three: what stands before the number to call, the number, and what stands behind it.
fn apart(text: &str) -> (&str, &str, &str) {
    let is_first = |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '(');
    let Some(start) = text.find(is_first) else { return (text, "", "") };
    let rest = &text[start..];
    let end = rest.find(char::is_alphabetic).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches(|letter: char| !letter.is_ascii_digit());
    if number.is_empty() { (text, "", "") } else { (&text[..start], number, &rest[number.len()..]) }
}

/// A number of which signs have been put among the figures by something that took it for an amount, or that stands for
/// its zero in brackets: `701.234.567`, `0,701234567`, `(0)701234567`.
fn mended(number: &str) -> Option<String> {
    if let Some(rest) = number.strip_prefix("(0)") {
        return Some(format!("0{rest}"));
    }
    let sign = if number.contains('.') { '.' } else { ',' };
    let groups: Vec<&str> = number.split(sign).collect();
    let are_figures = groups.iter().all(|group| group.bytes().all(|figure| figure.is_ascii_digit()));
    let (first, rest) = groups.split_first()?;
    let is_amount = !first.starts_with('0') && rest.len() > 1 && rest.iter().all(|group| group.len() == 3);
    let is_fraction = *first == "0" && matches!(rest, [one] if one.len() > 6);
    (are_figures && (is_amount || is_fraction)).then(|| groups.concat())
}

/// Whether a number is a part of one: a mobile number without its last figures, or fewer figures than any whole number
/// has where there is a whole one.
fn is_cut(compact: &str, old: Option<&str>) -> bool {
    const WHOLE: usize = 8;
    const MOBILE: usize = 10;
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let is_mobile = ["070", "072", "073", "076", "079"].iter().any(|head| compact.starts_with(head));
    let is_bare = compact.bytes().all(|digit| digit.is_ascii_digit());
    (is_bare && is_mobile && compact.len() < MOBILE)
        || (figures(compact) < WHOLE && old.is_some_and(|old| figures(old) >= WHOLE))
}

/// The address of a page on the web, as it is written.
pub(super) fn web(cell: &SheetCell) -> Result<Option<String>, NoteKind> {
    let text = seen(&cell.plain());
    if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | ' ')) {
        return Ok(None);
    }
    let host =
        text.split_once("://").map_or(&*text, |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or_default();
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    let (host, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_host = host.contains('.') && host.split('.').all(is_part) && host.chars().any(char::is_alphabetic);
    let is_web = is_host && port.bytes().all(|figure| figure.is_ascii_digit()) && !text.contains(char::is_whitespace);
    if is_web { Ok(Some(text)) } else { Err(NoteKind::NotAWebAddress) }
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
        telephone(&SheetCell::Text(text.into()), None, false)
    }

    #[test]
    fn a_number_gets_back_the_zero_it_has_lost_where_that_is_sure() {
        let said = |text: &str| Ok(Some(text.to_owned()));
        assert_eq!(phone("701234567"), said("0701234567"));
        assert_eq!(telephone(&SheetCell::Number(701_234_567.0), None, false), said("0701234567"));
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
        assert_eq!(telephone(&SheetCell::Number(0.5), None, false), Err(NoteKind::NotAPhone));
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
            assert_eq!(
                telephone(&SheetCell::Number(701_234_567.0), Some(old), false),
                Ok(Some(old.to_owned())),
                "{old}"
            );
        }
        let stockholm = telephone(&SheetCell::Number(81_234_501.0), Some("08-123 45 01"), false);
        assert_eq!(stockholm, Ok(Some("08-123 45 01".to_owned())));
        let other = telephone(&SheetCell::Number(701_234_568.0), Some("0701234567"), false);
        assert_eq!(other, Ok(Some("0701234568".to_owned())));
    }

    #[test]
    fn a_right_number_is_never_overwritten_by_a_damaged_one() {
        let old = "070-123 45 67";
        let with = |text: &str| telephone(&SheetCell::text(text), Some(old), false);
        for text in [
            "tel 701234567",
            "mob. 701234567",
            "701234567 (jobb)",
            "(0)701234567",
            "701.234.567",
            "701,234,567",
            "0,701234567",
            "0.701234567",
            "tel: 070-123 45 67",
        ] {
            assert_eq!(with(text), Ok(Some(old.to_owned())), "{text}");
        }
        for text in ["070-123", "12345", "0701", "tel 1234567", "07012345"] {
            assert_eq!(with(text), Err(NoteKind::NotAPhone), "{text}");
        }
        assert_eq!(with("08-765 43 21 (vx)"), Ok(Some("08-765 43 21 (vx)".to_owned())));
        assert_eq!(telephone(&SheetCell::text("12345"), Some("12346"), false), Ok(Some("12345".to_owned())));
    }

    #[test]
    fn a_number_with_words_beside_it_gets_back_its_zero_too() {
        for (text, said) in [
            ("tel 701234567", "tel 0701234567"),
            ("701234567 (jobb)", "0701234567 (jobb)"),
            ("701.234.567", "0701234567"),
            ("0,701234567", "0701234567"),
        ] {
            assert_eq!(phone(text), Ok(Some(said.to_owned())), "{text}");
        }
        for text in ["tel 81234501", "070-123 45 6", "812.345.678"] {
            assert_eq!(phone(text), Err(NoteKind::NotAPhone), "{text}");
        }
    }

    #[test]
    fn a_program_that_keeps_figures_loses_no_zero() {
        assert_eq!(telephone(&SheetCell::text("12345678"), None, true), Ok(Some("12345678".to_owned())));
        assert_eq!(telephone(&SheetCell::text("12345678"), None, false), Err(NoteKind::NotAPhone));
        assert_eq!(telephone(&SheetCell::text("7,01E+08"), None, true), Err(NoteKind::NotAPhone));
    }

    #[test]
    fn an_address_on_the_web_is_told_from_words() {
        for text in ["https://example.org/ombud", "www.example.org", "example.org:8080/a?b"] {
            assert_eq!(web(&SheetCell::text(text)), Ok(Some(text.to_owned())), "{text}");
        }
        for text in ["saknas", "se hemsidan", "finns ej.", "1.2", "intranätet"] {
            assert_eq!(web(&SheetCell::text(text)), Err(NoteKind::NotAWebAddress), "{text}");
        }
        assert_eq!(web(&SheetCell::text("–")), Ok(None));
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
