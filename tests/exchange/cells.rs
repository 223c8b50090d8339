//! What a cell means, through whole imports: the table of the manual, and what is told of each cell that is not used.

use ombud::exchange::field::SheetTarget;
use ombud::exchange::import::{Doubt, Import, ImportAnswer, NoteKind};
use serde_json::Value;

use super::support::*;

const FILE: &str = r#"{"format": 1, "name": "Ekby", "as_of": "2026-01-01",
    "units": [{"id": "ekby", "name": "Ekby", "kind": "municipality"},
        {"id": "park", "name": "Parkförvaltningen", "kind": "department", "parent": "ekby"},
        {"id": "lyan", "name": "Lyan", "kind": "workplace", "parent": "park"},
        {"id": "viken", "name": "Viken", "kind": "workplace", "parent": "park"}],
    "people": [{"id": "siv", "name": "Siv Ask", "unit": "viken", "email": "siv.ask@example.se", "phone": "0701234567"}],
    "assignments": [{"role": "security_representative", "unit": "viken", "person": "siv"}]}"#;

fn after(import: &Import) -> Value {
    serde_json::from_str(&carried_out(FILE, import)).expect("it is JSON")
}

fn list<'v>(file: &'v Value, name: &str) -> &'v [Value] {
    file[name].as_array().map_or(&[], Vec::as_slice)
}

/// People whom an import brings.
fn brought(import: &Import) -> Vec<String> {
    let file = after(import);
    let names = list(&file, "people").iter().map(|person| person["name"].as_str().unwrap_or_default().to_owned());
    names.filter(|name| name != "Siv Ask").collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// One workplace, of which one cell says something.
fn workplace(column: &str, text: &str) -> Import {
    let cells = ["Säkerhetsombud", "Ombudets telefon", "Ombud till och med", "Anställda"]
        .map(|heading| match (heading == column, heading) {
            (true, _) => quoted(text),
            (false, "Säkerhetsombud") if column != "Säkerhetsombud" => "Tor Lund".to_owned(),
            _ => String::new(),
        })
        .join(";");
    let sheet = format!(
        "Arbetsplats;Förvaltning;Säkerhetsombud;Ombudets telefon;Ombud till och med;Anställda\nLyan;Parkförvaltningen;{cells}"
    );
    take_in_with(FILE, "a.csv", sheet.as_bytes(), Some(SheetTarget::Workplaces), &[].into())
}

/// What becomes of a cell, in the words of the manual.
fn becomes(of: &str, text: &str) -> &'static str {
    let column = match of {
        "people" => "Säkerhetsombud",
        "phone numbers" => "Ombudets telefon",
        "last days" => "Ombud till och med",
        "numbers" => "Anställda",
        other => panic!("no column of {other}"),
    };
    let import = workplace(column, text);
    let file = after(&import);
    let posts: Vec<&Value> = list(&file, "assignments").iter().filter(|post| post["unit"] == "lyan").collect();
    let is_told = !import.notes.is_empty();
    if of == "people" {
        return match (brought(&import).len(), import.questions.len(), posts.len()) {
            (0, 0, 1) if posts[0].get("person").is_none() => "a vacant post",
            (0, 0, 0) if is_told => "told",
            (0, 1, 0) => "asked",
            (1, 0, 1) if is_told => "one person, the rest told",
            (1, 0, 1) => "one person",
            (2, 0, 2) => "two people",
            other => panic!("{text}: {other:?}"),
        };
    }
    let person = list(&file, "people").iter().find(|person| person["name"] == "Tor Lund").expect("the holder");
    let unit = list(&file, "units").iter().find(|unit| unit["id"] == "lyan").expect("the workplace");
    let is_used = match of {
        "phone numbers" => person.get("phone").is_some(),
        "last days" => posts[0].get("until").is_some(),
        _ => unit.get("employees").is_some(),
    };
    match (is_used, is_told) {
        (true, false) => "used",
        (false, true) => "told",
        (false, false) => "nothing said",
        (true, true) => panic!("{text}: used and told"),
    }
}

