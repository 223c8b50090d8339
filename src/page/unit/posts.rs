//! Who holds what at a unit: the posts of each role, those held first.

use leptos::prelude::*;

use crate::coverage::State;
use crate::coverage::because::{HoldersReason, NamedItem, Reason};
use crate::draft::FieldValue;
use crate::engine::view::{PostRow, PostState, UnitView};
use crate::organisation::ListName;
use crate::organisation::value::{Label, Language};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::{Doubted, Empty, person};
use crate::text::{draft, finding, nobody, numbers, pages, words};

/// The posts of a unit, by role, and the roles that a rule misses there: each can be filled.
pub(in crate::page) fn posts(unit: &UnitView, language: Language) -> AnyView {
    let mut holes = holes(unit);
    if unit.posts.is_empty() && holes.is_empty() {
        return view! { <Empty text=pages::no_posts(language)/> }.into_any();
    }
    let mut roles: Vec<(&str, Vec<&PostRow>)> = Vec::new();
    for post in &unit.posts {
        match roles.iter_mut().find(|(role, _)| *role == post.role) {
            Some((_, posts)) => posts.push(post),
            None => roles.push((&post.role, vec![post])),
        }
    }
    let held = roles.into_iter().map(|(id, posts)| {
        let hole = holes.iter().position(|hole| hole.id == id).map(|at| holes.remove(at));
        let name = posts.first().and_then(|post| post.role_name.as_ref());
        role(unit, (id, name), &posts, hole.is_some(), language)
    });
    let held = held.collect_view();
    let missed = holes.into_iter().map(|hole| role(unit, (&hole.id, hole.name.as_ref()), &[], true, language));
    (missed.collect_view(), held).into_any()
}

/// The roles that a rule misses at a unit, where no vacant post stands for them.
fn holes(unit: &UnitView) -> Vec<&NamedItem> {
    let is_told = |role: &str| unit.posts.iter().any(|post| post.role == role && post.state == PostState::Vacant);
    let mut holes: Vec<&NamedItem> = Vec::new();
    for finding in unit.findings.iter().filter(|finding| finding.state == State::Missing) {
        if let Reason::Holders(HoldersReason::TooFew { role, .. }) = &finding.because.reason
            && !is_told(&role.id)
            && holes.iter().all(|hole| hole.id != role.id)
        {
            holes.push(role);
        }
    }
    holes
}

/// A role, and who holds it, held it or will; `missed` where somebody is to be found for it.
fn role(
    unit: &UnitView,
    (id, named): (&str, Option<&Label>),
    posts: &[&PostRow],
    missed: bool,
    language: Language,
) -> impl IntoView + use<> {
    let name = words::role(id, named, Some(unit.row.unit.kind), language);
    let holders = posts.iter().filter(|post| post.state == PostState::Current && !post.substitute).count();
    let is_told = missed || posts.iter().any(|post| post.state == PostState::Vacant);
    let aside = match holders {
        0 if is_told => None,
        0 => Some(view! { <span class="vacant">{pages::vacant(language)}</span> }.into_any()),
        1 => None,
        _ => Some(view! { <span class="muted">{numbers::integer(holders as u64, language)}</span> }.into_any()),
    };
    let fill = missed.then(|| {
        let field = |name: &str, value: &str| (name.to_owned(), FieldValue::text(value));
        let preset = vec![field("role", id), field("unit", &unit.row.unit.id)];
        let label = draft::appoint(language);
        let named = draft::named(label, &name);
        let editing = OpenForm::Fill { key: String::new(), preset };
        view! {
            <li class="post">
                <span class="vacant">{pages::vacant(language)}</span>
                <span class="post-actions no-print"><EditButton label=label.to_owned() named editing/></span>
            </li>
        }
    });
    let rows = posts.iter().map(|post| post_line(post, false, language)).collect_view();
    view! {
        <h3 class="role">{numbers::capital(&name)} " " {aside}</h3>
        <ul class="rows" role="list">{fill} {rows}</ul>
    }
}

/// What can be done with a post. What `mends` a finding does not wait until editing is asked for.
pub(in crate::page) fn actions(post: &PostRow, mends: bool, language: Language) -> AnyView {
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
    let mends = mends || post.state == PostState::Vacant;
    view! { <span class="post-actions no-print"><EditButton label=label.to_owned() editing mends/> {replace} {person}</span> }
        .into_any()
}

/// Doubt of a post that counts as held, or soon will, although the name of its holder says that nobody does. `at` tells
/// posts of several units apart.
pub(in crate::page) fn doubted(post: &PostRow, at: &str, language: Language) -> Option<AnyView> {
    let holds = matches!(post.state, PostState::Current | PostState::Coming);
    post.person.as_ref().filter(|person| person.is_nobody && holds).map(|person| {
        let (id, said) = (person.id.clone(), nobody::held(&person.name, language));
        let at = format!("{at}{}-{}", post.role, post.from.map(|from| from.to_string()).unwrap_or_default());
        view! { <Doubted id said holds=true at language/> }.into_any()
    })
}

/// A post: its holder, how long, what else is said of it, and what can be done with it.
pub(in crate::page) fn post_line(post: &PostRow, mends: bool, language: Language) -> impl IntoView + use<> {
    let is_past = post.state == PostState::Ended;
    let who = match &post.person {
        Some(holder) => person(holder.clone()).into_any(),
        None => view! { <span class="vacant">{pages::vacant(language)}</span> }.into_any(),
    };
    let state =
        matches!(post.state, PostState::Coming | PostState::Ended).then(|| pages::post_state(post.state, language));
    let notes = pages::post_notes(post, language).join(", ");
    let doubted = doubted(post, "", language);
    view! {
        <li class="post" class:past=is_past>
            {who}
            <span class="post-term">
                {finding::term(post.from, post.until, language)} {state.map(|state| view! { <span class="muted">{state}</span> })}
            </span>
            {(!notes.is_empty()).then(|| view! { <span class="post-notes muted">{notes}</span> })}
            {doubted}
            {actions(post, mends, language)}
        </li>
    }
}
