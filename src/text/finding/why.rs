//! Why a finding stands as it does, on one line that goes beside its subject.

use super::super::numbers::{date_near, every_months, integer};
use super::super::{say, word, words};
use super::{kind_of, name, role};
use crate::coverage::State;
use crate::coverage::because::{Named, Reason};
use crate::engine::view::FindingRow;
use crate::organisation::value::{Date, Language};

/// Why, on one line without a full stop: `ingen säkerhetssamordnare sedan 30 juni`.
pub fn why(row: &FindingRow, on: Date, language: Language) -> String {
    if let Some(accepted) = &row.because.accepted {
        let reason = accepted.reason.say(language);
        return match accepted.until {
            Some(until) => {
                let until = date_near(until, on, language);
                say!(language; "accepterat till {until}: {reason}", "accepted until {until}: {reason}")
            }
            None => say!(language; "accepterat tills vidare: {reason}", "accepted for now: {reason}"),
        };
    }
    if let (State::Expiring, Some(until)) = (row.state, row.until) {
        return ending(row, &date_near(until, on, language), language);
    }
    let since = row.since.filter(|_| has_beginning(&row.because.reason)).map_or_else(String::new, |since| {
        let day = date_near(since, on, language);
        if since > on {
            say!(language; " från {day}", " from {day}")
        } else {
            say!(language; " sedan {day}", " since {day}")
        }
    });
    format!("{}{since}", standing(row, on, language))
}

/// Whether the sentence of a reason can go on with "since".
const fn has_beginning(reason: &Reason) -> bool {
    !matches!(
        reason,
        Reason::LastDone { .. }
            | Reason::ReviewOverdue { .. }
            | Reason::MeasureOverdue { .. }
            | Reason::TrainingLapsed { .. }
            | Reason::RiskOverdue { .. }
            | Reason::AppointedByOther { .. }
    )
}

/// What is the case on the day.
#[allow(clippy::too_many_lines, reason = "one sentence for each reason, in the order they are declared")]
fn standing(row: &FindingRow, on: Date, language: Language) -> String {
    let role = |named: &Named| role(named, &row.subject, language);
    let day = |day: Date| date_near(day, on, language);
    match &row.because.reason {
        Reason::NoUnit { unit_kind } => {
            let kind = words::unit_kind(*unit_kind);
            let (no, one) = (word(language, if kind.neuter { "inget" } else { "ingen" }, "no"), kind.one(language));
            say!(language; "filen har {no} {one}", "the file has {no} {one}")
        }
        Reason::TooFew { role: named, holders: 0, at_least: 1, .. } => no_holder(named, row, language),
        Reason::TooFew { role: named, holders, at_least, .. } => {
            let role = role(named);
            let (holders, at_least) = (integer((*holders).into(), language), integer((*at_least).into(), language));
            say!(language; "{holders} av minst {at_least} som är {role}", "{holders} of at least {at_least}: {role}")
        }
        Reason::TooMany { role: named, holders, at_most, .. } => {
            let role = role(named);
            let (holders, at_most) = (integer((*holders).into(), language), integer((*at_most).into(), language));
            say!(language; "{holders} är {role}, högst {at_most} får vara det",
                "{holders} hold the role {role}, at most {at_most} may")
        }
        Reason::NoReportsTo { .. } => {
            word(language, "det framgår inte vem rapporterna går till", "the file does not say whom they report to")
                .into()
        }
        Reason::NobodyHolds { role: named, .. } => {
            let role = role(named);
            say!(language; "ingen är {role} att rapportera till", "nobody is {role} to report to")
        }
        Reason::ReportsToOther { names, to, .. } => {
            let (who, role) = (name(names, language), role(to));
            say!(language; "rapporterar till {who}, som inte är {role}", "reports to {who}, who is not {role}")
        }
        Reason::NoAppointedBy { .. } => {
            word(language, "det framgår inte vem som gjorde förordnandet", "the file does not say who appointed them")
                .into()
        }
        Reason::NobodyHeld { role: named, appointed, .. } => {
            let (role, appointed) = (role(named), day(*appointed));
            say!(language; "ingen var {role} när förordnandet började {appointed}",
                "nobody was {role} when the appointment began on {appointed}")
        }
        Reason::AppointedByOther { names, by, appointed, .. } => {
            let (who, role, appointed) = (name(names, language), role(by), day(*appointed));
            say!(language; "utsedd {appointed} av {who}, som då inte var {role}",
                "appointed on {appointed} by {who}, who was not {role} then")
        }
        Reason::NotAMember { group, .. } => {
            let group = name(group, language);
            say!(language; "inte med i {group}", "not a member of {group}")
        }
        Reason::NotRepresented { group, .. } => {
            let group = name(group, language);
            say!(language; "ingen representant i {group}", "no representative in {group}")
        }
        Reason::NoTraining { training } => {
            let training = name(training, language);
            say!(language; "utbildningen {training} finns inte i filen", "the training {training} is not in the file")
        }
        Reason::NeverTrained { training } => {
            let training = name(training, language);
            say!(language; "har inte gått ”{training}”", "has not completed “{training}”")
        }
        Reason::TrainingLapsed { training, taken, .. } => {
            let (training, taken) = (name(training, language), day(*taken));
            say!(language; "gick ”{training}” senast den {taken}; utbildningen har gått ut",
                "last completed “{training}” on {taken}; it has expired")
        }
        Reason::NoReviewDate => {
            word(language, "det framgår inte när det ska ses över", "there is no date for its review").into()
        }
        Reason::ReviewOverdue { review_by } => {
            let review_by = day(*review_by);
            say!(language; "skulle ha setts över senast den {review_by}", "should have been reviewed by {review_by}")
        }
        Reason::NoDueDay => {
            word(language, "det framgår inte när den ska vara klar", "the file does not say when it is due").into()
        }
        Reason::MeasureOverdue { due } => {
            let due = day(*due);
            say!(language; "skulle ha varit klar senast {due}", "should have been done by {due}")
        }
        Reason::NeverDone { every_months: months } => {
            let every = every_months(*months, language);
            say!(language; "inte genomfört enligt filen, enligt regeln {every}",
                "not recorded in the file, due {every}")
        }
        Reason::LastDone { date, every_months: months } => {
            let (date, every) = (day(*date), every_months(*months, language));
            say!(language; "senast den {date}, enligt regeln {every}", "last on {date}, due {every}")
        }
        Reason::NoSubstitute { role: named, .. } => {
            let role = role(named);
            say!(language; "uppdraget som {role} har ingen ersättare", "the {role} has no substitute")
        }
        Reason::TooManyPosts { role: named, at_most, posts } => {
            let (role, units, at_most) = (role(named), posts.len(), integer((*at_most).into(), language));
            say!(language; "är {role} på {units} enheter (högst {at_most} är tillåtet)",
                "{role} at {units} units (maximum {at_most})")
        }
        Reason::NoRisks => word(language, "inga risker i filen", "no risks in the file").into(),
        Reason::RiskNotReviewed { risk } => {
            let risk = name(risk, language);
            say!(language; "det framgår inte när risken ”{risk}” senast gicks igenom",
                "there is no date for the last review of the risk “{risk}”")
        }
        Reason::RiskOverdue { risk, reviewed, .. } => {
            let (risk, reviewed) = (name(risk, language), day(*reviewed));
            say!(language; "risken ”{risk}” gicks senast igenom den {reviewed}", "the risk “{risk}” was last reviewed on {reviewed}")
        }
    }
}

