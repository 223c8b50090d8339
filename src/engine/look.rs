//! What views are made from: the open file, and what a day makes of it.

use super::leading::TopFindings;
use super::standings::{JudgedFile, UnitTotals};
use crate::coverage::part::Part;
use crate::coverage::{Coverage, State};
use crate::organisation::{Index, Organisation};
use crate::risk::{Methods, Register};
use crate::verdict::File;

/// The open file.
#[derive(Clone, Copy)]
pub(super) struct ViewContext<'v> {
    pub(super) organisation: &'v Organisation<'v>,
    pub(super) index: &'v Index,
    pub(super) register: &'v Register,
    pub(super) methods: &'v Methods<'v>,
}

impl<'v> ViewContext<'v> {
    pub(super) fn new(file: &'v File<'v>, methods: &'v Methods<'v>) -> Self {
        Self { organisation: &file.organisation, index: &file.index, register: &file.register, methods }
    }
}

/// The open file judged on a day.
#[derive(Clone, Copy)]
pub(super) struct JudgedContext<'v> {
    pub(super) look: ViewContext<'v>,
    pub(super) coverage: &'v Coverage<'v>,
    pub(super) units: &'v UnitTotals,
    pub(super) leading: &'v TopFindings,
    /// The unit whose part alone is looked at; none for all.
    pub(super) within: Option<u32>,
}

impl<'v> JudgedContext<'v> {
    pub(super) fn new(look: ViewContext<'v>, judged: &'v JudgedFile<'v>) -> Self {
        let JudgedFile { coverage, within, units, leading, .. } = judged;
        Self { look, coverage, units, leading, within: *within }
    }

    /// How a unit stands by itself: the worst state of the rules about it; none where no rule is.
    pub(super) fn state(self, unit: u32) -> Option<State> {
        self.units.state(unit, self.organisation, self.index, self.coverage.on)
    }

    /// How many workplaces there are in the part looked at.
    pub(super) fn workplaces(self) -> u32 {
        match self.within {
            Some(unit) => self.units.part(self.look.index, unit).workplaces,
            None => self.units.workplaces(),
        }
    }

    /// Whether any rule in force asks anything here. Where none does, nothing can be said to be as it should.
    pub(super) fn is_asked(self) -> bool {
        self.coverage.rules.iter().any(|verdict| verdict.tally.applicable > 0)
    }

    /// The units in the part looked at, parents before children.
    pub(super) fn part(self) -> &'v [u32] {
        self.within.map_or(&self.look.index.tree, |unit| self.look.index.part(unit))
    }

    /// Who and what belongs to that part; none where all is looked at.
    pub(super) fn concerned(self) -> Option<Part> {
        self.within.map(|unit| Part::new(self.look.organisation, self.look.index, unit, self.coverage.on))
    }
}

impl<'v> std::ops::Deref for JudgedContext<'v> {
    type Target = ViewContext<'v>;
    fn deref(&self) -> &ViewContext<'v> {
        &self.look
    }
}
