//! The matrices, and the risks in the order of the register.

use serde::{Deserialize, Serialize};

use super::super::matrix::{ClassView, MatrixView, name};
use super::super::risk::{RiskRow, in_order};
use super::scene::ReportScene;
use super::{Missing, ReportLack};
use crate::organisation::risk::{Risk, RiskStatus};
use crate::organisation::value::Label;
use crate::risk::{Placement, Unplaced, positions};

/// What a report says of risks, the matrix with them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RisksPart {
    /// The first matrix; absent where there is none to use.
    pub matrix: Option<MatrixView>,
    /// The risks: in the order of the register, then those beside the matrix by reason.
    pub rows: Vec<RiskLine>,
    /// What the part lacks.
    pub lacks: Vec<ReportLack>,
}

/// A risk on a line of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RiskLine {
    /// The risk with its verdict.
    pub row: RiskRow,
    /// Whether the risk is in the first matrix.
    pub in_first: bool,
    /// Where the risk stands on the day, with what has been done: likelihood, consequence, class.
    pub current: Option<(u8, u8, ClassView)>,
    /// Name of the person or unit that answers for the risk.
    pub owner: Option<Label>,
    /// Whether the risk is still watched.
    pub status: Option<RiskStatus>,
    /// Why its levels are what they are.
    pub motive: Option<Label>,
    /// Why each of them is: of the likelihood, where no dimension is named, or of a dimension.
    pub motives: Vec<(Option<Label>, Label)>,
}

impl RisksPart {
    pub(super) fn new(scene: ReportScene<'_>) -> Self {
        let organisation = scene.look.organisation;
        let rows: Vec<RiskLine> = in_order(scene.look).into_iter().map(|risk| RiskLine::new(scene, risk)).collect();
        let risks = &organisation.risks;
        let lacks = if risks.is_empty() {
            vec![ReportLack::all(Missing::Risks)]
        } else {
            let rating = ReportLack::among(Missing::Rating, &rows, |line| line.row.beside == Some(Unplaced::NotRated));
            let has_none = |risk: &Risk<'_>| risk.motive.is_none() && risk.motives.0.is_empty();
            let motive = ReportLack::among(Missing::Motive, risks, has_none).filter(|_| scene.audience.reads_reasons());
            let owner = ReportLack::among(Missing::RiskOwner, risks, |risk| risk.owner.is_none());
            let uncertainty = ReportLack::among(Missing::Uncertainty, risks, |risk| risk.uncertainty.is_none());
            [rating, motive, owner, uncertainty].into_iter().flatten().collect()
        };
        Self { matrix: MatrixView::shown(scene.look), rows, lacks }
    }
}

impl RiskLine {
    fn new(scene: ReportScene<'_>, risk: u32) -> Self {
        let look = scene.look;
        let item = &look.organisation.risks[risk as usize];
        let table = look.methods.table(item.matrix.as_deref()).map(|(_, table)| table);
        let rated = match look.register.placements[risk as usize] {
            Placement::Rated(rated) => Some(rated),
            Placement::Beside(_) => None,
        };
        let moved = positions(look.organisation, look.methods, scene.acting, risk, scene.on).current;
        let current = moved.filter(|_| rated.is_some()).map(|moved| moved.place.found).zip(table);
        let motives = item.motives.0.iter().filter(|_| scene.audience.reads_reasons());
        let of = |key: &str| {
            let dimension = table.and_then(|table| table.dimensions.iter().find(|scale| *scale.id == *key));
            if key == "likelihood" {
                None
            } else {
                Some(dimension.map_or_else(|| Label::plain(key), |scale| name(scale)))
            }
        };
        // The number in the register that those in the municipality have before them: what is left out leaves a gap.
        let whole = if scene.keeps_numbers { scene.whole } else { look };
        let number = whole.index.risk(&item.id).and_then(|risk| whole.register.number(whole.organisation, risk));
        Self {
            row: RiskRow { number, ..RiskRow::new(look, risk) },
            in_first: rated.is_some_and(|rated| rated.matrix == 0),
            current: current.map(|(at, table)| (at.likelihood, at.consequence, ClassView::new(table, at.class))),
            owner: item.owner.as_deref().and_then(|id| scene.who(id)),
            status: item.status,
            motive: scene.reason(item.motive.as_ref()),
            motives: motives.map(|(key, text)| (of(key), text.label())).collect(),
        }
    }
}
