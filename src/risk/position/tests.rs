use super::*;
use crate::organisation::problem::Problems;
use crate::organisation::read;

/// A file with a three by three matrix of two dimensions, where class is the larger level less one, and these items.
fn file(risk: &str, measures: &str) -> String {
    format!(
        r#"{{"format": 1,
        "scales": [
            {{"id": "p", "levels": [{{"name": "1"}}, {{"name": "2"}}, {{"name": "3"}}]}},
            {{"id": "life", "levels": [{{"name": "1"}}, {{"name": "2"}}, {{"name": "3"}}]}},
            {{"id": "economy", "levels": [{{"name": "1"}}, {{"name": "2"}}, {{"name": "3"}}]}}],
        "matrices": [{{"id": "m", "likelihood": "p", "consequence": ["life", "economy"],
            "classes": [{{"id": "low", "name": "low"}}, {{"id": "medium", "name": "medium"}}, {{"id": "high", "name": "high"}}],
            "grid": [[0, 1, 2], [1, 1, 2], [2, 2, 2]]}}],
        "risks": [{{"id": "r", "title": "r", {risk}}}],
        "measures": [{measures}]}}"#
    )
}

const JUDGED: &str = r#""likelihood": 3, "consequence": {"life": 2, "economy": [1, 3]}"#;

fn on_day(risk: &str, measures: &str, on: &str) -> Positions {
    let text = file(risk, measures);
    let (mut organisation, mut problems) = read(&text, &mut |_| ()).expect("a file of format 1");
    let index = Index::new(&mut organisation, &text, &mut problems);
    assert!(problems.list.is_empty(), "{:?}", problems.list);
    let methods = Methods::new(&organisation, &text, &mut Problems::default());
    let acting = Acting::new(&organisation, &index);
    positions(&organisation, &methods, &acting, 0, on.parse().expect("a day"))
}

fn today(risk: &str, measures: &str) -> Positions {
    on_day(risk, measures, "2026-05-01")
}

/// Likelihood, and consequence for life and economy.
fn levels(place: &MatrixPlace) -> (Levels, Option<Levels>, Option<Levels>) {
    (place.likelihood, place.consequence[0], place.consequence[1])
}

use Levels::{Level, Range};

#[test]
fn without_measures_a_risk_stands_where_it_was_judged() {
    let found = today(JUDGED, "");
    let inherent = found.inherent.expect("a place");
    assert_eq!(levels(&inherent), (Level(3), Some(Level(2)), Some(Range(1, 3))));
    assert_eq!((inherent.found.class, inherent.found.decided_by), (2, 1));
    let (current, target) = (found.current.expect("a place"), found.target.expect("a place"));
    assert_eq!((&current.place, &target.place), (&inherent, &inherent));
    assert_eq!((current.basis, current.by, current.otherwise), (PositionBasis::Measures, vec![], None));
}

