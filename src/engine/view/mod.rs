//! What the pages show, taken out of the open file: small owned values without prose.

mod coverage;
mod draft;
mod matrix;
mod overview;
mod problems;
mod risk;
mod roles;
mod summary;
mod unit;

pub use self::coverage::{FindingPage, FindingRow, FindingView, Remedy, RuleRow, RuleView, SubjectView};
pub use self::draft::{
    ChangeView, Changed, ChoiceView, ConflictView, DifferencePage, DraftView, EditKind, EditView, EffectRow,
    EffectView, FieldView, ItemView, Merged,
};
pub use self::matrix::{ClassView, LevelView, MatrixView, MethodView};
pub use self::overview::{CellView, Ending, MapGroup, Overview};
pub use self::problems::ProblemPage;
pub use self::risk::{DimensionRow, MeasureRow, Movement, RiskPage, RiskRow, RiskView, Sensitivity, StepOf};
pub use self::roles::{
    ActivityRow, CardPage, CardView, ContactPageView, ContactView, CoordinatorPage, CoordinatorRow, DepartmentTally,
    DocumentRow, DutyRow, HolderRow, MarkView, OpenPost, ReachView, RepresentativePage, RepresentativeRow,
    SecurityUnitView, SupportRow,
};
pub use self::summary::{ListCount, Summary};
pub use self::unit::{PersonView, PostRow, PostState, UnitPage, UnitRef, UnitRow, UnitView};
