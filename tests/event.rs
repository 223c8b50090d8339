//! Whom to call when something happens, as the page is answered.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use ombud::engine::lens::Lens;
use ombud::engine::view::{EventView, ScenarioRow};
use ombud::engine::{Engine, Reply, Request};
use ombud::event::{CallStep, Happening};

fn example() -> Engine {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), include_bytes!("../public/example.json").to_vec(), &mut |_| ()).unwrap();
    engine
}

fn asked(what: Happening, within: Option<&str>, most: u32) -> Option<EventView> {
    let lens = Lens { on: "2026-11-22".parse().unwrap(), within: within.map(Into::into) };
    match example().handle(&Request::Event { lens, what, most }) {
        Reply::Event(view) => Some(*view),
        _ => None,
    }
}

fn scenario(kind: &str) -> Happening {
    Happening::Scenario(kind.into())
}

fn workplaces_due(view: &EventView) -> usize {
    view.calls[..view.due as usize].iter().filter(|call| call.step == CallStep::Workplaces).count()
}

#[test]
fn a_kind_of_event_is_every_risk_that_names_it_whatever_its_capitals() {
    let view = asked(scenario("elavbrott"), None, 500).unwrap();
    assert_eq!(view.risks.len(), 2);
    assert_eq!(asked(scenario("reservkraft"), None, 500).unwrap().name, view.name, "any of them stands for the kind");
    let Reply::Scenarios(kinds) = example().handle(&Request::Scenarios) else { panic!("kinds are answered") };
    let power = ScenarioRow { key: "elavbrott".into(), name: "elavbrott".into(), risks: 2 };
    assert!(kinds.contains(&power), "{kinds:?}");
    let mut capitals = Engine::default();
    let file = r#"{"format": 1, "risks": [{"id": "b", "title": "B", "scenario": "Brand "}, {"id": "a", "title": "A", "scenario": "brand"}]}"#;
    capitals.open("f".to_owned(), file.into(), &mut |_| ()).unwrap();
    let Reply::Scenarios(kinds) = capitals.handle(&Request::Scenarios) else { panic!("kinds are answered") };
    assert_eq!(kinds.iter().map(|kind| kind.risks).collect::<Vec<_>>(), [2]);
    assert!(kinds.is_sorted_by_key(|kind| kind.name.to_lowercase().replace(['å', 'ä', 'ö'], "~")));
}

#[test]
fn what_the_file_does_not_have_is_not_found() {
    for what in [scenario("meteorit"), Happening::Risk("x".into()), Happening::Units(vec!["x".into()])] {
        assert_eq!(asked(what, None, 500), None);
    }
}

#[test]
fn the_list_is_bounded_and_says_what_it_leaves_out() {
    let whole = asked(scenario("elavbrott"), None, 500).unwrap();
    let cut = asked(scenario("elavbrott"), None, 5).unwrap();
    assert_eq!((workplaces_due(&cut), whole.left_out), (5, 0));
    assert_eq!(cut.left_out as usize, workplaces_due(&whole) - 5);
    assert_eq!((cut.total, cut.workplaces), (whole.total, whole.workplaces), "the counts are of all");
    let others = |view: &EventView| {
        view.calls[..view.due as usize].iter().filter(|call| call.step != CallStep::Workplaces).count()
    };
    assert_eq!(others(&cut), others(&whole), "the group and the security unit are always there");
    assert!(cut.calls.iter().all(|call| call.next.iter().all(|next| (*next as usize) < cut.calls.len())));
}

#[test]
fn everyone_stands_in_the_list_once() {
    let view = asked(scenario("elavbrott"), None, 500).unwrap();
    let mut keys: Vec<&str> = view.calls.iter().map(|call| call.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), view.calls.len());
    assert!(view.calls.iter().any(|call| call.reasons.len() > 1), "a coordinator is in the group too");
}

#[test]
fn a_part_has_its_own_workplaces_only() {
    let part = asked(scenario("elavbrott"), Some("soc"), 500).unwrap();
    let whole = asked(scenario("elavbrott"), None, 500).unwrap();
    assert!(0 < part.workplaces && part.workplaces < whole.workplaces);
    let departments = part.calls[..part.due as usize].iter().filter(|call| call.step == CallStep::Departments);
    assert!(
        departments
            .flat_map(|call| &call.reasons)
            .filter(|reason| reason.unit.id != "soc")
            .all(|reason| reason.role.as_ref().is_some_and(|(id, _)| id == "member"))
    );
}

#[test]
fn units_that_are_chosen_name_the_event() {
    let view = asked(Happening::Units(vec!["buf".into(), "soc".into()]), None, 500).unwrap();
    assert_eq!(view.name.sv, "Barn- och utbildningsförvaltningen, Socialförvaltningen");
    assert!(view.risks.is_empty() && view.workplaces > 0);
}

#[test]
fn the_questions_about_the_event_are_there_and_no_others() {
    let view = asked(scenario("elavbrott"), None, 500).unwrap();
    let ids: Vec<&str> = view.questions.iter().map(|question| question.id.as_str()).collect();
    assert!(ids.contains(&"f01") && !ids.contains(&"f02"), "{ids:?}");
}
