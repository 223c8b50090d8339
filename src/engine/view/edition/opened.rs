//! An analysis that has been opened to be held against another.

use serde::{Deserialize, Serialize};

use crate::engine::lens::RiskFilter;
use crate::engine::look::ViewContext;
use crate::engine::view::picture::PictureView;
use crate::organisation::edition::Edition;
use crate::organisation::problem::Problems;
use crate::organisation::value::{Date, Label, day};
use crate::risk::edition::{self, EditionSide};
use crate::risk::{Acting, Methods};
use crate::verdict::File;

/// One of two analyses that are held against each other.
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

/// An analysis that has been opened.
pub(super) struct OpenedEdition<'o> {
    pub(super) file: &'o File<'o>,
    pub(super) methods: Methods<'o>,
    acting: Acting,
    edition: Option<&'o Edition<'o>>,
    on: Date,
}

impl<'o> OpenedEdition<'o> {
    pub(super) fn new(file: &'o File<'o>, edition: Option<&'o Edition<'o>>, on: Date) -> Self {
        let methods = Methods::new(&file.organisation, "", &mut Problems::default());
        Self { file, methods, acting: Acting::new(&file.organisation, &file.index), edition, on }
    }

    pub(super) fn side(&'o self) -> EditionSide<'o> {
        let File { organisation, register, .. } = self.file;
        EditionSide { organisation, methods: &self.methods, register, acting: &self.acting, on: self.on }
    }

    pub(super) fn look(&'o self) -> ViewContext<'o> {
        let File { organisation, index, register, .. } = self.file;
        ViewContext { organisation, index, register, methods: &self.methods }
    }

    pub(super) fn view(&'o self, within: Option<&str>) -> SideView {
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
