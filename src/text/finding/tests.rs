//! The grammar of findings: with and without an end, with one and several, in both languages.

use super::*;
use crate::coverage::because::{BecauseView, HoldersReason, KindReason, PostSeen, PostStanding, ReportsToReason};
use crate::engine::view::UnitRef;
use crate::organisation::rule::Severity;
use crate::organisation::value::{Label, parse_date};
use Language::{English, Swedish};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn named(id: &str) -> NamedItem {
    NamedItem { id: id.into(), name: None }
}

fn eken() -> UnitRef {
    UnitRef { id: "eken".into(), name: Label::plain("Förskolan Eken"), kind: UnitKind::Workplace }
}

fn row(state: State, since: Option<&str>, until: Option<&str>, reason: impl Into<Reason>) -> FindingRow {
    FindingRow {
        id: "r:eken".into(),
        rule: "r".into(),
        rule_text: None,
        severity: Severity::Must,
        state,
        subject: SubjectView::Unit(eken()),
        since: since.map(day),
        until: until.map(day),
        because: BecauseView { day: day("2026-11-22"), reason: reason.into(), accepted: None },
    }
}

fn too_few(role: &str, holders: u32, at_least: u32) -> HoldersReason {
    HoldersReason::TooFew { role: named(role), holders, at_least, posts: vec![] }
}

fn said(row: &FindingRow, language: Language) -> String {
    why(row, day("2026-11-22"), language)
}

#[test]
fn a_role_that_nobody_holds_is_said_by_its_gender() {
    let row = |role| row(State::Missing, Some("2026-06-30"), None, too_few(role, 0, 1));
    assert_eq!(said(&row("security_representative"), Swedish), "inget säkerhetsombud sedan 30\u{a0}juni");
    assert_eq!(said(&row("security_coordinator"), Swedish), "ingen säkerhetssamordnare sedan 30\u{a0}juni");
    assert_eq!(said(&row("security_coordinator"), English), "no security coordinator since 30\u{a0}June");
    assert_eq!(said(&row("brandskyddsansvarig"), Swedish), "ingen är brandskyddsansvarig sedan 30\u{a0}juni");
}

#[test]
fn some_but_too_few_are_counted() {
    let row = row(State::Missing, None, None, too_few("security_representative", 1, 2));
    assert_eq!(said(&row, Swedish), "1 av minst 2 som är säkerhetsombud");
    let explained = explain(&row, day("2026-11-22"), Swedish);
    assert_eq!(explained.change, ["Att någon får uppdraget som säkerhetsombud på Förskolan Eken."]);
    assert_eq!(explained.when.unwrap(), "Filen visar inte sedan när.");
}

#[test]
fn what_ends_says_its_last_day_and_when_the_next_must_begin() {
    let mut row = row(State::Expiring, None, Some("2027-01-31"), too_few("security_representative", 0, 1));
    row.because.day = day("2027-02-01");
    assert_eq!(said(&row, Swedish), "uppdraget som säkerhetsombud går ut 31\u{a0}januari 2027");
    let explained = explain(&row, day("2026-11-22"), English);
    assert_eq!(explained.when.unwrap(), "Met until 31\u{a0}January 2027.");
    assert_eq!(
        explained.change,
        ["Giving someone the post of security representative at Förskolan Eken in force from 1\u{a0}February 2027."]
    );
}

#[test]
fn what_was_looked_at_names_each_post_or_says_that_there_is_none() {
    let lines = |reason: HoldersReason| looked_at(&row(State::Missing, None, None, reason), day("2026-11-22"), Swedish);
    let none = lines(too_few("security_representative", 0, 1));
    assert_eq!(none, ["Filen har inget uppdrag som säkerhetsombud på Förskolan Eken."]);
    let post = PostSeen {
        from: Some(day("2024-01-01")),
        until: Some(day("2026-06-29")),
        standing: PostStanding::Ended,
        person: Some(NamedItem { id: "p".into(), name: Some(Label::plain("Anna Berg")) }),
        role: named("security_representative"),
        unit: NamedItem { id: "eken".into(), name: Some(Label::plain("Förskolan Eken")) },
    };
    let role = named("security_representative");
    let one = lines(HoldersReason::TooFew { role, holders: 0, at_least: 1, posts: vec![post] });
    let term = "1\u{a0}jan\u{a0}2024 – 29\u{a0}juni\u{a0}2026";
    assert_eq!(one, [format!("Anna Berg, säkerhetsombud, Förskolan Eken, {term}: har gått ut")]);
}

#[test]
fn a_missing_kind_of_unit_is_said_with_its_article() {
    let mut row = row(State::Missing, None, None, KindReason::NoUnit { unit_kind: UnitKind::Company });
    row.subject = SubjectView::Kind(UnitKind::Company);
    assert_eq!(subject(&row.subject, Swedish), "Bolag");
    assert_eq!(said(&row, Swedish), "filen har inget bolag");
    assert_eq!(change(&row, day("2026-11-22"), Swedish), ["Att ett bolag läggs till i filen."]);
}

#[test]
fn a_department_head_is_called_so_and_a_company_has_a_managing_director() {
    let reason = ReportsToReason::Other {
        names: NamedItem { id: "p".into(), name: Some(Label::plain("Bo Ek")) },
        to: named("head"),
        expected: vec![],
    };
    let mut row = row(State::Broken, None, None, reason);
    let at = |kind| SubjectView::Unit(UnitRef { kind, ..eken() });
    row.subject = at(UnitKind::Department);
    assert_eq!(said(&row, Swedish), "rapporterar till Bo Ek, som inte är förvaltningschef");
    row.subject = at(UnitKind::Company);
    assert_eq!(said(&row, English), "reports to Bo Ek, who is not managing director");
}

#[test]
fn every_finding_of_the_example_is_explained_whole() {
    use crate::engine::lens::{FindingFilter, Lens, Window};
    use crate::engine::{Engine, Reply, Request};
    let mut engine = Engine::default();
    let example = include_str!("../../../public/example.json");
    engine.open("example.json".into(), example.into(), &mut |_| ()).expect("the example can be read");
    for on in ["2026-11-22", "2027-11-22"].map(day) {
        let (filter, window) = (FindingFilter::default(), Window { from: 0, count: u32::MAX });
        let reply = engine.handle(&Request::Findings { lens: Lens::whole(on), filter, window });
        let Reply::Findings(page) = reply else { panic!("{reply:?}") };
        for row in page.rows {
            let reply = engine.handle(&Request::Finding { lens: Lens::whole(on), id: row.id.clone() });
            let Reply::Finding(found) = reply else { panic!("{reply:?}") };
            assert!(found.row.rule_text.is_some() && found.rule.source.is_some(), "{}: no sentence", row.id);
            for language in Language::ALL {
                let said = explain(&found.row, on, *language);
                assert!(!said.looked_at.is_empty() && !said.change.is_empty(), "{}: {said:?}", row.id);
                let is_timed = matches!(row.state, State::Missing | State::Broken | State::Expiring);
                assert!(said.when.is_some() || !is_timed, "{}: not since or until when", row.id);
            }
        }
    }
}
