//! `docs/format.md` and `docs/verdict.md` keep their word: their examples give what they say, and their tables name
//! every field there is. So does the README, where it names what the project has.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use ombud::coverage::State;
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::Organisation;
use ombud::organisation::rule::Severity;
use ombud::organisation::value::Date;
use ombud::risk::Placement;
use ombud::verdict::File;
use serde_json::{Value, json};

const FORMAT: &str = include_str!("../docs/format.md");
const VERDICT: &str = include_str!("../docs/verdict.md");
const RULES: &str = include_str!("../docs/rules.md");
const SCHEMA: &str = include_str!("../public/organisation.schema.json");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The fenced blocks of a page, each with the words after its fence.
fn blocks(page: &'static str) -> Vec<(&'static str, &'static str)> {
    let (mut blocks, mut rest) = (Vec::new(), page);
    while let Some((_, after)) = rest.split_once("\n```") {
        let (info, after) = after.split_once('\n').expect("a block has lines");
        let (body, after) = after.split_once("```").expect("a block ends");
        blocks.push((info, body));
        rest = after;
    }
    blocks
}

/// The only block of a page with these words after its fence.
fn block(page: &'static str, info: &str) -> &'static str {
    blocks(page).into_iter().find(|(found, _)| *found == info).expect(info).1
}

/// Adds an example to the file it is part of: items to their lists, and everything else in its place.
fn add(file: &mut Value, part: Value) {
    let Value::Object(part) = part else { panic!("an example is an object") };
    for (key, value) in part {
        match (file[&key].as_array_mut(), value) {
            (Some(list), Value::Array(items)) => list.extend(items),
            (_, value) => file[key] = value,
        }
    }
}

/// The findings of rules that must hold, on the file's own day, a line each.
fn musts(text: &str) -> String {
    let mut file = File::read(text, &mut |_| ()).unwrap();
    let on = file.organisation.as_of.unwrap();
    let coverage = file.judge(on);
    let mut out = String::new();
    for finding in coverage.findings.iter().filter(|finding| coverage.rule(finding).severity() == Severity::Must) {
        let id = coverage.id(finding, &file.organisation, &file.index);
        out.extend([id, " ".into(), finding.state.word().into()]);
        out.extend(finding.until.map(|until| format!(" until {until}")));
        out.push('\n');
    }
    out
}

/// The risks, those in the matrix by rank, then those beside it, a line each.
fn risks(text: &str) -> String {
    let file = File::read(text, &mut |_| ()).unwrap();
    let verdict: Value = serde_json::from_str(&verdict(text)).unwrap();
    let rated = verdict["risk"]["risks"].as_array().unwrap().iter();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let rated = rated.map(|risk| format!("{} {} {}\n", risk["rank"], word(&risk["id"]), word(&risk["class"])));
    let mut lines: Vec<_> = rated.collect();
    lines.sort();
    for (risk, placement) in file.organisation.risks.iter().zip(&file.register.placements) {
        if let Placement::Beside(beside) = placement {
            lines.push(format!("- {} {}\n", risk.id, word(&json!(beside))));
        }
    }
    lines.concat()
}

/// The verdict on a file on its own day.
fn verdict(text: &str) -> String {
    ask(text, |on| Request::Verdict { on })
}

fn ask(text: &str, request: impl FnOnce(Date) -> Request) -> String {
    let mut engine = Engine::default();
    engine.open("organisation.json".to_owned(), text.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("it is open") };
    let request = request(summary.as_of.unwrap_or_default());
    let Reply::Text(text) = engine.handle(&request) else { panic!("a text is answered") };
    text
}

/// What `ombud` says of a file: standard output, standard error, exit code.
fn ombud(name: &str, text: &str, arguments: &[&str]) -> (String, String, Option<i32>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let file = arguments.iter().find(|argument| argument.contains('.')).unwrap_or(&"organisation.json");
    std::fs::write(folder.join(file), text).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_ombud")).current_dir(folder).args(arguments).output().unwrap();
    let said = |bytes| String::from_utf8(bytes).unwrap();
    (said(run.stdout), said(run.stderr), run.status.code())
}

/// The rows of the table under a heading: what stands in the first cell, and the other cells.
fn table(page: &'static str, heading: &str) -> Vec<(&'static str, Vec<&'static str>)> {
    let (_, section) = page.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no heading {heading:?}"));
    let section = section.split("\n#").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let (first, rest) = row.split_once("` |").expect("the first cell holds one name");
        (first, rest.trim_end_matches('|').split('|').map(str::trim).collect())
    })
    .collect()
}

