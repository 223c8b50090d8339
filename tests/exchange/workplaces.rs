//! The list of a head of security becomes units, people and posts.

use ombud::exchange::field::SheetTarget;
use ombud::exchange::import::{ItemFate, NoteKind};

use super::support::*;

const LIST: &str = include_str!("arbetsplatser.csv");

#[test]
fn a_list_of_workplaces_gives_units_people_and_posts_in_one_go() {
    let import = take_in(EMPTY, "arbetsplatser.csv", LIST.as_bytes());
    assert_eq!(import.questions, []);
    let expected = canonical_of(include_str!("arbetsplatser.json"));
    assert_eq!(carried_out(EMPTY, &import), expected);
}

#[test]
fn the_same_list_once_more_changes_nothing() {
    let after = carried_out(EMPTY, &take_in(EMPTY, "a.csv", LIST.as_bytes()));
    let again = take_in(&after, "a.csv", LIST.as_bytes());
    assert_eq!(again.patches, []);
    assert_eq!((again.added, again.changed), (0, 0));
    assert!(again.same > 0);
}

#[test]
fn what_differs_changes_and_the_rest_stays_as_it_was() {
    let file = r#"{"format": 1, "units": [
        {"id": "skola", "name": "Skolförvaltningen", "kind": "department"},
        {"id": "eken", "name": "Förskolan Eken", "kind": "workplace", "parent": "skola", "employees": 14, "tags": ["a"]}]}"#;
    let sheet = "Arbetsplats;Förvaltning;Anställda\nförskolan  EKEN;Skolförvaltningen;15";
    let import = take_in(file, "a.csv", sheet.as_bytes());
    assert_eq!((import.added, import.changed, import.same), (0, 1, 0));
    let after = carried_out(file, &import);
    assert!(after.contains(r#""employees":15,"tags":["a"]"#), "{after}");
    let change = &import.items.iter().find(|item| item.fate == ItemFate::Changed).unwrap().fields[0];
    assert_eq!((&*change.field, &*change.before, &*change.after), ("employees", "14", "15"));
}

#[test]
fn a_vacant_post_is_filled_and_someone_elses_is_told() {
    let file = r#"{"format": 1,
        "units": [{"id": "eken", "name": "Eken", "kind": "workplace"}, {"id": "boken", "name": "Boken", "kind": "workplace"}],
        "people": [{"id": "bo", "name": "Bo Ek"}],
        "assignments": [{"role": "security_representative", "unit": "eken"},
            {"role": "security_representative", "unit": "boken", "person": "bo"}]}"#;
    let sheet = "Arbetsplats;Säkerhetsombud\nEken;Eva Al\nBoken;Eva Al";
    let import = take_in(file, "a.csv", sheet.as_bytes());
    let after = carried_out(file, &import);
    assert!(after.contains(r#"{"role":"security_representative","unit":"eken","person":"eva-al"}"#));
    assert!(!after.contains(r#"{"role":"security_representative","unit":"eken"}"#));
    assert!(after.contains(r#""unit":"boken","person":"bo"}"#));
    assert!(notes(&import).contains(&("B3".into(), NoteKind::OtherHolder { name: "Bo Ek".into() })));
}

#[test]
fn a_workplace_of_the_same_name_in_another_department_is_asked_about() {
    let file = r#"{"format": 1, "units": [
        {"id": "skola", "name": "Skolförvaltningen", "kind": "department"},
        {"id": "social", "name": "Socialförvaltningen", "kind": "department"},
        {"id": "kok", "name": "Köket", "kind": "workplace", "parent": "skola"}]}"#;
    let sheet = "Arbetsplats;Förvaltning\nKöket;Socialförvaltningen";
    let asked = take_in(file, "a.csv", sheet.as_bytes());
    assert_eq!(asked.questions.len(), 1);
    assert_eq!(asked.patches, []);
    let key = asked.questions[0].key.clone();
    let answers = [(key, ombud::exchange::import::ImportAnswer::New)].into();
    let import = take_in_with(file, "a.csv", sheet.as_bytes(), None, &answers);
    assert!(
        carried_out(file, &import).contains(r#"{"id":"koket","name":"Köket","kind":"workplace","parent":"social"}"#)
    );
    let fits = take_in(file, "a.csv", "Arbetsplats;Förvaltning\nKöket;Skolförvaltningen".as_bytes());
    assert_eq!((fits.questions.len(), fits.patches.len()), (0, 0));
}

#[test]
fn a_cell_that_cannot_be_used_is_told_by_its_place_and_the_rest_is_used() {
    let sheet = "Lista 2026;;\n;;\nArbetsplats;Anställda;Ombud till och med\nEken;många;1/7 2026\n;5;";
    let import = take_in(EMPTY, "a.csv", sheet.as_bytes());
    assert_eq!(
        notes(&import),
        [
            ("B4".into(), NoteKind::NotANumber),
            ("C4".into(), NoteKind::NotADay),
            ("5".into(), NoteKind::Needed { field: "workplace".into() }),
        ]
    );
    assert!(carried_out(EMPTY, &import).contains(r#"{"id":"eken","name":"Eken","kind":"workplace"}"#));
}

#[test]
fn fault_07_letters_spaces_and_case_make_no_second_workplace() {
    let file = r#"{"format": 1, "units": [{"id": "as", "name": "Förskolan Åsen", "kind": "workplace"}]}"#;
    let sheet = "Arbetsplats\nFO\u{308}RSKOLAN\u{a0}A\u{30A}SEN";
    assert_eq!(take_in_with(file, "a.csv", sheet.as_bytes(), Some(SheetTarget::Workplaces), &[].into()).patches, []);
}

#[test]
fn personal_identity_numbers_are_dropped_and_counted() {
    // A number of the series that the tax agency publishes for testing.
    let sheet = "Arbetsplats;Säkerhetsombud;Personnummer\nEken;Bo Ek 189001019802;18900101-9802";
    let import = take_in(EMPTY, "a.csv", sheet.as_bytes());
    assert_eq!(import.dropped_personal_numbers, 2);
    let after = carried_out(EMPTY, &import);
    assert!(after.contains("\"Bo Ek\"") && !after.contains("9802"));
}

#[test]
fn fault_27_an_identity_number_with_spaces_or_without_its_first_zero_is_dropped_and_counted() {
    // Numbers of the series that the tax agency publishes for testing; the last has lost the zero of its year.
    for number in ["18900101 9802", "900101 98 02", "900101 / 9802", "\u{a0}189001019802 ", "101019800", "10101-9800"] {
        let sheet = format!("Arbetsplats;Säkerhetsombud;Anteckning\nEken;Bo Ek;{number}");
        let import = take_in(EMPTY, "a.csv", sheet.as_bytes());
        assert_eq!(import.dropped_personal_numbers, 1, "{number}");
        let after = carried_out(EMPTY, &import);
        assert!(after.contains("\"Bo Ek\""), "{number}: {after}");
        let told = format!("{:?}", import.notes);
        assert!([after, told].iter().all(|kept| !kept.contains("980")), "{number} is in what is kept or told");
    }
}
