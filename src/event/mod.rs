//! While something happens: what happens, whom to call in which order, and what has been done so far.
//!
//! A newcomer may add a kind of happening or a step of the list (`reach`); the text of the log ([`log`]) is read back
//! from the browser's storage, so older logs must stay readable.

pub mod log;
mod order;
mod reach;
mod text;

use serde::{Deserialize, Serialize};

pub use self::log::{Log, LogEntry, LoggedAct, Tick};
pub use self::order::{CallTurn, in_order};
pub use self::reach::{Call, CallContact, CallReason, CallStep, Reach, Why, affected, reach};
pub use self::text::{read, write};

/// The event that people are called for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Happening {
    /// The risk with this id has come true.
    Risk(String),
    /// A scenario of the kind that the risk with this id names: every risk that names it.
    Scenario(String),
    /// Something that concerns the units with these ids.
    Units(Vec<String>),
}
