//! The ways in from other programs and out to them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{dom, files};
use crate::disclosure::Receiver;
use crate::engine::lens::{FindingFilter, ShareFilter, Window};
use crate::engine::request::AskFindings;
use crate::engine::view::FindingPage;
use crate::exchange::field::SheetTarget;
use crate::exchange::request::{Format, SheetReply, SheetRequest};
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::page::sheets::Sheets;
use crate::text::{exchange, extract, import};

/// Findings fetched at a time, so that the page stays quick meanwhile.
const STEP: u32 = 500;

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ExportKind {
    Organisation,
    Risks,
    Measures,
    Findings,
    Contacts,
}

impl ExportKind {
    const ALL: [Self; 5] = [Self::Organisation, Self::Risks, Self::Measures, Self::Findings, Self::Contacts];

    const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Organisation => import::organisation(language),
            Self::Risks => import::risks(language),
            Self::Measures => import::measures(language),
            Self::Findings => import::findings(language),
            Self::Contacts => import::contacts(language),
        }
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Risks => "risks",
            Self::Measures => "measures",
            Self::Findings => "findings",
            Self::Contacts => "contacts",
        }
    }
}

/// Leads to the page of imports, and exports.
#[component]
pub(super) fn Exports(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let what = RwSignal::new(ExportKind::Organisation);
    let said = RwSignal::new("");
    let export = move |format: Format| {
        said.set(import::exporting(language));
        spawn_local(async move {
            let file = made(session, what.get_untracked(), format, language).await;
            let _ = said.try_set(if file.is_some() { "" } else { import::not_exported(language) });
            if let Some((name, media_type, bytes)) = file {
                files::save_bytes(&name, media_type, &bytes);
            }
        });
    };
    let option = |each: ExportKind| view! { <option>{each.name(language)}</option> };
    let choose = move |event| {
        let chosen = dom::value_of(&event);
        what.set(
            ExportKind::ALL.into_iter().find(|each| each.name(language) == chosen).unwrap_or(ExportKind::Organisation),
        );
    };
    let href = move || session.href(Route::Import);
    let share = move || session.href(Route::Share { filter: ShareFilter::default(), from: 0 });
    view! {
        <section class="card no-print">
            <h2>{extract::share(language)}</h2>
            <p class="lead">{extract::go_lead(language)}</p>
            <p class="actions">
                <a class="button button-first" href=share>{extract::go(language)}</a>
            </p>
        </section>
        <section class="card no-print">
            <h2>{import::exports(language)}</h2>
            <p class="actions">
                <a class="button button-first" href=href>{import::go(language)}</a>
            </p>
            <p class="lead">{import::exports_lead(language)}</p>
            <label class="field field-search">
                <span class="field-label">{import::what(language)}</span>
                <select class="field-input" on:change=choose>{ExportKind::ALL.map(option).collect_view()}</select>
            </label>
            <p class="actions">
                <button type="button" class="button" on:click=move |_| export(Format::Xlsx)>{import::as_xlsx(language)}</button>
                <button type="button" class="button" on:click=move |_| export(Format::Csv)>{import::as_csv(language)}</button>
                <span role="status">{said}</span>
            </p>
        </section>
    }
    .into_any()
}

/// A file of what is wanted: its name, its type and its bytes.
async fn made(
    session: Session,
    what: ExportKind,
    format: Format,
    language: Language,
) -> Option<(String, &'static str, Vec<u8>)> {
    let on = untrack(|| session.on());
    let request = match what {
        ExportKind::Contacts => SheetRequest::Contacts { on, language },
        ExportKind::Findings => {
            let (lens, mut rows) = (untrack(|| session.lens()), Vec::new());
            loop {
                let window = Window { from: u32::try_from(rows.len()).ok()?, count: STEP };
                let page: FindingPage =
                    session.ask(AskFindings { lens: lens.clone(), filter: FindingFilter::default(), window }).await?;
                let done = page.rows.is_empty();
                rows.extend(page.rows);
                if done || rows.len() >= page.total as usize {
                    break;
                }
            }
            SheetRequest::Write { tables: vec![exchange::findings(&rows, on, language)], format }
        }
        ExportKind::Organisation => SheetRequest::Export {
            targets: vec![SheetTarget::Units, SheetTarget::People, SheetTarget::Posts],
            format,
            language,
        },
        ExportKind::Risks => SheetRequest::Export { targets: vec![SheetTarget::Risks], format, language },
        ExportKind::Measures => SheetRequest::Export { targets: vec![SheetTarget::Measures], format, language },
    };
    let sheets = Sheets::start(session)?;
    // Cards are made to be handed on.
    let known = match what {
        ExportKind::Contacts => sheets.know_extract(Receiver::Internal, on).await,
        _ => sheets.know().await,
    };
    let file = match known {
        Some(()) => sheets.ask(&request).await,
        None => None,
    };
    sheets.stop();
    let Some(SheetReply::File(bytes)) = file else { return None };
    let (ending, media_type) = match (what, format) {
        (ExportKind::Contacts, _) => ("vcf", "text/vcard"),
        (_, Format::Csv) => ("csv", "text/csv"),
        (_, Format::Xlsx) => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    };
    Some((format!("{}.{ending}", what.file()), media_type, bytes))
}
