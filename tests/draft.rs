//! Changing the open file: what is undone is as if it had not been, what is saved is what was judged, and two who
//! change different things lose nothing.

use ombud::draft::{ChangeKind, FieldValue, Patch};
use ombud::engine::lens::Window;
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::ListName;
use ombud::organisation::value::{Date, Language};
use proptest::prelude::*;

const EXAMPLE: &[u8] = include_bytes!("../public/example.json");

fn open(bytes: &[u8]) -> Engine {
    let mut engine = Engine::default();
    engine.open("organisation.json".into(), bytes.to_vec(), &mut |_| ()).expect("the file opens");
    engine
}

fn text(engine: &mut Engine, request: &Request) -> String {
    let Reply::Text(text) = engine.handle(request) else { panic!("a text is answered") };
    text
}

fn canonical(engine: &mut Engine) -> String {
    text(engine, &Request::Canonical)
}

/// What says that Anna has saved the file.
fn saved_by_anna() -> Request {
    Request::Saved { on: day(), by: "Anna".into() }
}

fn day() -> Date {
    "2026-11-22".parse().expect("a day")
}

/// The verdict but for the hash of the bytes, which differ where the form does.
fn verdict(engine: &mut Engine) -> String {
    let verdict = text(engine, &Request::Verdict { on: day() });
    verdict.lines().filter(|line| !line.contains("input_sha256")).collect()
}

fn change(engine: &mut Engine, patches: Vec<Patch>) -> Reply {
    engine.handle(&Request::Change { name: ChangeKind::Edit, patches })
}

fn unsaved(engine: &mut Engine) -> u32 {
    let Reply::Difference(page) = engine.handle(&Request::Difference { window: Window { from: 0, count: 5 } }) else {
        panic!("a difference is answered")
    };
    page.total
}

/// The items of a list as the canonical form has them: one a line.
fn lines(canonical: &str, list: &str) -> Vec<String> {
    let from = canonical.lines().skip_while(|line| *line != format!("\"{list}\": [")).skip(1);
    from.take_while(|line| !line.starts_with(']')).map(|line| line.trim_end_matches(',').to_owned()).collect()
}

