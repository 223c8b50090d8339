//! Lists as municipalities have them: what is taken in, what is told, and that nobody is made up.

use serde_json::{Value, json};

use super::support::{AnswerGiven, import, run};

/// What the rows of the only sheet were taken for.
fn target(answer: &AnswerGiven) -> Value {
    answer.json()["sheets"][0]["target"].clone()
}

/// The items of a list of the file that came out that fit.
fn items(answer: &AnswerGiven, list: &str, fits: impl Fn(&Value) -> bool) -> Vec<Value> {
    let all = answer.json()["result"][list].as_array().cloned().unwrap_or_default();
    all.into_iter().filter(fits).collect()
}

#[test]
fn a_row_for_each_department_gives_coordinators_substitutes_numbers_and_days() {
    let list = "Förvaltning;Säkerhetssamordnare;E-post;Ersättare för samordnaren;Antal anställda;Samordnare t.o.m.\n\
        Omsorgsförvaltningen;Ivar Lund;ivar.lund@example.org;Siv Gran;1 250;31 december 2027\n\
        Kulturförvaltningen;Vakant;;;40;\nTekniska kontoret;se chef;;;;våren 2027\n";
    let answer = import("departments", "list.csv", list.as_bytes());
    assert_eq!(target(&answer), "departments");
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm", "Siv Gran"]);
    let posts = items(&answer, "assignments", |post| post["role"] == "security_coordinator");
    let expected = [
        json!({"role": "security_coordinator", "unit": "kulturforvaltningen"}),
        json!({"role": "security_coordinator", "unit": "vard", "person": "ivar-lund", "until": "2027-12-31"}),
        json!({"role": "security_coordinator", "unit": "vard", "person": "siv-gran", "substitute_for": "ivar-lund"}),
    ];
    assert_eq!(posts, expected);
    assert_eq!(items(&answer, "units", |unit| unit["id"] == "vard")[0]["employees"], 1250);
    let told = answer.notes();
    assert_eq!(told, [("B4".to_owned(), "refers".to_owned()), ("F4".to_owned(), "not_a_day".to_owned())]);
}

#[test]
fn a_list_of_names_and_addresses_is_one_of_people_and_one_of_units_is_not() {
    let people = import("people", "list.csv", "Namn;E-post\nLund, Ivar;ivar.lund@example.org\nSiv Gran;\n".as_bytes());
    assert_eq!((target(&people), people.people().len()), (json!("people"), 3));
    assert!(people.people().contains(&"Ivar Lund".to_owned()), "given names stand first: {:?}", people.people());
    let units = import("people", "list.csv", "Namn;E-post\nAspens förskola;aspen@example.org\n".as_bytes());
    assert_eq!((target(&units), units.people().len()), (json!("units"), 1));
}

#[test]
fn the_same_names_in_another_order_are_one_person_and_told() {
    let list = "Arbetsplats;Säkerhetsombud\nBjörkens hemtjänst;Ivar Lund\nGranens boende;Lund Ivar\n";
    let answer = import("order", "list.csv", list.as_bytes());
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    assert!(answer.notes().contains(&("B3".to_owned(), "same_person".to_owned())), "{:?}", answer.notes());
    let known = import("order", "list.csv", "Arbetsplats;Säkerhetsombud\nGranens boende;Holm Maj\n".as_bytes());
    assert_eq!(
        (known.people(), known.json()["questions"][0]["kind"].clone()),
        (vec!["Maj Holm".to_owned()], json!("near_name"))
    );
}

#[test]
fn someone_of_the_same_department_is_the_same_and_of_another_is_asked_about() {
    let list = "Arbetsplats;Förvaltning;Säkerhetsombud\nGranens boende;Omsorgsförvaltningen;Maj Holm\n\
        Biblioteket;Kulturförvaltningen;Maj Holm\n";
    let answer = import("place", "list.csv", list.as_bytes());
    assert_eq!(items(&answer, "assignments", |post| post["unit"] == "granen")[0]["person"], "maj");
    assert_eq!(answer.json()["questions"][0]["cell"], "C3");
}

#[test]
fn several_owners_are_told_as_several() {
    let table = "ref_id;name;current_proba;treatment;owners\nR.7;Stopp;3;mitigate;Maj Holm|Omsorgsförvaltningen\n\
        R.8;Brand;2;mitigate;Maj Holm\n";
    let answer = import("owners", "scenarios.csv", table.as_bytes());
    assert_eq!(answer.notes(), [("E2".to_owned(), "several".to_owned())]);
    let owners = items(&answer, "risks", |_| true).iter().map(|risk| risk["owner"].clone()).collect::<Vec<_>>();
    assert_eq!(owners, [Value::Null, json!("maj")]);
}

