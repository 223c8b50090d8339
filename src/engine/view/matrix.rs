//! The matrix as the pages show it: its levels, its classes, and how many risks are in each cell.

use serde::{Deserialize, Serialize};

use super::risk::concerns;
use crate::engine::look::ViewContext;
use crate::organisation::letters::capital;
use crate::organisation::method::{Level, Scale};
use crate::organisation::number::saturating;
use crate::organisation::problem::MatrixAdvice;
use crate::organisation::value::{Label, Levels, Text, visible};
use crate::risk::{CheckedMatrix, Placement, Rated};

/// A matrix with its counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatrixView {
    /// The id of the matrix.
    pub id: String,
    /// The name of the matrix.
    pub name: Option<Label>,
    /// Name of the likelihood scale.
    pub likelihood_name: Option<Label>,
    /// Levels of likelihood, the lowest first.
    pub likelihood: Vec<LevelView>,
    /// Names of the levels of consequence in the first dimension, the lowest first.
    pub consequence: Vec<LevelView>,
    /// Names of the dimensions.
    pub dimensions: Vec<Label>,
    /// The classes, the lowest first.
    pub classes: Vec<ClassView>,
    /// Class of each cell: `grid[likelihood - 1][consequence - 1]` is an index into `classes`.
    pub grid: Vec<Vec<u8>>,
    /// Risks in each cell, likewise.
    pub cells: Vec<Vec<u32>>,
    /// Risks in the matrix.
    pub placed: u32,
    /// Risks beside it: not rated, not assessable, antagonistic.
    pub beside: [u32; 3],
    /// What is unwise about the matrix.
    pub advice: Vec<MatrixAdvice>,
}

/// A level of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LevelView {
    /// The number of the level, from 1.
    pub level: u8,
    /// The name of the level.
    pub name: Label,
    /// The upper bound of the level, included, in the scale's unit.
    pub up_to: Option<f64>,
    /// The scale's unit: `per year`, `SEK`, `people` …
    pub unit: Option<String>,
    /// What the level means, in words.
    pub description: Option<Label>,
}

/// What a risk is rated by, for a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MethodView {
    /// Levels of likelihood, the lowest first.
    pub likelihood: Vec<LevelView>,
    /// The dimensions of consequence: id, name, and levels, the lowest first.
    pub dimensions: Vec<(String, Label, Vec<LevelView>)>,
}

/// A class of risks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassView {
    /// The id of the class.
    pub id: String,
    /// The name of the class.
    pub name: Label,
    /// The letter that stands in its cells.
    pub letter: String,
    /// What the class demands.
    pub demands: Option<Label>,
    /// The index of the class, from 0, the lowest.
    pub index: u8,
    /// How many classes the matrix has; with `index` it gives the shade.
    pub of: u8,
}

impl LevelView {
    pub(super) fn new(scale: &Scale<'_>, level: u8) -> Option<Self> {
        let item: &Level<'_> = scale.levels.get(usize::from(level.checked_sub(1)?))?;
        Some(Self {
            level,
            name: item.name.label(),
            up_to: item.up_to,
            unit: scale.unit.as_ref().map(|text| visible(text)),
            description: item.description.as_ref().map(Text::label),
        })
    }

    pub(super) fn all(scale: &Scale<'_>) -> Vec<Self> {
        (1..=u8::MAX).map_while(|level| Self::new(scale, level)).collect()
    }

    pub(super) fn range(scale: &Scale<'_>, levels: Levels) -> Option<(Self, Self)> {
        let end = |level: i32| Self::new(scale, u8::try_from(level).ok()?);
        Some((end(levels.low())?, end(levels.high())?))
    }
}

/// What a scale is called: its id where it has no name.
pub(super) fn name(scale: &Scale<'_>) -> Label {
    scale.name.as_ref().map_or_else(|| Label::plain(&*scale.id), Text::label)
}

/// How many risks of a part are in the class of one of them, or of all where no unit is given. Those of the first matrix are
/// counted already: `shown` is that matrix with the counts of the part.
pub(super) fn in_class_of(look: ViewContext<'_>, within: Option<u32>, risk: u32, shown: Option<&MatrixView>) -> u32 {
    let class = |placement: &Placement| match placement {
        Placement::Rated(rated) => Some((rated.matrix, rated.class)),
        Placement::Beside(_) => None,
    };
    let placements = &look.register.placements;
    match (class(&placements[risk as usize]), shown) {
        (Some((0, wanted)), Some(shown)) => {
            let cells = shown.grid.iter().flatten().zip(shown.cells.iter().flatten());
            cells.filter(|(class, _)| **class == wanted).map(|(_, count)| count).sum()
        }
        (wanted, _) => {
            let others = placements.iter().zip(0..).filter(|(placement, _)| class(placement) == wanted);
            saturating(others.filter(|(_, other)| concerns(look, within, *other)).count())
        }
    }
}

