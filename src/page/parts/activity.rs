//! What was carried out, in a list, and the way to note more.

use leptos::prelude::*;

use crate::draft::FieldValue;
use crate::engine::view::ActivityRow;
use crate::organisation::ListName;
use crate::organisation::value::Language;
use crate::organisation::work::ActivityKind;
use crate::page::edit::{EditButton, OpenForm};
use crate::page::session::Session;
use crate::text::{draft, numbers, words};

/// Activities: the kind, what was done, who took part, the day.
#[component]
pub fn Activities(
    /// The activities in the order they are shown.
    rows: Vec<ActivityRow>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let row = |row: ActivityRow| {
        let kind = numbers::capital(words::activity(row.kind, language));
        let who = row.who.into_iter().map(|person| person.name).collect::<Vec<_>>().join(", ");
        let note = row.note.map(|note| note.say(language).to_owned());
        let said = [note, Some(who)].into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let editing = OpenForm::Item { list: ListName::Activities, key: row.key };
        view! {
            <li class="activity">
                <span class="finding-what">
                    <span class="finding-subject">{kind}</span>
                    <span class="muted">{said.join(" · ")}</span>
                </span>
                <span class="finding-aside">{numbers::short_date(row.date, language)}</span>
                <span class="no-print"><EditButton label=draft::edit_post(language).to_owned() editing/></span>
            </li>
        }
    };
    view! { <ul class="rows" role="list">{rows.into_iter().map(row).collect_view()}</ul> }
}

/// Notes an activity for a unit, on the day that is looked at.
#[component]
pub fn NoteActivity(
    /// What the button says.
    label: &'static str,
    /// Id of the unit.
    unit: String,
    /// The kind that is offered first.
    kind: ActivityKind,
    /// Id of the role whose duty it is; empty for none.
    role: &'static str,
) -> impl IntoView {
    let on = untrack(|| Session::current().on()).to_string();
    let mut preset = vec![
        ("kind".to_owned(), FieldValue::text(kind.word())),
        ("unit".to_owned(), FieldValue::text(&unit)),
        ("date".to_owned(), FieldValue::Text(on)),
    ];
    if !role.is_empty() {
        preset.push(("role".to_owned(), FieldValue::text(role)));
    }
    view! { <EditButton label=label.to_owned() editing=OpenForm::New { list: ListName::Activities, preset }/> }
}
