//! The rules with their counts. Each leads to its findings.

use leptos::prelude::*;

use crate::engine::request::FindingFilter;
use crate::engine::view::RuleRow;
use crate::organisation::rule::Severity;
use crate::page::parts::{Empty, StateLegend, TallyBar};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{finding, numbers, pages, words};

/// All rules, those that must hold first.
#[component]
pub fn RuleList(
    /// The rules.
    rules: Memo<Vec<RuleRow>>,
    /// Which findings are shown: the rule among them is pointed out.
    filter: Signal<FindingFilter>,
) -> impl IntoView {
    let session = Session::current();
    let group = move |severity: Severity| {
        let language = session.language();
        let rules: Vec<_> = rules.get().into_iter().filter(|rule| rule.severity == severity).collect();
        (!rules.is_empty()).then(|| {
            let row = move |rule: RuleRow| rule_row(session, rule, filter);
            view! {
                <h3 class="group">{numbers::capital(words::severity(severity, language))}</h3>
                <ul class="rules" role="list">{rules.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    let empty = move || rules.get().is_empty().then(|| view! { <Empty text=pages::no_rules(session.language())/> });
    view! {
        {empty} {move || group(Severity::Must)} {move || group(Severity::Should)}
        {move || view! { <StateLegend language=session.language()/> }}
    }
}

/// One rule with its count and its bar.
fn rule_row(session: Session, rule: RuleRow, filter: Signal<FindingFilter>) -> impl IntoView {
    let language = session.language();
    let (text, held, all) = (finding::rule_text(&rule, language), pages::held(&rule), rule.tally.applicable);
    let id = rule.id.clone();
    let chosen = {
        let id = id.clone();
        move || filter.with(|filter| filter.rule.as_deref() == Some(&*id)).then_some("true")
    };
    let href = move || {
        let filter = FindingFilter { rule: Some(id.clone()), ..filter.get() };
        session.href(Route::Coverage { filter, from: 0 })
    };
    view! {
        <li class="rule">
            <a class="rule-text" href=href aria-current=chosen>{text}</a>
            <span class="rule-count">{numbers::of(held, all, language)}</span>
            <TallyBar rule language/>
        </li>
    }
}
