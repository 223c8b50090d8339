//! One writing at a time, and those who wait for it.

use proptest::prelude::*;

use super::super::stored::Trouble;
use super::super::{KeepEffect, KeepEvent, Notice, SaveStatus};
use super::world::{Storage, Tab};

fn stores(tab: &Tab) -> usize {
    tab.effects.iter().filter(|effect| matches!(effect, KeepEffect::Store { .. })).count()
}

#[test]
fn changes_that_follow_each_other_closely_are_stored_together() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    for _ in 0..5 {
        tab.edit();
    }
    tab.run(&mut storage);
    assert_eq!((storage.last, storage.edits()), (Some(1), vec![("a1", 5)]));
}

#[test]
fn a_change_is_stored_after_a_pause_that_the_next_change_begins_anew() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.step(&mut storage);
    assert!(matches!(tab.effects.front(), Some(KeepEffect::Pause(_))), "the engine has written it down");
    assert_eq!(stores(&tab), 0);
    tab.edit();
    tab.step(&mut storage);
    assert_eq!(stores(&tab), 0, "the first pause is over, and another change has been made");
    tab.run(&mut storage);
    assert_eq!((storage.last, storage.edits()), (Some(1), vec![("a1", 2)]));
}

#[test]
fn a_draft_that_was_never_kept_is_not_removed() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.tell(KeepEvent::Changed { unsaved: 0 });
    while tab.step(&mut storage) {
        assert!(!tab.effects.iter().any(|effect| matches!(effect, KeepEffect::Remove(_))));
    }
    assert_eq!(tab.status(), SaveStatus::Nothing);
}

#[test]
fn work_that_is_undone_is_kept_no_longer_however_often() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    for _ in 0..2 {
        tab.edit();
        tab.run(&mut storage);
        assert_eq!(storage.drafts.len(), 1);
        tab.tell(KeepEvent::Changed { unsaved: 0 });
        tab.run(&mut storage);
        assert_eq!((tab.status(), storage.edits()), (SaveStatus::Nothing, vec![]));
    }
}

#[test]
fn what_is_to_be_stored_while_a_draft_is_being_stored_comes_after_it() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    while stores(&tab) == 0 {
        tab.step(&mut storage);
    }
    tab.edit();
    // The tab is about to go, before the engine and after it has written the change down.
    tab.tell(KeepEvent::Leaving);
    assert_eq!(stores(&tab), 1);
    tab.run(&mut storage);
    assert_eq!((storage.last, storage.edits()), (Some(2), vec![("a1", 2)]));
    assert_eq!(tab.status(), SaveStatus::Kept(1_000_000));
}

#[test]
fn who_waits_until_all_is_stored_is_told_when_the_last_change_is() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.tell(KeepEvent::Settle(7));
    tab.effects.retain(|effect| !matches!(effect, KeepEffect::Patience(_)));
    while tab.answers.is_empty() {
        assert!(tab.step(&mut storage), "nobody is told");
    }
    assert_eq!((tab.answers, storage.edits()), (vec![(7, Ok(()))], vec![("a1", 1)]));
}

#[test]
fn who_has_waited_long_enough_for_the_engine_is_told_of_what_is_stored_meanwhile_and_once() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.tell(KeepEvent::Settle(7));
    // The time is up when the engine has written the change down and the draft is being stored.
    tab.run(&mut storage);
    assert_eq!(tab.answers, [(7, Ok(()))]);
    tab.tell(KeepEvent::Asked(2));
    tab.tell(KeepEvent::Tired(7));
    tab.run(&mut storage);
    assert_eq!(tab.answers.len(), 1, "whoever has been told waits no longer");
}

#[test]
fn who_waits_on_a_file_does_not_wait_for_the_one_that_was_open_before() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    // The engine turns to another file before it has written the change down.
    tab.effects.clear();
    tab.turn_to("other", &mut storage);
    tab.tell(KeepEvent::Settle(7));
    tab.run(&mut storage);
    assert_eq!(tab.answers, [(7, Ok(()))]);
}

