//! Someone leaves: the last day, a successor for each post or none, and all of it as one change.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::charges::{NOBODY, OTHER, charge};
use crate::browser::dom;
use crate::draft::{EditRefusal, Patch};
use crate::engine::request::AskLeaving;
use crate::engine::view::{ChoiceOf, Heir, LeavingPost, LeavingView, SuccessorView};
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language, parse_date};
use crate::page::edit::Combobox;
use crate::page::parts::{Refusal, UnitLink, keep_typed};
use crate::page::session::{FormSlot, Session, use_answer};
use crate::text::people::leaving as said;
use crate::text::{finding, numbers, words};

/// Id of the button that opens the form, where the focus belongs after the change.
pub(super) const BUTTON: &str = "leave";

/// What is kept of the form: the last day, and of each post by its line who goes on, of those named and of all others.
type TypedLeave = (String, Vec<(String, String, String)>);

/// The slot that the form of a person's leaving is kept in.
pub(super) fn slot(session: Session, id: &str) -> FormSlot {
    session.form_slot(&format!("leave {id}"))
}

/// The form; `open` is set to false when it is done or put away.
#[component]
pub(super) fn Leave(
    /// The id of the person.
    id: String,
    /// The name of the person.
    name: String,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::current();
    let called = StoredValue::new(name.clone());
    let kept_in = StoredValue::new(slot(session, &id));
    let (day, begun): TypedLeave = session.kept_form(&kept_in.get_value()).unwrap_or_default();
    let last = RwSignal::new(parse_date(&day).unwrap_or_else(|| untrack(|| session.on())));
    let refused = RwSignal::new(None::<EditRefusal>);
    let reply = use_answer(move || AskLeaving { lens: session.lens(), id: id.clone(), last: last.get() });
    // Who goes on, by the line of the post: kept while another last day is tried.
    let chosen = RwSignal::new(Vec::<(String, RwSignal<String>, RwSignal<String>)>::new());
    let begun = StoredValue::new(begun);
    // They last as long as the form, not only until its posts are drawn anew.
    let owner = StoredValue::new(Owner::current());
    let choice = move |key: &str| {
        let known =
            chosen.with_untracked(|all| all.iter().find(|(of, ..)| of == key).map(|(_, who, other)| (*who, *other)));
        known.unwrap_or_else(|| {
            let (who, other) = begun
                .with_value(|left| {
                    left.iter().find(|(of, ..)| of == key).map(|(_, who, other)| (who.clone(), other.clone()))
                })
                .unwrap_or_default();
            let signals = || (RwSignal::new(who.clone()), RwSignal::new(other.clone()));
            let fresh = owner.get_value().map_or_else(signals, |owner| owner.with(signals));
            chosen.update(|all| all.push((key.to_owned(), fresh.0, fresh.1)));
            fresh
        })
    };
    keep_typed(kept_in.get_value(), move || {
        let said = chosen.with(|all| all.iter().map(|(of, who, other)| (of.clone(), who.get(), other.get())).collect());
        let mut said: Vec<(String, String, String)> = said;
        said.retain(|(_, who, other)| !(who.is_empty() && other.is_empty()));
        (last.get().to_string(), said)
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // What is carried out is what is seen: until the posts of another last day have come, nothing is.
        let is_seen = |view: &Arc<LeavingView>| view.last == last.get_untracked() && view.begun_after().is_empty();
        let Some(view) = reply.get_untracked().filter(is_seen) else { return };
        let who_of = |key: &str| {
            let (who, other) = choice(key);
            Some(who.get_untracked()).filter(|who| who != OTHER).unwrap_or_else(|| other.get_untracked())
        };
        let patches = patches(&view, who_of);
        if patches.is_empty() {
            session.drop_form(&kept_in.get_value());
            dom::focus(&format!("#{BUTTON}"));
            return open.set(false);
        }
        session.edit_from(BUTTON);
        let slot = kept_in.get_value();
        spawn_local(async move {
            match session.change(patches).await {
                Ok(()) => {
                    session.drop_form(&slot);
                    let _ = open.try_set(false);
                }
                Err(why) => drop(refused.try_set(Some(why))),
            }
        });
    };
    let day = move |event| {
        if let Some(day) = parse_date(&dom::value_of(&event)) {
            last.set(day);
        }
    };
    let put_away = move || {
        session.drop_form(&kept_in.get_value());
        open.set(false);
        dom::focus("#leave");
    };
    let posts = move || {
        let (view, language) = (reply.get()?, session.language());
        let rows = view.posts.iter().enumerate().map(|(place, post)| {
            let (who, other) = choice(&post.held.post.key);
            left(place, post, view.last, (who, other), language)
        });
        let rows = rows.collect_view();
        let charges =
            view.charges.iter().map(|it| charge(it, &view, &called.get_value(), choice(it.list.name()), language));
        let charges = charges.collect_view();
        Some(view! { {rows} {charges} {foot(&view, put_away, language)} })
    };
    view! {
        <section class="card leave" aria-labelledby="leave-head">
            <h2 id="leave-head" tabindex="-1">{move || said::heading(&name, session.language())}</h2>
            <form on:submit=submit>
                <label class="field">
                    <span class="field-label">{move || said::last_day(session.language())}</span>
                    <input class="field-input" type="date" required prop:value=move || last.get().to_string() on:change=day/>
                </label>
                {posts}
                {move || view! { <Refusal refused language=session.language()/> }}
            </form>
        </section>
    }
}

/// What is changed, given who goes on, by the line of a post or the name of a list.
fn patches(view: &LeavingView, who_of: impl Fn(&str) -> String) -> Vec<Patch> {
    let posts = view.posts.iter().flat_map(|post| {
        let who = who_of(&post.held.post.key);
        post.patches(view.last, Some(&*who).filter(|who| !who.is_empty()))
    });
    let charges = view.charges.iter().flat_map(|charge| {
        let heir = match &*who_of(charge.list.name()) {
            "" => Heir::AsItIs,
            NOBODY => Heir::Nobody,
            id => Heir::Person(id.to_owned()),
        };
        charge.patches(view.last, &heir)
    });
    posts.chain(charges).collect()
}

/// The way to carry it out, and to put the form away.
fn foot<F: Fn() + 'static>(view: &LeavingView, put_away: F, language: Language) -> impl IntoView + use<F> {
    let is_empty = view.posts.is_empty() && view.charges.is_empty();
    let no_posts = view.posts.is_empty();
    let early = said::begun_after(&view.begun_after(), view.last, language);
    let is_empty = is_empty || early.is_some();
    view! {
        {early.map(|why| view! { <p class="form-problem" role="alert">{why}</p> })}
        {no_posts.then(|| view! { <p class="empty">{said::nothing_goes_on(language)}</p> })}
        <p class="muted">{said::history_stays(language)}</p>
        <p class="actions">
            {(!is_empty).then(|| view! {
                <button type="submit" class="button button-first">{said::carry_out(language)}</button>
            })}
            <button type="button" class="button" on:click=move |_| put_away()>{said::put_away(language)}</button>
        </p>
    }
}

