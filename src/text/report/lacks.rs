//! What is missing, as sentences.

use super::super::numbers::capital;
use super::super::word;
use super::super::words::{self, Noun};
use crate::engine::view::report::{Missing, ReportLack};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;

/// What some lack, as a sentence goes on: in Swedish what some lack and what none has; in English what one lacks, what
/// many lack, and what none has.
type Phrase = (Noun, [&'static str; 2], [&'static str; 3]);

/// Something that is missing, as a sentence: `Tre risker saknar motivering.`
pub fn lack(lack: &ReportLack, language: Language) -> String {
    if let Some((sv, en)) = nothing(lack.what) {
        return word(language, sv, en).to_owned();
    }
    if lack.what == Missing::AgainstWorst {
        let risks = capital(&words::RISK.count(lack.count, language));
        return match language {
            Language::Swedish => format!("{risks} i den högsta klass som förekommer har ingen åtgärd."),
            Language::English if lack.count == 1 => format!("{risks} in the highest class that occurs has no measure."),
            Language::English => format!("{risks} in the highest class that occurs have no measure."),
        };
    }
    some(lack, &of_analysis(lack.what).unwrap_or_else(|| of_society(lack.what)), language)
}

/// What is said where there is nothing of it at all.
const fn nothing(what: Missing) -> Option<(&'static str, &'static str)> {
    Some(match what {
        Missing::Units => ("Filen har inga enheter.", "The file has no units."),
        Missing::Matrix => ("Ingen matris går att använda.", "There is no matrix that can be used."),
        Missing::Participants => (
            "Det framgår inte vilka som deltog i någon risk- och sårbarhetsanalys.",
            "It is not stated who took part in any risk and vulnerability analysis.",
        ),
        Missing::Functions => {
            ("Ingen samhällsviktig verksamhet är identifierad.", "No vital societal function has been identified.")
        }
        Missing::Dependencies => {
            ("Inget kritiskt beroende är identifierat.", "No critical dependency has been identified.")
        }
        Missing::Risks => ("Ingen risk är identifierad.", "No risk has been identified."),
        Missing::Measures => ("Ingen åtgärd är föreslagen eller beslutad.", "No measure is proposed or decided."),
        _ => return None,
    })
}

/// What risks and measures can lack.
fn of_analysis(what: Missing) -> Option<Phrase> {
    let owner = (["saknar ansvarig", "har en ansvarig"], ["has no owner", "have no owner", "has an owner"]);
    let (noun, (sv, en)) = match what {
        Missing::RiskOwner => (words::RISK, owner),
        Missing::MeasureOwner => (words::MEASURE, owner),
        Missing::Rating => {
            (words::RISK, (["är inte bedömd", "är bedömd"], ["is not assessed", "are not assessed", "is assessed"]))
        }
        Missing::Motive => (
            words::RISK,
            (
                ["saknar motivering", "har en motivering"],
                ["gives no rationale", "give no rationale", "gives a rationale"],
            ),
        ),
        Missing::Uncertainty => (
            words::RISK,
            (
                ["anger inte hur osäker bedömningen är", "anger hur osäker bedömningen är"],
                ["does not state its uncertainty", "do not state their uncertainty", "states its uncertainty"],
            ),
        ),
        Missing::Capability => (words::RISK, CAPABILITY),
        Missing::Due => (
            words::MEASURE,
            (
                ["är beslutad utan datum när den ska vara klar", "har ett datum när den ska vara klar"],
                ["is decided without a due date", "are decided without a due date", "has a due date"],
            ),
        ),
        Missing::Status => (
            words::MEASURE,
            (
                ["saknar uppgift om hur långt den har kommit", "har uppgift om hur långt den har kommit"],
                ["has no progress stated", "have no progress stated", "has its progress stated"],
            ),
        ),
        _ => return None,
    };
    Some((noun, sv, en))
}

