//! The risk management group: who is in it, who is not, when it meets, what it does and what is raised to it.

use super::numbers::{and, capital, date_near, integer, spelled};
use super::overview::Sentence;
use super::shell::labels;
use super::words::Noun;
use super::{finding, say, word, words};
use crate::coverage::State;
use crate::engine::view::{DoneRow, GroupView, QuestionRow, RoleView, SubjectView, WorkRow};
use crate::organisation::value::{Date, Language};
use crate::organisation::work::{Phase, QuestionStatus};

labels! {
    /// Verdict where the file has no group.
    no_group: "Filen har ingen riskhanteringsgrupp.", "The file has no risk management group.";
    /// What to do then.
    no_group_what: "Lägg till gruppen som en enhet, och därefter dess medlemmar.",
        "Add the group as a unit, and then its members.";
    /// Adds a group.
    add_group: "Lägg till gruppen", "Add the group";
    /// Heading of the members.
    members: "Gruppens medlemmar", "Members of the group";
    /// Lead of the members.
    members_lead: "En ruta är en plats, och en tom ruta är en plats utan medlem. Kommunens platser står över bordet, de externa parternas under.",
        "A square is a seat, and an empty square a seat without its member. The municipality’s seats are above the table, those of external parties below.";
    /// Column of whom a member represents.
    represents: "Företräder", "Represents";
    /// Column of members.
    member_column: "Medlem", "Member";
    /// Heading of members of whom the file does not say whom they represent.
    nobody: "Utan angiven organisation", "No organisation stated";
    /// Adds a member.
    add_member: "Lägg till medlem", "Add a member";
    /// Said where a group has no members.
    no_members: "Ingen är med i gruppen ännu.", "Nobody is in the group yet.";
    /// Said where a part has nobody in a group that is not its own.
    no_members_from_here: "Ingen härifrån är med i gruppen.", "Nobody from here is in the group.";
    /// Heading of the meetings.
    meetings: "Möten", "Meetings";
    /// Heading of meetings to come.
    planned: "Inbokade", "Planned";
    /// Said where none is to come.
    none_planned: "Inget möte är inbokat.", "No meeting is planned.";
    /// Heading of meetings that have been.
    held: "Hållna", "Held";
    /// Said where none has been.
    none_held: "Inget möte finns antecknat.", "No meeting is recorded.";
    /// Adds a meeting.
    add_meeting: "Lägg till möte", "Add a meeting";
    /// The rest of a long list, to be opened.
    earlier: "Tidigare möten", "Earlier meetings";
    /// Heading of the work.
    work: "Gruppens arbete", "The work of the group";
    /// Lead of the work.
    work_lead: "Vad som är gjort de senaste tolv månaderna, och vad som inte är det.",
        "What has been done in the last twelve months, and what has not.";
    /// Records something that was done.
    add_work: "Lägg till", "Add";
    /// Changes what is recorded.
    edit: "Ändra", "Edit";
    /// Said where a kind of work was never done.
    never: "inte gjort, såvitt framgår av filen", "not done, as far as the file shows";
    /// Leads to what a rule finds.
    why: "Varför", "Why";
    /// Heading of the questions.
    questions: "Frågor som lyfts till gruppen", "Questions raised to the group";
    /// Raises a question.
    add_question: "Lyft en fråga", "Raise a question";
    /// Said where there are no questions.
    no_questions: "Inga frågor är lyfta.", "No questions have been raised.";
}

/// Members of a group.
const MEMBER: Noun = Noun { neuter: false, sv: ["medlem", "medlemmar", "medlemmen"], en: ["member", "members"] };

/// The verdict: how many members there are, and how many are missing. `narrowed` to a part that the group is not in,
/// it is about the part's own members.
pub fn verdict(group: &GroupView, narrowed: bool, language: Language) -> Sentence {
    let (name, members) = (group.unit.name.say(language), MEMBER.count(group.members, language));
    let before = match (narrowed, language) {
        (false, Language::Swedish) => format!("{name} har {members}."),
        (false, Language::English) => format!("{name} has {members}."),
        (true, Language::Swedish) => format!("{name} har {members} härifrån."),
        (true, Language::English) => format!("{name} has {members} from here."),
    };
    let stress = match group.missing {
        0 => String::new(),
        number => {
            let number = capital(&spelled(number, false, language));
            let is = if group.missing == 1 { "is" } else { "are" };
            say!(language; "{number} saknas", "{number} {is} missing")
        }
    };
    if stress.is_empty() {
        return Sentence::plain(before);
    }
    Sentence { before: format!("{before} "), stress, after: ".".to_owned() }
}

