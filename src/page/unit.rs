//! A unit's own page: its verdict, who holds what, how to reach it, its findings and risks, and what is under it.

use leptos::prelude::*;

use super::parts::{ContactCard, Empty, FindingRow, Hero, RiskRow, UnitLink, UnitRow, person};
use super::session::{Session, use_reply, use_title};
use crate::engine::request::{Reply, Request};
use crate::engine::view::{PostRow, PostState, UnitView};
use crate::organisation::value::{Date, Language};
use crate::page::not_found::NotFound;
use crate::text::{finding, numbers, pages, words};

/// One unit.
#[component]
pub fn Unit(
    /// Its id.
    id: String,
) -> impl IntoView {
    let session = Session::current();
    let reply = use_reply(move || Request::Unit { on: session.on(), id: id.clone() });
    use_title(move || match reply.get().as_deref() {
        Some(Reply::Unit(view)) => view.row.unit.name.say(session.language()).to_owned(),
        _ => String::new(),
    });
    move || {
        Some(match reply.get()?.as_ref() {
            Reply::Unit(unit) => shown(unit, session.on(), session.language()).into_any(),
            _ => view! { <NotFound/> }.into_any(),
        })
    }
}

fn shown(unit: &UnitView, on: Date, language: Language) -> AnyView {
    let path = unit.path.iter().cloned().map(|unit| view! { <li><UnitLink unit language/></li> }).collect_view();
    let kind = numbers::capital(words::unit_kind(unit.row.unit.kind).one(language));
    let workplaces = (unit.row.workplaces > 1).then(|| {
        words::unit_kind(crate::organisation::unit::UnitKind::Workplace).figure(unit.row.workplaces, language)
    });
    let over = [Some(kind), workplaces, Some(numbers::date(on, language))].into_iter().flatten().collect::<Vec<_>>();
    let findings = unit.findings.iter().cloned();
    let findings = findings.map(|row| view! { <FindingRow row on language/> }).collect_view();
    let risks = unit.risks.iter().cloned().map(|row| view! { <RiskRow row language/> }).collect_view();
    let children = unit.children.iter().cloned();
    let children = children.map(|row| view! { <li><UnitRow row language/></li> }).collect_view();
    let shown = u32::try_from(unit.children.len()).unwrap_or(u32::MAX);
    let more = (unit.row.children > shown)
        .then(|| view! { <p class="muted">{numbers::of(shown, unit.row.children, language)}</p> });
    view! {
        <nav class="path" aria-label=pages::path(language)>
            <ol role="list">{path}</ol>
        </nav>
        <Hero
            over=over.join(" · ")
            verdict=pages::unit_verdict(unit, language)
            after=pages::unit_after(unit, language).unwrap_or_default()
        />
        <div class="grid">
            <section class="card wide">
                <h2>{pages::posts(language)}</h2>
                {posts(unit, language)}
            </section>
            <section class="card narrow">
                <h2>{pages::contact(language)}</h2>
                <ContactCard unit=unit.clone() language/>
            </section>
            <section class="card wide">
                <h2>{pages::findings(language)}</h2>
                {unit.findings.is_empty().then(|| view! { <Empty text=pages::no_findings_here(language)/> })}
                <ul class="rows" role="list">{findings}</ul>
            </section>
            <section class="card narrow">
                <h2>{pages::risks(language)}</h2>
                {unit.risks.is_empty().then(|| view! { <Empty text=pages::no_risks_here(language)/> })}
                <ul class="rows" role="list">{risks}</ul>
            </section>
            {(unit.row.children > 0)
                .then(|| {
                    view! {
                        <section class="card full">
                            <h2>{pages::children(language)}</h2>
                            <ul class="rows columns" role="list">{children}</ul>
                            {more}
                        </section>
                    }
                })}
        </div>
    }
    .into_any()
}

/// The posts of a unit, those held first.
fn posts(unit: &UnitView, language: Language) -> AnyView {
    if unit.posts.is_empty() {
        return view! { <Empty text=pages::no_posts(language)/> }.into_any();
    }
    let kind = unit.row.unit.kind;
    let row = |post: &PostRow| {
        let role = words::role(&post.role, post.role_name.as_ref(), Some(kind), language);
        let notes = pages::post_notes(post, language).join(", ");
        let past = post.state == PostState::Ended;
        let state = (post.state != PostState::Current).then(|| pages::post_state(post.state, language));
        let who = match &post.person {
            Some(holder) => person(holder.clone()).into_any(),
            None => view! { <span class="vacant">{pages::vacant(language)}</span> }.into_any(),
        };
        view! {
            <tr role="row" class:past=past>
                <th role="rowheader" scope="row">
                    {numbers::capital(&role)}
                    <span class="muted">{notes}</span>
                </th>
                <td role="cell" data-label=pages::holder(language)>{who}</td>
                <td role="cell" data-label=pages::term(language)>
                    {finding::term(post.from, post.until, language)}
                    <span class="muted">{state}</span>
                </td>
            </tr>
        }
    };
    let rows = unit.posts.iter().map(row).collect_view();
    view! {
        <table class="list" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{pages::role(language)}</th>
                    <th role="columnheader" scope="col">{pages::holder(language)}</th>
                    <th role="columnheader" scope="col">{pages::term(language)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}
