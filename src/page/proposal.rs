//! Who could take the vacant posts of a role in a part of the organisation, to be ticked and carried out as one change.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::fetched;
use super::finding::rules;
use super::not_found::NotFound;
use super::parts::{Hero, Refusal, UnitLink};
use super::route::Route;
use super::session::{Session, use_answer, use_title};
use crate::browser::dom;
use crate::draft::{EditRefusal, Patch};
use crate::engine::request::AskProposal;
use crate::engine::view::{ProposalRow, ProposalView, RestRow};
use crate::organisation::value::{Date, Language};
use crate::text::{numbers, pages, suggest};

fetched!(proposal, |route| match route {
    Route::Proposal { unit, role } => view! { <Proposal unit role/> }.into_any(),
    _ => ().into_any(),
});

/// Id of the button, where the focus belongs after the change.
const CARRY_OUT: &str = "carry-out";

/// The proposal for the vacant posts of a role, to be reviewed and carried out.
#[component]
pub fn Proposal(
    /// Id of the unit at the top of the part.
    unit: String,
    /// Id of the role.
    role: String,
) -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskProposal { lens: session.lens(), unit: unit.clone(), role: role.clone() });
    use_title(move || suggest::proposal(session.language()).to_owned());
    move || {
        if reply.is_absent() {
            return Some(view! { <NotFound/> }.into_any());
        }
        Some(shown(session, &reply.get()?, session.on(), session.language()))
    }
}

fn shown(session: Session, found: &Arc<ProposalView>, on: Date, language: Language) -> AnyView {
    let over = [suggest::proposal(language).to_owned(), numbers::date(on, language)].join(" · ");
    let (verdict, after) = (suggest::verdict(found, language), suggest::verdict_after(found, language));
    let rest = found.rest.iter().map(|row| vacant(row, found, language)).collect_view();
    view! {
        <nav class="path" aria-label=pages::path(language)>
            <ol role="list">
                <li>
                    <UnitLink unit=found.unit.clone() language/>
                </li>
            </ol>
        </nav>
        <Hero over verdict after/>
        <div class="grid">
            {(!found.rows.is_empty()).then(|| placed(session, found, on, language))}
            {(!found.rest.is_empty())
                .then(|| {
                    view! {
                        <section class="card wide">
                            <h2>{suggest::rest(language)}</h2>
                            <ul class="rows" role="list">{rest}</ul>
                        </section>
                    }
                })}
            {(!found.rules.is_empty())
                .then(|| {
                    view! {
                        <section class="card narrow">
                            <h2>{suggest::rules(language)}</h2>
                            {rules(session, &found.rules, language)}
                        </section>
                    }
                })}
        </div>
    }
    .into_any()
}

/// The posts that can be filled, all of them ticked to begin with.
fn placed(session: Session, found: &Arc<ProposalView>, on: Date, language: Language) -> AnyView {
    let refused = RwSignal::new(None::<EditRefusal>);
    let none_ticked = RwSignal::new(false);
    let may_tick = session.may_change();
    let line = |(place, row)| line(place, row, found, may_tick, language);
    let rows = found.rows.iter().enumerate().map(line).collect_view();
    let heads = [suggest::place(language), suggest::person(language), suggest::why(language)];
    let heads = heads.into_iter().map(|head| view! { <th role="columnheader" scope="col">{head}</th> }).collect_view();
    let found = found.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // A form without its button is still sent by Enter.
        if !session.may_change() {
            return;
        }
        let ticked = dom::form_values(&event).into_iter().filter_map(|(_, place)| place.parse::<usize>().ok());
        let rows = ticked.filter_map(|place| found.rows.get(place));
        let patches: Vec<Patch> = rows.map(|row| row.post.given_to(&row.person.id)).collect();
        none_ticked.set(patches.is_empty());
        if !patches.is_empty() {
            session.edit_from(CARRY_OUT);
            spawn_local(async move { drop(refused.try_set(session.change(patches).await.err())) });
        }
    };
    view! {
        <section class="card full">
            <h2>{suggest::placed(language)}</h2>
            <p class="lead">{suggest::placed_lead(language)}</p>
            <form on:submit=submit>
                <table class="list proposal" role="table" aria-label=suggest::placed(language)>
                    <thead role="rowgroup">
                        <tr role="row">{heads}</tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
                <Refusal refused language/>
                {move || {
                    none_ticked
                        .get()
                        .then(|| view! { <p class="form-problem" role="alert">{suggest::none_ticked(language)}</p> })
                }}
                {session.may_change().then(|| view! {
                    <p class="actions no-print">
                        <button type="submit" id=CARRY_OUT class="button button-first">{suggest::carry_out(language)}</button>
                        <span class="muted">{suggest::one_change(on, language)}</span>
                    </p>
                })}
            </form>
        </section>
    }
    .into_any()
}

/// A post and who takes it.
fn line(
    place: usize,
    row: &ProposalRow,
    of: &ProposalView,
    may_tick: bool,
    language: Language,
) -> impl IntoView + use<> {
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <span class="tick">
                    <input type="checkbox" name="post" value=place.to_string() checked=true disabled=!may_tick
                        aria-label=suggest::tick(row, language)/>
                    <UnitLink unit=row.unit.clone() language/>
                </span>
            </th>
            <td role="cell" data-label=suggest::person(language)>{row.person.name.clone()}</td>
            <td role="cell" data-label=suggest::why(language)>{suggest::row(row, of, language)}</td>
        </tr>
    }
}

/// A unit where posts stay vacant, and why.
fn vacant(row: &RestRow, of: &ProposalView, language: Language) -> impl IntoView + use<> {
    view! {
        <li class="candidate">
            <UnitLink unit=row.unit.clone() language/>
            <span class="muted">{suggest::rest_why(row, of, language)}</span>
        </li>
    }
}
