//! Levels that a matrix cannot tell apart: whichever of them a risk is given, its class is the same.

use serde::{Deserialize, Serialize};

use crate::risk::table::CheckedMatrix;

/// Groups of levels that make no difference, each of two or more, levels from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    /// Levels of likelihood whose rows are equal.
    pub likelihood: Vec<Vec<u8>>,
    /// Levels of consequence whose columns are equal.
    pub consequence: Vec<Vec<u8>>,
}

/// The levels of a matrix that make no difference.
pub fn alike(table: &CheckedMatrix<'_>) -> Alike {
    let row = |level: u8| (1..=table.columns).map(|other| table.class(level, other)).collect();
    let column = |level: u8| (1..=table.rows).map(|other| table.class(other, level)).collect();
    Alike { likelihood: groups(table.rows, row), consequence: groups(table.columns, column) }
}

fn groups(levels: u8, classes: impl Fn(u8) -> Vec<u8>) -> Vec<Vec<u8>> {
    let mut groups: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
    for level in 1..=levels {
        let classes = classes(level);
        match groups.iter_mut().find(|(known, _)| *known == classes) {
            Some((_, group)) => group.push(level),
            None => groups.push((classes, vec![level])),
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect()
}
