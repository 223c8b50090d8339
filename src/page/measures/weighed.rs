//! Which measures would move most out of the top classes for their cost, and which cannot be compared.

use leptos::prelude::*;

use crate::engine::view::{NamedRow, Weighed, WeighedRow};
use crate::organisation::value::Language;
use crate::page::parts::Empty;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::measures as said;
use crate::text::numbers;

/// The comparison, and what stands outside it.
pub(super) fn weighed(session: Session, weighed: &Weighed, language: Language) -> AnyView {
    let rows = weighed.rows.iter().map(|row| line(session, row, language)).collect_view();
    let none = weighed.rows.is_empty().then(|| view! { <Empty text=said::none_weighed(language)/> });
    let idle = said::idle(weighed.idle, language).map(|said| view! { <p>{said}</p> });
    let apart = |heading: &'static str, rows: &[NamedRow]| {
        let items = rows.iter().map(|row| view! { <li>{row.name.say(language).to_owned()}</li> }).collect_view();
        (!rows.is_empty()).then(|| view! { <h3>{heading}</h3> <ul class="seen">{items}</ul> })
    };
    let without_cost = apart(said::without_cost(language), &weighed.uncosted);
    let without_effect = apart(said::without_effect(language), &weighed.unsaid);
    let any_apart = weighed.idle > 0 || !weighed.uncosted.is_empty() || !weighed.unsaid.is_empty();
    view! {
        <section class="card wide" id="weighed">
            <h2>{said::weighed(language)}</h2>
            <p class="lead">{said::weighed_lead(language)}</p>
            {none}
            <ul class="rows" role="list">{rows}</ul>
            <p class="caution">{said::weighed_caution(language)}</p>
        </section>
        {any_apart
            .then(|| {
                view! {
                    <section class="card narrow">
                        <h2>{said::apart(language)}</h2>
                        {idle} {without_cost} {without_effect}
                    </section>
                }
            })}
    }
    .into_any()
}

/// A measure and what it would move.
fn line(session: Session, row: &WeighedRow, language: Language) -> AnyView {
    let moves = row.moves.iter().map(|step| {
        let href = session.link(Route::Risk { id: step.risk.id.clone() });
        view! { <a href=href>{said::moved(step, language)}</a> }
    });
    view! {
        <li class="finding">
            <span class="finding-what">
                <span class="finding-subject">{row.measure.name.say(language).to_owned()}</span>
                <span class="muted">{numbers::sek(row.cost, language)} " · " {said::per(row, language)}</span>
                {moves.collect_view()}
            </span>
        </li>
    }
    .into_any()
}
