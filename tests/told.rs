//! What a page tells is what the file says: of units no rule is about, of what lies outside the part looked at, of posts that
//! are held on, and of what several rules ask.
#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use ombud::coverage::State;
use ombud::engine::lens::{ExtractOutcome, Lens, RiskFilter, ShareFilter, Window, WorkplaceFilter};
use ombud::engine::view::{GroupView, HitAbout, PersonPageView, UnitView};
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::value::{Date, Language, parse_date};
use ombud::text::overview::Sentence;
use ombud::text::{extract, group, pages, people, risk, roles, search};

fn day(text: &str) -> Date {
    parse_date(text).expect("a day")
}

fn engine(file: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), file.as_bytes().to_vec(), &mut |_| ()).expect("it can be read");
    engine
}

fn lens(within: Option<&str>) -> Lens {
    Lens { on: day("2026-07-01"), within: within.map(str::to_owned) }
}

fn unit(file: &str, within: Option<&str>, id: &str) -> UnitView {
    match engine(file).handle(&Request::Unit { lens: lens(within), id: id.to_owned() }) {
        Reply::Unit(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn person(file: &str, id: &str) -> PersonPageView {
    match engine(file).handle(&Request::Person { lens: lens(None), id: id.to_owned() }) {
        Reply::Person(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn said(Sentence { before, stress, after }: Sentence) -> String {
    (before + &stress + &after).replace('\u{a0}', " ")
}

const LARGE_ALONE: &str = r#"{"format": 1,
    "units": [{"id": "k", "name": "K", "kind": "municipality"},
        {"id": "large", "name": "Stora", "kind": "workplace", "parent": "k", "employees": 20},
        {"id": "small", "name": "Lilla", "kind": "workplace", "parent": "k", "employees": 3}],
    "people": [{"id": "p", "name": "Pia"}],
    "assignments": [{"role": "security_representative", "unit": "large", "person": "p"}],
    "rules": [{"id": "r", "holders": {"of": "security_representative", "in": {"kind": "workplace", "min_employees": 10}}}]}"#;

#[test]
fn a_unit_that_no_rule_is_about_is_not_said_to_meet_any() {
    let verdict = |id| said(pages::unit_verdict(&unit(LARGE_ALONE, None, id), Language::Swedish));
    assert_eq!(verdict("large"), "Stora uppfyller kraven.");
    assert_eq!(verdict("small"), "Ingen regel gäller Lilla.");
    assert_eq!(verdict("k"), "Ingen regel gäller K.");
}

#[test]
fn what_is_found_by_name_has_a_sign_only_where_a_rule_is_about_it() {
    let find = |file: &str, name: &str| {
        let ask = Request::Search { lens: lens(None), find: name.to_owned(), most: 5 };
        let Reply::Search(view) = engine(file).handle(&ask) else { panic!("a search") };
        view.groups.iter().flat_map(|group| group.hits.clone()).collect::<Vec<_>>()
    };
    let state = |name: &str| match find(LARGE_ALONE, name).remove(0).about {
        HitAbout::Unit { state, .. } => state,
        other => panic!("{other:?}"),
    };
    assert_eq!((state("Stora"), state("Lilla")), (Some(State::Met), None));
    let rule = |more: &str| {
        let file = format!(
            r#"{{"format": 1, "units": [{{"id": "k", "name": "K", "kind": "municipality"}}],
            "rules": [{{"id": "rutan", "text": "Rutan hålls.", "holders": {{"of": "x", "in": {{"kind": "{more}"}}}}}}]}}"#
        );
        search::aside(&find(&file, "Rutan").remove(0), Language::Swedish)
    };
    assert_eq!((&*rule("municipality"), &*rule("workplace")), ("1\u{a0}avvikelse", "berör inget i filen"));
}

const TWO_DEPARTMENTS: &str = r#"{"format": 1,
    "units": [{"id": "k", "name": "K", "kind": "municipality"},
        {"id": "d", "name": "D", "kind": "department", "parent": "k"},
        {"id": "w", "name": "W", "kind": "workplace", "parent": "d"},
        {"id": "e", "name": "E", "kind": "department", "parent": "k"}],
    "rules": [{"id": "r", "holders": {"of": "security_coordinator", "in": {"kind": "department"}}}]}"#;

#[test]
fn the_page_of_a_unit_outside_the_part_looked_at_tells_what_is_missing_there() {
    for within in [None, Some("d"), Some("e")] {
        let verdict = said(pages::unit_verdict(&unit(TWO_DEPARTMENTS, within, "e"), Language::Swedish));
        assert_eq!(verdict, "E saknar säkerhetssamordnare.", "{within:?}");
    }
}

#[test]
fn a_department_that_is_not_judged_is_not_said_to_need_no_coordinator() {
    let judged = |within| {
        let window = Window { from: 0, count: 10 };
        let ask = Request::Coordinators { lens: lens(within), window };
        let Reply::Coordinators(page) = engine(TWO_DEPARTMENTS).handle(&ask) else { panic!("coordinators") };
        page.rows.iter().map(|row| (row.judged, row.mark.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(judged(Some("d")), [(true, true)]);
    assert_eq!(judged(Some("w")), [(false, false)]);
}

#[test]
fn those_with_a_representative_are_counted_among_all_where_no_rule_asks_for_one() {
    let posts = r#""people": [{"id": "p", "name": "Pia"}], "assignments": [{"role": "security_representative", "unit": "w", "person": "p"}]"#;
    let file = TWO_DEPARTMENTS.replace(r#""rules": ["#, &format!(r#"{posts}, "rules": ["#));
    let file =
        file.replace(r#"{"id": "e","#, r#"{"id": "v", "name": "V", "kind": "workplace", "parent": "d"}, {"id": "e","#);
    let ask = Request::Representatives {
        lens: lens(None),
        filter: WorkplaceFilter::default(),
        window: Window { from: 0, count: 10 },
    };
    let Reply::Representatives(page) = engine(&file).handle(&ask) else { panic!("representatives") };
    assert_eq!(
        said(roles::representatives::verdict(&page, Language::Swedish)),
        "1 av 2 arbetsplatser har säkerhetsombud."
    );
}

/// A file in which Pia is the head of a unit for these terms.
fn head(terms: &[&str]) -> String {
    let post = |term: &&str| format!(r#"{{"role": "head", "unit": "d", "person": "p"{term}}}"#);
    let posts: Vec<String> = terms.iter().map(post).collect();
    format!(
        r#"{{"format": 1, "units": [{{"id": "d", "name": "D", "kind": "department"}}],
            "people": [{{"id": "p", "name": "Pia"}}], "assignments": [{}]}}"#,
        posts.join(",")
    )
}

#[test]
fn a_post_that_is_renewed_is_one_and_does_not_end() {
    let verdict =
        |terms: &[&str]| said(people::person_verdict(&person(&head(terms), "p"), day("2026-07-01"), Language::Swedish));
    let (first, next) = (r#", "until": "2026-07-31""#, r#", "from": "2026-08-01""#);
    assert_eq!(verdict(&[first]), "Pia har ett uppdrag. Det går ut den 31 juli 2026.");
    assert_eq!(verdict(&[first, next]), "Pia har ett uppdrag.");
    assert_eq!(verdict(&[first, ""]), "Pia har ett uppdrag.", "both are held on the day");
    let substitute = r#", "from": "2026-08-01", "substitute_for": "q""#;
    assert_eq!(verdict(&[first, substitute]), "Pia har ett uppdrag. Det går ut den 31 juli 2026.");
}

#[test]
fn a_post_ends_soon_where_it_is_not_held_on_the_ninetieth_day() {
    let on = day("2026-07-01");
    assert!(people::soon(day("2026-09-28"), on));
    assert!(!people::soon(day("2026-09-29"), on), "it is still held then");
}

#[test]
fn a_member_whom_two_rules_ask_for_is_missing_once() {
    let file = r#"{"format": 1,
        "units": [{"id": "k", "name": "K", "kind": "municipality"}, {"id": "g", "name": "G", "kind": "group", "parent": "k"},
            {"id": "s", "name": "S", "kind": "security_unit", "parent": "k"}, {"id": "d", "name": "D", "kind": "department", "parent": "k"}],
        "people": [{"id": "p", "name": "Pia"}],
        "assignments": [{"role": "head_of_security", "unit": "s", "person": "p"}, {"role": "security_coordinator", "unit": "d", "person": "p"}],
        "rules": [{"id": "a", "members": {"every": ["head_of_security"]}}, {"id": "b", "members": {"every": ["security_coordinator"]}}]}"#;
    let Reply::Group(page) = engine(file).handle(&Request::Group { lens: lens(None) }) else { panic!("a group") };
    let [found]: &[GroupView] = &page.groups else { panic!("one group") };
    let states: Vec<State> = found.seats.iter().flat_map(|seat| seat.states.clone()).collect();
    let findings: usize = found.seats.iter().map(|seat| seat.findings.len()).sum();
    assert_eq!((found.missing, findings, states), (1, 2, vec![State::Missing]));
    let after = group::after(found, day("2026-07-01"), Language::Swedish);
    assert!(after.starts_with("Det gäller Pia."), "{after}");
}

#[test]
fn the_overview_and_the_risks_count_the_class_of_the_risk_that_comes_first_whichever_matrix_it_is_judged_by() {
    let file = r#"{"format": 1,
        "scales": [{"id": "l", "levels": [{"name": "1"}, {"name": "2"}]}, {"id": "c", "levels": [{"name": "1"}, {"name": "2"}]}],
        "matrices": [
            {"id": "m", "likelihood": "l", "consequence": ["c"], "grid": [[0, 0], [0, 1]],
                "classes": [{"id": "low", "name": "Låg"}, {"id": "high", "name": "Hög"}]},
            {"id": "n", "likelihood": "l", "consequence": ["c"], "grid": [[0, 1], [1, 2]],
                "classes": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}, {"id": "z", "name": "Z"}]}
        ],
        "risks": [
            {"id": "a", "title": "A", "likelihood": 2, "consequence": {"c": 2}},
            {"id": "b", "title": "B", "matrix": "n", "likelihood": 2, "consequence": {"c": 2}},
            {"id": "d", "title": "D", "matrix": "n", "likelihood": 2, "consequence": {"c": 2}}
        ]}"#;
    let mut engine = engine(file);
    let Reply::Overview(overview) = engine.handle(&Request::Overview { lens: lens(None) }) else {
        panic!("an overview")
    };
    let window = Window { from: 0, count: 1 };
    let Reply::Risks(page) = engine.handle(&Request::Risks { filter: RiskFilter::default(), window }) else {
        panic!("risks")
    };
    assert_eq!(said(risk::verdict(&page, None, Language::Swedish)), "Två risker är i klassen Z.");
    assert_eq!((overview.in_first_class, &overview.first_risks[0]), (page.in_first_class, &page.rows[0]));
}

#[test]
fn what_an_earlier_extract_left_out_is_counted_with_the_rest_and_said_not_to_be_listed() {
    let file = r#"{"format": 1, "name": "A",
        "extract": {"for": "department:d", "date": "2026-07-02", "version": "0.1.0", "rules": 0, "left_out": {"internal": 3}},
        "risks": [{"id": "a", "title": "A", "marking": "secret:18:13"}, {"id": "b", "title": "B", "marking": "open"}]}"#;
    let filter = ShareFilter { receiver: "public".to_owned(), outcome: ExtractOutcome::Stays };
    let (on, window) = (day("2026-11-22"), Window { from: 0, count: 10 });
    let Reply::Share(page) = engine(file).handle(&Request::Share { on, made: on, filter, window }) else {
        panic!("items")
    };
    assert_eq!((page.left_out(), page.stay, page.rows.len()), (4, 1, 1));
    assert!(said(extract::verdict(&page, Language::Swedish)).ends_with("4 utelämnas."));
    let not_listed = extract::not_listed(&page, Language::English).expect("three are not listed");
    assert!(not_listed.contains("3 are not in the list below"), "{not_listed}");
}
