//! The trail: what each saving adds to the file, and the chain of savings, in which no byte of any file can be another
//! without the file being named.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::path::Path;
use std::process::Command;

use ombud::draft::{ChangeKind, FieldValue, Patch};
use ombud::engine::lens::Window;
use ombud::engine::view::OwnHistoryRow;
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::value::Language;
use ombud::organisation::{ListName, canonical, decode, read};
use ombud::trail::{Chain, Standing, TrailFile, chain};
use ombud::travel;
use ombud::verdict::{File, sha256};
use proptest::prelude::*;
use serde_json::{Value, json};

const START: &str = r#"{"format": 1, "name": "K",
 "units": [{"id": "a", "name": "A", "kind": "workplace"}, {"id": "b", "name": "B", "kind": "workplace"}],
 "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
 "assignments": [{"role": "head", "unit": "a", "person": "p"}],
 "risks": [{"id": "r", "title": "R", "marking": "secret:18:13"}],
 "measures": [{"id": "m", "title": "M", "risks": ["r"]}]}"#;

fn open(text: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("organisation.json".into(), text.as_bytes().to_vec(), &mut |_| ()).expect("it opens");
    engine
}

/// Saves what is open on a day: the text of the file.
fn save(engine: &mut Engine, day: &str, by: &str) -> String {
    let on = day.parse().expect("a day");
    let Reply::Text(text) = engine.handle(&Request::ToSave { on, by: by.into() }) else { panic!("a text is answered") };
    assert!(matches!(engine.handle(&Request::Saved { on, by: by.into() }), Reply::Changed(_)));
    assert_eq!(engine.handle(&Request::Canonical), Reply::Text(text.clone()), "what is open is what was saved");
    text
}

fn change(engine: &mut Engine, patch: Patch) {
    let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] });
    assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
}

fn set(list: ListName, key: &str, field: &str, value: FieldValue) -> Patch {
    Patch::Set { list, key: key.into(), fields: vec![(field.to_owned(), value)] }
}

fn employees(unit: &str, count: u32) -> Patch {
    set(ListName::Units, unit, "employees", FieldValue::Number(count.into()))
}

fn history(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).expect("it is JSON");
    file["history"].as_array().cloned().unwrap_or_default()
}

/// Files as links, called by their places.
fn links(files: &[Vec<u8>]) -> Vec<TrailFile> {
    let link = |(place, bytes): (usize, &Vec<u8>)| {
        let name = place.to_string();
        let Ok(text) = decode(bytes.clone()) else { return TrailFile::unreadable(&name) };
        match read(&text, &mut |_| ()) {
            Ok((organisation, _)) => TrailFile::of(&name, &text, &organisation),
            Err(_) => TrailFile::unreadable(&name),
        }
    };
    files.iter().enumerate().map(link).collect()
}

fn followed(files: &[&str]) -> Chain {
    chain(&links(&files.iter().map(|file| file.as_bytes().to_vec()).collect::<Vec<_>>()))
}

/// A chain: the file as it was, and as it was saved after each of some changes.
fn savings(changes: &[(u8, u32)]) -> Vec<String> {
    let mut engine = open(START);
    let mut files = vec![START.to_owned()];
    for (place, (what, number)) in changes.iter().enumerate() {
        let name = FieldValue::text(&format!("N{number}-{place}"));
        match what % 5 {
            0 => change(
                &mut engine,
                employees(["a", "b"][*number as usize % 2], *number + 1000 * u32::try_from(files.len()).unwrap()),
            ),
            1 => change(&mut engine, set(ListName::Risks, "r", "title", name)),
            2 => change(&mut engine, set(ListName::People, "p", "name", name)),
            3 => {
                let fields = vec![("name".into(), name), ("kind".into(), FieldValue::text("workplace"))];
                change(&mut engine, Patch::Add { list: ListName::Units, fields });
            }
            _ => {
                let fields = [("role", "member"), ("unit", "b"), ("person", ["p", "q"][*number as usize % 2])];
                let fields = fields.map(|(field, text)| (field.to_owned(), FieldValue::text(text))).to_vec();
                change(&mut engine, Patch::Add { list: ListName::Assignments, fields });
            }
        }
        files.push(save(&mut engine, "2026-11-28", "Anna"));
    }
    files
}

