//! Fields: taken where the file still has the value that the change file began from, told where it has another.

use serde_json::{Value, json};

use crate::{changes, places, told, with};

fn file() -> Value {
    json!({
        "format": 1,
        "name": "K",
        "units": [{ "id": "eken", "name": "Eken", "kind": "workplace", "employees": 14, "kept": { "a": [1, 2] } }],
        "assignments": [
            { "role": "security_representative", "unit": "eken" },
            { "role": "head", "unit": "eken", "person": "p1", "from": "2024-01-01" },
            { "role": "member", "unit": "eken", "person": "p2" },
            { "role": "member", "unit": "eken", "person": "p3" },
        ],
        "people": [{ "id": "p1", "name": "A" }, { "id": "p2", "name": "B" }, { "id": "p3", "name": "C" }],
    })
}

/// What a change file says that makes these changes.
fn change(make: impl FnOnce(&mut Value)) -> ombud::travel::ChangeFile {
    changes(&file().to_string(), &with(&file(), make).to_string())
}

#[test]
fn two_fields_of_one_item_are_changed_by_two() {
    let theirs = change(|file| file["units"][0]["name"] = json!("Eken 2"));
    let ours = with(&file(), |file| file["units"][0]["employees"] = json!(15));
    let told = told(&ours, &[theirs]);
    assert_eq!(places(&told, "taken"), ["units eken name"]);
    assert_eq!(told["conflicts"], json!([]));
    assert_eq!(told["result"]["units"][0]["name"], "Eken 2");
    assert_eq!(told["result"]["units"][0]["employees"], 15);
}

// Fault 34 of docs/faults.md.
#[test]
fn another_value_in_the_file_is_a_conflict_and_stays() {
    let theirs = change(|file| file["units"][0]["employees"] = json!(15));
    let ours = with(&file(), |file| file["units"][0]["employees"] = json!(16));
    let told = told(&ours, &[theirs]);
    let conflict =
        json!({ "list": "units", "key": "eken", "field": "employees", "base": 14, "ours": 16, "theirs": 15 });
    assert_eq!(told["conflicts"], json!([conflict]));
    assert_eq!((&told["taken"], &told["same"]), (&json!([]), &json!(0)));
    assert_eq!(told["result"]["units"][0]["employees"], 16);
}

#[test]
fn the_new_value_in_the_file_already_is_the_same() {
    let make = |file: &mut Value| file["units"][0]["employees"] = json!(15);
    let told = told(&with(&file(), make), &[change(make)]);
    assert_eq!((&told["same"], &told["taken"], &told["conflicts"]), (&json!(1), &json!([]), &json!([])));
}

#[test]
fn of_two_change_files_neither_is_taken_where_they_differ_and_both_where_they_agree() {
    let named = |name: &str| {
        let name = json!(name);
        change(move |file| {
            file["units"][0]["name"] = name;
            file["units"][0]["area"] = json!("N");
        })
    };
    let told = told(&file(), &[named("A"), named("B")]);
    assert_eq!(places(&told, "taken"), ["units eken area"]);
    assert_eq!(places(&told, "conflicts"), ["units eken name"]);
    assert_eq!(told["conflicts"][0]["all"], json!(["A", "B"]));
    assert_eq!(told["result"]["units"][0]["name"], "Eken");
}

#[test]
fn a_field_is_added_and_taken_away() {
    let theirs = change(|file| {
        file["units"][0]["address"] = json!("Vägen 1");
        let unit = file["units"][0].as_object_mut().unwrap();
        unit.remove("employees");
        unit.remove("kept");
        unit.insert("new".into(), json!(null));
    });
    let told = told(&file(), &[theirs]);
    assert_eq!(
        told["result"]["units"][0],
        json!({ "id": "eken", "name": "Eken", "kind": "workplace", "address": "Vägen 1", "new": null })
    );
}

