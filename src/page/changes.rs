//! A change file: who it is from, what it changes and what becomes of that, taken or refused before anything is done.

mod choices;
mod table;

use std::hash::BuildHasher as _;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rustc_hash::FxBuildHasher;

use self::choices::Choices;
use self::table::table;
use super::code::fetched;
use super::parts::{EffectTable, Hero, MoreRows, Refusal};
use super::session::{FormSlot, Session, WaitingChanges, use_answer, use_title};
use super::shell::FilePicker;
use crate::browser::{clock, dom};
use crate::draft::EditRefusal;
use crate::engine::lens::Window;
use crate::engine::request::{AskReview, Request};
use crate::engine::view::{ReviewItemView, ReviewReply, ReviewView, ReviewedFindings};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::text::draft;
use crate::text::overview::Sentence;
use crate::text::travel::review as said;
use crate::travel::PointChoices;

fetched!(changes, |_| view! { <Changes/> }.into_any());

/// Items shown at a time.
const STEP: u32 = 50;

/// The change file that was opened first and has not been put away, or where to get one.
#[component]
fn Changes() -> impl IntoView {
    let session = Session::current();
    use_title(move || said::changes(session.language()).to_owned());
    let waiting = session.waiting_changes();
    let first = Memo::new(move |_| waiting.with(|waiting| waiting.first().cloned()));
    let brought = RwSignal::new(None::<u32>);
    move || match first.get() {
        Some(changes) => view! { <OneReview changes brought/> }.into_any(),
        None => view! { <NoneOpen brought/> }.into_any(),
    }
}

/// That no change file is open; after one has been brought in, that it has.
#[component]
fn NoneOpen(brought: RwSignal<Option<u32>>) -> impl IntoView {
    let session = Session::current();
    let hero = move || {
        let language = session.language();
        let (verdict, after) = match brought.get() {
            Some(taken) => (said::brought_in(taken, language), said::brought_in_what(0, language)),
            None => (said::none(language).to_owned(), said::none_what(language).to_owned()),
        };
        view! { <Hero verdict=Sentence::plain(verdict) after/> }
    };
    view! {
        {hero}
        <p class="actions">{move || view! { <FilePicker label=said::choose(session.language())/> }}</p>
    }
    .into_any()
}

/// The review of one change file.
#[component]
fn OneReview(changes: WaitingChanges, brought: RwSignal<Option<u32>>) -> impl IntoView {
    let session = Session::current();
    let slot = review_slot(&changes.text);
    let choices = Choices::new(session, slot.clone());
    let slot = StoredValue::new(slot);
    let count = RwSignal::new(STEP);
    let text = StoredValue::new(changes.text.clone());
    let answer = use_answer(move || AskReview {
        text: text.get_value(),
        choices: choices.get(),
        on: session.on(),
        window: Window { from: 0, count: count.get() },
    });
    let open = Memo::new(move |_| match answer.get().as_deref() {
        Some(ReviewReply::Open(view)) => Some(Arc::new((**view).clone())),
        _ => None,
    });
    // What may be older than the file is chosen one by one.
    let is_untouched = StoredValue::new(!session.is_kept(&slot.get_value()));
    Effect::new(move || {
        let Some(view) = open.get().filter(|view| view.is_saved_extract) else { return };
        if is_untouched.get_value() {
            is_untouched.set_value(false);
            choices.take(&view.numbers, false);
        }
    });
    let refused = RwSignal::new(None::<EditRefusal>);
    let is_busy = StoredValue::new(false);
    let own = StoredValue::new(changes.clone());
    let carry_out = move |choices: PointChoices, taken: Option<u32>| {
        // A second press is for what the first has put away by then.
        if is_busy.try_update_value(|busy| std::mem::replace(busy, true)) != Some(false) {
            return;
        }
        let (changes, kept_in) = (own.get_value(), slot.get_value());
        let request = Request::BringIn { text: text.get_value(), choices, on: clock::today() };
        spawn_local(async move {
            match session.carry_out(request).await {
                Ok(()) => {
                    let _ = brought.try_set(taken);
                    session.drop_form(&kept_in);
                    session.put_answer_away(&changes);
                    request_animation_frame(|| _ = dom::focus("main h1"));
                }
                Err(why) => drop(refused.try_set(Some(why))),
            }
            is_busy.try_update_value(|busy| *busy = false);
        });
    };
    let bring_in = move |taken: u32| carry_out(choices.get_untracked(), Some(taken));
    let put_away = move || {
        // The round that it answers notes that it was looked at and that nothing of it was taken.
        let of_round = open.get_untracked().filter(|view| view.round.is_some());
        if let Some(view) = of_round {
            let refused = view.numbers.iter().copied().collect();
            return carry_out(PointChoices { refused, ..PointChoices::default() }, None);
        }
        brought.set(None);
        session.drop_form(&slot.get_value());
        session.put_answer_away(&own.get_value());
        request_animation_frame(|| _ = dom::focus("main h1"));
    };
    let name = changes.name.clone();
    let top = move || Some(hero(&name, &*answer.get()?, brought, session));
    let not_used = move || match &*answer.get()? {
        ReviewReply::Open(_) => None,
        reply => Some(faults(reply, put_away, session.language())),
    };
    // Drawn anew for other items, not at each choice: whoever chooses stays where they are.
    let items = Memo::new(move |_| open.get().map(|view| (drawn(&view.items), view.total)));
    let rows = move || {
        let ((items, total), language) = (items.get()?, session.language());
        (total > 0).then(|| {
            let shown = saturating(items.len());
            view! {
                <section class="card full" id="review">
                    <h2>{said::heading(language)}</h2>
                    {whole(open, choices, language)}
                    {table(&items, open, choices, session.on(), language)}
                    {(shown < total).then(|| view! { <MoreRows count shown total step=STEP language/> })}
                </section>
            }
        })
    };
    view! {
        {top}
        {not_used}
        <div class="grid">
            {rows}
            <Decide open bring_in put_away refused/>
        </div>
    }
    .into_any()
}

