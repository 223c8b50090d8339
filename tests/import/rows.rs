//! What stands between the rows of a list, and rows that look like others and are none.

use serde_json::{Value, json};

use super::support::{AnswerGiven, import, run};

/// The names of the units that came to those of the base, each with the id of what it belongs to.
fn units(answer: &AnswerGiven) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = answer.json()["result"]["units"].as_array().cloned().unwrap_or_default();
    let known = ["sjovik", "vard", "bjorken", "granen"];
    let fresh = all.iter().filter(|unit| !known.contains(&unit["id"].as_str().unwrap_or_default()));
    fresh.map(|unit| (text(&unit["name"]), text(&unit["parent"]))).collect()
}

/// The kinds of all notes.
fn kinds(answer: &AnswerGiven) -> Vec<String> {
    answer.notes().into_iter().map(|(_, kind)| kind).collect()
}

#[test]
fn a_row_that_names_a_department_alone_is_the_heading_of_the_rows_below_it() {
    let list = "Arbetsplats;Säkerhetsombud\nOmsorgsförvaltningen;\nLinden;Ivar Lund\nKulturförvaltningen;\n\
        Biblioteket;Siv Gran\nMuseet;Vakant\n";
    let answer = import("sections", "list.csv", list.as_bytes());
    let of = |name: &str, parent: &str| (name.to_owned(), parent.to_owned());
    assert_eq!(
        units(&answer),
        [
            of("Biblioteket", "kulturforvaltningen"),
            of("Kulturförvaltningen", "sjovik"),
            of("Linden", "vard"),
            of("Museet", "kulturforvaltningen"),
        ]
    );
    assert_eq!(kinds(&answer).iter().filter(|kind| *kind == "section").count(), 2, "{:?}", answer.notes());
    let own = import("sections", "list.csv", "Arbetsplats;Säkerhetsombud\nOmsorgsförvaltningen;Ivar Lund\n".as_bytes());
    assert!(!kinds(&own).contains(&"section".to_owned()), "a department's own office has a row of its own");
}

#[test]
fn a_list_with_more_mistakes_than_are_told_says_how_many_are_left_out() {
    let rows: Vec<String> = (0..10_003).map(|n| format!("Linden {n};många")).collect();
    let list = format!("Arbetsplats;Antal anställda\n{}\n", rows.join("\n"));
    let answer = import("mistakes", "list.csv", list.as_bytes());
    let kinds = kinds(&answer);
    assert_eq!(kinds.iter().filter(|kind| *kind == "not_a_number").count(), 10_000);
    assert_eq!((kinds.len(), kinds.last().map(String::as_str)), (10_001, Some("notes_left_out")));
    assert!(answer.told.contains("3 är utelämnade") || answer.told.contains("3 are left out"), "{}", kinds.len());
    let fewer = import("mistakes", "list.csv", "Arbetsplats;Antal anställda\nLinden;många\n".as_bytes());
    assert!(!self::kinds(&fewer).contains(&"notes_left_out".to_owned()));
}

#[test]
fn titles_printers_and_remarks_between_the_rows_are_no_workplaces() {
    let list = "Säkerhetsombud i Sjövik;;\nArbetsplats;Förvaltning;Säkerhetsombud\n\
        Linden;Omsorgsförvaltningen;Ivar Lund\nUtskriven av Siv Gran 2026-02-02;;\n- 1 -;;\nSäkerhetsombud i Sjövik;;\n\
        Förvaltning;Arbetsplats;Ombud\nAspen;Omsorgsförvaltningen;Vakant\nAntal vakanser;;1\n*) vikarie;;\n\
        Sjöviks kommun;;\nKontakt: Siv Gran, 08-123 45 01;;\n2 av 2 poster;;\n";
    let answer = import("printed", "list.csv", list.as_bytes());
    let names: Vec<String> = units(&answer).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        (names, answer.people()),
        (vec!["Aspen".into(), "Linden".into()], vec!["Ivar Lund".into(), "Maj Holm".into()])
    );
    assert_eq!(answer.notes().len(), 9, "{:?}", answer.notes());
}

