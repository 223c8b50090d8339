//! What each receiver gets, cell by cell of the table in `docs/extract.md`.

use serde_json::{Value, json};

use crate::extract_of;

/// A small municipality with something of every kind.
fn file() -> Value {
    json!({
        "format": 1,
        "name": "Exempelkommun",
        "as_of": "2026-07-01",
        "units": [
            { "id": "kommun", "name": "Exempelkommun", "kind": "municipality", "contact": { "email": "kommun@example.se", "phone": "08-1" } },
            { "id": "se", "name": "Säkerhetsenheten", "kind": "security_unit", "parent": "kommun" },
            { "id": "buf", "name": "Skolförvaltningen", "kind": "department", "parent": "kommun" },
            { "id": "eken", "name": "Förskolan Eken", "kind": "workplace", "parent": "buf", "employees": 4 },
            { "id": "alen", "name": "Förskolan Alen", "kind": "workplace", "parent": "buf", "employees": 14 },
            { "id": "soc", "name": "Socialförvaltningen", "kind": "department", "parent": "kommun" },
            { "id": "tallen", "name": "Tallens äldreboende", "kind": "workplace", "parent": "soc" },
            { "id": "grupp", "name": "Riskhanteringsgruppen", "kind": "group", "parent": "kommun" },
            { "id": "polis", "name": "Polisen", "kind": "party" },
        ],
        "people": [
            person("cia", "se"), person("ada", "buf"), person("bo", "buf"), person("eva", "eken"), person("sam", "soc"),
            person("dan", "polis"), person("nils", "soc"), person("old", "buf"),
        ],
        "roles": [{ "id": "secretary", "name": "sekreterare", "contact": "internal" }],
        "assignments": [
            { "role": "head_of_security", "unit": "se", "person": "cia" },
            { "role": "head", "unit": "buf", "person": "ada" },
            { "role": "security_coordinator", "unit": "buf", "person": "bo", "appointed_by": "ada", "reports_to": "ada" },
            { "role": "security_coordinator", "unit": "buf", "person": "old", "until": "2025-12-31" },
            { "role": "security_representative", "unit": "eken", "person": "eva" },
            { "role": "security_representative", "unit": "alen" },
            { "role": "security_coordinator", "unit": "soc", "person": "sam" },
            { "role": "member", "unit": "grupp", "person": "dan", "on_behalf_of": "polis" },
            { "role": "member", "unit": "grupp", "person": "sam" },
        ],
        "scales": [
            { "id": "likelihood", "levels": [{ "name": "låg" }, { "name": "hög" }] },
            { "id": "life", "levels": [{ "name": "små" }, { "name": "stora" }] },
        ],
        "matrices": [{
            "id": "m2", "likelihood": "likelihood", "consequence": ["life"],
            "classes": [{ "id": "low", "name": "låg" }, { "id": "high", "name": "hög" }],
            "grid": [[0, 0], [0, 1]],
        }],
        "risks": [
            {
                "id": "elavbrott", "title": "Elavbrott", "units": ["buf", "eken"], "owner": "ada", "likelihood": 2,
                "consequence": { "life": 2 }, "marking": "open", "motive": "Why", "motives": { "life": "Why life" },
                "vulnerabilities": ["Old cables"], "dependencies": ["The grid"], "capability": "lacking", "colour": "red",
            },
            { "id": "hot", "title": "Hot", "units": ["tallen"], "marking": "internal" },
            { "id": "sabotage", "title": "Sabotage", "marking": "secret:18:13" },
            { "id": "spion", "title": "Spion", "marking": "never" },
        ],
        "measures": [
            { "id": "kablar", "title": "Nya kablar", "owner": "bo", "risks": ["elavbrott", "sabotage"], "effect": { "note": "Why it helps" } },
        ],
        "activities": [{ "kind": "exercise", "date": "2026-04-21", "unit": "grupp", "who": ["dan", "ada"], "note": "Dark for three days" }],
        "functions": [{ "id": "omsorg", "name": "Omsorg", "unit": "buf", "needs": [{ "on": "el" }], "tasks": [{ "name": "Hålla öppet", "capability": "lacking" }], "note": "N" }],
        "dependencies": [{ "id": "el", "name": "El", "supplier": "Nätbolaget" }],
        "exceptions": [{ "finding": "representative-per-workplace:alen", "reason": "Recruiting", "who": "ada" }],
        "planned": { "move": "2027" },
    })
}

