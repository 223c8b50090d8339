use proptest::prelude::*;

use super::*;
use crate::organisation::problem::Problems;
use crate::organisation::read;
use crate::organisation::value::Levels;
use crate::risk::Methods;

/// Hands over a matrix of four levels of likelihood, that end at 0.01, 0.1 and 1, and four of one consequence, that end at
/// 10, 100 and 1000.
pub(in crate::risk) fn with_bounds(unit: &str, each: impl FnOnce(&CheckedMatrix<'_>)) {
    let text = format!(
        r#"{{"format": 1, "scales": [
        {{"id": "p", "unit": "{unit}", "levels": [{{"name": "1", "up_to": 0.01}}, {{"name": "2", "up_to": 0.1}}, {{"name": "3", "up_to": 1}}, {{"name": "4"}}]}},
        {{"id": "c", "unit": "SEK", "levels": [{{"name": "1", "up_to": 10}}, {{"name": "2", "up_to": 100}}, {{"name": "3", "up_to": 1000}}, {{"name": "4"}}]}}],
        "matrices": [{{"id": "m", "likelihood": "p", "consequence": ["c"], "classes": [{{"id": "a", "name": "a"}}],
            "grid": [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]}}]}}"#
    );
    let (organisation, _) = read(&text, &mut |_| ()).expect("a file of format 1");
    let methods = Methods::new(&organisation, &text, &mut Problems::default());
    each(methods.shown().expect("a matrix"));
}

/// A place in that matrix.
pub(in crate::risk) fn placed(table: &CheckedMatrix<'_>, likelihood: Levels, consequence: Levels) -> MatrixPlace {
    let found = table.look_up(likelihood, std::iter::once((0, consequence)));
    MatrixPlace { likelihood, consequence: vec![Some(consequence)], found }
}

