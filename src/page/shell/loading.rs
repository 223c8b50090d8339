//! What is said while a file is opened, and the place to drop one.

use leptos::prelude::*;

use crate::browser::engine::{LoadStage, Progress};
use crate::browser::files;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::{LoadUnderway, Session};
use crate::text::shell;

/// How far the load underway has come, and the way to stop it.
#[component]
pub(in crate::page) fn LoadStrip() -> impl IntoView {
    let session = Session::current();
    let name = Memo::new(move |_| session.underway().map(|load| load.name));
    let progress = move || session.underway().and_then(|load: LoadUnderway| load.progress);
    // Told only when it changes, so that those who listen are not told every megabyte.
    let stage = Memo::new(move |_| progress().map(|progress| progress.stage));
    let strip = move |name: String| {
        let value = move || thousandths(progress()?);
        let label = name.clone();
        view! {
            <div class="load">
                <div class="wrap">
                    <p class="load-what" role="status">
                        {move || shell::loading_file(&name, session.language())}
                        <span class="muted">{move || stage.get().map(|stage| said(stage, session.language()))}</span>
                    </p>
                    <progress max="1000" value=value aria-label=move || shell::loading_file(&label, session.language())></progress>
                    <span class="load-much muted">{move || much(progress(), session.language())}</span>
                    <button type="button" class="button" on:click=move |_| session.cancel()>
                        {move || shell::cancel(session.language())}
                    </button>
                </div>
            </div>
        }
    };
    move || name.get().map(strip)
}

fn said(stage: LoadStage, language: Language) -> &'static str {
    match stage {
        LoadStage::Fetch => shell::fetching(language),
        LoadStage::Read => shell::reading(language),
    }
}

/// How much is done, in whole numbers: what writes a fraction is large.
fn thousandths(progress: Progress) -> Option<u32> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
    (progress.total > 0.0).then(|| (progress.done / progress.total * 1000.0).min(1000.0) as u32)
}

fn much(progress: Option<Progress>, language: Language) -> Option<String> {
    let progress = progress.filter(|progress| progress.total > 0.0)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of files")]
    let (done, total) = (progress.done as u64, progress.total as u64);
    Some(shell::so_far(done, total, language))
}

/// A file dropped anywhere on the page is opened.
#[component]
pub(super) fn DropTarget() -> impl IntoView {
    let session = Session::current();
    let over = RwSignal::new(false);
    files::on_drop(move |is_over| over.set(is_over), move |files| session.dropped(files));
    move || {
        over.get().then(|| {
            let is_verified = session.route() == Route::Verify;
            let here = if is_verified { shell::verify } else { shell::drop_here }(session.language());
            view! {
                <div class="drop-target">
                    <p class="drop-here">{here}</p>
                    <p>{shell::drop_what(session.language())}</p>
                </div>
            }
        })
    }
}
