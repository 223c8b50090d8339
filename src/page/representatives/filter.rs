//! Which workplaces are shown: by name, and by how they stand.

use leptos::prelude::*;

use crate::coverage::{State, Tally};
use crate::engine::lens::WorkplaceFilter;
use crate::page::parts::{FilterBar, SearchField, SelectChoice, SelectField};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::numbers;
use crate::text::roles::representatives as text;

/// What is searched for, and which states are shown.
#[component]
pub(super) fn Filter(
    /// Which workplaces are listed.
    filter: Signal<WorkplaceFilter>,
    /// How all of them stand.
    tally: Memo<Tally>,
) -> impl IntoView {
    let session = Session::current();
    let go = move |change: &dyn Fn(&mut WorkplaceFilter)| {
        let mut filter = untrack(|| filter.get());
        change(&mut filter);
        session.replace(Route::Representatives { filter, from: 0 });
    };
    let choices = Signal::derive(move || {
        let (language, tally, chosen) = (session.language(), tally.get(), filter.get().state);
        let counted = [
            (State::Missing, tally.missing),
            (State::Expiring, tally.expiring),
            (State::Met, tally.met),
            (State::Broken, tally.broken),
            (State::Unknown, tally.unknown),
            (State::Accepted, tally.accepted),
        ];
        let there = counted.into_iter().filter(|(state, count)| *count > 0 || chosen == Some(*state));
        let choice = |(state, count): (State, u32)| {
            (
                state.word().to_owned(),
                format!("{} ({})", text::choice(state, language), numbers::integer(count.into(), language)),
            )
        };
        let all: SelectChoice = (String::new(), text::all(language).to_owned());
        std::iter::once(all).chain(there.map(choice)).collect()
    });
    view! {
        <FilterBar>
            <SearchField
                label=Signal::derive(move || text::find(session.language()).to_owned())
                text=Signal::derive(move || filter.get().find)
                search=move |find: String| go(&|filter| filter.find.clone_from(&find))
            />
            <SelectField
                label=Signal::derive(move || text::state(session.language()).to_owned())
                choices
                chosen=Signal::derive(move || filter.get().state.map(State::word).unwrap_or_default().to_owned())
                choose=move |state: String| go(&|filter| filter.state = State::from_word(&state))
            />
        </FilterBar>
    }
}
