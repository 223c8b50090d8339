//! The workplaces in a list: who represents each, and what can be done.

use leptos::prelude::*;

use crate::draft::FieldValue;
use crate::engine::lens::WorkplaceFilter;
use crate::engine::view::{PostRow, PostState, RepresentativePage, RepresentativeRow};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::{Empty, Pager, UnitLink, marked, person};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::page::unit::doubted;
use crate::text::roles::representatives as text;
use crate::text::{finding, pages};

/// The role that represents.
const ROLE: &str = "security_representative";

/// The workplaces, under the name of their department.
pub(super) fn listed(
    session: Session,
    page: &RepresentativePage,
    filter: &WorkplaceFilter,
    from: u32,
    language: Language,
) -> AnyView {
    let shown = saturating(page.rows.len());
    let groups = page.rows.chunk_by(|a, b| a.department == b.department).map(|rows| {
        let name = match rows.first().and_then(|row| row.department.clone()) {
            Some(unit) => view! { <UnitLink unit language/> }.into_any(),
            None => text::no_department(language).into_any(),
        };
        view! {
            <h3 class="group">{name}</h3>
            <ul class="rows" role="list">{rows.iter().map(|row| workplace(session, row, language)).collect_view()}</ul>
        }
    });
    let cards = (page.total > 0).then(|| {
        let href = session.href(Route::Cards { filter: filter.clone() });
        view! { <a class="button button-small" href=href>{text::print_cards(language)}</a> }
    });
    let route = {
        let filter = filter.clone();
        move |from| Route::Representatives { filter: filter.clone(), from }
    };
    view! {
        <div class="results-line">
            <h2 class="results"><span role="status">{text::found(page.total, language)}</span></h2>
            {cards}
        </div>
        {(page.total == 0).then(|| view! { <Empty text=text::nothing(language)/> })}
        {groups.collect_view()}
        <Pager from shown total=page.total language route/>
    }
    .into_any()
}

/// A workplace, who represents it, and what can be done.
fn workplace(session: Session, row: &RepresentativeRow, language: Language) -> impl IntoView + use<> {
    let current = |post: &&PostRow| post.state == PostState::Current;
    let hole = (!row.posts.iter().any(|post| current(&post) && !post.substitute)).then(|| {
        let nobody = text::nobody(language);
        let class = if row.mark.is_some() { "vacant" } else { "muted" };
        view! { <span class=class>{nobody}</span> }
    });
    let holders = row.posts.iter().filter(|post| post.state != PostState::Vacant).map(|post| holder(post, language));
    let vacant = row.posts.iter().find(|post| post.state == PostState::Vacant);
    let act = match (vacant, row.posts.iter().find(current)) {
        (Some(vacant), _) => {
            let editing = OpenForm::Fill { key: vacant.key.clone(), preset: Vec::new() };
            Some(view! { <EditButton label=text::fill(language).to_owned() editing/> })
        }
        (None, None) => {
            let field = |name: &str, value: &str| (name.to_owned(), FieldValue::text(value));
            let preset = vec![field("role", ROLE), field("unit", &row.unit.id)];
            let editing = OpenForm::Fill { key: String::new(), preset };
            Some(view! { <EditButton label=text::appoint(language).to_owned() editing/> })
        }
        (None, Some(_)) => None,
    };
    let filter = WorkplaceFilter { unit: Some(row.unit.id.clone()), ..WorkplaceFilter::default() };
    let card = session.href(Route::Cards { filter });
    let at = format!("{}-", row.unit.id);
    let doubts = row.posts.iter().filter_map(|post| doubted(post, &at, language)).collect_view();
    let name = row.unit.name.say(language).to_owned();
    view! {
        <li class="held-by">
            {row.mark.clone().map(|mark| marked(mark, language, true))}
            <span class="held-what"><UnitLink unit=row.unit.clone() language/></span>
            <span class="held-who">{hole} {holders.collect_view()}</span>
            <span class="held-acts no-print">
                {act}
                <a href=card>
                    {text::card(language)} <span class="visually-hidden">" " {name}</span>
                </a>
            </span>
            {doubts}
        </li>
    }
}

/// A holder or a substitute, with what is left of the term.
fn holder(post: &PostRow, language: Language) -> impl IntoView + use<> {
    let state = (post.state == PostState::Coming).then(|| pages::post_state(post.state, language).to_owned());
    let standing_in = post.substitute.then(|| pages::substitute(language).to_owned());
    let notes: Vec<String> =
        standing_in.into_iter().chain(state).chain([finding::term(post.from, post.until, language)]).collect();
    let who = post.person.clone().map(person);
    view! { <span class="held-one">{who} <span class="muted">{notes.join(", ")}</span></span> }
}
