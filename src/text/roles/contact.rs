//! The contact page: what a resident sees.

use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::{say, word};
use crate::engine::view::ContactPageView;
use crate::organisation::value::{Label, Language};

labels! {
    /// Heading of those who answer for the work.
    who: "Vem gör vad", "Who does what";
    /// Said where nobody is told.
    nobody: "Det framgår inte vem som gör vad.", "It is not stated who does what.";
    /// In place of a name that is not open to everyone.
    through: "Nås genom säkerhetsenheten.", "Reached through the security unit.";
    /// Heading of where one turns.
    services: "Frågor om en verksamhet", "Questions about a service";
    /// What turning to the department means.
    services_lead: "Gäller det en skola, ett äldreboende eller något annat som kommunen driver: vänd dig till den förvaltning eller det bolag som har hand om det.",
        "If it is about a school, a home for the elderly or anything else that the municipality runs, turn to the department or company in charge of it.";
    /// Heading of the political responsibility.
    political: "Politiskt ansvar", "Political responsibility";
    /// Heading of what to do in danger.
    danger: "När det är bråttom", "When it is urgent";
    /// Heading of the feedback.
    feedback: "Tyck till", "Tell us what you think";
    /// What feedback is for.
    feedback_lead: "Är något fel eller svårt att förstå? Berätta det för oss.", "Is anything wrong or hard to follow? Let us know.";
    /// Heading of the security unit where it has no name of its own.
    no_unit: "Filen har ingen säkerhetsenhet.", "The file has no security unit.";
}

/// The verdict: how the unit is reached.
pub fn verdict(view: &ContactPageView, language: Language) -> Sentence {
    let Some(unit) = view.security.first() else {
        return Sentence { before: String::new(), stress: no_unit(language).into(), after: String::new() };
    };
    let name = unit.unit.name.say(language);
    match (&unit.phone, &unit.email) {
        (Some(phone), _) => {
            let phone = phone.replace(' ', "\u{a0}");
            Sentence::plain(say!(language; "{name} svarar på {phone}.", "{name}: call {phone}."))
        }
        (None, Some(email)) => {
            Sentence::plain(say!(language; "Skriv till {name}: {email}.", "Write to {name}: {email}."))
        }
        (None, None) => Sentence {
            before: word(language, "Det framgår ", "It is ").into(),
            stress: say!(language; "inte hur {name} nås", "not stated how to reach {name}"),
            after: ".".into(),
        },
    }
}

/// What follows the headline of the contact page.
pub const fn after(language: Language) -> &'static str {
    word(
        language,
        "Vänd dig hit med frågor om trygghet och säkerhet i kommunen.",
        "Turn here with questions about safety and security in the municipality.",
    )
}

/// What the feedback link says.
pub fn feedback_link(label: Option<&Label>, language: Language) -> String {
    label.map_or_else(|| feedback(language).to_owned(), |label| label.say(language).to_owned())
}
