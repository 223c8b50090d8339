//! The report on paper and as files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{dom, files};
use crate::engine::view::ReportView;
use crate::exchange::request::{Format, SheetReply, SheetRequest};
use crate::page::session::Session;
use crate::page::sheets::Sheets;
use crate::publish::FileEnding;
use crate::report::html::html;
use crate::report::sheets::sheets;
use crate::text::report;

/// The buttons that print and save the report.
#[component]
pub(super) fn Files(
    /// The report at hand.
    view: ReportView,
) -> impl IntoView {
    let session = Session::current();
    let said = RwSignal::new("");
    let view = StoredValue::new(view);
    // As it is when a button is pressed: the hash of the data may come after the rest.
    let report = move || {
        let language = session.language();
        view.with_value(|view| report::report(view, &session.hash(), language))
    };
    let name = move |ending: &str| {
        let language = session.language();
        let (on, audience) = view.with_value(|view| (view.on, view.audience.word()));
        format!("{}-{on}-{audience}.{ending}", report::file_name(language))
    };
    let save_html = move |_| {
        untrack(|| files::save(&name("html"), "text/html", &html(&report())));
    };
    let save_xlsx = move |_| {
        let (language, name, tables) = untrack(|| (session.language(), name("xlsx"), sheets(&report())));
        said.set(report::making(language));
        spawn_local(async move {
            let bytes = match Sheets::start(session) {
                None => None,
                Some(program) => {
                    let reply = program.ask(&SheetRequest::Write { tables, format: Format::Xlsx }).await;
                    program.stop();
                    match reply {
                        Some(SheetReply::File(bytes)) => Some(bytes),
                        _ => None,
                    }
                }
            };
            let _ = said.try_set(if bytes.is_some() { "" } else { report::not_made(language) });
            if let Some(bytes) = bytes {
                files::save_bytes(&name, FileEnding::Xlsx.media_type(), &bytes);
            }
        });
    };
    view! {
        <p class="actions no-print">
            <button type="button" class="button button-first" on:click=move |_| dom::print()>
                {move || report::print(session.language())}
            </button>
            <button type="button" class="button" on:click=save_html>{move || report::as_html(session.language())}</button>
            {(!session.is_copy()).then(|| view! {
                <button type="button" class="button" on:click=save_xlsx>{move || report::as_xlsx(session.language())}</button>
            })}
            <span role="status">{said}</span>
        </p>
    }
}
