//! Which item of the file a change file speaks of.

use rustc_hash::FxHashSet;

use super::held::Held;
use super::part::usable;
use super::told::Refusal;
use crate::organisation::ListName;
use crate::travel::change_file::{ChangedItem, fields_of};
use crate::travel::identity;

/// Where an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Located {
    /// At this place of its list.
    At(usize),
    /// Nowhere: the file has it no longer.
    Gone,
    /// The item may be one of several.
    Unclear,
    /// The item is not the change file's to speak of.
    Refused(Refusal),
}

/// An item by its id.
pub(super) fn by_id(held: &Held<'_, '_>, list: ListName, id: &str) -> Located {
    let place = held.known.place(list, id);
    let Some(seen) = held.seen else { return place.map_or(Located::Gone, Located::At) };
    if list == ListName::People && seen.is_pseudonym(held.known, id) {
        return Located::Refused(Refusal::Pseudonym);
    }
    // The id of a finding may name a person.
    if list == ListName::Exceptions && id.split(':').any(|part| seen.is_pseudonym(held.known, part)) {
        return Located::Refused(Refusal::Pseudonym);
    }
    match place {
        Some(place) if seen.is_called(list, place, id) => Located::At(place),
        Some(_) => Located::Refused(Refusal::Outside),
        None => Located::Gone,
    }
}

/// The places of changed items. Of those without ids each line that is as it was is found first, so that what has
/// changed is sought among the rest.
pub(super) fn places(
    held: &Held<'_, '_>,
    changed: &[ChangedItem],
    claimed: &mut FxHashSet<(ListName, usize)>,
) -> Vec<Located> {
    let has_id = |item: &ChangedItem| !item.list.id_field().is_empty();
    let mut places: Vec<Option<Located>> = changed
        .iter()
        .map(|item| {
            if has_id(item) {
                return Some(by_id(held, item.list, &item.key));
            }
            refused(held, item.list, &item.key).or_else(|| claim(held, item.list, &item.key, claimed))
        })
        .collect();
    for (item, place) in changed.iter().zip(&mut places).filter(|(_, place)| place.is_none()) {
        let mut fields = fields_of(&item.key);
        for name in item.fields.names() {
            fields.set(name, &item.fields.after.get(name));
        }
        // As it is to be, it may be there already.
        let after = usable(item.list, &fields).and_then(|(_, line)| claim(held, item.list, &line, claimed));
        let found = after.unwrap_or_else(|| by_line(held, item.list, &item.key, item.among, claimed));
        if let Located::At(at) = found {
            claimed.insert((item.list, at));
        }
        *place = Some(found);
    }
    places.into_iter().map(|place| place.unwrap_or(Located::Gone)).collect()
}

/// Several people of one post are told apart by numbers, which a change of the file may have given to others.
fn refused(held: &Held<'_, '_>, list: ListName, line: &str) -> Option<Located> {
    let seen = held.seen.filter(|seen| !seen.is_exact)?;
    let pseudonym = seen.pseudonym_in(held.known, list, line)?;
    pseudonym.get("p-12345678".len()..)?.starts_with('-').then_some(Located::Refused(Refusal::Pseudonym))
}

/// An item that is seen as this line, and that no other change has found.
fn claim(
    held: &Held<'_, '_>,
    list: ListName,
    line: &str,
    claimed: &mut FxHashSet<(ListName, usize)>,
) -> Option<Located> {
    let is_one = |place: &usize| {
        held.known.content.list(list)[*place].is_used
            && held.shown(list, *place) == Some(line)
            && !claimed.contains(&(list, *place))
    };
    let place = match held.seen {
        None => held.known.lines(list).get(line)?.iter().copied().find(is_one),
        Some(_) => (0..held.known.content.list(list).len()).find(is_one),
    }?;
    claimed.insert((list, place));
    Some(Located::At(place))
}

/// An item without an id that is not as it was: the one of its subject, or among several the one of the same name.
pub(super) fn by_line(
    held: &Held<'_, '_>,
    list: ListName,
    line: &str,
    among: u32,
    claimed: &FxHashSet<(ListName, usize)>,
) -> Located {
    if let Some(refused) = refused(held, list, line) {
        return refused;
    }
    let was = fields_of(line);
    let subject = identity::subject(list, &was);
    let items = held.known.content.list(list).iter().enumerate().filter(|(_, item)| item.is_used);
    let of_subject: Vec<_> = items
        .filter_map(|(place, _)| Some((place, fields_of(held.shown(list, place)?))))
        .filter(|(_, fields)| identity::subject(list, fields) == subject)
        .collect();
    if let ([(only, _)], 1) = (&of_subject[..], among) {
        return if claimed.contains(&(list, *only)) { Located::Gone } else { Located::At(*only) };
    }
    let free = of_subject.iter().filter(|(place, _)| !claimed.contains(&(list, *place)));
    let named: Vec<_> = free.filter(|(_, now)| identity::name(list, now) == identity::name(list, &was)).collect();
    let begun: Vec<_> = named.iter().filter(|(_, now)| now.get("from") == was.get("from")).collect();
    // Where some of the subject are gone this may be one of them, unless the one that is left says the same of who and when.
    let is_fewer = (of_subject.len() as u64) < u64::from(among);
    let is_named = !identity::name(list, &was).is_empty();
    match (&named[..], &begun[..]) {
        (_, [(only, _)]) if is_named => Located::At(*only),
        _ if is_fewer => Located::Gone,
        ([(only, _)], _) | (_, [(only, _)]) => Located::At(*only),
        ([], _) if is_named => Located::Gone,
        _ => Located::Unclear,
    }
}
