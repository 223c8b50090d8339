//! What has become of the file that was chosen, and how it can be read otherwise.

use leptos::prelude::*;

use super::work::ImportWork;
use crate::browser::dom;
use crate::exchange::read::{Encoding, Reading, Separator, TextFormat};
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::text::{draft, exchange, import};

/// What has been opened, or why it was not, or how far it has come.
pub(super) fn status(work: ImportWork, language: Language) -> AnyView {
    let opened = work.opened.get().map(|(kind, sheets)| {
        let other_way = other_way(work, kind.text(), sheets.iter().map(|sheet| sheet.hidden).sum(), language);
        view! {
            <p class="lead" role="status">{import::opened(&work.file.get(), &exchange::kind(kind, language), language)}</p>
            {other_way}
        }
    });
    let library = work.library.get().map(|said| {
        let method = work.session.href(Route::Method { matrix: None });
        view! {
            <div class="form-problem" role="alert">
                <p>{said}</p>
                <p class="actions"><a class="button" href=method>{import::to_method(language)}</a></p>
            </div>
        }
    });
    let refused = work.refused.get().map(|refusal| {
        let file = work.file.get();
        view! {
            <div class="form-problem" role="alert">
                <p><strong>{import::not_opened(&file, language)}</strong></p>
                <p>{exchange::refusal(refusal, language)}</p>
            </div>
        }
    });
    let failed = work.failed.get();
    let failed = (!failed.is_empty()).then(|| {
        let lines = failed.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
        view! { <div class="form-problem" role="alert">{lines}</div> }
    });
    let stopped = work.is_stopped.get().then(|| {
        view! {
            <div class="form-problem" role="alert">
                <p>{import::stopped(language)}</p>
                <p class="actions">
                    <button type="button" class="button" on:click=move |_| work.read()>{import::read_again(language)}</button>
                </p>
            </div>
        }
    });
    let progress = work.progress.get().map(|part| {
        let cancel = move |_| {
            work.clear();
        };
        view! {
            <p class="actions" role="status">
                <progress max="1" value=part.to_string()></progress>
                {import::reading(language)}
                <button type="button" class="button" on:click=cancel>{draft::cancel(language)}</button>
            </p>
        }
    });
    view! { {opened} {library} {refused} {failed} {stopped} {progress} }.into_any()
}

/// What the reader can say of the file in place of what was guessed, and of what was left out unseen.
fn other_way(work: ImportWork, text: Option<TextFormat>, hidden: u32, language: Language) -> AnyView {
    let reading = work.reading.get();
    let text = text.map(|text| {
        let encoding = |known: Encoding| {
            let name = exchange::encoding(known, language);
            view! { <option value=name selected=text.encoding == known>{name}</option> }
        };
        let choose_encoding = move |event| {
            let chosen = dom::value_of(&event);
            let encoding = Encoding::ALL.into_iter().find(|known| exchange::encoding(*known, language) == chosen);
            work.reread(Reading { encoding, ..reading });
        };
        let named = matches!(text.separator, Separator::Other(_)).then_some(text.separator);
        let separators: Vec<Separator> = Separator::COMMON.into_iter().chain(named).collect();
        let separator = |known: &Separator| {
            let (name, selected) = (exchange::separator(*known, language), text.separator == *known);
            view! { <option value=name.clone() selected=selected>{name.clone()}</option> }
        };
        let options = separators.iter().map(separator).collect_view();
        let choose_separator = move |event| {
            let chosen = dom::value_of(&event);
            let separator = separators.iter().copied().find(|known| exchange::separator(*known, language) == chosen);
            work.reread(Reading { separator, ..reading });
        };
        view! {
            <p class="muted">{import::read_otherwise(language)}</p>
            <label class="field field-search">
                <span class="field-label">{import::encoding(language)}</span>
                <select class="field-input" on:change=choose_encoding>{Encoding::ALL.map(encoding).collect_view()}</select>
            </label>
            <label class="field field-search">
                <span class="field-label">{import::separator(language)}</span>
                <select class="field-input" on:change=choose_separator>{options}</select>
            </label>
        }
    });
    let hidden = (hidden > 0 || reading.with_hidden).then(|| {
        let choose = move |_| work.reread(Reading { with_hidden: !reading.with_hidden, ..reading });
        view! {
            <label class="field-check">
                <input type="checkbox" checked=reading.with_hidden on:change=choose/>
                <span>{import::with_hidden(language)}</span>
            </label>
        }
    });
    view! { {text} {hidden} }.into_any()
}
