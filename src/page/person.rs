//! A person's own page: what they hold and until when, what is to be done about it, how to reach them, and what is theirs
//! to look after.

mod charges;
mod leave;
mod reminder;
mod terms;

use leptos::prelude::*;

use self::leave::Leave;
use self::reminder::Reminder;
use self::terms::terms;

use super::code::fetched;
use super::edit::{EditButton, OpenForm};
use super::not_found::NotFound;
use super::parts::{
    Doubted, Empty, Fact, FindingRow, Hero, OwnHistory, RiskRow, StateMark, UnitLink, person_link, reached,
};
use super::route::Route;
use super::session::{Session, use_answer, use_title};
use crate::coverage::State;
use crate::draft::FieldValue;
use crate::engine::request::AskPerson;
use crate::engine::view::{DocumentRow, MeasureRow, MeasureStands, PersonPageView, PersonPost, PostState, TraineeRow};
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language};
use crate::text::nobody;
use crate::text::people as said;
use crate::text::{draft, finding, measures, numbers, pages, training, words};

fetched!(person, |route| match route {
    Route::Person { id } => view! { <Person id /> }.into_any(),
    _ => ().into_any(),
});

/// The page of one person.
#[component]
fn Person(
    /// The id of the person.
    id: String,
) -> impl IntoView {
    let session = Session::current();
    let key = id.clone();
    let reply = use_answer(move || AskPerson { lens: session.lens(), id: id.clone() });
    let leaving = RwSignal::new(session.may_change() && session.is_kept(&leave::slot(session, &key)));
    use_title(move || {
        reply.get().filter(|view| !view.is_secret).map(|view| view.person.name.clone()).unwrap_or_default()
    });
    let page = move || {
        if reply.is_absent() {
            return Some(view! { <NotFound/> }.into_any());
        }
        Some(shown(session, &*reply.get()?, leaving, session.on(), session.language()))
    };
    let is_there = Memo::new(move |_| reply.get().is_some());
    view! {
        {page}
        {move || is_there.get().then(|| view! { <OwnHistory list=ListName::People id=key.clone()/> })}
    }
}

fn shown(session: Session, view: &PersonPageView, leaving: RwSignal<bool>, on: Date, language: Language) -> AnyView {
    let findings = view.findings.iter().map(|row| view! { <FindingRow row on language/> }).collect_view();
    let id = view.person.id.clone();
    let edit = OpenForm::Item { list: ListName::People, key: id.clone() };
    let post =
        OpenForm::New { list: ListName::Assignments, preset: vec![("person".to_owned(), FieldValue::text(&id))] };
    let all = session.href(Route::People { find: String::new(), from: 0 });
    let reminds = !said::reminder::rows(view, on, language).is_empty();
    let unit = view.unit.clone().map(|unit| view! { <li><UnitLink unit language/></li> });
    view! {
        <nav class="path" aria-label=pages::path(language)>
            <ol role="list">
                <li><a href=all>{said::all(language)}</a></li>
                {unit}
            </ol>
        </nav>
        <Hero
            over=numbers::date(on, language)
            verdict=said::person_verdict(view, on, language)
            after=said::person_after(view, language)
        />
        {doubted(view, language)}
        {session.may_change().then(|| leave_button(leaving, language))}
        <div class="grid">
            <div class="wide stack">
                <section class="card">
                    <h2>{said::posts(language)}</h2>
                    {terms(&view.posts, on, language)}
                    {view.posts.is_empty().then(|| view! { <Empty text=said::no_posts(language)/> })}
                    <ul class="rows" role="list">{view.posts.iter().map(|post| held(post, on, language)).collect_view()}</ul>
                    <p class="actions no-print"><EditButton label=said::new_post(language).to_owned() editing=post/></p>
                </section>
                <section class="card">
                    <h2>{said::findings(language)}</h2>
                    {view.findings.is_empty().then(|| view! { <Empty text=said::no_findings(language)/> })}
                    <ul class="rows" role="list">{findings}</ul>
                </section>
                <section class="card">
                    <h2>{said::trainings(language)}</h2>
                    {view.trainings.is_empty().then(|| view! { <Empty text=said::no_trainings(language)/> })}
                    <ul class="rows" role="list">{view.trainings.iter().map(|row| trained(row, on, language)).collect_view()}</ul>
                </section>
            </div>
            <div class="narrow stack">
                {leave_form(view, leaving)}
                <section class="card">
                    <h2>{said::reach(language)}</h2>
                    {contact(view, language)}
                    <p class="actions no-print"><EditButton label=draft::edit_person(language).to_owned() editing=edit/></p>
                </section>
                {reminds.then(|| view! { <Reminder id=id.clone() language/> })}
                {answers_for(view, on, language)}
            </div>
        </div>
    }
    .into_any()
}

