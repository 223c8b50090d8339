//! The list to work from: who, which training, how they stand and until when, and a button to say that it was taken.

use leptos::prelude::*;

use crate::coverage::State;
use crate::draft::FieldValue;
use crate::engine::lens::TrainingFilter;
use crate::engine::view::{TraineeRow, TrainingPage, TrainingRow};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::{
    Empty, FilterBar, Pager, STEP, SelectChoice, SelectField, StateMark, UnitLink, narrowed_to, person_link,
};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::draft::named;
use crate::text::training as said;
use crate::text::{numbers, pages};

/// The filter of trainings, and the holders that fit it.
#[component]
pub(super) fn List(
    /// The holders that fit the filter, once they are known.
    page: Memo<Option<TrainingPage>>,
    /// All trainings of the file, once they are known.
    trainings: Memo<Option<Vec<TrainingRow>>>,
    /// Which trainings are listed.
    filter: Signal<TrainingFilter>,
    /// Rows before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let rows = move || {
        let page = page.get()?;
        let (language, on, filter, from) = (session.language(), session.on(), filter.get(), from.get());
        let is_all = filter == TrainingFilter::default();
        let clear = (!is_all).then(|| {
            let all = session.href(Route::Training { filter: TrainingFilter::default(), from: 0 });
            view! { <a class="clear" href=all>{pages::clear(language)}</a> }
        });
        let (shown, total) = (saturating(page.rows.len()), page.total);
        // A long list says little until it is narrowed.
        let waits = is_all && from == 0 && total > STEP;
        let narrowed = narrowed_to(session, filter.unit.as_deref(), language);
        let to = move |from| Route::Training { filter: filter.clone(), from };
        Some(view! {
            <div class="results-line">
                <p class="results" role="status">{said::results(total, language)}</p>
                {narrowed}
                {clear}
            </div>
            {(total == 0).then(|| view! { <Empty text=said::nobody(language)/> })}
            {(total > 0 && !waits).then(|| table(&page.rows, on, language))}
            {waits.then(|| choices(session, language))}
            {(!waits).then(|| view! { <Pager from shown total language route=to/> })}
        })
    };
    view! {
        <section class="card full" id="trainees">
            <h2>{move || said::list(session.language())}</h2>
            <Filter trainings filter/>
            {rows}
        </section>
    }
}

/// Where the list begins while nothing narrows it.
fn choices(session: Session, language: Language) -> AnyView {
    let to = |state| {
        let filter = TrainingFilter { state: Some(state), ..TrainingFilter::default() };
        session.href(Route::Training { filter, from: 0 })
    };
    view! {
        <p class="muted">{said::choose(language)}</p>
        <p class="actions">
            <a class="button" href=to(State::Missing)>{said::see_missing(language)}</a>
            <a class="button" href=to(State::Expiring)>{said::see_soon(language)}</a>
        </p>
    }
    .into_any()
}

/// Which rows: by training and standing. Every choice is in the address.
#[component]
fn Filter(trainings: Memo<Option<Vec<TrainingRow>>>, filter: Signal<TrainingFilter>) -> impl IntoView {
    let session = Session::current();
    let go = move |change: &dyn Fn(&mut TrainingFilter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        session.go(Route::Training { filter, from: 0 });
    };
    let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
    let label = move |label: fn(Language) -> &'static str| Signal::derive(move || label(session.language()).to_owned());
    let with_all = move |choices: Vec<SelectChoice>| {
        let all = (String::new(), pages::all(session.language()).to_owned());
        std::iter::once(all).chain(choices).collect::<Vec<SelectChoice>>()
    };
    let by_training = Signal::derive(move || {
        let named = |row: TrainingRow| (row.id.clone(), row.name.say(session.language()).to_owned());
        with_all(trainings.get().unwrap_or_default().into_iter().map(named).collect())
    });
    let by_state = Signal::derive(move || {
        let states = [State::Missing, State::Expiring, State::Met, State::Accepted];
        let said = |state: State| numbers::capital(said::state_said(state, session.language()));
        with_all(states.map(|state| (state.word().to_owned(), said(state))).into())
    });
    view! {
        <FilterBar>
            <SelectField
                label=label(said::training)
                choices=by_training
                chosen=Signal::derive(move || filter.get().training.unwrap_or_default())
                choose=move |training: String| go(&|filter| filter.training = some(&training))
            />
            <SelectField
                label=label(pages::filter_state)
                choices=by_state
                chosen=Signal::derive(move || filter.get().state.map(State::word).unwrap_or_default().to_owned())
                choose=move |state: String| go(&|filter| filter.state = State::from_word(&state))
            />
        </FilterBar>
    }
}

fn table(rows: &[TraineeRow], on: Date, language: Language) -> AnyView {
    let heads = [
        said::person(language),
        said::training(language),
        said::unit(language),
        said::state(language),
        said::until(language),
        said::act(language),
    ];
    let last = heads.len() - 1;
    let head = |(at, head): (usize, &'static str)| {
        view! { <th role="columnheader" scope="col" class:no-print=at == last class:edit-only=at == last>{head}</th> }
    };
    let rows = rows.iter().map(|row| line(row, on, language)).collect_view();
    view! {
        <table class="list trainees" role="table" aria-label=said::list(language)>
            <thead role="rowgroup">
                <tr role="row">{heads.into_iter().enumerate().map(head).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Someone and one training.
fn line(row: &TraineeRow, on: Date, language: Language) -> AnyView {
    let session = Session::current();
    let (name, training) = (row.person.name.clone(), row.training_name.say(language).to_owned());
    let state = said::state_said(row.state, language);
    let state = match row.finding.clone() {
        Some(id) => {
            let href = session.link(Route::Finding { id });
            view! { <a href=href>{numbers::capital(state)}</a> }.into_any()
        }
        None => numbers::capital(state).into_any(),
    };
    let preset = [("training", &*row.training), ("person", &row.person.id), ("date", &on.to_string())];
    let preset = preset.map(|(field, value)| (field.to_owned(), FieldValue::text(value))).into();
    let about = format!("{name}, {training}");
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{person_link(row.person.id.clone(), name)}</th>
            <td role="cell" data-label=said::training(language)>{training}</td>
            <td role="cell" data-label=said::unit(language)>
                <UnitLink unit=row.unit.clone() language/>
            </td>
            <td role="cell" data-label=said::state(language)>
                <span class="state">
                    <StateMark state=row.state language sign_only=true/>
                    <span>{state}</span>
                </span>
            </td>
            <td role="cell" data-label=said::until(language)>{said::until_said(row, on, language)}</td>
            <td role="cell" class="no-print edit-only">
                <EditButton label=said::done(language).to_owned() named=named(said::done(language), &about) editing=OpenForm::New { list: ListName::Completions, preset }/>
            </td>
        </tr>
    }
    .into_any()
}
