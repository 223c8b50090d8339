//! The number that a cell says, where it can be read in one way only.

use super::import::NoteKind;
use super::names::seen;
use super::sheet::SheetCell;

/// The number of a cell. `85.000` is eighty-five to one reader and eighty-five thousand to another, and is none.
pub(super) fn number(cell: &SheetCell) -> Result<f64, NoteKind> {
    let number = match cell {
        SheetCell::Number(number) => Some(*number),
        _ => of_text(&seen(&cell.plain()).to_lowercase()),
    };
    number.filter(|number| number.is_finite()).map(without_noise).ok_or(NoteKind::NotANumber)
}

/// A number without what calculating with fractions of two leaves behind it: `2.9999999996` is 3.
fn without_noise(number: f64) -> f64 {
    let rounded = (number * 1e6).round() / 1e6;
    if (number - rounded).abs() <= 1e-9 * number.abs().max(1.0) { rounded } else { number }
}

/// What can stand behind an amount, and how many times it that makes.
const UNITS: &[(&str, f64)] = &[
    ("tkr", 1e3),
    ("ksek", 1e3),
    ("tsek", 1e3),
    ("mkr", 1e6),
    ("mnkr", 1e6),
    ("msek", 1e6),
    ("miljoner kr", 1e6),
    ("miljoner kronor", 1e6),
    ("tusen kr", 1e3),
    ("kronor", 1.0),
    ("kr", 1.0),
    ("sek", 1.0),
    ("st", 1.0),
    ("personer", 1.0),
    ("pers", 1.0),
    ("anställda", 1.0),
    ("medarbetare", 1.0),
    ("employees", 1.0),
    ("people", 1.0),
    ("timmar", 1.0),
    ("tim", 1.0),
    ("h", 1.0),
    ("hours", 1.0),
    (":-", 1.0),
    (",-", 1.0),
];

fn of_text(text: &str) -> Option<f64> {
    let text = text.replace('−', "-");
    let text = text.strip_prefix("kr").or_else(|| text.strip_prefix("sek")).unwrap_or(&text).trim();
    let text = text.strip_suffix('.').filter(|text| text.ends_with(char::is_alphabetic)).unwrap_or(text);
    let unit = UNITS.iter().find_map(|(unit, times)| Some((text.strip_suffix(unit)?.trim(), *times)));
    let (text, times) =
        unit.filter(|(rest, _)| rest.ends_with(|last: char| last.is_ascii_digit())).unwrap_or((text, 1.0));
    let (sign, text) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (if text.starts_with('-') { -1.0 } else { 1.0 }, rest),
        None => (1.0, text),
    };
    Some(sign * times * figures(text)?)
}

/// A number in figures without a sign, with spaces, points, commas or apostrophes between thousands, or a decimal sign.
fn figures(text: &str) -> Option<f64> {
    let is_space = |letter: char| letter.is_whitespace() || matches!(letter, '\'' | '’');
    let text: String = text.chars().map(|letter| if is_space(letter) { ' ' } else { letter }).collect();
    if !text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | ',')) {
        return None;
    }
    let signs: Vec<(usize, char)> = text.char_indices().filter(|(_, letter)| matches!(letter, '.' | ',')).collect();
    let count = |sign: char| signs.iter().filter(|(_, letter)| *letter == sign).count();
    // The decimal sign, if there is one, and the sign between thousands.
    let (decimal, thousands) = match signs[..] {
        [] => (None, ' '),
        [(at, _)] => {
            let (whole, decimals) = (&text[..at], &text[at + 1..]);
            let in_two_ways =
                decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') && !text.contains(' ');
            if in_two_ways {
                return None;
            }
            (Some(at), ' ')
        }
        [.., (at, last)] if count(last) == 1 => (Some(at), signs[0].1),
        [(_, first), ..] if count(first) == signs.len() => (None, first),
        _ => return None,
    };
    let (whole, decimals) = decimal.map_or((&*text, ""), |at| (&text[..at], &text[at + 1..]));
    let groups: Vec<&str> = whole.split(thousands).collect();
    let digits = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit());
    let fits = match groups[..] {
        [one] => digits(one),
        [first, ref rest @ ..] => {
            (1..=3).contains(&first.len())
                && digits(first)
                && rest.iter().all(|group| group.len() == 3 && digits(group))
        }
        [] => false,
    };
    if !fits || !digits(decimals) || (groups.concat().is_empty() && decimals.is_empty()) {
        return None;
    }
    format!("0{}.{decimals}0", groups.concat()).parse().ok()
}

/// A number from least to most, without a fraction, as JSON.
pub(super) fn whole(number: f64, least: f64, most: f64) -> Result<String, NoteKind> {
    let fits = number.fract() == 0.0 && (least..=most).contains(&number);
    if fits { Ok(format!("{number:.0}")) } else { Err(NoteKind::NotWhole) }
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
            ("−5", -5.0),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1 234 567 kr", 1_234_567.0),
            ("1\u{2009}234\u{202f}567", 1_234_567.0),
            ("1.250.000", 1_250_000.0),
            ("1,250,000", 1_250_000.0),
            ("1'250'000", 1_250_000.0),
            ("5 tkr", 5000.0),
            ("2,5 mkr", 2_500_000.0),
            ("2,5 Mkr.", 2_500_000.0),
            ("85 000:-", 85_000.0),
            ("85 000,-", 85_000.0),
            ("SEK 500", 500.0),
            ("0,125", 0.125),
            ("1 234,500", 1234.5),
            ("2.9999999996", 3.0),
            ("40 st", 40.0),
            ("12.5000", 12.5),
            ("1234,567", 1234.567),
        ] {
            assert_eq!(number(&SheetCell::Text(text.into())), Ok(expected), "{text}");
        }
        assert_eq!(number(&SheetCell::Number(2.999_999_999_6)), Ok(3.0));
        assert_eq!(number(&SheetCell::Number(0.1 + 0.2)), Ok(0.3));
    }

    #[test]
    fn a_text_that_is_no_one_number_is_none() {
        for text in [
            "85.000",
            "12,500",
            "-1,234",
            "many",
            "inf",
            "nan",
            "1e999",
            "1,23E+05",
            "2026-07-01",
            "ca 40",
            "~40",
            "40-50",
            ">40",
            "12 34",
            "1.25.000",
            "40 %",
            "500 EUR",
            "",
            ".",
            "1,2,3.4.5",
        ] {
            assert_eq!(number(&SheetCell::Text(text.into())), Err(NoteKind::NotANumber), "{text}");
        }
    }
}
