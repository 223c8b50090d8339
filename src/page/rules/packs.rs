//! The packs, each a switch with what its rules find or would find.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::rule::without;
use crate::browser::dom;
use crate::draft::{FieldValue, Patch};
use crate::engine::view::PackView;
use crate::organisation::head::HeadField;
use crate::organisation::value::Language;
use crate::page::parts::Asked;
use crate::page::session::Session;
use crate::text::draft::removal::{self, AcceptedUnder};
use crate::text::rules;

/// The switches of the packs of rules.
#[component]
pub(super) fn Packs(
    /// The packs of rules, on or off.
    packs: Vec<PackView>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let on: Vec<String> = packs.iter().filter(|pack| pack.on).map(|pack| pack.id.clone()).collect();
    let switch = |pack: PackView| view! { <PackSwitch pack on=on.clone() language/> };
    view! { <ul class="packs" role="list">{packs.into_iter().map(switch).collect_view()}</ul> }
}

/// The switch of a pack. Before it is switched off, what the file accepts of its rules is asked about.
#[component]
fn PackSwitch(
    /// The pack that is switched.
    pack: PackView,
    /// The ids of the packs that apply.
    on: Vec<String>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let asks = RwSignal::new(false);
    let (element, about) = (format!("pack-{}", pack.id), format!("pack-about-{}", pack.id));
    let turned = turned(on, &pack.id);
    let turn = {
        let (from, turned) = (element.clone(), turned);
        move |accepted: &[String]| {
            session.edit_from(&from);
            let head = Patch::Head(HeadField::Packs, named_packs(turned.clone()));
            let patches = without(accepted).chain([head]).collect();
            spawn_local(async move { drop(session.change(patches).await) });
        }
    };
    let question = removal::accepted(AcceptedUnder::Pack, pack.accepted.len(), language).filter(|_| pack.on);
    let must_ask = question.is_some();
    // The switch stays as it is while it is asked.
    let press = move |event: MouseEvent| {
        if must_ask {
            event.prevent_default();
            asks.set(true);
        }
    };
    let asked = {
        let (turn, element, accepted) = (turn.clone(), element.clone(), pack.accepted.clone());
        move || {
            let question = question.clone().filter(|_| asks.get())?;
            let act = |accepted: Vec<String>| {
                let turn = turn.clone();
                Callback::new(move |()| turn(&accepted))
            };
            let answers = vec![
                (removal::with_accepted(AcceptedUnder::Pack, language), act(accepted.clone())),
                (removal::without_accepted(AcceptedUnder::Pack, language), act(Vec::new())),
            ];
            let element = element.clone();
            let keep = Callback::new(move |()| {
                asks.set(false);
                let _ = dom::focus(&format!("#{element}"));
            });
            Some(view! { <Asked question answers keep language/> })
        }
    };
    view! {
        <li class="pack">
            <label class="pack-switch">
                <input type="checkbox" role="switch" id=element prop:checked=pack.on disabled=!session.may_change()
                    aria-describedby=about.clone() on:click=press on:change=move |_| turn(&[])/>
                <span class="pack-name">{rules::pack(&pack.id, language)}</span>
            </label>
            <p class="pack-about" id=about>
                {rules::pack_about(&pack.id, language)} " "
                <span class="pack-counts">{rules::pack_counts(&pack, language)}</span>
            </p>
            {asked}
        </li>
    }
    .into_any()
}

/// The packs that apply once one is switched on or off.
fn turned(mut on: Vec<String>, pack: &str) -> Vec<String> {
    match on.iter().position(|id| id == pack) {
        Some(place) => drop(on.remove(place)),
        None => on.push(pack.to_owned()),
    }
    on
}

/// What the file says of its packs. None at all is said too: a file that says nothing may have the default pack.
fn named_packs(ids: Vec<String>) -> FieldValue {
    if ids.is_empty() { FieldValue::Json("[]".into()) } else { FieldValue::Texts(ids) }
}
