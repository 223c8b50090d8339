//! In place of a finding that is no more: what was recorded, what is still missing at the same place, and what comes next.

use leptos::prelude::*;

use super::unit;
use crate::engine::lens::{FindingFilter, Window};
use crate::engine::request::AskFindings;
use crate::engine::view::FindingView;
use crate::organisation::value::{Date, Language};
use crate::page::parts::{FindingRow, Hero, UnitLink, next_finding, recorded};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::overview::Sentence;
use crate::text::{finding, numbers, pages};

/// Findings of one place that are told; the unit's own page has them all.
const HERE: u32 = 5;

pub(super) fn settled(session: Session, found: &FindingView, on: Date, language: Language) -> AnyView {
    let subject = finding::subject(&found.row.subject, language);
    let rule = FindingFilter { rule: Some(found.row.rule.clone()), ..FindingFilter::default() };
    let href = session.href(Route::Coverage { filter: rule, from: 0 });
    let at = unit(&found.row.subject).cloned();
    let here = at.map(|at| here(session, &at, on, language));
    view! {
        <Hero over=numbers::date(on, language) verdict=Sentence::plain(pages::settled(&subject, language))/>
        <div class="grid">
            <section class="card wide">
                <h2>{pages::done_here(language)}</h2>
                {recorded(session, language)}
                {here}
                {next_finding(session, on, language)}
            </section>
            <section class="card narrow">
                <h2>{pages::asks(language)}</h2>
                <p class="rule-said">{finding::rule_text(&found.rule.row, language)}</p>
                <p>
                    <a href=href>{pages::settled_rule(language)}</a>
                </p>
            </section>
        </div>
    }
    .into_any()
}

/// What is still to be looked at where it was.
fn here(session: Session, at: &crate::engine::view::UnitRef, on: Date, language: Language) -> AnyView {
    let id = at.id.clone();
    let rest = use_answer(move || AskFindings {
        lens: session.lens(),
        filter: FindingFilter { unit: Some(id.clone()), ..FindingFilter::default() },
        window: Window { from: 0, count: HERE },
    });
    let unit = at.clone();
    let said = move || {
        let page = rest.get()?;
        let rows = page.rows.iter().map(|row| view! { <FindingRow row on language/> }).collect_view();
        let filter = FindingFilter { unit: Some(unit.id.clone()), ..FindingFilter::default() };
        let all = (page.total > HERE).then(|| {
            let href = session.link(Route::Coverage { filter, from: 0 });
            view! { <p><a href=href>{pages::all_here(page.total, language)}</a></p> }
        });
        Some(view! {
            <h3>{pages::still_here(page.total, language)} " " <UnitLink unit=unit.clone() language/></h3>
            <ul class="rows" role="list">{rows}</ul>
            {all}
        })
    };
    view! { <div>{said}</div> }.into_any()
}
