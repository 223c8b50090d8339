//! Verdicts of the pages: nothing wrong, one thing, several.

use super::*;
use crate::coverage::Tally;
use crate::engine::view::{RuleRow, UnitPage, UnitRef, UnitRow};
use crate::organisation::rule::Severity;
use crate::organisation::unit::UnitKind;
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
    UnitRow {
        unit,
        parent: None,
        children: 5,
        state: Some(State::Met),
        gaps,
        expiring,
        unknown: 0,
        accepted: 0,
        workplaces: 131,
    }
}

/// A list whose first unit is such a root, with gaps and what expires about something else and in the other units.
fn page([apart, apart_expiring, beside, beside_expiring]: [u32; 4]) -> UnitPage {
    UnitPage { total: 1, rows: Vec::new(), apart, apart_expiring, beside, beside_expiring, is_asked: true }
}

fn said(Sentence { before, stress, after }: Sentence) -> String {
    format!("{before}{stress}{after}")
}

#[test]
fn the_organisation_is_said_with_and_without_gaps() {
    let verdict = |gaps| said(organisation_verdict(&root(gaps, 0), &page([0; 4]), Swedish));
    assert_eq!(verdict(0), "Exempelkommun har inga avvikelser i sin säkerhetsorganisation.");
    assert_eq!(verdict(1), "Exempelkommun har en avvikelse i sin säkerhetsorganisation.");
    assert_eq!(
        organisation_after(&root(1, 0), &[], &page([0, 1, 0, 0]), English),
        "One requirement will stop being met within 90 days unless something is done."
    );
    assert_eq!(organisation_after(&root(0, 0), &[], &page([0; 4]), English), "");
    assert_eq!(
        organisation_after(&root(45, 0), &[], &page([2, 0, 0, 0]), Swedish),
        "Dessutom gäller två avvikelser annat än enheterna, till exempel dokument."
    );
    assert_eq!(
        organisation_after(&root(45, 1), &[], &page([0, 0, 1, 1]), Swedish),
        "Enheter utanför Exempelkommun har en avvikelse. Inom 90 dagar slutar två krav att vara uppfyllda om inget görs."
    );
}

#[test]
fn coverage_is_said_for_no_one_and_many_gaps() {
    let whole = Tally { applicable: 2, met: 2, ..Tally::default() };
    let missing = |missing| Tally { applicable: 20, met: 20 - missing, missing, ..Tally::default() };
    let verdict = |rules: &[RuleRow]| said(coverage_verdict(rules, Swedish));
    assert_eq!(verdict(&[]), "Inga regler tillämpas, så det går inte att avgöra om något saknas.");
    assert_eq!(verdict(&[rule("a", whole)]), "Regeln är uppfylld i dag.");
    assert_eq!(verdict(&[rule("a", missing(1))]), "Regeln är inte uppfylld. Det ger en avvikelse att åtgärda.");
    assert_eq!(
        said(coverage_verdict(&[rule("a", missing(2))], English)),
        "The rule is not met, leaving two gaps to address."
    );
    assert_eq!(verdict(&[rule("a", whole), rule("b", whole)]), "Alla regler är uppfyllda i dag.");
    let rules = [rule("a", whole), rule("b", missing(1))];
    assert_eq!(verdict(&rules), "En av 2\u{a0}regler är inte uppfylld. Det ger en avvikelse att åtgärda.");
    assert_eq!(coverage_after(&rules, English), "", "one gap is no most");
    assert_eq!(coverage_after(&[rule("a", missing(3))], English), "", "nor are all gaps of the only rule");
    let rules = [rule("a", missing(1)), rule("b", missing(3))];
    assert_eq!(verdict(&rules), "Två av 2\u{a0}regler är inte uppfyllda. Det ger fyra avvikelser att åtgärda.");
    assert_eq!(coverage_after(&rules, English), "Most, three, are about the rule “Allt hålls”.");
    assert_eq!(coverage_after(&[rule("a", missing(3)), rule("b", missing(3))], English), "", "nor are two equals");
    assert_eq!(tally(&rules[0].tally, Swedish), "19 av 20, 1 saknas");
}

