//! The representatives' page, and the contact card of a workplace.

use super::super::numbers::{capital, of};
use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::words::unit_kind;
use super::super::{say, word};
use crate::coverage::State;
use crate::engine::view::{CardPage, RepresentativePage};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

labels! {
    /// Heading of the departments.
    departments: "Per förvaltning", "By department";
    /// What choosing a department does.
    departments_lead: "Välj en för att bara se dess del.", "Choose one to see only its part.";
    /// Workplaces that belong to none.
    no_department: "Utan förvaltning", "Without a department";
    /// Label of the search box.
    find: "Sök arbetsplats eller ombud", "Find a workplace or a representative";
    /// Label of the choice of state.
    state: "Visa", "Show";
    /// Choice: every workplace, whatever its state.
    all: "Alla arbetsplatser", "All workplaces";
    /// Said of a workplace without one.
    nobody: "Inget ombud", "No representative";
    /// Appoints a representative.
    appoint: "Utse ombud", "Appoint";
    /// Fills a vacant post.
    fill: "Tillsätt", "Fill the post";
    /// Leads to the card of a workplace.
    card: "Kontaktkort", "Contact card";
    /// Leads to the card of a workplace, from its page.
    print_card: "Skriv ut kontaktkort", "Print a contact card";
    /// Leads to the cards of the workplaces that are shown.
    print_cards: "Skriv ut kontaktkort för urvalet", "Print contact cards of these";
    /// Said where nothing fits.
    nothing: "Ingen arbetsplats stämmer med urvalet.", "No workplace fits the choice.";
    /// Prints the contact cards.
    print: "Skriv ut", "Print";
    /// Label of the size.
    size: "Storlek", "Size";
    /// A small card.
    a6: "A6, fyra på ett ark", "A6, four on a sheet";
    /// A large card.
    a5: "A5, två på ett ark", "A5, two on a sheet";
    /// Leaves out what is not open to everyone.
    open_only: "Bara uppgifter som är öppna för alla", "Only what is open to everyone";
    /// Takes a card into what is printed.
    include: "Skriv ut det här kortet", "Print this card";
    /// In place of what is not open to everyone.
    ask: "fråga säkerhetsenheten", "ask the security unit";
    /// Over the name of the workplace.
    over: "Trygghet och säkerhet", "Safety and security";
    /// On the card: the representative.
    representative: "Ombud", "Representative";
    /// On the card: who stands in.
    substitute: "Ersättare", "Substitute";
    /// On the card: the coordinator.
    coordinator: "Samordnare", "Coordinator";
    /// On the card: danger to life.
    danger: "Fara för liv", "Danger to life";
    /// On the card: where the workplace is.
    address: "Adress", "Address";
}

/// The sentence that says how the representatives stand.
pub fn verdict(page: &RepresentativePage, language: Language) -> Sentence {
    let tally = &page.tally;
    let calm = if tally.applicable == 0 {
        word(
            language,
            "Ingen arbetsplats här omfattas av kravet på säkerhetsombud.",
            "No workplace here is required to have a security representative.",
        )
        .to_owned()
    } else {
        // Where no rule asks, all workplaces are what those with one are counted among.
        let is_asked = page.rules.iter().any(|rule| rule.tally.applicable > 0);
        let held = of(tally.held(), if is_asked { tally.applicable } else { page.workplaces }, language);
        let have = if tally.held() == 1 { "has" } else { "have" };
        say!(language; "{held} arbetsplatser har säkerhetsombud.", "{held} workplaces {have} a security representative.")
    };
    super::verdict(&page.rules, calm, language)
}

/// What follows the headline of the representatives.
pub fn after(page: &RepresentativePage, language: Language) -> String {
    super::after(&page.rules, language)
}

/// A state as the choice of what is shown.
pub fn choice(state: State, language: Language) -> &'static str {
    match state {
        State::Met => word(language, "Har ombud", "Have a representative"),
        State::Expiring => word(language, "Går ut inom 90 dagar", "Expiring within 90 days"),
        State::Missing => word(language, "Saknar ombud", "Without a representative"),
        State::Broken => word(language, "Har för många ombud", "Have too many"),
        State::Unknown => word(language, "Framgår inte", "Not stated"),
        State::Accepted => word(language, "Accepterade utan ombud", "Accepted without one"),
    }
}

/// How many workplaces are listed.
pub fn found(total: u32, language: Language) -> String {
    capital(&unit_kind(UnitKind::Workplace).figure(total, language))
}

/// The heading of the cards.
pub fn cards(page: &CardPage, language: Language) -> Sentence {
    Sentence::plain(match (&page.cards[..], page.total) {
        ([only], 1) => {
            let name = only.place.unit.name.say(language);
            say!(language; "Kontaktkort för {name}", "Contact card of {name}")
        }
        (_, total) => {
            let counted = unit_kind(UnitKind::Workplace).count(total, language);
            say!(language; "Kontaktkort för {counted}", "Contact cards of {counted}")
        }
    })
}

/// What can be done with the cards.
pub const fn cards_after(language: Language) -> &'static str {
    word(
        language,
        "Korten skrivs ut med skärlinjer. Ta bort krysset på de kort som inte ska med.",
        "The cards are printed with lines to cut along. Untick those that are not wanted.",
    )
}
