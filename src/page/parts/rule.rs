//! A rule in a list of rules.

use leptos::prelude::*;

use super::TallyBar;
use crate::engine::lens::FindingFilter;
use crate::engine::view::RuleRow;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::numbers::integer;
use crate::text::{finding, overview, pages};

/// A rule: its text, which leads to its findings, how many subjects hold of how many, and the bar.
pub fn rule_line(rule: &RuleRow, language: Language) -> impl IntoView + use<> {
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

/// The rules about what a page is about, with what their marks mean. Nothing where there are none.
pub fn rule_lines(rules: &[RuleRow], language: Language) -> impl IntoView + use<> {
    (!rules.is_empty()).then(|| {
        view! {
            <section class="card full">
                <h2>{overview::rules(language)}</h2>
                <ul class="rules in-columns" role="list">
                    {rules.iter().map(|rule| rule_line(rule, language)).collect_view()}
                </ul>
                <super::StateLegend language />
            </section>
        }
    })
}