#[test]
fn a_saving_adds_what_was_changed_by_whom_and_the_hash_of_the_file_before() {
    let mut engine = open(START);
    change(&mut engine, employees("a", 14));
    change(&mut engine, set(ListName::Risks, "r", "title", FieldValue::text("Hemligt namn")));
    change(&mut engine, Patch::Remove { list: ListName::Measures, key: "m".into() });
    let post = r#"{"role":"head","unit":"a","person":"p"}"#;
    change(&mut engine, set(ListName::Assignments, post, "person", FieldValue::text("q")));
    let text = save(&mut engine, "2026-11-28", " Anna Ek ");
    let entry = &history(&text)[0];
    let hash = entry["sha256"].as_str().expect("a hash");
    let expected = json!({
        "date": "2026-11-28", "number": 1, "by": "Anna Ek",
        "changes": [
            { "list": "units", "kind": "changed", "fields": ["employees"], "keys": ["a"] },
            { "list": "assignments", "kind": "added", "keys": ["a head q"] },
            { "list": "assignments", "kind": "removed", "keys": ["a head p"] },
            { "list": "risks", "kind": "changed", "fields": ["title"], "keys": ["r"] },
            { "list": "measures", "kind": "removed", "keys": ["m"] },
        ],
        "before": sha256(START.as_bytes()), "sha256": hash,
    });
    assert_eq!(*entry, expected);
    assert!(!entry.to_string().contains("Hemligt"), "no text of an item stands in it");
    assert_eq!(sha256(text.replace(&format!(",\"sha256\":\"{hash}\""), "").as_bytes()), hash);
}

#[test]
fn a_saving_that_changes_nothing_adds_nothing() {
    let files = savings(&[(0, 1)]);
    let mut engine = open(&files[1]);
    assert_eq!(save(&mut engine, "2026-12-01", "Bo"), files[1]);
    change(&mut engine, employees("a", 3));
    engine.handle(&Request::Undo);
    assert_eq!(save(&mut engine, "2026-12-01", "Bo"), files[1], "nor does what has been undone");
    let (organisation, _) = read(START, &mut |_| ()).expect("it is read");
    assert_eq!(save(&mut open(START), "2026-12-01", "Bo"), canonical::write(&organisation));
}