#[test]
fn a_register_that_describes_its_risks_takes_the_description_for_the_name() {
    let list = "Risk-id;Riskbeskrivning;Sannolikhet (1-5);Åtgärd\nR1;Elavbrott;3;Reservkraft\n";
    let answer = import("register", "list.csv", list.as_bytes());
    assert_eq!(target(&answer), "risks");
    assert_eq!(items(&answer, "risks", |_| true)[0]["title"], "Elavbrott");
    assert_eq!(answer.notes(), [("D1".to_owned(), "column_left_out".to_owned())]);
}

#[test]
fn a_second_number_and_a_column_of_which_nothing_is_used_are_told() {
    let list = "Namn;Telefon;Mobil;Chef\nIvar Lund;08-123 45 01;070-123 45 68;Maj Holm\n";
    let answer = import("unused", "list.csv", list.as_bytes());
    assert_eq!(
        answer.notes(),
        [("C2".to_owned(), "remark".to_owned()), ("D1".to_owned(), "column_left_out".to_owned())]
    );
    let bare = import("unused", "list.csv", "Namn;Mobil\nIvar Lund;701234568\n".as_bytes());
    assert_eq!((bare.code, items(&bare, "people", |one| one["phone"] == "0701234568").len()), (Some(0), 1));
}

#[test]
fn a_row_whose_workplace_is_asked_about_gives_its_department_no_head() {
    let list = "Arbetsplats;Förvaltning;Chef;Säkerhetsombud\nGranens boende;Kulturförvaltningen;Ivar Lund;Siv Gran\n";
    let answer = import("head", "list.csv", list.as_bytes());
    assert_eq!(answer.json()["questions"][0]["kind"], "other_place");
    assert_eq!(items(&answer, "assignments", |post| post["role"] == "head"), [] as [Value; 0]);
    let told = answer.notes();
    for cell in ["C2", "D2"] {
        assert!(told.contains(&(cell.to_owned(), "remark".to_owned())), "{told:?}");
    }
}

#[test]
fn accounts_of_rooms_and_services_are_asked_about_and_those_of_people_are_not() {
    let users = json!({ "value": [
        { "id": "1", "displayName": "Ivar Lund", "mail": "ivar.lund@example.org" },
        { "id": "2", "displayName": "Konferensrum 3", "mail": "rum3@example.org" },
        { "id": "3", "displayName": "svc-backup", "mail": "svc-backup@example.org" },
        { "id": "4", "displayName": "siv gran", "mail": "siv.gran@example.org" },
    ]});
    let answer = import("rooms", "users.json", users.to_string().as_bytes());
    assert_eq!(answer.people(), ["Ivar Lund", "siv gran", "Maj Holm"]);
    let told: Vec<String> = answer.notes().into_iter().map(|(cell, _)| cell).collect();
    assert_eq!(told, ["B3", "B4"]);
}

#[test]
fn guests_and_closed_accounts_are_left_out_in_swedish_too() {
    let list = "Användarens huvudnamn,Visningsnamn,Objekt-ID,Blockera autentiseringsuppgifter,Kontotyp\n\
        ivar.lund@example.org,Ivar Lund,1,FALSKT,Medlem\nsiv.gran@example.org,Siv Gran,2,SANT,Medlem\n\
        ulf.ask@example.org,Ulf Ask,3,FALSKT,Gäst\n";
    let answer = import("swedish", "users.csv", list.as_bytes());
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    let kinds: Vec<String> = answer.notes().into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(kinds, ["disabled", "guest"]);
}

#[test]
fn who_stands_below_a_place_without_one_of_their_own_holds_nothing_at_the_department() {
    let list = "Arbetsplats;Förvaltning;Chef;Säkerhetsombud;Anställda\nLinden;Omsorgsförvaltningen;Ivar Lund;Siv Gran;3\n\
        ;;Ulf Ask;Tor Ek;4\n;Omsorgsförvaltningen;Pia Dal;;9\n";
    let answer = import("below", "list.csv", list.as_bytes());
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm", "Pia Dal", "Siv Gran"]);
    assert_eq!(answer.notes(), [(String::new(), "needed".to_owned()), ("E4".to_owned(), "remark".to_owned())]);
}

