//! The editions of the file, whether they are what was frozen, and the way to freeze another.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::draft::{FieldValue, Patch};
use crate::engine::view::{EditionRow, EditionsView};
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::AskFirst;
use crate::page::session::Session;
use crate::risk::edition::Integrity;
use crate::text::roles::security_unit;
use crate::text::{data, draft, edition, problem};

/// Id of the button that freezes, where the focus goes when an edition has been removed.
const FREEZE: &str = "freeze";

/// The list of editions, with the button that freezes one.
#[component]
pub(super) fn List(
    /// What the engine answered.
    view: Memo<Option<EditionsView>>,
) -> impl IntoView {
    let session = Session::current();
    let rows = move || {
        let (view, language) = (view.get()?, session.language());
        let rows = view.editions.iter().map(|it| row(session, it, language)).collect_view();
        (!view.editions.is_empty()).then(|| view! { <ul class="rows" role="list">{rows}</ul> })
    };
    let freeze = move || {
        let (language, day) = (session.language(), session.on().to_string());
        let preset = vec![("date".to_owned(), FieldValue::Text(day))];
        let label = edition::freeze(language).to_owned();
        view! { <EditButton label editing=OpenForm::New { list: ListName::Editions, preset }/> }
    };
    view! {
        <section class="card full" id="editions">
            <h2 id=FREEZE tabindex="-1">{move || edition::editions(session.language())}</h2>
            <p class="lead">{move || edition::freeze_lead(session.language())}</p>
            {rows}
            <p class="actions no-print">{freeze}</p>
        </section>
    }
}

fn row(session: Session, row: &EditionRow, language: Language) -> impl IntoView + use<> {
    let name = row.name.say(language).to_owned();
    let key = row.id.clone();
    let remove = Callback::new(move |()| {
        session.edit_from(FREEZE);
        let patch = Patch::Remove { list: ListName::Editions, key: key.clone() };
        spawn_local(async move { drop(session.change(vec![patch]).await) });
    });
    // What is frozen cannot be frozen once more.
    let removal = session.may_change().then(|| {
        let label = edition::remove(language);
        let (named, question) = (draft::named(label, &name), Some(edition::sure(language).to_owned()));
        view! { <span class="no-print"><AskFirst label named question answers=vec![(label, remove)] language/></span> }
    });
    let note = row.note.as_ref().map(|note| view! { <span class="muted">{note.say(language).to_owned()}</span> });
    let adopted = row.adopted.iter().map(|it| view! { <span>{edition::adopted(it, language)}</span> }).collect_view();
    let is_amiss = !matches!(row.integrity, Some(Integrity::Intact));
    let hash = (!row.sha256.is_empty())
        .then(|| view! { <span class="muted">{data::hash(language)} ": " <code class="hash">{row.sha256.clone()}</code></span> });
    let problems = row.problems.iter().map(|it| view! { <li>{problem::said(it, language)} "."</li> }).collect_view();
    let more = security_unit::shown(row.problems.len(), row.problem_count, language);
    let more = more.map(|said| view! { <span class="muted">{said}</span> });
    let problems = (!row.problems.is_empty()).then(|| view! { <ul class="seen">{problems}</ul> {more} });
    view! {
        <li class="edition">
            <span class="finding-what">
                <strong>{name.clone()}</strong>
                <span>{edition::frozen(row, language)} ", " <span class:amiss=is_amiss>{edition::integrity(row, language)}</span></span>
                {adopted} {note} {hash} {problems}
            </span>
            <span class="actions no-print">{adoption(session, &row.id, &name, language)} {removal}</span>
        </li>
    }
}

/// Opens the form that notes who adopted an edition.
fn adoption(session: Session, id: &str, name: &str, language: Language) -> impl IntoView + use<> {
    let mut preset = vec![("date", session.today().to_string()), ("adopted/edition", id.to_owned())];
    preset.extend(session.by().filter(|by| !by.is_empty()).map(|by| ("by", by)));
    let preset = preset.into_iter().map(|(field, text)| (field.to_owned(), FieldValue::Text(text))).collect();
    let label = edition::note_adoption(language).to_owned();
    let named = draft::named(&label, name);
    view! { <EditButton label named editing=OpenForm::New { list: ListName::History, preset }/> }
}
