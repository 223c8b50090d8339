use crate::coverage::State;
use crate::engine::Engine;
use crate::engine::lens::Lens;
use crate::engine::request::{Reply, Request};
use crate::engine::view::{GroupPage, GroupView, SeatView};
use crate::organisation::value::parse_date;
use crate::organisation::work::ActivityKind;

const FILE: &str = r#"{"format": 1,
    "units": [
        {"id": "kommun", "name": "K", "kind": "municipality"},
        {"id": "g", "name": "G", "kind": "group", "parent": "kommun"},
        {"id": "se", "name": "S", "kind": "security_unit", "parent": "kommun"},
        {"id": "d", "name": "D", "kind": "department", "parent": "kommun"},
        {"id": "e", "name": "E", "kind": "department", "parent": "kommun"},
        {"id": "police", "name": "P", "kind": "party"}, {"id": "rescue", "name": "R", "kind": "party"}
    ],
    "people": [{"id": "chief", "name": "C"}, {"id": "dan", "name": "Dan"}, {"id": "eva", "name": "Eva"}, {"id": "pia", "name": "Pia"}],
    "assignments": [
        {"role": "head_of_security", "unit": "se", "person": "chief"},
        {"role": "security_coordinator", "unit": "d", "person": "dan"},
        {"role": "security_coordinator", "unit": "e", "person": "eva"},
        {"role": "member", "unit": "g", "person": "chief"},
        {"role": "member", "unit": "g", "person": "dan"},
        {"role": "member", "unit": "g", "person": "pia", "on_behalf_of": "police", "until": "2026-08-01"},
        {"role": "member", "unit": "g", "person": "eva", "until": "2025-12-31"}
    ],
    "activities": [
        {"kind": "meeting", "unit": "g", "date": "2026-03-01"}, {"kind": "meeting", "unit": "g", "date": "2026-06-01", "who": ["dan", "gone"]},
        {"kind": "meeting", "unit": "g", "date": "2026-09-01"}, {"kind": "meeting", "unit": "d", "date": "2026-06-20"},
        {"kind": "analysis", "unit": "g", "date": "2025-06-30"}, {"kind": "exercise", "unit": "g", "date": "2025-07-02"}
    ],
    "questions": [
        {"id": "q1", "about": "A?", "by": "eva", "status": "answered", "phase": "before", "raised": "2026-05-01"},
        {"id": "q2", "about": "B?", "by": "dan", "status": "raised", "phase": "before", "raised": "2026-04-01"},
        {"id": "q3", "about": "C?", "status": "raised"},
        {"id": "q4", "about": "D?", "status": "ongoing", "phase": "during", "raised": "2026-04-01"},
        {"id": "q5", "about": "E?", "status": "raised", "phase": "during", "raised": "2026-07-02"}
    ],
    "rules": [
        {"id": "coordinators", "members": {"every": ["security_coordinator"]}},
        {"id": "parties", "represented": {}},
        {"id": "work", "done": {"kinds": ["analysis", "lecture"], "every_months": 12}}
    ]}"#;

fn page(within: Option<&str>) -> GroupPage {
    page_of(FILE, within)
}

fn page_of(file: &str, within: Option<&str>) -> GroupPage {
    let mut engine = Engine::default();
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let lens = Lens { on: parse_date("2026-07-01").unwrap(), within: within.map(str::to_owned) };
    match engine.handle(&Request::Group { lens }) {
        Reply::Group(page) => *page,
        other => panic!("{other:?}"),
    }
}

fn group(within: Option<&str>) -> GroupView {
    let mut groups = page(within).groups;
    assert_eq!(groups.len(), 1);
    groups.remove(0)
}

/// A seat in a line: whose, who has it, and what is amiss.
fn said(seat: &SeatView) -> String {
    let members =
        seat.members.iter().filter_map(|member| member.post.person.as_ref()).map(|person| person.name.clone());
    let amiss = seat.findings.iter().map(|finding| format!("{} {}", finding.id, finding.state.word()));
    let whose = seat.unit.as_ref().map_or("nobody", |unit| &unit.id).to_owned();
    std::iter::once(whose).chain(members).chain(amiss).collect::<Vec<_>>().join(", ")
}

