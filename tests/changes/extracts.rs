//! Change files that began from an extract: they change what it held, and nothing else.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{canonical_text, changes, extract, merged, places, told, with};

fn file() -> Value {
    json!({
        "format": 1,
        "name": "K",
        "as_of": "2026-07-01",
        "units": [
            { "id": "kommun", "name": "K", "kind": "municipality" },
            { "id": "buf", "name": "B", "kind": "department", "parent": "kommun" },
            { "id": "soc", "name": "S", "kind": "department", "parent": "kommun" },
            { "id": "eken", "name": "Eken", "kind": "workplace", "parent": "buf", "employees": 3 },
            { "id": "hidden", "name": "H", "kind": "workplace", "parent": "buf", "marking": "never" },
            { "id": "under", "name": "U", "kind": "workplace", "parent": "hidden" },
            { "id": "rhg", "name": "G", "kind": "group", "parent": "kommun" },
            { "id": "polis", "name": "P", "kind": "party" },
        ],
        "people": [
            { "id": "p1", "name": "Chef", "unit": "buf", "email": "a@example.se", "phone": "08-1" },
            { "id": "p2", "name": "Medlem", "unit": "soc", "phone": "08-2" },
            { "id": "p3", "name": "Ombud", "unit": "eken" },
        ],
        "assignments": [
            { "role": "head", "unit": "buf", "person": "p1" },
            { "role": "member", "unit": "rhg", "person": "p2" },
            { "role": "security_representative", "unit": "eken", "person": "p3", "until": "2026-12-31" },
        ],
        "risks": [
            { "id": "r1", "title": "Both", "units": ["buf", "soc"], "vulnerabilities": ["V"], "motive": "M" },
            { "id": "r2", "title": "Secret", "units": ["buf"], "marking": "secret:18:13" },
            { "id": "r3", "title": "Theirs", "units": ["soc"] },
        ],
        "measures": [{ "id": "m1", "title": "M", "risks": ["r1"], "effect": { "likelihood": -1, "note": "N" } }],
        "kept": { "secret": 1 },
    })
}

/// The change file of a receiver who changes their extract.
fn answer(receiver: &str, make: impl FnOnce(&mut Value)) -> AnswerFile {
    let extract = extract(&file().to_string(), receiver);
    let read: Value = serde_json::from_str(&extract).unwrap();
    changes(&extract, &with(&read, make).to_string())
}

type AnswerFile = ombud::travel::ChangeFile;

/// An item of a list by its id.
fn item<'f>(file: &'f mut Value, list: &str, id: &str) -> &'f mut Value {
    file[list].as_array_mut().unwrap().iter_mut().find(|item| item["id"] == id).unwrap()
}

fn remove(file: &mut Value, list: &str, id: &str) {
    file[list].as_array_mut().unwrap().retain(|item| item["id"] != id);
}

#[test]
fn what_an_extract_held_is_changed_and_what_it_did_not_hold_stays() {
    let answer = answer("department:buf", |file| {
        item(file, "units", "eken")["name"] = json!("Eken 2");
        item(file, "risks", "r1")["title"] = json!("Both 2");
        file["assignments"].as_array_mut().unwrap().iter_mut().find(|post| post["unit"] == "eken").unwrap()["until"] =
            json!("2027-12-31");
    });
    let ours = with(&file(), |file| item(file, "risks", "r3")["title"] = json!("Theirs 2"));
    let told = told(&ours, &[answer]);
    assert_eq!((&told["conflicts"], &told["refused"]), (&json!([]), &json!([])));
    let expected = with(&ours, |file| {
        item(file, "units", "eken")["name"] = json!("Eken 2");
        item(file, "risks", "r1")["title"] = json!("Both 2");
        file["assignments"][2]["until"] = json!("2027-12-31");
    });
    assert_eq!(told["result"], serde_json::from_str::<Value>(&canonical_text(&expected.to_string())).unwrap());
}

