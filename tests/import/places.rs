//! What stands where a workplace is named and is none: it is told, and becomes no unit.

use std::collections::BTreeSet;

use serde_json::Value;

use super::support::{AnswerGiven, import, run};

/// The names of the units that the import brings.
fn brought(answer: &AnswerGiven) -> Vec<String> {
    let units = answer.json()["result"]["units"].as_array().cloned().unwrap_or_default();
    let known = ["sjovik", "vard", "bjorken", "granen"];
    let new = units.iter().filter(|unit| !known.contains(&unit["id"].as_str().unwrap()));
    new.map(|unit| unit["name"].as_str().unwrap().to_owned()).collect()
}

const NONE: [&str; 12] = [
    "1) Vikarie",
    "(tomma);;12",
    "Org.nr 212000-0000",
    "Box 123, 123 45 Stad",
    "Säkerhetschef Eva Al",
    "Övriga",
    "Ingen arbetsplats",
    "Summa",
    "Totalt 12 enheter",
    "S:a;;12 enheter",
    "Uden arbejdsplads;;3",
    "Øvrige enheter",
];

#[test]
fn what_is_no_place_is_told_and_becomes_none() {
    for heading in [
        "Arbetsplats;Säkerhetsombud;Antal anställda",
        "Enhet;Adress;Antal anställda",
        "Förvaltning;Säkerhetssamordnare;Antal anställda",
    ] {
        for (number, row) in NONE.iter().enumerate() {
            let list = format!("{heading}\nEkbackens förskola;;12\n{row}\n");
            let answer = import("places", &format!("list{number}.csv"), list.as_bytes());
            assert_eq!(brought(&answer), ["Ekbackens förskola"], "{heading} {row}: {}", answer.told);
            assert_eq!(answer.people(), ["Maj Holm"], "{row}");
            let notes = answer.json()["notes"].as_array().unwrap().clone();
            assert!(notes.iter().any(|note| note["row"] == 3), "{heading} {row}: {notes:?}");
        }
    }
}

#[test]
fn what_stands_beside_a_name_that_is_none_is_told_and_nobody_gets_a_post() {
    let list = "Förvaltning;Arbetsplats;Säkerhetsombud\nOmsorgsförvaltningen;Summa;3 vakanta\n\
        Omsorgsförvaltningen;Övriga;Siv Gran\nÖvriga;Lindens boende;Ivar Lund\n";
    let answer = import("beside", "list.csv", list.as_bytes());
    assert_eq!(brought(&answer), ["Lindens boende"], "{}", answer.told);
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    let told = answer.notes();
    for note in
        [("B2", "not_a_place"), ("C2", "remark"), ("B3", "not_a_place"), ("C3", "remark"), ("A4", "not_a_place")]
    {
        assert!(told.contains(&(note.0.to_owned(), note.1.to_owned())), "{note:?} of {told:?}");
    }
}

#[test]
fn a_place_whose_name_begins_alike_is_a_place() {
    let names =
        ["Boxholms skola", "Övre skolan", "Övrigagården", "1) Ekskolan", "Norra Berget", "Totalskolan", "Receptionen"];
    let list = format!("Arbetsplats;Säkerhetsombud\n{};\n", names.join(";\n"));
    let answer = import("alike", "list.csv", list.as_bytes());
    let found: BTreeSet<String> = brought(&answer).into_iter().collect();
    assert_eq!(found, names.map(str::to_owned).into(), "{}", answer.told);
}

#[test]
fn an_identity_number_in_the_name_of_a_file_is_dropped_and_told() {
    let list = "Arbetsplats;Säkerhetsombud\nGranens boende;Maj Holm\n";
    let file = "lista 900101-9802.csv";
    let answer = run("named", &[(file, list.as_bytes())], &["import", "base.json", file, "--json"]);
    assert!(!answer.out.contains("9802") && !answer.told.contains("9802"), "{}{}", answer.out, answer.told);
    let kinds: Vec<Value> =
        answer.json()["notes"].as_array().unwrap().iter().map(|note| note["kind"].clone()).collect();
    assert!(kinds.contains(&"personal_number_in_name".into()), "{kinds:?}");
    let plain = import("named", "lista 2026.csv", list.as_bytes());
    assert!(plain.notes().iter().all(|(_, kind)| kind != "personal_number_in_name"));
}
