//! Matrices: malformed ones are refused with row and column, unwise ones accepted with advice by name.

use ombud::organisation::problem::{AdviceKind, Problem, ProblemKind, Problems};
use ombud::risk::Methods;
use ombud::risk::advice::advise;
use ombud::risk::built_in::ALL;
use ombud::verdict::File;

/// A file with one matrix over a likelihood scale of three levels and a consequence scale of three.
fn file(grid: &str) -> String {
    let levels = r#"[{"name": "1"}, {"name": "2"}, {"name": "3"}]"#;
    format!(
        r#"{{"format": 1, "scales": [{{"id": "l", "levels": {levels}}}, {{"id": "c", "levels": {levels}}}],
 "matrices": [{{"id": "m", "likelihood": "l", "consequence": ["c"], "grid": {grid},
  "classes": [{{"id": "low", "name": "L"}}, {{"id": "mid", "name": "M"}}, {{"id": "high", "name": "H"}}]}}],
 "risks": [{{"id": "r", "title": "R", "likelihood": 1, "consequence": {{"c": 1}}}}]}}"#
    )
}

/// The problems of a file, and how many of its risks are in the matrix.
fn read(text: &str) -> (Vec<Problem>, u32) {
    let file = File::read(text, &mut |_| ()).unwrap();
    (file.problems.list, file.register.cells.iter().flatten().sum())
}

fn advice(grid: &str) -> Vec<(AdviceKind, Vec<[u8; 2]>)> {
    let (problems, placed) = read(&file(grid));
    assert_eq!(placed, 1, "an unwise matrix is used all the same");
    let advice = problems.into_iter().filter_map(|problem| match problem.kind {
        ProblemKind::Matrix(advice) => Some((advice.kind, advice.cells)),
        _ => None,
    });
    advice.collect()
}

#[test]
fn a_sound_matrix_gets_no_advice() {
    assert_eq!(advice("[[0, 0, 1], [0, 1, 2], [1, 2, 2]]"), []);
}

#[test]
fn a_grid_with_too_few_rows_is_refused() {
    let (problems, placed) = read(&file("[[0, 0, 1], [0, 1, 2]]"));
    assert_eq!(problems[0].kind, ProblemKind::GridRows { rows: 2, expected: 3 });
    assert_eq!(placed, 0);
}

#[test]
fn a_short_row_is_refused_by_its_number() {
    let (problems, placed) = read(&file("[[0, 0, 1], [0, 1], [1, 2, 2]]"));
    assert_eq!(problems[0].kind, ProblemKind::GridColumns { row: 2, columns: 2, expected: 3 });
    assert_eq!(problems[0].place.path, "$.matrices[0].grid[1]");
    assert_eq!(placed, 0);
}

#[test]
fn a_cell_without_a_class_is_refused_by_row_and_column() {
    for class in ["3", "-1"] {
        let (problems, placed) = read(&file(&format!("[[0, 0, 1], [0, 1, {class}], [1, 2, 2]]")));
        assert_eq!(
            problems[0].kind,
            ProblemKind::GridClass { row: 2, column: 3, class: class.parse().unwrap(), classes: 3 }
        );
        assert_eq!(problems[0].place.path, "$.matrices[0].grid[1][2]");
        assert_eq!(placed, 0);
    }
}

