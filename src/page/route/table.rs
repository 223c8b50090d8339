//! Every page once, with an address that shows it: what the search offers, and what the tests of the page walk.
//!
//! A page that is added to [`Route`] has to be added here, or the program does not compile; the list that the tests read
//! is then stale, and says so.

use super::Route;
use super::names::full_name;
use crate::disclosure::Audience;
use crate::engine::lens::{
    FindingFilter, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, WorkplaceFilter,
};
use crate::organisation::value::Language;

/// Declares the kinds of page, each with a route that shows it. Where a page is about one item, `:unit` and the like stand
/// for the id.
macro_rules! pages {
    ($( $name:ident => $route:expr; )*) => {
        /// What kind of page a route shows, whatever it is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum PageKind {
            $( #[doc = concat!("The page of `Route::", stringify!($name), "`.")] $name, )*
        }

        impl PageKind {
            /// All of them, in the order of the list of routes.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name of the kind in the program.
            pub const fn word(self) -> &'static str {
                match self { $( Self::$name => stringify!($name), )* }
            }

            /// A route that shows such a page.
            pub fn route(self) -> Route {
                match self { $( Self::$name => $route, )* }
            }
        }

        impl Route {
            /// What kind of page the route shows.
            pub const fn kind(&self) -> PageKind {
                match self { $( Self::$name { .. } => PageKind::$name, )* }
            }
        }
    };
}

pages! {
    Overview => Route::Overview;
    Organisation => Route::Organisation { find: String::new() };
    Unit => Route::Unit { id: ":unit".into() };
    People => Route::People { find: String::new(), from: 0 };
    Person => Route::Person { id: ":person".into() };
    SecurityUnit => Route::SecurityUnit;
    Coordinators => Route::Coordinators { from: 0 };
    Representatives => Route::Representatives { filter: WorkplaceFilter::default(), from: 0 };
    Cards => Route::Cards { filter: WorkplaceFilter { unit: Some(":unit".into()), ..WorkplaceFilter::default() } };
    Group => Route::Group;
    Contact => Route::Contact;
    Round => Route::Round;
    Plan => Route::Plan;
    Coverage => Route::Coverage { filter: FindingFilter::default(), from: 0 };
    Finding => Route::Finding { id: ":finding".into() };
    Proposal => Route::Proposal { unit: ":department".into(), role: ":role".into() };
    Forecast => Route::Forecast { rule: None };
    Map => Route::Map { rule: None, state: None, from: 0 };
    Rules => Route::Rules { rule: None };
    Training => Route::Training { filter: TrainingFilter::default(), from: 0 };
    Year => Route::Year { year: None, month: None };
    Event => Route::Event { what: None };
    Risks => Route::Risks { filter: RiskFilter::default(), from: 0 };
    Risk => Route::Risk { id: ":risk".into() };
    Measures => Route::Measures { filter: MeasureFilter::default(), from: 0 };
    Vulnerability => Route::Vulnerability { filter: LossFilter::default(), from: 0 };
    Report => Route::Report { profile: None, audience: Audience::default() };
    Editions => Route::Editions { earlier: None, later: None, from: 0 };
    Method => Route::Method { matrix: None };
    Data => Route::Data { from: 0 };
    Share => Route::Share { filter: ShareFilter::default(), from: 0 };
    Import => Route::Import;
    Changes => Route::Changes;
    Verify => Route::Verify;
    Start => Route::Start;
    Embedding => Route::Embedding { from: String::new() };
    About => Route::About;
    NotFound => Route::NotFound;
}

impl PageKind {
    /// The pages that are about no item: those that have a name of their own, and can be gone to by it.
    pub fn named() -> impl Iterator<Item = (Self, Route)> {
        let all = Self::ALL.iter().map(|kind| (*kind, kind.route()));
        all.filter(|(kind, _)| {
            !matches!(
                kind,
                Self::Unit | Self::Person | Self::Cards | Self::Finding | Self::Proposal | Self::Risk | Self::NotFound
            )
        })
    }

    /// The kind of page that shows it: the map is one of two ways to see the units.
    #[must_use]
    pub const fn page(self) -> Self {
        match self {
            Self::Map => Self::Organisation,
            other => other,
        }
    }

    /// Whether a page of the kind is read, and changed only where the reader asks for that.
    pub const fn is_read(self) -> bool {
        matches!(
            self,
            Self::Organisation
                | Self::Map
                | Self::Unit
                | Self::People
                | Self::Person
                | Self::SecurityUnit
                | Self::Coordinators
                | Self::Group
                | Self::Coverage
                | Self::Finding
                | Self::Method
                | Self::Forecast
                | Self::Rules
                | Self::Training
                | Self::Year
                | Self::Risks
                | Self::Risk
                | Self::Measures
                | Self::Vulnerability
                | Self::Editions
        )
    }

    /// What a page of the kind is called, where all of them are called the same.
    pub fn name(self, language: Language) -> Option<&'static str> {
        (!matches!(self, Self::Unit | Self::Person | Self::Finding | Self::Risk))
            .then(|| full_name(&self.route(), language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::route::{Location, NavigationSection};

    const LISTED: &str = "tests/browser/support/pages.json";

    /// The list that the tests in a browser read: of every page its kind, address, section and title.
    fn listed() -> String {
        let row = |kind: &PageKind| {
            let route = kind.route();
            let title = kind.name(Language::Swedish).zip(kind.name(Language::English));
            serde_json::json!({
                "page": kind.word(),
                "address": Location { route: route.clone(), ..Location::default() }.fragment(),
                "section": route.section().map(|section| format!("{section:?}")),
                "begins": NavigationSection::ALL.iter().any(|section| section.route().kind() == *kind),
                "tab": route.section().is_some_and(|section| section.pages().iter().any(|page| page.kind() == *kind)),
                "title": title.map(|(sv, en)| serde_json::json!({ "sv": sv, "en": en })),
            })
        };
        let rows: Vec<String> = PageKind::ALL.iter().map(|kind| format!("  {}", row(kind))).collect();
        format!("[\n{}\n]\n", rows.join(",\n"))
    }

    #[test]
    fn the_tests_in_a_browser_read_the_list_of_pages_as_it_is() {
        if std::env::var_os("UPDATE_PAGES").is_some() {
            std::fs::write(LISTED, listed()).unwrap();
        }
        let kept = std::fs::read_to_string(LISTED).unwrap_or_default();
        assert!(kept == listed(), "{LISTED} is stale: run `UPDATE_PAGES=1 cargo test --lib route`");
    }

    #[test]
    fn every_kind_of_page_is_read_back_from_the_address_that_shows_it() {
        for kind in PageKind::ALL {
            let fragment = Location { route: kind.route(), ..Location::default() }.fragment();
            assert_eq!(Location::parse(&fragment).route.kind(), *kind, "{fragment}");
        }
    }
}
