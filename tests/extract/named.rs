//! What nobody has read, and what names something left out: who gets it, sentence by sentence.

use ombud::disclosure::{NoReceiver, Receiver};
use serde_json::{Value, json};

use crate::extract_of;

/// Two departments, of which one belongs to something in between and the other has a secret workplace; a role, a
/// dependency and two risks are secret too.
fn file() -> Value {
    json!({
        "format": 1,
        "planned": { "move": 1 },
        "units": [
            { "id": "kommun", "name": "K", "kind": "municipality", "contact": { "email": "k@example.se", "fax": "08-2", "marking": "open" } },
            { "id": "kluster", "name": "Kluster", "kind": "workplace", "parent": "kommun" },
            { "id": "buf", "name": "B", "kind": "department", "parent": "kluster", "plain": 1, "naming": "spion",
                "deep": [{ "spion": 1 }], "spion": 1, "aside": "utan-titel" },
            { "id": "soc", "name": "S", "kind": "department", "parent": "kommun" },
            { "id": "hemlig", "name": "H", "kind": "workplace", "parent": "soc", "marking": "secret:18:13" },
        ],
        "people": [{ "id": "ada", "name": "Ada", "unit": "buf" }, { "id": "sam", "name": "Sam", "unit": "soc" }],
        "roles": [{ "id": "vakt", "name": "Vakt", "marking": "never" }],
        "assignments": [
            { "role": "head", "unit": "buf", "person": "ada" },
            { "role": "head", "unit": "soc", "person": "sam" },
            { "role": "vakt", "unit": "buf", "person": "ada" },
        ],
        "trainings": [{ "id": "brand", "name": "Brand", "roles": ["head", "vakt"] }],
        "scales": [
            { "id": "l", "levels": [{ "name": "1", "library": { "hexcolor": "red" } }, { "name": "2", "library": { "note": "spion" } }] },
            { "id": "life", "levels": [{ "name": "1" }, { "name": "2" }] },
        ],
        "matrices": [{ "id": "m", "likelihood": "l", "consequence": ["life"], "classes": [{ "id": "low", "name": "L" }],
            "grid": [[0, 0], [0, 0]] }],
        "risks": [
            { "id": "brand", "title": "Brand", "owner": "buf", "units": ["buf", "borta"] },
            { "id": "hot", "title": "Hot", "owner": "sam", "units": ["soc"] },
            { "id": "inbrott", "title": "Inbrott", "owner": "hemlig" },
            { "id": "spion", "title": "Spion", "marking": "never" },
            { "id": "utan-titel", "marking": "never" },
        ],
        "measures": [
            { "id": "las", "title": "Lås", "owner": "sam", "risks": ["hot"] },
            { "id": "larm", "title": "Larm", "owner": "sam", "risks": ["brand"] },
            { "id": "utan", "title": "Utan risk", "owner": "ada" },
        ],
        "functions": [
            { "id": "omsorg", "name": "Omsorg", "unit": "buf" },
            { "id": "skola", "name": "Skola", "unit": "buf", "needs": [{ "on": "omsorg" }, { "on": "el" }, { "on": "vatten" }] },
        ],
        "dependencies": [{ "id": "el", "name": "El" }, { "id": "vatten", "name": "Vatten", "marking": "never" }],
    })
}

fn item<'e>(extract: &'e Value, list: &str, id: &str) -> &'e Value {
    let found = extract[list].as_array().and_then(|items| items.iter().find(|item| item["id"] == id));
    found.unwrap_or(&Value::Null)
}

fn names_of<'e>(items: &'e Value, field: &str) -> Vec<&'e str> {
    items.as_array().into_iter().flatten().filter_map(|item| item[field].as_str()).collect()
}

#[test]
fn what_the_format_does_not_know_leaves_within_the_municipality_where_it_names_nothing_left_out() {
    let extract = extract_of(&file(), "internal");
    let unit = item(&extract, "units", "buf");
    assert_eq!(unit["plain"], 1);
    for field in ["naming", "deep", "spion", "aside"] {
        assert_eq!(unit[field], Value::Null, "{field}");
    }
    let contact = &item(&extract, "units", "kommun")["contact"];
    assert_eq!((&contact["fax"], &contact["marking"]), (&json!("08-2"), &Value::Null), "a marking nobody knows of");
    let outside = extract_of(&file(), "public");
    assert_eq!(item(&outside, "units", "buf")["plain"], Value::Null);
    assert_eq!(item(&outside, "units", "kommun")["contact"], json!({ "email": "k@example.se" }));
}

