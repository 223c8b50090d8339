//! Beginning a plan, or going on with one that was saved.

use std::rc::Rc;

use chrono::Datelike;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kept::KeptPlan;
use crate::browser::dom;
use crate::browser::file::BrowserFile;
use crate::browser::files::all_picked;
use crate::engine::request::AskBeginPlan;
use crate::organisation::value::{Date, parse_date};
use crate::page::parts::{Hero, keep_typed};
use crate::page::session::Session;
use crate::text::overview::Sentence;
use crate::text::travel::plan as said;
use crate::travel::change_file::PlanLabel;
use crate::travel::is_change_file;

/// Where there is no plan: what one is, its name and its day.
#[component]
pub(super) fn NoPlan(plan: KeptPlan) -> impl IntoView {
    let session = Session::current();
    let name = RwSignal::new(String::new());
    // Reorganisations begin with a year.
    let next = Date::from_ymd_opt(session.today().year() + 1, 1, 1);
    let on = RwSignal::new(next.map(|day| day.to_string()).unwrap_or_default());
    let slot = session.form_slot("plan");
    if let Some((named, day)) = session.kept_form::<(String, String)>(&slot) {
        name.set(named);
        on.set(day);
    }
    keep_typed(slot.clone(), move || (name.get(), on.get()));
    let told = RwSignal::new(None::<&'static str>);
    let begin = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(on) = parse_date(&on.get_untracked()) else { return told.set(Some("day")) };
        let label = PlanLabel { name: name.with_untracked(|name| name.trim().to_owned()), on };
        let slot = slot.clone();
        spawn_local(async move {
            if let Some(text) = session.ask(AskBeginPlan { label }).await {
                session.drop_form(&slot);
                plan.put(&text);
                request_animation_frame(|| _ = dom::focus("main h1"));
            }
        });
    };
    let take = move |files: Vec<BrowserFile>| {
        spawn_local(async move {
            let Some(file) = files.into_iter().next() else { return };
            let text = file.read().await.and_then(|bytes| String::from_utf8(bytes).ok());
            match text.filter(|text| is_change_file(text.as_bytes())) {
                Some(text) => _ = plan.put(&text),
                None => told.set(Some("file")),
            }
        });
    };
    session.take_dropped(Some(Rc::new(take)));
    on_cleanup(move || session.take_dropped(None));
    let hero = move || {
        let language = session.language();
        view! { <Hero verdict=Sentence::plain(said::none(language)) after=said::none_what(language)/> }
    };
    let field = move |label: fn(crate::organisation::value::Language) -> &'static str,
                      kind: &'static str,
                      value: RwSignal<String>| {
        view! {
            <label class="field field-wide">
                <span class="field-label">{move || label(session.language())}</span>
                <input
                    class="field-input"
                    type=kind
                    required=true
                    prop:value=value
                    on:input=move |event| value.set(dom::value_of(&event))
                />
            </label>
        }
    };
    let problem = move || {
        let language = session.language();
        told.get().map(|what| if what == "day" { said::no_day(language) } else { said::no_plan_file(language) })
    };
    view! {
        {hero}
        <div class="grid">
            <section class="card half no-print" id="new-plan">
                <h2>{move || said::new(session.language())}</h2>
                <form class="form-fields" on:submit=begin>
                    {field(said::name, "text", name)}
                    {field(said::day, "date", on)}
                    <p class="actions field-wide">
                        <button type="submit" class="button button-first">{move || said::begin(session.language())}</button>
                    </p>
                </form>
            </section>
            <section class="card half no-print">
                <h2>{move || said::saved_plan(session.language())}</h2>
                <p class="lead">{move || said::saved_plan_what(session.language())}</p>
                <p class="actions">
                    <label class="button file-picker">
                        {move || said::choose(session.language())}
                        <input
                            class="visually-hidden"
                            type="file"
                            accept=".json,application/json"
                            on:change=move |event| take(all_picked(&event))
                        />
                    </label>
                </p>
                <p role="status">{problem}</p>
            </section>
        </div>
    }
    .into_any()
}
