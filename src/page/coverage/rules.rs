//! The rules with their counts. Each leads to its findings.

use leptos::prelude::*;

use crate::browser::dom;
use crate::engine::lens::FindingFilter;
use crate::engine::view::RuleRow;
use crate::organisation::rule::Severity;
use crate::organisation::sort;
use crate::page::parts::{Empty, StateLegend, TallyBar};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{finding, numbers, overview, pages, words};

/// All rules, those that must hold first.
#[component]
pub fn RuleList(
    /// The rules with their counts.
    rules: Memo<Vec<RuleRow>>,
    /// Which findings are shown: the rule among them is pointed out.
    filter: Signal<FindingFilter>,
) -> impl IntoView {
    let session = Session::current();
    let list = move || {
        let (language, all) = (session.language(), rules.get());
        let (is_empty, narrowed) = (all.is_empty(), session.within().is_some());
        let (whole, mut telling): (Vec<_>, Vec<_>) =
            all.iter().partition(|rule: &&RuleRow| rule.tally.met == rule.tally.applicable);
        sort::by_key(&mut telling, |rule| std::cmp::Reverse(pages::gaps(rule)));
        let rows = move |rules: &[&RuleRow]| rules.iter().map(|rule| rule_row(session, rule, filter)).collect_view();
        let group = |severity: Severity| {
            let mine: Vec<_> = telling.iter().copied().filter(|rule| rule.severity == severity).collect();
            (!mine.is_empty()).then(|| {
                view! {
                    <h3 class="group">{numbers::capital(words::severity(severity, language))}</h3>
                    <ul class="rules" role="list">{rows(&mine)}</ul>
                }
            })
        };
        let rest = (!whole.is_empty()).then(|| {
            view! {
                <details class="holding rules-whole">
                    <summary>{overview::rest_of_rules(&whole, narrowed, language)}</summary>
                    <ul role="list">{rows(&whole)}</ul>
                </details>
            }
        });
        view! {
            {is_empty.then(|| view! { <Empty text=pages::no_rules(language)/> })}
            {group(Severity::Must)} {group(Severity::Should)} {rest}
            {(!is_empty).then(|| view! { <StateLegend language/> })}
        }
    };
    view! { {list} }
}

/// One rule with its count and its bar.
fn rule_row(session: Session, rule: &RuleRow, filter: Signal<FindingFilter>) -> impl IntoView + use<> {
    let language = session.language();
    let (text, held, all) = (finding::rule_text(rule, language), pages::held(rule), rule.tally.applicable);
    let id = rule.id.clone();
    let chosen = {
        let id = id.clone();
        move || filter.with(|filter| filter.rule.as_deref() == Some(&*id)).then_some("true")
    };
    let href = move || {
        let filter = FindingFilter { rule: Some(id.clone()), ..filter.get() };
        session.href(Route::Coverage { filter, from: 0 })
    };
    // Where the findings stand under the rules, one would not see that they have changed.
    let seen = |_| request_animation_frame(|| dom::bring_into_view("#findings .results-line"));
    view! {
        <li class="rule">
            <a class="rule-text" href=href aria-current=chosen on:click=seen>{text}</a>
            <span class="rule-count">{numbers::of(held, all, language)}</span>
            <TallyBar rule language/>
        </li>
    }
}
