//! Risks: the matrix with its counts, what stands beside it, and the register.

mod filter;
mod matrix;
mod register;

use leptos::prelude::*;

use self::filter::Filter;
use self::matrix::Matrix;
use self::register::Register;
use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{Hero, JoinedRisks, ListLength, Pager, narrowed_to};
use super::route::Route;
use super::session::{Session, use_answer, use_parts, use_title};
use crate::engine::lens::{RiskFilter, Window};
use crate::engine::request::AskRisks;
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::text::overview::Sentence;
use crate::text::{draft, pages, risk, words};

fetched!(risks, |_| {
    let (filter, from) = use_parts(|route| match route {
        Route::Risks { filter, from } => Some((filter, from)),
        _ => None,
    });
    view! { <Risks filter from /> }.into_any()
});

/// The matrix and the register.
#[component]
pub fn Risks(
    /// What the risks must fit to be listed.
    filter: Signal<RiskFilter>,
    /// Risks before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let (session, length) = (Session::current(), ListLength::begin());
    provide_context(JoinedRisks::new(false));
    use_title(move || pages::risks(session.language()).to_owned());
    let all = use_answer(move || AskRisks {
        filter: RiskFilter { unit: session.within(), ..RiskFilter::default() },
        window: Window { from: 0, count: 1 },
    });
    let some = use_answer(move || AskRisks {
        // What is chosen on the page may lie outside the part that everything is narrowed to; then it comes first.
        filter: RiskFilter { unit: filter.get().unit.or_else(|| session.within()), ..filter.get() },
        window: length.window(from.get()),
    });
    let all = Memo::new(move |_| all.get().as_deref().cloned());
    let some = Memo::new(move |_| some.get().as_deref().cloned());
    let hero = move || {
        let language = session.language();
        let page = all.get()?;
        let over = words::RISK.figure(page.total, language);
        Some(match &page.matrix {
            Some(matrix) => {
                let verdict = risk::verdict(&page, session.elsewhere(ListName::Risks), language);
                let after = risk::after_verdict(matrix, page.rows.first(), language);
                view! { <Hero over verdict after/> }
            }
            None => view! { <Hero over verdict=Sentence::plain(pages::no_matrix(language))/> },
        })
    };
    let total = Memo::new(move |_| all.with(|page| page.as_ref().map(|page| page.total)).unwrap_or_default());
    let has_matrix = Memo::new(move |_| all.with(|page| page.as_ref().is_some_and(|page| page.matrix.is_some())));
    // Where there are no risks, nothing can be chosen among or drawn in another way.
    let has_any = Memo::new(move |_| total.get() > 0 || filter.get() != RiskFilter::default());
    let matrix = move || has_matrix.get().then(|| view! { <Matrix filter total has_any/> });
    let matrix_for_filter = Memo::new(move |_| all.get().and_then(|page| page.matrix));
    let list = move || {
        let page = some.get()?;
        let (language, filter, from) = (session.language(), filter.get(), from.get());
        let is_all = filter == RiskFilter::default();
        let empty = (page.total == 0).then(|| {
            let said = match session.elsewhere(ListName::Risks) {
                Some(all) if is_all => pages::none_in_part(&words::RISK, all, language),
                None if is_all => pages::no_risks_at_all(language).to_owned(),
                _ => pages::no_risks(language).to_owned(),
            };
            view! { <p class="empty">{said}</p> }
        });
        let clear = (!is_all).then(|| {
            let all = session.href(Route::Risks { filter: RiskFilter::default(), from: 0 });
            view! { <a class="clear" href=all>{pages::clear(language)}</a> }
        });
        let (shown, total) = (saturating(page.rows.len()), page.total);
        let narrowed = narrowed_to(session, filter.unit.as_deref(), language);
        let to = move |from| Route::Risks { filter: filter.clone(), from };
        Some(view! {
            <div class="results-line">
                <p class="results" role="status">{pages::risks_heading(total, language)}</p>
                {narrowed}
                {clear}
            </div>
            {empty}
            {(total > 0).then(|| view! { <Register rows=page.rows language/> })}
            <Pager from shown total language route=to/>
        })
    };
    let add = move || {
        let label = draft::new_risk(session.language()).to_owned();
        view! { <EditButton label editing=OpenForm::New { list: ListName::Risks, preset: Vec::new() }/> }
    };
    view! {
        {hero}
        <div class="grid matrix-beside">
            {matrix}
            <section class="card full" id="register">
                <h2>{move || pages::register(session.language())}</h2>
                <p class="lead">{move || pages::register_lead(session.language())}</p>
                <p class="actions no-print">{add}</p>
                {move || has_any.get().then(|| view! { <Filter matrix=matrix_for_filter filter/> })}
                {list}
            </section>
        </div>
    }
}
