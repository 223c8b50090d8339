//! What has just been done, and which finding comes next: what a page says after an act, where it was.

use leptos::prelude::*;

use super::FindingRow;
use crate::engine::lens::{FindingFilter, Window};
use crate::engine::request::AskFindings;
use crate::organisation::value::{Date, Language};
use crate::page::session::{Session, use_answer};
use crate::text::{draft, pages};

/// What the last change was; nothing where none can be undone.
pub fn recorded(session: Session, language: Language) -> Option<impl IntoView + use<>> {
    let change = untrack(|| session.draft()).undo?;
    let what = draft::change(&change, language);
    Some(view! { <p>{pages::recorded(&what, language)}</p> })
}

/// The most urgent finding of the part that is looked at.
pub fn next_finding(session: Session, on: Date, language: Language) -> AnyView {
    let first = use_answer(move || AskFindings {
        lens: session.lens(),
        filter: FindingFilter::default(),
        window: Window { from: 0, count: 1 },
    });
    let said = move || {
        let page = first.get()?;
        let row = page.rows.first()?;
        Some(view! {
            <h3>{pages::next_finding(language)}</h3>
            <ul class="rows" role="list"><FindingRow row on language/></ul>
        })
    };
    view! { <div>{said}</div> }.into_any()
}
