//! The security unit: its people, whom it supports, the documents it answers for, and how it develops methods.

use leptos::prelude::*;

use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{
    Activities, ContactCard, Doubted, Empty, Hero, NoteActivity, StateMark, UnitLink, marked, owned, person, rule_lines,
};
use super::route::Route;
use super::session::{Session, use_answer};
use super::unit::posts;
use crate::draft::FieldValue;
use crate::engine::request::AskSecurityUnit;
use crate::engine::view::{DocumentRow, SecurityUnitView, SupportRow, UnitView};
use crate::organisation::ListName;
use crate::organisation::links;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::organisation::work::ActivityKind;
use crate::text::roles::{self, security_unit as text};
use crate::text::{nobody, numbers, pages, words};

fetched!(security_unit, |_| view! { <SecurityUnit/> }.into_any());

/// The security unit.
#[component]
pub fn SecurityUnit() -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskSecurityUnit { lens: session.lens() });
    move || Some(shown(session, &*reply.get()?, session.language()))
}

fn shown(session: Session, view: &SecurityUnitView, language: Language) -> AnyView {
    let over = numbers::date(session.on(), language);
    let (verdict, after) = (text::verdict(view, language), text::after(view, language));
    let add = view.units.is_empty().then(|| {
        let kind = ("kind".to_owned(), FieldValue::text(UnitKind::SecurityUnit.word()));
        let editing = OpenForm::New { list: ListName::Units, preset: vec![kind] };
        view! {
            <p class="actions under-hero no-print">
                <EditButton label=text::new_unit(language).to_owned() editing/>
            </p>
        }
    });
    view! {
        <Hero over verdict after/>
        {add}
        <div class="grid">
            {rule_lines(&view.rules, language)}
            {view.units.iter().map(|unit| people(unit, language)).collect_view()}
            {support(session, view, language)}
            {documents(session, view, language)}
            {methods(session, view, language)}
        </div>
    }
    .into_any()
}

/// The people who work at a security unit, and how it is reached.
fn people(unit: &UnitView, language: Language) -> impl IntoView + use<> {
    let name = unit.row.unit.clone();
    view! {
        <section class="card narrow">
            <h2><UnitLink unit=name language/></h2>
            <ContactCard unit=unit.clone() language/>
            <h3>{text::people(language)}</h3>
            {posts(unit, language)}
        </section>
    }
}

/// Through whom each department and company is supported.
fn support(session: Session, view: &SecurityUnitView, language: Language) -> impl IntoView + use<> {
    let row = |row: &SupportRow| {
        let hole = row.coordinators.is_empty().then(|| {
            let said = roles::coordinators::nobody(language);
            match row.state {
                Some(_) => view! { <span class="vacant">{said}</span> }.into_any(),
                None => view! { <span class="muted">{said}</span> }.into_any(),
            }
        });
        let people = row.coordinators.iter().map(|reach| person(reach.person.clone())).collect_view();
        let standing_in = (!row.substitutes.is_empty()).then(|| {
            let people = row.substitutes.iter().map(|reach| person(reach.person.clone())).collect_view();
            view! { <span class="muted">{numbers::capital(pages::substitute(language))}</span> {people} }
        });
        let doubts =
            row.coordinators.iter().chain(&row.substitutes).filter(|reach| reach.person.is_nobody).map(|reach| {
                let (id, said) = (reach.person.id.clone(), nobody::held(&reach.person.name, language));
                view! { <Doubted id said holds=true at=row.unit.id.clone() language/> }
            });
        let doubts = doubts.collect_view();
        let mark = row.state.map(|state| view! { <StateMark state language sign_only=true/> });
        view! {
            <li class="held-by">
                {mark} <span class="held-what"><UnitLink unit=row.unit.clone() language/></span>
                <span class="held-who">{hole} {people} {standing_in}</span>
                {doubts}
            </li>
        }
    };
    let href = session.href(Route::Coordinators { from: 0 });
    let more = text::shown(view.support.len(), view.support_count, language);
    view! {
        <section class="card wide">
            <h2>{text::support(language)}</h2>
            <p class="lead">{text::support_lead(language)}</p>
            {view.support.is_empty().then(|| view! { <Empty text=text::no_support(language)/> })}
            <ul class="rows" role="list">{view.support.iter().map(row).collect_view()}</ul>
            {more.map(|more| view! { <p class="muted">{more}</p> })}
            <p class="card-more"><a href=href>{text::all_support(language)}</a></p>
        </section>
    }
}

