//! How likely it is that one risk outranks another in expected loss, by the bounds of their levels alone.
//!
//! Within its levels a number is taken to be *log-uniform*: as likely between 1 and 10 as between 10 and 100, since the
//! scales of risk grow by factors. Likelihood times consequence is then a sum of uniform numbers in logarithms, and that one
//! such sum exceeds another has an exact answer: the volume of a box cut by a plane,
//!
//! > P(V₁ + … + Vₙ > 0) = Σ ± max(0, e₁ + … + eₙ)ⁿ / (n! · w₁ · … · wₙ),
//!
//! where each Vᵢ is uniform from aᵢ to bᵢ, wᵢ is bᵢ − aᵢ, and the sum goes over all choices of an end of each, with a minus
//! for every lower one. Nothing is simulated, and nothing is put at the open end of an outermost level: what is beyond it can
//! be anything, so that the answer is then a span of probabilities, perhaps from none to all.

use super::bounds::NumberSpan;
use super::position::MatrixPlace;
use super::table::CheckedMatrix;

/// A probability, as exactly as the bounds tell: from `low` to `high`, both from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Odds {
    /// The least it can be, whatever is beyond open ends.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
}

/// How likely it is, dimension by dimension of the matrix that both are placed in, that one risk has a greater expected loss than another. None where
/// one of them is not judged there, or the scale has no numbers.
pub fn outranks(table: &CheckedMatrix<'_>, one: &MatrixPlace, other: &MatrixPlace) -> Vec<Option<Odds>> {
    let loss = |place: &MatrixPlace, dimension: usize| {
        let likelihood = NumberSpan::of(table.likelihood, place.likelihood)?;
        Some([likelihood, NumberSpan::of(table.dimensions[dimension], place.consequence[dimension]?)?])
    };
    (0..table.dimensions.len()).map(|at| Some(odds(loss(one, at)?, loss(other, at)?))).collect()
}

/// How likely it is that the product of some numbers exceeds that of others.
pub fn odds(one: [NumberSpan; 2], other: [NumberSpan; 2]) -> Odds {
    let low = exceeds(one, other);
    let high = exceeds(other, one);
    Odds { low, high: 1.0 - high }
}

/// The least probability that the first product exceeds the second, whatever is beyond open ends: a number of the first is
/// then no more than where its level begins, and one of the second no less than where it ends.
fn exceeds(one: [NumberSpan; 2], other: [NumberSpan; 2]) -> f64 {
    let ours = one.map(|span| logs(span, true));
    let theirs = other.map(|span| logs(span, false));
    let (Some([a, b]), Some([c, d])) = (all(ours), all(theirs)) else { return 0.0 };
    above_zero(&[a, b, (-c.1, -c.0), (-d.1, -d.0)])
}

fn all([a, b]: [Option<(f64, f64)>; 2]) -> Option<[(f64, f64); 2]> {
    Some([a?, b?])
}

/// The logarithms of both ends. Where one is open it is as the other: a point at the known end; where that is no bound in
/// the direction asked for, none.
fn logs(span: NumberSpan, at_least: bool) -> Option<(f64, f64)> {
    let end = |end: Option<f64>| end.filter(|end| *end > 0.0 && end.is_finite()).map(f64::ln);
    match (end(span.above), end(span.up_to)) {
        (Some(low), Some(high)) if low <= high => Some((low, high)),
        (Some(low), None) if at_least => Some((low, low)),
        (None, Some(high)) if !at_least => Some((high, high)),
        _ => None,
    }
}

/// The probability that a sum of independent uniform numbers, each from one end to another, is above zero; of a sum that is
/// zero for certain, one half.
fn above_zero(ends: &[(f64, f64); 4]) -> f64 {
    let sum = |end: fn(&(f64, f64)) -> f64| ends.iter().map(end).sum::<f64>();
    let (least, most) = (sum(|ends| ends.0), sum(|ends| ends.1));
    if least == 0.0 && most == 0.0 {
        return 0.5;
    }
    if least >= 0.0 || most <= 0.0 {
        return if least >= 0.0 { 1.0 } else { 0.0 };
    }
    // One that is narrow beside the others is as good as its middle, and would otherwise be lost in rounding.
    let is_wide = |(low, high): &&(f64, f64)| high - low > (most - least) * 1e-4;
    let (wide, narrow): (Vec<_>, Vec<_>) = ends.iter().partition(is_wide);
    let middle: f64 = narrow.iter().map(|(low, high)| f64::midpoint(*low, *high)).sum();
    let mut volume = 0.0;
    for choice in 0..1_u32 << wide.len() {
        let is_lower = |at: usize| choice >> at & 1 == 1;
        let corner = middle
            + wide.iter().enumerate().map(|(at, (low, high))| if is_lower(at) { low } else { high }).sum::<f64>();
        let power = corner.max(0.0).powi(i32::try_from(wide.len()).unwrap_or_default());
        volume += if choice.count_ones() % 2 == 0 { power } else { -power };
    }
    let whole: f64 = wide.iter().zip(1_u8..).map(|((low, high), n)| (high - low) * f64::from(n)).product();
    (volume / whole).clamp(0.0, 1.0)
}

#[cfg(test)]
pub(super) mod tests;
