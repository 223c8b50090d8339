//! `ombud round`: the files it writes, and the way back of what is answered.

use std::path::{Path, PathBuf};
use std::process::Command;

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use serde_json::{Value, json};

use crate::{canonical_text, changes, extract, merged, with};

fn file() -> Value {
    json!({
        "format": 1,
        "name": "K",
        "as_of": "2026-07-01",
        "units": [
            { "id": "kommun", "name": "K", "kind": "municipality" },
            { "id": "../buf", "name": "Barn", "kind": "department", "parent": "kommun", "contact": { "email": "barn@example.se" } },
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

/// Runs a command in a folder of the test's own; what goes out, what is told, and what it exits with.
fn ombud(test: &str, arguments: &[&str]) -> (String, String, Option<i32>) {
    let run = Command::new(env!("CARGO_BIN_EXE_ombud")).current_dir(place(test)).args(arguments).output().unwrap();
    let utf8 = |bytes| String::from_utf8(bytes).unwrap();
    (utf8(run.stdout), utf8(run.stderr), run.status.code())
}

fn place(test: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("round").join(test)
}

/// A folder of the test's own, with the file in it.
fn folder(test: &str) -> PathBuf {
    let folder = place(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("file.json"), file().to_string()).unwrap();
    folder
}

/// What a round is told by.
const WHOLE: [&str; 8] = ["round", "file.json", "--new", "Round 1", "--due", "2099-09-30", "--out", "out"];

fn with_options<'a>(options: &[&'a str]) -> Vec<&'a str> {
    WHOLE.iter().copied().chain(options.iter().copied()).collect()
}

/// The parts of a letter, decoded: its head, its text and its file.
fn letter(bytes: &str) -> [String; 3] {
    let mut parts = bytes.split("--=_ombud-part");
    let head = parts.next().unwrap().to_owned();
    let mut decoded = || {
        let (_, body) = parts.next().unwrap().split_once("\r\n\r\n").unwrap();
        String::from_utf8(bytes_of(&body.replace("\r\n", ""))).unwrap()
    };
    [head, decoded(), decoded()]
}

/// The bytes that base64 stands for.
fn bytes_of(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let place = |byte: u8| LETTERS.iter().position(|letter| *letter == byte);
    let (mut out, mut bits, mut count) = (Vec::new(), 0, 0);
    for value in text.bytes().map_while(place) {
        (bits, count) = (bits << 6 | value, count + 6);
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from(bits >> count & 255).unwrap());
        }
    }
    out
}

#[test]
fn each_receiver_gets_an_extract_and_a_letter_and_nothing_that_is_left_out() {
    let folder = folder("whole");
    let (out, told, code) =
        ombud("whole", &with_options(&["--message", "Welcome", "--answer-to", "sakerhet@example.se"]));
    assert_eq!((told.as_str(), code), ("", Some(0)));
    let rows = "department:../buf\tbuf.json\tbuf.eml\n\
                department:buf\tbuf-2.json\tbuf-2.eml\n\
                party:polis\tpolis.json\tpolis.eml\n\
                all\torganisation.json\n";
    assert_eq!(out, rows);
    let read = |name: &str| std::fs::read_to_string(folder.join("out").join(name)).unwrap();
    let names = std::fs::read_dir(folder.join("out")).unwrap().map(|name| name.unwrap().file_name());
    let names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    assert_eq!(names.len(), 7);
    for name in names.iter().filter(|name| *name != "organisation.json") {
        let text = read(name);
        let is_letter = Path::new(name).extension().is_some_and(|extension| extension == "eml");
        let text = if is_letter { letter(&text).concat() } else { text };
        assert!(!text.contains("CANARY") && !text.contains("r1"), "{text}");
        let others = if name.starts_with("polis") { "../buf" } else { "polis.eml" };
        assert!(!text.contains(&format!("\"receivers\":[{{\"unit\":\"{others}")), "{text}");
    }
    assert!(!read("polis.json").contains("WEAK") && read("buf.json").contains("WEAK"));
    let [head, text, attached] = letter(&read("buf.eml"));
    assert!(head.starts_with("X-Unsent: 1\r\nTo: barn@example.se\r\nReply-To: sakerhet@example.se\r\n"), "{head}");
    for said in ["Welcome", "buf.json", "concerns Barn", "to sakerhet@example.se by 30", "September"] {
        assert!(text.contains(said), "{text}");
    }
    assert_eq!(attached, read("buf.json"));
    assert!(letter(&read("polis.eml"))[0].starts_with("X-Unsent: 1\r\nReply-To:"), "no address of theirs is known");
}

