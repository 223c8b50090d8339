//! An extract that comes back whole: its receiver saved it instead of sending a change file. What is changed in it is told
//! against the extract as it is made anew, for the extract that it began from is kept by nobody.

use super::change_file::{ChangeFile, ChangeOrigin};
use super::diff::diff;
use super::written::{ChangesUnreadable, read};
use crate::disclosure::{Receiver, extract_for_round};
use crate::organisation::extract::{Made, can_be_answered};
use crate::organisation::json::JsonReader;
use crate::organisation::lists::read_whole;
use crate::verdict::File;

/// Whether a file is an extract for someone who can answer it.
pub fn is_returned_extract(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut reader = JsonReader::new(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    if reader.enter().is_err() {
        return false;
    }
    while let Ok(Some(key)) = reader.next_key() {
        let Ok(value) = reader.skip() else { return false };
        if key == "extract" {
            return can_be_answered(value);
        }
    }
    false
}

/// An answer to a file: a change file, or what an extract of the file that has been changed and saved says otherwise than
/// one made now.
pub fn read_answer(file: &File<'_>, text: &str) -> Result<ChangeFile, ChangesUnreadable> {
    if is_returned_extract(text.as_bytes()) {
        returned(file, text).ok_or(ChangesUnreadable::OtherFile)
    } else {
        read(text)
    }
}

fn returned(file: &File<'_>, text: &str) -> Option<ChangeFile> {
    let mut back = File::read(text, &mut |_| ()).ok()?.organisation;
    let made: Made<'_> = read_whole(&back.extract.as_ref()?.0)?;
    let receiver: Receiver = made.receiver.parse().ok()?;
    let days = (file.organisation.as_of.unwrap_or(made.date), made.date);
    let round = made.round.as_deref();
    let now = extract_for_round(&file.organisation, &file.index, &receiver, days, round).ok()?.text();
    let now = File::read(&now, &mut |_| ()).ok()?.organisation;
    // Of the file it began from there is no hash: that was the extract as it was sent.
    let from = ChangeOrigin::of(&back, "");
    // What an extract says of itself is nobody's to change.
    back.extract.clone_from(&now.extract);
    Some(ChangeFile { from, ..diff(&now, "", &back, None) })
}
