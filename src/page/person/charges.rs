//! What becomes of what somebody who leaves answers for: who reports to them, and what they own.

use leptos::prelude::*;

use crate::engine::view::{Charge, ChoiceOf, LeavingView};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::edit::Combobox;
use crate::text::people::leaving as said;

/// The choice of someone who is not among those named.
pub(super) const OTHER: &str = "?";

/// The choice that nobody answers for something until somebody is named.
pub(super) const NOBODY: &str = "-";

/// Things of one kind, and who takes them over.
pub(super) fn charge(
    charge: &Charge,
    view: &LeavingView,
    name: &str,
    (who, other): (RwSignal<String>, RwSignal<String>),
    language: Language,
) -> AnyView {
    let field = format!("heir-{}", charge.list.name());
    let option = |value: &str, label: String| {
        let (value, of, name) = (value.to_owned(), value.to_owned(), field.clone());
        view! {
            <label class="field-check leave-choice">
                <input type="radio" name=name value=value.clone() prop:checked=move || who.get() == of
                    on:change=move |_| who.set(value.clone())/>
                <span>{label}</span>
            </label>
        }
    };
    let named = view.named().into_iter().map(|person| option(&person.id, person.name.clone())).collect_view();
    let find = {
        let id = format!("heir-other-{}", charge.list.name());
        move || {
            let (id, label) = (id.clone(), said::someone_else(language).to_owned());
            (who.get() == OTHER).then(
                || view! { <Combobox label id of=ChoiceOf::List(ListName::People) chosen=other must=true language/> },
            )
        }
    };
    let items = charge.items.iter().map(|item| view! { <li>{said::charged(item, language)}</li> }).collect_view();
    view! {
        <fieldset class="leave-post leave-charge">
            <legend>{said::charge(charge, name, language)}</legend>
            <p class="muted">{said::handed_over(charge, view.last, language)}</p>
            <ul>{items}</ul>
            {option("", said::as_it_is(language).to_owned())}
            {option(NOBODY, said::nobody_yet(language).to_owned())}
            {named}
            {option(OTHER, said::someone_else(language).to_owned())}
            {find}
        </fieldset>
    }
    .into_any()
}
