//! Sealed files: what they are, how one is opened, and why one is not.

use super::numbers::integer;
use super::shell::labels;
use super::{say, word};
use crate::exchange::sealed::{FEWEST_ROUNDS, GENERATED_BITS, MOST_ROUNDS, SealRefusal};
use crate::organisation::value::Language;

labels! {
    /// Heading of sealing.
    seal: "Krypterad fil", "Encrypted file";
    /// Says that it is the open file that is sealed.
    of_file: "Den öppna filen, krypterad med en lösenfras.", "The open file, encrypted with a passphrase.";
    /// Says that it is an extract that is sealed.
    of_extract: "Utdraget, krypterat med en lösenfras.", "The extract, encrypted with a passphrase.";
    /// What an encrypted file is for.
    seal_lead: "Mottagaren öppnar filen på den här sidan och skriver lösenfrasen. Skicka lösenfrasen på ett annat sätt än filen. Utan den går filen aldrig att öppna.",
        "The recipient opens the file on this page and enters the passphrase. Send the passphrase separately from the file. Without it the file can never be opened.";
    /// Label of the passphrase.
    passphrase: "Lösenfras", "Passphrase";
    /// Makes another passphrase.
    another: "Ny lösenfras", "New passphrase";
    /// Seals and saves.
    save: "Spara krypterad fil", "Save encrypted file";
    /// Said while the file is sealed.
    sealing: "Krypterar …", "Encrypting …";
    /// Said when the file is sealed and saved.
    saved: "Den krypterade filen är sparad. Anteckna lösenfrasen innan du lämnar sidan; den sparas ingenstans.",
        "The encrypted file is saved. Note the passphrase before you leave the page; it is kept nowhere.";
    /// Opens the encrypted file.
    open: "Öppna", "Open";
    /// Said while the file is opened.
    opening: "Öppnar …", "Opening …";
    /// Heading of the dialogue.
    is_sealed: "Filen är krypterad", "The file is encrypted";
    /// What to do.
    ask: "Skriv lösenfrasen som du har fått av avsändaren.", "Type the passphrase that you got from the sender.";
    /// Leaves the dialogue.
    close: "Stäng", "Close";
    /// Said where the encrypted file is not opened: what was open still is.
    stays: "Det som var öppet är fortfarande öppet.", "What was open still is.";
}

/// How hard the passphrase is to guess.
pub fn strength(language: Language) -> String {
    say!(language;
        "Lösenfrasen är slumpad här i webbläsaren ({GENERATED_BITS} bitar). Läs upp den i telefon eller skicka den i ett sms.",
        "The passphrase was generated at random in your browser ({GENERATED_BITS} bits). Read it out over the phone or send it by text message.")
}

/// Why a file is not opened, or not sealed.
pub fn refused(why: SealRefusal, language: Language) -> String {
    let said = match why {
        SealRefusal::NotSealed => {
            word(language, "Filen är inte en krypterad fil.", "The file is not an encrypted file.")
        }
        SealRefusal::Cut => {
            word(language, "Filen är avkortad. Be om den igen.", "The file has been cut short. Ask for it again.")
        }
        SealRefusal::Longer => word(
            language,
            "Filen har fått något tillagt sist, och öppnas inte. Be om den igen.",
            "Something has been added to the end of the file, and it is not opened. Ask for it again.",
        ),
        SealRefusal::Newer(version) => {
            return say!(language;
                "Filen är krypterad enligt version {version}, som är nyare än den här sidan. Öppna den i en nyare version.",
                "The file is encrypted by version {version}, which is newer than this page. Open it in a newer version.");
        }
        SealRefusal::Method => word(
            language,
            "Filen anges vara krypterad på ett sätt som inte finns. Den är troligen skadad.",
            "The file claims to be encrypted in a way that does not exist. It is probably damaged.",
        ),
        SealRefusal::Rounds(rounds) => {
            let [rounds, fewest, most] =
                [rounds, FEWEST_ROUNDS, MOST_ROUNDS].map(|number| integer(number.into(), language));
            return say!(language;
                "Filen begär {rounds} beräkningsvarv för nyckeln; tillåtet är {fewest}–{most}. Filen är skadad eller avsiktligt felaktig.",
                "The file asks for {rounds} rounds for the key; {fewest}–{most} are allowed. The file is damaged or deliberately malformed.");
        }
        SealRefusal::NoPassphrase => word(language, "Skriv lösenfrasen.", "Type the passphrase."),
        SealRefusal::Wrong => word(
            language,
            "Lösenfrasen är fel, eller så har filen ändrats sedan den krypterades. Det går inte att avgöra vilket.",
            "The passphrase is wrong, or the file has been changed since it was encrypted. It is not possible to tell which.",
        ),
        SealRefusal::NoCryptography => word(
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
            SealRefusal::NotSealed,
            SealRefusal::Cut,
            SealRefusal::Longer,
            SealRefusal::Newer(2),
            SealRefusal::Method,
            SealRefusal::Rounds(1 << 30),
            SealRefusal::NoPassphrase,
            SealRefusal::Wrong,
            SealRefusal::NoCryptography,
        ];
        let said: std::collections::BTreeSet<String> =
            all.iter().flat_map(|why| [refused(*why, Swedish), refused(*why, English)]).collect();
        assert_eq!(said.len(), 2 * all.len());
        assert!(refused(SealRefusal::Rounds(1 << 30), English).contains("1,073,741,824 rounds"));
    }
}
