//! Everything the product can be asked, and what it answers: the list of what it can do.
//!
//! Requests and replies cross from the page to the worker and back as bytes, so they hold what is shown and no more:
//! rows, not lists of a million. Opening a file is [`super::Engine::open`], apart: its bytes are handed over, not sent
//! in a message. Nothing here is prose but the file's own texts; [`crate::text`] says the rest.

mod reply;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::lens::{
    CellFilter, FindingFilter, Lens, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, Window,
    WorkplaceFilter,
};
use crate::disclosure::Receiver;
use crate::draft::method::Proposal;
use crate::draft::patch::Field;
use crate::draft::{Edit, Name, Patch};
use crate::event::Happening;
use crate::organisation::value::{Date, day};
use crate::report::Audience;

pub use self::reply::{Held, Reply, held, not_found, reply};

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// What is open, in a few words.
    Summary,
    /// The SHA-256 of the open file's bytes, in hexadecimal.
    Hash,
    /// The situation picture on a day.
    Overview {
        /// From where.
        lens: Lens,
    },
    /// How coverage goes from the day on, if nobody does anything.
    Forecast {
        /// From where.
        lens: Lens,
        /// How many months ahead.
        months: u32,
        /// Id of the rule whose drops are named; absent for those of all.
        rule: Option<String>,
    },
    /// What a unit is called.
    UnitName {
        /// Its id.
        id: String,
    },
    /// The units under one unit, or those whose name holds a text.
    Units {
        /// From where.
        lens: Lens,
        /// Id of the unit; absent for those without a parent. Not used when `find` is not empty.
        parent: Option<String>,
        /// What their names must hold, letters compared without case.
        find: String,
        /// Which of them.
        window: Window,
    },
    /// One unit.
    Unit {
        /// From where.
        lens: Lens,
        /// Its id.
        id: String,
    },
    /// Findings, the most urgent first.
    Findings {
        /// From where.
        lens: Lens,
        /// Which findings.
        filter: FindingFilter,
        /// Which of those.
        window: Window,
    },
    /// One finding.
    Finding {
        /// From where.
        lens: Lens,
        /// Its id.
        id: String,
    },
    /// The risk management group.
    Group {
        /// From where.
        lens: Lens,
    },
    /// Trainings, and who needs which by when.
    Training {
        /// From where.
        lens: Lens,
        /// Which of those they are asked of.
        filter: TrainingFilter,
        /// Which of these.
        window: Window,
    },
    /// Twelve months of duties.
    Year {
        /// From where.
        lens: Lens,
        /// A day of the first month.
        #[serde(with = "day")]
        from: Date,
    },
    /// Who could take the vacant posts of a role in a part of the organisation.
    Proposal {
        /// From where.
        lens: Lens,
        /// Id of the unit at the top of the part.
        unit: String,
        /// Id of the role.
        role: String,
    },
    /// What the file accepts, and whether there is still something to accept: of the whole organisation.
    Exceptions {
        /// The day.
        #[serde(with = "day")]
        on: Date,
    },
    /// The rules in force, and the packs there are: of the whole organisation.
    Rules {
        /// The day.
        #[serde(with = "day")]
        on: Date,
    },
    /// What a rule would find that is not in the file yet.
    TryRule {
        /// The day.
        #[serde(with = "day")]
        on: Date,
        /// Id of the rule it takes the place of, where it does.
        id: Option<String>,
        /// Its fields.
        fields: Vec<Field>,
    },
    /// What falls within some days from the day on, the soonest first.
    Falls {
        /// From where.
        lens: Lens,
        /// How many days ahead.
        days: u32,
        /// Id of the rule; absent for all.
        rule: Option<String>,
        /// Which of them.
        window: Window,
    },
    /// The matrix, and risks in the order of the register.
    Risks {
        /// Which risks.
        filter: RiskFilter,
        /// Which of those.
        window: Window,
    },
    /// The first matrix as a picture.
    Picture {
        /// The day: where risks stand depends on the measures done by then.
        #[serde(with = "day")]
        on: Date,
        /// Which risks: of a unit, of a kind of scenario, by one dimension. The rest of the filter is not used.
        filter: RiskFilter,
    },
    /// The editions, and what has changed from one analysis to another.
    Editions {
        /// The day that the open file is looked at.
        #[serde(with = "day")]
        on: Date,
        /// Id of a unit: only risks that concern it or a unit below it are compared.
        within: Option<String>,
        /// Id of the edition to look from; absent for the latest.
        earlier: Option<String>,
        /// Id of the edition to look at; absent for the open file.
        later: Option<String>,
        /// Which of the risks that have changed.
        window: Window,
    },
    /// One risk.
    Risk {
        /// Its id.
        id: String,
        /// The day it is looked at: what has been done by then.
        #[serde(with = "day")]
        on: Date,
    },
    /// Measures, the most urgent first.
    Measures {
        /// From where.
        lens: Lens,
        /// Which measures.
        filter: MeasureFilter,
        /// Which of those.
        window: Window,
    },
    /// Vital functions, what they depend on, and what a loss does to them.
    Vulnerability {
        /// Id of the unit whose part alone is looked at; absent for all.
        within: Option<String>,
        /// Which loss.
        filter: LossFilter,
        /// Which of the functions.
        window: Window,
    },
    /// The report of the risk and vulnerability analysis.
    Report {
        /// The day.
        #[serde(with = "day")]
        on: Date,
        /// Id of the profile that its headings come from; absent for the one that applies.
        profile: Option<String>,
        /// For whom it is.
        audience: Audience,
        /// The version of the rules that say what is for whom: [`crate::report::RULES`], or what an earlier report says.
        rules: u32,
    },
    /// Whom to call when something happens.
    Event {
        /// From where.
        lens: Lens,
        /// What happens.
        what: Happening,
        /// Calls to workplaces that are answered, at most.
        most: u32,
    },
    /// The scenario kinds that risks name.
    Scenarios,
    /// The security unit and what it owns.
    SecurityUnit {
        /// From where.
        lens: Lens,
    },
    /// The coordinators, by department.
    Coordinators {
        /// From where.
        lens: Lens,
        /// Which of the departments.
        window: Window,
    },
    /// The representatives, by workplace.
    Representatives {
        /// From where.
        lens: Lens,
        /// Which workplaces.
        filter: WorkplaceFilter,
        /// Which of those.
        window: Window,
    },
    /// The contact cards of workplaces.
    Cards {
        /// From where.
        lens: Lens,
        /// Which workplaces.
        filter: WorkplaceFilter,
        /// Which of those.
        window: Window,
    },
    /// What a resident sees.
    ContactPage {
        /// From where.
        lens: Lens,
    },
    /// What is wrong with the open file, in its order.
    Problems {
        /// Which of the problems.
        window: Window,
    },
    /// One item, for a form.
    Item {
        /// The list, as the format names it.
        list: String,
        /// The item's id, or its canonical line where it has none.
        key: String,
    },
    /// What a risk is rated by.
    Method {
        /// The risk's id; absent for a new one.
        risk: Option<String>,
    },
    /// What an import needs to know of the open file.
    Directory,
    /// Items to choose one of, by name.
    Choices {
        /// The list: `units`, `people`, `roles`, `risks` or `trainings`; `owners` are units and people, `needed` dependencies
        /// and functions, `groups` and `parties`
        /// units of that kind.
        list: String,
        /// What their names must hold, letters compared without case.
        find: String,
        /// Id of one that comes first whatever its name; empty for none.
        chosen: String,
        /// The most that are wanted.
        most: u32,
    },
    /// Wishes carried out as one change. What it is, and each wish.
    Change {
        /// What the change is.
        name: Name,
        /// What is wished.
        patches: Vec<Patch>,
    },
    /// Edits carried out as they are: what is kept in a conflict.
    CarryOut(Vec<Edit>),
    /// The last change taken back.
    Undo,
    /// What was undone last, done again.
    Redo,
    /// Everything that no file holds taken back, as one change.
    Discard,
    /// The file as it is now has been saved.
    Saved,
    /// How the open file differs from the one saved last.
    Difference {
        /// Which of the items.
        window: Window,
    },
    /// What that difference does to coverage on a day.
    Effect {
        /// The day.
        #[serde(with = "day")]
        on: Date,
    },
    /// The changes as they are kept in the browser.
    Journal,
    /// The changes that were kept, carried out on the file they were made to.
    Restore(String),
    /// What a journal holds that no file does, brought into the open file.
    Merge(String),
    /// The open file in canonical form.
    Canonical,
    /// Every workplace as a cell.
    Map {
        /// From where.
        lens: Lens,
        /// Id of the rule that the cells tell of; absent for the worst of all.
        rule: Option<String>,
    },
    /// Cells of that map in full.
    Cells {
        /// From where.
        lens: Lens,
        /// The rule, as for the map.
        rule: Option<String>,
        /// Which cells.
        filter: CellFilter,
        /// Which of those.
        window: Window,
    },
    /// What an extract would hold, and what it would leave out.
    Share {
        /// The day on which it is asked who holds what.
        #[serde(with = "day")]
        on: Date,
        /// The day it is made.
        #[serde(with = "day")]
        made: Date,
        /// For whom, and which items.
        filter: ShareFilter,
        /// Which of those.
        window: Window,
    },
    /// An extract, as `ombud extract` prints it.
    Extract {
        /// The day on which it is asked who holds what.
        #[serde(with = "day")]
        on: Date,
        /// The day it is made.
        #[serde(with = "day")]
        made: Date,
        /// For whom.
        receiver: Receiver,
    },
    /// Another request, answered from the extract for a receiver alone. What is saved for others is asked for so.
    For {
        /// Whom the answer is for.
        receiver: Receiver,
        /// The day on which it is asked who holds what.
        #[serde(with = "day")]
        on: Date,
        /// The day the extract is made.
        #[serde(with = "day")]
        made: Date,
        /// What is asked of the extract.
        request: Box<Request>,
    },
    /// What shows that the open file is the one it is said to be.
    Verification,
    /// The verdict of a day as `ombud check --json` prints it.
    Verdict {
        /// The day.
        #[serde(with = "day")]
        on: Date,
    },
    /// The matrices of the file and those that come with the product.
    Methods,
    /// What a change of method would do to the risks.
    TryMethod {
        /// The change.
        proposal: Box<Proposal>,
        /// Which of the risks it touches.
        window: Window,
    },
    /// Takes a change of method, as one change.
    TakeMethod {
        /// The change.
        proposal: Box<Proposal>,
    },
}

