//! What the engine answers, and how one reply is read or written without the code for all the others.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::draft::EditRefusal;
use crate::engine::view::{
    ArrivedChanges, AskableRow, CardPage, CellPage, Changed, ChoicePage, ContactPageView, CoordinatorPage,
    DifferencePage, EditionsView, EffectView, EventView, ExceptionRow, FallPage, FindingPage, FindingView,
    ForecastView, GroupPage, ItemView, LeadsView, LeavingView, MapView, MeasurePage, Merged, MethodPreview, MethodView,
    MethodsView, Overview, OwnChangesView, OwnHistoryView, PastView, PeoplePage, PersonPageView, PictureView,
    PlanReply, PlanUnitPage, ProblemPage, ProposalView, RemindersView, ReportView, RepresentativePage, ReviewReply,
    RiskPage, RiskView, RoundFile, RoundsView, RulesView, ScenarioRow, SearchView, SecurityUnitView, SharePage,
    SteppedPlan, Summary, TabCounts, TrainingPage, Tried, UnitPage, UnitRef, UnitView, VerificationView,
    VulnerabilityPage, YearView,
};
use crate::exchange::Directory;
use crate::organisation::problem::Problem;

/// Something that a reply can hold, so that it can be read by itself: whoever asks for one thing does without the code
/// that reads all the others.
pub trait ReplyValue: DeserializeOwned + Send + Sync + 'static {
    /// The place among the variants of [`Reply`], from 0, of the one that holds it.
    const PLACE: u32;
}

