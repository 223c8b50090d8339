//! A field to choose one item with: a name is typed or picked, and everything there is can be reached by typing on.
//!
//! It follows the pattern of a combobox with a list: the focus stays in the field, the arrows move through the list, Enter
//! takes and Escape closes it. A text that nobody is chosen by does not pass: the only one it can mean is chosen, or the
//! form says that none is.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::browser::dom;
use crate::engine::request::{AskChoices, AskInPlan};
use crate::engine::view::{ChoiceOf, ChoicePage, ChoiceView};
use crate::organisation::value::Language;
use crate::page::session::use_answer;
use crate::text::draft::choosing;

/// Choices shown at a time.
const MOST: u32 = 50;

/// Id of the unit that the item of a form is at, for what is nearest to it; empty where it is at none.
#[derive(Clone, Copy)]
pub(super) struct NearUnit(pub(super) RwSignal<String>);

/// Counts what is chosen in a form: a choice sends no event of its own.
#[derive(Clone, Copy)]
pub(super) struct FormPulse(pub(super) RwSignal<u32>);

/// What a combobox holds at the moment. A handle: its copies are the same.
#[derive(Clone, Copy)]
struct Typed {
    /// What stands in the field.
    text: RwSignal<String>,
    /// Whether the reader has typed since one was chosen.
    is_new_text: RwSignal<bool>,
    /// Whether the field has been left with a text that chooses nothing.
    is_left: RwSignal<bool>,
    /// Whether the list is shown.
    is_open: RwSignal<bool>,
    /// The place in the list that the arrows have come to.
    active: RwSignal<Option<usize>>,
}

impl Typed {
    fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            is_new_text: RwSignal::new(false),
            is_left: RwSignal::new(false),
            is_open: RwSignal::new(false),
            active: RwSignal::new(None),
        }
    }

    fn open(self, open: bool) {
        self.is_open.set(open);
        self.active.set(None);
    }

    fn is_empty(self) -> bool {
        self.text.with_untracked(|text| text.trim().is_empty())
    }
}

/// The field and its list.
#[allow(clippy::too_many_lines, reason = "what the field does and how it looks are read together")]
#[component]
pub(in crate::page) fn Combobox(
    /// The label of the field, which says what is asked for.
    label: String,
    /// Id of the field in the document.
    id: String,
    /// What is chosen among.
    of: ChoiceOf,
    /// Where the id of the one that is chosen stands; empty for none.
    chosen: RwSignal<String>,
    /// Whether one must be chosen.
    must: bool,
    /// The reader's language.
    language: Language,
    /// Takes each that is chosen, where several can be: the field is then empty again.
    #[prop(optional)]
    taken: Option<Callback<ChoiceView>>,
    /// The plan whose items are chosen among; those of the open file where there is none.
    #[prop(optional)]
    plan: Option<Signal<String>>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let typed = Typed::new();
    let near = use_context::<NearUnit>();
    let found = use_answer(move || AskInPlan {
        text: plan.map(|plan| plan.get()).unwrap_or_default(),
        question: AskChoices {
            of,
            find: if typed.is_new_text.get() { typed.text.get() } else { String::new() },
            chosen: if typed.is_new_text.get() { String::new() } else { chosen.get() },
            near: near.map(|near| near.0.get()).unwrap_or_default(),
            most: MOST,
        },
    });
    let judge = move || {
        let is_wrong = !typed.is_empty() && chosen.with_untracked(String::is_empty);
        if let Some(field) = field.get_untracked() {
            field.set_custom_validity(if is_wrong { choosing::not_chosen(language) } else { "" });
        }
    };
    let choose = move |choice: &ChoiceView| {
        if let Some(taken) = taken {
            taken.run(choice.clone());
            typed.text.set(String::new());
        } else {
            chosen.set(choice.id.clone());
            typed.text.set(named(choice, language));
        }
        typed.is_new_text.set(false);
        typed.is_left.set(false);
        typed.open(false);
        judge();
    };
    Effect::new(move || {
        let Some(page) = found.get() else { return };
        if typed.is_new_text.get_untracked() {
            // What can mean one only means that one.
            let only = only_hit(&page).filter(|_| taken.is_none() && !typed.is_empty());
            let only = only.map(|only| only.id.clone()).unwrap_or_default();
            if chosen.with_untracked(|chosen| *chosen != only) {
                chosen.set(only);
            }
        } else {
            let id = chosen.get_untracked();
            let known = page.choices.iter().find(|choice| !id.is_empty() && choice.id == id);
            // One who is not in the file can still be what the item says.
            typed.text.set(known.map_or(id, |choice| named(choice, language)));
        }
        judge();
    });
    let on_input = move |text: String| {
        typed.text.set(text);
        typed.is_new_text.set(true);
        typed.is_left.set(false);
        typed.open(true);
        chosen.set(String::new());
        judge();
    };
    let leave = move || {
        // A field that is taken away with its form loses the focus when what it held is gone.
        if typed.text.is_disposed() {
            return;
        }
        typed.open(false);
        let only = found.get_untracked().as_deref().and_then(only_hit).cloned();
        match only.filter(|_| typed.is_new_text.get_untracked() && !typed.is_empty()) {
            Some(only) => choose(&only),
            None => typed.is_left.set(!typed.is_empty() && chosen.with_untracked(String::is_empty)),
        }
    };
    let list_id = format!("{id}-list");
    let said_id = format!("{id}-said");
    let press = {
        let list_id = list_id.clone();
        move |event: KeyboardEvent| pressed(&event, typed, found.get_untracked().as_ref(), &choose, &list_id)
    };
    let active = {
        let list_id = list_id.clone();
        move || {
            let count = found.get().map_or(0, |page| page.choices.len());
            typed.active.get().filter(|place| *place < count).map(|place| option_id(&list_id, place))
        }
    };
    let shown = {
        let list_id = list_id.clone();
        let label = label.clone();
        move || {
            let page = found.get().filter(|_| typed.is_open.get())?;
            Some(
                view! { <Hits page typed choose=Callback::new(move |choice: ChoiceView| choose(&choice)) id=list_id.clone() label=label.clone() language/> },
            )
        }
    };
    let is_open = move || typed.is_open.get().to_string();
    let is_wrong = move || typed.is_left.get().then_some("true");
    let said = move || typed.is_left.get().then(|| choosing::not_chosen(language));
    view! {
        <div class="field field-choice" on:focusout=move |_| leave()>
            <label class="field-label" for=id.clone()>{label}</label>
            <input
                id=id.clone()
                node_ref=field
                type="text"
                class="field-input"
                role="combobox"
                aria-autocomplete="list"
                aria-expanded=is_open
                aria-controls=list_id
                aria-activedescendant=active
                aria-describedby=said_id.clone()
                aria-invalid=is_wrong
                // What is chosen is there before the engine has said what it is called.
                required=move || must && chosen.with(String::is_empty)
                aria-required=must.then_some("true")
                autocomplete="off"
                placeholder=choosing::type_or_pick(language)
                prop:value=move || typed.text.get()
                on:input:target=move |event| on_input(event.target().value())
                on:click=move |_| typed.open(true)
                on:keydown=press
            />
            {shown}
            <p class="field-said" id=said_id>{said}</p>
        </div>
    }
    .into_any()
}

