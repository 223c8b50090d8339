//! What a report of the risk and vulnerability analysis consists of: headings as data, for the regulation that names
//! them changes, and municipalities add their own.

use super::record::{record, words};
use super::value::{Date, Id, Marking, Str, Text};

words! {
    /// What the page can put under a heading.
    pub enum Content {
        /// The municipality and its area: parts, companies, people employed, the security organisation.
        Organisation = "organisation",
        /// Process and method: who took part, scales, matrix, bounds.
        Method = "method",
        /// Vital societal functions, with the outage that can be accepted.
        Functions = "functions",
        /// Critical dependencies, and who needs them.
        Dependencies = "dependencies",
        /// The matrices, and the risks with their motives.
        Risks = "risks",
        /// Vulnerabilities, and shortcomings in capability.
        Vulnerabilities = "vulnerabilities",
        /// Measures: done, decided, needed.
        Measures = "measures",
        /// What is different from the edition before.
        Changes = "changes",
    }
}

record! {
    /// A profile: the headings of a report, and from when to when they apply.
    pub struct Profile<'a> {
        /// Unique among profiles.
        pub id: Id<'a>,
        /// The name of the profile.
        pub name: Text<'a>,
        /// Where the headings come from.
        pub source: Option<Str<'a>>,
        /// The first day on which they apply, included.
        pub valid_from: Option<Date>,
        /// The last day on which they apply, included.
        pub valid_until: Option<Date>,
        /// The headings, in order.
        pub headings: Vec<Heading<'a>>,
        /// Who may see it in an extract.
        pub marking: Marking<'a>,
    }
}

record! {
    /// A heading of a report.
    pub struct Heading<'a> {
        /// The title of the heading.
        pub title: Text<'a>,
        /// What the municipality writes under it in its own words.
        pub text: Option<Text<'a>>,
        /// What the page puts under it, in order.
        pub contents: Vec<Content>,
    }
}