#[test]
fn fault_26_a_cell_becomes_what_the_manual_says() {
    let manual = include_str!("../../docs/exchange.md");
    let table = manual.split("## What a cell means").nth(1).expect("the manual has the table");
    let table = table.split("\n## ").next().expect("a section ends");
    let mut samples = 0;
    for line in table.lines().filter(|line| line.starts_with("| ") && line.contains('`')) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [of, said, is] = cells[..] else { panic!("three columns: {line}") };
        for sample in said.split('`').skip(1).step_by(2) {
            assert_eq!(becomes(of, sample), is, "{of}: {sample}");
            samples += 1;
        }
    }
    assert!(samples > 60, "{samples}");
}

#[test]
fn a_sheet_of_posts_that_names_nobody_makes_vacant_posts_and_no_people() {
    let sheet =
        "Roll;Enhet;Person\nSäkerhetsombud;Lyan;(vakant)\nSäkerhetssamordnare;Parkförvaltningen;Rekrytering pågår";
    let import = take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::Posts), &[].into());
    assert_eq!((brought(&import).len(), import.added, import.questions.len()), (0, 2, 0));
    assert_eq!(notes(&import), []);
}

#[test]
fn a_sheet_of_posts_tells_what_points_elsewhere_and_asks_what_may_be_a_name() {
    let sheet =
        "Roll;Enhet;Person\nSäkerhetsombud;Lyan;se chefen\nChef;Lyan;Ingen Dahl\nSamordnare;Parkförvaltningen;#SAKNAS!";
    let import = take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::Posts), &[].into());
    assert_eq!(brought(&import), [""; 0]);
    let told = notes(&import);
    assert!(
        told.contains(&("C2".into(), NoteKind::Refers)) && told.contains(&("C4".into(), NoteKind::SheetError)),
        "{told:?}"
    );
    let question = &import.questions[0];
    assert_eq!(
        (question.doubt, &*question.name, question.at.place().map(|place| place.to_string())),
        (Doubt::NoName, "Ingen Dahl", Some("C3".into()))
    );
    let answers = [(question.key.clone(), ImportAnswer::New)].into();
    let answered = take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::Posts), &answers);
    assert_eq!(brought(&answered), ["Ingen Dahl"]);
}

#[test]
fn a_list_of_people_with_words_for_nobody_brings_nobody() {
    let sheet = "Namn;E-post\nVakant;\nN.N.;\nTor Lund;tor.lund@example.se\nlund;";
    let import = take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::People), &[].into());
    assert_eq!((brought(&import), import.questions.len()), (vec!["Tor Lund".to_owned()], 1));
    assert!(notes(&import).contains(&("A2".into(), NoteKind::Nobody)));
}

#[test]
fn an_address_or_a_number_of_one_of_several_is_told() {
    let sheet = "Arbetsplats;Säkerhetsombud;Ombudets e-post;Ombudets telefon\nLyan;Tor Lund; Mia Dal;x";
    let sheet = sheet.replace("Tor Lund; Mia Dal;x", "\"Tor Lund; Mia Dal\";tor.lund@example.se;08-123 45 01");
    let import = take_in_with(FILE, "a.csv", sheet.as_bytes(), Some(SheetTarget::Workplaces), &[].into());
    let told = notes(&import);
    assert_eq!(brought(&import).len(), 2);
    assert!(
        told.contains(&("C2".into(), NoteKind::OfSeveral)) && told.contains(&("D2".into(), NoteKind::OfSeveral)),
        "{told:?}"
    );
    let both = sheet
        .replace("tor.lund@example.se", "\"mia.dal@example.se, tor.lund@example.se\"")
        .replace("Tor Lund; Mia Dal", "Tor Lund och Mia Dal");
    let import = take_in_with(FILE, "a.csv", both.as_bytes(), Some(SheetTarget::Workplaces), &[].into());
    let file = after(&import);
    let mia = list(&file, "people").iter().find(|person| person["name"] == "Mia Dal").expect("addresses bear it out");
    assert_eq!(mia["email"], "mia.dal@example.se");
}

