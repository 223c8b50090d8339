//! Days, counts, amounts and bounds in the reader's language.

use chrono::Datelike;

use super::{say, word};
use crate::organisation::letters::latin as letters;
use crate::organisation::value::{Date, Language};

/// A space that keeps a number and its unit on one line.
const NARROW: char = '\u{a0}';

/// The months in Swedish.
const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// The months in English.
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a day's month.
pub fn month(day: Date, language: Language) -> &'static str {
    let months = match language {
        Language::Swedish => &MONTHS_SV,
        Language::English => &MONTHS_EN,
    };
    months[day.month0() as usize % 12]
}

/// A day in words: `22 november 2026`.
pub fn date(day: Date, language: Language) -> String {
    format!("{}\u{a0}{} {}", day.day(), month(day, language), day.year())
}

/// A day in words without its year: `22 november`.
pub fn day_and_month(day: Date, language: Language) -> String {
    format!("{}\u{a0}{}", day.day(), month(day, language))
}

/// A month in words: `november 2026`.
pub fn month_and_year(day: Date, language: Language) -> String {
    format!("{} {}", month(day, language), day.year())
}

/// A day for tables: `22 nov 2026`. May, and in Swedish March, June and July, are short as they are.
pub fn short_date(day: Date, language: Language) -> String {
    format!("{}\u{a0}{}\u{a0}{}", day.day(), short_month(day, language), day.year())
}

/// A month for the axis of a chart: `nov`.
pub fn short_month(day: Date, language: Language) -> &'static str {
    let name = month(day, language);
    if name.chars().count() <= 4 { name } else { name.get(..3).unwrap_or(name) }
}

/// A day in a sentence about another day: the year is left out when it is the same.
pub fn date_near(day: Date, on: Date, language: Language) -> String {
    if day.year() == on.year() { day_and_month(day, language) } else { date(day, language) }
}

