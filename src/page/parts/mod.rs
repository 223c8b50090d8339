//! Parts that several pages share. Each takes what it shows and the reader's language, and says nothing of its own:
//! the words are in [`crate::text`]. A part is drawn again by the page around it when what it shows changes.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod activity;
mod alarm;
mod asking;
mod contact;
mod effect;
mod exception;
mod field;
mod finding;
mod hero;
mod history;
mod kept;
mod letter;
mod mark;
mod matrix;
mod nobody;
mod open;
mod pager;
mod picture;
pub(in crate::page) mod plot;
mod recorded;
mod refusal;
mod reminders;
mod risk;
mod rule;
mod seal;
mod steps;
mod tally;
mod tree;
mod unit;

pub use self::activity::{Activities, NoteActivity};
pub use self::alarm::AlarmChoice;
pub use self::asking::{AskFirst, Asked};
pub use self::contact::{ContactCard, called, owned, person, person_link, reached, ways, written};
pub use self::effect::EffectTable;
pub use self::exception::{exception_acts, stands};
pub use self::field::{FilterBar, SearchField, SelectChoice, SelectField, narrowed_to};
pub use self::finding::{Explained, FindingRow, aside};
pub use self::hero::{Empty, Fact, Hero};
pub use self::history::OwnHistory;
pub use self::kept::{KeptForm, for_each_file, keep_typed};
pub use self::letter::{ReadyLetter, letter_act};
pub use self::mark::{ClassMark, StateLegend, StateMark, marked, shade};
pub use self::matrix::{MatrixTable, Moves, Pin};
pub use self::nobody::{Doubted, holding};
pub use self::open::OpenRoles;
pub use self::pager::{ListLength, MoreRows, Pager, STEP};
pub use self::picture::{JoinedRisks, Picture, PictureChoice, PictureForm, Shown as PictureShown};
pub use self::recorded::{next_finding, recorded};
pub use self::refusal::{Refusal, fetch_refusals};
pub use self::reminders::Reminders;
pub use self::risk::RiskRow;
pub use self::rule::{rule_line, rule_lines};
pub use self::seal::{MadePhrase, Seal, new_phrase};
pub use self::steps::StepLine;
pub use self::tally::{TallyBar, bar};
pub use self::tree::Branches;
pub use self::unit::{UnitLink, UnitRow};
