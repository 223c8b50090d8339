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
        let mut doubles = doubles.to_vec();
        sort::by_key(&mut doubles, |(place, number)| (*number, *place));
        let firsts = firsts(self.origins.len(), &doubles);
        let line_ends: Vec<usize> = self.text.match_indices('\n').map(|(at, _)| at).collect();
        for shared in doubles.chunk_by(|a, b| a.1 == b.1) {
            let number = shared[0].1;
            let mut all = vec![firsts[number as usize]];
            all.extend(shared.iter().map(|(place, _)| *place));
            // Of items that say the same, one that stands in canonical form stays: it is the one that saving keeps.
            sort::by_cached_key(&mut all, |place| {
                let (written, raw) = ((self.written)(*place), compact(raw(self.text, self.origins[*place])));
                (raw != written).then_some(raw).map_or((written.clone(), None), |raw| (written, Some(raw)))
            });
            let offset = self.origins[all[0]].offset as usize;
            let other_line = line_ends.partition_point(|end| *end < offset) + 1;
            for place in all.into_iter().skip(1) {
                stay[place] = false;
                let kind = || ProblemKind::DuplicateId { id: ids.id(number).to_owned(), other_line };
                problems.push(|| problem_at(self.text, self.list, self.origins[place], &[self.id.into()], kind()));
            }
        }
        stay
    }
}

/// The place of the first item of each id, by its number: the places that no double has, in their order.
fn firsts(count: usize, doubles: &[(usize, u32)]) -> Vec<usize> {
    let mut is_first = vec![true; count];
    for (place, _) in doubles {
        is_first[*place] = false;
    }
    (0..count).filter(|place| is_first[*place]).collect()
}

/// The text of the item that stood at `origin`.
fn raw(text: &str, origin: Origin) -> &str {
    JsonReader::at(text, origin.offset as usize).skip().unwrap_or_default()
}
