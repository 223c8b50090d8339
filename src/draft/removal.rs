//! Taking an item out together with what refers to it, so that no reference is left that leads nowhere.

use serde::{Deserialize, Serialize};

use super::edit::{Edit, EditTarget};
use super::object;
use crate::organisation::person::{BUILT_IN_ROLES, PACK_ROLES};
use crate::organisation::problem::PathStep;
use crate::organisation::value::{Date, day};
use crate::organisation::walk::Reference;
use crate::organisation::write::{json, write_list};
use crate::organisation::{Index, ListName, Organisation};

/// What becomes of what refers to an item that is taken out. An item that cannot do without what it refers to goes too,
/// and what refers to that is treated in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parting {
    /// References are taken out where the item that holds them can do without.
    Clear,
    /// Items that refer to it go as well.
    Together,
    /// Another item of the same list takes its place.
    HandOver {
        /// The id of the item that takes the place.
        id: String,
    },
    /// The posts that a person holds end; other references are taken out.
    End {
        /// The last day of the posts.
        #[serde(with = "day")]
        on: Date,
    },
    /// The posts that a person holds become vacant; other references are taken out.
    Vacate {
        /// The day on which that is so: posts that have ended by then stay as they are, without a name.
        #[serde(with = "day")]
        on: Date,
    },
}

/// An item, by its list and its place there.
type Place = (ListName, usize);

/// A reference to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referring {
    /// The list of the item that holds the reference.
    pub list: ListName,
    /// The place of that item.
    pub place: usize,
    /// Steps from the item to the reference.
    pub steps: Vec<PathStep<'static>>,
    /// How many of them lead to what can be taken out; none where the item cannot do without.
    pub cut: Option<usize>,
}

/// Every reference of the file to the item of a list with this id. A role that needs no item loses nothing with it.
pub fn referring(organisation: &Organisation<'_>, index: &Index, list: ListName, id: &str) -> Vec<Referring> {
    let mut found = Vec::new();
    if list == ListName::Roles && (BUILT_IN_ROLES.contains(&id) || PACK_ROLES.contains(&id)) {
        return found;
    }
    for from in ListName::ALL {
        let items = organisation.items(*from);
        for place in 0..items.count() {
            items.each_ref(place, &mut |reference: &Reference<'_>| {
                if reference.id == id && index.follow(reference.to, id).is_some_and(|(to, _)| to == list) {
                    let (steps, cut) = (reference.steps.to_vec(), reference.cut);
                    found.push(Referring { list: *from, place, steps, cut });
                }
            });
        }
    }
    found
}

/// A value that is to stand at the end of some steps; nothing where what is there goes.
type Put = (Vec<PathStep<'static>>, Option<String>);

/// What is to be done.
struct Removal<'o> {
    organisation: &'o Organisation<'o>,
    index: &'o Index,
    gone: Vec<Place>,
    changed: Vec<(Place, Vec<Put>)>,
}

/// The edits that take out what refers to an item of a list, or let it refer to something else.
pub(super) fn partings(
    organisation: &Organisation<'_>,
    index: &Index,
    (list, id): (ListName, &str),
    parting: &Parting,
) -> Vec<Edit> {
    let Some(place) = index.place(list, id) else { return Vec::new() };
    let first = (list, place as usize);
    let mut removal = Removal { organisation, index, gone: vec![first], changed: Vec::new() };
    let mut met = 0;
    while let Some(place) = removal.gone.get(met).copied() {
        removal.part(place, parting, met == 0);
        met += 1;
    }
    removal.edits()
}

