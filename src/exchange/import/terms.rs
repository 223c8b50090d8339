//! The terms of posts as cells say them: both ends, of which one cell may say both.

use super::ImportRun;
use super::note::{NoteKind, SheetSpot};
use crate::exchange::day;
use crate::exchange::object::json;
use crate::exchange::sheet::SheetCell;
use crate::organisation::value::Date;

/// Both ends of a term, as JSON.
pub(super) type TermEnds = (Option<String>, Option<String>);

/// Whether a cell of last days says that there is none.
pub(super) fn says_no_end(cell: &SheetCell) -> bool {
    matches!(day::read(cell), Ok(day::Said::NoEnd | day::Said::Between(_, None)))
}

/// Whether a term, of which the days are JSON, ends before it begins.
pub(super) fn is_reversed(from: Option<&str>, until: Option<&str>) -> bool {
    from.zip(until).is_some_and(|(from, until)| until < from)
}

impl ImportRun<'_> {
    /// Both ends of a term; `None` where it would end before it begins, which is told: no reading of it says who holds what.
    pub(super) fn term(
        &mut self,
        (from, first): (Option<String>, (&SheetCell, SheetSpot)),
        (until, last): (Option<String>, (&SheetCell, SheetSpot)),
    ) -> Option<TermEnds> {
        let day = |day: Date| Some(json(&day.to_string()));
        let (from, until) = match (day::read(first.0), day::read(last.0)) {
            (Ok(day::Said::Between(_, Some(end))), _) if last.0.is_empty() => (from, day(end)),
            (_, Ok(day::Said::Between(start, _))) if first.0.is_empty() => (day(start), until),
            _ => (from, until),
        };
        if !is_reversed(from.as_deref(), until.as_deref()) {
            return Some((from, until));
        }
        for (cell, at) in [first, last] {
            self.unused(cell, at, NoteKind::EndsBeforeItBegins);
        }
        None
    }
}
