//! All that is wrong with a file, gathered and found in its lines.

use serde::{Deserialize, Serialize};

use super::Problem;
use crate::organisation::sort;

/// Problems kept in full; beyond these only their number is.
pub const MOST: usize = 10_000;

/// The problems of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems {
    /// The first [`MOST`] found; after `find_lines` in the order of the file.
    pub list: Vec<Problem>,
    /// Problems in all.
    pub count: usize,
}

impl Problems {
    /// Counts a problem and, while there is room, keeps it.
    pub(crate) fn push(&mut self, problem: impl FnOnce() -> Problem) {
        self.count += 1;
        if self.list.len() < MOST {
            self.list.push(problem());
        }
    }

    /// Sorts by place and fills in lines and columns, in one pass over the text.
    pub fn find_lines(&mut self, text: &[u8]) {
        sort::by(&mut self.list, |a, b| {
            a.place.offset.cmp(&b.place.offset).then_with(|| a.place.path.cmp(&b.place.path))
        });
        let (mut line, mut line_start, mut at) = (1, 0, 0);
        for Problem { place, .. } in &mut self.list {
            let offset = place.offset.min(text.len());
            for (ahead, byte) in text[at..offset].iter().enumerate() {
                if *byte == b'\n' {
                    line += 1;
                    line_start = at + ahead + 1;
                }
            }
            at = offset;
            let continuation = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
            let before = &text[line_start..offset];
            place.line = line;
            place.column = before.len() - before.iter().filter(continuation).count() + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::problem::ProblemKind;

    #[test]
    fn a_column_counts_characters_not_bytes() {
        let text = "{\n  \"å\": ö}";
        let mut problems = Problems::default();
        problems.push(|| Problem::new(text.find('ö').unwrap(), &[], ProblemKind::NotAValue));
        problems.find_lines(text.as_bytes());
        assert_eq!((problems.list[0].place.line, problems.list[0].place.column), (2, 8));
    }
}
