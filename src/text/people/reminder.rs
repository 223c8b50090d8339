//! What a person is reminded of: posts and training that end, training that is missing, and measures that remain, as a
//! letter and as days in a calendar.

use std::collections::BTreeSet;

use crate::coverage::State;
use crate::engine::view::{
    DocumentRow, DueRow, DutyView, PersonPageView, PersonPost, PersonView, PostState, RemindedRow, TraineeRow,
};
use crate::exchange::export::calendar::{Alarm, Event, calendar};
use crate::organisation::value::{Date, Label, Language};
use crate::text::numbers::{and, capital, date, spelled};
use crate::text::shell::labels;
use crate::text::{say, word, words};

labels! {
    /// Heading of what somebody is reminded of.
    heading: "Påminnelse", "Reminder";
    /// What the reminder is for.
    lead: "Ett mejl och en kalenderfil om det som går ut, saknas eller ska göras.",
        "An email and a calendar file about what expires, is missing or is to be done.";
    /// Writes the letter.
    write: "Skriv en påminnelse", "Write a reminder";
    /// Saves the days as a calendar.
    save: "Spara som kalenderfil (.ics)", "Save as a calendar file (.ics)";
    /// Said where the person is left out of what is made for others.
    withheld: "Personen är märkt med sekretess. Ingen påminnelse skrivs.",
        "The person is marked confidential. No reminder is written.";
    /// Said where nothing is left once what is marked has been left out.
    nothing: "Det som återstår är märkt med sekretess och skrivs inte i en påminnelse.",
        "What remains is marked confidential and is not written in a reminder.";
    /// Heading of the reminders to many.
    many: "Påminn dem det gäller", "Remind those concerned";
    /// What the reminders to many are for.
    many_lead: "Ett mejl till var och en, eller till deras chefer, adresserna att kopiera, och en kalenderfil för varje förvaltning. Det som är märkt med sekretess är inte med. Inget skickas härifrån.",
        "An email to each, or to their heads, the addresses to copy, and a calendar file for each department. What is marked confidential is left out. Nothing is sent from here.";
    /// Brings the reminders to many out.
    write_many: "Skriv påminnelser", "Write reminders";
    /// Label of the choice of how far ahead one looks.
    within: "Går ut eller ska göras", "Expires or is to be done";
    /// Label of the choice of who gets the letters.
    whom: "Till vem", "To whom";
    /// The letters go to those concerned.
    themselves: "Dem det gäller", "Those concerned";
    /// The letters go to the heads of those concerned.
    heads: "Deras chefer", "Their heads";
    /// Said where nobody is concerned.
    nobody: "Ingen att påminna.", "Nobody to remind.";
    /// Label of the addresses.
    addresses: "E-postadresser", "Email addresses";
    /// Copies the addresses.
    copy: "Kopiera adresserna", "Copy the addresses";
    /// Said once the addresses are copied.
    copied: "Kopierade.", "Copied.";
    /// Heading of the letters.
    letters: "Mejl", "Emails";
    /// Heading of the calendar files.
    calendars: "Kalenderfiler", "Calendar files";
    /// Said of somebody without an address.
    no_address: "ingen e-postadress", "no email address";
    /// What those are listed under over whom no head is known.
    no_head: "Utan chef i filen", "Without a head in the file";
    /// What those are listed under who belong to no department.
    no_department: "Utan förvaltning", "Without a department";
    /// Folds out the text of a letter.
    text: "Visa texten", "Show the text";
    /// Subject of the letter.
    subject: "Påminnelse om uppdrag i säkerhetsarbetet", "Reminder of duties in the security work";
}

/// Something that a person is reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderRow {
    /// The last day of what ends, or by which it is to be done; none of what is missing already.
    pub on: Option<Date>,
    /// What is said of it: a line of the letter.
    pub said: String,
    /// What it is told apart by from year to year, in a calendar.
    pub key: String,
}

/// A choice of how far ahead one looks; 0 is what is late or missing, and what ends on the day itself.
pub fn days_ahead(days: u32, language: Language) -> String {
    match days {
        0 => word(language, "Nu", "Now").to_owned(),
        _ => say!(language; "Inom {days} dagar", "Within {days} days"),
    }
}

/// How many are reminded, of what: `12 personer`.
pub fn counted(people: u32, language: Language) -> String {
    words::PERSON.figure(people, language)
}