/// The slot that what is chosen of a change file is kept in: of its text, which no two that wait have alike.
fn review_slot(text: &str) -> FormSlot {
    FormSlot::of(&format!("review {:x} {}", FxBuildHasher.hash_one(text), text.len()))
}

/// The items as they are drawn, whatever is chosen.
fn drawn(items: &[ReviewItemView]) -> Vec<ReviewItemView> {
    let mut items = items.to_vec();
    for item in &mut items {
        item.findings = ReviewedFindings::default();
        for point in &mut item.points {
            (point.is_taken, point.lacks) = (false, false);
        }
    }
    items
}

fn hero(name: &str, reply: &ReviewReply, brought: RwSignal<Option<u32>>, session: Session) -> AnyView {
    let language = session.language();
    let (verdict, after) = match reply {
        ReviewReply::Open(view) => (said::verdict(view, language), said::after(view, language)),
        other => (Sentence::plain(said::not_used(other, language).0), said::nothing_done(language).to_owned()),
    };
    let more = session.waiting_changes().with(|waiting| saturating(waiting.len().saturating_sub(1)));
    let after = if more > 0 { format!("{after} {}", said::waiting_more(more, language)) } else { after };
    let over = match brought.get() {
        Some(taken) => format!("{} · {name}", said::brought_in(taken, language)),
        None => name.to_owned(),
    };
    view! { <Hero over verdict after/> }.into_any()
}

/// What is wrong with a change file that cannot be used.
fn faults(reply: &ReviewReply, put_away: impl Fn() + 'static, language: Language) -> AnyView {
    let (_, lines) = said::not_used(reply, language);
    let list = (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <section class="card">
                <h2>{said::faults(language)}</h2>
                <ul class="rows" role="list">{lines}</ul>
            </section>
        }
    });
    view! {
        {list}
        <p class="actions">
            <button type="button" class="button button-first" on:click=move |_| put_away()>{said::close(language)}</button>
        </p>
    }
    .into_any()
}

/// Takes all or nothing, and how many are taken.
fn whole(open: Memo<Option<Arc<ReviewView>>>, choices: Choices, language: Language) -> AnyView {
    let numbers = move || open.get_untracked().map(|view| view.numbers.clone()).unwrap_or_default();
    view! {
        <p role="status">{move || open.get().map(|view| said::chosen(&view, language))}</p>
        <p class="actions">
            <button type="button" class="button" on:click=move |_| choices.take(&numbers(), true)>{said::all(language)}</button>
            <button type="button" class="button" on:click=move |_| choices.take(&numbers(), false)>{said::nobody(language)}</button>
        </p>
    }
    .into_any()
}

/// Brings in what is chosen or puts the change file away, beside what that does to coverage.
#[component]
fn Decide(
    open: Memo<Option<Arc<ReviewView>>>,
    bring_in: impl Fn(u32) + Copy + Send + Sync + 'static,
    put_away: impl Fn() + Copy + Send + Sync + 'static,
    refused: RwSignal<Option<EditRefusal>>,
) -> impl IntoView {
    let session = Session::current();
    let taken = Memo::new(move |_| open.get().map(|view| view.taken));
    let any = Memo::new(move |_| open.get().is_some_and(|view| view.changes > 0));
    let problems = move || {
        let (view, language) = (open.get()?, session.language());
        (view.problems > 0)
            .then(|| view! { <p class="form-problem" role="status">{said::problems(view.problems, language)}</p> })
    };
    let effect = move || {
        let (view, language) = (open.get()?, session.language());
        (view.changes > 0).then(|| {
            view! {
                <section class="card half">
                    <h2>{draft::effect(language)}</h2>
                    <EffectTable effect=&view.effect language/>
                </section>
            }
        })
    };
    let buttons = move || {
        let (any, language) = (any.get(), session.language());
        open.with(Option::is_some).then(|| {
            let label = if any { said::put_away(language) } else { said::close(language) };
            let bring = any.then(|| {
                let none = move || taken.get().unwrap_or_default() == 0;
                view! {
                    <button
                        type="button"
                        class="button button-first"
                        disabled=none
                        on:click=move |_| bring_in(taken.get_untracked().unwrap_or_default())
                    >
                        {move || said::bring_in(taken.get().unwrap_or_default(), session.language())}
                    </button>
                }
            });
            view! {
                <section class="card half">
                    {problems}
                    <p class="actions">
                        {bring}
                        <button type="button" class="button" on:click=move |_| put_away()>{label}</button>
                    </p>
                    <Refusal refused language/>
                </section>
            }
        })
    };
    view! { {buttons} {effect} }
}
