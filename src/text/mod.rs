//! Every sentence the product says, in Swedish and English.
//!
//! The other rooms hand over data; here it becomes words, on the page, in print and on the command line alike. A
//! sentence is a function that takes what it is about and the reader's [`Language`], with the two languages side by
//! side, so that whoever changes one sees the other. Nothing here knows a browser.
//!
//! | file | says |
//! | --- | --- |
//! | [`words`] | the single words: states, roles, kinds of unit, classes of uncertainty |
//! | [`mod@nobody`] | doubt of a name that says that nobody is meant |
//! | [`numbers`] | days, counts, amounts and bounds |
//! | [`draft`] | forms, what differs from the file, why a change cannot be made |
//! | [`edition`] | editions, and what has changed since |
//! | [`event`] | whom to call when something happens, and the log of it |
//! | [`mod@extract`] | for whom an extract is, what stays and why |
//! | [`finding`] | what a finding is about, why it stands so and what would change it |
//! | [`forecast`] | how coverage goes, and what falls |
//! | [`group`] | the risk management group: its seats, meetings, work and questions |
//! | [`import`] | the page of imports and what is offered for export |
//! | [`exchange`] | what an import did and asks, why a file of another program is refused, what columns are |
//! | [`keep`] | what is kept in the browser, and what is not |
//! | [`library`] | why a risk matrix library of another program cannot be read |
//! | [`method`] | the method of the analysis: its matrices, checks, and what a change of it does |
//! | [`picture`] | the matrix as a picture: its legend, its risks one by one, its files |
//! | [`portable`] | portable copies: what one is, how it is made and checked |
//! | [`problem`] | what is wrong with a file, found and expected |
//! | [`report`] | the report of the risk and vulnerability analysis |
//! | [`risk`] | how a risk came to its class, and what to mind about a matrix |
//! | [`rules`] | rules and packs, what to mind about them, exceptions that accept nothing any longer |
//! | [`overview`] | the situation picture |
//! | [`roles`] | the security unit, coordinators, representatives, contact cards, the contact page |
//! | [`sealed`] | sealed files, and why one is not opened |
//! | [`start`] | the page for those who have no file yet |
//! | [`embed`] | a view in a page of others, and how it comes there |
//! | [`trail`] | how a file stands in the chain of its savings, and what they changed |
//! | [`training`] | who needs which training, by when |
//! | [`verify`] | whether a file is the one it is said to be |
//! | [`vulnerability`] | vital functions, what they depend on, and what a loss does |
//! | [`year`] | the duties of the year, and what they are called in a calendar |
//! | [`suggest`] | who could take a post, and what a proposal for many posts comes to |
//! | [`map`] | the map of all workplaces |
//! | [`measures`] | what is done against risks, what is late and what it gives |
//! | [`pages`] | headings, labels and empty states of the other pages |
//!
//! Swedish counts with `en` and `ett`, English with a plural from zero; [`words::Noun`] knows both.
//!
//! A newcomer may change any sentence here; a new word for a concept is a row in `docs/glossary.md` first.

use crate::organisation::value::Language;

pub mod about;
pub mod calendar;
pub mod data;
pub mod draft;
pub mod edition;
pub mod embed;
pub mod event;
pub mod exchange;
pub mod extract;
pub mod finding;
pub mod forecast;
pub mod group;
pub mod import;
pub mod keep;
pub mod letter;
pub mod library;
pub mod map;
pub mod measures;
pub mod method;
pub mod nobody;
pub mod numbers;
pub mod overview;
pub mod pages;
pub mod people;
pub mod picture;
pub mod portable;
pub mod problem;
pub mod report;
pub mod risk;
pub mod roles;
pub mod rules;
pub mod sealed;
pub mod search;
pub mod shell;
pub mod start;
pub mod suggest;
pub mod trail;
pub mod training;
pub mod travel;
pub mod verify;
pub mod vulnerability;
pub mod ways;
pub mod words;
pub mod year;

/// The word of the language at hand.
pub const fn word(language: Language, sv: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Swedish => sv,
        Language::English => en,
    }
}

/// Formats the text of the language at hand: `say!(language; "Hej {name}", "Hello {name}")`.
macro_rules! say {
    ($language:expr; $sv:literal, $en:literal $(,)?) => {
        match $language {
            $crate::organisation::value::Language::Swedish => ::std::format!($sv),
            $crate::organisation::value::Language::English => ::std::format!($en),
        }
    };
}
pub(crate) use say;
