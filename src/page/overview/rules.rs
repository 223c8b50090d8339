//! The rules with their counts: those with something to say in full, those that hold entirely behind one line.

use leptos::prelude::*;

use crate::engine::request::FindingFilter;
use crate::engine::view::RuleRow;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, StateLegend, TallyBar};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::numbers::integer;
use crate::text::{finding, overview, pages};

/// How the rules stand.
#[component]
pub(super) fn Rules<'a>(
    /// The rules.
    rules: &'a [RuleRow],
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let is_empty = rules.is_empty();
    let (whole, telling): (Vec<_>, Vec<_>) =
        rules.iter().partition(|rule: &&RuleRow| rule.tally.met == rule.tally.applicable);
    let rest = (!whole.is_empty()).then(|| {
        view! {
            <details class="holding">
                <summary>{overview::holding(&whole, language)}</summary>
                <ul role="list">{whole.into_iter().map(|rule| row(rule, language)).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <section class="card wide tall">
            <h2>{overview::rules(language)}</h2>
            <p class="lead">{overview::rules_lead(language)}</p>
            {is_empty.then(|| view! { <Empty text=pages::no_rules(language) /> })}
            <ul class="rules" role="list">
                {telling.into_iter().map(|rule| row(rule, language)).collect_view()}
            </ul>
            {rest}
            {(!is_empty).then(|| view! { <StateLegend language /> })}
        </section>
    }
}

/// One rule: its text, which leads to its findings, how many subjects hold of how many, and the bar.
fn row(rule: &RuleRow, language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let filter = FindingFilter { rule: Some(rule.id.clone()), ..FindingFilter::default() };
    let href = session.link(Route::Coverage { filter, from: 0 });
    view! {
        <li class="rule">
            <a class="rule-text" href=href>
                {finding::rule_text(rule, language)}
            </a>
            <span class="rule-count">
                <strong>{integer(pages::held(rule).into(), language)}</strong>
                " "
                {overview::out_of(rule.tally.applicable, language)}
            </span>
            <TallyBar rule language />
        </li>
    }
}
