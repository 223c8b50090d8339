//! What is wrong with the open file, by line, the heaviest first.

use leptos::prelude::*;

use crate::engine::lens::Window;
use crate::engine::request::AskProblems;
use crate::engine::view::ProblemPage;
use crate::organisation::number::saturating;
use crate::organisation::problem::{Problem, ProblemKind, Weight};
use crate::organisation::value::{Language, visible};
use crate::page::parts::{Pager, STEP};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::numbers::capital;
use crate::text::{data, nobody, problem};

/// Weights, the heaviest first.
const WEIGHTS: [Weight; 4] = [Weight::Fatal, Weight::SetAside, Weight::Ignored, Weight::Advice];

/// The problems in a window, grouped by what they mean for the file. Nothing where there are none.
#[component]
pub(super) fn Problems(
    /// Problems before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskProblems { window: Window { from: from.get(), count: STEP } });
    move || {
        let (page, language) = (reply.get()?, session.language());
        (page.total > 0).then(|| drawn(&page, from.get_untracked(), language))
    }
}

fn drawn(page: &ProblemPage, from: u32, language: Language) -> impl IntoView + use<> {
    let groups = WEIGHTS.into_iter().filter_map(|weight| {
        let rows: Vec<_> = page.rows.iter().filter(|problem| problem.kind.weight() == weight).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{data::weight(weight, language)}</h3>
                <p class="muted">{problem::consequence(weight, language)}</p>
                <ul class="problems" role="list">
                    {rows.into_iter().map(|problem| row(problem, language)).collect_view()}
                </ul>
            }
        })
    });
    let shown = saturating(page.rows.len());
    view! {
        <section class="card problems-card">
            <h2>{data::problems(language)}</h2>
            {groups.collect_view()}
            <Pager from shown total=page.kept language route=|from| Route::Data { from } />
            {data::not_kept(page.total, page.kept, language).map(|said| view! { <p class="muted">{said}</p> })}
        </section>
    }
}

fn row(of: &Problem, language: Language) -> impl IntoView + use<> {
    let who = if let ProblemKind::SaysNobody { name } = &of.kind {
        let href = Session::current().link(Route::People { find: name.clone(), from: 0 });
        Some(view! { <a href=href>{nobody::show(language)}</a> " " })
    } else {
        None
    };
    view! {
        <li class="problem">
            <span class="problem-place">{problem::place(&of.place, language)}</span>
            <span class="problem-what">
                {capital(&problem::said(of, language))} ". " {who} <code class="problem-path">{visible(&of.place.path)}</code>
            </span>
        </li>
    }
}
