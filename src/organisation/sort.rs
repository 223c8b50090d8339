//! One sort for every list. The standard library's is compiled anew for each type and comparison, ten kilobytes a
//! time; together they were a third of the engine's program. Here only the comparison differs, behind a pointer.

use crate::organisation::number::saturating;
use std::cmp::Ordering;

/// Sorts by comparing; equals keep their order.
pub fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|a, b| compare(&list[a as usize], &list[b as usize]));
    permute(&order, &mut |a, b| list.swap(a, b));
}

/// Sorts what can be compared; equals keep their order.
pub fn all<T: Ord>(list: &mut [T]) {
    by(list, Ord::cmp);
}

/// Sorts by a key that is cheap to make.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a key that is made once for every element.
pub fn by_cached_key<T, K: Ord>(list: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    let order = order(keys.len(), &|a, b| keys[a as usize].cmp(&keys[b as usize]));
    permute(&order, &mut |a, b| list.swap(a, b));
}

/// The first so many in the order of a key, equals as they come: one look at each, and memory for those alone.
pub fn first<T, K: Ord>(list: impl Iterator<Item = T>, count: usize, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut best: Vec<(K, T)> = Vec::with_capacity(count.min(256) + 1);
    for element in list {
        let key = key(&element);
        if best.len() == count && best.last().is_none_or(|(last, _)| *last <= key) {
            continue;
        }
        let place = best.partition_point(|(before, _)| *before <= key);
        best.insert(place, (key, element));
        best.truncate(count);
    }
    best.into_iter().map(|(_, element)| element).collect()
}

/// The places of the elements in the order they should have.
#[inline(never)]
#[expect(clippy::disallowed_methods, reason = "this is the one sort")]
fn order(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..saturating(count)).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Brings every element to its place, by swapping.
#[inline(never)]
fn permute(order: &[u32], swap: &mut dyn FnMut(usize, usize)) {
    for place in 0..order.len() {
        // What stood at an earlier place has been swapped away; follow it.
        let mut from = order[place] as usize;
        while from < place {
            from = order[from] as usize;
        }
        swap(place, from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Sort<'s> = &'s dyn Fn(&mut [(u32, usize)]);

    #[test]
    fn every_way_of_sorting_gives_what_the_standard_library_gives() {
        let list: Vec<u32> = (0..500).map(|n| n * 7919 % 503 % 50).collect();
        let pairs: Vec<(u32, usize)> = list.iter().copied().zip(0..).collect();
        let mut wanted = pairs.clone();
        wanted.sort_unstable();
        let sorted = |sort: Sort<'_>| {
            let mut list = pairs.clone();
            sort(&mut list);
            list
        };
        assert_eq!(sorted(&|list| all(list)), wanted);
        assert_eq!(sorted(&|list| by_key(list, |pair| pair.0)), wanted, "equals keep their order");
        assert_eq!(sorted(&|list| by_cached_key(list, |pair| pair.0)), wanted);
        assert_eq!(sorted(&|list| by(list, |a, b| a.0.cmp(&b.0))), wanted);
        for count in [0, 1, 60, 1000] {
            let few = first(pairs.iter().copied(), count, |pair| pair.0);
            assert_eq!(few, wanted[..count.min(wanted.len())], "the first {count}");
        }
    }
}