/// The names in backquotes in a text.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Every `$ref` within a value.
fn refs<'s>(value: &'s Value, out: &mut Vec<&'s str>) {
    match value {
        Value::Object(map) => {
            out.extend(map.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix("#/$defs/")));
            map.values().for_each(|value| refs(value, out));
        }
        Value::Array(list) => list.iter().for_each(|value| refs(value, out)),
        _ => {}
    }
}

/// The fields below `value` by their path, and whether each is required.
fn fields(schema: &Value, value: &Value, path: &str, out: &mut BTreeMap<String, bool>) {
    let required = |name: &str| value["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name));
    let choices = value["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["properties"].as_object());
    let shapes = choices.flatten().map(|(name, field)| (name, field, false));
    let own = value["properties"].as_object().into_iter().flatten();
    let own = own.map(|(name, field)| (name, field, required(name)));
    for (name, field, required) in own.chain(shapes) {
        let here = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        below(schema, field, &here, out);
        out.insert(here, required);
    }
}

/// The fields of the types that `field` refers to.
fn below(schema: &Value, field: &Value, path: &str, out: &mut BTreeMap<String, bool>) {
    let mut targets = Vec::new();
    refs(field, &mut targets);
    for target in targets {
        let target_schema = &schema["$defs"][target];
        // Several shapes have one: told once.
        let path = if target == "Scope" { "in" } else { path };
        if target_schema.get("properties").is_some() {
            fields(schema, target_schema, path, out);
        } else {
            below(schema, target_schema, path, out);
        }
    }
}

#[test]
fn every_example_of_the_format_opens_and_gives_what_the_page_says() {
    let (mut file, mut text) = (Value::Null, String::new());
    for (info, body) in blocks(FORMAT) {
        match info {
            "json" => {
                let part: Value = serde_json::from_str(body).expect(body);
                if part.get("format").is_some() {
                    file = part;
                    text = body.to_owned();
                } else {
                    add(&mut file, part);
                    text = file.to_string();
                }
                let read = File::read(&text, &mut |_| ()).unwrap();
                assert_eq!(read.problems.list, [], "{body}");
            }
            "text must" => assert_eq!(musts(&text), body),
            "text risks" => assert_eq!(risks(&text), body),
            _ => {}
        }
    }
    for list in Organisation::LISTS {
        assert!(file[list].is_array(), "no example has {list}");
    }
}

#[test]
fn the_mistakes_are_told_as_the_page_says() {
    let (_, told, code) = ombud("mistakes", block(FORMAT, "json mistakes"), &["check", "organisation.json"]);
    assert_eq!((told.as_str(), code), (block(FORMAT, "text problems"), Some(0)));
}

#[test]
fn the_canonical_form_is_as_the_page_says() {
    let canonical = |text| ask(text, |_| Request::Canonical);
    let (before, after) = (block(FORMAT, "json canonical"), block(FORMAT, "text canonical"));
    assert_eq!((canonical(before).as_str(), canonical(after).as_str()), (after, after));
}

#[test]
fn the_table_of_the_whole_file_has_every_field() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let told: BTreeSet<_> = table(FORMAT, "## The whole file").into_iter().map(|(field, _)| field).collect();
    let there: BTreeSet<_> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(told, there);
}

#[test]
fn the_table_of_each_list_has_every_field_and_says_which_are_required() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for list in Organisation::LISTS {
        let mut there = BTreeMap::new();
        below(&schema, &schema["properties"][list]["items"], "", &mut there);
        let told = table(FORMAT, &format!("### {list}")).into_iter();
        let told: BTreeMap<_, _> =
            told.map(|(field, cells)| (field.to_owned(), cells[0].contains("required"))).collect();
        assert!(!there.is_empty());
        assert_eq!(told, there, "{list}");
    }
}

