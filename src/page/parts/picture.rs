//! The matrix as a picture: as large as there is room for, as much of each risk as the reader wants, with a list in
//! words beside it, and saved as a file.

mod beside;
mod drawing;
mod shapes;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use self::beside::{Save, list};
use self::drawing::Svg;
use crate::browser::frames::EventListener;
use crate::engine::lens::RiskFilter;
use crate::engine::view::PictureView;
use crate::organisation::value::{Date, Language};
use crate::page::picture::{Detail, PictureLayout, scene};
use crate::page::session::Session;
use crate::text::picture as words;

/// In what form the risks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureForm {
    /// One by one, in words.
    List,
    /// In the matrix.
    Drawn(Detail),
}

/// How wide a picture is on paper, so that its letters are large enough there.
const ON_PAPER: f64 = 660.0;
/// Below these widths the risks are listed, or only counted, unless the reader wants it otherwise.
const LISTED: f64 = 300.0;
const COUNTED: f64 = 480.0;

impl PictureForm {
    const ALL: [Self; 4] =
        [Self::List, Self::Drawn(Detail::Counts), Self::Drawn(Detail::Bubbles), Self::Drawn(Detail::Names)];

    /// What suits a width.
    fn of(width: f64) -> Self {
        match width {
            width if width < LISTED => Self::List,
            width if width < COUNTED => Self::Drawn(Detail::Counts),
            _ => Self::Drawn(Detail::Bubbles),
        }
    }

    fn name(self, language: Language) -> &'static str {
        match self {
            Self::List => words::list(language),
            Self::Drawn(Detail::Counts) => words::counts(language),
            Self::Drawn(Detail::Bubbles) => words::bubbles(language),
            Self::Drawn(Detail::Names) => words::names(language),
        }
    }
}

/// The reader's choice of form; none where the width decides.
#[component]
pub fn PictureChoice(
    /// The form that the reader has chosen.
    form: RwSignal<Option<PictureForm>>,
    /// What is shown where there is none.
    shown: Signal<PictureForm>,
) -> impl IntoView {
    let session = Session::current();
    let button = move |of: PictureForm| {
        let pressed = move || if form.get().unwrap_or_else(|| shown.get()) == of { "true" } else { "false" };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=move |_| form.set(Some(of))>
                {move || of.name(session.language())}
            </button>
        }
    };
    view! {
        <div class="field no-print" role="group" aria-label=move || words::detail(session.language())>
            <span class="field-label" aria-hidden="true">{move || words::detail(session.language())}</span>
            <div class="picture-forms">{PictureForm::ALL.map(button)}</div>
        </div>
    }
}

/// What a picture and the list beside it share: the risk that is pointed at, and whether every risk shows where it is going.
/// A handle: its copies are the same.
#[derive(Clone, Copy)]
pub struct JoinedRisks {
    /// The id of the risk that the pointer or the focus is at.
    pub active: RwSignal<Option<String>>,
    /// Whether the arrows of all risks are drawn, not only that of the one pointed at.
    pub goals: RwSignal<bool>,
}

impl JoinedRisks {
    /// Of a picture that shows where its risks go, or waits until it is asked.
    pub fn new(goals: bool) -> Self {
        Self { active: RwSignal::new(None), goals: RwSignal::new(goals) }
    }
}

/// A picture and what is known of what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The matrix and its risks.
    pub picture: Arc<PictureView>,
    /// The day it is seen on.
    pub on: Date,
    /// The hash of the data; empty where it has changed since it was saved.
    pub hash: String,
    /// The analysis that the picture is of, after the name of the matrix.
    pub whose: String,
    /// What narrows it, which its cells keep when they lead to their risks; none where they and the risks lead nowhere.
    pub leads: Option<RiskFilter>,
}

/// Everything that is drawn.
#[derive(Debug, Clone, PartialEq)]
struct DrawnPicture {
    shown: Shown,
    drawing: PictureLayout,
    language: Language,
}

/// A matrix as a picture.
#[component]
pub fn Picture(
    /// The matrix and risks that are shown.
    #[prop(into)]
    shown: Signal<Option<Shown>>,
    /// The reader's choice of form.
    form: RwSignal<Option<PictureForm>>,
    /// The picture that it stands beside, as high as which its rows are.
    #[prop(optional, into)]
    beside: Option<Signal<Option<Shown>>>,
    /// Told of the form that suits the width, where the reader can choose.
    #[prop(optional)]
    suits: Option<RwSignal<PictureForm>>,
    /// What tells its patterns from those of another picture of the page.
    name: &'static str,
) -> impl IntoView {
    let session = Session::current();
    let frame = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0.0_f64);
    let on_paper = RwSignal::new(false);
    let heard = StoredValue::new_local(Vec::<EventListener>::new());
    Effect::new(move || {
        let Some(element) = frame.get() else { return };
        let measured = element.clone();
        let measure = move || {
            // To a step of eight, so that a scroll bar that comes and goes does not draw it anew.
            let wide = (f64::from(measured.client_width()) / 8.0).floor() * 8.0;
            if wide > 0.0 && (width.get_untracked() - wide).abs() > 0.5 {
                width.set(wide);
            }
        };
        measure();
        heard.update_value(|heard| {
            heard.extend(EventListener::size(&element, measure));
            heard.extend(EventListener::printing(move |printing| on_paper.set(printing)));
        });
    });
    if let Some(suits) = suits {
        Effect::new(move || {
            let width = width.get();
            if width > 0.0 && suits.get_untracked() != PictureForm::of(width) {
                suits.set(PictureForm::of(width));
            }
        });
    }
    let form_now = Memo::new(move |_| form.get().unwrap_or_else(|| PictureForm::of(width.get())));
    let drawn = Memo::new(move |_| {
        let (shown, language) = (shown.get()?, session.language());
        let room = if on_paper.get() { ON_PAPER } else { width.get() };
        let (PictureForm::Drawn(detail), true) = (form_now.get(), room > 0.0) else { return None };
        let notes = words::notes(&shown.picture, (&shown.hash, shown.on), language);
        let other = beside.and_then(|beside| beside.get()).map(|other| other.picture);
        let drawing = scene(&shown.picture, other.as_deref(), detail, room, &notes, language);
        Some(DrawnPicture { shown, drawing, language })
    });
    let is_drawn = Memo::new(move |_| drawn.with(Option::is_some));
    let listed = move || {
        let (shown, language) = (shown.get()?, session.language());
        if width.get() < 1.0 && form.get().is_none() {
            return None;
        }
        let is_key = match form_now.get() {
            PictureForm::List => false,
            PictureForm::Drawn(Detail::Bubbles) => true,
            PictureForm::Drawn(_) => return None,
        };
        Some(list(session, &shown, is_key, language))
    };
    view! {
        <div class="picture-frame" node_ref=frame>
            {move || is_drawn.get().then(|| view! { <Svg drawn name/> })}
            {listed}
            {move || is_drawn.get().then(|| view! { <Save drawn frame/> })}
        </div>
    }
}
