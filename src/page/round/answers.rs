//! Where answers are dropped or chosen. Those that are sealed wait for their passphrase, all others to be looked at.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sealed::{SealedAnswer, SealedAnswers, sealed_answers};
use super::taken;
use crate::browser::file::BrowserFile;
use crate::browser::files::all_picked;
use crate::browser::seal;
use crate::engine::view::RoundsView;
use crate::organisation::number::saturating;
use crate::page::session::Session;
use crate::text::travel::rounds as said;

#[component]
pub(super) fn Answers(
    /// The rounds that there are.
    view: Memo<Option<Arc<RoundsView>>>,
) -> impl IntoView {
    let session = Session::current();
    let waiting = session.waiting_changes();
    let sealed = SealedAnswers::recalled();
    // The names of the files that came last and are no answers.
    let others = RwSignal::new(Vec::<String>::new());
    let take = move |files: Vec<BrowserFile>| {
        others.set(Vec::new());
        spawn_local(async move {
            for file in files {
                let name = file.name();
                let is_sealed = seal::is_sealed(&file).await;
                let content = file.read().await.unwrap_or_default();
                if is_sealed {
                    sealed.add(SealedAnswer { name, content });
                } else if let Err(name) = taken(session, name, content) {
                    let _ = others.try_update(|others| others.push(name));
                }
            }
        });
    };
    session.take_dropped(Some(Rc::new(take)));
    on_cleanup(move || session.take_dropped(None));
    let told = move || {
        let damaged = view.with(|view| view.as_ref().map_or(0, |view| view.damaged.len()));
        let count = waiting.with(|waiting| saturating(waiting.len().saturating_sub(damaged)));
        others.with(|others| said::taken(count, others, session.language()))
    };
    let is_lost = move || !session.are_changes_kept() || !sealed.are_kept();
    let not_kept =
        move || is_lost().then(|| view! { <p class="form-problem">{said::not_kept(session.language())}</p> });
    // What belongs to nobody who is asked has no row.
    let strangers = move || {
        let others =
            view.with(|view| view.as_ref().map(|view| of_none(view, waiting.with(Vec::len))).unwrap_or_default());
        let first = *others.first()?;
        let look = move |_| session.look_at_changes(first);
        let label = said::look_others(saturating(others.len()), session.language());
        Some(view! { <button type="button" class="button" on:click=look>{label}</button> })
    };
    // Told at once, for nobody is to wait for an answer that is not there.
    let damaged = move || {
        let (places, language) =
            (view.with(|view| view.as_ref().map(|view| view.damaged.clone()))?, session.language());
        let lines = places.into_iter().filter_map(|place| {
            let changes = waiting.with(|waiting| waiting.get(place as usize).cloned())?;
            let (told, about) = (said::damaged(&changes.name, language), format!(": {}", changes.name));
            Some(view! {
                <p class="form-problem">
                    {told}
                    " "
                    <button type="button" class="button" on:click=move |_| session.put_answer_away(&changes)>
                        {said::put_away(language)}<span class="visually-hidden">{about}</span>
                    </button>
                </p>
            })
        });
        Some(lines.collect_view())
    };
    view! {
        <section class="card full round-drop no-print">
            <div>
                <h2>{move || said::drop(session.language())}</h2>
                <p class="muted">{move || said::drop_what(session.language())}</p>
                <p role="status">{told}</p>
                <div role="status">{damaged}</div>
                {not_kept}
            </div>
            <div class="actions">
                {strangers}
                <label class="button file-picker">
                    {move || said::choose(session.language())}
                    <input
                        class="visually-hidden"
                        type="file"
                        multiple=true
                        accept=".json,application/json,.sealed"
                        on:change=move |event| take(all_picked(&event))
                    />
                </label>
            </div>
            {move || sealed_answers(sealed, others, session)}
        </section>
    }
}

/// The places of those of so many answers that wait which stand in no row of a round, and can be read.
fn of_none(view: &RoundsView, waiting: usize) -> Vec<usize> {
    let rows = view.rounds.iter().flat_map(|round| &round.rows);
    let known = rows.flat_map(|row| &row.waiting).map(|answer| answer.place).chain(view.damaged.iter().copied());
    (0..waiting).filter(|place| !known.clone().any(|known| known as usize == *place)).collect()
}
