//! The footer: the promise, what the file wants said, and what this was computed from.

use leptos::prelude::*;

use crate::browser::portable;
use crate::page::session::Session;
use crate::text::shell;

/// The footer of the page.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let session = Session::current();
    let notice = move || {
        let notice = session.summary()?.notice.as_ref()?.say(session.language()).to_owned();
        Some(view! { <p class="footer-notice">{notice}</p> })
    };
    let versions = move || {
        let summary = session.summary()?;
        let version = env!("CARGO_PKG_VERSION");
        let said = shell::versions(&session.hash(), &summary.rules_sha256, version, session.language());
        Some(view! { <p class="footer-versions">{said}</p> })
    };
    view! {
        <footer class="foot">
            <div class="wrap">
                <div>
                    <p class="footer-promise">{move || shell::promise(session.language())}</p>
                    {notice}
                    {versions}
                    {session.is_copy().then(|| view! { <p>{move || portable::said(session.language())}</p> })}
                </div>
            </div>
        </footer>
    }
}
