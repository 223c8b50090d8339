//! Whether a part of a text is the name of a person, and how much of it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;

use super::common::{begins_with_initials, is_common};
use super::words::{
    DEGREES, GIVEN, LEAVES_OPEN, NAMED_LIKE_PARTICLES, NO_ENDS, ORDINARY, PART_ENDS, PARTICLES, PARTS, REFERS, UNKNOWN,
};
use super::{KnownNames, Named, add};
use crate::organisation::nobody::{CHOSEN, COMING, NOBODY, NOT, TIMES, VACANT, is_title, tokens};

/// What a part of a text is.
pub(super) enum NamePart {
    /// People, and whether that they are as many is beyond doubt.
    People(Vec<Named>, bool),
    /// Something said beside a name.
    Remark(String),
    /// Neither, or not beyond doubt.
    None,
}

/// What a part says.
pub(super) fn part(text: &str, known: &dyn KnownNames) -> NamePart {
    let (text, brackets) = without_brackets(text);
    let mut remark = None;
    let mut others = Vec::new();
    for inside in &brackets {
        match () {
            () if is_remark(inside) || known.is_thing(inside) => add(&mut remark, inside),
            () if is_whole(inside, known) => others.push(sure(inside)),
            () => return NamePart::None,
        }
    }
    let pieces: Vec<&str> = text.split(',').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let mut people = match pieces[..] {
        [] => return remark.map_or(NamePart::None, NamePart::Remark),
        [one] => vec![one],
        [family, given] if known.is_person(&text) || is_turned(family, given) => {
            let turned = Named { name: format!("{family}, {given}"), remark, sure: true, email: None };
            return with(vec![turned], others);
        }
        _ => pieces.clone(),
    };
    let before = people.len();
    people.retain(|piece| !is_remark(piece));
    for piece in pieces.iter().filter(|piece| before > 1 && is_remark(piece)) {
        add(&mut remark, piece);
    }
    let mut named: Vec<Named> = match people[..] {
        [] => return NamePart::Remark(text),
        [family, given] if is_turned(family, given) => vec![sure(&format!("{family}, {given}"))],
        _ => people.iter().map(|piece| name(piece, known)).collect(),
    };
    let is_one = named.len() == 1;
    if !is_one && !named.iter().all(|named| named.sure) {
        return NamePart::None;
    }
    if let (Some(remark), Some(first)) = (remark, named.first_mut()) {
        add(&mut first.remark, &remark);
    }
    match with(named, others) {
        NamePart::People(people, certain) => NamePart::People(people, certain && is_one),
        part => part,
    }
}

/// People, and others in brackets behind them.
fn with(mut people: Vec<Named>, others: Vec<Named>) -> NamePart {
    let certain = others.is_empty();
    people.extend(others);
    NamePart::People(people, certain)
}

fn sure(name: &str) -> Named {
    Named { name: name.to_owned(), sure: true, ..Named::default() }
}

/// The text outside its brackets, and what is inside each.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '(' | '[' => {
                depth += 1;
                if depth == 1 {
                    inside.push(String::new());
                    outside.push(' ');
                }
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => inside.last_mut().unwrap_or(&mut outside).push(letter),
            _ => outside.push(letter),
        }
    }
    let inside = inside.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    (outside.split_whitespace().collect::<Vec<_>>().join(" "), inside)
}

/// A name with what is said beside it: titles before it, titles and numbers behind it.
fn name(text: &str, known: &dyn KnownNames) -> Named {
    let mut remark = None;
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let is_light = |word: &&str| is_remark(word);
    while words.len() > 2 && words.first().is_some_and(is_light) {
        add(&mut remark, words.remove(0));
    }
    let mut behind = Vec::new();
    let is_figures = |word: &str| word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '+'));
    let figures = words.iter().rev().take_while(|word| is_figures(word)).count();
    let number = words[words.len() - figures..].join(" ");
    if words.len() >= figures + 2 && is_remark(&number) {
        behind.push(number);
        words.truncate(words.len() - figures);
    }
    let mut behind: Vec<&str> = behind.iter().map(String::as_str).collect();
    while words.len() > 2 && words.last().is_some_and(|word| is_remark(word) || matches!(*word, "-" | "–" | "/")) {
        behind.insert(0, words.pop().unwrap_or_default());
    }
    let behind = behind.join(" ");
    let behind = behind.trim_matches(['-', '–', ' ', '/']);
    if !behind.is_empty() {
        add(&mut remark, behind);
    }
    let name = words.join(" ");
    let name = without_stop(name.trim_matches(['-', '–', ' ', ':', '*'])).to_owned();
    let sure = is_whole(&name, known);
    if sure || remark.is_some() {
        Named { sure, name, remark, email: None }
    } else {
        Named { name: text.to_owned(), ..Named::default() }
    }
}

