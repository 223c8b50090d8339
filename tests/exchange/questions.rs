//! Who is meant: what is certain, what is doubtful, and what an answer does.

use ombud::exchange::field::SheetTarget;
use ombud::exchange::import::{Doubt, Import, ImportAnswer, NoteKind};

use super::support::*;

const FILE: &str = r#"{"format": 1,
    "units": [{"id": "eken", "name": "Eken", "kind": "workplace"}, {"id": "boken", "name": "Boken", "kind": "workplace"}],
    "people": [
        {"id": "anna", "name": "Anna Berg", "email": "anna.berg@example.se", "unit": "eken"},
        {"id": "k1", "name": "Kim Lind", "unit": "eken"},
        {"id": "k2", "name": "Kim Lind", "unit": "boken"}
    ]}"#;

fn people(rows: &str) -> Import {
    let sheet = format!("Namn;E-post;Enhet;Telefon\n{rows}");
    take_in_with(FILE, "p.csv", sheet.as_bytes(), Some(SheetTarget::People), &[].into())
}

fn doubts(rows: &str) -> Vec<Doubt> {
    people(rows).questions.iter().map(|question| question.doubt).collect()
}

#[test]
fn the_same_address_and_name_are_the_same_person_however_they_are_written() {
    let import = people("BERG, anna;Anna.Berg@Example.SE;Eken;08-1");
    assert_eq!(import.questions, []);
    assert_eq!((import.added, import.changed), (0, 1));
    assert!(import.items[0].fields.iter().any(|field| field.field == "phone" && field.after == "08-1"));
}

#[test]
fn a_name_alone_is_enough_where_one_person_has_it() {
    assert_eq!(doubts("Anna Berg;;;08-1"), []);
    assert_eq!(people("Anna Berg;;;08-1").added, 0);
}

#[test]
fn another_address_for_the_same_name_is_asked_about() {
    assert_eq!(doubts("Anna Berg;anna.b@example.se;;"), [Doubt::OtherEmail]);
}

#[test]
fn another_name_for_the_same_address_is_asked_about() {
    assert_eq!(doubts("Ola Dahl;anna.berg@example.se;;"), [Doubt::OtherName]);
}

#[test]
fn a_name_that_two_have_is_asked_about_unless_the_unit_tells() {
    let import = people("Kim Lind;;;08-1");
    assert_eq!(import.questions[0].doubt, Doubt::Several);
    assert_eq!(import.questions[0].candidates.len(), 2);
    assert_eq!(notes(&import), [("A2".into(), NoteKind::Unanswered), ("D2".into(), NoteKind::Remark)]);
    assert_eq!(import.patches, []);
    assert_eq!(doubts("Kim Lind;;Boken;08-1"), []);
}

#[test]
fn a_name_that_is_nearly_one_of_the_file_is_asked_about() {
    assert_eq!(doubts("Ana Berg;;;"), [Doubt::NearName]);
    assert_eq!(doubts("Ana Berg;ana.berg@example.se;;"), [], "another address tells them apart");
    assert_eq!(doubts("Ola Dahl;;;"), []);
}

#[test]
fn someone_of_the_name_who_works_elsewhere_is_asked_about() {
    assert_eq!(doubts("Anna Berg;;Boken;"), [Doubt::OtherPlace]);
}

#[test]
fn an_answer_decides() {
    let sheet = "Namn;E-post;Telefon\nAnna Berg;anna.b@example.se;08-1".as_bytes();
    let key = take_in_with(FILE, "p.csv", sheet, Some(SheetTarget::People), &[].into()).questions[0].key.clone();
    let answered =
        |answer| take_in_with(FILE, "p.csv", sheet, Some(SheetTarget::People), &[(key.clone(), answer)].into());
    let used = answered(ImportAnswer::Use("anna".into()));
    assert_eq!((used.added, used.changed, used.questions.len()), (0, 1, 0));
    let new = answered(ImportAnswer::New);
    assert_eq!((new.added, new.changed), (1, 0));
    assert!(carried_out(FILE, &new).contains(r#"{"id":"anna-berg","name":"Anna Berg","email":"anna.b@example.se""#));
    let left_out = answered(ImportAnswer::LeaveOut);
    assert_eq!(left_out.patches, []);
}

#[test]
fn a_post_of_someone_the_file_does_not_have_stays_as_it_is() {
    let file = r#"{"format": 1, "units": [{"id": "eken", "name": "Eken", "kind": "workplace"}],
        "assignments": [{"role": "head", "unit": "eken", "person": "gone"}]}"#;
    let sheet = "Roll;Enhet;Person\nchef;Eken;[gone]";
    assert_eq!(take_in_with(file, "p.csv", sheet.as_bytes(), Some(SheetTarget::Posts), &[].into()).patches, []);
}
