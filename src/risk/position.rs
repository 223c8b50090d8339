//! Where a risk stands in its matrix on a day: as it was judged (inherent), as it is with what has been done (current),
//! and as it should come to be (target). Everything that shows one of these asks here.
//!
//! - **inherent**: the risk's own `likelihood` and `consequence`; what the register is ranked by, whatever the day;
//! - **current**: what the risk states in `current`; for each input it does not state, the inherent level moved by every
//!   measure done on the day;
//! - **target**: what it states in `target`; for each input it does not state, the current level moved by the measures
//!   that are neither done nor given up.
//!
//! A measure moves an input by the steps it says. Steps are added up first and then taken, so that no order matters; a
//! level stops at the end of its scale, and of a range both ends move. An input that is not judged is not moved.

use super::method::Methods;
use super::register::within;
use super::table::{CheckedMatrix, Lookup};
use crate::organisation::risk::{Dimensions, Effect, Likelihood, Measure, MeasureStatus, Position, Risk};
use crate::organisation::sort;
use crate::organisation::value::{Date, Levels};
use crate::organisation::{Index, Organisation};

/// Levels that are all in a matrix, and what the matrix says of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixPlace {
    /// Level or range of likelihood.
    pub likelihood: Levels,
    /// Level or range of consequence in each dimension, in the matrix's order; none where it is not judged.
    pub consequence: Vec<Option<Levels>>,
    /// The cell of the upper ends, and its class.
    pub found: Lookup,
}

/// What a current or target position rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PositionBasis {
    /// The risk states it, at least for some input.
    Stated,
    /// The position follows from the measures.
    Measures,
}

/// A current or target position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedPosition {
    /// Where the risk is.
    pub place: MatrixPlace,
    /// Whether the position is stated, or follows from measures.
    pub basis: PositionBasis,
    /// The measures that move it, as indices of the file's, by id: from the inherent position to the current one, or from
    /// the current one to the target.
    pub by: Vec<u32>,
    /// Where the measures by themselves would have it, where that differs from what is stated.
    pub otherwise: Option<MatrixPlace>,
}

/// All positions of a risk. None where it cannot be placed: not rated, not assessable, or a level outside its scale.
/// Antagonistic risks have none either: they stand beside the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Positions {
    /// The position as it was judged.
    pub inherent: Option<MatrixPlace>,
    /// The position as it is on the day.
    pub current: Option<MovedPosition>,
    /// As it should come to be. Where nothing is stated and no measure remains, it is the current position.
    pub target: Option<MovedPosition>,
}

/// Whether a measure is done on a day.
pub fn is_done(measure: &Measure<'_>, on: Date) -> bool {
    measure.status == Some(MeasureStatus::Done) && measure.done.is_none_or(|day| day <= on)
}

/// Whether a measure is late on a day: its last day has passed, and it is neither done nor given up.
pub fn is_late(measure: &Measure<'_>, on: Date) -> bool {
    let remains = measure.status != Some(MeasureStatus::Cancelled) && !is_done(measure, on);
    remains && measure.due.is_some_and(|due| due < on)
}

/// Which measures act on which risks.
#[derive(Debug, Clone, Default)]
pub struct Acting {
    /// Risk and measure, as indices of the file's: by risk, then by the measure's id.
    pairs: Vec<(u32, u32)>,
}

impl Acting {
    /// All pairs of a risk and a measure, as indices of the file's.
    pub fn pairs(&self) -> &[(u32, u32)] {
        &self.pairs
    }

    /// The pairs of a risk and a measure among all risks of a file.
    pub fn new(organisation: &Organisation<'_>, index: &Index) -> Self {
        let mut pairs = Vec::new();
        for (measure, item) in (0..).zip(organisation.measures.iter()) {
            pairs.extend(item.risks.iter().filter_map(|id| Some((index.risk(id)?, measure))));
        }
        let id = |measure: u32| &*organisation.measures[measure as usize].id;
        sort::by(&mut pairs, |a, b| a.0.cmp(&b.0).then_with(|| id(a.1).cmp(id(b.1))));
        pairs.dedup();
        Self { pairs }
    }