#[test]
fn an_extract_that_changes_nothing_deletes_nothing() {
    for receiver in ["public", "party:polis", "department:buf", "internal"] {
        let merged = merged(&file().to_string(), &[answer(receiver, |_| ())]);
        assert_eq!(merged.result, canonical_text(&file().to_string()), "{receiver}");
        assert!(merged.is_whole() && merged.taken.is_empty(), "{receiver}");
    }
}

#[test]
fn an_extract_is_a_file_as_any_other_for_those_who_have_nothing_else() {
    let old = extract(&file().to_string(), "party:polis");
    let new = old.replace("\"Both\"", "\"Both 2\"");
    assert_eq!(merged(&old, &[changes(&old, &new)]).result, new);
    // Also where it has been changed meanwhile.
    let ours = old.replace("\"Eken\"", "\"Eken 2\"");
    assert!(merged(&ours, &[changes(&old, &new)]).is_whole());
}

#[test]
fn a_field_that_such_an_extract_does_not_hold_is_refused() {
    let answer = answer("party:polis", |file| {
        let risk = item(file, "risks", "r1");
        risk["vulnerabilities"] = json!(["Mine"]);
        risk["dependencies"] = json!(["Mine"]);
        risk["title"] = json!("Both 2");
        item(file, "units", "eken")["employees"] = json!(9);
        item(file, "people", "p2")["phone"] = json!("112");
    });
    let told = told(&file(), &[answer]);
    assert_eq!(places(&told, "taken"), ["risks r1 title"]);
    let refused = ["units eken employees", "people p2 phone", "risks r1 dependencies", "risks r1 vulnerabilities"];
    assert_eq!(places(&told, "refused"), refused);
    assert!(told["refused"].as_array().unwrap().iter().all(|refused| refused["why"] == "outside"));
    assert_eq!(told["result"]["people"], file()["people"]);
}

// Fault 34 of docs/faults.md.
#[test]
fn an_item_that_an_extract_does_not_hold_is_refused() {
    // Whoever knows what was left out writes it into the extract first.
    let whole = extract(&file().to_string(), "department:buf");
    let add = |title: &str| {
        let read: Value = serde_json::from_str(&whole).unwrap();
        let file = with(&read, |file| {
            let risk = json!({ "id": "r3", "title": title, "units": ["soc"] });
            file["risks"].as_array_mut().unwrap().push(risk);
        });
        file.to_string()
    };
    let told = told(&file(), &[changes(&add("Theirs"), &add("Mine")), changes(&add("Theirs"), &whole)]);
    assert_eq!(told["refused"].as_array().unwrap().len(), 2, "{told}");
    assert!(told["refused"].as_array().unwrap().iter().all(|refused| refused["why"] == "outside"));
    assert_eq!(told["result"]["risks"], file()["risks"]);
}

#[test]
fn a_person_under_a_pseudonym_is_refused() {
    let name = extract(&file().to_string(), "party:polis");
    let read: Value = serde_json::from_str(&name).unwrap();
    let masked = read["people"].as_array().unwrap().iter().find(|who| who["id"].as_str().unwrap().starts_with("p-"));
    let id = masked.unwrap()["id"].as_str().unwrap().to_owned();
    let renamed = answer("party:polis", |file| item(file, "people", &id)["name"] = json!("Anna"));
    let deleted = answer("party:polis", |file| remove(file, "people", &id));
    for answer in [renamed, deleted] {
        let told = told(&file(), &[answer]);
        assert_eq!(told["refused"][0]["why"], "pseudonym", "{told}");
        assert_eq!((&told["taken"], &told["result"]["people"]), (&json!([]), &file()["people"]));
    }
    // And whatever would bring a pseudonym into the file.
    let named = answer("party:polis", |file| {
        file["questions"] = json!([{ "id": "q", "about": "Q", "status": "raised", "by": id }]);
    });
    let told = told(&file(), &[named]);
    assert_eq!((&told["refused"][0]["why"], told["result"].get("questions")), (&json!("pseudonym"), None), "{told}");
}

