use super::*;
use crate::coverage::State;
use crate::coverage::because::ReportsToCause;
use crate::coverage::testing::organisation;
use crate::organisation::value::parse_date;

/// Two workplaces; `a` is held by a series of people.
fn file(assignments: &str) -> String {
    format!(
        r#""units": [{{"id": "a", "name": "A", "kind": "workplace"}}, {{"id": "b", "name": "B", "kind": "workplace"}},
            {{"id": "d", "name": "D", "kind": "department"}}],
        "people": [{{"id": "p", "name": "P"}}, {{"id": "q", "name": "Q"}}],
        "assignments": [{{"role": "x", "unit": "b", "person": "q"}}, {assignments}],
        "rules": [{{"id": "held", "holders": {{"of": "x", "in": {{"kind": "workplace"}}}}}},
            {{"id": "reports", "reports_to": {{"who": "coordinator", "to": "head"}}}}]"#
    )
}

fn told<T>(file: &str, from: &str, months: u32, each: impl FnOnce(&Forecast<'_>) -> T) -> T {
    let (organisation, mut index) = organisation(file);
    each(&forecast(&organisation, &mut index, parse_date(from).unwrap(), months, None))
}

/// The steps of the file's first rule, as `day met/applicable`.
fn steps(file: &str, from: &str, months: u32) -> Vec<String> {
    told(file, from, months, |forecast| {
        let step = |step: &ForecastStep| format!("{} {}/{}", step.on, step.met, step.applicable);
        forecast.courses[0].steps.iter().map(step).collect()
    })
}

/// What falls, as `day subject state posts`.
fn falls(file: &str, from: &str) -> Vec<String> {
    let (organisation, mut index) = organisation(file);
    let forecast = forecast(&organisation, &mut index, parse_date(from).unwrap(), 12, None);
    let fall = |fall: &Fall| {
        let posts: Vec<_> = fall.assignments.iter().map(|at| &*organisation.assignments[*at as usize].role).collect();
        let (id, state) = (fall.finding.subject.id(&organisation, &index), fall.finding.state.word());
        format!("{} {id} {state} {}", fall.on, posts.join("+"))
    };
    forecast.falls.iter().map(fall).collect()
}

const ENDS: &str = r#"{"role": "x", "unit": "a", "person": "p", "until": "2026-09-30"}"#;
const RETURNS: &str = r#"{"role": "x", "unit": "a", "person": "q", "from": "2026-11-01"}"#;

#[test]
fn coverage_steps_down_the_day_after_a_term_and_up_the_day_another_begins() {
    let file = file(&format!("{ENDS}, {RETURNS}"));
    assert_eq!(steps(&file, "2026-07-01", 12), ["2026-07-01 2/2", "2026-10-01 1/2", "2026-11-01 2/2"]);
    assert_eq!(falls(&file, "2026-07-01"), ["2026-10-01 a expiring x"]);
}

#[test]
fn the_figures_of_any_day_are_those_of_the_step_before_under_that_day() {
    told(&file(&format!("{ENDS}, {RETURNS}")), "2026-07-01", 12, |forecast| {
        let day = parse_date("2026-10-15").unwrap();
        let (step, gaps) = (forecast.courses[0].on(day), forecast.courses[0].gaps_on(day));
        assert_eq!((step.on, step.met, gaps.on), (day, 1, day));
    });
}

#[test]
fn a_successor_from_the_next_day_is_no_step() {
    let file = file(&format!("{ENDS}, {}", RETURNS.replace("11-01", "10-01")));
    assert_eq!(steps(&file, "2026-07-01", 12), ["2026-07-01 2/2"]);
    assert!(falls(&file, "2026-07-01").is_empty());
}

#[test]
fn the_last_day_is_the_same_day_of_the_month_or_that_months_last() {
    let ends = |until: &str| steps(&file(&ENDS.replace("2026-09-30", until)), "2026-08-31", 6).len();
    assert_eq!(told(&file(ENDS), "2026-08-31", 6, |forecast| forecast.last), parse_date("2027-02-28").unwrap());
    assert_eq!(ends("2027-02-27"), 2, "it falls on the last day");
    assert_eq!(ends("2027-02-28"), 1, "it falls on the day after");
    assert_eq!(ends("2026-08-30"), 1, "it had fallen by the first day");
}

#[test]
fn what_comes_without_being_met_is_told_as_it_stands_then() {
    let comes = r#"{"role": "coordinator", "unit": "d", "person": "p", "from": "2026-08-01"}"#;
    assert_eq!(falls(&file(comes), "2026-07-01"), ["2026-08-01 d:p unknown coordinator"]);
    told(&file(comes), "2026-07-01", 12, |forecast| {
        let total: Vec<_> = forecast.total().iter().map(|step| (step.met, step.applicable)).collect();
        assert_eq!(total, [(1, 2), (1, 3)]);
        let finding = &forecast.falls[0].finding;
        assert_eq!((finding.state, finding.because), (State::Unknown, ReportsToCause::DoesNotSay.into()));
        assert_eq!((finding.since, finding.until), (parse_date("2026-08-01"), None));
    });
}

#[test]
fn what_leaves_takes_its_figures_with_it_and_falls_from_nothing() {
    let head = r#"{"role": "head", "unit": "d", "person": "q"}"#;
    let leaves = r#"{"role": "coordinator", "unit": "d", "person": "p", "reports_to": "q", "until": "2026-08-31"}"#;
    let file = file(&format!("{head}, {leaves}"));
    assert!(falls(&file, "2026-07-01").is_empty());
    told(&file, "2026-07-01", 12, |forecast| {
        let figures: Vec<_> = forecast.courses[1].steps.iter().map(|step| (step.met, step.applicable)).collect();
        assert_eq!(figures, [(1, 1), (0, 0)]);
    });
}

#[test]
fn a_part_has_the_steps_of_its_own_units() {
    let (organisation, mut index) = organisation(&file(ENDS));
    let from = parse_date("2026-07-01").unwrap();
    let mut steps = |unit: &str| {
        let within = index.unit(unit);
        forecast(&organisation, &mut index, from, 12, within).courses[0].steps.len()
    };
    assert_eq!((steps("a"), steps("b")), (2, 1));
}

/// What is not met, as `day gaps unknown accepted`.
fn gaps(file: &str, from: &str) -> Vec<String> {
    let said = |step: &GapStep| format!("{} {} {} {}", step.on, step.gaps, step.unknown, step.accepted);
    told(file, from, 12, |forecast| forecast.gaps().iter().map(said).collect())
}

/// How often something appears as a gap, goes, and becomes unknown.
fn turns(file: &str, from: &str) -> [u32; 3] {
    told(file, from, 12, |forecast| {
        let turns = forecast.courses.iter().fold(GapTurns::default(), |all, course| all.and(course.turns));
        [turns.appear, turns.go, turns.unknown]
    })
}

#[test]
fn gaps_come_with_what_falls_and_go_with_what_is_held_again() {
    let file = file(&format!("{ENDS}, {RETURNS}"));
    assert_eq!(gaps(&file, "2026-07-01"), ["2026-07-01 0 0 0", "2026-10-01 1 0 0", "2026-11-01 0 0 0"]);
    assert_eq!(turns(&file, "2026-07-01"), [1, 1, 0]);
}

#[test]
fn what_is_accepted_is_no_gap_until_the_day_has_passed() {
    let file = |until: &str| {
        let exception =
            format!(r#""exceptions": [{{"finding": "held:a", "reason": "Flyttar", "until": "{until}"}}], "rules""#);
        file("").replace(", ],", "],").replace("\"rules\"", &exception)
    };
    assert_eq!(gaps(&file("2028-12-31"), "2026-07-01"), ["2026-07-01 0 0 1"]);
    assert_eq!(gaps(&file("2026-12-31"), "2026-07-01"), ["2026-07-01 0 0 1", "2027-01-01 1 0 0"]);
    assert_eq!(turns(&file("2026-12-31"), "2026-07-01"), [1, 0, 0]);
    assert_eq!(gaps(&file("2026-06-30"), "2026-07-01"), ["2026-07-01 1 0 0"]);
}

#[test]
fn what_becomes_unknown_is_no_gap() {
    let comes = file(r#"{"role": "coordinator", "unit": "d", "person": "p", "from": "2026-08-01"}"#);
    let gaps = gaps(&comes, "2026-07-01");
    assert_eq!(gaps, ["2026-07-01 1 0 0", "2026-08-01 1 1 0"]);
    assert_eq!(turns(&comes, "2026-07-01"), [0, 0, 1]);
    told(&comes, "2026-07-01", 12, |forecast| assert_eq!(forecast.falls[0].becomes, State::Unknown));
}
