//! What the file says about a risk beside its levels, and what is done about it.

use leptos::prelude::*;

use crate::engine::view::{MeasureRow, MeasureStands, RiskView};
use crate::organisation::value::Language;
use crate::page::parts::{Empty, Fact, UnitLink, owned};
use crate::text::{measures, numbers, pages, words};

/// Units, owner, treatment, capability and the rest, those that the file states.
pub(super) fn facts(view: &RiskView, language: Language) -> AnyView {
    let fact = |label, text: Option<String>| text.map(|text| view! { <Fact label>{text}</Fact> });
    let units = view.row.units.clone();
    let units = (!units.is_empty()).then(|| {
        let units = units.into_iter().map(|unit| view! { <li><UnitLink unit language/></li> }).collect_view();
        view! { <Fact label=pages::units(language)><ul class="plain" role="list">{units}</ul></Fact> }
    });
    let owner = owned(view.owner.as_ref(), view.owner_person.as_ref(), language);
    let treatment = view.treatment.map(|treatment| numbers::capital(words::treatment(treatment, language)));
    let capability = view.capability.map(|capability| numbers::capital(words::capability(capability, language)));
    let outage = view.acceptable_outage.map(|hours| numbers::hours(hours, language));
    let reviewed = view.reviewed.map(|day| numbers::date(day, language));
    let reviewed = Some(reviewed.unwrap_or_else(|| pages::not_stated(language).to_owned()));
    view! {
        <dl class="facts">
            {units} <Fact label=pages::owner(language)>{owner}</Fact> {fact(pages::treatment(language), treatment)}
            {fact(pages::capability(language), capability)} {fact(pages::outage(language), outage)}
            {fact(pages::scenario(language), view.scenario.clone())} {fact(pages::reviewed(language), reviewed)}
        </dl>
    }
    .into_any()
}

/// The measures against a risk.
pub(super) fn measures(view: &RiskView, language: Language) -> AnyView {
    if view.measures.is_empty() {
        return view! { <Empty text=pages::no_measures(language)/> }.into_any();
    }
    let heads = [pages::measure(language), pages::status(language), pages::owner(language), pages::due(language)];
    let heads = heads.into_iter().map(|head| view! { <th role="columnheader" scope="col">{head}</th> }).collect_view();
    let row = |measure: &MeasureRow| {
        let status = measure.status.map_or_else(
            || pages::not_stated(language).to_owned(),
            |status| numbers::capital(words::measure_status(status, language)),
        );
        // Late is late on every page.
        let late = (measure.stands == MeasureStands::Overdue)
            .then(|| view! { <strong class="late">{measures::overdue(language)}</strong> " " });
        let cost = measure.cost.map(|cost| view! { <span class="muted">{numbers::sek(cost, language)}</span> });
        let due = measure
            .due
            .map_or_else(|| pages::not_stated(language).to_owned(), |due| numbers::short_date(due, language));
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{measure.title.say(language).to_owned()} {cost}</th>
                <td role="cell" data-label=pages::status(language)>{late} {status}</td>
                <td role="cell" data-label=pages::owner(language)>{owned(measure.owner.as_ref(), measure.owner_person.as_ref(), language)}</td>
                <td role="cell" data-label=pages::due(language)>{due}</td>
            </tr>
        }
    };
    let rows = view.measures.iter().map(row).collect_view();
    view! {
        <table class="list" role="table" aria-label=pages::measures(language)>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}
