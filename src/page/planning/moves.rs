//! The units as the plan has them: many are chosen, and moved in one step. And units that the plan makes.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::PlanNews;
use super::kept::KeptPlan;
use crate::browser::dom;
use crate::engine::lens::Window;
use crate::engine::request::{AskPlanUnits, AskStepPlan};
use crate::engine::view::{ChoiceOf, PlanUnitPage, PlanUnitRow, PlanView, SteppedPlan};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::page::edit::Combobox;
use crate::page::parts::{FilterBar, MoreRows, SearchField, SelectField, keep_typed};
use crate::page::session::{Session, use_answer};
use crate::text::travel::plan as said;
use crate::text::{numbers, words};
use crate::travel::plan::PlanStep;

/// Units shown at a time.
const STEP: u32 = 50;

/// The kinds of unit that a plan makes.
const KINDS: [UnitKind; 4] = [UnitKind::Department, UnitKind::Workplace, UnitKind::Company, UnitKind::Group];

/// Takes a step, and says what became of it.
pub(super) fn take(
    session: Session,
    (plan, news): (KeptPlan, PlanNews),
    step: PlanStep,
    done: impl Fn(Language) -> String + 'static,
) {
    spawn_local(async move {
        let stepped = loop {
            let from = plan.text_untracked();
            let stepped = session.ask(AskStepPlan { text: from.clone(), step: step.clone() }).await;
            // Another step may have been taken meanwhile: this one follows it.
            if plan.text_untracked() == from {
                break stepped;
            }
        };
        let language = untrack(|| session.language());
        let told = match stepped {
            Some(SteppedPlan::Done(text)) if plan.put(&text) => done(language),
            Some(SteppedPlan::Done(_)) => said::other_tab(language).to_owned(),
            Some(SteppedPlan::Refused(why, name)) => said::refused(&why, name.as_ref(), language),
            None => said::failed(language).to_owned(),
        };
        let _ = news.try_set(told);
    });
}

/// Units with a box each, and where those that are chosen are moved.
#[component]
pub(super) fn MoveUnits(
    /// The plan as it is kept.
    plan: KeptPlan,
    /// The text of the plan.
    text: Signal<String>,
    /// What the plan does.
    open: Memo<Option<Arc<PlanView>>>,
    /// Where it is said what has been done.
    news: PlanNews,
) -> impl IntoView {
    let session = Session::current();
    let (find, under) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let count = RwSignal::new(STEP);
    let chosen = RwSignal::new(BTreeSet::<String>::new());
    let answer = use_answer(move || AskPlanUnits {
        text: text.get(),
        under: Some(under.get()).filter(|id| !id.is_empty()),
        find: find.get(),
        window: Window { from: 0, count: count.get() },
    });
    let parts = Signal::derive(move || {
        let language = session.language();
        let parts = open.get().map(|view| view.parts.clone()).unwrap_or_default();
        let all = (String::new(), said::all_parts(language).to_owned());
        let one = parts.into_iter().map(|unit| (unit.id, unit.name.say(language).to_owned()));
        std::iter::once(all).chain(one).collect()
    });
    let choose_shown = move |_| {
        let shown = answer.get_untracked();
        let ids = shown.iter().flat_map(|page| &page.rows).map(|row| row.unit.id.clone());
        chosen.update(|chosen| chosen.extend(ids));
    };
    let rows = move || {
        let (page, language) = (answer.get()?, session.language());
        Some(table(&page, chosen, count, language))
    };
    view! {
        <section class="card full" id="plan-units">
            <h2>{move || said::units(session.language())}</h2>
            <p class="lead">{move || said::units_lead(session.language())}</p>
            <FilterBar>
                <SearchField
                    label=Signal::derive(move || said::find(session.language()).to_owned())
                    text=find.into()
                    search=move |text| find.set(text)
                />
                <SelectField
                    label=Signal::derive(move || said::part(session.language()).to_owned())
                    choices=parts
                    chosen=under.into()
                    choose=move |id| under.set(id)
                />
            </FilterBar>
            <p class="actions no-print">
                <button type="button" class="button" on:click=choose_shown>{move || said::choose_shown(session.language())}</button>
                <button type="button" class="button" on:click=move |_| chosen.set(BTreeSet::new())>
                    {move || said::choose_none(session.language())}
                </button>
                <span role="status">{move || said::chosen(chosen.with(|chosen| saturating(chosen.len())), session.language())}</span>
            </p>
            {move || view! { <MoveTo plan text chosen news language=session.language()/> }}
            {rows}
        </section>
    }
    .into_any()
}

