//! Rows about posts: what the file or a row above says already, what rows say against each other, and whose days are whose.

use serde_json::{Value, json};

use super::support::{AnswerGiven, base, run};

/// The base with a coordinator whose term is over before long, and what a list makes of it.
fn taken_in(test: &str, list: &str) -> AnswerGiven {
    let mut file: Value = serde_json::from_str(&base()).unwrap();
    file["people"].as_array_mut().unwrap().push(json!({ "id": "hans", "name": "Hans Il" }));
    let term = json!({ "role": "security_coordinator", "unit": "vard", "person": "hans",
        "from": "2025-01-01", "until": "2026-03-31" });
    file["assignments"].as_array_mut().unwrap().push(term);
    let file = file.to_string();
    let files: [(&str, &[u8]); 2] = [("own.json", file.as_bytes()), ("list.csv", list.as_bytes())];
    run(test, &files, &["import", "own.json", "list.csv", "--json"])
}

/// The posts of a role at a unit.
fn posts(answer: &AnswerGiven, role: &str, unit: &str) -> Vec<Value> {
    let all = answer.json()["result"]["assignments"].as_array().cloned().unwrap_or_default();
    all.into_iter().filter(|post| post["role"] == role && post["unit"] == unit).collect()
}

/// The representatives of a workplace of which the file says nothing.
fn representatives(answer: &AnswerGiven) -> Vec<Value> {
    posts(answer, "security_representative", "granen")
}

fn holder(person: &str, until: &str) -> Value {
    json!({ "role": "security_representative", "unit": "granen", "person": person, "until": until })
}

fn told(answer: &AnswerGiven, cell: &str, kind: &str) {
    assert!(answer.notes().contains(&(cell.to_owned(), kind.to_owned())), "{cell} {kind}: {:?}", answer.notes());
}

#[test]
fn rows_that_name_a_known_holder_once_more_change_nothing() {
    let place = "Granens boende;Omsorgsförvaltningen;Hans Il\n";
    let department = "Omsorgsförvaltningen;Hans Il\n";
    let post = "Säkerhetssamordnare;Omsorgsförvaltningen;Hans Il\n";
    for (head, row) in [
        ("Arbetsplats;Förvaltning;Säkerhetssamordnare\n", place),
        ("Förvaltning;Säkerhetssamordnare\n", department),
        ("Roll;Enhet;Person\n", post),
        ("Roll;Enhet;Person;Till och med\n", "Säkerhetssamordnare;Omsorgsförvaltningen;Hans Il;2026-03-31\n"),
    ] {
        for times in [1, 2, 5] {
            let answer = taken_in("once-more", &format!("{head}{}", row.repeat(times)));
            let all = posts(&answer, "security_coordinator", "vard");
            assert_eq!((all.len(), &all[0]["until"]), (1, &json!("2026-03-31")), "{times} × {row}{}", answer.told);
            assert_eq!(answer.code, Some(0), "{times} × {row}{}", answer.told);
        }
    }
    let head = "Arbetsplats;Chef\nGranens boende;Hans Il\nGranens boende;Hans Il\n";
    assert_eq!(posts(&taken_in("once-more", head), "head", "granen").len(), 1);
}

#[test]
fn a_row_with_another_term_that_does_not_meet_the_first_is_another_post() {
    let list = "Roll;Enhet;Person;Från;Till\nSäkerhetssamordnare;Omsorgsförvaltningen;Hans Il;2025-01-01;2026-03-31\n\
        Säkerhetssamordnare;Omsorgsförvaltningen;Hans Il;2026-05-01;2027-03-31\n";
    let answer = taken_in("next-term", list);
    assert_eq!((posts(&answer, "security_coordinator", "vard").len(), answer.code), (2, Some(0)), "{}", answer.told);
}

#[test]
fn one_person_twice_at_one_post_is_one_term_and_what_differs_is_told() {
    let list = |first: &str, second: &str| {
        let row = "Granens boende;Omsorgsförvaltningen;Eva Al";
        format!("Arbetsplats;Förvaltning;Säkerhetsombud;T.o.m.\n{row};{first}\n{row};{second}\n")
    };
    for (first, second, until, kind) in [
        ("2026-12-31", "", "2026-12-31", "same_post"),
        ("", "2026-12-31", "2026-12-31", "same_post"),
        ("2026-12-31", "våren 2027", "2026-12-31", "not_a_day"),
        ("2026-12-31", "tills vidare", "2026-12-31", "contradicts"),
        ("2026-12-31", "2027-12-31", "2026-12-31", "contradicts"),
        ("2027-12-31", "2026-12-31", "2027-12-31", "contradicts"),
    ] {
        let answer = taken_in("twice", &list(first, second));
        assert_eq!(representatives(&answer), [holder("eva-al", until)], "{first} {second}: {}", answer.told);
        told(&answer, "D3", kind);
    }
    let endless = taken_in("twice", &list("tills vidare", "2026-12-31"));
    assert_eq!(representatives(&endless)[0].get("until"), None);
    told(&endless, "D3", "contradicts");
    let alike = taken_in("twice", &list("2026-12-31", "2026-12-31").replace("Eva Al", "Hans Il"));
    assert_eq!((representatives(&alike).len(), alike.code), (1, Some(0)), "{}", alike.told);
    let rows = "Roll;Enhet;Person;Till\nSäkerhetsombud;Granens boende;Eva Al;2026-12-31\n\
        Säkerhetsombud;Granens boende;Eva Al;2027-12-31\n";
    let answer = taken_in("twice", rows);
    assert_eq!(representatives(&answer), [holder("eva-al", "2026-12-31")]);
    told(&answer, "D3", "contradicts");
}

