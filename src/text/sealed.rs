//! Sealed files: what they are, how one is opened, and why one is not.

use super::numbers::integer;
use super::shell::labels;
use super::{say, word};
use crate::exchange::sealed::{FEWEST_ROUNDS, GENERATED_BITS, LEAST_LETTERS, MOST_ROUNDS, Refused};
use crate::organisation::value::Language;

labels! {
    /// Heading of sealing.
    seal: "Förseglad fil", "Sealed file";
    /// That it is the open file that is sealed.
    of_file: "Den öppna filen, krypterad med en lösenfras.", "The open file, encrypted with a passphrase.";
    /// That it is an extract that is sealed.
    of_extract: "Utdraget, krypterat med en lösenfras.", "The extract, encrypted with a passphrase.";
    /// What it is for.
    seal_lead: "Mottagaren släpper filen på sidan och skriver lösenfrasen. Skicka frasen en annan väg än filen: utan den går filen aldrig att öppna.",
        "The receiver drops the file on the page and types the passphrase. Send that by another way than the file: without it, the file can never be opened.";
    /// Label of the passphrase.
    passphrase: "Lösenfras", "Passphrase";
    /// Makes another passphrase.
    another: "Ny lösenfras", "New passphrase";
    /// Seals and saves.
    save: "Spara förseglad", "Save sealed";
    /// Said while it is sealed.
    sealing: "Förseglar …", "Sealing …";
    /// Said when it is done.
    saved: "Den förseglade filen är sparad. Anteckna lösenfrasen innan du lämnar sidan; den sparas ingenstans.",
        "The sealed file is saved. Note the passphrase before you leave the page; it is kept nowhere.";
    /// Opens it.
    open: "Öppna", "Open";
    /// Said while it is opened.
    opening: "Öppnar …", "Opening …";
    /// Heading of the dialogue.
    is_sealed: "Filen är förseglad", "The file is sealed";
    /// What to do.
    ask: "Skriv lösenfrasen som du har fått av avsändaren.", "Type the passphrase that you got from the sender.";
    /// Leaves the dialogue.
    close: "Stäng", "Close";
    /// What stays.
    stays: "Det som var öppet är fortfarande öppet.", "What was open still is.";
}

/// How hard the generated passphrase is to guess, and what one's own has at least.
pub fn strength(language: Language) -> String {
    say!(language;
        "Den föreslagna är slumpad här, {GENERATED_BITS} bitar. En egen måste ha minst {LEAST_LETTERS} tecken.",
        "The one suggested is made up here by chance, {GENERATED_BITS} bits. One of your own needs at least {LEAST_LETTERS} characters.")
}

/// Why one's own passphrase is not taken.
pub fn too_short(language: Language) -> String {
    say!(language; "Lösenfrasen måste ha minst {LEAST_LETTERS} tecken.", "The passphrase needs at least {LEAST_LETTERS} characters.")
}

/// Why a file is not opened, or not sealed.
pub fn refused(why: Refused, language: Language) -> String {
    let said = match why {
        Refused::NotSealed => word(language, "Filen är inte en förseglad fil.", "The file is not a sealed file."),
        Refused::Cut => {
            word(language, "Filen är avkortad. Be om den igen.", "The file has been cut short. Ask for it again.")
        }
        Refused::Longer => word(
            language,
            "Filen har fått något tillagt sist, och öppnas inte. Be om den igen.",
            "Something has been added to the end of the file, and it is not opened. Ask for it again.",
        ),
        Refused::Newer(version) => {
            return say!(language;
                "Filen är förseglad enligt version {version}, som är nyare än den här sidan. Öppna den i en nyare version.",
                "The file is sealed by version {version}, which is newer than this page. Open it in a newer version.");
        }
        Refused::Method => word(
            language,
            "Filen säger sig vara förseglad på ett sätt som inte finns. Den är troligen skadad.",
            "The file claims to be sealed in a way that does not exist. It is probably damaged.",
        ),
        Refused::Rounds(rounds) => {
            let [rounds, fewest, most] =
                [rounds, FEWEST_ROUNDS, MOST_ROUNDS].map(|number| integer(number.into(), language));
            return say!(language;
                "Filen begär {rounds} varv för att göra nyckeln; mellan {fewest} och {most} godtas. Den är skadad, eller gjord för att störa.",
                "The file asks for {rounds} rounds to make the key; from {fewest} to {most} are accepted. It is damaged, or made to disturb.");
        }
        Refused::NoPassphrase => word(language, "Skriv lösenfrasen.", "Type the passphrase."),
        Refused::Wrong => word(
            language,
            "Lösenfrasen är fel, eller så har filen ändrats sedan den förseglades. Det går inte att se vilket.",
            "The passphrase is wrong, or the file has been changed since it was sealed. Which cannot be told.",
        ),
        Refused::NoCryptography => word(
            language,
            "Webbläsaren erbjuder kryptering bara på sidor med https eller på den egna datorn. Öppna sidan över https.",
            "The browser offers encryption only on pages over https, or on this computer. Open the page over https.",
        ),
    };
    said.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn every_refusal_has_a_sentence_of_its_own_in_both_languages() {
        let all = [
            Refused::NotSealed,
            Refused::Cut,
            Refused::Longer,
            Refused::Newer(2),
            Refused::Method,
            Refused::Rounds(1 << 30),
            Refused::NoPassphrase,
            Refused::Wrong,
            Refused::NoCryptography,
        ];
        let said: std::collections::BTreeSet<String> =
            all.iter().flat_map(|why| [refused(*why, Swedish), refused(*why, English)]).collect();
        assert_eq!(said.len(), 2 * all.len());
        assert!(refused(Refused::Rounds(1 << 30), English).contains("1,073,741,824 rounds"));
    }
}
