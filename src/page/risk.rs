//! A risk's own page: how its class came about, what would change it, and what is done about it.

mod facts;
mod judgement;
mod standing;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::facts::{facts, measures};
use self::judgement::judgement;
use self::standing::{neighbours, positions, yearly_loss};
use super::code::fetched;
use super::edit::{EditButton, OpenForm, moved, reasons_left};
use super::not_found::NotFound;
use super::parts::{Empty, Hero, MatrixTable, Moves, OwnHistory, Pin, RiskRow};
use super::route::Route;
use super::session::{Session, use_answer, use_title};
use crate::draft::FieldValue;
use crate::engine::lens::RiskFilter;
use crate::engine::request::AskRisk;
use crate::engine::view::RiskView;
use crate::event::Happening;
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Language};
use crate::text::overview::Sentence;
use crate::text::{draft, event, numbers, pages, risk, words};

fetched!(risk, |route| match route {
    Route::Risk { id } => view! { <Risk id /> }.into_any(),
    _ => ().into_any(),
});

/// Whether the risk is being moved in the matrix, and the levels whose reasons no longer fit since it was.
type MoveState = (RwSignal<bool>, RwSignal<Vec<String>>);

/// Id of the button that begins and ends moving in the matrix.
const MOVER: &str = "move-risk";

/// The page of one risk.
#[component]
pub fn Risk(
    /// The id of the risk.
    id: String,
) -> impl IntoView {
    let session = Session::current();
    let key = id.clone();
    let reply = use_answer(move || AskRisk { id: id.clone(), on: session.on() });
    use_title(move || match reply.get() {
        Some(view) if !view.is_secret => view.row.title.say(session.language()).to_owned(),
        _ => String::new(),
    });
    let moving = RwSignal::new(false);
    let unfit = RwSignal::new(Vec::new());
    let page = move || {
        if reply.is_absent() {
            return Some(view! { <NotFound/> }.into_any());
        }
        let risk = reply.get()?;
        Some(shown(session, &risk, (moving, unfit), session.language()))
    };
    let is_there = Memo::new(move |_| reply.get().is_some());
    view! {
        {page}
        {move || is_there.get().then(|| view! { <OwnHistory list=ListName::Risks id=key.clone()/> })}
    }
}

fn shown(session: Session, view: &RiskView, moving: MoveState, language: Language) -> AnyView {
    let edit = OpenForm::Item { list: ListName::Risks, key: view.row.id.clone() };
    let measure = OpenForm::New {
        list: ListName::Measures,
        preset: vec![("risks".into(), FieldValue::Texts(vec![view.row.id.clone()]))],
    };
    let what = Happening::Risk(view.row.id.clone());
    let event_href = move || session.href(Route::Event { what: Some(what.clone()) });
    let over = [
        view.row.number.map(|number| numbers::capital(&risk::numbered(number, language))),
        view.row.rank.filter(|_| view.row.ties > 0).map(|rank| risk::rank(rank, view.row.ties, language)),
        view.status.map(|status| numbers::capital(words::risk_status(status, language))),
        view.reviewed.map(|day| format!("{} {}", pages::reviewed(language), numbers::date(day, language))),
    ];
    let over = over.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <Hero over verdict=Sentence::plain(risk::risk_verdict(view, language)) after=risk::risk_reason(view, language)/>
        <div class="grid">
            <div class="wide stack">
                <section class="card">
                    <h2>{if view.row.class.is_some() { pages::how(language) } else { pages::levels(language) }}</h2>
                    {judgement(view, language)}
                    <p class="actions no-print"><EditButton label=draft::edit_risk(language).to_owned() editing=edit/> <a class="button button-small" href=event_href>{event::when_it_happens(language)}</a></p>
                </section>
                {sensitivity(view, language)}
                {neighbours(view, language)}
                {yearly_loss(view, language)}
                <section class="card">
                    <h2>{pages::measures(language)}</h2>
                    {measures(view, language)}
                    <p class="actions no-print"><EditButton label=draft::new_measure(language).to_owned() editing=measure/></p>
                </section>
            </div>
            <div class="narrow stack">
                {matrix(session, view, moving, language)} {ties(view, language)}
                <section class="card">
                    <h2>{pages::facts(language)}</h2>
                    {facts(view, language)}
                </section>
            </div>
            {texts(pages::motive(language), view.motive.iter(), language)}
            {texts(pages::vulnerabilities(language), view.vulnerabilities.iter(), language)}
            {texts(pages::dependencies(language), view.dependencies.iter(), language)}
        </div>
    }
    .into_any()
}

