//! What to mind about a matrix, each with the cells in question.

use leptos::prelude::*;

use super::MethodWork;
use crate::engine::view::MethodEntry;
use crate::organisation::problem::{AdviceKind, MatrixAdvice};
use crate::organisation::value::Language;
use crate::text::method::page as text;

/// The card of what is unwise about a matrix.
#[component]
pub(super) fn AdviceCard(
    /// The change being prepared.
    work: MethodWork,
    /// The matrix that the advice is about.
    entry: MethodEntry,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let item = |advice: &MatrixAdvice| {
        let details: Vec<String> = match advice.kind {
            AdviceKind::ThresholdGap | AdviceKind::ThresholdOverlap => {
                let overlaps = advice.kind == AdviceKind::ThresholdOverlap;
                let of_kind = entry.breaks.iter().filter(|found| found.overlaps == overlaps);
                of_kind.map(|found| text::gap(&entry, *found, language)).collect()
            }
            AdviceKind::MisorderedPairs => {
                let some = entry.misordered.iter().filter(|(_, pairs, _)| *pairs > 0);
                some.map(|found| text::misordered(found, language)).collect()
            }
            _ => Vec::new(),
        };
        let details = details.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        let cells = advice.cells.clone();
        let mine = cells.clone();
        let pressed = move || (work.marked.with(|marked| *marked == mine)).to_string();
        let seen = text::seen(advice.kind, language);
        let toggle =
            move |_| work.marked.update(|marked| *marked = if *marked == cells { Vec::new() } else { cells.clone() });
        let show = (!advice.cells.is_empty()).then(|| {
            let label = format!("{}: {seen}", text::show_cells(language));
            view! {
                <button type="button" class="button button-small no-print" aria-pressed=pressed aria-label=label on:click=toggle>
                    {text::show_cells(language)}
                </button>
            }
        });
        view! {
            <li class="method-advice">
                <strong>{seen}</strong>
                <p>{text::means(advice.kind, language)}</p>
                <ul>{details}</ul>
                {show}
            </li>
        }
    };
    let items = entry.advice.iter().map(item).collect_view();
    let alike =
        text::alike(&entry, language).into_iter().map(|line| view! { <li class="method-advice">{line} "."</li> });
    let alike = alike.collect_view();
    let nothing = entry.advice.is_empty().then(|| view! { <p class="lead">{text::nothing(language)}</p> });
    view! {
        <section class="card">
            <h2>{text::checks(language)}</h2>
            {nothing}
            <ul class="method-checks" role="list">{items} {alike}</ul>
        </section>
    }
    .into_any()
}
