//! Rounds in extracts: whoever is asked learns that they are, and nobody learns of anyone else.

use ombud::disclosure;
use ombud::verdict::File;
use serde_json::{Value, json};

use crate::extract_of;

/// A file with a round that asks a department and a party.
fn asked() -> Value {
    json!({
        "format": 1,
        "as_of": "2026-07-01",
        "units": [
            { "id": "kommun", "name": "K", "kind": "municipality" },
            { "id": "a", "name": "A", "kind": "department", "parent": "kommun" },
            { "id": "b", "name": "B", "kind": "department", "parent": "kommun" },
            { "id": "police", "name": "P", "kind": "party" },
        ],
        "rounds": [{
            "id": "r", "name": "R", "due": "2026-09-30", "message": "M", "answer_to": "s@example.se",
            "receivers": [{ "unit": "a", "sent": "2026-07-01", "answered": "2026-07-02" }, { "unit": "police" }],
        }],
    })
}

#[test]
fn of_a_round_each_who_is_asked_gets_their_own_entry_alone() {
    let file = asked();
    for (receiver, entry) in [("department:a", 0), ("party:police", 1)] {
        let mut expected = file["rounds"].clone();
        expected[0]["receivers"] = json!([file["rounds"][0]["receivers"][entry]]);
        assert_eq!(extract_of(&file, receiver)["rounds"], expected, "{receiver}");
    }
    for receiver in ["public", "internal", "department:b"] {
        let extract = extract_of(&file, receiver);
        assert_eq!(extract["rounds"], Value::Null, "{receiver}");
        assert!(extract["extract"]["left_out"]["elsewhere"].as_u64() > Some(0), "{receiver}");
    }
}

#[test]
fn rounds_that_cannot_be_read_leave_with_nobody() {
    let mut file = asked();
    for rounds in [json!([{ "id": "r", "name": "canary" }]), json!({ "name": "canary" })] {
        file["rounds"] = rounds;
        let extract = extract_of(&file, "internal");
        assert!(!extract.to_string().contains("canary"), "{extract}");
        assert_eq!(extract["extract"]["left_out"]["unread"], 1);
    }
}

#[test]
fn the_history_of_the_savings_leaves_with_nobody() {
    let mut file = asked();
    file["history"] = json!([{ "date": "2026-06-30", "by": "canary" }, { "by": "canary" }]);
    for receiver in ["public", "internal", "department:a", "party:police"] {
        let extract = extract_of(&file, receiver).to_string();
        assert!(!extract.contains("canary") && !extract.contains("history"), "{extract}");
    }
}

#[test]
fn an_extract_for_a_round_says_by_when_and_to_where_an_answer_is_wished() {
    let text = asked().to_string();
    let file = File::read(&text, &mut |_| ()).unwrap();
    let made = |receiver: &str, round| {
        let days = ("2026-07-01".parse().unwrap(), "2026-07-02".parse().unwrap());
        let receiver = receiver.parse().unwrap();
        let extract = disclosure::extract_for_round(&file.organisation, &file.index, &receiver, days, round).unwrap();
        let extract: Value = serde_json::from_str(&extract.text()).unwrap();
        json!(["round", "answer_by", "answer_to"].map(|field| extract["extract"][field].clone()))
    };
    assert_eq!(made("department:a", Some("r")), json!(["r", "2026-09-30", "s@example.se"]));
    for (receiver, round) in [("department:a", None), ("department:a", Some("s")), ("department:b", Some("r"))] {
        assert_eq!(made(receiver, round), json!([null, null, null]), "{receiver} {round:?}");
    }
}
