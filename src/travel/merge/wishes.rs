//! What a change file wishes of the file as it stands, field by field.

use rustc_hash::FxHashSet;

use super::held::Held;
use super::known::Known;
use super::locate::{Located, by_id, by_line, places};
use super::part::put;
use super::seen::{Seen, is_unknown_head};
use super::told::Refusal;
use super::wish::{Becomes, Target, Wish};
use crate::disclosure::Receiver;
use crate::organisation::ListName;
use crate::organisation::canonical::in_one_order;
use crate::travel::change_file::{ChangeFile, CountedItem, fields_of};
use crate::travel::fields::{ChangedFields, FieldText, RawFields};
use crate::travel::refs::Renames;

/// What a change file wishes, but for what it adds.
pub(super) fn wishes(
    known: &Known<'_>,
    seen: Option<&Seen>,
    change: &ChangeFile,
    renames: &Renames,
    all: &mut Vec<Wish>,
) {
    let own = change.added.iter().filter_map(|item| Some((item.list, item.id.clone()?))).collect();
    let held = Held { known, seen, own };
    held.heads(&change.heads, all);
    let mut claimed = FxHashSet::default();
    let located = places(&held, &change.changed, &mut claimed);
    for (item, located) in change.changed.iter().zip(located) {
        let after = renames.fields(item.list, &item.fields.after);
        let fields = ChangedFields { before: item.fields.before.clone(), after };
        held.fields(item.list, &item.key, &located, (&fields, &item.fields.after), all);
    }
    for item in &change.deleted {
        held.deletion(item, &claimed, all);
    }
}

impl Held<'_, '_> {
    fn heads(&self, fields: &ChangedFields, all: &mut Vec<Wish>) {
        for field in fields.names() {
            let (base, theirs) = (fields.before.get(field), fields.after.get(field));
            // How an extract is written that says of itself what it did is nothing to be brought in.
            if self.seen.is_some() && field == "extract" && say_the_same(&base, &theirs) {
                continue;
            }
            let now = self.known.content.heads.get(field);
            let becomes = match self.seen {
                Some(seen) if is_unknown_head(field) && (field == "extract" || seen.receiver != Receiver::Internal) => {
                    Becomes::Refused(Refusal::Outside)
                }
                Some(seen) => compare(&now, &seen.heads.get(field), &base, &theirs),
                None => compare(&now, &now, &base, &theirs),
            };
            let field = Some(field.to_owned());
            all.push(Wish { target: Target::Head, key: String::new(), field, base, theirs, becomes });
        }
    }

    /// The fields of one item. `written` are those after the change as the change file has them.
    fn fields(
        &self,
        list: ListName,
        key: &str,
        located: &Located,
        (fields, written): (&ChangedFields, &RawFields),
        all: &mut Vec<Wish>,
    ) {
        for field in fields.names() {
            let (base, theirs) = (fields.before.get(field), fields.after.get(field));
            if self.seen.is_some() && (list, field) == (ListName::Editions, "content") && say_the_same(&base, &theirs) {
                continue;
            }
            let (target, becomes) = match located {
                Located::At(place) => {
                    let becomes = self.field(list, *place, field, (&base, &theirs, &written.get(field)));
                    (Target::Item(list, *place), becomes)
                }
                Located::Gone | Located::Unclear => (Target::Gone(list, key.to_owned()), Becomes::Conflict),
                Located::Refused(why) => (Target::Gone(list, key.to_owned()), Becomes::Refused(*why)),
            };
            let field = Some(field.to_owned());
            all.push(Wish { target, key: key.to_owned(), field, base, theirs, becomes });
        }
    }

    /// What becomes of the wish for one field of an item that is there.
    pub(super) fn field(
        &self,
        list: ListName,
        place: usize,
        field: &str,
        (base, theirs, written): (&FieldText, &FieldText, &FieldText),
    ) -> Becomes {
        let now = fields_of(&self.known.content.list(list)[place].line).get(field);
        let Some(seen) = self.seen else { return compare(&now, &now, base, theirs) };
        let Some(line) = seen.line(list, place) else { return Becomes::Refused(Refusal::Outside) };
        let shown = fields_of(line).get(field);
        if let Some(why) = seen.refuses(self.known, (list, field), (base, written), &self.own) {
            return Becomes::Refused(why);
        }
        let becomes = compare(&now, &shown, base, theirs);
        // A person whom the receiver knows by a pseudonym only.
        let masked = becomes == Becomes::Refused(Refusal::Outside)
            && shown.iter().any(|raw| {
                let only = RawFields(vec![(field.to_owned(), raw.clone())]).write();
                seen.pseudonym_in(self.known, list, &only).is_some()
            });
        if masked { Becomes::Refused(Refusal::Pseudonym) } else { becomes }
    }

