//! How far back one looks, and what was so then.

use super::*;
use crate::engine::lens::Lens;
use crate::engine::{Engine, Reply, Request};
use crate::organisation::value::parse_date;

/// Two workplaces, one of which was held by somebody else until the spring.
const FILE: &str = r#"{"format": 1,
    "units": [{"id": "a", "name": "A", "kind": "workplace"}, {"id": "b", "name": "B", "kind": "workplace"}],
    "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
    "assignments": [{"role": "x", "unit": "b", "person": "q"}, ENDED
        {"role": "x", "unit": "a", "person": "q", "from": "2026-05-01"}],
    "rules": [{"id": "held", "holders": {"of": "x", "in": {"kind": "workplace"}}}]}"#;
const ENDED: &str = r#"{"role": "x", "unit": "a", "person": "p", "until": "2026-03-31"},"#;

fn past(file: &str) -> PastView {
    let mut engine = Engine::default();
    engine.open("f".into(), file.into(), &mut |_| ()).expect("it can be read");
    let lens = Lens::whole(parse_date("2026-07-01").expect("a day"));
    match engine.handle(&Request::Past { lens, rule: None }) {
        Reply::Past(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn told(view: &PastView) -> Vec<String> {
    view.gaps.iter().map(|step| format!("{} {}", step.on, step.gaps)).collect()
}

#[test]
fn one_looks_back_to_the_first_post_that_has_ended_and_no_further() {
    let view = past(&FILE.replace("ENDED", ENDED));
    assert_eq!((view.from.to_string().as_str(), view.is_short), ("2026-03-31", true));
    assert_eq!(told(&view), ["2026-03-31 0", "2026-04-01 1", "2026-05-01 0"]);
    let older = ENDED.replace("2026-03-31", "2020-01-01") + ENDED;
    let view = past(&FILE.replace("ENDED", &older));
    assert_eq!((view.from.to_string().as_str(), view.is_short), ("2025-07-01", false));
    assert_eq!(told(&view), ["2025-07-01 0", "2026-04-01 1", "2026-05-01 0"]);
}

#[test]
fn a_file_that_keeps_no_post_that_has_ended_is_looked_at_from_the_last_that_began() {
    let view = past(&FILE.replace("ENDED", ""));
    assert_eq!((view.from.to_string().as_str(), view.is_short), ("2026-05-01", true));
    assert_eq!(told(&view), ["2026-05-01 0"]);
}

#[test]
fn how_risks_stood_before_their_last_review_is_unknown_and_neither_good_nor_a_gap() {
    let (held, inventoried) = (
        r#"{"id": "held", "holders": {"of": "x", "in": {"kind": "workplace"}}}"#,
        r#"{"id": "risks", "inventoried": {"in": {"kind": "workplace"}, "every_months": 12}}"#,
    );
    let risks = r#"{"format": 1, "risks": [
        {"id": "1", "title": "T", "units": ["a"], "reviewed": "2025-08-01"},
        {"id": "2", "title": "T", "units": ["a"], "reviewed": "2026-05-10"},
        {"id": "3", "title": "T", "units": ["b"], "reviewed": "2026-06-01"}],"#;
    let file = FILE.replace("ENDED", "").replace(r#", "from": "2026-05-01""#, "").replace(held, inventoried);
    let view = past(&file.replace(r#"{"format": 1,"#, risks));
    assert_eq!(view.from.to_string(), "2025-08-01");
    let stood: Vec<_> = view.gaps.iter().map(|step| format!("{} {} {}", step.on, step.gaps, step.unknown)).collect();
    assert_eq!(stood, ["2025-08-01 0 2", "2026-05-10 0 1", "2026-06-01 0 0"]);
    assert_eq!(view.unknown_then(), 2);
}

#[test]
fn where_nothing_has_begun_or_ended_the_whole_year_is_as_today() {
    let view = past(&FILE.replace("ENDED", "").replace(r#", "from": "2026-05-01""#, ""));
    assert_eq!((view.from.to_string().as_str(), view.is_short), ("2025-07-01", false));
    assert_eq!(told(&view), ["2025-07-01 0"]);
}
