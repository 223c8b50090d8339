//! The trail: what each saving of a file changed, and the chain that its savings make.
//!
//! [`saved`] writes the file with the entry of its saving, [`TrailFile`] is a file as a link of the chain, and [`chain`] follows
//! the links and says where they break. Each entry has the SHA-256 of the file before, and one of the file itself as it
//! was saved, so that of no file of a chain a byte can be another without that being seen. It shows mishaps and changes
//! behind the back of Ombud; whoever wishes to can write a new chain, and then its last hash is another than the one that
//! was told. `docs/format.md` says what stands in an entry.
//!
//! A newcomer may add what an entry tells. What it tells is never a text of an item: ids and names of fields alone.

mod chain;
mod entry;
mod link;
mod own;

pub use self::chain::{Chain, ChainGap, Standing, chain};
pub use self::entry::{Saving, changes, saved};
pub use self::link::{TrailFile, TrailStep};
pub use self::own::{OwnChange, OwnPost, own};