#[test]
fn fields_of_the_file_itself_are_changed_likewise() {
    let theirs = change(|file| {
        file["as_of"] = json!("2026-07-01");
        file["name"] = json!("K 2");
        file["unheard_of"] = json!([1]);
    });
    let told = told(&with(&file(), |file| file["name"] = json!("K 3")), &[theirs]);
    assert_eq!(places(&told, "taken"), ["- - as_of", "- - unheard_of"]);
    assert_eq!(places(&told, "conflicts"), ["- - name"]);
    assert_eq!(told["result"]["unheard_of"], json!([1]));
}

#[test]
fn a_vacant_post_that_two_fill_is_a_conflict_of_who_holds_it() {
    let filled = |person: &str| {
        let person = json!(person);
        change(move |file| file["assignments"][0]["person"] = person)
    };
    let told = told(&file(), &[filled("p1"), filled("p2")]);
    assert_eq!(told["conflicts"].as_array().unwrap().len(), 1);
    assert_eq!(told["conflicts"][0]["field"], "person");
    assert_eq!(told["result"]["assignments"].as_array().unwrap().len(), 4);
    let ours = with(&file(), |file| file["assignments"][0]["person"] = json!("p3"));
    let told = crate::told(&ours, &[filled("p1")]);
    assert_eq!(told["conflicts"][0]["ours"], "p3");
    assert_eq!(told["conflicts"][0]["base"], Value::Null);
}

#[test]
fn a_post_has_its_fields_changed_by_two_though_it_has_no_id() {
    let theirs = change(|file| file["assignments"][1]["until"] = json!("2026-12-31"));
    let ours = with(&file(), |file| file["assignments"][1]["reports_to"] = json!("p2"));
    let told = told(&ours, std::slice::from_ref(&theirs));
    assert_eq!(told["taken"][0]["field"], "until");
    let head = json!({ "role": "head", "unit": "eken", "person": "p1", "from": "2024-01-01", "until": "2026-12-31", "reports_to": "p2" });
    assert!(told["result"]["assignments"].as_array().unwrap().contains(&head), "{told}");
    let ours = with(&file(), |file| file["assignments"][1]["until"] = json!("2027-12-31"));
    assert_eq!(crate::told(&ours, &[theirs])["conflicts"][0]["field"], "until");
}

#[test]
fn a_change_of_one_of_several_members_is_not_taken_for_another() {
    let theirs = change(|file| file["assignments"][2]["until"] = json!("2026-12-31"));
    let ours = with(&file(), |file| drop(file["assignments"].as_array_mut().unwrap().remove(2)));
    let told = told(&ours, &[theirs]);
    assert_eq!((&told["taken"], told["conflicts"][0]["field"].as_str()), (&json!([]), Some("until")));
    assert!(told["result"]["assignments"].as_array().unwrap().iter().all(|post| post.get("until").is_none()));
}

#[test]
fn fields_that_together_make_no_item_are_a_conflict() {
    let file = json!({ "format": 1, "rules": [{ "id": "r", "load": { "of": "head", "at_most": 1 } }] });
    let shaped = |of: &str| {
        let new = json!({ "format": 1, "rules": [{ "id": "r", "substitute": { "of": of } }] });
        changes(&file.to_string(), &new.to_string())
    };
    let ours = json!({ "format": 1, "rules": [{ "id": "r", "load": { "of": "head", "at_most": 2 } }] });
    let told = told(&ours, &[shaped("head")]);
    assert_eq!(told["conflicts"].as_array().unwrap().len(), 2, "{told}");
    assert_eq!(told["result"]["rules"], ours["rules"]);
}

#[test]
fn a_field_of_an_item_that_is_gone_is_a_conflict() {
    let theirs = change(|file| file["units"][0]["name"] = json!("Eken 2"));
    let told = told(&with(&file(), |file| file["units"] = json!([])), &[theirs]);
    let conflict =
        json!({ "list": "units", "key": "eken", "field": "name", "base": "Eken", "ours": null, "theirs": "Eken 2" });
    assert_eq!(told["conflicts"], json!([conflict]));
}
