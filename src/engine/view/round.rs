//! Rounds: whom one can ask, how those that there are stand, and the files that go out.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::share::ReceiverView;
use crate::disclosure::{WithheldBecause, tally};
use crate::organisation::number::saturating;
use crate::organisation::round::Round;
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Text, day, sort_key, visible};
use crate::travel::round::{WrittenTo, answer_of, askable, receiver, round_parts, unit, written_to};
use crate::travel::{ChangeFile, left_to_look_at, read_answer};
use crate::verdict::File;

/// The rounds of a file, those that were begun last first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoundsView {
    /// What the municipality is called.
    pub municipality: Label,
    /// The rounds of the file, those that were begun last first.
    pub rounds: Vec<RoundView>,
    /// The places of the change files that wait and cannot be read, from 0.
    pub damaged: Vec<u32>,
}

/// A round, and how far it has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoundView {
    /// The id of the round.
    pub id: String,
    /// The name of the round.
    pub name: Label,
    /// The last day on which an answer is in time.
    #[serde(with = "day")]
    pub due: Date,
    /// What those who are asked are told besides; may be empty.
    pub message: Label,
    /// The address that answers go to; may be empty.
    pub answer_to: String,
    /// Those who are asked in the round.
    pub rows: Vec<AskedRow>,
}

/// One who is asked in a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AskedRow {
    /// The one who is asked.
    pub receiver: ReceiverView,
    /// The person or address that is written to.
    pub to: WrittenTo,
    /// The day its part was made.
    #[serde(with = "day::option")]
    pub sent: Option<Date>,
    /// The day its answer was looked at.
    #[serde(with = "day::option")]
    pub answered: Option<Date>,
    /// The day its answer was brought in.
    #[serde(with = "day::option")]
    pub brought_in: Option<Date>,
    /// The day its answer was turned down.
    #[serde(with = "day::option")]
    pub refused: Option<Date>,
    /// How many days its answer is late; none where it is not.
    pub late: Option<u32>,
    /// Answers that wait to be looked at.
    pub waiting: Vec<WaitingAnswer>,
}

/// How far one who is asked has come, what is to be done first before the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedStanding {
    /// An answer waits to be looked at.
    ToReview,
    /// No answer has come, and the day by which it was wished has been.
    Late,
    /// No answer has come, and there is time.
    Open,
    /// What was answered has been settled.
    Done,
}

impl AskedStanding {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::ToReview, Self::Late, Self::Open, Self::Done];
}

impl AskedRow {
    /// How far the one who is asked has come.
    pub fn standing(&self) -> AskedStanding {
        match self {
            Self { waiting, .. } if !waiting.is_empty() => AskedStanding::ToReview,
            Self { late: Some(_), .. } => AskedStanding::Late,
            Self { answered: None, .. } => AskedStanding::Open,
            _ => AskedStanding::Done,
        }
    }
}

/// An answer that waits to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingAnswer {
    /// The place of the answer among the change files that wait, from 0.
    pub place: u32,
    /// Changes of the answer that the file does not have already.
    pub changes: u32,
}

/// Someone whom a round can ask, and what they would get.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AskableRow {
    /// The one who can be asked.
    pub receiver: ReceiverView,
    /// The person or address that is written to.
    pub to: WrittenTo,
    /// Items that the receiver gets.
    pub leave: u32,
    /// How many items are left out, on each ground.
    pub left_out: Vec<(WithheldBecause, u32)>,
}

/// What one who is asked gets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoundFile {
    /// The one who is asked, and gets the file.
    pub receiver: ReceiverView,
    /// The person or address that is written to.
    pub to: WrittenTo,
    /// What the file is called, without an ending.
    pub stem: String,
    /// The extract, in canonical form.
    pub extract: String,
}

