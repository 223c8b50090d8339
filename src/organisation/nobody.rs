//! Whether a text that stands where a name belongs says that nobody is meant: "Vakant", "N.N.", "Ej tillsatt".
//!
//! The one place for it: an import asks it of a cell, a form of what is typed, and the file of the names of its people. A
//! file that has such a word for somebody shows a post as held that nobody holds.

mod words;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::letters::{latin, small};

/// Sets of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordSet(u16);

/// Words that say by themselves that nobody holds a post, whatever stands beside them.
pub const VACANT: WordSet = WordSet(1);
/// Words that say that nobody holds a post, unless a name stands beside them.
pub const NOBODY: WordSet = WordSet(1 << 1);
/// Words that say "not".
pub const NOT: WordSet = WordSet(1 << 2);
/// What has not been done, or will be, where nobody holds a post.
pub const CHOSEN: WordSet = WordSet(1 << 3);
/// Words that announce that somebody will be chosen.
pub const COMING: WordSet = WordSet(1 << 4);
/// Words that say nothing of who, beside those that say that nobody does.
pub const FILLER: WordSet = WordSet(1 << 5);
/// Words for times of the year and terms.
pub const TIMES: WordSet = WordSet(1 << 6);
/// Words of what someone is, not of who; [`is_title`] knows more of them.
const TITLES: WordSet = WordSet(1 << 7);

/// Each set with its words.
const SETS: [(WordSet, &str); 8] = [
    (VACANT, words::VACANT),
    (NOBODY, words::NOBODY),
    (NOT, words::NOT),
    (CHOSEN, words::CHOSEN),
    (COMING, words::COMING),
    (FILLER, words::FILLER),
    (TIMES, words::TIMES),
    (TITLES, words::TITLES),
];

/// Every word with the sets that it is in. A file asks of the name of each of its people.
static KNOWN: LazyLock<FxHashMap<&str, u16>> = LazyLock::new(|| {
    let mut known = FxHashMap::default();
    for (set, words) in SETS {
        words.split_ascii_whitespace().for_each(|word| *known.entry(word).or_default() |= set.0);
    }
    known
});

/// Places that the [`mark`] of a word can be.
const MARKS: u32 = 1 << 14;

/// Marks of all these words, a bit for each. A word whose mark is not among them is none of them.
static MARKED: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut marked = vec![false; MARKS as usize];
    KNOWN.keys().for_each(|word| marked[place(word.bytes().fold(0, mark))] = true);
    marked
});

/// The mark of a word with one more byte, the same for large letters as for small ones of ASCII and Latin-1.
fn mark(before: u32, byte: u8) -> u32 {
    (before ^ u32::from(byte | 0x20)).wrapping_mul(0x0100_0193)
}

fn place(mark: u32) -> usize {
    (mark / (u32::MAX / MARKS + 1)) as usize
}

/// What the longest of them has at most, in bytes.
const LONGEST: usize = 24;

/// What words of what someone is end with.
static ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::TITLE_ENDS.split_ascii_whitespace().collect());

impl WordSet {
    /// The words of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a word in small letters is one of them.
    pub fn has(self, low: &str) -> bool {
        self.0 & sets_of(low) != 0
    }

    /// The words, in no order that means anything.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        KNOWN.iter().filter(move |(_, set)| **set & self.0 != 0).map(|(word, _)| *word)
    }
}

/// The sets that a word in small letters is in.
fn sets_of(low: &str) -> u16 {
    KNOWN.get(low).copied().unwrap_or_default()
}

/// The sets that a word is in, however it is written: without memory of its own, for every name of a file is asked about.
fn sets_of_written(word: &str) -> u16 {
    let (mut low, mut end) = ([0; LONGEST], 0);
    for letter in word.chars().map(small) {
        let Some(place) = low.get_mut(end..end + letter.len_utf8()) else { return 0 };
        letter.encode_utf8(place);
        end += letter.len_utf8();
    }
    str::from_utf8(&low[..end]).map_or(0, sets_of)
}

