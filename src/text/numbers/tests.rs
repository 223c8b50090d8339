//! Days, counts and amounts in both languages, at the edges of their grammar.

use super::*;
use Language::{English, Swedish};

fn day(text: &str) -> Date {
    crate::organisation::value::parse_date(text).unwrap()
}

#[test]
fn days_are_written_in_words() {
    assert_eq!(date(day("2026-11-22"), Swedish), "22\u{a0}november 2026");
    assert_eq!(date(day("2026-05-01"), English), "1\u{a0}May 2026");
    assert_eq!(short_date(day("2026-06-30"), Swedish), "30\u{a0}juni\u{a0}2026");
    assert_eq!(short_date(day("2026-03-30"), English), "30\u{a0}Mar\u{a0}2026");
    assert_eq!(date_near(day("2026-06-30"), day("2026-11-22"), Swedish), "30\u{a0}juni");
    assert_eq!(date_near(day("2027-01-31"), day("2026-11-22"), English), "31\u{a0}January 2027");
}

#[test]
fn thousands_and_decimals_follow_the_language() {
    assert_eq!(integer(999, Swedish), "999");
    assert_eq!(integer(1_234_567, Swedish), "1\u{a0}234\u{a0}567");
    assert_eq!(integer(1_234_567, English), "1,234,567");
    assert_eq!(decimal(2.50, 2, Swedish), "2,5");
    assert_eq!(decimal(-1234.0, 1, English), "−1,234");
    assert_eq!(decimal(-0.001, 1, English), "0");
    assert_eq!(of(1113, 2000, English), "1,113 of 2,000");
}

#[test]
fn small_numbers_are_spelled_and_agree_with_their_noun() {
    assert_eq!(spelled(1, false, Swedish), "en");
    assert_eq!(spelled(1, true, Swedish), "ett");
    assert_eq!(spelled(0, true, Swedish), "inga");
    assert_eq!(spelled(12, false, English), "twelve");
    assert_eq!(spelled(13, false, English), "13");
}

#[test]
fn amounts_are_rounded_to_millions_and_billions() {
    assert_eq!(sek(50e6, Swedish), "50 miljoner kronor");
    assert_eq!(sek(1e6, Swedish), "1 miljon kronor");
    assert_eq!(sek(1.0, Swedish), "1 krona");
    assert_eq!(sek(5.5e9, English), "SEK\u{a0}5.5 billion");
    assert_eq!(sek(85_000.0, Swedish), "85\u{a0}000 kronor");
    assert_eq!(bytes(812, Swedish), "812 byte");
    assert_eq!(bytes(1_449_000, Swedish), "1,4\u{a0}MB");
}

#[test]
fn frequencies_are_said_as_intervals() {
    let per_year = Some("per year");
    assert_eq!(bounds(None, Some(0.1), per_year, Swedish).unwrap(), "högst en gång på tio år");
    assert_eq!(bounds(Some(0.1), None, per_year, English).unwrap(), "more often than once in ten years");
    assert_eq!(bounds(None, Some(0.0001), per_year, Swedish).unwrap(), "högst en gång på 10\u{a0}000 år");
    assert_eq!(bounds(None, Some(1.0), per_year, Swedish).unwrap(), "högst en gång om året");
    assert_eq!(bounds(None, Some(2.0), per_year, English).unwrap(), "at most two times a year");
    assert_eq!(bounds(None, Some(50e6), Some("SEK"), English).unwrap(), "at most SEK\u{a0}50 million");
    assert_eq!(bounds(Some(0.01), Some(0.1), per_year, Swedish).unwrap(), "en gång på 10–100 år");
    assert_eq!(
        bounds(Some(1.0), Some(12.0), per_year, English).unwrap(),
        "more often than once a year, at most twelve times a year"
    );
    assert_eq!(bounds(None, None, per_year, English), None);
}

#[test]
fn people_are_said_as_whole_numbers() {
    let said = |above, up_to| bounds(above, up_to, Some("people"), Swedish).unwrap();
    assert_eq!(said(None, Some(0.0)), "inga");
    assert_eq!(said(None, Some(2.0)), "högst 2 personer");
    assert_eq!(said(Some(0.0), Some(1.0)), "en person");
    assert_eq!(said(Some(0.0), Some(2.0)), "1–2 personer");
    assert_eq!(said(Some(2.0), Some(10.0)), "3–10 personer");
    assert_eq!(said(Some(10.0), Some(11.0)), "11 personer");
    assert_eq!(said(Some(50.0), None), "fler än 50 personer");
    assert_eq!(bounds(None, Some(0.0), Some("people"), English).unwrap(), "none");
}

#[test]
fn a_name_loses_its_large_letter_inside_a_sentence_unless_it_is_an_abbreviation() {
    assert_eq!(inside("Säkerhetsombud"), "säkerhetsombud");
    assert_eq!((inside("VD"), inside("IT-avbrott"), inside("")), ("VD".into(), "IT-avbrott".into(), String::new()));
    assert_eq!(capital("ärende"), "Ärende");
}

#[test]
fn lists_and_lengths_of_time_agree_in_number() {
    let parts = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>();
    assert_eq!(and(&parts(&[]), Swedish), "");
    assert_eq!(and(&parts(&["a"]), Swedish), "a");
    assert_eq!(and(&parts(&["a", "b", "c"]), English), "a, b and c");
    assert_eq!((days_left(0, Swedish), days_left(1, Swedish)), ("i dag".into(), "1 dag".into()));
    assert_eq!(days_left(70, English), "70 days");
    assert_eq!((hours(1.0, Swedish), hours(48.0, Swedish)), ("1 timme".into(), "2 dygn".into()));
    assert_eq!(hours(36.0, English), "36 hours");
    assert_eq!(every_months(12, Swedish), "varje år");
    assert_eq!(every_months(6, English), "at least every six months");
    assert_eq!(
        (every_months(6, Swedish), every_months(36, Swedish)),
        ("minst var sjätte månad".into(), "minst vart tredje år".into())
    );
    assert_eq!(
        (every_months(18, Swedish), every_months(21, Swedish)),
        ("minst var 18:e månad".into(), "minst var 21:a månad".into())
    );
}