    /// An item that is to go.
    fn deletion(&self, item: &CountedItem, claimed: &FxHashSet<(ListName, usize)>, all: &mut Vec<Wish>) {
        let list = item.list;
        let key = item.id.as_deref().unwrap_or(&item.line);
        let mut push = |target: Target, becomes: Becomes| {
            let (base, theirs) = (vec![item.line.clone()], Vec::new());
            all.push(Wish { target, key: key.to_owned(), field: None, base, theirs, becomes });
        };
        let gone = || Target::Gone(list, key.to_owned());
        let is_by_id = item.is_used && !list.id_field().is_empty();
        if is_by_id {
            return match by_id(self, list, key) {
                Located::At(place) => push(Target::Item(list, place), self.goes(list, place, &item.line)),
                Located::Refused(why) => push(gone(), Becomes::Refused(why)),
                Located::Gone | Located::Unclear => push(gone(), Becomes::Same),
            };
        }
        let is_one = |place: &usize| {
            self.known.content.list(list)[*place].is_used == item.is_used
                && self.shown(list, *place) == Some(&*item.line)
        };
        let there: Vec<usize> = match self.seen {
            None => self.known.lines(list).get(&*item.line).into_iter().flatten().copied().filter(is_one).collect(),
            Some(_) => (0..self.known.content.list(list).len()).filter(is_one).collect(),
        };
        if there.is_empty() && item.count.1 == 0 {
            let located =
                if item.is_used { by_line(self, list, &item.line, item.among, claimed) } else { Located::Gone };
            return match located {
                Located::At(place) => push(Target::Item(list, place), Becomes::Conflict),
                Located::Unclear => push(gone(), Becomes::Conflict),
                Located::Gone => push(gone(), Becomes::Same),
                Located::Refused(why) => push(gone(), Becomes::Refused(why)),
            };
        }
        let less = item.count.0.saturating_sub(item.count.1) as usize;
        let goes = there.len().saturating_sub(item.count.1 as usize).min(less);
        if goes == 0 {
            push(gone(), Becomes::Same);
        }
        // The last of those that are alike: the first are those that are changed.
        for place in there.into_iter().rev().take(goes) {
            push(Target::Item(list, place), self.goes(list, place, &item.line));
        }
    }

    /// Whether an item that is there may go: it must be as the change file saw it, and nothing of it unseen.
    fn goes(&self, list: ListName, place: usize, before: &str) -> Becomes {
        let Some(shown) = self.shown(list, place) else { return Becomes::Refused(Refusal::Outside) };
        let whole = &*self.known.content.list(list)[place].line;
        if shown != before {
            return Becomes::Conflict;
        }
        if shown == whole {
            return Becomes::Values(Vec::new());
        }
        let masked = self.seen.and_then(|seen| seen.pseudonym_in(self.known, list, shown)).is_some();
        Becomes::Refused(if masked { Refusal::Pseudonym } else { Refusal::Outside })
    }
}

/// Whether two values are the same but for how they are written.
fn say_the_same(a: &FieldText, b: &FieldText) -> bool {
    let in_one_order = |values: &FieldText| values.iter().map(|value| in_one_order(value)).collect::<Vec<_>>();
    in_one_order(a) == in_one_order(b)
}

/// What becomes of a wish for a field that is `now` and of which `shown` is seen.
fn compare(now: &FieldText, shown: &FieldText, base: &FieldText, theirs: &FieldText) -> Becomes {
    if now == shown {
        return if theirs == now {
            Becomes::Same
        } else if base == now {
            Becomes::Values(theirs.clone())
        } else {
            Becomes::Conflict
        };
    }
    if shown.is_empty() {
        return Becomes::Refused(Refusal::Outside);
    }
    if theirs == shown {
        return Becomes::Same;
    }
    if base != shown {
        return Becomes::Conflict;
    }
    put(now, shown, theirs).map_or(Becomes::Refused(Refusal::Outside), Becomes::Values)
}
