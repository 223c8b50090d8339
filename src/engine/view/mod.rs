//! What the pages show, taken out of the open file: small owned values without prose.

mod coverage;
mod draft;
mod event;
mod exceptions;
mod forecast;
mod map;
mod matrix;
mod overview;
mod problems;
mod risk;
mod rules;
mod suggest;
mod summary;
mod unit;

pub use self::coverage::{FindingPage, FindingRow, FindingView, Remedy, RuleRow, RuleView, SubjectView};
pub use self::draft::{
    ChangeView, Changed, ChoiceView, ConflictView, DifferencePage, DraftView, EditKind, EditView, EffectRow,
    EffectView, FieldView, ItemView, Merged,
};
pub use self::event::{CallView, EventView, QuestionView, ReasonView, ScenarioRow, WhyView};
pub use self::exceptions::ExceptionRow;
pub use self::forecast::{CourseView, DropView, FallPage, FallRow, FallView, ForecastView, WITHIN};
pub(super) use self::map::Atlas;
pub use self::map::{CellPage, CellRow, MapPart, MapView};
pub use self::matrix::{ClassView, LevelView, MatrixView, MethodView};
pub use self::overview::{CellView, Ending, MapGroup, Overview};
pub use self::problems::ProblemPage;
pub use self::risk::{DimensionRow, MeasureRow, Movement, RiskPage, RiskRow, RiskView, Sensitivity, StepOf};
pub use self::rules::{PackView, RuleEntry, RulesView, Tried, found};
pub use self::suggest::{
    CandidateView, OpenPost, OpenRole, ProposalRow, ProposalView, RestRow, RuleLooked, SuggestionView,
};
pub use self::summary::{ListCount, Summary};
pub use self::unit::{PersonView, PostRow, PostState, UnitPage, UnitRef, UnitRow, UnitView};