#[test]
fn a_name_in_brackets_is_no_id_unless_the_file_has_it() {
    for (cell, kind) in [("[okänd]", "not_a_name"), ("[se chef]", "refers"), ("[gun]", "not_found")] {
        let answer = taken_in("brackets", &format!("Roll;Enhet;Person\nSäkerhetsombud;Granens boende;{cell}\n"));
        assert_eq!(representatives(&answer), [] as [Value; 0], "{cell}");
        told(&answer, "C2", kind);
    }
    let named = taken_in("brackets", "Roll;Enhet;Person\nSäkerhetsombud;Granens boende;[Eva Al]\n");
    assert_eq!(representatives(&named)[0]["person"], "eva-al");
    assert!(named.people().contains(&"Eva Al".to_owned()));
    let known = taken_in("brackets", "Roll;Enhet;Person\nSäkerhetsombud;Granens boende;[hans]\n");
    assert_eq!((&representatives(&known)[0]["person"], known.code), (&json!("hans"), Some(0)));
}

#[test]
fn whoever_stands_in_stands_in_for_one_and_for_nobody_like_themselves() {
    let list = |holders: &str, substitute: &str| {
        format!("Arbetsplats;Säkerhetsombud;Ersättare\nGranens boende;{holders};{substitute}\n")
    };
    let two = taken_in("stand-in", &list("Eva Al / Finn Dal", "Gun Falk"));
    assert_eq!(representatives(&two).len(), 2);
    assert!(!two.people().contains(&"Gun Falk".to_owned()));
    told(&two, "C2", "of_several");
    let own = taken_in("stand-in", &list("Eva Al", "Eva Al"));
    assert_eq!(representatives(&own).len(), 1);
    told(&own, "C2", "own_substitute");
    let one = taken_in("stand-in", &list("Eva Al", "Gun Falk"));
    assert_eq!((&representatives(&one)[1]["substitute_for"], one.code), (&json!("eva-al"), Some(0)));
    let rows = "Roll;Enhet;Person;Ersättare för\nSäkerhetsombud;Granens boende;Hans Il;Hans Il\n";
    let own = taken_in("stand-in", rows);
    assert_eq!(representatives(&own), [] as [Value; 0]);
    told(&own, "C2", "own_substitute");
}

#[test]
fn a_vacancy_and_a_holder_of_one_post_in_one_sheet_are_told() {
    let rows = |first: &str, second: &str| {
        let row = "Granens boende;Kulturförvaltningen";
        format!("Arbetsplats;Förvaltning;Säkerhetssamordnare\n{row};{first}\nLinden;Kulturförvaltningen;{second}\n")
    };
    let base = |list: String| {
        // The workplace stands in another department, which would be asked about.
        taken_in("vacancy", &list.replace("Granens boende", "Aspen"))
    };
    for (first, second, kind) in [("Eva Al", "Vakant", "contradicts"), ("Vakant", "Eva Al", "was_vacant")] {
        let answer = base(rows(first, second));
        let all = posts(&answer, "security_coordinator", "kulturforvaltningen");
        assert_eq!((all.len(), &all[0]["person"]), (1, &json!("eva-al")), "{first} {second}");
        told(&answer, "C3", kind);
        let list = format!("Arbetsplats;Säkerhetsombud\nGranens boende;{first}\nGranens boende;{second}\n");
        let answer = taken_in("vacancy", &list);
        let all = representatives(&answer);
        assert_eq!((all.len(), &all[0]["person"]), (1, &json!("eva-al")), "{first} {second}");
        told(&answer, "B3", kind);
        let list = format!(
            "Roll;Enhet;Person\nSäkerhetsombud;Granens boende;{first}\nSäkerhetsombud;Granens boende;{second}\n"
        );
        let answer = taken_in("vacancy", &list);
        assert_eq!(representatives(&answer).len(), 1, "{first} {second}");
        told(&answer, "C3", kind);
    }
    let error = taken_in("vacancy", "Roll;Enhet;Person;Till\nSäkerhetsombud;Granens boende;#REF!;2026-12-31\n");
    assert_eq!(representatives(&error), [] as [Value; 0], "an error does not say that nobody holds it");
    told(&error, "C2", "sheet_error");
    told(&error, "D2", "remark");
    let over = "Arbetsplats;Säkerhetsombud;T.o.m.\nGranens boende;Eva Al;2025-12-31\nGranens boende;Vakant;\n";
    assert_eq!(taken_in("vacancy", over).code, Some(0), "nobody holds it after the last day");
    for [first, second] in [["Eva Al;2025-01-01", "Vakant;"], ["Vakant;", "Eva Al;2025-01-01"]] {
        let list = format!(
            "Roll;Enhet;Person;Till\nSäkerhetsombud;Granens boende;{first}\nSäkerhetsombud;Granens boende;{second}\n"
        );
        let holders: Vec<Value> =
            representatives(&taken_in("vacancy", &list)).iter().map(|post| post["person"].clone()).collect();
        assert_eq!(holders, [json!("eva-al"), Value::Null], "a term that is over does not fill it: {first} {second}");
    }
}

