//! What differs from the file saved last, in words, and what that does to coverage.

use leptos::prelude::*;

use crate::engine::lens::Window;
use crate::engine::request::{AskDifference, AskEffect};
use crate::engine::view::{DifferencePage, EditKind, EditView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::{EffectTable, MoreRows};
use crate::page::session::{Session, use_answer};
use crate::text::draft;

/// Changes shown at a time.
const STEP: u32 = 50;

/// The changes, while there are any.
#[component]
pub(super) fn Changes() -> impl IntoView {
    let session = Session::current();
    let any = Memo::new(move |_| session.draft().unsaved > 0);
    move || any.get().then(|| view! { <Unsaved/> })
}

#[component]
fn Unsaved() -> impl IntoView {
    let session = Session::current();
    let count = RwSignal::new(STEP);
    let difference = use_answer(move || AskDifference { window: Window { from: 0, count: count.get() } });
    let effect = use_answer(move || AskEffect { on: session.on() });
    let list = move || Some(listed(&*difference.get()?, count, session.language()));
    let effect = move || {
        let effect = effect.get()?;
        Some(view! { <EffectTable effect=&effect language=session.language()/> })
    };
    let language = move || session.language();
    view! {
        <section class="card half" id="changes">
            <h2>{move || draft::changes(language())}</h2>
            {list}
            <p class="card-more">
                <button type="button" class="button" on:click=move |_| session.discard()>{move || draft::discard(language())}</button>
            </p>
        </section>
        <section class="card half">
            <h2>{move || draft::effect(language())}</h2>
            {effect}
        </section>
    }
    .into_any()
}

fn listed(page: &DifferencePage, count: RwSignal<u32>, language: Language) -> AnyView {
    let shown = saturating(page.rows.len());
    let rows = page.rows.iter().map(|edit| row(edit, language)).collect_view();
    view! {
        <ul class="rows changes" role="list">{rows}</ul>
        <MoreRows shown total=page.total count step=STEP language/>
    }
    .into_any()
}

/// One item, and each field of it that differs.
fn row(edit: &EditView, language: Language) -> AnyView {
    let field = |field| {
        let (name, before, after) = draft::differs(edit, field, language);
        view! {
            <div>
                <dt>{name}</dt>
                <dd>
                    {(edit.about.kind != EditKind::Added).then(|| view! { <del>{before}</del> " " })}
                    {(edit.about.kind != EditKind::Removed).then(|| view! { <ins>{after}</ins> })}
                </dd>
            </div>
        }
    };
    let fields = edit.fields.iter().map(field).collect_view();
    view! {
        <li>
            <strong>{draft::subject(&edit.about, language)}</strong>
            " "
            <span class="muted">{draft::became(&edit.about, language)}</span>
            <dl class="differs">{fields}</dl>
        </li>
    }
    .into_any()
}