/// How many things somebody is reminded of, and who they are told through.
pub fn things(rows: usize, language: Language) -> String {
    let rows = crate::organisation::number::saturating(rows);
    match language {
        Language::Swedish if rows == 1 => "en sak att påminna om".to_owned(),
        Language::Swedish => format!("{} saker att påminna om", spelled(rows, false, language)),
        Language::English if rows == 1 => "one thing to remind of".to_owned(),
        Language::English => format!("{} things to remind of", spelled(rows, false, language)),
    }
}

/// Says that some are not listed.
pub fn left_out(shown: u32, all: u32, language: Language) -> String {
    let of = super::super::numbers::of(shown, all, language);
    say!(language; "{of} personer är med. Välj en kortare tid eller en del av organisationen.", "{of} people are included. Choose a shorter time or a part of the organisation.")
}

/// Saves the calendar of a department: `Spara kalenderfil: Barn- och utbildningsförvaltningen`.
pub fn save_of(name: &str, language: Language) -> String {
    say!(language; "Spara kalenderfil: {name}", "Save calendar file: {name}")
}

/// What a person is reminded of on a day, the soonest first and what is missing before it.
pub fn rows(view: &PersonPageView, on: Date, language: Language) -> Vec<ReminderRow> {
    let posts = view.posts.iter().filter(|post| post.post.state == PostState::Current);
    let posts = posts.filter_map(|post| Some(of_post(post, post.post.until?, language)));
    let alike = |a: &&TraineeRow, b: &&TraineeRow| (&a.training, a.state, a.until) == (&b.training, b.state, b.until);
    let mut trainings: Vec<&TraineeRow> = view.trainings.iter().collect();
    crate::organisation::sort::by_cached_key(&mut trainings, |row| (row.training.clone(), row.until, row.state));
    let trainings = trainings.chunk_by(alike).filter_map(|rows| of_training(rows, on, language));
    let measures = view.measures.iter().filter(|row| row.stands.remains()).filter_map(|row| {
        let (due, title) = (row.due?, row.title.say(language));
        let day = date(due, language);
        let said = if due < on {
            say!(language; "Åtgärden ”{title}” skulle ha varit klar {day}", "The measure “{title}” was to be done by {day}")
        } else {
            say!(language; "Åtgärden ”{title}” ska vara klar {day}", "The measure “{title}” is to be done by {day}")
        };
        Some(ReminderRow { on: Some(due), said, key: format!("measure/{}", row.id) })
    });
    let documents = view.documents.iter().filter_map(|row| of_document(row, on, language));
    let mut rows: Vec<ReminderRow> = posts.chain(trainings).chain(measures).chain(documents).collect();
    crate::organisation::sort::by_cached_key(&mut rows, |row| (row.on, row.key.clone()));
    rows
}

fn of_post(post: &PersonPost, until: Date, language: Language) -> ReminderRow {
    let row = &post.post;
    let role = capital(&words::role(&row.role, row.role_name.as_ref(), Some(post.unit.kind), language));
    let (unit, day) = (post.unit.name.say(language), date(until, language));
    ReminderRow {
        on: Some(until),
        said: say!(language; "{role}, {unit}: uppdraget går ut {day}", "{role}, {unit}: the post expires on {day}"),
        key: format!("post/{}/{}", row.role, post.unit.id),
    }
}

/// Of a training, once: where it is asked for at several units, they are named.
fn of_training(rows: &[&TraineeRow], on: Date, language: Language) -> Option<ReminderRow> {
    let row = rows.first()?;
    let units: BTreeSet<&str> = rows.iter().map(|row| row.unit.name.say(language)).collect();
    let units: Vec<String> = units.into_iter().map(str::to_owned).collect();
    let name = row.training_name.say(language);
    let name = if units.len() > 1 { format!("{name} ({})", and(&units, language)) } else { name.to_owned() };
    let said = match (row.state, row.until) {
        (State::Missing, None) => {
            say!(language; "{name}: utbildningen saknas", "{name}: the training course is missing")
        }
        (State::Missing | State::Expiring, Some(until)) => {
            let day = date(until, language);
            if until < on {
                say!(language; "{name}: utbildningen gick ut {day}", "{name}: the training course expired on {day}")
            } else {
                say!(language; "{name}: utbildningen går ut {day}", "{name}: the training course expires on {day}")
            }
        }
        _ => return None,
    };
    Some(ReminderRow { on: row.until, said, key: format!("training/{}", row.training) })
}