#[test]
fn a_post_is_vacant_after_the_term_that_the_same_list_ends() {
    for [first, second] in
        [["Hans Il;2026-02-28", "Vakant;"], ["Vakant;", "Hans Il;2026-02-28"], ["Hans Il;2026-02-28", ";"]]
    {
        let row = "Säkerhetssamordnare;Omsorgsförvaltningen";
        let answer = taken_in("ended", &format!("Roll;Enhet;Person;Till\n{row};{first}\n{row};{second}\n"));
        let holders: Vec<Value> =
            posts(&answer, "security_coordinator", "vard").iter().map(|post| post["person"].clone()).collect();
        assert_eq!(holders, [json!("hans"), Value::Null], "{first} {second}");
    }
}

#[test]
fn a_term_that_ends_before_it_begins_gives_nobody_the_post() {
    let list =
        "Arbetsplats;Säkerhetsombud;Fr.o.m.;T.o.m.;Ersättare\nGranens boende;Eva Al;2027-01-01;2026-01-01;Gun Falk\n";
    let answer = taken_in("reversed", list);
    assert_eq!(representatives(&answer), [] as [Value; 0]);
    told(&answer, "C2", "ends_before_it_begins");
    told(&answer, "E2", "remark");
    let rows = "Roll;Enhet;Person;Från;Till\nSäkerhetsombud;Granens boende;Hans Il;2027-01-01;2026-01-01\n";
    let answer = taken_in("reversed", rows);
    assert_eq!(representatives(&answer), [] as [Value; 0]);
    told(&answer, "D2", "ends_before_it_begins");
    told(&answer, "E2", "ends_before_it_begins");
}

#[test]
fn a_day_that_spreadsheets_have_for_nothing_is_told_and_is_no_day() {
    for day in ["1899-12-31", "1900-01-01", "1899-12-30", "0001-01-01", "1900-01-00"] {
        let list = format!("Arbetsplats;Säkerhetsombud;T.o.m.\nGranens boende;Hans Il;{day}\n");
        let answer = taken_in("no-day", &list);
        assert_eq!(representatives(&answer)[0].get("until"), None, "{day}");
        told(&answer, "C2", "not_a_day");
    }
}

#[test]
fn an_error_where_a_department_or_a_workplace_stands_places_nothing_by_guess() {
    let list = "Arbetsplats;Förvaltning;Chef\nGranens boende;Omsorgsförvaltningen;\nLinden;#SAKNAS!;Hans Il\nAspen;;\n\
        #SAKNAS!;Omsorgsförvaltningen;Finn Dal\nFuran;;\n";
    let answer = taken_in("lost", list);
    let units = answer.json()["result"]["units"].as_array().cloned().unwrap();
    let parent = |name: &str| units.iter().find(|unit| unit["name"] == name).unwrap()["parent"].clone();
    assert_eq!(["Linden", "Aspen", "Furan"].map(parent), [Value::Null, Value::Null, json!("vard")]);
    for (cell, kind) in
        [("B3", "sheet_error"), ("B4", "not_found"), ("A5", "sheet_error"), ("C5", "remark"), ("B6", "from_above")]
    {
        told(&answer, cell, kind);
    }
    assert_eq!(posts(&answer, "head", "vard"), [] as [Value; 0]);
}

#[test]
fn whoever_is_taken_to_be_one_person_is_told_by_their_name() {
    let list = "Arbetsplats;Säkerhetsombud\nGranens boende;Eva Al\nBjörkens hemtjänst;Eva Al / Finn Dal\n";
    let answer = taken_in("by-name", list);
    let notes = answer.json()["notes"].as_array().cloned().unwrap();
    let same: Vec<&Value> = notes.iter().filter(|note| note["kind"] == "same_person").collect();
    assert_eq!((same.len(), &same[0]["found"]), (1, &json!("Eva Al")));
}
