use super::*;
use crate::coverage::Tally;
use crate::engine::lens::Lens;
use crate::engine::{Engine, Reply, Request};
use crate::organisation::value::Label;
use crate::text::forecast;
use Language::{English, Swedish};

fn rule(id: &str, shape: &str, missing: u32) -> RuleRow {
    let tally = Tally { applicable: 20, met: 20 - missing, missing, ..Tally::default() };
    let text = Some(Label::plain("Alla ska vara med."));
    RuleRow { id: id.into(), text, severity: Severity::Must, shape: shape.into(), tally }
}

fn picture(rules: Vec<RuleRow>) -> Overview {
    Overview {
        on: crate::organisation::value::parse_date("2026-11-22").unwrap(),
        packs: vec!["tyreso-2016".into()],
        unknown_packs: Vec::new(),
        workplaces: 131,
        rules,
        urgent: Vec::new(),
        gaps: 0,
        first_ending: None,
        ending_count: 0,
        nobodies: crate::engine::view::NobodiesView::default(),
        matrix: None,
        first_risks: Vec::new(),
        in_first_class: 0,
    }
}

fn said(rules: Vec<RuleRow>, language: Language) -> String {
    let whole = |sentence: Sentence| format!("{}{}{}", sentence.before, sentence.stress, sentence.after);
    headline(&picture(rules), language).into_iter().map(whole).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_two_worst_rules_make_the_headline() {
    let rules = || {
        vec![
            rule("representative-per-workplace", "holders", 18),
            rule("coordinator-per-department", "holders", 1),
            rule("group-has-parties", "represented", 1),
        ]
    };
    assert_eq!(
        said(rules(), Swedish),
        "18 arbetsplatser saknar säkerhetsombud. En förvaltning saknar säkerhetssamordnare."
    );
    assert_eq!(
        said(rules(), English),
        "18 workplaces have no security representative. One department has no security coordinator."
    );
    assert_eq!(after(&picture(rules()), Swedish), "Ytterligare en regel är inte uppfylld.");
    assert_eq!(after(&picture(rules()), English), "One more rule is not met.");
}

#[test]
fn a_rule_of_the_files_own_is_quoted() {
    assert_eq!(said(vec![rule("x", "holders", 3)], Swedish), "Regeln ”Alla ska vara med” är inte uppfylld i tre fall.");
    assert_eq!(said(vec![rule("x", "holders", 1)], English), "The rule “Alla ska vara med” is not met in one case.");
    // An id of the pack with another shape is not the pack's rule.
    let own = rule("representative-per-workplace", "trained", 1);
    assert_eq!(said(vec![own], Swedish), "Regeln ”Alla ska vara med” är inte uppfylld i ett fall.");
}

#[test]
fn the_rules_that_are_not_shown_are_counted_by_how_they_stand() {
    let (failing, met) = (rule("a", "holders", 2), rule("b", "holders", 0));
    let mut doubtful = rule("c", "holders", 0);
    doubtful.tally = Tally { applicable: 2, met: 1, unknown: 1, ..Tally::default() };
    let mut idle = rule("d", "holders", 0);
    idle.tally = Tally::default();
    let mut accepted = rule("e", "holders", 0);
    accepted.tally = Tally { applicable: 1, accepted: 1, ..Tally::default() };
    let all = [&failing, &failing, &met, &accepted, &doubtful, &idle];
    assert_eq!(
        rest_of_rules(&all, false, Swedish),
        "2\u{a0}regler till är inte uppfyllda, 1 är uppfylld, 1 har bara accepterade avvikelser, 1 går inte att avgöra, \
         1 berör inget i filen"
    );
    assert_eq!(rest_of_rules(&[&met, &idle], true, English), "1\u{a0}rule is met, 1 applies to nothing in this part");
}

#[test]
fn the_lead_of_the_rules_says_of_how_many_the_worst_are() {
    let rules: Vec<RuleRow> = (0..4).map(|number| rule("a", "holders", number)).collect();
    assert_eq!(rules_lead(&rules, 2, Swedish), "De två som mest behöver åtgärdas, av 3 som inte är uppfyllda.");
    assert_eq!(rules_lead(&rules, 5, English), "Three rules are not met.");
    assert_eq!(rules_lead(&rules[..1], 5, Swedish), "Ingen regel har någon avvikelse.");
}

#[test]
fn all_well_is_said_calmly() {
    assert_eq!(said(vec![rule("x", "holders", 0)], Swedish), "Alla krav är uppfyllda.");
    let advice = RuleRow { severity: Severity::Should, ..rule("department-inventory", "inventoried", 2) };
    let missed = "Two departments have not reviewed their risks in the past year.";
    assert_eq!(
        said(vec![rule("x", "holders", 0), advice.clone()], English),
        format!("All requirements are met. {missed}")
    );
    assert_eq!(said(vec![advice.clone()], English), missed, "nothing is required");
    let accepted = Tally { applicable: 20, met: 19, accepted: 1, ..Tally::default() };
    let accepted = RuleRow { tally: accepted, ..rule("x", "holders", 0) };
    assert_eq!(said(vec![accepted, advice.clone()], English), missed, "a requirement is not met, but accepted");
    let heeded = RuleRow { tally: rule("x", "holders", 0).tally, ..advice };
    assert_eq!(said(vec![heeded], English), "All rules are met.");
}

#[test]
fn a_requirement_that_is_accepted_or_cannot_be_told_is_not_called_met() {
    let of = |tally| said(vec![RuleRow { tally, ..rule("x", "holders", 0) }], Swedish);
    let accepted = Tally { applicable: 20, met: 18, accepted: 2, ..Tally::default() };
    assert_eq!(of(accepted), "Inga avvikelser utöver två accepterade.");
    let unknown = Tally { applicable: 20, met: 19, unknown: 1, ..Tally::default() };
    assert_eq!(
        of(unknown),
        "Inga avvikelser, såvitt framgår av filen. I ett fall räcker filens uppgifter inte för att avgöra."
    );
}

#[test]
fn every_rule_of_the_pack_has_a_sentence_of_its_own() {
    for (id, shape) in [
        ("security-unit-exists", "exists"),
        ("group-exists", "exists"),
        ("party-exists", "exists"),
        ("head-of-security", "holders"),
        ("crime-prevention-officer", "holders"),
        ("coordinator-per-department", "holders"),
        ("representative-per-workplace", "holders"),
        ("coordinator-reports-to-head", "reports_to"),
        ("coordinator-appointed-by-head", "appointed_by"),
        ("group-has-security-unit", "members"),
        ("group-has-coordinators", "members"),
        ("group-has-parties", "represented"),
        ("coordinator-duties", "done"),
        ("group-work", "done"),
        ("policies-reviewed", "reviewed"),
        ("department-inventory", "inventoried"),
    ] {
        for number in [1, 2] {
            assert!(!said(vec![rule(id, shape, number)], Swedish).contains('”'), "{id}");
            assert!(said(vec![rule(id, shape, number)], English).ends_with('.'), "{id}");
        }
    }
}

#[test]
fn a_dimension_stands_small_in_a_sentence() {
    assert_eq!(small("Samhällets funktioner (lokal skala)"), "samhällets funktioner");
    assert_eq!(small("IT-drift"), "IT-drift");
}

#[test]
fn the_first_gap_to_come_is_said_of_the_same_day_as_in_the_forecast() {
    let file = r#"{"format": 1, "as_of": "2026-11-28",
        "units": [{"id": "w", "name": "W", "kind": "workplace"}], "people": [{"id": "p", "name": "P"}],
        "assignments": [{"role": "x", "unit": "w", "person": "p", "until": "2026-12-31"}],
        "rules": [{"id": "r", "severity": "must", "text": "T", "holders": {"of": "x", "in": {"kind": "workplace"}, "at_least": 1}}]}"#;
    let mut engine = Engine::default();
    engine.open("file.json".into(), file.into(), &mut |_| ()).expect("it opens");
    let lens = Lens::whole(crate::organisation::value::parse_date("2026-11-28").expect("a day"));
    let Reply::Overview(overview) = engine.handle(&Request::Overview { lens: lens.clone() }) else {
        panic!("no overview")
    };
    let Reply::Forecast(ahead) = engine.handle(&Request::Forecast { lens, months: 12, rule: None, drops: 60 }) else {
        panic!("no forecast")
    };
    // The term holds to the end of the year; the day after it does not.
    let day = crate::organisation::value::parse_date("2027-01-01").expect("a day");
    for language in [Swedish, English] {
        let said = [ends(&overview, language).expect("something ends"), forecast::summary(&ahead, language)];
        let day = date_near(day, overview.on, language);
        assert!(said.iter().all(|said| said.ends_with(&format!(" {day}."))), "{said:?}");
    }
}

