//! What both changed, side by side, and the reader's choice for each.

use leptos::prelude::*;

use crate::browser::dom;
use crate::engine::view::{ConflictView, EditKind, EditView};
use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::numbers::capital;
use crate::text::{draft, keep};

/// The dialog in which the reader decides.
#[component]
pub(in crate::page) fn Conflicts() -> impl IntoView {
    let session = Session::current();
    Effect::new(move || {
        let open = session.is_deciding() && session.conflicts().is_some();
        // Not before what it shows is there.
        request_animation_frame(move || dom::set_dialog("#conflicts", open));
    });
    // The items are drawn anew when others come, not at each choice.
    let rows = Memo::new(move |_| session.conflicts().map(|conflicts| conflicts.rows));
    let items = move || {
        let language = session.language();
        let rows = rows.get()?;
        let item = |(place, row)| view! { <Item place row language /> };
        Some(rows.into_iter().enumerate().map(item).collect_view())
    };
    view! {
        <dialog
            id="conflicts"
            class="conflicts"
            aria-labelledby="conflicts-title"
            on:close=move |_| session.set_deciding(false)
        >
            <h2 id="conflicts-title">{move || keep::conflicts(session.language())}</h2>
            <p>{move || keep::conflicts_lead(session.language())}</p>
            <p class="actions">
                <button type="button" class="button" on:click=move |_| session.choose(None, true)>
                    {move || keep::all_mine(session.language())}
                </button>
                <button type="button" class="button" on:click=move |_| session.choose(None, false)>
                    {move || keep::all_theirs(session.language())}
                </button>
            </p>
            {items}
            <p class="actions">
                <button type="button" class="button button-first" on:click=move |_| session.decide()>
                    {move || keep::decide(session.language())}
                </button>
                <button type="button" class="button" on:click=move |_| session.set_deciding(false)>
                    {move || keep::decide_later(session.language())}
                </button>
            </p>
        </dialog>
    }
}

/// One item: what it was, what each side made of it.
#[component]
fn Item(
    /// The place of the item among the items.
    place: usize,
    /// The item as it was, and as each side has it.
    row: ConflictView,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let name = draft::subject(&row.mine.about, language);
    let is_mine = move || session.conflicts().and_then(|conflicts| conflicts.mine.get(place).copied()).unwrap_or(true);
    let choice = |mine: bool, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=format!("conflict-{place}")
                    prop:checked=move || is_mine() == mine
                    on:change=move |_| session.choose(Some(place), mine)
                />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="conflict">
            <legend>{capital(&name)}</legend>
            <div class="table-frame" tabindex="0" role="group" aria-label=name.clone()>
                <table class="lists" aria-label=name.clone()>
                    <thead>
                        <tr>
                            <th scope="col">{keep::field(language)}</th>
                            <th scope="col">{keep::before(language)}</th>
                            <th scope="col">{keep::mine(language)}</th>
                            <th scope="col">{keep::theirs(language)}</th>
                        </tr>
                    </thead>
                    <tbody>{fields(&row, language)}</tbody>
                </table>
            </div>
            <p class="choices">
                {choice(true, keep::mine(language))} {choice(false, keep::theirs(language))}
            </p>
        </fieldset>
    }
}

/// The fields that either side changed, each as it was and as both made it.
fn fields(row: &ConflictView, language: Language) -> impl IntoView + use<> {
    let mut names: Vec<&str> = Vec::new();
    for field in row.mine.fields.iter().chain(&row.theirs.fields) {
        if !names.contains(&&*field.field) {
            names.push(&field.field);
        }
    }
    let side = |side: &EditView, name: &str, before: &str| {
        let field = side.fields.iter().find(|field| field.field == name);
        let after = field.map(|field| field.after.as_ref().map_or("–", |label| label.say(language)).to_owned());
        match side.about.kind {
            EditKind::Removed => keep::gone(language).to_owned(),
            _ => after.unwrap_or_else(|| before.to_owned()),
        }
    };
    let drawn = names.into_iter().map(|name| {
        let known = row.mine.fields.iter().chain(&row.theirs.fields).find(|field| field.field == name);
        let before = known.and_then(|field| field.before.as_ref());
        let before = before.map_or("–", |label| label.say(language)).to_owned();
        view! {
            <tr>
                <th scope="row">{capital(&draft::field(None, name, language))}</th>
                <td>{before.clone()}</td>
                <td>{side(&row.mine, name, &before)}</td>
                <td>{side(&row.theirs, name, &before)}</td>
            </tr>
        }
    });
    drawn.collect_view()
}
