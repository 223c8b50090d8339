//! The files of a round made again.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Making;
use super::files::{RoundText, made};
use super::forms::{RoundForms, copy_choice, seal_choice};
use crate::engine::view::{RoundView, RoundsView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::session::Session;
use crate::text::travel::rounds as said;

/// Makes the files of a round once more, in the forms that they had.
pub(super) fn again(
    view: &RoundsView,
    round: &RoundView,
    making: RwSignal<Making>,
    session: Session,
    language: Language,
) -> AnyView {
    let known = RoundForms::known(session, &round.id);
    let is_known = known.is_some();
    let forms = known.unwrap_or_default();
    let (is_sealed, copies) = (RwSignal::new(forms.is_sealed), RwSignal::new(forms.copies));
    let text = RoundText {
        id: round.id.clone(),
        of: view.municipality.clone(),
        name: round.name.say(language).to_owned(),
        message: round.message.say(language).to_owned(),
        due: round.due,
        answer_to: round.answer_to.clone(),
        forms: RoundForms::default(),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let forms = RoundForms { is_sealed: is_sealed.get_untracked(), copies: copies.get_untracked() };
        let text = RoundText { forms, ..text.clone() };
        making.set(Making::Underway);
        spawn_local(async move {
            let made = made(session, text, None, language).await;
            let _ = making.try_set(made.map_or_else(Making::Failed, Making::Done));
        });
    };
    let choices = round.rows.iter().map(|row| {
        let name = said::asked_name(row, language);
        let choice = copy_choice((row.receiver.key.clone(), &name), copies, is_sealed, language);
        view! { <li>{name.clone()} {choice}</li> }
    });
    let count = saturating(round.rows.len());
    view! {
        <details class="no-print">
            <summary>{said::again(language)}</summary>
            <form class="form-fields" on:submit=submit>
                {(!is_known).then(|| view! { <p class="muted field-wide">{said::forms_unknown(language)}</p> })}
                {seal_choice(is_sealed, language)}
                <ul class="rows field-wide" role="list">{choices.collect_view()}</ul>
                <p class="actions field-wide">
                    <button type="submit" class="button" disabled=move || making.get() == Making::Underway>
                        {said::make(count, language)}
                    </button>
                </p>
            </form>
        </details>
    }
    .into_any()
}