/// Where the chosen units are moved.
#[component]
fn MoveTo(
    plan: KeptPlan,
    text: Signal<String>,
    chosen: RwSignal<BTreeSet<String>>,
    news: PlanNews,
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let to = RwSignal::new(String::new());
    let move_them = move |event: SubmitEvent| {
        event.prevent_default();
        let units: Vec<String> = chosen.get_untracked().into_iter().collect();
        if units.is_empty() {
            return news.set(said::none_chosen(language).to_owned());
        }
        let count = saturating(units.len());
        let moved = PlanStep::Move { units, to: to.get_untracked() };
        take(session, (plan, news), moved, move |language| {
            chosen.set(BTreeSet::new());
            said::moved(count, language)
        });
    };
    let label = said::to(language).to_owned();
    let of = ChoiceOf::List(ListName::Units);
    view! {
        <form id="plan-move" class="fields plan-move no-print" on:submit=move_them>
            <Combobox label id="plan-to".to_owned() of chosen=to must=true plan=text language/>
            <button type="submit" class="button button-first">
                {move || said::move_them(chosen.with(|chosen| saturating(chosen.len())), language)}
            </button>
        </form>
    }
    .into_any()
}

fn table(page: &PlanUnitPage, chosen: RwSignal<BTreeSet<String>>, count: RwSignal<u32>, language: Language) -> AnyView {
    let head = |head| view! { <th role="columnheader" scope="col">{head}</th> };
    let heads = [said::unit(language), said::above(language), said::was(language)].map(head);
    let rows = page.rows.iter().map(|row| unit_row(row, chosen, language)).collect_view();
    let (shown, total) = (saturating(page.rows.len()), page.total);
    view! {
        <table class="list" role="table" aria-label=said::units(language)>
            <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        <MoreRows count shown total step=STEP language/>
    }
    .into_any()
}

fn unit_row(row: &PlanUnitRow, chosen: RwSignal<BTreeSet<String>>, language: Language) -> AnyView {
    let (id, asked) = (row.unit.id.clone(), row.unit.id.clone());
    let change = move |event| {
        let is_chosen = event_target_checked(&event);
        chosen.update(|chosen| {
            if is_chosen {
                chosen.insert(id.clone());
            } else {
                chosen.remove(&id);
            }
        });
    };
    let kind = words::unit_kind(row.unit.kind).form(1, language);
    let was = match &row.was {
        Some(was) => was.name.say(language).to_owned(),
        None if row.is_made => said::is_made(language).to_owned(),
        None => String::new(),
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&asked))
                        on:change=change
                    />
                    <span>{row.unit.name.say(language).to_owned()} " " <small class="muted">{kind}</small></span>
                </label>
            </th>
            <td role="cell" data-label=said::above(language)>
                {row.above.as_ref().map(|above| above.name.say(language).to_owned())}
            </td>
            <td role="cell" data-label=(!was.is_empty()).then(|| said::was(language))>{was.clone()}</td>
        </tr>
    }
    .into_any()
}

/// Makes a unit in the plan, which others can be moved to.
#[component]
pub(super) fn MakeUnit(
    /// The plan as it is kept.
    plan: KeptPlan,
    /// The text of the plan.
    text: Signal<String>,
    /// Where it is said what has been done.
    news: PlanNews,
) -> impl IntoView {
    let session = Session::current();
    let (name, kind, parent) = (RwSignal::new(String::new()), RwSignal::new(0_usize), RwSignal::new(String::new()));
    let slot = session.form_slot("plan unit");
    name.set(session.kept_form(&slot).unwrap_or_default());
    keep_typed(slot, move || name.get());
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        let wished = name.with_untracked(|name| name.trim().to_owned());
        let kind = KINDS.get(kind.get_untracked()).copied().unwrap_or(UnitKind::Department);
        let made = PlanStep::Make { name: wished.clone(), kind, parent: parent.get_untracked() };
        take(session, (plan, news), made, move |language| {
            name.set(String::new());
            said::made(&wished, language)
        });
    };
    let kinds = Signal::derive(move || {
        let language = session.language();
        let named = |kind: &UnitKind| numbers::capital(words::unit_kind(*kind).form(1, language));
        KINDS.iter().map(named).enumerate().map(|(at, name)| (at.to_string(), name)).collect()
    });
    let under = move || {
        let (label, language) = (said::under(session.language()).to_owned(), session.language());
        let of = ChoiceOf::List(ListName::Units);
        view! { <Combobox label id="plan-under".to_owned() of chosen=parent must=true plan=text language/> }
    };
    view! {
        <section class="card half no-print" id="plan-make">
            <h2>{move || said::make_heading(session.language())}</h2>
            <p class="lead">{move || said::make_lead(session.language())}</p>
            <form class="form-fields" on:submit=make>
                <label class="field field-wide">
                    <span class="field-label">{move || said::unit_name(session.language())}</span>
                    <input
                        class="field-input"
                        type="text"
                        required=true
                        prop:value=name
                        on:input=move |event| name.set(dom::value_of(&event))
                    />
                </label>
                <SelectField
                    label=Signal::derive(move || said::kind(session.language()).to_owned())
                    choices=kinds
                    chosen=Signal::derive(move || kind.get().to_string())
                    choose=move |at| kind.set(at.parse().unwrap_or_default())
                />
                {under}
                <p class="actions field-wide">
                    <button type="submit" class="button">{move || said::make(session.language())}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}
