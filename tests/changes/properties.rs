//! What holds of every file and every change file.

use proptest::prelude::*;
use serde_json::Value;

use crate::random::{Happening, changes as happenings, changes_of_one_extract, file};
use crate::{canonical_text, changes, changes_by, merged};

fn after(file: &Value, happenings: &[Happening]) -> String {
    let mut file = file.clone();
    for happening in happenings {
        happening.make(&mut file);
    }
    file.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_one_file_changes_in_another_gives_it_byte_for_byte(old in file(), happened in happenings(0..12)) {
        let (old, new) = (old.to_string(), after(&old, &happened));
        let merged = merged(&old, &[changes(&old, &new)]);
        prop_assert_eq!(&merged.result, &canonical_text(&new));
        prop_assert!(merged.is_whole(), "{:?} {:?}", merged.conflicts, merged.refused);
        prop_assert_eq!(merged.taken.is_empty(), canonical_text(&old) == canonical_text(&new));
    }

    #[test]
    fn files_that_have_nothing_in_common_differ_by_change_files_as_well(old in file(), new in file()) {
        let (old, new) = (old.to_string(), new.to_string());
        prop_assert_eq!(merged(&old, &[changes(&old, &new)]).result, canonical_text(&new));
    }

    #[test]
    fn a_file_does_not_differ_from_its_canonical_form(old in file()) {
        let old = old.to_string();
        prop_assert!(changes(&old, &canonical_text(&old)).is_empty());
    }

    #[test]
    fn the_order_of_change_files_never_matters(
        old in file(), ours in changes_of_one_extract(0..6), a in happenings(0..8), b in happenings(0..8), c in happenings(0..4)
    ) {
        // A file of another name could be another municipality's.
        let is_name = |happening: &Happening| matches!(happening, Happening::Head { field: "name", .. });
        let ours: Vec<_> = ours.into_iter().filter(|happening| !is_name(happening)).collect();
        let (file, old_text) = (after(&old, &ours), old.to_string());
        let [a, b, c] = [a, b, c].map(|happened| changes_by(&old_text, &after(&old, &happened), Some("A")));
        let all = [&a, &b, &c].map(Clone::clone);
        let first = merged(&file, &all);
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            prop_assert_eq!(&merged(&file, &order.map(|place: usize| all[place].clone())), &first);
        }
        prop_assert_eq!(&canonical_text(&first.result), &first.result);
        // One that is given twice says nothing new.
        prop_assert_eq!(&merged(&file, &[a.clone(), b, c, a]).result, &first.result);
    }

    #[test]
    fn a_file_that_changes_nothing_leaves_all_as_it_is(old in file(), ours in changes_of_one_extract(0..8)) {
        let old_text = old.to_string();
        let file = after(&old, &ours);
        let merged = merged(&file, &[changes(&old_text, &old_text)]);
        prop_assert_eq!(&merged.result, &canonical_text(&file));
        prop_assert!(merged.is_whole() && merged.taken.is_empty() && merged.same == 0);
    }

    #[test]
    fn what_the_file_has_already_is_not_a_conflict(old in file(), happened in changes_of_one_extract(0..8)) {
        let (old, new) = (old.to_string(), after(&old, &happened));
        let merged = merged(&new, &[changes(&old, &new)]);
        // Of two posts of one person, one of them removed, the other may be that one, changed. Then it is asked.
        let beside = canonical_text(&old);
        let conflicts = merged.conflicts.iter().filter(|conflict| {
            let is_other = conflict.ours.iter().all(|line| beside.contains(line));
            !(is_other && conflict.theirs.iter().all(Vec::is_empty))
        });
        let conflicts: Vec<_> = conflicts.collect();
        prop_assert!(conflicts.is_empty() && merged.refused.is_empty(), "{:?}", conflicts);
    }
}
