//! The rules with their counts: those with something to say in full, those that hold entirely behind one line.

use leptos::prelude::*;

use crate::engine::view::RuleRow;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, StateLegend, rule_line};
use crate::page::session::Session;
use crate::text::{overview, pages};

/// How the rules stand.
#[component]
pub(super) fn Rules<'a>(
    /// The rules.
    rules: &'a [RuleRow],
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let narrowed = Session::current().within().is_some();
    let is_empty = rules.is_empty();
    let (whole, telling): (Vec<_>, Vec<_>) =
        rules.iter().partition(|rule: &&RuleRow| rule.tally.met == rule.tally.applicable);
    let rest = (!whole.is_empty()).then(|| {
        view! {
            <details class="holding">
                <summary>{overview::holding(&whole, narrowed, language)}</summary>
                <ul role="list">{whole.into_iter().map(|rule| rule_line(rule, language)).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <section class="card wide tall">
            <h2>{overview::rules(language)}</h2>
            <p class="lead">{overview::rules_lead(language)}</p>
            {is_empty.then(|| view! { <Empty text=pages::no_rules(language) /> })}
            <ul class="rules" role="list">
                {telling.into_iter().map(|rule| rule_line(rule, language)).collect_view()}
            </ul>
            {rest}
            {(!is_empty).then(|| view! { <StateLegend language /> })}
        </section>
    }
}
