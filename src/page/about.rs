//! Om: what is computed and how, what it does not say, privacy, versions, licences, accessibility.

use leptos::prelude::*;

use super::parts::{Fact, StateMark};
use super::session::Session;
use crate::coverage::State;
use crate::organisation::value::Language;
use crate::text::about;

/// What is computed and how.
#[component]
pub fn About() -> impl IntoView {
    let session = Session::current();
    move || {
        let language = session.language();
        view! {
            <div class="hero">
                <h1 tabindex="-1">{about::headline(language)}</h1>
                <p class="sub">{about::after(language)}</p>
            </div>
            <div class="prose">
                <h2>{about::coverage(language)}</h2>
                {paragraphs(about::coverage_text(language))}
                <States language />
                <h2>{about::risks(language)}</h2>
                {paragraphs(about::risks_text(language))}
                <h2>{about::limits(language)}</h2>
                {paragraphs(about::limits_text(language))}
                <h2>{about::privacy(language)}</h2>
                {paragraphs(about::privacy_text(language))}
                <h2>{about::versions(language)}</h2>
                <p>{about::versions_lead(language)}</p>
                <Versions language />
                <h2>{about::accessibility(language)}</h2>
                {paragraphs(about::accessibility_text(language))}
                <h3>{about::report(language)}</h3>
                {paragraphs(about::report_text(language))}
                <h3>{about::tested(language)}</h3>
                {paragraphs(about::tested_text(language))}
                <h2>{about::licences(language)}</h2>
                {paragraphs(about::licences_text(language))}
            </div>
        }
    }
}

fn paragraphs<const N: usize>(texts: [&'static str; N]) -> impl IntoView {
    texts.map(|text| view! { <p>{text}</p> }).into_iter().collect_view()
}

/// What each state means.
#[component]
fn States(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let item = |&state: &State| {
        view! {
            <div class="meaning">
                <dt>
                    <StateMark state language />
                </dt>
                <dd>{about::state(state, language)}</dd>
            </div>
        }
    };
    view! { <dl class="meanings">{State::ALL.iter().map(item).collect_view()}</dl> }
}

/// What the answer was computed from.
#[component]
fn Versions(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let summary = session.summary();
    let hash = |of: Option<String>| match of {
        Some(hash) => view! { <code>{hash}</code> }.into_any(),
        None => about::no_file(language).into_any(),
    };
    let file = hash(summary.as_ref().map(|summary| summary.sha256.clone()));
    let rules = hash(summary.as_ref().map(|summary| summary.rules_sha256.clone()));
    view! {
        <dl class="facts">
            <Fact label=about::version(language)>{env!("CARGO_PKG_VERSION")}</Fact>
            <Fact label=about::format(language)>"1"</Fact>
            <Fact label=about::file_hash(language)>{file}</Fact>
            <Fact label=about::rules_hash(language)>{rules}</Fact>
        </dl>
    }
}