#[test]
fn the_file_remembers_the_round_and_each_part_is_the_extract_of_it() {
    let folder = folder("part");
    let (_, _, code) = ombud("part", &with_options(&["--answer-to", "sakerhet@example.se", "--sv"]));
    assert_eq!(code, Some(0));
    let read = |name: &str| std::fs::read_to_string(folder.join("out").join(name)).unwrap();
    let whole: Value = serde_json::from_str(&read("organisation.json")).unwrap();
    assert_eq!(canonical_text(&read("organisation.json")), read("organisation.json"));
    let round = &whole["rounds"][0];
    assert_eq!((&round["id"], &round["due"]), (&json!("round-1"), &json!("2099-09-30")));
    let units: Vec<&Value> = round["receivers"].as_array().unwrap().iter().map(|asked| &asked["unit"]).collect();
    assert_eq!(units, ["../buf", "buf", "polis"]);
    assert!(round["receivers"].as_array().unwrap().iter().all(|asked| asked["sent"].is_string()));
    let without = |text: &Value, fields: &[&str]| {
        let mut file = text.clone();
        for field in fields {
            file["extract"].as_object_mut().unwrap().remove(*field);
        }
        file
    };
    let part: Value = serde_json::from_str(&read("polis.json")).unwrap();
    let made = ["round", "answer_by", "answer_to"].map(|field| &part["extract"][field]);
    assert_eq!(made, [&json!("round-1"), &json!("2099-09-30"), &json!("sakerhet@example.se")]);
    let expected: Value = serde_json::from_str(&extract(&whole.to_string(), "party:polis")).unwrap();
    let expected = without(&expected, &["date"]);
    assert_eq!(without(&part, &["date", "round", "answer_by", "answer_to"]), expected);
    assert!(
        letter(&read("polis.eml"))[1].starts_with("Hej!\n") || letter(&read("polis.eml"))[1].starts_with("Hej!\r\n")
    );
}

#[test]
fn what_comes_back_is_brought_in_and_noted_and_what_does_not_is_late() {
    let folder = folder("back");
    assert_eq!(ombud("back", &WHOLE).2, Some(0));
    let path = |name: &str| folder.join("out").join(name);
    let sent = std::fs::read_to_string(path("buf.json")).unwrap();
    std::fs::write(path("edited.json"), sent.replace("\"Eken\"", "\"Eken 2\"")).unwrap();
    let (answer, _, code) = ombud("back", &["diff", "out/buf.json", "out/edited.json", "--by", "Barn"]);
    assert_eq!(code, Some(0));
    std::fs::write(path("answer.json"), answer).unwrap();
    let merge = ["merge", "out/organisation.json", "out/answer.json"];
    let (plain, _, code) = ombud("back", &merge);
    let whole: Value = serde_json::from_str(&std::fs::read_to_string(path("organisation.json")).unwrap()).unwrap();
    let is_eken = |unit: &Value| unit["id"] == "eken";
    let eken = whole["units"].as_array().unwrap().iter().position(is_eken).unwrap();
    let expected = with(&whole, |file| file["units"][eken]["name"] = json!("Eken 2"));
    assert_eq!((plain, code), (canonical_text(&expected.to_string()), Some(0)), "nothing else is changed");
    let (noted, _, code) = ombud("back", &[&merge[..], &["--noted"]].concat());
    assert_eq!(code, Some(0));
    std::fs::write(path("noted.json"), &noted).unwrap();
    let (state, _, code) = ombud("back", &["round", "out/noted.json", "--as-of", "2099-10-01"]);
    assert_eq!(code, Some(0));
    let rows: Vec<Vec<&str>> = state.lines().map(|line| line.split('\t').collect()).collect();
    let of = |who: &str| rows.iter().find(|row| row[1] == who).unwrap();
    let (answered, silent) = (of("department:../buf"), of("party:polis"));
    assert_eq!((answered[0], answered[2], answered[7]), ("round-1", "2099-09-30", ""));
    assert!(answered[4] == answered[5] && answered[4].starts_with("20") && answered[6].is_empty(), "{state}");
    assert_eq!((silent[4], silent[5], silent[7]), ("", "", "late"));
    let in_time = ombud("back", &["round", "out/noted.json", "--as-of", "2099-09-30"]).0;
    assert!(!in_time.contains("late"), "{in_time}");
    // The same, by the library alone.
    let answer = changes(&sent, &sent.replace("\"Eken\"", "\"Eken 2\""));
    assert_eq!(merged(&whole.to_string(), &[answer]).result, canonical_text(&expected.to_string()));
}

