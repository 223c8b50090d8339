//! Why there is no unit of a kind.

use super::group::reasons;
use super::seen::Scene;
use crate::organisation::unit::UnitKind;

/// Why there is no unit of a kind, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindCause {
    /// No unit of the kind is in the file.
    NoUnit {
        /// The kind of unit that the rule asks for.
        kind: UnitKind,
    },
}

reasons! {
    /// Why there is no unit of a kind.
    pub enum KindReason {
        /// No unit of the kind is in the file.
        NoUnit = "no_unit" {
            /// The kind of unit that the rule asks for.
            unit_kind: UnitKind,
        },
    }
}

impl KindCause {
    pub(super) fn reason(self, _: &Scene<'_, '_>) -> KindReason {
        let Self::NoUnit { kind } = self;
        KindReason::NoUnit { unit_kind: kind }
    }
}
