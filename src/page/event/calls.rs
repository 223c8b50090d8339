//! Whom to call, in order: big enough to be used on a phone with one thumb, and calm.

use leptos::prelude::*;

use super::book::LogBook;
use crate::browser::{clock, dom};
use crate::engine::view::{CallView, EventView};
use crate::event::{CallStep, LoggedAct, Tick};
use crate::organisation::links;
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::Empty;
use crate::page::session::Session;
use crate::text::event;

/// The steps of the list.
const STEPS: [CallStep; 4] = [CallStep::Departments, CallStep::Workplaces, CallStep::SecurityUnit, CallStep::Group];

/// Someone to call, in the reader's words. What is shown of them is made anew when any of it changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CallLine {
    key: String,
    name: String,
    phone: Option<String>,
    email: Option<String>,
    reasons: Vec<String>,
    /// Who was not reached so that it is their turn.
    after: Option<String>,
}

/// The rows of each step, in order.
type CallLines = [Vec<CallLine>; STEPS.len()];

/// The list.
#[component]
pub(super) fn Calls(
    /// The event.
    view: Memo<Option<EventView>>,
    /// The log of the event.
    book: LogBook,
    /// Asks for more workplaces.
    more: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = Session::current();
    let rows = Memo::new(move |_| {
        view.with(|view| view.as_ref().map(|view| rows(view, book, session.language())).unwrap_or_default())
    });
    let only_left = RwSignal::new(false);
    let reached = move |row: &CallLine| matches!(book.ticked(&row.key), Some((Tick::Reached, _)));
    let counts = Memo::new(move |_| {
        let left_out = view.with(|view| view.as_ref().map_or(0, |view| view.left_out));
        rows.with(|rows| {
            let all = rows.iter().flatten();
            (
                saturating(all.clone().filter(|row| reached(row)).count()),
                saturating(all.count()).saturating_add(left_out),
            )
        })
    });
    let progress = move || {
        let ((reached, total), language) = (counts.get(), session.language());
        (total > 0).then(|| {
            view! {
                <div class="event-progress">
                    <p class="results" role="status">{event::progress(reached, total, language)}</p>
                    <progress max=total.to_string() value=reached.to_string() aria-label=event::progress(reached, total, language)></progress>
                    <label class="field-check no-print">
                        <input type="checkbox" prop:checked=only_left on:change:target=move |change| only_left.set(change.target().checked())/>
                        <span>{event::only_left(language)}</span>
                    </label>
                    <button type="button" class="button button-small" on:click=|_| dom::show("#log textarea")>
                        {event::to_log(language)}
                    </button>
                </div>
            }
        })
    };
    let said = move || {
        let ((reached, total), language) = (counts.get(), session.language());
        match (total, reached == total) {
            (0, _) => Some(view! { <Empty text=event::no_calls(language)/> }),
            (_, true) if only_left.get() => Some(view! { <Empty text=event::all_reached(language)/> }),
            _ => None,
        }
    };
    let step = move |(place, step): (usize, CallStep)| {
        let of_step = Memo::new(move |_| rows.with(|rows| rows[place].clone()));
        let left = move || of_step.with(|rows| rows.iter().any(|row| !only_left.get() || !reached(row)));
        let left_out = move || {
            let number = view.with(|view| view.as_ref().map_or(0, |view| view.left_out));
            (step == CallStep::Workplaces && number > 0).then(|| {
                let language = session.language();
                view! {
                    <p class="event-more">
                        <span class="muted">{event::left_out(number, language)}</span>
                        <button type="button" class="button" on:click=move |_| more()>{event::more(language)}</button>
                    </p>
                }
            })
        };
        view! {
            <div hidden=move || !left()>
                <h3 class="group">{move || event::step(step, session.language())}</h3>
                <ol class="calls" role="list">
                    <For each=move || of_step.get() key=CallLine::clone let:row>
                        <Entry row book only_left/>
                    </For>
                </ol>
                {left_out}
            </div>
        }
    };
    view! {
        <section class="card" id="calls">
            <h2>{move || event::calls(session.language())}</h2>
            <p class="lead no-print">{move || event::calls_lead(session.language())}</p>
            {progress}
            {said}
            <div class="call-steps">{(0..).zip(STEPS).map(step).collect_view()}</div>
        </section>
    }
}