/// `inget säkerhetsombud`, `no security representative`.
fn no_holder(named: &Named, row: &FindingRow, language: Language) -> String {
    let role = role(named, &row.subject, language);
    let noun = words::built_in_role(&named.id, kind_of(&row.subject)).filter(|noun| noun.one(language) == role);
    match noun {
        Some(noun) if noun.neuter => say!(language; "inget {role}", "no {role}"),
        Some(_) => say!(language; "ingen {role}", "no {role}"),
        None => say!(language; "ingen är {role}", "no {role}"),
    }
}

/// What ends, and when: the last day on which it is met.
fn ending(row: &FindingRow, until: &str, language: Language) -> String {
    match &row.because.reason {
        Reason::TooFew { role: named, .. } | Reason::NobodyHolds { role: named, .. } => {
            let role = role(named, &row.subject, language);
            say!(language; "uppdraget som {role} går ut {until}", "the post of {role} ends on {until}")
        }
        Reason::TooMany { role: named, at_most, .. } => {
            let role = role(named, &row.subject, language);
            say!(language; "fler än {at_most} är {role} efter {until}", "more than {at_most} hold the role {role} after {until}")
        }
        Reason::NotAMember { group, .. } => {
            let group = name(group, language);
            say!(language; "platsen i {group} går ut {until}", "the membership of {group} ends on {until}")
        }
        Reason::NotRepresented { group, .. } => {
            let group = name(group, language);
            say!(language; "representationen i {group} går ut {until}", "the representation in {group} ends on {until}")
        }
        Reason::NeverTrained { training } | Reason::TrainingLapsed { training, .. } => {
            let training = name(training, language);
            say!(language; "{training} gäller till {until}", "{training} is valid until {until}")
        }
        Reason::ReviewOverdue { .. } => say!(language; "ska ses över senast den {until}", "to be reviewed by {until}"),
        Reason::MeasureOverdue { .. } => say!(language; "ska vara klar senast {until}", "to be done by {until}"),
        Reason::NeverDone { .. } | Reason::LastDone { .. } => {
            say!(language; "bör ske igen senast {until}", "due again by {until}")
        }
        Reason::NoSubstitute { role: named, .. } => {
            let role = role(named, &row.subject, language);
            say!(language; "ersättaren för {role} slutar {until}", "the substitute for the {role} ends on {until}")
        }
        Reason::RiskOverdue { risk, .. } => {
            let risk = name(risk, language);
            say!(language; "risken {risk} bör gås igenom senast {until}", "the risk {risk} is due for review by {until}")
        }
        _ => say!(language; "uppfyllt till {until}", "met until {until}"),
    }
}
