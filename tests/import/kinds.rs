//! What a sheet lists, and whose its columns are: what headings alone do not say is not guessed.

use serde_json::{Value, json};

use super::support::{AnswerGiven, import};

/// What a list gives, in a folder of the test's own: a thread of tests is called as its test.
fn taken_in(list: &str) -> AnswerGiven {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("kinds").replace("::", "-");
    import(&test, "list.csv", list.as_bytes())
}

fn target(answer: &AnswerGiven) -> Value {
    answer.json()["sheets"][0]["target"].clone()
}

/// The fields that the columns of a list fill.
fn fields(answer: &AnswerGiven) -> Vec<Value> {
    let columns = answer.json()["sheets"][0]["columns"].as_array().cloned().unwrap_or_default();
    columns.into_iter().map(|column| column["field"].clone()).collect()
}

fn units(answer: &AnswerGiven) -> usize {
    answer.json()["result"]["units"].as_array().unwrap().len()
}

#[test]
fn days_are_those_of_whoever_stands_before_them() {
    for (heads, expected) in [
        (
            "Arbetsplats;Chef;T.o.m.;Säkerhetsombud",
            [json!("workplace"), json!("head"), Value::Null, json!("representative")],
        ),
        (
            "Arbetsplats;Säkerhetsombud;T.o.m.;Chef",
            [json!("workplace"), json!("representative"), json!("representative_until"), json!("head")],
        ),
        (
            "Arbetsplats;T.o.m.;Säkerhetsombud;Ersättare",
            [json!("workplace"), json!("representative_until"), json!("representative"), json!("substitute")],
        ),
        (
            "Arbetsplats;T.o.m.;Chef;Säkerhetsombud",
            [json!("workplace"), Value::Null, json!("head"), json!("representative")],
        ),
        (
            "Förvaltning;Säkerhetssamordnare;Ersättare;T.o.m.",
            [json!("department"), json!("coordinator"), json!("substitute"), Value::Null],
        ),
        (
            "Förvaltning;Säkerhetssamordnare;Fr.o.m.;T.o.m.",
            [json!("department"), json!("coordinator"), json!("coordinator_from"), json!("coordinator_until")],
        ),
    ] {
        let answer = taken_in(&format!("{heads}\nGranens boende;2027-01-31;Maj Holm;2027-01-31\n"));
        assert_eq!(fields(&answer), expected, "{heads}");
    }
    let both = taken_in(
        "Arbetsplats;Säkerhetssamordnare;Fr.o.m.;T.o.m.;Säkerhetsombud;Fr.o.m.;T.o.m.\n\
         Granens boende;;2025-01-01;2025-12-31;Maj Holm;2026-01-01;2027-12-31\n",
    );
    let posts = both.json()["result"]["assignments"].as_array().cloned().unwrap();
    let post = posts.iter().find(|post| post["unit"] == "granen").unwrap();
    assert_eq!((&post["from"], &post["until"]), (&json!("2026-01-01"), &json!("2027-12-31")));
    for cell in ["C1", "D1"] {
        assert!(both.notes().contains(&(cell.to_owned(), "column_left_out".to_owned())), "{:?}", both.notes());
    }
}

#[test]
fn an_address_behind_someone_of_whom_nothing_is_taken_in_is_nobody_elses() {
    let list = "Arbetsplats;Säkerhetsombud;Brandskyddskontroll;E-post;T.o.m.\n\
        Granens boende;Maj Holm;Ivar Lund;ivar.lund@example.org;2027-12-31\n";
    let answer = taken_in(list);
    assert_eq!(fields(&answer), [json!("workplace"), json!("representative"), Value::Null, Value::Null, Value::Null]);
    let kinds: Vec<String> = answer.notes().into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "column_left_out").count(), 3, "{kinds:?}");
}

