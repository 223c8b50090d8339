//! Lägesbild: the verdict of a day on one page. It speaks first; pictures follow; every figure opens what it counts. The
//! verdict, where to start, the risks and the rules are here; `outlook` is fetched once they are shown.

mod doubt;
mod risks;
mod rules;
mod urgent;

use std::time::Duration;

use leptos::prelude::*;

use self::doubt::doubt;
use self::risks::Risks;
use self::rules::Rules;
use self::urgent::Urgent;
use super::code::{Coming, Fetched};
use super::outlook;
use super::route::{PageKind, Route};
use super::session::{Session, use_answer};
use crate::engine::request::AskOverview;
use crate::engine::view::Overview as Picture;
use crate::organisation::value::Language;
use crate::text::{forecast, overview};

/// The situation picture.
#[component]
pub fn Overview() -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskOverview { lens: session.lens() });
    let is_here = Memo::new(move |_| reply.get().is_some());
    let coming: fn() -> Coming = || Box::pin(outlook::code());
    // The rest is asked for once the verdict stands, and the page is not ready before it has begun to ask.
    let rest = RwSignal::new(false);
    let waiting = StoredValue::new_local(Some(session.wait()));
    Effect::new(move || {
        if is_here.get() {
            let begin = move || {
                let _ = rest.try_set(true);
            };
            set_timeout(begin, Duration::ZERO);
        }
    });
    let rest = move || {
        if !rest.get() {
            return shapes_of_rest();
        }
        let rest = view! { <Fetched code=coming route=Route::Overview quiet=true meanwhile=shapes_of_rest /> };
        waiting.set_value(None);
        rest.into_any()
    };
    move || {
        if !is_here.get() {
            return view! { <Shapes /> }.into_any();
        }
        view! {
            {move || reply.get().map(|picture| view! { <Verdict picture=&*picture language=session.language() /> })}
            <div class="grid overview">
                {move || reply.get().map(|picture| first(&picture, session.language()))}
                {rest}
            </div>
        }
        .into_any()
    }
}

/// What is shown before the verdict: its shape, and that of the first cards.
#[component]
fn Shapes() -> impl IntoView {
    view! {
        <div class="shapes" aria-hidden="true">
            <span class="shape shape-line"></span>
            <span class="shape shape-line"></span>
            <span class="shape shape-text"></span>
            <div class="grid overview">
                <span class="card overview-urgent"></span>
                <span class="card overview-risks"></span>
                <span class="card overview-rules"></span>
            </div>
        </div>
    }
}

/// The shapes of what comes later, with its headings.
fn shapes_of_rest() -> AnyView {
    let session = Session::current();
    view! {
        <section class="card overview-ahead">
            <h2>{move || forecast::heading(session.language())}</h2>
        </section>
        <section class="card overview-map">
            <h2>{move || overview::map(session.language())}</h2>
        </section>
    }
    .into_any()
}

/// Where to start, the risks and the rules: in this order on a phone, and for whoever goes through them by keyboard.
fn first(picture: &Picture, language: Language) -> impl IntoView + use<> {
    view! {
        <Urgent rows=&picture.urgent gaps=picture.gaps asked=picture.is_asked() on=picture.on language />
        <Risks matrix=picture.matrix.as_ref() first=&picture.first_risks language />
        <Rules rules=&picture.rules language />
    }
}

/// What is wrong, how much, what comes next.
#[component]
fn Verdict<'a>(
    /// The situation picture that the verdict is drawn from.
    picture: &'a Picture,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    let sentence = |overview::Sentence { before, stress, after }| {
        // A number stays with what it counts.
        let stress = (!stress.is_empty()).then(|| view! { <em>{stress.replacen(' ', "\u{a0}", 1)}</em> });
        view! {
            {before}
            {stress}
            {after}
            " "
        }
    };
    let sentences = overview::headline(picture, language).into_iter().map(sentence).collect_view();
    let after = overview::after(picture, language);
    let session = Session::current();
    let own = (session.has_example() && session.has(PageKind::Start)).then(|| {
        let href = session.href(Route::Start);
        view! { <span class="no-print">" · " <a href=href>{overview::use_it(language)}</a></span> }
    });
    view! {
        <div class="hero">
            <p class="when">{overview::over(picture, language)} {own}</p>
            <h1 tabindex="-1">{sentences}</h1>
            {(!after.is_empty()).then(|| view! { <p class="sub">{after}</p> })}
            {doubt(&picture.nobodies, language)}
        </div>
    }
}
