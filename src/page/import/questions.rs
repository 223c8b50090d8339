//! Doubtful matches, for the reader to decide.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

use leptos::prelude::*;

use super::work::ImportWork;
use crate::exchange::import::{Doubt, ImportAnswer, ImportCandidate, ImportQuestion};
use crate::organisation::value::Language;
use crate::text::{exchange, import};

/// The questions. What they are about is left out until they are answered.
#[component]
pub(super) fn Questions(work: ImportWork, questions: Vec<ImportQuestion>) -> impl IntoView {
    let language = work.session.language();
    let asked = questions.iter().map(|question| asked(work, question, language)).collect_view();
    view! {
        <section class="card full">
            <h2>{import::questions(language)}</h2>
            <p class="lead">{import::questions_lead(language)}</p>
            {asked}
        </section>
    }
    .into_any()
}

fn asked(work: ImportWork, question: &ImportQuestion, language: Language) -> AnyView {
    let now = work.answers.with_untracked(|answers| answers.get(&question.key).cloned());
    let choice = |answer: ImportAnswer, label: String| {
        let (key, checked) = (question.key.clone(), now.as_ref() == Some(&answer));
        let name = format!("answer-{key}");
        view! {
            <label class="field-check">
                <input type="radio" name=name checked=checked on:change=move |_| work.answer(key.clone(), answer.clone())/>
                <span>{label}</span>
            </label>
        }
        .into_any()
    };
    let mut choices: Vec<AnyView> = question
        .candidates
        .iter()
        .map(|candidate| {
            choice(ImportAnswer::Use(candidate.id.clone()), import::it_is(&described(candidate), language))
        })
        .collect();
    let new = match question.doubt {
        Doubt::NoName => Some(import::is_a_person(language)),
        Doubt::SeveralPeople => Some(import::are_several(language)),
        Doubt::Dimension => None,
        _ => Some(import::new_one(language)),
    };
    choices.extend(new.map(|label| choice(ImportAnswer::New, label.to_owned())));
    choices.push(choice(ImportAnswer::LeaveOut, import::leave_out(language).to_owned()));
    view! {
        <fieldset class="field field-checks import-question">
            <legend>{exchange::question(question, language)}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}

/// A candidate: name, address, unit.
fn described(candidate: &ImportCandidate) -> String {
    let beside = [candidate.email.clone(), candidate.unit.clone()];
    let beside: Vec<String> = beside.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    if beside.is_empty() { candidate.name.clone() } else { format!("{} ({})", candidate.name, beside.join(", ")) }
}