/// How many of the seats are filled.
pub fn seats(filled: u32, total: u32, language: Language) -> String {
    let of = super::numbers::of(filled, total, language);
    say!(language; "{of} platser är fyllda", "{of} seats are filled")
}

/// What comes after the verdict: who is missing, whose membership ends, and when the group meets.
pub fn after(group: &GroupView, on: Date, language: Language) -> String {
    let findings = group.seats.iter().flat_map(|seat| &seat.findings);
    let mut missing: Vec<&SubjectView> = Vec::new();
    for row in findings.filter(|row| row.state == State::Missing) {
        // Several rules may ask for one member.
        if !missing.contains(&&row.subject) {
            missing.push(&row.subject);
        }
    }
    let mut names: Vec<String> = missing.into_iter().map(|subject| finding::subject(subject, language)).collect();
    let others = names.len().saturating_sub(4);
    names.truncate(4);
    if others > 0 {
        let others = integer(others as u64, language);
        names.push(say!(language; "{others} till", "{others} more"));
    }
    let mut parts = Vec::new();
    if !names.is_empty() {
        let names = and(&names, language);
        parts.push(say!(language; "Det gäller {names}.", "Missing: {names}."));
    }
    if group.expiring > 0 {
        let number = capital(&spelled(group.expiring, false, language));
        let (leave, leaves) = match group.expiring {
            1 => ("medlem lämnar", "member leaves"),
            _ => ("medlemmar lämnar", "members leave"),
        };
        parts.push(say!(language; "{number} {leave} inom 90 dagar.", "{number} {leaves} within 90 days."));
    }
    let next = group.planned.first().map(|meeting| date_near(meeting.date, on, language));
    let last = group.held.first().map(|meeting| date_near(meeting.date, on, language));
    parts.push(match (last, next) {
        (_, Some(next)) => say!(language; "Nästa möte är den {next}.", "The next meeting is on {next}."),
        (Some(last), None) => say!(language;
            "Gruppen möttes senast den {last}, och inget nytt möte är inbokat.",
            "The group last met on {last}, and no new meeting is planned."
        ),
        (None, None) => say!(language; "Inget möte finns antecknat.", "No meeting is recorded."),
    });
    parts.join(" ")
}

/// What a member holds besides.
pub fn holds(roles: &[RoleView], language: Language) -> String {
    let names = roles.iter().map(|role| words::role(&role.id, role.name.as_ref(), None, language));
    capital(&and(&names.collect::<Vec<_>>(), language))
}

/// How many took part; empty where the file does not say.
pub fn took_part(row: &DoneRow, language: Language) -> String {
    let number = integer(row.who.len() as u64, language);
    match row.who.len() {
        0 => String::new(),
        _ => say!(language; "{number} deltog", "{number} took part"),
    }
}

/// How one kind of work stands, beside its mark: the last day it was done, or that it was not.
pub fn work_said(row: &WorkRow, on: Date, language: Language) -> String {
    let last = row.done.iter().map(|done| done.date).find(|date| *date <= on).or(row.before);
    let planned = row.done.iter().map(|done| done.date).rfind(|date| *date > on);
    let mut said = match last {
        Some(last) => {
            let last = date_near(last, on, language);
            say!(language; "senast {last}", "last on {last}")
        }
        None => never(language).to_owned(),
    };
    if let Some(planned) = planned {
        let planned = date_near(planned, on, language);
        said += &say!(language; ", nästa {planned}", ", next on {planned}");
    }
    said
}

