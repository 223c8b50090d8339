//! Where the page is: a closed list of routes, each read from and written as the fragment of the URL.
//!
//! `#/coverage?rule=r&state=missing&as_of=2026-11-22` names a route and the day it is seen on. What a fragment says
//! that no route knows is left out rather than refused: an old link still opens the nearest page.

mod fragment;
mod kind;
mod names;
mod query;
mod section;
mod table;

use self::fragment::{Pairs, decode, encode};
pub use self::names::{full_name, page_name, section_name};
pub use self::section::NavigationSection;
pub use self::table::{PageKind, Route};
use crate::organisation::value::{Date, parse_date};

/// The key of the id that stands in the path, after the page.
const IN_PATH: &str = "/";

/// A route, the day it is seen on, and the part that is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// The page that is shown.
    pub route: Route,
    /// The day, where it is not the open file's own.
    pub as_of: Option<Date>,
    /// Id of the unit that what is shown is narrowed to, with those below it.
    pub within: Option<String>,
}

impl Location {
    /// The location that a fragment names, with or without its `#`.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut pairs = Pairs::parse(query);
        let route = Route::parse(path, &mut pairs);
        Self { route, as_of: pairs.get("as_of").and_then(parse_date), within: pairs.text("within") }
    }

    /// Another route, seen from the same day and part.
    #[must_use]
    pub fn to(&self, route: Route) -> Self {
        Self { route, ..self.clone() }
    }

    /// The page alone, without what it is about, for those who may not know: an id or a text sought names what is secret.
    #[must_use]
    pub fn without_items(&self) -> Self {
        Self { route: self.route.kind().route(), as_of: self.as_of, within: None }
    }

    /// The fragment that names it, with its `#`.
    pub fn fragment(&self) -> String {
        let mut pairs = Pairs::default();
        self.route.write(&mut pairs);
        let id = pairs.take(IN_PATH).map(|id| format!("/{}", encode(&id))).unwrap_or_default();
        pairs.add("as_of", self.as_of);
        pairs.add("within", self.within.as_ref());
        let (page, _) = self.route.kind().path();
        format!("#/{page}{id}{pairs}")
    }
}

impl Route {
    /// The section of the navigation that it belongs to.
    pub fn section(&self) -> Option<NavigationSection> {
        self.kind().section()
    }

    /// Whether both are the same page, whatever part of it they show.
    pub fn same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Unit { id: a }, Self::Unit { id: b })
            | (Self::Person { id: a }, Self::Person { id: b })
            | (Self::Finding { id: a }, Self::Finding { id: b })
            | (Self::Risk { id: a }, Self::Risk { id: b }) => a == b,
            (Self::Proposal { .. }, Self::Proposal { .. }) => self == other,
            _ => self.kind().page() == other.kind().page(),
        }
    }

    fn parse(path: &str, pairs: &mut Pairs<'_>) -> Self {
        let path = path.strip_prefix('/').unwrap_or(path);
        let (page, id) = path.split_once('/').map_or((path, ""), |(page, id)| (page, id));
        let is_whole = |kind: &PageKind| kind.path() == (path.strip_suffix('/').unwrap_or(path), false);
        let is_of_id = |kind: &PageKind| !id.is_empty() && kind.path() == (page, true);
        let Some(kind) = PageKind::ALL.iter().find(|kind| is_whole(kind) || is_of_id(kind)) else {
            return Self::NotFound;
        };
        pairs.set(IN_PATH, decode(id));
        match kind.read(pairs) {
            Self::Proposal { role, .. } if role.is_empty() => Self::NotFound,
            route => route,
        }
    }
}

#[cfg(test)]
mod tests;
