//! Whom to call, in order: big enough to be used on a phone with one thumb, and calm.

use leptos::prelude::*;

use super::book::LogBook;
use crate::browser::{clock, dom};
use crate::engine::view::{CallView, EventView};
use crate::event::{CallStep, LoggedAct, Tick};
use crate::organisation::links;
use crate::organisation::number::saturating;
use crate::organisation::seek::Sought;
use crate::organisation::value::Language;
use crate::page::parts::Empty;
use crate::page::session::Session;
use crate::text::event;

/// Lists of so many rows are shown whole; in longer ones the workplaces of a department are folded.
const SHOWN_WHOLE: usize = 40;

/// Someone to call, in the reader's words. What is shown of them is made anew when any of it changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CallLine {
    key: String,
    name: String,
    phone: Option<String>,
    email: Option<String>,
    reasons: Vec<String>,
    /// Doubt of a name that says that nobody is meant.
    doubt: Option<&'static str>,
    /// Who was not reached so that it is their turn.
    after: Option<String>,
    /// Whether the one to call stands folded under the department, as called about a workplace.
    workplace: bool,
}

/// A part of the list: a step, or one of the departments with its workplaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CallSection {
    /// The step; that of the departments where there is a department.
    step: CallStep,
    /// Id and name of the department.
    department: Option<(String, String)>,
}

/// The parts of the list with their rows, in order.
type CallLines = Vec<(CallSection, Vec<CallLine>)>;

/// The list of those to call, in its parts.
#[allow(clippy::too_many_lines, reason = "the parts of the list share what narrows them")]
#[component]
pub(super) fn Calls(
    /// The event as the engine answered it.
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
    let find = RwSignal::new(String::new());
    let sought = Memo::new(move |_| Sought::new(&find.get()));
    // Whose turn it is: the first that no one has tried to reach.
    let next = Memo::new(move |_| {
        rows.with(|rows| {
            let mut all = rows.iter().flat_map(|(_, rows)| rows);
            all.find(|row| book.ticked(&row.key).is_none_or(|(tick, _)| tick == Tick::Cleared))
                .map(|row| row.key.clone())
        })
    });
    let narrowing = Narrowing { only_left, sought, next };
    let reached = move |row: &CallLine| matches!(book.ticked(&row.key), Some((Tick::Reached, _)));
    let is_shown = move |row: &CallLine| (!only_left.get() || !reached(row)) && narrowing.fits(row);
    let counts = Memo::new(move |_| {
        let left_out = view.with(|view| view.as_ref().map_or(0, |view| view.left_out));
        rows.with(|rows| {
            let all = rows.iter().flat_map(|(_, rows)| rows);
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
                    <input
                        type="search"
                        class="field-input event-find no-print"
                        autocomplete="off"
                        aria-label=event::find(language)
                        placeholder=event::find(language)
                        prop:value=find
                        on:input:target=move |change| find.set(change.target().value())
                    />
                    <button type="button" class="button button-small" on:click=|_| dom::show("#log textarea")>
                        {event::to_log(language)}
                    </button>
                </div>
            }
        })
    };
    let nobody_fits =
        move || sought.with(Option::is_some) && rows.with(|rows| !rows.iter().flat_map(|(_, rows)| rows).any(is_shown));
    let said = move || {
        let ((reached, total), language) = (counts.get(), session.language());
        match (total, reached == total) {
            (0, _) => Some(view! { <Empty text=event::no_calls(language)/> }),
            (_, true) if only_left.get() => Some(view! { <Empty text=event::all_reached(language)/> }),
            _ if nobody_fits() => Some(view! { <Empty text=event::nobody_found(language)/> }),
            _ => None,
        }
    };
    let left_out = move || {
        let number = view.with(|view| view.as_ref().map_or(0, |view| view.left_out));
        (number > 0).then(|| {
            let language = session.language();
            view! {
                <p class="event-more">
                    <span class="muted">{event::left_out(number, language)}</span>
                    <button type="button" class="button" on:click=move |_| more()>{event::more(language)}</button>
                </p>
            }
        })
    };
    let whole =
        Memo::new(move |_| rows.with(|rows| rows.iter().map(|(_, rows)| rows.len()).sum::<usize>() <= SHOWN_WHOLE));
    let sections = move || rows.with(|rows| rows.iter().map(|(section, _)| section.clone()).collect::<Vec<_>>());
    let section = move |section: CallSection| {
        let (own, step) = (section.clone(), section.step);
        let lines = Memo::new(move |_| {
            rows.with(|rows| {
                rows.iter().find(|(section, _)| *section == own).map(|(_, rows)| rows.clone()).unwrap_or_default()
            })
        });
        let some = move || lines.with(|rows| rows.iter().any(is_shown));
        let name = section.department.map(|(_, name)| name);
        let is_department = name.is_some();
        let heading = move || name.clone().unwrap_or_else(|| event::step(step, session.language()).to_owned());
        let tally = move || {
            lines.with(|rows| {
                let done = saturating(rows.iter().filter(|row| reached(row)).count());
                let without = saturating(rows.iter().filter(|row| row.phone.is_none()).count());
                event::of_department(done, saturating(rows.len()), without, session.language())
            })
        };
        let of = move |workplace: bool| {
            move || lines.get().into_iter().filter(|row| row.workplace == workplace).collect::<Vec<_>>()
        };
        let folded = Memo::new(move |_| saturating(of(true)().len()));
        let open = move || whole.get() || only_left.get() || sought.with(Option::is_some);
        let workplaces = move || {
            (folded.get() > 0).then(|| {
                view! {
                    <details class="call-workplaces" open=open>
                        <summary>{move || event::at_workplaces(folded.get(), session.language())}</summary>
                        <ol class="calls" role="list">
                            <For each=of(true) key=CallLine::clone let:row>
                                <Entry row book narrowing/>
                            </For>
                        </ol>
                    </details>
                }
            })
        };
        view! {
            <div class="call-section" hidden=move || !some()>
                <h3 class="group">{heading} " " {is_department.then(|| view! { <span class="muted">{tally}</span> })}</h3>
                <ol class="calls" role="list">
                    <For each=of(false) key=CallLine::clone let:row>
                        <Entry row book narrowing/>
                    </For>
                </ol>
                {workplaces}
            </div>
        }
    };
    view! {
        <section class="card" id="calls">
            <h2>{move || event::calls(session.language())}</h2>
            <p class="lead no-print">{move || event::calls_lead(session.language())}</p>
            {progress}
            {said}
            <div class="call-steps">
                <For each=sections key=CallSection::clone let:one>
                    {section(one)}
                </For>
            </div>
            {left_out}
        </section>
    }
}

