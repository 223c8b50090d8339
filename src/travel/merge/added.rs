//! Items that change files add: each gets an id that is nobody else's, and what its change file says of it follows.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::known::Known;
use super::part::usable;
use super::seen::Seen;
use super::told::Refusal;
use super::wish::{Becomes, Target, Wish};
use crate::disclosure::Receiver;
use crate::organisation::ListName;
use crate::organisation::write::json;
use crate::travel::change_file::{ChangeFile, CountedItem, fields_of, sibling};
use crate::travel::fields::{ChangedFields, RawFields};
use crate::travel::refs::Renames;

/// What all change files add.
#[derive(Debug, Default)]
pub(super) struct Additions {
    /// Items with ids of their own, in the order they are added.
    pub(super) named: Vec<(ListName, String, String)>,
    given: BTreeMap<(ListName, String), String>,
    /// Exceptions by their finding: what the change files say of it.
    pub(super) exceptions: BTreeMap<String, BTreeSet<String>>,
    /// Lines without an id by their list and whether they are used: how many more each change file has of them, where
    /// it is more than the file has.
    pub(super) lines: BTreeMap<(ListName, String, bool), u32>,
    /// How many additions the file has already.
    pub(super) same: BTreeSet<(ListName, String)>,
    /// What the change files call those.
    pub(super) written: BTreeSet<(ListName, String)>,
}

impl Additions {
    /// Takes what a change file adds; what is not to be taken goes to the wishes. The ids that it gives are what the rest
    /// of the change file is to say.
    pub(super) fn take(
        &mut self,
        known: &Known<'_>,
        seen: Option<&Seen>,
        change: &ChangeFile,
        wishes: &mut Vec<Wish>,
    ) -> Renames {
        let taken = allowed(known, seen, change, wishes);
        let renames = self.name(known, seen, change, &taken);
        for item in taken {
            match &item.id {
                Some(id) if item.list == ListName::Exceptions => {
                    let fields = renames.fields(item.list, &fields_of(&item.line));
                    self.exception(known, seen, id, &fields, wishes);
                }
                Some(written) => {
                    let id = renames.ids.get(&(item.list, written.clone())).unwrap_or(written);
                    let Some(line) = line(item, id, &renames) else { continue };
                    if is_there(known, seen, item.list, id, &line) {
                        self.written.insert((item.list, written.clone()));
                        self.same.insert((item.list, id.clone()));
                    } else if self.given.insert((item.list, id.clone()), line.clone()).is_none() {
                        self.named.push((item.list, id.clone(), line));
                    }
                }
                None => self.line(known, seen, item, &renames),
            }
        }
        renames
    }

    /// Gives every item an id that is free, or that the same item has already. What an item says may change as others get
    /// theirs, so this is done until nothing changes.
    fn name(&self, known: &Known<'_>, seen: Option<&Seen>, change: &ChangeFile, items: &[&CountedItem]) -> Renames {
        let named: Vec<(&CountedItem, &String)> = items
            .iter()
            .filter(|item| item.list != ListName::Exceptions)
            .filter_map(|item| Some((*item, item.id.as_ref()?)))
            .collect();
        let shared = named.iter().filter(|(item, _)| item.is_shared).map(|(item, id)| (item.list, (*id).clone()));
        let mut renames = Renames { shared: shared.collect(), ..Renames::default() };
        let own: FxHashSet<(ListName, &str)> = named.iter().map(|(item, id)| (item.list, &***id)).collect();
        let gone: FxHashSet<(ListName, &str)> =
            change.deleted.iter().filter_map(|item| Some((item.list, item.id.as_deref()?))).collect();
        loop {
            let mut is_settled = true;
            for (item, id) in &named {
                let at = (item.list, (*id).clone());
                let now = renames.ids.get(&at).unwrap_or(id).clone();
                let suits = |candidate: &str, renames: &Renames| {
                    let line = line(item, candidate, renames).unwrap_or_default();
                    let is_given = self.given.get(&(item.list, candidate.to_owned()));
                    let is_free = known.place(item.list, candidate).is_none() && is_given.is_none();
                    // The same field may name an item of another list: it must go on naming this one.
                    let is_clear = item.is_shared
                        || sibling(item.list).is_none_or(|other| {
                            (known.place(other, candidate).is_none() || gone.contains(&(other, candidate)))
                                && !self.given.contains_key(&(other, candidate.to_owned()))
                        });
                    let is_same = is_given == Some(&line) || is_there(known, seen, item.list, candidate, &line);
                    let is_others = candidate != **id && own.contains(&(item.list, candidate));
                    is_same || is_free && is_clear && !is_others
                };
                if suits(&now, &renames) {
                    continue;
                }
                is_settled = false;
                let number = now.strip_prefix(&**id).and_then(|rest| rest.strip_prefix('-')?.parse().ok());
                let mut next = (number.unwrap_or(1_u32) + 1..).map(|number| format!("{id}-{number}"));
                if let Some(free) = next.find(|candidate| suits(candidate, &renames)) {
                    renames.ids.insert(at, free);
                }
            }
            if is_settled {
                return renames;
            }
        }
    }

