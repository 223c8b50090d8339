//! What each shape of rule asks for.

use super::super::form::{Form, Input, Kind, may, must};
use super::rule_form;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::rule::Severity;
use crate::organisation::unit::UnitKind;
use crate::organisation::work::{ActivityKind, DocumentKind};

/// What every rule says.
pub(super) const COMMON: Form =
    rule_form(&[must("text", Kind::Long), may("source", Kind::Long), may("severity", Kind::Word(Severity::WORDS))]);

/// The form of a shape: `scope` stands for which units it is about.
macro_rules! shape {
    ($key:literal: $($must:ident $field:literal $kind:expr),*; scope) => {
        rule_form(const { &[
            $( $must(concat!($key, "/", $field), $kind), )*
            may(concat!($key, "/in/kind"), Kind::Word(UnitKind::WORDS)),
            may(concat!($key, "/in/min_employees"), Kind::Number),
            may(concat!($key, "/in/under"), Kind::One("units")),
            may(concat!($key, "/in/tags"), Kind::Lines),
        ] as &'static [Input] })
    };
    ($key:literal: $($must:ident $field:literal $kind:expr),*) => {
        rule_form(const { &[$( $must(concat!($key, "/", $field), $kind) ),*] as &'static [Input] })
    };
}

/// The form of the shape of this key.
pub(super) fn form_of(key: &str) -> Form {
    match key {
        "exists" => shape!("exists": must "kind" Kind::Word(UnitKind::WORDS)),
        "reports_to" => shape!("reports_to": must "who" Kind::Role, must "to" Kind::Role),
        "appointed_by" => shape!("appointed_by": must "who" Kind::Role, must "by" Kind::Role),
        "members" => shape!("members": must "every" Kind::Roles, may "group" Kind::One("groups")),
        "represented" => shape!("represented": may "group" Kind::One("groups"), may "parties" Kind::Parties),
        "trained" => shape!("trained": must "training" Kind::One("trainings"), may "who" Kind::Roles),
        "reviewed" => shape!("reviewed": may "kinds" Kind::Words(DocumentKind::WORDS)),
        "measures_on_time" => shape!("measures_on_time": may "statuses" Kind::Words(MeasureStatus::WORDS)),
        "done" => {
            shape!("done": must "kinds" Kind::Words(ActivityKind::WORDS), must "every_months" Kind::Number; scope)
        }
        "substitute" => shape!("substitute": must "of" Kind::Role; scope),
        "load" => shape!("load": must "of" Kind::Role, must "at_most" Kind::Number),
        "inventoried" => shape!("inventoried": must "every_months" Kind::Number; scope),
        _ => shape!("holders": must "of" Kind::Role, may "at_least" Kind::Number, may "at_most" Kind::Number; scope),
    }
}
