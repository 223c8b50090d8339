//! The canonical form of any file that opens is its own canonical form, and is judged as the file is.

use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::ListName;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The canonical form of a file, and its verdict without the hash of its bytes.
fn canonical(text: &str) -> (String, String) {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
    engine.take_sha256(String::new());
    let mut say = |request| match engine.handle(&request) {
        Reply::Text(text) => text,
        other => panic!("a text is answered: {other:?}"),
    };
    (say(Request::Canonical), say(Request::Verdict { on: "2026-11-22".parse().unwrap() }))
}

/// Asserts it of one file, and gives its canonical form.
fn holds(text: &str) -> String {
    let (once, verdict) = canonical(text);
    let (twice, verdict_of_canonical) = canonical(&once);
    assert_eq!(once, twice, "of {text}");
    assert_eq!(verdict, verdict_of_canonical, "of {text}");
    once
}

/// A file whose only list is `units`.
fn units(items: &[&str]) -> String {
    format!(r#"{{"format": 1, "units": [{}]}}"#, items.join(", "))
}

// Fault 35 of docs/faults.md.
#[test]
fn how_items_of_one_id_are_spelled_decides_nothing() {
    // By its text the first would stay, by what it says the second.
    let escaped = r#"{"id": "\u00e4", "name": "B", "kind": "group"}"#;
    let plain = r#"{"id": "ä", "kind": "department", "name": "A"}"#;
    let once = holds(&units(&[escaped, plain]));
    assert_eq!(once, holds(&units(&[plain, escaped])));
    assert!(once.contains(r#"{"id":"ä","name":"A","kind":"department"}"#), "{once}");
    assert!(once.contains(r#"{"id":"\u00e4","name":"B","kind":"group"}"#), "the other is kept as it is: {once}");
}

#[test]
fn items_that_say_the_same_in_several_spellings_are_kept_in_any_order() {
    let spelled = [
        r#"{"id":"a","name":"A","kind":"group"}"#,
        r#"{"kind":"group","id":"a","name":"\u0041"}"#,
        r#"{ "name" : "A", "id":"\u0061", "kind":"group"}"#,
    ];
    let [a, b, c] = spelled;
    let all = [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]].map(|items| holds(&units(&items)));
    assert!(all.iter().all(|written| *written == all[0]), "{all:?}");
}

#[test]
fn matrices_keep_their_order_and_those_set_aside_are_sorted_after_them() {
    let matrix = |id: &str, name: &str| {
        let classes = r#"[{"id": "low", "name": "l"}]"#;
        format!(
            r#"{{"id": "{id}", "name": {name}, "likelihood": "l", "consequence": ["c"], "classes": {classes}, "grid": [[0]]}}"#
        )
    };
    let [second, first] = [matrix("b", "\"B\""), matrix("a", "\"A\"")];
    let [third, fourth] = [matrix("d", "7"), matrix("c", "8")];
    let file = |items: &[&str]| format!(r#"{{"format": 1, "matrices": [{}]}}"#, items.join(", "));
    let once = holds(&file(&[&third, &second, &first, &fourth]));
    assert_eq!(once, holds(&file(&[&fourth, &second, &third, &first])));
    let places =
        ["\"b\"", "\"a\"", "\"c\"", "\"d\""].map(|id| once.find(&format!("\"id\":{id}")).expect("it is written"));
    assert!(places.is_sorted(), "{once}");
    assert_ne!(once, holds(&file(&[&first, &second, &third, &fourth])), "the first that is used is the one used");
}

#[test]
fn of_a_key_that_stands_twice_the_first_stays_first() {
    // What cannot be used comes first and sorts last.
    for first in ["{}", "null", "7", "\"x\"", "[]", "[ ]", "[7]"] {
        for list in ListName::ALL.iter().map(|list| list.name()) {
            holds(&format!(
                r#"{{"format": 1, "{list}": {first}, "{list}": [{{"id": "a", "name": "A", "kind": "group"}}]}}"#
            ));
            holds(&format!(r#"{{"format": 1, "{list}": {first}, "{list}": [], "{list}": {{}}, "{list}": [7]}}"#));
        }
        holds(&format!(r#"{{"format": 1, "packs": {first}, "packs": []}}"#));
    }
    let once = holds(
        r#"{"format": 1, "x": [ 1], "x": [0], "units": [{"id": "a", "name": "A", "kind": "group", "y": [ 1], "y": [0]}]}"#,
    );
    assert!(once.contains(r#""y":[1],"y":[0]"#) && once.contains("\"x\": [1],\n\"x\": [0]"), "{once}");
}

/// Choices made one after another; when they run out, the plainest.
struct CanonicalDice<'d>(std::slice::Iter<'d, u8>);

impl CanonicalDice<'_> {
    fn roll(&mut self, sides: u8) -> u8 {
        self.0.next().copied().unwrap_or_default() % sides
    }

    /// Whether something rare is to be done.
    fn rarely(&mut self) -> bool {
        self.roll(16) == 15
    }

    fn pick<'p, T: ?Sized>(&mut self, from: &[&'p T]) -> &'p T {
        from[usize::from(self.roll(u8::try_from(from.len()).unwrap()))]
    }

    fn space(&mut self) -> &'static str {
        self.pick(&["", "", "", " ", "\r\n\t"])
    }

    /// A value in one of the many spellings that JSON has for it, and now and then in one that says something else.
    fn spell(&mut self, value: &Value, out: &mut String) {
        out.push_str(self.space());
        match value {
            Value::String(text) => self.text(text, out),
            Value::Number(number) => {
                out.push_str(&number.to_string());
                if number.is_i64() && self.rarely() {
                    out.push_str(self.pick(&[".0", "e0", "E+1", "e400"]));
                }
            }
            Value::Array(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place > 0 { "," } else { "" });
                    self.spell(item, out);
                }
                out.push(']');
            }
            Value::Object(fields) => self.object(fields, out),
            other => out.push_str(&other.to_string()),
        }
        out.push_str(self.space());
    }

    fn text(&mut self, text: &str, out: &mut String) {
        out.push('"');
        for character in text.chars() {
            if self.roll(8) == 7 {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    let escaped = if self.roll(2) == 0 { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
                    out.push_str(&escaped);
                }
            } else {
                let plain = Value::from(character.to_string()).to_string();
                out.push_str(&plain[1..plain.len() - 1]);
            }
        }
        out.push('"');
    }

    fn object(&mut self, fields: &Map<String, Value>, out: &mut String) {
        let mut fields: Vec<(&str, Value)> = fields.iter().map(|(key, value)| (&**key, value.clone())).collect();
        if !fields.is_empty() {
            let first = usize::from(self.roll(4)) % fields.len();
            fields.rotate_left(first);
        }
        while self.rarely() {
            let key = match fields.len() {
                0 => "x",
                count => [self.pick(&["x", "ä", "\u{1F600}\""]), fields[usize::from(self.roll(8)) % count].0]
                    [usize::from(self.roll(2))],
            };
            let value =
                [json!(null), json!([0]), json!([1, [{}]]), json!({"y": "å", "x": "\\\" "}), json!("a"), json!(7)];
            fields.push((key, value[usize::from(self.roll(6))].clone()));
            let place = usize::from(self.roll(8)) % fields.len();
            fields[place..].rotate_right(1);
        }
        out.push('{');
        for (place, (key, value)) in fields.iter().enumerate() {
            out.push_str(if place > 0 { "," } else { "" });
            out.push_str(self.space());
            self.text(key, out);
            out.push(':');
            self.spell(value, out);
        }
        out.push('}');
    }
}

/// Some items of every list of the example, several with one id.
fn file(dice: &mut CanonicalDice<'_>) -> String {
    let example: Map<String, Value> = serde_json::from_str(include_str!("../public/example.json")).unwrap();
    let mut file = Map::new();
    for (key, value) in &example {
        let Value::Array(items) = value else {
            file.insert(key.clone(), value.clone());
            continue;
        };
        let count = dice.roll(5);
        let taken = (0..count).map(|_| {
            let mut item = items[usize::from(dice.roll(255)) % items.len()].clone();
            // Editions are large, and their content is kept as it is.
            if item.get("content").is_some() {
                item["content"] = json!({"format": 1});
            }
            if item.get("id").is_some() && dice.roll(2) == 0 {
                item["id"] = dice.pick(&["a", "ä", "\""]).into();
            }
            if item.get("name").is_some() && dice.roll(2) == 0 {
                item["name"] = dice.pick(&["A", "Å \" \\ \n", "\u{1F600}"]).into();
            }
            item
        });
        file.insert(key.clone(), taken.collect());
    }
    let mut out = String::from(dice.pick(&["", "\u{FEFF}"]));
    // The version stands first, and once: another one opens nothing.
    file.remove("format");
    let mut rest = String::new();
    dice.object(&file, &mut rest);
    out.push_str("{\"format\": 1,");
    out.push_str(&rest[1..]);
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_canonical_form_of_any_file_is_its_own_and_is_judged_alike(choices in prop::collection::vec(any::<u8>(), 0..6000)) {
        holds(&file(&mut CanonicalDice(choices.iter())));
    }
}
