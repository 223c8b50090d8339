//! Editions: an analysis as it was on a day, frozen inside the file, and what has changed since.
//!
//! [`freeze`](mod@freeze) makes the content of an edition out of the open file, [`hash`] shows that nobody has changed
//! it since, and [`compare`](mod@compare) tells of every risk what became of it between two analyses. The content is a
//! file of the format, and is opened as any other.

pub mod compare;
pub mod freeze;
pub mod method;
#[cfg(test)]
mod tests;

use crate::organisation::edition::Edition;
use crate::organisation::hash::sha256;
use crate::organisation::{Organisation, canonical};

pub use self::compare::{Compared, EditionSide, MovedRisk, Revision, RiskChange, Way, compare};
pub use self::freeze::freeze;
pub use self::method::{MethodDifference, differences};

/// Whether an edition is what was frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Integrity {
    /// The content of the edition has the hash that was written down.
    Intact,
    /// The content of the edition has another.
    Altered,
    /// No hash of the edition was written down.
    NotStated,
}

/// The SHA-256 of an analysis in canonical form, in hexadecimal: that of what `ombud canonical` writes.
pub fn hash(content: &Organisation<'_>) -> String {
    sha256(canonical::write(content).as_bytes())
}

/// Whether an edition, whose content has been read, is what was frozen.
pub fn integrity(edition: &Edition<'_>, content: &Organisation<'_>) -> Integrity {
    match &edition.sha256 {
        None => Integrity::NotStated,
        Some(stated) if stated.eq_ignore_ascii_case(&hash(content)) => Integrity::Intact,
        Some(_) => Integrity::Altered,
    }
}
