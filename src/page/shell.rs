//! What stands around every page: header, navigation, footer, and what is said while a file is opened.

mod failure;
mod finder;
mod footer;
mod header;
mod lens;
mod loading;
mod main;
mod menu;

use leptos::prelude::*;

pub(super) use self::failure::{FailureNotice, FilePicker};
use self::finder::Finder;
use self::footer::Footer;
use self::header::Header;
use self::loading::DropTarget;
pub(super) use self::loading::LoadStrip;
pub(super) use self::main::Main;
use super::answering::Answering;
use super::code::{Coming, Fetched};
use super::dialogues::Edits;
use super::embed;
use super::route::{Route, page_name};
use super::seeker::Seeker;
use super::session::Session;
use crate::browser::{boot, dom};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::begin();
    Effect::new(move || dom::set_title(&title(session)));
    if session.is_embedded() {
        let coming: fn() -> Coming = || Box::pin(embed::code());
        return view! { <Fetched code=coming route=Route::Overview quiet=true /> }.into_any();
    }
    Seeker::begin();
    view! {
        <Header />
        <LoadStrip />
        <Edits />
        <Finder />
        <FailureNotice />
        <Answering />
        <Main />
        <Footer />
        <DropTarget />
    }
    .into_any()
}

/// What the product is called here: as the configuration has it, else by its own name.
fn product() -> String {
    boot::told("title").unwrap_or_else(|| "Ombud".to_owned())
}

/// Letters of the window's title at most: a name of a megabyte is no title.
const TITLE: usize = 160;

/// The title of the window: the page, the municipality, the product.
fn title(session: Session) -> String {
    let language = session.language();
    let page = session.own_title().unwrap_or_else(|| page_name(&session.route(), language).to_owned());
    let municipality = session.summary().map(|summary| summary.name.say(language).to_owned());
    let parts = [Some(page), municipality, Some(product())];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.map(|part| part.chars().take(TITLE).collect::<String>()).collect::<Vec<_>>().join(" – ")
}
