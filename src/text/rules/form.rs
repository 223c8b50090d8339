//! What the shapes of rules, their fields and the words in these are called.

use super::super::{word, words};
use crate::organisation::risk::MeasureStatus;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::organisation::work::{ActivityKind, DocumentKind};

/// What a shape checks.
pub fn shape(key: &str, language: Language) -> &str {
    let (sv, en) = match key {
        "exists" => ("Att en enhet av en viss typ finns", "That there is a unit of a certain type"),
        "holders" => ("Att en roll har innehavare", "That a role is held"),
        "reports_to" => ("Vem någon rapporterar till", "Whom someone reports to"),
        "appointed_by" => ("Vem som har utsett någon", "Who appointed someone"),
        "members" => ("Att vissa är med i en grupp", "That some are members of a group"),
        "represented" => {
            ("Att externa parter företräds i en grupp", "That external parties are represented in a group")
        }
        "trained" => ("Att en utbildning är genomförd och gäller", "That a training course is completed and valid"),
        "reviewed" => ("Att dokument ses över i tid", "That documents are reviewed in time"),
        "done" => ("Att något görs regelbundet", "That something is done regularly"),
        "substitute" => ("Att det finns ersättare", "That there are substitutes"),
        "load" => ("Att ingen har för många uppdrag", "That nobody holds too many posts"),
        "inventoried" => ("Att risker gås igenom", "That risks are reviewed"),
        "measures_on_time" => ("Att åtgärder blir klara i tid", "That measures are done in time"),
        other => return other,
    };
    word(language, sv, en)
}

/// What a field of a rule is called, by its way in the rule; `None` for one that no shape has.
pub fn field(way: &str, language: Language) -> Option<&'static str> {
    let (sv, en) = match way {
        "text" => ("vad som ska gälla", "what is to apply"),
        "source" => ("källa", "source"),
        "severity" => ("kravnivå", "requirement level"),
        "exists/kind" => ("typ av enhet", "type of unit"),
        "reports_to/who" | "appointed_by/who" | "holders/of" | "substitute/of" | "load/of" => ("roll", "role"),
        "reports_to/to" => ("rapporterar till", "reports to"),
        "appointed_by/by" => ("utsedd av", "appointed by"),
        "members/every" | "trained/who" => ("roller", "roles"),
        "members/group" | "represented/group" => ("grupp, om inte alla", "group, if not all"),
        "represented/parties" => ("externa parter, om inte alla", "external parties, if not all"),
        "trained/training" => ("utbildning", "training course"),
        "reviewed/kinds" => ("typer av dokument, om inte alla", "types of document, if not all"),
        "measures_on_time/statuses" => ("åtgärder som är, om inte alla", "measures that are, if not all"),
        "done/kinds" => ("vad som görs", "what is done"),
        "holders/at_least" => ("minst så många", "at least so many"),
        "holders/at_most" => ("högst så många", "at most so many"),
        "load/at_most" => ("på högst så många enheter", "at so many units at most"),
        "done/every_months" | "inventoried/every_months" => {
            ("minst en gång på så många månader", "once in so many months, or more often")
        }
        way => match way.split_once("/in/").map(|(_, rest)| rest)? {
            "kind" => ("enheter av typen", "units of the type"),
            "tags" => ("enheter med etiketterna", "units with the tags"),
            "min_employees" => ("enheter med minst så många anställda", "units with at least so many employees"),
            "under" => ("enheter under", "units below"),
            _ => return None,
        },
    };
    Some(word(language, sv, en))
}

/// What a word in a field of a rule is called; `None` for one that is no word of the format.
pub fn word_in(way: &str, text: &str, language: Language) -> Option<&'static str> {
    match way {
        "done/kinds" => ActivityKind::from_word(text).map(|kind| words::activity(kind, language)),
        "reviewed/kinds" => DocumentKind::from_word(text).map(|kind| words::document(kind, language)),
        "measures_on_time/statuses" => {
            MeasureStatus::from_word(text).map(|status| words::measure_status(status, language))
        }
        "exists/kind" => UnitKind::from_word(text).map(|kind| words::unit_kind(kind).one(language)),
        "severity" => match text {
            "must" => Some(word(language, "krav", "required")),
            "should" => Some(word(language, "rekommendation", "recommended")),
            _ => None,
        },
        way if way.ends_with("/in/kind") => UnitKind::from_word(text).map(|kind| words::unit_kind(kind).one(language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::rule::Shape;
    use Language::{English, Swedish};

    #[test]
    fn every_shape_is_said_in_words() {
        for key in Shape::KEYS {
            assert_ne!(shape(key, Swedish), shape(key, English));
        }
    }

    #[test]
    fn fields_of_the_scope_are_called_alike_in_every_shape() {
        assert_eq!(field("holders/in/kind", Swedish), Some("enheter av typen"));
        assert_eq!(field("done/in/kind", Swedish), field("substitute/in/kind", Swedish));
        assert_eq!(word_in("holders/in/kind", "workplace", English), Some("workplace"));
    }
}
