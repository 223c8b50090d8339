//! Names made alike, so that the same name written in two ways is found to be the same.

use unicode_normalization::UnicodeNormalization;

/// A name to compare by: letters without case and composed, white space of any kind as one space.
pub fn normal(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    if name.bytes().all(plain) && !name.contains("  ") {
        return name.trim().to_ascii_lowercase();
    }
    let mut out = String::with_capacity(name.len());
    for letter in name.nfc().flat_map(char::to_lowercase).filter(|letter| !invisible(*letter)) {
        if !letter.is_whitespace() {
            out.push(letter);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A person's name to compare by; `Ek, Anna` is Anna Ek.
pub fn normal_person(name: &str) -> String {
    let normal = normal(name);
    match normal.split_once(", ") {
        Some((family, given)) if !given.contains(',') => format!("{given} {family}"),
        _ => normal,
    }
}

/// A heading to compare by: its letters and digits.
pub fn heading(text: &str) -> String {
    normal(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether two texts say the same, but for how letters are composed and which kind of space is used.
pub fn same_text(one: &str, other: &str) -> bool {
    one == other || shown(one).eq(shown(other))
}

/// The letters of a text as they are seen.
fn shown(text: &str) -> impl Iterator<Item = char> {
    let space = |letter: char| if letter == '\u{a0}' || letter == '\u{202f}' { ' ' } else { letter };
    text.trim().nfc().filter(|letter| *letter != '\r' && !invisible(*letter)).map(space)
}

/// Characters that take no room: soft hyphens, marks that programs leave behind, and control characters.
pub(super) fn invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}')
        || is_mark(letter)
        || (letter.is_control() && !letter.is_whitespace())
}

/// Marks of direction and of joining that programs leave behind in what is copied from them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// A text without the marks that programs leave behind, and without white space around it.
pub(super) fn bare(text: &str) -> String {
    let bare: String =
        text.chars().filter(|letter| !is_mark(*letter) && !matches!(letter, '\u{200b}' | '\u{feff}')).collect();
    bare.trim().to_owned()
}

/// A text as it is seen: letters composed, nothing invisible in it, one space where there are several of any kind.
pub(super) fn seen(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc().filter(|letter| *letter != '\r' && !invisible(*letter)) {
        match letter {
            '\n' => {
                out.truncate(out.trim_end().len());
                out.push('\n');
            }
            letter if letter.is_whitespace() && (out.is_empty() || out.ends_with([' ', '\n'])) => {}
            letter if letter.is_whitespace() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.trim().to_owned()
}

/// Whether two names are as good as one: a letter more, less, another, or two that changed places.
pub fn near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < SHORTEST_NEAR || long.len() - short.len() > 1 {
        return false;
    }
    let alike = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if short.len() < long.len() {
        return short[alike..] == long[alike + 1..];
    }
    let (a, b) = (&short[alike..], &long[alike..]);
    match (a, b) {
        ([], []) => true,
        ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) => a == d && b == c && rest == others,
        _ => false,
    }
}

/// A name, and the name without each of its letters: names that are near share one of these.
pub(super) fn shorter(name: &str) -> Vec<String> {
    let without = |at: usize, letter: char| format!("{}{}", &name[..at], &name[at + letter.len_utf8()..]);
    std::iter::once(name.to_owned()).chain(name.char_indices().map(|(at, letter)| without(at, letter))).collect()
}

/// Letters of a name that can be near another: of shorter ones too many are.
pub const SHORTEST_NEAR: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fault_07_composed_letters_spaces_and_case_make_no_other_name() {
        assert_eq!(normal("A\u{30A}sa\u{a0}\u{a0}O\u{308}BERG "), normal("Åsa Öberg"));
        assert_ne!(normal("Asa Oberg"), normal("Åsa Öberg"));
        assert!(same_text("A\u{30A}sa\u{a0}Ek", "Åsa Ek"));
        assert!(!same_text("åsa ek", "Åsa Ek"));
    }

    #[test]
    fn marks_of_direction_make_no_other_name() {
        assert_eq!(normal("\u{202a}Bo\u{200e} Ek\u{202c}"), "bo ek");
        assert_eq!(
            (&*bare("\u{202a}bo@example.se\u{202c} "), &*seen(" Bo\u{a0} \u{2066}Ek\u{2069}\n ")),
            ("bo@example.se", "Bo Ek")
        );
    }

    #[test]
    fn a_family_name_may_come_first() {
        assert_eq!(normal_person("Ek, Anna"), "anna ek");
        assert_eq!(normal_person("Anna Ek"), "anna ek");
    }

    #[test]
    fn names_are_near_when_one_letter_sets_them_apart() {
        for other in ["anna eek", "ana ek", "anna eg", "nana ek"] {
            assert!(near("anna ek", other), "{other}");
        }
        for other in ["anders ek", "anna ekman", "bo ek"] {
            assert!(!near("anna ek", other), "{other}");
        }
        assert!(!near("bo ek", "bo ej"), "too short to tell");
    }

    #[test]
    fn a_heading_is_its_letters() {
        assert_eq!(heading(" E-post: "), heading("epost"));
        assert_eq!(heading("user_principal_name"), heading("userPrincipalName"));
    }
}
