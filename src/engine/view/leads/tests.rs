use super::*;
use crate::engine::{Engine, Reply, Request};
use crate::organisation::value::parse_date;

const EXAMPLE: &str = include_str!("../../../../public/example.json");

fn leads(text: &str) -> LeadsView {
    let mut engine = Engine::default();
    engine.open("example.json".into(), text.into(), &mut |_| ()).expect("the file can be read");
    let lens = Lens::whole(parse_date("2026-11-22").expect("a day"));
    match engine.handle(&Request::Leads { lens }) {
        Reply::Leads(leads) => *leads,
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_the_example_each_has_something_to_say() {
    let leads = leads(EXAMPLE);
    assert!(leads.meeting > parse_date("2026-11-22"), "{leads:?}");
    assert!(leads.late > 0 && leads.oldest < parse_date("2026-11-22"), "{leads:?}");
    assert!(leads.training.is_some() && leads.has_group, "{leads:?}");
    assert!(leads.incomplete > 0 && leads.incomplete <= leads.headings, "{leads:?}");
}

#[test]
fn an_empty_file_has_neither_meeting_nor_measures() {
    let leads = leads(r#"{"format": 1}"#);
    assert_eq!((leads.meeting, leads.late, leads.oldest, leads.training), (None, 0, None, None));
    assert!(!leads.has_group && !leads.has_measures && !leads.has_trainings);
}

#[test]
fn a_group_has_all_its_seats_filled_only_where_none_is_accepted_as_empty() {
    let file = |members: &str, accepted: &str| {
        format!(
            r#"{{"format": 1, "packs": [], "rules": [{{"id": "parties", "represented": {{}}}}],
            "units": [{{"id": "g", "name": "Gruppen", "kind": "group"}}, {{"id": "p", "name": "Polisen", "kind": "party"}}],
            "people": [{{"id": "a", "name": "Ada"}}], "assignments": [{members}], "exceptions": [{accepted}]}}"#
        )
    };
    let member = r#"{"role": "member", "unit": "g", "person": "a", "on_behalf_of": "p"}"#;
    assert_eq!(leads(&file(member, "")).vacant, Some(0));
    assert_eq!(leads(&file("", "")).vacant, Some(1));
    let accepted = r#"{"finding": "parties:g:p", "reason": "Avtalat"}"#;
    assert_eq!(leads(&file("", accepted)).vacant, None);
    assert_eq!(
        leads(r#"{"format": 1, "packs": [], "units": [{"id": "g", "name": "G", "kind": "group"}]}"#).vacant,
        None
    );
}

#[test]
fn a_part_that_the_group_is_not_in_says_nothing_of_its_seats() {
    let mut engine = Engine::default();
    engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the file can be read");
    let mut vacant = |within: Option<&str>| {
        let on = parse_date("2026-11-22").expect("a day");
        match engine.handle(&Request::Leads { lens: Lens { on, within: within.map(str::to_owned) } }) {
            Reply::Leads(leads) => leads.vacant,
            other => panic!("{other:?}"),
        }
    };
    assert!(vacant(None) > Some(0));
    assert_eq!(vacant(Some("gb-vipan")), None);
}
