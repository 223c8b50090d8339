use super::*;
use crate::coverage::Tally;
use crate::organisation::rule::Severity;
use Language::{English, Swedish};

fn rule(id: &str, shape: &str, missing: u32) -> RuleRow {
    let tally = Tally { applicable: 10, met: 10 - missing, missing, ..Tally::default() };
    RuleRow { id: id.into(), text: None, severity: Severity::Must, shape: shape.into(), tally }
}

fn said(sentence: &Sentence) -> String {
    format!("{}{}{}", sentence.before, sentence.stress, sentence.after)
}

#[test]
fn that_nobody_holds_a_role_comes_before_how_it_is_held() {
    let rules =
        [rule("coordinator-appointed-by-head", "appointed_by", 3), rule("coordinator-per-department", "holders", 1)];
    let verdict = verdict(&rules, "Lugnt.".into(), Swedish);
    assert_eq!(said(&verdict), "En förvaltning saknar säkerhetssamordnare.");
    assert_eq!(after(&rules, Swedish), "Tre säkerhetssamordnare är inte utsedda av sin förvaltningschef eller vd.");
}

#[test]
fn without_gaps_the_sentence_is_calm_and_what_ends_is_told() {
    let mut held = rule("coordinator-per-department", "holders", 0);
    assert_eq!(said(&verdict(&[held.clone()], "Lugnt.".into(), Swedish)), "Lugnt.");
    assert_eq!(after(&[held.clone()], English), "");
    held.tally.expiring = 1;
    assert_eq!(after(&[held], English), "One more gap will appear within 90 days unless something is done.");
}
