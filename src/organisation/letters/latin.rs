//! Large and small letters of the Latin alphabets of Europe, up to U+017F. They need no table, and are all that the
//! page's program asks for: the standard library's tables would be a twentieth of it.

/// The first character after these alphabets.
pub const END: char = '\u{180}';

/// The letter made large; one of another alphabet stands as it is.
pub fn large(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => shifted(letter, -0x20),
        'ÿ' => 'Ÿ',
        _ if pair(letter) == Some(false) => shifted(letter, -1),
        _ => letter,
    }
}

/// The letter made small; one of another alphabet stands as it is.
pub fn small(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => shifted(letter, 0x20),
        'Ÿ' => 'ÿ',
        _ if pair(letter) == Some(true) => shifted(letter, 1),
        _ => letter,
    }
}

/// Whether the letter is a large one.
pub fn is_large(letter: char) -> bool {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ÿ' => true,
        _ => pair(letter) == Some(true),
    }
}

/// Whether the letter is a small one.
pub fn is_small(letter: char) -> bool {
    match letter {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' => true,
        _ => pair(letter) == Some(false),
    }
}

/// Whether the character is a letter of these alphabets, or a digit.
pub fn is_plain(letter: char) -> bool {
    is_large(letter) || is_small(letter) || letter.is_ascii_digit()
}

/// From Ā to ž every large letter stands right before its small one; whether this is the large one of such a pair.
fn pair(letter: char) -> Option<bool> {
    let even = u32::from(letter).is_multiple_of(2);
    match letter {
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' => Some(even),
        'Ĺ'..='ň' | 'Ź'..='ž' => Some(!even),
        _ => None,
    }
}

fn shifted(letter: char, by: i32) -> char {
    u32::from(letter).checked_add_signed(by).and_then(char::from_u32).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_are_those_of_the_standard_library() {
        for letter in ('\0'..'ſ').filter(|letter| !matches!(letter, 'ª' | 'µ' | 'º' | 'ß' | 'İ' | 'ı' | 'ĸ' | 'ŉ'))
        {
            assert_eq!(large(letter).to_string(), letter.to_uppercase().to_string());
            assert_eq!(small(letter).to_string(), letter.to_lowercase().to_string());
            assert_eq!(
                (is_large(letter), is_small(letter)),
                (letter.is_uppercase(), letter.is_lowercase()),
                "{letter}"
            );
        }
    }

    #[test]
    fn a_letter_without_a_large_one_stands_as_it_is() {
        assert_eq!(['ß', 'ĸ', 'ŉ', 'ı'].map(large), ['ß', 'ĸ', 'ŉ', 'ı']);
    }

    #[test]
    fn letters_of_other_alphabets_stand_as_they_are() {
        assert_eq!((large('я'), small('Я'), is_small('я')), ('я', 'Я', false));
    }
}
