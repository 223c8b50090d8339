//! What the fields of the format and the words in them are called.

use super::super::numbers::capital;
use super::super::{rules, say, word, words};
use crate::coverage::State;
use crate::organisation::ListName;
use crate::organisation::person::Visibility;
use crate::organisation::risk::{Capability, MeasureStatus, RiskStatus, Treatment, Uncertainty};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::organisation::work::{ActivityKind, DocumentKind, Fault, Phase, QuestionStatus};

/// What a field is called inside a sentence; one that is not known here is called as the format does.
#[allow(clippy::too_many_lines, reason = "one arm for each field")]
pub fn field(list: Option<ListName>, field: &str, language: Language) -> String {
    if let Some(said) = rules::field(field, language).filter(|_| list == Some(ListName::Rules)) {
        return said.to_owned();
    }
    // An element of a list: which, and the field there.
    if let Some((of, place, own)) = element(field) {
        let of = self::field(list, of, language);
        let own = own.map(|own| self::field(list, own, language));
        return own.map_or_else(|| format!("{of} {place}"), |own| format!("{of} {place}, {own}"));
    }
    let field = field.rsplit_once("needs/").map_or(field, |(_, own)| own);
    let (sv, en) = match (list, field.strip_prefix("tasks/").unwrap_or(field)) {
        (_, "name") => ("namn", "name"),
        (_, "title") => ("rubrik", "title"),
        (_, "kind") => ("typ", "kind"),
        (_, "parent") => ("överordnad enhet", "belongs to"),
        (_, "area") => ("område", "area"),
        (_, "address") => ("adress", "address"),
        (_, "employees") => ("anställda", "employees"),
        (_, "tags") => ("etiketter", "tags"),
        (_, "contact/web") => ("webbplats", "website"),
        (_, "email" | "contact/email") => ("e-post", "email"),
        (_, "phone" | "contact/phone") => ("telefon", "phone"),
        (Some(ListName::Rounds), "due") => ("svar senast", "answer by"),
        (Some(ListName::Rounds), "unit") => ("mottagare", "recipient"),
        (_, "receivers") => ("mottagare", "recipients"),
        (_, "message") => ("hälsning", "message"),
        (_, "answer_to") => ("adress för svar", "address for answers"),
        (_, "sent") => ("fil skapad", "file made"),
        (_, "answered") => ("svar", "answered"),
        (_, "brought_in") => ("införd", "brought in"),
        (_, "refused") => ("avvisad", "refused"),
        (Some(ListName::People), "unit") => ("arbetar på", "works at"),
        (_, "unit") => ("enhet", "unit"),
        (_, "units") => ("enheter", "units"),
        (_, "role") => ("roll", "role"),
        (_, "person") => ("person", "person"),
        (_, "from") => ("från och med", "from"),
        (_, "until") => ("till och med", "until"),
        (_, "appointed_by") => ("utsedd av", "appointed by"),
        (_, "reports_to") => ("rapporterar till", "reports to"),
        (_, "substitute_for") => ("ersättare för", "substitute for"),
        (_, "on_behalf_of") => ("företräder", "on behalf of"),
        (_, "scenario") => ("händelsetyp", "type of event"),
        (_, "owner") => ("ansvarig", "owner"),
        (_, "likelihood") => ("sannolikhet", "likelihood"),
        (_, "uncertainty") => ("osäkerhet", "uncertainty"),
        (_, "antagonistic") => ("antagonistisk", "antagonistic"),
        (_, "motive") => ("motivering", "rationale"),
        (_, "treatment") => ("hantering", "treatment"),
        (_, "status") => ("status", "status"),
        (_, "reviewed") => ("senast gånget igenom", "last reviewed"),
        (_, "on") => ("det som behövs", "what is needed"),
        (_, "endures") => ("klarar sig utan i så många timmar", "does without for so many hours"),
        (_, "needs") => ("behöver", "needs"),
        (_, "tasks") => ("uppgifter", "tasks"),
        (_, "capability") => ("förmåga", "capability"),
        (_, "acceptable_outage") => ("acceptabel avbrottstid i timmar", "acceptable outage in hours"),
        (_, "supplier") => ("leverantör", "supplier"),
        (_, "vulnerabilities") => ("sårbarheter", "vulnerabilities"),
        (_, "dependencies") => ("beroenden", "dependencies"),
        (_, "due") => ("klart senast", "due"),
        (Some(ListName::Measures), "done") => ("klar den, om den är det", "done on, if it is"),
        (Some(ListName::Measures), "risks") => ("risker", "risks"),
        (Some(ListName::Measures), "effect/note") => ("effekten i ord", "the effect in words"),
        (Some(ListName::Measures), "effect/likelihood") => ("effekt på sannolikheten", "effect on the likelihood"),
        (Some(ListName::Risks), "uncertainty/likelihood") => {
            ("osäkerhet i sannolikheten", "uncertainty of the likelihood")
        }
        (Some(ListName::Risks), "uncertainty/consequence") => {
            ("osäkerhet i konsekvensen", "uncertainty of the consequence")
        }
        (Some(ListName::Risks), "motives/likelihood") => ("motivering, sannolikhet", "rationale, likelihood"),
        (_, "cost") => ("kostnad i kronor", "cost in SEK"),
        (_, "adopted/by") => ("fastställd av", "adopted by"),
        (_, "adopted/date") => ("fastställd den", "adopted on"),
        (_, "adopted/minutes") => ("protokoll", "minutes"),
        (_, "adopted") => ("fastställt", "adopted"),
        (_, "review_by") => ("ses över senast", "review by"),
        (_, "link") => ("länk", "link"),
        (_, "date") => ("datum", "date"),
        (_, "note") => ("anteckning", "note"),
        (Some(ListName::Activities), "who") => ("deltog", "took part"),
        (_, "training") => ("utbildning", "training course"),
        (_, "about") => ("frågan", "question"),
        (_, "by") => ("ställd av", "raised by"),
        (_, "raised") => ("ställd den", "raised on"),
        (_, "event") => ("händelse", "event"),
        (_, "phase") => ("skede", "phase"),
        (_, "roles") => ("roller", "roles"),
        (_, "renewed_after") => ("förnyas efter så många månader", "renewed after so many months"),
        (Some(ListName::Roles), "contact") => ("vilka som får se hur de nås", "who may see how to reach them"),
        (_, "reason") => ("varför", "why"),
        (_, "who") => ("beslutat av", "decided by"),
        (Some(ListName::Exceptions), "was") => ("stod då", "stood as"),
        (_, "since") => ("sedan", "since"),
        (_, "finding") => ("avvikelse", "finding"),
        (_, "marking") => ("märkning", "marking"),
        (_, "notice") => ("om filen", "about the file"),
        (_, "as_of") => ("filens datum", "file date"),
        (_, "packs") => ("regelpaket", "rule packs"),
        (_, other) => {
            let inside = |prefix: &str| other.strip_prefix(prefix);
            return if let Some(dimension) = inside("consequence/") {
                say!(language; "konsekvens, {dimension}", "consequence, {dimension}")
            } else if let Some(dimension) = inside("effect/consequence/") {
                say!(language; "effekt på konsekvensen, {dimension}", "effect on the consequence, {dimension}")
            } else if let Some(dimension) = inside("motives/") {
                say!(language; "motivering, {dimension}", "rationale, {dimension}")
            } else if let Some(way) = inside("current/") {
                let field = self::field(list, way, language);
                say!(language; "nu: {field}", "now: {field}")
            } else if let Some(way) = inside("target/") {
                let field = self::field(list, way, language);
                say!(language; "mål: {field}", "target: {field}")
            } else {
                other.to_owned()
            };
        }
    };
    word(language, sv, en).to_owned()
}

