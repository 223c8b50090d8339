//! Two analyses beside each other: their matrices, and each risk that is not as it was.

use std::sync::Arc;

use leptos::prelude::*;

use super::ChosenEditions;
use crate::engine::lens::RiskFilter;
use crate::engine::view::{ComparedRow, ComparisonView, EditionsView, RiskRow, SideView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::{
    ClassMark, Empty, FilterBar, JoinedRisks, Pager, Picture, PictureChoice, PictureForm, PictureShown, SelectField,
};
use crate::page::picture::Detail;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{edition, pages};

/// The comparison of two editions: their pictures, and the risks that changed.
#[component]
pub(super) fn Comparison(
    /// What the engine answered.
    view: Memo<Option<EditionsView>>,
    /// The earlier and the later edition that are compared.
    chosen: Signal<ChosenEditions>,
) -> impl IntoView {
    let session = Session::current();
    let comparison = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.comparison.clone())));
    // A risk that is pointed at in one is marked in both.
    provide_context(JoinedRisks::new(true));
    let form = RwSignal::new(None::<PictureForm>);
    let suits = RwSignal::new(PictureForm::Drawn(Detail::Bubbles));
    let side = move |of: fn(&ComparisonView) -> &SideView| {
        Memo::new(move |_| comparison.with(|it| it.as_ref().map(|it| shown(session, of(it)))).flatten())
    };
    let (earlier, later) = (side(|it| &it.earlier), side(|it| &it.later));
    let heading = move |of: fn(&ComparisonView) -> &SideView| {
        move || comparison.with(|it| it.as_ref().map(|it| edition::picture(of(it), session.language())))
    };
    let missing = move |shown: Memo<Option<PictureShown>>| {
        move || shown.with(Option::is_none).then(|| view! { <Empty text=edition::no_matrix(session.language())/> })
    };
    let pictures = move || {
        view! {
            <div class="pictures">
                <div class="keep">
                    <h3>{heading(|it| &it.earlier)}</h3>
                    {missing(earlier)}
                    <Picture shown=earlier beside=later form suits name="earlier"/>
                </div>
                <div class="keep">
                    <h3>{heading(|it| &it.later)}</h3>
                    {missing(later)}
                    <Picture shown=later beside=earlier form name="later"/>
                </div>
            </div>
        }
    };
    let is_there = Memo::new(move |_| comparison.with(Option::is_some));
    view! {
        <section class="card full">
            <h2>{move || edition::compared(session.language())}</h2>
            <FilterBar>
                <Choice view chosen is_later=false/>
                <Choice view chosen is_later=true/>
                <PictureChoice form shown=suits.into()/>
            </FilterBar>
            {move || {
                if is_there.get() {
                    pictures().into_any()
                } else {
                    view! { <Empty text=edition::not_compared(session.language())/> }.into_any()
                }
            }}
        </section>
        {move || is_there.get().then(|| view! { <Changes comparison chosen/> })}
    }
}

/// A side as a picture, where its matrix can be used. The risks of the open file alone have pages to lead to.
fn shown(session: Session, side: &SideView) -> Option<PictureShown> {
    let is_open = side.id.is_none();
    Some(PictureShown {
        picture: Arc::new(side.picture.clone()?),
        on: side.date,
        hash: if is_open { session.hash() } else { side.sha256.clone() },
        whose: edition::side(side, session.language()),
        leads: is_open.then(RiskFilter::default),
    })
}