impl ClassView {
    pub(super) fn new(table: &CheckedMatrix<'_>, class: u8) -> Self {
        let item = &table.classes()[usize::from(class)];
        let name = item.name.label();
        let first_letter = || name.sv.chars().next().map(|letter| capital(letter).to_string());
        Self {
            id: item.id.to_string(),
            letter: item.letter.as_ref().map(|text| visible(text)).or_else(first_letter).unwrap_or_default(),
            name,
            demands: item.demands.as_ref().map(Text::label),
            index: class,
            of: u8::try_from(table.classes().len()).unwrap_or(u8::MAX),
        }
    }

    /// The shade of the class: 1 for the lowest class to 5 for the highest, whatever the number of classes.
    pub fn shade(&self) -> u8 {
        Self::shade_of(self.index, self.of)
    }

    /// The shade of a class by its index from 0 among so many classes: 1 for the lowest to 5 for the highest.
    pub fn shade_of(index: u8, of: u8) -> u8 {
        let steps = of.saturating_sub(1).max(1);
        let step = (u16::from(index.min(steps)) * 4 + u16::from(steps) / 2) / u16::from(steps);
        u8::try_from(step + 1).unwrap_or(5)
    }
}

impl MethodView {
    /// What the risk with this id is rated by, or a new one.
    pub(in crate::engine) fn new(look: ViewContext<'_>, risk: Option<&str>) -> Self {
        let named = |id| look.organisation.risks[look.index.risk(id)? as usize].matrix.as_deref();
        look.methods.table(risk.and_then(named)).map(|(_, table)| Self::of(table)).unwrap_or_default()
    }

    /// What risks are rated by in a matrix; no levels of likelihood where it has none.
    pub(super) fn of(table: &CheckedMatrix<'_>) -> Self {
        let dimension = |scale: &&Scale<'_>| (scale.id.to_string(), name(scale), LevelView::all(scale));
        Self {
            likelihood: if table.has_likelihood() { LevelView::all(table.likelihood) } else { Vec::new() },
            dimensions: table.dimensions.iter().map(dimension).collect(),
        }
    }
}

impl MatrixView {
    /// The first matrix of the file with its counts.
    pub(in crate::engine) fn shown(look: ViewContext<'_>) -> Option<Self> {
        let mut view = Self::new(look.methods.shown()?);
        view.cells.clone_from(&look.register.cells);
        view.placed = view.cells.iter().flatten().sum();
        view.beside = look.register.beside;
        Some(view)
    }

    /// The first matrix, counting only what concerns a unit or one below it, where a unit is given.
    pub(super) fn of_part(look: ViewContext<'_>, within: Option<u32>) -> Option<Self> {
        if within.is_none() {
            return Self::shown(look);
        }
        let mut view = Self::new(look.methods.shown()?);
        for (placement, risk) in look.register.placements.iter().zip(0..) {
            match placement {
                _ if !concerns(look, within, risk) => {}
                Placement::Rated(Rated { matrix: 0, likelihood, consequence, .. }) => {
                    view.cells[usize::from(likelihood - 1)][usize::from(consequence - 1)] += 1;
                }
                Placement::Rated(_) => {}
                Placement::Beside(beside) => view.beside[*beside as usize] += 1,
            }
        }
        view.placed = view.cells.iter().flatten().sum();
        Some(view)
    }

    /// A matrix of the file with the counts of the risks judged by it, whichever of the file's it is.
    pub(super) fn counted(look: ViewContext<'_>, table: &CheckedMatrix<'_>) -> Self {
        let mut view = Self::new(table);
        for placement in &look.register.placements {
            if let Placement::Rated(rated) = placement
                && look.methods.at(rated.matrix.into()).is_some_and(|of| of.matrix.id == table.matrix.id)
            {
                view.cells[usize::from(rated.likelihood - 1)][usize::from(rated.consequence - 1)] += 1;
            }
        }
        view.placed = view.cells.iter().flatten().sum();
        view
    }

    pub(super) fn new(table: &CheckedMatrix<'_>) -> Self {
        let (rows, columns) = (1..=table.rows, 1..=table.columns);
        Self {
            id: table.matrix.id.to_string(),
            name: table.matrix.name.as_ref().map(Text::label),
            likelihood_name: table.likelihood.name.as_ref().map(Text::label),
            likelihood: LevelView::all(table.likelihood),
            consequence: table.dimensions.first().map(|scale| LevelView::all(scale)).unwrap_or_default(),
            dimensions: table.dimensions.iter().map(|scale| name(scale)).collect(),
            classes: (0..=u8::MAX).take(table.classes().len()).map(|class| ClassView::new(table, class)).collect(),
            grid: rows.map(|row| columns.clone().map(|column| table.class(row, column)).collect()).collect(),
            cells: vec![vec![0; table.columns.into()]; table.rows.into()],
            placed: 0,
            beside: [0; 3],
            advice: crate::risk::advice::advise_on_opening(table),
        }
    }
}
