//! The rules in force: packs are switched on and off, and rules changed, while it is seen what they find.

mod packs;
mod rule;

use leptos::prelude::*;

use self::packs::Packs;
use super::code::fetched;
use super::edit::{EditButton, OpenForm, RuleEdit};
use super::parts::{Empty, Hero};
use super::route::Route;
use super::session::{Session, use_answer, use_part, use_title};
use crate::browser::dom;
use crate::engine::request::AskRules;
use crate::engine::view::{RuleEntry, RulesView};
use crate::text::{numbers, rules};

fetched!(rules, |_| view! { <Rules/> }.into_any());

/// Packs and rules.
#[component]
fn Rules() -> impl IntoView {
    let session = Session::current();
    use_title(move || rules::title(session.language()).to_owned());
    let open = use_part(|route| match route {
        Route::Rules { rule } => Some(rule),
        _ => None,
    });
    let reply = use_answer(move || AskRules { on: session.on() });
    // A link to one rule leads to it, once it is there.
    Effect::new(move |done: Option<bool>| {
        let wanted = reply.get().and_then(|_| open.get()).filter(|_| done != Some(true));
        if let Some(id) = &wanted {
            let id = rule::element(id);
            request_animation_frame(move || {
                let _ = dom::focus(&format!("#{id}"));
            });
        }
        wanted.is_some() || done == Some(true)
    });
    move || {
        let (view, language) = (reply.get()?, session.language());
        let over = numbers::date(session.on(), language);
        let (verdict, after) = (rules::verdict(&view, language), rules::after(&view, language));
        let narrowed = session.within().is_some().then(|| view! { <p class="lead">{rules::whole(language)}</p> });
        let group = |pack: Option<&str>| {
            let rows: Vec<RuleEntry> = view.rules.iter().filter(|rule| rule.pack.as_deref() == pack).cloned().collect();
            (!rows.is_empty()).then(|| rule::rows(rows, &view, open.get().as_deref(), language))
        };
        let of_packs = view.packs.iter().filter(|pack| pack.on).filter_map(|pack| {
            let rows = group(Some(&pack.id))?;
            Some(view! {
                <section class="card full">
                    <h2>{rules::pack(&pack.id, language)}</h2>
                    {rows}
                </section>
            })
        });
        let own = group(None);
        let no_own = own.is_none().then(|| view! { <Empty text=rules::no_own(language)/> });
        let new = OpenForm::Rule(RuleEdit { unnamed_packs: unnamed(&view), ..RuleEdit::default() });
        Some(view! {
            <Hero over verdict after/>
            <div class="grid">
                <section class="card full">
                    <h2>{rules::packs_heading(language)}</h2>
                    <p class="lead">{rules::packs_lead(language)}</p>
                    {narrowed}
                    <Packs packs=view.packs.clone() language/>
                </section>
                <section class="card full">
                    <div class="results-line">
                        <h2>{rules::own(language)}</h2>
                        <EditButton label=rules::new(language).to_owned() editing=new/>
                    </div>
                    {no_own}
                    {own}
                </section>
                {of_packs.collect_view()}
            </div>
        })
    }
}

/// The packs that apply without the file naming them.
fn unnamed(view: &RulesView) -> Vec<String> {
    let on = view.packs.iter().filter(|pack| pack.on && !view.explicit);
    on.map(|pack| pack.id.clone()).collect()
}
