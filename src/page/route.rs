//! Where the page is: a closed list of routes, each read from and written as the fragment of the URL.
//!
//! `#/coverage?rule=r&state=missing&as_of=2026-11-22` names a route and the day it is seen on. What a fragment says
//! that no route knows is left out rather than refused: an old link still opens the nearest page.

mod filters;
mod fragment;
mod names;
mod table;

use self::filters::{
    read_findings, read_happening, read_loss, read_measures, read_risks, read_share, read_training, read_workplaces,
    write_editions, write_findings, write_loss, write_measures, write_risks, write_share, write_training,
    write_workplaces,
};
use self::fragment::{Pairs, decode};
pub use self::names::{full_name, page_name, section_name};
pub use self::table::PageKind;
use crate::coverage::State;
use crate::disclosure::Audience;
use crate::engine::lens::{
    FindingFilter, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, WorkplaceFilter,
};
use crate::event::Happening;
use crate::organisation::value::{Date, parse_date};

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

/// A page, with what it shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Route {
    /// The situation picture.
    #[default]
    Overview,
    /// The tree of units, or those whose name holds a text.
    Organisation {
        /// The text; empty for the tree.
        find: String,
    },
    /// The page of one unit.
    Unit {
        /// The id of the unit.
        id: String,
    },
    /// People, or those whose name, number or address holds a text.
    People {
        /// The text; empty for all.
        find: String,
        /// People before the first that is shown.
        from: u32,
    },
    /// The page of one person.
    Person {
        /// The id of the person.
        id: String,
    },
    /// The security unit and what it owns.
    SecurityUnit,
    /// The security coordinators, by department.
    Coordinators {
        /// Departments before the first that is shown.
        from: u32,
    },
    /// The security representatives, by workplace.
    Representatives {
        /// Which workplaces are listed.
        filter: WorkplaceFilter,
        /// Workplaces before the first that is shown.
        from: u32,
    },
    /// The contact cards of workplaces, to be printed.
    Cards {
        /// Which workplaces are listed.
        filter: WorkplaceFilter,
    },
    /// The risk management group.
    Group,
    /// Whom anyone turns to.
    Contact,
    /// The rounds: units that are asked to look their part through, and what they answer.
    Round,
    /// Plans: a reorganisation worked out apart from the daily changes.
    Plan,
    /// The rules and their findings.
    Coverage {
        /// What the findings must fit to be listed.
        filter: FindingFilter,
        /// Findings before the first that is shown.
        from: u32,
    },
    /// The page of one finding.
    Finding {
        /// The id of the finding.
        id: String,
    },
    /// Who could take the vacant posts of a role in a part of the organisation.
    Proposal {
        /// Id of the unit at the top of the part.
        unit: String,
        /// Id of the role.
        role: String,
    },
    /// How coverage goes if nobody does anything.
    Forecast {
        /// Id of the rule it is about; absent for all.
        rule: Option<String>,
    },
    /// Every workplace as one cell.
    Map {
        /// Id of the rule that the cells tell of; absent for the worst of all.
        rule: Option<String>,
        /// The state that is pointed out.
        state: Option<State>,
        /// Workplaces of its list before the first that is shown.
        from: u32,
    },
    /// The rules in force, to be chosen and changed.
    Rules {
        /// Id of the rule that is open.
        rule: Option<String>,
    },
    /// Who needs which training, by when.
    Training {
        /// Which trainings are listed.
        filter: TrainingFilter,
        /// Rows before the first that is shown.
        from: u32,
    },
    /// The duties of twelve months.
    Year {
        /// The year of the calendar; absent for the months from that of the day.
        year: Option<i32>,
        /// The month that is opened, from 1; absent for all.
        month: Option<u32>,
    },
    /// Whom to call when something happens.
    Event {
        /// What happens; absent while it is being chosen.
        what: Option<Happening>,
    },
    /// The matrix and the register.
    Risks {
        /// What the risks must fit to be listed.
        filter: RiskFilter,
        /// Risks before the first that is shown.
        from: u32,
    },
    /// The page of one risk.
    Risk {
        /// The id of the risk.
        id: String,
    },
    /// What is done against risks.
    Measures {
        /// What the measures must fit to be listed.
        filter: MeasureFilter,
        /// Measures before the first that is shown.
        from: u32,
    },
    /// Vital functions, what they depend on, and what a loss does to them.
    Vulnerability {
        /// The loss that is looked at.
        filter: LossFilter,
        /// Functions before the first that is shown.
        from: u32,
    },
    /// The report of the risk and vulnerability analysis.
    Report {
        /// Id of the profile that its headings come from; absent for the one that applies on the day.
        profile: Option<String>,
        /// The readers the report is for.
        audience: Audience,
    },
    /// Editions, and what has changed from one analysis to another.
    Editions {
        /// Id of the edition to look from; absent for the latest.
        earlier: Option<String>,
        /// Id of the edition to look at; absent for the open file.
        later: Option<String>,
        /// Risks of the list before the first that is shown.
        from: u32,
    },
    /// What risks are judged by.
    Method {
        /// Id of the matrix that is shown; absent for the first.
        matrix: Option<String>,
    },
    /// The file that is open, and what is wrong with it.
    Data {
        /// Problems before the first that is shown.
        from: u32,
    },
    /// Extracts for others.
    Share {
        /// The receiver of the extract, and which items are shown.
        filter: ShareFilter,
        /// Items before the first that is shown.
        from: u32,
    },
    /// Bringing in a file of another program.
    Import,
    /// A change file, looked at and brought in.
    Changes,
    /// Whether a file is the one it is said to be.
    Verify,
    /// Making a file where there is none.
    Start,
    /// Showing a view on another site.
    Embedding {
        /// The page that is shown, as the fragment that names it.
        from: String,
    },
    /// What is computed and how.
    About,
    /// No page has this address.
    NotFound,
}

