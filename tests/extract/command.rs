//! `ombud extract`: what goes to standard output, to standard error, and what it exits with.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::{Value, json};

fn ombud(arguments: &[&str]) -> (String, String, Option<i32>) {
    let (out, told, code) = run(arguments);
    (String::from_utf8(out).unwrap(), told, code)
}

/// Where the file lies that is asked of. It is written once: the tests run beside each other.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
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
    folder
});

/// What goes to standard output, to standard error, and what it exits with.
fn run(arguments: &[&str]) -> (Vec<u8>, String, Option<i32>) {
    let run = Command::new(env!("CARGO_BIN_EXE_ombud")).current_dir(&*FOLDER).args(arguments).output().unwrap();
    (run.stdout, String::from_utf8(run.stderr).unwrap(), run.status.code())
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
        "organisation.json: 4 items are included, 2 are left out\n      \
         1 internal: marked as internal\n      \
         1 secret:18:13: marked confidential under chapter 18, section 13 of the Public Access to Information and Secrecy Act\n"
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
        ("everyone", "no such recipient as “everyone”"),
        ("party", "no such recipient as “party”"),
        ("party:", "no such recipient as “party:”"),
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

#[test]
fn every_output_is_written_in_each_of_its_formats_and_first_in_its_own() {
    for (output, endings) in [
        ("report", vec![("html", "<!doctype html>"), ("xlsx", "PK")]),
        ("contacts", vec![("vcf", "")]),
        ("calendar", vec![("ics", "BEGIN:VCALENDAR")]),
        ("findings", vec![("csv", "\u{feff}"), ("xlsx", "PK")]),
        ("organisation", vec![("csv", "\u{feff}"), ("xlsx", "PK")]),
        ("risks", vec![("csv", "\u{feff}"), ("xlsx", "PK")]),
        ("measures", vec![("csv", "\u{feff}"), ("xlsx", "PK")]),
    ] {
        let export = ["export", "organisation.json", "--as", output, "--as-of", "2026-07-01"];
        for receiver in ["all", "public", "party:polis", "department:buf", "internal"] {
            for (ending, begins) in &endings {
                let asked = [&export[..], &["--for", receiver, "--format", ending]].concat();
                let (out, told, code) = run(&asked);
                assert_eq!((told.as_str(), code), ("", Some(0)), "{asked:?}");
                assert!(out.starts_with(begins.as_bytes()), "{asked:?}");
            }
        }
        let unless_given = [&export[..], &["--for", "all", "--format", endings[0].0]].concat();
        assert_eq!(run(&export).0, run(&unless_given).0, "{output}");
    }
}

#[test]
fn an_export_that_cannot_be_made_is_refused_with_a_reason() {
    for (asked, reason) in [
        (vec![], "what? --as report, contacts, calendar, findings, organisation, risks, measures"),
        (vec!["--as", "minutes"], "none of report, contacts,"),
        (vec!["--as", "risks", "--format", "pdf"], "none of html, xlsx, vcf, ics, csv: \"pdf\""),
        (vec!["--as", "risks", "--format", "ics"], "risks is written as csv or xlsx, not as ics"),
        (vec!["--as", "risks", "--for", "everyone"], "no such recipient as “everyone”"),
        (vec!["--as", "risks", "--for", "party:mars"], "the file has no unit with the id mars"),
        (vec!["--as", "report", "--for", "department:polis"], "neither a department nor a company"),
    ] {
        let (out, told, code) = ombud(&[vec!["export", "organisation.json"], asked.clone()].concat());
        assert_eq!((out.as_str(), code), ("", Some(2)), "{asked:?}");
        assert!(told.contains(reason), "{asked:?}: {told}");
    }
    let (_, told, code) = ombud(&["export", "no-such-file.json", "--as", "risks"]);
    assert!(told.starts_with("no-such-file.json: ") && code == Some(2), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/public/example.json");
    let run = Command::new(env!("CARGO_BIN_EXE_ombud")).args(["canonical", file]).stdout(full).output().unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8(run.stderr).unwrap().starts_with("standard output: "));
}
