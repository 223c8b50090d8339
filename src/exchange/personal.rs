//! Personal identity numbers, which no import takes in: personnummer and samordningsnummer.

use super::sheet::Cell;
use crate::organisation::value::Date;

/// The cell without personal identity numbers, where it holds any. `telephone` says that the column holds telephone
/// numbers: ten digits in one piece that begin with 0 are then left as they are.
pub(super) fn without(cell: &Cell, telephone: bool) -> Option<Cell> {
    match cell {
        Cell::Text(text) => without_in(text, telephone).map(Cell::text),
        Cell::Number(number) if number.fract() == 0.0 && (1e8..1e13).contains(number) => {
            // A spreadsheet takes away the zeros that a number begins with.
            let digits = format!("{number:010.0}");
            is_number(&digits, "").then_some(Cell::Empty)
        }
        _ => None,
    }
}

fn without_in(text: &str, telephone: bool) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    let mut found = false;
    while at < letters.len() {
        let length = if at > 0 && part_of_a_number(letters[at - 1]) { 0 } else { length_at(&letters[at..], telephone) };
        if length == 0 {
            kept.push(letters[at]);
            at += 1;
        } else {
            found = true;
            at += length;
        }
    }
    let empty = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':' | '-' | '\'');
    found.then(|| if kept.chars().all(empty) { String::new() } else { kept.trim().to_owned() })
}

fn part_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '-' || letter == '+'
}

/// Letters of the identity number that a text begins with; 0 where it begins with none.
fn length_at(letters: &[char], telephone: bool) -> usize {
    let digits = |letters: &[char]| letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
    let first = digits(letters);
    let (date, gap) = match (first, letters.get(first)) {
        (10 | 12, _) => (first - 4, 0),
        (6 | 8, Some('-' | '+' | ' ' | '\u{a0}' | '–' | '\u{2010}' | '\u{2011}')) => (first, 1),
        _ => return 0,
    };
    if telephone && first == 10 && letters[0] == '0' {
        return 0;
    }
    let last = &letters[date + gap..];
    if digits(last) != 4 {
        return 0;
    }
    // In an id such as 18900101-9802-4a2b nobody is meant.
    let goes_on = match last[4..] {
        [letter, ..] if letter.is_alphanumeric() => true,
        ['-', letter, ..] => letter.is_alphanumeric(),
        _ => false,
    };
    let text = |letters: &[char]| letters.iter().collect::<String>();
    if !goes_on && is_number(&text(&letters[..date]), &text(&last[..4])) { date + gap + 4 } else { 0 }
}

/// Whether the digits are a number of a person: a day that exists, sixty added to it in samordningsnummer, and the
/// check digit.
fn is_number(date: &str, last: &str) -> bool {
    let digits = format!("{date}{last}");
    let (century, short) = digits.split_at(digits.len().saturating_sub(10));
    if short.len() != 10 || !short.bytes().all(|digit| digit.is_ascii_digit()) {
        return false;
    }
    let part = |from: usize| short[from..from + 2].parse::<u32>().unwrap_or_default();
    let day = if part(4) > 60 { part(4) - 60 } else { part(4) };
    let exists = |century: i32| {
        Date::from_ymd_opt(century * 100 + i32::try_from(part(0)).unwrap_or_default(), part(2), day).is_some()
    };
    let exists = match century {
        "" => exists(19) || exists(20),
        "18" => exists(18),
        "19" => exists(19),
        "20" => exists(20),
        _ => false,
    };
    exists && checks(short)
}

/// Luhn's check: every other digit doubled, the sum of all digits a multiple of ten.
fn checks(ten: &str) -> bool {
    let sum: u32 = ten
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 })
        .map(|product| product / 10 + product % 10)
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of these tests are of the series that the tax agency publishes for testing.
    fn left(text: &str) -> Option<String> {
        without_in(text, false)
    }

    #[test]
    fn identity_numbers_are_dropped_however_they_are_written() {
        for text in ["189001019802", "18900101-9802", "900101+9802", "900101-9802", "9001019802", "18900101 9802"] {
            assert_eq!(left(text).as_deref(), Some(""), "{text}");
        }
        assert_eq!(left("Bo Ek (900101-9802)").as_deref(), Some("Bo Ek ()"));
        assert_eq!(without(&Cell::Number(189_001_019_802.0), false), Some(Cell::Empty));
    }

    #[test]
    fn a_coordination_number_adds_sixty_to_the_day() {
        assert_eq!(left("701063-2391").as_deref(), Some(""));
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "900101-9803",
            "556016-0680",
            "08-123 45 67",
            "900231-9802",
            "1234567890123",
            "18900101-9802-4a2b-8c3d-000000000001",
            "2026-07-01",
            "123",
        ] {
            assert_eq!(left(text), None, "{text}");
        }
        assert_eq!(without(&Cell::Number(85_000.0), false), None);
    }

    #[test]
    fn a_telephone_number_in_its_column_stays() {
        let phone = "0701019802";
        let checked = (0..10).map(|digit| format!("070101980{digit}")).find(|text| left(text).is_some());
        assert!(checked.is_some(), "one of {phone}'s kind looks like an identity number");
        assert_eq!(without_in(&checked.unwrap_or_default(), true), None);
        assert_eq!(without_in("900101-9802", true).as_deref(), Some(""));
    }
}
