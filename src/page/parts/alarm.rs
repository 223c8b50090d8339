//! The choice of how long before its events a calendar program reminds of them.

use leptos::prelude::*;

use super::SelectField;
use crate::exchange::export::calendar::Alarm;
use crate::organisation::value::Language;
use crate::text::calendar;

/// The choice, by lead time.
#[component]
pub fn AlarmChoice(
    /// The lead time chosen.
    alarm: RwSignal<Alarm>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let choices = move || Alarm::ALL.map(|each| (calendar::alarm_said(each, language), each));
    let named: Vec<_> = choices().map(|(name, _)| (name.clone(), name)).into();
    let choose = move |name: String| {
        let chosen = choices().into_iter().find(|(known, _)| *known == name);
        alarm.set(chosen.map(|(_, each)| each).unwrap_or_default());
    };
    view! {
        <SelectField
            label=Signal::stored(calendar::alarm(language).to_owned())
            choices=Signal::stored(named)
            chosen=Signal::derive(move || calendar::alarm_said(alarm.get(), language))
            choose
        />
    }
}
