//! Figures agree: what one view counts is what every other counts, of the whole and of each part of it.
#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::collections::BTreeMap;

use ombud::coverage::{State, Tally};
use ombud::disclosure::{Audience, Receiver};
use ombud::engine::lens::{FindingFilter, Lens, MeasureFilter, RiskFilter, Window};
use ombud::engine::view::report::ReportPart;
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::ListName;
use ombud::organisation::value::{Date, Language};
use ombud::publish::{FileEnding, Order, Output, publish};
use ombud::report::RULES;

const EXAMPLE: &str = include_str!("../public/example.json");

/// The example, open, with its own day and the ids of its departments and companies.
fn example() -> (Engine, Date, Vec<String>) {
    let mut engine = Engine::default();
    engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("the file is open") };
    let on = summary.as_of.expect("the example has a day");
    (engine, on, summary.departments.iter().map(|unit| unit.id.clone()).collect())
}

fn total(engine: &mut Engine, lens: &Lens, filter: FindingFilter) -> u32 {
    let window = Window { from: 0, count: 0 };
    let Reply::Findings(page) = engine.handle(&Request::Findings { lens: lens.clone(), filter, window }) else {
        panic!("findings are listed")
    };
    page.total
}

fn in_state(engine: &mut Engine, lens: &Lens, rule: Option<&str>, state: State) -> u32 {
    let filter = FindingFilter { state: Some(state), rule: rule.map(str::to_owned), ..FindingFilter::default() };
    total(engine, lens, filter)
}

fn gaps(engine: &mut Engine, lens: &Lens, rule: Option<&str>) -> u32 {
    in_state(engine, lens, rule, State::Missing) + in_state(engine, lens, rule, State::Broken)
}

// Fault 33 of docs/faults.md.
#[test]
fn overview_and_findings_count_the_same_of_the_whole_and_of_every_part() {
    let (mut engine, on, departments) = example();
    let parts = departments.into_iter().map(|within| Lens { on, within: Some(within) });
    for lens in std::iter::once(Lens::whole(on)).chain(parts) {
        let Reply::Overview(overview) = engine.handle(&Request::Overview { lens: lens.clone() }) else {
            panic!("{lens:?}")
        };
        let all = overview.rules.iter().fold(Tally::default(), |all, rule| all.and(rule.tally));
        assert_eq!(overview.gaps, all.gaps(), "{lens:?}");
        assert_eq!(overview.gaps, gaps(&mut engine, &lens, None), "{lens:?}");
        assert_eq!(overview.ending_count, all.expiring, "{lens:?}");
        assert_eq!(overview.ending_count, in_state(&mut engine, &lens, None, State::Expiring), "{lens:?}");
        assert_eq!(all.accepted, in_state(&mut engine, &lens, None, State::Accepted), "{lens:?}");
        assert_eq!(all.unknown, in_state(&mut engine, &lens, None, State::Unknown), "{lens:?}");
        for rule in &overview.rules {
            assert_eq!(rule.tally.gaps(), gaps(&mut engine, &lens, Some(&rule.id)), "{}, {lens:?}", rule.id);
        }
    }
}

#[test]
fn the_tree_counts_of_a_unit_what_its_list_of_findings_does() {
    let (mut engine, on, departments) = example();
    let lens = Lens::whole(on);
    for id in departments {
        let Reply::Unit(unit) = engine.handle(&Request::Unit { lens: lens.clone(), id: id.clone() }) else {
            panic!("{id}")
        };
        let mut listed = |state| {
            let filter = FindingFilter { state: Some(state), unit: Some(id.clone()), ..FindingFilter::default() };
            total(&mut engine, &lens, filter)
        };
        assert_eq!(unit.row.gaps, listed(State::Missing) + listed(State::Broken), "{id}");
        assert_eq!(unit.row.expiring, listed(State::Expiring), "{id}");
    }
}

#[test]
fn the_organisation_and_what_is_about_something_else_are_all_there_is() {
    let (mut engine, on, departments) = example();
    let parts = departments.into_iter().map(|within| Lens { on, within: Some(within) });
    for lens in std::iter::once(Lens::whole(on)).chain(parts) {
        let window = Window { from: 0, count: 1 };
        let units = Request::Units { lens: lens.clone(), parent: None, find: String::new(), window };
        let page = match engine.handle(&units) {
            Reply::Units(page) => page,
            other => panic!("{lens:?}: {other:?}"),
        };
        let root = &page.rows[0];
        assert_eq!(root.gaps + page.apart, gaps(&mut engine, &lens, None), "{lens:?}");
        let expiring = in_state(&mut engine, &lens, None, State::Expiring);
        assert_eq!(root.expiring + page.apart_expiring, expiring, "{lens:?}");
    }
}

#[test]
fn the_map_counts_under_a_rule_what_the_rule_does() {
    let (mut engine, on, _) = example();
    let lens = Lens::whole(on);
    let rule = "representative-per-workplace".to_owned();
    let Reply::Map(map) = engine.handle(&Request::Map { lens: lens.clone(), rule: Some(rule.clone()) }) else {
        panic!("the map is drawn")
    };
    let all = map.parts.iter().fold(Tally::default(), |all, part| all.and(part.tally));
    assert_eq!(all.gaps(), gaps(&mut engine, &lens, Some(&rule)));
    assert_eq!(all.expiring, in_state(&mut engine, &lens, Some(&rule), State::Expiring));
    assert_eq!(all.accepted, in_state(&mut engine, &lens, Some(&rule), State::Accepted));
}

