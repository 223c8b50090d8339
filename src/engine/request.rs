//! Everything the product can be asked, and what it answers: the list of what it can do.
//!
//! Requests and replies cross from the page to the worker and back as bytes, so they hold what is shown and no more:
//! rows, not lists of a million. Opening a file is [`super::Engine::open`], apart: its bytes are handed over, not sent
//! in a message. Nothing here is prose but the file's own texts; [`crate::text`] says the rest.

mod asked;
mod reply;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::lens::{
    CellFilter, FindingFilter, Lens, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, Window,
    WorkplaceFilter,
};
use super::view::{
    AskableRow, CardPage, CellPage, ChoiceOf, ChoicePage, ContactPageView, CoordinatorPage, DifferencePage,
    EditionsView, EffectView, EventView, ExceptionRow, FallPage, FindingPage, FindingView, ForecastView, GroupPage,
    ItemView, LeadsView, LeavingView, MapView, MeasurePage, MethodView, MethodsView, Overview, OwnChangesView,
    OwnHistoryView, PastView, PeoplePage, PersonPageView, PictureView, PlanReply, PlanUnitPage, ProblemPage,
    ProposalView, RemindedOf, RemindersView, ReportView, RepresentativePage, ReviewReply, RiskPage, RiskView,
    RoundFile, RoundsView, RulesView, ScenarioRow, SearchView, SecurityUnitView, SharePage, SteppedPlan, Summary,
    TabCounts, TrainingPage, Tried, UnitPage, UnitRef, UnitView, VerificationView, VulnerabilityPage, YearView,
};
use crate::disclosure::Audience;
use crate::disclosure::Receiver;
use crate::draft::method::MethodProposal;
use crate::draft::patch::PatchField;
use crate::draft::{ChangeKind, Edit, Patch};
use crate::event::Happening;
use crate::exchange::Directory;
use crate::organisation::ListName;
use crate::organisation::value::{Date, day};
use crate::travel::PointChoices;
use crate::travel::change_file::PlanLabel;
use crate::travel::plan::PlanStep;
use crate::travel::round::RoundWish;

pub use self::asked::AskedChange;
pub use self::reply::{Answer, Reply, ReplyBytes, ReplyValue, held, reply};

/// A question that the page asks, with what it is answered by: asked so, an answer cannot be taken for another's.
pub trait EngineQuestion: Into<Request> {
    /// What answers the question.
    type Answer: ReplyValue;

    /// The bytes of the request, written without the code that writes all the others.
    fn bytes(&self) -> Vec<u8>;
}

/// A question that is answered from the extract for a receiver alone.
#[derive(Debug, Clone, PartialEq)]
pub struct AskFor<Q> {
    /// Whom the answer is for.
    pub receiver: Receiver,
    /// The day on which it is asked who holds what.
    pub on: Date,
    /// The day the extract is made.
    pub made: Date,
    /// What is asked of the extract.
    pub question: Q,
}

impl<Q: EngineQuestion> From<AskFor<Q>> for Request {
    fn from(AskFor { receiver, on, made, question }: AskFor<Q>) -> Self {
        Self::For { receiver, on, made, request: Box::new(question.into()) }
    }
}

impl<Q: EngineQuestion> EngineQuestion for AskFor<Q> {
    type Answer = Q::Answer;

    fn bytes(&self) -> Vec<u8> {
        let Self { receiver, on, made, question } = self;
        let head = ForHead { receiver, on: *on, made: *made };
        [postcard::to_allocvec(&(RequestPlace::For as u32, head)).unwrap_or_default(), question.bytes()].concat()
    }
}

/// A question that is answered from the file with a plan brought in.
#[derive(Debug, Clone, PartialEq)]
pub struct AskInPlan<Q> {
    /// The plan; empty for the open file as it is.
    pub text: String,
    /// What is asked of it.
    pub question: Q,
}

impl<Q: EngineQuestion> From<AskInPlan<Q>> for Request {
    fn from(AskInPlan { text, question }: AskInPlan<Q>) -> Self {
        Self::InPlan { text, request: Box::new(question.into()) }
    }
}

impl<Q: EngineQuestion> EngineQuestion for AskInPlan<Q> {
    type Answer = Q::Answer;

    fn bytes(&self) -> Vec<u8> {
        let head = (RequestPlace::InPlan as u32, &*self.text);
        [postcard::to_allocvec(&head).unwrap_or_default(), self.question.bytes()].concat()
    }
}