/// A post that is left, and who goes on.
fn left(
    place: usize,
    post: &LeavingPost,
    last: Date,
    (who, other): (RwSignal<String>, RwSignal<String>),
    language: Language,
) -> impl IntoView + use<> {
    let row = &post.held.post;
    let role = words::role(&row.role, row.role_name.as_ref(), Some(post.held.unit.kind), language);
    let role = if row.substitute { said::substitute(&role, language) } else { role };
    let field = format!("successor-{place}");
    let option = |value: String, label: AnyView| {
        let (of, name) = (value.clone(), field.clone());
        view! {
            <label class="field-check leave-choice">
                <input type="radio" name=name value=value.clone() prop:checked=move || who.get() == of
                    on:change=move |_| who.set(value.clone())/>
                <span>{label}</span>
            </label>
        }
    };
    let named = post.candidates.iter().map(|it| option(it.person.id.clone(), candidate(it, language))).collect_view();
    let find = {
        let id = format!("successor-other-{place}");
        move || {
            let (id, label) = (id.clone(), said::someone_else(language).to_owned());
            (who.get() == OTHER).then(
                || view! { <Combobox label id of=ChoiceOf::List(ListName::People) chosen=other must=true language/> },
            )
        }
    };
    view! {
        <fieldset class="leave-post">
            <legend>
                {numbers::capital(&role)} ", " <UnitLink unit=post.held.unit.clone() language/>
            </legend>
            <p class="muted">{numbers::capital(&finding::term(row.from, row.until, language))} ". " {said::begins(post.is_coming, row.from, last, language)}</p>
            {option(String::new(), said::nobody(language).into_any())}
            {named}
            {said::more(post.more, language).map(|more| view! { <p class="muted leave-more">{more}</p> })}
            {option(OTHER.to_owned(), said::someone_else(language).into_any())}
            {find}
        </fieldset>
    }
}

/// Someone who could go on: where they work, and whether a training is still to be taken.
fn candidate(row: &SuccessorView, language: Language) -> AnyView {
    let works_at = row.works_at.as_ref().map(|unit| unit.name.say(language).to_owned());
    let training = (!row.is_trained).then(|| said::untrained(language).to_owned());
    let notes = works_at.into_iter().chain(training).collect::<Vec<_>>().join(" · ");
    view! { {row.person.name.clone()} " " <span class="muted">{notes}</span> }.into_any()
}
