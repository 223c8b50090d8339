//! What changes do to coverage, before they are saved or brought in.

use leptos::prelude::*;

use super::Empty;
use crate::coverage::Tally;
use crate::engine::view::{EffectRow, EffectView, GapView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{draft, finding, numbers};

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
    let come = gaps_listed(&effect.come, effect.come_count, true, language);
    let gone = gaps_listed(&effect.gone, effect.gone_count, false, language);
    view! {
        <p class="lead">{draft::effect_said(effect.come_count, effect.gone_count, language)}</p>
        {gone}
        {come}
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

/// Gaps that come or are no more, by what they are about. Those that are there on the day lead to their page.
fn gaps_listed(gaps: &[GapView], total: u32, come: bool, language: Language) -> Option<AnyView> {
    let shown = saturating(gaps.len());
    let row = |gap: &GapView| {
        let subject = finding::subject(&gap.subject, language);
        let said = if come {
            let href = Session::current().link(Route::Finding { id: gap.id.clone() });
            view! { <a href=href>{subject}</a> }.into_any()
        } else {
            subject.into_any()
        };
        let rule = gap.rule.as_ref().map(|text| text.say(language).to_owned());
        view! { <li>{said} " " <span class="muted">{rule}</span></li> }
    };
    let rest = (shown < total).then(|| view! { <p class="muted">{numbers::of(shown, total, language)}</p> });
    let heading = if come { draft::gaps_come(language) } else { draft::gaps_gone(language) };
    (total > 0).then(|| {
        view! {
            <h3>{heading}</h3>
            <ul class="rows" role="list">{gaps.iter().map(row).collect_view()}</ul>
            {rest}
        }
        .into_any()
    })
}
