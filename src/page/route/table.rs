//! Every page once: what its address is, what the address says of it, and the section it belongs to. What reads and writes
//! addresses, what the navigation leads to, what the search offers and what the tests of the page walk is derived from here.

use super::fragment::Pairs;
use super::query::{InQuery, key};
use super::section::NavigationSection;
use crate::coverage::State;
use crate::disclosure::Audience;
use crate::engine::lens::{
    FindingFilter, LossFilter, MeasureFilter, RiskFilter, ShareFilter, TrainingFilter, WorkplaceFilter,
};
use crate::event::Happening;

/// Declares the pages, each with an address that shows it, where `:unit` and the like stand for an id; the section of the
/// navigation that it stands `in`, or that it lies `under`; and what it shows, with the key in the address where that is not
/// the name of the field: `/` for the id in the path.
macro_rules! pages {
    ($(
        $(#[$about:meta])+
        $name:ident = $address:literal $(in $section:ident)? $(under $above:ident)?
        $({ $( $(#[$field_about:meta])+ $field:ident: $type:ty $(= $key:literal)?, )* })? $(;)?
    )*) => {
        /// A page, with what it shows.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub enum Route {
            $( $(#[$about])+ $name $({ $( $(#[$field_about])+ $field: $type, )* })?, )*
        }

        /// What kind of page a route shows, whatever it is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum PageKind {
            $( #[doc = concat!("The page of `Route::", stringify!($name), "`.")] $name, )*
        }

        /// An address of each kind of page.
        pub(super) const ADDRESSES: &[&str] = &[$($address),*];

        /// The section of each kind of page, and whether the navigation leads there.
        pub(super) const SECTIONS: &[Option<(NavigationSection, bool)>] = &[$(
            [$(Some((NavigationSection::$section, true)),)? $(Some((NavigationSection::$above, false)),)? None][0]
        ),*];

        impl PageKind {
            /// All of them, in the order of the list of routes.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name of the kind in the program.
            pub const fn word(self) -> &'static str {
                match self { $( Self::$name => stringify!($name), )* }
            }

            /// The page of the kind that an address says so much of.
            pub(super) fn read(self, pairs: &Pairs<'_>) -> Route {
                match self { $(
                    Self::$name => Route::$name { $($( $field: InQuery::read(pairs, key!($field $($key)?)), )*)? },
                )* }
            }
        }

        impl Route {
            /// What kind of page the route shows.
            pub const fn kind(&self) -> PageKind {
                match self { $( Self::$name { .. } => PageKind::$name, )* }
            }

            /// Adds what an address says of the page.
            pub(super) fn write(&self, pairs: &mut Pairs<'_>) {
                match self { $(
                    Self::$name { $($($field),*)? } => { $($( $field.write(key!($field $($key)?), pairs); )*)? }
                )* }
            }
        }
    };
}

pages! {
    /// The situation picture.
    #[default]
    Overview = "" in Overview;
    /// The tree of units, or those whose name holds a text.
    Organisation = "organisation" in Organisation {
        /// The text; empty for the tree.
        find: String,
    }
    /// The page of one unit.
    Unit = "organisation/:unit" under Organisation {
        /// The id of the unit.
        id: String = "/",
    }
    /// People, or those whose name, number or address holds a text.
    People = "people" in Organisation {
        /// The text; empty for all.
        find: String,
        /// People before the first that is shown.
        from: u32,
    }
    /// The page of one person.
    Person = "people/:person" under Organisation {
        /// The id of the person.
        id: String = "/",
    }
    /// The security unit and what it owns.
    SecurityUnit = "security-unit" in Organisation;
    /// The security coordinators, by department.
    Coordinators = "coordinators" in Organisation {
        /// Departments before the first that is shown.
        from: u32,
    }
    /// The security representatives, by workplace.
    Representatives = "representatives" in Organisation {
        /// Which workplaces are listed.
        filter: WorkplaceFilter,
        /// Workplaces before the first that is shown.
        from: u32,
    }
    /// The contact cards of workplaces, to be printed.
    Cards = "representatives/cards?unit=:unit" under Organisation {
        /// Which workplaces are listed.
        filter: WorkplaceFilter,
    }
    /// The risk management group.
    Group = "group" in Organisation;
    /// Whom anyone turns to.
    Contact = "contact" in Organisation;
    /// The rounds: units that are asked to look their part through, and what they answer.
    Round = "round" in Organisation;
    /// Every workplace as one cell.
    Map = "map" under Organisation {
        /// Id of the rule that the cells tell of; absent for the worst of all.
        rule: Option<String>,
        /// The state that is pointed out.
        state: Option<State>,
        /// Workplaces of its list before the first that is shown.
        from: u32,
    }
    /// The rules and their findings.
    Coverage = "coverage" in Coverage {
        /// What the findings must fit to be listed.
        filter: FindingFilter,
        /// Findings before the first that is shown.
        from: u32,
    }
    /// The page of one finding.
    Finding = "coverage/:finding" under Coverage {
        /// The id of the finding.
        id: String = "/",
    }
    /// Who could take the vacant posts of a role in a part of the organisation.
    Proposal = "proposal/:department?role=:role" under Coverage {
        /// Id of the unit at the top of the part.
        unit: String = "/",
        /// Id of the role.
        role: String,
    }
    /// Who needs which training, by when.
    Training = "training" in Coverage {
        /// Which trainings are listed.
        filter: TrainingFilter,
        /// Rows before the first that is shown.
        from: u32,
    }
    /// How coverage goes if nobody does anything.
    Forecast = "forecast" in Coverage {
        /// Id of the rule it is about; absent for all.
        rule: Option<String>,
    }
    /// The rules in force, to be chosen and changed.
    Rules = "rules" in Coverage {
        /// Id of the rule that is open.
        rule: Option<String>,
    }
    /// The matrix and the register.
    Risks = "risks" in Risks {
        /// What the risks must fit to be listed.
        filter: RiskFilter,
        /// Risks before the first that is shown.
        from: u32,
    }
    /// The page of one risk.
    Risk = "risks/:risk" under Risks {
        /// The id of the risk.
        id: String = "/",
    }
    /// What is done against risks.
    Measures = "measures" in Risks {
        /// What the measures must fit to be listed.
        filter: MeasureFilter,
        /// Measures before the first that is shown.
        from: u32,
    }
    /// Vital functions, what they depend on, and what a loss does to them.
    Vulnerability = "vulnerability" in Risks {
        /// The loss that is looked at.
        filter: LossFilter,
        /// Functions before the first that is shown.
        from: u32,
    }
    /// What risks are judged by.
    Method = "method" in Risks {
        /// Id of the matrix that is shown; absent for the first.
        matrix: Option<String>,
    }
    /// The duties of twelve months.
    Year = "year" in Year {
        /// The year of the calendar; absent for the months from that of the day.
        year: Option<i32>,
        /// The month that is opened, from 1; absent for all.
        month: Option<u32>,
    }
    /// The report of the risk and vulnerability analysis.
    Report = "report" in Report {
        /// Id of the profile that its headings come from; absent for the one that applies on the day.
        profile: Option<String>,
        /// The readers the report is for.
        audience: Audience = "for",
    }
    /// Editions, and what has changed from one analysis to another.
    Editions = "editions" in Report {
        /// Id of the edition to look from; absent for the latest.
        earlier: Option<String>,
        /// Id of the edition to look at; absent for the open file.
        later: Option<String>,
        /// Risks of the list before the first that is shown.
        from: u32,
    }
    /// Extracts for others.
    Share = "share" in Report {
        /// The receiver of the extract, and which items are shown.
        filter: ShareFilter,
        /// Items before the first that is shown.
        from: u32,
    }
    /// Whom to call when something happens.
    Event = "event" in Event {
        /// What happens; absent while it is being chosen.
        what: Option<Happening>,
    }
    /// The file that is open, and what is wrong with it.
    Data = "data" in Data {
        /// Problems before the first that is shown.
        from: u32,
    }
    /// Making a file where there is none.
    Start = "start" in Data;
    /// Bringing in a file of another program.
    Import = "import" in Data;
    /// Plans: a reorganisation worked out apart from the daily changes.
    Plan = "plan" in Data;
    /// A change file, looked at and brought in.
    Changes = "changes" in Data;
    /// Whether a file is the one it is said to be.
    Verify = "verify" in Data;
    /// Showing a view on another site.
    Embedding = "embedding" under Data {
        /// The page that is shown, as the fragment that names it.
        from: String,
    }
    /// What is computed and how.
    About = "about" in About;
    /// No page has this address.
    NotFound = "not-found";
}
