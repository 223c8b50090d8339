//! The matrix, small, with its counts, and the risks that come first.

use leptos::prelude::*;

use crate::engine::view::{MatrixView, RiskRow};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, MatrixTable};
use crate::page::route::{NavigationSection, Route};
use crate::page::session::Session;
use crate::text::{overview, pages, risk, words};

/// Which risks come first.
#[component]
pub(super) fn Risks<'a>(
    /// The matrix, where there is one that can be used.
    #[prop(optional_no_strip)]
    matrix: Option<&'a MatrixView>,
    /// The risks that come first.
    first: &'a [RiskRow],
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let session = Session::current();
    let beside = matrix.map_or(0, |matrix| matrix.beside.iter().sum::<u32>());
    let is_shown = !first.is_empty() || beside > 0;
    let drawn = match matrix {
        None => view! { <Empty text=overview::no_matrix(language) /> }.into_any(),
        Some(_) if !is_shown => {
            // A part without risks says nothing of the file.
            let of_part =
                session.elsewhere(ListName::Risks).map(|all| pages::none_in_part(&words::RISK, all, language));
            let said = of_part.unwrap_or_else(|| pages::no_risks_at_all(language).to_owned());
            view! { <p class="empty">{said}</p> }.into_any()
        }
        Some(matrix) => view! {
            <p class="lead">{risk::placed(matrix, language)}</p>
            <MatrixTable matrix language small=true />
            <ol class="first-risks" role="list">{first.iter().map(|row| named(row, language)).collect_view()}</ol>
        }
        .into_any(),
    };
    let all = is_shown.then(|| {
        let href = session.link(NavigationSection::Risks.route());
        view! { <a href=href>{overview::all_risks(language)}</a> }
    });
    view! {
        <section class="card overview-risks">
            <div class="card-head">
                <h2>{overview::risks(language)}</h2>
                {all}
            </div>
            {drawn}
        </section>
    }
}

/// A risk by its place in the register and what could happen.
fn named(row: &RiskRow, language: Language) -> impl IntoView + use<> {
    let href = Session::current().link(Route::Risk { id: row.id.clone() });
    view! {
        <li>
            <span class="risk-rank">{row.number.map(|number| number.to_string())}</span>
            <a href=href>{row.title.say(language).to_owned()}</a>
        </li>
    }
}
