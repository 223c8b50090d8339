//! What the pages show, taken out of the open file: small owned values without prose.

mod coverage;
mod draft;
mod edition;
mod event;
mod exceptions;
mod forecast;
mod group;
mod leads;
mod map;
mod matrix;
mod measure;
mod method;
mod nobodies;
mod overview;
mod own_changes;
mod own_history;
mod past;
mod person;
mod picture;
mod plan;
mod problems;
mod reminders;
pub mod report;
mod review;
mod risk;
mod role;
mod roles;
mod round;
mod rules;
mod search;
mod share;
mod suggest;
mod summary;
mod tabs;
mod training;
mod unit;
mod verification;
mod vulnerability;
mod year;

pub use self::coverage::{FindingPage, FindingRow, FindingView, Remedy, RuleRow, RuleView, SubjectView};
pub(in crate::engine) use self::draft::ChoiceQuery;
pub use self::draft::{
    ChangeView, Changed, ChoiceOf, ChoicePage, ChoiceView, ConflictView, DifferencePage, DraftView, EditKind, EditView,
    EditedItem, EffectRow, EffectView, FieldView, GapView, ItemView, Merged,
};
pub use self::edition::{
    AdoptionView, ComparedRow, ComparisonView, EditionRow, EditionTally as ComparisonTally, EditionsView, InputOf,
    InputView, RejudgedView, RiskFate, SideView, Stated,
};
pub use self::event::{CallView, EventView, QuestionView, ReasonView, ScenarioRow, WhyView};
pub use self::exceptions::ExceptionRow;
pub use self::forecast::{CourseView, DROPS, DropView, FallPage, FallRow, FallView, ForecastView, WITHIN};
pub use self::group::{DoneRow, GroupPage, GroupView, MemberRow, QuestionRow, SeatView, WorkRow};
pub use self::leads::{LeadsView, TrainingLapse};
pub(super) use self::map::Atlas;
pub use self::map::{CellPage, CellRow, MapPart, MapView};
pub use self::matrix::{ClassView, LevelView, MatrixView, MethodView};
pub use self::measure::{
    DueSpan, DueTime, EffectOfMeasure, MeasurePage, MeasureRow, MeasureStands, MoveView, NamedRow, Weighed, WeighedRow,
};
pub use self::method::{LostView, MethodEntry, MethodPreview, MethodsView, ShiftRow, StandView};
pub use self::nobodies::{NobodiesView, NobodyRow};
pub use self::overview::Overview;
pub use self::own_changes::OwnChangesView;
pub use self::own_history::{OwnHistoryRow, OwnHistoryView, OwnPostView};
pub use self::past::{PastCourse, PastView};
pub use self::person::{
    Charge, ChargedItem, Heir, LeavingPost, LeavingView, PeoplePage, PersonPageView, PersonPost, PersonRow,
    SuccessorView,
};
pub use self::picture::{PictureView, RiskSpot};
pub use self::plan::{PlanFindings, PlanReply, PlanTally, PlanUnitPage, PlanUnitRow, PlanView, SteppedPlan};
pub use self::problems::ProblemPage;
pub use self::reminders::{RemindedOf, RemindedRow, RemindersView};
pub use self::report::ReportView;
pub use self::review::{
    ArrivedChanges, MadeDay, PointView, ReviewItemView, ReviewOrigin, ReviewReply, ReviewView, ReviewedFindings,
};
pub use self::risk::{
    DimensionRow, MovedView, Movement, Neighbour, OddsRow, PositionView, RiskPage, RiskRow, RiskView, Sensitivity,
    StepOf, YearlyLoss,
};
pub use self::role::RoleView;
pub use self::roles::{
    ActivityRow, CardPage, CardView, ContactPageView, ContactView, CoordinatorPage, CoordinatorRow, DepartmentTally,
    DocumentRow, DutyRow, HolderRow, MarkView, Opening, ReachView, RepresentativePage, RepresentativeRow,
    SecurityUnitView, SupportRow,
};
pub use self::round::{AskableRow, AskedRow, AskedStanding, RoundFile, RoundView, RoundsView, WaitingAnswer};
pub use self::rules::{PackView, RuleEntry, RulesView, Tried};
pub use self::search::{HitAbout, HitGroup, HitKind, HitView, SearchView};
pub use self::share::{ReceiverView, SharePage, ShareRow};
pub(in crate::engine) use self::suggest::vacancy;
pub use self::suggest::{
    CandidateView, OpenPost, OpenRole, ProposalRow, ProposalView, RestRow, RuleLooked, SuggestionView,
};
pub use self::summary::{ListCount, Summary};
pub use self::tabs::TabCounts;
pub use self::training::{DepartmentRow, TraineeRow, TrainingPage, TrainingRow};
pub use self::unit::{PersonView, PostRow, PostState, UnitPage, UnitRef, UnitRow, UnitView};
pub use self::verification::{EditionCheck, MadeView, VerificationView};
pub use self::vulnerability::{
    CourseRow as LossRow, DependencyRow, FunctionRow, LackRow, LossView, NeedRow, RiskNote, Soonest, TaskRow, ThingRef,
    VulnerabilityLack, VulnerabilityPage,
};
pub use self::year::{DueRow, DutyGroup, DutyKind, DutyView, MonthView, YearView};
