//! Showing a view on another site: the snippet for it, as an element and as a frame.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::fetched;
use super::parts::{Hero, SelectField};
use super::route::Route;
use super::session::{Session, use_part, use_title};
use crate::browser::{dom, location};
use crate::exchange::host::{EmbeddedView, snippet};
use crate::organisation::value::Language;
use crate::text::embed;
use crate::text::overview::Sentence;

fetched!(embedding, |_| {
    let from = use_part(|route| match route {
        Route::Embedding { from } => Some(from),
        _ => None,
    });
    view! { <Embedding from /> }.into_any()
});

/// What is to be pasted into another page, for a view that is chosen here.
#[component]
fn Embedding(
    /// The page from which the reader came, as the fragment that names it.
    from: Signal<String>,
) -> impl IntoView {
    let session = Session::current();
    use_title(move || embed::heading(session.language()).to_owned());
    let (chosen, choose) = signal(String::new());
    let choices = Signal::derive(move || {
        let language = session.language();
        let views = EmbeddedView::ALL.iter().map(|view| (view.word().to_owned(), called(*view, language).to_owned()));
        std::iter::once((String::new(), embed::this_page(language).to_owned())).chain(views).collect()
    });
    let address = Signal::derive(move || {
        let view = Some(chosen.get()).filter(|view| !view.is_empty());
        let fragment = if view.is_none() { from.get() } else { String::new() };
        let data = location::query("data").filter(|data| !data.is_empty());
        snippet::address(&location::own(), view.as_deref().unwrap_or("page"), data.as_deref(), &fragment)
    });
    let label = Signal::derive(move || embed::view(session.language()).to_owned());
    move || {
        let language = session.language();
        let after = embed::lead(language);
        view! {
            <Hero verdict=Sentence::plain(embed::heading(language)) after />
            <div class="grid">
                <section class="card snippet-choice no-print">
                    <SelectField label choices chosen=chosen.into() choose=move |view| choose.set(view) />
                    <p><a href=address target="_blank" rel="noopener">{embed::alone(language)}</a></p>
                    <p class="muted">{embed::allowed(language)}</p>
                </section>
                <section class="card half">
                    <h2>{embed::element(language)}</h2>
                    <p class="lead">{embed::element_lead(language)}</p>
                    <Snippet
                        label=embed::element(language)
                        text=Signal::derive(move || snippet::element(&location::own(), &address.get()))
                        language
                    />
                </section>
                <section class="card half">
                    <h2>{embed::frame(language)}</h2>
                    <p class="lead">{embed::frame_lead(language)}</p>
                    <Snippet
                        label=embed::frame(language)
                        text=Signal::derive(move || snippet::frame(&address.get()))
                        language
                    />
                </section>
            </div>
        }
    }
}

/// What a view is called.
fn called(view: EmbeddedView, language: Language) -> &'static str {
    match view {
        EmbeddedView::Overview => embed::overview(language),
        EmbeddedView::Map => embed::map(language),
        EmbeddedView::Unit => embed::unit(language),
        EmbeddedView::Matrix => embed::matrix(language),
        EmbeddedView::Card => embed::card(language),
        EmbeddedView::Group => embed::group(language),
    }
}

/// A text to be copied.
#[component]
fn Snippet(
    /// The label of the text that can be copied.
    label: &'static str,
    /// The text that is copied.
    text: Signal<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        spawn_local(async move { copied.set(dom::copy(&text.get_untracked()).await) });
    };
    view! {
        <textarea class="field-input snippet" readonly rows="6" aria-label=label prop:value=text spellcheck="false"></textarea>
        <p class="actions">
            <button type="button" class="button" on:click=copy>
                {embed::copy(language)}
            </button>
            <span role="status" class="muted">{move || copied.get().then(|| embed::copied(language))}</span>
        </p>
    }
}
