use crate::engine::Engine;
use crate::engine::lens::{Lens, Window};
use crate::engine::request::{Reply, Request};
use crate::engine::view::{Heir, LeavingView, PeoplePage, PersonPageView, PostState};
use crate::organisation::value::parse_date;

const FILE: &str = r#"{"format": 1,
    "units": [
        {"id": "d", "name": "D", "kind": "department"}, {"id": "e", "name": "E", "kind": "department"},
        {"id": "a", "name": "A", "kind": "workplace", "parent": "d"}
    ],
    "people": [
        {"id": "p", "name": "Örn", "unit": "a", "phone": "070-1740605"}, {"id": "q", "name": "Åsa", "unit": "e"},
        {"id": "s", "name": "Stina", "unit": "a", "email": "stina@example.se"}
    ],
    "assignments": [
        {"role": "x", "unit": "a", "person": "p", "until": "2027-01-31"},
        {"role": "head", "unit": "d", "person": "p", "until": "2026-12-31"},
        {"role": "x", "unit": "d", "person": "p", "until": "2020-01-01"},
        {"role": "x", "unit": "a", "person": "s", "substitute_for": "p"}
    ],
    "trainings": [{"id": "t", "name": "T", "roles": ["x"]}, {"id": "u", "name": "U", "roles": ["head"], "renewed_after": 12}],
    "completions": [{"training": "u", "person": "p", "date": "2026-06-01"}],
    "risks": [{"id": "r", "title": "R", "owner": "p"}, {"id": "other", "title": "O", "owner": "q"}],
    "measures": [
        {"id": "late", "title": "L", "owner": "p", "due": "2026-01-01"}, {"id": "done", "title": "D", "owner": "p", "status": "done"}
    ],
    "documents": [{"id": "doc", "title": "Doc", "kind": "plan", "owner": "p"}],
    "rules": [{"id": "rule", "trained": {"training": "t", "who": ["x"]}}]}"#;

fn ask(request: impl FnOnce(Lens) -> Request, within: Option<&str>) -> Reply {
    let mut engine = Engine::default();
    engine.open("f".into(), FILE.into(), &mut |_| ()).expect("it can be read");
    engine.handle(&request(Lens { on: parse_date("2026-07-01").unwrap(), within: within.map(str::to_owned) }))
}

fn person(id: &str) -> Option<PersonPageView> {
    match ask(|lens| Request::Person { lens, id: id.into() }, None) {
        Reply::Person(view) => Some(*view),
        Reply::NotFound => None,
        other => panic!("{other:?}"),
    }
}

