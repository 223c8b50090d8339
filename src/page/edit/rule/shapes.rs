//! What each shape of rule asks for.

use super::super::form::{EditForm, Input, InputKind, may, must};
use super::rule_form;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::rule::Severity;
use crate::organisation::unit::UnitKind;
use crate::organisation::work::{ActivityKind, DocumentKind};

/// What every rule says.
pub(super) const COMMON: EditForm = rule_form(&[
    must("text", InputKind::Long),
    may("source", InputKind::Long),
    may("severity", InputKind::Word(Severity::WORDS)),
]);

/// The form of a shape: `scope` stands for which units it is about.
macro_rules! shape {
    ($key:literal: $($must:ident $field:literal $kind:expr),*; scope) => {
        rule_form(const { &[
            $( $must(concat!($key, "/", $field), $kind), )*
            may(concat!($key, "/in/kind"), InputKind::Word(UnitKind::WORDS)),
            may(concat!($key, "/in/min_employees"), InputKind::Number),
            may(concat!($key, "/in/under"), InputKind::One),
            may(concat!($key, "/in/tags"), InputKind::Lines),
        ] as &'static [Input] })
    };
    ($key:literal: $($must:ident $field:literal $kind:expr),*) => {
        rule_form(const { &[$( $must(concat!($key, "/", $field), $kind) ),*] as &'static [Input] })
    };
}

/// The form of the shape of this key.
pub(super) fn form_of(key: &str) -> EditForm {
    match key {
        "exists" => shape!("exists": must "kind" InputKind::Word(UnitKind::WORDS)),
        "reports_to" => shape!("reports_to": must "who" InputKind::Role, must "to" InputKind::Role),
        "appointed_by" => shape!("appointed_by": must "who" InputKind::Role, must "by" InputKind::Role),
        "members" => shape!("members": must "every" InputKind::Roles, may "group" InputKind::Group),
        "represented" => {
            shape!("represented": may "group" InputKind::Group, may "parties" InputKind::Parties)
        }
        "trained" => {
            shape!("trained": must "training" InputKind::One, may "who" InputKind::Roles)
        }
        "reviewed" => shape!("reviewed": may "kinds" InputKind::Words(DocumentKind::WORDS)),
        "measures_on_time" => shape!("measures_on_time": may "statuses" InputKind::Words(MeasureStatus::WORDS)),
        "done" => {
            shape!("done": must "kinds" InputKind::Words(ActivityKind::WORDS), must "every_months" InputKind::Number; scope)
        }
        "substitute" => shape!("substitute": must "of" InputKind::Role; scope),
        "load" => shape!("load": must "of" InputKind::Role, must "at_most" InputKind::Number),
        "inventoried" => shape!("inventoried": must "every_months" InputKind::Number; scope),
        _ => {
            shape!("holders": must "of" InputKind::Role, may "at_least" InputKind::Number, may "at_most" InputKind::Number; scope)
        }
    }
}
