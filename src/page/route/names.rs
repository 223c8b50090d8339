//! What pages and sections are called: in the navigation, as the title of the window, and to be found by.

use super::{NavigationSection, Route};
use crate::organisation::value::Language;
use crate::text::travel::review;
use crate::text::{embed, extract, import, roles, shell, start, suggest};

/// What a page is called that has no name of its own.
pub fn page_name(route: &Route, language: Language) -> &'static str {
    match route {
        Route::Organisation { .. } => shell::units(language),
        Route::People { .. } => shell::people(language),
        Route::SecurityUnit => shell::security_unit(language),
        Route::Coordinators { .. } => shell::coordinators(language),
        Route::Representatives { .. } | Route::Cards { .. } => shell::representatives(language),
        Route::Group => shell::group(language),
        Route::Contact => shell::contact(language),
        Route::Coverage { .. } => shell::findings(language),
        Route::Forecast { .. } => shell::forecast(language),
        Route::Map { .. } => shell::map(language),
        Route::Rules { .. } => shell::rules(language),
        Route::Method { .. } => shell::method(language),
        Route::Training { .. } => shell::training(language),
        Route::Year { .. } => shell::year(language),
        Route::Measures { .. } => shell::measures(language),
        Route::Share { .. } => extract::share(language),
        Route::Import => import::heading(language),
        Route::Start => start::heading(language),
        Route::Round => shell::round(language),
        Route::Plan => shell::plan(language),
        Route::Changes => review::changes(language),
        Route::Verify => shell::verify(language),
        Route::Vulnerability { .. } => shell::vulnerability(language),
        Route::Report { .. } => shell::report(language),
        Route::Editions { .. } => shell::editions(language),
        other => other.section().map_or(shell::not_found(language), |section| section_name(section, language)),
    }
}

/// What a page is called where pages of all kinds stand side by side, those that no navigation leads to among them.
pub fn full_name(route: &Route, language: Language) -> &'static str {
    match route {
        Route::Embedding { .. } => embed::heading(language),
        Route::Proposal { .. } => suggest::proposal(language),
        Route::Cards { .. } => roles::representatives::card(language),
        other => page_name(other, language),
    }
}

/// What a section is called.
pub const fn section_name(section: NavigationSection, language: Language) -> &'static str {
    match section {
        NavigationSection::Overview => shell::overview(language),
        NavigationSection::Organisation => shell::organisation(language),
        NavigationSection::Coverage => shell::coverage(language),
        NavigationSection::Risks => shell::risks(language),
        NavigationSection::Year => shell::year(language),
        NavigationSection::Report => shell::report(language),
        NavigationSection::Event => shell::event(language),
        NavigationSection::Data => shell::data(language),
        NavigationSection::About => shell::about(language),
    }
}
