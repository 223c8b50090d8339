//! Other formats in and out: sheets of other programs become wishes to change the file, and the file becomes sheets.
//!
//! [`read::read`] opens a file of another program into [`sheet`]s. A [`mapping`] says which [`field`] each column
//! fills. [`import()`] then holds the rows against the [`directory`] of the open file and tells what is new, what
//! changes, what is doubtful and what cannot be used. [`export`] writes the same fields under the same headings, so
//! that what is exported can be imported again. [`intake`] takes whole files in one go; [`desk`] does all this for the page, in a program of its own that is
//! fetched when it is first used; [`request`] lists what it can be asked. [`sealed`] is the container of a file encrypted
//! under a passphrase, [`portable`] the file of an extract that brings the page along, [`bundle`] several files as one, [`mail`] a letter with a file in it.
//!
//! A newcomer may add a column (a line in [`field`]) or a format to read (a file in [`mod@read`]). Nothing is guessed into
//! the file: what is not sure becomes a question, and what cannot be used is told with its cell.

#![allow(
    clippy::disallowed_methods,
    reason = "the program of sheets compares names of any alphabet, and its libraries bring the standard library's sort"
)]

mod book;
pub mod bundle;
mod day;
pub mod desk;
pub mod directory;
pub mod export;
pub mod field;
mod guard;
pub mod host;
pub mod import;
pub mod intake;
pub mod library;
pub mod mail;
pub mod mapping;
pub mod names;
mod number;
mod object;
mod personal;
pub mod portable;
mod reach;
pub mod read;
mod refusal;
pub mod request;
pub mod sealed;
pub mod sheet;
mod value;
mod who;
pub mod words;
mod xlsx;
pub mod yaml;

pub use self::directory::Directory;
pub use self::import::import;
pub use self::read::read;
