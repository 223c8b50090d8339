//! A change of method: what becomes of the file, and of the risks judged by the method before.

use ombud::draft::method::{
    ClassEdit, LevelEdit, MethodEdit, MethodPlan, MethodProposal, MethodSource, ScaleEdit, file_of, plan,
};
use ombud::draft::{Edit, EditRefusal, apply};
use ombud::organisation::problem::{ProblemKind, Problems};
use ombud::organisation::value::Label;
use ombud::organisation::{ListName, canonical, read};
use ombud::risk::Methods;
use ombud::risk::change::{Carried, Lost, Remap};
use ombud::verdict::File;

/// Two matrices that share the scale of likelihood, and risks judged by the first, but for one.
const FILE: &str = r#"{
  "format": 1,
  "scales": [
    {"id": "l", "levels": [{"name": "låg"}, {"name": "hög", "library": {"hexcolor": "red"}}]},
    {"id": "life", "levels": [{"name": "1"}, {"name": "2"}]},
    {"id": "other", "levels": [{"name": "1"}, {"name": "2"}]}
  ],
  "matrices": [
    {"id": "m", "likelihood": "l", "consequence": ["life"], "grid": [[0, 0], [0, 1]], "classes": [{"id": "low", "name": "L"}, {"id": "high", "name": "H"}]},
    {"id": "n", "likelihood": "l", "consequence": ["other"], "grid": [[0, 0], [0, 1]], "classes": [{"id": "low", "name": "L"}, {"id": "high", "name": "H"}]}
  ],
  "risks": [
    {"id": "a", "title": "A", "likelihood": 2, "consequence": {"life": 2}, "matrix": "m", "secret": 1},
    {"id": "b", "title": "B", "likelihood": 1, "consequence": {"life": 1}},
    {"id": "c", "title": "C", "likelihood": 2, "consequence": {"other": 2}, "matrix": "n"}
  ],
  "measures": [
    {"id": "x", "title": "X", "risks": ["a"], "effect": {"consequence": {"life": -1}}},
    {"id": "y", "title": "Y", "risks": ["a", "c"], "effect": {"consequence": {"life": -1}}}
  ]
}"#;

/// What becomes of a file, that undoing it brings the file back, and the plan.
fn change(text: &str, proposal: &MethodProposal) -> (String, MethodPlan) {
    let file = File::read(text, &mut |_| ()).expect("a file");
    let methods = Methods::new(&file.organisation, text, &mut Problems::default());
    let plan = plan(&file.organisation, &file.index, &methods, proposal).expect("it can be done");
    let changed = apply(text, &file.organisation, &plan.edits).expect("it is carried out");
    let after = File::read(&changed, &mut |_| ()).expect("a file");
    let unwise = |kind: &ProblemKind| matches!(kind, ProblemKind::Matrix(_) | ProblemKind::UnknownField { .. });
    let wrong: Vec<_> = after.problems.list.iter().filter(|problem| !unwise(&problem.kind)).collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{changed}");
    let back: Vec<Edit> = plan.edits.iter().rev().map(Edit::inverse).collect();
    let undone = apply(&changed, &after.organisation, &back).expect("it can be undone");
    let canonical = |text: &str| canonical::write(&read(text, &mut |_| ()).expect("a file").0);
    assert_eq!(canonical(&undone), canonical(text), "undoing is the identity");
    (canonical(&changed), plan)
}

fn to(method: &str, replaces: Option<&str>, remap: Option<Remap>) -> MethodProposal {
    MethodProposal { replaces: replaces.map(str::to_owned), method: MethodSource::BuiltIn(method.into()), remap }
}

