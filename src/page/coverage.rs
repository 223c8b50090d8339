//! Coverage: every rule with its counts, and the findings that fit the choice in the address.

mod exceptions;
mod filter;
mod rules;

use std::sync::Arc;

use leptos::prelude::*;

use self::exceptions::Exceptions;
use self::filter::Filter;
use self::rules::RuleList;
use super::code::fetched;
use super::parts::{Empty, Explained, Hero, ListLength, OpenRoles, Pager, StateMark, aside, narrowed_to};
use super::route::Route;
use super::session::{Session, use_answer, use_parts};
use crate::coverage::State;
use crate::engine::lens::FindingFilter;
use crate::engine::request::AskFindings;
use crate::engine::view::{FindingPage, FindingRow};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::text::{finding, numbers, pages};

fetched!(coverage, |_| {
    let (filter, from) = use_parts(|route| match route {
        Route::Coverage { filter, from } => Some((filter, from)),
        _ => None,
    });
    view! { <Coverage filter from /> }.into_any()
});

/// The rules and their findings.
#[component]
pub fn Coverage(
    /// What the findings must fit to be listed.
    filter: Signal<FindingFilter>,
    /// Findings before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let (session, length) = (Session::current(), ListLength::begin());
    let reply = use_answer(move || AskFindings {
        lens: session.lens(),
        filter: filter.get(),
        window: length.window(from.get()),
    });
    let page = Memo::new(move |_| reply.get().map(|page: Arc<FindingPage>| FindingPage::clone(&page)));
    let rules = Memo::new(move |_| page.get().map(|page| page.rules).unwrap_or_default());
    let hero = move || {
        let language = session.language();
        let rules = page.get()?.rules;
        let over = numbers::date(session.on(), language);
        let (verdict, after) = (pages::coverage_verdict(&rules, language), pages::coverage_after(&rules, language));
        Some(view! { <Hero over verdict after/> })
    };
    let findings = move || {
        let page: FindingPage = page.get()?;
        let (language, on, filter, from) = (session.language(), session.on(), filter.get(), from.get());
        let empty = (page.total == 0).then(|| {
            let text = pages::nothing_listed(&page.rules, filter != FindingFilter::default(), language);
            view! { <Empty text/> }
        });
        let (shown, total) = (saturating(page.rows.len()), page.total);
        let rows = StoredValue::new(page.rows);
        let each = move || rows.get_value();
        let clear = (filter != FindingFilter::default()).then(|| {
            let all = session.href(Route::Coverage { filter: FindingFilter::default(), from: 0 });
            view! { <a class="clear" href=all>{pages::clear(language)}</a> }
        });
        let narrowed = narrowed_to(session, filter.unit.as_deref(), language);
        let to = move |from| Route::Coverage { filter: filter.clone(), from };
        let open = page.open.filter(|(_, open)| !open.is_empty()).map(|(unit, open)| {
            view! {
                <div class="open-roles">
                    <OpenRoles unit open language/>
                </div>
            }
        });
        Some(view! {
            <div class="results-line">
                <h2 class="results"><span role="status">{pages::findings_heading(total, &page.states, language)}</span></h2>
                {narrowed}
                {clear}
            </div>
            {empty}
            <div class="rows">
                <For each key=move |row| (row.id.clone(), language.word(), on) let:row>
                    <Row row on language/>
                </For>
            </div>
            <Pager from shown total language route=to/>
            {open}
        })
    };
    view! {
        {hero}
        <div class="grid">
            <section class="card narrow">
                <h2>{move || pages::rules(session.language())}</h2>
                <p class="lead">{move || pages::rules_lead(session.language())}</p>
                <RuleList rules filter/>
            </section>
            <section class="card wide" id="findings">
                <Filter rules filter/>
                {findings}
            </section>
            <Exceptions/>
        </div>
    }
}

/// A finding that opens to explain itself.
#[component]
fn Row(row: FindingRow, on: Date, language: Language) -> impl IntoView {
    let session = Session::current();
    let (subject, why) = (finding::subject(&row.subject, language), finding::why(&row, on, language));
    let (asked, aside) = (finding::asked(&row, language), aside(&row, on, language));
    let (id, state): (_, State) = (row.id.clone(), row.state);
    view! {
        <details class="finding-details">
            <summary class="finding">
                <StateMark state language sign_only=true/>
                <span class="finding-what">
                    <span class="finding-subject">{subject}</span>
                    <span class="muted">{why}</span>
                </span>
                <span class="finding-aside">{aside}</span>
            </summary>
            <div class="explained">
                <h3>{pages::asks(language)}</h3>
                <p>{asked}</p>
                <Explained row on language/>
                <p>
                    <a href=move || session.href(Route::Finding { id: id.clone() })>{pages::open_finding(language)}</a>
                </p>
            </div>
        </details>
    }
}
