//! What would change a finding, a line for each way.

use super::super::numbers::{and, date};
use super::super::{say, word, words};
use super::{name, role, subject as said_subject};
use crate::coverage::State;
use crate::coverage::because::{Named, Reason};
use crate::engine::view::{FindingRow, SubjectView};
use crate::organisation::value::Language;

/// What would make the subject met, or keep it so.
#[allow(clippy::too_many_lines, reason = "one sentence for each reason, in the order they are declared")]
pub fn change(row: &FindingRow, language: Language) -> Vec<String> {
    let subject = &row.subject;
    let role = |named: &Named| role(named, subject, language);
    let here = unit_of(subject, language);
    let first = date(row.because.day, language);
    let from = if row.state == State::Expiring {
        say!(language; " som gäller från {first}", " in force from {first}")
    } else {
        String::new()
    };
    let line = match &row.because.reason {
        Reason::NoUnit { unit_kind } => {
            let kind = words::unit_kind(*unit_kind);
            let (article, one) = (word(language, if kind.neuter { "ett" } else { "en" }, "a"), kind.one(language));
            say!(language; "Att {article} {one} läggs till i filen.", "Adding {article} {one} to the file.")
        }
        Reason::TooFew { role: named, holders, at_least, .. } => {
            let (role, lacking) = (role(named), at_least.saturating_sub(*holders));
            if lacking == 1 {
                say!(language; "Att någon får uppdraget som {role} på {here}{from}.",
                    "Giving someone the post of {role} at {here}{from}.")
            } else {
                let people = super::super::numbers::spelled(lacking, false, language);
                say!(language; "Att {people} till får uppdraget som {role} på {here}{from}.",
                    "Giving {people} more people the post of {role} at {here}{from}.")
            }
        }
        Reason::TooMany { role: named, holders, at_most, .. } => {
            let (role, over) = (role(named), holders.saturating_sub(*at_most));
            let over = super::super::numbers::spelled(over, false, language);
            say!(language; "Att {over} lämnar uppdraget som {role} på {here}.", "{over} leaving the post of {role} at {here}.")
        }
        Reason::NoReportsTo { to, expected } => {
            let whom = one_of(to, expected, subject, language);
            say!(language; "Att {whom} anges som den som uppdraget rapporterar till.", "Naming {whom} as the person the post reports to.")
        }
        Reason::ReportsToOther { to, expected, names } => {
            let (whom, who, role) = (one_of(to, expected, subject, language), name(names, language), role(to));
            return vec![
                say!(language; "Att rapporterna går till {whom}.", "Reporting to {whom}."),
                say!(language; "Eller att {who} har uppdraget som {role} på {here}.", "Or {who} holding the post of {role} at {here}."),
            ];
        }
        Reason::NobodyHolds { role: named, .. } => {
            let role = role(named);
            say!(language; "Att någon får uppdraget som {role} på {here}.", "Giving someone the post of {role} at {here}.")
        }
        Reason::NoAppointedBy { by } => {
            let role = role(by);
            say!(language; "Att den som var {role} anges som den som utsåg.",
                "Naming the person who was {role} as the appointer.")
        }
        Reason::NobodyHeld { role: named, appointed, .. } => {
            let (role, day) = (role(named), date(*appointed, language));
            say!(language; "Att filen säger vem som var {role} på {here} {day}, eller att förordnandet görs om.",
                "The file saying who was {role} at {here} on {day}, or a new appointment.")
        }
        Reason::AppointedByOther { by, .. } => {
            let role = role(by);
            say!(language; "Att förordnandet görs om av den som är {role}.", "A new appointment by whoever is {role}.")
        }
        Reason::NotAMember { group, .. } => {
            let (group, who) = (name(group, language), said_subject(subject, language));
            say!(language; "Att {who} får en plats i {group}{from}.", "Making {who} a member of {group}{from}.")
        }
        Reason::NotRepresented { group, party, .. } => {
            let (group, party) = (name(group, language), name(party, language));
            say!(language; "Att någon blir medlem i {group} för {party}{from}.",
                "Someone becoming a member of {group} on behalf of {party}{from}.")
        }
        Reason::NoTraining { training } => {
            let id = &training.id;
            say!(language; "Att utbildningen {id} läggs till i filen.", "Adding the training {id} to the file.")
        }
        Reason::NeverTrained { training } | Reason::TrainingLapsed { training, .. } => {
            let training = name(training, language);
            say!(language; "Att {training} genomförs och läggs till i filen.", "Taking {training} and adding that to the file.")
        }
        Reason::NoReviewDate => {
            word(language, "Att dokumentet får ett datum för översyn.", "Giving the document a review date.").into()
        }
        Reason::ReviewOverdue { .. } => word(
            language,
            "Att dokumentet ses över och får ett nytt datum för översyn.",
            "Reviewing the document and giving it a new review date.",
        )
        .into(),
        Reason::NoDueDay => {
            word(language, "Att åtgärden får en dag då den ska vara klar.", "Giving the measure a day to be done by.")
                .into()
        }
        Reason::MeasureOverdue { .. } => word(
            language,
            "Att åtgärden blir klar, eller att en ny dag beslutas.",
            "Doing it, or deciding on a new day.",
        )
        .into(),
        Reason::NeverDone { .. } | Reason::LastDone { .. } => word(
            language,
            "Att det genomförs och läggs till bland filens aktiviteter.",
            "Carrying it out and adding it to the file's activities.",
        )
        .into(),
        Reason::NoSubstitute { role: named, .. } => {
            let role = role(named);
            say!(language; "Att någon blir ersättare för {role} på {here}{from}.",
                "Making someone substitute for the {role} at {here}{from}.")
        }
        Reason::TooManyPosts { role: named, .. } => {
            let role = role(named);
            say!(language; "Att någon annan tar över uppdraget som {role} på en eller flera enheter.",
                "Someone else taking over the post of {role} at one or more units.")
        }
        Reason::NoRisks => word(
            language,
            "Att enheten går igenom sina risker och att de läggs till i filen.",
            "The unit reviewing its risks, and adding them to the file.",
        )
        .into(),
        Reason::RiskNotReviewed { .. } | Reason::RiskOverdue { .. } => {
            word(language, "Att riskerna gås igenom och datumet anges.", "Reviewing the risks and entering the date.")
                .into()
        }
    };
    vec![super::super::numbers::capital(&line)]
}

/// The name of the unit a subject is at, or of the subject itself.
fn unit_of(subject: &SubjectView, language: Language) -> String {
    match subject {
        SubjectView::Holder { unit, .. } | SubjectView::Activity { unit, .. } => unit.name.say(language).to_owned(),
        SubjectView::Member { group, .. } | SubjectView::Party { group, .. } => group.name.say(language).to_owned(),
        _ => said_subject(subject, language),
    }
}

/// Those who hold a role by name, or whoever comes to hold it.
fn one_of(asked: &Named, expected: &[Named], subject: &SubjectView, language: Language) -> String {
    let role = role(asked, subject, language);
    if expected.is_empty() {
        return say!(language; "den som är {role}", "whoever is {role}");
    }
    let names: Vec<_> = expected.iter().map(|person| name(person, language)).collect();
    let names = and(&names, language);
    say!(language; "{names}, som är {role}", "{names}, who is {role}")
}