#[test]
fn a_sealed_part_has_a_passphrase_of_its_own_that_is_kept_apart() {
    let folder = folder("sealed");
    let (out, told, code) = ombud("sealed", &with_options(&["--for", "party:polis", "--sealed"]));
    assert_eq!((told.as_str(), code), ("", Some(0)));
    assert_eq!(
        out,
        "party:polis\tpolis.json.sealed\tpolis.eml\nall\torganisation.json\npassphrases\tout.passphrases.txt\n"
    );
    let bytes = std::fs::read(folder.join("out/polis.json.sealed")).unwrap();
    let (head, sealed) = ombud::exchange::sealed::open(&bytes).unwrap();
    assert_eq!((head.length, head.rounds), (sealed.len() as u64, ombud::exchange::sealed::ROUNDS));
    let phrases = std::fs::read_to_string(folder.join("out.passphrases.txt")).unwrap();
    let phrase = phrases.trim_end().rsplit('\t').next().unwrap();
    assert_eq!((phrases.lines().count(), phrase.len()), (1, 24));
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<sha2::Sha256>(phrase.as_bytes(), &head.salt, head.rounds, &mut key);
    let payload = Payload { msg: sealed, aad: &bytes[..52] };
    let opened = Aes256Gcm::new(&key.into()).decrypt(&head.nonce.into(), payload).unwrap();
    let opened: Value = serde_json::from_slice(&opened).unwrap();
    assert_eq!(opened["extract"]["for"], "party:polis");
    let text = std::fs::read_to_string(folder.join("out/polis.eml")).unwrap();
    let mut parts = text.split("--=_ombud-part");
    assert!(!parts.next().unwrap().contains(phrase));
    assert!(parts.all(|part| !part.contains(phrase)));
    assert_eq!(std::fs::read_dir(folder.join("out")).unwrap().count(), 3);
}

#[test]
fn nothing_is_written_over_and_all_must_be_said() {
    let folder = folder("over");
    std::fs::create_dir_all(folder.join("out")).unwrap();
    std::fs::write(folder.join("out/buf.eml"), "mine").unwrap();
    let (out, told, code) = ombud("over", &WHOLE);
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(told.contains("there is such a file"), "{told}");
    assert_eq!(std::fs::read_dir(folder.join("out")).unwrap().count(), 1, "nothing else is written");
    for (left, reason) in [(2, "what is it called?"), (4, "answered when?"), (6, "where to?")] {
        let mut arguments = WHOLE.to_vec();
        arguments.drain(left..left + 2);
        let (_, told, code) = ombud("over", &arguments);
        assert_eq!(code, Some(2));
        assert!(told.starts_with(reason), "{told}");
    }
    for (options, reason) in [
        (["--due", "2020-09-30"], "--due 2020-09-30: the day has been"),
        (["--due", "soon"], "not a day, YYYY-MM-DD: \"soon\""),
        (["--answer-to", "the office"], "not an e-mail address: \"the office\""),
        (["--for", "party:buf"], "file.json: "),
    ] {
        let (_, told, code) = ombud("over", &with_options(&options));
        assert_eq!(code, Some(2), "{told}");
        assert!(told.starts_with(reason), "{told}");
    }
}
