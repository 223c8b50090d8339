//! Wishes carried out on small files, and what they leave behind.

use super::*;
use crate::organisation::ListName;
use crate::organisation::canonical;
use crate::organisation::head::HeadField;
use crate::organisation::{Index, read};

const FILE: &str = r#"{
  "format": 1,
  "name": "Exempelkommun",
  "units": [
    {"id": "eken", "name": "Förskolan Eken", "kind": "workplace", "employees": 14, "colour": [1e3]},
    {"id": "boken", "name": "Förskolan Boken", "kind": "workplace"},
    {"id": "alen", "kind": "workplace"}
  ],
  "assignments": [
    {"role": "security_representative", "unit": "eken", "person": "bo"}
  ]
}"#;

fn change(text: &str, patches: &[Patch]) -> Result<String, EditRefusal> {
    let (organisation, _) = read(text, &mut |_| ()).expect("it is read");
    let edits = resolve(patches, &organisation, &Index::default()).map_err(|(_, refused)| refused)?;
    let changed = apply(text, &organisation, &edits)?;
    let (after, _) = read(&changed, &mut |_| ()).expect("the change can be read");
    let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
    let undone = apply(&changed, &after, &back).expect("it can be undone");
    assert_eq!(canonical(&undone), canonical(text), "undoing is the identity");
    Ok(changed)
}

fn canonical(text: &str) -> String {
    canonical::write(&read(text, &mut |_| ()).expect("it is read").0)
}

fn add(list: &str, fields: &[(&str, FieldValue)]) -> Patch {
    Patch::Add { list: ListName::from_name(list).expect("a list of the format"), fields: own(fields) }
}

fn set(list: &str, key: &str, fields: &[(&str, FieldValue)]) -> Patch {
    Patch::Set { list: ListName::from_name(list).expect("a list of the format"), key: key.into(), fields: own(fields) }
}

fn remove(list: &str, key: &str) -> Patch {
    Patch::Remove { list: ListName::from_name(list).expect("a list of the format"), key: key.into() }
}

fn own(fields: &[(&str, FieldValue)]) -> Vec<patch::PatchField> {
    fields.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect()
}

fn text(text: &str) -> FieldValue {
    FieldValue::text(text)
}

