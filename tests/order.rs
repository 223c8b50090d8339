//! Order never matters: whatever the order of the items in a file's lists, the verdict is the same, byte for byte.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use ombud::engine::lens::Lens;
use ombud::engine::{Engine, Reply, Request};
use ombud::event::Happening;
use ombud::organisation::ListName;
use proptest::prelude::*;
use serde_json::Value;

/// The lists whose order says nothing; of `matrices` the first is the one used.
fn lists() -> Vec<&'static str> {
    ListName::ALL.iter().filter(|list| !list.is_in_order()).map(|list| list.name()).collect()
}

/// The verdict on a file, without the hash of its bytes.
fn verdict(file: &Value) -> String {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), file.to_string().into_bytes(), &mut |_| ()).unwrap();
    engine.take_sha256(String::new());
    let on = "2026-11-22".parse().unwrap();
    let Reply::Text(verdict) = engine.handle(&Request::Verdict { on }) else { panic!("a verdict is answered") };
    verdict
}

/// Whom to call when something concerns the whole municipality.
fn calls(file: &Value) -> Reply {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), file.to_string().into_bytes(), &mut |_| ()).unwrap();
    let lens = Lens::whole("2026-11-22".parse().unwrap());
    let calls = engine.handle(&Request::Event { lens, what: Happening::Scenario("elavbrott".into()), most: 500 });
    assert!(matches!(calls, Reply::Event(_)), "an event is answered");
    calls
}

/// The example, with a unit and a risk twice, each time saying something else, and with items of every list.
fn example() -> Value {
    let text = include_str!("../public/example.json");
    let mut file: Value = serde_json::from_str(text).unwrap();
    for list in ["units", "risks"] {
        let items = file[list].as_array_mut().unwrap();
        let mut double = items[3].clone();
        double["marking"] = "internal".into();
        items.push(double);
    }
    let mut edition = file["editions"][0].clone();
    edition["id"] = "another".into();
    file["editions"].as_array_mut().unwrap().push(edition);
    let asked = |id: &str, unit: &str| serde_json::json!({"id": id, "name": id, "due": "2026-12-01", "receivers": [{"unit": unit}]});
    file["rounds"] = serde_json::json!([asked("a", "uf"), asked("b", "polisen")]);
    file["history"] = serde_json::json!([{"date": "2026-11-01", "number": 1}, {"date": "2026-11-02", "number": 2}]);
    file["profiles"] = serde_json::json!([{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]);
    file
}

#[test]
fn every_list_is_there_to_be_shuffled() {
    let file = example();
    let is_short = |list: &&str| file[*list].as_array().is_none_or(|items| items.len() < 2);
    assert_eq!(lists().into_iter().filter(is_short).collect::<Vec<_>>(), Vec::<&str>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_items_never_matters(orders in prop::collection::vec(any::<u64>(), lists().len())) {
        let file = example();
        let mut shuffled = file.clone();
        for (list, seed) in lists().into_iter().zip(orders) {
            let Some(items) = shuffled[list].as_array_mut() else { continue };
            items.sort_by_cached_key(|item| {
                let text = item.to_string();
                text.bytes().fold(seed | 1, |hash, byte| hash.rotate_left(5).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ u64::from(byte))
            });
        }
        prop_assert_eq!(verdict(&file), verdict(&shuffled));
        prop_assert_eq!(calls(&file), calls(&shuffled));
    }
}
