//! Asks once, at the first saving, what the reader calls themselves in the history of the file.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use crate::browser::dom;
use crate::page::session::Session;
use crate::text::trail as said;

/// The dialogue, while a saving waits for the name.
#[component]
pub(in crate::page) fn SignDialog() -> impl IntoView {
    let session = Session::current();
    move || session.is_signing().then(|| view! { <Sign/> })
}

#[component]
fn Sign() -> impl IntoView {
    let session = Session::current();
    let element = NodeRef::<html::Dialog>::new();
    element.on_load(|dialog| dom::show_modal(&dialog));
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let by = dom::form_values(&event).into_iter().find(|(name, _)| name == "by").map(|(_, value)| value);
        session.sign(by.unwrap_or_default().trim());
    };
    view! {
        <dialog class="dialog" node_ref=element aria-labelledby="sign-heading" on:close=move |_| session.leave_unsigned()>
            <h2 id="sign-heading">{move || said::who_are_you(session.language())}</h2>
            <form class="form" on:submit=save>
                <div class="form-fields">
                    <div class="field field-wide">
                        <p>{move || said::why_asked(session.language())}</p>
                        <label class="field">
                            <span class="field-label">{move || said::your_name(session.language())}</span>
                            <input type="text" class="field-input" name="by" autocomplete="name" autofocus/>
                        </label>
                        <p class="muted">{move || said::may_be_empty(session.language())}</p>
                    </div>
                </div>
                <div class="form-buttons">
                    <button type="submit" class="button button-first">{move || said::save(session.language())}</button>
                    <button type="button" class="button" on:click=move |_| session.leave_unsigned()>
                        {move || crate::text::draft::cancel(session.language())}
                    </button>
                </div>
            </form>
        </dialog>
    }
    .into_any()
}
