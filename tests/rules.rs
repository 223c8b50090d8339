//! Rules chosen and changed, and findings accepted, on the open file: what the verdict then says, and that it is undone.

use ombud::draft::patch::PatchField;
use ombud::draft::{ChangeKind, FieldValue, Patch};
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::ListName;
use ombud::organisation::head::HeadField;
use ombud::organisation::value::Date;
use serde_json::Value as Json;

const FILE: &str = r#"{
  "format": 1,
  "units": [{"id": "k", "name": "K", "kind": "municipality"}, {"id": "a", "name": "A", "kind": "workplace"}],
  "people": [{"id": "p", "name": "P"}]
}"#;

fn open(file: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("organisation.json".into(), file.into(), &mut |_| ()).expect("the file opens");
    engine
}

fn change(engine: &mut Engine, patches: Vec<Patch>) {
    let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches });
    assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
}

fn coverage(engine: &mut Engine, on: &str) -> Json {
    let on: Date = on.parse().expect("a day");
    let Reply::Text(verdict) = engine.handle(&Request::Verdict { on }) else { panic!("a verdict is answered") };
    serde_json::from_str::<Json>(&verdict).expect("JSON")["coverage"].take()
}

fn states(coverage: &Json) -> Vec<String> {
    let findings = coverage["findings"].as_array().expect("findings").iter();
    findings.map(|finding| format!("{} {}", finding["id"], finding["state"]).replace('"', "")).collect()
}

fn fields(fields: &[(&str, FieldValue)]) -> Vec<PatchField> {
    fields.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect()
}

fn packs(ids: &[&str]) -> Patch {
    Patch::Head(HeadField::Packs, FieldValue::Texts(ids.iter().map(ToString::to_string).collect()))
}

#[test]
fn a_pack_that_is_switched_on_finds_what_it_asks_for_and_is_switched_off_again() {
    let mut engine = open(&FILE.replace("\"format\": 1,", "\"format\": 1, \"packs\": [],"));
    assert_eq!(states(&coverage(&mut engine, "2026-11-22")), [""; 0]);
    change(&mut engine, vec![packs(&["crime-prevention-2023"])]);
    let found = states(&coverage(&mut engine, "2026-11-22"));
    assert_eq!(found, ["crime-prevention-coordination:k missing", "crime-prevention-council:k missing"]);
    // None at all is said: a file that names none would have the default pack.
    change(&mut engine, vec![Patch::Head(HeadField::Packs, FieldValue::Json("[]".into()))]);
    assert_eq!(states(&coverage(&mut engine, "2026-11-22")), [""; 0]);
}

#[test]
fn a_rule_in_the_place_of_a_packs_is_judged_and_taken_out_the_packs_is_back() {
    let mut engine = open(FILE);
    let before = coverage(&mut engine, "2026-11-22");
    let own = fields(&[
        ("id", FieldValue::text("group-exists")),
        ("text", FieldValue::text("Det finns ett bolag.")),
        ("exists/kind", FieldValue::text("company")),
    ]);
    change(&mut engine, vec![packs(&["tyreso-2016"]), Patch::Add { list: ListName::Rules, fields: own }]);
    assert!(states(&coverage(&mut engine, "2026-11-22")).contains(&"group-exists:company missing".to_owned()));
    change(&mut engine, vec![Patch::Remove { list: ListName::Rules, key: "group-exists".into() }]);
    assert_eq!(coverage(&mut engine, "2026-11-22"), before);
}

#[test]
fn a_rule_that_says_no_more_than_its_shape_is_a_rule_and_gets_an_id_from_its_text() {
    let mut engine = open(FILE);
    let rule =
        fields(&[("text", FieldValue::text("Alla dokument ses över")), ("reviewed", FieldValue::Json("{}".into()))]);
    change(&mut engine, vec![Patch::Add { list: ListName::Rules, fields: rule }]);
    assert_eq!(coverage(&mut engine, "2026-11-22")["rules"][0]["id"], "alla-dokument-ses-over");
}

#[test]
fn an_accepted_finding_is_counted_apart_until_its_day_and_undoing_brings_it_back() {
    let mut engine = open(&FILE.replace("\"format\": 1,", "\"format\": 1, \"packs\": [\"tyreso-2016\"],"));
    let accepted = fields(&[
        ("finding", FieldValue::text("representative-per-workplace:a")),
        ("reason", FieldValue::text("Flyttar i höst")),
        ("who", FieldValue::text("p")),
        ("until", FieldValue::text("2026-12-31")),
        ("was", FieldValue::text("missing")),
    ]);
    change(&mut engine, vec![Patch::Add { list: ListName::Exceptions, fields: accepted }]);
    let is = |engine: &mut Engine, on: &str, state: &str| {
        let wanted = format!("representative-per-workplace:a {state}");
        states(&coverage(engine, on)).contains(&wanted)
    };
    assert!(is(&mut engine, "2026-12-31", "accepted"));
    assert!(is(&mut engine, "2027-01-01", "missing"));
    let stale = coverage(&mut engine, "2027-01-01")["stale_exceptions"].take();
    assert_eq!(stale, serde_json::json!([{"finding": "representative-per-workplace:a", "standing": "lapsed"}]));
    assert_eq!(coverage(&mut engine, "2026-12-31")["stale_exceptions"], Json::Null, "none is stale");
    // What was made is an item of the format and no more.
    let Reply::Text(file) = engine.handle(&Request::Canonical) else { panic!("a text is answered") };
    let line = file.lines().find(|line| line.contains("\"finding\"")).expect("the exception");
    assert!(line.contains("\"was\"") && !line.contains("\"id\""), "{line}");
    engine.handle(&Request::Undo);
    assert!(is(&mut engine, "2026-12-31", "missing"));
}

#[test]
fn what_must_be_met_is_accepted_with_an_end_and_a_decider_or_the_verdict_says_so() {
    let mut engine = open(FILE);
    let finding = "representative-per-workplace:a";
    let accept = |engine: &mut Engine, given: &[(&str, &str)]| {
        let given = [("finding", finding), ("reason", "Flyttar i höst")].into_iter().chain(given.iter().copied());
        let given: Vec<_> = given.map(|(field, value)| (field, FieldValue::text(value))).collect();
        change(engine, vec![Patch::Add { list: ListName::Exceptions, fields: fields(&given) }]);
        coverage(engine, "2026-07-01")["incomplete_exceptions"].take()
    };
    let incomplete = accept(&mut engine, &[("until", "2026-12-31")]);
    assert_eq!(incomplete, serde_json::json!([{"finding": finding, "lacks": ["who"]}]));
    change(&mut engine, vec![Patch::Remove { list: ListName::Exceptions, key: finding.into() }]);
    let incomplete = accept(&mut engine, &[("until", "2026-12-31"), ("who", "p")]);
    assert_eq!(incomplete, Json::Null, "all is stated");
}
