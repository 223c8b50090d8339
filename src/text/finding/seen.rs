//! The data that a finding rests on, a line for each thing looked at.

use super::super::numbers::{and, date, every_months, short_date};
use super::super::{say, word, words};
use super::{name, role, subject as said_subject};
use crate::coverage::because::{Named, PostSeen, Reason, Standing};
use crate::engine::view::SubjectView;
use crate::organisation::value::{Date, Language};

/// What was looked at, a line for each thing.
#[allow(clippy::too_many_lines, reason = "one arm for each reason, in the order they are declared")]
pub fn looked_at(reason: &Reason, subject: &SubjectView, language: Language) -> Vec<String> {
    let here = || said_subject(subject, language);
    match reason {
        Reason::NoUnit { unit_kind } => {
            let many = words::unit_kind(*unit_kind).many(language);
            vec![say!(language; "Alla enheter i filen. Ingen av dem hör till {many}.",
                "All units of the file. None of them is among the {many}.")]
        }
        Reason::TooFew { role: named, posts, .. }
        | Reason::TooMany { role: named, posts, .. }
        | Reason::NobodyHolds { role: named, posts }
        | Reason::NobodyHeld { role: named, posts, .. }
        | Reason::NoSubstitute { role: named, posts }
        | Reason::TooManyPosts { role: named, posts, .. } => {
            let role = role(named, subject, language);
            posts_or(posts, subject, language, || {
                let unit = unit_name(subject, language);
                say!(language; "Filen har inget uppdrag som {role} på {unit}.",
                    "The file has no post of {role} at {unit}.")
            })
        }
        Reason::NoReportsTo { to, expected } => vec![
            word(
                language,
                "Det framgår inte vem uppdraget rapporterar till.",
                "The post does not state whom it reports to.",
            )
            .into(),
            holders(to, expected, subject, None, language),
        ],
        Reason::ReportsToOther { names, to, expected } => {
            let who = name(names, language);
            vec![
                say!(language; "Uppdraget säger att rapporterna går till {who}.", "The post says that it reports to {who}."),
                holders(to, expected, subject, None, language),
            ]
        }
        Reason::NoAppointedBy { by } => {
            let role = role(by, subject, language);
            vec![say!(language; "Det framgår inte vem som utsåg. Den som var {role} ska ha gjort förordnandet.",
                "The post does not name who appointed. The person who was {role} should have made the appointment.")]
        }
        Reason::AppointedByOther { names, by, appointed, expected } => {
            let who = name(names, language);
            vec![
                say!(language; "Uppdraget säger att {who} gjorde förordnandet.", "The post says that {who} made the appointment."),
                holders(by, expected, subject, Some(*appointed), language),
            ]
        }
        Reason::NotAMember { group, held, memberships } => {
            let group = name(group, language);
            let mut lines: Vec<_> = held.iter().map(|post| post_line(post, subject, language)).collect();
            lines.extend(posts_or(memberships, subject, language, || {
                let who = here();
                say!(language; "Filen har ingen plats i {group} för {who}.", "The file has no membership of {group} for {who}.")
            }));
            lines
        }
        Reason::NotRepresented { group, party, memberships } => {
            let (group, party) = (name(group, language), name(party, language));
            posts_or(memberships, subject, language, || {
                say!(language; "Ingen medlem i {group} företräder {party} enligt filen.",
                    "No member of {group} represents {party} according to the file.")
            })
        }
        Reason::NoTraining { training } => {
            let id = &training.id;
            vec![
                say!(language; "Filens utbildningar. Ingen har id {id}.", "The file’s training courses. None has the id {id}."),
            ]
        }
        Reason::NeverTrained { training } => {
            let (training, who) = (name(training, language), here());
            vec![say!(language; "Genomförda utbildningar. {who} har inte gått {training}.",
                "Completed training courses. {who} has not completed {training}.")]
        }
        Reason::TrainingLapsed { training, taken, renewed_after } => {
            let (training, taken) = (name(training, language), date(*taken, language));
            let every = every_months(*renewed_after, language);
            vec![say!(language; "{training} gicks {taken} och ska förnyas {every}.",
                "{training} was taken on {taken} and must be renewed {every}.")]
        }
        Reason::NoReviewDate => {
            vec![
                word(language, "Det framgår inte när dokumentet ska ses över.", "The document has no review date.")
                    .into(),
            ]
        }
        Reason::ReviewOverdue { review_by } => {
            let review_by = date(*review_by, language);
            vec![
                say!(language; "Dokumentet ska ses över senast den {review_by}.", "The document must be reviewed by {review_by}."),
            ]
        }
        Reason::NoDueDay => {
            vec![word(language, "Åtgärdens fält due är tomt.", "The field due of the measure is empty.").into()]
        }
        Reason::MeasureOverdue { due } => {
            let due = date(*due, language);
            vec![say!(language; "Åtgärden ska vara klar senast {due}.", "The measure must be done by {due}.")]
        }
        Reason::NeverDone { .. } => {
            let what = here();
            vec![
                say!(language; "Filens aktiviteter. Ingen gäller {what}.", "The file's activities. None is for {what}."),
            ]
        }
        Reason::LastDone { date: last, every_months: months } => {
            let (last, every) = (date(*last, language), every_months(*months, language));
            vec![say!(language; "Senaste aktiviteten är från {last}; regeln vill se den {every}.",
                "The latest activity is of {last}; the rule wants it {every}.")]
        }
        Reason::NoRisks => {
            let unit = here();
            vec![say!(language; "Filens risker. Ingen gäller {unit} eller någon enhet under.",
                "The file's risks. None is about {unit} or a unit below it.")]
        }
        Reason::RiskNotReviewed { risk } => {
            let risk = name(risk, language);
            vec![
                say!(language; "Det framgår inte när risken ”{risk}” senast gicks igenom.", "The risk “{risk}” has no date of its last review."),
            ]
        }
        Reason::RiskOverdue { risk, reviewed, every_months: months } => {
            let (risk, reviewed) = (name(risk, language), date(*reviewed, language));
            let every = every_months(*months, language);
            vec![say!(language; "”{risk}” gicks senast igenom den {reviewed}; enligt regeln {every}.",
                "“{risk}” was last reviewed on {reviewed}; the rule calls for a review {every}.")]
        }
    }
}

