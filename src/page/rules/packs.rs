//! The packs, each a switch with what its rules find or would find.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::draft::{FieldValue, Patch};
use crate::engine::view::PackView;
use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::rules;

/// The switches.
#[component]
pub(super) fn Packs(
    /// The packs.
    packs: Vec<PackView>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let on = StoredValue::new(packs.iter().filter(|pack| pack.on).map(|pack| pack.id.clone()).collect::<Vec<_>>());
    let switch = move |pack: PackView| {
        let (element, named, about) = (format!("pack-{}", pack.id), pack.id.clone(), format!("pack-about-{}", pack.id));
        let from = element.clone();
        let turn = move |_| {
            session.edit_from(&from);
            let mut packs = on.get_value();
            match packs.iter().position(|id| *id == named) {
                Some(place) => drop(packs.remove(place)),
                None => packs.push(named.clone()),
            }
            spawn_local(
                async move { drop(session.change(vec![Patch::Head(("packs".into(), named_packs(packs)))]).await) },
            );
        };
        view! {
            <li class="pack">
                <label class="pack-switch">
                    <input type="checkbox" role="switch" id=element prop:checked=pack.on
                        disabled=!session.may_change() aria-describedby=about.clone() on:change=turn/>
                    <span class="pack-name">{rules::pack(&pack.id, language)}</span>
                </label>
                <p class="pack-about" id=about>
                    {rules::pack_about(&pack.id, language)} " "
                    <span class="pack-counts">{rules::pack_counts(&pack, language)}</span>
                </p>
            </li>
        }
    };
    view! { <ul class="packs" role="list">{packs.into_iter().map(switch).collect_view()}</ul> }
}

/// What the file says of its packs. None at all is said too: a file that says nothing may have the default pack.
fn named_packs(ids: Vec<String>) -> FieldValue {
    if ids.is_empty() { FieldValue::Json("[]".into()) } else { FieldValue::Texts(ids) }
}
