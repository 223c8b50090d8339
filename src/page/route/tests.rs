use proptest::prelude::*;

use super::query::BESIDE;
use super::*;
use crate::coverage::State;
use crate::disclosure::Audience;
use crate::engine::lens::{
    ExtractOutcome, FindingFilter, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, WorkplaceFilter,
};
use crate::event::Happening;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::rule::Severity;

fn parse(fragment: &str) -> Route {
    Location::parse(fragment).route
}

#[test]
fn an_empty_fragment_is_the_overview() {
    for fragment in ["", "#", "#/", "/"] {
        assert_eq!(Location::parse(fragment), Location::default());
    }
    assert_eq!(Location::default().fragment(), "#/");
}

#[test]
fn a_cell_and_a_day_are_read() {
    let location = Location::parse("#/risks?cell=3,4&from=50&as_of=2026-11-22");
    let filter = RiskFilter { cell: Some((3, 4)), ..RiskFilter::default() };
    assert_eq!(location.route, Route::Risks { filter, from: 50 });
    assert_eq!(location.as_of, Date::from_ymd_opt(2026, 11, 22));
    assert_eq!(location.fragment(), "#/risks?cell=3,4&from=50&as_of=2026-11-22");
}

#[test]
fn what_no_route_knows_is_left_out() {
    let all = NavigationSection::Coverage.route();
    assert_eq!(parse("#/coverage?state=sleepy&colour=red&from=many&as_of=soon"), all);
    assert_eq!(parse("#/nowhere"), Route::NotFound);
    assert_eq!(parse("#/data/x"), Route::NotFound);
}

#[test]
fn an_id_may_hold_anything() {
    let id = "a/b?c=d&e#f%2F å:ö";
    let location = Location { route: Route::Finding { id: id.into() }, as_of: None, within: None };
    assert_eq!(location.fragment(), "#/coverage/a%2Fb%3Fc%3Dd%26e%23f%252F%20%C3%A5:%C3%B6");
    assert_eq!(Location::parse(&location.fragment()), location);
    assert_eq!(parse("#/risks/50%"), Route::Risk { id: "50%".into() });
}

#[test]
fn a_page_is_the_same_whatever_part_it_shows() {
    let found = Route::Organisation { find: "skola".into() };
    assert!(found.same_page(&NavigationSection::Organisation.route()));
    assert!(!Route::Unit { id: "a".into() }.same_page(&Route::Unit { id: "b".into() }));
    assert!(!Route::Overview.same_page(&Route::About));
}

fn text() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(".{1,12}")
}

fn findings() -> impl Strategy<Value = FindingFilter> {
    let state = proptest::option::of(proptest::sample::select(State::ALL));
    let severity = proptest::option::of(proptest::sample::select(Severity::ALL));
    (text(), state, severity, text()).prop_map(|(rule, state, severity, unit)| FindingFilter {
        rule,
        state,
        severity,
        unit,
    })
}

fn workplaces() -> impl Strategy<Value = WorkplaceFilter> {
    let state = proptest::option::of(proptest::sample::select(State::ALL));
    (text(), state, ".{0,12}").prop_map(|(unit, state, find)| WorkplaceFilter { unit, state, find })
}

fn trainings() -> impl Strategy<Value = TrainingFilter> {
    let state = proptest::option::of(proptest::sample::select(State::ALL));
    (text(), state, text()).prop_map(|(training, state, unit)| TrainingFilter { training, state, unit })
}

fn measures() -> impl Strategy<Value = MeasureFilter> {
    let status = proptest::option::of(proptest::sample::select(MeasureStatus::ALL));
    (text(), text(), status, any::<bool>()).prop_map(|(owner, unit, status, overdue)| MeasureFilter {
        owner,
        unit,
        status,
        overdue,
    })
}

fn risks() -> impl Strategy<Value = RiskFilter> {
    let beside = proptest::option::of(proptest::sample::select(BESIDE.map(|(it, _)| it).to_vec()));
    (any::<Option<(u8, u8)>>(), text(), beside, (text(), text(), text()), ".{0,12}").prop_map(
        |(cell, class, beside, (unit, scenario, dimension), find)| RiskFilter {
            cell,
            class,
            beside,
            unit,
            scenario,
            dimension,
            find,
        },
    )
}

