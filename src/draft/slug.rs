//! Ids for new items, made from their names.

use crate::organisation::letters;

/// Letters of an id, at most.
const LONGEST: usize = 40;

/// An id for a new item of a list: its name in plain letters, with a number where that is taken.
pub(crate) fn new_id(list: &str, name: &str, is_free: &dyn Fn(&str) -> bool) -> String {
    let plain = plain(name);
    let base = if plain.is_empty() { list.trim_end_matches('s').to_owned() } else { plain };
    let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|id| is_free(id)).unwrap_or(base)
}

/// The name in small letters a to z, digits and hyphens.
fn plain(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars().map(letters::small) {
        let letter = match letter {
            'å' | 'ä' | 'à' | 'á' | 'æ' => 'a',
            'ö' | 'ø' | 'ó' | 'ò' => 'o',
            'é' | 'è' | 'ë' => 'e',
            'ü' | 'ú' => 'u',
            'İ' => 'i',
            letter if letter.is_ascii_alphanumeric() => letter,
            // A letter with its accent apart keeps the letter.
            '\u{300}'..='\u{36F}' => continue,
            _ => '-',
        };
        if letter != '-' || !(out.is_empty() || out.ends_with('-')) {
            out.push(letter);
        }
        if out.len() == LONGEST {
            break;
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_name_in_plain_letters() {
        assert_eq!(plain("Förskolan Eken (Öst)"), "forskolan-eken-ost");
        assert_eq!(plain("A\u{30A}sa"), "asa");
        assert_eq!(plain("—"), "");
    }

    #[test]
    fn a_letter_with_an_accent_is_the_one_it_is_made_of() {
        assert_eq!(plain("åäàáæ öøó éèë üú İ"), "aaaaa-ooo-eee-uu-i");
        assert_eq!(plain("ÅÄÀÁÆ ÖØÓ ÉÈË ÜÚ"), "aaaaa-ooo-eee-uu");
    }

    #[test]
    fn an_id_has_forty_letters_and_no_hyphen_at_its_end() {
        assert_eq!(plain(&"a".repeat(60)), "a".repeat(40));
        assert_eq!(plain(&format!("{} b", "a".repeat(39))), "a".repeat(39));
    }

    #[test]
    fn what_has_no_name_is_called_as_its_list_and_what_is_taken_gets_the_first_free_number() {
        assert_eq!(new_id("units", "—", &|_| true), "unit");
        assert_eq!(new_id("units", "Eken", &|id| !["eken", "eken-2"].contains(&id)), "eken-3");
    }
}
