use super::*;
use crate::organisation::risk::{Likelihood, Uncertainty};
use crate::organisation::value::{Levels, Marking};
use crate::organisation::{Index, check, read};
use crate::risk::{Acting, Methods, assess};

const METHOD: &str = r#"
 "scales": [{"id": "l", "levels": [{"name": "låg", "up_to": 0.1}, {"name": "medel", "up_to": 1}, {"name": "hög"}]},
            {"id": "life", "levels": [{"name": "små"}, {"name": "stora"}, {"name": "katastrofala"}]},
            {"id": "trust", "levels": [{"name": "små"}, {"name": "stora"}, {"name": "katastrofala"}]}],
 "matrices": [{"id": "m", "likelihood": "l", "consequence": ["life", "trust"],
   "classes": [{"id": "low", "name": "låg"}, {"id": "mid", "name": "medel"}, {"id": "high", "name": "hög"}],
   "grid": [[0, 0, 1], [0, 1, 2], [1, 2, 2]]}]"#;

fn file(risks: &str) -> String {
    format!(r#"{{"format": 1, {METHOD}, "risks": [{risks}]}}"#)
}

/// What became of the risks of one file in another, by id.
fn compared(before: &str, after: &str) -> Vec<(Option<u32>, Option<u32>, RiskChange)> {
    let open = |text: &str, each: &mut dyn FnMut(EditionSide<'_>)| {
        let (mut organisation, mut problems) = read(text, &mut |_| ()).expect("it is read");
        let index = Index::new(&mut organisation, text, &mut problems);
        let methods = Methods::new(&organisation, text, &mut problems);
        let register = assess(&organisation, &methods, text, &mut problems);
        let (acting, on) = (Acting::new(&organisation, &index), "2026-11-22".parse().expect("a day"));
        each(EditionSide { organisation: &organisation, methods: &methods, register: &register, acting: &acting, on });
    };
    let mut found = Vec::new();
    open(before, &mut |earlier| {
        open(after, &mut |later| {
            let rows = compare(earlier, later);
            found = rows.into_iter().map(|row| (row.earlier, row.later, row.change)).collect();
        });
    });
    found
}

/// What became of one risk.
fn change(before: &str, after: &str) -> RiskChange {
    let mut all = compared(&file(before), &file(after));
    assert_eq!(all.len(), 1);
    all.remove(0).2
}

fn moved(before: &str, after: &str) -> MovedRisk {
    match change(before, after) {
        RiskChange::Moved(moved) => moved,
        other => panic!("{other:?}"),
    }
}

const FLOOD: &str = r#"{"id": "skyfall", "title": "Skyfall", "likelihood": 2, "consequence": {"life": 2, "trust": 1}}"#;

#[test]
fn a_risk_that_is_judged_as_it_was_is_unchanged() {
    let renamed = FLOOD.replace("\"Skyfall\"", "\"Skyfall över centrum\"");
    assert_eq!(change(FLOOD, &renamed), RiskChange::Unchanged);
}

#[test]
fn risks_come_and_go() {
    let storm = FLOOD.replace("skyfall", "storm");
    assert_eq!(
        compared(&file(FLOOD), &file(&storm)),
        [(Some(0), None, RiskChange::Gone), (None, Some(0), RiskChange::New)]
    );
    assert_eq!(compared(&file(""), &file("")), []);
}

#[test]
fn a_risk_that_moves_tells_each_input_that_is_another() {
    let after = FLOOD.replace("\"likelihood\": 2", "\"likelihood\": [2, 3]").replace("\"trust\": 1", "\"trust\": 3");
    let moved = moved(FLOOD, &after);
    assert_eq!(moved.way, Way::Worse);
    let likelihood = |levels| Some(Likelihood::Levels(levels));
    assert_eq!(
        moved.likelihood,
        Some(Revision { from: likelihood(Levels::Level(2)), to: likelihood(Levels::Range(2, 3)) })
    );
    let trust = Revision { from: Some(Levels::Level(1)), to: Some(Levels::Level(3)) };
    assert_eq!(moved.consequence, [("trust".to_owned(), trust)], "life is as it was");
}

#[test]
fn the_way_back_is_better() {
    let after = FLOOD.replace("\"likelihood\": 2", "\"likelihood\": 1");
    assert_eq!(moved(FLOOD, &after).way, Way::Better);
    assert_eq!(moved(&after, FLOOD).way, Way::Worse);
}

#[test]
fn within_a_class_the_sum_of_levels_tells_the_way() {
    let at = |likelihood, life| {
        format!(r#"{{"id": "r", "title": "R", "likelihood": {likelihood}, "consequence": {{"life": {life}}}}}"#)
    };
    assert_eq!(moved(&at(2, 3), &at(3, 3)).way, Way::Worse, "both are high");
    assert_eq!(moved(&at(2, 3), &at(3, 2)).way, Way::Level, "both sums are five");
}

#[test]
fn a_risk_moves_into_the_matrix_and_out_of_it() {
    let unrated = r#"{"id": "skyfall", "title": "Skyfall"}"#;
    assert_eq!(moved(unrated, FLOOD).way, Way::Into);
    let meant = FLOOD.replace("\"likelihood\"", "\"antagonistic\": true, \"likelihood\"");
    let moved = moved(FLOOD, &meant);
    assert_eq!((moved.way, moved.antagonistic), (Way::OutOf, Some(true)));
}

#[test]
fn a_risk_that_stands_nowhere_yet_is_another_by_its_likelihood_alone() {
    let at = |likelihood: u8| format!(r#"{{"id": "r", "title": "R", "likelihood": {likelihood}}}"#);
    let likelihood = |level| Some(Likelihood::Levels(Levels::Level(level)));
    let moved = moved(&at(2), &at(3));
    assert_eq!(moved.likelihood, Some(Revision { from: likelihood(2), to: likelihood(3) }));
    assert!(moved.current.is_none());
    assert_eq!(change(&at(2), &at(2)), RiskChange::Unchanged);
}

#[test]
fn another_uncertainty_is_told_though_the_risk_stays_where_it_is() {
    let after = FLOOD.replace("\"likelihood\"", "\"uncertainty\": \"high\", \"likelihood\"");
    let moved = moved(FLOOD, &after);
    assert_eq!(moved.way, Way::Level);
    assert_eq!(moved.uncertainty, Some(Revision { from: None, to: Some(Uncertainty::High) }));
    assert!(moved.likelihood.is_none() && moved.consequence.is_empty());
}

#[test]
fn a_measure_that_is_done_moves_where_a_risk_stands_now() {
    let with = |status: &str| {
        let measure = format!(
            r#"{{"id": "a", "title": "A", "risks": ["skyfall"], "status": "{status}", "effect": {{"likelihood": -1}}}}"#
        );
        file(FLOOD).replace("\"risks\"", &format!("\"measures\": [{measure}], \"risks\""))
    };
    let RiskChange::Moved(moved) = compared(&with("decided"), &with("done")).remove(0).2 else {
        panic!("it has moved")
    };
    let current = moved.current.expect("it stands elsewhere");
    let likelihood = |place: Option<crate::risk::position::MatrixPlace>| place.map(|place| place.found.likelihood);
    assert_eq!((likelihood(current.from), likelihood(current.to)), (Some(2), Some(1)));
    assert!(moved.likelihood.is_none(), "it is judged as it was");
    assert_eq!(compared(&with("done"), &with("done")).remove(0).2, RiskChange::Unchanged);
}

/// In what the method differs when one text of the file is replaced.
fn unlike(from: &str, to: &str) -> Vec<MethodDifference> {
    let before = file(FLOOD);
    let after = before.replace(from, to);
    assert_ne!(before, after);
    match compared(&before, &after).remove(0).2 {
        RiskChange::NotComparable(found) => found,
        _ => Vec::new(),
    }
}

#[test]
fn a_risk_judged_by_another_method_is_not_compared() {
    assert_eq!(unlike("\"up_to\": 0.1", "\"up_to\": 0.2"), [MethodDifference::Likelihood]);
    assert_eq!(unlike("[\"life\", \"trust\"]", "[\"trust\", \"life\"]"), [MethodDifference::Dimensions]);
    let named = unlike(
        "{\"id\": \"trust\", \"levels\": [{\"name\": \"små\"}",
        "{\"id\": \"trust\", \"levels\": [{\"name\": \"tomma\"}",
    );
    assert_eq!(named, [MethodDifference::Consequence("trust".into())]);
    assert_eq!(unlike("{\"id\": \"mid\"", "{\"id\": \"middle\""), [MethodDifference::Classes]);
    assert_eq!(unlike("[0, 1, 2]", "[0, 2, 2]"), [MethodDifference::Grid]);
    assert_eq!(unlike("[0, 1, 2]", "[0, 1]"), [MethodDifference::NoMatrix]);
}

#[test]
fn another_name_for_a_level_with_a_bound_is_the_same_method() {
    assert_eq!(unlike("{\"name\": \"låg\", \"up_to\": 0.1}", "{\"name\": \"ringa\", \"up_to\": 0.1}"), []);
}

#[test]
fn levels_that_get_bounds_or_lose_them_are_another_method() {
    let life = r#"{"id": "life", "levels": [{"name": "små"}, {"name": "stora"}"#;
    let bounded = r#"{"id": "life", "levels": [{"name": "små", "up_to": 10}, {"name": "stora"}"#;
    assert_eq!(unlike(life, bounded), [MethodDifference::Consequence("life".into())]);
    let before = file(FLOOD).replace(life, bounded);
    let RiskChange::NotComparable(back) = compared(&before, &file(FLOOD)).remove(0).2 else {
        panic!("nobody knows the bounds any longer")
    };
    assert_eq!(back, [MethodDifference::Consequence("life".into())]);
}

const WHOLE: &str = r#"{"format": 1, "name": "Exempelkommun",
 "units": [{"id": "kommun", "name": "Exempelkommun", "kind": "municipality"},
           {"id": "buf", "name": "Barn", "kind": "department", "parent": "kommun", "contact": {"email": "buf@example.se"}},
           {"id": "eken", "name": "Eken", "kind": "workplace", "parent": "buf", "address": "Ekvägen 1", "employees": 14},
           {"id": "soc", "name": "Social", "kind": "department", "parent": "kommun"}],
 "people": [{"id": "bo", "name": "Bo Ek", "email": "bo@example.se"}],
 "assignments": [{"role": "head", "unit": "buf", "person": "bo"}],
 "risks": [{"id": "r", "title": "R", "units": ["eken"], "owner": "bo", "likelihood": 2, "consequence": {"dead": 2}},
           {"id": "s", "title": "S", "owner": "buf", "marking": "secret:18:13"}],
 "measures": [{"id": "a", "title": "A", "risks": ["r"], "owner": "bo"}],
 "functions": [{"id": "f", "name": "F", "unit": "eken", "needs": [{"on": "el"}]}],
 "dependencies": [{"id": "el", "name": "El"}]}"#;

fn frozen(text: &str) -> String {
    let (organisation, problems) = read(text, &mut |_| ()).expect("it is read");
    assert!(problems.list.is_empty(), "{problems:?}");
    freeze(&organisation, "2026-11-22".parse().ok())
}

#[test]
fn what_is_frozen_is_a_whole_file_of_its_own() {
    let text = frozen(WHOLE);
    let (mut organisation, mut problems) = read(&text, &mut |_| ()).expect("it is read");
    let index = Index::new(&mut organisation, &text, &mut problems);
    check(&organisation, &index, &text, &mut problems);
    let methods = Methods::new(&organisation, &text, &mut problems);
    let register = assess(&organisation, &methods, &text, &mut problems);
    assert!(problems.list.is_empty(), "every reference leads somewhere: {problems:?}");
    assert_eq!(register.cells.iter().flatten().sum::<u32>(), 1);
    let name = organisation.name.as_ref().map(|name| name.label().sv);
    assert_eq!((name.as_deref(), organisation.as_of), (Some("Exempelkommun"), "2026-11-22".parse().ok()));
    assert_eq!(organisation.risks.iter().map(|risk| &*risk.id.0).collect::<Vec<_>>(), ["r", "s"]);
    assert_eq!(organisation.measures.iter().map(|measure| &*measure.id.0).collect::<Vec<_>>(), ["a"]);
    assert_eq!(organisation.functions.iter().map(|function| &*function.id.0).collect::<Vec<_>>(), ["f"]);
    assert_eq!(organisation.dependencies.iter().map(|dependency| &*dependency.id.0).collect::<Vec<_>>(), ["el"]);
    assert_eq!(canonical::write(&organisation), text, "it is in canonical form");
}

#[test]
fn an_edition_has_the_units_it_names_and_no_people() {
    let text = frozen(WHOLE);
    let (organisation, _) = read(&text, &mut |_| ()).expect("it is read");
    let units: Vec<_> = organisation.units.iter().map(|unit| &*unit.id.0).collect();
    assert_eq!(units, ["buf", "eken", "kommun"], "with those above them");
    for gone in ["Bo Ek", "\"bo\"", "example.se", "Ekvägen", "assignments"] {
        assert!(!text.contains(gone), "{gone}");
    }
    assert!(text.contains(r#""owner":"buf""#), "a unit still answers for its risk");
}

#[test]
fn an_owner_whose_id_a_unit_and_a_person_have_is_the_unit() {
    let both = WHOLE.replace(r#""people": ["#, r#""people": [{"id": "buf", "name": "Buf Ek"}, "#);
    let text = frozen(&both);
    assert!(text.contains(r#""owner":"buf""#) && !text.contains("Buf Ek"));
}

#[test]
fn an_edition_brings_the_national_matrix_that_it_was_judged_by() {
    let (organisation, _) = read(WHOLE, &mut |_| ()).expect("it is read");
    assert!(organisation.matrices.is_empty());
    let text = frozen(WHOLE);
    let (organisation, _) = read(&text, &mut |_| ()).expect("it is read");
    assert_eq!(&*organisation.matrices[0].id, "national-2013");
}

#[test]
fn an_edition_is_marked_as_strictly_as_what_it_holds() {
    let marking = |text: &str| {
        let (organisation, _) = read(text, &mut |_| ()).expect("it is read");
        match freeze::marking(&organisation) {
            Marking::Secret(ground) => format!("secret:{ground}"),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(marking(WHOLE), "secret:18:13");
    assert_eq!(marking(&WHOLE.replace("secret:18:13", "internal")), "Internal");
    assert_eq!(marking(&WHOLE.replace("secret:18:13", "open")), "Unmarked");
    let risk_r = |word: &str| format!("\"title\": \"R\", \"marking\": \"{word}\"");
    assert_eq!(marking(&WHOLE.replace("\"title\": \"R\"", &risk_r("never"))), "Never");
    let grounds = |first: &str, second: &str| {
        marking(&WHOLE.replace("secret:18:13", second).replace("\"title\": \"R\"", &risk_r(first)))
    };
    assert_eq!(grounds("secret:15:2", "secret:18:13"), "secret:15:2", "the first ground in the order of letters");
    assert_eq!(grounds("secret:18:13", "secret:15:2"), "secret:15:2", "whichever item comes first");
}

#[test]
fn an_edition_that_somebody_has_changed_is_told_by_its_hash() {
    let text = frozen(WHOLE);
    let (content, _) = read(&text, &mut |_| ()).expect("it is read");
    let integrity = |content: &str, sha256: Option<&str>| {
        let sha256 = sha256.map(|hash| format!(r#", "sha256": "{hash}""#)).unwrap_or_default();
        let file = format!(
            r#"{{"format": 1, "editions": [{{"id": "e", "name": "E", "date": "2026-11-22", "content": {content}{sha256}}}]}}"#
        );
        let (file, problems) = read(&file, &mut |_| ()).expect("it is read");
        assert!(problems.list.is_empty(), "{problems:?}");
        let edition = &file.editions[0];
        let (content, _) = read(&edition.content.0, &mut |_| ()).expect("the content is read");
        super::integrity(edition, &content)
    };
    let stated = hash(&content);
    assert_eq!(integrity(&text, Some(&stated)), Integrity::Intact);
    assert_eq!(
        integrity(&crate::organisation::write::compact(&text), Some(&stated)),
        Integrity::Intact,
        "space means nothing"
    );
    assert_eq!(integrity(&text.replace("\"likelihood\":2", "\"likelihood\":1"), Some(&stated)), Integrity::Altered);
    assert_eq!(integrity(&text, None), Integrity::NotStated);
}
