//! A list inside an item: a group of inputs for each of its elements, which can be taken out, and a button for one more.

use leptos::prelude::*;

use super::asked::asked;
use super::form::Input;
use crate::browser::dom;
use crate::draft::{FieldValue, flat, object};
use crate::engine::view::ItemView;
use crate::organisation::value::Language;
use crate::text::draft;

/// The elements of a list and their inputs. An input without a field is the element itself.
#[component]
pub(super) fn Each(
    /// The field whose elements are edited.
    field: &'static str,
    /// What is asked of each element.
    inputs: &'static [Input],
    /// The item that holds the list.
    item: ItemView,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let label = draft::asked(Some(item.list), field, false, language);
    let elements = elements(&item.value(field));
    let rows = RwSignal::new((0..elements.len()).collect::<Vec<_>>());
    let next = StoredValue::new(elements.len());
    let list = item.list;
    let id = move |row: usize| format!("each-{field}-{row}");
    let named = label.clone();
    let row = move |row: usize| {
        let element = elements.get(row);
        let values = element.map(|element| flat(element)).unwrap_or_default();
        let drawn = inputs.iter().map(|input| {
            let value = match input.field {
                "" => element.map(|element| FieldValue::of(element)),
                own => values.get(own).cloned(),
            };
            let value = value.unwrap_or_default();
            asked(
                input,
                inside(field, &row.to_string(), input.field),
                list,
                &inside(field, "", input.field),
                value,
                language,
            )
        });
        let remove = move |_| {
            rows.update(|rows| rows.retain(|known| *known != row));
            dom::focus(&format!("#each-{field}-more"));
        };
        let about = draft::named(draft::remove(language), &draft::element_said(&named, row + 1));
        view! {
            <fieldset class="field field-wide field-checks" id=id(row) tabindex="-1" aria-label=draft::element_said(&named, row + 1)>
                {drawn.collect_view()}
                <button type="button" class="button button-small" aria-label=about on:click=remove>{draft::remove(language)}</button>
            </fieldset>
        }
        .into_any()
    };
    let more = move |_| {
        let row = next.get_value();
        next.set_value(row + 1);
        rows.update(|rows| rows.push(row));
        request_animation_frame(move || {
            // Where the reader has closed the dialogue meanwhile, there is nothing to go to.
            let _ = dom::focus(&format!("#{}", id(row)));
        });
    };
    let add = draft::one_more(&label, language);
    view! {
        <fieldset class="field field-wide ratings">
            <legend class="field-label">{label}</legend>
            <For each=move || rows.get() key=|row| *row children=row/>
            <button type="button" class="button button-small" id=format!("each-{field}-more") on:click=more>{add}</button>
        </fieldset>
    }
    .into_any()
}

/// The name of an input: the list, which of its elements, and the field there.
pub(super) fn inside(field: &str, row: &str, own: &str) -> String {
    [field, row, own].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

/// The elements of a list as the format has them.
pub(super) fn elements(list: &FieldValue) -> Vec<String> {
    let text = list.json().unwrap_or_default();
    object::elements(&text).unwrap_or_default().into_iter().map(str::to_owned).collect()
}

/// The element of these fields, on top of what it was; nothing where it says nothing.
pub(super) fn element(before: Option<&String>, fields: Vec<(&'static str, FieldValue)>) -> Option<String> {
    if let [("", value)] = &*fields {
        return value.json();
    }
    let mut element = before.and_then(|before| object::parse(before)).unwrap_or_default();
    for (field, value) in fields {
        object::put(&mut element, field, value.json());
    }
    (!element.is_empty()).then(|| object::write(&element))
}

/// Whether two elements say the same, however they are written.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || (object::parse(a).is_some() && flat(a) == flat(b))
}
