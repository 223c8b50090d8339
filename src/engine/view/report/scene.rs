//! What the parts of a report are made from.

use crate::disclosure::Audience;
use crate::engine::look::ViewContext;
use crate::organisation::value::{Date, Label, Text};
use crate::risk::Acting;

/// The file as the audience may read it, the whole file behind it, and the day.
#[derive(Clone, Copy)]
pub(super) struct ReportScene<'v> {
    /// What may be read.
    pub(super) look: ViewContext<'v>,
    /// All there is: only to tell what is left out from what is not there.
    pub(super) whole: ViewContext<'v>,
    /// Which measures act on which risks.
    pub(super) acting: &'v Acting,
    /// The readers the report is for.
    pub(super) audience: Audience,
    /// The day that is looked at.
    pub(super) on: Date,
    /// Whether risks keep the numbers they have in the whole register.
    pub(super) keeps_numbers: bool,
}

impl ReportScene<'_> {
    /// The name of the unit or person with this id. Of a person the public is told the unit instead; nobody is told
    /// of what was left out.
    pub(super) fn who(self, id: &str) -> Option<Label> {
        let Self { look, whole, .. } = self;
        let unit = |id: &str| Some(look.organisation.units[look.index.unit(id)? as usize].name.label());
        if let Some(unit) = unit(id) {
            return Some(unit);
        }
        if let Some(person) = look.index.person(id) {
            let person = &look.organisation.people[person as usize];
            return if self.audience.reads_reasons() {
                Some(Label::plain(&*person.name))
            } else {
                person.unit.as_deref().and_then(unit)
            };
        }
        let is_left_out = whole.index.unit(id).is_some() || whole.index.person(id).is_some();
        (!is_left_out && self.audience.reads_reasons()).then(|| Label::plain(id))
    }

    /// Who delivers something: in words, or the name of a unit.
    pub(super) fn supplier(self, words: &str) -> Option<Label> {
        if self.whole.index.unit(words).is_some() || self.whole.index.person(words).is_some() {
            return self.who(words);
        }
        Some(Label::plain(words))
    }

    /// The name of the dependency or function with this id.
    pub(super) fn thing(self, id: &str) -> Option<Label> {
        let organisation = self.look.organisation;
        let dependency = organisation.dependencies.iter().find(|item| *item.id == *id).map(|item| item.name.label());
        let function = || organisation.functions.iter().find(|item| *item.id == *id).map(|item| item.name.label());
        dependency.or_else(function)
    }

    /// A reason in free words, for those who read them.
    pub(super) fn reason(self, text: Option<&Text<'_>>) -> Option<Label> {
        text.filter(|_| self.audience.reads_reasons()).map(Text::label)
    }

    /// Reasons in free words, likewise.
    pub(super) fn reasons(self, texts: &[Text<'_>]) -> Vec<Label> {
        let read = texts.iter().filter(|_| self.audience.reads_reasons());
        read.map(Text::label).collect()
    }
}
