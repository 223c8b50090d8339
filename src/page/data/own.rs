//! How to make a file of one's own.

use leptos::prelude::*;

use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{data, start};

/// Three steps, and a small file to begin with.
#[component]
pub(super) fn OwnFile(
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let href = session.href(Route::Start);
    view! {
        <section class="card no-print">
            <h2>{data::own(language)}</h2>
            <p class="actions">
                <a class="button" href=href>{start::go(language)}</a>
            </p>
            <ol class="steps">
                <li>{data::own_start(language)}</li>
                <li>{data::own_schema(language)}</li>
                <li>{data::own_open(language)}</li>
            </ol>
            <p class="actions">
                <a href="example.json" download>
                    {data::example(language)}
                </a>
                <a href="organisation.schema.json" download>
                    {data::schema(language)}
                </a>
            </p>
            <figure class="least">
                <figcaption class="muted">{data::least(language)}</figcaption>
                <pre tabindex="0">
                    <code>{data::LEAST}</code>
                </pre>
            </figure>
        </section>
    }
}
