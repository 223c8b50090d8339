//! Libraries in, out, and in again.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::exchange::yaml;
use crate::organisation::canonical;
use crate::organisation::problem::Problems;
use crate::risk;

/// Four probabilities, three impacts, two classes without id; the names are Swedish, two of them also English and French.
const ASYMMETRIC: &str = r##"
# A comment is no data.
urn: urn:example:risk:library:norrby
locale: sv
ref_id: norrby
name: Norrbys matris
description: Påhittad
copyright: fri
version: 3
publication_date: 2024-03-02
provider: Norrby
packager: Norrby
unheard_of: [1, {two: null}]
translations:
  en: {name: The matrix of Norrby, description: Invented}
  fr: {name: La matrice de Norrby}
dependencies: [urn:example:risk:library:other]
objects:
  reference_controls: [{urn: a}]
  risk_matrix:
    - urn: urn:example:risk:matrix:norrby
      ref_id: 4x3
      name: Fyra gånger tre
      description: ""
      translations: {en: {name: Four by three}}
      probability:
        - {abbreviation: 1, name: Sällan, description: Mer sällan än vart hundrade år, hexcolor: '#ffffff'}
        - {abbreviation: 2, name: Ibland, description: d, translations: {en: {name: Sometimes, description: e}, fr: {name: Parfois}}}
        - {abbreviation: 3, name: Ofta, description: d}
        - {abbreviation: yes, name: 4, description: d, id: 17}
      impact:
        - {abbreviation: A, name: Lindrig, description: d}
        - {abbreviation: B, name: Kännbar}
        - {abbreviation: C, name: Svår, description: "Två rader\ntext"}
      risk:
        - {abbreviation: G, name: Grön, description: Får finnas, hexcolor: '#00FF00'}
        - {abbreviation: Red, name: Röd, description: Åtgärda, hexcolor: "#FF0000", translations: {en: {name: Red}}}
      grid:
        - [0, 0, 0]
        - [0, 0, 1]
        - [0, 1, 1]
        - [0, 1, 1]
"##;

/// The library that is written from what one is read as, by way of a file that is saved and opened again.
fn round(text: &str) -> String {
    let file = read(text).expect("it is read").file();
    let saved = canonical::write(&crate::organisation::read(&file, &mut |_| ()).expect("it is a file").0);
    let (organisation, mut problems) = crate::organisation::read(&saved, &mut |_| ()).expect("it is a file");
    let methods = risk::Methods::new(&organisation, &saved, &mut problems);
    let wrong = problems
        .list
        .iter()
        .any(|problem| !matches!(problem.kind, crate::organisation::problem::ProblemKind::Matrix(_)));
    assert!(!wrong, "{:?}", problems.list);
    write(methods.tables(), None)
}

fn data(text: &str) -> Value {
    yaml::read(text).expect("it is YAML").json()
}

#[test]
fn a_library_is_written_back_equal_in_what_it_says() {
    assert_eq!(data(&round(ASYMMETRIC)), data(ASYMMETRIC));
    let newer = ASYMMETRIC.replace("risk_matrix:", "risk_matrices:").replace("locale: sv", "locale: de");
    assert_eq!(data(&round(&newer)), data(&newer));
}

#[test]
fn a_grid_is_never_turned() {
    let file = read(ASYMMETRIC).unwrap().file();
    let (organisation, _) = crate::organisation::read(&file, &mut |_| ()).unwrap();
    let methods = risk::Methods::new(&organisation, &file, &mut Problems::default());
    let table = methods.shown().expect("it can be used");
    assert_eq!((table.rows, table.columns), (4, 3));
    assert_eq!([table.class(2, 3), table.class(3, 2), table.class(4, 1)], [1, 1, 0]);
    assert_eq!(table.classes()[1].name.say(Language::English), "Red");
    assert_eq!(table.likelihood.levels[3].name.say(Language::Swedish), "4");
    assert_eq!(table.classes()[0].letter.as_deref(), Some("G"));
    assert_eq!(table.classes()[1].letter, None, "three letters are no letter");
}

#[test]
fn what_is_changed_on_the_way_is_written_changed() {
    let file = read(ASYMMETRIC).unwrap().file().replace("Grön", "Grönt");
    let (organisation, _) = crate::organisation::read(&file, &mut |_| ()).unwrap();
    let methods = risk::Methods::new(&organisation, &file, &mut Problems::default());
    assert_eq!(data(&write(methods.tables(), None)), data(&ASYMMETRIC.replace("Grön", "Grönt")));
}

#[test]
fn a_matrix_of_ones_own_is_written_as_a_library_that_is_read_again() {
    let text = r#"{"format": 1}"#;
    let (organisation, _) = crate::organisation::read(text, &mut |_| ()).unwrap();
    let methods = risk::Methods::new(&organisation, text, &mut Problems::default());
    let written = write(methods.tables(), None);
    assert_eq!(data(&round(&written)), data(&written));
    let library = data(&written);
    assert_eq!(library["urn"], "urn:ombud:risk:library:national-2013");
    let matrix = &library["objects"]["risk_matrices"][0];
    assert_eq!(matrix["grid"][4], json!([1, 2, 2, 3, 3]));
    assert_eq!(matrix["probability"][0]["name"], "mycket låg");
    assert_eq!(matrix["probability"][0]["translations"]["en"]["name"], "very low");
}

fn fault(text: &str) -> LibraryFault {
    read(text).expect_err("it is refused")
}

