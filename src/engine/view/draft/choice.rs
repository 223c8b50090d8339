//! Items to choose among: those whose names hold what was typed, the likeliest first.

use serde::{Deserialize, Serialize};

use super::item::named;
use crate::engine::look::ViewContext;
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Label, is_blank, sort_key, visible};
use crate::organisation::{ListName, sort};

/// What an item is chosen among.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChoiceOf {
    /// The items of a list.
    List(ListName),
    /// Who can answer for something: units and people.
    Owners,
    /// What a function can depend on: dependencies and other functions.
    Needed,
    /// Units that are groups.
    Groups,
    /// Units that are external parties.
    Parties,
}

impl ChoiceOf {
    /// What a field of a list's items refers to; `way` leads to it: `owner`, `needs/on`. None where it refers to nothing.
    pub fn referred(list: ListName, way: &str) -> Option<Self> {
        Some(match list.referred(way)?.lists {
            [one] => Self::List(*one),
            lists if lists == Self::Needed.lists() => Self::Needed,
            _ => Self::Owners,
        })
    }

    fn lists(self) -> Vec<ListName> {
        match self {
            Self::List(list) => vec![list],
            Self::Owners => vec![ListName::Units, ListName::People],
            Self::Needed => vec![ListName::Dependencies, ListName::Functions],
            Self::Groups | Self::Parties => vec![ListName::Units],
        }
    }

    /// The kind that units must be of, where only some are chosen among.
    const fn kind(self) -> Option<UnitKind> {
        match self {
            Self::Groups => Some(UnitKind::Group),
            Self::Parties => Some(UnitKind::Party),
            _ => None,
        }
    }
}

/// An item that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceView {
    /// The id of the choice.
    pub id: String,
    /// The name of the choice.
    pub name: Label,
    /// What tells it from others of the same name: the unit it belongs to.
    pub beside: Option<Label>,
}

/// What can be chosen: the first of it, and how much there is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoicePage {
    /// The first choices, the likeliest first.
    pub choices: Vec<ChoiceView>,
    /// How many items there are to choose among, shown or not.
    pub total: u32,
}

/// Which choices are wanted.
#[derive(Clone, Copy)]
pub(in crate::engine) struct ChoiceQuery<'q> {
    /// What is chosen among.
    pub(in crate::engine) of: ChoiceOf,
    /// Words that a name must hold, letters compared without case.
    pub(in crate::engine) find: &'q str,
    /// Id of one that comes first whatever its name; empty for none.
    pub(in crate::engine) chosen: &'q str,
    /// Id of the unit that one is chosen for; empty for none.
    pub(in crate::engine) near: &'q str,
    /// The most that are wanted.
    pub(in crate::engine) most: usize,
}

/// How well a name fits what was typed, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameFit {
    /// The item is the one that is chosen already.
    Chosen,
    /// The name begins with the text.
    Begins,
    /// Each word of the text begins a word of the name.
    Words,
    /// Each word of the text is somewhere in the name.
    Holds,
}

impl ChoicePage {
    /// The items of a list whose names hold a text: the chosen one, then those that fit best; of these the nearest to the
    /// unit that one is chosen for, then by name.
    pub(in crate::engine) fn new(look: ViewContext<'_>, query: ChoiceQuery<'_>) -> Self {
        let kind = query.of.kind();
        let wanted = sort_key(query.find.trim());
        let near = chain(look, query.near);
        let mut found: Vec<(NameFit, usize, String, ListName, usize)> = Vec::new();
        for list in query.of.lists() {
            for place in 0..look.organisation.items(list).count() {
                if kind.is_some_and(|kind| look.organisation.units[place].kind != kind) {
                    continue;
                }
                let Some((id, names)) = named(look.organisation, list, place) else { continue };
                // An id that both have is that of the dependency.
                if list == ListName::Functions && look.organisation.dependencies.iter().any(|item| *item.id == *id) {
                    continue;
                }
                let keys = names.map(sort_key);
                let fit = if id == query.chosen { Some(NameFit::Chosen) } else { fit(&wanted, &keys) };
                let Some(fit) = fit else { continue };
                let [key, _] = keys;
                found.push((fit, steps(look, &near, unit_of(look, list, place)), key, list, place));
            }
        }
        sort::all(&mut found);
        let total = saturating(found.len());
        found.truncate(query.most);
        let choices = found.into_iter().filter_map(|(.., list, place)| ChoiceView::new(look, list, place)).collect();
        Self { choices, total }
    }
}

