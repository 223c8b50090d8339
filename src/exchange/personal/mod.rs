//! Personal identity numbers, which no import takes in: personnummer and samordningsnummer.

mod written;

use super::names::{heading, invisible};
use super::sheet::SheetCell;
use crate::organisation::value::Date;

/// The cell without personal identity numbers, where it holds any. `telephone` says that the column holds telephone
/// numbers: ten digits in one piece that begin with 0 are then left as they are.
pub(super) fn without(cell: &SheetCell, telephone: bool) -> Option<SheetCell> {
    match cell {
        SheetCell::Text(text) => without_in(text, telephone).map(SheetCell::text),
        SheetCell::Number(number) => {
            let number = number.abs();
            let is_one = match () {
                // A telephone number has lost its zero in the same way.
                () if number.fract() == 0.0 && telephone && number < 1e10 => false,
                // A spreadsheet takes away the zeros that a number begins with.
                () if number.fract() == 0.0 => {
                    (1e8..1e13).contains(&number) && is_number(&format!("{number:010.0}"), "")
                }
                // 900101,9802
                () => {
                    let decimals = number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
                    (3..=4).contains(&decimals) && without_in(&format!("{number:.4}"), false).is_some()
                }
            };
            is_one.then_some(SheetCell::Empty)
        }
        _ => None,
    }
}

/// The name of a file or a sheet without personal identity numbers, where it holds any.
pub(super) fn without_in_name(name: &str) -> Option<String> {
    without_in(name, false)
}

fn without_in(text: &str, telephone: bool) -> Option<String> {
    if let Some(figures) = written::of_power(text.trim()) {
        return without_in(&figures, telephone);
    }
    // As it is seen: marks that nobody sees, and figures of another width, do not hide a number.
    let seen = |letter: &char| !invisible(*letter);
    let figure = |letter: char| match u32::from(letter) {
        code @ 0xFF10..=0xFF19 => char::from_digit(code - 0xFF10, 10).unwrap_or(letter),
        _ => letter,
    };
    let letters: Vec<char> = text.chars().filter(seen).map(figure).collect();
    let mut kept = String::new();
    let mut at = 0;
    let mut found = false;
    while at < letters.len() {
        let length = written::length_at(&letters, at, telephone);
        if length == 0 {
            kept.push(letters[at]);
            at += 1;
        } else {
            found = true;
            at += length;
        }
    }
    found.then(|| if says_nothing(&kept) { String::new() } else { kept.trim().to_owned() })
}

/// Whether what is left of a cell is nothing but signs and a figure or two that stood beside the number.
fn says_nothing(kept: &str) -> bool {
    const FEWEST: usize = 5;
    let figures = kept.chars().filter(char::is_ascii_digit).count();
    !kept.chars().any(char::is_alphabetic) && figures < FEWEST
}

/// Whether a cell is a number that has lost two or three zeros: of somebody born in 2000. So few figures may be something
/// else where a column holds numbers of its own.
pub(super) fn is_of_2000(cell: &SheetCell) -> bool {
    let figures = match cell {
        SheetCell::Number(number) if number.fract() == 0.0 && (1e6..1e8).contains(number) => format!("{number:.0}"),
        SheetCell::Text(text) => text.trim().to_owned(),
        _ => return false,
    };
    let well = matches!(figures.len(), 7 | 8) && figures.bytes().all(|digit| digit.is_ascii_digit());
    well && is_number(&format!("{figures:0>10}"), "")
}

/// Whether a cell of a column of identity numbers has to go: whatever has figures enough for a date of birth.
pub(super) fn could_be(cell: &SheetCell) -> bool {
    let figures = cell.plain().chars().filter(char::is_ascii_digit).count();
    !matches!(cell, SheetCell::Yes(_)) && (6..=14).contains(&figures)
}

