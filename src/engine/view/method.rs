//! The method as its page shows it: matrices in full with what is unwise about them, and what another would do.

use serde::{Deserialize, Serialize};

use super::matrix::{ClassView, MatrixView, MethodView, name};
use super::unit::UnitRef;
use crate::draft::method::{MethodEdit, MethodPlan, file_of};
use crate::engine::lens::Window;
use crate::engine::look::ViewContext;
use crate::organisation::number::saturating;
use crate::organisation::problem::MatrixAdvice;
use crate::organisation::read;
use crate::organisation::sort;
use crate::organisation::value::{Label, Text};
use crate::risk::advice::advise;
use crate::risk::advice::alike::{Alike, alike};
use crate::risk::advice::misordered::misordered;
use crate::risk::advice::thresholds::{Break, breaks};
use crate::risk::change::{Lost, Remap, Shift, Stand, shifts};
use crate::risk::{CheckedMatrix, Methods, Unplaced, built_in};

/// The matrices of the file, and those that come with the product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodsView {
    /// The matrices that can be used, in the order of the file; the national one where it has none.
    pub matrices: Vec<MethodEntry>,
    /// Whether the file has no matrix of its own.
    pub borrowed: bool,
    /// Matrices of the file that cannot be used.
    pub unusable: u32,
    /// The matrices that come with the product: id and name.
    pub built_in: Vec<(String, Label)>,
}

/// A matrix in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodEntry {
    /// The matrix with the counts of the risks judged by it.
    pub matrix: MatrixView,
    /// The scales, classes and grid of the matrix, as a form has them.
    pub edit: MethodEdit,
    /// All that is unwise about the matrix.
    pub advice: Vec<MatrixAdvice>,
    /// Where the levels of the matrix do not meet.
    pub breaks: Vec<Break>,
    /// How many pairs of cells the sum misorders in each dimension with bounds: its name, pairs, of how many.
    pub misordered: Vec<(Label, u32, u32)>,
    /// Levels that make no difference.
    pub alike: Alike,
    /// The matrix and its scales as a file of the format, to be written for other programs.
    pub file: String,
}

/// What a change of method would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodPreview {
    /// The matrix as it would be, with the counts of all risks judged by it.
    pub matrix: Option<MatrixView>,
    /// What levels there are now: none where no matrix gives way.
    pub before: Option<MethodView>,
    /// What levels there would be.
    pub after: MethodView,
    /// What levels become.
    pub remap: Remap,
    /// Risks that are judged by the matrix that gives way.
    pub judged: u32,
    /// Risks that move to another class.
    pub moved: u32,
    /// Risks that can no longer be placed.
    pub fallen: u32,
    /// Risks that lose a dimension or their likelihood.
    pub losing: u32,
    /// Risks of which one of these holds.
    pub total: u32,
    /// The risks in the window: first those that fall out, then those that lose, then those that move, each by id.
    pub rows: Vec<ShiftRow>,
}

/// A risk that a change of method touches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShiftRow {
    /// The id of the risk.
    pub id: String,
    /// What could happen.
    pub title: Label,
    /// Units it concerns.
    pub units: Vec<UnitRef>,
    /// Where the risk stands.
    pub from: StandView,
    /// Where the risk would stand.
    pub to: StandView,
    /// What the risk loses, by the names there are now.
    pub lost: Vec<LostView>,
}

/// Where a risk stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum StandView {
    /// In a class.
    In(ClassView),
    /// Beside the matrix.
    Beside(Unplaced),
}

/// What a risk loses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LostView {
    /// The likelihood of the risk.
    Likelihood,
    /// The consequence of the risk in the dimension of this name.
    Dimension(Label),
}

impl MethodsView {
    pub(in crate::engine) fn new(look: ViewContext<'_>) -> Self {
        let file = look.organisation;
        let matrices: Vec<_> = look.methods.tables().map(|table| MethodEntry::new(look, table)).collect();
        let borrowed = file.matrices.items.is_empty() && file.matrices.set_aside.is_empty();
        let all = file.matrices.items.len() + file.matrices.set_aside.len();
        Self {
            unusable: if borrowed { 0 } else { saturating(all - matrices.len()) },
            matrices,
            borrowed,
            built_in: built_in::ALL.iter().map(|(id, text)| ((*id).to_owned(), name_of(text))).collect(),
        }
    }
}