#[test]
fn what_cannot_be_used_is_refused_with_its_line_and_path() {
    let at = |line, path: &str, what| LibraryFault::At { line, path: path.into(), what };
    assert!(matches!(fault("a: [1"), LibraryFault::Yaml(UnreadableYaml::Syntax { .. })));
    assert_eq!(fault("- 1"), at(1, "", Wrong::NotAMapping));
    assert_eq!(fault("urn: a"), at(1, "", Wrong::Missing("objects".into())));
    assert_eq!(fault("objects: {framework: {}}"), LibraryFault::NoMatrix);
    let matrix = |grid: &str| {
        format!(
            "objects:\n  risk_matrix:\n  - probability: [{{name: a}}, {{name: b}}]\n    impact: [{{name: c}}]\n    risk: [{{name: d}}]\n    grid: {grid}"
        )
    };
    assert!(read(&matrix("[[0], [0]]")).is_ok());
    let grid = "objects.risk_matrix[0].grid";
    assert_eq!(fault(&matrix("[[0]]")), at(6, grid, Wrong::Rows { rows: 1, expected: 2 }));
    assert_eq!(
        fault(&matrix("[[0], [0, 0]]")),
        at(6, &format!("{grid}[1]"), Wrong::Columns { columns: 2, expected: 1 })
    );
    for (cell, found) in [("1", "1"), ("-1", "-1"), ("x", "\"x\"")] {
        let what = Wrong::Class { found: found.into(), classes: 1 };
        assert_eq!(fault(&matrix(&format!("[[0], [{cell}]]"))), at(6, &format!("{grid}[1][0]"), what));
    }
    assert_eq!(fault(&matrix("x")), at(6, grid, Wrong::NotAList));
    let nameless = matrix("[[0], [0]]").replace("{name: b}", "{}");
    assert_eq!(fault(&nameless), at(3, "objects.risk_matrix[0].probability[1]", Wrong::Missing("name".into())));
}

/// A text that a name can be.
#[test]
fn what_would_lie_too_deep_in_a_file_is_refused() {
    let library = |deep: usize| format!("{ASYMMETRIC}notes: {}{}\n", "[".repeat(deep), "]".repeat(deep));
    let last = (1..=64).take_while(|deep| read(&library(*deep)).is_ok()).last().expect("some fit");
    let file = read(&library(last)).expect("it fits").file();
    assert!(crate::organisation::read(&file, &mut |_| ()).is_ok(), "{last} lists inside one another");
    assert_eq!(fault(&library(last + 1)), LibraryFault::Yaml(yaml::UnreadableYaml::TooLarge));
}

fn text() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[a-zåäö]{1,8}( [a-z0-9:#-]{1,6})?".prop_map(Value::from),
        (0..9_i64).prop_map(Value::from),
        any::<bool>().prop_map(Value::from)
    ]
}

/// A level or a class: a name, and perhaps more.
fn level() -> impl Strategy<Value = Value> {
    let some = |value: BoxedStrategy<Value>| proptest::option::of(value);
    let words = "[a-zåäö :#'\"]{0,12}".prop_map(Value::from).boxed();
    let translations = proptest::collection::hash_map(
        proptest::sample::select(vec!["sv", "en", "fr", "de"]).prop_map(str::to_owned),
        (some(text().boxed()), some(words.clone()))
            .prop_map(|(name, description)| json_object([("name", name), ("description", description)])),
        0..3,
    );
    let fields = (
        text(),
        some(words.clone()),
        some(text().boxed()),
        some(words),
        some(any::<i64>().prop_map(Value::from).boxed()),
        proptest::option::of(translations),
    );
    fields.prop_map(|(name, description, abbreviation, hexcolor, id, translations)| {
        json_object([
            ("name", Some(name)),
            ("description", description),
            ("abbreviation", abbreviation),
            ("hexcolor", hexcolor),
            ("id", id),
            ("translations", translations.map(|all| all.into_iter().collect())),
        ])
    })
}

fn json_object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

fn levels(count: usize) -> impl Strategy<Value = Vec<Value>> {
    proptest::collection::vec(level(), count)
}

/// A matrix of three by three to six by six, also asymmetric.
fn matrix() -> impl Strategy<Value = Value> {
    (3_usize..=6, 3_usize..=6, 1_usize..=6).prop_flat_map(|(rows, columns, classes)| {
        let grid = proptest::collection::vec(proptest::collection::vec(0..classes, columns), rows);
        (level(), levels(rows), levels(columns), levels(classes), grid).prop_map(
            |(own, probability, impact, risk, grid)| {
                let mut matrix = own.as_object().cloned().unwrap_or_default();
                matrix.extend([
                    ("probability".to_owned(), probability.into()),
                    ("impact".to_owned(), impact.into()),
                    ("risk".to_owned(), risk.into()),
                    ("grid".to_owned(), json!(grid)),
                ]);
                Value::Object(matrix)
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_library_comes_back_as_it_was(
        own in level(),
        locale in proptest::sample::select(vec!["sv", "en", "fr"]),
        list in proptest::sample::select(LISTS.to_vec()),
        matrices in proptest::collection::vec(matrix(), 1..3),
    ) {
        let mut library = own.as_object().cloned().unwrap_or_default();
        library.insert("locale".into(), locale.into());
        library.insert("objects".into(), json!({list: matrices, "other": [1]}));
        let library = Value::Object(library);
        let text = yaml::write(&library, &ORDER);
        prop_assert_eq!(data(&round(&text)), library, "{}", text);
    }
}