#[test]
fn only_packs_that_were_found_are_named_and_the_others_told_of() {
    let text = r#"{"format": 1, "packs": ["tyreso_2016"], "units": [{"id": "w", "name": "W", "kind": "workplace"}]}"#;
    let mut engine = Engine::default();
    engine.open("small.json".into(), text.into(), &mut |_| ()).expect("the file can be read");
    let on = crate::organisation::value::parse_date("2026-11-22").unwrap();
    let Reply::Overview(picture) = engine.handle(&Request::Overview { lens: Lens::whole(on) }) else {
        panic!("an overview")
    };
    let over = over(&picture, Swedish);
    assert!(over.contains("regelpaketet ”tyreso_2016” finns inte") && !over.contains("reglerna"), "{over}");
    let said: Vec<String> = headline(&picture, Swedish).into_iter().map(|it| it.before + &it.stress).collect();
    assert_eq!(said, ["Inga regler tillämpas, så det går inte att avgöra om något saknas."]);
    let Reply::Forecast(year) =
        engine.handle(&Request::Forecast { lens: Lens::whole(on), months: 12, rule: None, drops: 60 })
    else {
        panic!("a forecast")
    };
    assert_eq!(forecast::verdict(&year, Swedish).before, said[0]);
    assert_eq!(forecast::summary(&year, Swedish), "");
}

#[test]
fn the_link_to_what_is_amiss_counts_it_and_leads_to_the_rules_where_nothing_is() {
    assert_eq!(
        [0, 1, 2].map(|gaps| all_gaps(gaps, Swedish)),
        ["Visa reglerna", "Visa avvikelsen", "Alla 2\u{a0}avvikelser"]
    );
    assert_eq!([0, 1, 2].map(|gaps| all_gaps(gaps, English)), ["Show the rules", "Show the gap", "All 2\u{a0}gaps"]);
}
