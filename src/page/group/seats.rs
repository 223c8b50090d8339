//! The seats of a group, as a picture and as a table: a line for each unit represented, who sits there and who is missing.

use leptos::prelude::*;

use super::add;
use super::plan::plan;
use crate::coverage::State;
use crate::engine::view::{FindingRow, GroupView, MemberRow, SeatView, SubjectView};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, StateMark, UnitLink, person};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::page::unit::{actions, doubted};
use crate::text::group as said;
use crate::text::{finding, numbers, pages};

/// Everyone who sits in a group, and every seat that is empty; of a group `elsewhere` only who are of the part looked at.
pub(super) fn seats(group: &GroupView, elsewhere: bool, language: Language) -> AnyView {
    let all = group.seats.iter().map(|each| seat(&group.unit.id, each, language)).collect_view();
    let add_member =
        add(ListName::Assignments, said::add_member(language), "", &[("role", "member"), ("unit", &group.unit.id)]);
    view! {
        <section class="card full">
            <h2>{said::members(language)}</h2>
            <p class="lead">{said::members_lead(language)}</p>
            {group.seats.is_empty().then(|| view! { <Empty text=if elsewhere { said::no_members_from_here(language) } else { said::no_members(language) }/> })}
            {plan(group, language)}
            {(!group.seats.is_empty()).then(|| view! {
                <table class="list seats" role="table" aria-label=said::members(language)>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{said::represents(language)}</th>
                            <th role="columnheader" scope="col">{said::member_column(language)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{all}</tbody>
                </table>
            })}
            <p class="actions no-print">{add_member}</p>
        </section>
    }
    .into_any()
}

fn seat(group: &str, seat: &SeatView, language: Language) -> AnyView {
    let is_empty = seat.members.is_empty() && seat.findings.iter().any(|finding| finding.state == State::Missing);
    let whose = match seat.unit.clone() {
        Some(unit) => view! { <UnitLink unit language/> }.into_any(),
        None => said::nobody(language).into_any(),
    };
    let members = seat.members.iter().map(|each| member(each, language)).collect_view();
    let findings = seat.findings.iter().map(|finding| amiss(group, finding, language)).collect_view();
    view! {
        <tr role="row" class="seat" class:seat-empty=is_empty>
            <th role="rowheader" scope="row">{whose}</th>
            <td role="cell" data-label=said::member_column(language)>
                <ul class="rows" role="list">{members} {findings}</ul>
            </td>
        </tr>
    }
    .into_any()
}

/// A member: who, what they hold besides, and for how long.
fn member(row: &MemberRow, language: Language) -> AnyView {
    let post = &row.post;
    let who = match post.person.clone() {
        Some(holder) => person(holder).into_any(),
        None => view! { <span class="vacant">{pages::vacant(language)}</span> }.into_any(),
    };
    let holds = said::holds(&row.holds, language);
    let notes = pages::post_notes(post, language).join(", ");
    let has_term = post.from.is_some() || post.until.is_some();
    view! {
        <li class="post">
            {who}
            {has_term.then(|| view! { <span class="post-term">{finding::term(post.from, post.until, language)}</span> })}
            {(!holds.is_empty()).then(|| view! { <span class="post-notes muted">{holds}</span> })}
            {(!notes.is_empty()).then(|| view! { <span class="post-notes muted">{notes}</span> })}
            {doubted(post, &post.on_behalf_of.as_ref().map_or_else(String::new, |unit| format!("{}-", unit.id)), language)}
            {actions(post, false, language)}
        </li>
    }
    .into_any()
}

/// What a rule finds about a seat, and where the seat is empty a way to fill it.
fn amiss(group: &str, row: &FindingRow, language: Language) -> AnyView {
    let session = Session::current();
    let (subject, href) =
        (finding::subject(&row.subject, language), session.link(Route::Finding { id: row.id.clone() }));
    let until = row.until.map(|until| finding::term(None, Some(until), language));
    let fields = match &row.subject {
        SubjectView::Party { party, .. } => Some(("on_behalf_of", party.id.clone())),
        SubjectView::Member { person, .. } => Some(("person", person.id.clone())),
        _ => None,
    };
    let fields = fields.filter(|_| row.state == State::Missing);
    let fill = fields.map(|(field, id)| {
        let fields = [("role", "member"), ("unit", group), (field, &*id)];
        let button = add(ListName::Assignments, said::add_member(language), &subject, &fields);
        view! { <span class="post-actions no-print">{button}</span> }
    });
    let words = crate::text::words::state(row.state, language);
    view! {
        <li class="finding">
            <StateMark state=row.state language sign_only=true/>
            <span class="finding-what">
                <a class="finding-subject" href=href>{subject}</a>
                <span class="muted">{until.unwrap_or_else(|| numbers::capital(words))}</span>
            </span>
            {fill}
        </li>
    }
    .into_any()
}