/// A name without the stop that ends a sentence. One behind a letter or two shortens them.
fn without_stop(name: &str) -> &str {
    let last = name.rsplit(' ').next().unwrap_or_default().trim_end_matches('.');
    if last.chars().count() > 2 { name.trim_end_matches('.') } else { name }
}

/// Whether a text says nothing but what someone is, or a number to reach them by.
fn is_remark(text: &str) -> bool {
    let tokens = tokens(text);
    let is_number = |low: &str| low.chars().all(|letter| letter.is_ascii_digit());
    let is_phone = tokens.iter().all(|token| is_number(&token.low))
        && tokens.iter().map(|token| token.low.len()).sum::<usize>() >= 5;
    if says_day(text) {
        return false;
    }
    let reach = ["tel", "tfn", "mob", "mobil", "telefon", "ankn", "ank"];
    let is_title = |low: &str| is_title(low) || reach.contains(&low) || matches!(low, "och" | "and");
    let letters: String = text.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let is_degree = !tokens.iter().any(|token| is_number(&token.low)) && DEGREES.contains(&&*letters);
    !tokens.is_empty()
        && (is_phone
            || is_degree
            || tokens.iter().all(|token| is_title(&token.low) || (token.low.len() >= 5 && is_number(&token.low))))
}

/// Whether the figures of a text may be those of a day or of years: what begins or ends then would be left out with it.
fn says_day(text: &str) -> bool {
    let figures: String = text.chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize| figures.get(from..from + 2).and_then(|part| part.parse::<u32>().ok()).unwrap_or_default();
    let is_year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let is_day = |day: usize, month: usize| (1..=12).contains(&part(month)) && (1..=31).contains(&part(day));
    let mut groups = text.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty());
    match figures.len() {
        _ if groups.clone().count() > 0 && groups.all(is_year) => true,
        6 => is_day(4, 2) || is_day(0, 2),
        8 => (is_year(&figures[..4]) && is_day(6, 4)) || (is_year(&figures[4..]) && is_day(0, 2)),
        _ => false,
    }
}

/// Whether a word is one of those that are part of nobody's name: of a room, a service, a state of things.
pub(in super::super) fn is_ordinary(word: &str) -> bool {
    let low = word.to_lowercase();
    ORDINARY.contains(&&*low) || UNKNOWN.contains(&&*low)
}

/// Whether a text is one of the most common given names.
pub(in super::super) fn is_given(text: &str) -> bool {
    GIVEN.contains(&&*text.trim().to_lowercase())
}

/// Whether a word of a text is one for a part of an organisation, a room or a house.
pub(in super::super) fn names_place(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let low = word.trim_matches([',', '.', '(', ')']).to_lowercase();
        PARTS.contains(&&*low) || is_ordinary(&low) || PART_ENDS.iter().any(|end| low.ends_with(end))
    })
}

/// Whether a text is written as a name may be, in capital or small letters throughout, and no word of it says otherwise.
pub(in super::super) fn may_be_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let is_open = |word: &str| {
        let low = word.to_lowercase();
        is_common(&low) || [LEAVES_OPEN, ORDINARY].iter().any(|words| words.contains(&&*low))
    };
    let leads = |word: &&str| PARTICLES.contains(&&*word.to_lowercase());
    let letters = |word: &&str| word.chars().all(|letter| letter.is_alphabetic() || is_joint(letter) || letter == ',');
    words.iter().all(letters)
        && !words.iter().any(|word| is_open(word.trim_matches([',', '.'])))
        && (words.iter().all(is_small) || words.iter().all(|word| !is_small(word) || leads(word)))
}

