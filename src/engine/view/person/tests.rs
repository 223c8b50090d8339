use crate::engine::Engine;
use crate::engine::lens::{Lens, Window};
use crate::engine::request::{Reply, Request};
use crate::engine::view::{LeavingView, PeoplePage, PersonPageView, PostState};
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