/// A whole number, its thousands apart: `12 400`, in English `12,400`.
pub fn integer(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let separator = match language {
        Language::Swedish => NARROW,
        Language::English => ',',
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A number with at most so many decimals, none of them a needless zero: `2,5`, in English `2.5`.
pub fn decimal(number: f64, decimals: usize, language: Language) -> String {
    let fixed = format!("{:.decimals$}", number.abs());
    let (whole, rest) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let rest = rest.trim_end_matches('0');
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| integer(whole, language));
    let minus = if number < 0.0 && (rest, whole.as_str()) != ("", "0") { "−" } else { "" };
    if rest.is_empty() {
        return format!("{minus}{whole}");
    }
    let point = word(language, ",", ".");
    format!("{minus}{whole}{point}{rest}")
}

/// A number in a sentence: in words to twelve, then in figures. `neuter` is for Swedish nouns with `ett`.
pub fn spelled(number: u32, neuter: bool, language: Language) -> String {
    const SV: [&str; 13] =
        ["inga", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    const EN: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match (language, number) {
        (Language::Swedish, 1) if neuter => "ett".into(),
        (Language::Swedish, 0..=12) => SV[number as usize].into(),
        (Language::English, 0..=12) => EN[number as usize].into(),
        _ => integer(number.into(), language),
    }
}

/// A part of a whole: `113 av 131`.
pub fn of(part: u32, whole: u32, language: Language) -> String {
    let (part, whole) = (integer(part.into(), language), integer(whole.into(), language));
    say!(language; "{part} av {whole}", "{part} of {whole}")
}

/// A list that is not shown to its end.
pub fn first_of(shown: u32, total: u32, language: Language) -> String {
    let (shown, total) = (integer(shown.into(), language), integer(total.into(), language));
    say!(language; "De första {shown} av {total} visas.", "The first {shown} of {total} are shown.")
}

/// An amount of money: `2,5 miljoner kronor`, in English `SEK 2.5 million`.
pub fn sek(amount: f64, language: Language) -> String {
    let size = amount.abs();
    let (divisor, sv, en) = if size >= 1e9 {
        (1e9, if (size / 1e9 - 1.0).abs() < 0.005 { " miljard" } else { " miljarder" }, " billion")
    } else if size >= 1e6 {
        (1e6, if (size / 1e6 - 1.0).abs() < 0.005 { " miljon" } else { " miljoner" }, " million")
    } else {
        (1.0, "", "")
    };
    let number = decimal(amount / divisor, if divisor > 1.0 { 2 } else { 0 }, language);
    let kronor = if number == "1" && sv.is_empty() { "krona" } else { "kronor" };
    say!(language; "{number}{sv} {kronor}", "SEK\u{a0}{number}{en}")
}

/// A size in bytes: `1,4 MB`.
pub fn bytes(size: u64, language: Language) -> String {
    // In whole numbers: what formats a fraction is large, and much of what is seen first needs none.
    let tenths = |unit: u64| {
        let tenths = size.saturating_add(unit / 20) / (unit / 10);
        let (whole, rest) = (integer(tenths / 10, language), tenths % 10);
        if rest == 0 { whole } else { format!("{whole}{}{rest}", word(language, ",", ".")) }
    };
    match size {
        0..1_000 => {
            let number = integer(size, language);
            say!(language; "{number} byte", "{number} bytes")
        }
        1_000..1_000_000 => format!("{}{NARROW}kB", integer((size + 500) / 1_000, language)),
        1_000_000..1_000_000_000 => format!("{}{NARROW}MB", tenths(1_000_000)),
        _ => format!("{}{NARROW}GB", tenths(1_000_000_000)),
    }
}

/// How long there is to a day: `i dag`, `1 dag`, `70 dagar`.
pub fn days_left(days: u32, language: Language) -> String {
    match days {
        0 => word(language, "i dag", "today").into(),
        1 => word(language, "1 dag", "1 day").into(),
        _ => {
            let days = integer(days.into(), language);
            say!(language; "{days} dagar", "{days} days")
        }
    }
}

/// How often something is asked for: `varje år`, `minst var sjätte månad`.
pub fn every_months(months: u32, language: Language) -> String {
    match months {
        1 => word(language, "varje månad", "every month").into(),
        12 => word(language, "varje år", "every year").into(),
        2 => word(language, "minst varannan månad", "at least every two months").into(),
        24 => word(language, "vartannat år", "every two years").into(),
        _ if months.is_multiple_of(12) => {
            let (nth, years) = (nth(months / 12), spelled(months / 12, true, language));
            say!(language; "minst vart {nth} år", "at least every {years} years")
        }
        _ => {
            let (nth, months) = (nth(months), spelled(months, false, language));
            say!(language; "minst var {nth} månad", "at least every {months} months")
        }
    }
}

/// A place in an order, in Swedish, from the third: `sjätte`, `18:e`.
fn nth(number: u32) -> String {
    const WORDS: [&str; 10] =
        ["tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte"];
    let word = number.checked_sub(3).and_then(|at| WORDS.get(at as usize));
    let ending = if matches!(number % 10, 1 | 2) && !matches!(number % 100, 11 | 12) { "a" } else { "e" };
    word.map_or_else(|| format!("{number}:{ending}"), |word| (*word).to_owned())
}

/// A length of time in hours, in days where that is even: `36 timmar`, `2 dygn`.
pub fn hours(hours: f64, language: Language) -> String {
    let days = hours / 24.0;
    if days >= 2.0 && (days - days.round()).abs() < 1e-9 {
        let days = decimal(days, 0, language);
        return say!(language; "{days} dygn", "{days} days");
    }
    let one = (hours - 1.0).abs() < 1e-9;
    let number = decimal(hours, 1, language);
    if one { word(language, "1 timme", "1 hour").into() } else { say!(language; "{number} timmar", "{number} hours") }
}

/// Where a level of a scale ends and begins: `above` is the bound of the level below, `up_to` its own.
///
/// Nothing is said of a level with neither.
pub fn bounds(above: Option<f64>, up_to: Option<f64>, unit: Option<&str>, language: Language) -> Option<String> {
    if unit == Some("per year") {
        return frequency(above, up_to, language);
    }
    let amount = |number: f64| match unit {
        Some("SEK") => sek(number, language),
        Some("people") => {
            let people = decimal(number, 0, language);
            say!(language; "{people} personer", "{people} people")
        }
        Some(unit) => format!("{} {unit}", decimal(number, 2, language)),
        None => decimal(number, 2, language),
    };
    if let (Some("people"), Some(said)) = (unit, people(above, up_to, language)) {
        return Some(said);
    }
    // What begins at nothing is said by its end.
    let above = above.filter(|above| *above > 0.0 || up_to.is_none());
    match (above.map(amount), up_to.map(amount)) {
        (None, None) => None,
        (None, Some(_)) if up_to.is_some_and(|most| most <= 0.0) => Some(word(language, "inget", "nothing").to_owned()),
        (None, Some(most)) => Some(say!(language; "högst {most}", "at most {most}")),
        (Some(least), None) => Some(say!(language; "mer än {least}", "more than {least}")),
        (Some(least), Some(most)) => {
            Some(say!(language; "mer än {least}, högst {most}", "more than {least}, at most {most}"))
        }
    }
}

/// [`bounds`] of a level counted in people, where both are whole: `inga`, `3–10 personer`, `fler än 50 personer`.
fn people(above: Option<f64>, up_to: Option<f64>, language: Language) -> Option<String> {
    let is_whole = |bound: Option<f64>| bound.is_none_or(|bound| bound >= 0.0 && bound.fract() == 0.0);
    if !is_whole(above) || !is_whole(up_to) {
        return None;
    }
    let figure = |number: f64| decimal(number, 0, language);
    Some(match (above, up_to) {
        (None, Some(most)) if most < 1.0 => word(language, "inga", "none").to_owned(),
        (Some(least), Some(most)) if most < 1.5 && least < 0.5 => word(language, "en person", "one person").to_owned(),
        (Some(least), Some(most)) if (most - least - 1.0).abs() < 0.5 => {
            let most = figure(most);
            say!(language; "{most} personer", "{most} people")
        }
        (Some(least), Some(most)) if least < most => {
            let (least, most) = (figure(least + 1.0), figure(most));
            say!(language; "{least}–{most} personer", "{least}–{most} people")
        }
        (Some(least), None) => {
            let least = figure(least);
            say!(language; "fler än {least} personer", "more than {least} people")
        }
        _ => return None,
    })
}

/// [`bounds`] of a level counted per year.
fn frequency(above: Option<f64>, up_to: Option<f64>, language: Language) -> Option<String> {
    Some(match (above, up_to) {
        (None, None) => return None,
        (None, Some(most)) => {
            let most = once_in(most, language);
            say!(language; "högst {most}", "at most {most}")
        }
        (Some(least), None) => {
            let least = once_in(least, language);
            say!(language; "oftare än {least}", "more often than {least}")
        }
        (Some(least), Some(most)) if whole_years(least).zip(whole_years(most)).is_some_and(|(a, b)| a > b) => {
            let years = |per_year: f64| decimal(1.0 / per_year, 0, language);
            let (fewest, most) = (years(most), years(least));
            say!(language; "en gång på {fewest}–{most} år", "once in {fewest}–{most} years")
        }
        (Some(least), Some(most)) => {
            let (least, most) = (once_in(least, language), once_in(most, language));
            say!(language; "oftare än {least}, högst {most}", "more often than {least}, at most {most}")
        }
    })
}

/// How many years pass between, where that is a whole number of at least two.
fn whole_years(per_year: f64) -> Option<f64> {
    let years = 1.0 / per_year;
    (years.is_finite() && years > 1.5 && (years - years.round()).abs() < 0.005).then(|| years.round())
}

/// A frequency per year as an interval: `en gång på tio år`, `fem gånger om året`.
fn once_in(per_year: f64, language: Language) -> String {
    let years = 1.0 / per_year;
    let small = |number: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "known to be from 2 to 12")]
        let number = number.round() as u32;
        number
    };
    if per_year <= 0.0 || !years.is_finite() {
        return word(language, "aldrig", "never").into();
    }
    if (years - 1.0).abs() < 1e-9 {
        return word(language, "en gång om året", "once a year").into();
    }
    let (number, often) = if years > 1.0 { (years, false) } else { (per_year, true) };
    let even = (number - number.round()).abs() < 0.005;
    let said = if even && number < 12.5 {
        spelled(small(number), !often, language)
    } else {
        decimal(number, usize::from(!even), language)
    };
    if often {
        say!(language; "{said} gånger om året", "{said} times a year")
    } else {
        say!(language; "en gång på {said} år", "once in {said} years")
    }
}

