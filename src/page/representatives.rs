//! The representatives: each workplace with who represents it, found by name and by how it stands.

mod cards;
mod filter;
mod list;

use leptos::prelude::*;

use self::cards::Cards;
use self::filter::Filter;
use self::list::listed;
use super::code::fetched;
use super::parts::{Hero, ListLength, bar, rule_lines};
use super::route::Route;
use super::session::{Session, use_answer, use_part, use_parts};
use crate::engine::lens::WorkplaceFilter;
use crate::engine::request::AskRepresentatives;
use crate::engine::view::DepartmentTally;
use crate::organisation::value::Language;
use crate::text::roles::representatives as text;
use crate::text::{numbers, overview};

fetched!(representatives, |route| {
    if matches!(route, Route::Cards { .. }) {
        let filter = use_part(|route| match route {
            Route::Cards { filter } => Some(filter),
            _ => None,
        });
        return view! { <Cards filter/> }.into_any();
    }
    let (filter, from) = use_parts(|route| match route {
        Route::Representatives { filter, from } => Some((filter, from)),
        _ => None,
    });
    view! { <Representatives filter from/> }.into_any()
});

/// The page of representatives by workplace.
#[component]
pub fn Representatives(
    /// Which workplaces are listed.
    filter: Signal<WorkplaceFilter>,
    /// Workplaces before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let (session, length) = (Session::current(), ListLength::begin());
    let reply = use_answer(move || AskRepresentatives {
        lens: session.lens(),
        filter: filter.get(),
        window: length.window(from.get()),
    });
    let hero = move || {
        let (page, language) = (reply.get()?, session.language());
        let (verdict, after) = (text::verdict(&page, language), text::after(&page, language));
        Some(view! { <Hero over=numbers::date(session.on(), language) verdict after/> })
    };
    let pictures = move || {
        let (page, language) = (reply.get()?, session.language());
        Some(view! { {departments(session, &page.departments, language)} {rule_lines(&page.rules, language)} })
    };
    let tally = Memo::new(move |_| reply.get().map(|page| page.tally).unwrap_or_default());
    let has_any = Memo::new(move |_| tally.get().applicable > 0 || filter.get() != WorkplaceFilter::default());
    let rows = move || Some(listed(session, &*reply.get()?, &filter.get(), from.get(), session.language()));
    view! {
        {hero}
        <div class="grid">
            {pictures}
            <section class="card full" id="workplaces">
                {move || has_any.get().then(|| view! { <Filter filter tally/> })}
                {rows}
            </section>
        </div>
    }
}

/// How each department stands; each leads to its own part.
fn departments(session: Session, rows: &[DepartmentTally], language: Language) -> impl IntoView + use<> {
    let row = |DepartmentTally { department, tally }: &DepartmentTally| {
        let name = match department {
            Some(unit) => {
                let all = Route::Representatives { filter: WorkplaceFilter::default(), from: 0 };
                let href = session.href_within(all, Some(unit.id.clone()));
                view! { <a class="rule-text" href=href>{unit.name.say(language).to_owned()}</a> }.into_any()
            }
            None => text::no_department(language).into_any(),
        };
        view! {
            <li class="rule">
                {name}
                <span class="rule-count">
                    <strong>{numbers::integer((tally.held()).into(), language)}</strong>
                    " "
                    {overview::out_of(tally.applicable, language)}
                </span>
                {bar(tally, language)}
            </li>
        }
    };
    (rows.len() > 1).then(|| {
        view! {
            <section class="card full">
                <h2>{text::departments(language)}</h2>
                <p class="lead">{text::departments_lead(language)}</p>
                <ul class="rules in-columns" role="list">{rows.iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}
