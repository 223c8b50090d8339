//! A unit's own page: its verdict, who holds what, how to reach it, its findings and risks, and what is under it.

mod posts;

use leptos::prelude::*;

pub(super) use self::posts::{actions, doubted, post_line, posts};
use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{
    ContactCard, Empty, FindingRow, Hero, MoreRows, OpenRoles, OwnHistory, RiskRow, STEP, UnitLink, UnitRow,
    next_finding, recorded,
};
use super::route::Route;
use super::session::{Session, use_answer, use_title};
use crate::draft::FieldValue;
use crate::engine::lens::{RiskFilter, Window, WorkplaceFilter};
use crate::engine::request::{AskUnit, AskUnits};
use crate::engine::view::UnitView;
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Language};
use crate::page::not_found::NotFound;
use crate::text::{draft, numbers, pages, roles, words};

fetched!(unit, |route| match route {
    Route::Unit { id } => view! { <Unit id /> }.into_any(),
    _ => ().into_any(),
});

/// The page of one unit.
#[component]
pub fn Unit(
    /// The id of the unit.
    id: String,
) -> impl IntoView {
    let session = Session::current();
    let key = id.clone();
    let reply = use_answer(move || AskUnit { lens: session.lens(), id: id.clone() });
    use_title(move || match reply.get() {
        Some(view) if !view.is_secret => view.row.unit.name.say(session.language()).to_owned(),
        _ => String::new(),
    });
    let before = untrack(|| session.draft()).undo;
    let acted = Memo::new(move |_| {
        let last = session.draft().undo;
        last.is_some() && last != before
    });
    let page = move || {
        if reply.is_absent() {
            return Some(view! { <NotFound/> }.into_any());
        }
        let unit = reply.get()?;
        Some(shown(session, &unit, acted, session.on(), session.language()))
    };
    let is_there = Memo::new(move |_| reply.get().is_some());
    view! {
        {page}
        {move || is_there.get().then(|| view! { <OwnHistory list=ListName::Units id=key.clone()/> })}
    }
}

fn shown(session: Session, unit: &UnitView, acted: Memo<bool>, on: Date, language: Language) -> AnyView {
    let path = unit.path.iter().cloned().map(|unit| view! { <li><UnitLink unit language/></li> }).collect_view();
    let kind = numbers::capital(words::unit_kind(unit.row.unit.kind).one(language));
    let workplaces =
        (unit.row.workplaces > 1).then(|| words::unit_kind(UnitKind::Workplace).figure(unit.row.workplaces, language));
    let over = [Some(kind), workplaces, Some(numbers::date(on, language))].into_iter().flatten().collect::<Vec<_>>();
    let findings = unit.findings.iter().map(|row| view! { <FindingRow row on language here=true/> }).collect_view();
    let risks = unit.risks.iter().cloned().map(|row| view! { <RiskRow row language/> }).collect_view();
    let shown = saturating(unit.risks.len());
    let more_risks = (unit.risk_count > shown).then(|| {
        let filter = RiskFilter { unit: Some(unit.row.unit.id.clone()), ..RiskFilter::default() };
        let href = session.href(Route::Risks { filter, from: 0 });
        view! { <p><a href=href>{numbers::of(shown, unit.risk_count, language)}</a></p> }
    });
    let id = &unit.row.unit.id;
    let narrowed = session.within().as_ref() == Some(id);
    let within = (!narrowed).then(|| id.clone());
    let only = if narrowed { roles::everything(language) } else { roles::only_this_part(language) };
    let only = view! {
        <a class="button button-small" href=session.href_within(Route::Overview, within)>{only}</a>
    };
    let card = (unit.row.unit.kind == UnitKind::Workplace).then(|| {
        let filter = WorkplaceFilter { unit: Some(id.clone()), ..WorkplaceFilter::default() };
        let href = session.href(Route::Cards { filter });
        view! { <a class="button button-small" href=href>{roles::representatives::print_card(language)}</a> }
    });
    // What was done here since the page was opened; what is still missing here is the list under it.
    let done = move || {
        acted.get().then(|| {
            view! { <div class="just-done" role="status">{recorded(session, language)} {next_finding(session, on, language)}</div> }
        })
    };
    let begin = |label: &str, editing| view! { <EditButton label=label.to_owned() editing/> };
    let new = |list, field: &str, value| OpenForm::New { list, preset: vec![(field.to_owned(), value)] };
    let edit = begin(draft::edit_unit(language), OpenForm::Item { list: ListName::Units, key: id.clone() });
    let add_unit = begin(draft::add_unit(language), new(ListName::Units, "parent", FieldValue::text(id)));
    let add_post = begin(draft::add_post(language), new(ListName::Assignments, "unit", FieldValue::text(id)));
    let add_risk = begin(draft::new_risk(language), new(ListName::Risks, "units", FieldValue::Texts(vec![id.clone()])));
    view! {
        <nav class="path" aria-label=pages::path(language)>
            <ol role="list">{path}</ol>
        </nav>
        <Hero
            over=over.join(" · ")
            verdict=pages::unit_verdict(unit, language)
            after=pages::unit_after(unit, language).unwrap_or_default()
        />
        <p class="actions under-hero no-print">{only} {card}</p>
        <div class="grid">
            <div class="wide stack">
                <section class="card">
                    <h2>{pages::posts(language)}</h2>
                    {posts(unit, language)}
                    <p class="actions no-print">{add_post}</p>
                </section>
                <section class="card">
                    <h2>{pages::findings(language)}</h2>
                    {unit.findings.is_empty().then(|| view! { <Empty text=pages::no_findings_here(language)/> })}
                    <ul class="rows" role="list">{findings}</ul>
                    {done}
                </section>
                {(!unit.open.is_empty())
                    .then(|| {
                        view! {
                            <section class="card">
                                <OpenRoles unit=id.clone() open=unit.open.clone() language/>
                            </section>
                        }
                    })}
            </div>
            <div class="narrow stack">
                <section class="card">
                    <h2>{pages::contact(language)}</h2>
                    <ContactCard unit=unit.clone() language/>
                    <p class="actions no-print">{edit} {add_unit}</p>
                </section>
                <section class="card">
                    <h2>{pages::risks(language)}</h2>
                    {unit.risks.is_empty().then(|| view! { <Empty text=pages::no_risks_here(language)/> })}
                    <ul class="rows" role="list">{risks}</ul>
                    {more_risks}
                    <p class="actions no-print">{add_risk}</p>
                </section>
            </div>
            {(unit.row.children > 0)
                .then(|| {
                    view! {
                        <section class="card full">
                            <h2>{pages::children(language)}</h2>
                            <Children id=id.clone()/>
                        </section>
                    }
                })}
        </div>
    }
    .into_any()
}

/// The units directly under one: all of them can be reached.
#[component]
fn Children(
    /// The id of the unit.
    id: String,
) -> impl IntoView {
    let session = Session::current();
    let count = RwSignal::new(STEP);
    let reply = use_answer(move || AskUnits {
        lens: session.lens(),
        parent: Some(id.clone()),
        find: String::new(),
        window: Window { from: 0, count: count.get() },
    });
    move || {
        let (page, language) = (reply.get()?, session.language());
        let rows = page.rows.iter().cloned().map(|row| view! { <li><UnitRow row language/></li> }).collect_view();
        let (shown, total) = (saturating(page.rows.len()), page.total);
        Some(view! {
            <ul class="rows columns" role="list">{rows}</ul>
            <MoreRows shown total count language/>
        })
    }
}