#[test]
fn a_matrix_whose_scale_is_not_there_is_refused() {
    let (problems, placed) = read(&file("[[0, 0, 1], [0, 1, 2], [1, 2, 2]]").replace(r#"["c"]"#, r#"["d"]"#));
    assert!(problems.iter().any(|problem| problem.place.path == "$.matrices[0].consequence[0]"));
    assert_eq!(placed, 0);
}

#[test]
fn a_matrix_without_classes_dimensions_or_levels_is_refused_as_empty() {
    let sound = file("[[0, 0, 1], [0, 1, 2], [1, 2, 2]]");
    let classes = r#"[{"id": "low", "name": "L"}, {"id": "mid", "name": "M"}, {"id": "high", "name": "H"}]"#;
    let levels = r#"[{"name": "1"}, {"name": "2"}, {"name": "3"}]"#;
    let id = |scale: &str| format!(r#"{{"id": "{scale}", "levels": "#);
    for (there, gone) in [
        (classes.to_owned(), "[]".to_owned()),
        (r#""consequence": ["c"]"#.to_owned(), r#""consequence": []"#.to_owned()),
        (id("l") + levels, id("l") + "[]"),
        (id("c") + levels, id("c") + "[]"),
    ] {
        assert!(sound.contains(&there), "{there}");
        let (problems, placed) = read(&sound.replacen(&there, &gone, 1));
        let empty = problems.iter().filter(|problem| problem.kind == ProblemKind::EmptyMatrix).count();
        assert_eq!((empty, placed), (1, 0), "{gone}: {problems:?}");
    }
}

#[test]
fn a_risk_that_names_a_matrix_the_file_does_not_have_is_told_and_placed_in_none() {
    let named = |matrix: &str| {
        let risk = format!(r#""title": "R", "matrix": "{matrix}""#);
        read(&file("[[0, 0, 1], [0, 1, 2], [1, 2, 2]]").replace(r#""title": "R""#, &risk))
    };
    assert_eq!(named("m"), (vec![], 1));
    let (problems, placed) = named("gone");
    assert_eq!(problems[0].kind, ProblemKind::NotFound { id: "gone".into(), list: "matrices".into() });
    assert_eq!((problems[0].place.path.as_str(), placed), ("$.risks[0].matrix", 0));
}

#[test]
fn a_level_outside_its_scale_and_a_range_the_wrong_way_round_are_told() {
    let outside = |level| ProblemKind::LevelOutside { level, scale: "l".into(), levels: 3 };
    for (likelihood, kind) in [
        ("0", outside(0)),
        ("4", outside(4)),
        ("[1, 4]", outside(4)),
        ("[0, 4]", outside(0)),
        ("[3, 2]", ProblemKind::RangeReversed { low: 3, high: 2 }),
    ] {
        let text = file("[[0, 0, 1], [0, 1, 2], [1, 2, 2]]");
        let (problems, placed) = read(&text.replace(r#""likelihood": 1"#, &format!(r#""likelihood": {likelihood}"#)));
        let told: Vec<_> = problems.into_iter().map(|problem| problem.kind).collect();
        assert_eq!((told, placed), (vec![kind], 0), "{likelihood}");
    }
}

#[test]
fn a_class_that_no_cell_has_is_advised_on() {
    let kinds: Vec<_> = advice("[[0, 0, 0], [0, 0, 0], [0, 0, 1]]").into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [AdviceKind::UnusedClass]);
}

#[test]
fn a_class_that_falls_as_a_level_rises_is_advised_on_with_its_cell() {
    let advice = advice("[[0, 1, 1], [1, 0, 1], [1, 1, 2]]");
    assert_eq!(advice, [(AdviceKind::NotMonotone, vec![[2, 2]])]);
}

#[test]
fn a_step_from_the_lowest_class_to_the_highest_is_advised_on() {
    let advice = advice("[[0, 0, 2], [0, 1, 2], [1, 2, 2]]");
    assert!(advice.contains(&(AdviceKind::Betweenness, vec![[1, 3]])));
}

#[test]
fn a_top_cell_that_does_not_come_before_every_bottom_cell_is_advised_on() {
    let advice = advice("[[0, 0, 0], [0, 1, 1], [2, 2, 2]]");
    assert!(advice.contains(&(AdviceKind::WeakConsistency, vec![[3, 1]])));
}

#[test]
fn bounds_that_do_not_rise_are_advised_on() {
    let text = file("[[0, 0, 1], [0, 1, 2], [1, 2, 2]]").replacen(
        r#"{"name": "1"}, {"name": "2"}"#,
        r#"{"name": "1", "up_to": 5}, {"name": "2", "up_to": 5}"#,
        1,
    );
    let (problems, _) = read(&text);
    assert!(matches!(&problems[0].kind, ProblemKind::Matrix(advice) if advice.kind == AdviceKind::ThresholdOverlap));
}

#[test]
fn every_built_in_method_is_sound_and_says_everything_in_both_languages() {
    for (id, text) in ALL {
        let file = File::read(text, &mut |_| ()).expect("it is a file");
        assert_eq!(file.problems.list, [], "{id}");
        assert_eq!(*file.organisation.matrices[0].id, *id);
        let methods = Methods::new(&file.organisation, text, &mut Problems::default());
        let kinds: Vec<_> = advise(methods.shown().expect("it is used")).iter().map(|advice| advice.kind).collect();
        let expected: &[AdviceKind] = if id == "national-2013" { &[AdviceKind::MisorderedPairs] } else { &[] };
        assert_eq!(kinds, expected, "{id}");
        assert_eq!(text.matches("\"sv\"").count(), text.matches("\"en\"").count(), "{id}");
    }
}

#[test]
fn the_reverse_matrix_rates_by_consequence_alone() {
    let risks = r#""risks": [
        {"id": "a", "title": "A", "consequence": {"handling": 3}},
        {"id": "b", "title": "B", "consequence": {"handling": [1, 2]}, "likelihood": "not_assessable"},
        {"id": "c", "title": "C", "consequence": {"handling": 1}, "likelihood": 4, "current": {"likelihood": 9}},
        {"id": "d", "title": "D", "consequence": {}},
        {"id": "e", "title": "E", "consequence": {"handling": 1}, "antagonistic": true}
    ], "scales""#;
    let text = ALL[3].1.replacen("\"scales\"", risks, 1);
    let file = File::read(&text, &mut |_| ()).expect("it is a file");
    assert_eq!(file.problems.list, [], "a likelihood that is not used is no mistake");
    assert_eq!(file.register.cells, [[1, 1, 1]]);
    assert_eq!(file.register.beside, [1, 0, 1]);
}
