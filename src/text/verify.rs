//! Verifying a file: whether its hashes fit, who made it, and what it says.

use super::numbers::{date, integer, of};
use super::overview::Sentence;
use super::shell::labels;
use super::{say, word};
use crate::engine::view::{MadeView, VerificationView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::risk::edition::Integrity;

labels! {
    /// Verdict before there is a file.
    none: "Släpp en fil här för att kontrollera den.", "Drop a file here to verify it.";
    /// What happens then.
    none_what: "Sidan räknar ut filens kontrollsumma, kontrollerar summorna i filen och gör en ny bedömning. Det som är öppet påverkas inte, och inget skickas.",
        "The page works out the file’s checksum, checks the checksums in it and assesses it again. What is open is not affected, and nothing is sent.";
    /// Chooses a file.
    choose: "Välj fil", "Choose a file";
    /// Said while the file is read.
    reading: "Kontrollerar …", "Verifying …";
    /// Heading of the hashes.
    hashes: "Filen", "The file";
    /// Fact: hash of the bytes.
    hash: "Kontrollsumma (SHA-256)", "Checksum (SHA-256)";
    /// Fact: hash of the rules.
    rules: "Reglernas kontrollsumma (SHA-256)", "Checksum of its rules (SHA-256)";
    /// Fact: whether the file is as Ombud writes it.
    order: "Bestämd ordning", "Fixed order";
    /// The file is in canonical form.
    in_order: "ja, byte för byte som Ombud skriver den", "yes, byte by byte as Ombud writes it";
    /// The file is not in canonical form.
    not_in_order: "nej, skriven av något annat eller ändrad för hand", "no, written by something else or changed by hand";
    /// Fact: who made the file.
    made: "Gjord av", "Made by";
    /// Said where nothing says which version made the file.
    not_made: "framgår inte; bara i utdrag står vilken version som gjorde dem",
        "not stated; only extracts name the version that made them";
    /// The file says that it is an extract in a way that cannot be read.
    made_unread: "filen är märkt som ett utdrag, på ett sätt som inte går att läsa",
        "the file is marked as an extract, in a way that cannot be read";
    /// Heading of the comparison.
    compare: "Jämför med en kontrollsumma du har fått", "Compare with a checksum you were given";
    /// Label of its field.
    given: "Kontrollsumma (SHA-256) på annan väg, till exempel i ett brev", "Checksum (SHA-256) by another way, such as in a letter";
    /// The file is the same.
    same: "Stämmer: det är filen som avsändaren hade.", "Match: this is the file that the sender had.";
    /// The file is another.
    other: "Stämmer inte: det är en annan fil, eller så har den ändrats.", "No match: this is another file, or it has been changed.";
    /// Heading of the editions.
    editions: "Frysta utgåvor i filen", "Editions frozen in the file";
    /// Said where there are none.
    no_editions: "Filen har inga utgåvor.", "The file has no editions.";
    /// Column: the edition.
    edition: "Utgåva", "Edition";
    /// Column: its day.
    day: "Fryst", "Frozen";
    /// Column: whether it fits.
    fits: "Kontrollsumma", "Checksum";
    /// The file is sealed.
    sealed: "Filen är krypterad. Öppna den på sidan Data med lösenfrasen: då visas om den är oförändrad.",
        "The file is encrypted. Open it on the page Data with the passphrase: that shows whether it is unchanged.";
    /// The file is a report, and it is what is made of the open file.
    report_same: "Rapporten är byte för byte den som Ombud gör av den öppna filen.",
        "The report is byte by byte what Ombud makes of the open file.";
    /// The report is of the open file, and not what is made of that.
    report_changed: "Rapporten har ändrats sedan den gjordes.", "The report has been changed since it was made.";
    /// Another version made it.
    report_old: "Rapporten är gjord av en annan version av Ombud.", "The report was made by another version of Ombud.";
    /// So it cannot be made again.
    report_old_what: "Den är gjord av den öppna filen, men den här versionen kan inte göra om den och jämföra.",
        "It was made of the open file, but this version cannot make it again and compare.";
    /// The report is of another file.
    report_elsewhere: "Rapporten är inte gjord av den öppna filen.", "The report was not made of the open file.";
    /// What to do then.
    report_elsewhere_what: "Öppna filen med den kontrollsumma som står nedan, utan ändringar, och kontrollera rapporten igen. Då görs den om och jämförs.",
        "Open the file with the checksum below, without changes, and verify the report again. It is then made again and compared.";
    /// No file is what it was made of.
    report_unsaved: "Rapporten är gjord av ändringar som inte är sparade i någon fil.", "The report was made of changes that are not saved in any file.";
    /// What follows from a report made from a file that was not saved.
    report_unsaved_what: "Det går inte att kontrollera den. Spara filen och gör rapporten igen.",
        "It cannot be verified. Save the file and make the report again.";
    /// Heading of what a report says of itself.
    report: "Rapporten", "The report";
    /// Fact: the day it speaks of.
    report_day: "Läget den", "As of";
    /// Fact: for whom it is.
    report_for: "För", "For";
    /// Fact: by which headings.
    report_profile: "Mall", "Template";
    /// Fact: the data.
    report_data: "Underlagets kontrollsumma (SHA-256)", "Checksum of the data (SHA-256)";
    /// The verdict computed anew.
    verdict: "Ny bedömning", "New assessment";
}

/// The verdict: whether the hashes in the file fit.
pub fn headline(view: &VerificationView, file: &str, language: Language) -> Sentence {
    let count = |is: fn(Option<Integrity>) -> bool| view.editions.iter().filter(|one| is(one.integrity)).count();
    let (altered, unreadable) = (count(|it| it == Some(Integrity::Altered)), count(|it| it.is_none()));
    let good = count(|it| it == Some(Integrity::Intact));
    if altered + unreadable > 0 {
        let of = |bad: usize| of(saturating(bad), saturating(view.editions.len()), language);
        let unreadable_too = (altered > 0 && unreadable > 0).then(|| {
            let unreadable = of(unreadable);
            say!(language; " {unreadable} går inte att läsa.", " {unreadable} cannot be read.")
        });
        let (bad, after) = if altered > 0 {
            let changed = word(language, "har ändrats sedan de frystes.", "have been changed since they were frozen.");
            (of(altered), changed)
        } else {
            (of(unreadable), word(language, "går inte att läsa.", "cannot be read."))
        };
        let too = unreadable_too.unwrap_or_default();
        return Sentence {
            before: String::new(),
            stress: say!(language; "{bad} utgåvor", "{bad} editions"),
            after: say!(language; " i {file} {after}{too}", " in {file} {after}{too}"),
        };
    }
    Sentence::plain(if good > 0 {
        say!(language; "Alla kontrollsummor i {file} stämmer.", "All checksums in {file} match.")
    } else {
        say!(language; "{file} är läst. Den har inga kontrollsummor att kontrollera.", "{file} has been read. It has no checksums to check.")
    })
}

/// Whether an edition is what was frozen.
pub const fn integrity(integrity: Option<Integrity>, language: Language) -> &'static str {
    match integrity {
        Some(Integrity::Intact) => word(language, "stämmer", "matches"),
        Some(Integrity::Altered) => {
            word(language, "stämmer inte: ändrad efter att den frystes", "does not match: changed after it was frozen")
        }
        Some(Integrity::NotStated) => word(language, "ingen kontrollsumma är noterad", "no checksum was written down"),
        None => word(language, "innehållet går inte att läsa", "the content cannot be read"),
    }
}

