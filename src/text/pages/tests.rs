//! Verdicts of the pages: nothing wrong, one thing, several.

use super::*;
use crate::coverage::Tally;
use crate::engine::view::UnitRef;
use crate::organisation::rule::Severity;
use Language::{English, Swedish};

fn rule(id: &str, tally: Tally) -> RuleRow {
    RuleRow {
        id: id.into(),
        text: Some(Label::plain("Allt hålls.")),
        severity: Severity::Must,
        shape: "holders".into(),
        tally,
    }
}

fn root(gaps: u32, expiring: u32) -> UnitRow {
    let unit = UnitRef { id: "k".into(), name: Label::plain("Exempelkommun"), kind: UnitKind::Municipality };
    UnitRow { unit, parent: None, children: 5, state: State::Met, gaps, expiring, workplaces: 131 }
}

fn said(Sentence { before, stress, after }: Sentence) -> String {
    format!("{before}{stress}{after}")
}

#[test]
fn the_organisation_is_said_with_and_without_gaps() {
    let verdict = |gaps| said(organisation_verdict(&root(gaps, 0), Swedish));
    assert_eq!(verdict(0), "Exempelkommun har inga avvikelser i sin säkerhetsorganisation.");
    assert_eq!(verdict(1), "Exempelkommun har en avvikelse i sin säkerhetsorganisation.");
    assert_eq!(
        organisation_after(&root(1, 0), &[], (0, 1), English),
        "One more gap will appear within 90 days unless something is done."
    );
    assert_eq!(organisation_after(&root(0, 0), &[], (0, 0), English), "");
    assert_eq!(
        organisation_after(&root(45, 0), &[], (2, 0), Swedish),
        "Dessutom gäller två avvikelser annat än enheterna, till exempel dokument."
    );
}

#[test]
fn coverage_is_said_for_no_one_and_many_gaps() {
    let whole = Tally { applicable: 2, met: 2, ..Tally::default() };
    let missing = |missing| Tally { applicable: 20, met: 20 - missing, missing, ..Tally::default() };
    let verdict = |rules: &[RuleRow]| said(coverage_verdict(rules, Swedish));
    assert_eq!(verdict(&[]), "Filen har inga regler och slår inte på något regelpaket.");
    assert_eq!(verdict(&[rule("a", whole)]), "Alla regler är uppfyllda i dag.");
    let rules = [rule("a", whole), rule("b", missing(1))];
    assert_eq!(verdict(&rules), "En av 2\u{a0}regler är inte uppfyllda. Det ger en avvikelse att åtgärda.");
    assert_eq!(coverage_after(&rules, English), "Most, one, are about the rule “Allt hålls”.");
    assert_eq!(tally(&rules[1].tally, Swedish), "19 av 20, 1 saknas");
}

#[test]
fn windows_say_their_ends() {
    assert_eq!(window(50, 50, 131, Swedish), "51–100 av 131");
    assert_eq!(window(0, 0, 0, English), "0");
}
