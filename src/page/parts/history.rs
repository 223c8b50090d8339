//! What the savings of the file did to an item: folded, and asked for once it is opened.

use leptos::prelude::*;

use crate::browser::dom;
use crate::engine::request::AskOwnHistory;
use crate::organisation::ListName;
use crate::page::session::{Session, use_answer};
use crate::text::trail as said;

/// The history of an item, where the file has a trail.
#[component]
pub fn OwnHistory(
    /// The list of the item.
    list: ListName,
    /// The id of the item.
    id: String,
    /// Whether it stands within what shows the item, and is no card of its own.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let session = Session::current();
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| open.set(dom::is_open(&event));
    let has_trail = Memo::new(move |_| {
        let used = |summary: &crate::engine::view::Summary| {
            summary.lists.iter().any(|count| count.list == ListName::History && count.used > 0)
        };
        session.summary().is_some_and(|summary| used(&summary))
    });
    move || {
        has_trail.get().then(|| {
            let id = id.clone();
            view! {
                <details class="own-history no-print" class:card=!within on:toggle=toggled>
                    <summary>{move || said::history(session.language())}</summary>
                    {move || open.get().then(|| view! { <OwnRows list id=id.clone()/> })}
                </details>
            }
        })
    }
}

/// What it says.
#[component]
fn OwnRows(
    /// The list of the item.
    list: ListName,
    /// The id of the item.
    id: String,
) -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskOwnHistory { list, id: id.clone() });
    move || {
        let (view, language) = (reply.get()?, session.language());
        let more = said::more(&view, language).map(|more| view! { <p class="muted">{more}</p> });
        let rows = view.rows.iter().map(|row| {
            view! {
                <li>
                    <span class="muted">{said::when_and_who(row, language)}</span>
                    " "
                    {said::what(row, list, language)}
                </li>
            }
        });
        let none = view.rows.is_empty().then(|| view! { <p class="muted">{said::none(language)}</p> });
        Some(view! { {none} <ul class="rows" role="list">{rows.collect_view()}</ul> {more} })
    }
}
