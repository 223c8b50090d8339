//! What is amiss with one rule, as a sentence: the built-in rules have their own, others are quoted.

use super::super::numbers::capital;
use super::super::words::{self, Noun, unit_kind};
use super::super::{finding, say, word};
use super::gaps;
use crate::engine::view::RuleRow;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

/// A sentence in which one part stands out: what there is too little of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What comes before.
    pub before: String,
    /// What stands out.
    pub stress: String,
    /// What comes after.
    pub after: String,
}

impl Sentence {
    /// A sentence in which nothing stands out.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { before: text.into(), stress: String::new(), after: String::new() }
    }

    fn starting(stress: impl Into<String>, after: impl Into<String>) -> Self {
        Self { before: String::new(), stress: stress.into(), after: after.into() }
    }
}

/// What is amiss with a rule that has gaps.
pub fn gap(rule: &RuleRow, language: Language) -> Sentence {
    built_in(rule, language).unwrap_or_else(|| quoted(rule, language))
}

/// The sentence of a built-in rule, known by its id and, since a file may use the id for another, its shape.
fn built_in(rule: &RuleRow, language: Language) -> Option<Sentence> {
    let number = gaps(rule);
    let tells =
        |sv: [&'static str; 2], en: [&'static str; 2]| word(language, sv[many(number)], en[many(number)]).to_owned();
    let counted = |noun: Noun, sv, en| Some(Sentence::starting(capital(&noun.count(number, language)), tells(sv, en)));
    let flat = |stress: (_, _), after: (_, _)| {
        Some(Sentence::starting(word(language, stress.0, stress.1), word(language, after.0, after.1)))
    };
    let holder = |id| words::built_in_role(id, None);
    match (rule.id.as_str(), rule.shape.as_str()) {
        ("security-unit-exists", "exists") => {
            flat(("Säkerhetsenhet saknas", "There is no security unit"), (" i kommunen.", " in the municipality."))
        }
        ("group-exists", "exists") => flat(
            ("Riskhanteringsgrupp saknas", "There is no risk management group"),
            (" i kommunen.", " in the municipality."),
        ),
        ("party-exists", "exists") => flat(
            ("Ingen myndighet eller verksamhet", "No agency or organisation"),
            (" utifrån finns med.", " from outside takes part."),
        ),
        ("head-of-security", "holders") if rule.tally.missing == 0 => flat(
            ("Säkerhetschefen är inte en,", "There is not one head of security"),
            (" utan flera.", " but several."),
        ),
        ("head-of-security", "holders") => {
            flat(("Säkerhetsenheten", "The security unit"), (" saknar säkerhetschef.", " has no head of security."))
        }
        ("crime-prevention-officer", "holders") => flat(
            ("Säkerhetsenheten", "The security unit"),
            (" saknar brottsförebyggare.", " has no crime prevention officer."),
        ),
        ("coordinator-per-department", "holders") => counted(
            unit_kind(UnitKind::Department),
            [" saknar säkerhetssamordnare."; 2],
            [" has no security coordinator.", " have no security coordinator."],
        ),
        ("representative-per-workplace", "holders") => counted(
            unit_kind(UnitKind::Workplace),
            [" saknar säkerhetsombud."; 2],
            [" has no security representative.", " have no security representative."],
        ),
        ("coordinator-reports-to-head", "reports_to") => counted(
            holder("security_coordinator")?,
            [" rapporterar inte till sin förvaltningschef eller vd."; 2],
            [
                " does not report to the department head or managing director.",
                " do not report to their department head or managing director.",
            ],
        ),
        ("coordinator-appointed-by-head", "appointed_by") => counted(
            holder("security_coordinator")?,
            [" är inte utsedd av sin förvaltningschef eller vd.", " är inte utsedda av sin förvaltningschef eller vd."],
            [
                " was not appointed by the department head or managing director.",
                " were not appointed by their department head or managing director.",
            ],
        ),
        ("group-has-security-unit", "members") => counted(
            FROM_SECURITY_UNIT,
            [" är inte med i riskhanteringsgruppen."; 2],
            [" is not in the risk management group.", " are not in the risk management group."],
        ),
        ("group-has-coordinators", "members") => counted(
            holder("security_coordinator")?,
            [" är inte med i riskhanteringsgruppen."; 2],
            [" is not in the risk management group.", " are not in the risk management group."],
        ),
        ("group-has-parties", "represented") => counted(
            unit_kind(UnitKind::Party),
            [" saknar representant i riskhanteringsgruppen."; 2],
            [
                " has no representative in the risk management group.",
                " have no representative in the risk management group.",
            ],
        ),
        ("coordinator-duties", "done") => counted(
            COORDINATOR_DUTY,
            [" är inte utförd det senaste året.", " är inte utförda det senaste året."],
            [" was not carried out in the past year.", " were not carried out in the past year."],
        ),
        ("group-work", "done") => counted(
            PART_OF_GROUP_WORK,
            [" är inte utförd det senaste året.", " är inte utförda det senaste året."],
            [" was not carried out in the past year.", " were not carried out in the past year."],
        ),
        ("policies-reviewed", "reviewed") => counted(
            GUIDING_DOCUMENT,
            [" är inte översett i tid.", " är inte översedda i tid."],
            [" is past its review date.", " are past their review date."],
        ),
        ("department-inventory", "inventoried") => counted(
            unit_kind(UnitKind::Department),
            [" har inte gått igenom sina risker det senaste året."; 2],
            [" has not reviewed its risks in the past year.", " have not reviewed their risks in the past year."],
        ),
        _ => None,
    }
}

/// The sentence of any other rule: what it says, and in how many cases that does not hold.
fn quoted(rule: &RuleRow, language: Language) -> Sentence {
    let text = finding::rule_text(rule, language);
    let text = text.trim_end_matches('.');
    Sentence {
        before: say!(language; "Regeln ”{text}” är inte uppfylld i ", "The rule “{text}” is not met in "),
        stress: words::CASE.count(gaps(rule), language),
        after: ".".into(),
    }
}

/// Which of two forms a verb takes.
const fn many(number: u32) -> usize {
    (number != 1) as usize
}

/// People of the security unit.
const FROM_SECURITY_UNIT: Noun = Noun {
    neuter: false,
    sv: ["person ur säkerhetsenheten", "personer ur säkerhetsenheten", "personen ur säkerhetsenheten"],
    en: ["person from the security unit", "people from the security unit"],
};

/// Duties of the coordinators, each in its department.
const COORDINATOR_DUTY: Noun = Noun {
    neuter: false,
    sv: ["samordnaruppgift", "samordnaruppgifter", "samordnaruppgiften"],
    en: ["coordinator’s duty", "coordinators’ duties"],
};

/// Parts of the work of the risk management group.
const PART_OF_GROUP_WORK: Noun = Noun {
    neuter: false,
    sv: [
        "del av riskhanteringsgruppens arbete",
        "delar av riskhanteringsgruppens arbete",
        "delen av riskhanteringsgruppens arbete",
    ],
    en: ["part of the risk management group’s work", "parts of the risk management group’s work"],
};

/// Policies and guidelines.
const GUIDING_DOCUMENT: Noun = Noun {
    neuter: true,
    sv: ["styrdokument", "styrdokument", "styrdokumentet"],
    en: ["policy or guideline", "policies or guidelines"],
};