#[test]
fn sums_pages_legends_and_sentences_are_no_units_and_take_no_rows_below_them() {
    let around = [
        "Summa Omsorgsförvaltningen;;",
        "Utskriftsdatum;2026-01-01;",
        "Vakansgrad;25 %;",
        "S:a;;12",
        "Kulturförvaltningen Totalt;;",
        "Sidan 1 av 3;;",
        "s. 1 (3);;",
        "Teckenförklaring;;",
        "V = vakant;;",
        "Gäller fr.o.m. 2026-01-01;;",
        "Kontaktperson Siv Gran 08-123 45 67;;",
        "Vid frågor kontakta säkerhetsenheten;;",
        "Godkänd av Siv Gran;;",
        "08-123 45 67;;",
        "1;2;3",
    ];
    let list = format!(
        "Arbetsplats;Förvaltning;Säkerhetsombud\nLinden;Omsorgsförvaltningen;Ivar Lund\n{}\n\
        Omsorgsförvaltningen (forts.);;\nAspen;;Vakant\n",
        around.join("\n")
    );
    let answer = import("around", "list.csv", list.as_bytes());
    assert_eq!(units(&answer), [("Aspen".to_owned(), "vard".to_owned()), ("Linden".to_owned(), "vard".to_owned())]);
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    assert_eq!(
        kinds(&answer).iter().filter(|kind| ["sum", "footer"].contains(&&***kind)).count(),
        around.len(),
        "{:?}",
        answer.notes()
    );
}

#[test]
fn what_is_no_address_of_a_unit_is_told() {
    let list = "Arbetsplats;Arbetsplatsens e-post;Arbetsplatsens telefon\nLinden;se hemsidan;ring växeln\n\
        Aspen;aspen@example.org;08-123 45 01\n";
    let answer = import("contact", "list.csv", list.as_bytes());
    let all = answer.json()["result"]["units"].as_array().cloned().unwrap_or_default();
    let contact = |name: &str| all.iter().find(|unit| unit["name"] == name).map(|unit| unit["contact"].clone());
    assert_eq!(contact("Linden"), Some(Value::Null));
    assert_eq!(contact("Aspen"), Some(json!({ "email": "aspen@example.org", "phone": "08-123 45 01" })));
    assert_eq!(
        answer.notes(),
        [("B2".to_owned(), "not_an_address".to_owned()), ("C2".to_owned(), "not_a_phone".to_owned())]
    );
}

#[test]
fn a_danish_number_in_a_catalogue_is_taken_as_it_is_written() {
    let catalogue = json!({
        "orgUnits": [{ "uuid": "a", "name": "Enhed", "parentOrgUnitUuid": null }],
        "users": [{ "uuid": "u", "userId": "u", "name": "Siv Gran", "phone": "12345678" }],
    });
    let answer = import("danish", "organisation.json", catalogue.to_string().as_bytes());
    let people = answer.json()["result"]["people"].as_array().cloned().unwrap_or_default();
    assert!(people.iter().any(|person| person["phone"] == "12345678"), "{people:?} {:?}", answer.notes());
}

#[test]
fn a_sign_or_a_word_for_none_is_no_workplace_and_no_department() {
    let list = "Arbetsplats;Förvaltning;Säkerhetsombud\n-;-;-\nNULL;NULL;NULL\n?;Omsorgsförvaltningen;Ivar Lund\n\
        Linden;?;Siv Gran\n";
    let answer = import("none", "list.csv", list.as_bytes());
    assert_eq!(units(&answer), [("Linden".to_owned(), String::new())]);
    assert_eq!(kinds(&answer).iter().filter(|kind| *kind == "needed").count(), 3, "{:?}", answer.notes());
    assert!(answer.notes().contains(&("B5".to_owned(), "not_found".to_owned())), "{:?}", answer.notes());
}