impl RoundsView {
    /// How the rounds stand on a day, with the change files that wait.
    pub(in crate::engine) fn new(file: &File<'_>, on: Date, waiting: &[String]) -> Self {
        let (mut answers, mut damaged) = (Vec::new(), Vec::new());
        for (place, text) in (0..).zip(waiting) {
            let Ok(change) = read_answer(file, text) else {
                damaged.push(place);
                continue;
            };
            if let Some(answer) = answer_of(&change) {
                let changes = left_to_look_at(file, &change).unwrap_or_else(|| count(&change));
                answers.push((answer, WaitingAnswer { place, changes }));
            }
        }
        let begun = |round: &Round<'_>| round.receivers.iter().filter_map(|asked| asked.sent).max();
        let mut rounds: Vec<_> = file.organisation.rounds.iter().collect();
        sort::by(&mut rounds, |a, b| {
            let last = begun(b).cmp(&begun(a)).then_with(|| b.due.cmp(&a.due));
            last.then_with(|| a.id.cmp(&b.id))
        });
        Self {
            municipality: file.organisation.name.as_ref().map(Text::label).unwrap_or_default(),
            rounds: rounds.into_iter().map(|round| RoundView::new(file, round, on, &answers)).collect(),
            damaged,
        }
    }
}

impl RoundView {
    fn new(file: &File<'_>, round: &Round<'_>, on: Date, answers: &[((String, String), WaitingAnswer)]) -> Self {
        let rows = round.receivers.iter().filter_map(|asked| {
            let is_theirs = |(of, by): &(String, String)| *round.id == **of && asked.unit == **by;
            let late = asked.is_late(round.due, on).then(|| (on - round.due).num_days());
            Some(AskedRow {
                receiver: ReceiverView::new(receiver(unit(file, &asked.unit)?), file),
                to: written_to(file, &asked.unit, on),
                sent: asked.sent,
                answered: asked.answered,
                brought_in: asked.brought_in,
                refused: asked.refused,
                late: late.and_then(|days| u32::try_from(days).ok()),
                waiting: answers.iter().filter(|(answer, _)| is_theirs(answer)).map(|(_, waits)| *waits).collect(),
            })
        });
        let mut rows: Vec<_> = rows.collect();
        sort::by_cached_key(&mut rows, |row| place(&row.receiver));
        Self {
            id: round.id.to_string(),
            name: round.name.label(),
            due: round.due,
            message: round.message.as_ref().map(Text::label).unwrap_or_default(),
            answer_to: round.answer_to.as_deref().map(visible).unwrap_or_default(),
            rows,
        }
    }
}

impl AskableRow {
    /// Everyone whom a round can ask, departments and companies first, by name.
    pub(in crate::engine) fn all(file: &File<'_>, on: Date) -> Vec<Self> {
        let row = |receiver| {
            // The receivers are the file's own, so none is refused.
            let tally = tally(&file.organisation, &file.index, &receiver, on).ok()?;
            let to = receiver.unit().map(|id| written_to(file, id, on)).unwrap_or_default();
            Some(Self {
                receiver: ReceiverView::new(receiver, file),
                to,
                leave: saturating(tally.leaving),
                left_out: tally.left_out.into_iter().collect(),
            })
        };
        let mut rows: Vec<_> = askable(&file.organisation).into_iter().filter_map(row).collect();
        sort::by_cached_key(&mut rows, |row| place(&row.receiver));
        rows
    }
}

impl RoundFile {
    /// What each who is asked in a round gets; none where the file has no such round.
    pub(in crate::engine) fn all(file: &File<'_>, round: &str, on: Date, made: Date) -> Option<Vec<Self>> {
        let round = file.organisation.rounds.iter().find(|known| *known.id == *round)?;
        let parts = round_parts(file, round, on, made).ok()?;
        let part = |part: crate::travel::round::RoundPart| Self {
            receiver: ReceiverView::new(part.receiver, file),
            to: part.to,
            stem: part.stem,
            extract: part.extract,
        };
        Some(parts.into_iter().map(part).collect())
    }
}

/// Where one stands among those who are asked: departments and companies first, by name.
fn place(receiver: &ReceiverView) -> (bool, String, String) {
    (receiver.receiver.word() == "party", sort_key(&receiver.name.sv), receiver.key.clone())
}

/// How many changes a change file has.
fn count(change: &ChangeFile) -> u32 {
    let fields: usize = change.changed.iter().map(|item| item.fields.names().len()).sum();
    saturating(fields + change.heads.names().len() + change.added.len() + change.deleted.len() + change.order.len())
}
