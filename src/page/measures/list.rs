//! The list to follow up by: what is done, who answers for it, by when, and buttons to change it and to note that it is done.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::coverage::State;
use crate::draft::{FieldValue, Patch};
use crate::engine::lens::MeasureFilter;
use crate::engine::view::{MeasurePage, MeasureRow, MeasureStands, NamedRow};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::risk::MeasureStatus;
use crate::organisation::value::{Date, Language};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::{
    Empty, FilterBar, OwnHistory, Pager, SelectChoice, SelectField, StateMark, narrowed_to, owned,
};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::draft::named;
use crate::text::measures as said;
use crate::text::{numbers, pages, words};

/// What `overdue` is called where it is chosen.
const OVERDUE: &str = "yes";

/// The filter of measures, and those that fit it.
#[component]
pub(super) fn List(
    /// The measures that fit the filter, once they are known.
    page: Memo<Option<MeasurePage>>,
    /// Which measures are listed.
    filter: Signal<MeasureFilter>,
    /// Measures before the first that is shown.
    from: Signal<u32>,
) -> impl IntoView {
    let session = Session::current();
    let total = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.total)));
    let results = move || {
        let (language, filter, total) = (session.language(), filter.get(), total.get());
        let clear = (filter != MeasureFilter::default()).then(|| {
            let all = session.href(Route::Measures { filter: MeasureFilter::default(), from: 0 });
            view! { <a class="clear" href=all>{pages::clear(language)}</a> }
        });
        let narrowed = narrowed_to(session, filter.unit.as_deref(), language);
        view! {
            <div class="results-line">
                <p class="results" role="status">{said::results(total, language)}</p>
                {narrowed}
                {clear}
            </div>
            {(total == 0).then(|| view! { <Empty text=said::nothing(language)/> })}
        }
    };
    let any = Memo::new(move |_| total.get() > 0);
    let rows = move || any.get().then(|| table(session, page));
    let pager = move || {
        let (filter, shown) = (filter.get(), page.with(|page| page.as_ref().map_or(0, |page| page.rows.len())));
        let to = move |from| Route::Measures { filter: filter.clone(), from };
        let shown = saturating(shown);
        view! { <Pager from=from.get() shown total=total.get() language=session.language() route=to/> }
    };
    let has_any = Memo::new(move |_| page.with(|page| page.as_ref().is_some_and(|page| page.all > 0)));
    let filtered = move || has_any.get().then(|| view! { <Filter page filter/> {results} {rows} {pager} });
    let add = move || {
        let label = said::add(session.language()).to_owned();
        view! { <EditButton label editing=OpenForm::New { list: ListName::Measures, preset: Vec::new() }/> }
    };
    view! {
        <section class="card full" id="measures">
            <h2>{move || said::list(session.language())}</h2>
            <p class="actions no-print">{add}</p>
            {filtered}
        </section>
    }
}

/// Which measures: by owner, status and whether they are late. Every choice is in the address.
#[component]
fn Filter(page: Memo<Option<MeasurePage>>, filter: Signal<MeasureFilter>) -> impl IntoView {
    let session = Session::current();
    let go = move |change: &dyn Fn(&mut MeasureFilter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        session.go(Route::Measures { filter, from: 0 });
    };
    let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
    let label = move |label: fn(Language) -> &'static str| Signal::derive(move || label(session.language()).to_owned());
    let with_all = move |choices: Vec<SelectChoice>| {
        let all = (String::new(), pages::all(session.language()).to_owned());
        std::iter::once(all).chain(choices).collect::<Vec<SelectChoice>>()
    };
    let owners = Memo::new(move |_| page.get().map(|page| page.owners).unwrap_or_default());
    let by_owner = Signal::derive(move || {
        let named = |row: NamedRow| (row.id.clone(), row.name.say(session.language()).to_owned());
        let mut choices: Vec<SelectChoice> = owners.get().into_iter().map(named).collect();
        // A link may name one who answers for nothing.
        if let Some(chosen) = filter.get().owner.filter(|id| choices.iter().all(|(known, _)| known != id)) {
            choices.push((chosen.clone(), chosen));
        }
        with_all(choices)
    });
    let by_status = Signal::derive(move || {
        let said = |status: &MeasureStatus| {
            let name = numbers::capital(words::measure_status(*status, session.language()));
            (status.word().to_owned(), name)
        };
        with_all(MeasureStatus::ALL.iter().map(said).collect())
    });
    let by_time =
        Signal::derive(move || with_all(vec![(OVERDUE.to_owned(), said::only_overdue(session.language()).to_owned())]));
    view! {
        <FilterBar>
            <SelectField
                label=label(said::time)
                choices=by_time
                chosen=Signal::derive(move || if filter.get().overdue { OVERDUE.to_owned() } else { String::new() })
                choose=move |time: String| go(&|filter| filter.overdue = time == OVERDUE)
            />
            <SelectField
                label=label(said::owner)
                choices=by_owner
                chosen=Signal::derive(move || filter.get().owner.unwrap_or_default())
                choose=move |owner: String| go(&|filter| filter.owner = some(&owner))
            />
            <SelectField
                label=label(said::status)
                choices=by_status
                chosen=Signal::derive(move || filter.get().status.map(MeasureStatus::word).unwrap_or_default().to_owned())
                choose=move |status: String| go(&|filter| filter.status = MeasureStatus::from_word(&status))
            />
        </FilterBar>
    }
}

