//! Sealed answers: each is kept as it came until its passphrase is given, and then waits as all others do.

use std::fmt::Write as _;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::taken;
use crate::browser::storage::{StorageKey, keep_list, recall_list};
use crate::browser::{dom, seal};
use crate::exchange::sealed::{SealRefusal, opened_name};
use crate::page::session::Session;
use crate::text::sealed;
use crate::text::travel::rounds as said;

/// Stands between the name of a file and its bytes: the separator of units in ASCII.
const UNIT: char = '\u{1F}';

/// A sealed file that may be an answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SealedAnswer {
    /// What the file is called.
    pub(super) name: String,
    /// The bytes of the file.
    pub(super) content: Vec<u8>,
}

/// The sealed files that wait for their passphrase. A handle: its copies are the same files.
#[derive(Clone, Copy)]
pub(super) struct SealedAnswers {
    all: RwSignal<Vec<SealedAnswer>>,
    are_kept: RwSignal<bool>,
}

impl SealedAnswers {
    /// Those that waited when the page was left.
    pub(super) fn recalled() -> Self {
        let all = recall_list(StorageKey::WaitingSealed).iter().filter_map(|line| read(line)).collect();
        Self { all: RwSignal::new(all), are_kept: RwSignal::new(true) }
    }

    /// Whether the browser keeps them.
    pub(super) fn are_kept(self) -> bool {
        self.are_kept.get()
    }

    pub(super) fn add(self, answer: SealedAnswer) {
        if !self.all.with_untracked(|all| all.contains(&answer)) {
            self.change(|all| all.push(answer));
        }
    }

    fn remove(self, answer: &SealedAnswer) {
        self.change(|all| all.retain(|other| other != answer));
    }

    fn change(self, change: impl FnOnce(&mut Vec<SealedAnswer>)) {
        let lines = self.all.try_update(|all| {
            change(all);
            all.iter().map(written).collect::<Vec<_>>()
        });
        if let Some(lines) = lines {
            self.are_kept.set(keep_list(StorageKey::WaitingSealed, &lines));
        }
    }
}

/// A sealed file as a line: its name and its bytes, two digits each.
fn written(answer: &SealedAnswer) -> String {
    let mut line: String = answer.name.chars().filter(|letter| !letter.is_control()).collect();
    line.push(UNIT);
    for byte in &answer.content {
        let _ = write!(line, "{byte:02x}");
    }
    line
}

fn read(line: &str) -> Option<SealedAnswer> {
    let (name, digits) = line.split_once(UNIT)?;
    let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let content: Option<Vec<u8>> = (0..digits.len()).step_by(2).map(byte).collect();
    Some(SealedAnswer { name: name.to_owned(), content: content? })
}

/// What asks for the passphrase of each.
pub(super) fn sealed_answers(answers: SealedAnswers, others: RwSignal<Vec<String>>, session: Session) -> AnyView {
    let forms = answers.all.get().into_iter().map(|answer| view! { <Sealed answer answers others session/> });
    forms.collect_view().into_any()
}

#[component]
fn Sealed(
    answer: SealedAnswer,
    answers: SealedAnswers,
    /// The names of the files that are no answers.
    others: RwSignal<Vec<String>>,
    session: Session,
) -> impl IntoView {
    let language = session.language();
    let (refused, busy) = (RwSignal::new(None::<SealRefusal>), RwSignal::new(false));
    let name = answer.name.clone();
    let answer = StoredValue::new(answer);
    let put_away = move || {
        answers.remove(&answer.get_value());
        // What had the focus is gone.
        request_animation_frame(|| _ = dom::focus("main h1"));
    };
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let values = dom::form_values(&event);
        let phrase = values.into_iter().find(|(name, _)| name == "passphrase").map(|(_, value)| value);
        busy.set(true);
        refused.set(None);
        spawn_local(async move {
            let Some(SealedAnswer { name, content }) = answer.try_get_value() else { return };
            let found = seal::unseal(&content, &phrase.unwrap_or_default()).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match found {
                Ok(content) => {
                    if let Err(name) = taken(session, opened_name(&name).to_owned(), content) {
                        others.update(|others| others.push(name));
                    }
                    put_away();
                }
                Err(why) => refused.set(Some(why)),
            }
        });
    };
    let problem = move || {
        let why = refused.get()?;
        Some(view! { <p class="form-problem" role="alert">{sealed::refused(why, language)}</p> })
    };
    view! {
        <form class="sealed-answer" on:submit=open>
            <label class="field">
                <span class="field-label">{said::passphrase_of(&name, language)}</span>
                <input type="password" class="field-input" name="passphrase" autocomplete="off"/>
            </label>
            <p class="actions">
                <button type="submit" class="button button-first" disabled=busy>
                    {move || if busy.get() { sealed::opening(language) } else { sealed::open(language) }}
                    <span class="visually-hidden">{format!(": {name}")}</span>
                </button>
                <button type="button" class="button" on:click=move |_| put_away()>
                    {said::put_away(language)}<span class="visually-hidden">{format!(": {name}")}</span>
                </button>
            </p>
            {problem}
        </form>
    }
}
