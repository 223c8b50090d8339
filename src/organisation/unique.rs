//! Ids that stand once: items that share one are told, and all but one set aside.

use super::ids::Ids;
use super::json::JsonReader;
use super::place::problem_at;
use super::problem::{ProblemKind, Problems};
use super::record::{Origin, Value};
use super::write::{compact, json};
use super::{Item, List, sort};

/// Enters the ids of a list. Of items with one id the one whose canonical form sorts first stays; the others are set
/// aside. How they are spelled decides nothing: a file and its canonical form keep the same item.
pub(super) fn unique<'a, T: Value<'a> + Item>(
    list: &mut List<'a, T>,
    name: &'static str,
    text: &'a str,
    problems: &mut Problems,
) -> Ids {
    if T::ID.is_empty() {
        return Ids::default();
    }
    let (ids, doubles) = enter(&mut list.iter().map(|item| item.id().unwrap_or_default()), list.len());
    if doubles.is_empty() {
        return ids;
    }
    let origins: Vec<Origin> = list.iter().map(Item::origin).collect();
    let written = |place: usize| json(&list.items[place]);
    let stay =
        Doubles { list: name, id: T::ID, text, origins: &origins, written: &written }.settle(&ids, &doubles, problems);
    let mut place = 0..;
    for (origin, _) in origins.iter().zip(&stay).filter(|(_, stays)| !**stays) {
        list.set_aside.push(raw(text, *origin));
    }
    list.items.retain(|_| place.next().is_none_or(|place: usize| stay[place]));
    enter(&mut list.iter().map(|item| item.id().unwrap_or_default()), list.len()).0
}

/// Numbers ids by their place, and tells the places of those met before with the number they have.
#[inline(never)]
fn enter(list: &mut dyn Iterator<Item = &str>, count: usize) -> (Ids, Vec<(usize, u32)>) {
    let (mut ids, mut doubles) = (Ids::with_capacity(count), Vec::new());
    for (place, id) in list.enumerate() {
        if let Err(known) = ids.enter(id) {
            doubles.push((place, known));
        }
    }
    (ids, doubles)
}

/// Items of a list that share ids with others.
struct Doubles<'d> {
    list: &'static str,
    id: &'static str,
    text: &'d str,
    origins: &'d [Origin],
    /// The item at a place in canonical form.
    written: &'d dyn Fn(usize) -> String,
}

impl Doubles<'_> {
    /// Which items stay; the others are noted.
    fn settle(&self, ids: &Ids, doubles: &[(usize, u32)], problems: &mut Problems) -> Vec<bool> {
        let mut stay = vec![true; self.origins.len()];
        // Every id that stands more than once, with all its places. Its number counts the ids before it.
        let mut places: Vec<(u32, Vec<usize>)> = Vec::new();
        for (place, number) in doubles {
            match places.iter_mut().find(|(known, _)| known == number) {
                Some((_, all)) => all.push(*place),
                None => places.push((*number, vec![first_place(*number, doubles), *place])),
            }
        }
        for (number, mut all) in places {
            // Of items that say the same, one that stands in canonical form stays: it is the one that saving keeps.
            sort::by_cached_key(&mut all, |place| {
                let (written, raw) = ((self.written)(*place), compact(raw(self.text, self.origins[*place])));
                (raw != written).then_some(raw).map_or((written.clone(), None), |raw| (written, Some(raw)))
            });
            let other_line = self.text[..self.origins[all[0]].offset as usize].matches('\n').count() + 1;
            for place in all.into_iter().skip(1) {
                stay[place] = false;
                let kind = || ProblemKind::DuplicateId { id: ids.id(number).to_owned(), other_line };
                problems.push(|| problem_at(self.text, self.list, self.origins[place], &[self.id.into()], kind()));
            }
        }
        stay
    }
}

/// The place of the first item with an id: its number, and the doubles that stand before it.
fn first_place(number: u32, doubles: &[(usize, u32)]) -> usize {
    let mut place = number as usize;
    for (double, _) in doubles {
        if *double <= place {
            place += 1;
        }
    }
    place
}

/// The text of the item that stood at `origin`.
fn raw(text: &str, origin: Origin) -> &str {
    JsonReader::at(text, origin.offset as usize).skip().unwrap_or_default()
}