/// What the organisation, its method, functions and dependencies can lack.
fn of_society(what: Missing) -> Phrase {
    let (noun, (sv, en)) = match what {
        Missing::Employees => (
            words::unit_kind(UnitKind::Workplace),
            (
                ["saknar uppgift om hur många som är anställda", "anger hur många som är anställda"],
                [
                    "does not state how many it employs",
                    "do not state how many they employ",
                    "states how many it employs",
                ],
            ),
        ),
        Missing::Acceptance => (
            ACCEPTED,
            (
                ["saknar slutdatum eller vem som har beslutat", "har både slutdatum och vem som har beslutat"],
                [
                    "does not state an end date or who decided",
                    "do not state an end date or who decided",
                    "states both an end date and who decided",
                ],
            ),
        ),
        Missing::Bounds => (
            SCALE,
            (
                ["saknar både gränser och beskrivningar av nivåerna", "har gränser eller beskrivningar av nivåerna"],
                [
                    "has neither bounds nor descriptions of its levels",
                    "have neither bounds nor descriptions of their levels",
                    "has bounds or descriptions of its levels",
                ],
            ),
        ),
        Missing::Outage => (
            words::FUNCTION,
            (
                ["saknar acceptabel avbrottstid", "anger sin acceptabla avbrottstid"],
                [
                    "does not state its acceptable outage",
                    "do not state their acceptable outage",
                    "states its acceptable outage",
                ],
            ),
        ),
        Missing::Needs => (
            words::FUNCTION,
            (
                ["saknar uppgift om vad den behöver", "har uppgift om vad den behöver"],
                ["has no needs stated", "have no needs stated", "has its needs stated"],
            ),
        ),
        Missing::FunctionOwner => (
            words::FUNCTION,
            (["saknar ansvarig", "har en ansvarig"], ["has no owner", "have no owner", "has an owner"]),
        ),
        Missing::Supplier => (
            words::DEPENDENCY,
            (["saknar leverantör", "har en leverantör"], ["has no supplier", "have no supplier", "has a supplier"]),
        ),
        Missing::Endurance => (
            NEED,
            (
                ["saknar uppgift om hur länge man klarar sig utan", "har uppgift om hur länge man klarar sig utan"],
                [
                    "does not say how long one can do without",
                    "do not say how long one can do without",
                    "says how long one can do without",
                ],
            ),
        ),
        Missing::Tasks => (
            words::FUNCTION,
            (
                ["saknar uppgifter att bedöma förmågan i", "har uppgifter att bedöma förmågan i"],
                [
                    "has no tasks to assess capability in",
                    "have no tasks to assess capability in",
                    "has tasks to assess capability in",
                ],
            ),
        ),
        _ => (TASK, CAPABILITY),
    };
    (noun, sv, en)
}

const CAPABILITY: ([&str; 2], [&str; 3]) = (
    ["saknar bedömd förmåga", "har en bedömd förmåga"],
    ["has no assessed capability", "have no assessed capability", "has an assessed capability"],
);
const ACCEPTED: Noun = Noun::new(
    false,
    ["accepterad avvikelse från ett krav", "accepterade avvikelser från krav", "den accepterade avvikelsen"],
    ["accepted gap in a requirement", "accepted gaps in requirements"],
);
const SCALE: Noun = Noun::new(false, ["skala", "skalor", "skalan"], ["scale", "scales"]);
const NEED: Noun = Noun::new(true, ["behov", "behov", "behovet"], ["need", "needs"]);
const TASK: Noun = Noun::new(false, ["uppgift", "uppgifter", "uppgiften"], ["task", "tasks"]);

/// Says that some lack something, or that all do.
fn some(lack: &ReportLack, (noun, sv, en): &Phrase, language: Language) -> String {
    if lack.count == lack.of && lack.of > 1 {
        let none = match language {
            Language::Swedish if noun.neuter => "Inget",
            Language::Swedish => "Ingen",
            Language::English => "No",
        };
        return format!("{none} {} {}.", noun.one(language), word(language, sv[1], en[2]));
    }
    let counted = capital(&noun.count(lack.count, language));
    let tail = match language {
        Language::Swedish => many(sv[0], lack.count),
        Language::English => en[usize::from(lack.count != 1)].to_owned(),
    };
    format!("{counted} {tail}.")
}

/// The few words that Swedish bends by number.
fn many(tail: &str, count: u32) -> String {
    if count == 1 {
        return tail.to_owned();
    }
    tail.replace("är inte bedömd", "är inte bedömda")
        .replace("är beslutad ", "är beslutade ")
        .replace("när den ska", "när de ska")
        .replace("hur långt den har", "hur långt de har")
        .replace("vad den behöver", "vad de behöver")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    fn said(what: Missing, count: u32, of: u32, language: Language) -> String {
        lack(&ReportLack { what, count, of }, language)
    }

    #[test]
    fn some_that_lack_something_are_counted() {
        assert_eq!(said(Missing::Motive, 3, 44, Swedish), "Tre risker saknar motivering.");
        assert_eq!(said(Missing::Motive, 1, 44, English), "One risk gives no rationale.");
        assert_eq!(said(Missing::Rating, 2, 44, Swedish), "Två risker är inte bedömda.");
        assert_eq!(said(Missing::Due, 1, 4, Swedish), "En åtgärd är beslutad utan datum när den ska vara klar.");
    }

    #[test]
    fn what_is_accepted_of_a_requirement_lacks_an_end_or_a_decider() {
        assert_eq!(
            said(Missing::Acceptance, 1, 2, Swedish),
            "En accepterad avvikelse från ett krav saknar slutdatum eller vem som har beslutat."
        );
        assert_eq!(
            said(Missing::Acceptance, 2, 2, English),
            "No accepted gap in a requirement states both an end date and who decided."
        );
    }

    #[test]
    fn where_all_lack_it_none_has_it() {
        assert_eq!(said(Missing::Outage, 5, 5, English), "No function states its acceptable outage.");
        assert_eq!(said(Missing::Outage, 5, 5, Swedish), "Ingen verksamhet anger sin acceptabla avbrottstid.");
        assert_eq!(said(Missing::Supplier, 2, 2, Swedish), "Inget beroende har en leverantör.");
    }
}
