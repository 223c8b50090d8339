//! Letters and calendars that remind many at once of what ends, is missing or is to be done. What is marked is not in them:
//! they leave the page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{AlarmChoice, Empty, MoreRows, ReadyLetter, STEP, SelectField, letter_act};
use crate::browser::{clock, dom, files};
use crate::disclosure::Receiver;
use crate::engine::request::{AskFor, AskReminders};
use crate::engine::view::{PersonView, RemindedOf, RemindedRow, RemindersView, UnitRef};
use crate::exchange::export::calendar::Alarm;
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Label, Language};
use crate::page::session::{Session, use_answer};
use crate::text::numbers;
use crate::text::people::reminder::{self as said, ReminderRow};

/// How many days ahead one can look.
const DAYS: [u32; 4] = [0, 30, 90, 180];

/// What can be sent to many, once it is asked for.
#[component]
pub fn Reminders(
    /// What they are reminded of.
    of: RemindedOf,
) -> impl IntoView {
    let session = Session::current();
    let open = RwSignal::new(false);
    let has_people = move || session.count_of(ListName::People) > 0;
    let begin = move |_| {
        open.set(true);
        request_animation_frame(|| _ = dom::focus("#reminders-head"));
    };
    let shown = move || {
        let language = session.language();
        if open.get() {
            return view! { <Written of language/> }.into_any();
        }
        view! {
            <p class="actions">
                <button type="button" class="button" on:click=begin>{said::write_many(language)}</button>
            </p>
        }
        .into_any()
    };
    // Where there is nobody, nobody can be reminded.
    move || {
        has_people().then(|| {
            view! {
                <section class="card full no-print reminders" aria-labelledby="reminders-head">
                    <h2 id="reminders-head" tabindex="-1">{move || said::many(session.language())}</h2>
                    <p class="lead">{move || said::many_lead(session.language())}</p>
                    {shown}
                </section>
            }
        })
    }
}

/// What is chosen of the letters. A handle: its copies are the same.
#[derive(Clone, Copy)]
struct Choice {
    days: RwSignal<u32>,
    to_heads: RwSignal<bool>,
    alarm: RwSignal<Alarm>,
    /// Letters that are listed.
    count: RwSignal<u32>,
}

/// The letters, the addresses and the calendars.
#[component]
fn Written(
    /// What they are reminded of.
    of: RemindedOf,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let choice = Choice {
        // A measure is reminded of once it is late.
        days: RwSignal::new(if of == RemindedOf::Measures { DAYS[0] } else { DAYS[2] }),
        to_heads: RwSignal::new(false),
        alarm: RwSignal::new(Alarm::DaysBefore(30)),
        count: RwSignal::new(STEP),
    };
    let reply = use_answer(move || AskFor {
        receiver: Receiver::Internal,
        on: session.on(),
        made: clock::today(),
        question: AskReminders { lens: session.lens(), of, days: choice.days.get() },
    });
    let days = DAYS.map(|days| (days.to_string(), said::days_ahead(days, language)));
    let whom = [("", said::themselves(language)), ("heads", said::heads(language))];
    let whom = whom.map(|(value, name)| (value.to_owned(), name.to_owned()));
    let shown = move || {
        let (view, on) = (reply.get()?, session.on());
        let owner = untrack(|| session.summary()).map(|summary| summary.name.clone()).unwrap_or_default();
        Some(written(&view, choice, (&owner, on), language))
    };
    view! {
        <div class="fields">
            <SelectField
                label=Signal::stored(said::within(language).to_owned())
                choices=Signal::stored(days.into())
                chosen=Signal::derive(move || choice.days.get().to_string())
                choose=move |days: String| choice.days.set(days.parse().unwrap_or_default())
            />
            <SelectField
                label=Signal::stored(said::whom(language).to_owned())
                choices=Signal::stored(whom.into())
                chosen=Signal::derive(move || if choice.to_heads.get() { "heads".to_owned() } else { String::new() })
                choose=move |whom: String| choice.to_heads.set(!whom.is_empty())
            />
        </div>
        {shown}
    }
}

/// Somebody with what they are reminded of.
type Reminded<'v> = (&'v RemindedRow, Vec<ReminderRow>);

/// A letter that is written.
struct Letter {
    to: PersonView,
    text: String,
    things: usize,
}

fn written(view: &RemindersView, choice: Choice, (owner, on): (&Label, Date), language: Language) -> AnyView {
    let people: Vec<Reminded<'_>> = view.rows.iter().map(|row| (row, said::rows_of(row, on, language))).collect();
    if people.is_empty() {
        return view! { <Empty text=said::nobody(language)/> }.into_any();
    }
    let shown = saturating(people.len());
    let left_out =
        (shown < view.total).then(|| view! { <p class="muted">{said::left_out(shown, view.total, language)}</p> });
    let (letters, without) = if choice.to_heads.get() {
        to_heads(&people, (owner, on), language)
    } else {
        let letter = |(row, rows): &Reminded<'_>| Letter {
            to: row.page.person.clone(),
            text: said::letter(&row.page, rows, owner, on, language),
            things: rows.len(),
        };
        (people.iter().map(letter).collect(), Vec::new())
    };
    let without = (!without.is_empty())
        .then(|| view! { <p class="muted">{said::no_head(language)} ": " {numbers::and(&without, language)} "."</p> });
    view! {
        <p role="status">{said::counted(view.total, language)}</p>
        {left_out}
        {addresses(&letters, language)}
        {list(letters, choice, language)}
        {without}
        {calendars(&people, choice, (owner, on), language)}
    }
    .into_any()
}

