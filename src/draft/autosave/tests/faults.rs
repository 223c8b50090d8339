//! What may happen to the tab, the storage and the file.

use super::super::stored::{Condition, Trouble, VERSION};
use super::super::{KeepEffect, KeepEvent, Notice, SaveStatus};
use super::world::{ADDRESS, Storage, Tab, journal};

const NOW: u64 = 1_000_000;

/// A storage with the work of a tab that was closed: two edits of the file `base`.
fn closed_tab() -> Storage {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.edit();
    tab.run(&mut storage);
    assert_eq!((tab.status(), tab.machine.would_lose()), (SaveStatus::Kept(NOW), false));
    storage
}

#[test]
fn the_bytes_of_a_fetched_file_are_taken_unless_it_has_been_saved_as_another() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.tell(KeepEvent::Fetched("bytes".into()));
    let open = tab.machine.open();
    assert_eq!((open.hosted.as_deref(), open.base.as_deref()), (Some("bytes"), Some("bytes")));
    tab.tell(KeepEvent::SavedAs { name: "own.json".into(), base: Some("saved".into()), is_downloaded: false });
    tab.tell(KeepEvent::Fetched("bytes".into()));
    let open = tab.machine.open();
    assert_eq!((open.hosted.as_deref(), open.base.as_deref()), (None, Some("saved")));
}

#[test]
fn a_tab_that_was_closed_brings_its_work_back() {
    let mut storage = closed_tab();
    let again = Tab::open("b", "base", &mut storage, &[]);
    assert_eq!(again.machine.notices(), [Notice::Restored(2, NOW)]);
    assert_eq!(again.machine.open().id, "a1");
    assert_eq!(again.machine.shelf(), [], "what is at hand is not listed");
}

#[test]
fn a_tab_killed_at_any_moment_leaves_one_of_its_drafts_whole() {
    let mut seen = Vec::new();
    for steps in 0..20 {
        let mut storage = Storage::default();
        let mut tab = Tab::open("a", "base", &mut storage, &[]);
        tab.edit();
        tab.run(&mut storage);
        tab.edit();
        for _ in 0..steps {
            tab.step(&mut storage);
        }
        drop(tab);
        let again = Tab::open("b", "base", &mut storage, &[]);
        assert!(again.says(&Notice::Restored(again.edits, NOW)), "after {steps} steps");
        seen.push(again.edits);
    }
    assert!(seen.is_sorted() && seen.contains(&1) && seen.contains(&2), "{seen:?}");
}

#[test]
fn where_room_runs_out_the_reader_is_told_and_what_was_kept_stays() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    storage.trouble = Some(Trouble::Full);
    tab.edit();
    tab.run(&mut storage);
    assert_eq!(tab.status(), SaveStatus::Not(Trouble::Full));
    assert!(tab.says(&Notice::NotKept(Trouble::Full)) && tab.machine.would_lose());
    assert_eq!(storage.edits(), [("a1", 1)]);
    storage.trouble = None;
    tab.edit();
    tab.run(&mut storage);
    assert_eq!(tab.status(), SaveStatus::Kept(NOW));
    assert!(tab.machine.notices().is_empty() && !tab.machine.would_lose());
    assert_eq!(storage.edits(), [("a1", 3)]);
}

#[test]
fn a_draft_that_cannot_be_removed_is_no_work_to_lose() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    storage.trouble = Some(Trouble::Failed);
    tab.tell(KeepEvent::Changed { unsaved: 0 });
    tab.run(&mut storage);
    assert_eq!((tab.status(), tab.machine.would_lose()), (SaveStatus::Not(Trouble::Failed), false));
}

#[test]
fn a_storage_that_throws_is_told_where_there_was_something_in_it() {
    let mut storage = Storage { trouble: Some(Trouble::Absent), ..closed_tab() };
    let mut tab = Tab::open("b", "base", &mut storage, &[]);
    assert_eq!(tab.machine.notices(), [Notice::Unreadable]);
    tab.edit();
    tab.run(&mut storage);
    assert_eq!(tab.status(), SaveStatus::Not(Trouble::Absent));
    assert!(tab.machine.would_lose() && storage.word, "nothing says that the drafts are gone");
    let mut never_used = Storage { trouble: Some(Trouble::Absent), ..Storage::default() };
    assert_eq!(Tab::open("c", "base", &mut never_used, &[]).machine.notices(), []);
}

