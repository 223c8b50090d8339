//! What falls within some days from the day one stands on, by day: a list to work from.

use std::sync::Arc;

use leptos::prelude::*;

use super::prolong::{ProlongEntry, ProlongForm, Prolonged, Term};
use crate::engine::lens::Window;
use crate::engine::request::AskFalls;
use crate::engine::view::{FallPage, FallRow, SubjectView, WITHIN};
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::{Empty, MoreRows, StateMark, keep_typed};
use crate::page::route::Route;
use crate::page::session::{Session, use_answer};
use crate::text::{draft, finding, forecast, numbers};

/// Rows shown before the reader asks for more.
const FIRST: u32 = 16;

/// The list, with the choice of days.
#[component]
pub(super) fn Work(
    /// Id of the rule at hand; absent for all.
    rule: Signal<Option<String>>,
) -> impl IntoView {
    let session = Session::current();
    let slot = session.form_slot("prolong");
    let left = session.kept_form::<ProlongEntry>(&slot);
    let (within, rows) = left.as_ref().map_or((WITHIN[1], FIRST), |left| left.shown);
    let (days, count) = (RwSignal::new(within), RwSignal::new(rows));
    let prolonged = Prolonged::new(left.unwrap_or_default());
    keep_typed(slot, move || prolonged.entry((days.get(), count.get())));
    let reply = use_answer(move || AskFalls {
        lens: session.lens(),
        days: days.get(),
        rule: rule.get(),
        window: Window { from: 0, count: count.get() },
    });
    let page = Memo::new(move |_| reply.get().map(|page: Arc<FallPage>| FallPage::clone(&page)));
    let number = move |at: usize| page.with(|page| page.as_ref().map_or(0, |page| page.within[at]));
    let choice = move |(at, within): (usize, u32)| {
        view! {
            <label class="reach">
                <input
                    type="radio"
                    name="within"
                    prop:checked=move || days.get() == within
                    on:change=move |_| {
                        count.set(FIRST);
                        days.set(within);
                    }
                />
                <span>{move || forecast::days(within, number(at), session.language())}</span>
            </label>
        }
    };
    Effect::new(move || {
        page.with(|page| {
            let Some(page) = page else { return };
            let posts = page.rows.iter().flat_map(|fall| &fall.posts);
            prolonged.keep(&posts.map(|post| &*post.key).collect::<Vec<_>>());
        });
    });
    let rows = move || {
        let (page, language, on) = (page.get()?, session.language(), session.on());
        if page.total == 0 {
            return Some(view! { <Empty text=forecast::nothing_soon(language) /> }.into_any());
        }
        let (shown, total) = (saturating(page.rows.len()), page.total);
        let terms: Vec<Term> = page.rows.iter().flat_map(|fall| terms(fall, language)).collect();
        let days = page.rows.chunk_by(|a, b| a.on == b.on);
        let days = days.map(|falls| day(session, falls, prolonged, on, language)).collect_view();
        Some(
            view! {
                <ol class="rows drops" role="list">{days}</ol>
                <MoreRows shown total count language />
                {(!terms.is_empty()).then(|| view! { <ProlongForm prolonged terms language /> })}
            }
            .into_any(),
        )
    };
    view! {
        <section class="card wide" id="work">
            <h2>{move || forecast::work(session.language())}</h2>
            <p class="lead">{move || forecast::work_lead(session.language())}</p>
            <fieldset class="reaches">
                <legend class="field-label">{move || forecast::within(session.language())}</legend>
                {WITHIN.into_iter().enumerate().map(choice).collect_view()}
            </fieldset>
            {rows}
        </section>
    }
}

/// A day with what falls on it. The page can be seen on that day.
fn day(
    session: Session,
    falls: &[FallRow],
    prolonged: Prolonged,
    on: Date,
    language: Language,
) -> impl IntoView + use<> {
    let day = falls[0].on;
    let left = u32::try_from((day - on).num_days()).unwrap_or_default();
    view! {
        <li class="drop">
            <p class="drop-when">
                <button type="button" class="drop-day" on:click=move |_| session.look_at(Some(day))>
                    {numbers::date_near(day, on, language)}
                </button>
                <span class="muted">{numbers::days_left(left, language)}</span>
            </p>
            <ul role="list">{falls.iter().map(|fall| row(session, fall, prolonged, on, language)).collect_view()}</ul>
        </li>
    }
}

/// One thing that falls: what, why, and the posts to prolong or to fill.
fn row(session: Session, fall: &FallRow, prolonged: Prolonged, on: Date, language: Language) -> impl IntoView + use<> {
    let found = &fall.finding;
    let subject = finding::subject(&found.subject, language);
    let about = subject.clone();
    let route = if fall.is_open { Some(Route::Finding { id: found.id.clone() }) } else { place(&found.subject) };
    let subject = match route {
        Some(route) => view! { <a class="finding-subject" href=session.link(route)>{subject}</a> }.into_any(),
        None => view! { <span class="finding-subject">{subject}</span> }.into_any(),
    };
    let several = fall.posts.len() > 1;
    let edits = fall.posts.iter().map(|post| {
        let editing = OpenForm::Item { list: ListName::Assignments, key: post.key.clone() };
        let who = post.person.as_ref().map(|person| person.name.clone()).filter(|_| several);
        let label = [Some(draft::edit_post(language).to_owned()), who].into_iter().flatten().collect::<Vec<_>>();
        let term = Term::of(post, &about).filter(|_| session.may_change());
        let tick = term.map(|term| prolonged.tick(term, language));
        view! { <EditButton label=label.join(" ") editing /> {tick} }
    });
    let item = match &found.subject {
        SubjectView::Document { id, .. } => Some((ListName::Documents, id)),
        SubjectView::Measure { id, .. } => Some((ListName::Measures, id)),
        _ => None,
    };
    let item = item.map(|(list, id)| {
        let editing = OpenForm::Item { list, key: id.clone() };
        view! { <EditButton label=draft::edit_post(language).to_owned() editing /> }
    });
    view! {
        <li class="finding">
            <StateMark state=found.state language sign_only=true />
            <span class="finding-what">
                {subject} <span class="muted">{finding::why(found, on, language)}</span>
                <span class="muted">{finding::asked(found, language)}</span>
            </span>
            <span class="post-actions no-print">{edits.collect_view()} {item}</span>
        </li>
    }
}

/// The terms that fall and can be prolonged.
fn terms(fall: &FallRow, language: Language) -> Vec<Term> {
    let about = finding::subject(&fall.finding.subject, language);
    fall.posts.iter().filter_map(|post| Term::of(post, &about)).collect()
}

/// The page that tells more about a subject, where its finding has none yet.
fn place(subject: &SubjectView) -> Option<Route> {
    let unit = match subject {
        SubjectView::Unit(unit) | SubjectView::Holder { unit, .. } | SubjectView::Activity { unit, .. } => unit,
        SubjectView::Member { group, .. } | SubjectView::Party { group, .. } => group,
        SubjectView::Kind(_) | SubjectView::Document { .. } | SubjectView::Person(_) | SubjectView::Measure { .. } => {
            return None;
        }
    };
    Some(Route::Unit { id: unit.id.clone() })
}
