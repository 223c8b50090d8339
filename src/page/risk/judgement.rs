//! The levels of a risk, the dimension that decided, and how the class was looked up.

use leptos::prelude::*;

use crate::engine::view::{DimensionRow, LevelView, RiskView};
use crate::organisation::value::{Label, Language};
use crate::page::parts::ClassMark;
use crate::text::{pages, risk};

/// Likelihood and every dimension of the consequence, and what they came to.
pub(super) fn judgement(view: &RiskView, language: Language) -> AnyView {
    let matrix = view.matrix.as_ref();
    let said = |motive: &Label| motive.say(language).to_owned();
    let likelihood = view.likelihood.as_ref().map(|levels| {
        let high = &levels.1;
        let at = usize::from(high.level);
        let below = matrix.and_then(|matrix| matrix.likelihood.get(at.checked_sub(2)?));
        let note = risk::level_bounds(high, below, language);
        (levels, note)
    });
    let (levels, note) = likelihood.unzip();
    let motive = view.likelihood_motive.as_ref();
    let likelihood =
        line(pages::likelihood(language).to_owned(), levels, [note.flatten(), motive.map(said)], "", language);
    let dimension = |row: &DimensionRow| {
        let name = row.name.say(language).to_owned();
        let described = row.levels.as_ref().and_then(|(_, high)| {
            high.description
                .as_ref()
                .map(|text| text.say(language).to_owned())
                .or_else(|| risk::level_bounds(high, None, language))
        });
        let notes = [described, row.motive.as_ref().map(said)];
        line(name, row.levels.as_ref(), notes, risk::dimension_note(row, language), language)
    };
    let dimensions = view.dimensions.iter().map(dimension).collect_view();
    let lookup = risk::lookup(&view.row, language).map(|said| view! { <p>{said}</p> });
    let range = view.row.class_range.as_ref().filter(|(low, high)| low.index != high.index).map(|(low, high)| {
        view! {
            <p class="class-span">
                {pages::range(language)} ": " <ClassMark class=low.clone() language/> " – "
                <ClassMark class=high.clone() language/>
            </p>
        }
    });
    let demands = view.row.class.as_ref().and_then(|class| class.demands.as_ref());
    let demands = demands.map(|demands| view! { <p>{demands.say(language).to_owned()}</p> });
    let sort = view.sort.map(|sort| view! { <p class="muted">{risk::sorted_by(sort, language)}</p> });
    let uncertainty = view.row.uncertainty.map(|uncertainty| {
        let uncertainty = risk::uncertain(uncertainty, view.axes, language);
        view! { <p>{pages::uncertainty(language)} ": " {uncertainty}</p> }
    });
    view! {
        <table class="list levels" role="table" aria-label=pages::consequence(language)>
            <thead role="rowgroup" class="visually-hidden">
                <tr role="row">
                    <th role="columnheader" scope="col">{pages::consequence(language)}</th>
                    <th role="columnheader" scope="col">{pages::level(language)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{likelihood} {dimensions}</tbody>
        </table>
        {lookup} {range} {demands} {uncertainty} {sort}
    }
    .into_any()
}

/// One input of the judgement.
fn line(
    name: String,
    levels: Option<&(LevelView, LevelView)>,
    notes: [Option<String>; 2],
    mark: &'static str,
    language: Language,
) -> AnyView {
    let said = levels.map_or_else(|| pages::not_stated(language).to_owned(), |levels| risk::levels(levels, language));
    let decides = levels.is_some() && !mark.is_empty();
    view! {
        <tr role="row" class:decides=decides>
            <th role="rowheader" scope="row">
                {name} {decides.then(|| view! { <span class="decides-mark">{mark}</span> })}
            </th>
            <td role="cell">
                {said} {notes.map(|note| note.map(|note| view! { <span class="muted">{note}</span> })).into_iter().collect_view()}
            </td>
        </tr>
    }
    .into_any()
}