/// The requests of the first view, as they stand first in [`Request`] and cross alike: whoever answers these alone does
/// without the code that reads all the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum First {
    /// What is open, in a few words.
    Summary,
    /// The SHA-256 of the open file's bytes.
    Hash,
    /// The situation picture.
    Overview {
        /// From where.
        lens: Lens,
    },
    /// How coverage goes.
    Forecast {
        /// From where.
        lens: Lens,
        /// How many months ahead.
        months: u32,
        /// Id of a rule.
        rule: Option<String>,
    },
    /// What a unit is called.
    UnitName {
        /// Its id.
        id: String,
    },
}

impl Request {
    /// How many months ahead the request looks, where it looks ahead.
    pub fn months(&self) -> Option<u32> {
        match self {
            Self::Forecast { months, .. } => Some(*months),
            // As far as a page's forecast, which is then at hand.
            Self::Falls { .. } => Some(12),
            _ => None,
        }
    }

    /// From where the request looks, where the day matters to it.
    pub fn lens(&self) -> Option<Lens> {
        match self {
            Self::Overview { lens }
            | Self::Units { lens, .. }
            | Self::Unit { lens, .. }
            | Self::Findings { lens, .. }
            | Self::Finding { lens, .. }
            | Self::Event { lens, .. }
            | Self::Group { lens }
            | Self::Training { lens, .. }
            | Self::Year { lens, .. }
            | Self::Proposal { lens, .. }
            | Self::Forecast { lens, .. }
            | Self::Falls { lens, .. }
            | Self::Map { lens, .. }
            | Self::Cells { lens, .. }
            | Self::SecurityUnit { lens }
            | Self::Coordinators { lens, .. }
            | Self::Representatives { lens, .. }
            | Self::Cards { lens, .. }
            | Self::ContactPage { lens } => Some(lens.clone()),
            Self::Exceptions { on } | Self::Rules { on } | Self::Report { on, .. } | Self::Verdict { on } => {
                Some(Lens::whole(*on))
            }
            // What these judge is not what is shown, or they look at a day without judging it.
            Self::Item { .. }
            | Self::Directory
            | Self::Method { .. }
            | Self::Methods
            | Self::TryMethod { .. }
            | Self::TakeMethod { .. }
            | Self::Choices { .. }
            | Self::Change { .. }
            | Self::CarryOut(_)
            | Self::Undo
            | Self::Redo
            | Self::Discard
            | Self::Saved
            | Self::Difference { .. }
            | Self::Effect { .. }
            | Self::TryRule { .. }
            | Self::Journal
            | Self::Restore(_)
            | Self::Merge(_)
            | Self::Summary
            | Self::UnitName { .. }
            | Self::Hash
            | Self::Risks { .. }
            | Self::Risk { .. }
            | Self::Vulnerability { .. }
            | Self::Measures { .. }
            | Self::Picture { .. }
            | Self::Editions { .. }
            | Self::Scenarios
            | Self::Problems { .. }
            | Self::Share { .. }
            | Self::Extract { .. }
            | Self::For { .. }
            | Self::Verification
            | Self::Canonical => None,
        }
    }
}
