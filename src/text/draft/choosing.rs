//! Choosing a person, a unit or another item: what a field with a list says.

use crate::organisation::value::Language;
use crate::text::numbers::integer;
use crate::text::shell::labels;
use crate::text::{say, word};

labels! {
    /// What can be done in an empty field.
    type_or_pick: "Skriv eller välj", "Type or pick";
    /// A text stands in the field that nothing is chosen by.
    not_chosen: "Välj i listan, eller töm fältet.", "Choose from the list, or clear the field.";
    /// Goes back from a person who is not in the file to those who are.
    someone_known: "Välj en person i filen i stället", "Choose someone in the file instead";
}

/// How much was found, and what to do where it is more than is shown.
pub fn found(shown: usize, total: u32, language: Language) -> String {
    let all = integer(total.into(), language);
    match total {
        0 => word(language, "Ingen träff. Skriv något annat.", "No match. Type something else.").to_owned(),
        1 => word(language, "En träff.", "One match.").to_owned(),
        _ if u64::from(total) > shown as u64 => {
            let first = integer(shown as u64, language);
            say!(language; "De {first} första av {all}. Skriv mer för att hitta fler.",
                "The first {first} of {all}. Type more to find others.")
        }
        _ => say!(language; "{all} träffar.", "{all} matches."),
    }
}

#[cfg(test)]
mod tests {
    use super::found;
    use crate::organisation::value::Language::{English, Swedish};

    #[test]
    fn a_list_that_is_cut_says_so_and_how_to_go_on() {
        assert_eq!(found(50, 195, Swedish), "De 50 första av 195. Skriv mer för att hitta fler.");
        assert_eq!(found(50, 195, English), "The first 50 of 195. Type more to find others.");
    }

    #[test]
    fn a_list_that_is_whole_tells_how_much_there_is() {
        assert_eq!(found(2, 2, Swedish), "2 träffar.");
        assert_eq!(found(1, 1, English), "One match.");
        assert_eq!(found(0, 0, Swedish), "Ingen träff. Skriv något annat.");
    }
}
