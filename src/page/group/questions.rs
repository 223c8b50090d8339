//! The questions raised to the group, by when they were raised in relation to an event.

use leptos::prelude::*;

use super::add;
use crate::engine::view::{GroupPage, QuestionRow};
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language};
use crate::organisation::work::{Phase, QuestionStatus};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::Empty;
use crate::text::draft::named;
use crate::text::group as said;
use crate::text::{numbers, words};

/// All questions, and a way to raise another.
pub(super) fn questions(page: &GroupPage, on: Date, language: Language) -> AnyView {
    let phases = [Some(Phase::Before), Some(Phase::During), Some(Phase::After), None];
    let of_phase = |phase: Option<Phase>| {
        let rows: Vec<&QuestionRow> = page.questions.iter().filter(|row| row.phase == phase).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <div class="phase">
                    <h3 class="group">{said::phase(phase, language)}</h3>
                    <ul class="rows" role="list">
                        {rows.into_iter().map(|row| question(row, on, language)).collect_view()}
                    </ul>
                </div>
            }
        })
    };
    let is_empty = page.questions.is_empty();
    let lead = (!is_empty).then(|| said::questions_said(&page.questions, page.question_count, language));
    let day = on.to_string();
    let fields = [("status", QuestionStatus::Raised.word()), ("raised", &*day)];
    view! {
        <section class="card full" id="questions">
            <h2>{said::questions(language)}</h2>
            <p class="lead">{lead}</p>
            {is_empty.then(|| view! { <Empty text=said::no_questions(language)/> })}
            <div class="phases">{phases.map(of_phase)}</div>
            <p class="actions no-print">{add(ListName::Questions, said::add_question(language), "", &fields)}</p>
        </section>
    }
    .into_any()
}

/// A question: what is asked, about which event, by whom, and how far it has come.
fn question(row: &QuestionRow, on: Date, language: Language) -> AnyView {
    let about = row.about.say(language).to_owned();
    let event = row.event.as_ref().map(|event| event.say(language).to_owned());
    let raised = Some(said::raised(row, on, language)).filter(|raised| !raised.is_empty());
    let under = event.into_iter().chain(raised).collect::<Vec<_>>().join(" · ");
    let status = numbers::capital(words::question_status(row.status, language));
    let editing = OpenForm::Item { list: ListName::Questions, key: row.id.clone() };
    view! {
        <li class="question" data-status=row.status.word()>
            <span class="status">{status}</span>
            <span class="question-about">{about.clone()}</span>
            <span class="muted">{under}</span>
            <span class="no-print">
                <EditButton label=said::edit(language).to_owned() named=named(said::edit(language), &about) editing/>
            </span>
        </li>
    }
    .into_any()
}