#[test]
fn what_the_format_does_not_know_names_nobody_of_another_department() {
    let mut file = file();
    file["units"][2]["friend"] = json!("sam");
    file["units"][2]["colleague"] = json!("ada");
    let named = |receiver: &str| {
        let extract = extract_of(&file, receiver);
        let unit = item(&extract, "units", "buf");
        (unit["friend"].clone(), unit["colleague"].clone())
    };
    assert_eq!(named("department:buf"), (Value::Null, json!("ada")));
    assert_eq!(named("internal"), (json!("sam"), json!("ada")));
}

#[test]
fn what_a_library_said_of_a_level_leaves_as_what_the_format_does_not_know() {
    let levels = |receiver: &str| item(&extract_of(&file(), receiver), "scales", "l")["levels"].clone();
    assert_eq!(levels("internal"), json!([{ "name": "1", "library": { "hexcolor": "red" } }, { "name": "2" }]));
    assert_eq!(levels("public"), json!([{ "name": "1" }, { "name": "2" }]));
}

#[test]
fn who_answers_for_a_risk_is_told_of_a_unit_that_leaves_and_of_no_other() {
    for receiver in ["public", "internal"] {
        let extract = extract_of(&file(), receiver);
        assert_eq!(item(&extract, "risks", "brand")["owner"], "buf", "{receiver}");
        assert_eq!(item(&extract, "risks", "inbrott")["title"], "Inbrott", "{receiver}");
        assert_eq!(item(&extract, "risks", "inbrott")["owner"], Value::Null, "{receiver}");
    }
}

#[test]
fn what_names_nothing_that_is_there_leaves_within_the_municipality_with_the_faults_of_the_file() {
    for (receiver, units) in [("internal", json!(["buf", "borta"])), ("public", json!(["buf"]))] {
        assert_eq!(item(&extract_of(&file(), receiver), "risks", "brand")["units"], units, "{receiver}");
    }
}

#[test]
fn a_role_that_is_left_out_is_named_by_nothing_and_one_that_no_item_describes_is_a_word() {
    let extract = extract_of(&file(), "internal");
    assert_eq!(item(&extract, "trainings", "brand")["roles"], json!(["head"]));
    assert_eq!(names_of(&extract["assignments"], "role"), ["head", "head"]);
}

#[test]
fn a_department_gets_the_measures_that_act_on_its_risks_and_of_those_without_risks_its_own() {
    let (buf, soc) = (extract_of(&file(), "department:buf"), extract_of(&file(), "department:soc"));
    assert_eq!(names_of(&buf["measures"], "id"), ["larm", "utan"]);
    assert_eq!(names_of(&soc["measures"], "id"), ["las"]);
}

#[test]
fn a_department_gets_what_it_belongs_to_and_what_concerns_it() {
    let (buf, soc) = (extract_of(&file(), "department:buf"), extract_of(&file(), "department:soc"));
    assert_eq!(names_of(&buf["units"], "id"), ["buf", "kluster", "kommun"]);
    assert_eq!(names_of(&soc["units"], "id"), ["kommun", "soc"]);
    assert_eq!(names_of(&buf["risks"], "id"), ["brand", "inbrott"], "what no known unit answers for concerns all");
}

#[test]
fn what_a_function_needs_is_told_within_the_municipality_as_far_as_it_leaves() {
    let needs = |receiver: &str| {
        let extract = extract_of(&file(), receiver);
        names_of(&item(&extract, "functions", "skola")["needs"], "on").join(" ")
    };
    assert_eq!((&*needs("internal"), &*needs("department:buf"), &*needs("public")), ("omsorg el", "omsorg el", ""));
}

#[test]
fn an_extract_counts_why_things_are_left_out_and_one_of_an_extract_adds_to_it() {
    let left_out = |file: &Value, receiver: &str| extract_of(file, receiver)["extract"]["left_out"].clone();
    let once = extract_of(&file(), "internal");
    let counts = &once["extract"]["left_out"];
    assert_eq!((&counts["never"], &counts["secret:18:13"]), (&json!(4), &json!(1)), "{counts}");
    assert_eq!(counts["unread"], Value::Null, "what has been read is not counted as unread: {counts}");
    assert_eq!(&left_out(&once, "internal"), counts);
    let mut marked = once.clone();
    marked["risks"][0]["marking"] = json!("never");
    assert_eq!(left_out(&marked, "internal")["never"], 5);
}

#[test]
fn a_receiver_without_an_id_is_none() {
    for text in ["party:", "department:", "nobody", "public:buf"] {
        assert_eq!(text.parse::<Receiver>(), Err(NoReceiver::Unknown(text.into())));
    }
}
