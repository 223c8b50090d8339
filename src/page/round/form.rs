//! What a new round is told by: who is asked and what they get, its name, its last day, and what is said in the letters.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::Making;
use super::files::{NotMade, RoundText, made};
use super::forms::{RoundForms, copy_choice, seal_choice};
use crate::browser::{clock, dom, folder};
use crate::draft::autosave::notice::NoFile;
use crate::draft::slug::new_id;
use crate::engine::request::{AskAskable, Request};
use crate::engine::view::{AskableRow, RoundsView};
use crate::organisation::number::saturating;
use crate::organisation::value::{Language, parse_date};
use crate::page::parts::{Empty, keep_typed};
use crate::page::session::{FormSlot, Session, use_answer};
use crate::text::travel::rounds as said;
use crate::travel::round::{RoundWish, can_be_met};

/// Days that those who are asked have, unless another day is chosen.
const DAYS: u64 = 21;

/// What the reader says of the round. A handle: its copies are the same round.
#[derive(Clone, Copy)]
struct RoundForm {
    /// Keys of those who are not asked.
    left_out: RwSignal<BTreeSet<String>>,
    name: RwSignal<String>,
    /// The last day for answers, as it is typed.
    due: RwSignal<String>,
    message: RwSignal<String>,
    answer_to: RwSignal<String>,
    is_sealed: RwSignal<bool>,
    /// Keys of those who get a portable copy.
    copies: RwSignal<BTreeSet<String>>,
    /// Whether the files are to lie in a folder.
    to_folder: RwSignal<bool>,
}

/// The form as it is kept while it is being filled in.
#[derive(Default, PartialEq, Serialize, Deserialize)]
struct TypedRound {
    left_out: BTreeSet<String>,
    name: String,
    due: String,
    message: String,
    answer_to: String,
    is_sealed: bool,
    copies: BTreeSet<String>,
    to_folder: bool,
}

/// The slot that the form is kept in.
pub(super) fn slot(session: Session) -> FormSlot {
    session.form_slot("round")
}

impl RoundForm {
    /// The form as it was left, else as it begins.
    fn new(session: Session) -> Self {
        let begun = || {
            let due = session.today().checked_add_days(chrono::Days::new(DAYS));
            TypedRound { due: due.map(|due| due.to_string()).unwrap_or_default(), ..TypedRound::default() }
        };
        let left: TypedRound = session.kept_form(&slot(session)).unwrap_or_else(begun);
        Self {
            left_out: RwSignal::new(left.left_out),
            name: RwSignal::new(left.name),
            due: RwSignal::new(left.due),
            message: RwSignal::new(left.message),
            answer_to: RwSignal::new(left.answer_to),
            is_sealed: RwSignal::new(left.is_sealed),
            copies: RwSignal::new(left.copies),
            to_folder: RwSignal::new(left.to_folder),
        }
    }

    fn typed(self) -> TypedRound {
        TypedRound {
            left_out: self.left_out.get(),
            name: self.name.get(),
            due: self.due.get(),
            message: self.message.get(),
            answer_to: self.answer_to.get(),
            is_sealed: self.is_sealed.get(),
            copies: self.copies.get(),
            to_folder: self.to_folder.get(),
        }
    }

    fn asks(self, key: &str) -> bool {
        self.left_out.with(|left_out| !left_out.contains(key))
    }

    /// What is wished of the engine; none where no day is said or nobody is asked.
    fn wish(self, rows: &[AskableRow], view: &RoundsView) -> Option<RoundWish> {
        let (name, asked) = (self.name.get(), rows.iter().filter(|row| self.asks(&row.receiver.key)));
        let receivers: Vec<_> = asked.map(|row| row.receiver.receiver.clone()).collect();
        let is_free = |id: &str| view.rounds.iter().all(|round| round.id != id);
        (!receivers.is_empty()).then_some(RoundWish {
            id: new_id("rounds", &name, &is_free),
            name,
            due: parse_date(&self.due.get())?,
            message: self.message.get(),
            answer_to: self.answer_to.get(),
            receivers,
        })
    }
}

