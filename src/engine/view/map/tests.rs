use crate::coverage::State;
use crate::engine::lens::{CellFilter, Lens, Window};
use crate::engine::view::{CellPage, MapView};
use crate::engine::{Engine, Reply, Request};

/// Two departments and a workplace that belongs to none. Every workplace but the small one should have a
/// representative; those of the school department should have a coordinator as well.
const FILE: &str = r#"{
    "format": 1,
    "units": [
        {"id": "kommun", "name": "Exempelkommun", "kind": "municipality"},
        {"id": "soc", "name": "Socialförvaltningen", "kind": "department", "parent": "kommun"},
        {"id": "buf", "name": "Barn och utbildning", "kind": "department", "parent": "kommun"},
        {"id": "linden", "name": "Linden", "kind": "workplace", "parent": "buf", "employees": 9},
        {"id": "asken", "name": "Asken", "kind": "workplace", "parent": "buf", "employees": 9},
        {"id": "hemmet", "name": "Hemmet", "kind": "workplace", "parent": "soc", "employees": 9},
        {"id": "kiosken", "name": "Kiosken", "kind": "workplace", "parent": "kommun", "employees": 1}
    ],
    "people": [{"id": "p", "name": "P"}],
    "assignments": [
        {"role": "ombud", "unit": "asken", "person": "p", "until": "2026-07-31"},
        {"role": "ombud", "unit": "hemmet", "person": "p"}
    ],
    "rules": [
        {"id": "group", "exists": {"kind": "group"}},
        {"id": "ombud", "holders": {"of": "ombud", "in": {"kind": "workplace", "min_employees": 5}}},
        {"id": "school", "severity": "should", "holders": {"of": "samordnare", "in": {"kind": "workplace", "under": "buf"}}}
    ]
}"#;

fn lens(within: Option<&str>) -> Lens {
    Lens { within: within.map(str::to_owned), ..Lens::whole("2026-07-01".parse().unwrap()) }
}

fn ask(request: &Request) -> Reply {
    let mut engine = Engine::default();
    engine.open("file.json".into(), FILE.into(), &mut |_| ()).unwrap();
    engine.handle(request)
}

fn map(rule: Option<&str>, within: Option<&str>) -> MapView {
    match ask(&Request::Map { lens: lens(within), rule: rule.map(str::to_owned) }) {
        Reply::Map(map) => *map,
        other => panic!("{other:?}"),
    }
}

fn cells(rule: Option<&str>, filter: CellFilter, window: Window) -> CellPage {
    match ask(&Request::Cells { lens: lens(None), rule: rule.map(str::to_owned), filter, window }) {
        Reply::Cells(page) => page,
        other => panic!("{other:?}"),
    }
}

fn names(page: &CellPage) -> Vec<&str> {
    page.rows.iter().map(|row| &*row.unit.id).collect()
}

const ALL: Window = Window { from: 0, count: 10 };

fn states(map: &MapView) -> Vec<Option<State>> {
    (0..).take(map.cells.len()).map(|at| map.state(at)).collect()
}

#[test]
fn departments_come_by_size_and_workplaces_by_name() {
    let map = map(None, None);
    let parts: Vec<_> = map.parts.iter().map(|part| (part.unit.as_ref().map(|unit| &*unit.id), part.cells)).collect();
    assert_eq!(parts, [(Some("buf"), 2), (None, 1), (Some("soc"), 1)]);
    assert_eq!(names(&cells(None, CellFilter::All, ALL)), ["asken", "linden", "kiosken", "hemmet"]);
    assert!(map.parts.iter().all(|part| part.municipality.is_none()), "there is one municipality only");
}

#[test]
fn a_cell_tells_of_the_rule_that_is_chosen_else_of_the_one_that_is_worst() {
    use State::{Expiring, Met, Missing};
    assert_eq!(states(&map(Some("ombud"), None)), [Some(Expiring), Some(Missing), None, Some(Met)]);
    assert_eq!(states(&map(Some("school"), None)), [Some(Missing), Some(Missing), None, None]);
    assert_eq!(states(&map(None, None)), [Some(Missing), Some(Missing), None, Some(Met)]);
    assert_eq!(map(Some("nowhere"), None).rule, None);
}

#[test]
fn a_workplace_that_no_rule_is_about_is_in_no_tally() {
    let map = map(Some("ombud"), None);
    let tally = map.tally();
    assert_eq!((tally.applicable, tally.met, tally.expiring, tally.missing), (3, 1, 1, 1));
    assert_eq!(map.parts[1].tally.applicable, 0);
}

#[test]
fn only_rules_about_workplaces_are_to_be_chosen() {
    let rules = |within| map(None, within).rules.into_iter().map(|rule| rule.id).collect::<Vec<_>>();
    assert_eq!(rules(None), ["ombud", "school"]);
    assert_eq!(rules(Some("soc")), ["ombud"]);
}

#[test]
fn within_a_department_there_are_its_workplaces_only() {
    let map = map(Some("ombud"), Some("buf"));
    assert_eq!(states(&map), [Some(State::Expiring), Some(State::Missing)]);
    assert_eq!(map.parts.len(), 1);
}

#[test]
fn cells_are_listed_by_state_and_the_worst_first() {
    let amiss = cells(Some("ombud"), CellFilter::Amiss, ALL);
    assert_eq!(names(&amiss), ["linden", "asken"]);
    let linden = &amiss.rows[0];
    assert_eq!((linden.at, linden.state), (1, Some(State::Missing)));
    assert_eq!(linden.finding.as_ref().map(|finding| &*finding.id), Some("ombud:linden"));
    assert_eq!(linden.department.as_ref().map(|unit| &*unit.id), Some("buf"));
    assert_eq!(names(&cells(Some("ombud"), CellFilter::In(State::Met), ALL)), ["hemmet"]);
    let second = cells(Some("ombud"), CellFilter::All, Window { from: 1, count: 1 });
    assert_eq!((second.total, names(&second)), (4, vec!["linden"]));
}

#[test]
fn several_municipalities_are_told_apart() {
    let mut engine = Engine::default();
    let two = FILE.replace(r#""kind": "department", "parent": "kommun"}"#, r#""kind": "department", "parent": "x"}"#);
    let two = two.replacen(
        r#""units": ["#,
        r#""units": [{"id": "x", "name": "X-kommun", "kind": "municipality", "parent": "kommun"},"#,
        1,
    );
    engine.open("file.json".into(), two.into(), &mut |_| ()).unwrap();
    let Reply::Map(map) = engine.handle(&Request::Map { lens: lens(None), rule: None }) else { panic!("a map") };
    let municipality = |part: &super::MapPart| part.municipality.as_ref().map(|unit| unit.id.clone());
    let municipalities: Vec<_> = map.parts.iter().map(municipality).collect();
    assert_eq!(municipalities, [Some("kommun".into()), Some("x".into()), Some("x".into())]);
}
