use super::*;
use crate::engine::{Engine, Reply, Request};
use crate::organisation::value::parse_date;

fn engine(file: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("f.json".into(), file.into(), &mut |_| ()).expect("a file");
    engine
}

fn view(file: &str) -> RulesView {
    let Reply::Rules(view) = engine(file).handle(&Request::Rules { on: parse_date("2026-11-22").unwrap() }) else {
        panic!("rules are answered")
    };
    *view
}

const KOMMUN: &str = r#""units": [{"id": "k", "name": "K", "kind": "municipality"}]"#;

#[test]
fn a_pack_says_what_it_would_find_before_it_is_switched_on() {
    let off = view(&format!(r#"{{"format": 1, "packs": [], {KOMMUN}}}"#));
    let on = view(&format!(r#"{{"format": 1, "packs": ["security-protection-2018"], {KOMMUN}}}"#));
    let pack = |view: &RulesView| view.packs.iter().find(|pack| pack.id == "security-protection-2018").cloned();
    let (off, on) = (pack(&off).unwrap(), pack(&on).unwrap());
    assert_eq!((off.on, off.rules, off.findings), (false, 3, 2));
    assert_eq!(PackView { on: true, ..off }, on);
}

#[test]
fn a_file_that_says_nothing_of_packs_has_the_default_one() {
    let view = view(r#"{"format": 1}"#);
    let on: Vec<_> = view.packs.iter().filter(|pack| pack.on).map(|pack| &*pack.id).collect();
    assert_eq!((view.explicit, on), (false, vec![packs::DEFAULT]));
}

#[test]
fn a_pack_that_there_is_not_is_listed_so_that_it_can_be_switched_off() {
    let view = view(r#"{"format": 1, "packs": ["mars"]}"#);
    assert_eq!(
        view.packs.last(),
        Some(&PackView { id: "mars".into(), on: true, rules: 0, findings: 0, accepted: Vec::new() })
    );
}

#[test]
fn a_rule_of_the_file_in_the_place_of_a_packs_is_both() {
    let file = r#"{"format": 1, "packs": ["tyreso-2016"], "rules": [{"id": "group-exists", "exists": {"kind": "company"}},
        {"id": "own", "exists": {"kind": "company"}}]}"#;
    let view = view(file);
    let whose = |id: &str| {
        let entry = view.rules.iter().find(|entry| entry.rule.row.id == id).unwrap();
        (entry.pack.as_deref(), entry.own)
    };
    assert_eq!(whose("group-exists"), (Some("tyreso-2016"), true));
    assert_eq!(whose("own"), (None, true));
    assert_eq!(whose("party-exists"), (Some("tyreso-2016"), false));
}

#[test]
fn a_rule_and_its_pack_name_what_the_file_accepts_of_them_and_of_no_other() {
    let file = r#"{"format": 1, "packs": ["tyreso-2016"], "rules": [{"id": "group", "exists": {"kind": "company"}}],
        "exceptions": [{"finding": "group:company", "reason": "E"}, {"finding": "group-exists:group", "reason": "E"}]}"#;
    let view = view(file);
    let of = |id: &str| view.rules.iter().find(|entry| entry.rule.row.id == id).unwrap().accepted.clone();
    assert_eq!(of("group"), ["group:company"]);
    assert_eq!(of("group-exists"), ["group-exists:group"]);
    assert!(of("party-exists").is_empty());
    let pack = view.packs.iter().find(|pack| pack.id == "tyreso-2016").unwrap();
    assert_eq!(pack.accepted, ["group-exists:group"]);
}

#[test]
fn a_rule_is_tried_without_being_in_the_file() {
    let mut engine = engine(&format!(r#"{{"format": 1, "packs": [], {KOMMUN}}}"#));
    let mut tried = |kind: &str| {
        let fields =
            vec![("holders/of".into(), FieldValue::text("head")), ("holders/in/kind".into(), FieldValue::text(kind))];
        engine.handle(&Request::TryRule { on: parse_date("2026-11-22").unwrap(), id: None, fields })
    };
    let Reply::Tried(one) = tried("municipality") else { panic!("it is judged") };
    assert_eq!((one.tally.missing, one.tally.applicable), (1, 1));
    let Reply::Tried(none) = tried("company") else { panic!("it is judged") };
    assert_eq!((none.tally.applicable, none.advice.len()), (0, 1));
    assert!(matches!(tried("castle"), Reply::Refused(_)));
    let Reply::Rules(rules) = engine.handle(&Request::Rules { on: parse_date("2026-11-22").unwrap() }) else {
        panic!("rules are answered")
    };
    assert_eq!(rules.rules, []);
}