#[test]
fn headings_sums_and_footers_are_told_and_are_no_workplaces() {
    let sheet = "Arbetsplats;Förvaltning;Säkerhetsombud;Anställda\nLyan;Parkförvaltningen;Tor Lund;4\nArbetsplats;Förvaltning;Säkerhetsombud;Anställda\nSumma;;;4\nSida 1 av 2;;;";
    let import = take_in(FILE, "a.csv", sheet.as_bytes());
    assert_eq!(
        notes(&import),
        [("3".into(), NoteKind::HeadingAgain), ("4".into(), NoteKind::Sum), ("5".into(), NoteKind::Footer)]
    );
    let file = after(&import);
    assert_eq!((list(&file, "units").len(), brought(&import)), (4, vec!["Tor Lund".to_owned()]));
}

#[test]
fn two_holders_of_a_post_in_one_sheet_are_told_unless_one_follows_the_other() {
    let rows = |first: &str, second: &str| {
        format!("Arbetsplats;Säkerhetsombud;Från och med;Till och med\nLyan;Tor Lund;{first}\nLyan;Mia Dal;{second}")
    };
    let told = |sheet: String| {
        notes(&take_in_with(FILE, "a.csv", sheet.as_bytes(), Some(SheetTarget::Workplaces), &[].into()))
    };
    assert!(told(rows(";", ";")).contains(&("B3".into(), NoteKind::OtherHolder { name: "Tor Lund".into() })));
    assert_eq!(told(rows("2025-01-01;2025-12-31", "2026-01-01;")), []);
}

#[test]
fn a_vacancy_takes_no_post_from_the_one_who_holds_it_and_no_end_takes_no_last_day() {
    let import = workplace("Säkerhetsombud", "Vakant");
    assert_eq!(notes(&import), []);
    let sheet = "Arbetsplats;Säkerhetsombud\nViken;Vakant";
    let import = take_in_with(FILE, "a.csv", sheet.as_bytes(), Some(SheetTarget::Workplaces), &[].into());
    assert_eq!(
        (notes(&import), import.added),
        (vec![("B2".into(), NoteKind::HolderStays { name: "Siv Ask".into() })], 0)
    );
    let ended = FILE.replace(r#""person": "siv"}"#, r#""person": "siv", "until": "2026-12-31"}"#);
    let sheet = "Arbetsplats;Säkerhetsombud;Till och med\nViken;Siv Ask;tills vidare";
    let import = take_in_with(&ended, "a.csv", sheet.as_bytes(), Some(SheetTarget::Workplaces), &[].into());
    assert_eq!(notes(&import), [("C2".into(), NoteKind::LastDayStays)]);
}

#[test]
fn an_error_that_a_workbook_shows_is_told_where_its_column_is_taken_in() {
    use ombud::exchange::sheet::CellPlace;
    let directory = directory(FILE);
    let mut table = open("a.csv", "Arbetsplats;Säkerhetsombud;Not\nLyan;;x".as_bytes()).sheets.remove(0);
    table.left_out.errors = vec![CellPlace::new(1, 1), CellPlace::new(1, 2)];
    let mapping = ombud::exchange::mapping::guess(&table, &directory).expect("its headings are known");
    let import = ombud::exchange::import(
        &[(0, &table, &mapping)],
        &directory,
        &[].into(),
        ombud::organisation::value::Language::Swedish,
        &mut |_| (),
    );
    let errors: Vec<_> = notes(&import).into_iter().filter(|(_, what)| *what == NoteKind::SheetError).collect();
    assert_eq!(errors, [("B2".into(), NoteKind::SheetError)]);
}

#[test]
fn a_term_in_one_cell_gives_both_its_days() {
    let sheet = "Roll;Enhet;Person;Från och med\nSäkerhetsombud;Lyan;Tor Lund;2025-01-01 – 2027-12-31";
    let import = take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::Posts), &[].into());
    assert!(carried_out(FILE, &import).contains(r#""from":"2025-01-01","until":"2027-12-31""#));
}

#[test]
fn fault_27_a_right_telephone_number_stays_where_a_sheet_has_lost_its_zero() {
    let sheet =
        "Namn;E-post;Telefon\nSiv Ask;siv.ask@example.se;701234567\nTor Lund;tor.lund@example.se;=\"0701234568\"";
    let import = take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::People), &[].into());
    let file = after(&import);
    let phones: Vec<&Value> = list(&file, "people").iter().map(|person| &person["phone"]).collect();
    assert_eq!(phones, ["0701234567", "0701234568"]);
}

