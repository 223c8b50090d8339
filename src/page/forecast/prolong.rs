//! Several terms prolonged at once: ticked in the list of what falls, with one new last day, as one change.

use std::collections::BTreeSet;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use crate::browser::dom;
use crate::draft::{EditRefusal, FieldValue, Patch};
use crate::engine::view::PostRow;
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language, parse_date};
use crate::page::parts::Refusal;
use crate::page::session::Session;
use crate::text::{draft, forecast};

/// Id of the button, where the focus belongs after the change.
const BUTTON: &str = "prolong";

/// What is ticked and chosen in the list, kept until it is carried out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ProlongEntry {
    /// The lines of the posts whose terms are ticked.
    pub(super) ticked: BTreeSet<String>,
    /// The new last day as the field has it; empty where none is chosen.
    pub(super) until: String,
    /// The days and rows that the list showed: what is ticked is among them.
    pub(super) shown: (u32, u32),
}

/// The terms that are ticked, by the lines of their posts, and their new last day. A handle: its copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Prolonged {
    ticked: RwSignal<BTreeSet<String>>,
    until: RwSignal<String>,
}

/// A term that can be prolonged: the line of its post, whose it is, and its last day.
#[derive(Clone)]
pub(super) struct Term {
    pub(super) key: String,
    pub(super) whose: String,
    pub(super) until: Date,
}

impl Term {
    /// The term of a post, if it has an end. `about` says what is held.
    pub(super) fn of(post: &PostRow, about: &str) -> Option<Self> {
        let name = post.person.as_ref().map(|person| &*person.name).unwrap_or_default();
        let whose = [name, about].join(", ").trim_start_matches(", ").to_owned();
        Some(Self { key: post.key.clone(), whose, until: post.until? })
    }
}

impl Prolonged {
    /// Begins as the list was left.
    pub(super) fn new(left: ProlongEntry) -> Self {
        Self { ticked: RwSignal::new(left.ticked), until: RwSignal::new(left.until) }
    }

    /// What is to be kept, of a list that shows so many days and rows; nothing where nothing is ticked or chosen.
    pub(super) fn entry(self, shown: (u32, u32)) -> ProlongEntry {
        let (ticked, until) = (self.ticked.get(), self.until.get());
        if ticked.is_empty() && until.is_empty() {
            return ProlongEntry::default();
        }
        ProlongEntry { ticked, until, shown }
    }

    /// Keeps the ticks of these posts alone: the others are there no longer.
    pub(super) fn keep(self, known: &[&str]) {
        if self.ticked.with_untracked(|ticked| ticked.iter().any(|key| !known.contains(&&**key))) {
            self.ticked.update(|ticked| ticked.retain(|key| known.contains(&&**key)));
        }
    }

    /// The box that ticks a term.
    pub(super) fn tick(self, term: Term, language: Language) -> AnyView {
        let (key, own) = (term.key.clone(), term.key);
        let label = draft::named(forecast::prolong(language), &term.whose);
        let change = move |event| {
            let is_ticked = event_target_checked(&event);
            self.ticked.update(|ticked| {
                if is_ticked {
                    ticked.insert(key.clone());
                } else {
                    ticked.remove(&key);
                }
            });
        };
        view! {
            <label class="choice edit-only">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || self.ticked.with(|ticked| ticked.contains(&own))
                    on:change=change
                />
                <span>{forecast::prolong(language)}</span>
            </label>
        }
        .into_any()
    }
}

/// The new last day, and the way to carry it out.
#[component]
pub(super) fn ProlongForm(
    /// The terms that are ticked.
    prolonged: Prolonged,
    /// All that can be.
    terms: Vec<Term>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let refused = RwSignal::new(None::<EditRefusal>);
    let not_longer = RwSignal::new(None::<String>);
    let Prolonged { ticked, until } = prolonged;
    let count = move || ticked.with(|ticked| saturating(ticked.len()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (ticked_now, day) = (ticked.get_untracked(), until.get_untracked());
        let chosen = terms.iter().filter(|term| ticked_now.contains(&term.key));
        let lasting: Vec<_> = chosen.map(|term| (term.whose.clone(), term.until)).collect();
        not_longer.set(parse_date(&day).and_then(|day| forecast::not_prolonged(&lasting, day, language)));
        if not_longer.with_untracked(Option::is_some) {
            return;
        }
        let patch = |key: String| Patch::Set {
            list: ListName::Assignments,
            key,
            fields: vec![("until".to_owned(), FieldValue::text(&day))],
        };
        let patches: Vec<Patch> = ticked_now.into_iter().map(patch).collect();
        session.edit_from(BUTTON);
        spawn_local(async move {
            match session.change(patches).await {
                Ok(()) => {
                    let _ = refused.try_set(None);
                    let _ = ticked.try_set(BTreeSet::new());
                    let _ = until.try_set(String::new());
                }
                Err(why) => drop(refused.try_set(Some(why))),
            }
        });
    };
    session.may_change().then(|| {
        view! {
            <form class="prolong no-print edit-only" on:submit=submit>
                <p class="muted">{forecast::prolong_lead(language)}</p>
                <label class="field">
                    <span class="field-label">{forecast::prolong_until(language)}</span>
                    <input
                        class="field-input"
                        type="date"
                        name="until"
                        required
                        prop:value=until
                        on:input=move |event| until.set(dom::value_of(&event))
                        on:change=move |event| until.set(dom::value_of(&event))
                    />
                </label>
                {move || not_longer.get().map(|why| view! { <p class="form-problem" role="alert">{why}</p> })}
                <Refusal refused language/>
                <p class="actions">
                    <button type="submit" id=BUTTON class="button button-first" disabled=move || count() == 0>
                        {move || forecast::prolong_them(count(), language)}
                    </button>
                </p>
            </form>
        }
    })
}