#[test]
fn a_risk_goes_by_one_number_wherever_it_is_shown() {
    let (mut engine, on, departments) = example();
    let mut rows = |unit: Option<String>| {
        let filter = RiskFilter { unit, ..RiskFilter::default() };
        let window = Window { from: 0, count: 1000 };
        let Reply::Risks(page) = engine.handle(&Request::Risks { filter: filter.clone(), window }) else {
            panic!("risks are listed")
        };
        let Reply::Picture(picture) = engine.handle(&Request::Picture { on, filter }) else { panic!("a picture") };
        (page.rows, picture.spots)
    };
    let (register, spots) = rows(None);
    let numbers: BTreeMap<String, String> =
        register.iter().filter_map(|row| Some((row.id.clone(), row.number?.to_string()))).collect();
    for matrix in [0, 1] {
        let own = register.iter().filter_map(|row| row.number).filter(|number| number.matrix == matrix);
        let in_order: Vec<u32> = own.map(|number| number.place).collect();
        let all: Vec<u32> = (1..).take(in_order.len()).collect();
        assert!(!all.is_empty() && in_order == all, "no number twice, none left out: {in_order:?}");
    }
    assert!(register.iter().any(|row| row.ties > 0 && row.number.map(|it| it.place) != row.rank), "places are shared");
    let mut shown: Vec<(String, String)> = spots.into_iter().map(|spot| (spot.id, spot.number.to_string())).collect();
    for id in departments {
        let (part, spots) = rows(Some(id));
        shown.extend(part.into_iter().filter_map(|row| Some((row.id, row.number?.to_string()))));
        shown.extend(spots.into_iter().map(|spot| (spot.id, spot.number.to_string())));
    }
    for &audience in Audience::ALL {
        let request = Request::Report { on, profile: None, audience, rules: RULES };
        let Reply::Report(report) = engine.handle(&request) else { panic!("a report") };
        let parts = report.headings.iter().flat_map(|heading| &heading.parts);
        let lines = parts.filter_map(|part| if let ReportPart::Risks(part) = part { Some(&part.rows) } else { None });
        shown.extend(lines.flatten().filter_map(|line| Some((line.row.id.clone(), line.row.number?.to_string()))));
    }
    assert!(shown.len() > 3 * numbers.len(), "{} of {}", shown.len(), numbers.len());
    for (id, number) in shown {
        assert_eq!(numbers.get(&id), Some(&number), "{id}");
    }
}

#[test]
fn the_line_of_the_year_begins_with_the_gaps_of_its_first_day() {
    let (mut engine, on, departments) = example();
    let parts = departments.into_iter().map(|within| Lens { on, within: Some(within) });
    for lens in std::iter::once(Lens::whole(on)).chain(parts) {
        let Reply::Forecast(year) =
            engine.handle(&Request::Forecast { lens: lens.clone(), months: 12, rule: None, drops: 60 })
        else {
            panic!("{lens:?}")
        };
        assert_eq!((year.gaps[0].on, year.gaps[0].gaps), (on, gaps(&mut engine, &lens, None)), "{lens:?}");
        let last = year.gaps.last().expect("there is a first day").gaps;
        assert!(last <= year.gaps[0].gaps + year.fallen, "no more are left than there were and come: {lens:?}");
    }
}

/// The rows of a sheet below its headings, each by its cells.
fn rows_of(csv: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8(csv.to_vec()).expect("it is text");
    let (mut all, mut line, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    for letter in text.trim_start_matches('\u{feff}').chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                line.push(std::mem::take(&mut cell));
                all.push(std::mem::take(&mut line));
            }
            '\r' if !is_quoted => {}
            letter => cell.push(letter),
        }
    }
    all
}

#[test]
fn what_is_exported_has_as_many_rows_as_the_pages_of_its_reader_count() {
    let (mut engine, on, departments) = example();
    let party = Receiver::Party("hemvarnet".into());
    let whole = [None, Some(Receiver::Internal), Some(Receiver::Public), Some(party)];
    let own = departments.into_iter().map(|id| Some(Receiver::Department(id)));
    for receiver in whole.into_iter().chain(own) {
        let mut sheet = |output| {
            let (ending, language) = (FileEnding::Csv, Language::Swedish);
            let order = Order { output, ending, receiver: receiver.clone(), on, made: on, language };
            let rows = rows_of(&publish(&mut engine, &order).expect("there is such a receiver").expect("it is made"));
            rows.into_iter()
        };
        let [findings, units, risks, measures] =
            [Output::Findings, Output::Organisation, Output::Risks, Output::Measures].map(&mut sheet);
        let counts = [&findings, &units, &risks, &measures].map(|rows| u32::try_from(rows.len()).unwrap() - 1);
        let late = {
            let mut rows = measures;
            let heads = rows.next().expect("headings");
            let at = heads.iter().position(|head| head == "Försenad").expect("the column is there");
            u32::try_from(rows.filter(|row| row[at] == "ja").count()).unwrap()
        };
        let mut drawn = match &receiver {
            None => example().0,
            Some(receiver) => {
                engine.drawn(receiver, on, on).expect("a file is open").expect("there is such a receiver")
            }
        };
        let lens = Lens::whole(on);
        let window = Window { from: 0, count: 0 };
        let Reply::Opened(summary) = drawn.handle(&Request::Summary) else { panic!("{receiver:?}") };
        let of = |list| summary.lists.iter().find(|count| count.list == list).map_or(0, |count| count.used);
        let filter = MeasureFilter::default();
        let Reply::Measures(page) = drawn.handle(&Request::Measures { lens: lens.clone(), filter, window }) else {
            panic!("{receiver:?}")
        };
        let all_findings = total(&mut drawn, &lens, FindingFilter::default());
        let counted = [all_findings, of(ListName::Units), of(ListName::Risks), page.all];
        assert_eq!((counts, late), (counted, page.overdue), "{receiver:?}");
    }
}
