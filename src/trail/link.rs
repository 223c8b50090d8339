//! A file as a link of a chain: its hash, whether it is what its last saving wrote, and the hashes that stand in it.

use serde::{Deserialize, Serialize};

use crate::organisation::Organisation;
use crate::organisation::hash::sha256;
use crate::organisation::history::HistoryEntry;
use crate::organisation::json::JsonReader;
use crate::organisation::value::{Date, day, visible};
use crate::organisation::write::json;

/// What a file says of the chain it is in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailFile {
    /// What the file is called.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal; empty where that is not known.
    pub sha256: String,
    /// Whether it can be read at all.
    pub is_readable: bool,
    /// Whether its bytes are those that its last saving wrote; none where no entry says which they were.
    pub is_as_saved: Option<bool>,
    /// Its entries, those of savings by their number.
    pub steps: Vec<TrailStep>,
}

/// An entry of a trail, as far as a chain needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailStep {
    /// The SHA-256 of the entry in canonical form: two entries are the same where this is.
    pub digest: String,
    /// Of a saving, its number.
    pub number: Option<u32>,
    /// The day.
    #[serde(with = "day")]
    pub date: Date,
    /// Who it was, as they call themselves; empty where that is not said.
    pub by: String,
    /// The SHA-256 of the file that the saving began from.
    pub before: Option<String>,
}

impl TrailFile {
    /// A file that has been read, by its name and its text.
    pub fn of(name: &str, text: &str, organisation: &Organisation<'_>) -> Self {
        let mut steps: Vec<TrailStep> = organisation.history.iter().map(step).collect();
        crate::organisation::sort::by_key(&mut steps, |step| step.number);
        Self {
            name: name.to_owned(),
            sha256: sha256(text.as_bytes()),
            is_readable: true,
            is_as_saved: is_as_saved(text, organisation),
            steps,
        }
    }

    /// A file that cannot be read, by its name.
    pub fn unreadable(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The number of its last saving; 0 where it has none.
    pub fn number(&self) -> u32 {
        self.steps.iter().filter_map(|step| step.number).max().unwrap_or_default()
    }
}

fn step(entry: &HistoryEntry<'_>) -> TrailStep {
    TrailStep {
        digest: sha256(json(entry).as_bytes()),
        number: entry.number,
        date: entry.date,
        by: entry.by.as_deref().map(visible).unwrap_or_default(),
        before: entry.before.as_ref().map(ToString::to_string),
    }
}

/// Whether a text is what the last saving wrote: with the hash that its entry has taken out, it has that hash.
fn is_as_saved(text: &str, organisation: &Organisation<'_>) -> Option<bool> {
    let last = organisation.history.iter().max_by_key(|entry| entry.number)?;
    let of_number = organisation.history.iter().filter(|entry| entry.number == last.number);
    let (1, Some(_), Some(hash)) = (of_number.count(), last.number, &last.sha256) else { return None };
    let start = last.origin.offset as usize;
    let line = text.get(start..).and_then(|rest| JsonReader::new(rest).skip().ok())?;
    let field = format!(",\"sha256\":{}", json(hash));
    let Some(at) = line.rfind(&field) else { return Some(false) };
    let at = start + at;
    Some(sha256([&text[..at], &text[at + field.len()..]].concat().as_bytes()) == **hash)
}