fn of_document(row: &DocumentRow, on: Date, language: Language) -> Option<ReminderRow> {
    let (by, title) = (row.review_by?, row.title.say(language));
    let day = date(by, language);
    let said = if by < on {
        say!(language; "”{title}” skulle ha setts över senast {day}", "“{title}” was to be reviewed by {day}")
    } else {
        say!(language; "”{title}” ska ses över senast {day}", "“{title}” is to be reviewed by {day}")
    };
    Some(ReminderRow { on: Some(by), said, key: format!("document/{}", row.id) })
}

/// What somebody who is reminded among many is reminded of: what the person is, and what is to be done at their units.
pub fn rows_of(row: &RemindedRow, on: Date, language: Language) -> Vec<ReminderRow> {
    let mut rows = rows(&row.page, on, language);
    rows.extend(row.duties.iter().filter_map(|duty| of_duty(duty, on, language)));
    crate::organisation::sort::by_cached_key(&mut rows, |row| (row.on, row.key.clone()));
    rows
}

fn of_duty(row: &DueRow, on: Date, language: Language) -> Option<ReminderRow> {
    let (day, is_late) = (date(row.by, language), row.by < on);
    let said = match &row.duty {
        DutyView::Done { unit, kind } => {
            let (unit, kind) = (unit.name.say(language), words::activity(*kind, language));
            if is_late {
                say!(language; "{unit}: {kind} skulle ha gjorts igen senast {day}", "{unit}: {kind} was to be done again by {day}")
            } else {
                say!(language; "{unit}: {kind} ska göras igen senast {day}", "{unit}: {kind} is to be done again by {day}")
            }
        }
        DutyView::Inventory { unit } => {
            let unit = unit.name.say(language);
            if is_late {
                say!(language;
                    "{unit}: riskerna skulle ha gåtts igenom på nytt senast {day}",
                    "{unit}: the risks were to be reviewed again by {day}")
            } else {
                say!(language;
                    "{unit}: riskerna ska gås igenom på nytt senast {day}",
                    "{unit}: the risks are to be reviewed again by {day}")
            }
        }
        DutyView::Planned { unit: Some(unit), kind, .. } => {
            let (unit, kind) = (unit.name.say(language), words::activity(*kind, language));
            say!(language; "{unit}: {kind} planeras till {day}", "{unit}: {kind} is planned for {day}")
        }
        _ => return None,
    };
    Some(ReminderRow { on: Some(row.by), said, key: row.key.clone() })
}

/// The text of the letter. `owner` is what the municipality is called.
pub fn letter(view: &PersonPageView, rows: &[ReminderRow], owner: &Label, on: Date, language: Language) -> String {
    let (name, list, register) = (&view.person.name, lines(rows), register(owner, on, language));
    say!(language;
        "Hej {name}!\n\n{register}:{list}\n\nHör av dig om något inte stämmer.",
        "Hello {name},\n\n{register}:{list}\n\nPlease get in touch if anything is wrong.")
}

/// The text of a letter to a head about those they are head of, each with what they are reminded of.
pub fn letter_to_head(
    head: &PersonView,
    people: &[(&RemindedRow, Vec<ReminderRow>)],
    owner: &Label,
    on: Date,
    language: Language,
) -> String {
    let list =
        people.iter().fold(String::new(), |list, (row, rows)| list + "\n\n" + &row.page.person.name + &lines(rows));
    let name = &head.name;
    let register = register(owner, on, language);
    say!(language;
        "Hej {name}!\n\n{register} om dem du är chef för:{list}\n\nHör av dig om något inte stämmer.",
        "Hello {name},\n\n{register} of those you are head of:{list}\n\nPlease get in touch if anything is wrong.")
}

fn lines(rows: &[ReminderRow]) -> String {
    rows.iter().fold(String::new(), |list, row| list + "\n- " + &row.said)
}

/// What a letter says it has from where: the register of the municipality, as it is on a day.
fn register(owner: &Label, on: Date, language: Language) -> String {
    let (owner, day) = (owner.say(language), date(on, language));
    let of = if owner.is_empty() { String::new() } else { say!(language; " i {owner}", " in {owner}") };
    say!(language;
        "Så står det i registret över säkerhetsorganisationen{of} den {day}",
        "On {day} the register of the security organisation{of} says")
}

