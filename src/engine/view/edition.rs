//! Editions: which there are, and what has changed from one analysis to another.

use serde::{Deserialize, Serialize};

use super::matrix::{ClassView, LevelView, name};
use super::picture::{PictureView, cell};
use super::risk::RiskRow;
use crate::engine::lens::{RiskFilter, Window};
use crate::engine::look::ViewContext;
use crate::organisation::Organisation;
use crate::organisation::edition::Edition;
use crate::organisation::history::Adoption;
use crate::organisation::number::saturating;
use crate::organisation::problem::{Problem, Problems};
use crate::organisation::risk::{Likelihood, Uncertainty};
use crate::organisation::sort;
use crate::organisation::value::{Date, Label, Levels, Str, Text, day, visible};
use crate::risk::edition::{
    self, Compared, EditionSide, Integrity, MethodDifference, MovedRisk, Revision, RiskChange, Way,
};
use crate::risk::position::MatrixPlace;
use crate::risk::{Acting, CheckedMatrix, Methods};
use crate::verdict::File;

/// Problems of an edition's content that are told one by one.
const MOST: usize = 5;

/// The editions of the file, and a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionsView {
    /// The editions, the latest first.
    pub editions: Vec<EditionRow>,
    /// Risks of the open file.
    pub risks: u32,
    /// What has changed; absent where there is no edition, or where one that is compared cannot be read.
    pub comparison: Option<ComparisonView>,
}

/// An edition in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionRow {
    /// The id of the edition.
    pub id: String,
    /// The name of the edition.
    pub name: Label,
    /// The day it was frozen.
    #[serde(with = "day")]
    pub date: Date,
    /// What else is said.
    pub note: Option<Label>,
    /// Who adopted it, when and where it is minuted, as far as the history of the file says.
    pub adopted: Vec<AdoptionView>,
    /// Whether the edition is what was frozen; absent where its content cannot be read.
    pub integrity: Option<Integrity>,
    /// The SHA-256 that its content has, in hexadecimal; empty where it cannot be read.
    pub sha256: String,
    /// Risks in the edition.
    pub risks: u32,
    /// Problems of its content in all.
    pub problem_count: u32,
    /// The first problems of the edition's content.
    pub problems: Vec<Problem>,
}

/// That an edition was adopted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AdoptionView {
    /// The day it was adopted.
    #[serde(with = "day::option")]
    pub date: Option<Date>,
    /// Who adopted it; empty where that is not said.
    pub by: String,
    /// Where it is minuted; empty where that is not said.
    pub minutes: String,
}

/// Two analyses held against each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparisonView {
    /// The analysis that is compared with.
    pub earlier: SideView,
    /// The analysis that is looked at.
    pub later: SideView,
    /// How many risks there are of each kind.
    pub tally: EditionTally,
    /// The risks in the window: what is not simply unchanged, the worst first.
    pub rows: Vec<ComparedRow>,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SideView {
    /// The edition's id; absent for the open file.
    pub id: Option<String>,
    /// What the analysis is called; empty for the open file.
    pub name: Label,
    /// The day of the analysis.
    #[serde(with = "day")]
    pub date: Date,
    /// The matrix of the analysis; absent where that is malformed.
    pub picture: Option<PictureView>,
    /// The SHA-256 of its analysis, in hexadecimal; empty for the open file.
    pub sha256: String,
}

/// How many risks of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionTally {
    /// Risks that are judged worse than before.
    pub worse: u32,
    /// Risks that are judged better than before.
    pub better: u32,
    /// Judged otherwise, to the same effect, or standing elsewhere since measures have been done.
    pub level: u32,
    /// Come into the matrix.
    pub into: u32,
    /// Gone out of it, to stand beside.
    pub out_of: u32,
    /// Only in the later.
    pub new: u32,
    /// Only in the earlier.
    pub gone: u32,
    /// Risks that cannot be compared.
    pub not_comparable: u32,
    /// Risks that are as they were.
    pub unchanged: u32,
}

