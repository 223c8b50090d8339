//! Editions: which analyses are frozen in the file, and what has changed from one to another.

mod compare;
mod list;

use leptos::prelude::*;

use self::compare::Comparison;
use self::list::List;
use super::code::fetched;
use super::parts::{Hero, STEP};
use super::route::Route;
use super::session::{Session, use_answer, use_part, use_title};
use crate::engine::lens::Window;
use crate::engine::request::AskEditions;
use crate::text::{edition, shell};

fetched!(editions, |_| view! { <Editions /> }.into_any());

/// What the address chooses.
#[derive(Debug, Clone, Default, PartialEq)]
struct ChosenEditions {
    earlier: Option<String>,
    later: Option<String>,
    from: u32,
}

/// The page of the editions of the analysis.
#[component]
fn Editions() -> impl IntoView {
    let session = Session::current();
    use_title(move || shell::editions(session.language()).to_owned());
    let chosen = use_part(|route| match route {
        Route::Editions { earlier, later, from } => Some(ChosenEditions { earlier, later, from }),
        _ => None,
    });
    let reply = use_answer(move || {
        let ChosenEditions { earlier, later, from } = chosen.get();
        let window = Window { from, count: STEP };
        AskEditions { on: session.on(), within: session.within(), earlier, later, window }
    });
    let view = Memo::new(move |_| reply.get().as_deref().cloned());
    let hero = move || {
        let (view, language) = (view.get()?, session.language());
        let after = view.comparison.as_ref().map(|it| edition::after(&it.tally, language));
        let after =
            if view.editions.is_empty() { edition::none(language).to_owned() } else { after.unwrap_or_default() };
        Some(view! { <Hero over=shell::editions(language) verdict=edition::verdict(&view, language) after/> })
    };
    let is_empty = Memo::new(move |_| view.with(|view| view.as_ref().is_none_or(|view| view.editions.is_empty())));
    view! {
        {hero}
        <div class="grid">
            {move || (!is_empty.get()).then(|| view! { <Comparison view chosen/> })}
            <List view/>
        </div>
    }
}