/// Whether a text says that a post is vacant, may say it, or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Vacancy {
    /// The text says that the post is vacant, and perhaps something beside.
    Says(Option<String>),
    /// The text may say so: a name stands beside it, or it nearly does.
    May,
    /// The text does not say that the post is vacant.
    No,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacancyToken {
    /// The word in small letters.
    pub low: String,
    /// Whether the word begins with a capital letter.
    pub is_capital: bool,
    /// Whether the word stands in brackets.
    pub is_bracketed: bool,
}

/// Whether a character is a letter or a digit, of the Latin alphabets or another.
fn is_letter(letter: char) -> bool {
    let is_sign = matches!(letter, '\u{2C2}'..='\u{36F}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}')
        || matches!(letter, '\u{FE00}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF0F}' | '\u{1F000}'..='\u{1FAFF}');
    latin::is_plain(letter) || (letter >= latin::END && !is_sign)
}

/// The words of a text: runs of letters and digits. Letters that stand alone one after another are one word: `N. N.`
pub fn tokens(text: &str) -> Vec<VacancyToken> {
    let mut tokens: Vec<(VacancyToken, bool)> = Vec::new();
    let mut depth = 0_usize;
    let mut word = String::new();
    for letter in text.chars().chain(std::iter::once(' ')) {
        if is_letter(letter) {
            word.push(letter);
            continue;
        }
        if let Some(first) = word.chars().next() {
            let is_alone = word.len() == first.len_utf8() && !first.is_ascii_digit();
            let low: String = word.chars().map(small).collect();
            match tokens.last_mut() {
                Some((last, true)) if is_alone => last.low.push_str(&low),
                _ => {
                    let is_capital = small(first) != first;
                    tokens.push((VacancyToken { low, is_capital, is_bracketed: depth > 0 }, is_alone));
                }
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

fn is_in(set: WordSet, token: &VacancyToken) -> bool {
    set.has(&token.low)
}

/// Whether a word begins with a figure.
pub fn is_number(token: &VacancyToken) -> bool {
    token.low.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a word tells what someone is.
pub fn is_title(low: &str) -> bool {
    TITLES.has(low) || ENDS.iter().any(|end| low.ends_with(end))
}

/// Whether a name is of words that each begin with a large letter, go on, and are in no list, all in letters of Latin-1:
/// one look at each byte, for a file asks about a million names.
fn is_plainly_somebody(name: &str) -> bool {
    let marked = &**MARKED;
    let (mut word, mut letters) = (0, 0);
    let mut bytes = name.bytes();
    loop {
        let next = bytes.next();
        let (first, byte, is_large) = match next {
            // A letter of two bytes.
            Some(0xC3) => match bytes.next() {
                Some(second) if !matches!(second, 0x97 | 0xB7) => (mark(word, 0xC3), second, second < 0x9F),
                _ => return false,
            },
            Some(byte) if byte.is_ascii_alphanumeric() => (word, byte, byte.is_ascii_uppercase()),
            Some(0x80..) => return false,
            _ if letters == 0 && next.is_some() => continue,
            _ if letters < 2 || marked[place(word)] => return false,
            Some(_) => {
                (word, letters) = (0, 0);
                continue;
            }
            None => return true,
        };
        if letters == 0 && !is_large {
            return false;
        }
        word = mark(first, byte);
        letters += 1;
    }
}

/// Whether the name of somebody in a file says that nobody is meant. Nearly all names are told by looking at each word
/// once: they begin with a word of no list, and none after it says that anybody is missing.
pub fn says_nobody(name: &str) -> bool {
    if is_plainly_somebody(name) {
        return false;
    }
    let mut words = name.split(|letter| !is_letter(letter)).filter(|word| !word.is_empty());
    let is_plain = |word: &str| word.starts_with(latin::is_large) && word.chars().nth(1).is_some();
    let says = VACANT.or(NOBODY).or(NOT).or(CHOSEN).or(COMING);
    let begins = words.next().is_some_and(|first| is_plain(first) && sets_of_written(first) == 0);
    if begins && words.all(|word| is_plain(word) && says.0 & sets_of_written(word) == 0) {
        return false;
    }
    matches!(vacancy(name), Vacancy::Says(_))
}

/// Whether a text says that nobody is meant.
pub fn vacancy(text: &str) -> Vacancy {
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
            && tokens[at + 1..chosen].iter().all(|token| is_in(FILLER.or(NOT), token) || is_title(&token.low))
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
        is_in(FILLER.or(TIMES).or(NOT).or(CHOSEN), token) || is_number(token) || is_title(&token.low)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    #[test]
    fn a_name_that_says_that_nobody_is_meant_is_told_from_one_that_names_somebody() {
        let nobody = [
            "Vakant",
            "VAKANT",
            "vacant",
            "N.N.",
            "N N",
            "NN",
            "TBD",
            "Ej tillsatt",
            "Tjänsten är vakant",
            "Vakant 2026",
            "(vakant)",
            "Ingen",
            "Rekrytering pågår",
            "Vakant rektor",
            "Utses senare",
            "–",
            "-",
            "Not yet appointed",
            "Ingen utsedd",
            "To be decided",
            "Vakant (Anna Ek)",
            "Säkerhetsombud N.N.",
        ];
        for name in nobody {
            assert!(says_nobody(name), "{name}");
        }
        let somebody = [
            "Asta Alm",
            "Nils Nilsson",
            "Vakim Berg",
            "Maj Winter",
            "Rektor Anna Ek",
            "Ingen Heter Så",
            "Tom Frost",
            "Åsa Öberg",
            "Иван Иванов",
            "Li",
            "Bo N. N. Ek",
            "Jan Maj",
            "Post Malone",
        ];
        for name in somebody {
            assert!(!says_nobody(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn who_is_plainly_somebody_is_not_said_to_be_nobody(
            words in prop::collection::vec((select(VACANT.or(NOBODY).or(NOT).or(TITLES).words().collect::<Vec<_>>()), 0..4_u8, "[ -.(×÷]|[A-ÿŸKſ]{0,3}"), 0..4)
        ) {
            let spelled = words.into_iter().map(|(word, way, between)| match way {
                0 => word.to_owned() + &between,
                1 => word.to_uppercase() + &between,
                2 => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>() + &between,
                _ => between,
            });
            let name: String = spelled.collect();
            prop_assert!(!is_plainly_somebody(&name) || !matches!(vacancy(&name), Vacancy::Says(_)), "{name}");
        }
    }

    #[test]
    fn most_names_are_plainly_of_somebody() {
        for name in ["Asta Alm", "Nils Nilsson", "Vakim Berg", "Åsa Öberg", "Ana-Lena Ångström", "Li"] {
            assert!(is_plainly_somebody(name), "{name}");
        }
        for name in ["", " ", "Vakant", "VAKANT", "Å", "asta alm", "Asta × Alm", "×sta", "Иван", "Bo N. N. Ek"] {
            assert!(!is_plainly_somebody(name), "{name}");
        }
    }

    #[test]
    fn no_word_is_longer_than_is_looked_at() {
        let longest = KNOWN.keys().map(|word| word.len()).max();
        assert!(longest.is_some_and(|longest| longest <= LONGEST), "{longest:?}");
    }

    #[test]
    fn the_first_word_of_a_name_never_decides_against_the_whole() {
        for word in VACANT.or(NOBODY).or(NOT).or(CHOSEN).or(COMING).or(FILLER).or(TITLES).words() {
            let mut letters = word.chars();
            let large: String = letters.next().map(latin::large).into_iter().chain(letters).collect();
            for name in ["{} vakant", "{} Ek", "{} är ej utsedd", "Eva {}", "{}"].map(|form| form.replace("{}", &large))
            {
                assert_eq!(says_nobody(&name), matches!(vacancy(&name), Vacancy::Says(_)), "{name}");
            }
        }
    }
}