    /// The measures that act on a risk, by id.
    pub fn on(&self, risk: u32) -> impl Iterator<Item = u32> + Clone {
        let from = self.pairs.partition_point(|(of, _)| *of < risk);
        self.pairs[from..].iter().take_while(move |(of, _)| *of == risk).map(|(_, measure)| *measure)
    }
}

/// The positions of a risk on a day, in the matrix it is judged by.
pub fn positions(
    organisation: &Organisation<'_>,
    methods: &Methods<'_>,
    acting: &Acting,
    risk: u32,
    on: Date,
) -> Positions {
    let measures: Vec<_> = acting.on(risk).map(|place| (place, &organisation.measures[place as usize])).collect();
    let risk = &organisation.risks[risk as usize];
    methods
        .table(risk.matrix.as_deref())
        .map_or_else(Positions::default, |(_, table)| of_risk(risk, table, &measures, on))
}

/// Where a risk stands on a day, and where one measure more would bring it; none where it cannot be placed.
pub fn relief(
    organisation: &Organisation<'_>,
    methods: &Methods<'_>,
    acting: &Acting,
    (risk, measure): (u32, u32),
    on: Date,
) -> Option<(MatrixPlace, MatrixPlace)> {
    let current = positions(organisation, methods, acting, risk, on).current?.place;
    let (_, table) = methods.table(organisation.risks[risk as usize].matrix.as_deref())?;
    let effect = organisation.measures[measure as usize].effect.as_ref()?;
    let from = Inputs { likelihood: Some(current.likelihood), consequence: current.consequence.clone(), fits: true };
    let to = PositionShift::new(&from, None, table, &[(measure, effect)]).to.place(table)?;
    Some((current, to))
}

