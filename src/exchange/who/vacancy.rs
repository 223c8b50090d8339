//! Whether a text points elsewhere, or says that it is not known who.

use super::words::{MAY_REFER, REFERS, UNKNOWN};
use crate::organisation::nobody::{FILLER, NOBODY, NOT, TIMES, Vacancy, VacancyToken, is_number, is_title, tokens};

fn is_in(words: &[&str], token: &VacancyToken) -> bool {
    words.contains(&&*token.low)
}

/// Whether a text points elsewhere.
pub(super) fn refers(text: &str) -> Vacancy {
    let is_mark = |letter: char| {
        matches!(letter, '"' | '\'' | '”' | '“' | '’' | '´' | '〃' | '|' | ',' | '-' | '–' | '—' | ' ' | '«' | '»')
    };
    let is_quote = |letter: char| is_mark(letter) && !matches!(letter, '-' | '–' | '—' | ' ' | ',');
    if text.chars().all(is_mark) && text.chars().any(is_quote) {
        return Vacancy::Says(None);
    }
    let tokens = tokens(text);
    let Some(first) = tokens.first() else { return Vacancy::No };
    if is_in(REFERS, first) {
        return Vacancy::Says(None);
    }
    if !is_in(MAY_REFER, first) {
        return Vacancy::No;
    }
    let is_light =
        |token: &VacancyToken| !token.is_capital || is_in(REFERS, token) || is_title(&token.low) || is_number(token);
    if tokens[1..].iter().all(is_light) { Vacancy::Says(None) } else { Vacancy::May }
}

/// Whether a text says nothing but that it is not known who, or what someone is.
pub(super) fn is_unknown(text: &str) -> bool {
    let tokens = tokens(text);
    let is_empty = |token: &VacancyToken| {
        is_in(UNKNOWN, token)
            || is_title(&token.low)
            || FILLER.or(NOT).or(NOBODY).or(TIMES).has(&token.low)
            || is_number(token)
    };
    let is_time = |token: &VacancyToken| TIMES.has(&token.low) || is_number(token);
    // A month alone or with a year is no name; two of them may be one: "Maj Winter".
    let is_times = tokens.iter().all(is_time) && (tokens.len() == 1 || tokens.iter().any(is_number));
    let has_figure = |token: &VacancyToken| token.low.chars().any(|letter| letter.is_ascii_digit());
    let is_code = tokens.iter().any(has_figure) && tokens.iter().all(|token| has_figure(token) || token.low.len() < 3);
    is_code
        || is_times
        || (tokens.iter().all(is_empty) && tokens.iter().any(|token| is_in(UNKNOWN, token) || is_title(&token.low)))
}