#[test]
fn what_is_accepted_or_cannot_be_told_is_not_called_met() {
    let whole = Tally { applicable: 2, met: 2, ..Tally::default() };
    let accepted = Tally { applicable: 1, accepted: 1, ..Tally::default() };
    let unknown = Tally { applicable: 2, met: 1, unknown: 1, ..Tally::default() };
    let verdict = |rules: &[RuleRow], language| said(coverage_verdict(rules, language));
    let of = [rule("a", whole), rule("b", accepted)];
    assert_eq!(verdict(&of, Swedish), "Inga avvikelser utöver en accepterad.");
    assert_eq!(verdict(&of, English), "No gaps other than one that is accepted.");
    assert_eq!(verdict(&[rule("a", unknown)], Swedish), "Inga avvikelser, såvitt framgår av filen.");
    let one = "In one case the file does not contain enough information to tell.";
    assert_eq!(coverage_after(&[rule("a", unknown)], English), one);
    let both = Tally { accepted: 2, ..unknown };
    assert_eq!(
        verdict(&[rule("a", both)], Swedish),
        "Inga avvikelser utöver två accepterade, såvitt framgår av filen."
    );
    let of = |accepted, unknown| {
        said(organisation_verdict(&UnitRow { unknown, accepted, ..root(0, 0) }, &page([0; 4]), Swedish))
    };
    let none = "Exempelkommun har inga avvikelser";
    assert_eq!(of(0, 0), format!("{none} i sin säkerhetsorganisation."));
    assert_eq!(of(1, 0), format!("{none} utöver en accepterad."));
    assert_eq!(of(0, 2), format!("{none}, såvitt framgår av filen."));
}

#[test]
fn windows_say_their_ends() {
    assert_eq!(window(50, 50, 131, Swedish), "51–100 av 131");
    assert_eq!(window(0, 0, 0, English), "0");
}

#[test]
fn nothing_is_said_to_be_well_where_no_rule_asks_anything() {
    let (idle, whole) = (Tally::default(), Tally { applicable: 2, met: 2, ..Tally::default() });
    assert_eq!(said(coverage_verdict(&[rule("a", idle)], Swedish)), "Ingen regel gäller något här.");
    assert_eq!(nothing_listed(&[], false, Swedish), "Ingen regel gäller något här.");
    assert_eq!(nothing_listed(&[rule("a", idle)], false, English), "No rule is about anything here.");
    assert_eq!(nothing_listed(&[rule("a", whole)], false, Swedish), "Inga avvikelser. Alla regler är uppfyllda.");
    assert_eq!(nothing_listed(&[rule("a", whole)], true, Swedish), "Ingen avvikelse passar urvalet.");
    let unasked = UnitPage { is_asked: false, ..page([0; 4]) };
    assert_eq!(
        said(organisation_verdict(&root(0, 0), &unasked, Swedish)),
        "Inga regler tillämpas, så det går inte att avgöra om något saknas."
    );
}

#[test]
fn a_part_with_none_says_how_many_the_file_has() {
    assert_eq!(none_in_part(&words::RISK, 44, Swedish), "Den här delen har inga risker; filen har 44 risker.");
    assert_eq!(none_in_part(&words::MEASURE, 1, English), "This part has no measures; the file has one measure.");
}

#[test]
fn a_list_of_findings_is_headed_by_its_parts() {
    let states =
        Tally { applicable: 77, missing: 40, broken: 7, expiring: 26, unknown: 3, accepted: 1, ..Tally::default() };
    let heading = |total, states: &Tally, language| findings_heading(total, states, language).replace('\u{a0}', " ");
    assert_eq!(heading(77, &states, Swedish), "77 rader: 47 avvikelser, 26 går ut, 3 oklara, 1 accepterad");
    assert_eq!(heading(77, &states, English), "77 findings: 47 gaps, 26 expire, 3 unclear, 1 accepted");
    let one = Tally { applicable: 1, unknown: 1, ..Tally::default() };
    assert_eq!(heading(1, &one, Swedish), "1 rad: 1 oklar");
    assert_eq!(heading(0, &Tally::default(), Swedish), "0 rader");
}

#[test]
fn the_part_with_most_is_named_where_it_has_more_than_any_other() {
    let below = |gaps: &[u32]| -> Vec<UnitRow> { gaps.iter().map(|gaps| root(*gaps, 0)).collect() };
    let after = |gaps: &[u32]| organisation_after(&root(9, 0), &below(gaps), &page([0; 4]), Swedish);
    assert_eq!(after(&[1, 4, 2]), "Flest, fyra, finns inom Exempelkommun.");
    assert_eq!(after(&[4, 4]), "");
    assert_eq!(after(&[0, 1]), "");
}
