//! Import: a file of another program, what its columns mean, what it would change, and then one change.
//!
//! The sheets are worked on in a program of their own ([`super::sheets`]); here is asked, answered and shown.

mod columns;
mod preview;
mod questions;
mod status;
mod work;

use std::rc::Rc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::columns::{Columns, left_out};
use self::preview::PreviewCard;
use self::questions::Questions;
use self::status::status;
use self::work::{ImportWork, PASTED};
use super::code::fetched;
use super::parts::{Hero, KeptForm, for_each_file};
use super::route::Route;
use super::session::{Session, use_title};
use crate::browser::engine::FileSource;
use crate::browser::file::BrowserFile;
use crate::browser::{dom, files};
use crate::organisation::value::Language;
use crate::text::import;
use crate::text::overview::Sentence;

fetched!(import, |_| view! { <Import/> }.into_any());

/// The page that imports sheets.
#[component]
fn Import() -> impl IntoView {
    let session = Session::current();
    let work = ImportWork::new(session);
    on_cleanup(move || work.stop());
    Effect::new(move |before: Option<u32>| {
        let now = session.edition();
        if before.is_some_and(|before| before != now) {
            spawn_local(work.look_anew());
        }
        now
    });
    use_title(move || import::heading(session.language()).to_owned());
    let hero = move || {
        let language = session.language();
        view! { <Hero over=String::new() verdict=Sentence::plain(import::heading(language)) after=import::lead(language).to_owned()/> }
    };
    // What could not be opened elsewhere, or is dropped here.
    if let Some(source) = session.to_import() {
        work.open(source);
    }
    session.take_dropped(Some(Rc::new(move |files: Vec<_>| {
        files.into_iter().take(1).for_each(|file| work.open(FileSource::File(file)));
    })));
    on_cleanup(move || session.take_dropped(None));
    let picked = move |event| {
        if let Some(file) = files::picked(&event) {
            work.open(FileSource::File(file));
        }
    };
    let pasted = move |event: SubmitEvent| {
        event.prevent_default();
        let text = dom::form_values(&event).into_iter().find(|(name, _)| name == "pasted").map(|(_, text)| text);
        if let Some(bytes) = text.filter(|text| !text.trim().is_empty()).and_then(|text| BrowserFile::of_text(&text)) {
            let name = import::pasted_name(untrack(|| session.language())).to_owned();
            work.open(FileSource::Kept { name, bytes });
        }
    };
    let paste = for_each_file(move || {
        let kept = KeptForm::new(session, session.form_slot(PASTED));
        view! {
            <details class="field" open=kept.is_begun()>
                <summary>{move || import::paste(session.language())}</summary>
                <form class="start-form" node_ref=kept.element on:submit=pasted on:input=move |_| kept.keep()>
                    <label class="field">
                        <span class="field-label">{move || import::paste_here(session.language())}</span>
                        <textarea class="field-input" name="pasted" rows="6">{kept.value("pasted", "")}</textarea>
                    </label>
                    <p class="actions">
                        <button type="submit" class="button">{move || import::read_pasted(session.language())}</button>
                    </p>
                </form>
            </details>
        }
        .into_any()
    });
    let choose = move || {
        let label = import::choose(session.language());
        view! {
            <label class="button button-first file-picker">
                {label}
                <input class="visually-hidden" type="file" accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.json,.yaml,.yml" on:change=picked/>
            </label>
        }
    };
    view! {
        {hero}
        <div class="grid">
            <section class="card full">
                <h2>{move || import::file(session.language())}</h2>
                {move || session.has_example().then(|| example(session, session.language()))}
                <p class="actions">{choose}</p>
                {paste}
                {move || status(work, session.language())}
            </section>
            {move || work.opened.get().is_none().then(|| last(session, session.language()))}
            {move || work.opened.get().map(|(_, sheets)| view! { <Columns work sheets/> })}
            {move || left_out(work, session.language())}
            {move || Some(work.questions.get()).filter(|asked| work.opened.get().is_some() && !asked.is_empty()).map(|questions| view! { <Questions work questions/> })}
            {move || work.preview.get().map(|preview| view! { <PreviewCard work preview/> })}
        </div>
    }
    .into_any()
}

/// Says that the example is open, with the way to a file of one's own.
fn example(session: Session, language: Language) -> AnyView {
    let href = session.href(Route::Start);
    view! {
        <div class="form-problem import-example">
            <p>{import::is_example(language)}</p>
            <p class="actions"><a class="button button-first" href=href>{import::own_first(language)}</a></p>
        </div>
    }
    .into_any()
}

/// What the last import asked and left.
fn last(session: Session, language: Language) -> Option<AnyView> {
    let lines = session.imported();
    let any = !lines.is_empty();
    any.then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <section class="card full" id="last-import">
                <h2>{import::last(language)}</h2>
                <ul class="rows import-notes" role="list">{lines}</ul>
            </section>
        }
        .into_any()
    })
}