/// What narrows the list.
#[derive(Clone, Copy)]
struct Narrowing {
    /// Whether those reached are hidden.
    only_left: RwSignal<bool>,
    /// What the reader seeks in the list.
    sought: Memo<Option<Sought>>,
    /// Who is next to be called.
    next: Memo<Option<String>>,
}

impl Narrowing {
    /// Whether a row is among what is sought.
    fn fits(self, row: &CallLine) -> bool {
        self.sought.with(|sought| {
            let others = row.reasons.iter().chain(&row.phone).map(String::as_str);
            sought.as_ref().is_none_or(|sought| sought.fit([&*row.name], others).is_some())
        })
    }
}

/// The calls whose turn it is, by part: whoever moves up stands in the part of the one who was not reached.
fn rows(view: &EventView, book: LogBook, language: Language) -> CallLines {
    let mut rows = CallLines::default();
    let mut parts: Vec<Option<(CallSection, bool)>> = vec![None; view.calls.len()];
    for turn in view.turns(|key| matches!(book.ticked(key), Some((Tick::NotReached, _)))) {
        let Some(call) = view.calls.get(turn.call) else { continue };
        let after = turn.after.and_then(|after| view.calls.get(after));
        let part = turn.after.and_then(|after| parts.get(after)?.clone()).unwrap_or_else(|| section_of(call, language));
        parts[turn.call] = Some(part.clone());
        let (section, workplace) = part;
        let line = row(call, after, workplace, language);
        match rows.iter_mut().find(|(known, _)| *known == section) {
            Some((_, lines)) => lines.push(line),
            None => rows.push((section, vec![line])),
        }
    }
    rows
}

/// The part of the list that someone stands in, and whether folded there.
fn section_of(call: &CallView, language: Language) -> (CallSection, bool) {
    let department = call.department.as_ref().map(|unit| (unit.id.clone(), unit.name.say(language).to_owned()));
    match (call.step, department) {
        (step @ (CallStep::Departments | CallStep::Workplaces), Some(department)) => {
            let section = CallSection { step: CallStep::Departments, department: Some(department) };
            (section, step == CallStep::Workplaces)
        }
        (step, _) => (CallSection { step, department: None }, false),
    }
}

fn row(call: &CallView, after: Option<&CallView>, workplace: bool, language: Language) -> CallLine {
    CallLine {
        key: call.key.clone(),
        name: call.name.say(language).to_owned(),
        phone: call.phone.clone(),
        email: call.email.clone(),
        reasons: event::reasons(call, language),
        doubt: event::doubt(call, language),
        after: after.map(|after| after.name.say(language).to_owned()),
        workplace,
    }
}

/// One to call: who, why, how, and the two ticks.
#[component]
fn Entry(
    /// The one to call, with their reasons.
    row: CallLine,
    /// The log of the event, to write in.
    book: LogBook,
    /// What narrows the list.
    narrowing: Narrowing,
) -> impl IntoView {
    let session = Session::current();
    let language = untrack(|| session.language());
    let only_left = narrowing.only_left;
    let kept = row.clone();
    let is_sought = Memo::new(move |_| narrowing.fits(&kept));
    let CallLine { key, name, phone, email, reasons, doubt, after, .. } = row;
    let own = key.clone();
    let is_next = Memo::new(move |_| narrowing.next.with(|next| next.as_ref() == Some(&own)));
    let kept = key.clone();
    let ticked = Memo::new(move |_| book.ticked(&kept));
    let silent = phone.is_none() && email.is_none();
    let without = phone.is_none() && !silent;
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
                        let _ = dom::focus(".call:not([hidden], [data-tick], details:not([open]) *) .tick")
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
            data-next=move || is_next.get().then_some("true")
            data-tick=move || ticked.get().map(|(tick, _)| word(tick))
            hidden=move || !is_sought.get() || only_left.get() && matches!(ticked.get(), Some((Tick::Reached, _)))
        >
            <div class="call-who">
                {moved}
                <p class="call-name">{name.clone()}</p>
                {doubt.map(|said| view! { <p class="vacant">{said}</p> })}
                <ul class="call-why" role="list">{reasons}</ul>
            </div>
            <div class="call-ways">
                {phone.map(|phone| way(phone, links::phone, "call-phone"))}
                {email.map(|email| way(email, links::email, "call-email"))}
                {silent.then(|| view! { <span class="vacant">{event::no_way(language)}</span> })}
                {without.then(|| view! { <span class="vacant">{event::no_number(language)}</span> })}
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