/// The list of replies: `Name(how it is kept) of what the page reads` where the page reads one by itself.
macro_rules! replies {
    ($( $(#[$doc:meta])* $name:ident $(($kept:ty))? $(of $held:ty)?; )*) => {
        /// What the engine answers.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum Reply {
            $( $(#[$doc])* $name $(($kept))?, )*
        }

        /// The variants by place.
        #[allow(dead_code, reason = "not every reply is read by itself")]
        enum ReplyPlace { $( $name, )* }

        $( $(
            impl ReplyValue for $held { const PLACE: u32 = ReplyPlace::$name as u32; }

            impl From<$held> for Reply {
                fn from(held: $held) -> Self {
                    Self::$name(held.into())
                }
            }
        )? )*
    };
}

replies! {
    /// The file is open.
    Opened(Box<Summary>) of Summary;
    /// The file cannot be read; what was open still is.
    Unreadable(Box<Problem>) of Problem;
    /// The situation picture.
    Overview(Box<Overview>) of Overview;
    /// A window of the units.
    Units(UnitPage) of UnitPage;
    /// What a unit is called.
    UnitName(UnitRef) of UnitRef;
    /// One unit with its posts and findings.
    Unit(Box<UnitView>) of UnitView;
    /// A window of the findings.
    Findings(FindingPage) of FindingPage;
    /// One finding, explained.
    Finding(Box<FindingView>) of FindingView;
    /// Who could take vacant posts.
    Proposal(Box<ProposalView>) of ProposalView;
    /// What the file accepts.
    Exceptions(Vec<ExceptionRow>) of Vec<ExceptionRow>;
    /// The rules in force, and the packs.
    Rules(Box<RulesView>) of RulesView;
    /// What a rule would find.
    Tried(Box<Tried>) of Tried;
    /// How coverage goes.
    Forecast(Box<ForecastView>) of ForecastView;
    /// A window of what stops being met, by day.
    Falls(FallPage) of FallPage;
    /// How coverage went.
    Past(Box<PastView>) of PastView;
    /// The matrix and a window of the risks.
    Risks(Box<RiskPage>) of RiskPage;
    /// The matrix as a picture.
    Picture(Box<PictureView>) of PictureView;
    /// The editions of the analysis, with two compared.
    Editions(Box<EditionsView>) of EditionsView;
    /// One risk with its rating and its measures.
    Risk(Box<RiskView>) of RiskView;
    /// What ends when someone leaves.
    Leaving(Box<LeavingView>) of LeavingView;
    /// Those who are reminded at once.
    Reminders(Box<RemindersView>) of RemindersView;
    /// A window of the measures.
    Measures(Box<MeasurePage>) of MeasurePage;
    /// What comes next beside the findings.
    Leads(Box<LeadsView>) of LeadsView;
    /// A window of the problems of the file.
    Problems(ProblemPage) of ProblemPage;
    /// One item as the form has it.
    Item(ItemView) of ItemView;
    /// What a risk is rated by.
    Method(Box<MethodView>) of MethodView;
    /// Items to choose among.
    Choices(ChoicePage) of ChoicePage;
    /// The file has been changed, or is as it was.
    Changed(Box<Changed>) of Changed;
    /// The change cannot be carried out; the file is as it was.
    Refused(Box<EditRefusal>) of EditRefusal;
    /// Another's work has been brought in, but for what both changed.
    Merged(Box<Merged>) of Merged;
    /// Items that differ from the file saved last.
    Difference(DifferencePage) of DifferencePage;
    /// What the unsaved difference does to coverage.
    Effect(EffectView) of EffectView;
    /// A text to be saved or shown as it is.
    Text(String) of String;
    /// No item has the id that was asked for.
    NotFound;
    /// No file is open.
    NothingOpen;
    /// What an import needs to know.
    Directory(Box<Directory>) of Directory;
    /// Whom to call.
    Event(Box<EventView>) of EventView;
    /// The kinds of scenario that risks name.
    Scenarios(Vec<ScenarioRow>) of Vec<ScenarioRow>;
    /// Every workplace as a cell.
    Map(Box<MapView>) of MapView;
    /// Cells in full.
    Cells(CellPage) of CellPage;
    /// The security unit.
    SecurityUnit(Box<SecurityUnitView>) of SecurityUnitView;
    /// The coordinators, with a window of departments.
    Coordinators(CoordinatorPage) of CoordinatorPage;
    /// The representatives, with a window of workplaces.
    Representatives(RepresentativePage) of RepresentativePage;
    /// Contact cards of workplaces.
    Cards(CardPage) of CardPage;
    /// What a resident sees.
    ContactPage(Box<ContactPageView>) of ContactPageView;
    /// The risk management group.
    Group(Box<GroupPage>) of GroupPage;
    /// How much there is on pages.
    Tabs(TabCounts) of TabCounts;
    /// The trainings, with a window of those who must take them.
    Training(Box<TrainingPage>) of TrainingPage;
    /// The duties by month.
    Year(Box<YearView>) of YearView;
    /// Hashes of the open file.
    Verification(Box<VerificationView>) of VerificationView;
    /// What the trail says of an item.
    OwnHistory(Box<OwnHistoryView>) of OwnHistoryView;
    /// Vital functions and what they depend on.
    Vulnerability(Box<VulnerabilityPage>) of VulnerabilityPage;
    /// The report of the risk and vulnerability analysis.
    Report(Box<ReportView>) of ReportView;
    /// The matrices of the file, and those that come with the product.
    Methods(Box<MethodsView>) of MethodsView;
    /// What a change of method would do.
    MethodPreview(Box<MethodPreview>) of MethodPreview;
    /// What an extract holds.
    Share(Box<SharePage>) of SharePage;
    /// One person with posts and trainings.
    Person(Box<PersonPageView>) of PersonPageView;
    /// A change file, instead of a file that could be opened.
    ArrivedChanges(ArrivedChanges) of ArrivedChanges;
    /// A change file before it is brought in.
    Review(Box<ReviewReply>) of ReviewReply;
    /// What has been changed in an extract.
    OwnChanges(Box<OwnChangesView>) of OwnChangesView;
    /// A window of the people.
    People(PeoplePage) of PeoplePage;
    /// The hits of a search, by list.
    Search(Box<SearchView>) of SearchView;
    /// The rounds of the file.
    Rounds(Box<RoundsView>) of RoundsView;
    /// Everyone whom a round can ask.
    Askable(Vec<AskableRow>) of Vec<AskableRow>;
    /// What each who is asked in a round gets.
    RoundFiles(Vec<RoundFile>) of Vec<RoundFile>;
    /// A plan before it is brought in.
    Plan(Box<PlanReply>) of PlanReply;
    /// A window of the units as a plan has them.
    PlanUnits(PlanUnitPage) of PlanUnitPage;
    /// What became of a step of a plan.
    SteppedPlan(Box<SteppedPlan>) of SteppedPlan;
}

/// A reply that holds this, as its bytes; no bytes where it cannot be written, which the page then tells.
pub fn reply<T: ReplyValue + Serialize>(holds: &T) -> Vec<u8> {
    postcard::to_allocvec(&(T::PLACE, holds)).unwrap_or_default()
}

/// What an answer is made as: a reply for whoever asks from within, bytes for whoever asks from another program.
pub trait Answer {
    /// The answer that holds this.
    fn of<T: ReplyValue + Serialize>(held: T) -> Self
    where
        Reply: From<T>;

    /// The answer that there is no such item.
    fn not_found() -> Self;

    /// The answer that no file is open.
    fn nothing_open() -> Self;

    /// The answer that holds this, where it was found.
    fn of_found<T: ReplyValue + Serialize>(found: Option<T>) -> Self
    where
        Self: Sized,
        Reply: From<T>,
    {
        found.map_or_else(Self::not_found, Self::of)
    }
}

impl Answer for Reply {
    fn of<T: ReplyValue + Serialize>(held: T) -> Self
    where
        Self: From<T>,
    {
        held.into()
    }

    fn not_found() -> Self {
        Self::NotFound
    }

    fn nothing_open() -> Self {
        Self::NothingOpen
    }
}

/// The bytes of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyBytes(pub Vec<u8>);

impl Answer for ReplyBytes {
    fn of<T: ReplyValue + Serialize>(held: T) -> Self
    where
        Reply: From<T>,
    {
        Self(reply(&held))
    }

    fn not_found() -> Self {
        Self(place(ReplyPlace::NotFound))
    }

    fn nothing_open() -> Self {
        Self(place(ReplyPlace::NothingOpen))
    }
}

/// The bytes of a reply that holds nothing.
fn place(of: ReplyPlace) -> Vec<u8> {
    postcard::to_allocvec(&(of as u32)).unwrap_or_default()
}

/// What the bytes of a reply hold, if it is of that kind.
pub fn held<T: ReplyValue>(reply: &[u8]) -> Option<T> {
    within::<T>(reply).and_then(|held| postcard::from_bytes(held).ok())
}

/// Whether the bytes of a reply are of that kind, for whoever does without the code that reads what they hold.
pub fn holds<T: ReplyValue>(reply: &[u8]) -> bool {
    within::<T>(reply).is_some()
}

/// What follows the place in the bytes of a reply of that kind.
fn within<T: ReplyValue>(reply: &[u8]) -> Option<&[u8]> {
    let (place, rest) = postcard::take_from_bytes::<u32>(reply).ok()?;
    (place == T::PLACE).then_some(rest)
}
