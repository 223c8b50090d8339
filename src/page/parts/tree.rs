//! The units as nested lists. What is under a unit is fetched when it is opened, a window at a time.

use leptos::prelude::*;

use super::{MoreRows, UnitRow};
use crate::engine::lens::Window;
use crate::engine::request::AskUnits;
use crate::engine::view::UnitRow as Row;
use crate::organisation::number::saturating;
use crate::page::session::{Session, use_answer};
use crate::text::pages;

/// Units shown at a time.
const STEP: u32 = 200;

/// The units under one unit, or those without a parent, as a list.
#[component]
pub fn Branches(
    /// Id of the unit; none for those at the top.
    parent: Option<String>,
    /// Whether the first of them is open from the start.
    #[prop(optional)]
    first_open: bool,
) -> impl IntoView {
    let session = Session::current();
    let count = RwSignal::new(STEP);
    let reply = use_answer(move || AskUnits {
        lens: session.lens(),
        parent: parent.clone(),
        find: String::new(),
        window: Window { from: 0, count: count.get() },
    });
    // The rows are drawn anew only when they differ, so that what the reader has opened stays open.
    let rows = Memo::new(move |_| reply.get().map(|page| (page.rows.clone(), page.total)));
    let branches = move || {
        let (rows, total) = rows.get()?;
        let shown = saturating(rows.len());
        let branch = |(at, row): (usize, Row)| view! { <Branch row open=first_open && at == 0/> };
        let more = (shown < total).then(|| {
            view! { <li><MoreRows shown total count step=STEP language=session.language()/></li> }
        });
        Some(
            view! { <ul class="tree" role="list">{rows.into_iter().enumerate().map(branch).collect_view()} {more}</ul> },
        )
    };
    view! { {branches} }.into_any()
}

/// A unit and, when opened, the units under it.
#[component]
fn Branch(row: Row, open: bool) -> impl IntoView {
    let session = Session::current();
    let open = RwSignal::new(open && row.children > 0);
    let (id, name, children) = (row.unit.id.clone(), row.unit.name.clone(), row.children);
    let label = move || {
        let language = session.language();
        format!("{}: {}", pages::open_branch(language), name.say(language))
    };
    let toggle = (children > 0).then(|| {
        view! {
            <button
                type="button"
                class="twist"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-label=label
                on:click=move |_| open.update(|open| *open = !*open)
            ></button>
        }
    });
    let under = move || open.get().then(|| view! { <Branches parent=Some(id.clone())/> });
    view! {
        <li class="branch">
            <div class="branch-line">
                {toggle} {move || view! { <UnitRow row=row.clone() language=session.language()/> }}
            </div>
            {under}
        </li>
    }
    .into_any()
}