/// Policies, guidelines and the unit's other documents, as a table.
fn documents(session: Session, view: &SecurityUnitView, language: Language) -> impl IntoView + use<> {
    let heading = |label| view! { <th scope="col">{label}</th> };
    let mut preset = Vec::new();
    let owner = session.within().or_else(|| view.units.first().map(|unit| unit.row.unit.id.clone()));
    preset.extend(owner.map(|owner| ("owner".to_owned(), FieldValue::text(&owner))));
    let lead =
        if session.within().is_some() { text::documents_of_part(language) } else { text::documents_lead(language) };
    let table = (!view.documents.is_empty()).then(|| {
        view! {
            <table class="list" aria-label=text::documents(language)>
                <thead>
                    <tr>
                        {heading(text::document(language))} {heading(text::owner(language))}
                        {heading(text::adopted(language))} {heading(text::review_by(language))}
                        {heading(text::state(language))} <td class="no-print edit-only"></td>
                    </tr>
                </thead>
                <tbody>{view.documents.iter().map(|row| document(row, language)).collect_view()}</tbody>
            </table>
        }
    });
    let more = text::shown(view.documents.len(), view.document_count, language);
    view! {
        <section class="card full">
            <h2>{text::documents(language)}</h2>
            <p class="lead">{lead}</p>
            {view.documents.is_empty().then(|| view! { <Empty text=text::no_documents(language)/> })}
            {table}
            {more.map(|more| view! { <p class="muted">{more}</p> })}
            <p class="actions no-print">
                <EditButton label=text::new_document(language).to_owned() editing=OpenForm::New { list: ListName::Documents, preset }/>
            </p>
        </section>
    }
}

fn document(row: &DocumentRow, language: Language) -> impl IntoView + use<> {
    let title = row.title.say(language).to_owned();
    let title = match row.link.as_deref().and_then(links::web) {
        Some(href) => view! { <a href=href rel="noreferrer">{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let editing = OpenForm::Item { list: ListName::Documents, key: row.id.clone() };
    view! {
        <tr>
            <th scope="row">
                {title} <span class="muted">{numbers::capital(words::document(row.kind, language))}</span>
            </th>
            <td data-label=text::owner(language)>{owned(row.owner.as_ref(), row.owner_person.as_ref(), language)}</td>
            <td data-label=text::adopted(language)>{roles::day(row.adopted, language)}</td>
            <td data-label=text::review_by(language)>{roles::day(row.review_by, language)}</td>
            <td data-label=text::state(language)>{marked(row.review.clone(), language, false)}</td>
            <td class="no-print edit-only"><EditButton label=text::edit(language).to_owned() editing/></td>
        </tr>
    }
}

/// What was done to develop methods.
fn methods(session: Session, view: &SecurityUnitView, language: Language) -> impl IntoView + use<> {
    let unit = session.within().or_else(|| view.units.first().map(|unit| unit.row.unit.id.clone()));
    let add = unit.map(|unit| {
        let label = text::new_activity(language);
        view! { <p class="actions no-print"><NoteActivity label unit kind=ActivityKind::Routine role=""/></p> }
    });
    let more = text::shown(view.methods.len(), view.method_count, language);
    view! {
        <section class="card full">
            <h2>{text::methods(language)}</h2>
            <p class="lead">{text::methods_lead(language)}</p>
            {view.methods.is_empty().then(|| view! { <Empty text=text::no_methods(language)/> })}
            <Activities rows=view.methods.clone() language/>
            {more.map(|more| view! { <p class="muted">{more}</p> })}
            {add}
        </section>
    }
}
