use super::*;
use crate::coverage::Tally;
use crate::engine::view::RuleRow;
use crate::organisation::rule::Severity;
use crate::organisation::value::parse_date;

fn step(day: &str, met: u32, applicable: u32) -> ForecastStep {
    ForecastStep { on: parse_date(day).unwrap(), applicable, met }
}

fn dropped(id: &str, shape: &str, missing: u32) -> DropView {
    let tally = Tally { applicable: missing, missing, ..Tally::default() };
    let rule = RuleRow { id: id.into(), text: None, severity: Severity::Must, shape: shape.into(), tally };
    DropView { on: parse_date("2027-01-31").unwrap(), rule, falls: Vec::new() }
}

#[test]
fn a_day_is_told_beside_the_first() {
    let first = step("2026-11-22", 113, 131);
    let said = |step| standing(step, first, Language::Swedish).replace('\u{a0}', " ");
    assert_eq!(said(step("2027-03-01", 98, 131)), "1 mars 2027: 98 av 131 uppfyllt, 15 färre än 22 november 2026.");
    assert_eq!(said(first), "22 november 2026: 113 av 131 uppfyllt.");
}

#[test]
fn what_falls_is_told_as_it_then_stands() {
    let said = |drop: &DropView, language| super::drop(drop, language);
    let representatives = dropped("representative-per-workplace", "holders", 7);
    assert_eq!(said(&representatives, Language::Swedish), "Sju arbetsplatser saknar säkerhetsombud.");
    assert_eq!(said(&representatives, Language::English), "Seven workplaces have no security representative.");
    let mut reports = dropped("coordinator-reports-to-head", "reports_to", 1);
    let gap = said(&reports, Language::Swedish);
    reports.rule.tally = Tally { applicable: 1, unknown: 1, ..Tally::default() };
    assert_eq!(
        said(&reports, Language::Swedish),
        "”coordinator-reports-to-head”: 1\u{a0}oklar.",
        "not that it is wrong"
    );
    reports.rule.tally = Tally { applicable: 3, missing: 1, unknown: 2, ..Tally::default() };
    assert_eq!(said(&reports, Language::Swedish), format!("{gap} Därtill 2\u{a0}oklara."));
}

#[test]
fn a_rule_that_asks_nothing_has_no_share() {
    assert_eq!(parts(step("2026-11-22", 0, 0), 100), None);
    assert_eq!(parts(step("2026-11-22", 1, 3), 100), Some(33));
    let said = |met, applicable| share(step("2026-11-22", met, applicable), Language::Swedish);
    assert_eq!([said(0, 0), said(0, 3), said(3, 3)], ["–", "0\u{a0}%", "100\u{a0}%"]);
}

#[test]
fn a_course_says_from_how_many_to_how_many() {
    let first = step("2026-11-22", 113, 131);
    assert_eq!(course(first, step("2027-03-01", 98, 131), Language::Swedish), "113 → 98 av 131");
    assert_eq!(course(first, step("2027-03-01", 113, 131), Language::English), "113 of 131");
}

#[test]
fn each_band_has_a_name_and_its_counts_now_and_then() {
    let said = |kind| band(kind, Language::Swedish);
    assert_eq!([said(0), said(1), said(2)], ["Uppdrag", "Utbildning", "Återkommande"]);
    assert_eq!(now_and_then(26, 60, Language::English), "26 → 60");
}

#[test]
fn what_is_not_met_is_told_apart() {
    let step = |gaps, unknown, accepted| GapStep { on: parse_date("2026-11-22").unwrap(), gaps, unknown, accepted };
    let said = |step, language| unmet(step, language).replace('\u{a0}', " ");
    assert_eq!(said(step(33, 3, 1), Language::Swedish), "33 avvikelser, 3 oklara och 1 accepterad.");
    assert_eq!(said(step(1, 0, 2), Language::English), "1 gap, 2 accepted.");
    assert_eq!(said(step(1, 0, 0), Language::Swedish), "1 avvikelse.");
}

#[test]
fn the_year_says_how_many_gaps_there_are_and_what_is_no_gap() {
    let mut engine = crate::engine::Engine::default();
    let example = include_str!("../../../public/example.json");
    engine.open("example.json".into(), example.into(), &mut |_| ()).expect("the example can be read");
    let lens = crate::engine::lens::Lens::whole(parse_date("2026-11-22").unwrap());
    let request = crate::engine::Request::Forecast { lens, months: 12, rule: None, drops: 60 };
    let crate::engine::Reply::Forecast(view) = engine.handle(&request) else { panic!("a forecast") };
    let (now, first) = (gaps_now(&view), view.gaps[0]);
    assert_eq!(now + view.turns.appear - view.turns.go, gaps_then(&view));
    let said = summary(&view, Language::Swedish).replace('\u{a0}', " ");
    assert!(said.starts_with(&format!("I dag: {now} avvikelser. {} tillkommer, ", view.turns.appear)), "{said}");
    let beside = format!("Därtill i dag {} oklara och {} accepterad.", first.unknown, first.accepted);
    assert!(said.contains(&beside), "{said}");
    assert!(gaps_lead(&view, Language::Swedish).contains("Därtill i dag"));
}

#[test]
fn a_day_that_does_not_extend_a_term_is_told_with_the_terms() {
    let day = |text| parse_date(text).unwrap();
    let terms = [("Ada, Eken".to_owned(), day("2027-03-31")), ("Bo, Linden".to_owned(), day("2027-01-31"))];
    let said = |until| not_prolonged(&terms, day(until), Language::Swedish).map(|said| said.replace('\u{a0}', " "));
    assert_eq!(said("2027-04-01"), None);
    assert_eq!(
        said("2027-03-31").as_deref(),
        Some(
            "Inget är ändrat: 31 mars 2027 förlänger inte Ada, Eken (till 31 mars 2027). Ange ett senare datum eller avmarkera dem."
        )
    );
    assert!(said("2020-01-01").is_some_and(|said| said.contains("Ada, Eken") && said.contains("Bo, Linden")));
}
