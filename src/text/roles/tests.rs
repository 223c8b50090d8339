use super::*;
use crate::coverage::Tally;
use crate::engine::view::SecurityUnitView;
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
fn of_the_security_unit_only_what_is_asked_and_met_is_said_to_be() {
    let of = |rules: Vec<RuleRow>| {
        let view = SecurityUnitView {
            units: Vec::new(),
            rules,
            documents: Vec::new(),
            document_count: 0,
            methods: Vec::new(),
            method_count: 0,
            support: Vec::new(),
            support_count: 0,
        };
        said(&security_unit::verdict(&view, Swedish))
    };
    let (posts, documents) = (rule("a", "holders", 0), rule("b", "reviewed", 0));
    let idle = |rule: &RuleRow| RuleRow { tally: Tally::default(), ..rule.clone() };
    let both = "Säkerhetsenhetens uppdrag är tillsatta och dokumenten är översedda i tid.";
    assert_eq!(of(vec![posts.clone(), documents.clone()]), both);
    assert_eq!(of(vec![posts.clone(), idle(&documents)]), "Säkerhetsenhetens uppdrag är tillsatta.");
    assert_eq!(of(vec![idle(&posts), documents.clone()]), "Säkerhetsenhetens dokument är översedda i tid.");
    let support = "Säkerhetsenheten är ert stöd i trygghets- och säkerhetsfrågor.";
    assert_eq!(of(vec![idle(&posts), idle(&documents)]), support);
    let unknown = Tally { applicable: 2, met: 1, unknown: 1, ..Tally::default() };
    let unknown = RuleRow { tally: unknown, ..documents };
    assert_eq!(of(vec![posts, unknown]), "Inga avvikelser, såvitt framgår av filen.");
}

#[test]
fn without_gaps_the_sentence_is_calm_and_what_ends_is_told() {
    let mut held = rule("coordinator-per-department", "holders", 0);
    assert_eq!(said(&verdict(&[held.clone()], "Lugnt.".into(), Swedish)), "Lugnt.");
    assert_eq!(after(&[held.clone()], English), "");
    held.tally.expiring = 1;
    assert_eq!(after(&[held], English), "One requirement will stop being met within 90 days unless something is done.");
}
