//! Headings of the ends of a term that do not say whose it is.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{LONGEST_HEADING, spoken};
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

/// The end that each of these headings means, made alike once.
static KNOWN: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
    let last = LAST.iter().map(|known| (heading(known), "until"));
    last.chain(FIRST.iter().map(|known| (heading(known), "from"))).collect()
});

/// Which end of a term a heading is about that does not say whose: `from` or `until`. One of a whole term is about its first
/// day, and its cells may say both.
pub(in crate::exchange) fn bare_end(text: &str) -> Option<&'static str> {
    if text.len() > LONGEST_HEADING {
        return None;
    }
    KNOWN.get(&heading(text)).copied().or_else(|| bare_end(&spoken::without_hint(text)?))
}
