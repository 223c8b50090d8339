//! A line of what was found, and what choosing it does.

use crate::browser::dom;
use crate::engine::lens::MeasureFilter;
use crate::engine::view::{HitAbout, HitGroup, HitKind, HitView};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::seek::FitDegree;
use crate::organisation::value::Language;
use crate::page::edit::OpenForm;
use crate::page::route::Route;
use crate::page::session::{Session, Theme};
use crate::text::search as said;

/// What choosing a line does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    /// The act leads to a page.
    Go(Route),
    /// The act prints the page.
    Print,
    /// The act switches to this language.
    Speak(Language),
    /// The act gives the page this appearance.
    Paint(Theme),
    /// The act begins a new item of a list.
    New(ListName),
}

/// A line of what was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// The name of what was found.
    pub(super) name: String,
    /// What stands under the name; empty for nothing.
    pub(super) note: String,
    /// What stands at the end of the line; empty for nothing.
    pub(super) aside: String,
    /// What the engine says of it, where it is of the file.
    pub(super) about: Option<HitAbout>,
    /// What choosing it does.
    pub(super) act: Act,
}

/// Lines under one heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EntryGroup {
    /// The heading of the group.
    pub(super) heading: &'static str,
    /// How many fit of how many there are, where that is worth saying.
    pub(super) counted: Option<String>,
    /// How well the best fits.
    pub(super) best: FitDegree,
    /// Hits in all, shown or not.
    pub(super) total: u32,
    /// The entries of the group, the best first.
    pub(super) entries: Vec<Entry>,
    /// The sentence that there are more hits; none where all are shown.
    pub(super) more: Option<String>,
}

impl Act {
    /// Carries the act out.
    pub(super) fn carry_out(self, session: Session) {
        match self {
            Self::Go(route) => session.go(route),
            // Once the search is no longer over the page.
            Self::Print => leptos::prelude::request_animation_frame(dom::print),
            Self::Speak(language) => session.speak(language),
            Self::Paint(theme) => session.paint(theme),
            Self::New(list) => session.begin_edit(OpenForm::New { list, preset: Vec::new() }, ""),
        }
    }
}

/// What the engine found in one list.
pub(super) fn of_file(group: &HitGroup, language: Language) -> EntryGroup {
    let more = group.total.saturating_sub(saturating(group.hits.len()));
    EntryGroup {
        heading: said::heading(group.of, language),
        counted: Some(said::counted(group.total, group.all, language)),
        best: group.best,
        total: group.total,
        entries: group.hits.iter().map(|hit| entry(group.of, hit, language)).collect(),
        more: (more > 0).then(|| said::more(more, language)),
    }
}

fn entry(of: HitKind, hit: &HitView, language: Language) -> Entry {
    let id = hit.id.clone();
    let route = match (of, &hit.about) {
        (HitKind::Units, _) => Route::Unit { id },
        (HitKind::People, _) => Route::Person { id },
        (HitKind::Risks, _) => Route::Risk { id },
        (HitKind::Measures, HitAbout::Measure { risk: Some(risk), .. }) => Route::Risk { id: risk.clone() },
        (HitKind::Measures, _) => Route::Measures { filter: MeasureFilter::default(), from: 0 },
        (HitKind::Documents, _) => Route::SecurityUnit,
        (HitKind::Rules, _) => Route::Rules { rule: Some(id) },
    };
    Entry {
        name: hit.name.say(language).to_owned(),
        note: said::note(hit, language),
        aside: said::aside(hit, language),
        about: Some(hit.about.clone()),
        act: Act::Go(route),
    }
}