/// The matrix with the places where the risk stands, stood or should stand.
fn matrix(session: Session, view: &RiskView, (moving, unfit): MoveState, language: Language) -> Option<AnyView> {
    let matrix = view.matrix.clone()?;
    let mut pins: Vec<Pin> = Vec::new();
    if let (Some(likelihood), Some(consequence)) = (&view.row.likelihood, &view.row.consequence) {
        pins.push(((likelihood.level, consequence.level), pages::here(language)));
    }
    let inherent = view.movement.inherent.as_ref().map(|position| position.cell);
    if let Some(current) = view.movement.current.as_ref().filter(|it| it.stated || Some(it.at.cell) != inherent) {
        pins.push((current.at.cell, pages::pin_current(language)));
    }
    if let Some(target) = &view.movement.target {
        pins.push((target.at.cell, pages::pin_target(language)));
    }
    let empty = pins.is_empty();
    // Only a risk that is in the matrix can be moved there.
    let placed = session.may_change() && view.row.likelihood.is_some() && view.row.consequence.is_some();
    let risk = view.clone();
    let to = Callback::new(move |cell| {
        let (patch, left) = (moved(&risk, cell), reasons_left(&risk, cell, language));
        session.edit_from(MOVER);
        unfit.update(|unfit| {
            unfit.retain(|known| !left.contains(known));
            unfit.extend(left);
        });
        spawn_local(async move { drop(session.change(vec![patch]).await) });
    });
    let dragged = RwSignal::new(false);
    let table = move || {
        let moves = placed.then_some(Moves { to, buttons: moving.get(), dragged });
        view! { <MatrixTable matrix=&matrix language small=true pins=pins.clone() moves/> }
    };
    let mover = placed.then(|| {
        let label = move || if moving.get() { draft::move_done(language) } else { draft::move_risk(language) };
        let pressed = move || if moving.get() { "true" } else { "false" };
        view! {
            <p class="actions no-print">
                <button type="button" class="button button-small edit-only" id=MOVER
                    aria-pressed=pressed on:click=move |_| moving.update(|on| *on = !*on)>{label}</button>
            </p>
            {move || moving.get().then(|| view! { <p class="caution">{draft::move_how(language)}</p> })}
        }
    });
    (!empty).then(|| {
        view! {
            <section class="card">
                <h2>{pages::matrix(language)}</h2>
                {table}
                {mover}
                <div role="status">
                    {move || {
                        let unfit = unfit.get();
                        (!unfit.is_empty()).then(|| view! { <p class="caution">{risk::reasons_left(&unfit, language)}</p> })
                    }}
                </div>
                {positions(view, language)}
                <p class="caution">{risk::caution(language)}</p>
            </section>
        }
        .into_any()
    })
}

/// The single steps that change the class.
fn sensitivity(view: &RiskView, language: Language) -> Option<AnyView> {
    view.row.class.as_ref()?;
    let steps = view.sensitivity.iter().map(|step| view! { <li>{risk::sensitivity(step, language)}</li> });
    let steps = steps.collect_view();
    let none = view.sensitivity.is_empty().then(|| view! { <Empty text=risk::insensitive(language)/> });
    Some(
        view! {
            <section class="card">
                <h2>{pages::sensitivity(language)}</h2>
                {none}
                <ul class="seen">{steps}</ul>
            </section>
        }
        .into_any(),
    )
}

/// Other risks with the same place.
fn ties(view: &RiskView, language: Language) -> Option<AnyView> {
    let rows = view.ties.iter().cloned().map(|row| view! { <RiskRow row language/> }).collect_view();
    let shown = saturating(view.ties.len());
    let more = (view.row.ties > shown).then(|| {
        let class = view.row.class.as_ref().map(|class| class.id.clone());
        let filter = RiskFilter { class, ..RiskFilter::default() };
        let href = Session::current().link(Route::Risks { filter, from: 0 });
        view! { <p><a href=href>{numbers::of(shown, view.row.ties, language)}</a></p> }
    });
    (!view.ties.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{pages::ties(language)}</h2>
                <p class="lead">{risk::ties_why(language)}</p>
                <ul class="rows" role="list">{rows}</ul>
                {more}
            </section>
        }
        .into_any()
    })
}

/// Texts of the file under a heading.
fn texts<'t>(heading: &'static str, texts: impl Iterator<Item = &'t Label>, language: Language) -> Option<AnyView> {
    let texts: Vec<_> = texts.map(|text| text.say(language).to_owned()).collect();
    (!texts.is_empty()).then(|| {
        let several = texts.len() > 1;
        let body = if several {
            let items = texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
            view! { <ul class="seen">{items}</ul> }.into_any()
        } else {
            texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view().into_any()
        };
        view! {
            <section class="card third">
                <h2>{heading}</h2>
                {body}
            </section>
        }
        .into_any()
    })
}
