//! From an item that was read back to where in the text a part of it stands. Only problems ask, so nothing is kept
//! for it but where each item begins.

use super::json::JsonReader;
use super::problem::{PathStep, Problem, ProblemKind};
use super::record::Origin;
use crate::organisation::number::saturating;

/// A problem with a part of an item that was read: `steps` lead to it, and as far as they go its place is told.
pub fn problem_at(
    text: &str,
    list: &'static str,
    origin: Origin,
    steps: &[PathStep<'_>],
    kind: ProblemKind,
) -> Problem {
    let path = [PathStep::Key(list.into()), PathStep::Index(origin.index)];
    let (offset, path) = follow(text, origin.offset as usize, &path, steps);
    Problem::new(offset, &path, kind)
}

/// A problem with an element of a top-level list that holds no items.
pub fn problem_at_top(text: &str, field: &'static str, index: usize, kind: ProblemKind) -> Problem {
    let steps = [field.into(), PathStep::Index(saturating(index))];
    let (offset, path) = follow(text, text.find('{').unwrap_or(0), &[], &steps);
    Problem::new(offset, &path, kind)
}

/// Where `steps` lead from the value at `offset`, as far as they go; `path` is where that value stands.
fn follow<'s>(text: &str, offset: usize, path: &[PathStep<'s>], steps: &[PathStep<'s>]) -> (usize, Vec<PathStep<'s>>) {
    let (mut offset, mut path) = (offset, path.to_vec());
    for step in steps {
        let Some(found) = offset_of(text, offset, step) else { break };
        offset = found;
        path.push(step.clone());
    }
    (offset, path)
}

/// Where in the value at `offset` the step leads.
fn offset_of(text: &str, offset: usize, step: &PathStep<'_>) -> Option<usize> {
    let mut reader = JsonReader::at(text, offset);
    reader.enter().ok()?;
    let mut found = None;
    match step {
        PathStep::Key(wanted) => {
            while let Ok(Some(key)) = reader.next_key() {
                if key == *wanted {
                    found = Some(reader.offset());
                }
                reader.skip().ok()?;
            }
        }
        PathStep::Index(wanted) => {
            while let Ok(Some(index)) = reader.next_item() {
                if index == *wanted {
                    found = Some(reader.offset());
                }
                reader.skip().ok()?;
            }
        }
    }
    found
}
