//! Questions to the risk management group about the event: in the municipality's file, like other changes.

use leptos::prelude::*;

use crate::browser::clock;
use crate::draft::FieldValue;
use crate::draft::patch::PatchField;
use crate::engine::view::{EventView, QuestionView};
use crate::organisation::ListName;
use crate::organisation::value::{Label, Language};
use crate::organisation::work::{Phase, QuestionStatus};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::Empty;
use crate::page::session::Session;
use crate::text::{event, numbers};

/// The questions to the group about the event, with a way to ask one more. They are changed on the page of the group.
#[component]
pub(super) fn Questions(
    /// The event as the engine answered it.
    view: Memo<Option<EventView>>,
) -> impl IntoView {
    let session = Session::current();
    let list = move || {
        let (view, language) = (view.get()?, session.language());
        let editing = OpenForm::New { list: ListName::Questions, preset: preset(&view.name) };
        let rows = view.questions.into_iter().map(|question| row(question, language)).collect_view();
        let empty = rows.is_empty().then(|| view! { <Empty text=event::no_questions(language)/> });
        Some(view! {
            {empty}
            <ul class="rows" role="list">{rows}</ul>
            <p class="actions no-print"><EditButton label=event::ask(language).to_owned() editing/></p>
        })
    };
    view! {
        <section class="card" id="questions">
            <h2>{move || event::questions(session.language())}</h2>
            <p class="lead no-print">{move || event::questions_lead(session.language())}</p>
            {list}
        </section>
    }
}

fn row(question: QuestionView, language: Language) -> impl IntoView {
    view! {
        <li class="event-question">
            <span>{question.about.say(language).to_owned()}</span>
            <span class="muted">{event::question(&question, language)}</span>
        </li>
    }
}

/// What is known of a question that is raised now.
fn preset(name: &Label) -> Vec<PatchField> {
    let sv = numbers::capital(&name.sv);
    let event = match &name.en {
        Some(en) => FieldValue::Languages { sv, en: numbers::capital(en) },
        None => FieldValue::Text(sv),
    };
    let text = |field: &str, text: &str| (field.to_owned(), FieldValue::text(text));
    vec![
        ("event".to_owned(), event),
        text("phase", Phase::During.word()),
        text("status", QuestionStatus::Raised.word()),
        text("raised", &clock::today().to_string()),
    ]
}
