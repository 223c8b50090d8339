//! The matrix as a picture: as large as there is room for, as much of each risk as the reader wants, with a list in
//! words beside it, and saved as a file.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::{ClassMark, Empty};
use crate::browser::canvas::colour;
use crate::browser::frames::EventListener;
use crate::browser::{files, picture as browser};
use crate::engine::lens::RiskFilter;
use crate::engine::view::{PictureView, RiskSpot};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::page::picture::svg::{self, SvgCaption};
use crate::page::picture::{
    Anchor, Detail, Door, DrawnShape, Paint, PictureLayout, PlacedRisk, Token, class_at, scene, tenth,
};
use crate::page::route::Route;
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
/// Pixels of a saved picture for each of the page.
const FINE: f64 = 2.0;

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

/// The picture itself.
#[component]
fn Svg(
    /// The picture that is drawn.
    drawn: Memo<Option<DrawnPicture>>,
    /// The name that the patterns of the picture go by.
    name: &'static str,
) -> impl IntoView {
    let session = Session::current();
    let JoinedRisks { active, goals } = use_context().unwrap_or_else(|| JoinedRisks::new(true));
    let of = move |what: &dyn Fn(&DrawnPicture) -> String| drawn.with(|it| it.as_ref().map(what).unwrap_or_default());
    let wide = move || of(&|it| tenth(it.drawing.width));
    let high = move || of(&|it| tenth(it.drawing.height));
    let label = move || of(&|it| words::title(&it.shown.picture, &it.shown.whose, it.language));
    let notes = move || of(&|it| words::notes(&it.shown.picture, (&it.shown.hash, it.shown.on), it.language).join(" "));
    let back = move || drawn.with(|it| it.as_ref().map(|it| shapes(&it.drawing.back, name)));
    let arrows = move || {
        drawn.with(|it| {
            let it = it.as_ref()?;
            let group = |(spot, drawn): &(usize, Vec<DrawnShape>)| {
                let id = it.shown.picture.spots[*spot].id.clone();
                let is_active = move || active.with(|active| active.as_ref() == Some(&id));
                let is_idle = {
                    let is_active = is_active.clone();
                    move || !goals.get() && !is_active()
                };
                view! { <g class="picture-arrow" class:active=is_active class:idle=is_idle>{shapes(drawn, name)}</g> }
            };
            Some(it.drawing.arrows.iter().map(group).collect_view())
        })
    };
    let doors = move || {
        drawn.with(|it| {
            it.as_ref().map(|it| it.drawing.doors.iter().map(|door| way(session, it, door, name)).collect_view())
        })
    };
    let ids = move || {
        drawn.with(|it| {
            let it = it.as_ref();
            it.map(|it| {
                it.drawing.seats.iter().map(|seat| it.shown.picture.spots[seat.spot].id.clone()).collect::<Vec<_>>()
            })
            .unwrap_or_default()
        })
    };
    let seat = move |id: String| {
        let of = id.clone();
        let mine = Memo::new(move |_| drawn.with(|it| it.as_ref().and_then(|it| found(it, &of))));
        let place = move || {
            mine.with(|mine| {
                mine.as_ref().map(|(seat, ..)| format!("translate({}px,{}px)", tenth(seat.at.x), tenth(seat.at.y)))
            })
        };
        let drawn = move || mine.with(|mine| mine.as_ref().map(|(seat, ..)| pressed(seat, name)));
        let label = move || mine.with(|mine| mine.as_ref().map(|(_, label, _)| label.clone()));
        let leads = mine.with_untracked(|mine| mine.as_ref().is_some_and(|(.., leads)| *leads));
        let at = {
            let id = id.clone();
            move || active.with(|active| active.as_ref() == Some(&id))
        };
        let (point, leave) = (id.clone(), move || active.set(None));
        let enter = move || active.set(Some(point.clone()));
        let focus = enter.clone();
        if leads {
            let href = move || session.href(Route::Risk { id: id.clone() });
            view! {
                <g class="picture-seat" class:active=at style:transform=place>
                    <a href=href aria-label=label on:focus=move |_| focus() on:blur=move |_| leave()
                        on:pointerenter=move |_| enter() on:pointerleave=move |_| leave()>
                        <title>{label}</title>
                        {drawn}
                    </a>
                </g>
            }
            .into_any()
        } else {
            view! {
                <g class="picture-seat" style:transform=place role="img" aria-label=label
                    on:pointerenter=move |_| enter() on:pointerleave=move |_| leave()>
                    <title>{label}</title>
                    {drawn}
                </g>
            }
            .into_any()
        }
    };
    view! {
        <svg class="picture" viewBox=move || format!("0 0 {} {}", wide(), high()) width=wide height=high role="group" aria-label=label>
            {patterns(name)}
            <g aria-hidden="true">{back}</g>
            <g aria-hidden="true">{arrows}</g>
            <g>{doors}</g>
            <g>
                <For each=ids key=|id| id.clone() children=seat/>
            </g>
        </svg>
        <p class="visually-hidden">{notes}</p>
    }
}

