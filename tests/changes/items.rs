//! Items that are added and deleted, and the order of those whose order counts.

use serde_json::{Value, json};

use crate::{changes, places, told, with};

fn file() -> Value {
    json!({
        "format": 1,
        "units": [{ "id": "kommun", "name": "K", "kind": "municipality" }],
        "people": [{ "id": "p1", "name": "A" }],
        "assignments": [{ "role": "head", "unit": "kommun", "person": "p1" }],
        "scales": [{ "id": "s", "levels": [{ "name": "a" }] }],
        "risks": [{ "id": "r1", "title": "R" }],
    })
}

fn push(file: &mut Value, list: &str, item: Value) {
    match file[list].as_array_mut() {
        Some(items) => items.push(item),
        None => file[list] = json!([item]),
    }
}

fn change(make: impl FnOnce(&mut Value)) -> ombud::travel::ChangeFile {
    changes(&file().to_string(), &with(&file(), make).to_string())
}

/// A unit with all that can refer to it.
fn nursery(name: &str) -> impl Fn(&mut Value) {
    let name = name.to_owned();
    move |file: &mut Value| {
        push(file, "units", json!({ "id": "ny", "name": name, "kind": "workplace", "parent": "kommun" }));
        push(file, "units", json!({ "id": "del", "name": "Del", "kind": "workplace", "parent": "ny" }));
        push(file, "assignments", json!({ "role": "head", "unit": "ny", "person": "p1" }));
        push(
            file,
            "rules",
            json!({ "id": "rule", "holders": { "of": "head", "in": { "under": "ny" }, "at_least": 1 } }),
        );
        push(file, "exceptions", json!({ "finding": "rule:ny", "reason": "R" }));
        file["risks"][0]["units"] = json!(["ny", "kommun"]);
    }
}

#[test]
fn of_two_posts_of_one_person_one_that_both_have_removed_is_asked_about() {
    let post = |party: &str| json!({ "role": "member", "unit": "kommun", "person": "p1", "on_behalf_of": party });
    let old = with(&file(), |file| ["a", "b"].into_iter().for_each(|party| push(file, "assignments", post(party))));
    let new = with(&file(), |file| push(file, "assignments", post("b")));
    // What the file still has may be the one that was removed, for another party: nobody but the reader knows.
    let told = told(&new, &[changes(&old.to_string(), &new.to_string())]);
    assert_eq!(told["conflicts"].as_array().map(Vec::len), Some(1), "{told}");
    assert_eq!(told["result"]["assignments"].as_array().map(Vec::len), Some(2), "nothing is lost meanwhile");
}

#[test]
fn what_is_added_is_added() {
    let told = told(&file(), &[change(nursery("Ny"))]);
    assert_eq!(told["conflicts"], json!([]));
    assert_eq!(told["result"]["exceptions"][0]["finding"], "rule:ny");
}

#[test]
fn an_id_that_is_used_for_something_else_gives_way_and_all_that_is_said_of_it_follows() {
    let ours = with(&file(), |file| push(file, "units", json!({ "id": "ny", "name": "Annan", "kind": "group" })));
    let told = told(&ours, &[change(nursery("Ny"))]);
    assert_eq!((&told["conflicts"], &told["refused"]), (&json!([]), &json!([])));
    let result = &told["result"];
    let units: Vec<_> = result["units"].as_array().unwrap().iter().map(|unit| (&unit["id"], &unit["parent"])).collect();
    assert!(units.contains(&(&json!("ny-2"), &json!("kommun"))) && units.contains(&(&json!("del"), &json!("ny-2"))));
    assert!(result["assignments"].as_array().unwrap().iter().any(|post| post["unit"] == "ny-2"));
    assert_eq!(result["rules"][0]["holders"]["in"]["under"], "ny-2");
    assert_eq!(result["exceptions"][0]["finding"], "rule:ny-2");
    assert_eq!(result["risks"][0]["units"], json!(["ny-2", "kommun"]));
    // Brought in again, it finds what it has added.
    let again = crate::told(result, &[change(nursery("Ny"))]);
    assert_eq!((&again["taken"], &again["conflicts"]), (&json!([]), &json!([])), "{again}");
}