#[test]
fn an_item_gets_other_values_and_keeps_the_rest_as_it_was_written() {
    let changed = change(FILE, &[set("units", "eken", &[("employees", FieldValue::Number(15.0))])]).unwrap();
    assert!(
        changed.contains(r#"{"id":"eken","name":"Förskolan Eken","kind":"workplace","employees":15,"colour":[1e3]}"#)
    );
    assert!(changed.contains(r#"    {"id": "boken", "name": "Förskolan Boken", "kind": "workplace"}"#));
}

#[test]
fn a_new_item_gets_an_id_from_its_name() {
    let oak = [("name", text("Eken")), ("kind", text("workplace"))];
    let changed = change(FILE, &[add("units", &oak), add("units", &oak)]).unwrap();
    assert!(changed.contains(r#"{"id":"eken-2","name":"Eken","kind":"workplace"}"#));
    assert!(changed.contains(r#"{"id":"eken-3","name":"Eken","kind":"workplace"}"#));
}

#[test]
fn a_list_the_file_lacks_is_begun() {
    let changed = change(FILE, &[add("people", &[("name", text("Bo Ek"))])]).unwrap();
    assert!(changed.contains(r#"{"id":"bo-ek","name":"Bo Ek"}"#));
    assert!(change("{}", &[add("people", &[("name", text("Bo Ek"))])]).is_ok());
}

#[test]
fn a_new_item_can_be_referred_to_in_the_change_that_brings_it() {
    let person = add("people", &[("name", text("Bo Ek"))]);
    let post = [("role", text("head")), ("unit", text("eken")), ("person", FieldValue::IdOf(0))];
    let changed = change(FILE, &[person, add("assignments", &post)]).unwrap();
    assert!(changed.contains(r#"{"role":"head","unit":"eken","person":"bo-ek"}"#));
}

#[test]
fn fields_of_objects_inside_an_item_come_and_go() {
    let changed = change(FILE, &[set("units", "eken", &[("contact/email", text("eken@example.se"))])]).unwrap();
    assert!(changed.contains(r#""contact":{"email":"eken@example.se"}"#));
    let changed = change(&changed, &[set("units", "eken", &[("contact/email", FieldValue::Nothing)])]).unwrap();
    assert!(!changed.contains("contact"));
}

#[test]
fn a_name_with_dots_and_slashes_is_one_step_of_a_way() {
    let way = object::way(&["consequence", "a.b/c~d"]);
    let risk = [("title", text("Elavbrott")), (&*way, FieldValue::Number(2.0))];
    let changed = change(FILE, &[add("risks", &risk)]).unwrap();
    assert!(changed.contains(r#""consequence":{"a.b/c~d":2}"#));
    let line = changed.lines().find(|line| line.contains("Elavbrott")).unwrap();
    assert_eq!(flat(line).get(&way), Some(&FieldValue::Number(2.0)));
}

#[test]
fn items_go_wherever_they_stand() {
    for gone in [&["eken"][..], &["boken"], &["eken", "boken"]] {
        let patches: Vec<_> = gone.iter().map(|id| remove("units", id)).collect();
        let changed = change(FILE, &patches).unwrap();
        assert!(gone.iter().all(|id| !changed.contains(&format!("\"id\": \"{id}\""))));
    }
    let post = r#"{"role":"security_representative","unit":"eken","person":"bo"}"#;
    assert!(!change(FILE, &[remove("assignments", post)]).unwrap().contains("bo\""));
}

#[test]
fn an_item_set_aside_is_mended_by_its_line() {
    let line = r#"{"id":"alen","kind":"workplace"}"#;
    let changed = change(FILE, &[set("units", line, &[("name", text("Alen"))])]).unwrap();
    let (organisation, _) = read(&changed, &mut |_| ()).unwrap();
    assert!(organisation.units.set_aside.is_empty());
    assert_eq!(organisation.units.len(), 3);
}

#[test]
fn fields_of_the_file_itself_change_come_and_go() {
    assert!(
        change(FILE, &[Patch::Head(HeadField::Name, text("Nyköping"))]).unwrap().contains("\"name\": \"Nyköping\"")
    );
    assert!(!change(FILE, &[Patch::Head(HeadField::Name, FieldValue::Nothing)]).unwrap().contains("Exempelkommun"));
    let packs = FieldValue::Texts(vec!["tyreso-2016".into()]);
    assert!(change(FILE, &[Patch::Head(HeadField::Packs, packs)]).unwrap().contains("\"packs\": [\"tyreso-2016\"]"));
}

#[test]
fn what_cannot_be_read_back_is_refused_and_says_which_field() {
    let Err(EditRefusal::Unusable { problems, .. }) =
        change(FILE, &[set("units", "eken", &[("employees", text("många"))])])
    else {
        panic!("it is refused")
    };
    assert_eq!(problems[0].place.path, "$.employees");
    assert!(matches!(change(FILE, &[remove("units", "granen")]), Err(EditRefusal::NotFound { .. })));
    let taken = add("units", &[("id", text("eken")), ("name", text("E")), ("kind", text("party"))]);
    assert!(matches!(change(FILE, &[taken]), Err(EditRefusal::IdTaken { .. })));
    let renamed = set("units", "eken", &[("id", text("ek"))]);
    assert!(matches!(change(FILE, &[renamed]), Err(EditRefusal::IdFixed { .. })));
    let broken = "{\"format\": 1, \"people\": 5}";
    assert!(matches!(change(broken, &[add("people", &[("name", text("Bo"))])]), Err(EditRefusal::NotAList { .. })));
}

#[test]
fn folded_edits_that_end_where_they_began_are_no_difference() {
    let (organisation, _) = read(FILE, &mut |_| ()).unwrap();
    let there =
        resolve(&[set("units", "eken", &[("employees", FieldValue::Number(15.0))])], &organisation, &Index::default())
            .unwrap();
    let mut difference = difference::Difference::of(&there);
    assert_eq!((difference.edits(), difference.is_empty()), (&*there, false));
    difference.add(&there.iter().map(Edit::inverse).collect::<Vec<_>>());
    assert!(difference.is_empty());
}

#[test]
fn edits_of_one_field_of_the_file_itself_are_one_difference() {
    let renamed = |from: &str, to: &str| Edit {
        target: EditTarget::Head(HeadField::Name),
        id: None,
        before: Some(format!("\"{from}\"")),
        after: Some(format!("\"{to}\"")),
        at: Edit::LAST,
    };
    let difference = difference::Difference::of(&[renamed("A", "B"), renamed("B", "C")]);
    assert_eq!(difference.edits(), [renamed("A", "C")]);
    assert!(difference::Difference::of(&[renamed("A", "B"), renamed("B", "A")]).is_empty());
}

#[test]
fn both_sides_changing_one_item_is_a_conflict_and_different_items_merge() {
    let employees = |unit, number| [set("units", unit, &[("employees", FieldValue::Number(number))])];
    let (base, _) = read(FILE, &mut |_| ()).unwrap();
    let mine = resolve(&employees("eken", 15.0), &base, &Index::default()).unwrap();
    let merged_into = |theirs: &[Patch]| {
        let theirs = change(FILE, theirs).unwrap();
        merge::merge(&mine, &read(&theirs, &mut |_| ()).unwrap().0)
    };
    let merged = merged_into(&employees("boken", 9.0));
    assert_eq!((merged.edits.len(), merged.conflicts.len()), (1, 0));

    let merged = merged_into(&employees("eken", 16.0));
    assert_eq!((merged.edits.len(), merged.conflicts.len()), (0, 1));
    assert!(merged.conflicts[0].theirs.as_ref().is_some_and(|line| line.contains("16")));
    let mine = merged.conflicts[0].keep_mine();
    assert!(mine.before == merged.conflicts[0].theirs && mine.after.is_some_and(|line| line.contains("15")));

    let merged = merged_into(&employees("eken", 15.0));
    assert_eq!((merged.edits.len(), merged.conflicts.len()), (0, 0), "what both did alike is done");
}

const ANALYSIS: &str = r#"{"format": 1, "risks": [{"id": "skyfall", "title": "Skyfall", "likelihood": 3}],
 "editions": [{"id": "rsa-2023", "name": "RSA 2023", "date": "2023-10-17", "content": {"format": 1}}]}"#;

#[test]
fn an_edition_that_is_wished_for_is_frozen_from_the_file() {
    let wish = add("editions", &[("name", text("RSA 2026")), ("date", text("2026-11-22"))]);
    let changed = change(ANALYSIS, &[wish]).unwrap();
    let (organisation, problems) = read(&changed, &mut |_| ()).unwrap();
    assert!(problems.list.is_empty(), "{problems:?}");
    let edition = organisation.editions.iter().find(|edition| &*edition.id == "rsa-2026").expect("it is there");
    let (content, problems) = read(&edition.content.0, &mut |_| ()).expect("its content is a file");
    assert!(problems.list.is_empty(), "{problems:?}");
    assert_eq!(&*content.risks[0].id, "skyfall");
    assert_eq!(crate::risk::edition::integrity(edition, &content), crate::risk::edition::Integrity::Intact);
}

#[test]
fn a_frozen_edition_is_not_changed() {
    for (field, value) in
        [("name", text("RSA 2024")), ("content", FieldValue::Json("{}".into())), ("note", FieldValue::Nothing)]
    {
        let refused = change(ANALYSIS, &[set("editions", "rsa-2023", &[(field, value)])]);
        assert_eq!(refused, Err(EditRefusal::Frozen { id: "rsa-2023".into() }), "{field}");
    }
}

#[test]
fn a_frozen_edition_is_taken_out_whole() {
    let changed = change(ANALYSIS, &[remove("editions", "rsa-2023")]).unwrap();
    assert!(!changed.contains("rsa-2023"));
}

#[test]
fn a_file_that_begins_with_a_byte_order_mark_keeps_it() {
    let marked = format!("\u{FEFF}{FILE}");
    for patch in [Patch::Head(HeadField::Name, text("Nyköping")), add("people", &[("name", text("Bo Ek"))])] {
        let changed = change(&marked, std::slice::from_ref(&patch)).unwrap();
        assert_eq!(changed.strip_prefix('\u{FEFF}'), Some(&*change(FILE, &[patch]).unwrap()));
    }
}

#[test]
fn an_item_set_aside_is_not_mended_under_an_id_that_another_has() {
    let file = FILE.replace(r#"{"id": "alen", "kind""#, r#"{"id": "eken", "kind""#);
    let mended = set("units", r#"{"id":"eken","kind":"workplace"}"#, &[("name", text("Alen"))]);
    assert!(matches!(change(&file, &[mended]), Err(EditRefusal::IdTaken { .. })));
}

#[test]
fn an_item_whose_place_counts_comes_back_to_it() {
    let matrix = |id: &str| format!(r#"{{"id": "{id}", "consequence": [], "classes": [], "grid": []}}"#);
    let matrices = format!(r#"{{"format": 1, "matrices": [{}, {}]}}"#, matrix("m"), matrix("n"));
    let changed = change(&matrices, &[remove("matrices", "m")]).unwrap();
    assert!(!changed.contains("\"m\""), "and its undoing is the identity: {changed}");
}

#[test]
fn an_object_without_fields_and_a_list_of_lists_are_one_value() {
    let flat = flat(r#"{"contact": {}, "grid": [[0, 1]], "effect": {"note": {"sv": "S"}}}"#);
    assert_eq!(flat.get("contact"), Some(&FieldValue::Json("{}".into())));
    assert_eq!(flat.get("grid").and_then(FieldValue::json).as_deref(), Some("[[0, 1]]"));
    assert_eq!(flat.get("effect/note").map(FieldValue::words), Some("S"));
    assert_eq!((FieldValue::of("true"), FieldValue::of("false")), (FieldValue::Yes(true), FieldValue::Yes(false)));
    assert_eq!(FieldValue::of(r#"["a", 1]"#), FieldValue::Json(r#"["a", 1]"#.into()));
    assert_eq!(FieldValue::of(r#"["a", "b"]"#), FieldValue::Texts(vec!["a".into(), "b".into()]));
    assert_eq!(FieldValue::Languages { sv: String::new(), en: "Oak".into() }.words(), "Oak");
}

#[test]
fn a_whole_number_is_written_without_decimals_as_far_as_it_is_exact() {
    let written = |number| FieldValue::Number(number).json().unwrap();
    assert_eq!((written(14.0), written(-2.0), written(0.5)), ("14".into(), "-2".into(), "0.5".into()));
    assert_eq!(written(9_007_199_254_740_991.0), "9007199254740991");
    // The next whole number cannot be told from this one.
    assert_eq!(written(9_007_199_254_740_992.0), "9007199254740992.0");
}

#[test]
fn an_edit_of_what_has_changed_or_gone_since_is_refused_and_says_which_item() {
    let read = |text: &'static str| read(text, &mut |_| ()).unwrap().0;
    let edit_of = |patch: Patch| resolve(&[patch], &read(FILE), &Index::default()).unwrap().remove(0);
    let edit = edit_of(set("units", "eken", &[("employees", FieldValue::Number(15.0))]));
    let refused = |text: String| {
        let text: &'static str = text.leak();
        apply(text, &read(text), std::slice::from_ref(&edit)).unwrap_err()
    };
    let (target, key) = (EditTarget::List(ListName::Units), "eken".to_owned());
    let changed = refused(FILE.replace("\"employees\": 14", "\"employees\": 20"));
    assert_eq!(changed, EditRefusal::Changed { target, key: key.clone() });
    let gone = refused(change(FILE, &[remove("units", "eken")]).unwrap());
    assert_eq!(gone, EditRefusal::NotFound { target, key });
    let post = r#"{"role":"security_representative","unit":"eken","person":"bo"}"#;
    assert_eq!(edit_of(remove("assignments", post)).key(), post, "what has no id is known by its line");
}

#[test]
fn an_item_is_found_in_its_own_list_by_its_id_or_its_line() {
    let (mut organisation, mut problems) = read(FILE, &mut |_| ()).unwrap();
    let index = Index::new(&mut organisation, FILE, &mut problems);
    let found = |list, key: &str| line(&organisation, &index, list, key);
    let boken = r#"{"id":"boken","name":"Förskolan Boken","kind":"workplace"}"#;
    assert_eq!(found(ListName::Units, "boken").as_deref(), Some(boken));
    assert_eq!(found(ListName::Units, "granen"), None);
    let post = r#"{"role":"security_representative","unit":"eken","person":"bo"}"#;
    assert_eq!(found(ListName::Assignments, post).as_deref(), Some(post));
    assert_eq!(found(ListName::Assignments, &post.replace("bo", "ada")), None, "another's");
    assert_eq!(found(ListName::Units, post), None, "a post is no unit");
    let gone = |list| resolve(&[remove(list, post)], &organisation, &index);
    assert_eq!(gone("assignments").map(|edits| edits.len()).ok(), Some(1));
    assert!(matches!(gone("units"), Err((_, EditRefusal::NotFound { .. }))));
}
