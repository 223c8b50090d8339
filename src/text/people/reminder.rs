//! What a person is reminded of: posts and training that end, training that is missing, and measures that remain, as a
//! letter and as days in a calendar.

use crate::coverage::State;
use crate::engine::view::{PersonPageView, PersonPost, PostState, TraineeRow};
use crate::exchange::export::calendar::{Alarm, Event, calendar};
use crate::organisation::value::{Date, Label, Language};
use crate::text::numbers::{capital, date};
use crate::text::shell::labels;
use crate::text::{say, words};

labels! {
    /// Heading of what somebody is reminded of.
    heading: "Påminnelse", "Reminder";
    /// What the reminder is for.
    lead: "Ett mejl och en kalenderfil om det som går ut, saknas eller ska göras.",
        "An email and a calendar file about what expires, is missing or is to be done.";
    /// Writes the letter.
    write: "Skriv en påminnelse", "Write a reminder";
    /// Opens the letter in the reader's own program.
    mail: "Öppna ett mejl", "Open an email";
    /// Saves the days as a calendar.
    save: "Spara som kalenderfil (.ics)", "Save as a calendar file (.ics)";
    /// Said where the person is left out of what is made for others.
    withheld: "Personen är märkt med sekretess. Ingen påminnelse skrivs.",
        "The person is marked confidential. No reminder is written.";
    /// Said where nothing is left once what is marked has been left out.
    nothing: "Det som återstår är märkt med sekretess och skrivs inte i en påminnelse.",
        "What remains is marked confidential and is not written in a reminder.";
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

/// What a person is reminded of on a day, the soonest first and what is missing before it.
pub fn rows(view: &PersonPageView, on: Date, language: Language) -> Vec<ReminderRow> {
    let posts = view.posts.iter().filter(|post| post.post.state == PostState::Current);
    let posts = posts.filter_map(|post| Some(of_post(post, post.post.until?, language)));
    let trainings = view.trainings.iter().filter_map(|row| of_training(row, on, language));
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
    let mut rows: Vec<ReminderRow> = posts.chain(trainings).chain(measures).collect();
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

fn of_training(row: &TraineeRow, on: Date, language: Language) -> Option<ReminderRow> {
    let name = row.training_name.say(language);
    let said = match (row.state, row.until) {
        (State::Missing, None) => say!(language; "{name}: utbildningen saknas", "{name}: the training is missing"),
        (State::Missing | State::Expiring, Some(until)) => {
            let day = date(until, language);
            if until < on {
                say!(language; "{name}: utbildningen gick ut {day}", "{name}: the training expired on {day}")
            } else {
                say!(language; "{name}: utbildningen går ut {day}", "{name}: the training expires on {day}")
            }
        }
        _ => return None,
    };
    Some(ReminderRow { on: row.until, said, key: format!("training/{}", row.training) })
}

/// The text of the letter. `owner` is what the municipality is called.
pub fn letter(view: &PersonPageView, rows: &[ReminderRow], owner: &Label, on: Date, language: Language) -> String {
    let list = rows.iter().fold(String::new(), |list, row| list + "\n- " + &row.said);
    let (name, owner, day) = (&view.person.name, owner.say(language), date(on, language));
    let of = if owner.is_empty() { String::new() } else { say!(language; " i {owner}", " in {owner}") };
    say!(language;
        "Hej {name}!\n\nSå står det i registret över säkerhetsorganisationen{of} den {day}:{list}\n\nHör av dig om något inte stämmer.",
        "Hello {name},\n\nOn {day} the register of the security organisation{of} says:{list}\n\nPlease get in touch if anything is wrong.")
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
    let owner = owner.say(Language::Swedish);
    let events: Vec<Event> = rows
        .iter()
        .filter_map(|row| {
            Some(Event {
                uid: format!("{}/{}/{owner}@ombud", row.key, view.person.id),
                on: row.on.filter(|day| *day >= on)?,
                summary: row.said.clone(),
                description: String::new(),
                category: heading(language).to_owned(),
            })
        })
        .collect();
    calendar(&format!("{} – {}", heading(language), view.person.name), on, alarm, &events)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;
    use crate::engine::lens::Lens;
    use crate::engine::request::{Reply, Request};
    use crate::organisation::value::parse_date;
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
                "Åtgärden ”Ny brandcell” skulle ha varit klar 30 september 2026",
                "Brandskydd: utbildningen går ut 10 januari 2027",
                "Säkerhetsombud, Eken: uppdraget går ut 31 mars 2027",
            ]
        );
        assert_eq!(said(English)[3], "Security representative, Eken: the post expires on 31 March 2027");
    }

    #[test]
    fn the_letter_has_every_line_and_the_calendar_the_days_to_come_each_with_its_alarm() {
        let (view, on) = view();
        let rows = rows(&view, on, Swedish);
        let text = letter(&view, &rows, &Label::plain("Ekby"), on, Swedish);
        assert!(text.starts_with("Hej Ada Al!") && text.contains("säkerhetsorganisationen i Ekby den"), "{text}");
        assert_eq!(text.matches("\n- ").count(), 4, "{text}");
        let days = days(&view, &rows, &Label::plain("Ekby"), on, Alarm::DaysBefore(30), Swedish);
        assert_eq!(days.matches("BEGIN:VEVENT").count(), 2, "what is late or missing has no day to come: {days}");
        assert_eq!(days.matches("TRIGGER:-P30D").count(), 2, "{days}");
    }
}