fn people(find: &str, within: Option<&str>) -> PeoplePage {
    let window = Window { from: 0, count: 10 };
    match ask(|lens| Request::People { lens, find: find.into(), window }, within) {
        Reply::People(page) => page,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_persons_posts_are_told_with_what_ends_first_and_what_has_ended_last() {
    let view = person("p").unwrap();
    let posts: Vec<_> = view.posts.iter().map(|it| (it.unit.id.as_str(), it.post.state)).collect();
    assert_eq!(posts, [("d", PostState::Current), ("a", PostState::Current), ("d", PostState::Ended)]);
    assert_eq!(view.post_count, 3);
    assert_eq!(view.substitutes.iter().map(|who| who.id.as_str()).collect::<Vec<_>>(), ["s"]);
    assert_eq!(view.unit.map(|unit| unit.id).as_deref(), Some("a"));
}

#[test]
fn a_persons_page_tells_what_is_missing_and_what_is_theirs_to_look_after() {
    let view = person("p").unwrap();
    let trainings: Vec<_> = view.trainings.iter().map(|row| (row.training.as_str(), row.state.word())).collect();
    assert_eq!(trainings, [("t", "missing"), ("u", "met")]);
    assert_eq!(view.findings.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["rule:a:p"]);
    assert_eq!(view.risks.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["r"]);
    assert_eq!(view.measures.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["late", "done"]);
    assert_eq!(view.documents.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["doc"]);
}

#[test]
fn nobody_has_an_unknown_id() {
    assert_eq!(person("nobody"), None);
}

#[test]
fn people_are_listed_by_name_with_what_they_hold() {
    let page = people("", None);
    assert_eq!(page.rows.iter().map(|row| row.person.id.as_str()).collect::<Vec<_>>(), ["s", "q", "p"]);
    assert_eq!((page.all, page.total, page.without, page.silent), (3, 3, 1, 1));
    let last = &page.rows[2];
    assert_eq!((last.posts.len(), last.more, last.until), (2, 0, parse_date("2026-12-31")));
}

#[test]
fn people_are_narrowed_to_a_part_and_to_what_is_sought() {
    assert_eq!(people("", Some("e")).rows.iter().map(|row| row.person.id.as_str()).collect::<Vec<_>>(), ["q"]);
    let page = people("örn", None);
    assert_eq!((page.all, page.total, page.rows[0].person.id.as_str()), (3, 1, "p"));
}

fn leaving(engine: &mut Engine, id: &str, last: &str) -> LeavingView {
    let (lens, last) = (Lens::whole(parse_date("2026-07-01").unwrap()), parse_date(last).unwrap());
    match engine.handle(&Request::Leaving { lens, id: id.into(), last }) {
        Reply::Leaving(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_post_that_is_left_names_three_who_could_take_it_and_counts_the_others() {
    let people: Vec<String> =
        (0..6).map(|at| format!(r#"{{"id": "p{at}", "name": "Person {at}", "unit": "a"}}"#)).collect();
    let file = format!(
        r#"{{"format": 1, "units": [{{"id": "a", "name": "A", "kind": "workplace"}}], "people": [{}],
        "assignments": [{{"role": "security_representative", "unit": "a", "person": "p0"}}]}}"#,
        people.join(",")
    );
    let mut engine = Engine::default();
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let view = leaving(&mut engine, "p0", "2026-09-30");
    assert_eq!((view.posts[0].candidates.len(), view.posts[0].more), (3, 2));
}

#[test]
fn whoever_leaves_leaves_the_posts_that_would_go_on_and_no_others() {
    let mut engine = Engine::default();
    engine.open("f".into(), FILE.into(), &mut |_| ()).expect("it can be read");
    let held = |view: &LeavingView| view.posts.iter().map(|post| post.held.unit.id.clone()).collect::<Vec<_>>();
    let soon = leaving(&mut engine, "p", "2026-09-30");
    assert_eq!(held(&soon), ["d", "a"]);
    // Stina works at the workplace and could go on there.
    assert_eq!(soon.posts[1].candidates.iter().map(|it| it.person.id.as_str()).collect::<Vec<_>>(), ["s"]);
    assert!(!soon.posts[1].candidates[0].is_trained);
    assert!(soon.posts.iter().all(|post| post.candidates.iter().all(|it| it.person.id != "p")));
    assert_eq!(held(&leaving(&mut engine, "p", "2027-01-15")), ["a"]);
    assert_eq!(held(&leaving(&mut engine, "p", "2028-01-01")), Vec::<String>::new());
}

#[test]
fn a_last_day_before_a_post_began_is_told_with_the_post() {
    let file = r#"{"format": 1, "units": [{"id": "d", "name": "D", "kind": "department"}],
        "people": [{"id": "p", "name": "Pia"}],
        "assignments": [{"role": "head", "unit": "d", "person": "p", "from": "2025-03-01"},
            {"role": "security_coordinator", "unit": "d", "person": "p", "from": "2026-10-01"}]}"#;
    let mut engine = Engine::default();
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let mut early = |last: &str| {
        let view = leaving(&mut engine, "p", last);
        view.begun_after().iter().map(|post| post.post.role.clone()).collect::<Vec<_>>()
    };
    assert_eq!(early("2020-01-01"), ["head"], "the other one is still to come");
    assert_eq!(early("2025-03-01"), Vec::<String>::new());
}

#[test]
fn leaving_is_one_change_and_is_undone_as_one() {
    let mut engine = Engine::default();
    engine.open("f".into(), FILE.into(), &mut |_| ()).expect("it can be read");
    let view = leaving(&mut engine, "p", "2026-09-30");
    let mut patches = view.posts[0].patches(view.last, None);
    patches.extend(view.posts[1].patches(view.last, Some("s")));
    let change = Request::Change { name: crate::draft::ChangeKind::Edit, patches };
    assert!(matches!(engine.handle(&change), Reply::Changed(_)));
    let mut show = |id: &str| {
        let lens = Lens::whole(parse_date("2026-10-01").unwrap());
        match engine.handle(&Request::Person { lens, id: id.into() }) {
            Reply::Person(view) => view.posts.iter().filter(|it| it.post.state == PostState::Current).count(),
            other => panic!("{other:?}"),
        }
    };
    // The substitute of the one who left is one as before, and now holds the post as well.
    assert_eq!((show("p"), show("s")), (0, 2));
    engine.handle(&Request::Undo);
    let lens = Lens::whole(parse_date("2026-10-01").unwrap());
    let Reply::Person(view) = engine.handle(&Request::Person { lens, id: "p".into() }) else { panic!("no person") };
    assert_eq!(view.posts.iter().filter(|it| it.post.state == PostState::Current).count(), 2);
}

/// A head to whom three report, and who owns things of every kind.
const HEAD: &str = r#"{"format": 1,
    "units": [{"id": "d", "name": "D", "kind": "department"}, {"id": "e", "name": "E", "kind": "department"}],
    "people": [{"id": "p", "name": "Örn", "unit": "d"}, {"id": "q", "name": "Åsa", "unit": "d"}, {"id": "s", "name": "Stina", "unit": "e"}],
    "assignments": [
        {"role": "head", "unit": "d", "person": "p"},
        {"role": "security_coordinator", "unit": "d", "person": "q", "reports_to": "p", "until": "2027-12-31", "kept": 1},
        {"role": "security_coordinator", "unit": "e", "person": "s", "reports_to": "p", "from": "2027-01-01"},
        {"role": "member", "unit": "e", "person": "s", "reports_to": "p", "until": "2026-08-31"},
        {"role": "member", "unit": "d", "person": "p", "reports_to": "p"}
    ],
    "risks": [{"id": "r", "title": "R", "owner": "p"}, {"id": "closed", "title": "C", "owner": "p", "status": "closed"}],
    "measures": [{"id": "m", "title": "M", "owner": "p"}, {"id": "done", "title": "D", "owner": "p", "status": "done"}, {"id": "unit", "title": "U", "owner": "d"}],
    "documents": [{"id": "doc", "title": "Doc", "kind": "plan", "owner": "p"}],
    "functions": [{"id": "f", "name": "F", "owner": "p"}],
    "completions": [], "activities": [{"kind": "meeting", "date": "2026-01-01", "who": ["p"]}]}"#;

fn headed() -> Engine {
    let mut engine = Engine::default();
    engine.open("f".into(), HEAD.into(), &mut |_| ()).expect("it can be read");
    engine
}

fn text(engine: &mut Engine) -> serde_json::Value {
    let Reply::Text(text) = engine.handle(&Request::Canonical) else { panic!("a text") };
    serde_json::from_str(&text).expect("it is JSON")
}

#[test]
fn whoever_leaves_is_told_what_they_answer_for_and_what_is_over_is_not_asked() {
    let view = leaving(&mut headed(), "p", "2026-09-30");
    let charges: Vec<_> = view.charges.iter().map(|charge| (charge.list.name(), charge.items.len())).collect();
    assert_eq!(charges, [("assignments", 2), ("documents", 1), ("risks", 1), ("measures", 1), ("functions", 1)]);
    let named = |view: &LeavingView| view.named().iter().map(|who| who.id.clone()).collect::<Vec<_>>();
    assert_eq!(named(&view).iter().filter(|id| *id == "q").count(), 1, "each is named once");
    // Those who report only until then go on with nobody else.
    let later = leaving(&mut headed(), "p", "2028-01-01");
    assert_eq!(later.charges[0].items.len(), 1);
}

#[test]
fn what_is_handed_over_is_the_heirs_from_the_day_after_and_all_of_it_is_one_change() {
    let mut engine = headed();
    let before = text(&mut engine);
    let view = leaving(&mut engine, "p", "2026-09-30");
    let mut patches: Vec<_> = view.posts.iter().flat_map(|post| post.patches(view.last, None)).collect();
    for charge in &view.charges {
        let heir = match charge.list.name() {
            "documents" => Heir::AsItIs,
            "functions" => Heir::Nobody,
            _ => Heir::Person("q".into()),
        };
        patches.extend(charge.patches(view.last, &heir));
    }
    let change = Request::Change { name: crate::draft::ChangeKind::Edit, patches };
    assert!(matches!(engine.handle(&change), Reply::Changed(_)));
    let after = text(&mut engine);
    let owner = |list: &str, id: &str| {
        let all = after[list].as_array().expect("a list");
        all.iter().find(|item| item["id"] == id).expect("it is there")["owner"].clone()
    };
    assert_eq!([owner("risks", "r"), owner("measures", "m"), owner("documents", "doc")], ["q", "q", "p"]);
    assert!(owner("functions", "f").is_null());
    assert_eq!([owner("risks", "closed"), owner("measures", "done"), owner("measures", "unit")], ["p", "p", "d"]);
    let posts = |unit: &str, role: &str| {
        let all = after["assignments"].as_array().expect("a list").iter();
        let of = all.filter(|post| post["unit"] == unit && post["role"] == role);
        let mut told: Vec<_> =
            of.map(|post| ["from", "until", "reports_to", "kept"].map(|field| post[field].to_string())).collect();
        told.sort();
        told
    };
    let day = |day: &str| format!("\"{day}\"");
    let (nothing, p, q) = ("null".to_owned(), day("p"), day("q"));
    // Until the last day they report as before, and what else is said of the post stays.
    assert_eq!(
        posts("d", "security_coordinator"),
        [
            [day("2026-10-01"), day("2027-12-31"), q.clone(), "1".into()],
            [nothing.clone(), day("2026-09-30"), p.clone(), "1".into()],
        ]
    );
    assert_eq!(posts("e", "security_coordinator"), [[day("2027-01-01"), nothing.clone(), q, nothing.clone()]]);
    assert_eq!(posts("e", "member"), [[nothing.clone(), day("2026-08-31"), p, nothing]]);
    engine.handle(&Request::Undo);
    assert_eq!(text(&mut engine), before);
}
