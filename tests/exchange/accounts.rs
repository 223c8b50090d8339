//! Lists of accounts and registers that other systems hand over.

use ombud::exchange::import::NoteKind;
use ombud::exchange::read::FileKind;

use super::support::*;

const FILE: &str = r#"{"format": 1,
    "units": [{"id": "skola", "name": "Skolförvaltningen", "kind": "department"}],
    "people": [{"id": "bo", "name": "Bo Ek", "email": "bo.ek@example.se"}],
    "assignments": [{"role": "security_coordinator", "unit": "skola", "person": "bo"}]}"#;

#[test]
fn the_users_of_entra_become_people_but_for_guests_and_closed_accounts() {
    let bytes = include_bytes!("entra.csv");
    assert!(matches!(open("users.csv", bytes).kind, FileKind::Entra(_)));
    let import = take_in(FILE, "users.csv", bytes);
    let after = carried_out(FILE, &import);
    assert!(
        after
            .contains(r#"{"id":"bo","name":"Bo Ek","unit":"skola","email":"bo.ek@example.se","phone":"08-123 45 01"}"#)
    );
    assert!(after.contains(r#""name":"Eva Al","unit":"skola","email":"eva.al@example.se","phone":"070-000 00 02"}"#));
    assert!(!after.contains("Gäst") && !after.contains("Slutat"));
    let kinds: Vec<_> = notes(&import).into_iter().map(|(_, what)| what).collect();
    assert!(kinds.contains(&NoteKind::Guest) && kinds.contains(&NoteKind::Disabled));
}

#[test]
fn the_users_of_graph_tell_whom_holders_report_to() {
    let bytes = include_bytes!("graph.json");
    assert_eq!(open("users.json", bytes).kind, FileKind::Graph);
    let import = take_in(FILE, "users.json", bytes);
    let after = carried_out(FILE, &import);
    assert!(after.contains(r#""person":"bo","reports_to":"22222222-0000-0000-0000-000000000002"}"#), "{after}");
}

#[test]
fn os2rollekatalog_gives_units_people_and_heads_without_identity_numbers() {
    let bytes = include_bytes!("os2.json");
    assert_eq!(open("os2.json", bytes).kind, FileKind::Os2);
    let import = take_in(EMPTY, "os2.json", bytes);
    assert_eq!(import.questions, []);
    let after = carried_out(EMPTY, &import);
    assert!(after.contains(r#"{"id":"u2","name":"Skolförvaltningen","kind":"department","parent":"u1"}"#), "{after}");
    assert!(after.contains(r#"{"role":"head","unit":"u2","person":"p1"}"#));
    assert!(after.contains(r#"{"id":"p1","name":"Eva Al","unit":"u2","email":"eva.al@example.se"}"#));
    assert!(!after.contains("9802"));
}

#[test]
fn the_register_of_ciso_assistant_becomes_risks_with_levels_by_name() {
    let bytes = include_bytes!("ciso.csv");
    assert!(matches!(open("register.csv", bytes).kind, FileKind::Ciso(_)));
    let import = take_in(EMPTY, "register.csv", bytes);
    let after = carried_out(EMPTY, &import);
    let risk = r#"{"id":"R.1","title":"Power outage","likelihood":4,"consequence":{"dead":2},"uncertainty":"low","current":{"likelihood":3,"consequence":{"dead":2}},"motive":"A long one","treatment":"mitigate"}"#;
    assert!(after.contains(risk), "{after}");
    assert!(after.contains(r#"{"id":"R.2","title":"Flood""#));
    assert!(notes(&import).iter().any(|(_, what)| *what == NoteKind::NotALevel));
}

#[test]
fn json_of_another_kind_is_refused() {
    use ombud::exchange::read::Refusal;
    for text in ["{\"format\": 1}", "[1, 2]", "{\"value\": []}"] {
        assert_eq!(ombud::exchange::read("x.json", text.as_bytes(), &mut |_| ()), Err(Refusal::OtherJson), "{text}");
    }
}