fn person(id: &str, unit: &str) -> Value {
    json!({ "id": id, "name": format!("{id} Exempel"), "unit": unit, "email": format!("{id}@example.se"), "phone": format!("070-{id}") })
}

const RECEIVERS: [&str; 4] = ["public", "party:polis", "department:buf", "internal"];

/// For each receiver in turn, whether the text is in its extract.
fn who_sees(file: &Value, text: &str) -> [bool; 4] {
    RECEIVERS.map(|receiver| extract_of(file, receiver).to_string().contains(text))
}

/// The items of a list in an extract, by their id.
fn ids(extract: &Value, list: &str) -> Vec<String> {
    let items = extract[list].as_array().cloned().unwrap_or_default();
    items.iter().map(|item| item["id"].as_str().unwrap_or_default().to_owned()).collect()
}

fn item<'e>(extract: &'e Value, list: &str, id: &str) -> &'e Value {
    extract[list].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap()
}

#[test]
fn open_and_unmarked_items_go_to_all_and_marked_ones_to_whom_their_marking_says() {
    let file = file();
    assert_eq!(who_sees(&file, "Elavbrott"), [true; 4]);
    assert_eq!(who_sees(&file, "Nya kablar"), [true; 4], "unmarked");
    assert_eq!(who_sees(&file, "Hot"), [false, false, false, true], "internal, and of another department");
    assert_eq!(who_sees(&file, "Sabotage"), [false; 4]);
    assert_eq!(who_sees(&file, "Spion"), [false; 4]);
    let mut own = file.clone();
    own["risks"][1]["units"] = json!(["eken"]);
    assert_eq!(who_sees(&own, "Hot"), [false, false, true, true], "internal, and the department's own");
}

#[test]
fn a_department_gets_its_own_part_and_what_concerns_all() {
    let extract = extract_of(&file(), "department:buf");
    assert_eq!(ids(&extract, "units"), ["alen", "buf", "eken", "grupp", "kommun", "polis", "se"]);
    assert_eq!(
        ids(&extract, "people"),
        ["ada", "bo", "cia", "dan", "eva", "old", "sam"],
        "sam is a member of the group"
    );
    assert_eq!(item(&extract, "people", "sam")["unit"], Value::Null, "where sam works is elsewhere");
    assert_eq!(ids(&extract, "risks"), ["elavbrott"]);
    assert_eq!(extract["extract"]["left_out"]["elsewhere"], 5, "two units, a person, a post and a risk");
}

#[test]
fn the_public_sees_nobodys_name_but_what_they_do() {
    let extract = extract_of(&file(), "public");
    let text = extract.to_string();
    for id in ["cia", "ada", "bo", "eva", "sam", "dan", "nils"] {
        assert!(!text.contains(&format!("{id} Exempel")) && !text.contains(&format!("\"{id}\"")), "{id}");
    }
    let coordinators = extract["people"].as_array().unwrap().iter().filter(|it| it["name"] == "Säkerhetssamordnare");
    assert_eq!(coordinators.count(), 3, "two that are and one that was");
    let holder =
        &extract["assignments"].as_array().unwrap().iter().find(|post| post["role"] == "head").unwrap()["person"];
    assert_eq!(item(&extract, "people", holder.as_str().unwrap())["name"], "Chef");
    assert_eq!(extract["people"].as_array().unwrap().len(), 7, "nils holds nothing and is not there");
}

#[test]
fn a_party_is_told_the_names_of_those_it_works_with() {
    let file = file();
    for (who, is_named) in [
        ("cia", true),
        ("bo", true),
        ("sam", true),
        ("dan", true),
        ("ada", false),
        ("eva", false),
        ("nils", false),
        ("old", false),
    ] {
        let seen = who_sees(&file, &format!("{who} Exempel"));
        let elsewhere = who == "nils";
        assert_eq!(seen, [false, is_named, !elsewhere, true], "{who}");
        assert_eq!(who_sees(&file, &format!("{who}@example.se")), seen, "the e-mail address of {who}");
        assert_eq!(who_sees(&file, &format!("070-{who}")), [false, false, !elsewhere, true], "the number of {who}");
    }
}

