//! Training: who needs which, by when, by training and by department, and a list to work from.

mod list;
mod matrix;

use leptos::prelude::*;

use self::list::List;
use self::matrix::matrix;
use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{Hero, ListLength, Reminders, StateLegend, bar};
use super::route::Route;
use super::session::{Session, use_answer, use_parts};
use crate::coverage::Tally;
use crate::engine::lens::{FindingFilter, TrainingFilter};
use crate::engine::request::AskTraining;
use crate::engine::view::{RemindedOf, TrainingRow};
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language};
use crate::text::draft::named;
use crate::text::numbers;
use crate::text::overview::Sentence;
use crate::text::training as said;

fetched!(training, |_| {
    let (filter, from) = use_parts(|route| match route {
        Route::Training { filter, from } => Some((filter, from)),
        _ => None,
    });
    view! { <Training filter from/> }.into_any()
});

/// The trainings and those they are asked of.
#[component]
fn Training(
    /// Which trainings are listed.
    filter: Signal<TrainingFilter>,
    /// Rows before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let (session, length) = (Session::current(), ListLength::begin());
    let reply = use_answer(move || AskTraining {
        lens: session.lens(),
        filter: filter.get(),
        window: length.window(from.get()),
    });
    let page = Memo::new(move |_| reply.get().as_deref().cloned());
    let trainings = Memo::new(move |_| page.get().map(|page| page.trainings));
    let top = move || {
        let (rows, on, language) = (trainings.get()?, session.on(), session.language());
        let over = numbers::date(on, language);
        Some(if rows.is_empty() {
            let verdict = Sentence::plain(said::no_trainings(language));
            view! { <Hero over verdict after=said::no_trainings_what(language)/> }.into_any()
        } else {
            let verdict = said::verdict(&sum(&rows), language);
            view! { <Hero over verdict after=said::after(&rows, on, language)/> }.into_any()
        })
    };
    let has_any = Memo::new(move |_| trainings.with(|rows| rows.as_ref().is_some_and(|rows| !rows.is_empty())));
    let by_training = move || {
        let (rows, on, language) = (trainings.get()?, session.on(), session.language());
        let chosen = filter.get();
        let rows = rows.iter().map(|row| training(session, row, &chosen, on, language)).collect_view();
        let legend = has_any.get().then(|| view! { <StateLegend language/> });
        Some(view! { <ul class="rules" role="list">{rows}</ul> {legend} })
    };
    let by_department = move || {
        let (page, language, chosen) = (page.get()?, session.language(), filter.get());
        Some(matrix(session, &page, &chosen, language))
    };
    let add = move || {
        let label = said::add(session.language()).to_owned();
        view! { <EditButton label editing=OpenForm::New { list: ListName::Trainings, preset: Vec::new() }/> }
    };
    let rest = move || has_any.get().then(|| view! { <List page trainings filter from/> });
    view! {
        {top}
        <div class="grid">
            {move || has_any.get().then(|| view! {
                <section class="card full">
                    <h2>{move || said::departments(session.language())}</h2>
                    <p class="lead">{move || said::departments_lead(session.language())}</p>
                    {by_department}
                </section>
            })}
            <section class="card full trainings">
                <h2>{move || said::trainings(session.language())}</h2>
                <p class="lead">{move || said::trainings_lead(session.language())}</p>
                {by_training}
                <p class="actions no-print">{add}</p>
            </section>
            {rest}
            {move || has_any.get().then(|| view! { <Reminders of=RemindedOf::Trainings/> })}
        </div>
    }
}

/// All trainings counted as one.
fn sum(rows: &[TrainingRow]) -> Tally {
    rows.iter().fold(Tally::default(), |sum, row| sum.and(row.tally))
}

/// A training: whom it is asked of, and how they stand.
fn training(
    session: Session,
    row: &TrainingRow,
    chosen: &TrainingFilter,
    on: Date,
    language: Language,
) -> impl IntoView + use<> {
    let name = row.name.say(language).to_owned();
    let filter = TrainingFilter { training: Some(row.id.clone()), ..chosen.clone() };
    let current = (chosen.training == filter.training).then_some("true");
    let href = session.href(Route::Training { filter, from: 0 });
    let rule = row.rule.clone().map(|rule| {
        let filter = FindingFilter { rule: Some(rule), ..FindingFilter::default() };
        let href = session.href(Route::Coverage { filter, from: 0 });
        view! { <a class="training-rule" href=href>{said::rule(language)}</a> }
    });
    let editing = OpenForm::Item { list: ListName::Trainings, key: row.id.clone() };
    view! {
        <li class="rule training">
            <a class="rule-text" href=href aria-current=current>{name.clone()}</a>
            <span class="rule-count">{said::stands(row, on, language)}</span>
            {bar(&row.tally, language)}
            <span class="muted training-asked">{numbers::capital(&said::asked(row, language))} " " {rule}</span>
            <span class="no-print">
                <EditButton label=said::edit(language).to_owned() named=named(said::edit(language), &name) editing/>
            </span>
        </li>
    }
}
