//! What is derived from the table of pages: their addresses and names, and the pages of each section.

use super::Location;
use super::names::full_name;
use super::section::NavigationSection;
use super::table::{ADDRESSES, PageKind, Route, SECTIONS};
use crate::organisation::value::Language;

impl PageKind {
    /// An address that shows such a page.
    pub const fn address(self) -> &'static str {
        ADDRESSES[self as usize]
    }

    /// A route that shows such a page.
    pub fn route(self) -> Route {
        Location::parse(self.address()).route
    }

    /// What the address begins with, and whether an id follows.
    pub(super) fn path(self) -> (&'static str, bool) {
        let path = self.address().split_once('?').map_or(self.address(), |(path, _)| path);
        path.split_once("/:").map_or((path, false), |(page, _)| (page, true))
    }

    /// The section of the navigation that it belongs to.
    pub fn section(self) -> Option<NavigationSection> {
        SECTIONS[self as usize].map(|(section, _)| section)
    }

    /// The kinds of page that the navigation leads to in a section, in their order.
    fn of(section: NavigationSection) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |kind| SECTIONS[*kind as usize] == Some((section, true)))
    }

    /// The pages that are about no item: those that have a name of their own, and can be gone to by it.
    pub fn named() -> impl Iterator<Item = (Self, Route)> {
        let named = |kind: &Self| *kind != Self::NotFound && !kind.address().contains(':');
        Self::ALL.iter().copied().filter(named).map(|kind| (kind, kind.route()))
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

impl NavigationSection {
    /// Where the section begins.
    pub fn route(self) -> Route {
        PageKind::of(self).next().map(PageKind::route).unwrap_or_default()
    }

    /// The pages of the section, where it has more than one, in the order of the navigation.
    pub fn pages(self) -> Vec<Route> {
        let pages: Vec<Route> = PageKind::of(self).map(PageKind::route).collect();
        if pages.len() > 1 { pages } else { Vec::new() }
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
