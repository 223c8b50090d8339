//! Headings of the ends of a term that do not say whose it is.

use super::spoken;
use crate::exchange::names::heading;

/// Headings of first days.
const FIRST: &[&str] = &[
    "från och med",
    "fr.o.m.",
    "fr.o.m. datum",
    "from",
    "utsedd",
    "utsedd datum",
    "utsedd den",
    "förordnad från",
    "gäller från",
    "gäller fr.o.m.",
    "giltig från",
    "från",
    "start",
    "startdatum",
    "tillträdde",
    "tillträder",
    "tillträde",
    "start date",
    "valid from",
    "mandattid",
    "mandatperiod",
    "uppdragstid",
    "period",
];

/// Headings of last days.
const LAST: &[&str] = &[
    "till och med",
    "t.o.m.",
    "t.o.m. datum",
    "until",
    "förordnad till",
    "giltigt till",
    "giltig till",
    "giltig t.o.m.",
    "gäller till",
    "till",
    "slut",
    "slutdatum",
    "gäller t.o.m.",
    "utsedd t.o.m.",
    "utsedd till",
    "förordnande t.o.m.",
    "förordnad t.o.m.",
    "mandat t.o.m.",
    "uppdrag t.o.m.",
    "avgår",
    "slutar",
    "end date",
    "valid to",
    "valid until",
    "appointed until",
];

/// Which end of a term a heading is about that does not say whose: `from` or `until`. One of a whole term is about its first
/// day, and its cells may say both.
pub(in crate::exchange) fn bare_end(text: &str) -> Option<&'static str> {
    let wanted = heading(text);
    let is_one = |known: &[&str]| known.iter().any(|known| heading(known) == wanted);
    match () {
        () if is_one(FIRST) => Some("from"),
        () if is_one(LAST) => Some("until"),
        () => bare_end(&spoken::without_hint(text)?),
    }
}
