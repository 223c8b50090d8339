//! Contact cards, to be printed, cut out and put up: one for each workplace.

use leptos::prelude::*;

use crate::browser::dom;
use crate::engine::lens::{Window, WorkplaceFilter};
use crate::engine::request::AskCards;
use crate::engine::view::{CardView, ContactView, ReachView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::{Empty, Fact, Hero, MoreRows, SelectField, holding, ways};
use crate::page::session::{Session, use_answer, use_title};
use crate::text::roles::representatives as text;

/// Cards drawn at a time.
const STEP: u32 = 100;

/// The cards of some workplaces.
#[component]
pub(super) fn Cards(
    /// Which workplaces are listed.
    filter: Signal<WorkplaceFilter>,
) -> impl IntoView {
    let session = Session::current();
    use_title(move || text::card(session.language()).to_owned());
    let (count, size, open_only) = (RwSignal::new(STEP), RwSignal::new("a6".to_owned()), RwSignal::new(false));
    let reply = use_answer(move || AskCards {
        lens: session.lens(),
        filter: filter.get(),
        window: Window { from: 0, count: count.get() },
    });
    let hero = move || {
        let (page, language) = (reply.get()?, session.language());
        Some(view! { <Hero verdict=text::cards(&page, language) after=text::cards_after(language)/> })
    };
    let sizes = Signal::derive(move || {
        let language = session.language();
        vec![("a6".to_owned(), text::a6(language).to_owned()), ("a5".to_owned(), text::a5(language).to_owned())]
    });
    let cards = move || {
        let (page, language, open_only) = (reply.get()?, session.language(), open_only.get());
        let shown = saturating(page.cards.len());
        let total = page.total;
        let drawn = page.cards.iter().map(|card| drawn(card, &page.security, open_only, language)).collect_view();
        Some(view! {
            {page.cards.is_empty().then(|| view! { <Empty text=text::nothing(language)/> })}
            <div class="contact-cards" data-size=move || size.get()>{drawn}</div>
            <MoreRows shown total count step=STEP language/>
        })
    };
    view! {
        {hero}
        <form class="fields card-choices no-print" on:submit=|event| event.prevent_default()>
            <SelectField
                label=Signal::derive(move || text::size(session.language()).to_owned())
                choices=sizes
                chosen=size.into()
                choose=move |chosen: String| size.set(chosen)
            />
            <label class="field-check">
                <input type="checkbox" on:change:target=move |event| open_only.set(event.target().checked())/>
                <span>{move || text::open_only(session.language())}</span>
            </label>
            <button type="button" class="button button-first" on:click=move |_| dom::print()>
                {move || text::print(session.language())}
            </button>
        </form>
        {cards}
    }
}

/// One card. What is not open to everyone is left out where only that is wanted.
fn drawn(card: &CardView, security: &[ContactView], open_only: bool, language: Language) -> impl IntoView + use<> {
    let people = move |people: &[ReachView]| {
        let shown = people.iter().map(|reach| {
            if reach.open || !open_only {
                holding(reach.person.clone(), language).into_any()
            } else {
                text::ask(language).into_any()
            }
        });
        shown.collect_view()
    };
    let hole = card.representatives.is_empty().then(|| view! { <span class="vacant">{text::nobody(language)}</span> });
    let fact = |label, holders: &[ReachView]| {
        let drawn = people(holders);
        (!holders.is_empty()).then(|| view! { <Fact label>{drawn}</Fact> })
    };
    let over = match &card.department {
        Some(unit) => format!("{} · {}", text::over(language), unit.name.say(language)),
        None => text::over(language).to_owned(),
    };
    let unit = |unit: &ContactView| {
        // Where the unit sits is of no use in a hurry.
        let place = ContactView { address: None, ..unit.clone() };
        view! {
            <h3>{unit.unit.name.say(language).to_owned()}</h3>
            <dl class="facts">{ways(place, language)}</dl>
        }
    };
    let representatives = people(&card.representatives);
    view! {
        <article class="contact-card">
            <label class="field-check no-print">
                <input type="checkbox" checked=true/>
                <span>{text::include(language)}</span>
            </label>
            <p class="muted">{over}</p>
            <h2>{card.place.unit.name.say(language).to_owned()}</h2>
            <dl class="facts">
                {card.place.address.clone().map(|address| view! { <Fact label=text::address(language)>{address}</Fact> })}
                <Fact label=text::danger(language)><strong>"112"</strong></Fact>
                <Fact label=text::representative(language)>{hole} {representatives}</Fact>
                {fact(text::substitute(language), &card.substitutes)}
                {fact(text::coordinator(language), &card.coordinators)}
            </dl>
            {security.iter().map(unit).collect_view()}
        </article>
    }
}
