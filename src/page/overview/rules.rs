//! The rules with their counts: those that most need to be seen to in full, the others behind one line.

use leptos::prelude::*;

use crate::engine::lens::FindingFilter;
use crate::engine::view::RuleRow;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, StateLegend, TallyBar, rule_line};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::numbers::integer;
use crate::text::{finding, overview, pages};

/// Rules shown in full.
const WORST: usize = 5;

/// How the rules stand.
#[component]
pub(super) fn Rules<'a>(
    /// The rules, those with most gaps first within how much they ask.
    rules: &'a [RuleRow],
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let narrowed = Session::current().within().is_some();
    let is_empty = rules.is_empty();
    // Those with gaps, then those with something else to say.
    let rank = |rule: &&RuleRow| match () {
        () if overview::gaps(rule) > 0 => 0,
        () if rule.tally.met < rule.tally.applicable => 1,
        () => 2,
    };
    let of = |wanted: u8| rules.iter().filter(move |rule| rank(rule) == wanted);
    let in_order: Vec<&RuleRow> = of(0).chain(of(1)).chain(of(2)).collect();
    let telling = of(0).chain(of(1)).count().min(WORST);
    let (worst, rest) = in_order.split_at(telling);
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="holding">
                <summary>{overview::rest_of_rules(rest, narrowed, language)}</summary>
                <ul role="list">{rest.iter().map(|rule| rule_line(rule, language)).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <section class="card overview-rules">
            <h2>{overview::rules(language)}</h2>
            {if is_empty {
                view! { <Empty text=pages::no_rules(language) /> }.into_any()
            } else {
                view! { <p class="lead">{overview::rules_lead(rules, worst.len(), language)}</p> }.into_any()
            }}
            <ul class="rules" role="list">{worst.iter().map(|rule| in_full(rule, language)).collect_view()}</ul>
            {more}
            {(!is_empty).then(|| view! { <StateLegend language /> })}
        </section>
    }
}

/// A rule with what is amiss in words.
fn in_full(rule: &RuleRow, language: Language) -> impl IntoView + use<> {
    let session = Session::current();
    let filter = FindingFilter { rule: Some(rule.id.clone()), ..FindingFilter::default() };
    let href = session.link(Route::Coverage { filter, from: 0 });
    view! {
        <li class="rule rule-worst">
            <a class="rule-text" href=href>{finding::rule_text(rule, language)}</a>
            <span class="rule-rest">{pages::tally_rest(&rule.tally, language)}</span>
            <span class="rule-count">
                <strong>{integer(pages::held(rule).into(), language)}</strong>
                " "
                {overview::out_of(rule.tally.applicable, language)}
            </span>
            <TallyBar rule language />
        </li>
    }
}
