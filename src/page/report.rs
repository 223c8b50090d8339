//! The report of the risk and vulnerability analysis: read here, printed, and saved as files.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod blocks;
mod choices;
mod files;
mod headings;

use leptos::prelude::*;

use self::choices::Choices;
use self::files::Files;
use self::headings::{Headings, OpenHeadings};
use super::code::fetched;
use super::parts::Hero;
use super::route::Route;
use super::session::{Session, use_answer, use_parts, use_title};
use crate::browser::sheet::StyleSheet;
use crate::disclosure::Audience;
use crate::engine::request::AskReport;
use crate::report::{RULES, html};
use crate::text::report;

fetched!(report, |_| {
    let (profile, audience) = use_parts(|route| match route {
        Route::Report { profile, audience } => Some((profile, audience)),
        _ => None,
    });
    view! { <ReportPage profile audience/> }.into_any()
});

/// The page of the report.
#[component]
fn ReportPage(
    /// Id of the profile that is chosen; none for the one that applies.
    profile: Signal<Option<String>>,
    /// The readers the report is for.
    audience: Signal<Audience>,
) -> impl IntoView {
    let session = Session::current();
    use_title(move || crate::text::shell::report(session.language()).to_owned());
    let reply = use_answer(move || AskReport {
        on: session.on(),
        profile: profile.get(),
        audience: audience.get(),
        rules: RULES,
    });
    // Its own style, and what stands in the margins of printed pages, for as long as it is shown.
    let style = StoredValue::new_local(None::<StyleSheet>);
    on_cleanup(move || drop(style.try_set_value(None)));
    let open = OpenHeadings::new();
    let hero = move || {
        let (view, language) = (reply.get()?, session.language());
        let verdict = report::verdict(&view, language);
        let after = report::after_verdict(&view, language);
        Some(view! { <Hero verdict after/> })
    };
    let body = move || {
        let (view, language) = (reply.get()?, session.language());
        let said = report::report(&view, &session.hash(), language);
        style.set_value(None);
        style.set_value(StyleSheet::adopt(&format!("{}{}", html::STYLE, html::margins(&said))));
        Some(blocks::report(&said))
    };
    view! {
        <div class="no-print">{hero}</div>
        {move || reply.get().map(|view| view! { <Choices view=(*view).clone() profile audience language=session.language()/> })}
        {move || reply.get().map(|_| view! { <Files reply/> })}
        {body}
        {move || reply.get().filter(|_| session.may_change()).map(|view| view! { <Headings view=(*view).clone() open language=session.language()/> })}
    }
}
