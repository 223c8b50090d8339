//! What an import would change, item by item, and what it could not use, cell by cell.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

use leptos::prelude::*;

use super::columns::label;
use super::work::ImportWork;
use crate::draft::autosave::notice::ImportedCounts;
use crate::exchange::directory::Directory;
use crate::exchange::field::CellForm;
use crate::exchange::import::{FieldChange, ImportedItem, ItemFate, Note, NoteKind};
use crate::exchange::request::Preview;
use crate::organisation::number::saturating;
use crate::organisation::value::{Language, parse_date};
use crate::text::numbers::date;
use crate::text::{exchange, import, numbers};

/// The preview, and the button that carries it out.
#[component]
pub(super) fn PreviewCard(work: ImportWork, preview: Preview) -> impl IntoView {
    let language = work.session.language();
    let items = preview.items.iter().map(|each| item(work, each, language)).collect_view();
    let notes = preview.notes.iter().map(|each| note(work, each, language)).collect_view();
    let any = preview.added + preview.changed > 0;
    let more = |shown: usize, total: u32| {
        let shown = saturating(shown);
        (total > shown).then(|| view! { <p class="muted">{numbers::first_of(shown, total, language)}</p> })
    };
    let button = any.then(|| {
        view! {
            <p class="actions">
                <button type="button" class="button button-first" on:click=move |_| work.carry_out(outcome(work))>
                    {import::carry_out(preview.added + preview.changed, language)}
                </button>
                <span class="muted">{import::one_change(language)}</span>
            </p>
        }
    });
    let has_notes = preview.notes_total > 0;
    view! {
        <section class="card full" id="preview">
            <h2>{import::preview(language)}</h2>
            <p class="lead" role="status">
                {import::counts(preview.added, preview.changed, preview.same, language)}
                {(preview.dropped_personal_numbers > 0)
                    .then(|| format!(" {}", import::dropped(preview.dropped_personal_numbers, language)))}
            </p>
            {button}
            <ul class="rows changes" role="list">{items}</ul>
            {more(preview.items.len(), preview.added + preview.changed)}
            {has_notes
                .then(|| {
                    view! {
                        <h3>{import::notes(preview.notes_total, language)}</h3>
                        <ul class="rows import-notes" role="list">{notes}</ul>
                        {more(preview.notes.len(), preview.notes_total)}
                    }
                })}
        </section>
    }
    .into_any()
}

/// What the import does in numbers, and what it asks and leaves, a line each.
fn outcome(work: ImportWork) -> (ImportedCounts, Vec<String>) {
    let language = untrack(|| work.session.language());
    work.preview.with_untracked(|preview| {
        let Some(preview) = preview else { return (ImportedCounts::default(), Vec::new()) };
        let is_left = |note: &&Note| note.what != NoteKind::Unanswered;
        let asked = preview.questions.iter().map(|question| exchange::question(question, language));
        let file = work.file.get_untracked();
        let left = preview.notes.iter().filter(is_left).map(|note| {
            let (place, said) = told(work, note, language);
            format!("{file}: {place}: {said}")
        });
        let lines: Vec<String> = asked.chain(left).collect();
        let asked = saturating(preview.questions.len());
        let unanswered = saturating(preview.notes.iter().filter(|note| !is_left(note)).count());
        let left = preview.notes_total.saturating_sub(unanswered);
        (ImportedCounts { added: preview.added, changed: preview.changed, asked, left }, lines)
    })
}

fn item(work: ImportWork, item: &ImportedItem, language: Language) -> AnyView {
    let name = |change: &FieldChange| {
        work.mappings.with_untracked(|mappings| {
            let view =
                mappings.iter().flatten().find(|view| view.choices.iter().any(|choice| choice.id == change.field));
            view.map_or_else(
                || exchange::field(item.target, &change.field, &Directory::default(), language),
                |view| label(view, &change.field, language),
            )
        })
    };
    let field = |change: &FieldChange| {
        view! {
            <div>
                <dt>{name(change)}</dt>
                <dd>
                    {(!change.before.is_empty()).then(|| view! { <del>{shown(item, change, &change.before, language)}</del> })}
                    " "
                    <ins>{shown(item, change, &change.after, language)}</ins>
                </dd>
            </div>
        }
    };
    let fate = match item.fate {
        ItemFate::Added => import::added(language),
        ItemFate::Changed => import::changed(language),
        ItemFate::Same => import::same(language),
    };
    view! {
        <li>
            <strong>{item.name.clone()}</strong>
            " "
            <span class="muted">{exchange::target(item.target, language)} ", " {fate}</span>
            <dl class="differs">{item.fields.iter().map(field).collect_view()}</dl>
        </li>
    }
    .into_any()
}

/// A value as the page writes it everywhere: days in words.
fn shown(item: &ImportedItem, change: &FieldChange, text: &str, language: Language) -> String {
    let is_day = item.target.column(&change.field).is_some_and(|column| column.field.form == CellForm::Day);
    let day = parse_date(text).filter(|_| is_day);
    day.map_or_else(|| text.to_owned(), |day| date(day, language))
}

/// Where in the file something is told, and what.
fn told(work: ImportWork, note: &Note, language: Language) -> (String, String) {
    let target = work
        .mappings
        .with_untracked(|mappings| mappings.get(note.at.sheet as usize)?.as_ref().map(|view| view.mapping.target));
    let target = target.unwrap_or(crate::exchange::field::SheetTarget::Units);
    let sheet = work.opened.with_untracked(|opened| {
        let (_, sheets) = opened.as_ref()?;
        let name = sheets.get(note.at.sheet as usize)?.name.clone();
        (sheets.len() > 1 || note.what.is_of_sheet()).then_some(name)
    });
    (exchange::place(note, sheet.as_deref(), language), exchange::note(note, target, &Directory::default(), language))
}

fn note(work: ImportWork, note: &Note, language: Language) -> AnyView {
    let (place, said) = told(work, note, language);
    view! { <li><strong>{place}</strong> " " {said}</li> }.into_any()
}