#[test]
fn an_exception_that_names_a_pseudonym_is_refused() {
    let whole = with(&file(), |file| {
        file["rules"] = json!([{ "id": "load", "load": { "of": "security_representative", "at_most": 0 } }]);
        file["exceptions"] = json!([{ "finding": "load:p3", "reason": "R", "until": "2026-12-31" }]);
    });
    let old = extract(&whole.to_string(), "party:polis");
    let new: Value = serde_json::from_str(&old).unwrap();
    assert!(new["exceptions"][0]["finding"].as_str().unwrap().starts_with("load:p-"), "{new}");
    let new = with(&new, |file| file["exceptions"][0]["until"] = json!("2027-12-31"));
    let told = told(&whole, &[changes(&old, &new.to_string())]);
    assert_eq!((&told["refused"][0]["why"], &told["taken"]), (&json!("pseudonym"), &json!([])), "{told}");
}

#[test]
fn the_post_of_a_person_under_a_pseudonym_is_found_by_what_the_extract_says() {
    let answer = answer("party:polis", |file| {
        let posts = file["assignments"].as_array_mut().unwrap();
        posts.iter_mut().find(|post| post["unit"] == "eken").unwrap()["until"] = json!("2027-06-30");
    });
    let told = told(&file(), &[answer]);
    assert_eq!((&told["conflicts"], &told["refused"]), (&json!([]), &json!([])), "{told}");
    let post = json!({ "role": "security_representative", "unit": "eken", "person": "p3", "until": "2027-06-30" });
    assert!(told["result"]["assignments"].as_array().unwrap().contains(&post));
}

#[test]
fn of_a_value_held_in_part_the_rest_stays() {
    let file = with(&file(), |file| {
        item(file, "units", "soc")["marking"] = json!("never");
    });
    let old = extract(&file.to_string(), "party:polis");
    let read: Value = serde_json::from_str(&old).unwrap();
    assert_eq!(read["risks"][0]["units"], json!(["buf"]));
    let new = with(&read, |file| {
        item(file, "risks", "r1")["units"] = json!(["eken", "buf"]);
        item(file, "measures", "m1")["effect"]["likelihood"] = json!(-2);
    });
    let told = told(&file, &[changes(&old, &new.to_string())]);
    assert_eq!(told["refused"], json!([]), "{told}");
    assert_eq!(told["result"]["risks"][0]["units"], json!(["eken", "buf", "soc"]));
    assert_eq!(told["result"]["measures"][0]["effect"], json!({ "likelihood": -2, "note": "N" }));
}

#[test]
fn a_unit_whose_parent_is_not_told_does_not_get_another() {
    let answer = answer("department:buf", |file| {
        assert_eq!(item(file, "units", "under")["parent"], "buf");
        item(file, "units", "under")["parent"] = json!("eken");
    });
    let told = told(&file(), &[answer]);
    assert_eq!(places(&told, "refused"), ["units under parent"]);
}

#[test]
fn what_is_new_may_not_name_what_was_left_out() {
    let answer = answer("department:buf", |file| {
        let posts = file["assignments"].as_array_mut().unwrap();
        posts.push(json!({ "role": "head", "unit": "r-unit", "person": "p1" }));
        posts.push(json!({ "role": "head", "unit": "eken", "person": "p1" }));
        file["measures"].as_array_mut().unwrap().push(json!({ "id": "m2", "title": "M", "risks": ["r2"] }));
        file["measures"].as_array_mut().unwrap().push(json!({ "id": "m3", "title": "M", "risks": ["r1"] }));
        item(file, "risks", "r1")["units"] = json!(["buf", "hidden"]);
    });
    let told = told(&file(), &[answer]);
    assert_eq!(places(&told, "refused"), ["risks r1 units", "measures m2 -"], "{told}");
    assert_eq!(told["taken"].as_array().unwrap().len(), 3);
}

