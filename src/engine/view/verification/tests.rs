use super::*;
use crate::engine::{Engine, Reply, Request};

fn verified(text: &str) -> VerificationView {
    let mut engine = Engine::default();
    engine.open("a.json".into(), text.into(), &mut |_| ()).expect("the file can be read");
    match engine.handle(&Request::Verification) {
        Reply::Verification(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_edition_whose_content_has_its_hash_is_intact_and_another_is_altered() {
    // The SHA-256 of the canonical form of {"format": 1}.
    let hash = crate::organisation::hash::sha256(b"{\n\"format\": 1\n}\n");
    let file = |sha256: &str| {
        format!(
            r#"{{"format": 1, "editions": [{{"id": "e", "name": "2023", "date": "2023-10-01", {sha256} "content": {{"format": 1}}}}]}}"#
        )
    };
    let integrity = |sha256: &str| verified(&file(sha256)).editions[0].integrity;
    assert_eq!(integrity(&format!(r#""sha256": "{hash}","#)), Some(Integrity::Intact));
    assert_eq!(integrity(r#""sha256": "00","#), Some(Integrity::Altered));
    assert_eq!(integrity(""), Some(Integrity::NotStated));
}

#[test]
fn an_extract_says_for_whom_and_by_which_version_it_was_made() {
    let made = r#"{"for": "party:p", "date": "2026-07-02", "version": "0.1.0", "rules": 1, "left_out": {"internal": 3, "never": 1}}"#;
    let unit = r#""units": [{"id": "p", "name": "Polisen", "kind": "party"}]"#;
    let view = verified(&format!(r#"{{"format": 1, "extract": {made}, {unit}}}"#));
    let made = view.made.expect("it can be read");
    assert_eq!((&*made.receiver, &*made.version, made.left_out), ("party:p", "0.1.0", 4));
    assert_eq!(made.name, Some(Label::plain("Polisen")));
    let view = verified(r#"{"format": 1, "extract": {"for": 7}}"#);
    assert!(view.is_extract && view.made.is_none());
    assert!(!verified(r#"{"format": 1}"#).is_extract);
}

#[test]
fn a_file_in_fixed_order_is_told_from_one_that_is_not() {
    assert!(verified("{\n\"format\": 1\n}\n").canonical);
    assert!(!verified("{\"format\":1}").canonical);
    assert_eq!(verified("{}").sha256, crate::organisation::hash::sha256(b"{}"));
}
