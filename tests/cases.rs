//! Every folder in `tests/cases` is a file and the verdict it must give; a new folder is picked up by itself.
//!
//! `organisation.json` is judged on the file's `as_of`, or on the day in a file `as_of` beside it. `verdict.json` holds
//! what the contract fixes: the whole of coverage and risk, of findings `id`, `rule`, `state`, `severity` and, where
//! one expires, `until`. `problems.txt`, where there is one, holds `line:column path` of every problem, and
//! `forecast.json` how many `months` ahead the forecast gives which `steps`.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::fs;
use std::path::{Path, PathBuf};

use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::value::{Date, parse_date};
use serde_json::{Value, json};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 12, "the cases are there");
    cases
}

fn open(bytes: Vec<u8>) -> (Engine, Option<Date>) {
    let mut engine = Engine::default();
    engine.open("organisation.json".to_owned(), bytes, &mut |_| ()).unwrap();
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("it is open") };
    (engine, summary.as_of)
}

fn text(engine: &mut Engine, request: &Request) -> String {
    let Reply::Text(text) = engine.handle(request) else { panic!("a text is answered") };
    text
}

/// The file of a case, and its day.
fn opened(case: &Path) -> (Engine, Date) {
    let (engine, as_of) = open(fs::read(case.join("organisation.json")).unwrap());
    let day = fs::read_to_string(case.join("as_of")).ok();
    (engine, day.map_or(as_of, |day| parse_date(day.trim())).expect("a case has a day"))
}

fn verdict(case: &Path) -> (Engine, String) {
    let (mut engine, on) = opened(case);
    let verdict = text(&mut engine, &Request::Verdict { on });
    (engine, verdict)
}

/// The part of a verdict that the contract fixes.
fn fixed(verdict: &Value) -> Value {
    let finding = |finding: &Value| {
        let mut kept = json!({});
        for key in ["id", "rule", "state", "severity"] {
            kept[key] = finding[key].clone();
        }
        if finding["state"] == "expiring" {
            kept["until"] = finding["until"].clone();
        }
        kept
    };
    let findings: Vec<_> = verdict["coverage"]["findings"].as_array().unwrap().iter().map(finding).collect();
    json!({
        "format": verdict["format"],
        "as_of": verdict["as_of"],
        "coverage": { "rules": verdict["coverage"]["rules"], "findings": findings },
        "risk": verdict["risk"],
    })
}

#[test]
fn every_case_gives_its_verdict() {
    for case in cases() {
        let got: Value = serde_json::from_str(&verdict(&case).1).unwrap();
        let wanted: Value = serde_json::from_str(&fs::read_to_string(case.join("verdict.json")).unwrap()).unwrap();
        let (got, wanted) = (fixed(&got), fixed(&wanted));
        assert!(got == wanted, "{}\ngot {got:#}\nwanted {wanted:#}", case.display());
    }
}

#[test]
fn every_case_gives_its_forecast() {
    let mut compared = 0;
    for case in cases() {
        let Ok(wanted) = fs::read_to_string(case.join("forecast.json")) else { continue };
        let wanted: Value = serde_json::from_str(&wanted).unwrap();
        let (mut engine, from) = opened(&case);
        let months = wanted["months"].as_u64().unwrap().try_into().unwrap();
        let got = engine.foresee(from, months, |_, forecast| forecast.to_json()).unwrap();
        let got: Value = serde_json::from_str(&got).unwrap();
        assert!(got == json!({ "steps": wanted["steps"] }), "{}\ngot {got:#}", case.display());
        compared += 1;
    }
    assert!(compared > 0, "a forecast was compared");
}

#[test]
fn every_case_tells_its_problems_by_line_column_and_path() {
    for case in cases() {
        let Ok(wanted) = fs::read_to_string(case.join("problems.txt")) else { continue };
        let (mut engine, _) = verdict(&case);
        let window = ombud::engine::lens::Window { from: 0, count: 100 };
        let Reply::Problems(page) = engine.handle(&Request::Problems { window }) else {
            panic!("problems are answered")
        };
        let place = |problem: &ombud::organisation::problem::Problem| {
            format!("{}:{} {}\n", problem.place.line, problem.place.column, problem.place.path)
        };
        assert_eq!(page.rows.iter().map(place).collect::<String>(), wanted, "{}", case.display());
    }
}

#[test]
fn saving_loses_nothing_and_saving_again_changes_no_byte() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/example.json");
    for file in cases().iter().map(|case| case.join("organisation.json")).chain([example]) {
        let (mut first, on) = open(fs::read(&file).unwrap());
        let saved = text(&mut first, &Request::Canonical);
        let (mut second, _) = open(saved.clone().into_bytes());
        assert_eq!(text(&mut second, &Request::Canonical), saved, "{}", file.display());
        let on = on.unwrap_or_default();
        let verdicts = [&mut first, &mut second].map(|engine| text(engine, &Request::Verdict { on }));
        let [before, after] = verdicts.map(|verdict| fixed(&serde_json::from_str(&verdict).unwrap()));
        assert_eq!(before, after, "{}", file.display());
    }
}

#[test]
fn the_example_is_in_canonical_form() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/example.json");
    let bytes = fs::read(file).unwrap();
    let (mut engine, _) = open(bytes.clone());
    assert!(text(&mut engine, &Request::Canonical).as_bytes() == bytes, "run `ombud canonical public/example.json`");
}