fn loss() -> impl Strategy<Value = LossFilter> {
    let lost = proptest::collection::vec(".{1,6}", 0..4);
    (lost, 1..=LossFilter::LONGEST).prop_map(|(lost, hours)| LossFilter { lost, hours })
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        ".{1,12}".prop_map(Happening::Risk),
        ".{1,12}".prop_map(Happening::Scenario),
        proptest::collection::vec(".{1,6}", 1..4).prop_map(Happening::Units),
    ]
}

fn route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Overview),
        Just(Route::Round),
        Just(Route::Plan),
        ".{0,12}".prop_map(|find| Route::Organisation { find }),
        ".{1,12}".prop_map(|id| Route::Unit { id }),
        (".{0,12}", any::<u32>()).prop_map(|(find, from)| Route::People { find, from }),
        ".{1,12}".prop_map(|id| Route::Person { id }),
        (findings(), any::<u32>()).prop_map(|(filter, from)| Route::Coverage { filter, from }),
        ".{1,12}".prop_map(|id| Route::Finding { id }),
        (".{1,12}", ".{1,12}").prop_map(|(unit, role)| Route::Proposal { unit, role }),
        (risks(), any::<u32>()).prop_map(|(filter, from)| Route::Risks { filter, from }),
        ".{1,12}".prop_map(|id| Route::Risk { id }),
        (measures(), any::<u32>()).prop_map(|(filter, from)| Route::Measures { filter, from }),
        (text(), proptest::sample::select(Audience::ALL))
            .prop_map(|(profile, audience)| Route::Report { profile, audience }),
        any::<u32>().prop_map(|from| Route::Data { from }),
        (loss(), any::<u32>()).prop_map(|(filter, from)| Route::Vulnerability { filter, from }),
        (text(), text(), any::<u32>()).prop_map(|(earlier, later, from)| Route::Editions { earlier, later, from }),
        any::<u32>().prop_map(|from| Route::Coordinators { from }),
        (workplaces(), any::<u32>()).prop_map(|(filter, from)| Route::Representatives { filter, from }),
        workplaces().prop_map(|filter| Route::Cards { filter }),
        text().prop_map(|rule| Route::Forecast { rule }),
        (text(), proptest::option::of(proptest::sample::select(State::ALL)), any::<u32>())
            .prop_map(|(rule, state, from)| Route::Map { rule, state, from }),
        text().prop_map(|rule| Route::Rules { rule }),
        text().prop_map(|matrix| Route::Method { matrix }),
        proptest::option::of(happening()).prop_map(|what| Route::Event { what }),
        proptest::sample::select(NavigationSection::Organisation.pages()),
        (trainings(), any::<u32>()).prop_map(|(filter, from)| Route::Training { filter, from }),
        (any::<Option<i32>>(), proptest::option::of(1_u32..=12)).prop_map(|(year, month)| Route::Year { year, month }),
        ".{0,12}".prop_map(|from| Route::Embedding { from }),
        Just(Route::About),
        (".{0,12}", proptest::sample::select(ExtractOutcome::ALL.to_vec()), any::<u32>())
            .prop_map(|(receiver, outcome, from)| { Route::Share { filter: ShareFilter { receiver, outcome }, from } }),
        Just(Route::Import),
        Just(Route::Verify),
        Just(Route::Start),
        Just(Route::NotFound),
    ]
}

/// A day that the format can write, with a year of four digits.
fn day() -> impl Strategy<Value = Option<Date>> {
    const LAST: i32 = 3_652_059;
    proptest::option::of((366..=LAST).prop_map(|days| Date::from_num_days_from_ce_opt(days).unwrap()))
}

proptest! {
    #[test]
    fn every_location_survives_its_fragment(route in route(), as_of in day(), within in text()) {
        let location = Location { route, as_of, within };
        let fragment = location.fragment();
        prop_assert!(fragment.is_ascii() && fragment.starts_with("#/"), "{fragment}");
        prop_assert_eq!(Location::parse(&fragment), location);
    }

    #[test]
    fn any_fragment_can_be_read(fragment in ".{0,40}") {
        let location = Location::parse(&fragment);
        prop_assert_eq!(Location::parse(&location.fragment()), location);
    }
}
