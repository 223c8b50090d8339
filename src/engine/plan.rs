//! A plan, a change file that has a name and a day: what it does to the open file, and what is done to it. The open file
//! stays as it is.

use super::lens::{Lens, Window};
use super::look::JudgedContext;
use super::request::{Reply, Request};
use super::review::looked;
use super::view::{PlanReply, PlanTally, PlanUnitPage, PlanView, SteppedPlan};
use super::{Engine, OpenFile};
use crate::organisation::problem::Problems;
use crate::organisation::value::Date;
use crate::risk::Methods;
use crate::travel::change_file::PlanLabel;
use crate::travel::plan::{PlanStep, begin_plan, lost_steps, step_plan};
use crate::travel::{self, ChangeFile, PointChoices};

/// The open file with a plan brought in, until either is another.
pub(super) struct PlannedFile {
    /// The text of the plan.
    text: String,
    /// The hash of the open file.
    sha256: String,
    plan: ChangeFile,
    tally: PlanTally,
    /// An engine that has nothing but the file with the plan.
    engine: Engine,
}

/// Why nothing can be said of a plan.
enum NoPlan {
    Told(Box<PlanReply>),
    Other(Box<Reply>),
}

impl Engine {
    /// A plan that changes nothing yet.
    pub(super) fn begin_plan(&mut self, label: &PlanLabel) -> Reply {
        if let Err(refused) = self.settle() {
            return Reply::Refused(Box::new(refused));
        }
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let organisation = &open.borrow_dependent().file.organisation;
        Reply::Text(travel::write(&begin_plan(organisation, open.borrow_owner().sha256(), label.clone())))
    }

    /// A plan after one more step.
    pub(super) fn step_plan(&mut self, text: &str, step: &PlanStep) -> Reply {
        let stepped = self.with_plan(text, |open, plan, _, planned| {
            let (file, planned) = (&open.borrow_dependent().file, &planned.borrow_dependent().file);
            let stepped = step_plan(plan, file, planned, step);
            Reply::SteppedPlan(Box::new(match stepped {
                Ok(plan) => SteppedPlan::Done(travel::write(&plan)),
                Err(why) => SteppedPlan::refused(why, planned),
            }))
        });
        stepped.unwrap_or(Reply::NotFound)
    }

    /// What a plan does to the open file, judged on a day.
    pub(super) fn plan(&mut self, text: &str, on: Date, (gone, come): (Window, Window)) -> Reply {
        let told = self.with_plan(text, |open, plan, tally, planned| {
            open.with_dependent_mut(|source, contents| {
                planned.with_dependent_mut(|planned_source, planned| {
                    contents.judge(&Lens::whole(on));
                    planned.judge(&Lens::whole(on));
                    let (Some(before), Some(after)) = (&contents.judged, &planned.judged) else {
                        return Reply::NothingOpen;
                    };
                    let (file, result) = (&contents.file, &planned.file);
                    let methods = Methods::new(&file.organisation, &source.text, &mut Problems::default());
                    let before = JudgedContext::new(looked(file, &methods), before);
                    let methods = Methods::new(&result.organisation, &planned_source.text, &mut Problems::default());
                    let after = JudgedContext::new(looked(result, &methods), after);
                    let mut view = PlanView::new(plan, tally, before, after, (gone, come));
                    view.lost = lost_steps(plan, file, result);
                    Reply::Plan(Box::new(PlanReply::Open(Box::new(view))))
                })
            })
        });
        match told {
            Ok(reply) => reply,
            Err(NoPlan::Other(reply)) => *reply,
            Err(NoPlan::Told(why)) => Reply::Plan(why),
        }
    }

    /// Units as a plan has them: of a part, those whose name holds a text.
    pub(super) fn plan_units(&mut self, text: &str, under: Option<&str>, find: &str, window: Window) -> Reply {
        let units = self.with_plan(text, |open, _, _, planned| {
            let (file, planned) = (&open.borrow_dependent().file, &planned.borrow_dependent().file);
            Reply::PlanUnits(PlanUnitPage::new(file, planned, (under, find), window))
        });
        units.unwrap_or(Reply::NotFound)
    }

    /// Answers a request that changes nothing from the file with a plan brought in; from the open file where the plan is
    /// no text at all.
    pub(super) fn in_plan(&mut self, text: &str, request: &Request) -> Reply {
        if text.is_empty() {
            return self.ask_file(request).unwrap_or(Reply::NothingOpen);
        }
        match self.bring_plan(text) {
            Ok(()) => self.planned.as_mut().and_then(|planned| planned.engine.ask_file(request)),
            Err(_) => None,
        }
        .unwrap_or(Reply::NotFound)
    }

    /// Gives the open file, a plan, and the file with the plan.
    fn with_plan<T>(
        &mut self,
        text: &str,
        each: impl FnOnce(&mut OpenFile, &ChangeFile, PlanTally, &mut OpenFile) -> T,
    ) -> Result<T, NoPlan> {
        self.bring_plan(text)?;
        let nothing = || NoPlan::Other(Box::new(Reply::NothingOpen));
        let (Some(open), Some(planned)) = (&mut self.open, &mut self.planned) else { return Err(nothing()) };
        let PlannedFile { plan, tally, engine, .. } = &mut **planned;
        Ok(each(open, plan, *tally, engine.open.as_mut().ok_or_else(nothing)?))
    }

    /// Brings a plan into a copy of the open file, unless that was done last. What is in conflict is left out, as it is
    /// when the plan is brought in and nothing else is chosen.
    fn bring_plan(&mut self, text: &str) -> Result<(), NoPlan> {
        self.settle().map_err(|refused| NoPlan::Other(Box::new(Reply::Refused(Box::new(refused)))))?;
        let Some(open) = &self.open else { return Err(NoPlan::Other(Box::new(Reply::NothingOpen))) };
        let (source, file) = (open.borrow_owner(), &open.borrow_dependent().file);
        let sha256 = source.sha256();
        if self.planned.as_ref().is_some_and(|planned| planned.text == text && planned.sha256 == sha256) {
            return Ok(());
        }
        let plan = travel::read(text).map_err(|why| NoPlan::Told(Box::new(PlanReply::Unreadable(why))))?;
        let review = travel::review(file, sha256, &plan, &PointChoices::default())
            .map_err(|why| NoPlan::Told(Box::new(PlanReply::NotOfThis(why))))?;
        let mut engine = Self::default();
        let tally = PlanTally::new(&review);
        // A file with a change file brought in is in the format, and opens.
        engine
            .open(source.name.clone(), review.result.into_bytes(), &mut |_| ())
            .map_err(|_| NoPlan::Other(Box::new(Reply::NotFound)))?;
        let (text, sha256) = (text.to_owned(), sha256.to_owned());
        self.planned = Some(Box::new(PlannedFile { text, sha256, plan, tally, engine }));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