/// One of the two to choose.
#[component]
fn Choice(
    /// What the engine answered.
    view: Memo<Option<EditionsView>>,
    /// The earlier and the later edition that are compared.
    chosen: Signal<ChosenEditions>,
    /// Whether it is the one that is looked at, which can be the open file.
    is_later: bool,
) -> impl IntoView {
    let session = Session::current();
    let choices = Signal::derive(move || {
        let language = session.language();
        let view = view.get();
        let rows = view.iter().flat_map(|view| &view.editions);
        let rows = rows.map(|row| (row.id.clone(), edition::choice(row, language)));
        let open = is_later.then(|| (String::new(), edition::open_file(language).to_owned()));
        open.into_iter().chain(rows).collect::<Vec<_>>()
    });
    let now = Signal::derive(move || {
        let view = view.get();
        let comparison = view.as_ref().and_then(|view| view.comparison.as_ref());
        let side = comparison.map(|it| if is_later { &it.later } else { &it.earlier });
        let named = if is_later { chosen.get().later } else { chosen.get().earlier };
        side.map_or(named, |side| side.id.clone()).unwrap_or_default()
    });
    let choose = move |id: String| {
        let (id, ChosenEditions { earlier, later, .. }) =
            (Some(id).filter(|id| !id.is_empty()), chosen.get_untracked());
        let (earlier, later) = if is_later { (earlier, id) } else { (id, later) };
        session.go(Route::Editions { earlier, later, from: 0 });
    };
    let label = move || {
        let language = session.language();
        if is_later { edition::later(language) } else { edition::earlier(language) }.to_owned()
    };
    view! { <SelectField label=Signal::derive(label) choices chosen=now choose/> }
}

/// Each risk that is not as it was.
#[component]
fn Changes(
    /// The comparison that the engine made, once there is one.
    comparison: Memo<Option<ComparisonView>>,
    /// Which two, and from where on.
    chosen: Signal<ChosenEditions>,
) -> impl IntoView {
    let session = Session::current();
    let table = move || {
        let (comparison, language) = (comparison.get()?, session.language());
        let total = comparison.tally.changed();
        if total == 0 {
            return Some(view! { <Empty text=edition::unchanged(language)/> }.into_any());
        }
        let ChosenEditions { earlier, later, from } = chosen.get();
        let is_open = comparison.later.id.is_none();
        let shown = saturating(comparison.rows.len());
        let rows = comparison.rows.iter().map(|it| row(session, it, is_open, language)).collect_view();
        let heads = [pages::risk(language), edition::what(language), edition::before(language), edition::now(language)];
        let heads = heads.map(|head| view! { <th role="columnheader" scope="col">{head}</th> });
        let to = move |from| Route::Editions { earlier: earlier.clone(), later: later.clone(), from };
        Some(
            view! {
                <p class="results" role="status">{edition::changed(&comparison, language)}</p>
                <table class="list" role="table" aria-label=edition::changes(language)>
                    <thead role="rowgroup">
                        <tr role="row">{heads}</tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
                <Pager from shown total language route=to/>
            }
            .into_any(),
        )
    };
    view! {
        <section class="card full" id="changes">
            <h2>{move || edition::changes(session.language())}</h2>
            {table}
        </section>
    }
}

fn row(session: Session, row: &ComparedRow, is_open: bool, language: Language) -> impl IntoView + use<> {
    let item = row.later.as_ref().or(row.earlier.as_ref());
    let title = item.map(|item| item.title.say(language).to_owned()).unwrap_or_default();
    let named = match row.later.as_ref().filter(|_| is_open) {
        Some(item) => {
            let id = item.id.clone();
            view! { <a href=move || session.href(Route::Risk { id: id.clone() })>{title}</a> }.into_any()
        }
        None => title.into_any(),
    };
    let reasons = edition::reasons(row, language);
    let reasons = reasons.into_iter().map(|it| view! { <span class="muted">{it}</span> }).collect_view();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{named}</th>
            <td role="cell" data-label=edition::what(language)>{edition::fate(&row.fate, language)} {reasons}</td>
            <td role="cell" data-label=edition::before(language)>{standing(row.earlier.as_ref(), language)}</td>
            <td role="cell" data-label=edition::now(language)>{standing(row.later.as_ref(), language)}</td>
        </tr>
    }
}

/// Where a risk stands in one analysis.
fn standing(row: Option<&RiskRow>, language: Language) -> impl IntoView + use<> {
    let class = row.and_then(|row| row.class.clone());
    let said = edition::standing(row, language);
    let said = match class {
        Some(_) => view! { <span class="muted">{said}</span> }.into_any(),
        None => said.into_any(),
    };
    view! { {class.map(|class| view! { <ClassMark class language/> })} {said} }
}
