//! What is told of a cell or row whose content is not used.

use super::super::{say, word};
use crate::exchange::import::NoteKind;
use crate::organisation::value::Language;

/// Why a cell or row that says `found` is not used; nothing for notes that tell something else.
pub(super) fn note(what: &NoteKind, found: &str, language: Language) -> String {
    let not_used = |sv: &str, en: &str| say!(language; "”{found}” är {sv} och används inte.", "“{found}” is {en} and is not used.");
    match what {
        NoteKind::NotANumber => not_used("inget tal", "not a number"),
        NoteKind::NotWhole => not_used("inget heltal som kan stå här", "not a whole number that can stand here"),
        NoteKind::NotADay => {
            not_used("inget entydigt datum (skriv ÅÅÅÅ-MM-DD)", "not an unambiguous date (write YYYY-MM-DD)")
        }
        NoteKind::NotYesOrNo => not_used("varken ja eller nej", "neither yes nor no"),
        NoteKind::NotAWord => not_used("inget av orden som kan stå här", "none of the words that can stand here"),
        NoteKind::NotALevel => not_used("ingen nivå på skalan", "no level of the scale"),
        NoteKind::NotAPhone => not_used(
            "inget helt telefonnummer (kalkylprogram tar bort nollor i början)",
            "not a complete phone number (spreadsheets remove leading zeros)",
        ),
        NoteKind::NotAnAddress => not_used("inte en e-postadress", "not an email address"),
        NoteKind::NotAWebAddress => not_used("inte en webbadress", "not a web address"),
        NoteKind::SheetError if found.is_empty() => word(
            language,
            "Cellen visar ett fel i kalkylprogrammet och används inte.",
            "The cell shows an error in the spreadsheet and is not used.",
        )
        .into(),
        NoteKind::SheetError => not_used("ett fel i kalkylbladet", "an error of the spreadsheet"),
        NoteKind::NotAName => not_used("inget namn på en person", "not the name of a person"),
        NoteKind::NotAPlace => not_used("inget namn på en enhet", "not the name of a unit"),
        NoteKind::Nobody => {
            say!(language; "”{found}” anger att ingen är utsedd. Ingen person läggs till.",
                "“{found}” means that nobody is appointed. No person is added.")
        }
        NoteKind::Refers => {
            say!(language; "”{found}” hänvisar till något annat i stället för att namnge någon, och används inte.",
                "“{found}” points elsewhere instead of naming someone, and is not used.")
        }
        NoteKind::Remark => {
            say!(language; "Tillägget ”{found}” importeras inte.", "The addition “{found}” is not imported.")
        }
        NoteKind::OfSeveral => {
            say!(language; "Det går inte att avgöra vem av flera ”{found}” hör till. Uppgiften används inte.",
                "It is not possible to tell which of several people “{found}” belongs to. The field is not used.")
        }
        NoteKind::Several => {
            let found = found.replace('\n', ", ");
            say!(language; "Här kan bara en stå. ”{found}” är flera, och används inte.",
                "Only one can stand here. “{found}” is several, and is not used.")
        }
        NoteKind::LastDayStays => {
            say!(language; "Enligt ”{found}” har uppdraget inget slutdatum, men i filen har det ett, som står kvar.",
                "“{found}” says that the post has no end date, but in the file it has one, which stays.")
        }
        NoteKind::EndsBeforeItBegins => word(
            language,
            "Uppdraget skulle sluta innan det börjar. Datumen används inte, och ingen får uppdraget av raden.",
            "The post would end before it begins. The dates are not used, and nobody is given the post by this row.",
        )
        .into(),
        NoteKind::OwnSubstitute => {
            say!(language; "”{found}” kan inte vara sin egen ersättare. Uppgiften används inte.",
                "“{found}” cannot be their own substitute. The field is not used.")
        }
        NoteKind::OverRows => word(
            language,
            "Talet står i en sammanfogad cell för flera rader. Hur mycket som hör till varje rad framgår inte, så det används inte.",
            "The number is in a merged cell for several rows. How much of it belongs to each row is not stated, so it is not used.",
        )
        .into(),
        NoteKind::HeadingAgain => word(
            language,
            "Raden är rubrikerna en gång till och används inte.",
            "The row is the headings once more and is not used.",
        )
        .into(),
        NoteKind::Sum => {
            say!(language; "Raden ”{found}” är en summa och används inte.", "The row “{found}” is a sum and is not used.")
        }
        NoteKind::Section => {
            say!(language; "Raden ”{found}” är en rubrik: raderna under den hör dit.",
                "The row “{found}” is a heading: the rows below it belong there.")
        }
        NoteKind::Footer => {
            say!(language; "Raden ”{found}” hör till utskriften och används inte.",
                "The row “{found}” belongs to the printing and is not used.")
        }
        _ => String::new(),
    }
}
