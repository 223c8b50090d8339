//! Starting from nothing: the municipality's name and its parts make a file, and from there on the page says what
//! comes next.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::code::fetched;
use super::parts::{Hero, KeptForm};
use super::route::{NavigationSection, Route};
use super::session::{FormSlot, Session, use_title};
use crate::browser::dom;
use crate::draft::patch::PatchField;
use crate::draft::{FieldValue, Patch};
use crate::organisation::ListName;
use crate::organisation::head::HeadField;
use crate::organisation::value::Language;
use crate::text::overview::Sentence;
use crate::text::{numbers, start};

fetched!(start, |_| view! { <Start/> }.into_any());

/// The page that begins a new file.
#[component]
fn Start() -> impl IntoView {
    let session = Session::current();
    use_title(move || start::heading(session.language()).to_owned());
    let hero = move || {
        let language = session.language();
        let (verdict, after) = (Sentence::plain(start::heading(language)), start::lead(language).to_owned());
        view! { <Hero over=String::new() verdict after/> }
    };
    view! {
        {hero}
        <div class="grid">
            <section class="card half">{move || form(session, session.language())}</section>
            <section class="card half">{move || steps(session, session.language())}</section>
        </div>
    }
    .into_any()
}

/// The form that a file is made of.
fn form(session: Session, language: Language) -> AnyView {
    let kept = KeptForm::new(session, FormSlot::of("start"));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let answers = dom::form_values(&event);
        let name = said(&answers, "name").to_owned();
        kept.done();
        session.begin_file(&start::file_name(&name), wishes(&answers));
    };
    let line = |name: &'static str, label: &'static str, value: &'static str, must: bool| {
        let value = kept.value(name, value);
        view! {
            <label class="field">
                <span class="field-label">{label}</span>
                <input class="field-input" type="text" name=name value=value required=must autocomplete="off"/>
            </label>
        }
    };
    let area = |name: &'static str, label: &'static str, hint: &'static str, value: String| {
        let value = kept.value(name, &value);
        view! {
            <label class="field field-wide">
                <span class="field-label">{label}</span>
                <textarea class="field-input" name=name rows="5" placeholder=hint>{value}</textarea>
            </label>
        }
    };
    view! {
        <h2>{start::first(language)}</h2>
        <form class="start-form" node_ref=kept.element on:submit=submit on:input=move |_| kept.keep()>
            {line("name", start::name(language), "", true)}
            {line("security_unit", start::security_unit(language), start::security_unit_name(language), false)}
            {area("departments", start::departments(language), start::departments_hint(language), String::new())}
            {area("companies", start::companies(language), start::companies_hint(language), String::new())}
            {line("group", start::group(language), start::group_name(language), false)}
            {area("parties", start::parties(language), "", start::usual_parties(language).join("\n"))}
            <p class="actions">
                <button type="submit" class="button button-first">{start::make(language)}</button>
            </p>
            <p class="muted">{start::kept(language)}</p>
        </form>
    }
    .into_any()
}

/// What comes after, and how far the open file has come.
fn steps(session: Session, language: Language) -> AnyView {
    let count = |list: ListName| {
        let summary = session.summary();
        let found =
            summary.and_then(|summary| summary.lists.iter().find(|each| each.list == list).map(|each| each.used));
        // What the example has is nothing of one's own.
        let is_own = session.summary().is_some() && !session.has_example();
        is_own.then(|| numbers::integer(found.unwrap_or(0).into(), language))
    };
    let step = |text: &'static str, route: Route, link: &'static str, count: Option<String>| {
        view! {
            <li>
                <p>{text} {count.map(|count| view! { " " <span class="muted">{count}</span> })}</p>
                {(!session.has_example()).then(|| view! { <p><a href=session.href(route)>{link}</a></p> })}
            </li>
        }
    };
    view! {
        <h2>{start::next(language)}</h2>
        <ol class="steps">
            {step(start::workplaces(language), Route::Import, start::to_import(language), count(ListName::Units).map(|count| start::has_units(&count, language)))}
            {step(start::people(language), Route::Import, start::to_import(language), count(ListName::People).map(|count| start::has_people(&count, language)))}
            {step(start::appoint(language), NavigationSection::Coverage.route(), start::to_coverage(language), None)}
            {step(start::risks(language), NavigationSection::Risks.route(), start::to_risks(language), None)}
            {step(start::save(language), NavigationSection::Data.route(), start::to_data(language), None)}
        </ol>
    }
    .into_any()
}

fn said<'a>(answers: &'a [(String, String)], name: &str) -> &'a str {
    answers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
}

/// The wishes that make the file: the municipality first, for the others belong to it.
fn wishes(answers: &[(String, String)]) -> Vec<Patch> {
    const MUNICIPALITY: u32 = 1;
    let name = said(answers, "name");
    let mut wishes = vec![
        Patch::Head(HeadField::Name, FieldValue::text(name)),
        unit(name, "municipality", None),
        Patch::Head(HeadField::Packs, FieldValue::Texts(vec!["tyreso-2016".into()])),
    ];
    let mut add = |names: &str, kind: &str, parent: Option<u32>| {
        let names = names.lines().map(str::trim).filter(|name| !name.is_empty());
        wishes.extend(names.map(|name| unit(name, kind, parent)));
    };
    add(said(answers, "security_unit"), "security_unit", Some(MUNICIPALITY));
    add(said(answers, "departments"), "department", Some(MUNICIPALITY));
    add(said(answers, "companies"), "company", Some(MUNICIPALITY));
    add(said(answers, "group"), "group", Some(MUNICIPALITY));
    add(said(answers, "parties"), "party", None);
    wishes
}

/// The wish for a unit under the one that another wish makes.
fn unit(name: &str, kind: &str, parent: Option<u32>) -> Patch {
    let mut fields: Vec<PatchField> =
        vec![("name".into(), FieldValue::text(name)), ("kind".into(), FieldValue::text(kind))];
    fields.extend(parent.map(|parent| ("parent".into(), FieldValue::IdOf(parent))));
    Patch::Add { list: ListName::Units, fields }
}
