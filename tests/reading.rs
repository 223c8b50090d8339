//! Files that are wrong: each ends in a message that says where and what, and loses nothing.

mod generated;

use ombud::engine::lens::{Lens, Window};
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::problem::{Expected, JsonKind, Problem, ProblemKind, Weight};
use ombud::organisation::value::Language;
use ombud::organisation::{read, read_carefully};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The problem that keeps a file from being opened.
fn unreadable(bytes: &[u8]) -> Problem {
    let opened = Engine::default().open("f".to_owned(), bytes.to_vec(), &mut |_| ());
    *opened.expect_err("it is not opened")
}

/// The problems of a file that opens.
fn problems(text: &str) -> Vec<Problem> {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
    let window = Window { from: 0, count: 1000 };
    let Reply::Problems(page) = engine.handle(&Request::Problems { window }) else { panic!("problems are answered") };
    page.rows
}

fn canonical(text: &str) -> String {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
    let Reply::Text(text) = engine.handle(&Request::Canonical) else { panic!("a text is answered") };
    text
}

// Fault 1 of docs/faults.md.
#[test]
fn a_file_cut_at_any_byte_opens_nothing_and_says_where() {
    let text = include_str!("cases/worst-dimension-decides/organisation.json").trim_end();
    for cut in 0..text.len() {
        let problem = unreadable(&text.as_bytes()[..cut]);
        assert_eq!(problem.kind.weight(), Weight::Fatal);
        assert!(problem.place.line >= 1 && problem.place.column >= 1, "cut at {cut}");
    }
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_open_one_open() {
    let mut engine = Engine::default();
    engine.open("good".to_owned(), br#"{"format": 1, "name": "A"}"#.to_vec(), &mut |_| ()).unwrap();
    assert!(engine.open("bad".to_owned(), br#"{"format": 1, "name": "#.to_vec(), &mut |_| ()).is_err());
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("it is open") };
    assert_eq!((summary.file.as_str(), summary.name.sv.as_str()), ("good", "A"));
}

#[test]
fn of_items_that_share_an_id_the_one_that_is_not_used_says_where_the_other_stands() {
    let text =
        "{\"format\": 1, \"people\": [\n{\"id\": \"p\", \"name\": \"Eva\"},\n{\"id\": \"p\", \"name\": \"Bo\"}]}";
    let told = problems(text);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].place.line, 2, "whichever stands first in the file, Bo sorts before Eva");
    let said = ombud::text::problem::said(&told[0], Language::English);
    assert_eq!(said, "the id p is also on line 3; what is there is used, and this is not");
    let mut engine = Engine::default();
    engine.open("f".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
    let lens = Lens::whole("2026-11-30".parse().expect("a day"));
    let Reply::Person(page) = engine.handle(&Request::Person { lens, id: "p".to_owned() }) else {
        panic!("a person is answered")
    };
    assert_eq!(page.person.name, "Bo");
}

// Fault 2 of docs/faults.md.
#[test]
fn text_that_is_not_utf_8_is_named_for_what_it_seems_to_be() {
    let looks_like = |bytes: &[u8]| match unreadable(bytes).kind {
        ProblemKind::NotUtf8 { looks_like } => looks_like.map(std::borrow::Cow::into_owned),
        other => panic!("{other:?}"),
    };
    assert_eq!(looks_like(b"{\"name\": \"\xC5re\"}").as_deref(), Some("Windows-1252"));
    assert_eq!(looks_like(b"\xFF\xFE{\0}\0").as_deref(), Some("UTF-16LE"));
    assert_eq!(looks_like(b"PK\x03\x04....").as_deref(), Some("ZIP"));
    assert_eq!(looks_like(b"{\"name\": \"\x80\"}"), None);
}

#[test]
fn a_name_that_says_that_nobody_is_meant_is_told_and_judged_as_it_stands() {
    let file = |name: &str| {
        format!(
            r#"{{"format": 1, "units": [{{"id": "tek", "name": "Teknik", "kind": "department"}}],
"people": [{{"id": "a", "name": "Asta Alm"}}, {{"id": "v", "name": "{name}"}}],
"assignments": [{{"role": "security_coordinator", "unit": "tek", "person": "v"}}],
"rules": [{{"id": "r", "text": "R", "severity": "must", "holders": {{"of": "security_coordinator", "in": {{"kind": "department"}}}}}}]}}"#
        )
    };
    let overview = |text: &str| {
        let mut engine = Engine::default();
        engine.open("f".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
        let lens = Lens::whole("2026-11-29".parse().expect("a day"));
        let Reply::Overview(overview) = engine.handle(&Request::Overview { lens }) else { panic!("it is answered") };
        *overview
    };
    for name in ["Vakant", "vacant", "N.N.", "TBD", "Ej tillsatt", "-"] {
        let told = problems(&file(name));
        let [Problem { place, kind }] = &told[..] else { panic!("{name}: {told:?}") };
        assert_eq!((&*place.path, place.line, kind.weight()), ("$.people[1].name", 2, Weight::Advice), "{name}");
        assert_eq!(*kind, ProblemKind::SaysNobody { name: name.to_owned() });
        let overview = overview(&file(name));
        assert_eq!((overview.gaps, overview.rules[0].tally.met), (0, 1), "the verdict goes by ids: {name}");
        let names: Vec<_> = overview.nobodies.names.iter().map(|row| (&*row.name, row.id.as_deref())).collect();
        assert_eq!((overview.nobodies.posts, &names[..]), (1, &[(name, Some("v"))][..]));
    }
    assert_eq!(problems(&file("Vakim Ek")), []);
    assert_eq!(overview(&file("Vakim Ek")).nobodies.posts, 0);
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(problems("\u{FEFF}{\"format\": 1}"), []);
}

// Fault 4 of docs/faults.md.
#[test]
fn another_format_is_refused_by_name() {
    let kind = unreadable(br#"{"format": 2, "units": []}"#).kind;
    assert_eq!(kind, ProblemKind::OtherFormat { found: "2".to_owned(), reads: 1 });
}

#[test]
fn ten_thousand_levels_of_nesting_are_refused() {
    let nested = format!("{{\"format\": 1, \"x\": {}", "[".repeat(10_000));
    assert_eq!(unreadable(nested.as_bytes()).kind, ProblemKind::TooDeep);
}

#[test]
fn what_stands_after_the_end_or_is_no_json_is_refused_with_its_place() {
    let at = |text: &str| {
        let problem = unreadable(text.as_bytes());
        (problem.kind, problem.place.line, problem.place.column)
    };
    assert_eq!(at("{\"format\": 1}\n x"), (ProblemKind::Trailing, 2, 2));
    assert_eq!(at("{\"a\": 01}"), (ProblemKind::BadNumber, 1, 8));
    assert_eq!(at("{\"a\": \"\\x\"}"), (ProblemKind::BadEscape, 1, 7));
    assert_eq!(at("{\"a\": \"b\nc\"}"), (ProblemKind::ControlCharacter, 1, 9));
    assert_eq!(at("{\"a\" 1}"), (ProblemKind::NoColon, 1, 6));
    assert_eq!(at("{\"a\": 1 \"b\"}"), (ProblemKind::NoComma, 1, 9));
    assert_eq!(at("{a: 1}"), (ProblemKind::NotAKey, 1, 2));
    assert_eq!(at("{\"a\": nil}"), (ProblemKind::NotAValue, 1, 7));
    assert!(matches!(at("[1]").0, ProblemKind::NotExpected { found: JsonKind::List, expected: Expected::Object, .. }));
}

#[test]
fn all_faults_of_an_item_are_told_at_once_and_the_item_is_kept() {
    let text = r#"{"format": 1,
 "units": [{"id": "", "kind": "school", "employees": 1.5}, {"id": "a", "name": "A", "kind": "group"}]}"#;
    let found = problems(text);
    let paths: Vec<_> = found.iter().map(|problem| problem.place.path.as_str()).collect();
    assert_eq!(paths, ["$.units[0]", "$.units[0].id", "$.units[0].kind", "$.units[0].employees"]);
    assert!(found.iter().all(|problem| problem.place.line == 2 && problem.kind.weight() == Weight::SetAside));
    assert!(canonical(text).contains(r#"{"id":"","kind":"school","employees":1.5}"#));
}

#[test]
fn unknown_fields_are_told_and_kept() {
    let text = r#"{"format": 1, "colour": [1, 2], "people": [{"id": "p", "name": "P", "shoe": {"size": 1e400}}]}"#;
    let told: Vec<_> = problems(text).into_iter().map(|problem| (problem.place.path, problem.kind)).collect();
    let unknown = |field: &str| ProblemKind::UnknownField { field: field.to_owned() };
    let wanted = [("$.colour".to_owned(), unknown("colour")), ("$.people[0].shoe".to_owned(), unknown("shoe"))];
    assert_eq!(told, wanted);
    let saved = canonical(text);
    assert!(saved.contains(r#"{"id":"p","name":"P","shoe":{"size":1e400}}"#) && saved.contains(r#""colour": [1,2]"#));
}

#[test]
fn a_key_that_stands_twice_sets_its_item_aside() {
    let found = problems(r#"{"format": 1, "people": [{"id": "p", "id": "q", "name": "P"}]}"#);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, ProblemKind::RepeatedKey { key: "id".to_owned() });
}

#[test]
fn of_two_items_with_one_id_the_same_is_used_in_any_order() {
    let [a, b] = [r#"{"id": "u", "name": "A", "kind": "group"}"#, r#"{"id": "u", "name": "B", "kind": "group"}"#];
    let named = |text: &str| {
        let mut engine = Engine::default();
        engine.open("f".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).unwrap();
        let on = "2026-01-01".parse().unwrap();
        let Reply::Unit(unit) = engine.handle(&Request::Unit { lens: Lens::whole(on), id: "u".to_owned() }) else {
            panic!("it is there")
        };
        unit.row.unit.name.sv
    };
    for (first, second) in [(a, b), (b, a)] {
        let text = format!(r#"{{"format": 1, "units": [{first}, {second}]}}"#);
        assert_eq!(named(&text), "A");
        assert!(matches!(problems(&text)[0].kind, ProblemKind::DuplicateId { .. }));
        assert!(canonical(&text).contains(r#""name":"B""#), "the other is kept");
    }
}

#[test]
fn references_that_lead_nowhere_are_told_where_they_stand() {
    let text = r#"{"format": 1,
 "units": [{"id": "a", "name": "A", "kind": "group", "parent": "x"}],
 "people": [{"id": "p", "name": "P", "unit": "y"}],
 "assignments": [{"role": "head", "unit": "a", "person": "q", "reports_to": "r"}]}"#;
    let told: Vec<_> = problems(text).into_iter().map(|problem| (problem.place.line, problem.place.path)).collect();
    let wanted = [
        (2, "$.units[0].parent"),
        (3, "$.people[0].unit"),
        (4, "$.assignments[0].person"),
        (4, "$.assignments[0].reports_to"),
    ];
    assert_eq!(told, wanted.map(|(line, path)| (line, path.to_owned())));
}

#[test]
fn units_that_are_each_others_parents_are_told_and_the_file_opens() {
    let unit =
        |id: &str, parent: &str| format!(r#"{{"id": "{id}", "name": "", "kind": "group", "parent": "{parent}"}}"#);
    let units = [unit("a", "b"), unit("b", "c"), unit("c", "a"), unit("d", "d"), unit("e", "a")].join(", ");
    let found = problems(&format!(r#"{{"format": 1, "units": [{units}]}}"#));
    let cycles: Vec<_> = found.into_iter().map(|problem| problem.kind).collect();
    let cycle = |units: &[&str]| ProblemKind::ParentCycle { units: units.iter().map(ToString::to_string).collect() };
    let wanted =
        [cycle(&["a", "b", "c", "a"]), cycle(&["b", "c", "a", "b"]), cycle(&["c", "a", "b", "c"]), cycle(&["d", "d"])];
    assert_eq!(cycles, wanted);
}

#[test]
fn a_chain_of_five_hundred_units_is_no_problem() {
    let unit = |n: u32| format!(r#"{{"id": "{n}", "name": "", "kind": "group", "parent": "{}"}}"#, n.saturating_sub(1));
    let first = r#"{"id": "0", "name": "", "kind": "municipality"}"#.to_owned();
    let units: Vec<_> = std::iter::once(first).chain((1..500).map(unit)).collect();
    assert_eq!(problems(&format!(r#"{{"format": 1, "units": [{}]}}"#, units.join(","))), []);
}

#[test]
fn someone_who_reports_to_themselves_and_a_term_that_ends_before_it_begins_are_told() {
    let found = problems(
        r#"{"format": 1, "units": [{"id": "a", "name": "A", "kind": "group"}], "people": [{"id": "p", "name": "P"}],
 "assignments": [{"role": "head", "unit": "a", "person": "p", "from": "2026-02-01", "until": "2026-01-01", "reports_to": "p"}]}"#,
    );
    let kinds: Vec<_> = found.into_iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, [ProblemKind::EndsBeforeStart, ProblemKind::ReportsToSelf { person: "p".to_owned() }]);
}

#[test]
fn a_day_that_does_not_exist_is_no_day() {
    for day in ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01T00:00"] {
        let found = problems(&format!(r#"{{"format": 1, "as_of": "{day}"}}"#));
        assert!(matches!(&found[0].kind, ProblemKind::NotExpected { expected: Expected::Date, .. }), "{day}");
    }
}

#[test]
fn a_pack_that_is_not_built_in_is_told() {
    let found = problems(r#"{"format": 1, "packs": ["tyreso-2016", "mars"]}"#);
    assert_eq!(found[0].place.path, "$.packs[1]");
}

#[test]
fn a_name_cannot_turn_the_sentence_it_is_shown_in_and_is_saved_as_it_was() {
    let text = "{\"format\": 1, \"name\": \"K\u{202E}ommun\"}";
    let mut engine = Engine::default();
    engine.open("a\u{2067}b".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).unwrap();
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("it is open") };
    assert_eq!((summary.name.sv.as_str(), summary.file.as_str()), ("K\u{FFFD}ommun", "a\u{FFFD}b"));
    assert!(canonical(text).contains("K\u{202E}ommun"));
}

/// Files that hold every field, and files that are small.
fn whole() -> impl Strategy<Value = String> {
    const EXAMPLE: &str = include_str!("../public/example.json");
    const CASES: [&str; 5] = [
        EXAMPLE,
        include_str!("cases/ranges-give-a-class-range/organisation.json"),
        include_str!("cases/measures-late/organisation.json"),
        include_str!("cases/pack-security-protection-2018-holds/organisation.json"),
        r#"{"format":1,"units":[{"id":"a","name":{"sv":"A"},"kind":"party","employees":7,"tags":["x","y"],"contact":{"email":"a@b"}}],
"risks":[{"id":"r","title":"T","likelihood":[1,2],"consequence":{"m":-3,"n":[0,12]},"antagonistic":true,"acceptable_outage":0.5e1,
"uncertainty":{"likelihood":"low"},"motives":{"m":"Ö"},"marking":"secret:18:13","reviewed":"2026-01-01","owner":null}]}"#,
    ];
    let generated = (generated::file(), any::<bool>()).prop_map(|(file, is_wide)| {
        if is_wide { serde_json::to_string_pretty(&file).unwrap() } else { file.to_string() }
    });
    prop_oneof![1 => select(CASES.to_vec()).prop_map(str::to_owned), 1 => generated]
}

/// What someone who writes a file by hand, or a fault on the way, puts in place of a character or in front of it.
const SLIPS: [&str; 24] = [
    "",
    "",
    "\"",
    "\\",
    "\\n",
    "\\u0069",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\t",
    "\u{1}",
    "0",
    "-0",
    ".5",
    "null",
    "true",
    "\"id\":\"x\",",
    "å",
    "\"x\":{},",
];

proptest! {
    #[test]
    fn what_is_read_quickly_is_read_as_the_careful_steps_read_it(
        text in whole(),
        slips in prop::collection::vec((any::<Index>(), select(SLIPS.to_vec()), any::<bool>()), 0..4),
        end in prop::option::weighted(0.2, any::<Index>()),
    ) {
        let mut text = text;
        let boundary = |text: &str, at: Index| text.floor_char_boundary(at.index(text.len() + 1));
        for (at, slip, replaces) in slips {
            let at = boundary(&text, at);
            let length = text[at..].chars().next().filter(|_| replaces).map_or(0, char::len_utf8);
            text.replace_range(at..at + length, slip);
        }
        if let Some(end) = end {
            text.truncate(boundary(&text, end));
        }
        prop_assert_eq!(read(&text, &mut |_| ()), read_carefully(&text));
    }
}
