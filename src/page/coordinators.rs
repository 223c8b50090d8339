//! The coordinators: each department with who coordinates, by whose appointment, and what was done of the six duties.

use leptos::prelude::*;

use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{Activities, Fact, Hero, NoteActivity, Pager, STEP, UnitLink, marked, person, rule_lines};
use super::route::Route;
use super::session::{Session, use_answer, use_part};
use super::unit::doubted;
use crate::coverage::State;
use crate::draft::FieldValue;
use crate::engine::lens::Window;
use crate::engine::request::AskCoordinators;
use crate::engine::view::{CoordinatorPage, CoordinatorRow, DutyRow, HolderRow, MarkView, PersonView, PostState};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::text::roles::{self, coordinators as text};
use crate::text::{finding, numbers, pages, words};

/// The role that is coordinated by.
const ROLE: &str = "security_coordinator";

fetched!(coordinators, |_| {
    let from = use_part(|route| match route {
        Route::Coordinators { from } => Some(from),
        _ => None,
    });
    view! { <Coordinators from/> }.into_any()
});

/// The page of coordinators by department.
#[component]
pub fn Coordinators(
    /// Departments before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let reply =
        use_answer(move || AskCoordinators { lens: session.lens(), window: Window { from: from.get(), count: STEP } });
    move || Some(shown(&*reply.get()?, from.get(), session.on(), session.language()))
}

fn shown(page: &CoordinatorPage, from: u32, on: Date, language: Language) -> AnyView {
    let over = numbers::date(on, language);
    let (verdict, after) = (text::verdict(page, language), text::after(page, language));
    let rows = saturating(page.rows.len());
    view! {
        <Hero over verdict after/>
        <div class="grid">
            {rule_lines(&page.rules, language)}
            {(page.total > 0).then(|| view! { <h2 class="results">{text::found(page.total, language)}</h2> })}
            {page.rows.iter().map(|row| department(row, on, language)).collect_view()}
            <Pager from shown=rows total=page.total language route=|from| Route::Coordinators { from }/>
        </div>
    }
    .into_any()
}

/// A department or company.
fn department(row: &CoordinatorRow, on: Date, language: Language) -> impl IntoView + use<> {
    let held = row.posts.iter().any(|holder| holder.post.state == PostState::Current && !holder.post.substitute);
    let hole = (!held).then(|| {
        let nobody = text::nobody(language);
        match row.mark {
            None if row.judged => view! { <p class="empty">{nobody} ". " {text::not_asked(language)}</p> }.into_any(),
            _ => view! { <p><span class="vacant">{nobody}</span></p> }.into_any(),
        }
    });
    let mark = row.mark.clone().map(|mark| marked(mark, language, false));
    let holders = row.posts.iter().filter(|holder| holder.post.state != PostState::Vacant);
    let left_out = roles::security_unit::shown(row.done.len(), row.done_count, language);
    let done = (row.done_count > 0).then(|| {
        view! {
            <details class="done">
                <summary>{text::done(row.done_count, on, language)}</summary>
                <Activities rows=row.done.clone() language/>
                {left_out.map(|said| view! { <p class="muted">{said}</p> })}
            </details>
        }
    });
    let missing = row.duties.iter().find(|duty| duty.mark.state == State::Missing).or(row.duties.first());
    let note = missing.map(|duty| {
        let (label, unit) = (text::note(language), row.unit.id.clone());
        view! { <NoteActivity label unit kind=duty.kind role=ROLE/> }
    });
    view! {
        <section class="card half coordination">
            <h2 class="results-line"><UnitLink unit=row.unit.clone() language/> {mark}</h2>
            {hole}
            <ul class="rows" role="list">{holders.map(|holds| holder(holds, &row.unit.id, language)).collect_view()}</ul>
            <h3>{text::duties(language)}</h3>
            <ul class="duties" role="list">{row.duties.iter().map(|row| duty(row, on, language)).collect_view()}</ul>
            {done}
            <p class="actions no-print">{appoint(row, language)} {note}</p>
        </section>
    }
}

/// A coordinator: how to reach them, for how long, by whose appointment, reporting to whom.
fn holder(row: &HolderRow, unit: &str, language: Language) -> impl IntoView + use<> {
    let post = &row.post;
    let who = match &post.person {
        Some(holder) => person(holder.clone()).into_any(),
        None => pages::vacant(language).into_any(),
    };
    let state = (post.state == PostState::Coming).then(|| pages::post_state(post.state, language));
    let standing_in = post.substitute.then(|| match &post.substitute_for {
        Some(_) => pages::post_notes(post, language).into_iter().next().unwrap_or_default(),
        None => pages::substitute(language).to_owned(),
    });
    // Of a substitute only what the file says; of the holder also that it does not.
    let fact = |label, named: Option<&PersonView>, mark: &Option<MarkView>| {
        (mark.is_some() || named.is_some()).then(|| {
            let mark = mark.clone().map(|mark| marked(mark, language, true));
            let named = roles::who(named, language);
            view! { <Fact label>{named} " " {mark}</Fact> }
        })
    };
    let editing = OpenForm::Item { list: ListName::Assignments, key: post.key.clone() };
    view! {
        <li class="post">
            {who}
            <span class="post-term">
                {finding::term(post.from, post.until, language)} {state.map(|state| view! { <span class="muted">{state}</span> })}
                {standing_in.map(|said| view! { <span class="muted">{said}</span> })}
            </span>
            <dl class="facts post-notes">
                {fact(text::appointed_by(language), post.appointed_by.as_ref(), &row.appointed)}
                {fact(text::reports_to(language), post.reports_to.as_ref(), &row.reports)}
            </dl>
            {doubted(post, &format!("{unit}-"), language)}
            <span class="post-actions no-print"><EditButton label=text::edit(language).to_owned() editing/></span>
        </li>
    }
}

/// A duty: whether it was carried out within the year, and when it last was.
fn duty(duty: &DutyRow, on: Date, language: Language) -> impl IntoView + use<> {
    let name = numbers::capital(words::activity(duty.kind, language));
    view! {
        <li class="duty">
            {marked(duty.mark.clone(), language, true)}
            <span class="finding-what">
                <span>{name}</span>
                <span class="muted">{text::last(duty, on, language)}</span>
            </span>
        </li>
    }
}

/// Fills the vacant post, else a new one.
fn appoint(row: &CoordinatorRow, language: Language) -> impl IntoView + use<> {
    let vacant = row.posts.iter().find(|holder| holder.post.state == PostState::Vacant);
    let (label, editing) = if let Some(vacant) = vacant {
        (text::fill(language), OpenForm::Fill { key: vacant.post.key.clone(), preset: Vec::new() })
    } else {
        let field = |name: &str, value: &str| (name.to_owned(), FieldValue::text(value));
        let preset = vec![field("role", ROLE), field("unit", &row.unit.id)];
        (text::appoint(language), OpenForm::Fill { key: String::new(), preset })
    };
    let held = row.posts.iter().any(|holder| holder.post.state == PostState::Current && !holder.post.substitute);
    view! { <EditButton label=label.to_owned() editing mends=!held && row.mark.is_some()/> }
}
