//! Opens a sealed file: asks for its passphrase, and says why where it cannot be opened. What was open stays until then.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::engine::FileSource;
use crate::browser::file::BrowserFile;
use crate::browser::{dom, seal};
use crate::exchange::sealed::{self, SealRefusal, opened_name};
use crate::page::session::Session;
use crate::text::sealed as said;

/// The dialogue, while a sealed file waits for its passphrase.
#[component]
pub(in crate::page) fn UnsealDialog() -> impl IntoView {
    let session = Session::current();
    move || session.sealed().map(|name| view! { <Unseal name/> })
}

#[component]
fn Unseal(
    /// What the file is called.
    name: String,
) -> impl IntoView {
    let session = Session::current();
    let element = NodeRef::<html::Dialog>::new();
    element.on_load(|dialog| dom::show_modal(&dialog));
    let refused = RwSignal::new(None::<SealRefusal>);
    let busy = RwSignal::new(false);
    // What is wrong whatever the passphrase is said before it is asked for.
    let hopeless = RwSignal::new(false);
    let bytes = StoredValue::new_local(Vec::new());
    spawn_local(async move {
        let Some(file) = session.sealed_file() else { return };
        let read = file.read().await.unwrap_or_default();
        let fault = sealed::open(&read).err().or((!seal::is_offered()).then_some(SealRefusal::NoCryptography));
        let _ = bytes.try_set_value(read);
        let _ = hopeless.try_set(fault.is_some());
        let _ = refused.try_set(fault);
    });
    let open = {
        let name = name.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let values = dom::form_values(&event);
            let phrase = values.into_iter().find(|(name, _)| name == "passphrase").map(|(_, value)| value);
            let name = name.clone();
            busy.set(true);
            refused.set(None);
            spawn_local(async move {
                let found = seal::unseal(&bytes.get_value(), &phrase.unwrap_or_default()).await;
                // The reader may have closed the dialogue meanwhile.
                if busy.try_set(false).is_some() || untrack(|| session.sealed()) != Some(name.clone()) {
                    return;
                }
                match found {
                    Ok(content) => {
                        session.forget_sealed();
                        if let Some(bytes) = BrowserFile::of_bytes(&content) {
                            session.load(FileSource::Kept { name: opened_name(&name).to_owned(), bytes });
                        }
                    }
                    Err(why) => refused.set(Some(why)),
                }
            });
        }
    };
    let problem = move || {
        let language = session.language();
        refused.get().map(|why| {
            view! { <div class="form-problem" role="alert"><p>{said::refused(why, language)}</p><p>{said::stays(language)}</p></div> }
        })
    };
    let asked = move || {
        let language = session.language();
        (!hopeless.get()).then(|| {
            view! {
                <p>{said::ask(language)}</p>
                <label class="field">
                    <span class="field-label">{said::passphrase(language)}</span>
                    <input type="password" class="field-input" name="passphrase" autocomplete="off" autofocus/>
                </label>
            }
        })
    };
    let submit = move || {
        let language = session.language();
        (!hopeless.get()).then(|| {
            let label = move || if busy.get() { said::opening(language) } else { said::open(language) };
            view! { <button type="submit" class="button button-first" disabled=move || busy.get()>{label}</button> }
        })
    };
    view! {
        <dialog class="dialog" node_ref=element aria-labelledby="unseal-heading" on:close=move |_| session.forget_sealed()>
            <h2 id="unseal-heading">{move || said::is_sealed(session.language())}</h2>
            <form class="form" on:submit=open>
                <div class="form-fields"><div class="field field-wide"><strong>{name}</strong>{asked}</div></div>
                {problem}
                <div class="form-buttons">
                    {submit}
                    <button type="button" class="button" on:click=move |_| session.forget_sealed()>
                        {move || said::close(session.language())}
                    </button>
                </div>
            </form>
        </dialog>
    }
    .into_any()
}
