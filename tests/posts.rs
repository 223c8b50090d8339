//! Posts changed one after the other in the open file: what is then shown is what a file read anew would show.

mod generated;

use ombud::draft::{ChangeKind, FieldValue, Patch};
use ombud::engine::lens::{FindingFilter, Lens, Window};
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::ListName;
use proptest::prelude::*;
use serde_json::Value as Json;

use generated::{ON, assignment, file};

/// What a reader might do next; the numbers choose among what is there.
#[derive(Debug, Clone)]
enum PostAction {
    Appoint(Json),
    Change(usize, Json),
    Remove(usize),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = PostAction> {
    prop_oneof![
        3 => assignment().prop_map(PostAction::Appoint),
        5 => (any::<usize>(), assignment()).prop_map(|(which, item)| PostAction::Change(which, item)),
        1 => any::<usize>().prop_map(PostAction::Remove),
        2 => Just(PostAction::Undo),
        1 => Just(PostAction::Redo),
    ]
}

fn open(text: String) -> Engine {
    let mut engine = Engine::default();
    engine.open("organisation.json".into(), text.into_bytes(), &mut |_| ()).expect("the file opens");
    engine
}

fn canonical(engine: &mut Engine) -> String {
    let Reply::Text(text) = engine.handle(&Request::Canonical) else { panic!("a text is answered") };
    text
}

/// The lines of the assignments, as the canonical form has them.
fn posts(engine: &mut Engine) -> Vec<String> {
    let text = canonical(engine);
    let from = text.lines().skip_while(|line| *line != "\"assignments\": [").skip(1);
    from.take_while(|line| !line.starts_with(']')).map(|line| line.trim_end_matches(',').to_owned()).collect()
}

/// Every field of an assignment as it is wished to be; those it does not have are left out.
fn fields(item: &Json) -> Vec<(String, FieldValue)> {
    let fields =
        ["role", "unit", "person", "from", "until", "reports_to", "appointed_by", "substitute_for", "on_behalf_of"];
    fields
        .iter()
        .map(|field| ((*field).to_owned(), FieldValue::text(item[field].as_str().unwrap_or_default())))
        .collect()
}

fn take(engine: &mut Engine, step: &PostAction) {
    let list = ListName::Assignments;
    let posts = posts(engine);
    let key = |which: &usize| posts.get(which % posts.len().max(1)).cloned();
    let patch = match step {
        PostAction::Undo => return drop(engine.handle(&Request::Undo)),
        PostAction::Redo => return drop(engine.handle(&Request::Redo)),
        PostAction::Appoint(item) => Some(Patch::Add { list, fields: fields(item) }),
        PostAction::Change(which, item) => key(which).map(|key| Patch::Set { list, key, fields: fields(item) }),
        PostAction::Remove(which) => key(which).map(|key| Patch::Remove { list, key }),
    };
    let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches: patch.into_iter().collect() });
    assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
}

/// What the pages show of it.
fn shown(engine: &mut Engine) -> Vec<Reply> {
    let (lens, window) = (Lens::whole(ON), Window { from: 0, count: 1000 });
    let units = |parent: Option<&str>| Request::Units {
        lens: lens.clone(),
        parent: parent.map(str::to_owned),
        find: String::new(),
        window,
    };
    let requests = [
        Request::Overview { lens: lens.clone() },
        Request::Findings { lens: lens.clone(), filter: FindingFilter::default(), window },
        Request::Forecast { lens: lens.clone(), months: 12, rule: None, drops: 60 },
        Request::Falls { lens: lens.clone(), days: 180, rule: None, window },
        units(None),
        units(Some("kommun")),
        units(Some("dep-a")),
    ];
    requests.iter().map(|request| engine.handle(request)).collect()
}

/// The post of one unit becomes that of another, and the rule is about both: each then has a finding as it had before.
#[test]
fn a_post_that_moves_to_another_unit_leaves_both_judged_as_they_are() {
    let mut engine = open(
        r#"{"format": 1, "people": [{"id": "p", "name": "P"}],
        "units": [{"id": "b", "kind": "department", "name": "B"}, {"id": "a", "kind": "department", "name": "A"}],
        "rules": [{"id": "r", "holders": {"of": "head"}}],
        "assignments": [{"person": "p", "role": "head", "unit": "b", "until": "2026-07-01"}, {"person": "p", "role": "x", "unit": "b", "until": "2026-07-01"}]}"#
            .to_owned(),
    );
    shown(&mut engine);
    let key = posts(&mut engine).into_iter().find(|line| line.contains("\"x\"")).expect("it is there");
    let fields =
        [("role", "head"), ("unit", "a")].map(|(field, word)| (field.to_owned(), FieldValue::text(word))).to_vec();
    let patches = vec![Patch::Set { list: ListName::Assignments, key, fields }];
    assert!(matches!(engine.handle(&Request::Change { name: ChangeKind::Edit, patches }), Reply::Changed(_)));
    let mut anew = open(canonical(&mut engine));
    assert_eq!(shown(&mut engine), shown(&mut anew));
}

proptest! {
    #[test]
    fn what_is_shown_is_what_a_file_read_anew_shows(file in file(), steps in proptest::collection::vec(step(), 1..12)) {
        let mut engine = open(file.to_string());
        shown(&mut engine);
        for step in &steps {
            take(&mut engine, step);
            let mut anew = open(canonical(&mut engine));
            prop_assert_eq!(shown(&mut engine), shown(&mut anew));
        }
    }

    #[test]
    fn what_is_saved_and_told_is_what_was_changed(file in file(), steps in proptest::collection::vec(step(), 1..8)) {
        let mut engine = open(file.to_string());
        for step in &steps {
            take(&mut engine, step);
        }
        let saved = canonical(&mut engine);
        let lines = |reply: Reply| {
            let Reply::Text(verdict) = reply else { panic!("a verdict is answered") };
            verdict.lines().filter(|line| !line.contains("input_sha256")).map(str::to_owned).collect::<Vec<_>>()
        };
        let verdict = lines(engine.handle(&Request::Verdict { on: ON }));
        prop_assert_eq!(verdict, lines(open(saved.clone()).handle(&Request::Verdict { on: ON })));
        prop_assert_eq!(canonical(&mut engine), saved, "asking for the verdict changes nothing");
    }
}