#[test]
fn a_list_in_other_letters_gives_nobody_another_name() {
    for written in ["MAJ HOLM", "maj holm", "HOLM, MAJ"] {
        let list = format!("Namn;E-post\n\"{written}\";maj.holm@example.org\n");
        assert_eq!(import("letters", "list.csv", list.as_bytes()).people(), ["Maj Holm"], "{written}");
    }
    let base = super::support::base().replace("Maj Holm", "MAJ HOLM");
    let files: [(&str, &[u8]); 2] =
        [("capitals.json", base.as_bytes()), ("list.csv", "Namn;E-post\nMaj Holm;maj.holm@example.org\n".as_bytes())];
    let better = run("letters", &files, &["import", "capitals.json", "list.csv", "--json"]);
    assert_eq!(better.people(), ["Maj Holm"]);
}

#[test]
fn accounts_that_are_deleted_or_closed_in_a_word_are_left_out() {
    let list = "Display name,User principal name,Sign-in status,When deleted\nIvar Lund,ivar.lund@example.org,Allowed,\n\
        Siv Gran,siv.gran@example.org,Blocked,\nUlf Ask,ulf.ask@example.org,Allowed,2026-01-01 08:00:00Z\n";
    let answer = import("deleted", "users.csv", list.as_bytes());
    assert_eq!(
        (answer.people(), kinds(&answer)),
        (vec!["Ivar Lund".into(), "Maj Holm".into()], vec!["disabled".into(); 2])
    );
    let rooms = "displayName,userPrincipalName\nMötesrum Granen,motesrum.granen@example.org\n\
        Utskrift Service,utskrift@example.org\n";
    assert_eq!(import("deleted", "rooms.csv", rooms.as_bytes()).people(), ["Maj Holm"]);
}

#[test]
fn pages_of_graph_that_were_put_together_are_one_list() {
    let page = |name: &str, next: Value| {
        let email = format!("{}@example.org", name.to_ascii_lowercase().replace(' ', "."));
        json!({ "value": [{ "id": name, "displayName": name, "mail": email }], "@odata.nextLink": next })
    };
    let whole = json!([page("Ivar Lund", json!("https://example.org/2")), page("Siv Gran", Value::Null)]);
    let answer = import("pages", "users.json", whole.to_string().as_bytes());
    assert_eq!(
        (answer.people(), kinds(&answer)),
        (vec!["Ivar Lund".into(), "Siv Gran".into(), "Maj Holm".into()], vec![])
    );
    let counted =
        json!({ "@odata.count": 3, "value": [{ "id": "1", "displayName": "Ivar Lund", "mail": "i.l@example.org" }] });
    assert_eq!(kinds(&import("pages", "users.json", counted.to_string().as_bytes())), ["goes_on"]);
}

#[test]
fn a_unit_whose_parent_a_catalogue_lacks_is_no_second_municipality() {
    let unit =
        |id: &str, parent: Value| json!({ "uuid": id, "name": format!("Enhet {id}"), "parentOrgUnitUuid": parent });
    let catalogue = json!({ "orgUnits": [unit("a", Value::Null), unit("b", json!("a")), unit("c", json!("gone"))] });
    let answer = import("catalogue", "organisation.json", catalogue.to_string().as_bytes());
    let kinds_of: Vec<Value> =
        answer.json()["result"]["units"].as_array().unwrap().iter().map(|unit| unit["kind"].clone()).collect();
    assert_eq!(kinds_of.iter().filter(|kind| **kind == "municipality").count(), 2, "the base's and the catalogue's");
    assert!(kinds(&answer).contains(&"not_found".to_owned()), "{:?}", answer.notes());
}

#[test]
fn a_level_that_the_scale_does_not_have_is_told() {
    let list = "Id;Risk;Sannolikhet (1-5)\nR1;Elavbrott;5\nR2;Brand;6\nR3;Stöld;0\nR4;Hot;4-7\n";
    let answer = import("levels", "risks.csv", list.as_bytes());
    let risks = answer.json()["result"]["risks"].as_array().cloned().unwrap();
    let levels: Vec<Value> = risks.iter().map(|risk| risk["likelihood"].clone()).collect();
    assert_eq!(levels, [json!(5), Value::Null, Value::Null, Value::Null]);
    assert_eq!(kinds(&answer), ["not_a_level"; 3]);
}
