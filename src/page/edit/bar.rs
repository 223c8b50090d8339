//! The bar of the draft: how much differs from the file, and the way back and forth.

use leptos::prelude::*;

use crate::browser::dom;
use crate::engine::view::ChangeView;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::draft;

/// The bar, once something has been changed.
#[component]
pub(in crate::page) fn DraftBar() -> impl IntoView {
    let session = Session::current();
    // Ctrl+Z and Ctrl+Y, or Ctrl+Shift+Z, as everywhere.
    dom::on_shortcut(move |key, shift| match (key, shift) {
        ("z", false) => {
            session.undo();
            true
        }
        ("y", false) | ("Z" | "z", true) => {
            session.redo();
            true
        }
        _ => false,
    });
    let bar = move || {
        let (view, language) = (session.draft(), session.language());
        if view.unsaved == 0 && view.undo.is_none() && view.redo.is_none() {
            return None;
        }
        let step = |change: Option<ChangeView>, label: &'static str, go: fn(Session)| {
            let what = change.as_ref().map(|change| draft::change(change, language));
            let title = what.map_or_else(|| label.to_owned(), |what| format!("{label}: {what}"));
            view! {
                <button type="button" class="chip" disabled=change.is_none() title=title.clone() aria-label=title on:click=move |_| go(session)>
                    {label}
                </button>
            }
        };
        let unsaved = (view.unsaved > 0).then(|| {
            let href = session.href(Route::Data { from: 0 });
            view! {
                <a href=href>{draft::show(language)}</a>
                <button type="button" class="button button-first button-small" on:click=move |_| session.save()>
                    {draft::save(language)}
                </button>
            }
        });
        Some(view! {
            <section class="draft-bar" aria-label=draft::bar(language)>
                <div class="wrap">
                    <p class="draft-said" role="status">{draft::unsaved(&view, language)}</p>
                    {step(view.undo, draft::undo(language), Session::undo)}
                    {step(view.redo, draft::redo(language), Session::redo)}
                    {unsaved}
                </div>
            </section>
        })
    };
    view! { {bar} }
}
