//! Walking through an item to the references it holds: where each stands, what it names, and what can be taken out
//! when it is to go.

#[cfg(test)]
mod tests;

use super::ListName;
use super::problem::PathStep;

/// Which lists a reference can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referred {
    /// The lists; of an id that several of them have, the item of the first is meant.
    pub lists: &'static [ListName],
    /// Whether one that leads nowhere is a fault that the check of references tells. A role needs no item, a supplier
    /// may be words, and what a scale or a matrix is missing for is told where risks are judged.
    pub is_checked: bool,
}

impl Referred {
    /// To the items of one list.
    pub(super) const fn to(lists: &'static [ListName]) -> Self {
        let is_checked = !matches!(lists, [ListName::Roles | ListName::Scales | ListName::Matrices]);
        Self { lists, is_checked }
    }

    /// The names of the lists, as a problem tells them: `units, people`.
    pub fn names(self) -> String {
        self.lists.iter().map(|list| list.name()).collect::<Vec<_>>().join(", ")
    }
}

/// A reference that an item holds.
#[derive(Debug, Clone, Copy)]
pub struct Reference<'r> {
    /// Steps from the item to the reference.
    pub steps: &'r [PathStep<'static>],
    /// How many of the steps lead to what can be taken out when it is to go: the field it is, where that may be absent,
    /// or the element it is or stands in. None where its item cannot do without it.
    pub cut: Option<usize>,
    /// The id it names.
    pub id: &'r str,
    /// The lists where the referred item may be found.
    pub to: Referred,
}

/// A walk through a value to the references it holds.
pub struct Walk<'w> {
    steps: Vec<PathStep<'static>>,
    cut: Option<usize>,
    each: &'w mut dyn FnMut(&Reference<'_>),
}

impl<'w> Walk<'w> {
    /// A walk that shows every reference it meets.
    pub fn new(each: &'w mut dyn FnMut(&Reference<'_>)) -> Self {
        Self { steps: Vec::new(), cut: None, each }
    }

    /// Goes one step, and on from there.
    pub(crate) fn step(&mut self, step: PathStep<'static>, on: &mut dyn FnMut(&mut Self)) {
        self.steps.push(step);
        on(self);
        self.steps.pop();
    }

    /// Goes on into the value at hand, which can be taken out where it stands.
    pub(crate) fn optional(&mut self, on: &mut dyn FnMut(&mut Self)) {
        let outer = self.cut.replace(self.steps.len());
        on(self);
        self.cut = outer;
    }

    /// Goes into an element of the list at hand, which can be taken out.
    pub(crate) fn element(&mut self, index: u32, on: &mut dyn FnMut(&mut Self)) {
        self.step(PathStep::Index(index), &mut |walk| walk.optional(on));
    }

    /// Shows a reference that stands where the walk is.
    pub(crate) fn meet(&mut self, id: &str, to: Referred) {
        (self.each)(&Reference { steps: &self.steps, cut: self.cut, id, to });
    }
}
