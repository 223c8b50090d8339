//! An extract for whoever has it: of whom it is, for whom, and what has been changed in it.

use serde::{Deserialize, Serialize};

use super::draft::EditView;
use super::review::MadeDay;
use super::share::ReceiverView;
use crate::draft::Edit;
use crate::organisation::extract::Made;
use crate::organisation::lists::read_whole;
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Text, visible};
use crate::verdict::File;

/// Items named, at most; the rest are counted.
const MOST: usize = 500;

/// The open extract, and what has been changed in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnChangesView {
    /// What the municipality is called.
    pub municipality: Label,
    /// Whom it was made for.
    pub receiver: ReceiverView,
    /// The day it was made.
    pub made: MadeDay,
    /// By which day an answer is wished, where it was made for a round.
    pub answer_by: Option<MadeDay>,
    /// The address that an answer goes to; empty where none is told.
    pub answer_to: String,
    /// Items that have been changed.
    pub total: u32,
    /// Items whose change cannot be brought in, since they are about people whom the extract calls by a pseudonym.
    pub nameless: u32,
    /// The first items that have been changed.
    pub rows: Vec<EditView>,
}

impl OwnChangesView {
    /// None where the file is no extract that says for whom it is.
    pub(in crate::engine) fn new(edits: &[Edit], nameless: u32, file: &File<'_>) -> Option<Self> {
        let organisation = &file.organisation;
        let made: Made<'_> = read_whole(&organisation.extract.as_ref()?.0)?;
        Some(Self {
            municipality: organisation.name.as_ref().map(Text::label).unwrap_or_default(),
            receiver: ReceiverView::new(made.receiver.parse().ok()?, file),
            made: MadeDay(made.date),
            answer_by: made.answer_by.map(MadeDay),
            answer_to: made.answer_to.as_deref().map(visible).unwrap_or_default(),
            total: saturating(edits.len()),
            nameless,
            rows: edits.iter().take(MOST).map(|edit| EditView::new(&edit.into(), edits, file)).collect(),
        })
    }
}
