//! Who is to hold a post: a person of the file, or one who comes with the change.

use leptos::prelude::*;

use super::asked::line;
use super::choice::Choice;
use super::form::Input;
use crate::engine::view::ChoiceOf;
use crate::engine::view::ItemView;
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::text::draft::{self, choosing};

/// A person of the file, or the name and address of one who is not in it yet.
#[component]
pub(super) fn Holder(
    /// The input of the form that asks for the holder.
    input: &'static Input,
    /// The post that somebody is to hold.
    item: ItemView,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let told = |name: &str| item.value(name).words().to_owned();
    let (name, email) = (told("person:name"), told("person:email"));
    let is_new = RwSignal::new(!name.is_empty());
    let chosen = told(input.field);
    let label = draft::asked(Some(item.list), input.field, input.must, language);
    let of_person = move |field: &str, kind, value: &str, must| {
        let label = draft::asked(Some(ListName::People), field, must, language);
        line(label, &format!("person:{field}"), kind, value.to_owned(), must)
    };
    let fields = move || {
        if !is_new.get() {
            let (label, chosen) = (label.clone(), chosen.clone());
            return view! { <Choice label field=input.field of=ChoiceOf::List(ListName::People) chosen must=input.must language/> }
                .into_any();
        }
        view! {
            {of_person("name", "text", &name, true)}
            {of_person("email", "email", &email, false)}
        }
        .into_any()
    };
    let other = move || if is_new.get() { choosing::someone_known(language) } else { draft::new_person(language) };
    view! {
        <div class="field-wide holder">
            {fields}
            <button type="button" class="text-button" on:click=move |_| is_new.update(|new| *new = !*new)>{other}</button>
        </div>
    }
    .into_any()
}
