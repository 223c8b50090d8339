//! The search: a box over the page, and under it what fits as one types, chosen with the arrows.
//!
//! What the file has is sought by the engine, pages and commands are sought here. The focus stays in the box all along:
//! it says which line is chosen.

mod entry;
mod own;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use self::entry::{Act, Entry, EntryGroup, of_file};
use self::own::{commands, pages};
use super::code::fetched;
use super::parts::{ClassMark, StateMark};
use super::seeker::Seeker;
use super::session::{Session, use_answer};
use crate::browser::dom;
use crate::engine::request::AskSearch;
use crate::engine::view::HitAbout;
use crate::organisation::seek::Sought;
use crate::organisation::sort;
use crate::text::{search as said, shell};

/// Hits of each list that are shown, at most.
const MOST: u32 = 6;

fetched!(search, |_| view! { <SearchDialog/> }.into_any());

/// The dialogue of the search.
#[component]
fn SearchDialog() -> impl IntoView {
    let session = Session::current();
    let Some(seeker) = Seeker::current() else { return ().into_any() };
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let (Some(dialog), open) = (dialog.get(), seeker.is_open()) else { return };
        match open {
            true if !dialog.open() => dom::show_modal(&dialog),
            false if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            node_ref=dialog
            class="search"
            aria-label=move || shell::search(session.language())
            on:close=move |_| seeker.close()
            on:click=move |event| {
                // A press beside the box puts it away.
                if dom::is_self(&event) {
                    seeker.close();
                }
            }
        >
            {move || seeker.is_open().then(|| view! { <SearchBox seeker/> })}
        </dialog>
    }
    .into_any()
}

/// The box, and what fits.
#[component]
fn SearchBox(seeker: Seeker) -> impl IntoView {
    let session = Session::current();
    let find = RwSignal::new(String::new());
    let everywhere = RwSignal::new(false);
    let chosen = RwSignal::new(0_usize);
    let reply = use_answer(move || {
        let mut lens = session.lens();
        if everywhere.get() {
            lens.within = None;
        }
        AskSearch { lens, find: find.get(), most: MOST }
    });
    let groups = Memo::new(move |_| {
        let (language, typed) = (session.language(), find.get());
        let sought = Sought::new(&typed);
        let found = reply.get();
        let mut groups: Vec<EntryGroup> = Vec::new();
        if let (Some(found), Some(_)) = (&found, &sought) {
            groups.extend(found.groups.iter().map(|group| of_file(group, language)));
        }
        groups.extend(pages(session, sought.as_ref(), language));
        groups.extend(commands(session, sought.as_ref(), &groups, language));
        if sought.is_some() {
            sort::by_key(&mut groups, |group| group.best);
        }
        groups
    });
    let count = Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.entries.len()).sum::<usize>()));
    Effect::new(move || {
        find.track();
        chosen.set(0);
    });
    let act = move |place: usize| {
        let entry = groups.with_untracked(|groups| groups.iter().flat_map(|group| &group.entries).nth(place).cloned());
        if let Some(entry) = entry {
            seeker.close();
            entry.act.carry_out(session);
        }
    };
    let step = move |by: isize| {
        let count = count.get_untracked();
        if count > 0 {
            chosen.update(|chosen| *chosen = (*chosen + count).saturating_add_signed(by) % count);
            request_animation_frame(|| dom::bring_into_view("dialog.search [aria-selected=true]"));
        }
    };
    let pressed = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" => act(chosen.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let status = move || {
        let total = groups.with(|groups| groups.iter().map(|group| group.total).sum::<u32>());
        let find = find.get();
        (!find.trim().is_empty()).then(|| said::status(total, &find, session.language()))
    };
    let nothing = move || {
        (count.get() == 0).then(|| view! { <p class="empty">{status} " " {said::nothing_what(session.language())}</p> })
    };
    let lines = move || {
        let sought = Sought::new(&find.get());
        let mut place = 0;
        let mut one = |group: EntryGroup, at: usize| {
            let heading = format!("search-group-{at}");
            let labelled = heading.clone();
            let entries = group.entries.into_iter().map(|entry| {
                let line = line(session, entry, place, sought.as_ref(), chosen, seeker);
                place += 1;
                line
            });
            let entries = entries.collect_view();
            view! {
                <div role="group" aria-labelledby=labelled>
                    <p class="search-heading" id=heading role="presentation">
                        {group.heading} {group.counted.map(|counted| view! { " " <span class="muted">{counted}</span> })}
                    </p>
                    {entries}
                    {group.more.map(|more| view! { <p class="search-more muted" role="presentation">{more}</p> })}
                </div>
            }
        };
        groups.get().into_iter().enumerate().map(|(at, group)| one(group, at)).collect::<Vec<_>>()
    };
    let part = move || {
        let language = session.language();
        let within = session.within().filter(|_| !everywhere.get())?;
        let name = session
            .summary()?
            .departments
            .iter()
            .find(|unit| unit.id == within)
            .map_or(within, |unit| unit.name.say(language).to_owned());
        Some(view! {
            <p class="search-part">
                {said::only_within(&name, language)}
                <button type="button" class="button button-small" on:click=move |_| everywhere.set(true)>
                    {said::search_all(language)}
                </button>
            </p>
        })
    };
    view! {
        <div class="search-box">
            <div class="search-field">
                <input
                    type="text"
                    class="search-input"
                    role="combobox"
                    autofocus
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="go"
                    aria-label=move || shell::search(session.language())
                    aria-expanded=move || (count.get() > 0).to_string()
                    aria-controls="search-hits"
                    aria-autocomplete="list"
                    aria-activedescendant=move || (count.get() > 0).then(|| format!("search-hit-{}", chosen.get()))
                    placeholder=move || said::placeholder(session.language())
                    prop:value=find
                    on:input:target=move |event| find.set(event.target().value())
                    on:keydown=pressed
                />
                <button type="button" class="button button-small" on:click=move |_| seeker.close()>
                    {move || said::close(session.language())}
                </button>
            </div>
            {part}
            <p class="visually-hidden" role="status">{status}</p>
            <div class="search-hits" id="search-hits" role="listbox" aria-label=move || said::results(session.language())>
                {lines}
            </div>
            {nothing}
            <Foot seeker/>
        </div>
    }
}