/// How many questions stand how: `4 lyfta, 3 pågår, 3 besvarade`.
pub fn questions_said(rows: &[QuestionRow], total: u32, language: Language) -> String {
    let count = |status| rows.iter().filter(|row| row.status == status).count() as u64;
    let part = |(status, noun): (QuestionStatus, [&'static str; 2])| {
        let [sv, en] = noun;
        let number = integer(count(status), language);
        (count(status) > 0).then(|| format!("{number} {}", word(language, sv, en)))
    };
    let parts = [
        (QuestionStatus::Raised, ["väntar på svar", "waiting"]),
        (QuestionStatus::Ongoing, ["pågår", "under way"]),
        (QuestionStatus::Answered, ["besvarade", "answered"]),
    ];
    let parts: Vec<String> = parts.into_iter().filter_map(part).collect();
    let hidden = u64::from(total).saturating_sub(rows.len() as u64);
    let mut said = capital(&and(&parts, language));
    if hidden > 0 {
        let hidden = integer(hidden, language);
        said += &say!(language; ". {hidden} äldre visas inte här", ". {hidden} older ones are not shown here");
    }
    said + "."
}

/// Heading of the questions of one phase.
pub const fn phase(phase: Option<Phase>, language: Language) -> &'static str {
    match phase {
        Some(Phase::Before) => word(language, "Före en händelse", "Before an event"),
        Some(Phase::During) => word(language, "Under en händelse", "During an event"),
        Some(Phase::After) => word(language, "Efter en händelse", "After an event"),
        None => word(language, "Utan händelse", "About no event"),
    }
}

/// Who raised a question, and when.
pub fn raised(row: &QuestionRow, on: Date, language: Language) -> String {
    let day = row.raised.map(|raised| date_near(raised, on, language));
    match (&row.by, day) {
        (Some(by), Some(day)) => say!(language; "{by}, {day}", "{by}, {day}"),
        (Some(by), None) => by.clone(),
        (None, Some(day)) => day,
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::view::UnitRef;
    use crate::organisation::unit::UnitKind;
    use crate::organisation::value::{Label, parse_date};
    use crate::organisation::work::ActivityKind;
    use Language::{English, Swedish};

    fn group(members: u32, missing: u32) -> GroupView {
        let unit = UnitRef { id: "g".into(), name: Label::plain("Gruppen"), kind: UnitKind::Group };
        let (seats, held, planned, work) = Default::default();
        GroupView { unit, members, missing, expiring: 0, seats, held, planned, work }
    }

    fn said(sentence: Sentence) -> String {
        sentence.before + &sentence.stress + &sentence.after
    }

    #[test]
    fn a_group_says_how_many_it_has_and_how_many_it_lacks() {
        assert_eq!(said(verdict(&group(14, 0), false, Swedish)), "Gruppen har 14 medlemmar.");
        assert_eq!(said(verdict(&group(1, 2), false, Swedish)), "Gruppen har en medlem. Två saknas.");
        assert_eq!(said(verdict(&group(0, 1), true, English)), "Gruppen has no members from here. One is missing.");
    }

    #[test]
    fn a_group_that_has_not_met_says_so() {
        let on = parse_date("2026-07-01").unwrap();
        assert_eq!(after(&group(1, 0), on, Swedish), "Inget möte finns antecknat.");
    }

    #[test]
    fn work_says_when_it_was_done_last_and_when_it_is_next() {
        let day = |text: &str| parse_date(text).unwrap();
        let done = |date: &str| DoneRow { key: String::new(), date: day(date), note: None, who: Vec::new() };
        let row = |done: Vec<DoneRow>, before: Option<&str>| WorkRow {
            kind: ActivityKind::Lecture,
            state: None,
            finding: None,
            done,
            before: before.map(day),
        };
        let said = |row: WorkRow| work_said(&row, day("2026-07-01"), Swedish);
        assert_eq!(
            said(row(vec![done("2026-09-02"), done("2026-03-01")], None)),
            "senast 1\u{a0}mars, nästa 2\u{a0}september"
        );
        assert_eq!(said(row(vec![], Some("2025-05-06"))), "senast 6\u{a0}maj 2025");
        assert_eq!(said(row(vec![], None)), "inte gjort, såvitt framgår av filen");
    }
}
