//! Findings in a list, and one explained in full.

use leptos::prelude::*;

use super::StateMark;
use crate::coverage::State;
use crate::engine::view::{FindingRow as Row, SubjectView};
use crate::organisation::value::{Date, Language};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{finding, numbers, pages, words};

/// A finding on one line: how it stands, what it is about, why, and how much the rule asks.
#[component]
pub fn FindingRow<'a>(
    /// The finding that is shown.
    row: &'a Row,
    /// The day it is seen on.
    on: Date,
    /// The reader's language.
    language: Language,
    /// Whether the page is about the unit that the finding is at, so that its name need not be said again.
    #[prop(optional)]
    here: bool,
) -> impl IntoView + use<> {
    let session = Session::current();
    let why = finding::why(row, on, language);
    let (subject, why) = match (here, &row.subject) {
        (true, SubjectView::Unit(_)) => (numbers::capital(&why), finding::asked(row, language)),
        (true, SubjectView::Activity { kind, .. }) => (numbers::capital(words::activity(*kind, language)), why),
        (true, SubjectView::Holder { person, .. }) => (person.name.clone(), why),
        _ => (finding::subject(&row.subject, language), why),
    };
    let aside = aside(row, on, language);
    let href = session.link(Route::Finding { id: row.id.clone() });
    view! {
        <li class="finding">
            <StateMark state=row.state language sign_only=true/>
            <span class="finding-what">
                <a class="finding-subject" href=href>{subject}</a>
                <span class="muted">{why}</span>
            </span>
            <span class="finding-aside">{aside}</span>
        </li>
    }
}

/// What stands at the end of a finding's line: the days left of what expires, else how much the rule asks.
pub fn aside(row: &Row, on: Date, language: Language) -> String {
    match (row.state, row.until) {
        (State::Expiring, Some(until)) => {
            let days = until.signed_duration_since(on).num_days();
            numbers::days_left(u32::try_from(days).unwrap_or_default(), language)
        }
        _ => words::severity(row.severity, language).to_owned(),
    }
}

/// A finding explained: why, since when, what was looked at and what would change it.
#[component]
pub fn Explained(
    /// The finding that is explained.
    row: Row,
    /// The day it is seen on.
    on: Date,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let said = finding::explain(&row, on, language);
    let lines = |lines: Vec<String>| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        {said.accepted.map(|accepted| view! { <p>{accepted}</p> })} {said.when.map(|when| view! { <p>{when}</p> })}
        <h3>{pages::looked_at(language)}</h3>
        <ul class="seen">{lines(said.looked_at)}</ul>
        <h3>{pages::would_change(language)}</h3>
        <ul class="seen">{lines(said.change)}</ul>
    }
}
