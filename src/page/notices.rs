//! What is said about the reader's work: kept, back, met by the work of others. And of the page: that the server is not
//! reached, that a newer version lies ready.

mod conflicts;

use leptos::prelude::*;

pub(in crate::page) use self::conflicts::Conflicts;
use crate::browser::clock;
use crate::draft::autosave::{Notice, SaveStatus};
use crate::organisation::number::saturating;
use crate::organisation::value::{Language, visible};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::page::session::keep::Where;
use crate::text::{data, import, keep, shell};

/// A time in a sentence, where the reader is.
pub(in crate::page) fn moment(when: u64, session: Session, language: Language) -> String {
    keep::moment(clock::local(when), session.today(), language)
}

/// The notices, over every page.
#[component]
pub(in crate::page) fn Notices() -> impl IntoView {
    let session = Session::current();
    let undecided = move || {
        let items = session.conflicts().filter(|_| !session.is_deciding())?.rows.len();
        let (items, language) = (saturating(items), session.language());
        Some(view! {
            <div class="notice notice-calm" role="status">
                <div class="wrap">
                    <p class="notice-what">{keep::undecided(items, language)}</p>
                    <button type="button" class="button button-first" on:click=move |_| session.set_deciding(true)>
                        {keep::decide_now(language)}
                    </button>
                </div>
            </div>
        })
    };
    view! {
        <section class="notices no-print" aria-label=move || keep::notices(session.language())>
            {move || {
                let language = session.language();
                session.notices().into_iter().map(|notice| view! { <Said notice language /> }).collect_view()
            }}
            {undecided}
        </section>
    }
}

/// One notice: what it says, and what can be done about it.
#[component]
fn Said(
    /// The notice that is shown.
    notice: Notice,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let put_away = notice.clone();
    let closed = move |_| session.put_away(&put_away);
    let (class, role) = if is_urgent(&notice) { ("notice", "alert") } else { ("notice notice-calm", "status") };
    let close = match notice {
        Notice::OtherVersion(_) | Notice::OwnWork(_) | Notice::NewVersion => keep::later(language),
        Notice::MayLose => keep::stay(language),
        _ => shell::dismiss(language),
    };
    view! {
        <div class=class role=role>
            <div class="wrap">
                <p class="notice-what">{said(&notice, session, language)}</p>
                {actions(notice, session, language)}
                <button type="button" class="button" on:click=closed>
                    {close}
                </button>
            </div>
        </div>
    }
}

/// Whether work is at stake.
const fn is_urgent(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::NotKept(_)
            | Notice::Wiped
            | Notice::Unreadable
            | Notice::NotBack
            | Notice::MayLose
            | Notice::NotSaved(_)
            | Notice::ChangedOnDisk(_)
            | Notice::TabNotThere
    )
}

fn said(notice: &Notice, session: Session, language: Language) -> String {
    match notice {
        Notice::Restored(unsaved, when) => keep::restored(*unsaved, &moment(*when, session, language), language),
        Notice::Aside(name, unsaved) => keep::kept_aside(*unsaved, name, language),
        Notice::OtherVersion(found) => {
            let when = moment(found.kept.when, session, language);
            keep::other_version(found.kept.unsaved, &when, &found.kept.name, language)
        }
        Notice::OwnWork(found) => {
            let when = moment(found.kept.when, session, language);
            keep::own_work(visible(data::file_name(&found.kept.name)).as_ref(), &when, language)
        }
        Notice::Imported(counts) => import::done(*counts, language),
        Notice::NotReached(when) => keep::not_reached(&moment(*when, session, language), language),
        Notice::NewVersion => keep::new_version(language).to_owned(),
        Notice::HostedChanged => format!("{} {}", keep::hosted_changed(language), keep::hosted_what(language)),
        Notice::OtherTab(_, unsaved) => keep::other_tab(*unsaved, language),
        Notice::TabNotThere => keep::not_there(language).to_owned(),
        Notice::NotKept(why) => keep::not_kept(*why, language),
        Notice::Wiped => keep::wiped(language).to_owned(),
        Notice::Unreadable => keep::unreadable(language).to_owned(),
        Notice::Unusable(damaged, newer) => keep::unusable(*damaged, *newer, language),
        Notice::NotBack => keep::not_back(language).to_owned(),
        Notice::MayLose => keep::may_lose(language).to_owned(),
        Notice::Merged => keep::merged(0, language),
        Notice::Saved(name, is_downloaded, is_behind) => {
            let saved = keep::saved(name, *is_downloaded, language);
            if *is_behind { format!("{saved} {}", keep::saved_before(language)) } else { saved }
        }
        Notice::NotSaved(why) => keep::not_saved(*why, language).to_owned(),
        Notice::ChangedOnDisk(name) => keep::changed_on_disk(name, language),
    }
}

