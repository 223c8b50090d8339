//! What is taken although the file says something else by now: whoever looks has chosen it.

use std::collections::BTreeSet;

use super::known::Known;
use super::part::put;
use super::seen::Seen;
use super::settle::place;
use super::told::{ChangePlace, Refusal};
use super::wish::{Becomes, Target, Wish};
use crate::travel::change_file::fields_of;
use crate::travel::fields::FieldText;

/// What of a change file is taken in spite of a conflict, as the change file calls it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::travel) struct Forced(pub(in crate::travel) BTreeSet<ChangePlace>);

impl Forced {
    /// Makes conflicts that were chosen into what is taken. What is not seen of a value stays, and an item of which
    /// something is not seen does not go.
    pub(super) fn carry_out(&self, known: &Known<'_>, seen: Option<&Seen>, wishes: &mut [Wish]) {
        if self.0.is_empty() {
            return;
        }
        for wish in wishes.iter_mut().filter(|wish| wish.becomes == Becomes::Conflict) {
            let place = place(wish);
            let whole = ChangePlace { field: None, ..place.clone() };
            if self.0.contains(&place) || self.0.contains(&whole) {
                wish.becomes = becomes(known, seen, wish);
            }
        }
    }
}

/// What becomes of a conflict that was chosen. One about an item that is not there stays one.
fn becomes(known: &Known<'_>, seen: Option<&Seen>, wish: &Wish) -> Becomes {
    let line = |list, place: usize| &*known.content.list(list)[place].line;
    match (&wish.target, &wish.field) {
        (Target::Head, Some(field)) => {
            let now = known.content.heads.get(field);
            let shown = seen.map_or_else(|| now.clone(), |seen| seen.heads.get(field));
            value(&now, &shown, &wish.theirs)
        }
        (Target::Item(list, place), Some(field)) => {
            let shown = seen.map_or(Some(line(*list, *place)), |seen| seen.line(*list, *place));
            let Some(shown) = shown else { return Becomes::Refused(Refusal::Outside) };
            let [now, shown] = [line(*list, *place), shown].map(|line| fields_of(line).get(field));
            value(&now, &shown, &wish.theirs)
        }
        (Target::Item(list, place), None) => {
            let is_whole = seen.is_none_or(|seen| seen.line(*list, *place) == Some(line(*list, *place)));
            if is_whole { Becomes::Values(Vec::new()) } else { Becomes::Refused(Refusal::Outside) }
        }
        _ => Becomes::Conflict,
    }
}

fn value(now: &FieldText, shown: &FieldText, theirs: &FieldText) -> Becomes {
    if now == shown {
        return Becomes::Values(theirs.clone());
    }
    put(now, shown, theirs).map_or(Becomes::Refused(Refusal::Outside), Becomes::Values)
}
