//! For every check a matrix that fails it and one that passes.

use super::alike::{Alike, alike};
use super::misordered::misordered;
use super::thresholds::{Break, breaks};
use super::*;
use crate::organisation::problem::Problems;
use crate::organisation::read;
use crate::risk::Methods;

const SOUND: &str = "[[0, 0, 1], [0, 1, 2], [1, 2, 2]]";

/// Levels with these fields each, such as `"up_to": 5`.
fn levels(fields: &[&str]) -> String {
    let level = |field: &&str| format!(r#"{{"name": "n"{}{field}}}"#, if field.is_empty() { "" } else { ", " });
    fields.iter().map(level).collect::<Vec<_>>().join(", ")
}

/// A file with one matrix over three classes.
fn file(likelihood: &[&str], consequence: &[&str], grid: &str) -> String {
    format!(
        r#"{{"format": 1, "scales": [{{"id": "l", "levels": [{}]}}, {{"id": "c", "levels": [{}]}}],
 "matrices": [{{"id": "m", "likelihood": "l", "consequence": ["c"], "grid": {grid},
  "classes": [{{"id": "low", "name": "L"}}, {{"id": "mid", "name": "M"}}, {{"id": "high", "name": "H"}}]}}]}}"#,
        levels(likelihood),
        levels(consequence)
    )
}