/// Whether a heading is one of identity numbers.
pub(super) fn is_heading(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "personnummer",
        "personnr",
        "persnr",
        "samordningsnummer",
        "samordningsnr",
        "fødselsnummer",
        "fødselsnr",
        "nationalid",
        "personalidentity",
        "socialsecurity",
        "cprnummer",
        "cprnr",
    ];
    const WHOLE: &[&str] = &["pnr", "cpr", "ssn", "pnummer", "födelsenummer", "födelsenr"];
    let heading = heading(text);
    WORDS.iter().any(|word| heading.contains(word)) || WHOLE.contains(&&*heading)
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
        for text in [
            "189001019802",
            "18900101-9802",
            "900101+9802",
            "900101-9802",
            "9001019802",
            "18900101 9802",
            "900101 - 9802",
            "1890-01-01-9802",
            "1890-01-01 9802",
            "90 01 01 9802",
            "90 01 01-9802",
            "1890 01 01 - 9802",
            "900101\u{a0}–\u{a0}9802",
            "101019800",
            "10101-9800",
            "900101/9802",
            "900101.9802",
            "900101_9802",
            "18900101:9802",
            "900 101 9802",
            "9 001 019 802",
            "900101 98 02",
            "900101-98 02",
            "9001 01-9802",
            "90 0101-9802",
            "90 01 01 - 98 02",
            "9 0 0 1 0 1 9 8 0 2",
            "900101  -  9802",
            "900101 / 9802",
            "900101. 9802",
            "900101..9802",
            "900101 (9802)",
            "900101(9802)",
            "900101|9802",
            "18-900101-9802",
            "070-900101-9802",
            "2026-900101-9802",
            "+46 900101-9802",
            "-9001019802",
            "9,001,019,802",
            "9.001.019.802",
            "9.001019802E+09",
            "9,001019802E+09",
            "1,89001019802E11",
            "9001019802,00",
        ] {
            assert_eq!(left(text).as_deref(), Some(""), "{text}");
        }
        for text in ["900101\u{ad}-9802", "900101\u{200b}9802", "９００１０１９８０２", "900101,9802"] {
            assert_eq!(left(text).as_deref(), Some(""), "{text}");
        }
        for (text, rest) in
            [("x-900101-9802", "x-"), ("9001019802SE", "SE"), ("900101-9802X", "X"), ("id9001019802", "id")]
        {
            assert_eq!(left(text).as_deref(), Some(rest), "{text}");
        }
        assert_eq!(left("Bo Ek (900101-9802)").as_deref(), Some("Bo Ek ()"));
        assert_eq!(left("see 1890-01-01-9802").as_deref(), Some("see"));
        for (text, rest) in [
            ("Vakant efter 900101 / 9802", "Vakant efter"),
            ("Bo Ek 900101-98 02", "Bo Ek"),
            ("Bo Ek (900101) 9802, tf", "Bo Ek (, tf"),
            ("personnummer-900101-9802", "personnummer-"),
            ("900101-9802, 08-123 45 67", ", 08-123 45 67"),
        ] {
            assert_eq!(left(text).as_deref(), Some(rest), "{text}");
        }
        for number in [189_001_019_802.0, 9_001_019_802.0, 101_019_800.0, -9_001_019_802.0, 900_101.980_2] {
            assert_eq!(without(&SheetCell::Number(number), false), Some(SheetCell::Empty), "{number}");
        }
    }

    #[test]
    fn a_number_of_2000_has_lost_three_zeros() {
        for figures in ["2299808", "1019802"] {
            let number: f64 = figures.parse().unwrap();
            let is_one = is_of_2000(&SheetCell::Number(number));
            assert_eq!((is_one, is_of_2000(&SheetCell::text(figures))), (figures == "2299808", is_one), "{figures}");
        }
        assert!(!is_of_2000(&SheetCell::text("20270630")) && !is_of_2000(&SheetCell::text("229980")));
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
            "070-123 45 67",
            "07 01 23 45 67",
            "5560160680",
            "2026-07-01 12:00",
            "12345-6789",
            "101019801",
            "+46 701234502",
            // Their check digits fit.
            "070-123 45 02",
            "0701-23 45 02",
            "+45 12 10 11 08",
            "2026-01-01 12:04",
            "20260101 12:04",
            "2025-01-01 – 2027-12-31",
            "20-01-15 – 27-12-31",
            "20 01 15 – 27 12 31",
            "2025-01-01-2026-12-31",
        ] {
            assert_eq!(left(text), None, "{text}");
        }
        assert_eq!(without(&SheetCell::Number(85_000.0), false), None);
    }

    #[test]
    fn a_telephone_number_in_its_column_stays() {
        let phone = "0701019802";
        let checked = (0..10).map(|digit| format!("070101980{digit}")).find(|text| left(text).is_some());
        assert!(checked.is_some(), "one of {phone}'s kind looks like an identity number");
        assert_eq!(without_in(&checked.unwrap_or_default(), true), None);
        assert_eq!(without_in("900101-9802", true).as_deref(), Some(""));
        assert_eq!(without_in("101019800", true), None);
        assert_eq!(without(&SheetCell::Number(101_019_800.0), true), None);
    }

    #[test]
    fn a_column_of_identity_numbers_keeps_no_date_of_birth() {
        assert!(is_heading("Personnummer (ÅÅMMDD-XXXX)") && is_heading("Pers.nr") && is_heading("PNR"));
        assert!(!is_heading("Telefonnummer") && !is_heading("Nr"));
        for text in ["900101-9803", "900101", "1990-01-01", "900101-T12"] {
            assert!(could_be(&SheetCell::Text(text.into())), "{text}");
        }
        assert!(could_be(&SheetCell::Number(1_019_800.0)) && !could_be(&SheetCell::Text("none".into())));
    }
}
