use crate::disclosure::Receiver;
use crate::engine::Engine;
use crate::engine::lens::Lens;
use crate::engine::request::{AskFor, AskReminders, Reply, Request};
use crate::engine::view::{RemindedOf, RemindersView};
use crate::organisation::value::parse_date;

const FILE: &str = r#"{"format": 1,
    "units": [
        {"id": "k", "name": "K", "kind": "municipality"},
        {"id": "d", "name": "D", "kind": "department", "parent": "k"}, {"id": "e", "name": "E", "kind": "department", "parent": "k"},
        {"id": "a", "name": "A", "kind": "workplace", "parent": "d"}
    ],
    "people": [
        {"id": "p", "name": "Pia", "email": "pia@example.se"}, {"id": "q", "name": "Qvist"}, {"id": "h", "name": "Hedda"},
        {"id": "s", "name": "Stina", "marking": "secret:21:3"}
    ],
    "assignments": [
        {"role": "head", "unit": "d", "person": "h"},
        {"role": "x", "unit": "a", "person": "p", "until": "2026-08-01"},
        {"role": "x", "unit": "a", "person": "s", "until": "2026-08-01"},
        {"role": "y", "unit": "e", "person": "q", "until": "2027-08-01"}
    ],
    "trainings": [{"id": "t", "name": "T", "roles": ["y"]}],
    "risks": [{"id": "r", "title": "R"}],
    "measures": [
        {"id": "late", "title": "L", "risks": ["r"], "owner": "h", "due": "2026-01-01"},
        {"id": "hidden", "title": "CANARY", "risks": ["r"], "owner": "h", "due": "2026-01-01", "marking": "secret:18:13"},
        {"id": "done", "title": "Done", "risks": ["r"], "owner": "q", "due": "2026-01-01", "status": "done"}
    ],
    "documents": [{"id": "doc", "title": "Doc", "kind": "plan", "owner": "q", "review_by": "2026-07-15"}]}"#;

fn ask(of: RemindedOf, days: u32, within: Option<&str>) -> RemindersView {
    ask_in(FILE, of, days, within)
}

fn ask_in(file: &str, of: RemindedOf, days: u32, within: Option<&str>) -> RemindersView {
    let on = parse_date("2026-07-01").unwrap();
    let mut engine = Engine::default();
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let lens = Lens { on, within: within.map(str::to_owned) };
    let question = AskReminders { lens, of, days };
    let asked = AskFor { receiver: Receiver::Internal, on, made: on, question };
    match engine.handle(&Request::from(asked)) {
        Reply::Reminders(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn names(view: &RemindersView) -> Vec<&str> {
    view.rows.iter().map(|row| &*row.page.person.name).collect()
}

#[test]
fn those_are_reminded_whose_it_is_and_each_of_just_that() {
    let posts = ask(RemindedOf::Posts, 90, None);
    assert_eq!(names(&posts), ["Pia"]);
    assert_eq!(posts.rows[0].page.posts.len(), 1);
    assert_eq!(names(&ask(RemindedOf::Posts, 30, None)), Vec::<&str>::new(), "it ends later");
    let trainings = ask(RemindedOf::Trainings, 0, None);
    assert_eq!(names(&trainings), ["Qvist"]);
    assert!(trainings.rows[0].page.posts.is_empty() && trainings.rows[0].page.documents.is_empty());
    let measures = ask(RemindedOf::Measures, 0, None);
    assert_eq!(names(&measures), ["Hedda"], "what is done reminds nobody");
    let all = ask(RemindedOf::All, 90, None);
    assert_eq!((names(&all), all.total), (vec!["Pia", "Qvist", "Hedda"], 3), "by department");
    assert_eq!(all.rows[1].page.documents.len(), 1);
}

#[test]
fn the_head_over_somebody_is_the_nearest_one_and_nobody_is_their_own() {
    let all = ask(RemindedOf::All, 90, None);
    let heads: Vec<_> = all.rows.iter().map(|row| row.head.as_ref().map(|head| &*head.name)).collect();
    assert_eq!(heads, [Some("Hedda"), None, None]);
    let departments: Vec<_> = all.rows.iter().map(|row| row.department.as_ref().map(|unit| &*unit.id)).collect();
    assert_eq!(departments, [Some("d"), Some("e"), None]);
}

#[test]
fn of_a_part_only_its_own_are_reminded() {
    assert_eq!(names(&ask(RemindedOf::Posts, 90, Some("d"))), ["Pia"]);
    assert_eq!(names(&ask(RemindedOf::Posts, 90, Some("e"))), Vec::<&str>::new());
}

#[test]
fn nothing_that_is_marked_is_in_what_leaves() {
    let said = format!("{:?}", ask(RemindedOf::All, 90, None));
    assert!(!said.contains("CANARY") && !said.contains("Stina"), "{said}");
    assert!(said.contains("Pia"), "the rest is there: {said}");
}

#[test]
fn whoever_coordinates_or_heads_the_nearest_unit_is_reminded_of_what_is_to_be_done_there() {
    let file = r#"{"format": 1,
        "units": [
            {"id": "k", "name": "K", "kind": "municipality"},
            {"id": "d", "name": "D", "kind": "department", "parent": "k"},
            {"id": "a", "name": "A", "kind": "workplace", "parent": "d"}
        ],
        "people": [{"id": "c", "name": "Cora", "email": "c@example.se"}, {"id": "h", "name": "Hedda"}, {"id": "p", "name": "Pia"}],
        "assignments": [
            {"role": "head", "unit": "d", "person": "h"}, {"role": "security_coordinator", "unit": "d", "person": "c"},
            {"role": "head", "unit": "a", "person": "p"}
        ],
        "activities": [
            {"kind": "exercise", "date": "2026-08-01", "unit": "d"},
            {"kind": "advise", "date": "2026-08-02", "unit": "a"},
            {"kind": "exercise", "date": "2027-08-01", "unit": "d"}
        ]}"#;
    let view = ask_in(file, RemindedOf::All, 90, None);
    let told: Vec<_> = view.rows.iter().map(|row| (&*row.page.person.name, row.duties.len())).collect();
    assert_eq!(told, [("Cora", 1), ("Pia", 1)], "what is a year away reminds nobody yet");
    assert_eq!(view.rows[0].head.as_ref().map(|head| &*head.name), Some("Hedda"));
    assert!(ask_in(file, RemindedOf::Trainings, 90, None).rows.is_empty(), "it is no training");
}
