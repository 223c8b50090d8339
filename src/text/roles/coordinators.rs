//! The coordinators' page.

use super::super::numbers::{date, date_near, integer, of};
use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::{say, word};
use crate::engine::view::{CoordinatorPage, DutyRow};
use crate::organisation::value::{Date, Language};

labels! {
    /// Said of a department without one.
    nobody: "Ingen säkerhetssamordnare", "No security coordinator";
    /// Said where no rule asks for one.
    not_asked: "Ingen regel kräver det.", "No rule requires it.";
    /// Label: who appointed.
    appointed_by: "Utsedd av", "Appointed by";
    /// Label: to whom one reports.
    reports_to: "Rapporterar till", "Reports to";
    /// Heading of the duties.
    duties: "Uppgifterna det senaste året", "The duties in the past year";
    /// Appoints a coordinator.
    appoint: "Utse samordnare", "Appoint a coordinator";
    /// Fills a vacant post.
    fill: "Tillsätt", "Fill the post";
    /// Changes a post.
    edit: "Ändra uppdraget", "Edit the post";
    /// Notes an activity.
    note: "Notera en aktivitet", "Note an activity";
    /// Said where there are none.
    no_departments: "Här finns inga förvaltningar och bolag.", "There are no departments and companies here.";
}

/// The sentence that says how the coordinators stand.
pub fn verdict(page: &CoordinatorPage, language: Language) -> Sentence {
    if page.total == 0 {
        return Sentence::plain(no_departments(language));
    }
    let held = of(page.held, page.total, language);
    let have = if page.held == 1 { "has" } else { "have" };
    let calm = say!(language;
        "{held} förvaltningar och bolag har säkerhetssamordnare.",
        "{held} departments and companies {have} a security coordinator.");
    super::verdict(&page.rules, calm, language)
}

/// Heading of the departments: how many there are.
pub fn found(total: u32, language: Language) -> String {
    let number = integer(total.into(), language);
    match total {
        1 => word(language, "En förvaltning eller ett bolag", "One department or company").to_owned(),
        _ => say!(language; "{number} förvaltningar och bolag", "{number} departments and companies"),
    }
}

/// What follows the headline of the coordinators.
pub fn after(page: &CoordinatorPage, language: Language) -> String {
    super::after(&page.rules, language)
}

/// When a duty was last carried out.
pub fn last(duty: &DutyRow, on: Date, language: Language) -> String {
    match duty.last {
        Some(day) => date_near(day, on, language),
        None => word(language, "aldrig noterat", "never noted").to_owned(),
    }
}

/// Opens what was done.
pub fn done(count: u32, on: Date, language: Language) -> String {
    let (count, on) = (integer(count.into(), language), date(on, language));
    say!(language; "Utfört de senaste tolv månaderna (till och med den {on}): {count}", "Done in the past twelve months (until {on}): {count}")
}
