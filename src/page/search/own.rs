//! What the product itself has to be found: its pages, and what can be done.

use super::entry::{Act, Entry, EntryGroup};
use crate::event::Happening;
use crate::organisation::ListName;
use crate::organisation::number::saturating;
use crate::organisation::seek::{FitDegree, Sought};
use crate::organisation::sort;
use crate::organisation::value::Language;
use crate::page::route::{PageKind, Route, full_name, section_name};
use crate::page::session::{Session, Theme};
use crate::text::{draft, measures, search as said};

/// The pages that fit, or all of them where nothing is sought.
pub(super) fn pages(session: Session, sought: Option<&Sought>, language: Language) -> Option<EntryGroup> {
    let found = PageKind::named().filter(|(kind, _)| session.has(*kind)).filter_map(|(kind, route)| {
        let name = full_name(&route, language);
        let degree = match sought {
            Some(sought) => sought.fit([name], [said::other_words(kind.word(), language)])?,
            None => FitDegree::Whole,
        };
        let section = route.section().map(|section| section_name(section, language));
        let note = section.filter(|section| *section != name).unwrap_or_default().to_owned();
        Some((degree, entry(name.to_owned(), note, Act::Go(route))))
    });
    group(said::pages(language), found.collect())
}

/// What can be done that fits, the calls when a risk comes true among it: of each risk that is listed.
pub(super) fn commands(
    session: Session,
    sought: Option<&Sought>,
    found: &[EntryGroup],
    language: Language,
) -> Option<EntryGroup> {
    let sought = sought?;
    let other = match language {
        Language::Swedish => Language::English,
        Language::English => Language::Swedish,
    };
    let mut all: Vec<(String, Act)> = vec![
        (said::print(language).to_owned(), Act::Print),
        (crate::text::shell::other_language(language).to_owned(), Act::Speak(other)),
        (said::light(language).to_owned(), Act::Paint(Theme::Light)),
        (said::dark(language).to_owned(), Act::Paint(Theme::Dark)),
        (said::system(language).to_owned(), Act::Paint(Theme::System)),
    ];
    if session.may_change() && session.is_open() {
        all.extend([
            (draft::new_unit(language).to_owned(), Act::New(ListName::Units)),
            (draft::new_person_named(language).to_owned(), Act::New(ListName::People)),
            (draft::new_risk(language).to_owned(), Act::New(ListName::Risks)),
            (measures::add(language).to_owned(), Act::New(ListName::Measures)),
        ]);
    }
    let mut fitting: Vec<(FitDegree, Entry)> = all
        .into_iter()
        .filter_map(|(name, act)| Some((sought.fit([&*name], [])?, entry(name, String::new(), act))))
        .collect();
    let risks = found.iter().flat_map(|group| &group.entries).filter_map(|hit| match &hit.act {
        Act::Go(Route::Risk { id }) if hit.about.as_ref().is_some_and(is_risk) => Some((hit, id)),
        _ => None,
    });
    fitting.extend(risks.map(|(hit, id)| {
        let what = Some(Happening::Risk(id.clone()));
        (FitDegree::Elsewhere, entry(said::event(&hit.name, language), String::new(), Act::Go(Route::Event { what })))
    }));
    group(said::commands(language), fitting)
}

const fn is_risk(about: &crate::engine::view::HitAbout) -> bool {
    matches!(about, crate::engine::view::HitAbout::Risk { .. })
}

fn entry(name: String, note: String, act: Act) -> Entry {
    Entry { name, note, aside: String::new(), about: None, act }
}

/// Lines under a heading, the best first; none where there are none.
fn group(heading: &'static str, mut found: Vec<(FitDegree, Entry)>) -> Option<EntryGroup> {
    sort::by_key(&mut found, |(degree, _)| *degree);
    let best = found.first()?.0;
    let entries: Vec<Entry> = found.into_iter().map(|(_, entry)| entry).collect();
    Some(EntryGroup { heading, counted: None, best, total: saturating(entries.len()), entries, more: None })
}