impl EditionTally {
    /// Risks that are not simply as they were.
    pub const fn changed(&self) -> u32 {
        let Self { worse, better, level, into, out_of, new, gone, not_comparable, unchanged: _ } = *self;
        worse + better + level + into + out_of + new + gone + not_comparable
    }
}

/// A risk in either of the two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparedRow {
    /// What became of the risk.
    pub fate: RiskFate,
    /// The risk as it was; absent where it is new.
    pub earlier: Option<RiskRow>,
    /// The risk as it is; absent where it is gone.
    pub later: Option<RiskRow>,
}

/// What became of a risk, in the order of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RiskFate {
    /// The risk is otherwise.
    Moved(Box<RejudgedView>),
    /// The risk is new.
    New,
    /// The risk is gone.
    Gone,
    /// The method is another: in what, and the name of the scale where it is about one.
    NotComparable(Vec<(MethodDifference, Option<Label>)>),
}

/// What of a risk is otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RejudgedView {
    /// Which way it went.
    pub way: Way,
    /// Each input that is another.
    pub inputs: Vec<InputView>,
    /// The class of the cell it stands in with what has been done, where that is another cell: before and now.
    pub current: Option<(Option<ClassView>, Option<ClassView>)>,
}

/// An input of the judgement that is another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InputView {
    /// The input that is another.
    pub of: InputOf,
    /// What the earlier edition states.
    pub from: Stated,
    /// What the later edition states.
    pub to: Stated,
}

/// Which input it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum InputOf {
    /// The likelihood of the risk.
    Likelihood,
    /// The consequence in the dimension of this name.
    Consequence(Label),
    /// The greatest uncertainty.
    Uncertainty,
    /// Whether someone means to do what the risk is.
    Antagonistic,
}

/// What is stated of an input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Stated {
    /// Nothing is stated of the input.
    Nothing,
    /// Lowest and highest level, equal where it is no range.
    Levels(Box<(LevelView, LevelView)>),
    /// A level outside its scale, or a range of such.
    Outside(i32, i32),
    /// That the input cannot be assessed.
    NotAssessable,
    /// How uncertain the judgement is.
    Uncertainty(Uncertainty),
    /// Yes or no.
    Yes(bool),
}

/// An analysis that has been opened.
struct OpenedEdition<'o> {
    file: &'o File<'o>,
    methods: Methods<'o>,
    acting: Acting,
    edition: Option<&'o Edition<'o>>,
    on: Date,
}

impl<'o> OpenedEdition<'o> {
    fn new(file: &'o File<'o>, edition: Option<&'o Edition<'o>>, on: Date) -> Self {
        let methods = Methods::new(&file.organisation, "", &mut Problems::default());
        Self { file, methods, acting: Acting::new(&file.organisation, &file.index), edition, on }
    }