impl Removal<'_> {
    /// Lets go of one item that goes.
    fn part(&mut self, (list, place): Place, parting: &Parting, is_first: bool) {
        let Some(id) = self.organisation.items(list).id(place) else { return };
        for Referring { list: from, place, steps, cut } in referring(self.organisation, self.index, list, id) {
            let item = (from, place);
            if self.gone.contains(&item) {
                continue;
            }
            match (parting, cut) {
                (Parting::HandOver { id: other }, _) if is_first && !self.is_within(item, list, other) => {
                    self.put(item, steps, Some(other.clone()));
                }
                (Parting::Together, _) | (_, None) => self.gone.push(item),
                (_, Some(cut)) => {
                    if from == ListName::Assignments && steps == ["person".into()] {
                        self.leave(place, parting);
                    }
                    self.put(item, steps[..cut].to_vec(), None);
                }
            }
        }
    }

    /// Whether an item is the one that takes over, or a unit above it: it cannot refer to itself. Nothing can refer to
    /// what goes or is not there.
    fn is_within(&self, (list, place): Place, of: ListName, other: &str) -> bool {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let Some(other) = self.index.place(of, other) else { return true };
        if self.gone.contains(&(of, other as usize)) {
            return true;
        }
        list == of && (place == other || list == ListName::Units && self.index.is_below(other, place))
    }

    /// Lets a post without its holder end, or be vacant.
    fn leave(&mut self, place: usize, parting: &Parting) {
        let post = &self.organisation.assignments[place];
        let item = (ListName::Assignments, place);
        match parting {
            Parting::End { on } => {
                let goes_on = post.from.is_none_or(|from| from <= *on) && post.until.is_none_or(|until| until > *on);
                if goes_on {
                    self.put(item, vec!["until".into()], Some(on.to_string()));
                }
            }
            Parting::Vacate { on } if post.until.is_none_or(|until| until >= *on) => {
                for field in ["from", "until", "appointed_by", "reports_to"] {
                    self.put(item, vec![field.into()], None);
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, item: Place, steps: Vec<PathStep<'static>>, value: Option<String>) {
        match self.changed.iter_mut().find(|(known, _)| *known == item) {
            Some((_, puts)) => puts.push((steps, value)),
            None => self.changed.push((item, vec![(steps, value)])),
        }
    }

    /// The edits of all items but the first.
    fn edits(self) -> Vec<Edit> {
        let Self { organisation, gone, changed, .. } = self;
        let edit = |(list, place): Place, puts: Option<Vec<Put>>| {
            let items = organisation.items(list);
            let before = items.line(place);
            // From the last to the first, so that what goes moves nothing that is yet to be found.
            let after = puts.and_then(|puts| {
                puts.iter()
                    .rev()
                    .try_fold(before.clone(), |line, (steps, value)| placed(&line, steps, value.as_deref()))
            });
            let after = after.and_then(|line| list.read_line(&line).ok());
            let at = if list.is_in_order() { u32::try_from(place).unwrap_or(Edit::LAST) } else { Edit::LAST };
            let id = items.id(place).map(str::to_owned);
            Edit { target: EditTarget::List(list), id, before: Some(before), after: after.map(|line| line.text), at }
        };
        let changed: Vec<_> = changed.into_iter().filter(|(item, _)| !gone.contains(item)).collect();
        let goes = gone.iter().skip(1).map(|item| edit(*item, None));
        goes.chain(changed.into_iter().map(|(item, puts)| edit(item, Some(puts)))).collect()
    }
}

/// JSON with another text at the end of some steps; without what is there where the text is none.
fn placed(raw: &str, steps: &[PathStep<'_>], text: Option<&str>) -> Option<String> {
    let Some((step, rest)) = steps.split_first() else { return text.map(|text| json(&text)) };
    match step {
        PathStep::Key(key) => {
            let mut object = object::parse(raw)?;
            let before = object.get(key).cloned().unwrap_or_default();
            match placed(&before, rest, text) {
                Some(now) => object.insert(key, now),
                None => object.remove(key),
            }
            Some(object::write(&object))
        }
        PathStep::Index(index) => {
            let mut all: Vec<String> = object::elements(raw)?.into_iter().map(str::to_owned).collect();
            let place = *index as usize;
            // What the list already has does not come twice.
            match placed(all.get(place)?, rest, text).filter(|now| !all.contains(now)) {
                Some(now) => all[place] = now,
                None => drop(all.remove(place)),
            }
            let mut out = String::new();
            write_list(&all, &mut out, |item, out| out.push_str(item));
            Some(out)
        }
    }
}
