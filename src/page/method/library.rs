//! Other methods: those that come with the product, and risk matrix libraries of another program, in and out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::MethodWork;
use crate::browser::engine::FileSource as Opening;
use crate::browser::{dom, files};
use crate::draft::method::{MethodProposal, MethodSource};
use crate::engine::view::{MethodEntry, MethodsView};
use crate::exchange::request::{SheetReply, SheetRequest};
use crate::organisation::value::{Label, Language};
use crate::page::sheets::Sheets;
use crate::text::library as fault;
use crate::text::method::page as text;

/// A method to choose: what it is called, and where it is.
type MethodChoice = (Label, MethodSource);

/// The card of the other methods that can be chosen.
#[component]
pub(super) fn Others(
    /// The change being prepared.
    work: MethodWork,
    /// The matrices of the file, and those that come with the product.
    view: MethodsView,
    /// The method that is shown.
    shown: Option<MethodEntry>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let own: Vec<MethodChoice> =
        view.built_in.iter().map(|(id, name)| (name.clone(), MethodSource::BuiltIn(id.clone()))).collect();
    let opened = RwSignal::new(Vec::<MethodChoice>::new());
    let said = RwSignal::new(String::new());
    let failed = RwSignal::new(String::new());
    let pick = move |event: leptos::ev::Event| {
        let Some(file) = files::picked(&event) else { return };
        opened.set(Vec::new());
        failed.set(String::new());
        spawn_local(async move {
            let name = file.name();
            let reply = match Sheets::start(work.session) {
                Some(sheets) => {
                    let reply = sheets.open(&Opening::File(file), |_| ()).await;
                    sheets.stop();
                    reply
                }
                None => None,
            };
            match reply {
                Some(SheetReply::Library(methods)) => {
                    let _ = said.try_set(text::opened(&name, methods.len(), language));
                    let _ = opened
                        .try_set(methods.into_iter().map(|(name, file)| (name, MethodSource::File(file))).collect());
                }
                Some(SheetReply::Faulty(why)) => {
                    drop(failed.try_set(format!("{name}: {}", fault::fault(&why, language))));
                }
                _ => drop(failed.try_set(text::stopped(language).to_owned())),
            }
        });
    };
    let of_shown = shown.as_ref().map(|entry| (entry.file.clone(), entry.matrix.id.clone()));
    let save = of_shown.map(|(file, id)| {
        let save = move |_| {
            let (file, name) = (file.clone(), format!("{id}.yaml"));
            failed.set(String::new());
            spawn_local(async move {
                let reply = match Sheets::start(work.session) {
                    Some(sheets) => {
                        let reply = sheets.ask(&SheetRequest::WriteLibrary(file)).await;
                        sheets.stop();
                        reply
                    }
                    None => None,
                };
                match reply {
                    Some(SheetReply::File(bytes)) => _ = files::save_bytes(&name, "application/yaml", &bytes),
                    _ => drop(failed.try_set(text::stopped(language).to_owned())),
                }
            });
        };
        view! { <button type="button" class="button" on:click=save>{text::save(language)}</button> }
    });
    // What the file has none of gives way to whatever comes.
    let replaces = shown.as_ref().map(|entry| entry.matrix.id.clone());
    let may_stand_beside = !view.borrowed;
    let take = {
        let replaces = replaces.clone();
        move |method: MethodSource, beside: bool| {
            let replaces = replaces.clone().filter(|_| !beside);
            work.editing.set(None);
            work.propose(MethodProposal { replaces, method, remap: None });
        }
    };
    let take_library = take.clone();
    let from_library = move || {
        let methods = opened.get();
        (!methods.is_empty()).then(|| {
            view! { <Choose label=text::library(language) methods may_stand_beside take=take_library.clone() language/> }
        })
    };
    let said_line = move || Some(said.get()).filter(|said| !said.is_empty()).map(|said| view! { <p>{said}</p> });
    let failed_line = move || {
        Some(failed.get())
            .filter(|why| !why.is_empty())
            .map(|why| view! { <div class="form-problem" role="alert"><p>{why}</p></div> })
    };
    view! {
        <section class="card full no-print edit-only">
            <h2>{text::other(language)}</h2>
            <p class="lead">{text::other_lead(language)}</p>
            <Choose label=text::built_in(language) methods=own may_stand_beside take language/>
            <h3>{text::library(language)}</h3>
            <p class="lead">{text::library_lead(language)}</p>
            <p class="actions">
                <label class="button file-picker">
                    {text::pick(language)}
                    <input class="visually-hidden" type="file" accept=".yaml,.yml" on:change=pick/>
                </label>
                {save}
            </p>
            <div role="status">{said_line}</div>
            {failed_line}
            {from_library}
        </section>
    }
    .into_any()
}

/// One method of several, and what it is for.
#[component]
fn Choose(
    /// What the methods are, as a label.
    label: &'static str,
    /// The methods to choose among.
    methods: Vec<MethodChoice>,
    /// Whether there is one of the file to stand beside.
    may_stand_beside: bool,
    /// Called with the one that is chosen, and whether it is to stand beside the others.
    take: impl Fn(MethodSource, bool) + Clone + Send + Sync + 'static,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let chosen = RwSignal::new(0_usize);
    let methods = StoredValue::new(methods);
    let option = |(place, (name, _)): (usize, &MethodChoice)| view! { <option value=place.to_string()>{name.say(language).to_owned()}</option> };
    let options = methods.with_value(|methods| methods.iter().enumerate().map(option).collect_view());
    let choose = move |event| chosen.set(dom::value_of(&event).parse().unwrap_or_default());
    let with = move |beside: bool| {
        let take = take.clone();
        move |_| {
            let method =
                methods.with_value(|methods| methods.get(chosen.get_untracked()).map(|(_, source)| source.clone()));
            if let Some(method) = method {
                take(method, beside);
            }
        }
    };
    let beside = may_stand_beside
        .then(|| view! { <button type="button" class="button" on:click=with(true)>{text::beside(language)}</button> });
    view! {
        <div class="method-choose">
            <label class="field field-search">
                <span class="field-label">{label}</span>
                <select class="field-input" on:change=choose>{options}</select>
            </label>
            <p class="actions">
                <button type="button" class="button button-first" on:click=with(false)>{text::replace(language)}</button>
                {beside}
            </p>
        </div>
    }
    .into_any()
}
