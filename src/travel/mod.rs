//! Changes that travel: what someone changed in a file they were given, written as a small file of its own and brought
//! into the whole file field by field.
//!
//! [`diff()`] finds what one file changes in another, [`ChangeFile`] holds it, [`written`] is how it is written and read,
//! and [`merge()`] brings change files in. One that began from an extract changes only what that extract held:
//! `merge::seen` makes the extract anew for its receiver and looks at the file through it. `docs/changes.md` says the same
//! in words.
//!
//! A newcomer may add what a change file tells of itself. That the order of change files never matters, and that
//! a difference brought into the old file gives the new one byte for byte, is held by `tests/changes.rs`.

pub mod change_file;
mod content;
mod diff;
mod edits;
pub mod fields;
mod identity;
pub mod merge;
mod nameless;
pub mod plan;
mod refs;
mod returned;
pub mod review;
pub mod round;
pub mod written;

pub use self::change_file::ChangeFile;
pub use self::diff::diff;
pub use self::edits::edits_between;
pub use self::merge::{Merged, merge};
pub use self::nameless::{is_pseudonym, nameless};
pub use self::returned::{is_returned_extract, read_answer};
pub use self::review::{PointChoices, PointFate, Review, ReviewPoint, ReviewedItem, left_to_look_at, review};
pub use self::written::{ChangesUnreadable, is_change_file, read, write};
