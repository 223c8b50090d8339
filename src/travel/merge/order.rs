//! The order of a list in which it counts.

use crate::organisation::ListName;
use crate::organisation::write::{self, write_list};
use crate::travel::change_file::ChangedOrder;
use crate::travel::refs::Renames;

/// What becomes of a wish for an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sequence {
    /// The items get that order.
    Taken,
    /// The items have that order already.
    Same,
    /// The items have another order by now.
    Conflict,
}

/// An order in which what its change file adds is called as it is added.
pub(super) fn renamed(order: &ChangedOrder, renames: &Renames) -> ChangedOrder {
    let called = |id: &String| renames.ids.get(&(order.list, id.clone())).unwrap_or(id).clone();
    let after = order.after.iter().map(called).collect();
    ChangedOrder { list: order.list, before: order.before.clone(), after }
}

/// The ids among some that others have as well.
fn both(ids: &[String], others: &[String]) -> Vec<String> {
    ids.iter().filter(|id| others.contains(id)).cloned().collect()
}

/// What becomes of an order where the ids are these now.
pub(super) fn judge(order: &ChangedOrder, now: &[String]) -> Sequence {
    if both(now, &order.after) == both(&order.after, now) {
        Sequence::Same
    } else if both(now, &order.before) == both(&order.before, now) {
        Sequence::Taken
    } else {
        Sequence::Conflict
    }
}

/// Ids in the order wished for. What it does not speak of follows what it follows now; what others add, beyond those that
/// the file `had`, comes last.
pub(super) fn arranged(after: &[String], now: &[String], had: &[String]) -> Vec<String> {
    let mut arranged = both(after, now);
    for (place, id) in now.iter().enumerate().filter(|(_, id)| !after.contains(id)) {
        if !had.contains(id) {
            arranged.push(id.clone());
            continue;
        }
        let before = place.checked_sub(1).and_then(|before| arranged.iter().position(|known| *known == now[before]));
        arranged.insert(before.map_or(0, |before| before + 1), id.clone());
    }
    arranged
}

/// Ids as a list of JSON.
pub(super) fn json(ids: &[String]) -> String {
    let mut out = String::new();
    write_list(ids, &mut out, |id, out| out.push_str(&write::json(&&**id)));
    out
}

/// What the change files wish of the order of one list, each once.
pub(super) fn of(orders: &[ChangedOrder], list: ListName) -> Vec<&ChangedOrder> {
    let mut wished: Vec<&ChangedOrder> = Vec::new();
    for order in orders.iter().filter(|order| order.list == list) {
        if !wished.iter().any(|known| known.after == order.after) {
            wished.push(order);
        }
    }
    wished
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn what_an_order_does_not_speak_of_follows_what_it_followed() {
        assert_eq!(arranged(&ids("c a b"), &ids("a x b c y"), &ids("a x b c y")), ids("c y a x b"));
        assert_eq!(arranged(&ids("b a"), &ids("x a b"), &ids("x a b")), ids("x b a"));
        assert_eq!(arranged(&ids("n a b"), &ids("a b n m"), &ids("a b")), ids("n a b m"));
    }

    #[test]
    fn an_order_is_taken_where_the_file_has_the_one_it_began_from() {
        let order = ChangedOrder { list: ListName::Matrices, before: ids("a b c"), after: ids("c a b") };
        assert_eq!(judge(&order, &ids("a x b c")), Sequence::Taken);
        assert_eq!(judge(&order, &ids("c a b")), Sequence::Same);
        assert_eq!(judge(&order, &ids("b a c")), Sequence::Conflict);
    }
}