/// The days that are to come as iCalendar, as true on a day, with an alarm before each. `owner` is what the municipality
/// is called.
pub fn days(
    view: &PersonPageView,
    rows: &[ReminderRow],
    owner: &Label,
    on: Date,
    alarm: Alarm,
    language: Language,
) -> String {
    let events: Vec<Event> = rows.iter().filter_map(|row| event(view, row, (owner, on), false, language)).collect();
    calendar(&format!("{} – {}", heading(language), view.person.name), on, alarm, &events)
}

/// The days to come of many as one calendar, each with the name of whom it is about. `name` is what the department is called.
pub fn days_of_many(
    name: &str,
    people: &[(&RemindedRow, Vec<ReminderRow>)],
    (owner, on): (&Label, Date),
    alarm: Alarm,
    language: Language,
) -> String {
    let of = |(row, rows): &(&RemindedRow, Vec<ReminderRow>)| {
        let events = rows.iter().filter_map(|each| event(&row.page, each, (owner, on), true, language));
        events.collect::<Vec<_>>()
    };
    let events: Vec<Event> = people.iter().flat_map(of).collect();
    calendar(&format!("{} – {name}", heading(language)), on, alarm, &events)
}

/// A day to come as an event; none where it is past, or where there is no day.
fn event(
    view: &PersonPageView,
    row: &ReminderRow,
    (owner, on): (&Label, Date),
    is_named: bool,
    language: Language,
) -> Option<Event> {
    let (name, owner) = (&view.person.name, owner.say(Language::Swedish));
    Some(Event {
        uid: format!("{}/{}/{owner}@ombud", row.key, view.person.id),
        on: row.on.filter(|day| *day >= on)?,
        summary: if is_named { format!("{name}: {}", row.said) } else { row.said.clone() },
        description: String::new(),
        category: heading(language).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;
    use crate::engine::lens::Lens;
    use crate::engine::request::{Reply, Request};
    use crate::organisation::value::parse_date;
    use crate::organisation::work::ActivityKind;
    use Language::{English, Swedish};

    const FILE: &str = r#"{"format": 1, "name": "Ekby", "as_of": "2026-11-22",
        "units": [{"id": "u", "name": "Eken", "kind": "workplace"}],
        "people": [{"id": "p", "name": "Ada Al"}],
        "assignments": [
            {"role": "security_representative", "unit": "u", "person": "p", "until": "2027-03-31"},
            {"role": "head", "unit": "u", "person": "p"},
            {"role": "member", "unit": "u", "person": "p", "until": "2025-03-31"}],
        "trainings": [
            {"id": "t", "name": "Brandskydd", "roles": ["security_representative"], "renewed_after": 12},
            {"id": "w", "name": "Säkerhet", "roles": ["security_representative"]}],
        "completions": [{"training": "t", "person": "p", "date": "2026-01-10"}],
        "risks": [{"id": "r", "title": "Brand"}],
        "documents": [{"id": "d", "title": "Planen", "kind": "plan", "owner": "p", "review_by": "2026-01-01"}],
        "measures": [
            {"id": "m", "title": "Ny brandcell", "risks": ["r"], "owner": "p", "status": "ongoing", "due": "2026-09-30"},
            {"id": "k", "title": "Klar sak", "risks": ["r"], "owner": "p", "status": "done", "due": "2026-09-30"}]}"#;

    fn view() -> (PersonPageView, Date) {
        let on = parse_date("2026-11-22").unwrap();
        let mut engine = Engine::default();
        engine.open("f".into(), FILE.into(), &mut |_| ()).expect("it can be read");
        match engine.handle(&Request::Person { lens: Lens::whole(on), id: "p".into() }) {
            Reply::Person(view) => (*view, on),
            other => panic!("{other:?}"),
        }
    }

    fn said(language: Language) -> Vec<String> {
        let (view, on) = view();
        rows(&view, on, language).into_iter().map(|row| row.said.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn what_is_missing_comes_first_then_whatever_ends_soonest_and_what_has_no_end_is_not_there() {
        assert_eq!(
            said(Swedish),
            [
                "Säkerhet: utbildningen saknas",
                "”Planen” skulle ha setts över senast 1 januari 2026",
                "Åtgärden ”Ny brandcell” skulle ha varit klar 30 september 2026",
                "Brandskydd: utbildningen går ut 10 januari 2027",
                "Säkerhetsombud, Eken: uppdraget går ut 31 mars 2027",
            ]
        );
        assert_eq!(said(English)[4], "Security representative, Eken: the post expires on 31 March 2027");
    }

    #[test]
    fn what_is_to_be_done_at_a_unit_is_a_line_of_the_letter() {
        let (page, on) = view();
        let unit = page.posts[0].unit.clone();
        let due =
            |key: &str, by: &str, duty| DueRow { key: key.into(), by: parse_date(by).unwrap(), duty, finding: None };
        let duties = vec![
            due("done/u/advise", "2026-11-01", DutyView::Done { unit: unit.clone(), kind: ActivityKind::Advise }),
            due("done/u/exercise", "2026-12-01", DutyView::Done { unit: unit.clone(), kind: ActivityKind::Exercise }),
            due("inventory/u", "2026-12-24", DutyView::Inventory { unit }),
        ];
        let row = RemindedRow { page, duties, department: None, head: None };
        let told: Vec<_> = rows_of(&row, on, Swedish).into_iter().map(|row| row.said.replace('\u{a0}', " ")).collect();
        assert_eq!(told.len(), 8, "{told:?}");
        for line in [
            "Eken: rådgivning skulle ha gjorts igen senast 1 november 2026",
            "Eken: övning ska göras igen senast 1 december 2026",
            "Eken: riskerna ska gås igenom på nytt senast 24 december 2026",
        ] {
            assert!(told.iter().any(|told| told == line), "{told:?}");
        }
    }

    #[test]
    fn a_training_that_several_posts_ask_for_is_told_once_with_where_they_are() {
        let (mut view, on) = view();
        let more = view.trainings.iter().cloned().map(|mut row| {
            (row.unit.id, row.unit.name) = ("v".into(), Label::plain("Linden"));
            row
        });
        view.trainings = more.collect::<Vec<_>>().into_iter().chain(view.trainings).collect();
        let told: Vec<_> = rows(&view, on, Swedish).into_iter().map(|row| row.said.replace('\u{a0}', " ")).collect();
        assert_eq!(told.len(), 5, "{told:?}");
        assert_eq!(told[0], "Säkerhet (Eken och Linden): utbildningen saknas");
        assert_eq!(told[3], "Brandskydd (Eken och Linden): utbildningen går ut 10 januari 2027");
    }

    #[test]
    fn the_letter_has_every_line_and_the_calendar_the_days_to_come_each_with_its_alarm() {
        let (view, on) = view();
        let rows = rows(&view, on, Swedish);
        let text = letter(&view, &rows, &Label::plain("Ekby"), on, Swedish);
        assert!(text.starts_with("Hej Ada Al!") && text.contains("säkerhetsorganisationen i Ekby den"), "{text}");
        assert_eq!(text.matches("\n- ").count(), 5, "{text}");
        let days = days(&view, &rows, &Label::plain("Ekby"), on, Alarm::DaysBefore(30), Swedish);
        assert_eq!(days.matches("BEGIN:VEVENT").count(), 2, "what is late or missing has no day to come: {days}");
        assert_eq!(days.matches("TRIGGER:-P30D").count(), 2, "{days}");
    }

    #[test]
    fn a_head_gets_one_letter_about_all_and_the_calendar_of_many_names_each() {
        let (page, on) = view();
        let lines = rows(&page, on, Swedish);
        let head = PersonView { name: "Hedda".into(), ..PersonView::default() };
        let row = RemindedRow { page, duties: Vec::new(), department: None, head: None };
        let people = [(&row, lines.clone()), (&row, lines)];
        let text = letter_to_head(&head, &people, &Label::plain("Ekby"), on, Swedish);
        assert!(text.starts_with("Hej Hedda!") && text.contains("om dem du är chef för:"), "{text}");
        assert_eq!((text.matches("\n\nAda Al\n- ").count(), text.matches("\n- ").count()), (2, 10), "{text}");
        let owner = Label::plain("Ekby");
        let days = days_of_many("Eken", &people[..1], (&owner, on), Alarm::DaysBefore(7), Swedish);
        assert_eq!(days.matches("SUMMARY:Ada Al: ").count(), 2, "{days}");
        assert_eq!(days.matches("TRIGGER:-P7D").count(), 2, "{days}");
    }
}