#[test]
fn two_tabs_have_a_draft_each_and_hear_of_each_other() {
    let mut storage = Storage::default();
    let mut one = Tab::open("a", "base", &mut storage, &[]);
    one.edit();
    one.run(&mut storage);
    let mut other = Tab::open("b", "base", &mut storage, &["a1"]);
    assert_eq!(other.machine.notices(), [], "what another tab holds does not come back");
    other.edit();
    other.edit();
    other.run(&mut storage);
    assert_eq!(storage.edits(), [("a1", 1), ("b1", 2)]);
    let presence = other.said.last().cloned().expect("it has spoken");
    one.tell(KeepEvent::Heard { tab: "b".into(), presence: presence.clone() });
    assert!(one.says(&Notice::OtherTab("b1".into(), 2)));
    assert_eq!(one.machine.others().collect::<Vec<_>>(), ["b1"]);
    assert_eq!(other.machine.held(), ["a1"]);
    let shelf: Vec<_> = other.machine.shelf().iter().map(|found| &*found.key).collect();
    assert_eq!(shelf, ["a1"], "all but the work at hand");
    one.tell(KeepEvent::Heard { tab: "b".into(), presence: super::super::Presence { leaves: true, ..presence } });
    assert_eq!((one.machine.notices(), one.machine.others().count()), (&[][..], 0));
}

#[test]
fn what_is_said_again_is_said_once_and_last() {
    let mut tab = Tab::open("a", "base", &mut Storage::default(), &[]);
    for notice in [Notice::NewVersion, Notice::HostedChanged, Notice::NewVersion] {
        tab.machine.notify(notice);
    }
    assert_eq!(tab.machine.notices(), [Notice::HostedChanged, Notice::NewVersion]);
}

#[test]
fn a_tab_that_slept_while_another_went_on_with_its_draft_writes_beside_it() {
    let mut storage = closed_tab();
    let mut asleep = Tab::open("b", "base", &mut storage, &[]);
    let mut other = Tab::open("c", "base", &mut storage, &[]);
    other.edit();
    other.run(&mut storage);
    asleep.edit();
    asleep.edit();
    asleep.run(&mut storage);
    assert_eq!(storage.edits(), [("a1", 3), ("b2", 4)]);
    assert_eq!((&*asleep.machine.open().id, asleep.status()), ("b2", SaveStatus::Kept(NOW)));
    assert!(asleep.held.contains(&"b2".to_owned()));
    asleep.edit();
    asleep.run(&mut storage);
    assert_eq!(storage.edits(), [("a1", 3), ("b2", 5)]);
}

#[test]
fn work_on_a_file_that_has_changed_is_offered_and_stays_until_it_is_part_of_other_work() {
    let mut storage = closed_tab();
    let mut tab = Tab::open("b", "changed", &mut storage, &[]);
    assert!(matches!(tab.machine.notices(), [Notice::OtherVersion(found)] if found.key == "a1"));
    // Both sides have changed an item: the kept draft stays until the reader has decided.
    tab.tell(KeepEvent::Merging { replaces: vec!["a1".into()], is_undecided: true });
    tab.edit();
    tab.run(&mut storage);
    assert_eq!(storage.edits(), [("a1", 2), ("b1", 1)]);
    tab.tell(KeepEvent::Decided);
    tab.run(&mut storage);
    assert_eq!(storage.edits(), [("b1", 1)]);
}

#[test]
fn work_that_went_on_while_it_was_brought_into_another_version_stays() {
    for (merged, left) in [(journal("base", 1), vec![("a2", 1)]), (journal("base", 0), vec![("a1", 1), ("a2", 1)])] {
        let mut storage = Storage::default();
        let mut tab = Tab::open("a", "base", &mut storage, &[]);
        tab.edit();
        tab.run(&mut storage);
        let mut restored = tab.fresh_file("changed");
        restored.unsaved = 1;
        restored.merge(merged, vec!["a1".into()], false);
        tab.tell(KeepEvent::Opened(Box::new(restored)));
        tab.run(&mut storage);
        assert!(tab.says(&Notice::Merged));
        assert_eq!(storage.edits(), left);
    }
}