impl ChoiceView {
    fn new(look: ViewContext<'_>, list: ListName, place: usize) -> Option<Self> {
        let organisation = look.organisation;
        let (id, [sv, en]) = named(organisation, list, place)?;
        let above = match list {
            ListName::Units => organisation.units[place].parent.as_deref(),
            ListName::People => organisation.people[place].unit.as_deref(),
            _ => None,
        };
        let above = above.and_then(|id| look.index.unit(id));
        // The second name of a person is an address, which is for finding them only.
        let en = Some(en).filter(|en| *en != sv && list != ListName::People).map(visible);
        Some(Self {
            id: id.to_owned(),
            name: if is_blank(sv) { Label::plain(id) } else { Label { sv: visible(sv), en } },
            beside: above.map(|unit| organisation.units[unit as usize].name.label()),
        })
    }
}

/// How well names fit what was typed; nothing where a word of it is in none of them.
fn fit(wanted: &str, keys: &[String; 2]) -> Option<NameFit> {
    let mut words = wanted.split_whitespace();
    if keys[0].starts_with(wanted) {
        return Some(NameFit::Begins);
    }
    let begins = |word: &str| keys.iter().any(|key| key.split([' ', '-']).any(|of| of.starts_with(word)));
    if words.clone().all(begins) {
        return Some(NameFit::Words);
    }
    words.all(|word| keys.iter().any(|key| key.contains(word))).then_some(NameFit::Holds)
}

/// The unit that an item is at, or is.
fn unit_of(look: ViewContext<'_>, list: ListName, place: usize) -> Option<u32> {
    match list {
        ListName::Units => u32::try_from(place).ok(),
        ListName::People => look.index.unit(look.organisation.people[place].unit.as_deref()?),
        _ => None,
    }
}

/// A unit and those above it, the nearest first.
fn chain(look: ViewContext<'_>, id: &str) -> Vec<u32> {
    let above = |unit: &u32| look.index.parents.get(*unit as usize).copied().filter(|unit| look.index.is_known(*unit));
    std::iter::successors(look.index.unit(id), above).collect()
}

/// How far a unit is from the first of a chain: two for each step up until it is the unit there, one more where it is one
/// below that; further than any where it is nowhere.
fn steps(look: ViewContext<'_>, chain: &[u32], unit: Option<u32>) -> usize {
    let at = |(step, at): (usize, &u32)| match unit? {
        unit if unit == *at => Some(2 * step),
        unit => look.index.is_below(unit, *at).then_some(2 * step + 1),
    };
    chain.iter().enumerate().find_map(at).unwrap_or(2 * chain.len())
}

#[cfg(test)]
mod tests {
    use super::{ChoiceOf, NameFit, fit};
    use crate::organisation::ListName;
    use crate::organisation::value::sort_key;

    #[test]
    fn what_is_chosen_among_is_what_the_field_refers_to() {
        let of = ChoiceOf::referred;
        assert_eq!(of(ListName::Assignments, "appointed_by"), Some(ChoiceOf::List(ListName::People)));
        assert_eq!(of(ListName::Measures, "risks"), Some(ChoiceOf::List(ListName::Risks)));
        assert_eq!(of(ListName::Rules, "holders/in/under"), Some(ChoiceOf::List(ListName::Units)));
        assert_eq!(of(ListName::Documents, "owner"), Some(ChoiceOf::Owners));
        assert_eq!(of(ListName::Functions, "needs//on"), Some(ChoiceOf::Needed));
        assert_eq!(of(ListName::Units, "name"), None);
    }

    fn fits(wanted: &str, name: &str, address: &str) -> Option<NameFit> {
        fit(&sort_key(wanted), &[sort_key(name), sort_key(address)])
    }

    #[test]
    fn the_start_of_a_name_fits_best_then_words_then_any_part() {
        assert!(fits("rick", "Rickard Tornberg", "") == Some(NameFit::Begins));
        assert!(fits("torn rick", "Rickard Tornberg", "") == Some(NameFit::Words));
        assert!(fits("berg", "Rickard Tornberg", "") == Some(NameFit::Holds));
        assert!(fits("", "Rickard Tornberg", "") == Some(NameFit::Begins));
    }

    #[test]
    fn an_address_finds_a_person_and_a_word_that_is_nowhere_finds_nobody() {
        assert!(fits("rt@example", "Rickard Tornberg", "rt@example.se") == Some(NameFit::Words));
        assert!(fits("rickard öhman", "Rickard Tornberg", "rt@example.se").is_none());
    }
}