#[test]
fn a_party_is_told_who_it_works_with_through_the_last_day_of_the_post() {
    let until = |day: &str| {
        let mut file = file();
        file["assignments"][2]["until"] = json!(day);
        who_sees(&file, "bo Exempel")
    };
    assert_eq!(until("2026-07-01"), [false, true, true, true]);
    assert_eq!(until("2026-06-30"), [false, false, true, true]);
}

#[test]
fn an_address_is_not_told_where_the_role_is_reached_from_within_only() {
    let mut file = file();
    file["roles"] = json!([{ "id": "head_of_security", "name": "säkerhetschef", "contact": "internal" }]);
    let extract = extract_of(&file, "party:polis");
    assert_eq!(item(&extract, "people", "cia")["name"], "cia Exempel");
    assert_eq!(item(&extract, "people", "cia")["email"], Value::Null);
    assert_eq!(item(&extract, "people", "bo")["email"], "bo@example.se");
}

#[test]
fn how_to_reach_a_unit_is_told_to_all() {
    assert_eq!(who_sees(&file(), "kommun@example.se"), [true; 4]);
    assert_eq!(who_sees(&file(), "08-1"), [true; 4]);
}

#[test]
fn why_things_are_as_they_are_stays_within_the_municipality() {
    let own = [false, false, true, true];
    let inside = ["Why", "Why life", "Old cables", "The grid", "lacking", "Why it helps", "Dark for three days"];
    for text in inside.into_iter().chain(["Hålla öppet", "Nätbolaget", "Recruiting", "red"]) {
        assert_eq!(who_sees(&file(), &format!("\"{text}\"")), own, "{text}");
    }
    assert_eq!(who_sees(&file(), "2027"), [false, false, false, true], "an unknown field of the file itself");
    assert_eq!(who_sees(&file(), "\"Omsorg\""), [true; 4], "that the function is there");
    let reason = &extract_of(&file(), "public")["exceptions"][0]["reason"];
    assert_eq!(reason["en"], "The reason is not given out.");
}

#[test]
fn how_few_work_somewhere_is_not_told_to_others() {
    for (receiver, few) in RECEIVERS.iter().zip([Value::Null, Value::Null, json!(4), json!(4)]) {
        let extract = extract_of(&file(), receiver);
        assert_eq!(item(&extract, "units", "eken")["employees"], few, "{receiver}");
        assert_eq!(item(&extract, "units", "alen")["employees"], 14, "{receiver}");
    }
}

#[test]
fn an_item_left_out_takes_with_it_every_reference_to_it() {
    let mut file = file();
    file["units"][3]["marking"] = json!("never");
    file["people"][1]["marking"] = json!("never");
    file["rules"] = json!([
        { "id": "under", "holders": { "of": "head", "in": { "under": "eken" } } },
        { "id": "parties", "represented": { "parties": ["eken", "polis"] } },
    ]);
    for receiver in RECEIVERS {
        let extract = extract_of(&file, receiver);
        let text = extract.to_string();
        for id in ["eken", "ada", "sabotage"] {
            assert!(!text.contains(&format!("\"{id}\"")), "{receiver}: {id} in {text}");
        }
        assert_eq!(item(&extract, "risks", "elavbrott")["units"], json!(["buf"]));
        assert_eq!(item(&extract, "measures", "kablar")["risks"], json!(["elavbrott"]));
        assert_eq!(ids(&extract, "rules"), ["parties"]);
        assert_eq!(item(&extract, "rules", "parties")["represented"]["parties"], json!(["polis"]));
    }
}

#[test]
fn a_post_whose_holder_is_left_out_is_left_out_and_not_told_as_vacant() {
    let mut file = file();
    file["people"][1]["marking"] = json!("internal");
    let heads = |receiver| {
        let extract = extract_of(&file, receiver);
        extract["assignments"].as_array().unwrap().iter().filter(|post| post["role"] == "head").count()
    };
    assert_eq!(RECEIVERS.map(heads), [0, 0, 1, 1]);
    assert_eq!(extract_of(&file, "public")["extract"]["left_out"]["reference"], 1);
}

