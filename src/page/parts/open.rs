//! The roles with vacant posts in a part of the organisation, each leading to a proposal.

use leptos::prelude::*;

use crate::engine::view::OpenRole;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::suggest;

/// The roles under their heading.
#[component]
pub fn OpenRoles(
    /// Id of the unit at the top of the part.
    unit: String,
    /// The roles with their vacant posts.
    open: Vec<OpenRole>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let row = |open: OpenRole| {
        let vacant = suggest::vacant(&open, language);
        let href = session.link(Route::Proposal { unit: unit.clone(), role: open.role.id });
        view! {
            <li class="open-role">
                <span class="finding-subject">{vacant.clone()}</span>
                <a href=href>
                    {suggest::propose(language)} <span class="visually-hidden">": " {vacant}</span>
                </a>
            </li>
        }
    };
    view! {
        <h2>{suggest::open(language)}</h2>
        <ul class="rows" role="list">{open.into_iter().map(row).collect_view()}</ul>
    }
}