/// How an extract was made.
pub fn made_said(made: &MadeView, language: Language) -> String {
    let (version, day) = (&made.version, date(made.date, language));
    let left_out = integer(made.left_out.into(), language);
    let receiver = match (&made.name, &*made.receiver) {
        (Some(name), _) => name.say(language).to_owned(),
        (None, "public") => word(language, "allmänheten", "the public").to_owned(),
        (None, "internal") => word(language, "kommunens medarbetare", "municipal staff").to_owned(),
        (None, other) => other.to_owned(),
    };
    say!(language;
        "Ombud {version}, som utdrag för {receiver} den {day}; {left_out} poster är utelämnade",
        "Ombud {version}, as an extract for {receiver} on {day}; {left_out} items are left out")
}

/// Whether a hash that was given is that of the file; none where nothing is given.
pub fn compared(given: &str, sha256: &str) -> Option<bool> {
    let given: String = given.chars().filter(char::is_ascii_hexdigit).collect();
    (!given.is_empty()).then(|| given.eq_ignore_ascii_case(sha256))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::view::EditionCheck;
    use crate::organisation::value::{Date, Label};
    use Language::{English, Swedish};

    fn view(editions: &[Option<Integrity>]) -> VerificationView {
        let check = |integrity: &Option<Integrity>| EditionCheck {
            name: Label::plain("2023"),
            date: Date::default(),
            integrity: *integrity,
        };
        VerificationView {
            sha256: "ab".into(),
            rules_sha256: "cd".into(),
            canonical: true,
            is_extract: false,
            made: None,
            editions: editions.iter().map(check).collect(),
            trail: crate::trail::TrailFile::default(),
        }
    }

    fn said(editions: &[Option<Integrity>]) -> String {
        let Sentence { before, stress, after } = headline(&view(editions), "a.json", Swedish);
        before + &stress + &after
    }

    #[test]
    fn what_does_not_fit_comes_before_what_does() {
        assert_eq!(said(&[]), "a.json är läst. Den har inga kontrollsummor att kontrollera.");
        assert_eq!(
            said(&[Some(Integrity::Intact), Some(Integrity::NotStated)]),
            "Alla kontrollsummor i a.json stämmer."
        );
        let bad = [Some(Integrity::Intact), Some(Integrity::Altered), None];
        assert_eq!(said(&bad), "1 av 3 utgåvor i a.json har ändrats sedan de frystes. 1 av 3 går inte att läsa.");
    }

    #[test]
    fn what_cannot_be_read_is_not_said_to_have_been_changed() {
        assert_eq!(said(&[Some(Integrity::Intact), None]), "1 av 2 utgåvor i a.json går inte att läsa.");
    }

    #[test]
    fn a_given_hash_is_compared_whatever_its_case_and_spaces() {
        assert_eq!(compared(" AB ", "ab"), Some(true));
        assert_eq!(compared("a b", "ab"), Some(true));
        assert_eq!(compared("ac", "ab"), Some(false));
        assert_eq!(compared("  ", "ab"), None);
        assert_ne!(same(Swedish), same(English));
    }
}