#[test]
fn a_unit_whose_parent_is_left_out_belongs_to_the_nearest_above_that_leaves() {
    let mut file = file();
    file["units"][2]["marking"] = json!("internal");
    let extract = extract_of(&file, "public");
    assert_eq!(item(&extract, "units", "eken")["parent"], "kommun");
}

#[test]
fn an_item_that_cannot_be_read_leaves_only_within_the_municipality_and_not_if_it_is_secret() {
    let mut file = file();
    let risks = file["risks"].as_array_mut().unwrap();
    risks.push(json!({ "id": "broken", "title": 7 }));
    risks.push(json!({ "id": "broken-secret", "title": 7, "marking": "secret:18:13" }));
    risks.push(json!({ "id": "broken-marking", "title": "T", "marking": "hemlig" }));
    assert_eq!(who_sees(&file, "\"broken\""), [false, false, false, true]);
    assert_eq!(who_sees(&file, "broken-secret"), [false; 4]);
    assert_eq!(who_sees(&file, "broken-marking"), [false; 4]);
}

#[test]
fn what_an_exception_is_from_may_be_named_though_the_exception_is_left_out() {
    let mut file = file();
    let finding = "representative-per-workplace:tallen";
    file["units"][6]["settles"] = json!(finding);
    let secret = json!({ "finding": finding, "reason": 7, "marking": "never" });
    file["exceptions"].as_array_mut().unwrap().push(secret);
    let extract = extract_of(&file, "internal");
    assert_eq!(extract["exceptions"].as_array().unwrap().len(), 1);
    assert_eq!(item(&extract, "units", "tallen")["settles"], finding, "the id of a finding is made of others'");
}

#[test]
fn an_edition_goes_through_the_same_sieve() {
    let mut file = file();
    let content = json!({ "format": 1, "risks": [
        { "id": "then", "title": "Then", "owner": "ada", "motive": "Why then" },
        { "id": "hidden", "title": "Hidden then", "marking": "never" },
    ]});
    file["editions"] =
        json!([{ "id": "rsa", "name": "RSA", "date": "2023-10-17", "sha256": "00ff", "content": content }]);
    assert_eq!(who_sees(&file, "\"Then\""), [true; 4]);
    assert_eq!(who_sees(&file, "Hidden then"), [false; 4]);
    assert_eq!(who_sees(&file, "Why then"), [false, false, true, true]);
    assert_eq!(who_sees(&file, "00ff"), [false; 4], "the hash is of what was adopted");
    let extract = extract_of(&file, "public");
    let owner = &extract["editions"][0]["content"]["risks"][0]["owner"];
    assert_eq!(item(&extract, "people", owner.as_str().unwrap())["name"], "Chef");
    file["editions"][0]["content"] = json!({ "format": 1, "risks": [{ "id": "then", "title": "Then" }] });
    assert_eq!(who_sees(&file, "00ff"), [true; 4], "nothing is left out of it");
}

#[test]
fn people_of_an_edition_itself_leave_within_the_municipality_alone() {
    let mut file = file();
    let content = json!({ "format": 1,
        "people": [{ "id": "former", "name": "Former Chief" }, { "id": "ada", "name": "Ada Then" }],
        "risks": [
            { "id": "then", "title": "Then", "units": ["buf"], "owner": "former" },
            { "id": "since", "title": "Since", "units": ["buf"], "owner": "ada" },
        ],
        "units": [{ "id": "buf", "name": "B", "kind": "department" }],
    });
    file["editions"] = json!([{ "id": "rsa", "name": "RSA", "date": "2023-10-17", "content": content }]);
    assert_eq!(who_sees(&file, "Former Chief"), [false, false, true, true]);
    assert_eq!(who_sees(&file, "Ada Then"), [false, false, true, true]);
    let owner = |file: &Value, receiver: &str, risk: &str| {
        let extract = extract_of(file, receiver);
        let risks = extract["editions"][0]["content"]["risks"].as_array().unwrap().clone();
        risks.into_iter().find(|item| item["id"] == risk).unwrap()["owner"].clone()
    };
    assert_eq!(
        ["public", "department:buf", "internal"].map(|it| owner(&file, it, "then")),
        [json!(null), json!("former"), json!("former")]
    );
    let mut alone = file.clone();
    alone["editions"][0]["content"]["people"].as_array_mut().unwrap().pop();
    assert_eq!(owner(&alone, "department:buf", "then"), "former", "the only one of the edition");
    let chief = owner(&file, "public", "since");
    let people = extract_of(&file, "public");
    assert_eq!(
        item(&people, "people", chief.as_str().unwrap())["name"],
        "Chef",
        "who is in the file is called as there"
    );
}

