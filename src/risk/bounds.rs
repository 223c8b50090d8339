//! What levels mean in numbers, where their scale says so.

use crate::organisation::method::Scale;
use crate::organisation::value::Levels;

/// A span of numbers in the unit of a scale: more than `above`, at most `up_to`. An end that the scale does not say is
/// open; nothing is put in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberSpan {
    /// The lower end, not included.
    pub above: Option<f64>,
    /// The upper end, included.
    pub up_to: Option<f64>,
}

impl NumberSpan {
    /// What levels of a scale mean; none where neither end is said.
    pub fn of(scale: &Scale<'_>, levels: Levels) -> Option<Self> {
        let at = |level: i32| scale.levels.get(usize::try_from(level.checked_sub(1)?).ok()?);
        let above = at(levels.low())?.above.or_else(|| at(levels.low() - 1)?.up_to);
        let up_to = at(levels.high())?.up_to;
        (above.is_some() || up_to.is_some()).then_some(Self { above, up_to })
    }

    /// All that a number of this span times one of another can be. Numbers of both are zero at least.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        let end = |one: Option<f64>, other: Option<f64>| Some(one? * other?);
        Self { above: end(self.above, other.above), up_to: end(self.up_to, other.up_to) }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::organisation::method::Level;
    use crate::organisation::record::Value;

    /// A scale of levels that end at these bounds; the highest has none.
    pub(in crate::risk) fn scale(bounds: &[f64]) -> Scale<'static> {
        let level = |up_to: Option<f64>| Level { up_to, ..Level::blank() };
        let levels = bounds.iter().copied().map(Some).chain([None]).map(level).collect();
        Scale { levels, ..Scale::blank() }
    }

    #[test]
    fn a_level_begins_where_the_one_below_ends_and_the_outermost_are_open() {
        let scale = scale(&[10.0, 100.0]);
        let span = |levels| NumberSpan::of(&scale, levels);
        assert_eq!(span(Levels::Level(1)), Some(NumberSpan { above: None, up_to: Some(10.0) }));
        assert_eq!(span(Levels::Level(2)), Some(NumberSpan { above: Some(10.0), up_to: Some(100.0) }));
        assert_eq!(span(Levels::Level(3)), Some(NumberSpan { above: Some(100.0), up_to: None }));
        assert_eq!(span(Levels::Range(1, 3)), None);
        assert_eq!(span(Levels::Level(4)), None);
    }

    #[test]
    fn a_lower_bound_of_its_own_goes_before_the_end_of_the_level_below() {
        let mut scale = scale(&[10.0, 100.0]);
        scale.levels[1].above = Some(20.0);
        assert_eq!(
            NumberSpan::of(&scale, Levels::Level(2)),
            Some(NumberSpan { above: Some(20.0), up_to: Some(100.0) })
        );
    }

    #[test]
    fn an_open_end_of_a_factor_leaves_that_end_of_the_product_open() {
        let open = NumberSpan { above: Some(0.1), up_to: None };
        let closed = NumberSpan { above: Some(10.0), up_to: Some(100.0) };
        assert_eq!(open.times(closed), NumberSpan { above: Some(1.0), up_to: None });
        assert_eq!(closed.times(closed), NumberSpan { above: Some(100.0), up_to: Some(10_000.0) });
    }
}
