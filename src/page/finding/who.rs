//! Who could take the post that a finding misses: each with the reason, and a button that gives it to them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::coverage::State;
use crate::coverage::because::{HoldersReason, Reason};
use crate::coverage::suggest::CandidateStanding;
use crate::draft::EditRefusal;
use crate::engine::lens::FindingFilter;
use crate::engine::view::{CandidateView, FindingView, RuleLooked, SuggestionView};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::page::parts::{Refusal, person};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{numbers, suggest};

/// The card of those who could, and of those who could not.
pub(super) fn who(session: Session, finding: &FindingView, language: Language) -> Option<AnyView> {
    let found = finding.suggestion.as_ref()?;
    let refused = RwSignal::new(None::<EditRefusal>);
    let group = |heading: &'static str, standing: CandidateStanding| {
        let all = found.candidates.iter().filter(|view| view.candidate.standing() == standing);
        let all: Vec<&CandidateView> = all.collect();
        let rows = all.iter().map(|view| candidate(session, view, found, refused, language)).collect_view();
        (!all.is_empty()).then(|| {
            view! {
                <div>
                    <h3>{heading}</h3>
                    <ul class="rows" role="list">{rows}</ul>
                </div>
            }
        })
    };
    let does = session.may_change().then(|| view! { <p>{suggest::does(found, language)}</p> });
    let shown = saturating(found.candidates.len());
    let more =
        (found.total > shown).then(|| view! { <p class="muted">{numbers::first_of(shown, found.total, language)}</p> });
    let lacks_holders = matches!(finding.row.because.reason, Reason::Holders(HoldersReason::TooFew { .. }));
    let is_vacant = finding.row.state == State::Missing && lacks_holders;
    let proposal = found.parent.as_ref().filter(|_| is_vacant).map(|parent| {
        let href = session.link(Route::Proposal { unit: parent.id.clone(), role: found.role.id.clone() });
        view! { <p><a href=href>{suggest::propose_for(parent, language)}</a></p> }
    });
    let card = view! {
        <section class="card full" id="who">
            <h2>{suggest::who(language)}</h2>
            <p class="lead">{suggest::lead(found, language)}</p>
            <Refusal refused language/>
            {does}
            <div class="who-groups">
                {group(suggest::able(language), CandidateStanding::Able)}
                {group(suggest::able_untrained(language), CandidateStanding::Untrained)}
                {group(suggest::unable(language), CandidateStanding::Barred)}
            </div>
            {more}
            {(!found.rules.is_empty())
                .then(|| view! { <h3>{suggest::rules(language)}</h3> {rules(session, &found.rules, language)} })}
            {proposal}
        </section>
    };
    Some(card.into_any())
}

/// One person, why they could or could not, and where they could, the button.
fn candidate(
    session: Session,
    view: &CandidateView,
    of: &SuggestionView,
    refused: RwSignal<Option<EditRefusal>>,
    language: Language,
) -> impl IntoView + use<> {
    let can = view.candidate.standing() != CandidateStanding::Barred;
    let give = (can && session.may_change()).then(|| {
        let (patch, id) = (of.post.given_to(&view.person.id), format!("give-{}", view.person.id));
        let from = id.clone();
        let give = move |_| {
            session.edit_from(&from);
            let patch = patch.clone();
            spawn_local(async move { drop(refused.try_set(session.change(vec![patch]).await.err())) });
        };
        view! {
            <button type="button" id=id class="button button-small no-print" on:click=give
                aria-label=suggest::give_to(&view.person.name, language)>
                {suggest::give(language)}
            </button>
        }
    });
    view! {
        <li class="candidate">
            {person(view.person.clone())}
            <span class="muted">{suggest::about(view, of, language)}</span>
            {give}
        </li>
    }
}

/// The rules that were looked at, each leading to its findings.
pub(in crate::page) fn rules(session: Session, rules: &[RuleLooked], language: Language) -> impl IntoView + use<> {
    let rule = |rule: &RuleLooked| {
        let filter = FindingFilter { rule: Some(rule.id.clone()), ..FindingFilter::default() };
        let href = session.link(Route::Coverage { filter, from: 0 });
        view! { <li><a href=href>{suggest::rule(rule, language)}</a></li> }
    };
    view! { <ul class="seen">{rules.iter().map(rule).collect_view()}</ul> }
}