#[test]
fn a_built_in_method_takes_the_place_of_the_first_and_levels_become_what_is_said() {
    let levels = vec![Some(2), Some(4)];
    let carried = Carried { to: "consequence".into(), from: "life".into(), levels: vec![Some(1), None] };
    let remap = Remap { likelihood: levels, dimensions: vec![carried] };
    let (after, plan) = change(FILE, &to("internal-control", Some("m"), Some(remap)));
    assert!(
        after.contains(r#"{"id":"a","title":"A","matrix":"internal-control","likelihood":4,"secret":1}"#),
        "{after}"
    );
    assert!(after.contains(r#"{"id":"b","title":"B","likelihood":2,"consequence":{"consequence":1}}"#), "{after}");
    assert!(
        after.contains(r#"{"id":"c","title":"C","matrix":"n","likelihood":2,"consequence":{"other":2}}"#),
        "{after}"
    );
    assert!(after.find(r#""id":"internal-control""#) < after.find(r#"{"id":"n""#), "it comes first");
    let matrices = plan.edits.iter().filter(|edit| edit.target.list() == Some(ListName::Matrices));
    let matrices: Vec<_> = matrices.map(|it| (it.key(), it.before.is_some(), it.after.is_some(), it.at)).collect();
    assert_eq!(matrices, [("m", true, false, 0), ("internal-control", false, true, 0)], "one goes, another comes");
    assert!(after.contains(r#"{"id":"l","levels""#) && !after.contains(r#""id":"life""#), "what others go by stays");
    assert_eq!(plan.lost, [("a".into(), vec![Lost::Dimension("life".into())]), ("b".into(), vec![])]);
    assert!(
        after.contains(r#"{"id":"x","title":"X","risks":["a"],"effect":{"consequence":{"consequence":-1}}}"#),
        "{after}"
    );
    assert!(after.contains(r#""risks":["a","c"],"effect":{"consequence":{"life":-1}}"#), "it acts elsewhere too");
}

#[test]
fn nothing_is_guessed_where_nothing_is_said() {
    let (after, plan) = change(FILE, &to("internal-control", Some("m"), None));
    assert_eq!(plan.remap, Remap { likelihood: vec![None, None], dimensions: vec![] });
    assert!(after.contains(r#"{"id":"b","title":"B"}"#), "{after}");
    assert_eq!(plan.lost[1].1, [Lost::Likelihood, Lost::Dimension("life".into())]);
}

#[test]
fn beside_the_others_a_method_changes_no_risk() {
    let (after, plan) = change(FILE, &to("reverse", None, None));
    assert_eq!((plan.replaces, plan.lost), (None, vec![]));
    assert!(after.find(r#"{"id":"n""#) < after.find(r#"{"id":"reverse""#), "it comes last");
    assert!(after.contains(r#""likelihood":2,"consequence":{"life":2}"#));
}

#[test]
fn a_scale_of_the_same_id_that_others_go_by_is_left_and_the_new_one_named_anew() {
    let text = FILE
        .replace("\"id\": \"l\"", "\"id\": \"likelihood\"")
        .replace("\"likelihood\": \"l\"", "\"likelihood\": \"likelihood\"");
    let (after, _) = change(&text, &to("internal-control", Some("m"), None));
    assert!(after.contains(r#"{"id":"likelihood","levels":[{"name":"låg"}"#), "{after}");
    assert!(after.contains(r#""likelihood":"likelihood-2""#), "{after}");
}

#[test]
fn a_file_without_matrices_gives_the_national_one_up() {
    let text = r#"{"format": 1, "risks": [{"id": "a", "title": "A", "likelihood": 3, "consequence": {"economy": 2}}]}"#;
    let (after, plan) = change(text, &to("reverse", None, None));
    assert_eq!(plan.replaces.as_deref(), Some("national-2013"));
    assert_eq!(plan.lost[0].1, [Lost::Likelihood, Lost::Dimension("economy".into())]);
    assert!(after.contains(r#"{"id":"a","title":"A"}"#), "{after}");
    // The same method by itself changes nothing of the risk.
    let (after, plan) = change(text, &to("national-2013", None, None));
    assert_eq!(plan.lost[0].1, []);
    assert!(after.contains(r#""likelihood":3,"consequence":{"economy":2}"#), "{after}");
}

/// The first matrix as a form has it, changed.
fn edited(change_it: impl FnOnce(&mut MethodEdit)) -> (String, MethodPlan) {
    edited_in(FILE, change_it)
}

fn edited_in(text: &str, change_it: impl FnOnce(&mut MethodEdit)) -> (String, MethodPlan) {
    let mut edit = form(text);
    change_it(&mut edit);
    change(
        text,
        &MethodProposal { replaces: Some("m".into()), method: MethodSource::Edited(Box::new(edit)), remap: None },
    )
}

fn form(text: &str) -> MethodEdit {
    let file = File::read(text, &mut |_| ()).expect("a file");
    let methods = Methods::new(&file.organisation, text, &mut Problems::default());
    MethodEdit::of(methods.shown().expect("a matrix"))
}

/// A method that says all a form asks.
const FULL: &str = r#"{
  "format": 1,
  "scales": [
    {"id": "l", "name": "Sannolikhet", "unit": "per year", "levels": [{"name": {"sv": "låg", "en": "low"}, "up_to": 0.1, "description": "sällan"}, {"name": "hög", "above": 0.1}]},
    {"id": "life", "name": {"sv": "Liv", "en": "Life"}, "levels": [{"name": "1"}, {"name": "2", "description": "värre"}, {"name": "3"}]}
  ],
  "matrices": [
    {"id": "m", "name": "Kommunens", "likelihood": "l", "consequence": ["life"], "classes": [{"id": "low", "name": "L", "letter": "A", "demands": "inget"}, {"id": "high", "name": {"sv": "H", "en": "High"}}], "grid": [[0, 0, 1], [0, 1, 1]]}
  ]
}"#;

fn both(sv: &str, en: &str) -> Label {
    Label { sv: sv.into(), en: Some(en.into()) }
}

#[test]
fn a_form_has_all_that_a_method_says() {
    let level = |was, name: Label| LevelEdit { was: Some(was), name, ..LevelEdit::default() };
    let low = LevelEdit { description: Label::plain("sällan"), up_to: Some(0.1), ..level(1, both("låg", "low")) };
    let high = LevelEdit { above: Some(0.1), ..level(2, Label::plain("hög")) };
    let worse = LevelEdit { description: Label::plain("värre"), ..level(2, Label::plain("2")) };
    let likelihood = ScaleEdit {
        id: "l".into(),
        name: Label::plain("Sannolikhet"),
        unit: "per year".into(),
        levels: vec![low, high],
    };
    let life = ScaleEdit {
        id: "life".into(),
        name: both("Liv", "Life"),
        unit: String::new(),
        levels: vec![level(1, Label::plain("1")), worse, level(3, Label::plain("3"))],
    };
    let classes = vec![
        ClassEdit { was: Some(0), name: Label::plain("L"), letter: "A".into(), demands: Label::plain("inget") },
        ClassEdit { was: Some(1), name: both("H", "High"), ..ClassEdit::default() },
    ];
    let expected = MethodEdit {
        name: Label::plain("Kommunens"),
        likelihood: Some(likelihood),
        dimensions: vec![life],
        classes,
        grid: vec![vec![0, 0, 1], vec![0, 1, 1]],
    };
    assert_eq!(form(FULL), expected);
}

#[test]
fn a_method_makes_a_file_of_its_own_that_says_the_same() {
    let file = File::read(FILE, &mut |_| ()).expect("a file");
    let methods = Methods::new(&file.organisation, FILE, &mut Problems::default());
    let alone = file_of(methods.shown().expect("a matrix"));
    assert_eq!(form(&alone), form(FILE));
    let read = File::read(&alone, &mut |_| ()).expect("a file");
    assert_eq!((read.organisation.matrices.len(), read.organisation.risks.len()), (1, 0));
}

#[test]
fn what_is_filled_in_is_written_what_is_emptied_goes_and_what_is_new_has_an_id_of_its_own() {
    let (after, plan) = edited_in(FULL, |edit| {
        edit.name = both("Vår", "Ours");
        let likelihood = edit.likelihood.as_mut().expect("a scale of likelihood");
        likelihood.unit.clear();
        likelihood.levels[0].description = Label::default();
        likelihood.levels[1].above = None;
        let name = Label::plain("4");
        edit.dimensions[0].levels.push(LevelEdit {
            was: None,
            name,
            description: Label::plain("värst"),
            above: Some(3.0),
            up_to: Some(4.0),
        });
        edit.classes[0].letter.clear();
        edit.classes[0].demands = Label::default();
        let added =
            ClassEdit { was: None, name: both("Stopp", "High"), letter: "C".into(), demands: both("Nej", "No") };
        edit.classes.extend([added.clone(), added]);
        edit.grid = vec![vec![0, 0, 1, 1], vec![0, 1, 2, 3]];
    });
    for line in [
        r#"{"id":"l","name":"Sannolikhet","levels":[{"name":{"sv":"låg","en":"low"},"up_to":0.1},{"name":"hög"}]}"#,
        r#""levels":[{"name":"1"},{"name":"2","description":"värre"},{"name":"3"},{"name":"4","above":3.0,"up_to":4.0,"description":"värst"}]"#,
        r#"{"id":"m","name":{"sv":"Vår","en":"Ours"},"likelihood":"l","consequence":["life"]"#,
        r#"{"id":"low","name":"L"},{"id":"high","name":{"sv":"H","en":"High"}},"#,
        r#"{"id":"high-2","name":{"sv":"Stopp","en":"High"},"letter":"C","demands":{"sv":"Nej","en":"No"}},"#,
        r#"{"id":"high-3","name":{"sv":"Stopp","en":"High"},"letter":"C""#,
        r#""grid":[[0,0,1,1],[0,1,2,3]]"#,
    ] {
        assert!(after.contains(line), "{line} is not in\n{after}");
    }
    assert_eq!(plan.remap.likelihood, [Some(1), Some(2)]);
    assert_eq!(plan.remap.dimensions[0].levels, [Some(1), Some(2), Some(3)]);
}

#[test]
fn a_form_without_likelihood_has_the_risks_judged_by_consequence_alone() {
    let (after, plan) = edited(|edit| {
        edit.likelihood = None;
        edit.grid.remove(0);
    });
    assert!(after.contains(r#"{"id":"m","consequence":["life"]"#), "{after}");
    assert!(after.contains(r#"{"id":"l","levels""#), "the other matrix still goes by it");
    assert_eq!(plan.remap.likelihood, []);
    let (after, _) = edited_in(FULL, |edit| {
        edit.likelihood = None;
        edit.grid.remove(0);
    });
    assert!(!after.contains(r#""id":"l""#), "nothing goes by it any longer\n{after}");
    assert_eq!(form(&after).likelihood, None);
}

#[test]
fn a_method_that_is_there_already_comes_in_again_under_another_id_with_the_scales_both_share() {
    let (once, first) = change(FULL, &to("internal-control", None, None));
    let (twice, second) = change(&once, &to("internal-control", None, None));
    assert_eq!((&*first.matrix, &*second.matrix), ("internal-control", "internal-control-2"));
    let scales = |text: &str| File::read(text, &mut |_| ()).expect("a file").organisation.scales.len();
    assert_eq!((scales(FULL), scales(&once), scales(&twice)), (2, 4, 4));
    assert_eq!(second.edits.len(), 1, "only the matrix is new");
}

#[test]
fn a_form_that_changes_nothing_changes_nothing() {
    assert_eq!(edited(|_| ()).1.edits, []);
}

#[test]
fn a_cell_a_name_and_a_bound_change_where_they_stand_and_keep_the_rest() {
    let (after, plan) = edited(|edit| {
        edit.grid[0][1] = 1;
        edit.classes[1].name = Label { sv: "hög".into(), en: Some("high".into()) };
        edit.dimensions[0].levels[0].up_to = Some(5.0);
    });
    assert!(after.contains(r#""grid":[[0,1],[0,1]]"#), "{after}");
    assert!(after.contains(r#"{"id":"high","name":{"sv":"hög","en":"high"}}"#), "{after}");
    assert!(after.contains(r#"{"id":"life","levels":[{"name":"1","up_to":5.0},{"name":"2"}]}"#), "{after}");
    assert_eq!(plan.lost, [("a".into(), vec![]), ("b".into(), vec![])]);
    assert!(after.contains(r#""library":{"hexcolor":"red"}"#), "what no form asks stays");
}

#[test]
fn a_scale_that_others_go_by_is_changed_for_this_matrix_alone() {
    let (after, _) = edited(|edit| {
        if let Some(scale) = &mut edit.likelihood {
            scale.levels[0].name = Label::plain("sällan");
        }
    });
    assert!(
        after.contains(r#"{"id":"l","levels":[{"name":"låg"}"#)
            && after.contains(r#"{"id":"l-2","levels":[{"name":"sällan"}"#),
        "{after}"
    );
}

#[test]
fn a_dimension_that_others_go_by_gets_a_name_of_its_own_and_the_risks_say_it() {
    let text = FILE
        .replace(r#""consequence": ["other"]"#, r#""consequence": ["life"]"#)
        .replace(r#""consequence": {"other": 2}"#, r#""consequence": {"life": 2}"#);
    let (after, plan) = edited_in(&text, |edit| edit.dimensions[0].levels[0].name = both("liten", "small"));
    assert!(after.contains(r#"{"id":"m","likelihood":"l","consequence":["life-2"]"#), "{after}");
    assert!(after.contains(r#"{"id":"n","likelihood":"l","consequence":["life"]"#), "{after}");
    assert!(after.contains(r#""matrix":"m","likelihood":2,"consequence":{"life-2":2}"#), "{after}");
    assert!(after.contains(r#""matrix":"n","likelihood":2,"consequence":{"life":2}"#), "{after}");
    assert_eq!(plan.remap.dimensions[0].to, "life-2");
}

#[test]
fn a_text_in_one_language_of_two_is_as_it_was_until_a_form_changes_it() {
    let text = FILE
        .replace(r#"{"id": "high", "name": "H"}"#, r#"{"id": "high", "name": {"sv": "H"}, "demands": {"en": "stop"}}"#);
    assert_eq!(edited_in(&text, |_| ()).1.edits, []);
}

#[test]
fn a_level_that_is_taken_away_takes_no_risk_to_its_neighbour() {
    let (after, plan) = edited(|edit| {
        edit.dimensions[0].levels.remove(0);
        for row in &mut edit.grid {
            row.remove(0);
        }
    });
    assert_eq!(plan.remap.dimensions[0].levels, [None, Some(1)]);
    assert!(after.contains(r#"{"id":"b","title":"B","likelihood":1}"#), "{after}");
    assert!(after.contains(r#""matrix":"m","likelihood":2,"consequence":{"life":1}"#), "{after}");
    assert_eq!(plan.lost[1].1, [Lost::Dimension("life".into())]);
}

#[test]
fn what_cannot_be_used_is_refused() {
    let file = File::read(FILE, &mut |_| ()).expect("a file");
    let methods = Methods::new(&file.organisation, FILE, &mut Problems::default());
    let refused = |proposal: &MethodProposal| {
        plan(&file.organisation, &file.index, &methods, proposal).expect_err("it is refused")
    };
    assert!(matches!(refused(&to("nothing", Some("m"), None)), EditRefusal::NotFound { .. }));
    assert!(matches!(refused(&to("reverse", Some("gone"), None)), EditRefusal::NotFound { .. }));
    let broken = MethodProposal {
        replaces: None,
        method: MethodSource::File(r#"{"matrices": [{"id": "m"}]}"#.into()),
        remap: None,
    };
    assert!(matches!(refused(&broken), EditRefusal::Unusable { .. }));
}