#[test]
fn a_file_with_rules_of_its_own_does_not_get_the_built_in_ones_when_they_are_left_out() {
    let mut file = file();
    file["units"][3]["marking"] = json!("never");
    file["rules"] = json!([{ "id": "under", "holders": { "of": "head", "in": { "under": "eken" } } }]);
    assert_eq!(extract_of(&file, "public")["packs"], json!([]));
}

#[test]
fn an_extract_says_for_whom_when_and_by_what_it_was_made() {
    let made = &extract_of(&file(), "party:polis")["extract"];
    assert_eq!(made["for"], "party:polis");
    assert_eq!(made["date"], "2026-07-02");
    assert_eq!(made["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(made["rules"], 1);
    let left_out =
        json!({ "internal": 1, "never": 1, "secret:18:13": 1, "unmentioned": 1, "unread": 1, "vulnerability": 1 });
    assert_eq!(made["left_out"], left_out);
}

#[test]
fn a_party_that_is_left_out_itself_is_not_named() {
    let mut file = file();
    file["units"][8]["marking"] = json!("internal");
    let extract = extract_of(&file, "party:polis");
    assert_eq!(extract["extract"]["for"], "party");
    assert!(!extract.to_string().contains("polis\""));
}

#[test]
fn a_pseudonym_depends_on_nothing_but_what_the_extract_says() {
    let file = file();
    let mut renamed: Value = serde_json::from_str(&file.to_string().replace("\"eva\"", "\"zara\"")).unwrap();
    renamed["people"].as_array_mut().unwrap().reverse();
    assert_eq!(extract_of(&file, "public"), extract_of(&renamed, "public"));
}

/// What the public's extract calls whoever holds the post at Eken.
fn of_eken(file: &Value) -> Value {
    let extract = extract_of(file, "public");
    extract["assignments"].as_array().unwrap().iter().find(|post| post["unit"] == "eken").unwrap()["person"].clone()
}

#[test]
fn a_pseudonym_stays_when_others_change() {
    let mut file = file();
    let before = of_eken(&file);
    file["people"].as_array_mut().unwrap().push(person("new", "alen"));
    file["assignments"][5]["person"] = json!("new");
    assert_eq!(of_eken(&file), before);
}

#[test]
fn a_pseudonym_stays_when_something_but_their_posts_is_said_of_a_person() {
    let mut file = file();
    let before = of_eken(&file);
    file["activities"][0]["who"] = json!(["dan", "ada", "eva"]);
    assert_eq!(of_eken(&file), before);
    file["assignments"][4]["from"] = json!("2026-01-01");
    assert_ne!(of_eken(&file), before);
}

#[test]
fn people_who_hold_the_same_are_told_apart_by_what_else_is_said_of_them_and_not_by_their_ids() {
    let at = |first: &str, second: &str| {
        json!({
            "format": 1,
            "units": [{ "id": "g", "name": "G", "kind": "group" }],
            "people": [person(first, "g"), person(second, "g")],
            "assignments": [
                { "role": "member", "unit": "g", "person": first }, { "role": "member", "unit": "g", "person": second },
            ],
            "activities": [{ "kind": "meeting", "date": "2026-01-01", "who": [first] }],
        })
    };
    assert_eq!(extract_of(&at("anna", "zara"), "public"), extract_of(&at("zara", "anna"), "public"));
}