/// The first letter made large.
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| std::iter::once(letters::large(first)).chain(rest).collect())
}

/// Of some things that are counted the one that has more than any other, and more than one: which of many equals comes
/// first tells nothing.
pub fn most<T>(all: &[T], count: impl Fn(&T) -> u32) -> Option<&T> {
    let worst = all.iter().max_by_key(|each| count(each)).filter(|worst| count(worst) > 1)?;
    (all.iter().filter(|each| count(each) == count(worst)).count() == 1).then_some(worst)
}

/// What opens a sentence in English, and stands within it in Swedish.
pub fn capital_in_english(text: &str, language: Language) -> String {
    if language == Language::English { capital(text) } else { text.to_owned() }
}

/// A name of something, as it is written inside a sentence: the first letter small, unless the word is an abbreviation.
pub fn inside(name: &str) -> String {
    let mut rest = name.chars();
    match (rest.next(), rest.clone().next()) {
        (Some(first), Some(second)) if letters::is_small(second) => {
            std::iter::once(letters::small(first)).chain(rest).collect()
        }
        _ => name.to_owned(),
    }
}

/// Parts of a sentence in a row: `a`, `a och b`, `a, b och c`.
pub fn and(parts: &[String], language: Language) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => {
            let first = first.join(", ");
            say!(language; "{first} och {last}", "{first} and {last}")
        }
    }
}

#[cfg(test)]
mod tests;