#[test]
fn marks_of_direction_make_no_other_person() {
    let sheet = "Namn;E-post\n\u{202a}Siv\u{200e} Ask\u{202c};\u{202a}siv.ask@example.se\u{202c}";
    let import = take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::People), &[].into());
    assert_eq!((import.patches.len(), import.questions.len(), import.notes.len()), (0, 0, 0));
}

const TWO_MATRICES: &str = r#"{"format": 1, "scales": [
    {"id": "s2", "name": "S", "levels": [{"name": "sällan"}, {"name": "ofta"}]},
    {"id": "k2", "name": "Pengar", "levels": [{"name": "lite"}, {"name": "mycket"}]},
    {"id": "s3", "name": "S", "levels": [{"name": "aldrig"}, {"name": "sällan"}, {"name": "ofta"}]},
    {"id": "k3", "name": "Drift", "levels": [{"name": "lite"}, {"name": "mer"}, {"name": "mycket"}]}],
    "matrices": [
    {"id": "m2", "name": "Liten", "likelihood": "s2", "consequence": ["k2"], "classes": [{"id": "a", "name": "A"}], "grid": [[0, 0], [0, 0]]},
    {"id": "m3", "name": "Stor", "likelihood": "s3", "consequence": ["k3"], "classes": [{"id": "a", "name": "A"}], "grid": [[0, 0, 0], [0, 0, 0], [0, 0, 0]]}]}"#;

#[test]
fn a_level_is_looked_up_in_the_matrix_of_its_row() {
    let sheet = "Id;Risk;Matris;Sannolikhet;Konsekvens: Drift (k3)\nr1;Stopp;Stor;ofta;mycket\nr2;Fel;Liten;ofta;";
    let import = take_in_with(TWO_MATRICES, "r.csv", sheet.as_bytes(), Some(SheetTarget::Risks), &[].into());
    let after = carried_out(TWO_MATRICES, &import);
    assert!(
        after.contains(r#""id":"r1","title":"Stopp","matrix":"m3","likelihood":3,"consequence":{"k3":3}"#),
        "{after}"
    );
    assert!(after.contains(r#""id":"r2","title":"Fel","matrix":"m2","likelihood":2"#), "{after}");
}

#[test]
fn a_register_with_one_consequence_asks_which_dimension_it_means_unless_the_matrix_has_one() {
    let sheet = "Id;Risk;Sannolikhet;Konsekvens\nr1;Stopp;3;2";
    let asked = take_in_with(EMPTY, "r.csv", sheet.as_bytes(), Some(SheetTarget::Risks), &[].into());
    let question = &asked.questions[0];
    assert_eq!((question.doubt, &*question.name), (Doubt::Dimension, "Konsekvens"));
    assert!(!carried_out(EMPTY, &asked).contains("consequence"));
    let dimension = question.candidates[1].id.clone();
    let answers = [(question.key.clone(), ImportAnswer::Use(dimension.clone()))].into();
    let answered = take_in_with(EMPTY, "r.csv", sheet.as_bytes(), Some(SheetTarget::Risks), &answers);
    assert!(carried_out(EMPTY, &answered).contains(&format!(r#""consequence":{{"{dimension}":2}}"#)));
    let sheet = "Id;Risk;Matris;Sannolikhet;Konsekvens\nr1;Stopp;Stor;ofta;mer";
    let import = take_in_with(TWO_MATRICES, "r.csv", sheet.as_bytes(), Some(SheetTarget::Risks), &[].into());
    assert_eq!(import.questions, []);
    assert!(carried_out(TWO_MATRICES, &import).contains(r#""consequence":{"k3":2}"#));
}
