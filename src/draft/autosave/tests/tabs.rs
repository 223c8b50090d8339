//! What a tab says of itself, and what it makes of what another says.

use super::super::{KeepEvent, Notice, Presence};
use super::world::{ADDRESS, Storage, Tab};

/// What another tab says that has this file open and has changed so many items of it.
fn other(base: &str, address: &str, unsaved: u32) -> KeepEvent<String, u32> {
    let (draft, base, address) = ("b1".into(), base.into(), address.into());
    let presence = Presence { draft, base, address, unsaved, asks: false, leaves: false };
    KeepEvent::Heard { tab: "b".into(), presence }
}

#[test]
fn a_tab_names_its_draft_once_there_is_work_in_it() {
    let mut storage = Storage::default();
    let mut tab = Tab::open("a", "base", &mut storage, &[]);
    let says = |tab: &Tab| tab.said.last().map(|said| (said.draft.clone(), said.unsaved));
    assert_eq!(says(&tab), Some((String::new(), 0)));
    tab.edit();
    tab.run(&mut storage);
    assert_eq!(says(&tab), Some(("a1".to_owned(), 1)));
}

#[test]
fn another_tab_is_told_of_where_it_has_changed_a_file_of_the_same_content_or_address() {
    let mut tab = Tab::open("a", "base", &mut Storage::default(), &[]);
    let elsewhere = "https://kommun.example/other.json";
    for (base, address, unsaved, is_told) in [
        ("base", elsewhere, 2, true),
        ("other", ADDRESS, 2, true),
        ("other", elsewhere, 2, false),
        ("base", ADDRESS, 0, false),
    ] {
        tab.tell(other(base, address, unsaved));
        assert_eq!(tab.machine.notices().len(), usize::from(is_told), "{base} at {address}, {unsaved} changed");
    }
}

#[test]
fn two_files_without_an_address_are_not_the_same_for_that() {
    let mut tab = Tab::open("a", "base", &mut Storage::default(), &[]);
    tab.tell(KeepEvent::SavedAs { name: "min.json".into(), base: Some("saved".into()), is_downloaded: false });
    tab.tell(other("other", "", 2));
    assert!(tab.machine.notices().is_empty());
    tab.tell(other("base", "", 2));
    assert!(tab.says(&Notice::OtherTab("b1".into(), 2)));
}

#[test]
fn what_another_tab_says_again_does_not_come_to_the_fore() {
    let mut tab = Tab::open("a", "base", &mut Storage::default(), &[]);
    tab.tell(other("base", ADDRESS, 2));
    tab.machine.notify(Notice::HostedChanged);
    tab.tell(other("base", ADDRESS, 2));
    assert_eq!(tab.machine.notices(), [Notice::OtherTab("b1".into(), 2), Notice::HostedChanged]);
    tab.tell(other("base", ADDRESS, 3));
    assert_eq!(tab.machine.notices(), [Notice::HostedChanged, Notice::OtherTab("b1".into(), 3)], "it has gone on");
}