/// A risk's seat, what it is for those who do not see it, and whether it leads anywhere.
fn found(drawn: &DrawnPicture, id: &str) -> Option<(PlacedRisk, String, bool)> {
    let DrawnPicture { shown, drawing, language } = drawn;
    let spot_of = |seat: &&PlacedRisk| shown.picture.spots[seat.spot].id == id;
    let seat = drawing.seats.iter().find(spot_of)?;
    let label = words::spot(&shown.picture.spots[seat.spot], &shown.picture.matrix, *language);
    Some((seat.clone(), label, shown.leads.is_some()))
}

/// What can be pressed, and what is drawn there.
fn pressed(seat: &PlacedRisk, name: &'static str) -> impl IntoView + use<> {
    let room = seat.room;
    view! {
        <rect class="picture-room" x=tenth(room.x) y=tenth(room.y) width=tenth(room.width) height=tenth(room.height) rx="6"></rect>
        {shapes(&seat.shapes, name)}
    }
}

/// A number that leads to the risks of its cell.
fn way(session: Session, drawn: &DrawnPicture, door: &Door, name: &'static str) -> impl IntoView + use<> {
    let DrawnPicture { shown, language, .. } = drawn;
    let matrix = &shown.picture.matrix;
    let all = matrix.cells[usize::from(door.cell.0 - 1)][usize::from(door.cell.1 - 1)];
    let here = shown.picture.spots.iter().filter(|spot| spot.cell == door.cell).count();
    let beyond = all.saturating_sub(saturating(here));
    let is_count = drawn.drawing.seats.is_empty();
    let number = if is_count { all } else { beyond };
    let label = if is_count {
        crate::text::risk::cell(matrix, door.cell.0, door.cell.1, *language)
    } else {
        words::more(number, matrix, door.cell, *language)
    };
    let room = door.room;
    let (is_current, drawn) =
        (shown.leads.as_ref().is_some_and(|filter| filter.cell == Some(door.cell)), shapes(&door.shapes, name));
    let room = view! {
        <rect class="picture-room" x=tenth(room.x) y=tenth(room.y) width=tenth(room.width) height=tenth(room.height) rx="6"></rect>
    };
    match &shown.leads {
        Some(filter) => {
            let filter = RiskFilter { cell: Some(door.cell), class: None, beside: None, ..filter.clone() };
            let href = move || session.href(Route::Risks { filter: filter.clone(), from: 0 });
            let current = is_current.then_some("true");
            view! { <g><a href=href aria-label=label aria-current=current>{room} {drawn}</a></g> }.into_any()
        }
        None => view! { <g role="img" aria-label=label>{room} {drawn}</g> }.into_any(),
    }
}

/// The risks one by one: in words, or by number and name as the key of the bubbles.
fn list(session: Session, shown: &Shown, is_key: bool, language: Language) -> AnyView {
    let Shown { picture, leads, .. } = shown;
    if picture.spots.is_empty() {
        return view! { <Empty text=words::empty(language)/> }.into_any();
    }
    let item = |spot: &RiskSpot| {
        let title = spot.title.say(language).to_owned();
        let id = spot.id.clone();
        let named = if leads.is_some() {
            view! { <a href=move || session.href(Route::Risk { id: id.clone() })>{title}</a> }.into_any()
        } else {
            title.into_any()
        };
        let said = (!is_key).then(|| {
            let class = class_at(picture, spot.cell).cloned();
            view! {
                {class.map(|class| view! { <ClassMark class language/> })}
                <span class="muted">{words::place(spot, &picture.matrix, language)}</span>
            }
        });
        view! {
            <li>
                <span class="picture-number">{spot.number.to_string()}</span>
                <span class="picture-what">{named} {said}</span>
            </li>
        }
    };
    let items = picture.spots.iter().map(item).collect_view();
    let class = if is_key { "picture-key" } else { "picture-list" };
    let notes = (!is_key).then(|| {
        let notes = words::notes(picture, (&shown.hash, shown.on), language);
        notes.into_iter().map(|note| view! { <p class="caution">{note}</p> }).collect_view()
    });
    view! { <ol class=class role="list" aria-label=words::key(language)>{items}</ol> {notes} }.into_any()
}

