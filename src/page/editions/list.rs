//! The editions of the file, whether they are what was frozen, and the way to freeze another.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::draft::{FieldValue, Patch};
use crate::engine::view::{EditionRow, EditionsView};
use crate::organisation::value::Language;
use crate::page::edit::{EditButton, OpenForm};
use crate::page::session::Session;
use crate::risk::edition::Integrity;
use crate::text::{draft, edition, problem};

/// Id of the button that freezes, where the focus goes when an edition has been removed.
const FREEZE: &str = "freeze";

/// The editions.
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
        view! { <EditButton label editing=OpenForm::New { list: "editions", preset }/> }
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
    let asks = RwSignal::new(false);
    let remove = move |_| {
        session.edit_from(FREEZE);
        let patch = Patch::Remove { list: "editions".into(), key: key.clone() };
        spawn_local(async move { drop(session.change(vec![patch]).await) });
    };
    let label = draft::named(edition::remove(language), &name);
    let note = row.note.as_ref().map(|note| view! { <span class="muted">{note.say(language).to_owned()}</span> });
    let is_amiss = !matches!(row.integrity, Some(Integrity::Intact));
    let hash = (!row.sha256.is_empty())
        .then(|| view! { <span class="muted">"SHA-256 " <code class="hash">{row.sha256.clone()}</code></span> });
    let problems = row.problems.iter().map(|it| view! { <li>{problem::said(it, language)} "."</li> }).collect_view();
    let problems = (!row.problems.is_empty()).then(|| view! { <ul class="seen">{problems}</ul> });
    view! {
        <li class="edition">
            <span class="finding-what">
                <strong>{name}</strong>
                <span>{edition::frozen(row, language)} ", " <span class:amiss=is_amiss>{edition::integrity(row, language)}</span></span>
                {note} {hash} {problems}
            </span>
            {session.may_change().then(|| view! { <span class="no-print">{removal(asks, label, Callback::new(remove), language)}</span> })}
        </li>
    }
}

/// The button that takes an edition out, and the question it asks first: it cannot be frozen once more.
fn removal(asks: RwSignal<bool>, label: String, remove: Callback<MouseEvent>, language: Language) -> impl IntoView {
    move || {
        if !asks.get() {
            return view! {
                <button type="button" class="button button-small" aria-label=label.clone() on:click=move |_| asks.set(true)>
                    {edition::remove(language)}
                </button>
            }
            .into_any();
        }
        view! {
            <fieldset class="field field-checks">
                <legend class="field-label">{edition::sure(language)}</legend>
                <button type="button" class="button button-first" on:click=move |event| remove.run(event)>
                    {edition::remove(language)}
                </button>
                <button type="button" class="button" on:click=move |_| asks.set(false)>{edition::keep(language)}</button>
            </fieldset>
        }
        .into_any()
    }
}
