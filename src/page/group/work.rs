//! What a group does: its meetings, and its work by kind.

use leptos::prelude::*;

use super::add;
use crate::engine::view::{DoneRow, GroupView, WorkRow};
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::{Empty, StateMark};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::draft::named;
use crate::text::group as said;
use crate::text::{numbers, words};

/// Meetings shown before the others are opened.
const LATEST: usize = 5;

/// The meetings to come and those that have been.
pub(super) fn meetings(group: &GroupView, on: Date, language: Language) -> AnyView {
    let rows = |rows: &[DoneRow]| rows.iter().map(|row| activity(row, on, language)).collect_view();
    let (latest, earlier) = group.held.split_at(group.held.len().min(LATEST));
    let earlier = (!earlier.is_empty()).then(|| {
        view! {
            <details class="holding">
                <summary>{said::earlier(language)} " (" {earlier.len()} ")"</summary>
                <ul class="rows" role="list">{rows(earlier)}</ul>
            </details>
        }
    });
    let fields = [("kind", "meeting"), ("unit", &*group.unit.id), ("role", "member")];
    view! {
        <section class="card narrow">
            <h2>{said::meetings(language)}</h2>
            <h3 class="group">{said::planned(language)}</h3>
            {group.planned.is_empty().then(|| view! { <Empty text=said::none_planned(language)/> })}
            <ul class="rows" role="list">{rows(&group.planned)}</ul>
            <h3 class="group">{said::held(language)}</h3>
            {group.held.is_empty().then(|| view! { <Empty text=said::none_held(language)/> })}
            <ul class="rows" role="list">{rows(latest)}</ul>
            {earlier}
            <p class="actions no-print">{add(ListName::Activities, said::add_meeting(language), "", &fields)}</p>
        </section>
    }
    .into_any()
}

/// Something that was done or is planned: the day, what it was, and who took part.
fn activity(row: &DoneRow, on: Date, language: Language) -> AnyView {
    let day = numbers::date_near(row.date, on, language);
    let note = row.note.as_ref().map(|note| note.say(language).to_owned());
    let who = (!row.who.is_empty()).then(|| {
        view! {
            <details class="took-part">
                <summary>{said::took_part(row, language)}</summary>
                {row.who.join(", ")}
            </details>
        }
    });
    let editing = OpenForm::Item { list: ListName::Activities, key: row.key.clone() };
    let edit =
        view! { <EditButton label=said::edit(language).to_owned() named=named(said::edit(language), &day) editing/> };
    view! {
        <li class="done-row">
            <span>
                <strong>{day}</strong>
                " "
                {note}
            </span>
            <span class="no-print">{edit}</span>
            {who}
        </li>
    }
    .into_any()
}

/// The work by kind, with what has not been done.
pub(super) fn work(group: &GroupView, on: Date, language: Language) -> AnyView {
    let rows = group.work.iter().map(|row| kind(&group.unit.id, row, on, language)).collect_view();
    view! {
        <section class="card wide">
            <h2>{said::work(language)}</h2>
            <p class="lead">{said::work_lead(language)}</p>
            <ul class="rows" role="list">{rows}</ul>
        </section>
    }
    .into_any()
}

/// One kind of work.
fn kind(group: &str, row: &WorkRow, on: Date, language: Language) -> AnyView {
    let session = Session::current();
    let name = numbers::capital(words::activity(row.kind, language));
    let mark = match row.state {
        Some(state) => view! { <StateMark state language sign_only=true/> }.into_any(),
        None => view! { <span class="state-sign" aria-hidden="true"></span> }.into_any(),
    };
    let heading = match row.finding.clone() {
        Some(id) => {
            let href = session.link(Route::Finding { id });
            view! { <a class="finding-subject" href=href>{name.clone()}</a> }.into_any()
        }
        None => view! { <span class="finding-subject">{name.clone()}</span> }.into_any(),
    };
    let done = row.done.iter().map(|done| activity(done, on, language)).collect_view();
    let day = on.to_string();
    let fields = [("kind", row.kind.word()), ("unit", group), ("role", "member"), ("date", &*day)];
    view! {
        <li class="work">
            <div class="finding">
                {mark} <span class="finding-what">
                    {heading} <span class="muted">{said::work_said(row, on, language)}</span>
                </span> <span class="no-print">{add(ListName::Activities, said::add_work(language), &name, &fields)}</span>
            </div>
            <ul class="done" role="list">{done}</ul>
        </li>
    }
    .into_any()
}
