//! Rounds in extracts: whoever is asked learns that they are, and nobody learns of anyone else.

use std::collections::BTreeSet;

use ombud::disclosure;
use ombud::organisation::canonical;
use ombud::organisation::value::Language;
use ombud::text::travel::round::{RoundLetter, letter};
use ombud::travel::round::{PartForm, RoundPart, askable, round_parts};
use ombud::travel::{self, Merged};
use ombud::verdict::{File, sha256};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::canaries::{could_be_named, found, may_see};
use crate::extract_of;
use crate::municipality::{Dice, municipality};

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

/// Gives some of the texts in a value other words, in whatever field they stand. A canary is no id and no word of the format.
fn edit_texts(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::String(text) if !found(text).is_empty() && dice.throw(2) > 0 => "Edited".clone_into(text),
        Value::Array(values) => values.iter_mut().for_each(|value| edit_texts(value, dice)),
        Value::Object(fields) => fields.values_mut().for_each(|value| edit_texts(value, dice)),
        _ => (),
    }
}

/// A part of a round as its receiver sends it back: some things are called otherwise, some are gone.
fn edited(part: &str, dice: &mut Dice) -> String {
    let mut file: Value = serde_json::from_str(part).unwrap();
    for (_, items) in file.as_object_mut().unwrap() {
        let Some(items) = items.as_array_mut() else { continue };
        items.retain(|_| dice.throw(6) > 0);
        for item in items.iter_mut() {
            if item["until"].is_string() && dice.throw(2) > 0 {
                item["until"] = json!("2031-01-31");
            }
            edit_texts(item, dice);
        }
    }
    file.to_string()
}

/// The letter that goes with a part.
fn letter_of(part: &RoundPart) -> String {
    let said = RoundLetter {
        of: "",
        round: "N",
        message: "",
        due: "2026-09-30".parse().unwrap(),
        answer_to: "",
        name: part.name.say(Language::Swedish),
        file: &part.stem,
        page: "",
        form: PartForm::Extract,
    };
    let (subject, body) = letter(said, Language::Swedish);
    [subject, body].join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    /// Everyone is asked, everyone answers: what is not for a receiver is neither in their file nor in their letter nor in
    /// the change file that comes back, and bringing that in leaves it as it was.
    #[test]
    fn what_is_left_out_for_a_receiver_is_in_nothing_of_a_round(seed: u64) {
        let mut municipality = municipality(seed, true);
        let named = could_be_named(&municipality).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let text = municipality.text();
        let file = File::read(&text, &mut |_| ()).unwrap();
        let asked: Vec<_> = askable(&file.organisation).iter().map(|receiver| json!({ "unit": receiver.unit() })).collect();
        let round = json!({ "id": "everyone", "name": "N", "due": "2026-09-30", "receivers": asked });
        municipality.file["rounds"].as_array_mut().unwrap().push(round);
        let text = municipality.text();
        let file = File::read(&text, &mut |_| ()).unwrap();
        let round = file.organisation.rounds.iter().find(|round| *round.id == *"everyone").unwrap();
        let parts = round_parts(&file, round, "2026-07-01".parse().unwrap(), "2026-07-02".parse().unwrap()).unwrap();
        prop_assert!(parts.len() > 2);
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let mut dice = Dice(seed);
        for part in parts {
            let held = found(&part.extract);
            let new = edited(&part.extract, &mut dice);
            let [before, after] = [&part.extract, &new].map(|text| File::read(text, &mut |_| ()).unwrap());
            let change = travel::diff(&before.organisation, &sha256(part.extract.as_bytes()), &after.organisation, None);
            let written = travel::write(&change);
            let told: BTreeSet<&str> = held.union(&found(&written)).copied().collect();
            for canary in municipality.canaries.iter().filter(|canary| told.contains(canary.text.as_str())) {
                prop_assert!(may_see(canary, &part.receiver, &municipality, &named), "{} sees {canary:?}", part.receiver);
            }
            // The letter calls the unit that is asked by its name, and nothing else by any.
            let said = letter_of(&part);
            let own = [part.name.say(Language::Swedish), part.stem.as_str()].concat();
            prop_assert!(found(&said).is_subset(&found(&own)), "{said}");
            // One whose own unit is left out is told as a party and no more, and cannot answer.
            if !part.extract.contains(&json!(part.receiver.to_string()).to_string()) {
                continue;
            }
            let Merged { result, .. } = travel::merge(&file, &sha256(text.as_bytes()), &[change]).unwrap();
            let (whole, now) = (canonical::write(&file.organisation), found(&result));
            for left_out in found(&whole).difference(&held) {
                prop_assert!(now.contains(left_out), "{} has taken {left_out} away", part.receiver);
            }
        }
    }
}