#[test]
fn a_list_of_people_makes_no_units() {
    for list in [
        "Namn;E-post;Titel\nEva;eva@example.org;Rektor\nBo;bo@example.org;Lärare\n",
        "Namn;Personnummer\nEva;18900101-9802\nBo;\n",
        "Namn;Telefon\nEva;070-123 45 67\nBo;070-123 45 68\n",
        "Id;Namn;E-post\n1;Eva Al;eva.al@example.org\n2;xx;b@example.org\n3;yy;c@example.org\n",
        "Namn;Adress;Telefon\nalfa;Vägen 1;070-123 45 67\nbeta;Vägen 2;070-123 45 68\n",
    ] {
        let answer = taken_in(list);
        assert_eq!(units(&answer), 4, "{list}{}", answer.told);
        assert_ne!(target(&answer), json!("units"), "{list}");
        assert_eq!(answer.code, Some(1), "{list}");
    }
    for list in [
        "Namn;E-post\nFörskolan Alen;alen@example.org\n",
        "Namn;Telefon\nGranens boende;08-123 45 01\n",
        "Namn;Typ\nEken;Arbetsplats\n",
    ] {
        assert_eq!(target(&taken_in(list)), json!("units"), "{list}");
    }
}

#[test]
fn a_register_that_names_a_department_in_each_row_makes_none() {
    for list in [
        "Fakturanr;Belopp;Förvaltning\n1;100;Barnförvaltningen\n2;200;Vattenförvaltningen\n",
        "Händelse;Sannolikhet 1-5;Förvaltning\nBrand;3;Barnförvaltningen\n",
        "Fakturanr;Belopp;Enhet\n1;100;Eken\n",
        "Belopp;Enhet;Förvaltning\n100;Eken;Barnförvaltningen\n",
    ] {
        let answer = taken_in(list);
        assert_eq!((units(&answer), answer.code), (4, Some(1)), "{list}{}", answer.told);
    }
    for (list, is) in [
        ("Förvaltning;Säkerhetssamordnare;Kommentar\nBarnförvaltningen;Vakant;x\n", "departments"),
        ("Förvaltning\nBarnförvaltningen\n", "departments"),
        ("Arbetsplats;Förvaltning;Kommentar\nEken;Barnförvaltningen;x\n", "workplaces"),
    ] {
        assert_eq!(target(&taken_in(list)), json!(is), "{list}");
    }
}

#[test]
fn one_address_of_two_and_two_addresses_of_one_are_asked_about_within_a_sheet_too() {
    for (second, kind) in [("Bo Berg;eva.al@example.org", "other_name"), ("Eva Al;e.al@example.org", "other_email")] {
        let list = format!(
            "Arbetsplats;Säkerhetsombud;E-post\nGranens boende;Eva Al;eva.al@example.org\nBjörkens hemtjänst;{second}\n"
        );
        let answer = taken_in(&list);
        let question = &answer.json()["questions"][0];
        assert_eq!((&question["kind"], &question["cell"]), (&json!(kind), &json!("B3")), "{second}");
        assert_eq!(answer.people(), ["Eva Al", "Maj Holm"], "{second}");
    }
    let again = "Arbetsplats;Säkerhetsombud;E-post\nGranens boende;Eva Al;eva.al@example.org\n\
        Björkens hemtjänst;Eva Al;eva.al@example.org\n";
    assert_eq!(taken_in(again).json()["questions"], json!([]));
}

#[test]
fn an_account_with_the_family_name_first_and_a_department_behind_is_the_person() {
    let users = json!({ "value": [
        { "id": "1", "displayName": "Al, Eva (SKOLF)", "mail": "eva.al@example.org" },
        { "id": "2", "displayName": "Lund, Ivar", "mail": "ivar.lund@example.org" },
    ]});
    let answer = import("kinds-account", "users.json", users.to_string().as_bytes());
    assert_eq!(answer.people(), ["Eva Al", "Ivar Lund", "Maj Holm"]);
    assert!(answer.notes().contains(&("B2".to_owned(), "remark".to_owned())), "{:?}", answer.notes());
}

#[test]
fn a_workplace_named_nearly_as_one_of_the_file_is_asked_about() {
    let answer = taken_in("Arbetsplats;Förvaltning;Säkerhetsombud\nGranens boend;Omsorgsförvaltningen;Maj Holm\n");
    assert_eq!((units(&answer), &answer.json()["questions"][0]["kind"]), (4, &json!("near_name")));
    let both = "Arbetsplats;Förvaltning\nGranens boend;Omsorgsförvaltningen\nGranens boende;Omsorgsförvaltningen\n";
    assert_eq!(units(&taken_in(both)), 5, "the list has both");
    let series = "Arbetsplats;Förvaltning\nHuset vid ån 1;Omsorgsförvaltningen\nHuset vid ån 2;Omsorgsförvaltningen\n";
    assert_eq!(units(&taken_in(series)), 6);
}