/// The calls whose turn it is, by step: whoever moves up stands in the step of the one who was not reached.
fn rows(view: &EventView, book: LogBook, language: Language) -> CallLines {
    let mut rows = CallLines::default();
    let mut steps = vec![0; view.calls.len()];
    for turn in view.turns(|key| matches!(book.ticked(key), Some((Tick::NotReached, _)))) {
        let Some(call) = view.calls.get(turn.call) else { continue };
        let own = STEPS.iter().position(|step| *step == call.step).unwrap_or_default();
        steps[turn.call] = turn.after.map_or(own, |after| steps[after]);
        let after = turn.after.and_then(|after| view.calls.get(after));
        rows[steps[turn.call]].push(row(call, after, language));
    }
    rows
}

fn row(call: &CallView, after: Option<&CallView>, language: Language) -> CallLine {
    CallLine {
        key: call.key.clone(),
        name: call.name.say(language).to_owned(),
        phone: call.phone.clone(),
        email: call.email.clone(),
        reasons: event::reasons(call, language),
        after: after.map(|after| after.name.say(language).to_owned()),
    }
}

/// One to call: who, why, how, and the two ticks.
#[component]
fn Entry(
    /// Who.
    row: CallLine,
    /// The log.
    book: LogBook,
    /// Whether those reached are hidden.
    only_left: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::current();
    let language = untrack(|| session.language());
    let CallLine { key, name, phone, email, reasons, after } = row;
    let kept = key.clone();
    let ticked = Memo::new(move |_| book.ticked(&kept));
    let silent = phone.is_none() && email.is_none();
    let way = |text: String, href: fn(&str) -> Option<String>, class: &'static str| match href(&text) {
        Some(href) => view! { <a class=class href=href>{text}</a> }.into_any(),
        None => view! { <span class=class>{text}</span> }.into_any(),
    };
    let tick = {
        let (key, name) = (key.clone(), name.clone());
        move |tick: Tick| {
            let pressed = move || matches!(ticked.get(), Some((now, _)) if now == tick);
            let (key, name, label) = (key.clone(), name.clone(), format!("{}: {name}", event::tick(tick, language)));
            let press = move |_| {
                let tick = if untrack(pressed) { Tick::Cleared } else { tick };
                book.add(LoggedAct::Tick { key: key.clone(), name: name.clone(), tick });
                if tick == Tick::Reached && only_left.get_untracked() {
                    // What was pressed goes away: on to the next.
                    request_animation_frame(|| {
                        let _ = dom::focus(".call:not([hidden], [data-tick]) .tick")
                            || dom::focus("#calls .field-check input");
                    });
                }
            };
            view! {
                <button type="button" class="tick" data-tick=word(tick) aria-pressed=move || pressed().to_string() aria-label=label on:click=press>
                    {event::tick(tick, language)}
                </button>
            }
        }
    };
    let when = move || {
        ticked.get().map(|(tick, at)| {
            format!("{} {}", event::tick(tick, language), event::time(clock::local(at), clock::today(), language))
        })
    };
    let box_of =
        move |tick: Tick| move || if matches!(ticked.get(), Some((now, _)) if now == tick) { "☒" } else { "☐" };
    let moved = after.map(|after| view! { <p class="call-moved">{event::moved_up(&after, language)}</p> });
    let reasons = reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
    view! {
        <li
            class="call"
            data-tick=move || ticked.get().map(|(tick, _)| word(tick))
            hidden=move || only_left.get() && matches!(ticked.get(), Some((Tick::Reached, _)))
        >
            <div class="call-who">
                {moved}
                <p class="call-name">{name.clone()}</p>
                <ul class="call-why" role="list">{reasons}</ul>
            </div>
            <div class="call-ways">
                {phone.map(|phone| way(phone, links::phone, "call-phone"))}
                {email.map(|email| way(email, links::email, "call-email"))}
                {silent.then(|| view! { <span class="vacant">{event::no_way(language)}</span> })}
            </div>
            <div class="ticks no-print" role="group" aria-label=name>
                {tick(Tick::Reached)}
                {tick(Tick::NotReached)}
            </div>
            <p class="call-when muted">{when}</p>
            <p class="call-paper" aria-hidden="true">
                <span>{box_of(Tick::Reached)} " " {event::reached(language)}</span>
                <span>{box_of(Tick::NotReached)} " " {event::not_reached(language)}</span>
                <span class="call-blank">{event::at_time(language)}</span>
            </p>
        </li>
    }
    .into_any()
}

const fn word(tick: Tick) -> &'static str {
    match tick {
        Tick::Reached => "reached",
        Tick::NotReached => "not-reached",
        Tick::Cleared => "",
    }
}