#[test]
fn work_kept_by_a_newer_page_is_told_and_left_alone() {
    let mut storage = closed_tab();
    storage.drafts.get_mut("a1").expect("it is kept").1 = VERSION + 1;
    let tab = Tab::open("b", "base", &mut storage, &[]);
    assert_eq!(tab.machine.notices(), [Notice::Unusable(0, 1)]);
    assert_eq!(tab.machine.shelf()[0].condition, Condition::Newer);
    assert_eq!(storage.edits(), [("a1", 2)]);
}

#[test]
fn work_that_is_half_written_or_damaged_is_told_and_left_alone() {
    let mut storage = closed_tab();
    storage.drafts.get_mut("a1").expect("it is kept").0.journal.truncate(20);
    let mut tab = Tab::open("b", "base", &mut storage, &[]);
    assert_eq!(tab.machine.notices(), [Notice::Unusable(1, 0)]);
    assert_eq!((tab.edits, tab.machine.shelf()[0].condition), (0, Condition::Damaged));
    tab.edit();
    tab.run(&mut storage);
    assert_eq!(storage.edits(), [("a1", 2), ("b1", 1)]);
}

#[test]
fn a_damaged_draft_is_remembered_though_it_says_that_nothing_is_in_it() {
    let mut storage = closed_tab();
    storage.drafts.get_mut("a1").expect("it is kept").0.unsaved = 0;
    let tab = Tab::open("b", "base", &mut storage, &[]);
    assert_eq!((tab.machine.shelf()[0].condition, storage.word), (Condition::Damaged, true));
}

#[test]
fn a_database_deleted_while_the_file_is_open_is_made_anew_with_all_the_work() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    storage = Storage { word: true, ..Storage::default() };
    tab.edit();
    tab.run(&mut storage);
    assert_eq!(tab.status(), SaveStatus::Kept(NOW));
    assert_eq!(Tab::open("b", "base", &mut storage, &[]).edits, 2);
}

#[test]
fn a_database_deleted_between_visits_is_told_once() {
    let mut storage = Storage { word: true, ..Storage::default() };
    assert_eq!(Tab::open("a", "base", &mut storage, &[]).machine.notices(), [Notice::Wiped]);
    assert_eq!(Tab::open("b", "base", &mut storage, &[]).machine.notices(), []);
}

#[test]
fn it_is_remembered_that_there_are_drafts_as_long_as_there_are() {
    let mut storage = closed_tab();
    assert!(storage.word);
    let mut tab = Tab::open("b", "base", &mut storage, &[]);
    assert!(storage.word);
    tab.tell(KeepEvent::Changed { unsaved: 0 });
    tab.run(&mut storage);
    assert_eq!((storage.drafts.len(), storage.word), (0, false));
}

#[test]
fn a_file_opened_over_unsaved_work_leaves_it_kept_and_listed() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.tell(KeepEvent::Settle(1));
    tab.effects.retain(|effect| !matches!(effect, super::super::KeepEffect::Patience(_)));
    tab.run(&mut storage);
    assert_eq!(tab.answers, [(1, Ok(()))]);
    tab.turn_to("other", &mut storage);
    tab.run(&mut storage);
    assert!(tab.says(&Notice::Aside("organisation.json".into(), 1)));
    assert_eq!(tab.machine.shelf()[0].key, "a1");
    assert_eq!(storage.edits(), [("a1", 1)]);
}

#[test]
fn a_file_opened_over_work_that_goes_on_or_is_not_kept_leaves_none_aside() {
    let is_aside = |tab: &Tab| tab.machine.notices().iter().any(|notice| matches!(notice, Notice::Aside(..)));
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    // No other tab holds the draft: it comes back where it was.
    tab.held.clear();
    tab.turn_to("base", &mut storage);
    assert!(tab.says(&Notice::Restored(1, NOW)) && !is_aside(&tab));
    tab.tell(KeepEvent::SavedAs { name: "min.json".into(), base: Some("saved".into()), is_downloaded: true });
    tab.tell(KeepEvent::Changed { unsaved: 0 });
    tab.run(&mut storage);
    tab.turn_to("other", &mut storage);
    assert!(!is_aside(&tab), "a file holds it all");
    let mut full = Storage { trouble: Some(Trouble::Full), ..Storage::default() };
    let mut tab = Tab::open("a", "base", &mut full, &[]);
    tab.edit();
    tab.run(&mut full);
    tab.turn_to("other", &mut full);
    assert!(!is_aside(&tab), "it was never kept");
}

