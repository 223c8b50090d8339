//! Looking at a change file, and bringing it in as one change.

use super::look::{JudgedContext, ViewContext};
use super::request::Reply;
use super::standings::JudgedFile;
use super::view::{ReviewReply, ReviewView};
use super::{Engine, lens::Lens, lens::Window};
use crate::draft::{Change, ChangeKind, Edit, EditTarget};
use crate::organisation::problem::Problems;
use crate::organisation::value::Date;
use crate::organisation::write::json;
use crate::organisation::{ListName, Organisation};
use crate::risk::Methods;
use crate::travel::round::{AnswerFate, RoundWish, answer_of, begun, note_answer};
use crate::travel::{self, PointChoices};
use crate::verdict::File;

impl Engine {
    /// What a change file would do to the open file, as things are chosen.
    pub(super) fn review(&mut self, text: &str, choices: &PointChoices, on: Date, window: Window) -> Reply {
        let told = |reply| Reply::Review(Box::new(reply));
        // What is no answer is told so whatever is open.
        let is_saved_extract = travel::is_returned_extract(text.as_bytes());
        if !is_saved_extract && let Err(why) = travel::read(text) {
            return told(ReviewReply::Unreadable(why));
        }
        if let Err(refused) = self.settle() {
            return Reply::Refused(Box::new(refused));
        }
        let base = self.base_sha256();
        let Some(open) = &mut self.open else { return Reply::NothingOpen };
        let change = match travel::read_answer(&open.borrow_dependent().file, text) {
            Ok(change) => change,
            Err(why) => return told(ReviewReply::Unreadable(why)),
        };
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
            let mut view =
                ReviewView::new(&change, &review, (&contents.file, before), (&result, after), (&base, window));
            view.is_saved_extract = is_saved_extract;
            told(ReviewReply::Open(Box::new(view)))
        })
    }

    /// Brings in what is chosen of a change file, as one change. Where it answers a round, that notes the day, and whether
    /// anything was brought in.
    pub(super) fn bring_in(&mut self, text: &str, choices: &PointChoices, on: Date) -> Reply {
        if let Err(refused) = self.settle() {
            return Reply::Refused(Box::new(refused));
        }
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let file = &open.borrow_dependent().file;
        let Ok(change) = travel::read_answer(file, text) else { return Reply::NotFound };
        let Ok(review) = travel::review(file, open.borrow_owner().sha256(), &change, choices) else {
            return Reply::NotFound;
        };
        let mut edits = review.edits;
        if let Some((round, unit)) = answer_of(&change)
            && let Ok(File { mut organisation, .. }) = File::read(&review.result, &mut |_| ())
        {
            let is_brought_in = review.taken > 0 || review.items.is_empty();
            let fate = if is_brought_in { AnswerFate::BroughtIn } else { AnswerFate::TurnedDown };
            note_answer(&mut organisation, (&round, &unit), on, fate);
            edits = travel::edits_between(&file.organisation, &organisation);
        }
        self.carry_out(Change { name: ChangeKind::BroughtIn { by: change.by.unwrap_or_default() }, edits })
    }

    /// Begins a round, as one change; nothing where the file has one of its id already.
    pub(super) fn begin_round(&mut self, wish: &RoundWish, sent: Date) -> Reply {
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let organisation = &open.borrow_dependent().file.organisation;
        let list = ListName::Rounds.name();
        let is_taken = organisation.rounds.iter().any(|round| *round.id == *wish.id);
        if is_taken || organisation.unknown.iter().any(|(key, _)| *key == list) {
            return Reply::NotFound;
        }
        let after = Some(json(&begun(wish, sent)));
        let edit = Edit {
            target: EditTarget::List(ListName::Rounds),
            id: Some(wish.id.clone()),
            before: None,
            after,
            at: Edit::LAST,
        };
        self.carry_out(Change { name: ChangeKind::Edit, edits: vec![edit] })
    }

    /// Notes that somebody who is asked in a round has answered that everything is right, as one change.
    pub(super) fn settle_round(&mut self, round: &str, unit: &str, on: Date) -> Reply {
        let Some(open) = &self.open else { return Reply::NothingOpen };
        let rounds = &open.borrow_dependent().file.organisation.rounds;
        let mut before = Organisation::default();
        before.rounds.items.extend(rounds.iter().find(|known| *known.id == *round).cloned());
        let mut after = before.clone();
        note_answer(&mut after, (round, unit), on, AnswerFate::AllRight);
        let edits = travel::edits_between(&before, &after);
        self.carry_out(Change { name: ChangeKind::Edit, edits })
    }
}

/// A file as views look at it.
pub(super) fn looked<'v>(file: &'v File<'_>, methods: &'v Methods<'v>) -> ViewContext<'v> {
    ViewContext { organisation: &file.organisation, index: &file.index, register: &file.register, methods }
}
