//! What a tab says of itself to the others.

/// What a tab says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presence {
    /// The id of the draft it holds; empty where it has changed nothing.
    pub draft: String,
    /// The SHA-256 of the file it has open, before any change.
    pub base: String,
    /// Where that file was fetched; empty for a file of the reader's own.
    pub address: String,
    /// Items that the tab has changed.
    pub unsaved: u32,
    /// Whether the others are asked to speak as well.
    pub asks: bool,
    /// Whether the tab is leaving.
    pub leaves: bool,
}