/// An item as it is chosen among others: its name, and what tells it from others of that name.
pub(super) fn named(choice: &ChoiceView, language: Language) -> String {
    match &choice.beside {
        Some(beside) => format!("{} ({})", choice.name.say(language), beside.say(language)),
        None => choice.name.say(language).to_owned(),
    }
}

/// The only one that a text can mean.
fn only_hit(page: &ChoicePage) -> Option<&ChoiceView> {
    page.choices.first().filter(|_| page.total == 1)
}

fn option_id(list: &str, place: usize) -> String {
    format!("{list}-{place}")
}

/// What a key does in the field.
fn pressed(
    event: &KeyboardEvent,
    typed: Typed,
    page: Option<&Arc<ChoicePage>>,
    choose: &dyn Fn(&ChoiceView),
    list: &str,
) {
    let count = page.map_or(0, |page| page.choices.len());
    let is_open = typed.is_open.get_untracked();
    let go = |place: usize| {
        typed.is_open.set(true);
        // Where the list is still to come, it is gone to in it.
        typed.active.set(Some(place));
        let (list, option) = (list.to_owned(), option_id(list, place));
        request_animation_frame(move || dom::keep_in_sight(&list, &option));
        event.prevent_default();
    };
    let active = typed.active.get_untracked().filter(|_| is_open);
    match &*event.key() {
        "ArrowDown" => go(active.map_or(0, |at| (at + 1) % count.max(1))),
        "ArrowUp" => go(active.map_or(count, |at| at).checked_sub(1).unwrap_or(count.saturating_sub(1))),
        "Enter" => {
            let only = page.and_then(|page| only_hit(page)).filter(|_| typed.is_new_text.get_untracked());
            let at = active.and_then(|at| page?.choices.get(at)).or(only.filter(|_| is_open && !typed.is_empty()));
            if let Some(choice) = at {
                choose(choice);
                event.prevent_default();
            }
        }
        // The first Escape closes the list, the next one what is around it.
        "Escape" if is_open => {
            typed.open(false);
            event.prevent_default();
            event.stop_propagation();
        }
        _ => {}
    }
}

/// The list of what was found.
#[component]
fn Hits(
    /// The choices that fit what was typed.
    page: Arc<ChoicePage>,
    /// What the field holds.
    typed: Typed,
    /// Takes the one that is pressed.
    choose: Callback<ChoiceView>,
    /// Id of the list in the document.
    id: String,
    /// What the list is of.
    label: String,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let total = page.total;
    let shown = page.choices.len();
    let option = |(place, choice): (usize, &ChoiceView)| {
        let (name, beside) = (choice.name.say(language).to_owned(), choice.beside.clone());
        let beside = beside.map(|beside| view! { <span class="muted">{beside.say(language).to_owned()}</span> });
        let choice = choice.clone();
        let is_active = move || typed.active.get() == Some(place);
        view! {
            <li
                id=option_id(&id, place)
                role="option"
                class="hit"
                aria-selected=move || is_active().to_string()
                on:click=move |_| choose.run(choice.clone())
            >
                <span>{name}</span>
                " "
                {beside}
            </li>
        }
    };
    let options = page.choices.iter().enumerate().map(option).collect_view();
    view! {
        // The focus stays in the field.
        <div class="hits" on:mousedown=|event| event.prevent_default()>
            <ul id=id.clone() role="listbox" aria-label=label>{options}</ul>
            <p class="hits-said" role="status">{choosing::found(shown, total, language)}</p>
        </div>
    }
    .into_any()
}
