use super::*;
use crate::risk::testing::open;

use Levels::{Level, Range};

fn risk(fields: &str) -> Risk<'static> {
    let text = format!(r#"{{"format": 1, "risks": [{{"id": "r", "title": "R", {fields}}}]}}"#);
    let (organisation, _) = crate::organisation::read(text.leak(), &mut |_| ()).expect("a file");
    organisation.risks.items.into_iter().next().expect("a risk")
}

/// Five levels of likelihood become three; `life` becomes `health`, and nothing is said of its level 3.
fn five_to_three() -> Remap {
    Remap {
        likelihood: vec![Some(1), Some(1), Some(2), Some(3), Some(3)],
        dimensions: vec![Carried { to: "health".into(), from: "life".into(), levels: vec![Some(1), Some(2), None] }],
    }
}

#[test]
fn levels_become_what_is_said_they_become() {
    let before =
        risk(r#""likelihood": [2, 4], "consequence": {"life": 2}, "motives": {"life": "m", "likelihood": "n"}"#);
    let (after, lost) = remap(&before, &five_to_three());
    assert_eq!(after.likelihood, Some(Likelihood::Levels(Range(1, 3))));
    assert_eq!(after.consequence.0, [("health".into(), Level(2))]);
    assert_eq!(after.motives.get("health").map(|text| text.label().sv), Some("m".to_owned()));
    assert_eq!(lost, []);
}

#[test]
fn a_range_that_becomes_one_level_is_a_level() {
    let (after, _) = remap(&risk(r#""likelihood": [4, 5], "consequence": {}"#), &five_to_three());
    assert_eq!(after.likelihood, Some(Likelihood::Levels(Level(3))));
}

#[test]
fn what_nobody_has_said_is_not_carried_over_and_is_told() {
    let (after, lost) = remap(&risk(r#""likelihood": 1, "consequence": {"life": 3, "economy": 1}"#), &five_to_three());
    assert_eq!(after.consequence.0, []);
    assert_eq!(lost, [Lost::Dimension("life".into()), Lost::Dimension("economy".into())]);
    let (_, lost) = remap(&risk(r#""likelihood": 1, "consequence": {"life": [2, 3]}"#), &five_to_three());
    assert_eq!(lost, [Lost::Dimension("life".into())], "a range needs all its levels");
    let (after, lost) = remap(&risk(r#""likelihood": 6, "consequence": {"life": 1}"#), &five_to_three());
    assert_eq!(
        (after.likelihood, lost),
        (None, vec![Lost::Likelihood]),
        "a level outside its scale is not the nearest"
    );
}

#[test]
fn not_assessable_stays_so_and_stated_positions_are_carried_over_too() {
    let before = risk(
        r#""likelihood": "not_assessable", "consequence": {"life": 1}, "current": {"likelihood": 5, "consequence": {"life": 2}}, "target": {"consequence": {"economy": 1}}"#,
    );
    let (after, lost) = remap(&before, &five_to_three());
    assert_eq!((after.likelihood, lost), (Some(Likelihood::NotAssessable), vec![]));
    let current = after.current.expect("a position");
    assert_eq!((current.likelihood, current.consequence.0), (Some(Level(3)), vec![("health".into(), Level(2))]));
    assert_eq!(after.target, None, "nothing is left of it");
}

const BEFORE: &str = r#"{"format": 1,
    "scales": [{"id": "l", "levels": [{"name": "1"}, {"name": "2"}]}, {"id": "c", "levels": [{"name": "1"}, {"name": "2"}]}],
    "matrices": [{"id": "m", "likelihood": "l", "consequence": ["c"], "grid": [[0, 0], [0, 1]],
        "classes": [{"id": "low", "name": "L"}, {"id": "high", "name": "H"}]}],
    "risks": [
        {"id": "a", "title": "A", "likelihood": 2, "consequence": {"c": 2}},
        {"id": "b", "title": "B", "likelihood": 1, "consequence": {"c": 2}},
        {"id": "d", "title": "D", "consequence": {"c": 2}}
    ]}"#;

fn side<T>(text: &str, see: impl FnOnce(MethodSide<'_>) -> T) -> T {
    open(text, see)
}

fn between(before: &str, after: &str) -> Vec<Shift> {
    side(before, |before| side(after, |after| shifts(before, after)))
}

#[test]
fn a_cell_of_another_class_moves_the_risks_in_it_and_no_others() {
    let after = BEFORE.replace("[[0, 0], [0, 1]]", "[[0, 1], [0, 1]]");
    let moved: Vec<bool> = between(BEFORE, &after).iter().map(|shift| shift.moves).collect();
    assert_eq!(moved, [false, true, false]);
}

#[test]
fn a_class_of_another_name_is_another_class() {
    let moved: Vec<bool> =
        between(BEFORE, &BEFORE.replace(r#""name": "H""#, r#""name": "X""#)).iter().map(|shift| shift.moves).collect();
    assert_eq!(moved, [true, false, false]);
}

#[test]
fn a_risk_without_a_level_falls_out_and_says_so() {
    let after = BEFORE.replace(r#""likelihood": 2, "consequence": {"c": 2}"#, r#""consequence": {"c": 2}"#);
    let fallen: Vec<(bool, bool)> =
        between(BEFORE, &after).iter().map(|shift| (shift.falls_out(), shift.moves)).collect();
    assert_eq!(fallen, [(true, true), (false, false), (false, false)]);
}

#[test]
fn what_is_known_without_asking_is_scales_of_one_id_and_the_same_names() {
    let known = |after: &str| {
        side(BEFORE, |before| {
            side(after, |after| {
                Remap::known(before.methods.shown().expect("a matrix"), after.methods.shown().expect("a matrix"))
            })
        })
    };
    let as_it_is = vec![Some(1), Some(2)];
    let carried = Carried { to: "c".into(), from: "c".into(), levels: as_it_is.clone() };
    assert_eq!(known(BEFORE), Remap { likelihood: as_it_is.clone(), dimensions: vec![carried.clone()] });
    let renamed = BEFORE.replacen(r#"{"name": "2"}"#, r#"{"name": "två"}"#, 1);
    assert_eq!(known(&renamed), Remap { likelihood: vec![None, None], dimensions: vec![carried] });
    let other = BEFORE.replace(r#""id": "c", "levels""#, r#""id": "k", "levels""#).replace(r#"["c"]"#, r#"["k"]"#);
    assert_eq!(known(&other), Remap { likelihood: as_it_is, dimensions: vec![] });
}

#[test]
fn a_stated_position_stays_as_long_as_anything_is_left_of_it() {
    for (position, stays) in [
        (r#"{"likelihood": 5}"#, true),
        (r#"{"consequence": {"life": 2}}"#, true),
        (r#"{"consequence": {"economy": 2}, "note": "n"}"#, true),
        (r#"{"consequence": {"economy": 2}}"#, false),
    ] {
        let before = risk(&format!(r#""likelihood": 1, "consequence": {{"life": 1}}, "current": {position}"#));
        assert_eq!(remap(&before, &five_to_three()).0.current.is_some(), stays, "{position}");
    }
}

#[test]
fn a_range_the_wrong_way_round_becomes_nothing() {
    assert_eq!(becomes(Range(4, 2), &[Some(1); 5]), None);
    assert_eq!(becomes(Range(2, 4), &[Some(1); 5]), Some(Level(1)));
    assert_eq!(becomes(Range(2, 6), &[Some(1); 5]), None);
}

#[test]
fn a_scale_of_another_id_is_another_though_its_levels_have_the_same_names() {
    let levels = r#"[{"name": "1"}, {"name": "2"}]"#;
    let matrix = |id: &str, likelihood: &str| {
        format!(
            r#"{{"id": "{id}", "likelihood": "{likelihood}", "consequence": ["c"], "classes": [{{"id": "x", "name": "X"}}], "grid": [[0, 0], [0, 0]]}}"#
        )
    };
    let file = format!(
        r#"{{"format": 1, "scales": [{{"id": "l", "levels": {levels}}}, {{"id": "k", "levels": {levels}}}, {{"id": "c", "levels": {levels}}}],
        "matrices": [{}, {}]}}"#,
        matrix("m", "l"),
        matrix("n", "k")
    );
    open(&file, |side| {
        let table = |id: &str| side.methods.table(Some(id)).expect("a matrix").1;
        assert_eq!(Remap::known(table("m"), table("n")).likelihood, [None, None]);
        assert_eq!(Remap::known(table("m"), table("m")).likelihood, [Some(1), Some(2)]);
    });
}

#[test]
fn a_scale_that_reads_as_no_likelihood_is_not_carried_to_a_matrix_that_has_none() {
    let file = r#"{"format": 1,
        "scales": [
            {"id": "-", "levels": [{"name": {"sv": "oavsett sannolikhet", "en": "whatever the likelihood"}}]},
            {"id": "c", "levels": [{"name": "1"}]}
        ],
        "matrices": [
            {"id": "m", "likelihood": "-", "consequence": ["c"], "classes": [{"id": "x", "name": "X"}], "grid": [[0]]},
            {"id": "n", "consequence": ["c"], "classes": [{"id": "x", "name": "X"}], "grid": [[0]]}
        ]}"#;
    open(file, |side| {
        let table = |id: &str| side.methods.table(Some(id)).expect("a matrix").1;
        assert_eq!(Remap::known(table("m"), table("n")).likelihood, [None]);
    });
}
