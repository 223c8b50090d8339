//! The matrix, small, with its counts.

use leptos::prelude::*;

use crate::engine::view::MatrixView;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, MatrixTable};
use crate::page::route::NavigationSection;
use crate::page::session::Session;
use crate::text::{overview, pages, risk};

/// Which risks come first.
#[component]
pub(super) fn Risks<'a>(
    /// The matrix, where there is one that can be used.
    #[prop(optional_no_strip)]
    matrix: Option<&'a MatrixView>,
    /// Whether the file has risks.
    any: bool,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let session = Session::current();
    let drawn = match matrix {
        None => view! { <Empty text=overview::no_matrix(language) /> }.into_any(),
        Some(_) if !any => view! { <Empty text=pages::no_risks_at_all(language) /> }.into_any(),
        Some(matrix) => view! {
            <p class="lead">{risk::placed(matrix, language)} " " {risk::caution(language)}</p>
            <MatrixTable matrix language small=true />
            <p class="card-more">
                <a href=session.link(NavigationSection::Risks.route())>{overview::all_risks(language)}</a>
            </p>
        }
        .into_any(),
    };
    view! {
        <section class="card narrow">
            <h2>{overview::risks(language)}</h2>
            {drawn}
        </section>
    }
}
