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
        let (mut line, mut column, mut at) = (1, 1, 0);
        for Problem { place, .. } in &mut self.list {
            let offset = place.offset.min(text.len());
            for byte in &text[at..offset] {
                match byte {
                    b'\n' => (line, column) = (line + 1, 1),
                    // Bytes that go on with a character are none of their own.
                    0b1000_0000..0b1100_0000 => {}
                    _ => column += 1,
                }
            }
            at = offset;
            (place.line, place.column) = (line, column);
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

    #[test]
    fn of_several_problems_in_a_line_each_has_its_column() {
        let text = "{\"å\": ö, \"b\": ä,\n \"c\": é}";
        let mut problems = Problems::default();
        for letter in ['é', 'ö', 'ä', 'ä'] {
            problems.push(|| Problem::new(text.find(letter).unwrap(), &[], ProblemKind::NotAValue));
        }
        problems.find_lines(text.as_bytes());
        let places: Vec<_> = problems.list.iter().map(|problem| (problem.place.line, problem.place.column)).collect();
        assert_eq!(places, [(1, 7), (1, 15), (1, 15), (2, 7)]);
    }
}
