//! A reason taken out of the file: it stands on its own, with ids and names as text.

use serde::{Deserialize, Serialize};

use super::Reason;
use super::seen::{NameLookup, NamedItem, Scene};
use crate::coverage::{Coverage, Finding, State};
use crate::organisation::value::{Date, Label, day};
use crate::organisation::{Index, Organisation};

/// Why a subject is not simply met, with what was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BecauseView {
    /// The day it speaks of: the one judged or, of what is still to come, the first on which it is not met.
    #[serde(with = "day")]
    pub day: Date,
    /// Why the subject is not simply met.
    pub reason: Reason,
    /// Where the file accepts it for now, how.
    pub accepted: Option<AcceptedView>,
}

/// A fault accepted for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedView {
    /// How the subject would stand otherwise.
    pub was: State,
    /// The reason why the fault is accepted.
    pub reason: Label,
    /// The person who accepted the fault.
    pub who: Option<NamedItem>,
    /// The last day on which it is accepted, included; none for "until further notice".
    #[serde(with = "day::option")]
    pub until: Option<Date>,
}

impl BecauseView {
    /// The reason of a finding, taken out of the file it was found in.
    pub fn new(finding: &Finding, coverage: &Coverage<'_>, organisation: &Organisation<'_>, index: &Index) -> Self {
        let names = NameLookup { organisation, index };
        let comes = finding.since.filter(|since| *since > coverage.on);
        let day = finding.until.and_then(|until| until.succ_opt()).or(comes).unwrap_or(coverage.on);
        let scene = Scene { finding, shape: &coverage.rule(finding).shape, day, names };
        let reason = finding.because.reason(&scene);
        let accepted = finding.accepted.map(|accepted| {
            let exception = &organisation.exceptions[accepted.exception as usize];
            AcceptedView {
                was: accepted.was,
                reason: exception.reason.label(),
                who: exception.who.as_ref().map(|who| names.person_of(Some(&**who))),
                until: exception.until,
            }
        });
        Self { day, reason, accepted }
    }
}