/// Whether a text is beyond doubt the whole name of a person: two to five words with capital letters, none of which
/// means something else.
fn is_whole(text: &str, known: &dyn KnownNames) -> bool {
    if known.is_person(text) {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = words.iter().filter(|word| is_name(word)).count();
    let leads = |word: &&str| PARTICLES.contains(&&*word.to_lowercase());
    (2..=5).contains(&words.len())
        && names >= 2
        && is_name(words[0])
        && words.last().is_some_and(|word| is_name(word) && word.trim_end_matches('.').chars().count() > 1)
        && words.last().is_some_and(|word| !NO_ENDS.contains(&&*word.to_lowercase()))
        && words.iter().all(|word| is_name(word) || leads(word))
        && !are_two(&words)
        && !ends_in_time(&words)
        && !begins_with_initials(&words)
        && !known.is_thing(text)
}

/// Whether words may be two names one behind the other: the third is a given name as the first is.
fn are_two(words: &[&str]) -> bool {
    let is_given = |at: usize| words.get(at).is_some_and(|word| GIVEN.contains(&&*word.to_lowercase()));
    words.len() > 3 && is_given(0) && is_given(2)
}

/// Whether a time stands behind a whole name: `Eva Al Juni`. Two words may be a name all the same: `Sten Mars`.
fn ends_in_time(words: &[&str]) -> bool {
    words.len() > 2 && words.last().is_some_and(|word| TIMES.has(&word.to_lowercase()))
}

/// Words that mean something else than a name. A list of everyone who works somewhere asks of each word.
static MEANING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let vacant = VACANT.or(NOBODY).or(NOT).or(CHOSEN).or(COMING).words();
    let others = [REFERS, UNKNOWN, PARTS, LEAVES_OPEN, ORDINARY].into_iter().flatten().copied();
    vacant.chain(others).collect()
});

/// Whether a word is written as a name, and means nothing else.
fn is_name(word: &str) -> bool {
    let low = word.trim_end_matches('.').to_lowercase();
    let written = word.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase());
    let written = written || (word.starts_with("d'") || word.starts_with("d’"));
    let letters = word.chars().all(|letter| letter.is_alphabetic() || is_joint(letter));
    let means = MEANING.contains(&*low) || is_common(&low) || is_title(&low) || DEGREES.contains(&&*low);
    written && letters && !means && !PART_ENDS.iter().any(|end| low.ends_with(end))
}

/// Whether a sign can stand within a name.
fn is_joint(letter: char) -> bool {
    matches!(letter, '-' | '\'' | '’' | '.' | '´') || unicode_normalization::char::is_combining_mark(letter)
}

/// Whether a family name and a given name stand with a comma between them.
fn is_turned(family: &str, given: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (of_family, of_given) = (words(family), words(given));
    let is_family = match &of_family[..] {
        [_] => true,
        [particles @ .., _] => particles.iter().all(|word| PARTICLES.contains(&&*word.to_lowercase())),
        [] => false,
    };
    // Names in small letters are names where one word each stands on both sides.
    let capital = |word: &String| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let is_named = |word: &String| is_name(&capital(word)) || PARTICLES.contains(&&*word.to_lowercase());
    // "Al Eva, Dal Finn" may be two people, each with the family name first.
    let may_be_family =
        |word: &String| !word.starts_with(char::is_lowercase) && NAMED_LIKE_PARTICLES.contains(&&*word.to_lowercase());
    let may_be_two = of_family.len() == 2 && of_given.len() == 2 && may_be_family(&of_family[0]);
    let both_given = |text: &str| GIVEN.contains(&&*text.to_lowercase());
    is_family
        && (1..=3).contains(&of_given.len())
        && of_family.iter().chain(&of_given).all(is_named)
        && !may_be_two
        && !(both_given(family) && both_given(given))
}

/// Whether an e-mail address is one of somebody of this name: a word of it stands before the sign, a short one by itself.
pub(in super::super) fn fits(name: &str, email: &str) -> bool {
    const LONG: usize = 4;
    let plain = |text: &str| -> String {
        let letters = text.to_lowercase().replace('ø', "o").replace('æ', "ae").replace('ß', "ss");
        letters.nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)).collect()
    };
    let words = |text: &str| -> Vec<String> {
        let plain = plain(text);
        let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let name = words(name);
    let local = words(email.split('@').next().unwrap_or_default());
    let is_said = |word: &String| {
        word.chars().count() > 1
            && local.iter().any(|said| said == word || (word.chars().count() >= LONG && said.contains(word)))
    };
    let turned: String = name.iter().rev().map(String::as_str).collect();
    name.iter().any(is_said) || local.iter().any(|said| *said == name.concat() || *said == turned)
}
