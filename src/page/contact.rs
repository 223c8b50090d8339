//! The contact page: what a resident sees. Names stand here only where the file opens them to everyone, and nothing that
//! is marked.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code::fetched;
use super::parts::{Empty, Hero, holding, ways};
use super::session::{Session, use_answer};
use crate::browser::config::{self, Config};
use crate::engine::request::AskContactPage;
use crate::engine::view::{ContactPageView, ContactView, Opening, PersonView};
use crate::organisation::value::Language;
use crate::text::roles::{contact as text, security_unit};
use crate::text::{event, numbers, words};

fetched!(contact, |_| view! { <Contact/> }.into_any());

/// Whom anyone turns to.
#[component]
pub fn Contact() -> impl IntoView {
    let session = Session::current();
    let reply = use_answer(move || AskContactPage { lens: session.lens() });
    let config = RwSignal::new(Config::default());
    let waiting = session.wait();
    spawn_local(async move {
        let _ = config.try_set(config::fetch().await);
        drop(waiting);
    });
    move || Some(shown(&*reply.get()?, &config.get(), session.language()))
}

fn shown(view: &ContactPageView, config: &Config, language: Language) -> AnyView {
    let places = view.within.iter().chain(&view.security).chain(&view.municipality);
    view! {
        <Hero verdict=text::verdict(view, language) after=text::after(language)/>
        <div class="grid">
            {danger(language)}
            <div class="narrow stack">
                {places.map(|place| reached(place, language)).collect_view()}
                {feedback(config, language)}
            </div>
            <div class="wide stack">
                <section class="card">
                    <h2>{text::who(language)}</h2>
                    {view.posts.is_empty().then(|| view! { <Empty text=text::nobody(language)/> })}
                    <ul class="rows" role="list">{view.posts.iter().map(|row| post(row, language)).collect_view()}</ul>
                </section>
                {services(view, language)}
                {political(&view.political, language)}
            </div>
        </div>
    }
    .into_any()
}

/// Whom to call when there is no time to read on.
fn danger(language: Language) -> impl IntoView {
    let line = |(number, what): (&'static str, &'static str)| {
        let href = format!("tel:{}", number.replace(' ', ""));
        view! { <li><a class="call-phone" href=href>{number}</a> <span>{what}</span></li> }
    };
    view! {
        <section class="card national">
            <h2>{text::danger(language)}</h2>
            <ul role="list">{event::national_numbers(language).map(line).collect_view()}</ul>
        </section>
    }
}

/// How a unit is reached.
fn reached(place: &ContactView, language: Language) -> impl IntoView + use<> {
    let name = place.unit.name.say(language).to_owned();
    view! {
        <section class="card">
            <h2>{name}</h2>
            <dl class="facts">{ways(place.clone(), language)}</dl>
        </section>
    }
}

/// A role: what its holder does, who that is, and how to reach them.
fn post(post: &Opening, language: Language) -> impl IntoView + use<> {
    let name = words::role(&post.role, post.role_name.as_ref(), Some(post.unit.kind), language);
    let duties = post.duties.iter().map(|duty| view! { <li>{duty.say(language).to_owned()}</li> }).collect_view();
    let who = if post.holders.is_empty() {
        view! { <span class="muted">{text::through(language)}</span> }.into_any()
    } else {
        post.holders.iter().cloned().map(|holder| holding(holder, language)).collect_view().into_any()
    };
    view! {
        <li class="held-by">
            <span class="held-what">
                <span class="finding-subject">{numbers::capital(&name)}</span>
                {(!post.duties.is_empty()).then(|| view! { <ul class="seen muted">{duties}</ul> })}
            </span>
            <span class="held-who">{who}</span>
        </li>
    }
}

/// Where one turns about a service: the departments and companies, with those who coordinate there.
fn services(view: &ContactPageView, language: Language) -> impl IntoView + use<> {
    let row = |(place, coordinators): &(ContactView, Vec<PersonView>)| {
        let name = place.unit.name.say(language).to_owned();
        let place = ContactView { address: None, ..place.clone() };
        view! {
            <li class="held-by">
                <span class="held-what">
                    <span class="finding-subject">{name}</span>
                    <dl class="facts">{ways(place, language)}</dl>
                </span>
                <span class="held-who">{coordinators.iter().cloned().map(|holder| holding(holder, language)).collect_view()}</span>
            </li>
        }
    };
    let more = security_unit::shown(view.departments.len(), view.department_count, language);
    (!view.departments.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{text::services(language)}</h2>
                <p class="lead">{text::services_lead(language)}</p>
                <ul class="rows" role="list">{view.departments.iter().map(row).collect_view()}</ul>
                {more.map(|more| view! { <p class="muted">{more}</p> })}
            </section>
        }
    })
}

/// Who answers politically, where the file says so.
fn political(posts: &[Opening], language: Language) -> impl IntoView + use<> {
    (!posts.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{text::political(language)}</h2>
                <ul class="rows" role="list">{posts.iter().map(|row| post(row, language)).collect_view()}</ul>
            </section>
        }
    })
}

/// Where one says what one thinks, where the configuration names it.
fn feedback(config: &Config, language: Language) -> Option<impl IntoView + use<>> {
    let feedback = config.feedback.clone()?;
    let said = text::feedback_link(feedback.label.as_ref(), language);
    Some(view! {
        <section class="card">
            <h2>{text::feedback(language)}</h2>
            <p>{text::feedback_lead(language)}</p>
            <p>
                <a href=feedback.href rel="noreferrer">{said}</a>
            </p>
        </section>
    })
}