/// What the keys do, and that what is typed stays here.
#[component]
fn Foot(seeker: Seeker) -> impl IntoView {
    let session = Session::current();
    let slash = move || {
        let (language, hears) = (session.language(), seeker.hears_slash());
        view! {
            <button type="button" class="link-button" on:click=move |_| seeker.hear_slash(!hears)>
                {if hears { said::key_off(language) } else { said::key_on(language) }}
            </button>
        }
    };
    view! {
        <div class="search-foot">
            <span class="search-keys" aria-hidden="true">
                <kbd>"↑"</kbd> <kbd>"↓"</kbd> {move || said::choose(session.language())} " " <kbd>"⏎"</kbd>
                {move || said::open(session.language())}
            </span>
            <span>{move || said::stays(session.language())}</span>
            {slash}
        </div>
    }
}

/// A line of what was found.
fn line(
    session: Session,
    entry: Entry,
    place: usize,
    sought: Option<&Sought>,
    chosen: RwSignal<usize>,
    seeker: Seeker,
) -> AnyView {
    let pieces = sought.map_or_else(|| vec![(&*entry.name, false)], |sought| sought.pieces(&entry.name));
    let piece = |(text, found): (&str, bool)| {
        let text = text.to_owned();
        if found { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    let name = pieces.into_iter().map(piece).collect_view();
    let language = session.language();
    let mark = match entry.about {
        Some(HitAbout::Unit { state: Some(state), .. } | HitAbout::Document { state, .. }) => {
            Some(view! { <StateMark state language sign_only=true/> }.into_any())
        }
        Some(HitAbout::Risk { class: Some(class), .. }) => Some(view! { <ClassMark class language/> }.into_any()),
        _ => None,
    };
    let note = (!entry.note.is_empty()).then(|| view! { <span class="search-note">{entry.note}</span> });
    let aside = (!entry.aside.is_empty()).then(|| view! { <span class="search-aside">{entry.aside}</span> });
    let inside = view! {
        <span class="search-what">
            <span class="search-name">{name}</span>
            {note}
        </span>
        {aside}
        {mark}
    };
    let (id, selected) = (format!("search-hit-{place}"), move || (chosen.get() == place).to_string());
    match entry.act {
        Act::Go(route) => view! {
            <a
                role="option"
                class="search-hit"
                id=id
                tabindex="-1"
                aria-selected=selected
                href=session.link(route)
                on:click=move |_| seeker.close()
            >
                {inside}
            </a>
        }
        .into_any(),
        act => view! {
            <div
                role="option"
                class="search-hit"
                id=id
                aria-selected=selected
                on:click=move |_| {
                    seeker.close();
                    act.clone().carry_out(session);
                }
            >
                {inside}
            </div>
        }
        .into_any(),
    }
}
