//! A round: the letter that goes with each part.

use super::super::numbers::date;
use super::super::say;
use crate::organisation::value::{Date, Language};
use crate::travel::round::PartForm;

/// What a letter of a round says.
#[derive(Debug, Clone, Copy)]
pub struct RoundLetter<'l> {
    /// What the municipality is called; may be empty.
    pub of: &'l str,
    /// What the round is called.
    pub round: &'l str,
    /// What is said besides; may be empty.
    pub message: &'l str,
    /// The last day on which an answer is in time.
    pub due: Date,
    /// The address that answers go to; may be empty.
    pub answer_to: &'l str,
    /// What the unit that is asked is called.
    pub name: &'l str,
    /// What the file that goes with the letter is called.
    pub file: &'l str,
    /// The address of the page that opens the file; empty where none is known.
    pub page: &'l str,
    /// What kind of file goes with the letter.
    pub form: PartForm,
}

/// The subject and the text of a letter that goes with a part of a round: what it is, and what is asked.
pub fn letter(letter: RoundLetter<'_>, language: Language) -> (String, String) {
    let RoundLetter { of, round, message, due, answer_to, name, file, page, form } = letter;
    let due = date(due, language);
    let subject = if of.is_empty() { round.to_owned() } else { format!("{round}, {of}") };
    let message = message.trim();
    let message = if message.is_empty() { String::new() } else { format!("{message}\n\n") };
    let to = match answer_to.trim() {
        "" => String::new(),
        address => say!(language; " till {address}", " to {address}"),
    };
    // No full stop after an address: a mail program would take it into it.
    let at = match page {
        "" => ".".to_owned(),
        page => format!(": {page}"),
    };
    let open = match form {
        PartForm::Extract => say!(language; "Öppna filen i Ombud{at}", "Open the file in Ombud{at}"),
        PartForm::Sealed => say!(language;
            "Filen är krypterad; lösenfrasen får ni på ett annat sätt. Öppna filen i Ombud{at}",
            "The file is encrypted; you get the passphrase in another way. Open the file in Ombud{at}"),
        PartForm::Copy => say!(language;
            "Spara filen och öppna den i en webbläsare. Den behöver varken installation eller nätverk.",
            "Save the file and open it in a browser. It needs neither installation nor network."),
    };
    let body = say!(language;
        "Hej!

{message}Bifogad är filen {file} med den del av kommunens säkerhetsorganisation som rör {name}. Den är ett utdrag: det som inte är avsett för er ingår inte.

1. {open}
2. Gå igenom det som rör er och ändra det som inte stämmer.
3. Välj Skicka mina ändringar, spara ändringsfilen och skicka tillbaka den{to} senast den {due}.

Stämmer allt räcker det att svara det.
",
        "Hello,

{message}Attached is the file {file} with the part of the municipality’s security organisation that concerns {name}. It is an extract: what is not meant for you is not in it.

1. {open}
2. Go through what concerns you and change what is not right.
3. Choose Send my changes, save the change file and send it back{to} by {due}.

If everything is right, it is enough to answer so.
");
    (subject, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(form: PartForm, page: &str) -> String {
        let due = "2026-12-20".parse().expect("a day");
        let told = RoundLetter {
            of: "Ekby",
            round: "Hösten",
            message: "",
            due,
            answer_to: "",
            name: "Eken",
            file: "e.json",
            page,
            form,
        };
        letter(told, Language::Swedish).1
    }

    #[test]
    fn a_letter_says_where_ombud_is_where_the_file_needs_it_and_the_address_is_known() {
        let page = "https://ekby.example/ombud/";
        for form in [PartForm::Extract, PartForm::Sealed] {
            assert!(
                body(form, page).contains("Öppna filen i Ombud: https://ekby.example/ombud/\n"),
                "{}",
                body(form, page)
            );
            assert!(body(form, "").contains("Öppna filen i Ombud.\n"), "{}", body(form, ""));
        }
        assert!(!body(PartForm::Copy, page).contains(page), "a copy needs no page");
    }
}
