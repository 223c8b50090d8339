//! What can be done about an exception of the file, and what a new one says of its finding.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::coverage::{ExceptionStanding, State};
use crate::draft::patch::PatchField;
use crate::draft::{FieldValue, Patch};
use crate::engine::view::ExceptionRow;
use crate::organisation::ListName;
use crate::organisation::value::{Date, Language};
use crate::page::edit::{EditButton, OpenForm};
use crate::page::parts::AskFirst;
use crate::page::session::Session;
use crate::text::draft::removal;
use crate::text::{draft, finding};

/// The buttons of an exception.
pub fn exception_acts(session: Session, row: &ExceptionRow, language: Language) -> impl IntoView + use<> {
    let key = row.finding.clone();
    let (label, fields) = if matches!(row.standing, ExceptionStanding::Lapsed | ExceptionStanding::Changed) {
        (draft::accept_again(language), row.state.map(|state| stands(state, row.since)).unwrap_or_default())
    } else {
        (draft::edit_accepted(language), Vec::new())
    };
    let editing = OpenForm::Renew { list: ListName::Exceptions, key: key.clone(), fields, bound: row.binds };
    let edit = view! { <EditButton label=label.to_owned() editing/> };
    let take = Callback::new(move |()| {
        let patches = vec![Patch::Remove { list: ListName::Exceptions, key: key.clone() }];
        session.edit_from("exceptions");
        spawn_local(async move { drop(session.change(patches).await) });
    });
    let remove = session.may_change().then(|| {
        let label = draft::remove(language);
        let about = row.subject.as_ref().map_or_else(|| row.finding.clone(), |about| finding::subject(about, language));
        let question = (row.standing == ExceptionStanding::Accepts).then(|| removal::counts_again(language).to_owned());
        view! { <AskFirst label named=draft::named(label, &about) question answers=vec![(label, take)] language/> }
    });
    view! { {edit} {remove} }
}

/// What an exception says of how a finding stands when it is accepted, so that it comes back once that is otherwise.
pub fn stands(state: State, since: Option<Date>) -> Vec<PatchField> {
    let since = since.map_or(FieldValue::Nothing, |since| FieldValue::Text(since.to_string()));
    vec![("was".into(), FieldValue::text(state.word())), ("since".into(), since)]
}