/// The sections that the navigation leads to in its order, then what is always at hand beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NavigationSection {
    /// The situation picture.
    Overview,
    /// The units of the organisation.
    Organisation,
    /// Rules and findings.
    Coverage,
    /// The matrix and the register.
    Risks,
    /// The duties of the year.
    Year,
    /// The report, editions and extracts.
    Report,
    /// While something happens.
    Event,
    /// The open file.
    Data,
    /// What is computed and how.
    About,
}

impl NavigationSection {
    /// The sections, in the order of the navigation.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Organisation, Self::Coverage, Self::Risks, Self::Year, Self::Report];

    /// Where the section begins.
    pub fn route(self) -> Route {
        match self {
            Self::Overview => Route::Overview,
            Self::Organisation => Route::Organisation { find: String::new() },
            Self::Coverage => Route::Coverage { filter: FindingFilter::default(), from: 0 },
            Self::Risks => Route::Risks { filter: RiskFilter::default(), from: 0 },
            Self::Year => Route::Year { year: None, month: None },
            Self::Report => Route::Report { profile: None, audience: Audience::default() },
            Self::Event => Route::Event { what: None },
            Self::Data => Route::Data { from: 0 },
            Self::About => Route::About,
        }
    }

    /// The pages of the section, where it has more than one, in the order of the navigation.
    pub fn pages(self) -> Vec<Route> {
        match self {
            Self::Organisation => vec![
                self.route(),
                Route::People { find: String::new(), from: 0 },
                Route::SecurityUnit,
                Route::Coordinators { from: 0 },
                Route::Representatives { filter: WorkplaceFilter::default(), from: 0 },
                Route::Group,
                Route::Contact,
                Route::Round,
            ],
            Self::Coverage => vec![
                self.route(),
                Route::Training { filter: TrainingFilter::default(), from: 0 },
                Route::Forecast { rule: None },
                Route::Rules { rule: None },
            ],
            Self::Report => vec![
                self.route(),
                Route::Editions { earlier: None, later: None, from: 0 },
                Route::Share { filter: ShareFilter::default(), from: 0 },
            ],
            Self::Data => {
                vec![self.route(), Route::Start, Route::Import, Route::Plan, Route::Changes, Route::Verify]
            }
            Self::Risks => vec![
                self.route(),
                Route::Measures { filter: MeasureFilter::default(), from: 0 },
                Route::Vulnerability { filter: LossFilter::default(), from: 0 },
                Route::Method { matrix: None },
            ],
            _ => Vec::new(),
        }
    }
}

impl Location {
    /// The location that a fragment names, with or without its `#`.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let pairs = Pairs::parse(query);
        let as_of = pairs.get("as_of").and_then(parse_date);
        Self { route: Route::parse(path, &pairs), as_of, within: pairs.text("within") }
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
        let path = self.route.write(&mut pairs);
        pairs.add("as_of", self.as_of);
        pairs.add("within", self.within.as_ref());
        format!("#/{path}{pairs}")
    }
}