/// Doubts a person whose name says that nobody is meant.
fn doubted(view: &PersonPageView, language: Language) -> Option<impl IntoView + use<>> {
    let holds = !view.posts.is_empty();
    view.person.is_nobody.then(|| {
        let (id, said) = (view.person.id.clone(), nobody::person(&view.person.name, holds, language));
        view! { <Doubted id said holds language/> }
    })
}

/// Opens the form of someone who leaves.
fn leave_button(leaving: RwSignal<bool>, language: Language) -> impl IntoView {
    let expanded = move || leaving.get().to_string();
    view! {
        <p class="actions no-print person-acts">
            <button type="button" id=leave::BUTTON class="button" aria-expanded=expanded
                on:click=move |_| leaving.update(|open| *open = !*open)>
                {said::leaving::leaves(language)}
            </button>
        </p>
    }
}

/// The form of a person's leaving, while it is open.
fn leave_form(view: &PersonPageView, leaving: RwSignal<bool>) -> impl IntoView + use<> {
    let person = view.person.clone();
    move || {
        leaving.get().then(|| {
            let (id, name) = (person.id.clone(), person.name.clone());
            view! { <Leave id name open=leaving/> }
        })
    }
}

/// A post: what, where, for how long, and the way to change it.
fn held(post: &PersonPost, on: Date, language: Language) -> impl IntoView + use<> {
    let row = &post.post;
    let role = numbers::capital(&words::role(&row.role, row.role_name.as_ref(), Some(post.unit.kind), language));
    let is_past = row.state == PostState::Ended;
    let soon = said::ends_soon(row, on);
    let mark = match row.state {
        PostState::Current if soon => Some(State::Expiring),
        PostState::Current => Some(State::Met),
        PostState::Coming | PostState::Ended | PostState::Vacant => None,
    };
    let mark = match mark {
        Some(state) => view! { <StateMark state language sign_only=true/> }.into_any(),
        None => view! { <span class="state-sign" aria-hidden="true"></span> }.into_any(),
    };
    let state =
        matches!(row.state, PostState::Coming | PostState::Ended).then(|| pages::post_state(row.state, language));
    let said = [Some(finding::term(row.from, row.until, language)), state.map(str::to_owned)];
    let notes = said.into_iter().flatten().chain(pages::post_notes(row, language)).collect::<Vec<_>>().join(" · ");
    let replace = (row.state == PostState::Current).then(|| {
        let editing = OpenForm::Replace { key: row.key.clone() };
        let named = draft::named(draft::replace(language), &said::post_said(post, language));
        view! { <EditButton label=draft::replace(language).to_owned() named editing/> }
    });
    let named = draft::named(draft::edit_post(language), &said::post_said(post, language));
    let editing = OpenForm::Item { list: ListName::Assignments, key: row.key.clone() };
    view! {
        <li class="finding" class:past=is_past>
            {mark}
            <span class="finding-what">
                <span class="finding-subject">{role} ", " <UnitLink unit=post.unit.clone() language/></span>
                <span class="muted">{notes}</span>
            </span>
            <span class="post-actions no-print">
                {replace} <EditButton label=draft::edit_post(language).to_owned() named editing/>
            </span>
        </li>
    }
}

/// A training that is asked of them, and how they stand with it.
fn trained(row: &TraineeRow, on: Date, language: Language) -> impl IntoView + use<> {
    let name = row.training_name.say(language).to_owned();
    let name = match row.finding.clone() {
        Some(id) => {
            let href = Session::current().link(Route::Finding { id });
            view! { <a class="finding-subject" href=href>{name}</a> }.into_any()
        }
        None => view! { <span class="finding-subject">{name}</span> }.into_any(),
    };
    let preset = [("training", &*row.training), ("person", &row.person.id), ("date", &on.to_string())];
    let preset = preset.map(|(field, value)| (field.to_owned(), FieldValue::text(value))).into();
    let named = draft::named(training::done(language), row.training_name.say(language));
    view! {
        <li class="finding">
            <StateMark state=row.state language sign_only=true/>
            <span class="finding-what">
                {name}
                <span class="muted">{training::until_said(row, on, language)} " · " {row.unit.name.say(language).to_owned()}</span>
            </span>
            <span class="no-print">
                <EditButton label=training::done(language).to_owned() named editing=OpenForm::New { list: ListName::Completions, preset }/>
            </span>
        </li>
    }
}

