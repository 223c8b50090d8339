//! What changes do to coverage, before they are saved or brought in.

use leptos::prelude::*;

use super::Empty;
use crate::coverage::Tally;
use crate::engine::view::{EffectRow, EffectView};
use crate::organisation::value::Language;
use crate::text::{draft, numbers};

/// What a draft does to coverage: the rules whose counts differ.
#[component]
pub fn EffectTable<'a>(
    /// What differs between the rules before and after.
    effect: &'a EffectView,
    /// The reader's language.
    language: Language,
) -> impl IntoView + use<> {
    if effect.rules.is_empty() && effect.come_count + effect.gone_count == 0 {
        return view! { <Empty text=draft::no_effect(language)/> }.into_any();
    }
    let gaps = |tally: Option<Tally>| {
        tally.map_or_else(
            || draft::nothing(language).to_owned(),
            |tally| numbers::integer(u64::from(tally.gaps()), language),
        )
    };
    let row = |row: &EffectRow| {
        view! {
            <tr>
                <th scope="row">{row.text.as_ref().map_or_else(|| row.id.clone(), |text| text.say(language).to_owned())}</th>
                <td class="number">{gaps(row.before)}</td>
                <td class="number">{gaps(row.after)}</td>
            </tr>
        }
    };
    let rows = effect.rules.iter().map(row).collect_view();
    view! {
        <p class="lead">{draft::effect_said(effect.come_count, effect.gone_count, language)}</p>
        <table class="list" role="table" aria-label=draft::effect(language)>
            <thead>
                <tr>
                    <th scope="col">{draft::rule(language)}</th>
                    <th scope="col" class="number">{draft::gaps_before(language)}</th>
                    <th scope="col" class="number">{draft::gaps_after(language)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
