//! Who holds what at a unit: the posts of each role, those held first.

use leptos::prelude::*;

use crate::engine::view::{PostRow, PostState, UnitView};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::{Empty, person};
use crate::text::{draft, finding, numbers, pages, words};

/// The posts of a unit, by role.
pub(in crate::page) fn posts(unit: &UnitView, language: Language) -> AnyView {
    if unit.posts.is_empty() {
        return view! { <Empty text=pages::no_posts(language)/> }.into_any();
    }
    let mut roles: Vec<(&str, Vec<&PostRow>)> = Vec::new();
    for post in &unit.posts {
        match roles.iter_mut().find(|(role, _)| *role == post.role) {
            Some((_, posts)) => posts.push(post),
            None => roles.push((&post.role, vec![post])),
        }
    }
    roles.into_iter().map(|(_, posts)| role(unit, &posts, language)).collect_view().into_any()
}

/// A role, and who holds it, held it or will.
fn role(unit: &UnitView, posts: &[&PostRow], language: Language) -> impl IntoView + use<> {
    let name =
        posts.first().map(|post| words::role(&post.role, post.role_name.as_ref(), Some(unit.row.unit.kind), language));
    let holders = posts.iter().filter(|post| post.state == PostState::Current && !post.substitute).count();
    let is_told = posts.iter().any(|post| post.state == PostState::Vacant);
    let aside = match holders {
        0 if is_told => None,
        0 => Some(view! { <span class="vacant">{pages::vacant(language)}</span> }.into_any()),
        1 => None,
        _ => Some(view! { <span class="muted">{numbers::integer(holders as u64, language)}</span> }.into_any()),
    };
    let rows = posts.iter().map(|post| post_line(post, language)).collect_view();
    view! {
        <h3 class="role">{numbers::capital(&name.unwrap_or_default())} " " {aside}</h3>
        <ul class="rows" role="list">{rows}</ul>
    }
}

/// What can be done with a post.
pub(in crate::page) fn actions(post: &PostRow, language: Language) -> AnyView {
    let key = post.key.clone();
    let replace = (post.state == PostState::Current).then(|| {
        let editing = OpenForm::Replace { key: key.clone() };
        view! { <EditButton label=draft::replace(language).to_owned() editing/> }
    });
    let person = post.person.as_ref().map(|person| {
        let editing = OpenForm::Item { list: ListName::People, key: person.id.clone() };
        view! { <EditButton label=draft::edit_person(language).to_owned() editing/> }
    });
    let label = if post.state == PostState::Vacant { draft::appoint(language) } else { draft::edit_post(language) };
    let editing = match post.state {
        PostState::Vacant => OpenForm::Fill { key, preset: Vec::new() },
        _ => OpenForm::Item { list: ListName::Assignments, key },
    };
    view! { <span class="post-actions no-print"><EditButton label=label.to_owned() editing/> {replace} {person}</span> }
        .into_any()
}

/// A post: its holder, how long, what else is said of it, and what can be done with it.
pub(in crate::page) fn post_line(post: &PostRow, language: Language) -> impl IntoView + use<> {
    let is_past = post.state == PostState::Ended;
    let who = match &post.person {
        Some(holder) => person(holder.clone()).into_any(),
        None => view! { <span class="vacant">{pages::vacant(language)}</span> }.into_any(),
    };
    let state =
        matches!(post.state, PostState::Coming | PostState::Ended).then(|| pages::post_state(post.state, language));
    let notes = pages::post_notes(post, language).join(", ");
    view! {
        <li class="post" class:past=is_past>
            {who}
            <span class="post-term">
                {finding::term(post.from, post.until, language)} {state.map(|state| view! { <span class="muted">{state}</span> })}
            </span>
            {(!notes.is_empty()).then(|| view! { <span class="post-notes muted">{notes}</span> })}
            {actions(post, language)}
        </li>
    }
}