#[test]
fn every_word_of_the_format_is_on_the_page() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let told = names(FORMAT);
    let types = schema["$defs"].as_object().unwrap().values();
    let words: Vec<_> =
        types.filter_map(|one| one["oneOf"].as_array()).flatten().filter_map(|one| one["const"].as_str()).collect();
    assert!(words.len() > 30, "the schema names its words");
    for word in words {
        assert!(told.contains(word), "{word} is missing");
    }
}

#[test]
fn the_verdict_is_the_one_the_page_shows() {
    let file = block(VERDICT, "json file");
    let (said, told, code) = ombud("verdict", file, &["check", "--json", "organisation.json"]);
    assert_eq!((told.as_str(), code), ("", Some(1)));
    assert_eq!(said, verdict(file), "the command line and the engine say the same");
    let (said, shown): (Value, Value) =
        (serde_json::from_str(&said).unwrap(), serde_json::from_str(block(VERDICT, "json verdict")).unwrap());
    assert!(said == shown, "the verdict is\n{said:#}");
}

#[test]
fn the_forecast_is_that_of_the_file_above_it() {
    let (said, told, code) =
        ombud("forecast", block(VERDICT, "json file"), &["forecast", "--json", "organisation.json"]);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    let (said, shown): (Value, Value) =
        (serde_json::from_str(&said).unwrap(), serde_json::from_str(block(VERDICT, "json steps")).unwrap());
    assert!(said == shown, "the forecast is\n{said:#}");
}

#[test]
fn the_tables_of_the_verdict_have_every_field() {
    let verdict: Value = serde_json::from_str(&verdict(block(VERDICT, "json file"))).unwrap();
    let keys = |value: &Value| -> BTreeSet<String> { value.as_object().unwrap().keys().cloned().collect() };
    let told = |heading: &str| -> BTreeSet<String> {
        let rows = table(VERDICT, heading).into_iter().filter(|(_, cells)| cells.len() == 1);
        rows.map(|(field, _)| field.to_owned()).collect()
    };
    let all = |list: &Value| -> BTreeSet<String> { list.as_array().unwrap().iter().flat_map(keys).collect() };

    let mut top = BTreeSet::new();
    for (key, value) in verdict.as_object().unwrap() {
        match value {
            Value::Object(_) => top.extend(keys(value).into_iter().map(|inner| format!("{key}.{inner}"))),
            _ => drop(top.insert(key.clone())),
        }
    }
    assert_eq!(told("## Field by field"), top);
    let states: BTreeSet<_> = State::ALL.iter().map(|state| state.word().to_owned()).collect();
    assert_eq!(told("### A rule"), states);
    assert_eq!(told("### A finding"), all(&verdict["coverage"]["findings"]));
    let mut risk = all(&verdict["risk"]["risks"]);
    risk.extend(keys(&verdict["risk"]["beside"]));
    assert_eq!(told("### A risk"), risk);
}

/// Reasons that no example of `docs/rules.md` has.
const OTHER_REASONS: &str = r#"{
    "format": 1, "as_of": "2026-07-01",
    "units": [{"id": "a", "name": "", "kind": "department"}, {"id": "b", "name": "", "kind": "department"}],
    "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
    "assignments": [
        {"role": "x", "unit": "a", "person": "p"}, {"role": "x", "unit": "b", "person": "p", "appointed_by": "q"},
        {"role": "head", "unit": "a", "person": "q"}
    ],
    "rules": [
        {"id": "reports", "reports_to": {"who": "x", "to": "head"}},
        {"id": "appointed", "appointed_by": {"who": "x", "by": "head"}},
        {"id": "trained", "trained": {"training": "none", "who": ["x"]}}
    ]
}"#;