/// The units that can be asked, beside what the round is told by.
#[component]
pub(super) fn NewRound(
    /// The rounds that there are.
    view: Memo<Option<Arc<RoundsView>>>,
    /// How far the files have come.
    making: RwSignal<Making>,
    /// Whether the reader wishes to see this.
    wished: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::current();
    let answer = use_answer(move || AskAskable { on: session.on() });
    let rows = Memo::new(move |_| answer.get());
    let form = RoundForm::new(session);
    keep_typed(slot(session), move || form.typed());
    move || {
        let language = session.language();
        let Some(rows) = rows.get() else {
            return view! { <p class="full muted" role="status">{said::counting(language)}</p> }.into_any();
        };
        if rows.is_empty() {
            return view! { <div class="full"><Empty text=said::nobody(language)/></div> }.into_any();
        }
        view! {
            {receivers(&rows, form, language)}
            {about(rows, view, (making, wished), form, session, language)}
        }
        .into_any()
    }
}

/// Who is asked, and what each gets.
fn receivers(rows: &[AskableRow], form: RoundForm, language: Language) -> AnyView {
    let keys: Vec<String> = rows.iter().map(|row| row.receiver.key.clone()).collect();
    let head = |head| view! { <th role="columnheader" scope="col">{head}</th> };
    let heads = [said::receiver(language), said::gets(language)].map(head);
    let rows = rows.iter().map(|row| receiver(row, form, language)).collect_view();
    view! {
        <section class="card half" id="receivers">
            <h2>{said::who(language)}</h2>
            <p class="lead">{said::who_lead(language)}</p>
            <p class="actions">
                <button type="button" class="button" on:click=move |_| form.left_out.set(BTreeSet::new())>
                    {said::all(language)}
                </button>
                <button type="button" class="button" on:click=move |_| form.left_out.set(keys.iter().cloned().collect())>
                    {said::none_chosen(language)}
                </button>
            </p>
            <table class="list" role="table" aria-label=said::who(language)>
                <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn receiver(row: &AskableRow, form: RoundForm, language: Language) -> AnyView {
    let key = row.receiver.key.clone();
    let asked = key.clone();
    let change = move |event| {
        let is_asked = event_target_checked(&event);
        form.left_out.update(|left_out| {
            if is_asked {
                left_out.remove(&key);
            } else {
                left_out.insert(key.clone());
            }
        });
    };
    let to = match (&row.to.person, &row.to.email) {
        (Some(person), Some(email)) => view! { <small class="muted">{format!("{person}, {email}")}</small> }.into_any(),
        (None, Some(email)) => view! { <small class="muted">{email.clone()}</small> }.into_any(),
        _ => view! { <small class="vacant">{said::no_address(language)}</small> }.into_any(),
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <label class="choice">
                    <input type="checkbox" class="no-print" prop:checked=move || form.asks(&asked) on:change=change/>
                    <span>{said::askable_name(row, language)} {to}</span>
                </label>
            </th>
            <td role="cell" data-label=said::gets(language)>
                {said::parts(row, language)}
                <small class="muted">{said::grounds(row, language)}</small>
                {copy_choice((row.receiver.key.clone(), &said::askable_name(row, language)), form.copies, form.is_sealed, language)}
            </td>
        </tr>
    }
    .into_any()
}

/// What the round is called, by when answers are wished, and the files.
fn about(
    rows: Arc<Vec<AskableRow>>,
    view: Memo<Option<Arc<RoundsView>>>,
    (making, wished): (RwSignal<Making>, RwSignal<bool>),
    form: RoundForm,
    session: Session,
    language: Language,
) -> AnyView {
    let counted = rows.clone();
    let count = Memo::new(move |_| saturating(counted.iter().filter(|row| form.asks(&row.receiver.key)).count()));
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(view) = view.get_untracked() else { return };
        let Some(wish) = untrack(|| form.wish(&rows, &view)) else { return making.set(Making::Failed(NotMade::Wish)) };
        let text = RoundText {
            id: wish.id.clone(),
            of: view.municipality.clone(),
            name: wish.name.clone(),
            message: wish.message.clone(),
            due: wish.due,
            answer_to: wish.answer_to.clone(),
            forms: RoundForms { is_sealed: form.is_sealed.get_untracked(), copies: form.copies.get_untracked() },
        };
        let to_folder = form.to_folder.get_untracked();
        let (file, kept_in) = (session.file_number(), slot(session));
        making.set(Making::Underway);
        spawn_local(async move {
            // The reader is asked first, for the browser lets a page ask only shortly after a click.
            let folder = match if to_folder { folder::pick().await.map(Some) } else { Ok(None) } {
                Ok(folder) => folder,
                Err(why) => {
                    let is_stopped = why == NoFile::Stopped;
                    let told = if is_stopped { Making::Ready } else { Making::Failed(NotMade::Picking) };
                    return drop(making.try_set(told));
                }
            };
            // A round of the file that it was filled in for, and of no other.
            if session.file_number() != file {
                return drop(making.try_set(Making::Ready));
            }
            let begun = session.carry_out(Request::BeginRound { wish, sent: clock::today() }).await;
            let made = if begun.is_ok() { made(session, text, folder, language).await } else { Err(NotMade::Wish) };
            if made.is_ok() {
                session.drop_form(&kept_in);
                let _ = wished.try_set(false);
            }
            let _ = making.try_set(made.map_or_else(Making::Failed, Making::Done));
        });
    };
    let field = move |label: &'static str, kind: &'static str, value: RwSignal<String>, required: bool| {
        view! {
            <label class="field field-wide">
                <span class="field-label">{label}</span>
                <input
                    class="field-input"
                    type=kind
                    required=required
                    prop:value=value
                    on:input=move |event| value.set(dom::value_of(&event))
                />
            </label>
        }
    };
    let is_past = move || parse_date(&form.due.get()).is_some_and(|due| !can_be_met(due, clock::today()));
    view! {
        <section class="card half no-print" id="new-round">
            <h2>{said::about(language)}</h2>
            <form class="form-fields" on:submit=make>
                {field(said::name(language), "text", form.name, true)}
                {field(said::due(language), "date", form.due, true)}
                <div class="field-wide" role="status">
                    {move || is_past().then(|| view! { <p class="form-problem">{said::due_past(language)}</p> })}
                </div>
                {field(said::answer_to(language), "email", form.answer_to, false)}
                <label class="field field-wide">
                    <span class="field-label">{said::message(language)}</span>
                    <textarea
                        class="field-input"
                        rows="3"
                        prop:value=form.message
                        on:input=move |event| form.message.set(event_target_value(&event))
                    ></textarea>
                </label>
                {forms(form, language)}
                <p class="actions field-wide">
                    <button
                        type="submit"
                        class="button button-first"
                        disabled=move || count.get() == 0 || making.get() == Making::Underway
                    >
                        {move || said::make(count.get(), language)}
                    </button>
                    {move || (view.get().is_some_and(|view| !view.rounds.is_empty())).then(|| view! {
                        <button type="button" class="button" on:click=move |_| {
                            session.drop_form(&slot(session));
                            wished.set(false);
                        }>
                            {said::not_now(language)}
                        </button>
                    })}
                </p>
            </form>
            <p class="muted">{said::not_sent(language)}</p>
        </section>
    }
    .into_any()
}

/// Whether the files are sealed, and where they lie.
fn forms(form: RoundForm, language: Language) -> AnyView {
    let in_folder = || {
        view! {
            <label class="choice field-wide">
                <input
                    type="checkbox"
                    prop:checked=form.to_folder
                    on:change=move |event| form.to_folder.set(event_target_checked(&event))
                />
                <span>{said::to_folder(language)}</span>
            </label>
        }
    };
    view! {
        {seal_choice(form.is_sealed, language)}
        {folder::can_pick().then(in_folder)}
    }
    .into_any()
}
