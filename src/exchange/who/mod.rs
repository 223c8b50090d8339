//! Who a cell names: the one place that decides whether a text is the name of a person, of several, or of nobody.
//!
//! A list says "Vakant", "se chef" or "Ej utsedd" where it has no name. To take such a word for somebody would show a post as
//! held that nobody holds. So a text is a name only where everything about it says so; what says that nobody is there makes
//! nobody, and whatever lies between is for the reader to decide.

mod common;
mod name;
mod place;
mod vacancy;
mod words;

use self::name::{NamePart, part};
pub(super) use self::name::{fits, is_given, is_ordinary, may_be_name, names_place};
pub(super) use self::place::{is_no_place, is_no_thing};
use super::names::seen;
use crate::organisation::nobody::{Vacancy, tokens, vacancy};

/// What a text says of who is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WhoFound {
    /// Nothing at all is said.
    Nothing,
    /// Nobody is meant; perhaps something stands beside that.
    Nobody(Option<String>),
    /// The text points elsewhere.
    Refers,
    /// The text is no name.
    NoName,
    /// The text may be a name, and may be none.
    Doubtful,
    /// One person whom the text names.
    One(Named),
    /// Several people. `sure` where signs that divide names stand between whole names.
    Several {
        /// The people whom the text names, in its order.
        people: Vec<Named>,
        /// Whether it is beyond doubt that they are several.
        sure: bool,
    },
}

/// One whom a text names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The name; empty where the text has an address alone.
    pub(super) name: String,
    /// The e-mail address beside the name.
    pub(super) email: Option<String>,
    /// What else is said beside the name.
    pub(super) remark: Option<String>,
    /// Whether the text is beyond doubt a name.
    pub(super) sure: bool,
}

/// What is known of names without looking at how they are written.
pub(super) trait KnownNames {
    /// Whether the file has a person of this name.
    fn is_person(&self, name: &str) -> bool;
    /// Whether this is what something else is called: a unit, a role, a heading.
    fn is_thing(&self, name: &str) -> bool;
}

/// Nothing is known of names.
struct NothingKnown;

impl KnownNames for NothingKnown {
    fn is_person(&self, _: &str) -> bool {
        false
    }

    fn is_thing(&self, _: &str) -> bool {
        false
    }
}

/// Whether a text is written as the whole name of one person.
pub(super) fn is_whole_name(text: &str) -> bool {
    matches!(read(text, &NothingKnown), WhoFound::One(named) if named.sure)
}

/// Who a text names.
pub(super) fn read(text: &str, known: &dyn KnownNames) -> WhoFound {
    let text = seen(text);
    if text.is_empty() {
        return WhoFound::Nothing;
    }
    // A formula that was written as a text.
    if text.starts_with('=') {
        return WhoFound::NoName;
    }
    let vacancy = vacancy(&text);
    if let Vacancy::Says(remark) = vacancy {
        return WhoFound::Nobody(remark);
    }
    if known.is_person(&text) {
        return WhoFound::One(Named { name: text, sure: true, ..Named::default() });
    }
    match vacancy::refers(&text) {
        Vacancy::Says(_) => return WhoFound::Refers,
        Vacancy::May => return WhoFound::Doubtful,
        Vacancy::No => {}
    }
    if !text.chars().any(char::is_alphabetic) || vacancy::is_unknown(&text) || known.is_thing(&text) {
        return WhoFound::NoName;
    }
    if vacancy == Vacancy::May {
        return WhoFound::Doubtful;
    }
    let whole = text;
    let (text, emails) = without_addresses(&whole);
    if tokens(&text).is_empty() {
        return alone(emails);
    }
    let (parts, hard) = divided(&text);
    let mut people = Vec::new();
    let mut sure = hard;
    for one in &parts {
        match part(one, known) {
            NamePart::None => return WhoFound::Doubtful,
            NamePart::People(..) if parts.len() > 1 && vacancy::is_unknown(one) => return WhoFound::Doubtful,
            NamePart::People(found, certain) => {
                sure &= certain && found.iter().all(|named| named.sure);
                people.extend(found);
            }
            // A title or a number that stands alone belongs to the name before it.
            NamePart::Remark(remark) => match people.last_mut() {
                Some(last) => add(&mut last.remark, &remark),
                None => return if parts.len() == 1 { WhoFound::NoName } else { WhoFound::Doubtful },
            },
        }
    }
    // One of several who stands in for another holds no post of their own.
    if people.len() > 1 && people.iter().any(|named| named.remark.as_deref().is_some_and(stands_in)) {
        return WhoFound::Doubtful;
    }
    match (people.len(), &emails[..]) {
        (0, _) => WhoFound::NoName,
        (1, []) => WhoFound::One(people.remove(0)),
        // The address of another stands beside the name of one: they may be two.
        (1, [email]) if is_of_another(&whole, &people[0].name, email) => {
            people.push(Named { email: Some(email.clone()), ..Named::default() });
            WhoFound::Several { people, sure: false }
        }
        (1, [email]) => {
            let named = people.remove(0);
            let sure = named.sure || (may_be_name(&named.name) && fits(&named.name, email));
            WhoFound::One(Named { email: Some(email.clone()), sure, ..named })
        }
        (_, []) => WhoFound::Several { people, sure },
        (count, emails) if count == emails.len() => {
            for (named, email) in people.iter_mut().zip(emails) {
                named.email = Some(email.clone());
            }
            let sure = people.iter().zip(emails).all(|(named, email)| fits(&named.name, email)) || sure;
            WhoFound::Several { people, sure }
        }
        _ => WhoFound::Doubtful,
    }
}