/// What the matrix of a built-in method is called.
fn name_of(text: &str) -> Label {
    let read = read(text, &mut |_| ()).ok();
    read.and_then(|(file, _)| file.matrices.first()?.name.as_ref().map(Text::label)).unwrap_or_default()
}

impl MethodEntry {
    fn new(look: ViewContext<'_>, table: &CheckedMatrix<'_>) -> Self {
        let sum = |likelihood: u8, consequence: u8| u16::from(likelihood) + u16::from(consequence);
        let counted = misordered(table, sum).into_iter().map(|found| {
            (name(table.dimensions[usize::from(found.dimension)]), saturating(found.pairs.len()), found.of)
        });
        Self {
            matrix: MatrixView::counted(look, table),
            edit: MethodEdit::of(table),
            advice: advise(table),
            breaks: breaks(table),
            misordered: counted.collect(),
            alike: alike(table),
            file: file_of(table),
        }
    }
}

impl MethodPreview {
    pub(in crate::engine) fn new(
        before: ViewContext<'_>,
        after: ViewContext<'_>,
        plan: &MethodPlan,
        window: Window,
    ) -> Self {
        let lost = |id: &str| plan.lost.iter().find(|(known, _)| known == id).map_or(&[][..], |(_, lost)| lost);
        let id = |shift: &Shift| &*after.organisation.risks[shift.after as usize].id;
        let mut touched: Vec<Shift> = shifts(before.into(), after.into());
        touched.retain(|shift| shift.moves || !lost(id(shift)).is_empty());
        let weight = |shift: &Shift| (!shift.falls_out(), lost(id(shift)).is_empty());
        sort::by(&mut touched, |a, b| weight(a).cmp(&weight(b)).then_with(|| id(a).cmp(id(b))));
        let count = |is: &dyn Fn(&&Shift) -> bool| saturating(touched.iter().filter(is).count());
        let old = plan.replaces.as_deref();
        let table = after.methods.table(Some(&plan.matrix)).map(|(_, table)| table);
        let row = |shift: &Shift| ShiftRow::new(before, after, shift, lost(id(shift)), old);
        Self {
            matrix: table.map(|table| MatrixView::counted(after, table)),
            before: old.and_then(|id| before.methods.table(Some(id))).map(|(_, table)| MethodView::of(table)),
            after: table.map(MethodView::of).unwrap_or_default(),
            remap: plan.remap.clone(),
            judged: saturating(plan.lost.len()),
            moved: count(&|shift| shift.moves && !shift.falls_out()),
            fallen: count(&|shift| shift.falls_out()),
            losing: count(&|shift| !lost(id(shift)).is_empty()),
            total: saturating(touched.len()),
            rows: window.of(&touched).iter().map(row).collect(),
        }
    }
}

impl ShiftRow {
    fn new(before: ViewContext<'_>, after: ViewContext<'_>, shift: &Shift, lost: &[Lost], old: Option<&str>) -> Self {
        let item = &after.organisation.risks[shift.after as usize];
        let dimensions = old.and_then(|id| before.methods.table(Some(id))).map(|(_, table)| &table.dimensions);
        let named = |id: &str| {
            let scale = dimensions.and_then(|all| all.iter().find(|scale| *scale.id == *id));
            scale.map_or_else(|| Label::plain(id), |scale| name(scale))
        };
        let lost = lost.iter().map(|lost| match lost {
            Lost::Likelihood => LostView::Likelihood,
            Lost::Dimension(id) => LostView::Dimension(named(id)),
        });
        Self {
            id: item.id.to_string(),
            title: item.title.label(),
            units: item.units.iter().filter_map(|id| Some(UnitRef::new(after, after.index.unit(id)?))).collect(),
            from: StandView::new(before.methods, shift.from),
            to: StandView::new(after.methods, shift.to),
            lost: lost.collect(),
        }
    }
}

impl StandView {
    fn new(methods: &Methods<'_>, stand: Stand) -> Self {
        match stand {
            Stand::Beside(beside) => Self::Beside(beside),
            Stand::In(matrix, class, _) => match methods.at(matrix.into()) {
                Some(table) => Self::In(ClassView::new(table, class)),
                None => Self::Beside(Unplaced::NotRated),
            },
        }
    }
}
