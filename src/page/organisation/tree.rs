//! The units as a tree, or those whose name holds a text.

use leptos::prelude::*;

use super::{STEP, units};
use crate::engine::view::UnitRow as Row;
use crate::organisation::number::saturating;
use crate::page::parts::{Branches, Empty, FilterBar, MoreRows, SearchField, UnitRow};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::pages;

/// The units, with a search among them.
#[component]
pub(super) fn Tree(
    /// The text that is searched for; empty for the tree.
    find: Signal<String>,
) -> impl IntoView {
    let session = Session::current();
    let searching = Memo::new(move |_| !find.get().is_empty());
    let search = move |find: String| session.replace(Route::Organisation { find });
    let units = move || {
        if searching.get() {
            view! { <Found find/> }.into_any()
        } else {
            view! {
                <h2 class="visually-hidden">{move || pages::units_heading(session.language())}</h2>
                <Branches parent=None first_open=true/>
            }
            .into_any()
        }
    };
    view! {
        <section class="card" id="units">
            <FilterBar>
                <SearchField label=Signal::derive(move || pages::find_unit(session.language()).to_owned()) text=find search/>
            </FilterBar>
            {units}
        </section>
    }
}

/// The units whose name holds a text, a window at a time.
#[component]
fn Found(find: Signal<String>) -> impl IntoView {
    let session = Session::current();
    let count = RwSignal::new(STEP);
    let reply = use_answer(move || units(session, None, find.get(), count.get()));
    move || {
        let language = session.language();
        let page = reply.get()?;
        let shown = saturating(page.rows.len());
        let total = page.total;
        let row = |row: Row| view! { <li><UnitRow row language with_parent=true/></li> };
        Some(view! {
            <h2 class="results"><span role="status">{pages::search_verdict(&find.get(), page.total, language)}</span></h2>
            {(page.total == 0).then(|| view! { <Empty text=pages::nothing_found(language)/> })}
            <ul class="rows" role="list">{page.rows.iter().cloned().map(row).collect_view()}</ul>
            <MoreRows shown total count step=STEP language/>
        })
    }
}
