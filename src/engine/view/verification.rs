//! What shows that a file is the one it is said to be: its hashes, and those that stand inside it.

use serde::{Deserialize, Serialize};

use crate::engine::Source;
use crate::organisation::canonical;
use crate::organisation::extract::Made;
use crate::organisation::lists::read_whole;
use crate::organisation::value::{Date, Label, day, visible};
use crate::risk::edition::{Integrity, integrity};
use crate::verdict::{File, rules_sha256};

/// The hashes of the open file, and who made it where it says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationView {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The SHA-256 of the rules in force.
    pub rules_sha256: String,
    /// Whether its bytes are those that Ombud itself writes for what it says.
    pub canonical: bool,
    /// Whether it says of itself that it is an extract.
    pub is_extract: bool,
    /// How the extract was made, where that can be read.
    pub made: Option<MadeView>,
    /// The editions frozen in it, in their order.
    pub editions: Vec<EditionCheck>,
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
    /// The version of Ombud that made it.
    pub version: String,
    /// How many items it leaves out.
    pub left_out: u32,
}

/// An edition, and whether it is what was frozen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionCheck {
    /// What it is called.
    pub name: Label,
    /// The day it was frozen.
    #[serde(with = "day")]
    pub date: Date,
    /// Whether its content has the hash that was written down; none where the content cannot be read.
    pub integrity: Option<Integrity>,
}

impl VerificationView {
    pub(in crate::engine) fn new(source: &Source, file: &File<'_>) -> Self {
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
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, Reply, Request};

    fn verified(text: &str) -> VerificationView {
        let mut engine = Engine::default();
        engine.open("a.json".into(), text.into(), &mut |_| ()).expect("the file can be read");
        match engine.handle(&Request::Verification) {
            Reply::Verification(view) => *view,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_edition_whose_content_has_its_hash_is_intact_and_another_is_altered() {
        // The SHA-256 of the canonical form of {"format": 1}.
        let hash = crate::organisation::hash::sha256(b"{\n\"format\": 1\n}\n");
        let file = |sha256: &str| {
            format!(
                r#"{{"format": 1, "editions": [{{"id": "e", "name": "2023", "date": "2023-10-01", {sha256} "content": {{"format": 1}}}}]}}"#
            )
        };
        let integrity = |sha256: &str| verified(&file(sha256)).editions[0].integrity;
        assert_eq!(integrity(&format!(r#""sha256": "{hash}","#)), Some(Integrity::Intact));
        assert_eq!(integrity(r#""sha256": "00","#), Some(Integrity::Altered));
        assert_eq!(integrity(""), Some(Integrity::NotStated));
    }

    #[test]
    fn an_extract_says_for_whom_and_by_which_version_it_was_made() {
        let made = r#"{"for": "party:p", "date": "2026-07-02", "version": "0.1.0", "rules": 1, "left_out": {"internal": 3, "never": 1}}"#;
        let unit = r#""units": [{"id": "p", "name": "Polisen", "kind": "party"}]"#;
        let view = verified(&format!(r#"{{"format": 1, "extract": {made}, {unit}}}"#));
        let made = view.made.expect("it can be read");
        assert_eq!((&*made.receiver, &*made.version, made.left_out), ("party:p", "0.1.0", 4));
        assert_eq!(made.name, Some(Label::plain("Polisen")));
        let view = verified(r#"{"format": 1, "extract": {"for": 7}}"#);
        assert!(view.is_extract && view.made.is_none());
        assert!(!verified(r#"{"format": 1}"#).is_extract);
    }

    #[test]
    fn a_file_in_fixed_order_is_told_from_one_that_is_not() {
        assert!(verified("{\n\"format\": 1\n}\n").canonical);
        assert!(!verified("{\"format\":1}").canonical);
        assert_eq!(verified("{}").sha256, crate::organisation::hash::sha256(b"{}"));
    }
}
