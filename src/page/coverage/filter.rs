//! Which findings: by rule, state, severity and department. Every choice is in the address.

use leptos::prelude::*;

use crate::coverage::State;
use crate::engine::lens::FindingFilter;
use crate::engine::view::RuleRow;
use crate::organisation::rule::Severity;
use crate::organisation::value::Language;
use crate::page::parts::{FilterBar, SelectChoice, SelectField};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{finding, numbers, pages, words};

/// The form of choices.
#[component]
pub fn Filter(
    /// The rules to choose among.
    rules: Memo<Vec<RuleRow>>,
    /// The choice at hand.
    filter: Signal<FindingFilter>,
) -> impl IntoView {
    let session = Session::current();
    let go = move |change: &dyn Fn(&mut FindingFilter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        session.go(Route::Coverage { filter, from: 0 });
    };
    let label = move |label: fn(Language) -> &'static str| Signal::derive(move || label(session.language()).to_owned());
    let rule_choices = Signal::derive(move || {
        let language = session.language();
        let of = |rule: RuleRow| (rule.id.clone(), finding::rule_text(&rule, language));
        with_all(language, rules.get().into_iter().map(of))
    });
    let state_choices = Signal::derive(move || {
        let language = session.language();
        let states = State::ALL.iter().filter(|state| **state != State::Met);
        let of = |state: &State| (state.word().to_owned(), numbers::capital(words::state(*state, language)));
        with_all(language, states.map(of))
    });
    let severity_choices = Signal::derive(move || {
        let language = session.language();
        let of =
            |severity: &Severity| (severity.word().to_owned(), numbers::capital(words::severity(*severity, language)));
        with_all(language, Severity::ALL.iter().map(of))
    });
    view! {
        <FilterBar>
            <SelectField
                label=label(pages::filter_rule)
                choices=rule_choices
                chosen=Signal::derive(move || filter.get().rule.unwrap_or_default())
                choose=move |rule: String| go(&|filter| filter.rule = some(&rule))
            />
            <SelectField
                label=label(pages::filter_state)
                choices=state_choices
                chosen=Signal::derive(move || filter.get().state.map(State::word).unwrap_or_default().to_owned())
                choose=move |state: String| go(&|filter| filter.state = State::from_word(&state))
            />
            <SelectField
                label=label(pages::filter_severity)
                choices=severity_choices
                chosen=Signal::derive(move || filter.get().severity.map(Severity::word).unwrap_or_default().to_owned())
                choose=move |severity: String| go(&|filter| filter.severity = Severity::from_word(&severity))
            />
        </FilterBar>
    }
}

fn some(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// The choices with "all" before them.
fn with_all(language: Language, choices: impl Iterator<Item = SelectChoice>) -> Vec<SelectChoice> {
    std::iter::once((String::new(), pages::all(language).to_owned())).chain(choices).collect()
}
