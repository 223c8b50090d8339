//! Why a change could not be made. Few are refused, so the words for every reason are fetched with the first that is.

use leptos::prelude::*;

use crate::draft::EditRefusal;
use crate::organisation::value::Language;
use crate::page::code::{Coming, Fetched, fetched};
use crate::page::route::Route;
use crate::text::draft;

fetched!(refusal, |_| view! { <Reason/> }.into_any());

/// What has been refused, for the code that says why.
#[derive(Clone, Copy)]
struct Refused {
    why: RwSignal<Option<EditRefusal>>,
    language: Language,
}

/// The reason, once there is one.
#[component]
pub fn Refusal(
    /// Why the change was refused; none while it is not.
    refused: RwSignal<Option<EditRefusal>>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let is_refused = Memo::new(move |_| refused.with(Option::is_some));
    let coming: fn() -> Coming = || Box::pin(code());
    move || {
        is_refused.get().then(|| {
            // In here, so that it is known to this reason alone: several forms may stand on a page.
            provide_context(Refused { why: refused, language });
            view! { <Fetched code=coming route=Route::Overview quiet=true/> }
        })
    }
}

/// Fetches the words ahead, for a page that must work without a network once it is shown.
pub async fn fetch_refusals() {
    // Where they do not come now, they are asked for again when they are needed.
    let _ = code().await;
}

/// The reason in words.
#[component]
fn Reason() -> impl IntoView {
    let Refused { why, language } = use_context().expect("it is drawn where something has been refused");
    move || {
        why.get().map(|why| {
            let lines = draft::refused(&why, language).into_iter().map(|line| view! { <p>{line}</p> });
            view! { <div class="form-problem" role="alert">{lines.collect_view()}</div> }
        })
    }
}
