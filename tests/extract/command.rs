//! `ombud extract`: what goes to standard output, to standard error, and what it exits with.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

fn ombud(arguments: &[&str]) -> (String, String, Option<i32>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("extract");
    std::fs::create_dir_all(&folder).unwrap();
    let file = json!({
        "format": 1,
        "units": [
            { "id": "kommun", "name": "K", "kind": "municipality" },
            { "id": "buf", "name": "B", "kind": "department", "parent": "kommun" },
            { "id": "polis", "name": "P", "kind": "party" },
        ],
        "risks": [
            { "id": "open", "title": "Open" },
            { "id": "inside", "title": "Inside", "marking": "internal" },
            { "id": "secret", "title": "Secret", "marking": "secret:18:13" },
        ],
    });
    std::fs::write(folder.join("organisation.json"), file.to_string()).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_ombud")).current_dir(folder).args(arguments).output().unwrap();
    let said = |bytes| String::from_utf8(bytes).unwrap();
    (said(run.stdout), said(run.stderr), run.status.code())
}

#[test]
fn the_extract_goes_out_and_what_it_leaves_out_is_told_beside_it() {
    let (out, told, code) = ombud(&["extract", "organisation.json", "--for", "public"]);
    assert_eq!(code, Some(0));
    let extract: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(extract["extract"]["for"], "public");
    assert_eq!(extract["extract"]["left_out"], json!({ "internal": 1, "secret:18:13": 1 }));
    assert_eq!(
        told,
        "organisation.json: 4 items go out, 2 are left out\n      \
         1 internal: marked as internal\n      \
         1 secret:18:13: marked as secret under 18:13\n"
    );
}

#[test]
fn every_receiver_has_an_extract() {
    for (receiver, risks) in [("public", 1), ("party:polis", 1), ("department:buf", 2), ("internal", 2)] {
        let (out, _, code) = ombud(&["extract", "organisation.json", "--for", receiver]);
        let extract: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((code, extract["risks"].as_array().unwrap().len()), (Some(0), risks), "{receiver}");
        assert_eq!(extract["extract"]["for"], receiver);
    }
}

#[test]
fn a_receiver_that_is_none_is_refused_with_a_reason() {
    for (receiver, reason) in [
        ("everyone", "no such receiver as “everyone”"),
        ("party", "no such receiver as “party”"),
        ("party:", "no such receiver as “party:”"),
        ("party:mars", "the file has no unit with the id mars"),
        ("party:buf", "the unit buf is no external party"),
        ("department:mars", "the file has no unit with the id mars"),
        ("department:polis", "the unit polis is neither a department nor a company"),
        ("department:kommun", "the unit kommun is neither a department nor a company"),
    ] {
        let (out, told, code) = ombud(&["extract", "organisation.json", "--for", receiver]);
        assert_eq!((out.as_str(), code), ("", Some(2)), "{receiver}");
        assert!(told.contains(reason), "{receiver}: {told}");
    }
    let (_, told, code) = ombud(&["extract", "organisation.json"]);
    assert!(told.starts_with("for whom?"), "{told}");
    assert_eq!(code, Some(2));
}
