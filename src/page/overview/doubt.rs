//! Doubt of the figures: posts that count as held although the name of whoever holds them says that nobody does.

use leptos::prelude::*;

use crate::engine::view::{NobodiesView, NobodyRow};
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::nobody;

/// The doubt, each name leading to those who have it; nothing where there is none.
pub(super) fn doubt(view: &NobodiesView, language: Language) -> Option<AnyView> {
    let session = Session::current();
    let [before, after] = nobody::counted(view, language)?;
    let name = |row: &NobodyRow| {
        let route = match row.id.clone() {
            Some(id) => Route::Person { id },
            None => Route::People { find: row.name.clone(), from: 0 },
        };
        (session.link(route), nobody::name(&row.name, language))
    };
    let rest = (view.more > 0).then(|| (session.link(Route::Data { from: 0 }), nobody::more(view.more, language)));
    let names = view.names.iter().map(name).chain(rest).enumerate().map(|(place, (href, said))| {
        let between = (place > 0).then_some(", ");
        view! { {between} <a href=href>{said}</a> }
    });
    Some(view! { <p class="sub doubt">{before} {names.collect_view()} {after}</p> }.into_any())
}
