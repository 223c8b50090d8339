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
        Some(_) if !any => {
            // A part without risks says nothing of the file.
            let of_part =
                session.within().and_then(|_| elsewhere(session)).map(|all| pages::no_risks_in_part(all, language));
            let said = of_part.unwrap_or_else(|| pages::no_risks_at_all(language).to_owned());
            view! { <p class="empty">{said}</p> }.into_any()
        }
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

/// How many risks the file has, where it has any.
fn elsewhere(session: Session) -> Option<u32> {
    let summary = session.summary()?;
    summary.lists.iter().find(|count| count.list == "risks").map(|count| count.used).filter(|used| *used > 0)
}