#[test]
fn an_extract_gets_no_trail() {
    let made = r#"{"for": "party:a", "date": "2026-07-02", "version": "0.1.0", "rules": 1, "left_out": {}}"#;
    let mut engine = open(&START.replace(r#""name": "K","#, &format!(r#""name": "K", "extract": {made},"#)));
    change(&mut engine, employees("a", 14));
    let text = save(&mut engine, "2026-11-28", "Anna");
    assert!(text.contains("\"employees\":14") && !text.contains("history"), "{text}");
}

#[test]
fn more_items_than_a_thousand_are_counted() {
    let mut engine = open(r#"{"format": 1}"#);
    let add = |place: u32| Patch::Add {
        list: ListName::People,
        fields: vec![
            ("id".to_owned(), FieldValue::text(&format!("p{place:04}"))),
            ("name".to_owned(), FieldValue::text("P")),
        ],
    };
    engine.handle(&Request::Change { name: ChangeKind::Edit, patches: (0..1002).map(add).collect() });
    let entry = history(&save(&mut engine, "2026-11-28", ""))[0].clone();
    assert_eq!(entry["by"], Value::Null);
    assert_eq!(
        (entry["changes"][0]["more"].as_u64(), entry["changes"][0]["keys"].as_array().map(Vec::len)),
        (Some(2), Some(1000))
    );
}

#[test]
fn a_trail_from_which_an_entry_was_taken_is_cut() {
    let files = savings(&[(0, 1), (1, 2), (2, 3)]);
    let line = files[3].lines().find(|line| line.contains("\"number\":1")).expect("the first entry");
    let cut = files[3].replace(&format!("{line}\n"), "");
    let links = links(&[&files[1], &files[2], &cut].map(|file| file.as_bytes().to_vec()));
    // A forger makes the last hash fit.
    let forged = TrailFile { is_as_saved: Some(true), ..links[2].clone() };
    let chain = chain(&[links[0].clone(), links[1].clone(), forged]);
    assert_eq!(chain.files, [Standing::Before, Standing::Before, Standing::Cut]);
}

#[test]
fn a_file_changed_elsewhere_before_it_was_opened_again_is_told() {
    let mut files = savings(&[(0, 1)]);
    files[1] = files[1].replace("\"name\":\"Q\"", "\"name\":\"Qvist\"");
    let mut engine = open(&files[1]);
    change(&mut engine, employees("b", 7));
    files.push(save(&mut engine, "2026-12-01", "Bo"));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    assert_eq!(followed(&files).files, [Standing::Before, Standing::Edited, Standing::Latest]);
    assert_eq!(followed(&files[..2]).files, [Standing::Before, Standing::Changed]);
    assert_eq!(followed(&[START]).files, [Standing::NoTrail]);
}

#[test]
fn the_savings_of_two_who_began_alike_stand_beside_each_other() {
    let saved = |unit: &str, by: &str| {
        let mut engine = open(START);
        change(&mut engine, employees(unit, 5));
        save(&mut engine, "2026-11-28", by)
    };
    let (ours, theirs) = (saved("a", "Anna"), saved("b", "Bo"));
    let [start, new, file] = [START, &theirs, &ours].map(|text| File::read(text, &mut |_| ()).expect("it opens"));
    let change = travel::diff(&start.organisation, &sha256(START.as_bytes()), &new.organisation, None);
    let merged = travel::merge(&file, &sha256(ours.as_bytes()), &[change]).expect("it is of this file");
    assert!(merged.is_whole());
    assert_eq!(history(&merged.result).len(), 2);
    let mut engine = open(&merged.result);
    self::change(&mut engine, set(ListName::People, "p", "name", FieldValue::text("Per")));
    let last = save(&mut engine, "2026-11-29", "Anna");
    assert_eq!(history(&last).iter().filter(|entry| entry["number"] == 2).count(), 1);
    let all = [START, &ours, &theirs, &merged.result, &last];
    let chain = followed(&all);
    let [before, latest] = [Standing::Before, Standing::Latest];
    assert_eq!(chain.files, [before, before, before, before, latest]);
    assert_eq!((chain.gaps.len(), chain.savings), (0, 3));
}

#[test]
fn that_an_edition_was_adopted_stands_in_the_trail_and_is_told_of_the_edition() {
    let mut engine = open(START);
    let text = |field: &str, text: &str| (field.to_owned(), FieldValue::text(text));
    let edition = vec![text("name", "RSA"), text("date", "2026-06-01")];
    change(&mut engine, Patch::Add { list: ListName::Editions, fields: edition });
    let day = vec![text("date", "2026-06-04"), text("by", "Anna")];
    let adopted = [("edition", "rsa"), ("by", "kommunfullmäktige"), ("date", "2026-06-03"), ("minutes", "§ 45")];
    let adopted = adopted.map(|(field, said)| text(&format!("adopted/{field}"), said));
    change(&mut engine, Patch::Add { list: ListName::History, fields: day.into_iter().chain(adopted).collect() });
    let entries = history(&save(&mut engine, "2026-06-04", "Anna"));
    let [noted, saving] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!(noted["adopted"]["minutes"], "§ 45");
    assert_eq!(saving["changes"], json!([{ "list": "editions", "kind": "added", "keys": ["rsa"] }]));
    let asked = Request::Editions {
        on: "2026-06-04".parse().expect("a day"),
        within: None,
        earlier: None,
        later: None,
        window: Window { from: 0, count: 5 },
    };
    let Reply::Editions(view) = engine.handle(&asked) else { panic!("it is answered") };
    let said = |language| ombud::text::edition::adopted(&view.editions[0].adopted[0], language);
    assert_eq!(said(Language::Swedish), "Fastställd av kommunfullmäktige den 3\u{a0}juni 2026, § 45");
    assert_eq!(said(Language::English), "Adopted by kommunfullmäktige on 3\u{a0}June 2026, § 45");
}

/// What the open file's trail says of an item: the day, who, what, fields, and role and person of a post.
fn own(engine: &mut Engine, list: ListName, id: &str) -> Vec<String> {
    let Reply::OwnHistory(view) = engine.handle(&Request::OwnHistory { list, id: id.into() }) else {
        panic!("it is answered")
    };
    let row = |row: &OwnHistoryRow| {
        let post = row.post.as_ref().map(|post| format!(" {} {:?}", post.role.id, post.person));
        format!("{} {} {} {:?}{}", row.date, row.by, row.kind.word(), row.fields, post.unwrap_or_default())
    };
    view.rows.iter().map(row).collect()
}

#[test]
fn each_item_has_its_own_history_and_units_and_people_that_of_their_posts() {
    let mut engine = open(START);
    change(&mut engine, employees("a", 14));
    save(&mut engine, "2026-11-27", "Anna");
    let post = r#"{"role":"head","unit":"a","person":"p"}"#;
    change(&mut engine, set(ListName::Assignments, post, "person", FieldValue::text("q")));
    change(&mut engine, set(ListName::Measures, "m", "title", FieldValue::text("Ny")));
    save(&mut engine, "2026-11-28", "Bo");
    let came = r#"2026-11-28 Bo added [] head Some("Q")"#;
    let went = r#"2026-11-28 Bo removed [] head Some("P")"#;
    assert_eq!(own(&mut engine, ListName::Units, "a"), [came, went, r#"2026-11-27 Anna changed ["employees"]"#]);
    assert_eq!(own(&mut engine, ListName::People, "p"), [went]);
    assert_eq!(own(&mut engine, ListName::People, "q"), [came]);
    assert_eq!(own(&mut engine, ListName::Measures, "m"), [r#"2026-11-28 Bo changed ["title"]"#]);
    assert_eq!(own(&mut engine, ListName::Risks, "r"), [""; 0]);
    assert_eq!(own(&mut engine, ListName::Units, "b"), [""; 0]);
}

fn ombud(arguments: &[&str]) -> (String, String, Option<i32>) {
    let run = Command::new(env!("CARGO_BIN_EXE_ombud"))
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .args(arguments)
        .output()
        .expect("it runs");
    let said = |bytes| String::from_utf8(bytes).expect("it is text");
    (said(run.stdout), said(run.stderr), run.status.code())
}

#[test]
fn the_command_line_names_the_file_at_which_a_chain_breaks() {
    let files = savings(&[(0, 1), (1, 2), (2, 3)]);
    let names: Vec<String> = (0..4).map(|place| format!("trail-{place}.json")).collect();
    let write = |place: usize, bytes: &[u8]| {
        std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(&names[place]), bytes).expect("it is written");
    };
    (0..4).for_each(|place| write(place, files[place].as_bytes()));
    let all: Vec<&str> = std::iter::once("verify").chain(names.iter().map(String::as_str)).collect();
    let (said, _, code) = ombud(&all);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("The chain holds through 4 files. Savings: 3.\n"), "{said}");
    let (said, _, code) = ombud(&["verify", "trail-3.json", "--sv"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("Filen före sparning 2 ("), "{said}");
    write(1, files[1].replacen("\"P\"", "\"O\"", 1).as_bytes());
    let (said, _, code) = ombud(&all);
    assert_eq!(code, Some(1));
    assert!(said.contains("trail-1.json: has been changed since it was saved\n"), "{said}");
    let (said, _, _) = ombud(&[&all[..], &["--json"]].concat());
    let said: Value = serde_json::from_str(&said).expect("it is JSON");
    let standings: Vec<_> = said["files"].as_array().expect("a list").iter().map(|file| &file["standing"]).collect();
    assert_eq!(standings, ["before", "changed", "before", "latest"]);
    assert_eq!((said["holds"].clone(), said["missing"][0]["number"].clone()), (json!(false), json!(2)));
    write(1, b"{");
    let (_, told, code) = ombud(&all);
    assert!(told.starts_with("trail-1.json:1:2: "), "{told}");
    assert_eq!(code, Some(2));
    assert_eq!(ombud(&["verify", "trail-0.json", "nowhere.json"]).2, Some(2));
}

/// Entries of two trails, alike and not.
fn entries() -> impl Strategy<Value = Vec<Value>> {
    let entry = (1_u32..4, 0_usize..3, 0_usize..2, any::<bool>()).prop_map(|(number, before, day, is_saving)| {
        let (date, name) = (["2026-11-27", "2026-11-28"][day], ["x", "y", "z"][before]);
        if is_saving {
            json!({ "date": date, "number": number, "by": "A", "before": name, "sha256": "s" })
        } else {
            json!({ "date": date, "adopted": { "edition": name } })
        }
    });
    prop::collection::vec(entry, 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_chain_of_any_changes_holds_and_a_flipped_bit_of_any_file_is_named(
        changes in prop::collection::vec(any::<(u8, u32)>().prop_map(|(what, number)| (what, number % 1000)), 1..6),
        at in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 24),
        turn in any::<usize>(),
    ) {
        let mut files: Vec<Vec<u8>> = savings(&changes).into_iter().map(String::into_bytes).collect();
        let turned = turn % files.len();
        files.rotate_left(turned);
        let whole = chain(&links(&files));
        prop_assert!(whole.holds() && whole.gaps.is_empty(), "{:?}", whole);
        let place = at.index(files.len());
        for (byte, bit) in flips {
            let mut broken = files.clone();
            let byte = byte.index(broken[place].len());
            broken[place][byte] ^= 1 << bit;
            let chain = chain(&links(&broken));
            prop_assert!(chain.files[place].is_break(), "byte {} of file {}: {:?}", byte, place, chain);
        }
    }

    #[test]
    fn a_difference_of_trails_brought_in_gives_the_new_file(old in entries(), new in entries()) {
        let file = |entries: &[Value]| json!({ "format": 1, "name": "K", "history": entries }).to_string();
        let (old, new) = (file(&old), file(&new));
        let [before, after] = [&old, &new].map(|text| File::read(text, &mut |_| ()).expect("it opens"));
        let made = travel::diff(&before.organisation, &sha256(old.as_bytes()), &after.organisation, None);
        let made = travel::read(&travel::write(&made)).expect("it is read as it was written");
        let merged = travel::merge(&before, &sha256(old.as_bytes()), &[made]).expect("it is of this file");
        prop_assert_eq!(merged.result, canonical::write(&after.organisation));
    }
}
