//! Looking at a change file, and bringing it in as one change.

use super::look::{JudgedContext, ViewContext};
use super::request::Reply;
use super::standings::JudgedFile;
use super::view::{ReviewReply, ReviewView};
use super::{Engine, lens::Lens, lens::Window};
use crate::draft::{Change, ChangeKind};
use crate::organisation::problem::Problems;
use crate::organisation::value::Date;
use crate::risk::Methods;
use crate::travel::{self, PointChoices};
use crate::verdict::File;

impl Engine {
    /// What a change file would do to the open file, as things are chosen.
    pub(super) fn review(&mut self, text: &str, choices: &PointChoices, on: Date, window: Window) -> Reply {
        let told = |reply| Reply::Review(Box::new(reply));
        let change = match travel::read(text) {
            Ok(change) => change,
            Err(why) => return told(ReviewReply::Unreadable(why)),
        };
        if let Err(refused) = self.settle() {
            return Reply::Refused(Box::new(refused));
        }
        let base = self.base_sha256();
        let Some(open) = &mut self.open else { return Reply::NothingOpen };
        open.with_dependent_mut(|source, contents| {
            let review = match travel::review(&contents.file, source.sha256(), &change, choices) {
                Ok(review) => review,
                Err(why) => return told(ReviewReply::NotOfThis(why)),
            };
            contents.judge(&Lens::whole(on));
            let Some(judged) = &contents.judged else { return Reply::NothingOpen };
            let Ok(mut result) = File::read(&review.result, &mut |_| ()) else { return Reply::NotFound };
            let after = JudgedFile::new(result.judge(on), None, &result);
            let methods = Methods::new(&contents.file.organisation, &source.text, &mut Problems::default());
            let before = JudgedContext::new(looked(&contents.file, &methods), judged);
            let methods = Methods::new(&result.organisation, &review.result, &mut Problems::default());
            let after = JudgedContext::new(looked(&result, &methods), &after);
            let base = [&*base, source.sha256()];
            let view = ReviewView::new(&change, &review, (&contents.file, before), (&result, after), (&base, window));
            told(ReviewReply::Open(Box::new(view)))
        })
    }

    /// Brings in what is chosen of a change file, as one change.
    pub(super) fn bring_in(&mut self, text: &str, choices: &PointChoices) -> Reply {
        let Ok(change) = travel::read(text) else { return Reply::NotFound };
        if let Err(refused) = self.settle() {
            return Reply::Refused(Box::new(refused));
        }
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let review = travel::review(&open.borrow_dependent().file, open.borrow_owner().sha256(), &change, choices);
        let Ok(review) = review else { return Reply::NotFound };
        self.carry_out(Change {
            name: ChangeKind::BroughtIn { by: change.by.unwrap_or_default() },
            edits: review.edits,
        })
    }
}

fn looked<'v>(file: &'v File<'_>, methods: &'v Methods<'v>) -> ViewContext<'v> {
    ViewContext { organisation: &file.organisation, index: &file.index, register: &file.register, methods }
}