/// Saves the picture.
#[component]
fn Save(
    /// The picture that is drawn.
    drawn: Memo<Option<DrawnPicture>>,
    /// Where its colours are looked up.
    frame: NodeRef<html::Div>,
) -> impl IntoView {
    let session = Session::current();
    let failed = RwSignal::new(false);
    let file = move || {
        let (DrawnPicture { shown, drawing, language }, element) = (drawn.get_untracked()?, frame.get_untracked()?);
        let colours = Token::ALL.map(|token| (token, colour(&element, token.name())));
        let of = move |token| {
            colours.iter().find(|(known, _)| *known == token).map(|(_, it)| it.clone()).unwrap_or_default()
        };
        let title = words::title(&shown.picture, &shown.whose, language);
        let said = SvgCaption { title, description: words::description(&shown.picture, language), language };
        Some((svg::write(&drawing, &said, &of), svg::size(&drawing), words::file_name(shown.on, language)))
    };
    let as_svg = move |_| {
        if let Some((svg, _, name)) = file() {
            files::save(&format!("{name}.svg"), "image/svg+xml", &svg);
        }
    };
    let as_png = move |_| {
        failed.set(false);
        if let Some((svg, (width, height), name)) = file() {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture is of some size")]
            let pixels = ((width * FINE).ceil() as u32, (height * FINE).ceil() as u32);
            browser::save_png(format!("{name}.png"), &svg, pixels, move || {
                let _ = failed.try_set(true);
            });
        }
    };
    view! {
        <p class="actions no-print">
            <button type="button" class="button button-small" on:click=as_svg>{move || words::save_svg(session.language())}</button>
            <button type="button" class="button button-small" on:click=as_png>{move || words::save_png(session.language())}</button>
        </p>
        <p class="caution" role="status" hidden=move || !failed.get()>{move || words::not_saved(session.language())}</p>
    }
}

/// The patterns of the classes, denser the worse, for paper and forced colours.
fn patterns(name: &'static str) -> impl IntoView {
    let pattern = |(shade, d): (u8, &'static str)| {
        view! {
            <pattern id=format!("{name}-hatch-{shade}") width="8" height="8" patternUnits="userSpaceOnUse">
                <path d=d fill="none" stroke="currentColor" stroke-width="1"></path>
            </pattern>
        }
    };
    let all = [
        (2, "M0 8h.01M4 4h.01"),
        (3, "M-2 2L2 -2M0 8L8 0M6 10L10 6"),
        (4, "M-2 2L2 -2M0 8L8 0M6 10L10 6M-2 6L2 10M0 0L8 8M6 -2L10 2"),
        (5, "M0 2h8M0 4h8M0 6h8M0 8h8M2 0v8M4 0v8M6 0v8M8 0v8"),
    ];
    view! { <defs>{all.map(pattern)}</defs> }
}

fn shapes(all: &[DrawnShape], name: &'static str) -> Vec<AnyView> {
    all.iter().map(|shape| drawn(shape, name)).collect()
}

/// One shape as an element.
fn drawn(shape: &DrawnShape, name: &'static str) -> AnyView {
    let var = |token: Token| format!("var({})", token.name());
    let paint = |paint: &Paint| {
        let fill = paint.fill.map_or_else(|| "none".to_owned(), var);
        let (stroke, wide) = paint.stroke.map(|(token, wide)| (var(token), tenth(wide))).unzip();
        (fill, stroke, wide, (paint.dash > 0.0).then(|| tenth(paint.dash)))
    };
    match shape {
        DrawnShape::Rect { at, radius, paint: painted } => {
            let (fill, stroke, wide, dash) = paint(painted);
            view! {
                <rect x=tenth(at.x) y=tenth(at.y) width=tenth(at.width) height=tenth(at.height) rx=tenth(*radius)
                    fill=fill stroke=stroke stroke-width=wide stroke-dasharray=dash></rect>
            }
            .into_any()
        }
        DrawnShape::Hatch { shade: 1, .. } => ().into_any(),
        DrawnShape::Hatch { at, shade } => view! {
            <rect class="picture-hatch" x=tenth(at.x) y=tenth(at.y) width=tenth(at.width) height=tenth(at.height) rx="6"
                fill=format!("url(#{name}-hatch-{shade})")></rect>
        }
        .into_any(),
        DrawnShape::Circle { at, radius, paint: painted } => {
            let (fill, stroke, wide, dash) = paint(painted);
            view! {
                <circle cx=tenth(at.x) cy=tenth(at.y) r=tenth(*radius)
                    fill=fill stroke=stroke stroke-width=wide stroke-dasharray=dash></circle>
            }
            .into_any()
        }
        DrawnShape::Path { d, paint: painted } => {
            let (fill, stroke, wide, dash) = paint(painted);
            view! { <path d=d.clone() fill=fill stroke=stroke stroke-width=wide stroke-dasharray=dash></path> }
                .into_any()
        }
        DrawnShape::Text { at, size, bold, anchor, colour, text } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            view! {
                <text x=tenth(at.x) y=tenth(at.y) font-size=tenth(*size) font-weight=bold.then_some("600")
                    text-anchor=anchor fill=var(*colour)>{text.clone()}</text>
            }
            .into_any()
        }
    }
}
