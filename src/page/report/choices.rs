//! For whom the report is, and by which headings: both live in the address.

use leptos::prelude::*;

use crate::disclosure::Audience;
use crate::engine::view::ReportView;
use crate::organisation::value::Language;
use crate::page::parts::SelectField;
use crate::page::route::Route;
use crate::page::session::Session;
use crate::text::{numbers, report};

/// The choice of profile and audience.
#[component]
pub(super) fn Choices(
    /// The report at hand.
    view: ReportView,
    /// The profile that is chosen.
    profile: Signal<Option<String>>,
    /// The audience that is chosen.
    audience: Signal<Audience>,
    /// The reader's language.
    language: Language,
) -> impl IntoView {
    let session = Session::current();
    let go = move |profile, audience| session.replace(Route::Report { profile, audience });
    let audiences: Vec<_> = Audience::ALL
        .iter()
        .map(|it| (it.word().to_owned(), numbers::capital(report::audience(*it, language))))
        .collect();
    let mut profiles = vec![(String::new(), report::profile_by_day(language).to_owned())];
    profiles.extend(view.profiles.iter().map(|it| (it.id.clone(), it.name.say(language).to_owned())));
    let choose_audience = move |word: String| {
        go(profile.get_untracked(), Audience::from_word(&word).unwrap_or_default());
    };
    let choose_profile = move |id: String| go(Some(id).filter(|id| !id.is_empty()), audience.get_untracked());
    view! {
        <div class="report-choices no-print">
            <SelectField
                label=Signal::stored(report::for_whom(language).to_owned())
                choices=Signal::stored(audiences)
                chosen=Signal::derive(move || audience.get().word().to_owned())
                choose=choose_audience
            />
            <SelectField
                label=Signal::stored(report::profile(language).to_owned())
                choices=Signal::stored(profiles)
                chosen=Signal::derive(move || profile.get().unwrap_or_default())
                choose=choose_profile
            />
        </div>
    }
}
