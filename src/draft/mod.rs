//! What the reader changes: named, undone and redone without end, told apart from the file, merged with another.
//!
//! A form or an import wishes ([`patch`]); against the open file a wish becomes edits ([`mod@resolve`]), each an item's line
//! as it was and as it is to be. That is all a change is: the other way round it is its own undo, applied to a file's
//! text it makes the next text ([`mod@apply`]), folded with those after it it is the difference ([`difference`]), and
//! held against another file it merges ([`merge`]). The verdict of a draft is the verdict of the file it will be saved
//! as: the open file is read from the changed text, but for posts, which the engine changes where they stand and puts
//! into the text when that is needed; a test holds both ways to the same answers.
//!
//! What is changed is kept in the browser meanwhile; when, and what comes back, [`autosave`] says.
//!
//! A newcomer may add a name of a change or a check of a patch. Nothing else than edits ever changes a file, and each
//! is its own undo: keep it so.

pub mod apply;
pub mod autosave;
pub mod difference;
pub mod edit;
pub mod history;
pub mod journal;

mod keys;
pub mod merge;
pub mod method;
pub mod object;
pub mod patch;
pub mod removal;
pub mod resolve;
pub(crate) mod slug;
#[cfg(test)]
mod tests;
pub mod value;

pub use self::apply::apply;
pub use self::edit::{Edit, EditRefusal, EditTarget};
pub use self::history::{Change, ChangeKind, History};
pub use self::keys::{line, post};
pub use self::patch::Patch;
pub use self::resolve::resolve;
pub use self::value::{FieldValue, flat};
