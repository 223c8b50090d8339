//! What a risk can be expected to cost a year, where its scales have numbers: likelihood per year times consequence, as a
//! span. It rests on the bounds of the levels and on nothing else, and is as wide as they are.

use super::bounds::NumberSpan;
use super::position::MatrixPlace;
use super::table::CheckedMatrix;

/// The unit of a likelihood scale that is counted per year.
pub const PER_YEAR: &str = "per year";

/// The expected loss of a year in each dimension of the matrix, in the unit of the dimension's scale. None where likelihood
/// is not counted per year, a scale has no numbers there, or the ends that are known leave nothing to say.
pub fn yearly(table: &CheckedMatrix<'_>, place: &MatrixPlace) -> Vec<Option<NumberSpan>> {
    let per_year = table.likelihood.unit.as_deref() == Some(PER_YEAR);
    let likelihood = NumberSpan::of(table.likelihood, place.likelihood).filter(|_| per_year);
    let loss = |(scale, levels): (_, &Option<_>)| {
        let loss = likelihood?.times(NumberSpan::of(scale, (*levels)?)?);
        (loss.above.is_some() || loss.up_to.is_some()).then_some(loss)
    };
    table.dimensions.iter().copied().zip(&place.consequence).map(loss).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::Levels;
    use crate::risk::outrank::tests::{placed, with_bounds};

    #[test]
    fn the_loss_of_a_year_is_as_wide_as_the_bounds_of_both_levels() {
        with_bounds("per year", |table| {
            let loss = yearly(table, &placed(table, Levels::Level(2), Levels::Level(2)));
            assert_eq!(loss, [Some(NumberSpan { above: Some(0.01 * 10.0), up_to: Some(0.1 * 100.0) })]);
            let loss = yearly(table, &placed(table, Levels::Range(2, 3), Levels::Level(2)));
            assert_eq!(loss, [Some(NumberSpan { above: Some(0.01 * 10.0), up_to: Some(1.0 * 100.0) })]);
        });
    }

    #[test]
    fn an_open_end_stays_open_and_nothing_is_said_where_both_are() {
        with_bounds("per year", |table| {
            let loss = |likelihood, consequence| {
                yearly(table, &placed(table, Levels::Level(likelihood), Levels::Level(consequence)))
            };
            assert_eq!(loss(1, 2), [Some(NumberSpan { above: None, up_to: Some(0.01 * 100.0) })]);
            assert_eq!(loss(4, 2), [Some(NumberSpan { above: Some(10.0), up_to: None })]);
            assert_eq!(loss(1, 4), [None], "seldom and boundless");
        });
    }

    #[test]
    fn a_likelihood_that_is_not_counted_per_year_gives_no_loss_of_a_year() {
        with_bounds("per term of office", |table| {
            assert_eq!(yearly(table, &placed(table, Levels::Level(2), Levels::Level(2))), [None]);
        });
    }
}