/// Whether a remark says of someone that they stand in for another.
fn stands_in(remark: &str) -> bool {
    const WORDS: &[&str] =
        &["ersättare", "ersättaren", "suppleant", "vice", "vik", "vikarie", "reserv", "substitute", "deputy"];
    tokens(remark).iter().any(|token| WORDS.contains(&&*token.low))
}

/// Whether an address that stands beside a name is rather that of somebody else: no word of the name is in it, and a sign
/// that divides people stands between, or it is made of names itself. One in brackets is theirs whatever it is.
fn is_of_another(text: &str, name: &str, email: &str) -> bool {
    const SHORTEST: usize = 2;
    let divides = |letter: char| matches!(letter, ';' | '/' | '|' | '&' | '+' | '\n');
    let is_bracketed = text.contains(&format!("<{email}")) || text.contains(&format!("({email}"));
    let local = email.split('@').next().unwrap_or_default();
    let words: Vec<&str> = local.split(['.', '_', '-']).collect();
    let is_word = |word: &&str| word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic);
    let is_name = words.len() > 1 && words.iter().all(is_word);
    !is_bracketed && !fits(name, email) && (is_name || text.replace(email, "").contains(divides))
}

/// Addresses and no name. That several are as many people is for the reader to say.
fn alone(emails: Vec<String>) -> WhoFound {
    let mut people: Vec<Named> =
        emails.into_iter().map(|email| Named { email: Some(email), ..Named::default() }).collect();
    match people.len() {
        0 => WhoFound::NoName,
        1 => WhoFound::One(people.remove(0)),
        _ => WhoFound::Several { people, sure: false },
    }
}

/// The text without the e-mail addresses in it, and those.
fn without_addresses(text: &str) -> (String, Vec<String>) {
    let mut emails = Vec::new();
    let mut rest = String::new();
    for word in text.split_inclusive([' ', '\n', ';', ',', '<', '>', '(', ')']) {
        let sign = |letter: char| matches!(letter, ' ' | '\n' | ';' | ',' | '<' | '>' | '(' | ')' | '[' | ']');
        let bare = word.trim_matches(sign).trim_start_matches("mailto:");
        if is_address(bare) {
            emails.push(bare.to_owned());
            rest.extend(word.chars().filter(|letter| matches!(letter, '\n' | ';')));
        } else {
            rest.push_str(word);
        }
    }
    if emails.is_empty() {
        (rest, emails)
    } else {
        (rest.replace("<>", "").replace("()", "").replace(['<', '>'], ""), emails)
    }
}

/// Whether a text is an e-mail address.
pub(super) fn is_address(text: &str) -> bool {
    let within = |letter: char| {
        !letter.is_whitespace() && !matches!(letter, ';' | ',' | '<' | '>' | '(' | ')' | '"' | '[' | ']' | ':')
    };
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !host.starts_with('.') && !host.ends_with('.')
    }) && text.chars().all(within)
}

/// The parts of a text that signs and words for "and" divide, and whether signs alone do. What is in brackets stays whole.
fn divided(text: &str) -> (Vec<String>, bool) {
    let mut parts = vec![String::new()];
    let mut hard = true;
    let mut depth = 0_usize;
    for word in text.split_inclusive([' ', '\n', ';', '/', '&', '+', '|', '(', ')', '[', ']']) {
        let (bare, sign) = match word.char_indices().next_back() {
            Some((at, sign)) if !sign.is_alphanumeric() && " \n;/&+|()[]".contains(sign) => (&word[..at], Some(sign)),
            _ => (word, None),
        };
        let is_and = depth == 0 && matches!(&*bare.to_lowercase(), "och" | "and" | "og" | "samt" | "resp" | "resp.");
        if is_and {
            hard = false;
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push_str(bare);
        }
        match sign {
            Some(';' | '\n' | '/' | '|') if depth == 0 => parts.push(String::new()),
            Some('&' | '+') if depth == 0 => {
                hard = false;
                parts.push(String::new());
            }
            Some(sign) => {
                match sign {
                    '(' | '[' => depth += 1,
                    ')' | ']' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if let Some(part) = parts.last_mut() {
                    part.push(sign);
                }
            }
            None => {}
        }
    }
    let parts: Vec<String> = parts.iter().map(|part| part.trim_matches([' ', ',', '-', '–']).to_owned()).collect();
    (parts.into_iter().filter(|part| !part.is_empty()).collect(), hard)
}

/// Adds to what is said beside a name.
fn add(remark: &mut Option<String>, more: &str) {
    match remark {
        Some(remark) => {
            remark.push_str(", ");
            remark.push_str(more);
        }
        None => *remark = Some(more.to_owned()),
    }
}

#[cfg(test)]
mod tests;