/// A field inside an element of a list: the list, which element, and the field there, if it has any.
fn element(way: &str) -> Option<(&str, &str, Option<&str>)> {
    let (list, rest) = way.split_once('/')?;
    let (place, own) = rest.split_once('/').map_or((rest, None), |(place, own)| (place, Some(own)));
    (!place.is_empty() && place.bytes().all(|byte| byte.is_ascii_digit())).then_some((list, place, own))
}

/// One element of a list in a form: `Behöver 2`.
pub fn element_said(label: &str, place: usize) -> String {
    format!("{label} {place}")
}

/// Label of an input, saying where an answer must be given.
pub fn asked(list: Option<ListName>, name: &str, must: bool, language: Language) -> String {
    let label = capital(&field(list, name, language));
    if must { say!(language; "{label} (måste anges)", "{label} (required)") } else { label }
}

/// Label of the input for the same text in English.
pub fn asked_in_english(list: Option<ListName>, name: &str, language: Language) -> String {
    let label = capital(&field(list, name, language));
    say!(language; "{label} på engelska, om det skiljer", "{label} in English, if different")
}

/// What a word of the format in a field is called; any other text is given back as it is.
pub fn word_of(list: Option<ListName>, field: &str, text: &str, language: Language) -> String {
    let own = element(field).and_then(|(.., own)| own);
    let said = match (list, own.unwrap_or(field)) {
        (list, way) if refers_to_roles(list, way) => {
            // Several stand in one text.
            let roles: Vec<_> = text.split(", ").map(|role| words::role(role, None, None, language)).collect();
            return capital(&roles.join(", "));
        }
        (Some(ListName::Rules), way) => rules::word_in(way, text, language),
        (Some(ListName::Roles), "contact") => Visibility::from_word(text).map(|visibility| match visibility {
            Visibility::Open => word(language, "alla", "everyone"),
            Visibility::Internal => word(language, "kommunens medarbetare", "municipal staff"),
        }),
        (Some(ListName::Exceptions), "was") => {
            Fault::from_word(text).and_then(|was| State::from_word(was.word())).map(|was| words::state(was, language))
        }
        (Some(ListName::Units), "kind") => UnitKind::from_word(text).map(|kind| words::unit_kind(kind).one(language)),
        (Some(ListName::Documents), "kind") => {
            DocumentKind::from_word(text).map(|kind| words::document(kind, language))
        }
        (Some(ListName::Activities), "kind") => {
            ActivityKind::from_word(text).map(|kind| words::activity(kind, language))
        }
        (Some(ListName::Questions), "status") => {
            QuestionStatus::from_word(text).map(|status| words::question_status(status, language))
        }
        (Some(ListName::Questions), "phase") => Phase::from_word(text).map(|phase| words::phase(phase, language)),
        (Some(ListName::Measures), "status") => {
            MeasureStatus::from_word(text).map(|status| words::measure_status(status, language))
        }
        (Some(ListName::Risks), "status") => {
            RiskStatus::from_word(text).map(|status| words::risk_status(status, language))
        }
        (Some(ListName::Risks), "uncertainty" | "uncertainty/likelihood" | "uncertainty/consequence") => {
            Uncertainty::from_word(text).map(|level| words::uncertainty(level, language))
        }
        (Some(ListName::Risks), "treatment") => {
            Treatment::from_word(text).map(|treatment| words::treatment(treatment, language))
        }
        (_, "capability" | "tasks/capability") => {
            Capability::from_word(text).map(|level| words::capability(level, language))
        }
        (Some(ListName::Risks), "likelihood") if text == "not_assessable" => Some(super::not_assessable(language)),
        (_, "antagonistic") if text == "true" => Some(word(language, "ja", "yes")),
        (_, "antagonistic") if text == "false" => Some(word(language, "nej", "no")),
        _ => None,
    };
    said.map_or_else(|| text.to_owned(), capital)
}

fn refers_to_roles(list: Option<ListName>, way: &str) -> bool {
    let to = list.and_then(|list| list.referred(way));
    to.is_some_and(|to| to.lists == [ListName::Roles])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn a_required_field_says_so_in_words() {
        assert_eq!(asked(Some(ListName::Units), "name", true, Swedish), "Namn (måste anges)");
        assert_eq!(asked(Some(ListName::Units), "address", false, English), "Address");
    }

    #[test]
    fn a_word_of_the_format_is_said_and_other_texts_stay() {
        assert_eq!(word_of(Some(ListName::Units), "kind", "workplace", Swedish), "Arbetsplats");
        assert_eq!(word_of(Some(ListName::Units), "address", "Storgatan 1", Swedish), "Storgatan 1");
        assert_eq!(field(Some(ListName::Risks), "consequence/life", English), "consequence, life");
        assert_eq!(field(Some(ListName::Risks), "target/consequence/life", Swedish), "mål: konsekvens, life");
        assert_eq!(
            field(Some(ListName::Measures), "effect/consequence/life", English),
            "effect on the consequence, life"
        );
    }
}
