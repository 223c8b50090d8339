//! The matrix as a picture, what narrows it, and what stands beside it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::lens::RiskFilter;
use crate::engine::request::{AskPicture, AskScenarios};
use crate::engine::view::{MatrixView, PictureView};
use crate::organisation::value::Language;
use crate::page::parts::{
    FilterBar, JoinedRisks, Picture, PictureChoice, PictureForm, PictureShown, SelectChoice, SelectField,
};
use crate::page::picture::Detail;
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::risk::Unplaced;
use crate::text::{numbers, pages, picture, risk, words};

/// The matrix and the risks that stand beside it.
#[component]
pub(super) fn Matrix(
    /// What the risks must fit to be listed.
    filter: Signal<RiskFilter>,
    /// Risks that fit, in all.
    total: Memo<u32>,
    /// Whether there are risks to choose among.
    has_any: Memo<bool>,
) -> impl IntoView {
    let session = Session::current();
    let of = Memo::new(move |_| {
        let RiskFilter { unit, scenario, dimension, .. } = filter.get();
        RiskFilter { unit: unit.or_else(|| session.within()), scenario, dimension, ..RiskFilter::default() }
    });
    let reply = use_answer(move || AskPicture { on: session.on(), filter: of.get() });
    let shown = Memo::new(move |_| {
        Some(PictureShown {
            picture: reply.get()?,
            on: session.on(),
            hash: session.hash(),
            whose: session.summary().map(|it| it.name.say(session.language()).to_owned()).unwrap_or_default(),
            leads: Some(filter.get()),
        })
    });
    let form = RwSignal::new(None::<PictureForm>);
    let suits = RwSignal::new(PictureForm::Drawn(Detail::Bubbles));
    let lead = move || {
        let (picture, language) = (reply.get()?, session.language());
        let elsewhere =
            risk::elsewhere(&picture.matrix, total.get(), language).filter(|_| of.get() == RiskFilter::default());
        let hint = (picture.matrix.placed > 0).then(|| pages::matrix_hint(language));
        Some(view! { <p class="lead">{risk::placed(&picture.matrix, language)} " " {elsewhere} " " {hint}</p> })
    };
    let beside = move || {
        let (picture, language) = (reply.get()?, session.language());
        Some(beside(session, &picture.matrix, &filter.get(), language))
    };
    let picture = Memo::new(move |_| reply.get());
    let choices = move || {
        has_any.get().then(|| {
            view! {
                <Narrowed filter reply=picture/>
                <div class="matrix-choices">
                    <PictureChoice form shown=suits.into()/>
                    <Goals/>
                </div>
            }
        })
    };
    view! {
        <section class="card full">
            <h2>{move || pages::matrix(session.language())}</h2>
            {lead}
            {choices}
            <Picture shown form suits name="risks"/>
        </section>
        <section class="card full">
            <h2>{move || pages::beside_matrix(session.language())}</h2>
            {beside}
        </section>
    }
}

/// Shows where all risks are to go, or only where the one pointed at is.
#[component]
fn Goals() -> impl IntoView {
    let session = Session::current();
    let JoinedRisks { goals, .. } = expect_context();
    view! {
        <button type="button" class="chip no-print" aria-pressed=move || goals.get().to_string() on:click=move |_| goals.update(|all| *all = !*all)>
            {move || picture::goals(session.language())}
        </button>
    }
}

/// What narrows the picture, and the register with it. Every choice is in the address.
#[component]
fn Narrowed(
    /// What the risks must fit to be listed.
    filter: Signal<RiskFilter>,
    /// The picture, whose dimensions can be chosen among.
    reply: Memo<Option<Arc<PictureView>>>,
) -> impl IntoView {
    let session = Session::current();
    let scenarios = use_answer(|| AskScenarios {});
    let label = move |label: fn(Language) -> &'static str| Signal::derive(move || label(session.language()).to_owned());
    let go = move |change: &dyn Fn(&mut RiskFilter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        filter.cell = None;
        session.go(Route::Risks { filter, from: 0 });
    };
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let kinds = Signal::derive(move || {
        let all = (String::new(), pages::all(session.language()).to_owned());
        let kinds = scenarios
            .get()
            .iter()
            .flat_map(|rows| rows.iter())
            .map(|row| (row.key.clone(), numbers::capital(&row.name)))
            .collect::<Vec<_>>();
        std::iter::once(all).chain(kinds).collect::<Vec<SelectChoice>>()
    });
    let dimensions = Signal::derive(move || {
        let language = session.language();
        let worst = (String::new(), picture::worst(language).to_owned());
        let all = reply.get().map(|picture| picture.dimensions.clone()).unwrap_or_default();
        let all = all.into_iter().map(|(id, name)| (id, name.say(language).to_owned()));
        std::iter::once(worst).chain(all).collect::<Vec<SelectChoice>>()
    });
    view! {
        <FilterBar name=Signal::derive(move || pages::matrix(session.language()))>
            <SelectField label=label(picture::dimension) choices=dimensions
                chosen=Signal::derive(move || filter.get().dimension.unwrap_or_default())
                choose=move |id: String| go(&|filter| filter.dimension = some(&id))/>
            <SelectField label=label(picture::scenario) choices=kinds
                chosen=Signal::derive(move || filter.get().scenario.unwrap_or_default())
                choose=move |kind: String| go(&|filter| filter.scenario = some(&kind))/>
        </FilterBar>
    }
}

/// What stands beside the matrix, and what to mind about it.
fn beside(session: Session, matrix: &MatrixView, filter: &RiskFilter, language: Language) -> AnyView {
    let reasons = [Unplaced::NotRated, Unplaced::NotAssessable, Unplaced::Antagonistic];
    let RiskFilter { beside: chosen, unit, scenario, .. } = filter.clone();
    let beside = reasons.into_iter().zip(matrix.beside).map(move |(reason, number)| {
        let (unit, scenario) = (unit.clone(), scenario.clone());
        let filter = RiskFilter { beside: Some(reason), unit, scenario, ..RiskFilter::default() };
        let href = session.href(Route::Risks { filter, from: 0 });
        let counted = numbers::integer(number.into(), language);
        let count = if number == 0 {
            view! { <span class="beside-count">{counted}</span> }.into_any()
        } else {
            let current = (chosen == Some(reason)).then_some("true");
            let label = words::beside_counted(number, reason, language);
            view! { <a class="beside-count" href=href aria-current=current aria-label=label>{counted}</a> }.into_any()
        };
        view! {
            <li>
                {count} <span class="beside-what">
                    <strong>{numbers::capital(words::beside(reason, language))}</strong>
                    <span class="muted">{risk::beside_reason(reason, language)}</span>
                </span>
            </li>
        }
    });
    let advice =
        matrix.advice.iter().map(|advice| view! { <li>{numbers::capital(&risk::advice(advice, language))} "."</li> });
    let advice = (!matrix.advice.is_empty()).then(|| {
        view! {
            <h3>{pages::advice(language)}</h3>
            <ul class="seen">{advice.collect_view()}</ul>
        }
    });
    view! { <ul class="beside" role="list">{beside.collect_view()}</ul> {advice} }.into_any()
}