#[test]
fn a_row_that_is_no_post_brings_nobody() {
    let list = "Roll;Enhet;Person\nSäkerhetsombud;Granens boende;Ivar Lund\n;;Siv Gran\nSäkerhetsombud;;Ulf Ask\n";
    let answer = import("no-post", "list.csv", list.as_bytes());
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    assert_eq!(answer.notes(), vec![(String::new(), "needed".to_owned()); 2]);
}

#[test]
fn a_term_that_ends_before_it_begins_is_told_and_not_used() {
    let told = |cell: &str| (cell.to_owned(), "ends_before_it_begins".to_owned());
    let list = "Arbetsplats;Säkerhetsombud;Fr.o.m.;T.o.m.\nLinden;Ivar Lund;2028-01-01;2027-01-01\n\
        Granen;Siv Gran;2027-01-01;2027-01-01\n";
    let posts = "Roll;Enhet;Person;Från och med;Till och med\n\
        Säkerhetsombud;Granens boende;Ivar Lund;2028-01-01;2027-01-01\n";
    let answer = import("reversed", "list.csv", list.as_bytes());
    assert_eq!(answer.notes(), [told("C2"), told("D2")]);
    let days: Vec<Value> =
        answer.json()["result"]["assignments"].as_array().unwrap().iter().map(|post| post["until"].clone()).collect();
    assert_eq!(days.iter().filter(|day| **day == "2027-01-01").count(), 1, "{days:?}");
    let answer = import("reversed", "posts.csv", posts.as_bytes());
    assert_eq!(answer.notes(), [told("D2"), told("E2")]);
    assert!(!answer.json()["result"].to_string().contains("2028-01-01"));
    let base = super::support::base().replace("\"person\":\"maj\"", "\"person\":\"maj\",\"from\":\"2026-01-01\"");
    let ended = "Arbetsplats;Säkerhetsombud;T.o.m.\nBjörkens hemtjänst;Maj Holm;2025-06-30\n";
    let files: [(&str, &[u8]); 2] = [("begun.json", base.as_bytes()), ("last.csv", ended.as_bytes())];
    let answer = run("reversed", &files, &["import", "begun.json", "last.csv", "--json"]);
    assert_eq!(answer.notes(), [(String::new(), "ends_before_it_begins".to_owned())]);
    assert!(!answer.json()["result"].to_string().contains("2025-06-30"));
}

#[test]
fn several_telephone_numbers_in_one_cell_are_told_and_none_is_used() {
    let list = "Arbetsplats;Säkerhetsombud;Telefon\nLinden;Ivar Lund;\"070-123 45 67, 08-123 45 67\"\n\
        Granen;Siv Gran;070-123 45 67 / 08-123 45 67\nAspen;Ulf Ask;08-123 45 01\n";
    let answer = import("numbers", "list.csv", list.as_bytes());
    assert_eq!(answer.notes(), ["C2", "C3"].map(|cell| (cell.to_owned(), "several".to_owned())));
    let phones = answer.json()["result"]["people"].to_string().matches("\"phone\"").count();
    assert_eq!(phones, 1);
}

#[test]
fn a_place_where_a_name_should_stand_is_nobody() {
    for text in [
        "Hus Nord",
        "Plan 2",
        "Reception",
        "Expeditionen",
        "Kontoret",
        "Entré A",
        "Östra Flygeln",
        "Kansli Syd",
        "Lag Blå",
    ] {
        let list = format!("Arbetsplats;Säkerhetsombud\nLinden;{text}\n");
        let answer = import("place", "list.csv", list.as_bytes());
        assert_eq!((answer.people(), answer.code), (vec!["Maj Holm".to_owned()], Some(1)), "{text}");
    }
}

#[test]
fn what_someone_is_stands_before_or_behind_the_name_and_is_no_part_of_it() {
    for text in ["Kurator Siv Gran", "Speciallärare Siv Gran", "Siv Gran (fritidspedagog)", "Siv Gran, skolsköterska"]
    {
        let list = format!("Arbetsplats;Säkerhetsombud\nLinden;\"{text}\"\n");
        let answer = import("title-of-one", "list.csv", list.as_bytes());
        assert_eq!(answer.people(), ["Maj Holm", "Siv Gran"], "{text}");
        assert_eq!(answer.notes(), [("B2".to_owned(), "remark".to_owned())], "{text}");
    }
}
