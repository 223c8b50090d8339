//! The organisation: its verdict, a search among its units, and the units as a tree.

use leptos::prelude::*;

use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{Branches, Empty, FilterBar, Hero, MoreRows, SearchField, UnitRow};
use super::route::Route;
use super::session::{Session, use_answer, use_part, use_title};
use crate::engine::lens::Window;
use crate::engine::request::AskUnits;
use crate::engine::view::UnitRow as Row;
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::text::overview::Sentence;
use crate::text::{draft, numbers, pages};

/// Units found that are shown at a time.
const STEP: u32 = 200;

fetched!(organisation, |_| {
    let find = use_part(|route| match route {
        Route::Organisation { find } => Some(find),
        _ => None,
    });
    view! { <Organisation find /> }.into_any()
});

/// The tree of units, or those whose name holds a text.
#[component]
pub fn Organisation(
    /// The text; empty for the tree.
    find: Signal<String>,
) -> impl IntoView {
    let session = Session::current();
    use_title(move || pages::units_heading(session.language()).to_owned());
    let top = use_answer(move || units(session, None, String::new(), 1));
    let root = Memo::new(move |_| top.get().and_then(|page| page.rows.first().cloned()));
    let below = use_answer(move || units(session, root.get().map(|root: Row| root.unit.id), String::new(), STEP));
    let hero = move || {
        let language = session.language();
        let page = top.get()?;
        let below = below.get().map(|page| page.rows.clone()).unwrap_or_default();
        let over = numbers::date(session.on(), language);
        Some(match page.rows.first() {
            Some(root) => {
                let apart = (page.apart, page.apart_expiring);
                let after = pages::organisation_after(root, &below, apart, language);
                let verdict = pages::organisation_verdict(root, language);
                view! { <Hero over verdict after/> }
            }
            None => view! { <Hero over verdict=Sentence::plain(pages::no_units(language))/> },
        })
    };
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
    let add = move || {
        let language = session.language();
        let new = |label: &str, list| view! { <EditButton label=label.to_owned() editing=OpenForm::New { list, preset: Vec::new() }/> };
        (new(draft::new_unit(language), ListName::Units), new(draft::new_person_named(language), ListName::People))
    };
    view! {
        {hero}
        <div class="grid"><section class="card" id="units">
            <FilterBar>
                <SearchField label=Signal::derive(move || pages::find_unit(session.language()).to_owned()) text=find search/>
            </FilterBar>
            <p class="actions no-print">{add}</p>
            {units}
        </section></div>
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

fn units(session: Session, parent: Option<String>, find: String, count: u32) -> AskUnits {
    AskUnits { lens: session.lens(), parent, find, window: Window { from: 0, count } }
}