/// Each row is moved and not made anew: whoever has a button of it at hand would else press another's.
fn table(session: Session, page: Memo<Option<MeasurePage>>) -> AnyView {
    let language = session.language();
    let rows = move || page.with(|page| page.as_ref().map(|page| page.rows.clone()).unwrap_or_default());
    let heads = [
        said::measure(language),
        said::owner(language),
        said::due(language),
        said::status(language),
        said::cost(language),
        said::act(language),
    ];
    let last = heads.len() - 1;
    let head = |(at, head): (usize, &'static str)| {
        view! { <th role="columnheader" scope="col" class:no-print=at == last class:edit-only=at == last>{head}</th> }
    };
    let row = move |MeasureRow { id, .. }| {
        let row = Memo::new(move |_| {
            page.with(|page| page.as_ref().and_then(|page| page.rows.iter().find(|row| row.id == id).cloned()))
        });
        move || row.get().map(|row| line(session, &row, session.on(), session.language()))
    };
    view! {
        <table class="list" role="table" aria-label=said::list(language)>
            <thead role="rowgroup">
                <tr role="row">{heads.into_iter().enumerate().map(head).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">
                <For each=rows key=|row| row.id.clone() children=row/>
            </tbody>
        </table>
    }
    .into_any()
}

/// A measure on a line of the list.
fn line(session: Session, row: &MeasureRow, on: Date, language: Language) -> AnyView {
    let title = row.title.say(language).to_owned();
    let mark = format!("measure-{}", row.id);
    let note = row.effect.note.as_ref().map(|note| note.say(language).to_owned());
    let effect = Some(said::effect(&row.effect, language)).filter(|effect| !effect.is_empty());
    let effect = [effect, note].into_iter().flatten();
    let effect = effect.map(|text| view! { <span class="muted">{text}</span> }).collect_view();
    let status = numbers::capital(&said::stands(row, on, language));
    let late = (row.stands == MeasureStands::Overdue).then(|| {
        view! {
            <span class="late">
                <StateMark state=State::Missing language sign_only=true/>
                <strong>{said::overdue(language)}</strong>
            </span>
        }
    });
    let status = match late {
        Some(late) => view! { {late} <span class="muted">{status}</span> }.into_any(),
        None => status.into_any(),
    };
    let not_stated = || pages::not_stated(language).to_owned();
    let due = row.due.map_or_else(not_stated, |due| numbers::short_date(due, language));
    let cost = row.cost.map_or_else(not_stated, |cost| numbers::sek(cost, language));
    let done = (row.stands.remains() && session.may_change()).then(|| {
        let (key, from) = (row.id.clone(), mark.clone());
        let fields = move || {
            let done = MeasureStatus::Done.word();
            vec![("status".to_owned(), FieldValue::text(done)), ("done".to_owned(), FieldValue::text(&on.to_string()))]
        };
        let press = move |_| {
            let patch = Patch::Set { list: ListName::Measures, key: key.clone(), fields: fields() };
            session.edit_from(&from);
            spawn_local(async move { drop(session.change(vec![patch]).await) });
        };
        let label = named(said::mark_done(language), &title);
        view! {
            <button type="button" class="button button-small edit-only" aria-label=label on:click=press>{said::mark_done(language)}</button>
        }
    });
    let editing = OpenForm::Item { list: ListName::Measures, key: row.id.clone() };
    let edit = named(said::edit(language), &title);
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" id=mark tabindex="-1">
                {title} {effect} {risks(session, &row.risks, language)}
                <OwnHistory list=ListName::Measures id=row.id.clone() within=true/>
            </th>
            <td role="cell" data-label=said::owner(language)>{owned(row.owner.as_ref(), row.owner_person.as_ref(), language)}</td>
            <td role="cell" data-label=said::due(language)>{due}</td>
            <td role="cell" data-label=said::status(language)>{status}</td>
            <td role="cell" data-label=said::cost(language)>{cost}</td>
            <td role="cell" class="no-print edit-only">
                <span class="actions">
                    {done} <EditButton label=said::edit(language).to_owned() named=edit editing/>
                </span>
            </td>
        </tr>
    }
    .into_any()
}

/// The risks that a measure acts on, each leading to its page.
fn risks(session: Session, risks: &[NamedRow], language: Language) -> AnyView {
    if risks.is_empty() {
        return view! { <span class="muted">{said::no_risks(language)}</span> }.into_any();
    }
    let link = |(at, risk): (usize, &NamedRow)| {
        let href = session.link(Route::Risk { id: risk.id.clone() });
        view! { {(at > 0).then_some(", ")} <a href=href>{risk.name.say(language).to_owned()}</a> }
    };
    let links = risks.iter().enumerate().map(link).collect_view();
    view! { <span class="muted">{said::against(language)} " " {links}</span> }.into_any()
}