#[test]
fn two_that_add_other_items_under_one_id_both_get_theirs() {
    let [one, other] = ["A", "B"].map(|name| change(nursery(name)));
    let told = told(&file(), &[one, other]);
    // What risk r1 concerns is a field that both change.
    assert_eq!(places(&told, "conflicts"), ["risks r1 units"], "{told}");
    let names = |told: &Value| -> Vec<String> {
        let units = told["result"]["units"].as_array().unwrap().iter();
        units.map(|unit| format!("{} {}", unit["id"].as_str().unwrap(), unit["name"].as_str().unwrap())).collect()
    };
    let names = names(&told);
    assert_eq!(names.iter().filter(|name| name.starts_with("ny")).count(), 2, "{names:?}");
    // What names another unit is another item as well.
    assert_eq!(names.iter().filter(|name| name.starts_with("del")).count(), 2, "{names:?}");
    assert_eq!(told["result"]["exceptions"].as_array().unwrap().len(), 2);
}

#[test]
fn two_that_add_the_same_add_it_once() {
    let told = told(
        &file(),
        &[
            change(nursery("A")),
            crate::changes_by(&file().to_string(), &with(&file(), nursery("A")).to_string(), Some("B")),
        ],
    );
    assert_eq!(told["result"]["units"].as_array().unwrap().len(), 3);
    assert_eq!(told["result"]["assignments"].as_array().unwrap().len(), 2);
    assert_eq!(told["conflicts"], json!([]));
}

#[test]
fn an_item_that_is_there_already_is_the_same() {
    let make = |file: &mut Value| {
        push(file, "people", json!({ "id": "p2", "name": "B" }));
        push(file, "assignments", json!({ "role": "member", "unit": "kommun", "person": "p2" }));
    };
    let told = told(&with(&file(), make), &[change(make)]);
    assert_eq!((&told["same"], &told["taken"]), (&json!(2), &json!([])));
}

#[test]
fn a_scale_that_gets_another_id_is_followed_by_the_levels_of_risks() {
    let theirs = change(|file| {
        push(file, "scales", json!({ "id": "life", "levels": [{ "name": "x" }] }));
        push(file, "risks", json!({ "id": "r2", "title": "R", "consequence": { "life": 1, "s": 1 } }));
    });
    let ours = with(&file(), |file| push(file, "scales", json!({ "id": "life", "levels": [{ "name": "y" }] })));
    let told = told(&ours, &[theirs]);
    assert_eq!(told["result"]["risks"][1]["consequence"], json!({ "life-2": 1, "s": 1 }));
}

#[test]
fn a_person_whose_id_a_unit_has_gives_way_so_that_an_owner_is_the_one_that_was_meant() {
    let theirs = change(|file| {
        push(file, "people", json!({ "id": "ny", "name": "Ny" }));
        push(file, "measures", json!({ "id": "m", "title": "M", "owner": "ny" }));
    });
    let ours = with(&file(), |file| push(file, "units", json!({ "id": "ny", "name": "U", "kind": "group" })));
    let told = told(&ours, &[theirs]);
    assert_eq!(told["result"]["measures"][0]["owner"], "ny-2");
    assert_eq!(told["result"]["people"][0]["id"], "ny-2");
}

#[test]
fn what_is_deleted_goes_where_the_file_has_it_as_it_was() {
    let theirs = change(|file| {
        file["risks"] = json!([]);
        file["assignments"] = json!([]);
    });
    let told = told(&file(), std::slice::from_ref(&theirs));
    assert_eq!(told["taken"].as_array().unwrap().len(), 2);
    assert_eq!((told["result"].get("risks"), told["result"].get("assignments")), (None, None));
    let changed = with(&file(), |file| {
        file["risks"][0]["title"] = json!("R 2");
        file["assignments"][0]["until"] = json!("2026-12-31");
    });
    let told = crate::told(&changed, std::slice::from_ref(&theirs));
    assert_eq!(told["conflicts"].as_array().unwrap().len(), 2, "{told}");
    assert_eq!(told["result"]["risks"][0]["title"], "R 2");
    let gone = crate::told(&told_result(&theirs), &[theirs]);
    assert_eq!((&gone["same"], &gone["conflicts"]), (&json!(2), &json!([])));
}

