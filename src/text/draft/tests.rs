//! What a change is called: never by a name that may not be read.

use super::*;
use crate::draft::{FieldValue, Patch};
use crate::engine::Engine;
use crate::engine::request::{Reply, Request};
use crate::organisation::value::Language::{English, Swedish};

const FILE: &str = r#"{"format": 1, "units": [
    {"id": "open", "name": "Eken", "kind": "workplace"},
    {"id": "dold", "name": "Källaren", "kind": "workplace", "marking": "secret:18:13"}],
    "people": [{"id": "p", "name": "Ada"}],
    "assignments": [{"role": "security_representative", "unit": "dold"}, {"role": "security_representative", "unit": "open"}]}"#;

/// What the change that has just been made is called.
fn called(list: ListName, key: &str, field: &str, value: &str, language: Language) -> String {
    let mut engine = Engine::default();
    engine.open("f".into(), FILE.into(), &mut |_| ()).expect("it can be read");
    let fields = vec![(field.to_owned(), FieldValue::text(value))];
    let patches = vec![Patch::Set { list, key: key.to_owned(), fields }];
    let Reply::Changed(changed) = engine.handle(&Request::Change { name: ChangeKind::Edit, patches }) else {
        panic!("no change")
    };
    change(&changed.draft.undo.expect("it can be undone"), language)
}

#[test]
fn a_change_is_called_after_what_it_changes() {
    assert_eq!(called(ListName::Units, "open", "phone", "08-123 45 67", Swedish), "Eken");
    let key = r#"{"role":"security_representative","unit":"open"}"#;
    assert_eq!(called(ListName::Assignments, key, "person", "p", Swedish), "Säkerhetsombud, Eken: Ada");
}

#[test]
fn a_change_to_what_is_secret_or_at_a_secret_unit_is_not_called_after_it() {
    assert_eq!(called(ListName::Units, "dold", "phone", "08-123 45 67", Swedish), "Enhet");
    assert_eq!(called(ListName::Units, "open", "marking", "never", English), "Unit");
    let key = r#"{"role":"security_representative","unit":"dold"}"#;
    let named = called(ListName::Assignments, key, "person", "p", Swedish);
    assert!(!named.contains("Källaren") && !named.contains("Ada"), "{named}");
}
