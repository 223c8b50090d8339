//! How it goes if nobody does anything: the year ahead, small, with what falls most.

use leptos::prelude::*;

use crate::engine::view::{DropView, ForecastView};
use crate::organisation::sort;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, StepChart};
use crate::page::route::Route;
use crate::page::session::{AnswerSignal, Session};
use crate::text::{forecast, numbers};

/// Drops pointed out.
const SHOWN: usize = 3;

/// Days between two drops pointed out, so that their marks stand apart on a phone.
const APART: i64 = 28;

/// The year ahead, once it is known.
#[component]
pub(super) fn Outlook(
    /// The forecast.
    ahead: AnswerSignal<ForecastView>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    view! {
        <section class="card wide">
            <h2>{forecast::heading(language)}</h2>
            {move || Some(drawn(&*ahead.get()?, language))}
        </section>
    }
}

fn drawn(view: &ForecastView, language: Language) -> AnyView {
    let session = Session::current();
    if view.fallen == 0 {
        return view! { <Empty text=forecast::nothing(language) /> }.into_any();
    }
    let largest = largest(view);
    let marks = (1..).zip(&largest).map(|(number, drop): (u32, _)| (drop.on, number.to_string())).collect();
    let row = |drop: &&DropView| {
        view! {
            <li>
                <strong>{numbers::date_near(drop.on, view.from, language)}</strong>
                " "
                {forecast::drop(drop, language)}
            </li>
        }
    };
    view! {
        <p class="lead">{forecast::lead(language)}</p>
        <StepChart steps=&view.total last=view.last marks language />
        <ol class="stair-drops">{largest.iter().map(row).collect_view()}</ol>
        <p class="card-more">
            <a href=session.link(Route::Forecast { rule: None })>{forecast::more(language)}</a>
        </p>
    }
    .into_any()
}

/// The largest drops that stand apart, by day.
fn largest(view: &ForecastView) -> Vec<&DropView> {
    let mut drops: Vec<&DropView> = view.drops.iter().collect();
    sort::by_key(&mut drops, |drop| (std::cmp::Reverse(drop.rule.tally.missing), drop.on));
    let mut shown: Vec<&DropView> = Vec::new();
    for drop in drops {
        let stands_apart = shown.iter().all(|other| (other.on - drop.on).num_days().abs() >= APART);
        if shown.len() < SHOWN && stands_apart {
            shown.push(drop);
        }
    }
    sort::by_key(&mut shown, |drop| drop.on);
    shown
}