#[test]
fn members_sit_with_whom_they_represent_and_a_seat_without_its_member_is_there() {
    let group = group(None);
    let seats: Vec<String> = group.seats.iter().map(said).collect();
    let all = [
        "se, C",
        "d, Dan",
        "e, coordinators:g:eva missing",
        "police, Pia, parties:g:police expiring",
        "rescue, parties:g:rescue missing",
    ];
    assert_eq!(seats, all);
    assert_eq!((group.members, group.missing, group.expiring), (3, 2, 1));
    assert_eq!(group.seats[1].members[0].holds[0].id, "security_coordinator");
}

#[test]
fn each_seat_stands_as_its_member_or_who_is_missing_does() {
    let states = |group: &GroupView| group.seats.iter().flat_map(|seat| seat.states.clone()).collect::<Vec<_>>();
    let [all] = &page(None).groups[..] else { panic!("one group") };
    assert_eq!(states(all), [State::Met, State::Met, State::Missing, State::Expiring, State::Missing]);
    assert!(!all.is_filled());
    let seat = |holder: &str| {
        let file = format!(
            r#"{{"format": 1, "units": [{{"id": "k", "name": "K", "kind": "municipality"}},
                {{"id": "g", "name": "G", "kind": "group", "parent": "k"}}], "people": [{{"id": "a", "name": "A"}}],
                "assignments": [{{"role": "member", "unit": "g"{holder}}}]}}"#
        );
        page_of(&file, None).groups.remove(0)
    };
    let vacant = seat("");
    assert_eq!(
        (states(&vacant), vacant.is_filled()),
        (vec![State::Missing], false),
        "no rule asks, and nobody sits there"
    );
    let taken = seat(r#", "person": "a""#);
    assert_eq!((states(&taken), taken.is_filled()), (vec![State::Met], true));
}

#[test]
fn meetings_are_those_of_the_group_the_latest_and_the_next_first() {
    let group = group(None);
    let days = |rows: &[super::DoneRow]| rows.iter().map(|row| row.date.to_string()).collect::<Vec<_>>();
    assert_eq!(days(&group.held), ["2026-06-01", "2026-03-01"]);
    assert_eq!(days(&group.planned), ["2026-09-01"]);
    assert_eq!(group.held[0].who, ["Dan", "gone"]);
}

#[test]
fn work_stands_as_its_rule_says_and_else_by_what_was_done_in_twelve_months() {
    let work = group(None).work;
    let of = |kind| work.iter().find(|row| row.kind == kind).unwrap();
    let analysis = of(ActivityKind::Analysis);
    assert_eq!((analysis.state, analysis.finding.as_deref()), (Some(State::Missing), Some("work:g:analysis")));
    assert_eq!((analysis.done.len(), analysis.before), (0, parse_date("2025-06-30")));
    let exercise = of(ActivityKind::Exercise);
    assert_eq!((exercise.state, exercise.finding.as_deref(), exercise.done.len()), (Some(State::Met), None, 1));
    assert_eq!(of(ActivityKind::Routine).state, None, "not done, and not asked for");
}

#[test]
fn questions_come_by_phase_with_what_is_open_first_and_none_of_another_day() {
    let ids = |page: GroupPage| page.questions.into_iter().map(|question| question.id).collect::<Vec<_>>();
    assert_eq!(ids(page(None)), ["q2", "q1", "q4", "q3"]);
    assert_eq!(ids(page(Some("e"))), ["q1"]);
}

#[test]
fn a_department_sees_its_own_members_and_what_is_missing_of_them() {
    let group = group(Some("e"));
    assert_eq!(group.seats.iter().map(said).collect::<Vec<_>>(), ["e, coordinators:g:eva missing"]);
    assert_eq!((group.members, group.missing), (0, 1));
    assert!(group.work.is_empty());
    assert_eq!(group.held.len(), 2);
}