/// The current and the target position of one risk, by the measures that act on it.
fn of_risk(risk: &Risk<'_>, table: &CheckedMatrix<'_>, acting: &[(u32, &Measure<'_>)], on: Date) -> Positions {
    if risk.antagonistic == Some(true) || table.likelihood_of(risk.likelihood) == Some(Likelihood::NotAssessable) {
        return Positions::default();
    }
    let effects = |counts: &dyn Fn(&Measure<'_>) -> bool| -> Vec<_> {
        acting.iter().filter(|(_, it)| counts(it)).filter_map(|(at, it)| Some((*at, it.effect.as_ref()?))).collect()
    };
    let done = effects(&|measure| is_done(measure, on));
    let remaining = effects(&|measure| !is_done(measure, on) && measure.status != Some(MeasureStatus::Cancelled));
    let judged = Inputs::judged(risk, table);
    let current = PositionShift::new(&judged, risk.current.as_ref(), table, &done);
    let target = PositionShift::new(&current.to, risk.target.as_ref(), table, &remaining);
    Positions { inherent: judged.place(table), current: current.moved(table), target: target.moved(table) }
}

/// Levels as they are stated: perhaps not all that is needed, or outside their scales.
#[derive(Debug, Clone, PartialEq)]
struct Inputs {
    likelihood: Option<Levels>,
    consequence: Vec<Option<Levels>>,
    /// Whether the levels name no dimension that the matrix does not have.
    fits: bool,
}

impl Inputs {
    fn new(likelihood: Option<Levels>, consequence: &Dimensions<'_>, table: &CheckedMatrix<'_>) -> Self {
        Self {
            likelihood: likelihood.filter(|_| table.has_likelihood()),
            consequence: table.dimensions.iter().map(|scale| consequence.get(&scale.id).copied()).collect(),
            fits: consequence.0.iter().all(|(id, _)| table.dimension(id).is_some()),
        }
    }

    fn judged(risk: &Risk<'_>, table: &CheckedMatrix<'_>) -> Self {
        let likelihood = match table.likelihood_of(risk.likelihood) {
            Some(Likelihood::Levels(levels)) => Some(levels),
            Some(Likelihood::NotAssessable) | None => None,
        };
        Self { likelihood, ..Self::new(None, &risk.consequence, table) }
    }

    fn judges_something(&self) -> bool {
        self.likelihood.is_some() || !self.fits || self.consequence.iter().any(Option::is_some)
    }

    /// The levels where they are stated, those of `others` where they are not.
    fn or(self, others: &Self) -> Self {
        Self {
            likelihood: self.likelihood.or(others.likelihood),
            consequence: self.consequence.iter().zip(&others.consequence).map(|(own, other)| own.or(*other)).collect(),
            fits: self.fits && others.fits,
        }
    }

    /// The place in the matrix, where there is one.
    fn place(&self, table: &CheckedMatrix<'_>) -> Option<MatrixPlace> {
        let likelihood = self.likelihood.filter(|levels| within(*levels, table.rows))?;
        let dimensions = (0..).zip(&self.consequence).filter_map(|(place, levels)| Some((place, (*levels)?)));
        let sound = self.fits && dimensions.clone().all(|(_, levels)| within(levels, table.columns));
        if !sound || dimensions.clone().next().is_none() {
            return None;
        }
        let found = table.look_up(likelihood, dimensions);
        Some(MatrixPlace { likelihood, consequence: self.consequence.clone(), found })
    }
}

/// From one position to the next: by measures, and by what is stated.
struct PositionShift {
    to: Inputs,
    by_measures: Inputs,
    basis: PositionBasis,
    by: Vec<u32>,
}

impl PositionShift {
    fn new(
        from: &Inputs,
        stated: Option<&Position<'_>>,
        table: &CheckedMatrix<'_>,
        effects: &[(u32, &Effect<'_>)],
    ) -> Self {
        let likelihood = |effect: &Effect<'_>| effect.likelihood.map(Levels::Level);
        let dimension = |place: usize| {
            let id = &*table.dimensions[place].id;
            move |effect: &Effect<'_>| effect.consequence.get(id).copied()
        };
        let by_measures = Inputs {
            likelihood: from.likelihood.map(|levels| shifted(levels, table.rows, effects, likelihood)),
            consequence: (0..)
                .zip(&from.consequence)
                .map(|(place, levels)| Some(shifted((*levels)?, table.columns, effects, dimension(place))))
                .collect(),
            fits: from.fits,
        };
        let moves = |effect: &Effect<'_>| {
            let judged = (0..).zip(&from.consequence).filter(|(_, levels)| levels.is_some());
            (from.likelihood.is_some() && likelihood(effect).is_some_and(is_a_step))
                || judged.into_iter().any(|(place, _)| dimension(place)(effect).is_some_and(is_a_step))
        };
        let by = effects.iter().filter(|(_, effect)| moves(effect)).map(|(measure, _)| *measure).collect();
        let stated = stated
            .map(|position| Inputs::new(position.likelihood, &position.consequence, table))
            .filter(Inputs::judges_something);
        let basis = if stated.is_some() { PositionBasis::Stated } else { PositionBasis::Measures };
        let to = stated.map_or_else(|| by_measures.clone(), |stated| stated.or(&by_measures));
        Self { to, by_measures, basis, by }
    }

    fn moved(self, table: &CheckedMatrix<'_>) -> Option<MovedPosition> {
        let otherwise = if self.to == self.by_measures { None } else { self.by_measures.place(table) };
        Some(MovedPosition { place: self.to.place(table)?, basis: self.basis, by: self.by, otherwise })
    }
}

fn is_a_step(steps: Levels) -> bool {
    steps.low() != 0 || steps.high() != 0
}

/// Levels moved by all the steps that effects say of them, no further than the ends of their scale. Steps that are a
/// range make a range.
fn shifted(
    levels: Levels,
    most: u8,
    effects: &[(u32, &Effect<'_>)],
    steps: impl Fn(&Effect<'_>) -> Option<Levels>,
) -> Levels {
    let steps: Vec<Levels> =
        effects.iter().filter_map(|(_, effect)| steps(effect)).filter(|it| is_a_step(*it)).collect();
    // What is outside its scale stays there: it is a problem of its own.
    if steps.is_empty() || !within(levels, most) {
        return levels;
    }
    let end = |level: i32, steps: i32| level.saturating_add(steps).clamp(1, most.into());
    let sum = |end: fn(Levels) -> i32| steps.iter().map(|it| end(*it)).fold(0, i32::saturating_add);
    let low = end(levels.low(), sum(|steps| steps.low().min(steps.high())));
    let high = end(levels.high(), sum(|steps| steps.low().max(steps.high())));
    match levels {
        Levels::Level(_) if low == high => Levels::Level(high),
        _ => Levels::Range(low, high),
    }
}

#[cfg(test)]
mod tests;
