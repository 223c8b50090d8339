//! What is left out of a report by its marking, counted, and by which rules.
//!
//! What a report says is taken from the extract for its reader, since [`RULES`] 2. [`reduce`](crate::disclosure::reduce)
//! alone is what reports went by before, and makes them again when one of them is checked.

use serde::{Deserialize, Serialize};

use crate::disclosure::{Extract, LeftOutOf, REDUCED, WithheldBecause, left_out_before};
use crate::organisation::Organisation;

/// The version of the rules that say what of a report is for whom.
pub const RULES: u32 = 4;

/// The first of them: a marking leaves an item out, and what refers to it is told without it.
pub const FIRST_RULES: u32 = 1;

/// The version from which risks keep the numbers of the whole register.
pub const NUMBERS_KEPT: u32 = 3;

/// The first rules by which a report tells how posts were held at the edition before.
pub const COVERAGE_TOLD: u32 = 4;

/// What items are called that an earlier extract left out: it tells how many, and not of which list.
pub const ITEMS: &str = "items";

/// How many items of a list are left out, and on which ground.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemsLeftOut {
    /// The list, as the format names it.
    pub list: String,
    /// The ground on which they are left out.
    pub ground: WithheldBecause,
    /// Items that are left out.
    pub count: u32,
}

impl ItemsLeftOut {
    /// What an extract leaves out by its marking, of the lists that a report is made of.
    pub fn of(organisation: &Organisation<'_>, extract: &Extract<'_>) -> Vec<Self> {
        let mut counts = LeftOutOf::new();
        for fates in extract.fates.iter().filter(|fates| REDUCED.contains(&fates.list.name())) {
            for ground in fates.used.iter().flatten().filter(|ground| ground.is_marking()) {
                *counts.entry((fates.list.name(), ground.clone())).or_default() += 1;
            }
        }
        let before = left_out_before(organisation).into_iter();
        for (ground, count) in before.filter(|(ground, _)| ground.is_marking()) {
            *counts.entry((ITEMS, ground)).or_default() += count;
        }
        Self::counted(counts)
    }

    /// A row for each list and ground, by the name of the list.
    pub fn counted(counts: LeftOutOf) -> Vec<Self> {
        let row = |((list, ground), count): ((&str, _), _)| Self { list: list.to_owned(), ground, count };
        counts.into_iter().map(row).collect()
    }
}
