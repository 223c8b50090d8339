//! Rules in a list: what each says and where that is written, what it finds, what to mind about it, and its buttons.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::unnamed;
use crate::coverage::advice::{NamedKind, RuleAdvice};
use crate::draft::{FieldValue, Patch};
use crate::engine::lens::FindingFilter;
use crate::engine::view::{RuleEntry, RulesView};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::edit::{EditButton, OpenForm, RuleEdit};
use crate::page::parts::{AskFirst, TallyBar};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::draft::removal::{self, AcceptedUnder};
use crate::text::{finding, numbers, rules, words};

/// Id of the element of a rule.
pub(super) fn element(rule: &str) -> String {
    format!("rule-{rule}")
}

/// Some rules, one of them pointed out by its id.
pub(super) fn rows(
    rows: Vec<RuleEntry>,
    view: &RulesView,
    pointed_out: Option<&str>,
    language: Language,
) -> impl IntoView + use<> {
    let row = |rule: RuleEntry| {
        let pointed_out = pointed_out == Some(&*rule.rule.row.id);
        view! { <Row rule unnamed_packs=unnamed(view) pointed_out language/> }
    };
    view! { <ul class="rules" role="list">{rows.into_iter().map(row).collect_view()}</ul> }
}

#[component]
fn Row(rule: RuleEntry, unnamed_packs: Vec<String>, pointed_out: bool, language: Language) -> impl IntoView {
    let session = Session::current();
    let row = &rule.rule.row;
    let findings = FindingFilter { rule: Some(row.id.clone()), ..FindingFilter::default() };
    let findings = session.href(Route::Coverage { filter: findings, from: 0 });
    let severity = numbers::capital(words::severity(row.severity, language));
    let changed =
        (rule.own && rule.pack.is_some()).then(|| view! { <span class="muted">{rules::changed(language)}</span> });
    let source = rule.rule.source.as_ref().map(|source| {
        view! { <p class="rule-source">{rules::source(language)} " " <cite>{source.say(language).to_owned()}</cite></p> }
    });
    let advice = rule.advice.iter().map(|advice| advice_line(advice, language)).collect_view();
    let edit = OpenForm::Rule(RuleEdit {
        id: Some(row.id.clone()),
        fields: rule.fields.clone(),
        own: rule.own,
        unnamed_packs,
    });
    let remove = (rule.own && session.may_change()).then(|| {
        let label = if rule.pack.is_some() { rules::set_back(language) } else { rules::remove(language) };
        let patch = Patch::Remove { list: ListName::Rules, key: row.id.clone() };
        let from = element(&row.id);
        let take = move |accepted: Vec<String>| {
            let (from, patch) = (from.clone(), patch.clone());
            Callback::new(move |()| {
                session.edit_from(&from);
                let patches = without(&accepted).chain([patch.clone()]).collect();
                spawn_local(async move { drop(session.change(patches).await) });
            })
        };
        // The pack's rule takes the place of one that goes, and what is accepted stays accepted.
        let accepted = if rule.pack.is_some() { Vec::new() } else { rule.accepted.clone() };
        let question = removal::accepted(AcceptedUnder::Rule, accepted.len(), language);
        let answers = match &question {
            None => vec![(label, take(Vec::new()))],
            Some(_) => vec![
                (removal::with_accepted(AcceptedUnder::Rule, language), take(accepted)),
                (removal::without_accepted(AcceptedUnder::Rule, language), take(Vec::new())),
            ],
        };
        view! { <AskFirst label named=rules::named(label, &rule, language) question answers language/> }
    });
    view! {
        <li class="rule rule-entry" id=element(&row.id) tabindex="-1" aria-current=pointed_out.then_some("true")>
            <p class="rule-entry-text">{finding::rule_text(row, language)} " " {changed}</p>
            <p class="rule-count">
                {severity} " · " <a href=findings>{rules::finds(&row.tally, language)}</a>
            </p>
            <TallyBar rule=row language/>
            {advice}
            {source}
            <div class="rule-acts no-print">
                <EditButton label=rules::edit(language).to_owned() named=rules::named(rules::edit(language), &rule, language) editing=edit/>
                {remove}
            </div>
        </li>
    }
}

/// The wishes that take these exceptions out, by the ids of their findings.
pub(super) fn without(accepted: &[String]) -> impl Iterator<Item = Patch> {
    accepted.iter().map(|finding| Patch::Remove { list: ListName::Exceptions, key: finding.clone() })
}

/// What to mind, and the way to mend it where that is a form.
fn advice_line(advice: &RuleAdvice, language: Language) -> impl IntoView + use<> {
    let missing = match advice {
        RuleAdvice::Unknown { named: NamedKind::Role, id } => Some((ListName::Roles, rules::add_role(language), id)),
        RuleAdvice::Unknown { named: NamedKind::Training, id } => {
            Some((ListName::Trainings, rules::add_training(language), id))
        }
        _ => None,
    };
    let add = missing.map(|(list, label, id)| {
        let preset = vec![("id".to_owned(), FieldValue::text(id))];
        view! { " " <EditButton label=label.to_owned() editing=OpenForm::New { list, preset }/> }
    });
    view! { <p class="advice">{rules::advice(advice, language)} {add}</p> }
}
