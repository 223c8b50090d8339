//! The report on paper and as files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{dom, files};
use crate::engine::view::ReportView;
use crate::exchange::request::{Format, SheetReply, SheetRequest};
use crate::page::session::{AnswerSignal, Session};
use crate::page::sheets::Sheets;
use crate::publish::FileEnding;
use crate::report::html::html;
use crate::report::sheets::sheets;
use crate::text::report;

/// The buttons that print and save the report.
#[component]
pub(super) fn Files(
    /// The report at hand.
    reply: AnswerSignal<ReportView>,
) -> impl IntoView {
    let session = Session::current();
    let said = RwSignal::new("");
    // As it is when a button is pressed, for the hash of the data may come after the rest; and never for the readers who
    // were chosen before.
    let made = async move |ending: &str| {
        let view = reply.settled().await?;
        let (language, hash) = untrack(|| (session.language(), session.hash()));
        let name = format!("{}-{}-{}.{ending}", report::file_name(language), view.on, view.audience.word());
        Some((name, report::report(&view, &hash, language)))
    };
    let save_html = move |_| {
        spawn_local(async move {
            if let Some((name, report)) = made("html").await {
                files::save(&name, "text/html", &html(&report));
            }
        });
    };
    let save_xlsx = move |_| {
        let language = untrack(|| session.language());
        said.set(report::making(language));
        spawn_local(async move {
            let Some((name, report)) = made("xlsx").await else {
                let _ = said.try_set("");
                return;
            };
            let tables = sheets(&report);
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
