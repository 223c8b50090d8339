//! How to reach a unit or a person. Only a plain address or number becomes a link.

use leptos::prelude::*;

use super::Fact;
use crate::engine::view::{ContactView, PersonView, UnitView};
use crate::organisation::links;
use crate::organisation::value::{Label, Language};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{numbers, pages, words};

/// The contact card of a unit.
#[component]
pub fn ContactCard(
    /// The unit whose card it is.
    unit: UnitView,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let plain = |label, text: Option<String>| text.map(|text| view! { <Fact label>{text}</Fact> });
    let employees = unit.employees.map(|number| numbers::integer(number.into(), language));
    let tags = (!unit.tags.is_empty())
        .then(|| unit.tags.iter().map(|tag| words::tag(tag, language)).collect::<Vec<_>>().join(", "));
    let place =
        ContactView { unit: unit.row.unit, address: unit.address, email: unit.email, phone: unit.phone, web: unit.web };
    let silent = is_silent(&place).then(|| view! { <p class="empty">{pages::no_contact(language)}</p> });
    view! {
        {silent}
        <dl class="facts">
            {ways(place, language)} {plain(pages::area(language), unit.area)}
            {plain(pages::employees(language), employees)} {plain(pages::tags(language), tags)}
        </dl>
    }
}

/// Whether the file says no way to reach a unit but to go there.
const fn is_silent(place: &ContactView) -> bool {
    place.email.is_none() && place.phone.is_none() && place.web.is_none()
}

/// The ways to reach a unit, for a list of facts.
pub fn ways(place: ContactView, language: Language) -> impl IntoView {
    let way = |label, text: Option<String>, href: fn(&str) -> Option<String>| {
        text.map(|text| view! { <Fact label>{followed(text, href)}</Fact> })
    };
    view! {
        {way(pages::phone(language), place.phone, links::phone)} {way(pages::email(language), place.email, links::email)}
        {way(pages::web(language), place.web, links::web)} {way(pages::address(language), place.address, |_| None)}
    }
}

/// A person's name, and how to reach them at work.
pub fn person(person: PersonView) -> impl IntoView {
    view! {
        <span class="person">
            <span class="person-name">{person_link(person.id, person.name)}</span>
            {person.phone.map(|phone| view! { <span>{followed(phone, links::phone)}</span> })}
            {person.email.map(|email| view! { <span>{followed(email, links::email)}</span> })}
        </span>
    }
}

/// A person's name, leading to their page. In a page of others there is nowhere to go.
pub fn person_link(id: String, name: String) -> AnyView {
    let session = Session::current();
    if id.is_empty() || session.is_embedded() {
        return name.into_any();
    }
    let href = session.link(Route::Person { id });
    view! { <a href=href>{name}</a> }.into_any()
}

/// Who answers for something, leading to their page where it is a person.
pub fn owned(owner: Option<&Label>, person: Option<&String>, language: Language) -> AnyView {
    let name = pages::or_not_stated(owner, language);
    match person {
        Some(id) => person_link(id.clone(), name),
        None => name.into_any(),
    }
}

/// The ways to reach a person at work, their number first; nothing where the file has none.
pub fn reached(person: &PersonView) -> impl IntoView + use<> {
    view! {
        {person.phone.clone().map(|phone| view! { <span class="way">{called(phone)}</span> })}
        {person.email.clone().map(|email| view! { " " <span class="way">{written(email)}</span> })}
    }
}

/// A telephone number, as a link where it can be called.
pub fn called(phone: String) -> AnyView {
    followed(phone, links::phone)
}

/// An e-mail address, as a link where it can be written to.
pub fn written(email: String) -> AnyView {
    followed(email, links::email)
}

/// A text of the file, as a link where it may be one.
fn followed(text: String, href: fn(&str) -> Option<String>) -> AnyView {
    match href(&text) {
        Some(href) => view! { <a href=href rel="noreferrer">{text}</a> }.into_any(),
        None => text.into_any(),
    }
}