#[test]
fn a_file_is_not_opened_over_work_that_cannot_be_kept() {
    let mut storage = Storage { trouble: Some(Trouble::Full), ..Storage::default() };
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    tab.tell(KeepEvent::Settle(1));
    tab.run(&mut storage);
    assert_eq!(tab.answers, [(1, Err(Trouble::Full))]);
}

#[test]
fn a_clock_set_back_changes_nothing() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    let mut other = Tab::open("b", "base", &mut storage, &["a1"]);
    other.now = 10;
    other.edit();
    other.edit();
    other.run(&mut storage);
    assert_eq!(Tab::open("c", "base", &mut storage, &[]).edits, 2, "the one written last comes back");
    // The file at the address is looked at once a minute, whatever the clock does.
    for (now, looks) in [(NOW, 1), (NOW + 1, 1), (10, 2), (11, 2), (60_009, 2), (60_010, 3)] {
        tab.now = now;
        tab.tell(KeepEvent::CameBack);
        tab.run(&mut storage);
        assert_eq!(tab.looks.len(), looks, "at {now}");
    }
}

#[test]
fn another_file_at_the_address_is_told_unless_another_file_is_open_by_then() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    let looked = |address: &str, is_same| KeepEvent::Looked { address: address.into(), version: "2".into(), is_same };
    tab.tell(looked(ADDRESS, true));
    tab.tell(looked("https://kommun.example/other.json", false));
    assert_eq!((tab.machine.notices().len(), tab.machine.open().hosted_version.as_deref()), (0, Some("2")));
    tab.tell(looked(ADDRESS, false));
    assert_eq!(tab.machine.notices(), [Notice::HostedChanged]);
}

#[test]
fn what_is_saved_to_a_file_is_kept_no_longer_but_for_a_download() {
    for (is_downloaded, left) in [(false, vec![]), (true, vec![("a1", 1)])] {
        let mut storage = Storage::default();
        let mut tab = Tab::open("a", "base", &mut storage, &[]);
        tab.edit();
        tab.run(&mut storage);
        tab.tell(KeepEvent::SavedAs { name: "min.json".into(), base: Some("saved".into()), is_downloaded });
        tab.tell(KeepEvent::Changed { unsaved: 0 });
        tab.run(&mut storage);
        assert_eq!((tab.status(), storage.edits()), (SaveStatus::Nothing, left));
        assert_eq!((&*tab.machine.open().name, &*tab.machine.open().address), ("min.json", ""));
        assert_eq!(
            tab.machine.shelf().len(),
            usize::from(is_downloaded),
            "nobody knows whether a download has arrived"
        );
    }
}

#[test]
fn a_listing_that_comes_late_does_not_bring_back_what_is_gone() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    let before = storage.list();
    tab.turn_to("other", &mut storage);
    tab.run(&mut storage);
    assert_eq!(tab.machine.shelf().len(), 1, "the work left behind is on the shelf");
    let asks = |effects: Vec<KeepEffect<String>>| {
        effects.into_iter().find_map(|effect| match effect {
            KeepEffect::List { number, .. } => Some(number),
            _ => None,
        })
    };
    let early = asks(tab.machine.handle(KeepEvent::Discarded, NOW)).expect("what is kept is listed");
    let late = asks(tab.machine.handle(KeepEvent::Discarded, NOW)).expect("what is kept is listed again");
    tab.tell(KeepEvent::Listed { number: late, found: Ok(Vec::new()), held: Vec::new() });
    tab.tell(KeepEvent::Listed { number: early, found: before, held: Vec::new() });
    assert!(tab.machine.shelf().is_empty());
}
