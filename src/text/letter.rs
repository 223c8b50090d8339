//! What is done with a letter that is written already.

use super::shell::labels;
use crate::organisation::value::Language;

labels! {
    /// Opens the letter in the reader's own program.
    open: "Öppna ett mejl", "Open an email";
    /// Saves the letter, which is too long to be opened at once.
    save: "Spara mejlet som fil (.eml)", "Save the email as a file (.eml)";
}