    fn side(&'o self) -> EditionSide<'o> {
        let File { organisation, register, .. } = self.file;
        EditionSide { organisation, methods: &self.methods, register, acting: &self.acting, on: self.on }
    }

    fn look(&'o self) -> ViewContext<'o> {
        let File { organisation, index, register, .. } = self.file;
        ViewContext { organisation, index, register, methods: &self.methods }
    }

    fn view(&'o self, within: Option<&str>) -> SideView {
        let filter = RiskFilter { unit: within.map(str::to_owned), ..RiskFilter::default() };
        let hash = |_| edition::hash(&self.file.organisation);
        SideView {
            id: self.edition.map(|edition| edition.id.to_string()),
            name: self.edition.map(|edition| edition.name.label()).unwrap_or_default(),
            date: self.on,
            picture: PictureView::new(self.look(), &filter, self.on),
            sha256: self.edition.map(hash).unwrap_or_default(),
        }
    }
}

impl EditionsView {
    /// The editions of a file, and what has changed from one to another, or to the file as it is on a day. Where none is
    /// named, from the latest to the file.
    pub(in crate::engine) fn new(
        file: &File<'_>,
        (earlier, later): (Option<&str>, Option<&str>),
        (on, within): (Date, Option<&str>),
        window: Window,
    ) -> Self {
        let mut editions: Vec<&Edition<'_>> = file.organisation.editions.iter().collect();
        sort::by(&mut editions, |a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
        let find = |id: Option<&str>| editions.iter().copied().find(|edition| Some(&*edition.id.0) == id);
        let later = find(later);
        let others = || editions.iter().copied().find(|edition| later.is_none_or(|later| later.id != edition.id));
        let compared =
            find(earlier).or_else(others).and_then(|earlier| compare(file, earlier, later, (on, within), window));
        Self {
            risks: saturating(file.organisation.risks.len()),
            comparison: compared,
            editions: editions.into_iter().map(|item| EditionRow::new(item, &file.organisation)).collect(),
        }
    }
}

impl AdoptionView {
    fn new(adoption: &Adoption<'_>) -> Self {
        let said = |text: &Option<Str<'_>>| text.as_deref().map(visible).unwrap_or_default();
        Self { date: adoption.date, by: said(&adoption.by), minutes: said(&adoption.minutes) }
    }
}

impl EditionRow {
    fn new(item: &Edition<'_>, organisation: &Organisation<'_>) -> Self {
        let adoptions = organisation.history.iter().filter_map(|entry| entry.adopted.as_ref());
        let of_it = adoptions.filter(|adoption| *adoption.edition == *item.id);
        let mut adopted: Vec<_> = of_it.map(AdoptionView::new).collect();
        sort::all(&mut adopted);
        let row = Self {
            adopted,
            id: item.id.to_string(),
            name: item.name.label(),
            date: item.date,
            note: item.note.as_ref().map(Text::label),
            integrity: None,
            sha256: String::new(),
            risks: 0,
            problem_count: 1,
            problems: Vec::new(),
        };
        match File::read(&item.content.0, &mut |_| ()) {
            Err(problem) => Self { problems: vec![*problem], ..row },
            Ok(content) => Self {
                integrity: Some(edition::integrity(item, &content.organisation)),
                sha256: edition::hash(&content.organisation),
                risks: saturating(content.organisation.risks.len()),
                problem_count: saturating(content.problems.count),
                problems: content.problems.list.into_iter().take(MOST).collect(),
                ..row
            },
        }
    }
}

fn compare(
    file: &File<'_>,
    earlier: &Edition<'_>,
    later: Option<&Edition<'_>>,
    (on, within): (Date, Option<&str>),
    window: Window,
) -> Option<ComparisonView> {
    let content = |edition: &Edition<'_>| -> Option<String> { Some(edition.content.0.to_string()) };
    let (earlier_text, later_text) = (content(earlier)?, later.and_then(content));
    let earlier_file = File::read(&earlier_text, &mut |_| ()).ok()?;
    let later_file = later_text.as_ref().map(|text| File::read(text, &mut |_| ())).transpose().ok()?;
    let before = OpenedEdition::new(&earlier_file, Some(earlier), earlier.date);
    let after =
        OpenedEdition::new(later_file.as_ref().unwrap_or(file), later, later.map_or(on, |edition| edition.date));
    let mut all = edition::compare(before.side(), after.side());
    if let Some(within) = within {
        all.retain(|it| concerns(&before, within, it.earlier) || concerns(&after, within, it.later));
    }
    let mut view = ComparisonView {
        earlier: before.view(within),
        later: after.view(within),
        tally: tally(&all),
        rows: Vec::new(),
    };
    show_moves(&mut view, &before, &after, &all);
    number_alike(&mut view);
    all.retain(|it| it.change != RiskChange::Unchanged);
    sort::by_cached_key(&mut all, |it| order(it, &before, &after));
    view.rows = window.of(&all).iter().filter_map(|it| ComparedRow::new(it, &before, &after)).collect();
    Some(view)
}

/// Whether a risk of an analysis concerns a unit or one below it.
fn concerns(of: &OpenedEdition<'_>, within: &str, risk: Option<u32>) -> bool {
    let unit = of.file.index.unit(within);
    risk.is_some_and(|risk| unit.is_some() && super::risk::concerns(of.look(), unit, risk))
}

fn tally(all: &[Compared]) -> EditionTally {
    let mut tally = EditionTally::default();
    for compared in all {
        *match &compared.change {
            RiskChange::New => &mut tally.new,
            RiskChange::Gone => &mut tally.gone,
            RiskChange::Unchanged => &mut tally.unchanged,
            RiskChange::NotComparable(_) => &mut tally.not_comparable,
            RiskChange::Moved(moved) => match moved.way {
                Way::Worse => &mut tally.worse,
                Way::Better => &mut tally.better,
                Way::Level => &mut tally.level,
                Way::Into => &mut tally.into,
                Way::OutOf => &mut tally.out_of,
            },
        } += 1;
    }
    tally
}

/// In a comparison the later picture tells where a risk came from, and neither where it is going.
fn show_moves(view: &mut ComparisonView, before: &OpenedEdition<'_>, after: &OpenedEdition<'_>, all: &[Compared]) {
    for side in [&mut view.earlier, &mut view.later] {
        for spot in side.picture.iter_mut().flat_map(|picture| &mut picture.spots) {
            (spot.current, spot.target) = (None, None);
        }
    }
    for spot in view.later.picture.iter_mut().flat_map(|picture| &mut picture.spots) {
        let risk = after.file.index.risk(&spot.id);
        let found = all.iter().find(|it| it.later == risk && matches!(it.change, RiskChange::Moved(_)));
        let was = found.and_then(|it| cell(before.look(), &RiskFilter::default(), it.earlier?));
        spot.was = was.filter(|was| *was != spot.cell);
    }
}

/// Gives each risk one number in both pictures: that of the later; those only in the earlier one come after.
fn number_alike(view: &mut ComparisonView) {
    let (Some(earlier), Some(later)) = (&mut view.earlier.picture, &view.later.picture) else { return };
    let last = later.spots.iter().map(|spot| spot.number).max().unwrap_or_default();
    let mut next = last.max(later.matrix.placed);
    for spot in &mut earlier.spots {
        let same = later.spots.iter().find(|other| other.id == spot.id);
        spot.number = same.map_or_else(
            || {
                next += 1;
                next
            },
            |same| same.number,
        );
    }
}

/// The order of the list: what became worse first; within that, the order of the register.
fn order(it: &Compared, before: &OpenedEdition<'_>, after: &OpenedEdition<'_>) -> (u8, u32) {
    use crate::risk::Placement;
    let kind = match &it.change {
        RiskChange::Moved(MovedRisk { way, .. }) => match way {
            Way::Worse => 0,
            Way::Into => 1,
            Way::Better => 3,
            Way::OutOf => 4,
            Way::Level => 6,
        },
        RiskChange::New => 2,
        RiskChange::Gone => 5,
        RiskChange::NotComparable(_) => 7,
        RiskChange::Unchanged => 8,
    };
    let rank = |of: &OpenedEdition<'_>, risk: u32| match of.file.register.placements[risk as usize] {
        Placement::Rated(rated) => rated.rank,
        Placement::Beside(_) => u32::MAX,
    };
    let later = it.later.map(|risk| rank(after, risk));
    let earlier = it.earlier.map(|risk| rank(before, risk));
    // Those that share a place stay in the order of their ids.
    (kind, later.or(earlier).unwrap_or(u32::MAX))
}

impl ComparedRow {
    fn new(compared: &Compared, before: &OpenedEdition<'_>, after: &OpenedEdition<'_>) -> Option<Self> {
        let fate = match &compared.change {
            RiskChange::Unchanged => return None,
            RiskChange::New => RiskFate::New,
            RiskChange::Gone => RiskFate::Gone,
            RiskChange::Moved(moved) => RiskFate::Moved(Box::new(RejudgedView::new(
                moved,
                table(before, compared.earlier)?,
                table(after, compared.later)?,
            ))),
            RiskChange::NotComparable(found) => RiskFate::NotComparable(
                found
                    .iter()
                    .map(|it| (it.clone(), table(before, compared.earlier).and_then(|at| scale(it, at))))
                    .collect(),
            ),
        };
        Some(Self {
            fate,
            earlier: compared.earlier.map(|risk| RiskRow::new(before.look(), risk)),
            later: compared.later.map(|risk| RiskRow::new(after.look(), risk)),
        })
    }
}

/// The matrix that a risk of an analysis is judged by.
fn table<'o>(of: &'o OpenedEdition<'o>, risk: Option<u32>) -> Option<&'o CheckedMatrix<'o>> {
    let item = &of.file.organisation.risks[risk? as usize];
    of.methods.table(item.matrix.as_deref()).map(|(_, table)| table)
}

fn scale(difference: &MethodDifference, table: &CheckedMatrix<'_>) -> Option<Label> {
    match difference {
        MethodDifference::Consequence(id) => Some(name(table.dimensions[table.dimension(id)?])),
        MethodDifference::Likelihood => Some(name(table.likelihood)),
        _ => None,
    }
}

impl RejudgedView {
    fn new(moved: &MovedRisk, before: &CheckedMatrix<'_>, after: &CheckedMatrix<'_>) -> Self {
        let mut inputs = Vec::new();
        if let Some(Revision { from, to }) = &moved.likelihood {
            let stated = |table: &CheckedMatrix<'_>, likelihood: &Option<Likelihood>| match likelihood {
                None => Stated::Nothing,
                Some(Likelihood::NotAssessable) => Stated::NotAssessable,
                Some(Likelihood::Levels(levels)) => Stated::levels(table.likelihood, *levels),
            };
            inputs.push(InputView { of: InputOf::Likelihood, from: stated(before, from), to: stated(after, to) });
        }
        for (id, Revision { from, to }) in &moved.consequence {
            let stated = |table: &CheckedMatrix<'_>, levels: &Option<Levels>| match (levels, table.dimension(id)) {
                (None, _) => Stated::Nothing,
                (Some(levels), Some(place)) => Stated::levels(table.dimensions[place], *levels),
                (Some(levels), None) => Stated::Outside(levels.low(), levels.high()),
            };
            let called = after.dimension(id).map_or_else(|| Label::plain(visible(id)), |at| name(after.dimensions[at]));
            let of = InputOf::Consequence(called);
            inputs.push(InputView { of, from: stated(before, from), to: stated(after, to) });
        }
        if let Some(Revision { from, to }) = &moved.uncertainty {
            let stated = |it: &Option<Uncertainty>| it.map_or(Stated::Nothing, Stated::Uncertainty);
            inputs.push(InputView { of: InputOf::Uncertainty, from: stated(from), to: stated(to) });
        }
        if let Some(now) = moved.antagonistic {
            inputs.push(InputView { of: InputOf::Antagonistic, from: Stated::Yes(!now), to: Stated::Yes(now) });
        }
        let class = |table: &CheckedMatrix<'_>, place: &Option<MatrixPlace>| {
            place.as_ref().map(|place| ClassView::new(table, place.found.class))
        };
        let current = moved.current.as_ref().map(|Revision { from, to }| (class(before, from), class(after, to)));
        Self { way: moved.way, inputs, current }
    }
}

impl Stated {
    fn levels(scale: &crate::organisation::method::Scale<'_>, levels: Levels) -> Self {
        LevelView::range(scale, levels)
            .map_or(Self::Outside(levels.low(), levels.high()), |levels| Self::Levels(Box::new(levels)))
    }
}

#[cfg(test)]
mod tests;
