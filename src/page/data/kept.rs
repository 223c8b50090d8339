//! What is kept in this browser: opened, saved as a file, deleted.

use leptos::prelude::*;

use crate::draft::autosave::stored::{Condition, FoundDraft};
use crate::organisation::value::{Language, visible};
use crate::page::notices::moment;
use crate::page::session::Session;
use crate::text::{data, keep};

/// The drafts that are kept, but for the work at hand. Nothing where there are none.
#[component]
pub(super) fn Kept() -> impl IntoView {
    let session = Session::current();
    move || {
        let (shelf, language) = (session.shelf(), session.language());
        (!shelf.is_empty()).then(|| {
            let rows = shelf.into_iter().map(|found| view! { <Draft found language /> }).collect_view();
            view! {
                <section class="card no-print">
                    <h2>{keep::kept(language)}</h2>
                    <p class="lead">{keep::kept_lead(language)}</p>
                    <ul class="kept" role="list">
                        {rows}
                    </ul>
                </section>
            }
        })
    }
}

/// One draft that is kept, with its buttons.
#[component]
fn Draft(
    /// The draft that is kept in the browser.
    found: FoundDraft,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let asks = RwSignal::new(false);
    let is_whole = found.condition == Condition::Whole;
    let is_held = session.is_held(&found);
    let name = visible(data::file_name(&found.kept.name));
    let what = keep::condition(found.condition, language).map_or_else(
        || keep::kept_what(found.kept.unsaved, &moment(found.kept.when, session, language), language),
        str::to_owned,
    );
    let of = visible(&keep::kept_of(&found.kept.municipality, &found.kept.address, language));
    let (open, save, delete) = (found.clone(), found.clone(), found);
    let question = keep::delete_what(&name, language);
    let label = move |verb: &'static str| format!("{verb}: {name}");
    let (open_label, save_label, delete_label) = (
        label(keep::open(language)),
        label(if is_whole { keep::save_kept(language) } else { keep::save_raw(language) }),
        label(keep::delete(language)),
    );
    let delete = move || {
        let (found, question) = (delete.clone(), question.clone());
        if asks.get() {
            view! {
                <p role="alert" class="kept-sure">
                    {question} " " {keep::delete_sure(language)}
                </p>
                <button type="button" class="button" on:click=move |_| session.delete_kept(found.clone())>
                    {keep::delete_yes(language)}
                </button>
                <button type="button" class="button" on:click=move |_| asks.set(false)>
                    {keep::delete_no(language)}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button type="button" class="button" aria-label=delete_label.clone() on:click=move |_| asks.set(true)>
                    {keep::delete(language)}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <li class="kept-draft">
            <p class="kept-what">
                <strong>{visible(data::file_name(&open.kept.name))}</strong>
                {(!of.is_empty()).then(|| view! { <span class="muted">{of}</span> })}
                <span class="muted">{what}</span>
                {is_held.then(|| view! { <span class="muted">{keep::held(language)}</span> })}
            </p>
            <div class="actions">
                {(is_whole && !is_held)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button button-first"
                                aria-label=open_label
                                on:click=move |_| session.open_kept(open.clone())
                            >
                                {keep::open(language)}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button"
                    aria-label=save_label
                    on:click=move |_| session.save_kept(save.clone())
                >
                    {if is_whole { keep::save_kept(language) } else { keep::save_raw(language) }}
                </button>
                {(!is_held).then_some(delete)}
            </div>
        </li>
    }
}