#[test]
fn an_id_of_what_was_left_out_gives_way_to_it() {
    let answer = answer("department:buf", |file| {
        file["risks"].as_array_mut().unwrap().push(json!({ "id": "r2", "title": "New", "units": ["buf"] }));
        item(file, "measures", "m1")["risks"] = json!(["r1", "r2"]);
    });
    let told = told(&file(), &[answer]);
    assert_eq!(told["refused"], json!([]), "{told}");
    let risks = told["result"]["risks"].as_array().unwrap();
    assert!(risks.contains(&file()["risks"][1]), "what was left out is as it was");
    assert!(risks.contains(&json!({ "id": "r2-2", "title": "New", "units": ["buf"] })));
    assert_eq!(told["result"]["measures"][0]["risks"], json!(["r1", "r2-2"]));
}

#[test]
fn what_is_deleted_goes_unless_something_of_it_was_left_out() {
    let delete = |receiver: &str| answer(receiver, |file| remove(file, "measures", "m1"));
    let told = told(&file(), &[delete("department:buf")]);
    assert_eq!((places(&told, "taken"), told["result"].get("measures")), (vec!["measures m1 -".to_owned()], None));
    let told = crate::told(&file(), &[delete("party:polis")]);
    assert_eq!(
        (places(&told, "refused"), &told["result"]["measures"]),
        (vec!["measures m1 -".to_owned()], &file()["measures"])
    );
}

#[test]
fn what_is_deleted_in_the_file_meanwhile_is_a_conflict_and_what_is_changed_too() {
    let answer = answer("department:buf", |file| {
        item(file, "risks", "r1")["title"] = json!("Both 2");
        item(file, "units", "eken")["name"] = json!("Eken 2");
    });
    let ours = with(&file(), |file| {
        remove(file, "risks", "r1");
        item(file, "units", "eken")["name"] = json!("Eken 3");
    });
    assert_eq!(places(&told(&ours, &[answer]), "conflicts"), ["units eken name", "risks r1 title"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever happens to an extract, nothing that it did not hold is in the change file, and nothing of it changes.
    #[test]
    fn what_an_extract_did_not_hold_is_neither_told_nor_changed(happened in crate::random::changes(0..12)) {
        const CANARIES: [&str; 5] = ["Secret", "\"hidden\"", "\"08-1\"", "\"r2\"", "\"kept\""];
        let whole = with(&file(), |file| {
            for list in ["documents", "rules", "scales", "matrices", "exceptions", "completions", "activities"] {
                file[list] = json!([]);
            }
        });
        let old = extract(&whole.to_string(), "party:polis");
        let mut new: Value = serde_json::from_str(&old).unwrap();
        for happening in &happened {
            happening.make(&mut new);
        }
        let answer = changes(&old, &new.to_string());
        let written = ombud::travel::write(&answer);
        for canary in CANARIES {
            prop_assert!(!written.contains(canary), "{} in {}", canary, written);
        }
        let merged = merged(&whole.to_string(), &[answer]);
        let result: Value = serde_json::from_str(&merged.result).unwrap();
        let canonical: Value = serde_json::from_str(&canonical_text(&whole.to_string())).unwrap();
        for (list, id) in [("risks", "r2"), ("units", "hidden")] {
            let of = |file: &Value| file[list].as_array().unwrap().iter().find(|item| item["id"] == id).cloned();
            prop_assert_eq!(of(&result), of(&canonical));
        }
        prop_assert_eq!(&result["kept"], &canonical["kept"]);
        for person in canonical["people"].as_array().unwrap() {
            let now = result["people"].as_array().and_then(|all| all.iter().find(|now| now["id"] == person["id"]));
            prop_assert!(now.is_some_and(|now| now["phone"] == person["phone"]), "{}", merged.result);
        }
    }
}
