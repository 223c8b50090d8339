//! The headings of a profile, to be written, moved, added and taken out. Every act is one change of the file, which can
//! be undone; the profile that every file has is copied first.

mod wish;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::wish::{HeadingWish, free_id, with_headings};
use crate::browser::dom;
use crate::draft::{EditRefusal, FieldValue, Patch};
use crate::engine::view::ReportView;
use crate::organisation::ListName;
use crate::organisation::report::Content;
use crate::organisation::value::Language;
use crate::page::parts::{KeptForm, Refusal};
use crate::page::route::Route;
use crate::page::session::{FormSlot, Session};
use crate::text::report;

/// What is open, and what was refused: kept while the report is drawn anew after a change.
#[derive(Clone, Copy)]
pub(super) struct OpenHeadings {
    /// Whether the headings are shown.
    pub(super) all: RwSignal<bool>,
    /// The heading whose form is open.
    pub(super) one: RwSignal<Option<usize>>,
    /// Why the last change could not be made.
    pub(super) refused: RwSignal<Option<EditRefusal>>,
}

impl OpenHeadings {
    pub(super) fn new() -> Self {
        Self { all: RwSignal::new(false), one: RwSignal::new(None), refused: RwSignal::new(None) }
    }

    /// Carries wishes out, from the element with this id, where the focus then belongs; `then` follows. What is `kept` of
    /// the form they come from is then kept no longer.
    fn carry_out(
        self,
        session: Session,
        from: &str,
        patches: Vec<Patch>,
        (then, kept): (Option<Route>, Option<FormSlot>),
    ) {
        session.edit_from(from);
        spawn_local(async move {
            match session.change(patches).await {
                Ok(()) => {
                    if let Some(kept) = kept {
                        session.drop_form(&kept);
                    }
                    let _ = self.refused.try_set(None);
                    if let Some(route) = then {
                        session.replace(route);
                    }
                }
                Err(why) => drop(self.refused.try_set(Some(why))),
            }
        });
    }
}

/// The headings of the profile at hand.
#[component]
pub(super) fn Headings(
    /// The report at hand.
    view: ReportView,
    /// The headings whose forms are open.
    open: OpenHeadings,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let (profile, audience) = (view.profile.clone(), view.audience);
    let headings: Vec<HeadingWish> = view.headings.iter().map(HeadingWish::new).collect();
    let own = {
        let (headings, view) = (headings.clone(), view.clone());
        move |_| {
            let id = free_id(&view);
            let name = FieldValue::text(report::own_name(language));
            let source = view.profile.source.as_deref().map_or(FieldValue::Nothing, FieldValue::text);
            let fields = vec![
                ("id".to_owned(), FieldValue::text(&id)),
                ("name".to_owned(), name),
                ("source".to_owned(), source),
                with_headings(&headings),
            ];
            let add = Patch::Add { list: ListName::Profiles, fields };
            open.all.set(true);
            open.carry_out(
                session,
                "report-headings",
                vec![add],
                (Some(Route::Report { profile: Some(id), audience }), None),
            );
        }
    };
    let copy = view! { <button type="button" id="profile-copy" class="button" on:click=own>{report::make_own(language)}</button> };
    let body = if profile.built_in {
        view! {
            <p class="lead">{report::built_in_lead(language)}</p>
            <p class="actions">{copy}</p>
        }
        .into_any()
    } else {
        let key = profile.id.clone();
        let remove = move |_| {
            let patch = Patch::Remove { list: ListName::Profiles, key: key.clone() };
            open.one.set(None);
            open.carry_out(
                session,
                "report-headings",
                vec![patch],
                (Some(Route::Report { profile: None, audience }), None),
            );
        };
        view! {
            <p class="lead">{report::own_lead(language)}</p>
            {facts(&view, open, language)}
            {list(profile.id.clone(), headings, open, language)}
            <p class="actions">
                {copy}
                <button type="button" id="profile-remove" class="button" on:click=remove>{report::remove_profile(language)}</button>
            </p>
        }
        .into_any()
    };
    let is_begun = !view.profile.built_in && forms(&view).any(|form| session.is_kept(&slot(session, &form)));
    let toggled = move |event: leptos::ev::Event| open.all.set(dom::is_open(&event));
    view! {
        <details class="card report-headings no-print" open=open.all.get_untracked() || is_begun on:toggle=toggled>
            <summary id="report-headings">{report::own_headings(language)}</summary>
            <Refusal refused=open.refused language/>
            {body}
        </details>
    }
}

/// The slot that a form of a profile is kept in.
fn slot(session: Session, form: &str) -> FormSlot {
    session.form_slot(&format!("report {form}"))
}