/// The letters to the heads of those concerned, and the names of those over whom none is known.
fn to_heads(people: &[Reminded<'_>], (owner, on): (&Label, Date), language: Language) -> (Vec<Letter>, Vec<String>) {
    let mut heads: Vec<(PersonView, Vec<Reminded<'_>>)> = Vec::new();
    let mut without = Vec::new();
    for (row, rows) in people {
        let Some(head) = &row.head else {
            without.push(row.page.person.name.clone());
            continue;
        };
        match heads.iter_mut().find(|(known, _)| known.id == head.id) {
            Some((_, own)) => own.push((*row, rows.clone())),
            None => heads.push((head.clone(), vec![(*row, rows.clone())])),
        }
    }
    let letter = |(head, own): (PersonView, Vec<Reminded<'_>>)| Letter {
        text: said::letter_to_head(&head, &own, owner, on, language),
        things: own.iter().map(|(_, rows)| rows.len()).sum(),
        to: head,
    };
    (heads.into_iter().map(letter).collect(), without)
}

/// The addresses of all who get a letter, to be copied.
fn addresses(letters: &[Letter], language: Language) -> AnyView {
    let mut all: Vec<&str> = Vec::new();
    for address in letters.iter().filter_map(|letter| letter.to.email.as_deref()) {
        if !all.contains(&address) {
            all.push(address);
        }
    }
    let all = all.join("; ");
    if all.is_empty() {
        return ().into_any();
    }
    let copied = RwSignal::new(false);
    let text = all.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move { _ = copied.try_set(dom::copy(&text).await) });
    };
    view! {
        <label class="field field-wide">
            <span class="field-label">{said::addresses(language)}</span>
            <textarea class="field-input" readonly rows="3" spellcheck="false" prop:value=all></textarea>
        </label>
        <p class="actions">
            <button type="button" class="button" on:click=copy>{said::copy(language)}</button>
            <span role="status">{move || copied.get().then(|| said::copied(language))}</span>
        </p>
    }
    .into_any()
}

/// The letters, each to be opened in the reader's own program.
fn list(letters: Vec<Letter>, choice: Choice, language: Language) -> AnyView {
    let total = saturating(letters.len());
    let letters = StoredValue::new(letters);
    let rows = move || {
        let count = choice.count.get();
        let rows = letters.with_value(|letters| {
            letters.iter().take(count as usize).map(|letter| line(letter, language)).collect_view()
        });
        let shown = count.min(total);
        view! { <ul class="rows" role="list">{rows}</ul> <MoreRows shown total count=choice.count language/> }
    };
    view! { <h3>{said::letters(language)}</h3> {rows} }.into_any()
}

fn line(letter: &Letter, language: Language) -> AnyView {
    let address = letter.to.email.clone().unwrap_or_else(|| said::no_address(language).to_owned());
    let ready = ReadyLetter {
        to: letter.to.email.as_deref().unwrap_or_default(),
        subject: said::subject(language),
        text: &letter.text,
        stem: &letter.to.id,
        name: Some(&letter.to.name),
    };
    view! {
        <li class="reminder-line">
            <span class="finding-what">
                <strong>{letter.to.name.clone()}</strong>
                <span class="muted">{format!("{address} · {}", said::things(letter.things, language))}</span>
            </span>
            {letter_act(ready, "button button-small", language)}
            <details>
                <summary>{said::text(language)}</summary>
                <p class="reminder-letter">{letter.text.clone()}</p>
            </details>
        </li>
    }
    .into_any()
}

/// A calendar for each department with a day to come.
fn calendars(people: &[Reminded<'_>], choice: Choice, (owner, on): (&Label, Date), language: Language) -> AnyView {
    let is_one = |a: &Reminded<'_>, b: &Reminded<'_>| {
        let id = |(row, _): &Reminded<'_>| row.department.as_ref().map(|unit| unit.id.clone());
        id(a) == id(b)
    };
    let has_days = |people: &&[Reminded<'_>]| {
        people.iter().any(|(_, rows)| rows.iter().any(|row| row.on.is_some_and(|day| day >= on)))
    };
    let files = people.chunk_by(is_one).filter(has_days).map(|people| {
        let (first, _) = &people[0];
        let name = first.department.as_ref().map_or(said::no_department(language), |unit| unit.name.say(language));
        let file = first.department.as_ref().map_or("ombud", |unit: &UnitRef| &unit.id).to_owned();
        let (label, name) = (said::save_of(name, language), name.to_owned());
        let (owner, people) =
            (owner.clone(), people.iter().map(|(row, rows)| ((*row).clone(), rows.clone())).collect::<Vec<_>>());
        let save = move |_| {
            let people: Vec<Reminded<'_>> = people.iter().map(|(row, rows)| (row, rows.clone())).collect();
            let alarm = choice.alarm.get_untracked();
            files::save(
                &format!("{file}.ics"),
                "text/calendar",
                &said::days_of_many(&name, &people, (&owner, on), alarm, language),
            );
        };
        view! { <li><button type="button" class="button" on:click=save>{label}</button></li> }
    });
    let files: Vec<_> = files.collect();
    if files.is_empty() {
        return ().into_any();
    }
    view! {
        <h3>{said::calendars(language)}</h3>
        <AlarmChoice alarm=choice.alarm language/>
        <ul class="rows" role="list">{files}</ul>
    }
    .into_any()
}