    /// An exception's id is that of a finding: there is one of each, and it cannot have another.
    fn exception(
        &mut self,
        known: &Known<'_>,
        seen: Option<&Seen>,
        finding: &str,
        fields: &RawFields,
        wishes: &mut Vec<Wish>,
    ) {
        const LIST: ListName = ListName::Exceptions;
        let Some((Some(finding), line)) =
            usable(LIST, fields).or_else(|| Some((Some(finding.to_owned()), fields.write())))
        else {
            return;
        };
        let Some(place) = known.place(LIST, &finding) else {
            self.exceptions.entry(finding).or_default().insert(line);
            return;
        };
        if is_there(known, seen, LIST, &finding, &line) {
            self.written.insert((LIST, finding.clone()));
            self.same.insert((LIST, finding));
            return;
        }
        let now = fields_of(&known.content.list(LIST)[place].line);
        let is_seen = seen.is_none_or(|seen| seen.is_called(LIST, place, &finding));
        for field in ChangedFields::between(&now, fields).names() {
            wishes.push(Wish {
                target: Target::Item(LIST, place),
                key: finding.clone(),
                field: Some(field.to_owned()),
                base: Vec::new(),
                theirs: fields.get(field),
                becomes: if is_seen { Becomes::Conflict } else { Becomes::Refused(Refusal::Outside) },
            });
        }
    }

    /// A line without an id: as many more as the change file has of it, unless the file has them already.
    fn line(&mut self, known: &Known<'_>, seen: Option<&Seen>, item: &CountedItem, renames: &Renames) {
        let line =
            if item.is_used { usable(item.list, &renames.fields(item.list, &fields_of(&item.line))) } else { None };
        let line = line.map_or_else(|| item.line.clone(), |(_, line)| line);
        let is_one = |place: &usize| {
            let there = &known.content.list(item.list)[*place];
            let shown = seen.and_then(|seen| seen.line(item.list, *place));
            there.is_used == item.is_used && (there.line == line || shown == Some(&*line))
        };
        let there = match seen {
            None => known.lines(item.list).get(&*line).into_iter().flatten().filter(|place| is_one(place)).count(),
            Some(_) => (0..known.content.list(item.list).len()).filter(is_one).count(),
        };
        let there = u32::try_from(there).unwrap_or(u32::MAX);
        let more = item.count.1.saturating_sub(there.max(item.count.0));
        if more == 0 {
            self.written.insert((item.list, item.line.clone()));
            self.same.insert((item.list, line));
            return;
        }
        let most = self.lines.entry((item.list, line, item.is_used)).or_default();
        *most = more.max(*most);
    }
}

/// An item as it is added: under an id, and naming others by theirs.
fn line(item: &CountedItem, id: &str, renames: &Renames) -> Option<String> {
    let mut fields = renames.fields(item.list, &fields_of(&item.line));
    fields.set(item.list.id_field(), &vec![json(&id)]);
    usable(item.list, &fields).map(|(_, line)| line)
}

/// Whether the file has the same item under this id.
fn is_there(known: &Known<'_>, seen: Option<&Seen>, list: ListName, id: &str, line: &str) -> bool {
    known.place(list, id).is_some_and(|place| {
        let shown = seen.and_then(|seen| seen.line(list, place));
        known.content.list(list)[place].line == line || shown == Some(line)
    })
}

/// What a change file may add; the rest becomes wishes that are refused, and so does what names one of those.
fn allowed<'i>(
    known: &Known<'_>,
    seen: Option<&Seen>,
    change: &'i ChangeFile,
    wishes: &mut Vec<Wish>,
) -> Vec<&'i CountedItem> {
    let mut taken: Vec<&CountedItem> = change.added.iter().collect();
    let Some(seen) = seen else { return taken };
    loop {
        let own: FxHashSet<_> = taken.iter().filter_map(|item| Some((item.list, item.id.clone()?))).collect();
        let all: FxHashSet<_> = change.added.iter().filter_map(|item| Some((item.list, item.id.clone()?))).collect();
        let before = taken.len();
        taken.retain(|item| {
            let why = refusal(known, seen, item, &own, &all);
            if let Some(why) = why {
                let key = item.id.as_ref().unwrap_or(&item.line).clone();
                wishes.push(Wish {
                    target: Target::Gone(item.list, key.clone()),
                    key,
                    field: None,
                    base: Vec::new(),
                    theirs: vec![item.line.clone()],
                    becomes: Becomes::Refused(why),
                });
            }
            why.is_none()
        });
        if taken.len() == before {
            return taken;
        }
    }
}

/// Why an item may not be added: it is a person under a pseudonym, or it names what the extract does not hold.
fn refusal(
    known: &Known<'_>,
    seen: &Seen,
    item: &CountedItem,
    own: &FxHashSet<(ListName, String)>,
    all: &FxHashSet<(ListName, String)>,
) -> Option<Refusal> {
    if item.list == ListName::People && item.id.as_ref().is_some_and(|id| seen.is_pseudonym(known, id)) {
        return Some(Refusal::Pseudonym);
    }
    if !item.is_used {
        // What nobody can read is in the extract of the municipality's own people alone.
        return (seen.receiver != Receiver::Internal).then_some(Refusal::Outside);
    }
    let mut why = None;
    for (field, raw) in &fields_of(&item.line).0 {
        let after = vec![raw.clone()];
        why = why.or_else(|| seen.refuses(known, (item.list, field), (&Vec::new(), &after), own));
        crate::travel::refs::each(item.list, field, raw, &mut |to, id| {
            let is =
                |ids: &FxHashSet<(ListName, String)>| to.lists.iter().any(|list| ids.contains(&(*list, id.to_owned())));
            if why.is_none() && is(all) && !is(own) {
                why = Some(Refusal::Outside);
            }
        });
    }
    why
}
