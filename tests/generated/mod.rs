//! Small municipalities made at random: posts, work and risks of all kinds around one day, under a rule of every shape.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// The day around which everything happens.
pub(crate) const ON: NaiveDate = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();

/// A day near the one judged, often close enough to fall within the window.
pub(crate) fn day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![3 => 0_u64..100, 1 => 0_u64..800].prop_flat_map(|ahead| {
        (Just(ahead), any::<bool>()).prop_map(
            |(days, before)| {
                if before { ON - Days::new(days) } else { ON + Days::new(days) }
            },
        )
    })
}

pub(crate) fn maybe<T: std::fmt::Debug + Clone + 'static>(values: Vec<T>) -> impl Strategy<Value = Option<T>> {
    prop_oneof![select(values).prop_map(Some), Just(None)]
}

pub(crate) const UNITS: [&str; 8] = ["kommun", "dep-a", "dep-b", "work-a", "work-b", "group", "police", "gone"];
pub(crate) const PEOPLE: [&str; 5] = ["p1", "p2", "p3", "p4", "gone"];
pub(crate) const ROLES: [&str; 3] = ["head", "coordinator", "member"];

pub(crate) fn assignment() -> impl Strategy<Value = Value> {
    let person = || maybe(PEOPLE.to_vec());
    let day = || prop_oneof![day().prop_map(Some), Just(None)];
    let substitute = prop_oneof![4 => Just(None), 1 => select(PEOPLE.to_vec()).prop_map(Some)];
    (
        (select(ROLES.to_vec()), select(UNITS.to_vec()), person()),
        (day(), day()),
        (person(), person(), substitute, maybe(UNITS.to_vec())),
    )
        .prop_map(|((role, unit, person), (from, until), (to, by, substitute, behalf))| {
            let mut item = json!({ "role": role, "unit": unit });
            let fields = [
                ("person", json!(person)),
                ("from", json!(from)),
                ("until", json!(until)),
                ("reports_to", json!(to)),
                ("appointed_by", json!(by)),
                ("substitute_for", json!(substitute)),
                ("on_behalf_of", json!(behalf)),
            ];
            for (key, value) in fields.into_iter().filter(|(_, value)| !value.is_null()) {
                item[key] = value;
            }
            item
        })
}

/// One rule of every shape, and a few more of the one used most.
pub(crate) fn rules() -> Value {
    json!([
        { "id": "exists", "exists": { "kind": "company" } },
        { "id": "one", "holders": { "of": "coordinator", "in": { "kind": "department" } } },
        { "id": "exactly-one", "holders": { "of": "head", "at_least": 1, "at_most": 1 } },
        { "id": "two", "holders": { "of": "coordinator", "in": { "under": "kommun" }, "at_least": 2 } },
        { "id": "reports", "reports_to": { "who": "coordinator", "to": "head" } },
        { "id": "appointed", "appointed_by": { "who": "coordinator", "by": "head" } },
        { "id": "members", "members": { "every": ["coordinator", "head"] } },
        { "id": "members-of-none", "members": { "group": "gone", "every": ["head"] } },
        { "id": "represented", "represented": {} },
        { "id": "represented-by-name", "represented": { "group": "group", "parties": ["gone", "dep-a"] } },
        { "id": "trained", "trained": { "training": "fire" } },
        { "id": "reviewed", "reviewed": {} },
        { "id": "done", "done": { "kinds": ["exercise", "meeting"], "every_months": 3 } },
        { "id": "substitute", "substitute": { "of": "head" } },
        { "id": "load", "load": { "of": "coordinator", "at_most": 1 } },
        { "id": "measures-on-time", "measures_on_time": {} },
        { "id": "inventoried", "inventoried": { "in": { "kind": "department" }, "every_months": 3 } },
    ])
}

/// A small municipality.
pub(crate) fn file() -> impl Strategy<Value = Value> {
    let completion = (select(PEOPLE.to_vec()), day())
        .prop_map(|(person, date)| json!({ "training": "fire", "person": person, "date": date }));
    let activity = (select(vec!["exercise", "meeting", "lecture"]), select(vec!["group", "dep-a"]), day())
        .prop_map(|(kind, unit, date)| json!({ "kind": kind, "unit": unit, "date": date }));
    let date = || prop_oneof![3 => day().prop_map(Some), 1 => Just(None)];
    let status = || maybe(vec!["proposed", "decided", "ongoing", "done", "cancelled"]);
    let measure = (status(), date(), date());
    let risk = (proptest::collection::vec(select(UNITS.to_vec()), 0..3), date());
    let exceptions = ["one:dep-a", "exactly-one:kommun", "exists:company", "members:group:p1", "reviewed:d0"];
    let exception = proptest::sample::subsequence(exceptions.to_vec(), 0..=5);
    (
        proptest::collection::vec(assignment(), 0..16),
        proptest::collection::vec(completion, 0..5),
        proptest::collection::vec(date(), 0..3),
        proptest::collection::vec(activity, 0..6),
        proptest::collection::vec(risk, 0..4),
        proptest::collection::vec(measure, 0..4),
        exception,
    )
        .prop_map(|(assignments, completions, documents, activities, risks, measures, exceptions)| {
            let dated = |mut item: Value, key: &str, date: Option<NaiveDate>| {
                if let Some(date) = date {
                    item[key] = json!(date);
                }
                item
            };
            let documents = documents.into_iter().enumerate().map(|(i, date)| {
                dated(json!({ "id": format!("d{i}"), "title": "", "kind": "plan" }), "review_by", date)
            });
            let risks = risks.into_iter().enumerate().map(|(i, (units, date))| {
                dated(json!({ "id": format!("r{i}"), "title": "", "units": units }), "reviewed", date)
            });
            let measures = measures.into_iter().enumerate().map(|(i, (status, due, done))| {
                let mut item = json!({ "id": format!("m{i}"), "title": "", "risks": ["r0"] });
                if let Some(status) = status {
                    item["status"] = json!(status);
                }
                dated(dated(item, "due", due), "done", done)
            });
            json!({
                "format": 1,
                "units": [
                    { "id": "kommun", "name": "K", "kind": "municipality" },
                    { "id": "dep-a", "name": "A", "kind": "department", "parent": "kommun" },
                    { "id": "dep-b", "name": "B", "kind": "department", "parent": "kommun" },
                    { "id": "work-a", "name": "a", "kind": "workplace", "parent": "dep-a" },
                    { "id": "work-b", "name": "b", "kind": "workplace", "parent": "dep-b" },
                    { "id": "group", "name": "G", "kind": "group" },
                    { "id": "police", "name": "P", "kind": "party" },
                ],
                "people": PEOPLE[..4].iter().map(|id| json!({ "id": id, "name": id })).collect::<Vec<_>>(),
                "trainings": [{ "id": "fire", "name": "F", "roles": ["head", "coordinator"], "renewed_after": 2 }],
                "assignments": assignments,
                "completions": completions,
                "documents": documents.collect::<Vec<_>>(),
                "activities": activities,
                "risks": risks.collect::<Vec<_>>(),
                "measures": measures.collect::<Vec<_>>(),
                "rules": rules(),
                "exceptions": exceptions
                    .iter()
                    .map(|id| json!({ "finding": id, "reason": "R", "until": "2026-08-01" }))
                    .collect::<Vec<_>>(),
            })
        })
}
