//! What shows that a file is the one it is said to be: its hashes, and those that stand inside it.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::engine::OpenedText;
use crate::organisation::canonical;
use crate::organisation::extract::Made;
use crate::organisation::lists::read_whole;
use crate::organisation::value::{Date, Label, day, visible};
use crate::risk::edition::{Integrity, integrity};
use crate::trail::TrailFile;
use crate::verdict::{File, rules_sha256};

/// The hashes of the open file, and who made it where it says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationView {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The SHA-256 of the rules in force.
    pub rules_sha256: String,
    /// Whether the bytes of the file are those that Ombud itself writes for what it says.
    pub canonical: bool,
    /// Whether the file says of itself that it is an extract.
    pub is_extract: bool,
    /// How the extract was made, where that can be read.
    pub made: Option<MadeView>,
    /// The editions frozen in it, in their order.
    pub editions: Vec<EditionCheck>,
    /// What it says of the chain of savings that it is in.
    pub trail: TrailFile,
}

/// How an extract was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MadeView {
    /// Whom it was made for: `public`, `internal`, `party:` or `department:` and an id.
    pub receiver: String,
    /// What the unit of that id is called, where the file has it.
    pub name: Option<Label>,
    /// The day it was made.
    #[serde(with = "day")]
    pub date: Date,
    /// The version of Ombud that made the extract.
    pub version: String,
    /// Items that the extract leaves out.
    pub left_out: u32,
}

/// An edition, and whether it is what was frozen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionCheck {
    /// The name of the edition check.
    pub name: Label,
    /// The day it was frozen.
    #[serde(with = "day")]
    pub date: Date,
    /// Whether its content has the hash that was written down; none where the content cannot be read.
    pub integrity: Option<Integrity>,
}

impl VerificationView {
    pub(in crate::engine) fn new(source: &OpenedText, file: &File<'_>) -> Self {
        let organisation = &file.organisation;
        let check = |edition: &crate::organisation::edition::Edition<'_>| {
            let content = File::read(&edition.content.0, &mut |_| ()).ok();
            EditionCheck {
                name: edition.name.label(),
                date: edition.date,
                integrity: content.map(|content| integrity(edition, &content.organisation)),
            }
        };
        let made = organisation.extract.as_ref().and_then(|made| read_whole::<Made<'_>>(&made.0));
        let made = made.map(|made| {
            let unit = made.receiver.split_once(':').and_then(|(_, id)| file.index.unit(id));
            MadeView {
                receiver: visible(&made.receiver),
                name: unit.map(|unit| organisation.units[unit as usize].name.label()),
                date: made.date,
                version: visible(&made.version),
                left_out: made.left_out.0.iter().fold(0, |sum: u32, (_, count)| sum.saturating_add(*count)),
            }
        });
        Self {
            sha256: source.sha256().to_owned(),
            rules_sha256: rules_sha256(organisation),
            canonical: canonical::write(organisation) == source.text,
            is_extract: organisation.extract.is_some(),
            made,
            editions: organisation.editions.iter().map(check).collect(),
            trail: TrailFile::of(&source.name, &source.text, organisation),
        }
    }
}
