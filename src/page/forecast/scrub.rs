//! The scrubber: a day of the year to stand on, and how that day stands.

use chrono::Days;
use leptos::prelude::*;

use super::Year;
use crate::browser::dom;
use crate::engine::view::DropView;
use crate::organisation::value::Date;
use crate::page::parts::plot::{days, share};
use crate::page::session::Session;
use crate::text::forecast;

/// The scrubber, the ways to the drop before and after, and the figures of the day.
#[component]
pub(super) fn Scrub(
    /// The year that is foreseen, once it is known.
    year: Memo<Option<Year>>,
    /// The day one stands on.
    on: Signal<Date>,
    /// Where the scrubber is while it is being moved.
    moved: RwSignal<Option<Date>>,
) -> impl IntoView {
    let session = Session::current();
    let first = move || year.with(|year| year.as_ref().map_or_else(|| session.on(), |year| year.view.from));
    let last = move || year.with(|year| year.as_ref().map_or_else(|| session.on(), |year| year.view.last));
    let place = move |day: Date| (day - first()).num_days().to_string();
    let day = move |event: &leptos::ev::Event| {
        let place: u64 = dom::value_of(event).parse().ok()?;
        untrack(first).checked_add_days(Days::new(place))
    };
    let said = move || {
        let year = year.get()?;
        let (on, language) = (on.get(), session.language());
        let standing = forecast::standing(year.on(on), *year.steps.first()?, language);
        Some(format!("{standing} {}", forecast::unmet(year.gaps_on(on), language)))
    };
    // What expires on the very day, and whose it is.
    let falls = move || {
        let (year, on, language) = (year.get()?, on.get(), session.language());
        let row = |drop: &DropView| {
            view! {
                <li>
                    {forecast::drop(drop, language)} " "
                    <span class="muted">{forecast::named(drop, language)}</span>
                </li>
            }
        };
        let rows: Vec<_> = year.view.drops.iter().filter(|drop| drop.on == on).map(row).collect();
        (!rows.is_empty()).then(|| view! { <ul class="day-falls" role="list">{rows}</ul> })
    };
    let to_drop = move |ahead: bool| {
        let drops = year.with(|year| {
            year.iter().flat_map(|year| year.view.drops.iter().map(|drop| drop.on)).collect::<Vec<Date>>()
        });
        let now = on.get();
        if ahead { drops.into_iter().find(|day| *day > now) } else { drops.into_iter().rev().find(|day| *day < now) }
    };
    let go = move |ahead: bool| {
        if let Some(day) = untrack(|| to_drop(ahead)) {
            session.look_at(Some(day));
        }
    };
    // The days that have been are in the picture, and are not stood on.
    let begins = move || {
        let year = year.get()?;
        let (been, ahead) = (days(year.first(), year.view.from), days(year.view.from, year.view.last));
        Some(share(been, been + ahead))
    };
    view! {
        <div class="scrub no-print">
            <div class="scrub-from" style:margin-inline-start=begins>
            <input
                type="range"
                class="scrub-range"
                min="0"
                max=move || place(last())
                prop:value=move || place(on.get())
                aria-label=move || forecast::scrub(session.language())
                aria-valuetext=said
                on:input=move |event| moved.set(day(&event))
                on:change=move |event| {
                    moved.set(None);
                    session.look_at(day(&event));
                }
            />
            </div>
        </div>
        <div class="scrub-line">
            <p class="scrub-said" role="status">{said}</p>
            <p class="actions no-print">
                <button type="button" class="button button-small" disabled=move || to_drop(false).is_none() on:click=move |_| go(false)>
                    {move || forecast::before(session.language())}
                </button>
                <button type="button" class="button button-small" disabled=move || to_drop(true).is_none() on:click=move |_| go(true)>
                    {move || forecast::after(session.language())}
                </button>
            </p>
        </div>
        {falls}
    }
}
