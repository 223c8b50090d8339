//! Portable copies: what one is, how it is made and checked, and what it says of itself.

use super::extract::{file_name, receiver_name};
use super::numbers::{bytes, date};
use super::shell::labels;
use super::{say, word};
use crate::disclosure::Receiver;
use crate::engine::view::ReceiverView;
use crate::exchange::portable::NamedReceiver;
use crate::organisation::value::{Date, Language};

labels! {
    /// Heading of the card.
    portable: "Fristående kopia", "Stand-alone copy";
    /// What a stand-alone copy is.
    lead: "Sidan och utdraget i en enda fil, för den som inte kan eller får öppna den här sidan. Den öppnas från disken i en webbläsare, utan installation och utan nätverk.",
        "The page and the extract in one file, for those who cannot or may not open this page. It opens from the disk in a browser, with no installation and no network.";
    /// Makes and saves the copy.
    save: "Spara fristående kopia", "Save a stand-alone copy";
    /// Said while the copy is made.
    making: "Gör kopian …", "Making the copy …";
    /// Said where the template cannot be fetched.
    no_template: "Mallen för kopian kunde inte hämtas. Kontrollera anslutningen och försök igen. Hjälper inte det behöver den som driver webbplatsen lägga upp alla filer på nytt.",
        "The template of the copy could not be fetched. Check the connection and try again; if that does not help, the people who run the site need to put all the files up again.";
    /// Said where the extract cannot be made.
    no_extract: "Utdraget kunde inte göras. Försök igen.", "The extract could not be made. Try again.";
    /// How the hash is checked.
    check: "Skicka kontrollsumman på ett annat sätt än filen. Får mottagaren fram samma summa är filen oförändrad.",
        "Send the checksum separately from the file. If the recipient gets the same checksum, the file is unchanged.";
}

/// Said when it is saved: what it is called, and its size.
pub fn saved(name: &str, size: usize, language: Language) -> String {
    let size = bytes(size as u64, language);
    say!(language; "Kopian är sparad som {name}, {size}.", "The copy is saved as {name}, {size}.")
}

/// How the hash of a file is computed: the system and its command.
pub fn commands(name: &str) -> [(&'static str, String); 3] {
    [
        ("Windows", format!("certutil -hashfile {name} SHA256")),
        ("macOS", format!("shasum -a 256 {name}")),
        ("Linux", format!("sha256sum {name}")),
    ]
}

/// What the file is called.
pub fn copy_name(receiver: &Receiver, made: Date, language: Language) -> String {
    let name = file_name(receiver, made, language);
    name.strip_suffix("json").map_or_else(|| name.clone(), |stem| format!("{stem}html"))
}

/// What the extract in it is called.
pub fn content_name(told: NamedReceiver<'_>, made: Date, language: Language) -> String {
    match told {
        NamedReceiver::Named(receiver) => file_name(receiver, made, language),
        NamedReceiver::Kind(kind) => file_name(&Receiver::Party(kind.to_owned()), made, language),
    }
}

/// What a copy says of itself: when it was made and for whom.
pub fn made_for(told: NamedReceiver<'_>, view: &ReceiverView, made: Date, language: Language) -> String {
    let who = match told {
        NamedReceiver::Named(_) => receiver_name(view, language),
        NamedReceiver::Kind("party") => word(language, "en extern part", "an external party").to_owned(),
        NamedReceiver::Kind(_) => {
            word(language, "en förvaltning eller ett bolag", "a department or a company").to_owned()
        }
    };
    let made = date(made, language);
    say!(language; "Fristående kopia, gjord {made}. Mottagare: {who}.", "Stand-alone copy, made {made}. Recipient: {who}.")
}