#[test]
fn every_reason_is_in_the_table_with_what_it_comes_with() {
    let mut there: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let examples = blocks(RULES).into_iter().filter(|(info, _)| *info == "json").map(|(_, body)| body);
    for file in examples.chain([OTHER_REASONS]) {
        let verdict: Value = serde_json::from_str(&verdict(file)).unwrap();
        for finding in verdict["coverage"]["findings"].as_array().unwrap() {
            let mut because = finding["because"].as_object().unwrap().clone();
            let kind = because.remove("kind").unwrap().as_str().unwrap().to_owned();
            assert!(because.remove("day").is_some() || kind == "accepted");
            there.entry(kind).or_default().extend(because.keys().cloned());
        }
    }
    there.entry("accepted".to_owned()).or_default().insert("who".to_owned());
    let rows = table(VERDICT, "### A finding").into_iter().filter(|(_, cells)| cells.len() == 2);
    let told: BTreeMap<_, _> = rows
        .map(|(kind, cells)| (kind.to_owned(), names(cells[1]).into_iter().map(str::to_owned).collect::<BTreeSet<_>>()))
        .collect();
    assert_eq!(told, there);
}

#[test]
fn the_matrices_of_a_library_are_printed_as_the_page_shows() {
    let (said, told, code) = ombud("library", block(VERDICT, "yaml library"), &["matrix", "library.yaml", "--json"]);
    assert_eq!((told.as_str(), code), ("", Some(0)));
    let (said, shown): (Value, Value) =
        (serde_json::from_str(&said).unwrap(), serde_json::from_str(block(VERDICT, "json matrices")).unwrap());
    assert_eq!(said, shown);
}

#[test]
fn check_exits_with_the_codes_the_page_tells() {
    let told: Vec<_> = VERDICT
        .split_once("exits with\n")
        .unwrap()
        .1
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split_once(" |")?.0.parse::<i32>().ok())
        .collect();
    assert_eq!(told, [0, 1, 2]);
    let unit = r#"{"format": 1, "units": [{"id": "a", "name": "A", "kind": "group"}], "rules": [{"id": "r", "exists": {"kind": "#;
    let code = |name: &str, text: &str, arguments: &[&str]| ombud(name, text, arguments).2;
    let check = ["check", "organisation.json"];
    assert_eq!(code("holds", &format!(r#"{unit}"group"}}}}]}}"#), &check), Some(0));
    assert_eq!(code("misses", &format!(r#"{unit}"party"}}}}]}}"#), &check), Some(1));
    let should = format!(r#"{unit}"party"}}, "severity": "should"}}]}}"#);
    assert_eq!(code("should", &should, &check), Some(0));
    assert_eq!(code("cut", unit, &check), Some(2));
    assert_eq!(code("command", &should, &["chekc", "organisation.json"]), Some(2));
}

#[test]
fn the_policy_to_send_is_the_one_that_is_tested() {
    let policy = |text: &'static str| {
        let from = text.find("default-src 'none'").expect("a policy");
        text[from..].split(['"', '\n']).next().unwrap().trim()
    };
    assert_eq!(policy(include_str!("../README.md")), policy(include_str!("../scripts/serve.mjs")));
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    for page in [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/format.md",
        "docs/verdict.md",
        "docs/rules.md",
        "docs/method.md",
        "docs/exchange.md",
    ] {
        let path = Path::new(ROOT).join(page);
        let text = std::fs::read_to_string(&path).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
        for link in links.filter(|link| !link.starts_with("https://") && !link.contains(".png")) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = path.with_file_name(file);
            assert!(target.exists(), "{page}: {link}");
            let says = || std::fs::read_to_string(&target).unwrap().to_lowercase().replace(',', "").replace(' ', "-");
            assert!(heading.is_empty() || says().contains(&format!("#-{heading}\n")), "{page}: {link}");
        }
    }
}
