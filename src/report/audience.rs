//! For whom a report is, and what is left out for them by its marking.
//!
//! What a report says is taken from the extract for its reader, since [`RULES`] 2. [`reduce`] alone is what reports went by
//! before, and makes them again when one of them is checked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::disclosure::{Extract, Receiver, WithheldBecause as Withheld, left_out_before};
use crate::organisation::record::words;
use crate::organisation::value::Marking;
use crate::organisation::{Item, List, Organisation};

/// The version of the rules that say what of a report is for whom.
pub const RULES: u32 = 2;

/// The first of them: a marking leaves an item out, and what refers to it is told without it.
pub const FIRST_RULES: u32 = 1;

words! {
    /// The readers that a report is for.
    pub enum Audience {
        /// Everyone: nothing internal, nothing secret, no names of people, no reasons in free words.
        Public = "public",
        /// The municipality's own people: nothing secret.
        Internal = "internal",
        /// Readers who may read all that is in the file.
        All = "all",
    }
}

impl Default for Audience {
    /// What is secret is shown to those who ask for it.
    fn default() -> Self {
        Self::Internal
    }
}

impl Audience {
    /// Whose extract it is made of; none for those who may read all.
    pub fn receiver(self) -> Option<Receiver> {
        match self {
            Self::Public => Some(Receiver::Public),
            Self::Internal => Some(Receiver::Internal),
            Self::All => None,
        }
    }

    /// Whether people's names, motives, vulnerabilities and notes are for them.
    pub fn reads_reasons(self) -> bool {
        self != Self::Public
    }

    /// The ground on which something marked so is left out; none where it may be read.
    pub fn leaves_out(self, marking: &Marking<'_>) -> Option<ReportGround> {
        let ground = match marking {
            Marking::Unmarked | Marking::Open => return None,
            Marking::Internal => ReportGround::Internal,
            Marking::Secret(ground) => ReportGround::Secret(ground.to_string()),
            Marking::Never => ReportGround::Never,
        };
        match self {
            Self::All => None,
            Self::Internal if ground == ReportGround::Internal => None,
            _ => Some(ground),
        }
    }
}

/// On which ground something is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ReportGround {
    /// The item is for the municipality's own people.
    Internal,
    /// The item is secret on a ground of the secrecy act: `18:13`; empty where that is not to be told.
    Secret(String),
    /// The item is never to leave the file.
    Never,
}

/// How many items of a list are left out, and on which ground.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemsLeftOut {
    /// The list, as the format names it.
    pub list: String,
    /// The ground on which they are left out.
    pub ground: ReportGround,
    /// Items that are left out.
    pub count: u32,
}

/// The lists that a report is made of and whose items are marked.
const LISTS: [&str; 11] = [
    "units",
    "people",
    "roles",
    "assignments",
    "activities",
    "risks",
    "measures",
    "functions",
    "dependencies",
    "editions",
    "profiles",
];

/// What items are called that an earlier extract left out: it tells how many, and not of which list.
pub const ITEMS: &str = "items";

impl ItemsLeftOut {
    /// What an extract leaves out by its marking, of the lists that a report is made of.
    pub fn of(organisation: &Organisation<'_>, extract: &Extract<'_>) -> Vec<Self> {
        let mut counts: BTreeMap<(&str, ReportGround), u32> = BTreeMap::new();
        for fates in extract.fates.iter().filter(|fates| LISTS.contains(&fates.list.name())) {
            for ground in fates.used.iter().flatten().filter_map(ReportGround::of) {
                *counts.entry((fates.list.name(), ground)).or_default() += 1;
            }
        }
        for (ground, count) in left_out_before(organisation) {
            if let Some(ground) = ReportGround::of(&ground) {
                *counts.entry((ITEMS, ground)).or_default() += count;
            }
        }
        let row = |((list, ground), count): ((&str, ReportGround), u32)| Self { list: list.to_owned(), ground, count };
        counts.into_iter().map(row).collect()
    }
}

