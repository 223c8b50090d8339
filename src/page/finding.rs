//! A finding's own page: what the rule says and where that is written, what was looked at, and what would change it.

mod settled;
mod who;

use std::sync::Arc;

use leptos::prelude::*;

use self::settled::settled;
pub(super) use self::who::rules;
use self::who::who;
use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::parts::{Explained, FindingRow, Hero, StateMark, TallyBar, UnitLink, exception_acts, stands};
use super::route::Route;
use super::session::{Session, use_answer, use_title};
use crate::coverage::State;
use crate::draft::FieldValue;
use crate::engine::lens::FindingFilter;
use crate::engine::request::AskFinding;
use crate::engine::view::{FindingView, Remedy, SubjectView, UnitRef};
use crate::organisation::ListName;
use crate::organisation::rule::Severity;
use crate::organisation::value::{Date, Language};
use crate::page::unit::post_line;
use crate::text::overview::Sentence;
use crate::text::{draft, finding, numbers, pages, rules, words};

fetched!(finding, |route| match route {
    Route::Finding { id } => view! { <Finding id /> }.into_any(),
    _ => ().into_any(),
});

/// The page of one finding.
#[component]
pub fn Finding(
    /// The id of the finding.
    id: String,
) -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskFinding { lens: session.lens(), id: id.clone() });
    use_title(move || match reply.get() {
        Some(view) if !view.is_secret => finding::subject(&view.row.subject, session.language()),
        _ => String::new(),
    });
    // What was shown last: once it is put right, or on a day that has no such finding, the page says so.
    let last = StoredValue::new(None::<Arc<FindingView>>);
    move || {
        let (on, language) = (session.on(), session.language());
        if reply.is_absent() {
            return Some(match last.get_value() {
                Some(found) => settled(session, &found, on, language),
                None => no_such(session, on, language),
            });
        }
        let found = reply.get()?;
        last.set_value(Some(found.clone()));
        Some(shown(session, &found, on, language))
    }
}

/// In place of a finding that there is not, as when a link to it is older than what was done about it.
fn no_such(session: Session, on: Date, language: Language) -> AnyView {
    let all = session.link(Route::Coverage { filter: FindingFilter::default(), from: 0 });
    view! {
        <Hero over=numbers::date(on, language) verdict=Sentence::plain(pages::no_such_finding(language))
            after=pages::no_such_finding_what(language)/>
        <p class="actions"><a class="button" href=all>{pages::to_findings(language)}</a></p>
    }
    .into_any()
}

fn shown(session: Session, found: &FindingView, on: Date, language: Language) -> AnyView {
    let row = &found.row;
    let over =
        format!("{} · {}", numbers::capital(words::severity(row.severity, language)), numbers::date(on, language));
    let rule = found.rule.row.clone();
    let all = FindingFilter { rule: Some(rule.id.clone()), ..FindingFilter::default() };
    let all = session.href(Route::Coverage { filter: all, from: 0 });
    let source = match &found.rule.source {
        Some(source) => view! { <blockquote class="source">{source.say(language).to_owned()}</blockquote> }.into_any(),
        None => view! { <p class="empty">{pages::no_source(language)}</p> }.into_any(),
    };
    let beside = found.beside.iter().map(|row| view! { <FindingRow row on language here=true/> }).collect_view();
    let unit = unit(&row.subject).cloned();
    view! {
        <Hero over verdict=pages::finding_verdict(row, on, language)/>
        <div class="grid">
            <section class="card wide explained">
                <h2>{pages::why(language)}</h2>
                <p><StateMark state=row.state language/></p>
                {unit.map(|unit| view! { <p>{pages::at(language)} " " <UnitLink unit language/></p> })}
                <Explained row=row.clone() on language/>
                {remedies(found, language)}
                {acceptance(session, found, on, language)}
            </section>
            <section class="card narrow">
                <h2>{pages::asks(language)}</h2>
                <p class="rule-said">{finding::rule_text(&rule, language)}</p>
                <h3>{pages::source(language)}</h3>
                {source}
                <p>
                    <a href=session.link(Route::Rules { rule: Some(rule.id.clone()) })>{rules::show(language)}</a>
                </p>
                <p class="rule-count">
                    <a href=all>{pages::held_of(&rule, language)}</a>
                </p>
                <TallyBar rule=&rule language/>
            </section>
            {who(session, found, language)}
            {(!found.beside.is_empty())
                .then(|| {
                    view! {
                        <section class="card full">
                            <h2>{pages::beside(language)}</h2>
                            <ul class="rows" role="list">{beside}</ul>
                        </section>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Where the forms begin that would put it right.
fn remedies(found: &FindingView, language: Language) -> Option<AnyView> {
    // The first is always there, the others where the reader asks for editing.
    let act = |(at, remedy): (usize, &Remedy)| match remedy {
        Remedy::Add { list, preset } => {
            let label = match *list {
                ListName::Assignments => draft::appoint(language).to_owned(),
                list => draft::editing(&draft::FormSubject::New { list, kind: String::new() }, language),
            };
            let preset = preset.clone();
            let editing = match *list {
                ListName::Assignments => OpenForm::Fill { key: String::new(), preset },
                list => OpenForm::New { list, preset },
            };
            Some(view! { <li><EditButton label editing mends=at == 0/></li> }.into_any())
        }
        Remedy::Post(post) => Some(post_line(post, at == 0, language).into_any()),
        Remedy::Item { list, key } => {
            let list = *list;
            let label = draft::editing(&draft::FormSubject::Item { list, kind: String::new() }, language);
            let editing = OpenForm::Item { list, key: key.clone() };
            Some(view! { <li><EditButton label editing mends=at == 0/></li> }.into_any())
        }
    };
    let acts: Vec<_> = found.remedies.iter().enumerate().filter_map(act).collect();
    (!acts.is_empty()).then(|| {
        view! {
            <h3>{draft::act(language)}</h3>
            <ul class="rows remedies no-print" role="list">{acts}</ul>
        }
        .into_any()
    })
}

/// How the finding is accepted, or the way to do so.
fn acceptance(session: Session, found: &FindingView, on: Date, language: Language) -> Option<AnyView> {
    let row = &found.row;
    let inside = match &found.exception {
        Some(exception) => view! {
            <p>{rules::standing(exception, on, language)}</p>
            <p class="no-print accept-acts">{exception_acts(session, exception, language)}</p>
        }
        .into_any(),
        None if row.state == State::Expiring || !session.may_change() => return None,
        None => {
            let mut preset = stands(row.state, row.since);
            preset.push(("finding".into(), FieldValue::text(&row.id)));
            let editing = OpenForm::Accept { preset, bound: row.severity == Severity::Must };
            view! {
                <p class="muted">{draft::accepting_lead(row.severity, language)}</p>
                <p class="no-print"><EditButton label=draft::accept(language).to_owned() editing/></p>
            }
            .into_any()
        }
    };
    // What is accepted is read; accepting is a change.
    let waits = found.exception.is_none();
    Some(view! { <div class:edit-only=waits><h3>{draft::accepting(language)}</h3> {inside}</div> }.into_any())
}

/// The unit whose page tells more about a subject.
fn unit(subject: &SubjectView) -> Option<&UnitRef> {
    match subject {
        SubjectView::Unit(unit) | SubjectView::Holder { unit, .. } | SubjectView::Activity { unit, .. } => Some(unit),
        SubjectView::Member { group, .. } | SubjectView::Party { group, .. } => Some(group),
        SubjectView::Kind(_) | SubjectView::Document { .. } | SubjectView::Person(_) | SubjectView::Measure { .. } => {
            None
        }
    }
}