/// How the person is reached, where they work, and who stands in.
fn contact(view: &PersonPageView, language: Language) -> impl IntoView + use<> {
    let silent = (view.person.phone.is_none() && view.person.email.is_none())
        .then(|| view! { <p class="empty">{said::silent(language)}</p> });
    let unit = view.unit.clone().map(|unit| {
        view! { <Fact label=said::workplace(language)><UnitLink unit language/></Fact> }
    });
    let stand_in = view.substitutes.iter().map(|who| {
        view! { <span class="person">{person_link(who.id.clone(), who.name.clone())} " " {reached(who)}</span> }
    });
    let stand_in = if view.substitutes.is_empty() {
        view! { <span class="muted">{said::no_substitute(language)}</span> }.into_any()
    } else {
        stand_in.collect_view().into_any()
    };
    let (phone, email) = (view.person.phone.clone(), view.person.email.clone());
    view! {
        {silent}
        <dl class="facts">
            {phone.map(|phone| view! { <Fact label=pages::phone(language)>{super::parts::called(phone)}</Fact> })}
            {email.map(|email| view! { <Fact label=pages::email(language)>{super::parts::written(email)}</Fact> })}
            {unit} <Fact label=said::substitutes(language)>{stand_in}</Fact>
        </dl>
    }
}

/// The risks, measures and documents that are theirs; nothing where none are.
fn answers_for(view: &PersonPageView, on: Date, language: Language) -> Option<AnyView> {
    if view.risks.is_empty() && view.measures.is_empty() && view.documents.is_empty() {
        return None;
    }
    let risks = (!view.risks.is_empty()).then(|| {
        let rows = view.risks.iter().cloned().map(|row| view! { <RiskRow row language/> }).collect_view();
        view! { <h3>{said::risks(language)}</h3> <ul class="rows" role="list">{rows}</ul> }
    });
    let measures = (!view.measures.is_empty()).then(|| {
        let rows = view.measures.iter().map(|row| measure(row, on, language)).collect_view();
        view! { <h3>{said::measures(language)}</h3> <ul class="rows" role="list">{rows}</ul> }
    });
    let documents = (!view.documents.is_empty()).then(|| {
        let rows = view.documents.iter().map(|row| document(row, language)).collect_view();
        view! { <h3>{said::documents(language)}</h3> <ul class="rows" role="list">{rows}</ul> }
    });
    Some(
        view! { <section class="card"><h2>{said::answers_for(language)}</h2> {risks} {measures} {documents}</section> }
            .into_any(),
    )
}

fn measure(row: &MeasureRow, on: Date, language: Language) -> impl IntoView + use<> {
    let title = row.title.say(language).to_owned();
    let title = match row.risks.first() {
        Some(risk) => {
            let href = Session::current().link(Route::Risk { id: risk.id.clone() });
            view! { <a class="finding-subject" href=href>{title}</a> }.into_any()
        }
        None => view! { <span class="finding-subject">{title}</span> }.into_any(),
    };
    let late =
        (row.stands == MeasureStands::Overdue).then(|| format!(" · {}", numbers::inside(measures::overdue(language))));
    let due = row.due.filter(|_| row.stands.remains()).map(|due| numbers::date_near(due, on, language));
    view! {
        <li class="finding">
            <span class="finding-what">{title} <span class="muted">{measures::stands(row, on, language)} {late}</span></span>
            <span class="finding-aside">{due}</span>
        </li>
    }
}

fn document(row: &DocumentRow, language: Language) -> impl IntoView + use<> {
    view! {
        <li class="finding">
            <StateMark state=row.review.state language sign_only=true/>
            <span class="finding-what">
                <span class="finding-subject">{row.title.say(language).to_owned()}</span>
                <span class="muted">{numbers::capital(words::document(row.kind, language))}</span>
            </span>
        </li>
    }
}