/// The name of the unit a subject is at.
fn unit_name(subject: &SubjectView, language: Language) -> String {
    match subject {
        SubjectView::Holder { unit, .. } => unit.name.say(language).to_owned(),
        _ => said_subject(subject, language),
    }
}

/// A line for each post, or another one where there is none.
fn posts_or(
    posts: &[PostSeen],
    subject: &SubjectView,
    language: Language,
    none: impl FnOnce() -> String,
) -> Vec<String> {
    if posts.is_empty() {
        return vec![none()];
    }
    posts.iter().map(|post| post_line(post, subject, language)).collect()
}

/// A post: who, as what, where, when and how it stands.
fn post_line(post: &PostSeen, subject: &SubjectView, language: Language) -> String {
    let who = post
        .person
        .as_ref()
        .map_or_else(|| word(language, "Ingen namngiven", "Nobody named").to_owned(), |person| name(person, language));
    let (role, unit) = (role(&post.role, subject, language), name(&post.unit, language));
    let (term, standing) = (term(post.from, post.until, language), standing(post.standing, language));
    format!("{who}, {role}, {unit}, {term}: {standing}")
}

/// How long a post lasts: `1 jan 2025 – 31 dec 2026`, `sedan 1 jan 2025`, `tills vidare`.
pub fn term(from: Option<Date>, until: Option<Date>, language: Language) -> String {
    let short = |day: Date| short_date(day, language);
    match (from.map(short), until.map(short)) {
        (None, None) => word(language, "tills vidare", "until further notice").into(),
        (Some(from), None) => say!(language; "från {from}", "from {from}"),
        (None, Some(until)) => say!(language; "till {until}", "until {until}"),
        (Some(from), Some(until)) => format!("{from} – {until}"),
    }
}

/// How a post stood on the day looked at.
const fn standing(standing: Standing, language: Language) -> &'static str {
    match standing {
        Standing::Held => word(language, "gäller", "held"),
        Standing::Substitute => {
            word(language, "ersättare, räknas inte som innehavare", "a substitute, who does not count as a holder")
        }
        Standing::Ended => word(language, "har gått ut", "has ended"),
        Standing::Coming => word(language, "har inte börjat", "has not begun"),
        Standing::Vacant => word(language, "vakant", "vacant"),
        Standing::NotInFile => word(language, "personen finns inte i filen", "the person is not in the file"),
    }
}

/// Who holds, or held, a role at the subject's unit.
fn holders(asked: &Named, held: &[Named], subject: &SubjectView, on: Option<Date>, language: Language) -> String {
    let (role, unit) = (role(asked, subject, language), unit_name(subject, language));
    let held: Vec<_> = held.iter().map(|person| name(person, language)).collect();
    let who = if held.is_empty() { word(language, "ingen", "nobody").to_owned() } else { and(&held, language) };
    let who = super::super::numbers::capital(&who);
    match on {
        None => say!(language; "{who} är {role} på {unit}.", "{who} is {role} at {unit}."),
        Some(day) => {
            let day = date(day, language);
            say!(language; "{who} var {role} på {unit} {day}.", "{who} was {role} at {unit} on {day}.")
        }
    }
}