fn told_result(theirs: &ombud::travel::ChangeFile) -> Value {
    told(&file(), std::slice::from_ref(theirs))["result"].clone()
}

#[test]
fn one_that_deletes_what_another_changes_is_a_conflict_and_neither_is_taken() {
    let deletes = change(|file| file["risks"] = json!([]));
    let changes = change(|file| file["risks"][0]["title"] = json!("R 2"));
    let told = told(&file(), &[deletes, changes]);
    assert_eq!(places(&told, "conflicts"), ["risks r1 -", "risks r1 title"]);
    assert_eq!(told["result"]["risks"], file()["risks"]);
}

#[test]
fn lines_that_are_alike_are_counted() {
    let twice = with(&file(), |file| push(file, "assignments", file_post()));
    let added = changes(&file().to_string(), &twice.to_string());
    assert_eq!(told(&file(), &[added.clone(), added.clone()])["result"]["assignments"].as_array().unwrap().len(), 2);
    assert_eq!(told(&twice, &[added])["same"], 1);
    let removed = changes(&twice.to_string(), &file().to_string());
    assert_eq!(told(&twice, std::slice::from_ref(&removed))["result"]["assignments"].as_array().unwrap().len(), 1);
    assert_eq!(told(&file(), &[removed])["same"], 1);
}

fn file_post() -> Value {
    file()["assignments"][0].clone()
}

#[test]
fn what_cannot_be_used_travels_as_it_is_written() {
    let (old, new) = (
        r#"{"format":1,"units":[7,{"kind":"group","id":"a"}]}"#,
        r#"{"format":1,"units":[{"kind":"group","id":"a","x":1.50,"x":"\u00e4"},[1e2]],"name":5,"name":"K"}"#,
    );
    assert_eq!(crate::merged(old, &[changes(old, new)]).result, crate::canonical_text(new));
}

fn matrices(ids: &[&str]) -> Value {
    let matrix = |id: &&str| json!({ "id": id, "likelihood": "s", "consequence": ["s"], "classes": [{ "id": "c", "name": "c" }], "grid": [[0]] });
    with(&file(), |file| file["matrices"] = json!(ids.iter().map(matrix).collect::<Vec<_>>()))
}

fn ids(told: &Value) -> Vec<&str> {
    told["result"]["matrices"].as_array().unwrap().iter().map(|matrix| matrix["id"].as_str().unwrap()).collect()
}

#[test]
fn the_order_of_matrices_is_a_change_of_its_own() {
    let change = |new: &[&str]| changes(&matrices(&["a", "b", "c"]).to_string(), &matrices(new).to_string());
    let moved = told(&matrices(&["a", "x", "b", "c"]), &[change(&["c", "a", "b"])]);
    assert_eq!(ids(&moved), ["c", "a", "x", "b"]);
    assert_eq!(places(&moved, "taken"), ["matrices - order"]);
    let first = told(&matrices(&["a", "b", "c"]), &[change(&["y", "a", "b", "c"]), change(&["a", "b", "c", "z"])]);
    assert_eq!(ids(&first), ["y", "a", "b", "c", "z"]);
    let unlike = told(&matrices(&["b", "a", "c"]), &[change(&["c", "a", "b"])]);
    assert_eq!(
        (ids(&unlike), places(&unlike, "conflicts")),
        (vec!["b", "a", "c"], vec!["matrices - order".to_owned()])
    );
    let two = told(&matrices(&["a", "b", "c"]), &[change(&["c", "a", "b"]), change(&["b", "a", "c"])]);
    assert_eq!((ids(&two), &two["taken"]), (vec!["a", "b", "c"], &json!([])));
}