fn span(above: f64, up_to: f64) -> NumberSpan {
    NumberSpan { above: Some(above), up_to: Some(up_to) }
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn exact(one: [NumberSpan; 2], other: [NumberSpan; 2]) -> f64 {
    let Odds { low, high } = odds(one, other);
    assert!(close(low, high), "from {low} to {high}");
    low
}

const CELL: [NumberSpan; 2] =
    [NumberSpan { above: Some(0.01), up_to: Some(0.1) }, NumberSpan { above: Some(10.0), up_to: Some(100.0) }];

#[test]
fn of_two_risks_in_one_cell_either_is_as_likely_to_be_greater() {
    assert!(close(exact(CELL, CELL), 0.5));
    let point = [span(0.1, 0.1), span(5.0, 5.0)];
    assert!(close(exact(point, point), 0.5));
}

#[test]
fn a_cell_that_begins_where_another_ends_always_outranks_it() {
    assert!(close(exact([span(0.1, 1.0), span(100.0, 1000.0)], CELL), 1.0));
    assert!(close(exact(CELL, [span(0.1, 1.0), span(100.0, 1000.0)]), 0.0));
}

/// One decade up in likelihood alone: the difference of four numbers, each uniform over one decade, must exceed −1. By the
/// symmetry of that sum it does with probability 1 − 1/24.
#[test]
fn one_step_in_one_input_is_right_in_twenty_three_cases_of_twenty_four() {
    assert!(close(exact([span(0.1, 1.0), span(10.0, 100.0)], CELL), 23.0 / 24.0));
}

#[test]
fn a_step_up_in_one_input_and_down_in_the_other_decides_nothing() {
    assert!(close(exact([span(0.1, 1.0), span(1.0, 10.0)], CELL), 0.5));
}

#[test]
fn a_number_that_is_known_exactly_is_a_span_without_width() {
    // Only one number is spread: from 1 to 100, against 10.
    assert!(close(exact([span(1.0, 1.0), span(1.0, 100.0)], [span(10.0, 10.0), span(1.0, 1.0)]), 0.5));
    let point = |loss: f64| [span(1.0, 1.0), span(loss, loss)];
    assert!(close(exact(point(1.0), point(10.0)), 0.0) && close(exact(point(10.0), point(1.0)), 1.0));
    let narrow = exact([span(0.05, 0.050_000_1), span(10.0, 100.0)], [span(0.05, 0.050_000_1), span(10.0, 100.0)]);
    assert!((narrow - 0.5).abs() < 1e-6, "{narrow}");
}

#[test]
fn an_open_end_gives_a_span_of_probabilities_and_never_a_number_of_its_own() {
    let often = NumberSpan { above: Some(0.1), up_to: None };
    let found = odds([often, span(10.0, 100.0)], CELL);
    assert!(found.low > 0.5 && close(found.high, 1.0), "at least: {found:?}");
    let turned = odds(CELL, [often, span(10.0, 100.0)]);
    assert!(close(turned.low, 0.0) && close(turned.high, 1.0 - found.low));
    let seldom = NumberSpan { above: None, up_to: Some(0.01) };
    assert_eq!(odds([seldom, span(10.0, 100.0)], [seldom, span(10.0, 100.0)]), Odds { low: 0.0, high: 1.0 });
}

#[test]
fn what_is_certain_is_so_in_spite_of_open_ends() {
    let (often, seldom) = (NumberSpan { above: Some(0.1), up_to: None }, NumberSpan { above: None, up_to: Some(0.01) });
    let found = odds([often, span(100.0, 1000.0)], [seldom, span(10.0, 100.0)]);
    assert_eq!(found, Odds { low: 1.0, high: 1.0 });
}

#[test]
fn a_bound_of_zero_is_as_an_open_end() {
    let from_zero = span(0.0, 0.01);
    assert!(close(odds([from_zero, span(10.0, 100.0)], CELL).low, 0.0));
}

#[test]
fn a_level_that_ends_before_it_begins_tells_nothing() {
    let wrong = [span(1.0, 0.1), span(10.0, 100.0)];
    assert_eq!(odds(wrong, CELL), Odds { low: 0.0, high: 1.0 });
}

#[test]
fn risks_are_compared_in_the_dimensions_both_are_judged_in() {
    with_bounds("per year", |table| {
        let cell = |likelihood, consequence| placed(table, Levels::Level(likelihood), Levels::Level(consequence));
        let found = outranks(table, &cell(3, 2), &cell(2, 2));
        assert!(close(found[0].expect("numbers").low, 23.0 / 24.0));
        let silent = MatrixPlace { consequence: vec![None], ..cell(2, 2) };
        assert_eq!(outranks(table, &cell(3, 2), &silent), [None]);
    });
}

/// A span of numbers, of up to some decades.
fn any_span() -> impl Strategy<Value = NumberSpan> {
    (-6.0..6.0_f64, 0.0..4.0_f64).prop_map(|(low, width)| span(10_f64.powf(low), 10_f64.powf(low + width)))
}

fn any_pair() -> impl Strategy<Value = [NumberSpan; 2]> {
    [any_span(), any_span()]
}

proptest! {
    #[test]
    fn that_one_outranks_the_other_and_the_other_way_round_add_up_to_one(one in any_pair(), other in any_pair()) {
        let (there, back) = (odds(one, other), odds(other, one));
        prop_assert!(close(there.low + back.high, 1.0) && close(there.high + back.low, 1.0));
        prop_assert!((there.low + back.low - 1.0).abs() < 1e-6, "{there:?} {back:?}");
    }

    #[test]
    fn another_unit_changes_nothing(one in any_pair(), other in any_pair(), factor in 0.001..1000.0_f64) {
        let scaled = |[likelihood, NumberSpan { above, up_to }]: [NumberSpan; 2]| {
            [likelihood, NumberSpan { above: above.map(|end| end * factor), up_to: up_to.map(|end| end * factor) }]
        };
        prop_assert!((odds(one, other).low - odds(scaled(one), scaled(other)).low).abs() < 1e-6);
    }

    #[test]
    fn a_greater_consequence_never_makes_it_less_likely(one in any_pair(), other in any_pair(), more in 1.0..100.0_f64) {
        let greater = [one[0], span(one[1].above.unwrap_or(1.0) * more, one[1].up_to.unwrap_or(1.0) * more)];
        prop_assert!(odds(greater, other).low >= odds(one, other).low - 1e-6);
    }

    /// The exact answer against drawing: of 4096 evenly spread points of the box.
    #[test]
    fn the_answer_is_what_drawing_comes_to(one in any_pair(), other in any_pair()) {
        let value = |span: NumberSpan, step: u32| {
            let (low, high) = (span.above.unwrap_or(1.0).ln(), span.up_to.unwrap_or(1.0).ln());
            low + (high - low) * (f64::from(step) + 0.5) / 8.0
        };
        let mut greater = 0.0;
        for draw in 0..4096_u32 {
            let step = |place: u32| draw >> (3 * place) & 7;
            let ours = value(one[0], step(0)) + value(one[1], step(1));
            let theirs = value(other[0], step(2)) + value(other[1], step(3));
            greater += if ours > theirs { 1.0 } else if ours < theirs { 0.0 } else { 0.5 };
        }
        prop_assert!((odds(one, other).low - greater / 4096.0).abs() < 0.1);
    }
}
