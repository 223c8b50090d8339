//! What is being edited.

use crate::draft::patch::PatchField;
use crate::organisation::ListName;

/// What is being edited.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenForm {
    /// An item of a list, as it is.
    Item {
        /// The list of the format that the item is in.
        list: ListName,
        /// The item's id, or its line.
        key: String,
    },
    /// A new item.
    New {
        /// The list of the format that the item is in.
        list: ListName,
        /// What is known of the new item.
        preset: Vec<PatchField>,
    },
    /// An item as it is, but for what is known to be otherwise.
    Renew {
        /// Whether a rule that binds asks for what is accepted.
        bound: bool,
        /// The list of the format that the item is in.
        list: ListName,
        /// The item's id.
        key: String,
        /// The fields that are known to be otherwise.
        fields: Vec<PatchField>,
    },
    /// A holder for a vacant post, or for a new one.
    Fill {
        /// The line of the vacant post; empty for a new one.
        key: String,
        /// What is known of a new one: its role and unit, whom it stands in for, whom it represents.
        preset: Vec<PatchField>,
    },
    /// A finding is accepted.
    Accept {
        /// The finding, and how it stands.
        preset: Vec<PatchField>,
        /// Whether a rule that binds asks for what is accepted: then an end and who decided are asked for too.
        bound: bool,
    },
    /// A rule of the file.
    Rule(RuleEdit),
    /// Another holder for a post, whose own term ends the day before.
    Replace {
        /// The line of the post.
        key: String,
    },
}

impl OpenForm {
    /// The list that is edited.
    pub const fn list(&self) -> ListName {
        match self {
            Self::Item { list, .. } | Self::New { list, .. } | Self::Renew { list, .. } => *list,
            Self::Rule(_) => ListName::Rules,
            Self::Accept { .. } => ListName::Exceptions,
            Self::Replace { .. } | Self::Fill { .. } => ListName::Assignments,
        }
    }

    /// The words that a new item begins with: what tells one button from another that adds to the same list.
    pub fn preset(&self) -> Vec<&str> {
        match self {
            Self::New { preset, .. } | Self::Fill { preset, .. } | Self::Accept { preset, .. } => {
                preset.iter().map(|(_, value)| value.words()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The id of the item that is edited, or its line; none for a new one.
    pub fn key(&self) -> Option<&String> {
        match self {
            Self::Item { key, .. } | Self::Renew { key, .. } | Self::Replace { key } => Some(key),
            Self::Fill { key, .. } => Some(key).filter(|key| !key.is_empty()),
            Self::Rule(rule) => rule.id.as_ref(),
            Self::New { .. } | Self::Accept { .. } => None,
        }
    }
}

/// A rule to be changed, or a new one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RuleEdit {
    /// The id of the rule; none for a new one.
    pub id: Option<String>,
    /// The fields of the rule as they are.
    pub fields: Vec<PatchField>,
    /// Whether it stands in the file; else a pack's, which the file gets one of its own in the place of.
    pub own: bool,
    /// The packs that the file has without naming them. It names them once it has rules of its own.
    pub unnamed_packs: Vec<String>,
}