/// The forms of a profile, as their slots name them: of what is said of it, of pasted headings, and of each heading.
fn forms(view: &ReportView) -> impl Iterator<Item = String> + '_ {
    let id = &view.profile.id;
    let headings = view.headings.iter().map(move |heading| of_heading(id, &heading.title.sv));
    [of_facts(id), of_pasted(id)].into_iter().chain(headings)
}

fn of_facts(profile: &str) -> String {
    format!("{profile} facts")
}

fn of_pasted(profile: &str) -> String {
    format!("{profile} pasted")
}

/// A heading is told apart by its name: its place changes as others are moved.
fn of_heading(profile: &str, title: &str) -> String {
    format!("{profile} heading {title}")
}

/// The name of an own profile, where its headings come from, and when they apply.
fn facts(view: &ReportView, open: OpenHeadings, language: Language) -> AnyView {
    let session = Session::current();
    let profile = &view.profile;
    let key = profile.id.clone();
    let kept = KeptForm::new(session, slot(session, &of_facts(&key)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let values = dom::form_values(&event);
        let value = |name: &str| wish::value(&values, name);
        let fields = vec![
            ("name".to_owned(), wish::text(value("name"), value("name:en"))),
            ("source".to_owned(), FieldValue::text(value("source"))),
            ("valid_from".to_owned(), FieldValue::text(value("valid_from"))),
            ("valid_until".to_owned(), FieldValue::text(value("valid_until"))),
        ];
        let patch = Patch::Set { list: ListName::Profiles, key: key.clone(), fields };
        open.carry_out(session, "profile-save", vec![patch], (None, Some(kept.slot())));
    };
    let value = |name: &str, usual: &str| kept.value(name, usual);
    let day = |day: Option<crate::organisation::value::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    view! {
        <form class="report-form" node_ref=kept.element on:submit=submit on:input=move |_| kept.keep()>
            {line(report::profile_name(language), "name", "text", &value("name", &profile.name.sv), true)}
            {line(report::heading_english(language), "name:en", "text", &value("name:en", profile.name.en.as_deref().unwrap_or_default()), false)}
            {line(report::profile_source(language), "source", "text", &value("source", profile.source.as_deref().unwrap_or_default()), false)}
            {line(report::valid_from(language), "valid_from", "date", &value("valid_from", &day(profile.valid_from)), false)}
            {line(report::valid_until(language), "valid_until", "date", &value("valid_until", &day(profile.valid_until)), false)}
            <p class="actions">
                <button type="submit" id="profile-save" class="button">{report::save(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

/// The headings, each with its form.
fn list(key: String, headings: Vec<HeadingWish>, open: OpenHeadings, language: Language) -> AnyView {
    let session = Session::current();
    let last = headings.len().saturating_sub(1);
    let all = StoredValue::new(headings.clone());
    let key = StoredValue::new(key);
    // One change: the headings as `change` leaves them.
    let change = move |from: String, kept: Option<FormSlot>, change: &dyn Fn(&mut Vec<HeadingWish>)| {
        let mut headings = all.get_value();
        change(&mut headings);
        let patch =
            Patch::Set { list: ListName::Profiles, key: key.get_value(), fields: vec![with_headings(&headings)] };
        open.carry_out(session, &from, vec![patch], (None, kept));
    };
    let item = |(at, heading): (usize, HeadingWish)| {
        let title = heading.title.0.clone();
        let kept = KeptForm::new(session, slot(session, &of_heading(&key.get_value(), &title)));
        let begun = kept.begun();
        let is_begun = begun.is_some();
        let heading = begun.map_or(heading.clone(), |values| heading.taking(&values));
        let up = move |_| {
            open.one.set(None);
            let from = if at == 1 { "heading-down-0".to_owned() } else { format!("heading-up-{}", at - 1) };
            change(from, None, &|headings| headings.swap(at, at - 1));
        };
        let down = move |_| {
            open.one.set(None);
            let from = if at + 1 == last { format!("heading-up-{last}") } else { format!("heading-down-{}", at + 1) };
            change(from, None, &|headings| headings.swap(at, at + 1));
        };
        let remove = move |_| {
            open.one.set(None);
            change("heading-add".into(), Some(kept.slot()), &|headings| drop(headings.remove(at)));
        };
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            let values = dom::form_values(&event);
            change(format!("heading-{at}"), Some(kept.slot()), &|headings| headings[at].take(&values));
        };
        let named = |act: &'static str| format!("{act}: {title}");
        let toggled = move |event: leptos::ev::Event| {
            if dom::is_open(&event) {
                open.one.set(Some(at));
            } else if open.one.get_untracked() == Some(at) {
                open.one.set(None);
            }
        };
        view! {
            <li>
                <details open=is_begun || open.one.get_untracked() == Some(at) on:toggle=toggled>
                    <summary id=format!("heading-{at}")>{format!("{}. {title}", at + 1)}</summary>
                    {form(&heading, kept, submit, language)}
                </details>
                <p class="actions">
                    <button type="button" id=format!("heading-up-{at}") class="button button-small" disabled=at == 0
                        aria-label=named(report::up(language)) on:click=up>{report::up(language)}</button>
                    <button type="button" id=format!("heading-down-{at}") class="button button-small" disabled=at == last
                        aria-label=named(report::down(language)) on:click=down>{report::down(language)}</button>
                    <button type="button" id=format!("heading-remove-{at}") class="button button-small"
                        aria-label=named(report::remove(language)) on:click=remove>{report::remove(language)}</button>
                </p>
            </li>
        }
    };
    let items = headings.into_iter().enumerate().map(item).collect_view();
    let add = move |_| {
        let next = all.with_value(Vec::len);
        open.one.set(Some(next));
        change(format!("heading-{next}"), None, &|headings| {
            headings.push(HeadingWish::titled(report::new_heading(language)));
        });
    };
    let kept = KeptForm::new(session, slot(session, &of_pasted(&key.get_value())));
    let paste = move |event: SubmitEvent| {
        event.prevent_default();
        let values = dom::form_values(&event);
        let text = wish::value(&values, "pasted");
        if !text.is_empty() {
            open.one.set(None);
            change("heading-add".into(), Some(kept.slot()), &|headings| *headings = wish::pasted(text, headings));
        }
    };
    view! {
        <ol class="report-heading-list">{items}</ol>
        <p class="actions">
            <button type="button" id="heading-add" class="button" on:click=add>{report::add_heading(language)}</button>
        </p>
        <details open=kept.is_begun()>
            <summary>{report::paste(language)}</summary>
            <form class="report-form" node_ref=kept.element on:submit=paste on:input=move |_| kept.keep()>
                <label class="field" for="headings-pasted">
                    <span class="field-label">{report::paste_lead(language)}</span>
                    <textarea class="field-input" id="headings-pasted" name="pasted" rows="8" required=true>{kept.value("pasted", "")}</textarea>
                </label>
                <p class="actions"><button type="submit" class="button">{report::paste_do(language)}</button></p>
            </form>
        </details>
    }
    .into_any()
}

/// The form of a heading: what it is called, the own text, and what the page puts under it, in order.
fn form(heading: &HeadingWish, kept: KeptForm, submit: impl Fn(SubmitEvent) + 'static, language: Language) -> AnyView {
    let choice = |chosen: Option<Content>| {
        let none = view! { <option value="" selected=chosen.is_none()>{report::no_content(language)}</option> };
        let option = |content: &Content| {
            view! {
                <option value=content.word() selected=chosen == Some(*content)>{report::content(*content, language)}</option>
            }
        };
        view! {
            <li>
                <select class="field-input" name="content" aria-label=report::has_contents(language)>
                    {none} {Content::ALL.iter().map(option).collect_view()}
                </select>
            </li>
        }
    };
    let chosen = heading.contents.iter().copied().map(Some).chain([None]).map(choice).collect_view();
    view! {
        <form
            class="report-form"
            node_ref=kept.element
            on:submit=submit
            on:input=move |_| kept.keep()
            on:change=move |_| kept.keep()
        >
            {line(report::heading(language), "title", "text", &heading.title.0, true)}
            {line(report::heading_english(language), "title:en", "text", &heading.title.1, false)}
            {area(report::own_text(language), "text", &heading.text.0)}
            {area(report::own_text_english(language), "text:en", &heading.text.1)}
            <fieldset class="field">
                <legend class="field-label">{report::has_contents(language)}</legend>
                <ol>{chosen}</ol>
            </fieldset>
            <p class="actions">
                <button type="submit" class="button button-first">{report::save(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn line(label: &'static str, name: &'static str, kind: &'static str, value: &str, must: bool) -> AnyView {
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <input class="field-input" type=kind name=name value=value.to_owned() required=must autocomplete="off"/>
        </label>
    }
    .into_any()
}

fn area(label: &'static str, name: &'static str, value: &str) -> AnyView {
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <textarea class="field-input" name=name rows="6">{value.to_owned()}</textarea>
        </label>
    }
    .into_any()
}