impl Route {
    /// The section of the navigation that it belongs to.
    pub fn section(&self) -> Option<NavigationSection> {
        match self {
            Self::Overview => Some(NavigationSection::Overview),
            Self::Organisation { .. }
            | Self::Unit { .. }
            | Self::People { .. }
            | Self::Person { .. }
            | Self::SecurityUnit
            | Self::Coordinators { .. }
            | Self::Representatives { .. }
            | Self::Cards { .. }
            | Self::Group
            | Self::Contact
            | Self::Round
            | Self::Map { .. } => Some(NavigationSection::Organisation),
            Self::Coverage { .. }
            | Self::Finding { .. }
            | Self::Proposal { .. }
            | Self::Forecast { .. }
            | Self::Training { .. }
            | Self::Rules { .. } => Some(NavigationSection::Coverage),
            Self::Risks { .. }
            | Self::Risk { .. }
            | Self::Measures { .. }
            | Self::Vulnerability { .. }
            | Self::Method { .. } => Some(NavigationSection::Risks),
            Self::Year { .. } => Some(NavigationSection::Year),
            Self::Report { .. } | Self::Editions { .. } | Self::Share { .. } => Some(NavigationSection::Report),
            Self::Event { .. } => Some(NavigationSection::Event),
            Self::Data { .. }
            | Self::Import
            | Self::Plan
            | Self::Changes
            | Self::Verify
            | Self::Start
            | Self::Embedding { .. } => Some(NavigationSection::Data),
            Self::About => Some(NavigationSection::About),
            Self::NotFound => None,
        }
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

    fn parse(path: &str, pairs: &Pairs<'_>) -> Self {
        let path = path.strip_prefix('/').unwrap_or(path);
        let (page, id) = path.split_once('/').map_or((path, None), |(page, id)| (page, Some(id)));
        match (page, id.filter(|id| !id.is_empty()).map(decode)) {
            ("", None) => Self::Overview,
            ("organisation", None) => Self::Organisation { find: pairs.text("find").unwrap_or_default() },
            ("organisation", Some(id)) => Self::Unit { id },
            ("people", None) => {
                Self::People { find: pairs.text("find").unwrap_or_default(), from: pairs.number("from") }
            }
            ("people", Some(id)) => Self::Person { id },
            ("coverage", None) => Self::Coverage { filter: read_findings(pairs), from: pairs.number("from") },
            ("coverage", Some(id)) => Self::Finding { id },
            ("proposal", Some(unit)) => pairs.text("role").map_or(Self::NotFound, |role| Self::Proposal { unit, role }),
            ("security-unit", None) => Self::SecurityUnit,
            ("coordinators", None) => Self::Coordinators { from: pairs.number("from") },
            ("representatives", None) => {
                Self::Representatives { filter: read_workplaces(pairs), from: pairs.number("from") }
            }
            ("representatives", Some(page)) if page == "cards" => Self::Cards { filter: read_workplaces(pairs) },
            ("group", None) => Self::Group,
            ("contact", None) => Self::Contact,
            ("round", None) => Self::Round,
            ("plan", None) => Self::Plan,
            ("forecast", None) => Self::Forecast { rule: pairs.text("rule") },
            ("map", None) => Self::Map {
                rule: pairs.text("rule"),
                state: pairs.get("state").and_then(State::from_word),
                from: pairs.number("from"),
            },
            ("method", None) => Self::Method { matrix: pairs.text("matrix") },
            ("rules", None) => Self::Rules { rule: pairs.text("rule") },
            ("training", None) => Self::Training { filter: read_training(pairs), from: pairs.number("from") },
            ("year", None) => Self::Year {
                year: pairs.get("year").and_then(|year| year.parse().ok()),
                month: Some(pairs.number("month")).filter(|month| (1..=12).contains(month)),
            },
            ("event", None) => Self::Event { what: read_happening(pairs) },
            ("risks", None) => Self::Risks { filter: read_risks(pairs), from: pairs.number("from") },
            ("risks", Some(id)) => Self::Risk { id },
            ("measures", None) => Self::Measures { filter: read_measures(pairs), from: pairs.number("from") },
            ("vulnerability", None) => Self::Vulnerability { filter: read_loss(pairs), from: pairs.number("from") },
            ("report", None) => Self::Report {
                profile: pairs.text("profile"),
                audience: pairs.get("for").and_then(Audience::from_word).unwrap_or_default(),
            },
            ("editions", None) => Self::Editions {
                earlier: pairs.text("earlier"),
                later: pairs.text("later"),
                from: pairs.number("from"),
            },
            ("data", None) => Self::Data { from: pairs.number("from") },
            ("share", None) => Self::Share { filter: read_share(pairs), from: pairs.number("from") },
            ("start", None) => Self::Start,
            ("import", None) => Self::Import,
            ("embedding", None) => Self::Embedding { from: pairs.text("from").unwrap_or_default() },
            ("changes", None) => Self::Changes,
            ("verify", None) => Self::Verify,
            ("about", None) => Self::About,
            _ => Self::NotFound,
        }
    }

    /// Adds its query and gives its path.
    #[allow(clippy::too_many_lines, reason = "one arm for each page")]
    fn write(&self, pairs: &mut Pairs<'_>) -> String {
        let with_id = |page: &str, id: &str| format!("{page}/{}", fragment::encode(id));
        match self {
            Self::Overview => String::new(),
            Self::Organisation { find } => {
                pairs.add("find", Some(find).filter(|find| !find.is_empty()));
                "organisation".into()
            }
            Self::Unit { id } => with_id("organisation", id),
            Self::People { find, from } => {
                pairs.add("find", Some(find).filter(|find| !find.is_empty()));
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "people".into()
            }
            Self::Person { id } => with_id("people", id),
            Self::Coverage { filter, from } => {
                write_findings(filter, pairs);
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "coverage".into()
            }
            Self::Finding { id } => with_id("coverage", id),
            Self::Proposal { unit, role } => {
                pairs.add("role", Some(role));
                with_id("proposal", unit)
            }
            Self::SecurityUnit => "security-unit".into(),
            Self::Coordinators { from } => {
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "coordinators".into()
            }
            Self::Representatives { filter, from } => {
                write_workplaces(filter, pairs);
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "representatives".into()
            }
            Self::Cards { filter } => {
                write_workplaces(filter, pairs);
                "representatives/cards".into()
            }
            Self::Group => "group".into(),
            Self::Contact => "contact".into(),
            Self::Round => "round".into(),
            Self::Plan => "plan".into(),
            Self::Forecast { rule } => {
                pairs.add("rule", rule.as_ref());
                "forecast".into()
            }
            Self::Map { rule, state, from } => {
                pairs.add("rule", rule.as_ref());
                pairs.add("state", state.map(State::word));
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "map".into()
            }
            Self::Method { matrix } => {
                pairs.add("matrix", matrix.as_ref());
                "method".into()
            }
            Self::Rules { rule } => {
                pairs.add("rule", rule.as_ref());
                "rules".into()
            }
            Self::Training { filter, from } => {
                write_training(filter, pairs);
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "training".into()
            }
            Self::Year { year, month } => {
                pairs.add("year", *year);
                pairs.add("month", *month);
                "year".into()
            }
            Self::Event { what } => {
                match what {
                    None => {}
                    Some(Happening::Risk(id)) => pairs.add("risk", Some(id)),
                    Some(Happening::Scenario(kind)) => pairs.add("scenario", Some(kind)),
                    Some(Happening::Units(ids)) => pairs.add("units", Some(fragment::list(ids))),
                }
                "event".into()
            }
            Self::Risks { filter, from } => {
                write_risks(filter, pairs);
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "risks".into()
            }
            Self::Risk { id } => with_id("risks", id),
            Self::Measures { filter, from } => {
                write_measures(filter, pairs);
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "measures".into()
            }
            Self::Vulnerability { filter, from } => {
                write_loss(filter, pairs);
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "vulnerability".into()
            }
            Self::Report { profile, audience } => {
                pairs.add("profile", profile.as_ref());
                pairs.add("for", Some(audience.word()).filter(|_| *audience != Audience::default()));
                "report".into()
            }
            Self::Editions { earlier, later, from } => {
                write_editions((earlier.as_ref(), later.as_ref()), *from, pairs);
                "editions".into()
            }
            Self::Data { from } => {
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "data".into()
            }
            Self::Share { filter, from } => {
                write_share(filter, pairs);
                pairs.add("from", Some(from).filter(|&&from| from > 0));
                "share".into()
            }
            Self::Import => "import".into(),
            Self::Changes => "changes".into(),
            Self::Verify => "verify".into(),
            Self::Start => "start".into(),
            Self::Embedding { from } => {
                pairs.add("from", Some(from).filter(|from| !from.is_empty()));
                "embedding".into()
            }
            Self::About => "about".into(),
            Self::NotFound => "not-found".into(),
        }
    }
}

#[cfg(test)]
mod tests;
