//! Another method for the open file: what it would do to the risks, and taking it.

use super::lens::Window;
use super::look::ViewContext;
use super::request::Reply;
use super::view::MethodPreview;
use super::{Engine, OpenedText};
use crate::draft::method::{MethodPlan, MethodProposal, plan};
use crate::draft::{Change, ChangeKind, EditRefusal, EditTarget, apply};
use crate::organisation::ListName;
use crate::organisation::problem::Problems;
use crate::risk::Methods;
use crate::risk::change::MethodSide;
use crate::verdict::File;

impl Engine {
    /// What a change of method would do to every risk. Nothing is changed.
    pub(super) fn try_method(&mut self, proposal: &MethodProposal, window: Window) -> Reply {
        match self.preview(proposal, window) {
            Ok(reply) => reply,
            Err(refused) => Reply::Refused(Box::new(refused)),
        }
    }

    fn preview(&mut self, proposal: &MethodProposal, window: Window) -> Result<Reply, EditRefusal> {
        self.settle()?;
        let Some(open) = &self.open else { return Ok(Reply::NothingOpen) };
        let (source, before) = (open.borrow_owner(), &open.borrow_dependent().file);
        let was = methods(source, before);
        let plan = plan(&before.organisation, &before.index, &was, proposal)?;
        let text = apply(&source.text, &before.organisation, &plan.edits)?;
        let unusable = |problem: crate::organisation::Unreadable| EditRefusal::Unusable {
            target: Some(EditTarget::List(ListName::Matrices)),
            problems: vec![*problem],
        };
        let after = File::read(&text, &mut |_| ()).map_err(unusable)?;
        let is = Methods::new(&after.organisation, &text, &mut Problems::default());
        let sides = (look(before, &was), look(&after, &is));
        Ok(Reply::MethodPreview(Box::new(MethodPreview::new(sides.0, sides.1, &plan, window))))
    }

    /// Takes a change of method, as one change.
    pub(super) fn take_method(&mut self, proposal: &MethodProposal) -> Reply {
        match self.planned(proposal) {
            Ok(Some(plan)) => self.carry_out(Change { name: ChangeKind::Method, edits: plan.edits }),
            Ok(None) => Reply::NothingOpen,
            Err(refused) => Reply::Refused(Box::new(refused)),
        }
    }

    fn planned(&mut self, proposal: &MethodProposal) -> Result<Option<MethodPlan>, EditRefusal> {
        let Some(open) = &self.open else { return Ok(None) };
        let (source, file) = (open.borrow_owner(), &open.borrow_dependent().file);
        plan(&file.organisation, &file.index, &methods(source, file), proposal).map(Some)
    }
}

fn methods<'f>(source: &OpenedText, file: &'f File<'_>) -> Methods<'f> {
    Methods::new(&file.organisation, &source.text, &mut Problems::default())
}

fn look<'f>(file: &'f File<'_>, methods: &'f Methods<'f>) -> ViewContext<'f> {
    ViewContext { organisation: &file.organisation, index: &file.index, register: &file.register, methods }
}

impl<'f> From<ViewContext<'f>> for MethodSide<'f> {
    fn from(look: ViewContext<'f>) -> Self {
        MethodSide { organisation: look.organisation, methods: look.methods, register: look.register }
    }
}
