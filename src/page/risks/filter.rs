//! Which risks of the register: by name or class. Every choice is in the address.

use leptos::prelude::*;

use crate::engine::lens::RiskFilter;
use crate::engine::view::MatrixView;
use crate::organisation::value::Language;
use crate::page::parts::{FilterBar, SearchField, SelectField};
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{pages, risk};

/// The form of choices.
#[component]
pub fn Filter(
    /// The matrix, whose classes can be chosen among.
    matrix: Memo<Option<MatrixView>>,
    /// The choice at hand.
    filter: Signal<RiskFilter>,
) -> impl IntoView {
    let session = Session::current();
    let go = move |change: &dyn Fn(&mut RiskFilter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        session.go(Route::Risks { filter, from: 0 });
    };
    let label = move |label: fn(Language) -> &'static str| Signal::derive(move || label(session.language()).to_owned());
    let class_choices = Signal::derive(move || {
        let language = session.language();
        let classes = matrix.get().map(|matrix| matrix.classes).unwrap_or_default();
        let all = (String::new(), pages::all(language).to_owned());
        let classes = classes.iter().rev().map(|class| (class.id.clone(), risk::class(class, language)));
        std::iter::once(all).chain(classes).collect()
    });
    let search = move |find: String| {
        session.replace(Route::Risks { filter: RiskFilter { find, ..filter.get_untracked() }, from: 0 });
    };
    view! {
        <FilterBar>
            <SearchField label=label(pages::find_risk) text=Signal::derive(move || filter.get().find) search/>
            <SelectField
                label=label(pages::filter_class)
                choices=class_choices
                chosen=Signal::derive(move || filter.get().class.unwrap_or_default())
                choose=move |class: String| go(&|filter| {
                    filter.class = (!class.is_empty()).then(|| class.clone());
                    (filter.cell, filter.beside) = (None, None);
                })
            />
        </FilterBar>
    }
}