#[test]
fn who_waits_where_there_is_nothing_to_store_is_told_at_once() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.tell(KeepEvent::Settle(7));
    tab.run(&mut storage);
    assert_eq!(tab.answers, [(7, Ok(()))]);
}

#[test]
fn who_waits_for_an_engine_that_does_not_answer_is_told_that_nothing_is_kept() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.tell(KeepEvent::Asked(1));
    tab.tell(KeepEvent::Settle(7));
    tab.run(&mut storage);
    assert_eq!(tab.answers, [(7, Err(Trouble::Failed))]);
    assert!(tab.machine.would_lose());
}

#[test]
fn a_change_that_is_refused_is_not_waited_for() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.tell(KeepEvent::Asked(1));
    tab.tell(KeepEvent::Settle(7));
    tab.effects.clear();
    tab.tell(KeepEvent::Refused(1));
    tab.run(&mut storage);
    assert_eq!((tab.answers.as_slice(), tab.machine.would_lose()), (&[(7, Ok(()))][..], false));
}

#[test]
fn what_the_engine_had_not_written_down_when_it_stopped_is_done_again_once() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    tab.edit();
    tab.run(&mut storage);
    tab.tell(KeepEvent::Asked(2));
    tab.tell(KeepEvent::EngineLost(Some("base".into())));
    tab.run(&mut storage);
    assert_eq!(storage.edits(), [("a1", 1)], "what was written down is kept");
    assert!(tab.machine.would_lose());
    assert_eq!((tab.machine.take_since(), tab.machine.take_since()), (vec![2], vec![]));
}

/// What may happen next.
#[derive(Debug, Clone, Copy)]
enum Act {
    Edit,
    Step,
    Leave,
    Settle,
    Trouble(bool),
    Clear,
    Other,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => Just(Act::Edit),
        20 => Just(Act::Step),
        2 => Just(Act::Leave),
        2 => Just(Act::Settle),
        2 => any::<bool>().prop_map(Act::Trouble),
        1 => Just(Act::Clear),
        1 => Just(Act::Other),
    ];
    proptest::collection::vec(act, 0..120)
}

proptest! {
    #[test]
    fn whatever_happens_the_next_change_is_stored_with_all_before_it(acts in acts()) {
        let mut storage = Storage::default();
        let mut tab = Tab::open("a", "base", &mut storage, &[]);
        let mut waits = 0;
        for act in acts {
            match act {
                Act::Edit => tab.edit(),
                Act::Step => drop(tab.step(&mut storage)),
                Act::Leave => tab.tell(KeepEvent::Leaving),
                Act::Settle => {
                    waits += 1;
                    tab.tell(KeepEvent::Settle(waits));
                }
                Act::Trouble(is_full) => storage.trouble = is_full.then_some(Trouble::Full),
                Act::Clear => storage.drafts.clear(),
                Act::Other => {
                    // Another tab that knows nothing of locks goes on with the draft.
                    if let Some((draft, _, sum)) = storage.drafts.values_mut().next() {
                        draft.sequence += 1;
                        *sum = draft.sum();
                        storage.last = storage.last.max(Some(draft.sequence));
                    }
                }
            }
            if matches!(tab.status(), SaveStatus::Not(_)) {
                prop_assert!(tab.machine.notices().iter().any(|notice| matches!(notice, Notice::NotKept(_))));
            }
        }
        // Whatever has happened, the next change is stored with all the others once there is room.
        storage.trouble = None;
        tab.edit();
        tab.run(&mut storage);
        prop_assert!(matches!(tab.status(), SaveStatus::Kept(_)));
        prop_assert_eq!(storage.drafts.get(&tab.machine.open().id).map(|(draft, ..)| draft.unsaved), Some(tab.edits));
        prop_assert_eq!(tab.answers.len(), waits as usize);
    }
}
