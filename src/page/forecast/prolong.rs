//! Several terms prolonged at once: ticked in the list of what falls, with one new last day, as one change.

use std::collections::BTreeMap;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

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

/// The terms that are ticked, by the lines of their posts: whose each is, and its last day. A handle: its copies are the
/// same.
#[derive(Clone, Copy)]
pub(super) struct Prolonged(RwSignal<BTreeMap<String, (String, Date)>>);

impl Prolonged {
    pub(super) fn new() -> Self {
        Self(RwSignal::default())
    }

    /// Keeps the ticks of these posts alone: the others are there no longer.
    pub(super) fn keep(self, known: &[&str]) {
        if self.0.with_untracked(|ticked| ticked.keys().any(|key| !known.contains(&&**key))) {
            self.0.update(|ticked| ticked.retain(|key, _| known.contains(&&**key)));
        }
    }

    /// The box that ticks the term of a post; nothing where it has no end. `about` says whose it is to those who do not see
    /// where it stands.
    pub(super) fn tick(self, post: &PostRow, about: &str, language: Language) -> Option<AnyView> {
        let until = post.until?;
        let (key, own) = (post.key.clone(), post.key.clone());
        let name = post.person.as_ref().map(|person| person.name.clone()).unwrap_or_default();
        let whose = [&*name, about].join(", ").trim_start_matches(", ").to_owned();
        let label = draft::named(forecast::prolong(language), &[&*name, about].join(", "));
        let change = move |event| {
            let is_ticked = event_target_checked(&event);
            self.0.update(|ticked| {
                if is_ticked {
                    ticked.insert(key.clone(), (whose.clone(), until));
                } else {
                    ticked.remove(&key);
                }
            });
        };
        Some(
            view! {
                <label class="choice edit-only">
                    <input
                        type="checkbox"
                        aria-label=label
                        prop:checked=move || self.0.with(|ticked| ticked.contains_key(&own))
                        on:change=change
                    />
                    <span>{forecast::prolong(language)}</span>
                </label>
            }
            .into_any(),
        )
    }
}

/// The new last day, and the way to carry it out.
#[component]
pub(super) fn ProlongForm(
    /// The terms that are ticked.
    prolonged: Prolonged,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let refused = RwSignal::new(None::<EditRefusal>);
    let not_longer = RwSignal::new(None::<String>);
    let count = move || prolonged.0.with(|ticked| saturating(ticked.len()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let values = dom::form_values(&event);
        let Some((_, until)) = values.into_iter().find(|(name, _)| name == "until") else { return };
        let terms: Vec<_> = prolonged.0.with_untracked(|ticked| ticked.values().cloned().collect());
        not_longer.set(parse_date(&until).and_then(|until| forecast::not_prolonged(&terms, until, language)));
        if not_longer.with_untracked(Option::is_some) {
            return;
        }
        let patch = |key: String| Patch::Set {
            list: ListName::Assignments,
            key,
            fields: vec![("until".to_owned(), FieldValue::text(&until))],
        };
        let patches: Vec<Patch> = prolonged.0.get_untracked().into_keys().map(patch).collect();
        session.edit_from(BUTTON);
        spawn_local(async move {
            match session.change(patches).await {
                Ok(()) => {
                    let _ = refused.try_set(None);
                    let _ = prolonged.0.try_set(BTreeMap::new());
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
                    <input class="field-input" type="date" name="until" required/>
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