/// What stands before the question in the bytes of a [`Request::For`].
#[derive(Serialize)]
struct ForHead<'q> {
    receiver: &'q Receiver,
    #[serde(with = "day")]
    on: Date,
    #[serde(with = "day")]
    made: Date,
}

/// The list of requests. `Name as AskName -> Answer` is a question that can be asked by itself. Those of the first view
/// are an enum of their own as well, and so are those of pages that show what the file says: whoever answers these alone
/// does without the code that reads all the others.
macro_rules! questions {
    (first { $($first:tt)* } pages { $($page:tt)* } others { $($other:tt)* }) => {
        questions! {
            /// The requests of the first view.
            @wire First: $($first)*
        }
        questions! {
            /// The requests of pages that show what the file says on a day.
            @wire PageRequest: $($page)*
        }
        questions! {
            /// What the page asks.
            @wire Request: $($first)* $($page)* $($other)*
        }
        questions! { @among First first: $($first)* }
        questions! { @among PageRequest page: $($page)* }
        questions! { @place $($first)* $($page)* $($other)* }
        questions! { @ask $($first)* $($page)* $($other)* }
    };
    (@among $some:ident $as:ident: $(
        $(#[$doc:meta])* $name:ident $(as $ask:ident -> $answer:ty)? $({
            $( $(#[$meta:meta])* $field:ident: $type:ty, )*
        })?;
    )*) => {
        impl $some {
            /// How many there are of them.
            const COUNT: u32 = 0 $(+ { let _ = stringify!($name); 1 })*;
        }

        impl Request {
            /// The request as one of these, where it is one.
            pub(super) fn $as(&self) -> Option<$some> {
                match self {
                    $( Self::$name $({ $($field,)* })? => {
                        Some($some::$name $({ $($field: $field.clone(),)* })?)
                    } )*
                    _ => None,
                }
            }
        }
    };
    (@place $( $(#[$doc:meta])* $name:ident $(($kept:ty))? $(as $ask:ident -> $answer:ty)? $({ $($fields:tt)* })?; )*) => {
        /// The requests by place.
        #[allow(dead_code, reason = "not every request is asked by itself")]
        enum RequestPlace { $( $name, )* }
    };
    ($(#[$of:meta])* @wire $all:ident: $(
        $(#[$doc:meta])* $name:ident $(($kept:ty))? $(as $ask:ident -> $answer:ty)? $({
            $( $(#[$meta:meta])* $field:ident: $type:ty, )*
        })?;
    )*) => {
        $(#[$of])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum $all {
            $( $(#[$doc])* $name $(($kept))? $({ $( $(#[$meta])* $field: $type, )* })?, )*
        }
    };
    (@ask $(#[$doc:meta])* $name:ident as $ask:ident -> $answer:ty $({
        $( $(#[$meta:meta])* $field:ident: $type:ty, )*
    })?; $($rest:tt)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        pub struct $ask { $( $( $(#[$meta])* pub $field: $type, )* )? }

        impl From<$ask> for Request {
            fn from($ask { $( $( $field, )* )? }: $ask) -> Self {
                Self::$name $({ $( $field, )* })?
            }
        }

        impl EngineQuestion for $ask {
            type Answer = $answer;

            fn bytes(&self) -> Vec<u8> {
                // Plain data of known size: writing it into memory does not fail.
                postcard::to_allocvec(&(RequestPlace::$name as u32, self)).unwrap_or_default()
            }
        }

        questions! { @ask $($rest)* }
    };
    (@ask $(#[$doc:meta])* $name:ident $(($kept:ty))? $({ $($fields:tt)* })?; $($rest:tt)*) => {
        questions! { @ask $($rest)* }
    };
    (@ask) => {};
}

questions! {
    first {
        /// What is open, in a few words.
        Summary as AskSummary -> Summary;
        /// The SHA-256 of the open file's bytes, in hexadecimal.
        Hash as AskHash -> String;
        /// The situation picture on a day.
        Overview as AskOverview -> Overview {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
        };
        /// How coverage goes from the day on, if nobody does anything.
        Forecast as AskForecast -> ForecastView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Months that are looked ahead.
            months: u32,
            /// Id of the rule whose drops are named; absent for those of all.
            rule: Option<String>,
            /// Drops that are named at most: those on the days with most of them.
            drops: u32,
        };
        /// What a unit is called.
        UnitName as AskUnitName -> UnitRef {
            /// The id of the rule.
            id: String,
        };
    }
    pages {
        /// The units under one unit, or those whose name holds a text.
        Units as AskUnits -> UnitPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Id of the unit; absent for those without a parent. Not used when `find` is not empty.
            parent: Option<String>,
            /// What the names of the units must hold, letters compared without case.
            find: String,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// One unit by its id, with its posts and findings.
        Unit as AskUnit -> UnitView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The id of the rule.
            id: String,
        };
        /// One person by id, with posts and trainings.
        Person as AskPerson -> PersonPageView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The id of the person.
            id: String,
        };
        /// Those who are reminded at once.
        Reminders as AskReminders -> RemindersView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// What they are reminded of.
            of: RemindedOf,
            /// How many days ahead something ends or is to be done.
            days: u32,
        };
        /// What ends when someone leaves, and who could go on.
        Leaving as AskLeaving -> LeavingView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The id of the person.
            id: String,
            /// The last day of the person.
            #[serde(with = "day")]
            last: Date,
        };
        /// People, by name.
        People as AskPeople -> PeoplePage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// What names, numbers or addresses of the people must hold; empty for all.
            find: String,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// The best of every list that fits what was typed.
        Search as AskSearch -> SearchView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The words that were typed.
            find: String,
            /// Hits of each list, at most.
            most: u32,
        };
        /// Findings, the most urgent first.
        Findings as AskFindings -> FindingPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// What the findings must fit.
            filter: FindingFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// One finding by its id, explained.
        Finding as AskFinding -> FindingView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The id of the rule.
            id: String,
        };
        /// The risk management group.
        Group as AskGroup -> GroupPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
        };
        /// What comes next beside the findings.
        Leads as AskLeads -> LeadsView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
        };
        /// How much there is on the pages that are lists.
        Tabs as AskTabs -> TabCounts {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
        };
        /// Trainings, and who needs which by when.
        Training as AskTraining -> TrainingPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Which trainings are listed.
            filter: TrainingFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// Twelve months of duties.
        Year as AskYear -> YearView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// A day of the first month.
            #[serde(with = "day")]
            from: Date,
        };
        /// Who could take the vacant posts of a role in a part of the organisation.
        Proposal as AskProposal -> ProposalView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Id of the unit at the top of the part.
            unit: String,
            /// Id of the role.
            role: String,
        };
        /// What the file accepts, and whether there is still something to accept: of the whole organisation.
        Exceptions as AskExceptions -> Vec<ExceptionRow> {
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
        };
        /// The rules in force, and the packs there are: of the whole organisation.
        Rules as AskRules -> RulesView {
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
        };
        /// What falls within some days from the day on, the soonest first.
        Falls as AskFalls -> FallPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Days that are looked ahead.
            days: u32,
            /// Id of the rule; absent for all.
            rule: Option<String>,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// How coverage went in the year before the day, as far as the file remembers it.
        Past as AskPast -> PastView {
            /// The day that is looked back from, and the part of the organisation.
            lens: Lens,
            /// Id of the rule; absent for all.
            rule: Option<String>,
        };
        /// The matrix, and risks in the order of the register.
        Risks as AskRisks -> RiskPage {
            /// What the risks must fit.
            filter: RiskFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// The first matrix as a picture.
        Picture as AskPicture -> PictureView {
            /// The day: where risks stand depends on the measures done by then.
            #[serde(with = "day")]
            on: Date,
            /// Which risks: of a unit, of a kind of scenario, by one dimension. The rest of the filter is not used.
            filter: RiskFilter,
        };
        /// The editions, and what has changed from one analysis to another.
        Editions as AskEditions -> EditionsView {
            /// The day that the open file is looked at.
            #[serde(with = "day")]
            on: Date,
            /// Id of a unit: only risks that concern it or a unit below it are compared.
            within: Option<String>,
            /// Id of the edition to look from; absent for the latest.
            earlier: Option<String>,
            /// Id of the edition to look at; absent for the open file.
            later: Option<String>,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// One risk by its id, with its rating and its measures.
        Risk as AskRisk -> RiskView {
            /// The id of the rule.
            id: String,
            /// The day it is looked at: what has been done by then.
            #[serde(with = "day")]
            on: Date,
        };
        /// Measures, the most urgent first.
        Measures as AskMeasures -> MeasurePage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// What the measures must fit.
            filter: MeasureFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// Vital functions, what they depend on, and what a loss does to them.
        Vulnerability as AskVulnerability -> VulnerabilityPage {
            /// Id of the unit whose part alone is looked at; absent for all.
            within: Option<String>,
            /// The loss that is looked at.
            filter: LossFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// Whom to call when something happens.
        Event as AskEvent -> EventView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// What has happened or could happen.
            what: Happening,
            /// Calls to workplaces that are answered, at most.
            most: u32,
        };
        /// The scenario kinds that risks name.
        Scenarios as AskScenarios -> Vec<ScenarioRow>;
        /// The security unit and what it owns.
        SecurityUnit as AskSecurityUnit -> SecurityUnitView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
        };
        /// The coordinators, by department.
        Coordinators as AskCoordinators -> CoordinatorPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// The representatives, by workplace.
        Representatives as AskRepresentatives -> RepresentativePage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Which workplaces are listed.
            filter: WorkplaceFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// The contact cards of workplaces.
        Cards as AskCards -> CardPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Which workplaces are listed.
            filter: WorkplaceFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// What a resident sees.
        ContactPage as AskContactPage -> ContactPageView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
        };
        /// Every workplace as a cell.
        Map as AskMap -> MapView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// Id of the rule that the cells tell of; absent for the worst of all.
            rule: Option<String>,
        };
        /// Cells of that map in full.
        Cells as AskCells -> CellPage {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The rule, as for the map.
            rule: Option<String>,
            /// The cells that are wanted.
            filter: CellFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
    }
    others {
        /// What a rule would find that is not in the file yet.
        TryRule as AskTryRule -> Tried {
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
            /// Id of the rule it takes the place of, where it does.
            id: Option<String>,
            /// The fields of the rule.
            fields: Vec<PatchField>,
        };
        /// The report of the risk and vulnerability analysis.
        Report as AskReport -> ReportView {
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
            /// Id of the profile that its headings come from; absent for the one that applies.
            profile: Option<String>,
            /// The readers the report is for.
            audience: Audience,
            /// The version of the rules that say what is for whom: [`crate::report::RULES`], or what an earlier report says.
            rules: u32,
        };
        /// What is wrong with the open file, in its order.
        Problems as AskProblems -> ProblemPage {
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// One item, for a form.
        Item as AskItem -> ItemView {
            /// The list of the item.
            list: ListName,
            /// The item's id, or its canonical line where it has none.
            key: String,
        };
        /// A vacant post, or a new one, with what is known of whoever is to hold it.
        Vacancy as AskVacancy -> ItemView {
            /// The day that is looked at, and the part of the organisation.
            lens: Lens,
            /// The canonical line of the vacant post; empty for a new one.
            key: String,
            /// What is known of a new one: its role, its unit and the like.
            fields: Vec<PatchField>,
        };
        /// What a risk is rated by.
        Method as AskMethod -> MethodView {
            /// The risk's id; absent for a new one.
            risk: Option<String>,
        };
        /// What an import needs to know of the open file.
        Directory as AskDirectory -> Directory;
        /// Items to choose one of, by name.
        Choices as AskChoices -> ChoicePage {
            /// What one is chosen among.
            of: ChoiceOf,
            /// What the names of the items must hold, letters compared without case.
            find: String,
            /// Id of one that comes first whatever its name; empty for none.
            chosen: String,
            /// Id of the unit that one is chosen for, whose own come before others; empty for none.
            near: String,
            /// The most that are wanted.
            most: u32,
        };
        /// Wishes carried out as one change. What it is, and each wish.
        Change {
            /// What the change is.
            name: ChangeKind,
            /// The patches that are wished for.
            patches: Vec<Patch>,
        };
        /// Edits carried out as they are: what is kept in a conflict.
        CarryOut(Vec<Edit>);
        /// The last change taken back.
        Undo;
        /// What was undone last, done again.
        Redo;
        /// Everything that no file holds taken back, as one change.
        Discard;
        /// The open file as it is to be saved on a day: in canonical form, with an entry of what is changed.
        ToSave {
            /// The day.
            #[serde(with = "day")]
            on: Date,
            /// Who saves, as they call themselves; empty where they do not say.
            by: String,
        };
        /// The file as it is now has been saved, as [`Request::ToSave`] of the same day and name gave it.
        Saved {
            /// The day.
            #[serde(with = "day")]
            on: Date,
            /// Who saved, as they call themselves; empty where they do not say.
            by: String,
        };
        /// How the open file differs from the one saved last.
        Difference as AskDifference -> DifferencePage {
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// What the unsaved difference does to coverage on a day.
        Effect as AskEffect -> EffectView {
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
        };
        /// The changes as they are kept in the browser.
        Journal as AskJournal -> String;
        /// The changes that were kept, carried out on the file they were made to.
        Restore(String);
        /// What a journal holds that no file does, brought into the open file.
        Merge(String);
        /// The open file in canonical form.
        Canonical as AskCanonical -> String;
        /// What an extract would hold, and what it would leave out.
        Share as AskShare -> SharePage {
            /// The day on which it is asked who holds what.
            #[serde(with = "day")]
            on: Date,
            /// The day it is made.
            #[serde(with = "day")]
            made: Date,
            /// The receiver of the extract, and which items are shown.
            filter: ShareFilter,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// An extract, as `ombud extract` prints it.
        Extract as AskExtract -> String {
            /// The day on which it is asked who holds what.
            #[serde(with = "day")]
            on: Date,
            /// The day it is made.
            #[serde(with = "day")]
            made: Date,
            /// The receiver whose extract it is.
            receiver: Receiver,
        };
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
        };
        /// What the trail of the file says of an item.
        OwnHistory as AskOwnHistory -> OwnHistoryView {
            /// The list of the item.
            list: ListName,
            /// The id of the item.
            id: String,
        };
        /// What shows that the open file is the one it is said to be.
        Verification as AskVerification -> VerificationView;
        /// The verdict of a day as `ombud check --json` prints it.
        Verdict as AskVerdict -> String {
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
        };
        /// What a change file would do to the open file.
        Review as AskReview -> ReviewReply {
            /// The change file.
            text: String,
            /// What is chosen of it so far.
            choices: PointChoices,
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
            /// The items that are wanted, by their places in the whole list.
            window: Window,
        };
        /// What is chosen of a change file, brought in as one change.
        BringIn {
            /// The change file.
            text: String,
            /// What is chosen of the change file.
            choices: PointChoices,
            /// The day on which it is brought in, which the round that it answers notes.
            #[serde(with = "day")]
            on: Date,
        };
        /// The rounds of the file, and how they stand.
        Rounds as AskRounds -> RoundsView {
            /// The day they are looked at.
            #[serde(with = "day")]
            on: Date,
            /// The change files that wait to be looked at.
            waiting: Vec<String>,
        };
        /// Everyone whom a new round can ask, and what they would get.
        Askable as AskAskable -> Vec<AskableRow> {
            /// The day on which it is asked who holds what.
            #[serde(with = "day")]
            on: Date,
            /// The day their parts are made.
            #[serde(with = "day")]
            made: Date,
        };
        /// Begins a round, as one change.
        BeginRound {
            /// What is said of the round.
            wish: RoundWish,
            /// The day its parts are made.
            #[serde(with = "day")]
            sent: Date,
        };
        /// Notes that somebody who is asked in a round has answered that everything is right, as one change.
        SettleRound {
            /// The id of the round.
            round: String,
            /// The id of the unit that answers.
            unit: String,
            /// The day of the answer.
            #[serde(with = "day")]
            on: Date,
        };
        /// What each who is asked in a round gets.
        RoundFiles as AskRoundFiles -> Vec<RoundFile> {
            /// The id of the round.
            round: String,
            /// The day on which it is asked who holds what.
            #[serde(with = "day")]
            on: Date,
            /// The day their parts are made.
            #[serde(with = "day")]
            made: Date,
        };
        /// A plan that changes nothing yet.
        BeginPlan as AskBeginPlan -> String {
            /// What the plan is called, and when it is meant to be brought in.
            label: PlanLabel,
        };
        /// A plan after one more step.
        StepPlan as AskStepPlan -> SteppedPlan {
            /// The plan.
            text: String,
            /// What is done to the plan.
            step: PlanStep,
        };
        /// What a plan does to the open file.
        Plan as AskPlan -> PlanReply {
            /// The plan.
            text: String,
            /// The day that is looked at.
            #[serde(with = "day")]
            on: Date,
            /// The findings that are wanted of those that the plan mends, by their places in the whole list.
            gone: Window,
            /// The findings that are wanted of those that the plan makes, by their places in the whole list.
            come: Window,
        };
        /// Units as a plan has them.
        PlanUnits as AskPlanUnits -> PlanUnitPage {
            /// The plan.
            text: String,
            /// Id of a unit: only those under it; absent for all.
            under: Option<String>,
            /// What the names of the units must hold, letters compared without case.
            find: String,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// Another request that changes nothing, answered from the file with a plan brought in.
        InPlan {
            /// The plan; empty for the open file as it is.
            text: String,
            /// What is asked of it.
            request: Box<Request>,
        };
        /// What has been changed in the open extract since it was made.
        OwnChanges as AskOwnChanges -> OwnChangesView;
        /// The change file that says so.
        ChangeFile as AskChangeFile -> String {
            /// Who has made it, as they call themselves; may be empty.
            by: String,
        };
        /// The matrices of the file and those that come with the product.
        Methods as AskMethods -> MethodsView;
        /// What a change of method would do to the risks.
        TryMethod {
            /// The change of method that is tried.
            proposal: Box<MethodProposal>,
            /// The rows that are wanted, by their places in the whole list.
            window: Window,
        };
        /// Takes a change of method, as one change.
        TakeMethod {
            /// The change of method that is made.
            proposal: Box<MethodProposal>,
        };
    }
}

impl First {
    /// How many months ahead the request looks, where it looks ahead.
    pub(super) fn months(&self) -> Option<u32> {
        if let Self::Forecast { months, .. } = self { Some(*months) } else { None }
    }

    /// The day and the part that the request looks at, where the day matters to it.
    pub(super) fn lens(&self) -> Option<Lens> {
        match self {
            Self::Overview { lens } | Self::Forecast { lens, .. } => Some(lens.clone()),
            Self::Summary | Self::UnitName { .. } | Self::Hash => None,
        }
    }
}

impl PageRequest {
    /// The request that bytes are, where it is one of these.
    pub fn read(request: &[u8]) -> Option<Self> {
        let (place, fields) = postcard::take_from_bytes::<u32>(request).ok()?;
        let place = postcard::to_allocvec(&place.checked_sub(First::COUNT)?).ok()?;
        postcard::from_bytes(&[&*place, fields].concat()).ok()
    }

    /// Whether bytes are one of these, as their beginning says.
    pub fn is_one(request: &[u8]) -> bool {
        let place =
            postcard::take_from_bytes::<u32>(request).ok().and_then(|(place, _)| place.checked_sub(First::COUNT));
        place.is_some_and(|place| place < Self::COUNT)
    }

    /// How many months ahead the request looks, where it looks ahead.
    pub(super) fn months(&self) -> Option<u32> {
        // As far as a page's forecast, which is then at hand.
        if let Self::Falls { .. } = self { Some(12) } else { None }
    }

    /// The day and the part that the request looks at, where the day matters to it.
    pub(super) fn lens(&self) -> Option<Lens> {
        match self {
            Self::Units { lens, .. }
            | Self::Unit { lens, .. }
            | Self::Person { lens, .. }
            | Self::People { lens, .. }
            | Self::Leaving { lens, .. }
            | Self::Reminders { lens, .. }
            | Self::Search { lens, .. }
            | Self::Findings { lens, .. }
            | Self::Finding { lens, .. }
            | Self::Event { lens, .. }
            | Self::Group { lens }
            | Self::Leads { lens }
            | Self::Tabs { lens }
            | Self::Training { lens, .. }
            | Self::Year { lens, .. }
            | Self::Proposal { lens, .. }
            | Self::Falls { lens, .. }
            | Self::Map { lens, .. }
            | Self::Cells { lens, .. }
            | Self::SecurityUnit { lens }
            | Self::Coordinators { lens, .. }
            | Self::Representatives { lens, .. }
            | Self::Cards { lens, .. }
            | Self::ContactPage { lens } => Some(lens.clone()),
            Self::Exceptions { on } | Self::Rules { on } => Some(Lens::whole(*on)),
            // These look at a day without judging it.
            Self::Past { .. }
            | Self::Risks { .. }
            | Self::Risk { .. }
            | Self::Vulnerability { .. }
            | Self::Measures { .. }
            | Self::Picture { .. }
            | Self::Editions { .. }
            | Self::Scenarios => None,
        }
    }
}

impl Request {
    /// The day and the part that the request looks at, where the day matters to it.
    pub fn lens(&self) -> Option<Lens> {
        match self {
            Self::Vacancy { lens, .. } => Some(lens.clone()),
            Self::Report { on, .. } | Self::Verdict { on } => Some(Lens::whole(*on)),
            request => match (request.first(), request.page()) {
                (Some(first), _) => first.lens(),
                (_, Some(page)) => page.lens(),
                // What other requests judge is not what is shown.
                _ => None,
            },
        }
    }
}
