//! Risks in a list.

use leptos::prelude::*;

use super::ClassMark;
use crate::engine::view::RiskRow as Row;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{risk, words};

/// A risk on one line: its class or why it has none, what could happen, and what decided.
#[component]
pub fn RiskRow(
    /// The risk that is shown.
    row: Row,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let place = row.number.map(|number| risk::numbered(number, language));
    let note = match (row.beside, &row.decided_by, &row.consequence) {
        (Some(beside), ..) => words::beside_one(beside, language).to_owned(),
        (None, Some(dimension), Some(level)) => format!("{}: {}", dimension.say(language), level.name.say(language)),
        _ => String::new(),
    };
    let (id, title) = (row.id, row.title.say(language).to_owned());
    view! {
        <li class="finding">
            {match row.class {
                Some(class) => view! { <ClassMark class language/> }.into_any(),
                None => view! { <span class="class-letter unplaced" aria-hidden="true">"–"</span> }.into_any(),
            }}
            <span class="finding-what">
                <a class="finding-subject" href=move || session.href(Route::Risk { id: id.clone() })>{title}</a>
                <span class="muted">{note}</span>
            </span>
            <span class="finding-aside">{place}</span>
        </li>
    }
}