/// The buttons of a notice, but for the one that puts it away.
fn actions(notice: Notice, session: Session, language: Language) -> AnyView {
    let save = move |place: Where| move || session.save_to(place);
    match notice {
        Notice::Restored(..) => {
            let discard = move || {
                session.discard();
                session.put_away(&notice);
            };
            button(keep::discard(language), false, discard)
        }
        Notice::Aside(..) | Notice::Unusable(..) | Notice::NotBack => {
            let href = session.href(Route::Data { from: 0 });
            view! { <a class="button" href=href>{keep::see_kept(language)}</a> }.into_any()
        }
        Notice::OtherVersion(found) => {
            button(keep::bring_in(language), true, move || session.take_in_kept((*found).clone()))
        }
        Notice::OwnWork(found) => button(keep::open_own(language), true, move || session.open_kept((*found).clone())),
        Notice::Imported(counts) => {
            let taken = session.href(Route::Data { from: 0 });
            let link = |label: &'static str| {
                let href = session.href(Route::Import);
                view! { <a class="button" href=href>{label}</a> }
            };
            view! {
                <a class="button" href=taken>{import::see_taken(language)}</a>
                {(counts.asked > 0).then(|| link(import::see_asked(language)))}
                {(counts.left > 0).then(|| link(import::see_left(language)))}
            }
            .into_any()
        }
        Notice::NotReached(_) => button(shell::again(language), false, move || session.load_again()),
        Notice::NewVersion => button(keep::take_version(language), true, move || session.take_version()),
        Notice::HostedChanged => button(keep::take_in(language), true, move || session.take_in_hosted()),
        Notice::OtherTab(draft, _) => {
            button(keep::take_tab(language), false, move || session.take_in_tab(draft.clone()))
        }
        Notice::NotKept(_) | Notice::Unreadable => button(keep::save(language), true, save(Where::Usual)),
        Notice::MayLose => view! {
            {button(keep::save(language), true, save(Where::Usual))}
            {button(keep::open_anyway(language), false, move || session.open_anyway())}
        }
        .into_any(),
        Notice::NotSaved(_) => view! {
            {button(keep::save_as(language), true, save(Where::New))}
            {button(keep::download(language), false, save(Where::Download))}
        }
        .into_any(),
        Notice::ChangedOnDisk(_) => view! {
            {button(keep::merge_disk(language), true, move || session.take_in_disk())}
            {button(keep::save_as(language), false, save(Where::New))}
            {button(keep::overwrite(language), false, save(Where::Over))}
        }
        .into_any(),
        Notice::TabNotThere | Notice::Wiped | Notice::Merged | Notice::Saved(..) => ().into_any(),
    }
}

fn button(label: &'static str, is_first: bool, act: impl Fn() + 'static) -> AnyView {
    let class = if is_first { "button button-first" } else { "button" };
    view! {
        <button type="button" class=class on:click=move |_| act()>
            {label}
        </button>
    }
    .into_any()
}

/// Next to the button that saves: that the work is in the browser and not in a file.
#[component]
pub(in crate::page) fn KeptLine() -> impl IntoView {
    let session = Session::current();
    let line = move || {
        let language = session.language();
        match session.keeping() {
            SaveStatus::Kept(when) => Some(keep::only_here(&moment(when, session, language), language)),
            SaveStatus::Underway => Some(keep::underway(language).to_owned()),
            SaveStatus::Nothing | SaveStatus::Not(_) => None,
        }
    };
    view! {
        <p class="kept-line muted" role="status">
            {line}
        </p>
    }
}
