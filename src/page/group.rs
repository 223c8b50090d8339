//! The risk management group: who sits in it and whose seat is empty, its meetings, its work, and what is raised to it.

mod plan;
mod questions;
mod seats;
mod work;

use leptos::prelude::*;

use self::questions::questions;
use self::seats::seats;
use self::work::{meetings, work};
use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::Hero;
use super::session::{Session, use_answer};
use crate::draft::FieldValue;
use crate::engine::request::AskGroup;
use crate::engine::view::GroupView;
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language};
use crate::text::draft;
use crate::text::group as said;
use crate::text::numbers;
use crate::text::overview::Sentence;

fetched!(group, |_| view! { <Group/> }.into_any());

/// The groups, usually one, and the questions.
#[component]
fn Group() -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskGroup { lens: session.lens() });
    move || {
        let page = reply.get()?;
        let (on, language) = (session.on(), session.language());
        if page.groups.is_empty() {
            return Some(nothing(language));
        }
        let narrowed = session.within().is_some();
        let groups = page.groups.iter().enumerate();
        let groups = groups.map(|(at, group)| shown(group, at == 0, narrowed, on, language)).collect_view();
        Some(view! { {groups} <div class="grid">{questions(&page, on, language)}</div> }.into_any())
    }
}

/// Where the file has no group.
fn nothing(language: Language) -> AnyView {
    let preset = vec![("kind".to_owned(), FieldValue::text("group"))];
    view! {
        <Hero verdict=Sentence::plain(said::no_group(language)) after=said::no_group_what(language)/>
        <p class="actions no-print">
            <EditButton label=said::add_group(language).to_owned() editing=OpenForm::New { list: ListName::Units, preset } mends=true/>
        </p>
    }
    .into_any()
}

/// One group. The first of them has the page's heading.
fn shown(group: &GroupView, is_first: bool, narrowed: bool, on: Date, language: Language) -> impl IntoView + use<> {
    // Its work is told where the group itself is in the part looked at.
    let elsewhere = narrowed && group.work.is_empty();
    let (verdict, after) = (said::verdict(group, elsewhere, language), said::after(group, on, language));
    let hero = if is_first {
        view! { <Hero over=numbers::date(on, language) verdict after/> }.into_any()
    } else {
        view! { <h2 class="another-group">{verdict.before} <em>{verdict.stress}</em> {verdict.after}</h2> }.into_any()
    };
    view! {
        {hero}
        <div class="grid">
            {seats(group, elsewhere, language)} {meetings(group, on, language)}
            {(!group.work.is_empty()).then(|| work(group, on, language))}
        </div>
    }
}

/// A button that adds to a list what is known of it already.
fn add(list: ListName, label: &str, about: &str, fields: &[(&str, &str)]) -> AnyView {
    let preset = fields.iter().map(|(field, value)| ((*field).to_owned(), FieldValue::text(value))).collect();
    let named = if about.is_empty() { label.to_owned() } else { draft::named(label, about) };
    // What fills the seat of somebody who is missing mends a finding.
    let mends = list == ListName::Assignments && !about.is_empty();
    let editing = match list {
        ListName::Assignments => OpenForm::Fill { key: String::new(), preset },
        list => OpenForm::New { list, preset },
    };
    view! { <EditButton label=label.to_owned() named editing mends/> }.into_any()
}