/// What a reader might do next; the numbers choose among what is there.
#[derive(Debug, Clone)]
enum DraftAction {
    Add(usize),
    Set(usize, usize),
    Remove(usize, usize),
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<DraftAction>> {
    let step = prop_oneof![
        2 => any::<usize>().prop_map(DraftAction::Add),
        4 => any::<(usize, usize)>().prop_map(|(list, item)| DraftAction::Set(list, item)),
        3 => any::<(usize, usize)>().prop_map(|(list, item)| DraftAction::Remove(list, item)),
        2 => Just(DraftAction::Undo),
        1 => Just(DraftAction::Redo),
    ];
    prop::collection::vec(step, 1..12)
}

const LISTS: [ListName; 6] = [
    ListName::Units,
    ListName::People,
    ListName::Assignments,
    ListName::Risks,
    ListName::Matrices,
    ListName::Completions,
];

/// The wish a step stands for on the file as it is.
fn wish(step: &DraftAction, canonical: &str) -> Option<Patch> {
    let list = |at: usize| LISTS[at % LISTS.len()];
    let item = |list: ListName, at: usize| {
        let lines = lines(canonical, list.name());
        let line = lines.get(at % lines.len().max(1))?.clone();
        let id = line.strip_prefix("{\"id\":\"").and_then(|rest| rest.split('"').next()).map(str::to_owned);
        Some(id.unwrap_or(line))
    };
    match step {
        DraftAction::Add(at) => {
            let name = ("name".to_owned(), FieldValue::text("Ny Å"));
            let kind = ("kind".to_owned(), FieldValue::text("workplace"));
            let list = if at % 2 == 0 { ListName::Units } else { ListName::People };
            let fields = if list == ListName::Units { vec![name, kind] } else { vec![name] };
            Some(Patch::Add { list, fields })
        }
        DraftAction::Set(at, place) => {
            let list = list(*at);
            let marking = ("marking".to_owned(), FieldValue::text(["open", "internal"][place % 2]));
            Some(Patch::Set { key: item(list, *place)?, list, fields: vec![marking] })
        }
        DraftAction::Remove(at, place) => {
            let list = list(*at);
            Some(Patch::Remove { key: item(list, *place)?, list })
        }
        DraftAction::Undo | DraftAction::Redo => None,
    }
}

fn take(engine: &mut Engine, step: &DraftAction) {
    let canonical = canonical(engine);
    match step {
        DraftAction::Undo => drop(engine.handle(&Request::Undo)),
        DraftAction::Redo => drop(engine.handle(&Request::Redo)),
        step => {
            let Some(patch) = wish(step, &canonical) else { return };
            // A remark may be refused by a kind of item that takes no marking; then nothing has changed.
            if !matches!(change(engine, vec![patch]), Reply::Changed(_)) {
                assert_eq!(self::canonical(engine), canonical);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_changes_and_their_undoing_leave_the_canonical_bytes_as_they_were(steps in steps()) {
        let mut engine = open(EXAMPLE);
        let before = canonical(&mut engine);
        for step in &steps {
            take(&mut engine, step);
        }
        let changed = canonical(&mut engine);
        for _ in &steps {
            engine.handle(&Request::Undo);
        }
        prop_assert_eq!(canonical(&mut engine), before);
        prop_assert_eq!(unsaved(&mut engine), 0);
        // Going forth again ends where the changes did, or beyond those undone among them.
        for _ in &steps {
            engine.handle(&Request::Redo);
        }
        if !steps.iter().any(|step| matches!(step, DraftAction::Undo)) {
            prop_assert_eq!(canonical(&mut engine), changed);
        }
    }

    #[test]
    fn the_verdict_of_a_draft_is_the_verdict_of_the_file_it_is_saved_as(steps in steps()) {
        let mut engine = open(EXAMPLE);
        for step in &steps {
            take(&mut engine, step);
        }
        let mut saved = open(canonical(&mut engine).as_bytes());
        prop_assert_eq!(verdict(&mut engine), verdict(&mut saved));
    }

    #[test]
    fn a_journal_brings_the_draft_back_with_all_its_steps(steps in steps()) {
        let mut engine = open(EXAMPLE);
        for step in &steps {
            take(&mut engine, step);
        }
        let journal = text(&mut engine, &Request::Journal);
        let mut again = open(EXAMPLE);
        prop_assert!(matches!(again.handle(&Request::Restore(journal.clone())), Reply::Changed(_)));
        prop_assert_eq!(canonical(&mut again), canonical(&mut engine));
        prop_assert_eq!(unsaved(&mut again), unsaved(&mut engine));
        for _ in &steps {
            engine.handle(&Request::Undo);
            again.handle(&Request::Undo);
        }
        prop_assert_eq!(canonical(&mut again), canonical(&mut engine));
    }

    #[test]
    fn it_does_not_matter_who_merges_where_nothing_conflicts(mine in steps(), theirs in steps()) {
        let (mut a, mut b) = (open(EXAMPLE), open(EXAMPLE));
        for step in &mine {
            take(&mut a, step);
        }
        for step in &theirs {
            take(&mut b, step);
        }
        let journals = [text(&mut a, &Request::Journal), text(&mut b, &Request::Journal)];
        let [mine, theirs] = journals;
        let one = a.handle(&Request::Merge(theirs));
        let other = b.handle(&Request::Merge(mine));
        let (Reply::Merged(one), Reply::Merged(other)) = (one, other) else { panic!("both merge") };
        prop_assert_eq!(one.conflicts.is_empty(), other.conflicts.is_empty());
        if one.conflicts.is_empty() {
            prop_assert_eq!(canonical(&mut a), canonical(&mut b));
        }
    }
}

#[test]
fn everything_unsaved_is_taken_back_as_one_change_and_can_be_had_again() {
    let mut engine = open(EXAMPLE);
    let before = canonical(&mut engine);
    for at in 0..3 {
        take(&mut engine, &DraftAction::Add(at));
    }
    let changed = canonical(&mut engine);
    engine.handle(&Request::Discard);
    assert_eq!(canonical(&mut engine), before);
    engine.handle(&Request::Undo);
    assert_eq!(canonical(&mut engine), changed);
}

// Fault 17 of docs/faults.md.
#[test]
fn five_thousand_changes_come_back_from_where_they_were_kept_and_are_undone_one_by_one() {
    const CHANGES: usize = 5_000;
    const FILE: &[u8] = br#"{"format": 1, "units": [{"id": "eken", "name": "Eken", "kind": "workplace"}],
        "people": [{"id": "bo", "name": "Bo", "unit": "eken"}, {"id": "eva", "name": "Eva"}]}"#;
    let mut engine = open(FILE);
    let before = canonical(&mut engine);
    for at in 0..CHANGES {
        let key = ["bo", "eva"][at % 2].to_owned();
        let fields = vec![("phone".to_owned(), FieldValue::text(&format!("08-{at}")))];
        let reply = change(&mut engine, vec![Patch::Set { list: ListName::People, key, fields }]);
        assert!(matches!(reply, Reply::Changed(_)), "{at}");
    }
    assert_eq!(unsaved(&mut engine), 2);
    let mut again = open(FILE);
    assert!(matches!(again.handle(&Request::Restore(text(&mut engine, &Request::Journal))), Reply::Changed(_)));
    assert_eq!(canonical(&mut again), canonical(&mut engine));
    for mut engine in [engine, again] {
        for _ in 0..CHANGES {
            assert!(matches!(engine.handle(&Request::Undo), Reply::Changed(_)));
        }
        assert_eq!((canonical(&mut engine), unsaved(&mut engine)), (before.clone(), 0));
    }
}

#[test]
fn what_is_saved_is_no_longer_unsaved_and_undoing_it_is() {
    let mut engine = open(EXAMPLE);
    take(&mut engine, &DraftAction::Add(0));
    assert_eq!(unsaved(&mut engine), 1);
    engine.handle(&saved_by_anna());
    assert_eq!(unsaved(&mut engine), 0);
    engine.handle(&Request::Undo);
    assert_eq!(unsaved(&mut engine), 1);
}

#[test]
fn a_new_holder_shows_in_the_effect_on_coverage() {
    let file = br#"{"format": 1, "units": [{"id": "eken", "name": "Eken", "kind": "workplace"}],
        "people": [{"id": "bo", "name": "Bo"}],
        "rules": [{"id": "r", "holders": {"of": "security_representative", "in": {"kind": "workplace"}}}]}"#;
    let mut engine = open(file);
    let field = |name: &str, text: &str| (name.to_owned(), FieldValue::text(text));
    let fields = vec![field("role", "security_representative"), field("unit", "eken"), field("person", "bo")];
    change(&mut engine, vec![Patch::Add { list: ListName::Assignments, fields }]);
    let Reply::Effect(effect) = engine.handle(&Request::Effect { on: day() }) else { panic!("an effect is answered") };
    let gone: Vec<&str> = effect.gone.iter().map(|gap| gap.id.as_str()).collect();
    assert_eq!((gone, effect.gone_count, effect.come_count), (vec!["r:eken"], 1, 0));
    assert_eq!(effect.rules[0].before.map(|tally| tally.missing), Some(1));
    assert_eq!(effect.rules[0].after.map(|tally| tally.met), Some(1));
}

#[test]
fn a_post_is_told_of_in_the_readers_language_with_who_holds_it() {
    let file = br#"{"format": 1, "units": [{"id": "s", "name": {"sv": "Socialen", "en": "Social services"}, "kind": "department"}],
        "people": [{"id": "bo", "name": "Bo Ek"}],
        "roles": [{"id": "security_coordinator", "name": {"sv": "Samordnare", "en": "Coordinator"}}]}"#;
    let mut engine = open(file);
    let field = |name: &str, text: &str| (name.to_owned(), FieldValue::text(text));
    let fields = vec![field("role", "security_coordinator"), field("unit", "s"), field("person", "bo")];
    change(&mut engine, vec![Patch::Add { list: ListName::Assignments, fields }]);
    let window = Window { from: 0, count: 9 };
    let Reply::Difference(page) = engine.handle(&Request::Difference { window }) else { panic!("a difference") };
    let said = |language| ombud::text::draft::subject(&page.rows[0].about, language);
    assert_eq!(said(Language::Swedish), "Samordnare, Socialen: Bo Ek");
    assert_eq!(said(Language::English), "Coordinator, Social services: Bo Ek");
}

#[test]
fn a_damaged_journal_or_one_of_another_file_changes_nothing() {
    let mut engine = open(EXAMPLE);
    take(&mut engine, &DraftAction::Add(0));
    let journal = text(&mut engine, &Request::Journal);
    let mut other = open(br#"{"format": 1}"#);
    assert_eq!(other.handle(&Request::Restore(journal.clone())), Reply::NotFound);
    for cut in [0, 1, journal.len() / 2, journal.len() - 1] {
        let mut again = open(EXAMPLE);
        assert_eq!(again.handle(&Request::Restore(journal[..cut].to_owned())), Reply::NotFound);
        assert_eq!(unsaved(&mut again), 0);
    }
}

#[test]
fn what_is_changed_after_a_save_comes_back_with_the_saved_file() {
    let mut engine = open(EXAMPLE);
    take(&mut engine, &DraftAction::Add(0));
    let saved = text(&mut engine, &Request::ToSave { on: day(), by: "Anna".into() });
    engine.handle(&saved_by_anna());
    assert_eq!(canonical(&mut engine), saved);
    take(&mut engine, &DraftAction::Add(1));
    let journal = text(&mut engine, &Request::Journal);
    assert_eq!(open(EXAMPLE).handle(&Request::Restore(journal.clone())), Reply::NotFound);
    let mut again = open(saved.as_bytes());
    assert!(matches!(again.handle(&Request::Restore(journal.clone())), Reply::Changed(_)));
    assert_eq!(canonical(&mut again), canonical(&mut engine));
    assert_eq!(unsaved(&mut again), 1);
    // What was changed before the save can still be undone.
    again.handle(&Request::Undo);
    again.handle(&Request::Undo);
    let undone = canonical(&mut again);
    let entry = lines(&undone, "history").join("");
    assert_eq!(lines(&saved, "history"), [&*entry], "that it was saved stays");
    let without = undone.replace(&format!(",\n\"history\": [\n{entry}\n]"), "");
    assert_eq!(without, canonical(&mut open(EXAMPLE)));
    assert_eq!(unsaved(&mut again), 1);
}

#[test]
fn a_journal_does_not_come_back_over_changes() {
    let mut engine = open(EXAMPLE);
    take(&mut engine, &DraftAction::Add(0));
    let journal = text(&mut engine, &Request::Journal);
    let before = canonical(&mut engine);
    assert_eq!(engine.handle(&Request::Restore(journal)), Reply::NotFound);
    assert_eq!(canonical(&mut engine), before);
}
