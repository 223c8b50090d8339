//! Plans: a reorganisation worked out apart from the daily changes. Many units are moved at once, each finding that is
//! mended or made is seen, and the plan is brought in on its day as any change file is.

mod begin;
mod kept;
mod moves;
mod outcome;

use std::sync::Arc;

use leptos::prelude::*;

use self::begin::NoPlan;
use self::kept::KeptPlan;
use self::moves::{MakeUnit, MoveUnits, take};
use self::outcome::{Ahead, PlannedFindings};
use super::code::fetched;
use super::parts::{AskFirst, Hero, for_each_file};
use super::session::{Session, use_answer, use_title};
use crate::browser::{dom, files};
use crate::engine::lens::Window;
use crate::engine::request::AskPlan;
use crate::engine::view::{PlanReply, PlanView};
use crate::text::overview::Sentence;
use crate::text::shell;
use crate::text::travel::plan as said;
use crate::travel::plan::{LostStep, PlanStep};

fetched!(plan, |_| for_each_file(|| view! { <Planning/> }.into_any()).into_any());

/// Findings shown at a time.
const STEP: u32 = 20;

/// What has just been done, in words.
type PlanNews = RwSignal<String>;

#[component]
fn Planning() -> impl IntoView {
    let session = Session::current();
    use_title(move || shell::plan(session.language()).to_owned());
    let plan = KeptPlan::recalled();
    let any = Memo::new(move |_| plan.text().is_some());
    move || if any.get() { view! { <OnePlan plan/> }.into_any() } else { view! { <NoPlan plan/> }.into_any() }
}

/// The plan that is kept in this browser.
#[component]
fn OnePlan(plan: KeptPlan) -> impl IntoView {
    let session = Session::current();
    let text = Signal::derive(move || plan.text().unwrap_or_default());
    let (gone, come) = (RwSignal::new(STEP), RwSignal::new(STEP));
    let window = |count: RwSignal<u32>| Window { from: 0, count: count.get() };
    let answer =
        use_answer(move || AskPlan { text: text.get(), on: session.on(), gone: window(gone), come: window(come) });
    let open = Memo::new(move |_| match answer.get().as_deref() {
        Some(PlanReply::Open(view)) => Some(Arc::new((**view).clone())),
        _ => None,
    });
    let news: PlanNews = RwSignal::new(String::new());
    let top = move || {
        let (reply, language) = (answer.get()?, session.language());
        Some(match &*reply {
            PlanReply::Open(view) => {
                let (over, verdict) = (said::over(view, language), said::verdict(view, language));
                view! { <Hero over verdict after=said::after(view, language)/> }
            }
            other => {
                let verdict = Sentence::plain(said::not_used(other, language));
                view! { <Hero verdict after=said::not_used_what(language)/> }
            }
        })
    };
    let lost = move || {
        let (view, language) = (open.get()?, session.language());
        let row = |lost: &LostStep| {
            let id = &lost.unit;
            let (step, done, about) = (PlanStep::Drop { unit: id.clone() }, id.clone(), format!(": {id}"));
            let out = move |_| {
                let done = done.clone();
                take(session, (plan, news), step.clone(), move |language| said::dropped(&done, language));
            };
            view! {
                <li>
                    {said::lost(lost, language)}
                    " "
                    <button type="button" class="button no-print" on:click=out>
                        {said::drop_step(language)}<span class="visually-hidden">{about}</span>
                    </button>
                </li>
            }
        };
        let rows = view.lost.iter().map(row).collect_view();
        (!view.lost.is_empty()).then(|| view! { <ul class="rows form-problem" role="list">{rows}</ul> })
    };
    let any = Memo::new(move |_| open.with(Option::is_some));
    let work = move || {
        any.get().then(|| {
            view! {
                <MoveUnits plan text open news/>
                <PlannedFindings open count=gone mends=true/>
                <PlannedFindings open count=come mends=false/>
                <Ahead text/>
                <MakeUnit plan text news/>
            }
        })
    };
    view! {
        {top}
        {lost}
        {move || acts(plan, open, news, session)}
        <p class="no-print" role="status">{news}</p>
        <div class="grid">{work}</div>
    }
    .into_any()
}

/// What can be done with the plan as a whole.
fn acts(plan: KeptPlan, open: Memo<Option<Arc<PlanView>>>, news: PlanNews, session: Session) -> AnyView {
    let language = session.language();
    let name = Memo::new(move |_| open.with(|view| said::file_name(view.as_deref(), session.language())));
    let changes = Memo::new(move |_| open.with(|view| view.as_ref().map_or(0, |view| view.tally.changes)));
    let save = move |_| {
        let text = plan.text_untracked();
        let name = name.get_untracked();
        let is_saved = files::save(&name, "application/json", &text);
        news.set(if is_saved { said::saved(&name, language) } else { said::not_saved(language).to_owned() });
    };
    let bring_in = move |_| {
        let text = plan.text_untracked();
        session.add_changes(name.get_untracked(), text.clone());
        let waiting = session.waiting_changes();
        let place = waiting.with_untracked(|waiting| waiting.iter().position(|changes| changes.text == text));
        session.look_at_changes(place.unwrap_or_default());
    };
    let undo = move |_| {
        let before = plan.text_untracked();
        let told = match (plan.undo(), plan.text_untracked() == before) {
            (true, _) => said::undone(language),
            (false, true) => said::nothing_to_undo(language),
            (false, false) => said::other_tab(language),
        };
        news.set(told.to_owned());
    };
    let see = move |_| {
        let on = open.with_untracked(|view| view.as_ref()?.label.as_ref().map(|label| label.on));
        session.look_at(on);
    };
    let discard = Callback::new(move |()| {
        if !plan.discard() {
            return news.set(said::other_tab(language).to_owned());
        }
        request_animation_frame(|| _ = dom::focus("main h1"));
    });
    let bring = move || {
        (changes.get() > 0).then(|| {
            view! {
                <button type="button" class="button button-first" on:click=bring_in>{said::bring_in(language)}</button>
            }
        })
    };
    view! {
        <div class="actions plan-acts no-print" id="plan-acts">
            {bring}
            <button type="button" class="button" on:click=save>{said::save(language)}</button>
            <button type="button" class="button" on:click=undo>{said::undo(language)}</button>
            <button type="button" class="button" on:click=see>{said::see_day(language)}</button>
            <AskFirst
                label=said::discard(language)
                named=said::discard(language).to_owned()
                question=Some(said::discard_asks(language).to_owned())
                answers=vec![(said::discard(language), discard)]
                language
            />
        </div>
        <p class="muted no-print">{move || said::kept(plan.is_kept(), session.language())}</p>
    }
    .into_any()
}