/// What is seen in the first matrix of a file; of the national one where it has none.
fn seen<T>(text: &str, see: impl FnOnce(&CheckedMatrix<'_>) -> T) -> T {
    let (organisation, _) = read(text, &mut |_| ()).expect("it is read");
    let methods = Methods::new(&organisation, text, &mut Problems::default());
    see(methods.shown().expect("the matrix can be used"))
}

/// The cells of one kind of advice about a grid of three by three without bounds.
fn cells(kind: AdviceKind, grid: &str) -> Option<Vec<MatrixCell>> {
    of(kind, &file(&["", "", ""], &["", "", ""], grid))
}

fn of(kind: AdviceKind, text: &str) -> Option<Vec<MatrixCell>> {
    seen(text, advise).into_iter().find(|advice| advice.kind == kind).map(|advice| advice.cells)
}

#[test]
fn a_sound_matrix_gets_no_advice() {
    assert_eq!(seen(&file(&["", "", ""], &["", "", ""], SOUND), advise), []);
}

#[test]
fn a_class_that_no_cell_has_is_told() {
    assert_eq!(cells(AdviceKind::UnusedClass, "[[0, 0, 0], [0, 0, 1], [0, 1, 1]]"), Some(vec![]));
    assert_eq!(cells(AdviceKind::UnusedClass, SOUND), None);
}

#[test]
fn a_class_that_falls_as_a_level_rises_is_told_with_its_cell() {
    assert_eq!(cells(AdviceKind::NotMonotone, "[[0, 1, 1], [1, 0, 1], [1, 1, 2]]"), Some(vec![[2, 2]]));
    assert_eq!(cells(AdviceKind::NotMonotone, SOUND), None);
}

#[test]
fn a_top_cell_whose_sum_is_not_above_every_bottom_cell_is_told() {
    let kind = AdviceKind::WeakConsistency;
    assert_eq!(cells(kind, "[[0, 0, 2], [0, 0, 2], [1, 2, 2]]"), Some(vec![[1, 3]]), "its sum is that of 2–2");
    assert_eq!(cells(kind, SOUND), None);
}

#[test]
fn a_single_step_from_the_lowest_class_to_the_highest_is_told() {
    assert_eq!(cells(AdviceKind::Betweenness, "[[0, 0, 2], [0, 1, 2], [1, 2, 2]]"), Some(vec![[1, 3]]));
    assert_eq!(cells(AdviceKind::Betweenness, SOUND), None);
}

#[test]
fn cells_of_one_sum_in_different_classes_are_told() {
    let mixed = cells(AdviceKind::ConsistentColouring, "[[0, 0, 1], [0, 1, 2], [2, 2, 2]]");
    assert_eq!(mixed, Some(vec![[1, 3], [2, 2], [3, 1]]));
    assert_eq!(cells(AdviceKind::ConsistentColouring, SOUND), None);
}

/// The breaks of the likelihood scale: the levels around each, and whether they overlap.
fn breaks_of(likelihood: &[&str]) -> Vec<(u8, u8, bool)> {
    let grid = format!("[{}]", vec!["[0, 1, 2]"; likelihood.len()].join(", "));
    let found = seen(&file(likelihood, &["", "", ""], &grid), breaks);
    found.into_iter().map(|found| (found.below, found.above, found.overlaps)).collect()
}

#[test]
fn levels_that_meet_have_no_break() {
    assert_eq!(breaks_of(&["", "", ""]), [], "no bounds, nothing to meet");
    assert_eq!(breaks_of(&[r#""up_to": 1"#, r#""up_to": 5"#, ""]), []);
    assert_eq!(breaks_of(&["", r#""above": 1"#, r#""above": 5"#]), []);
    assert_eq!(breaks_of(&[r#""above": 0, "up_to": 1"#, r#""above": 1, "up_to": 5"#, r#""above": 5, "up_to": 9"#]), []);
}

#[test]
fn values_between_two_levels_are_a_gap() {
    assert_eq!(breaks_of(&[r#""up_to": 1"#, r#""above": 2, "up_to": 5"#, ""]), [(1, 2, false)]);
}

#[test]
fn a_level_that_nobody_has_ended_is_a_gap_where_others_have_bounds() {
    assert_eq!(breaks_of(&[r#""up_to": 1"#, "", ""]), [(2, 3, false)]);
    assert_eq!(breaks_of(&["", r#""up_to": 5"#, ""]), [(1, 2, false)]);
}

#[test]
fn values_of_two_levels_and_bounds_that_do_not_rise_overlap() {
    assert_eq!(breaks_of(&[r#""up_to": 2"#, r#""above": 1, "up_to": 5"#, ""]), [(1, 2, true)]);
    assert_eq!(breaks_of(&[r#""up_to": 5"#, r#""up_to": 5"#, ""]), [(1, 2, true)]);
    assert_eq!(breaks_of(&[r#""above": 3, "up_to": 2"#, ""]), [(1, 1, true)], "a level that ends before it begins");
}

#[test]
fn a_break_is_shown_in_the_rows_of_a_likelihood_and_the_columns_of_a_consequence() {
    let gap = [r#""up_to": 1"#, r#""above": 2"#];
    assert_eq!(of(AdviceKind::ThresholdGap, &file(&gap, &[""], "[[0], [1]]")), Some(vec![[1, 1], [2, 1]]));
    let text = file(&["", ""], &[r#""up_to": 1"#, r#""above": 2"#, r#""above": 3"#], "[[0, 1, 2], [0, 1, 2]]");
    assert_eq!(of(AdviceKind::ThresholdGap, &text), Some(vec![[1, 1], [1, 2], [2, 1], [2, 2]]));
    assert_eq!(seen(&text, breaks), [Break { dimension: Some(0), below: 1, above: 2, overlaps: false }]);
    assert_eq!(of(AdviceKind::ThresholdOverlap, &text), None);
}

const NATIONAL: &str = r#"{"format": 1}"#;

/// Pairs of the national matrix that a number misorders against likelihood × economy, and of how many.
fn national(number: impl Fn(u8, u8) -> u16) -> (usize, u32) {
    let found = seen(NATIONAL, |table| {
        let economy = u8::try_from(table.dimension("economy").expect("a dimension")).expect("one of three");
        misordered(table, number).into_iter().find(|found| found.dimension == economy)
    });
    found.map(|found| (found.pairs.len(), found.of)).expect("its bounds are known")
}

#[test]
fn the_product_of_level_numbers_inverts_24_of_the_300_national_pairs_and_their_sum_none() {
    assert_eq!(national(|likelihood, consequence| u16::from(likelihood) * u16::from(consequence)), (24, 300));
    assert_eq!(national(sum), (0, 300));
}

#[test]
fn a_scale_that_grows_faster_than_the_other_makes_the_sum_misorder() {
    let tenfold = [r#""up_to": 0.01"#, r#""up_to": 0.1"#, ""];
    let hundredfold = [r#""up_to": 50e6"#, r#""up_to": 5e9"#, ""];
    // In powers of ten the levels are 0, 1, 2 and 0, 2, 4: 3–1 is no worse than 1–2, nor 3–2 than 1–3.
    let kind = AdviceKind::MisorderedPairs;
    assert_eq!(of(kind, &file(&tenfold, &hundredfold, SOUND)), Some(vec![[1, 2], [1, 3], [3, 1], [3, 2]]));
    assert_eq!(of(kind, &file(&tenfold, &tenfold, SOUND)), None);
}

#[test]
fn a_bound_that_both_its_levels_state_is_known_where_they_agree() {
    let stated =
        |start: &str| [r#""up_to": 0.01"#.to_owned(), format!(r#""above": {start}, "up_to": 0.1"#), String::new()];
    let seen = |start: &str| {
        let likelihood = stated(start);
        let likelihood = likelihood.each_ref().map(String::as_str);
        let hundredfold = [r#""up_to": 50e6"#, r#""up_to": 5e9"#, ""];
        of(AdviceKind::MisorderedPairs, &file(&likelihood, &hundredfold, SOUND))
    };
    assert_eq!(seen("0.01"), Some(vec![[1, 2], [1, 3], [3, 1], [3, 2]]), "as where one level states it");
    assert_eq!(seen("0.02"), None);
}

#[test]
fn a_level_that_begins_at_nothing_is_as_wide_as_its_neighbour() {
    let from_nothing = [r#""above": 0, "up_to": 0.01"#, r#""up_to": 0.1"#, ""];
    let hundredfold = [r#""up_to": 50e6"#, r#""up_to": 5e9"#, ""];
    let found = of(AdviceKind::MisorderedPairs, &file(&from_nothing, &hundredfold, SOUND));
    assert_eq!(found, Some(vec![[1, 2], [1, 3], [3, 1], [3, 2]]));
}

#[test]
fn of_a_matrix_with_more_cells_than_are_looked_at_nothing_is_said_of_order() {
    let of_square = |levels: i32| {
        let tenfold: Vec<String> = (1..=levels).map(|level| format!(r#""up_to": 1e{level}"#)).collect();
        let tenfold: Vec<&str> = tenfold.iter().map(String::as_str).collect();
        let row = format!("[{}]", vec!["0"; tenfold.len()].join(", "));
        let grid = format!("[{}]", vec![&*row; tenfold.len()].join(", "));
        seen(&file(&tenfold, &tenfold, &grid), |table| misordered(table, sum))
    };
    // 1024 cells make 1024 × 1023 / 2 pairs.
    let most = of_square(32);
    assert_eq!(most.iter().map(|found| (found.pairs.len(), found.of)).collect::<Vec<_>>(), [(0, 523_776)]);
    assert!(of_square(33).is_empty());
}

#[test]
fn bounds_that_do_not_tell_how_wide_a_level_is_say_nothing_of_order() {
    let tenfold = [r#""up_to": 0.01"#, r#""up_to": 0.1"#, ""];
    for unknown in [["", "", ""], [r#""up_to": 1"#, "", ""], [r#""up_to": 5"#, r#""up_to": 5"#, ""]] {
        assert_eq!(seen(&file(&tenfold, &unknown, SOUND), |table| misordered(table, sum)), []);
    }
    let two = file(&[r#""up_to": 1"#, ""], &tenfold, "[[0, 0, 1], [0, 1, 2]]");
    assert_eq!(seen(&two, |table| misordered(table, sum)), [], "both levels are open");
    let closed = [r#""above": 1, "up_to": 10"#, r#""up_to": 100"#];
    let two = file(&closed, &tenfold, "[[0, 0, 1], [0, 1, 2]]");
    assert_eq!(seen(&two, |table| misordered(table, sum)).len(), 1);
}

#[test]
fn levels_that_make_no_difference_are_told() {
    let rows = seen(&file(&["", "", ""], &["", "", ""], "[[0, 1, 2], [0, 1, 2], [1, 2, 2]]"), alike);
    assert_eq!(rows, Alike { likelihood: vec![vec![1, 2]], consequence: vec![] });
    let columns = seen(&file(&["", "", ""], &["", "", ""], "[[0, 1, 1], [1, 2, 2], [2, 2, 2]]"), alike);
    assert_eq!(columns, Alike { likelihood: vec![], consequence: vec![vec![2, 3]] });
    assert_eq!(seen(&file(&["", "", ""], &["", "", ""], SOUND), alike), Alike::default());
}

#[test]
fn the_national_matrix_follows_cox_and_is_not_advised_on_when_a_file_is_opened() {
    assert_eq!(seen(NATIONAL, advise_on_opening), []);
    let kinds: Vec<_> = seen(NATIONAL, advise).into_iter().map(|advice| advice.kind).collect();
    assert_eq!(kinds, [AdviceKind::MisorderedPairs], "its levels of dead and injured do not grow tenfold");
}
