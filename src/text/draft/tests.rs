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

#[test]
fn what_differs_in_a_dimension_is_called_by_its_name_and_an_accepted_finding_by_its_rule() {
    let mut engine = Engine::default();
    let file = FILE.replace(r#""people""#, r#""risks": [{"id": "r", "title": "Brand"}], "people""#);
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let risk = vec![("consequence/economy".to_owned(), FieldValue::Number(3.0))];
    let accepted = [("finding", "representative-per-workplace:open"), ("reason", "Flyttar")];
    let accepted = accepted.map(|(field, value)| (field.to_owned(), FieldValue::text(value))).to_vec();
    let patches = vec![
        Patch::Set { list: ListName::Risks, key: "r".to_owned(), fields: risk },
        Patch::Add { list: ListName::Exceptions, fields: accepted },
    ];
    engine.handle(&Request::Change { name: ChangeKind::Edit, patches });
    let Reply::Difference(page) =
        engine.handle(&Request::Difference { window: crate::engine::lens::Window { from: 0, count: 9 } })
    else {
        panic!("no difference")
    };
    let said: Vec<_> =
        page.rows.iter().flat_map(|edit| edit.fields.iter().map(|it| differs(edit, it, Swedish))).collect();
    let after: Vec<_> = said.iter().map(|(field, _, after)| (&**field, &**after)).collect();
    let finding = "Eken: Varje arbetsplats har minst ett säkerhetsombud.";
    assert_eq!(after, [("Konsekvens, ekonomi", "3"), ("Avvikelse", finding), ("Varför", "Flyttar")]);
}
