//! Where a risk stands: its positions, what they can be expected to cost, and its place among the others.

use leptos::prelude::*;

use crate::engine::view::{MovedView, Neighbour, PositionView, RiskView, YearlyLoss};
use crate::organisation::value::Language;
use crate::page::parts::{ClassMark, Empty, RiskRow};
use crate::text::{pages, risk};

/// Where the risk was judged to stand, stands now and should come to stand, and what that rests on.
pub(super) fn positions(view: &RiskView, language: Language) -> Option<AnyView> {
    let at = |label: &'static str, position: &PositionView, why: Option<String>| {
        let (class, (likelihood, consequence)) = (position.class.clone(), position.cell);
        let cell = pages::cell_of(likelihood, consequence, language);
        view! {
            <div class="fact">
                <dt>{label}</dt>
                <dd>
                    <ClassMark class language/>
                    <div class="muted">{cell} " " {why}</div>
                </dd>
            </div>
        }
    };
    let moved =
        |label, moved: &MovedView, is_target| at(label, &moved.at, Some(risk::position(moved, is_target, language)));
    let movement = &view.movement;
    let inherent = movement.inherent.as_ref().map(|position| at(pages::inherent(language), position, None));
    let current = movement.current.as_ref().map(|it| moved(pages::current(language), it, false));
    let target = movement.target.as_ref().map(|it| moved(pages::target(language), it, true));
    let worse = risk::worse_now(movement, language).map(|said| view! { <p class="caution">{said}</p> });
    (inherent.is_some() || current.is_some()).then(|| {
        view! {
            <h3>{pages::positions(language)}</h3>
            <dl class="facts">{inherent} {current} {target}</dl>
            {worse}
        }
        .into_any()
    })
}

/// The expected loss of a year, as judged and as it is now where that differs.
pub(super) fn yearly_loss(view: &RiskView, language: Language) -> Option<AnyView> {
    let inherent = view.movement.inherent.as_ref()?;
    let current = view.movement.current.as_ref().map(|moved| &moved.at.loss);
    let row = |loss: &YearlyLoss| {
        let now = current.and_then(|all| all.iter().find(|other| other.dimension == loss.dimension));
        let now = now.filter(|now| *now != loss).map(|now| {
            let now = risk::expected(now, language);
            view! { <div class="muted">{pages::current(language)} ": " {now}</div> }
        });
        view! {
            <div class="fact">
                <dt>{loss.dimension.say(language).to_owned()}</dt>
                <dd>{risk::expected(loss, language)} {now}</dd>
            </div>
        }
    };
    let rows = inherent.loss.iter().map(row).collect_view();
    (!inherent.loss.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{risk::yearly_loss(language)}</h2>
                <p class="lead">{risk::loss_lead(language)}</p>
                <dl class="facts">{rows}</dl>
                <p class="caution">{risk::loss_caution(language)}</p>
            </section>
        }
        .into_any()
    })
}

/// The risks before and after in the register: why, and how likely it is that the order is right.
pub(super) fn neighbours(view: &RiskView, language: Language) -> Option<AnyView> {
    view.row.rank?;
    let neighbour = |it: &Neighbour| {
        let first = if it.before { &it.row.title } else { &view.row.title };
        let first = first.say(language);
        let odds = it.odds.iter().map(|odds| view! { <li>{risk::odds(odds, first, language)}</li> }).collect_view();
        view! {
            <ul class="rows" role="list"><RiskRow row=it.row.clone() language/></ul>
            <ul class="seen"><li>{risk::because(it, language)}</li>{odds}</ul>
        }
    };
    let none = view.neighbours.is_empty().then(|| view! { <Empty text=risk::no_neighbours(language)/> });
    let has_odds = view.neighbours.iter().any(|it| !it.odds.is_empty());
    let all = view.neighbours.iter().map(neighbour).collect_view();
    Some(
        view! {
            <section class="card">
                <h2>{risk::neighbours(language)}</h2>
                {none} {all}
                {has_odds.then(|| view! { <p class="caution">{risk::neighbours_caution(language)}</p> })}
            </section>
        }
        .into_any(),
    )
}
