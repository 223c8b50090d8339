//! Going through a long list a window at a time.

use leptos::prelude::*;

use crate::engine::lens::Window;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{numbers, pages};

/// Rows of a list shown at a time.
pub const STEP: u32 = 50;

/// Rows shown at most once all are asked for: a page of more would not be read.
const WHOLE: u32 = 5000;

/// How many rows the list of a page shows at a time: [`STEP`], or all of them, which is how a whole list is printed.
#[derive(Clone, Copy)]
pub struct ListLength(RwSignal<u32>);

impl ListLength {
    /// Of the page that is begun, whose [`Pager`] offers the whole list.
    pub fn begin() -> Self {
        let length = Self(RwSignal::new(STEP));
        provide_context(length);
        length
    }

    /// The window after so many rows.
    pub fn window(self, from: u32) -> Window {
        let count = self.0.get();
        Window { from: if count == STEP { from } else { 0 }, count }
    }
}

/// Links to the windows before and after, with what is shown between them. Nothing where one window holds all.
#[component]
pub fn Pager(
    /// Rows before the first that is shown.
    from: u32,
    /// Rows that the window shows.
    shown: u32,
    /// Rows of the list in all.
    total: u32,
    /// The reader's language.
    language: Language,
    /// The address of the window that begins after so many rows.
    route: impl Fn(u32) -> Route + Send + 'static,
) -> impl IntoView {
    // All rows are shown from the first, whichever window the address names.
    let from = if shown == total { 0 } else { from };
    (total > shown || from > 0).then(|| {
        let session = Session::current();
        let link = |rel, route: Route, said| {
            view! { <a class="button" rel=rel href=move || session.href(route.clone())>{said}</a> }
        };
        let before = (from > 0).then(|| link("prev", route(from.saturating_sub(STEP)), pages::previous(language)));
        let after = (from + shown < total).then(|| link("next", route(from + shown), pages::next(language)));
        let whole = use_context::<ListLength>().filter(|_| total <= WHOLE).map(|ListLength(length)| {
            let all = move |_| length.set(WHOLE);
            view! { <button type="button" class="button" on:click=all>{pages::whole_list(total, language)}</button> }
        });
        view! {
            <nav class="pager" aria-label=pages::pages(language)>
                {before} <span class="pager-shown">{pages::window(from, shown, total, language)}</span> {after} {whole}
            </nav>
        }
    })
}

/// A button that shows more of a list in its place; on paper how much of it there is. Nothing where all is shown.
#[component]
pub fn MoreRows(
    /// Rows that are shown so far.
    shown: u32,
    /// Rows of the list in all.
    total: u32,
    /// How many rows are asked for.
    count: RwSignal<u32>,
    /// How many more are asked for at a time.
    #[prop(default = STEP)]
    step: u32,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    (shown < total).then(|| {
        let of = numbers::of(shown, total, language);
        view! {
            <p class="more-rows">
                <button type="button" class="button" on:click=move |_| count.update(|count| *count += step)>
                    {pages::show_more(language)} " (" {of} ")"
                </button>
                <span class="on-paper">{numbers::first_of(shown, total, language)}</span>
            </p>
        }
    })
}
