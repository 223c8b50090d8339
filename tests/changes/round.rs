//! `ombud round`: the files it writes, and the way back of what is answered.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::{canonical_text, changes, extract, merged, with};

fn file() -> Value {
    json!({
        "format": 1,
        "name": "K",
        "as_of": "2026-07-01",
        "units": [
            { "id": "kommun", "name": "K", "kind": "municipality" },
            { "id": "../buf", "name": "Barn", "kind": "department", "parent": "kommun" },
            { "id": "buf", "name": "Bolag", "kind": "company", "parent": "kommun" },
            { "id": "eken", "name": "Eken", "kind": "workplace", "parent": "../buf" },
            { "id": "polis", "name": "Polisen", "kind": "party" },
        ],
        "risks": [
            { "id": "r1", "title": "CANARY", "marking": "secret:18:13" },
            { "id": "r2", "title": "Open", "vulnerabilities": ["WEAK"] },
        ],
    })
}

/// Runs the command in a folder of the test's own; what goes out, what is told, and what it exits with.
fn run(test: &str, arguments: &[&str]) -> (String, String, Option<i32>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("round").join(test);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("file.json"), file().to_string()).unwrap();
    let run =
        Command::new(env!("CARGO_BIN_EXE_ombud")).current_dir(folder).arg("round").args(arguments).output().unwrap();
    let utf8 = |bytes| String::from_utf8(bytes).unwrap();
    (utf8(run.stdout), utf8(run.stderr), run.status.code())
}

fn folder(test: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("round").join(test);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

#[test]
fn each_receiver_gets_an_extract_and_a_letter_and_nothing_that_is_left_out() {
    let folder = folder("whole");
    let arguments = ["file.json", "--new", "Round 1", "--due", "2026-09-30", "--out", "out"];
    let (out, told, code) = run("whole", &arguments);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    let rows = "party:polis\tpolis.json\tpolis.txt\n\
                department:../buf\tbuf.json\tbuf.txt\n\
                department:buf\tbuf-2.json\tbuf-2.txt\n";
    assert_eq!(out, rows);
    let names: Vec<_> = std::fs::read_dir(folder.join("out")).unwrap().collect();
    assert_eq!(names.len(), 6);
    for name in names {
        let text = std::fs::read_to_string(name.unwrap().path()).unwrap();
        assert!(!text.contains("CANARY") && !text.contains("r1"), "{text}");
    }
    let read = |name: &str| std::fs::read_to_string(folder.join("out").join(name)).unwrap();
    assert!(!read("polis.json").contains("WEAK") && read("buf.json").contains("WEAK"));
    let letter = read("buf.txt");
    assert!(letter.starts_with("Subject: Round 1, K\n"), "{letter}");
    assert!(
        letter.contains("buf.json")
            && letter.contains("concerns Barn")
            && letter.contains("send it back by 30")
            && letter.contains("September"),
        "{letter}"
    );
    // What comes back is held against what was sent.
    let sent = read("buf.json");
    let answer = changes(&sent, &sent.replace("\"Eken\"", "\"Eken 2\""));
    let expected = with(&file(), |file| file["units"][3]["name"] = json!("Eken 2"));
    assert_eq!(merged(&file().to_string(), &[answer]).result, canonical_text(&expected.to_string()));
}

#[test]
fn the_part_of_a_receiver_is_the_extract_for_them() {
    let folder = folder("part");
    let (_, _, code) = run("part", &["file.json", "--new", "A", "--due", "2026-09-30", "--out", "out", "--sv"]);
    assert_eq!(code, Some(0));
    let read = |name: &str| std::fs::read_to_string(folder.join("out").join(name)).unwrap();
    let without_day = |text: &str| {
        let mut file: Value = serde_json::from_str(text).unwrap();
        file["extract"].as_object_mut().unwrap().remove("date");
        file
    };
    let expected = extract(&file().to_string(), "party:polis");
    assert_eq!(without_day(&read("polis.json")), without_day(&expected));
    assert!(read("polis.txt").starts_with("Ämne: A, K\n"));
}

#[test]
fn nothing_is_written_over_and_all_must_be_said() {
    let folder = folder("over");
    std::fs::create_dir_all(folder.join("out")).unwrap();
    std::fs::write(folder.join("out/buf.txt"), "mine").unwrap();
    let whole = ["file.json", "--new", "A", "--due", "2026-09-30", "--out", "out"];
    let (out, told, code) = run("over", &whole);
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(told.contains("there is such a file"), "{told}");
    assert_eq!(std::fs::read_dir(folder.join("out")).unwrap().count(), 1, "nothing else is written");
    for (left, reason) in [(1, "what is it called?"), (3, "answered when?"), (5, "where to?")] {
        let mut arguments = whole.to_vec();
        arguments.drain(left..left + 2);
        let (_, told, code) = run("over", &arguments);
        assert_eq!(code, Some(2));
        assert!(told.starts_with(reason), "{told}");
    }
    let (_, told, code) = run("over", &["file.json", "--new", "A", "--due", "soon", "--out", "out"]);
    assert_eq!((told.lines().next(), code), (Some("not a day, YYYY-MM-DD: \"soon\""), Some(2)));
}