impl ReportGround {
    /// The marking that an extract leaves something out by, where it is one.
    fn of(withheld: &Withheld) -> Option<Self> {
        Some(match withheld {
            Withheld::Internal => Self::Internal,
            Withheld::Secret(section) => Self::Secret(section.clone().unwrap_or_default()),
            Withheld::Never => Self::Never,
            _ => return None,
        })
    }
}

/// Gives the lists a report is made of, by name, each with whether its items go into it.
macro_rules! reduced {
    ($organisation:ident, $sift:ident; $($list:ident),*) => {
        Organisation {
            name: $organisation.name.clone(),
            as_of: $organisation.as_of,
            packs: $organisation.packs.clone(),
            scales: $organisation.scales.clone(),
            matrices: $organisation.matrices.clone(),
            $( $list: $sift.list(&$organisation.$list, stringify!($list), |item| &item.marking), )*
            ..Organisation::default()
        }
    };
}

/// The file as the audience may read it, and what was left out of it. Everything a report says is computed from this:
/// what is not in it can be neither named nor counted.
pub fn reduce<'a>(organisation: &Organisation<'a>, audience: Audience) -> (Organisation<'a>, Vec<ItemsLeftOut>) {
    let mut sift = Sift { audience, left_out: BTreeMap::new() };
    let reduced = reduced!(organisation, sift; units, people, roles, assignments, activities, risks, measures,
        functions, dependencies, editions, profiles);
    let row =
        |((list, ground), count): ((&str, ReportGround), u32)| ItemsLeftOut { list: list.to_owned(), ground, count };
    (reduced, sift.left_out.into_iter().map(row).collect())
}

struct Sift {
    audience: Audience,
    left_out: BTreeMap<(&'static str, ReportGround), u32>,
}

impl Sift {
    fn list<'a, T: Item + Clone>(
        &mut self,
        list: &List<'a, T>,
        name: &'static str,
        marking: impl for<'i> Fn(&'i T) -> &'i Marking<'a>,
    ) -> List<'a, T> {
        let mut items = Vec::with_capacity(list.len());
        for item in list.iter() {
            match self.audience.leaves_out(marking(item)) {
                Some(ground) => *self.left_out.entry((name, ground)).or_default() += 1,
                None => items.push(item.clone()),
            }
        }
        List { items, ..List::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::read;

    const MARKED: &str = r#"{"format": 1, "risks": [
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B", "marking": "open"},
        {"id": "c", "title": "C", "marking": "internal"},
        {"id": "d", "title": "D", "marking": "secret:18:13"},
        {"id": "e", "title": "E", "marking": "secret:18:13"},
        {"id": "f", "title": "F", "marking": "never"}]}"#;

    fn reduced(audience: Audience) -> (String, Vec<(ReportGround, u32)>) {
        let (file, _) = read(MARKED, &mut |_| ()).expect("a file");
        let (reduced, left_out) = reduce(&file, audience);
        let ids = reduced.risks.iter().map(|risk| risk.id.to_string()).collect();
        (ids, left_out.into_iter().map(|row| (row.ground, row.count)).collect())
    }

    #[test]
    fn the_public_gets_what_is_open_or_not_marked() {
        let secret = ReportGround::Secret("18:13".into());
        assert_eq!(
            reduced(Audience::Public),
            ("ab".into(), vec![(ReportGround::Internal, 1), (secret, 2), (ReportGround::Never, 1)])
        );
    }

    #[test]
    fn the_own_people_get_what_is_internal_as_well_but_nothing_secret() {
        let secret = ReportGround::Secret("18:13".into());
        assert_eq!(reduced(Audience::Internal), ("abc".into(), vec![(secret, 2), (ReportGround::Never, 1)]));
    }

    #[test]
    fn who_may_read_all_gets_all() {
        assert_eq!(reduced(Audience::All), ("abcdef".into(), Vec::new()));
    }
}
