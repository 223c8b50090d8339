//! Doubt of a person whose name says that nobody is meant, with one press that makes it right.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Refusal, person};
use crate::draft::removal::Parting;
use crate::draft::{EditRefusal, Patch};
use crate::engine::view::PersonView;
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::nobody;

/// Somebody who holds a post, doubted in a few words where the name says that nobody is meant.
pub fn holding(holder: PersonView, language: Language) -> impl IntoView {
    let doubt = holder.is_nobody.then(|| view! { <span class="vacant">{nobody::doubtful(language)}</span> });
    view! { {person(holder)} {doubt} }
}

/// The doubt, and the button that takes the person out: posts become vacant, what else refers to the person lets go.
#[component]
pub fn Doubted(
    /// The id of the person.
    id: String,
    /// What is doubted, in words.
    said: String,
    /// Whether the person has posts.
    holds: bool,
    /// Tells the buttons of several posts apart.
    #[prop(optional, into)]
    at: String,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let refused = RwSignal::new(None::<EditRefusal>);
    let label = if holds { nobody::vacate(language) } else { nobody::remove(language) };
    let act = session.may_change().then(|| {
        let button = format!("doubt-{id}-{at}");
        let from = button.clone();
        let make_right = move |_| {
            session.edit_from(&from);
            let (key, parting) = (id.clone(), Parting::Vacate { on: session.today() });
            let own = Route::Person { id: id.clone() };
            let patch = Patch::TakeOut { list: ListName::People, key, parting };
            spawn_local(async move {
                match session.change(vec![patch]).await {
                    // The page of somebody who is not there any longer has nothing to show.
                    Ok(()) if untrack(|| session.route()) == own => {
                        session.go(Route::People { find: String::new(), from: 0 });
                    }
                    Ok(()) => {}
                    Err(why) => drop(refused.try_set(Some(why))),
                }
            });
        };
        view! {
            <button type="button" id=button class="button button-small no-print" on:click=make_right>{label}</button>
        }
    });
    view! {
        <div class="doubt" role="note">
            <p>{said}</p>
            {act} <Refusal refused language/>
        </div>
    }
}
