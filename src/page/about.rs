//! Om: what is computed and how, what it does not say, privacy, versions, licences, accessibility.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::fetched;
use super::parts::{Fact, StateMark};
use super::session::Session;
use crate::browser::visit;
use crate::coverage::State;
use crate::engine::view::Summary;
use crate::organisation::value::Language;
use crate::text::about;

fetched!(about, |_| view! { <About /> }.into_any());

/// What is computed and how.
#[component]
pub fn About() -> impl IntoView {
    let session = Session::current();
    let frames_anyone = RwSignal::new(false);
    spawn_local(async move {
        let _ = frames_anyone.try_set(visit::frames_anyone().await);
    });
    move || {
        let language = session.language();
        view! {
            <div class="hero">
                <h1 tabindex="-1">{about::headline(language)}</h1>
                <p class="sub">{about::after(language)}</p>
            </div>
            <div class="prose">
                <Part heading=about::coverage(language)>
                    {paragraphs(about::coverage_text(language))} <States language />
                </Part>
                <Part heading=about::risks(language)>{paragraphs(about::risks_text(language))}</Part>
                <Part heading=about::limits(language)>{paragraphs(about::limits_text(language))}</Part>
                <Part heading=about::privacy(language)>
                    {paragraphs(about::privacy_text(language))}
                    {session.is_framed().then(|| view! { <p><strong>{about::framed(language)}</strong></p> })}
                    {move || frames_anyone.get().then(|| view! { <p><strong>{about::frames_anyone(language)}</strong></p> })}
                </Part>
                <Part heading=about::versions(language)>
                    <p>{about::versions_lead(language)}</p>
                    <Versions language />
                </Part>
                <Part heading=about::accessibility(language)>
                    {paragraphs(about::accessibility_text(language))} <h3>{about::report(language)}</h3>
                    {paragraphs(about::report_text(language))} <h3>{about::tested(language)}</h3>
                    {paragraphs(about::tested_text(language))}
                </Part>
                <Part heading=about::licences(language)>{paragraphs(about::licences_text(language))}</Part>
            </div>
        }
    }
}

/// A part of the page under its heading.
#[component]
fn Part(
    /// The heading of the part.
    heading: &'static str,
    /// What stands under the heading.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="part">
            <h2>{heading}</h2>
            <div>{children()}</div>
        </section>
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
    let hash = move |of: fn(Session, &Summary) -> String| {
        move || match session.summary() {
            Some(summary) => view! { <code>{of(session, &summary)}</code> }.into_any(),
            None => about::no_file(language).into_any(),
        }
    };
    view! {
        <dl class="facts">
            <Fact label=about::version(language)>{env!("CARGO_PKG_VERSION")}</Fact>
            <Fact label=about::format(language)>"1"</Fact>
            <Fact label=about::file_hash(language)>{hash(|session, _| session.hash())}</Fact>
            <Fact label=about::rules_hash(language)>{hash(|_, summary| summary.rules_sha256.clone())}</Fact>
        </dl>
    }
}
