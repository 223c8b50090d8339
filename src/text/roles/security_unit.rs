//! The security unit's page.

use super::super::numbers::{self, capital};
use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::{pages, say, word};
use crate::coverage::State;
use crate::engine::view::SecurityUnitView;
use crate::organisation::number::saturating;
use crate::organisation::value::Language;

labels! {
    /// Heading of those who are there.
    people: "De som arbetar här", "Who works here";
    /// Adds a security unit where there is none.
    new_unit: "Lägg till en säkerhetsenhet", "Add a security unit";
    /// Heading of those whom it supports.
    support: "Stöd till förvaltningar och bolag", "Support to departments and companies";
    /// What the support of the security unit means.
    support_lead: "Säkerhetsenheten stödjer varje förvaltning och bolag genom dess säkerhetssamordnare.",
        "The security unit supports each department and company through its security coordinator.";
    /// Said where there is nobody to support.
    no_support: "Här finns inga förvaltningar eller bolag.", "There are no departments or companies here.";
    /// Leads to the coordinators.
    all_support: "Visa samordnarna", "Show the coordinators";
    /// Heading of the documents.
    documents: "Policyer, riktlinjer och andra dokument", "Policies, guidelines and other documents";
    /// What the documents of the list are.
    documents_lead: "Alla policyer och riktlinjer, och de övriga dokument som säkerhetsenheten äger.",
        "All policies and guidelines, and the other documents that the security unit owns.";
    /// What the documents of a part are.
    documents_of_part: "De dokument som den valda delen äger.", "The documents that the chosen part owns.";
    /// Said where there are none.
    no_documents: "Här finns inga sådana dokument.", "There are no such documents here.";
    /// Adds a document.
    new_document: "Nytt dokument", "New document";
    /// Changes a document.
    edit: "Ändra", "Edit";
    /// Column: the document.
    document: "Dokument", "Document";
    /// Column: who owns the document.
    owner: "Ansvarig", "Owner";
    /// Column: when it was adopted.
    adopted: "Fastställt", "Adopted";
    /// Column: by when it must be reviewed.
    review_by: "Ses över senast", "Review by";
    /// Column: how its review stands.
    state: "Läge", "State";
    /// Heading of what was done to develop methods.
    methods: "Metodutveckling", "Development of methods";
    /// What the methods of the security unit are.
    methods_lead: "Analyser, förebyggande insatser, rutiner, utbildningar, föreläsningar och övningar, det senaste först.",
        "Analyses, preventive work, procedures, training courses, lectures and exercises, the latest first.";
    /// Said where there is none.
    no_methods: "Det framgår inte hur metoder utvecklas.", "It is not stated how methods are developed.";
    /// Adds an activity.
    new_activity: "Notera en aktivitet", "Note an activity";
}

/// The sentence that says how the security unit stands.
pub fn verdict(view: &SecurityUnitView, language: Language) -> Sentence {
    if view.units.is_empty() && view.rules.is_empty() {
        let stress = word(language, "ingen säkerhetsenhet", "no security unit").into();
        return Sentence { before: word(language, "Filen har ", "The file has ").into(), stress, after: ".".into() };
    }
    let asks = |shape| view.rules.iter().any(|rule| rule.shape == shape && rule.tally.applicable > 0);
    let met = match (asks("holders"), asks("reviewed")) {
        (true, true) => word(
            language,
            "Säkerhetsenhetens uppdrag är tillsatta och dokumenten är översedda i tid.",
            "The security unit’s posts are filled and its documents reviewed on time.",
        ),
        (true, false) => {
            word(language, "Säkerhetsenhetens uppdrag är tillsatta.", "The security unit’s posts are filled.")
        }
        (false, true) => word(
            language,
            "Säkerhetsenhetens dokument är översedda i tid.",
            "The security unit’s documents are reviewed on time.",
        ),
        (false, false) => word(
            language,
            "Säkerhetsenheten är ert stöd i trygghets- och säkerhetsfrågor.",
            "The security unit supports you in safety and security.",
        ),
    };
    let calm = pages::calm(&pages::sum(view.rules.iter()), met, language);
    super::verdict(&view.rules, calm.before, language)
}

/// What follows the headline: what else falls short, and which document is next.
pub fn after(view: &SecurityUnitView, language: Language) -> String {
    let coming = view.documents.iter().filter(|row| matches!(row.review.state, State::Met | State::Expiring));
    let next = coming.filter_map(|row| Some((row.review_by?, row))).min_by_key(|(day, row)| (*day, &row.id));
    let next = next.map(|(day, row)| {
        let (title, day) = (row.title.say(language), super::through(day, language));
        say!(language; "Näst i tur för översyn är ”{title}”, {day}.", "Next for review: “{title}”, {day}.")
    });
    let after = super::after(&view.rules, language);
    [Some(after), next].into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How much of a list is shown, where that is not all.
pub fn shown(shown: usize, total: u32, language: Language) -> Option<String> {
    let shown = saturating(shown);
    (shown < total).then(|| capital(&numbers::of(shown, total, language)))
}
