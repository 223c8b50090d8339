//! Whether a text says that nobody is meant, or points elsewhere.

use super::words::{
    CHOSEN, COMING, FILLER, MAY_REFER, NOBODY, NOT, REFERS, TIMES, TITLE_ENDS, TITLES, UNKNOWN, VACANT,
};

/// Whether a text says that a post is vacant, may say it, or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Vacancy {
    /// The text says that the post is vacant, and perhaps something beside.
    Says(Option<String>),
    /// The text may say so: a name stands beside it, or it nearly does.
    May,
    /// The text does not say that the post is vacant.
    No,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VacancyToken {
    /// In small letters.
    pub(super) low: String,
    /// Whether the word begins with a capital letter.
    pub(super) is_capital: bool,
    /// Whether the word stands in brackets.
    pub(super) is_bracketed: bool,
}

/// The words of a text: runs of letters and digits. Letters that stand alone one after another are one word: `N. N.`
pub(super) fn tokens(text: &str) -> Vec<VacancyToken> {
    let mut tokens: Vec<(VacancyToken, bool)> = Vec::new();
    let mut depth = 0_usize;
    let mut word = String::new();
    for letter in text.chars().chain(std::iter::once(' ')) {
        if letter.is_alphanumeric() {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
            let low = word.to_lowercase();
            let is_capital = word.chars().next().is_some_and(char::is_uppercase);
            match tokens.last_mut() {
                Some((last, true)) if is_letter => last.low.push_str(&low),
                _ => tokens.push((VacancyToken { low, is_capital, is_bracketed: depth > 0 }, is_letter)),
            }
            word.clear();
        }
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    tokens.into_iter().map(|(token, _)| token).collect()
}

fn is_in(words: &[&str], token: &VacancyToken) -> bool {
    words.contains(&&*token.low)
}

fn is_number(token: &VacancyToken) -> bool {
    token.low.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a word tells what someone is.
pub(super) fn is_title(low: &str) -> bool {
    TITLES.contains(&low) || TITLE_ENDS.iter().any(|end| low.ends_with(end))
}

/// Whether a text says that nobody is meant.
pub(super) fn vacancy(text: &str) -> Vacancy {
    let dash = |letter: char| matches!(letter, '-' | '–' | '—' | '−' | '_' | ' ' | '(' | ')' | '/');
    if text.chars().all(dash) {
        return Vacancy::Says(None);
    }
    let tokens = tokens(text);
    // Which words say it, beyond doubt or unless a name stands beside them.
    let mut said = vec![false; tokens.len()];
    let mut beyond_doubt = false;
    for at in 0..tokens.len() {
        let is_chosen = |token: &VacancyToken| is_in(CHOSEN, token);
        let is_announced = |token: &VacancyToken| {
            is_in(CHOSEN, token) || ["announced", "recruited", "determined", "advertised"].contains(&&*token.low)
        };
        if is_in(VACANT, &tokens[at]) || is_in(COMING, &tokens[at]) {
            (said[at], beyond_doubt) = (true, true);
        } else if is_in(NOT, &tokens[at])
            && let Some(chosen) = (at + 1..tokens.len().min(at + 5)).find(|next| is_chosen(&tokens[*next]))
            && tokens[at + 1..chosen]
                .iter()
                .all(|token| is_in(FILLER, token) || is_in(NOT, token) || is_title(&token.low))
        {
            (said[at], said[chosen], beyond_doubt) = (true, true, true);
        } else if is_in(NOT, &tokens[at]) && at > 0 && is_chosen(&tokens[at - 1]) {
            (said[at - 1], said[at], beyond_doubt) = (true, true, true);
        } else if ["be", "bli", "blir", "bliver"].contains(&&*tokens[at].low)
            && tokens.get(at + 1).is_some_and(is_announced)
        {
            // "To be decided"
            (said[at], said[at + 1], beyond_doubt) = (true, true, true);
        } else if tokens[at].low == "no"
            && tokens.get(at + 1).is_some_and(|next| next.low == "one" || is_title(&next.low))
        {
            (said[at], said[at + 1]) = (true, true);
        } else if is_in(NOT, &tokens[at]) && tokens.get(at + 1).is_some_and(|next| is_title(&next.low)) {
            // "Har ej ombud"
            (said[at], said[at + 1]) = (true, true);
        } else if is_in(NOBODY, &tokens[at]) {
            said[at] = true;
        }
    }
    let nearly = |token: &VacancyToken| ["vaka", "vaca"].iter().any(|head| token.low.starts_with(head));
    if !said.contains(&true) {
        return if tokens.iter().any(nearly) { Vacancy::May } else { Vacancy::No };
    }
    let is_light = |token: &VacancyToken| {
        is_in(FILLER, token)
            || is_in(TIMES, token)
            || is_in(NOT, token)
            || is_number(token)
            || is_title(&token.low)
            || is_in(CHOSEN, token)
    };
    let others: Vec<(usize, &VacancyToken)> =
        tokens.iter().enumerate().filter(|(at, token)| !said[*at] && !is_light(token)).collect();
    let has_number = tokens.iter().any(is_number);
    if others.is_empty() {
        return Vacancy::Says(has_number.then(|| text.to_owned()));
    }
    let first_said = said.iter().position(|said| *said).unwrap_or_default();
    let leads = tokens[..first_said].iter().all(is_light);
    let capitals = others.iter().any(|(_, token)| token.is_capital && !token.is_bracketed);
    let after_small = tokens.get(first_said + 1).is_some_and(|next| !next.is_capital && !is_number(next));
    let is_clear = beyond_doubt && leads && (!capitals || (after_small && !divides(text)));
    let is_small = beyond_doubt && others.iter().all(|(_, token)| !token.is_capital);
    if is_clear || is_small { Vacancy::Says(Some(text.to_owned())) } else { Vacancy::May }
}

/// Whether a text has a sign that could stand between two names. That of a date, `12/9`, is none.
fn divides(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let is_of_a_date = |at: usize| {
        let is_figure = |letter: Option<&char>| letter.is_some_and(char::is_ascii_digit);
        is_figure(at.checked_sub(1).and_then(|before| letters.get(before))) && is_figure(letters.get(at + 1))
    };
    letters.iter().enumerate().any(|(at, letter)| match letter {
        ';' | '&' | '+' | '\n' | ',' => true,
        '/' => !is_of_a_date(at),
        _ => false,
    })
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
            || is_in(FILLER, token)
            || is_in(NOT, token)
            || is_in(NOBODY, token)
            || is_in(TIMES, token)
            || is_number(token)
    };
    let is_time = |token: &VacancyToken| is_in(TIMES, token) || is_number(token);
    // A month alone or with a year is no name; two of them may be one: "Maj Winter".
    let is_times = tokens.iter().all(is_time) && (tokens.len() == 1 || tokens.iter().any(is_number));
    let has_figure = |token: &VacancyToken| token.low.chars().any(|letter| letter.is_ascii_digit());
    let is_code = tokens.iter().any(has_figure) && tokens.iter().all(|token| has_figure(token) || token.low.len() < 3);
    is_code
        || is_times
        || (tokens.iter().all(is_empty) && tokens.iter().any(|token| is_in(UNKNOWN, token) || is_title(&token.low)))
}
