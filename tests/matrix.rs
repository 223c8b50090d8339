//! `ombud matrix`: what it prints of a file and of a library, and what it refuses.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// What `ombud matrix` says of a file: standard output, standard error, exit code.
fn matrix(file: &str, text: &str, arguments: &[&str]) -> (String, String, Option<i32>) {
    // A folder for each test: they run beside each other.
    let own = std::thread::current().name().expect("a test has a name").replace("::", "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix").join(own);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(file), text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ombud"));
    let run = command.current_dir(folder).args(["matrix", file]).args(arguments).output().unwrap();
    let said = |bytes| String::from_utf8(bytes).unwrap();
    (said(run.stdout), said(run.stderr), run.status.code())
}

fn json_of(file: &str, text: &str) -> Value {
    let (out, err, code) = matrix(file, text, &["--json"]);
    assert_eq!((err.as_str(), code), ("", Some(0)));
    serde_json::from_str(&out).unwrap()
}

const LIBRARY: &str = "\
urn: urn:example:risk:library:three-by-two
locale: en
ref_id: three-by-two
name: Three by two
version: 2
publication_date: 2025-01-31
objects:
  risk_matrix:
  - urn: urn:example:risk:matrix:three-by-two
    ref_id: three-by-two
    name: Three by two
    description: Invented
    probability:
    - {abbreviation: 1, name: Rare, description: '', hexcolor: '#FFFFFF'}
    - {abbreviation: 2, name: Possible, description: ''}
    - {abbreviation: 3, name: Certain, description: ''}
    impact:
    - {abbreviation: S, name: Small, description: ''}
    - {abbreviation: L, name: Large, description: '', translations: {sv: {name: Stor}}}
    risk:
    - {abbreviation: G, name: Green, description: Accept, hexcolor: '#00FF00'}
    - {abbreviation: Y, name: Yellow, description: Watch}
    - {abbreviation: R, name: Red, description: Act}
    grid:
    - [0, 0]
    - [0, 1]
    - [1, 2]
";

#[test]
fn a_file_without_matrices_has_the_national_one_of_2013() {
    let found = json_of("empty.json", r#"{"format": 1}"#);
    let matrix = &found["matrices"][0];
    assert_eq!([&matrix["likelihood"], &matrix["consequence"], &matrix["classes"]], [5, 5, 4]);
    assert_eq!(matrix["id"], "national-2013");
    assert_eq!(matrix["grid"][0], json!([0, 0, 0, 1, 1]));
}

#[test]
fn a_library_is_checked_like_a_file_and_its_grid_is_not_turned() {
    let found = json_of("library.yaml", LIBRARY);
    let matrix = json!({
        "id": "three-by-two", "likelihood": 3, "consequence": 2, "classes": 3,
        "grid": [[0, 0], [0, 1], [1, 2]], "advice": []
    });
    assert_eq!(found, json!({"matrices": [matrix]}));
}

#[test]
fn advice_names_the_cells_by_likelihood_and_consequence() {
    let found = json_of("falls.yml", &LIBRARY.replace("- [0, 1]\n", "- [2, 1]\n"));
    let advice = found["matrices"][0]["advice"].as_array().unwrap();
    let of = |kind: &str| advice.iter().find(|advice| advice["kind"] == kind).map(|advice| &advice["cells"]);
    assert_eq!(of("not_monotone"), Some(&json!([[2, 2], [3, 1]])));
    assert_eq!(of("betweenness"), Some(&json!([[2, 1]])));
    assert_eq!(of("weak_consistency"), Some(&json!([[2, 1]])));
}

#[test]
fn a_library_goes_to_format_1_and_back_without_loss() {
    let (file, _, code) = matrix("library.yaml", LIBRARY, &["--to", "ombud"]);
    assert_eq!(code, Some(0));
    assert!(file.starts_with("{\n\"format\": 1"), "{file}");
    let (library, _, code) = matrix("saved.json", &file, &["--to", "ciso-assistant"]);
    assert_eq!(code, Some(0));
    let data = |text: &str| ombud::exchange::yaml::read(text).unwrap().json();
    assert_eq!(data(&library), data(LIBRARY));
    assert_eq!(matrix("again.yaml", &library, &["--to", "ombud"]).0, file);
}

#[test]
fn without_json_it_can_be_read() {
    let (out, _, _) = matrix("library.yaml", LIBRARY, &[]);
    assert_eq!(
        out,
        "Three by two (three-by-two): 3 × 2, 3 classes\n   3  Y  R \n   2  G  Y \n   1  G  G \n      1  2\nNothing to review.\n"
    );
    let (out, _, _) = matrix("falls.yaml", &LIBRARY.replace("- [0, 1]\n", "- [2, 1]\n"), &["--sv"]);
    assert!(out.contains("- En ruta har lägre klass"), "{out}");
}

#[test]
fn what_cannot_be_used_is_said_and_exits_with_2() {
    let refused = |file: &str, text: &str, said: &str| {
        let (out, err, code) = matrix(file, text, &["--json"]);
        assert_eq!((out.as_str(), code), ("", Some(2)), "{err}");
        assert!(err.contains(said), "{err}");
    };
    refused("broken.yaml", "a: [1", "broken.yaml: line 2");
    refused("none.yaml", "objects: {framework: {}}", "no risk matrix");
    refused(
        "short.yaml",
        &LIBRARY.replace("    - [0, 1]\n", ""),
        "line 25: objects.risk_matrix[0].grid: the grid has 2 rows",
    );
    refused("broken.json", "{\"format\": 1", "broken.json:1:");
    let file = |grid: &str| {
        format!(
            r#"{{"format": 1, "scales": [{{"id": "s", "levels": [{{"name": "1"}}]}}], "matrices": [{{"id": "m", "likelihood": "s", "consequence": ["s"], "classes": [{{"id": "c", "name": "C"}}], "grid": {grid}}}]}}"#
        )
    };
    assert_eq!(json_of("one.json", &file("[[0]]"))["matrices"][0]["grid"], json!([[0]]));
    refused("grid.json", &file("[[1]]"), "$.matrices[0].grid[0][0]");
    refused("type.json", &file("[[\"x\"]]"), "$.matrices[0].grid[0][0]");
    refused("lists.json", r#"{"format": 1, "matrices": 5}"#, "$.matrices");
    assert_eq!(matrix("one.json", &file("[[0]]"), &["--to", "excel"]).2, Some(2));
}
