//! What measures would move out of the top classes, weighed against what they cost. A help in reading the list, and no basis
//! for dividing resources: class steps are not worth the same, and the matrix does not say what they are worth.

use serde::{Deserialize, Serialize};

use super::NamedRow;
use crate::engine::look::ViewContext;
use crate::engine::view::matrix::ClassView;
use crate::organisation::risk::Measure;
use crate::organisation::sort;
use crate::organisation::value::{Date, Text};
use crate::risk::CheckedMatrix;
use crate::risk::position::{Acting, relief};

/// The measures that remain, by what they would move.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    /// The measures with a cost that move some risk out of a top class, the most class steps per cost first.
    pub rows: Vec<WeighedRow>,
    /// How many say what they cost and give, and move no risk out of a top class.
    pub idle: u32,
    /// The measures that move some risk out of a top class and do not say what they cost.
    pub uncosted: Vec<NamedRow>,
    /// The measures that do not say in steps what they give.
    pub unsaid: Vec<NamedRow>,
}

/// A measure with a cost, and what it would move.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeighedRow {
    /// The measure that is weighed.
    pub measure: NamedRow,
    /// What the measure costs, in SEK.
    pub cost: f64,
    /// Class steps downwards, of all risks that leave a top class by it.
    pub steps: u32,
    /// The risks that the measure would move, with how far.
    pub moves: Vec<MoveView>,
}

/// A risk that a measure would move.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MoveView {
    /// The risk that would move.
    pub risk: NamedRow,
    /// The class of the risk as it is.
    pub from: ClassView,
    /// The class of the risk with the measure done.
    pub to: ClassView,
}

impl WeighedRow {
    /// Class steps for every 100 000 SEK; absent where it costs nothing.
    pub fn per_100_000(&self) -> Option<f64> {
        (self.cost > 0.0).then(|| f64::from(self.steps) * 100_000.0 / self.cost)
    }
}

impl Weighed {
    pub(super) fn new(look: ViewContext<'_>, measures: &[&Measure<'_>], on: Date) -> Self {
        let acting = Acting::new(look.organisation, look.index);
        let mut by_measure: Vec<(u32, u32)> = acting.pairs().iter().map(|(risk, measure)| (*measure, *risk)).collect();
        sort::all(&mut by_measure);
        let mut weighed = Self::default();
        for (place, item) in (0..).zip(look.organisation.measures.iter()) {
            if !measures.iter().any(|measure| std::ptr::eq(*measure, item)) {
                continue;
            }
            let named = NamedRow { id: item.id.to_string(), name: item.title.label() };
            if !says_steps(item) {
                weighed.unsaid.push(named);
                continue;
            }
            let from = by_measure.partition_point(|(of, _)| *of < place);
            let risks = by_measure[from..].iter().take_while(|(of, _)| *of == place).map(|(_, risk)| *risk);
            let moves: Vec<MoveView> = risks.filter_map(|risk| moved(look, &acting, (risk, place), on)).collect();
            match item.cost {
                _ if moves.is_empty() => weighed.idle += 1,
                None => weighed.uncosted.push(named),
                Some(cost) => {
                    let steps = moves.iter().map(|it| u32::from(it.from.index - it.to.index)).sum();
                    weighed.rows.push(WeighedRow { measure: named, cost, steps, moves });
                }
            }
        }
        let per = |row: &WeighedRow| row.per_100_000().unwrap_or(f64::INFINITY);
        sort::by(&mut weighed.rows, |a, b| per(b).total_cmp(&per(a)).then_with(|| a.measure.id.cmp(&b.measure.id)));
        sort::by_cached_key(&mut weighed.uncosted, |row| row.id.clone());
        sort::by_cached_key(&mut weighed.unsaid, |row| row.id.clone());
        weighed
    }
}

/// Whether a measure says in steps what it gives.
fn says_steps(measure: &Measure<'_>) -> bool {
    let effect = measure.effect.as_ref();
    effect.is_some_and(|effect| effect.likelihood.is_some() || !effect.consequence.0.is_empty())
}

/// The move of a risk out of a top class by one measure, where it makes one.
fn moved(look: ViewContext<'_>, acting: &Acting, (risk, measure): (u32, u32), on: Date) -> Option<MoveView> {
    let item = &look.organisation.risks[risk as usize];
    let (_, table) = look.methods.table(item.matrix.as_deref())?;
    let (before, after) = relief(look.organisation, look.methods, acting, (risk, measure), on)?;
    let (from, to) = (before.found.class, after.found.class);
    (is_top(table, from) && to < from).then(|| MoveView {
        risk: NamedRow { id: item.id.to_string(), name: Text::label(&item.title) },
        from: ClassView::new(table, from),
        to: ClassView::new(table, to),
    })
}

/// Whether a class is a top one: in the upper half of its matrix.
fn is_top(table: &CheckedMatrix<'_>, class: u8) -> bool {
    class > 0 && usize::from(class) * 2 >= table.classes().len()
}
