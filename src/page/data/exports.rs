//! The ways in from other programs and out to them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{dom, files};
use crate::disclosure::Receiver;
use crate::engine::lens::{FindingFilter, ShareFilter, Window};
use crate::engine::request::AskFindings;
use crate::engine::view::FindingPage;
use crate::exchange::request::{Format, SheetReply, SheetRequest};
use crate::organisation::value::Language;
use crate::organisation::{ListName, sort};
use crate::page::route::{PageKind, Route};
use crate::page::session::Session;
use crate::page::sheets::Sheets;
use crate::publish::{FileEnding, Output};
use crate::text::{exchange, extract, import};

/// Findings fetched at a time, so that the page stays quick meanwhile.
const STEP: u32 = 500;

/// What can be exported here, with what it is called: the sheets of items first, then other sheets. Of what the file has
/// none, nothing can be.
fn listed(session: Session, language: Language) -> Vec<(Output, &'static str)> {
    let some = |output: &&Output| match output {
        Output::Risks => session.count_of(ListName::Risks) > 0,
        Output::Measures => session.count_of(ListName::Measures) > 0,
        Output::Contacts => session.count_of(ListName::Assignments) > 0,
        _ => true,
    };
    let called = Output::ALL.iter().filter(some).filter_map(|output| Some((*output, called(*output, language)?)));
    let mut listed: Vec<_> = called.collect();
    sort::by_key(&mut listed, |(output, _)| {
        (!output.endings().contains(&FileEnding::Csv), output.targets().is_empty())
    });
    listed
}

/// What an output is called in the list; nothing where a page of its own shows and saves it.
const fn called(output: Output, language: Language) -> Option<&'static str> {
    match output {
        Output::Organisation => Some(import::organisation(language)),
        Output::Risks => Some(import::risks(language)),
        Output::Measures => Some(import::measures(language)),
        Output::Findings => Some(import::findings(language)),
        Output::Contacts => Some(import::contacts(language)),
        Output::Report | Output::Calendar => None,
    }
}

/// Leads to the page of imports, and exports.
#[component]
pub(super) fn Exports(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let what = RwSignal::new(Output::Organisation);
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
    // The list is drawn anew when the file changes; the choice stays.
    let option = move |(output, name): (Output, &'static str)| {
        view! { <option selected=what.get_untracked() == output>{name}</option> }
    };
    let choose = move |event| {
        let chosen = dom::value_of(&event);
        let output = untrack(|| listed(session, language)).into_iter().find(|(_, name)| *name == chosen);
        what.set(output.map_or(Output::Organisation, |(output, _)| output));
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
            {session.has(PageKind::Import).then(|| view! {
                <p class="actions">
                    <a class="button button-first" href=href>{import::go(language)}</a>
                </p>
            })}
            <p class="lead">{import::exports_lead(language)}</p>
            <label class="field field-search">
                <span class="field-label">{import::what(language)}</span>
                <select class="field-input" on:change=choose>{move || listed(session, language).into_iter().map(option).collect_view()}</select>
            </label>
            <p class="muted">{import::exports_all(language)}</p>
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
    what: Output,
    format: Format,
    language: Language,
) -> Option<(String, &'static str, Vec<u8>)> {
    let on = untrack(|| session.on());
    let request = match what {
        Output::Contacts => SheetRequest::Contacts { on, language },
        Output::Findings => {
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
        Output::Organisation | Output::Risks | Output::Measures => {
            SheetRequest::Export { targets: what.targets().to_vec(), format, language, on }
        }
        Output::Report | Output::Calendar => return None,
    };
    let sheets = Sheets::start(session)?;
    // Cards are made to be handed on.
    let known = match what {
        Output::Contacts => sheets.know_extract(Receiver::Internal, on).await,
        _ => sheets.know().await,
    };
    let file = match known {
        Some(()) => sheets.ask(&request).await,
        None => None,
    };
    sheets.stop();
    let Some(SheetReply::File(bytes)) = file else { return None };
    let ending = what.ending(format)?;
    Some((format!("{}.{}", what.word(), ending.word()), ending.media_type(), bytes))
}
