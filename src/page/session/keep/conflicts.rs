//! What both sides changed.

use crate::engine::view::ConflictView;

/// Items that both sides changed, and the reader's choice for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflicts {
    /// The items that both sides changed.
    pub rows: Vec<ConflictView>,
    /// Whether the reader's is to hold, for each.
    pub mine: Vec<bool>,
}

impl Conflicts {
    pub(super) fn new(rows: Vec<ConflictView>) -> Option<Self> {
        let mine = vec![true; rows.len()];
        (!rows.is_empty()).then_some(Self { rows, mine })
    }
}
