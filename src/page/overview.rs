//! Lägesbild: the verdict of a day on one page. It speaks first; pictures follow; every figure opens what it counts.

mod findings;
mod map;
mod outlook;
mod risks;
mod rules;

use leptos::prelude::*;

use self::findings::{Endings, Urgent};
use self::map::WorkplaceMap;
use self::outlook::Outlook;
use self::risks::Risks;
use self::rules::Rules;
use super::route::Route;
use super::session::{AnswerSignal, Session, use_answer};
use crate::engine::request::{AskForecast, AskOverview};
use crate::engine::view::{ForecastView, Overview as Picture};
use crate::organisation::value::Language;
use crate::text::overview;

/// The situation picture.
#[component]
pub fn Overview() -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskOverview { lens: session.lens() });
    let ahead = use_answer(move || AskForecast { lens: session.lens(), months: 12, rule: None });
    move || {
        let picture = reply.get()?;
        Some(drawn(&picture, ahead, session.language()))
    }
}

fn drawn(picture: &Picture, ahead: AnswerSignal<ForecastView>, language: Language) -> impl IntoView + use<> {
    let on = picture.on;
    let matrix = picture.matrix.as_ref();
    let beside = matrix.map_or(0, |matrix| matrix.beside.iter().sum::<u32>());
    let any = picture.first_risk.is_some() || beside > 0;
    view! {
        <Verdict picture=picture language />
        <div class="grid overview">
            <Rules rules=&picture.rules language />
            <Urgent rows=&picture.urgent gaps=picture.gaps on language />
            <Risks matrix any language />
            <Outlook ahead language />
            <Endings rows=&picture.ending total=picture.ending_count on language />
            <WorkplaceMap groups=&picture.map workplaces=picture.workplaces language />
        </div>
    }
}

/// What is wrong, how much, what comes next.
#[component]
fn Verdict<'a>(
    /// The picture.
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
    let own = (session.has_example() && !session.is_copy()).then(|| {
        let href = session.href(Route::Start);
        view! { <p class="actions no-print"><a class="button" href=href>{overview::use_it(language)}</a></p> }
    });
    view! {
        <div class="hero">
            <p class="when">{overview::over(picture, language)}</p>
            <h1 tabindex="-1">{sentences}</h1>
            {(!after.is_empty()).then(|| view! { <p class="sub">{after}</p> })}
            {own}
        </div>
    }
}
