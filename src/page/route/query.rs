//! What a fragment says after its page: the fields of a route and of what narrows it, each under a key. What cannot be read
//! is as if it were absent, and what an absent key is read as is not written.

use super::fragment::{Pairs, items, list};
use crate::coverage::State;
use crate::disclosure::Audience;
use crate::engine::lens::{
    ExtractOutcome, FindingFilter, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, WorkplaceFilter,
};
use crate::event::Happening;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::rule::Severity;
use crate::risk::Unplaced;

/// A value that stands under a key; one of several fields stands under their keys.
pub(super) trait InQuery: Sized {
    /// Reads the value.
    fn read(pairs: &Pairs<'_>, key: &str) -> Self;

    /// Adds the value.
    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>);
}

/// The key of a field: its name, unless another is given.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}
pub(super) use key;

impl InQuery for String {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        pairs.text(key).unwrap_or_default()
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, Some(self).filter(|text| !text.is_empty()));
    }
}

impl InQuery for Option<String> {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        pairs.text(key)
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, self.as_ref());
    }
}

impl InQuery for u32 {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        pairs.number(key)
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, Some(self).filter(|number| **number > 0));
    }
}

/// A month, from 1 to 12.
impl InQuery for Option<u32> {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        Some(pairs.number(key)).filter(|month| (1..=12).contains(month))
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, *self);
    }
}

/// A year.
impl InQuery for Option<i32> {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        pairs.get(key).and_then(|year| year.parse().ok())
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, *self);
    }
}

impl InQuery for bool {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        pairs.get(key) == Some("yes")
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, self.then_some("yes"));
    }
}

/// Several ids.
impl InQuery for Vec<String> {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        pairs.get(key).map(items).unwrap_or_default()
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, Some(list(self)).filter(|ids| !ids.is_empty()));
    }
}

/// A cell of a matrix: the levels of likelihood and consequence, from 1.
impl InQuery for Option<(u8, u8)> {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        let (likelihood, consequence) = pairs.get(key)?.split_once(',')?;
        Some((likelihood.parse().ok()?, consequence.parse().ok()?))
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, self.map(|(likelihood, consequence)| format!("{likelihood},{consequence}")));
    }
}

/// Words of the format; none where no word of the set is given.
macro_rules! words {
    ($($name:ident),*) => { $(
        impl InQuery for Option<$name> {
            fn read(pairs: &Pairs<'_>, key: &str) -> Self {
                pairs.get(key).and_then($name::from_word)
            }

            fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
                pairs.add(key, self.map($name::word));
            }
        }
    )* };
}

words!(State, Severity, MeasureStatus);

/// The reasons to stand beside the matrix, as the verdict writes them.
pub(super) const BESIDE: [(Unplaced, &str); 3] = [
    (Unplaced::NotRated, "not_rated"),
    (Unplaced::NotAssessable, "not_assessable"),
    (Unplaced::Antagonistic, "antagonistic"),
];

impl InQuery for Option<Unplaced> {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        let word = pairs.get(key)?;
        BESIDE.iter().find(|(_, known)| *known == word).map(|(reason, _)| *reason)
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, BESIDE.iter().find(|(reason, _)| Some(*reason) == *self).map(|(_, word)| word));
    }
}

impl InQuery for Audience {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        pairs.get(key).and_then(Self::from_word).unwrap_or_default()
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, Some(self.word()).filter(|_| *self != Self::default()));
    }
}

impl InQuery for ExtractOutcome {
    fn read(pairs: &Pairs<'_>, key: &str) -> Self {
        let word = pairs.get(key);
        Self::ALL.into_iter().find(|outcome| Some(outcome.word()) == word).unwrap_or_default()
    }

    fn write(&self, key: &'static str, pairs: &mut Pairs<'_>) {
        pairs.add(key, Some(self.word()).filter(|_| *self != Self::default()));
    }
}

/// What happens, under a key of its own for each kind.
impl InQuery for Option<Happening> {
    fn read(pairs: &Pairs<'_>, _: &str) -> Self {
        let units = || Some(Vec::read(pairs, "units")).filter(|ids| !ids.is_empty()).map(Happening::Units);
        let scenario = || pairs.text("scenario").map(Happening::Scenario);
        pairs.text("risk").map(Happening::Risk).or_else(scenario).or_else(units)
    }

    fn write(&self, _: &'static str, pairs: &mut Pairs<'_>) {
        match self {
            None => {}
            Some(Happening::Risk(id)) => pairs.add("risk", Some(id)),
            Some(Happening::Scenario(kind)) => pairs.add("scenario", Some(kind)),
            Some(Happening::Units(ids)) => ids.write("units", pairs),
        }
    }
}

impl InQuery for LossFilter {
    fn read(pairs: &Pairs<'_>, _: &str) -> Self {
        let hours = match pairs.number("hours") {
            0 => Self::default().hours,
            hours => hours.min(Self::LONGEST),
        };
        Self { lost: Vec::read(pairs, "lost"), hours }
    }

    fn write(&self, _: &'static str, pairs: &mut Pairs<'_>) {
        self.lost.write("lost", pairs);
        pairs.add("hours", Some(self.hours).filter(|hours| *hours != Self::default().hours));
    }
}

/// What narrows a page, by its fields.
macro_rules! filters {
    ($( $name:ident { $($field:ident $(= $key:literal)?),* } )*) => { $(
        impl InQuery for $name {
            fn read(pairs: &Pairs<'_>, _: &str) -> Self {
                Self { $($field: InQuery::read(pairs, key!($field $($key)?))),* }
            }

            fn write(&self, _: &'static str, pairs: &mut Pairs<'_>) {
                $( self.$field.write(key!($field $($key)?), pairs); )*
            }
        }
    )* };
}

filters! {
    FindingFilter { rule, state, severity, unit }
    WorkplaceFilter { unit, state, find }
    TrainingFilter { training, state, unit }
    RiskFilter { cell, class, beside, unit, scenario, dimension, find }
    MeasureFilter { owner, unit, status, overdue }
    ShareFilter { receiver = "for", outcome = "items" }
}
