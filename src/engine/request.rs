//! Everything the product can be asked, and what it answers: the list of what it can do.
//!
//! Requests and replies cross from the page to the worker and back as bytes, so they hold what is shown and no more:
//! rows, not lists of a million. Opening a file is [`super::Engine::open`], apart: its bytes are handed over, not sent
//! in a message. Nothing here is prose but the file's own texts; [`crate::text`] says the rest.

mod asked;
mod list;
mod looked;
mod question;
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
use self::list::questions;
pub(super) use self::looked::FamilyRequest;
pub use self::question::{AskFor, AskInPlan, EngineQuestion};
pub use self::reply::{Answer, Reply, ReplyBytes, ReplyValue, held, holds, reply};

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
            /// The id of the unit.
            id: String,
        };
    }
    pages {
        /// How much there is on pages, which every page tells.
        Tabs {
            /// How much there is on the pages that are lists.
            Tabs as AskTabs -> TabCounts {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
            };
        }
        /// What comes next.
        Leads {
            /// What comes next beside the findings.
            Leads as AskLeads -> LeadsView {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
            };
        }
        /// The map of all workplaces.
        Map {
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
        /// The units and those who hold posts in them.
        Units {
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
                /// The id of the unit.
                id: String,
            };
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
        }
        /// People, and what becomes of their posts.
        People {
            /// People, by name.
            People as AskPeople -> PeoplePage {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
                /// What names, numbers or addresses of the people must hold; empty for all.
                find: String,
                /// The rows that are wanted, by their places in the whole list.
                window: Window,
            };
            /// One person by id, with posts and trainings.
            Person as AskPerson -> PersonPageView {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
                /// The id of the person.
                id: String,
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
            /// Those who are reminded at once.
            Reminders as AskReminders -> RemindersView {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
                /// What they are reminded of.
                of: RemindedOf,
                /// How many days ahead something ends or is to be done.
                days: u32,
            };
        }
        /// What is to be done by when.
        Training {
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
        }
        /// Rules and what they find.
        Coverage {
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
                /// The id of the finding.
                id: String,
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
        }
        /// What stops being met, and how coverage went.
        Forecast {
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
        }
        /// Risks and their measures.
        Risks {
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
            /// One risk by its id, with its rating and its measures.
            Risk as AskRisk -> RiskView {
                /// The id of the risk.
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
            /// The scenario kinds that risks name.
            Scenarios as AskScenarios -> Vec<ScenarioRow>;
        }
        /// What risks are judged by.
        Methods {
            /// The matrices of the file and those that come with the product.
            Methods as AskMethods -> MethodsView;
        }
        /// Vital functions.
        Vulnerability {
            /// Vital functions, what they depend on, and what a loss does to them.
            Vulnerability as AskVulnerability -> VulnerabilityPage {
                /// Id of the unit whose part alone is looked at; absent for all.
                within: Option<String>,
                /// The loss that is looked at.
                filter: LossFilter,
                /// The rows that are wanted, by their places in the whole list.
                window: Window,
            };
        }
        /// Editions of the analysis.
        Editions {
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
        }
        /// What is looked at during an event.
        Event {
            /// Whom to call when something happens.
            Event as AskEvent -> EventView {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
                /// What has happened or could happen.
                what: Happening,
                /// Calls to workplaces that are answered, at most.
                most: u32,
            };
        }
        /// The risk management group.
        Group {
            /// The risk management group.
            Group as AskGroup -> GroupPage {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
            };
        }
        /// What is found as one types.
        Search {
            /// The best of every list that fits what was typed.
            Search as AskSearch -> SearchView {
                /// The day that is looked at, and the part of the organisation.
                lens: Lens,
                /// The words that were typed.
                find: String,
                /// Hits of each list, at most.
                most: u32,
            };
        }
        /// The report.
        Report {
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
        }
        /// Items as forms have them.
        Items {
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
            /// What the trail of the file says of an item.
            OwnHistory as AskOwnHistory -> OwnHistoryView {
                /// The list of the item.
                list: ListName,
                /// The id of the item.
                id: String,
            };
        }
        /// What others are given.
        Sharing {
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
            /// What an import needs to know of the open file.
            Directory as AskDirectory -> Directory;
        }
        /// What is asked of others, and how far they have come.
        Rounds {
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
        }
        /// The file itself.
        Data {
            /// What is wrong with the open file, in its order.
            Problems as AskProblems -> ProblemPage {
                /// The rows that are wanted, by their places in the whole list.
                window: Window,
            };
            /// The verdict of a day as `ombud check --json` prints it.
            Verdict as AskVerdict -> String {
                /// The day that is looked at.
                #[serde(with = "day")]
                on: Date,
            };
            /// What shows that the open file is the one it is said to be.
            Verification as AskVerification -> VerificationView;
        }
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