#[test]
fn a_measure_done_moves_the_current_position_and_one_that_remains_the_target() {
    let measures = r#"
        {"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {"likelihood": -1}},
        {"id": "b", "title": "b", "risks": ["r"], "status": "decided", "effect": {"consequence": {"economy": -1}}},
        {"id": "c", "title": "c", "risks": ["r"], "status": "cancelled", "effect": {"likelihood": -2}}"#;
    let found = today(JUDGED, measures);
    let (current, target) = (found.current.expect("a place"), found.target.expect("a place"));
    assert_eq!(levels(&current.place), (Level(2), Some(Level(2)), Some(Range(1, 3))));
    assert_eq!(current.by, [0]);
    assert_eq!(levels(&target.place), (Level(2), Some(Level(2)), Some(Range(1, 2))), "a range moves as a range");
    assert_eq!((target.by, target.place.found.class), (vec![1], 1));
}

#[test]
fn a_measure_counts_from_the_day_it_was_done() {
    let measure = r#"{"id": "a", "title": "a", "risks": ["r"], "status": "done", "done": "2026-05-01", "effect": {"likelihood": -1}}"#;
    let likelihood = |on| on_day(JUDGED, measure, on).current.expect("a place").place.likelihood;
    assert_eq!(likelihood("2026-04-30"), Level(3));
    assert_eq!(likelihood("2026-05-01"), Level(2));
}

#[test]
fn a_level_never_leaves_its_scale_and_steps_are_added_before_they_are_taken() {
    let measures = r#"
        {"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {"likelihood": -5, "consequence": {"economy": -2}}},
        {"id": "b", "title": "b", "risks": ["r"], "status": "done", "effect": {"likelihood": 4, "consequence": {"life": 9}}}"#;
    let current = today(JUDGED, measures).current.expect("a place");
    assert_eq!(levels(&current.place), (Level(2), Some(Level(3)), Some(Range(1, 1))));
}

#[test]
fn an_effect_that_is_a_range_makes_a_range() {
    let measure =
        r#"{"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {"consequence": {"life": [-1, 0]}}}"#;
    assert_eq!(today(JUDGED, measure).current.expect("a place").place.consequence[0], Some(Range(1, 2)));
}

#[test]
fn an_input_that_is_not_judged_is_not_moved() {
    let measure =
        r#"{"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {"consequence": {"life": -1}}}"#;
    let current = today(r#""likelihood": 3, "consequence": {"economy": 2}"#, measure).current.expect("a place");
    assert_eq!((levels(&current.place), current.by), ((Level(3), None, Some(Level(2))), vec![]));
}

#[test]
fn what_is_stated_goes_before_what_follows_and_the_difference_is_told() {
    let risk = format!(r#"{JUDGED}, "current": {{"likelihood": 1}}"#);
    let measures = r#"
        {"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {"likelihood": -1, "consequence": {"economy": -1}}},
        {"id": "b", "title": "b", "risks": ["r"], "status": "ongoing", "effect": {"consequence": {"life": -1}}}"#;
    let found = today(&risk, measures);
    let current = found.current.expect("a place");
    assert_eq!(levels(&current.place), (Level(1), Some(Level(2)), Some(Range(1, 2))), "the rest follows from measures");
    assert_eq!(current.basis, PositionBasis::Stated);
    assert_eq!(current.otherwise.expect("another place").likelihood, Level(2));
    let target = found.target.expect("a place");
    assert_eq!(levels(&target.place), (Level(1), Some(Level(1)), Some(Range(1, 2))), "the target goes on from there");
}

#[test]
fn a_stated_position_that_is_what_measures_give_differs_from_nothing() {
    let risk = format!(r#"{JUDGED}, "current": {{"likelihood": 2}}"#);
    let measure = r#"{"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {"likelihood": -1}}"#;
    let current = today(&risk, measure).current.expect("a place");
    assert_eq!((current.basis, current.otherwise), (PositionBasis::Stated, None));
}

#[test]
fn what_cannot_be_placed_has_no_position() {
    for risk in [
        r#""consequence": {"life": 2}"#,
        r#""likelihood": 2"#,
        r#""likelihood": "not_assessable", "consequence": {"life": 2}"#,
        r#""likelihood": 4, "consequence": {"life": 2}"#,
        r#""likelihood": 2, "consequence": {"nature": 2}"#,
        r#""likelihood": 2, "consequence": {"life": 2}, "antagonistic": true"#,
    ] {
        assert_eq!(today(risk, ""), Positions::default(), "{risk}");
    }
    let outside = format!(r#"{JUDGED}, "target": {{"likelihood": 4}}"#);
    let found = today(&outside, "");
    assert!(found.current.is_some() && found.target.is_none());
}

#[test]
fn the_order_of_measures_does_not_matter() {
    let first = r#"{"id": "a", "title": "a", "risks": ["r", "r"], "status": "done", "effect": {"likelihood": -1}}"#;
    let second = r#"{"id": "b", "title": "b", "risks": ["r"], "status": "done", "effect": {"likelihood": -1}}"#;
    let one = today(JUDGED, &format!("{first}, {second}")).current.expect("a place");
    let other = today(JUDGED, &format!("{second}, {first}")).current.expect("a place");
    assert_eq!((one.place, one.by), (other.place.clone(), vec![0, 1]), "a risk that is named twice is moved once");
    assert_eq!(other.by, [1, 0], "by id");
}

#[test]
fn a_position_that_states_no_level_states_nothing() {
    let current = today(&format!(r#"{JUDGED}, "current": {{}}"#), "").current.expect("a place");
    assert_eq!(current.basis, PositionBasis::Measures);
}

#[test]
fn a_position_stated_where_the_matrix_has_no_place_is_none() {
    for target in [
        r#"{"consequence": {"nature": 2}}"#,
        r#"{"likelihood": 1, "consequence": {"nature": 2}}"#,
        r#"{"consequence": {"life": 4}}"#,
    ] {
        let found = today(&format!(r#"{JUDGED}, "target": {target}"#), "");
        assert!(found.current.is_some() && found.target.is_none(), "{target}");
    }
}

#[test]
fn an_effect_of_no_step_is_none_and_a_range_from_none_is_one() {
    let by = |steps: &str| {
        let measure = format!(
            r#"{{"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {{"consequence": {{"life": {steps}}}}}}}"#
        );
        today(JUDGED, &measure).current.expect("a place").by
    };
    assert_eq!((by("0"), by("[0, 0]"), by("[0, 1]"), by("[-1, 0]")), (vec![], vec![], vec![0], vec![0]));
}

#[test]
fn what_is_outside_its_scale_is_not_moved_into_it() {
    let measure = r#"{"id": "a", "title": "a", "risks": ["r"], "status": "done", "effect": {"likelihood": -1}}"#;
    assert_eq!(today(r#""likelihood": 4, "consequence": {"life": 2}"#, measure), Positions::default());
}

#[test]
fn of_dimensions_alike_the_first_decides() {
    let found = today(r#""likelihood": 3, "consequence": {"life": 2, "economy": 2}"#, "").inherent.expect("a place");
    assert_eq!(found.found.decided_by, 0);
}
