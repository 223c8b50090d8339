//! Why a change could not be made.

use leptos::prelude::*;

use crate::draft::EditRefusal;
use crate::organisation::value::Language;
use crate::text::draft;

/// The reason, once there is one.
#[component]
pub fn Refusal(
    /// Why the change was refused; none while it is not.
    refused: RwSignal<Option<EditRefusal>>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    move || {
        refused.get().map(|why| {
            let lines = draft::refused(&why, language).into_iter().map(|line| view! { <p>{line}</p> });
            view! { <div class="form-problem" role="alert">{lines.collect_view()}</div> }
        })
    }
}
